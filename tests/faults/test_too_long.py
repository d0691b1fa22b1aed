"""An address that is too long gets a page in plain Dutch, with whom to call."""

import pytest

pytestmark = pytest.mark.parametrize(
    "address", ["/sociale-kaart/?q=", "/api/hsds/services?search="]
)


def test_a_whole_letter_in_the_search_box_is_answered(product, address):
    answer = product.phone().get(address + "a" * 10_000)
    assert answer.status == 414
    assert "Dit is te lang" in answer.body
    assert "112" in answer.body


def test_a_long_question_is_still_read(product, address):
    """By the product, which says itself what fits."""
    assert product.phone().get(address + "a" * 4_500).status in {200, 400}
