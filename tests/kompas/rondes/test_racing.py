"""Two facilitators press the same button at the same moment: it happens once."""

import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from django.core import mail
from django.db import connection

import pytest

from basis.actor import Actor, acting
from kompas.choices import Groep, Weergave
from kompas.models import Ronde, Rondekaart
from kompas.services import rondes as services
from kompas.services.rondes import Kaartkeuze, Vorm
from tests.kompas.logs import lines
from tests.kompas.meedoen.people import guest, score

pytestmark = pytest.mark.django_db(transaction=True)

OPEN, VEILIG = Vorm(Weergave.OPEN_GESPREK), Vorm(Weergave.VEILIG)
TRIES = 10


def at_once(world, *works) -> list:
    """Each on a connection of its own, as who leads the traject, all from one start."""
    start = threading.Barrier(len(works))

    def run(work):
        try:
            start.wait(5)
            with acting(Actor.person(world.noor.pk, rol="procesbegeleider")):
                return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return [
            done.result(timeout=20) for done in [pool.submit(run, w) for w in works]
        ]


def test_a_card_opens_once(world):
    ronde = world.new_ronde()
    for kaart in ronde.kaarten.all():
        found = Rondekaart.objects.select_related("ronde__traject__regio", "thema")
        both = [found.get(pk=kaart.pk) for _ in range(2)]
        opened = at_once(
            world, *(lambda one=one: services.open_card(kaart=one) for one in both)
        )
        assert sorted(opened) == [False, True]
    assert lines().count(("E", "rondekaart", "lindestroom")) == ronde.kaarten.count()


def test_a_round_closes_once(world):
    for number in range(TRIES):
        ronde = world.new_ronde(code=f"CC2D{number:02d}")
        both = [Ronde.objects.get(pk=ronde.pk) for _ in range(2)]
        closed = at_once(
            world, *(lambda one=one: services.close_ronde(ronde=one) for one in both)
        )
        assert sorted(closed) == [False, True]


def test_people_are_reminded_once(world):
    ronde = world.new_ronde()
    both = [Ronde.objects.get(pk=ronde.pk) for _ in range(2)]
    sent = at_once(world, *(lambda one=one: services.remind(ronde=one) for one in both))
    assert sorted(sent) == [0, 4]
    assert len(mail.outbox) == 4


def test_rounds_that_begin_together_have_numbers_of_their_own(world):
    editie = world.edition()
    cards = [Kaartkeuze(editie.themas.first(), [Groep.ERVARING])]

    def begin(key):
        services.start_ronde(
            uuid=key,
            traject=world.traject,
            naam="Samen",
            editie=editie,
            kaarten=cards,
            vorm=OPEN,
            uitnodigen=False,
        )

    twice, once = uuid.uuid4(), uuid.uuid4()
    at_once(world, *(lambda key=key: begin(key) for key in (twice, twice, once)))
    rondes = world.traject.rondes.all()
    assert [ronde.nummer for ronde in rondes] == [1, 2]
    assert {ronde.uuid for ronde in rondes} == {twice, once}


def test_how_it_is_shown_never_changes_behind_an_answer(world):
    """Whoever comes first wins: the answer was given under what it is shown as."""
    seen = set()
    for number in range(TRIES):
        ronde = world.new_ronde(code=f"CC2D{number:02d}")
        who = guest(ronde)
        assert who.kenmerk
        pause = number % 2 * 0.02

        def change(ronde=ronde, pause=pause):
            time.sleep(pause)
            return services.change_weergave(ronde=ronde, vorm=VEILIG)

        def save(who=who, pause=pause):
            time.sleep(0.02 - pause)
            score(who, "4")
            shown = Ronde.objects.get(pk=who.ronde.pk).weergave
            time.sleep(0.01)  # written and not yet committed
            return shown

        changed, shown = at_once(world, change, save)
        assert shown == (Weergave.VEILIG if changed else Weergave.OPEN_GESPREK)
        seen.add(changed)
    assert seen == {True, False}  # else nothing raced
