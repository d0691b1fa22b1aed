"""What is wrong with a password is said in Dutch, in one sentence."""

from django.core.exceptions import ValidationError

import pytest

from basis.forms import AdresField
from toegang.forms import EASY, TOO_SHORT, WachtwoordForm


@pytest.mark.parametrize(
    ("password", "said"),
    [("x", TOO_SHORT), ("welkom", TOO_SHORT), ("1q2w3e4r5t6y", EASY)],
)
def test_a_password_that_does_not_do_gets_one_sentence(password, said):
    form = WachtwoordForm({"wachtwoord": password})
    assert not form.is_valid()
    assert form.errors["wachtwoord"] == [said]


@pytest.mark.parametrize("text", ["mailto:Bo@Example.nl", " bo@example.NL "])
def test_an_address_is_read_however_it_was_pasted(text):
    assert AdresField().clean(text) == "bo@example.nl"


def test_what_is_no_address_is_refused():
    with pytest.raises(ValidationError):
        AdresField().clean("geen adres")
