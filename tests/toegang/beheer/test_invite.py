"""A role is offered by a letter; whoever says yes has it."""

from datetime import timedelta

import pytest
import time_machine
from lxml import html

from tests.toegang.beheer.people import MENSEN, SAM, invite, letters, say_yes, sheet
from tests.toegang.people import log_lines
from tests.world import browser
from toegang.choices import Soort
from toegang.models import Gebruiker, Rol
from toegang.roles import roles_of


def sams() -> Rol:
    return Rol.objects.get(uitnodiging__email=SAM)


def test_whoever_says_yes_has_the_role(world):
    answer = invite(world, world.olga, "professional")
    assert answer["Location"] == MENSEN
    assert sams().gebruiker is None
    say_yes(letters()[0])
    sam = Gebruiker.objects.get(email=SAM)
    assert [r.sleutel for r in roles_of(sam)] == [f"professional:{world.ggz.pk}"]


def test_the_letter_says_for_what(world):
    from tests.toegang.people import sent

    invite(world, world.olga, "professional")
    assert "als professional van Ggz Lindestroom" in sent()[0].body


def test_sent_twice_is_one_offer_and_one_letter(world):
    form = sheet(world)
    for _ in range(2):
        browser(world.olga).post(f"{MENSEN}nieuw/professional/", form)
    assert Rol.objects.offered().count() == 1
    assert len(letters()) == 1


def test_asked_again_the_old_letter_stops_working_and_there_is_one_role(world, client):
    invite(world, world.olga, "professional")
    invite(world, world.olga, "professional")
    old, new = letters()
    assert client.get(old).status_code == 404
    say_yes(new)
    assert Rol.objects.filter(gebruiker__email=SAM).count() == 1


def test_after_an_old_letter_ran_out_a_new_one_works(world):
    invite(world, world.olga, "professional")
    with time_machine.travel(world.today + timedelta(days=30)):
        rol = sams()
        page = browser(world.olga).get(f"{MENSEN}?stand=gevraagd").content.decode()
        assert "De uitnodiging is verlopen" in page
        browser(world.olga).post(
            f"/beheer/rollen/{rol.uuid}/opnieuw/", {"email": "sam.nieuw@example.nl"}
        )
        say_yes(letters()[-1])
    assert Rol.objects.filter(gebruiker__email="sam.nieuw@example.nl").exists()


def test_an_offer_that_is_taken_back_does_not_work(world, client):
    invite(world, world.olga, "professional")
    browser(world.olga).post(f"/beheer/rollen/{sams().uuid}/intrekken/")
    assert client.get(letters()[0]).status_code == 404
    assert not Rol.objects.offered().exists()


def test_somebody_with_an_account_gets_a_role_more(world):
    invite(world, world.olga, "professional", email=world.noor.email, naam="Noor")
    say_yes(letters()[0], world.noor)
    kinds = [role.soort for role in roles_of(world.noor)]
    assert kinds == [Soort.PROFESSIONAL, Soort.PROCESBEGELEIDER]


def test_an_address_with_an_account_elsewhere_is_answered_as_any_other(world):
    answers = [
        invite(world, world.oscar, "professional", email=email)
        for email in (world.petra.email, "niemand.kent.dit@example.nl")
    ]
    assert {(a.status_code, a["Location"]) for a in answers} == {(302, MENSEN)}


def test_who_has_the_role_here_already_is_said(world):
    answer = invite(world, world.olga, "professional", email="Petra@Example.nl ")
    assert answer.status_code == 422
    assert "heeft deze rol hier al" in answer.content.decode()


def test_an_offer_that_would_be_over_cannot_be_taken_up(world, client):
    end = (world.today + timedelta(days=2)).strftime("%d-%m-%Y")
    invite(world, world.olga, "professional", tot=end)
    with time_machine.travel(world.today + timedelta(days=4)):
        assert client.get(letters()[0]).status_code == 404


def test_a_role_holds_from_the_day_it_was_taken_up(world):
    invite(world, world.olga, "professional")
    later = world.today + timedelta(days=3)
    with time_machine.travel(later):
        say_yes(letters()[0])
    assert sams().van == later


def test_a_role_for_later_does_not_hold_yet(world):
    begin = world.today + timedelta(days=5)
    invite(world, world.olga, "professional", van=begin.strftime("%d-%m-%Y"))
    say_yes(letters()[0])
    sam = Gebruiker.objects.get(email=SAM)
    assert roles_of(sam) == []
    assert roles_of(sam, begin) != []


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ({"email": "sam voorbeeld.nl"}, "Vul een e-mailadres in met een @"),
        ({"tot": "01-10-2020"}, "Deze datum is al voorbij"),
        ({"van": "01-10-2020"}, "Deze datum is al voorbij"),
        ({"van": "31-02-2030"}, "Vul een datum in"),
        ({"van": "01-02-2099", "tot": "01-01-2099"}, "Dit is voor de begindatum"),
        ({"naam": "\0"}, "Vul dit in"),
        ({"naam": "x" * 121}, "Dit is te lang"),
        ({"uuid": "geen"}, "error-summary"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(world, fault, sentence):
    answer = invite(world, world.olga, "professional", **fault)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page
    kept = html.fromstring(page).xpath("//input[@name='email']/@value")
    assert kept == [fault.get("email", SAM)]
    assert not Rol.objects.offered().exists()


def test_a_regiobeheerder_says_for_which_organisation(world):
    other = invite(world, world.teun, "organisatiebeheerder", plek=str(world.blik.pk))
    assert other.status_code == 302
    assert sams().organisatie == world.blik


def test_never_one_of_another_region(world):
    elders = world.elders.organisaties.create(naam="Ver weg")
    answer = invite(world, world.teun, "organisatiebeheerder", plek=str(elders.pk))
    assert answer.status_code == 422
    assert not Rol.objects.offered().exists()


def test_nor_one_that_stopped(world, client):
    world.ggz.gestopt_op = world.today
    world.ggz.save()
    answer = browser(world.olga).get(f"{MENSEN}nieuw/professional/")
    assert "Dat kan nu nog niet" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "soort"),
    [
        ("olga", "gemeente"),
        ("olga", "regiobeheerder"),
        ("olga", "platformbeheer"),
        ("teun", "platformbeheer"),
        ("teun", "client"),
        ("pim", "professional"),
        ("teun", "koning"),
    ],
)
def test_a_kind_that_is_not_yours_to_give_is_not_there(world, who, soort):
    assert invite(world, getattr(world, who), soort).status_code == 404


def test_platformbeheer_asks_the_first_keeper_of_a_region(world):
    invite(world, world.pim, "regiobeheerder", plek=str(world.elders.pk))
    say_yes(letters()[0])
    sam = Gebruiker.objects.get(email=SAM)
    assert Rol.objects.get(gebruiker=sam).regio == world.elders


def test_it_is_written_down(world):
    invite(world, world.olga, "professional")
    assert ("rol", "professional", 0) in log_lines()
    assert not any(SAM in part for _, part, _ in log_lines())
