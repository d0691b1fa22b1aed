"""A plan begins with a code from a letter, and with the yes of whose it will be."""

import uuid
from datetime import date, timedelta

from django.utils import timezone

import pytest

from basis.actor import Actor, acting
from netwerk.models import Client, Startbrief
from netwerk.rules.rechten import birthday
from netwerk.services import starten
from netwerk.services.starten import LetterOver, TooYoung
from tests.netwerk.betrokken.lines import lines
from toegang.choices import Soort
from toegang.models import Gebruiker, Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def code(zorg):
    with zorg.as_(zorg.pro):
        return starten.write_letter(uuid=uuid.uuid4(), organisatie=zorg.ggz)


@pytest.fixture
def nieuw():
    return Gebruiker.objects.create_user("nieuw@example.nl", naam="Noa")


def letter():
    return Startbrief.objects.select_related("regio").get()


def use(user):
    with acting(Actor.person(user.pk)):
        starten.use_letter(letter=letter(), user=user)


def begin(zorg, user, born=date(1980, 5, 1)):
    with zorg.as_(user, "client"):
        return starten.begin_plan(regio=zorg.peel, user=user, geboren_op=born)


def test_the_code_is_not_kept(code):
    assert code
    assert code not in str(vars(letter()))
    assert letter().hash == starten.hash_of(code)


def test_a_second_click_makes_no_second_letter(zorg):
    same = uuid.uuid4()
    with zorg.as_(zorg.pro):
        made = [starten.write_letter(uuid=same, organisatie=zorg.ggz) for _ in range(2)]
    assert made[0]
    assert made[1] == ""
    assert Startbrief.objects.count() == 1


def test_a_letter_says_nothing_of_who_used_it(zorg, code, nieuw):
    use(nieuw)
    assert nieuw.pk not in [
        value for name, value in vars(letter()).items() if name.endswith("_id")
    ]
    assert letter().gebruikt_op is not None


def test_who_used_it_may_be_a_client_and_has_no_plan_yet(zorg, code, nieuw):
    use(nieuw)
    assert Rol.objects.get(gebruiker=nieuw).soort == Soort.CLIENT
    with zorg.as_(nieuw, "client"):
        assert not Client.objects.own(nieuw).exists()


def test_a_letter_is_used_once(zorg, code, nieuw):
    use(nieuw)
    with pytest.raises(LetterOver):
        use(zorg.zus)
    assert not Rol.objects.filter(gebruiker=zorg.zus).exists()


@pytest.mark.parametrize("how", ["ingetrokken", "verlopen"])
def test_a_letter_that_is_over_opens_nothing(zorg, code, nieuw, how):
    if how == "ingetrokken":
        with zorg.as_(zorg.pro):
            starten.withdraw_letter(letter=letter())
    else:
        Startbrief.objects.update(tot=timezone.now() - timedelta(seconds=1))
    with pytest.raises(LetterOver):
        use(nieuw)


def test_withdrawing_after_use_changes_nothing(zorg, code, nieuw):
    use(nieuw)
    with zorg.as_(zorg.pro):
        starten.withdraw_letter(letter=letter())
    assert letter().ingetrokken_op is None


def test_the_yes_begins_a_plan_with_both_keys(zorg, nieuw):
    client = begin(zorg, nieuw)
    with zorg.as_(nieuw, "client"):
        mine = Client.objects.own(nieuw).get()
        assert mine == client
        assert mine.key != mine.diary_key


def test_said_twice_it_begins_once(zorg, nieuw):
    assert begin(zorg, nieuw) == begin(zorg, nieuw)


def test_a_plan_begins_on_the_sixteenth_birthday(zorg, nieuw, today):
    last_day_fifteen = date(today.year - 16, today.month, today.day) + timedelta(days=1)
    if birthday(last_day_fifteen, 16) == today:  # born on 29 February
        last_day_fifteen += timedelta(days=1)
    with pytest.raises(TooYoung):
        begin(zorg, nieuw, last_day_fifteen)
    assert begin(zorg, nieuw, last_day_fifteen - timedelta(days=1))


def test_the_beginning_stands_in_the_trace(zorg, nieuw):
    client = begin(zorg, nieuw)
    assert lines() == [("C", "client", "", str(client.uuid))]


def test_the_line_of_a_letter_names_no_client(zorg, code, nieuw):
    use(nieuw)
    assert [line[3] for line in lines()] == ["", ""]


@pytest.mark.parametrize(
    "typed", ["{0}", "{0} ", "{1}", "https://kompas.example/brief/{0}/", "{2}"]
)
def test_a_code_goes_in_as_people_type_it(code, typed):
    text = typed.format(code, starten.shown(code), code.lower())
    assert starten.normalise(text) == code


@pytest.mark.parametrize("typed", ["", "KV73MP", "\x00", "0" * 10, "K" * 10_000])
def test_what_is_no_code_is_nothing(typed):
    assert starten.normalise(typed) == ""
