"""A line of the log in plain words, for whose plan it is about."""

import pytest

from netwerk.rules.spoor import Feit, sentence, why

PETRA = {"naam": "Petra", "organisatie": "Ggz", "rol": "Professional"}


@pytest.mark.parametrize(
    ("soort", "actie", "said"),
    [
        ("afdruk", "E", "Petra printte je crisiskaart."),
        ("kaartvraag", "U", "Petra schreef op dat iemand op je crisiskaart mag staan."),
        ("kaartakkoord", "R", "Petra las de eigen regel op je crisiskaart."),
        (
            "kaartakkoord",
            "U",
            "Petra gaf antwoord op de vraag om op je crisiskaart te staan.",
        ),
    ],
)
def test_of_a_card_it_says_what_was_done(soort, actie, said):
    feit = Feit(actie, soort, ["crisiskaart"], grond="genoemd", **PETRA)
    assert sentence(feit) == said
    assert why(feit).endswith("Staat op je crisiskaart, of is daarvoor gevraagd.")


@pytest.mark.parametrize(
    ("soort", "actie", "said"),
    [
        ("kaartcode", "C", "Jij maakte een pasje van je crisiskaart."),
        ("kaartcode", "D", "Jij trok het pasje van je crisiskaart in."),
        ("telefoonkaart", "E", "Jij zette je crisiskaart op een telefoon."),
        ("telefoonkaart", "D", "Jij haalde je crisiskaart van alle telefoons."),
        ("schermkaart", "C", "Jij liet een QR-code van je crisiskaart zien."),
        ("schermkaart", "D", "Jij stopte met de QR-code van je crisiskaart."),
        ("noodkeuze", "U", "Jij koos wat er open mag in een noodgeval."),
    ],
)
def test_what_the_client_did_is_said_to_them(soort, actie, said):
    assert sentence(Feit(actie, soort, ["crisiskaart"], zelf=True)) == said


def test_who_holds_the_wallet_card_has_no_name():
    feit = Feit("R", "crisiskaart", ["crisiskaart"], grond="pasje", taak=True)
    assert sentence(feit) == "Iemand met je pasje las je crisiskaart."
    assert why(feit) == "Met de code op je pasje kan iemand je crisiskaart lezen."


@pytest.mark.parametrize(
    ("soort", "actie", "said"),
    [
        ("noodtoegang", "E", "opende een deel van je plan"),
        ("noodtoegang", "U", "sloot wat open was"),
        ("noodverslag", "U", "schreef op wat er is gedaan"),
        ("noodoordeel", "U", "keek na of dit nodig was"),
    ],
)
def test_of_an_emergency_it_says_each_step(soort, actie, said):
    feit = Feit(actie, soort, nood=True, grond="noodtoegang", **PETRA)
    assert sentence(feit) == f"Noodtoegang: Petra {said}."


def test_what_did_not_open_was_not_opened():
    feit = Feit("E", "noodtoegang", nood=True, geweigerd=True, organisatie="Ggz")
    assert sentence(feit) == (
        "Noodtoegang: Een medewerker van Ggz wilde je plan openen. Dat mocht niet."
    )
    assert why(feit) == "Er is niets getoond."
