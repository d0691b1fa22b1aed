"""A reminder reaches members who did not begin, once a day, and nobody else."""

from datetime import timedelta

from django.core import mail
from django.utils import timezone

import pytest
import time_machine

from kompas.choices import Groep, Rol
from kompas.models import Kerngroeplid
from kompas.services import deelname, rondes as services
from tests.kompas.logs import lines

pytestmark = [pytest.mark.usefixtures("as_noor")]


def receivers() -> list[str]:
    return sorted(address for letter in mail.outbox for address in letter.to)


def remind(ronde, sent) -> int:
    with sent(execute=True):
        return services.remind(ronde=ronde)


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks


def test_everyone_who_has_not_begun_gets_a_letter_with_the_code(world, sent):
    ronde = world.new_ronde()
    deelname.join_as_member(lid=world.lid(world.amina), ronde=ronde)
    assert remind(ronde, sent) == 3
    assert receivers() == ["els@example.nl", "hanneke@example.nl", "wim@example.nl"]
    assert "KV7 3MP" in mail.outbox[0].body
    assert "/meedoen/KV73MP/" in mail.outbox[0].body
    assert all(len(letter.to) == 1 for letter in mail.outbox)
    assert ("E", "ronde", "lindestroom") in lines()


def test_a_second_time_on_the_same_day_sends_nothing(world, sent):
    ronde = world.new_ronde()
    remind(ronde, sent)
    mail.outbox.clear()
    assert remind(ronde, sent) == 0
    assert receivers() == []


def test_the_next_day_it_can_be_done_again(world, sent):
    ronde = world.new_ronde()
    remind(ronde, sent)
    mail.outbox.clear()
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert remind(ronde, sent) == 4


def test_when_everybody_began_nobody_hears_and_the_day_stays_free(world, sent):
    ronde = world.new_ronde()
    for lid in Kerngroeplid.objects.filter(traject=world.traject):
        deelname.join_as_member(lid=lid, ronde=ronde)
    assert remind(ronde, sent) == 0
    assert ronde.herinnerd_op is None


def test_who_has_no_card_in_this_round_is_left_in_peace(world, sent):
    ronde = world.new_ronde()
    ronde.kaarten.update(voor_groepen=[Groep.ERVARING])
    remind(ronde, sent)
    assert receivers() == ["amina@example.nl", "els@example.nl"]


def test_who_left_the_kerngroep_or_has_no_account_gets_no_letter(world, sent, today):
    ronde = world.new_ronde()
    left = world.lid(world.els)
    left.tot = today - timedelta(days=1)
    left.van = today - timedelta(days=9)
    left.save()
    Kerngroeplid.objects.create(
        traject=world.traject, naam="Jo", ring="binnenring", rol=Rol.CLIENT, van=today
    )
    assert remind(ronde, sent) == 3
    assert "els@example.nl" not in receivers()


def test_of_a_closed_round_nobody_hears(world, sent):
    ronde = world.new_ronde()
    services.close_ronde(ronde=ronde)
    assert remind(ronde, sent) == 0
