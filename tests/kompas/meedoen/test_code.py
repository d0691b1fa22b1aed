"""Getting in with a code: forgiving to who reads it aloud, silent to who guesses."""

import re

from django.urls import reverse

import pytest
from redis.exceptions import ConnectionError as RedisAway

from kompas.forms.meedoen import CODE_UNKNOWN
from kompas.services import stemmen

from .people import device, joined, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def ronde(world):
    return world.new_ronde(code="KV73MP")


def knock(phone, code: str):
    return phone.post(reverse("meedoen"), {"code": code})


@pytest.mark.parametrize(
    "typed",
    [
        "KV73MP",
        "kv73 mp",
        "KV7-3MP",
        " kv73mp",
        "kv73mp.",
        "https://netwerkkompas.example/meedoen/KV73MP/",
        "Kv73mp\n",
        "ＫＶ７３ＭＰ",
    ],
)
def test_a_code_goes_in_however_it_was_typed(ronde, typed):
    answer = knock(device(), typed)
    assert answer.status_code == 302
    assert answer.url == reverse("meedoen_ronde", args=["KV73MP"])


def test_the_address_with_the_code_is_forgiving_too(ronde):
    assert device().get("/meedoen/kv7-3mp/").status_code == 200


def without_what_differs(answer, code: str) -> bytes:
    """The page without the code that was typed and the token of this form."""
    text = answer.content.replace(code.encode(), b"CODE")
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", text)


def test_wrong_closed_and_guessed_codes_get_the_same_answer(
    world, ronde, django_assert_num_queries
):
    closed = world.new_ronde(code="CC2DD3")
    stemmen.cut(ronde=closed)
    pages, addresses = set(), set()
    for code in ("CC2DD3", "WN5VX8", "RT9KH4"):
        with django_assert_num_queries(6):  # 5 for the transaction, 1 for the code
            answer = knock(device(), code)
        pages.add((answer.status_code, without_what_differs(answer, code)))
        with django_assert_num_queries(6):
            answer = device().get(reverse("meedoen_ronde", args=[code]))
        addresses.add((answer.status_code, without_what_differs(answer, code)))
    assert [status for status, _ in pages] == [422]
    assert [status for status, _ in addresses] == [404]


@pytest.mark.parametrize(
    "typed", ["", "hallo", "KV73MP9", "\x00", "😀😀😀", "x" * 5_000]
)
def test_what_can_not_be_a_code_is_said_in_words_and_kept(ronde, typed):
    answer = knock(device(), typed)
    assert answer.status_code == 422
    assert "Fout: Doe mee" in answer.text


@pytest.mark.parametrize("typed", ["ABC234", "WN5VX8", "KV73MPP", "hallo"])
def test_an_address_that_was_mistyped_says_one_thing_and_keeps_what_was_typed(
    ronde, typed
):
    answer = device().get(reverse("meedoen_ronde", args=[typed]))
    assert answer.status_code == 404
    assert answer.context["form"].errors == {"code": [CODE_UNKNOWN]}
    assert f'value="{typed}"' in answer.text


def test_pages_behind_a_code_are_no_way_round_the_door(ronde):
    """A code that is right and one that is wrong lead to the same place first."""
    for name in ("meedoen_kaarten", "meedoen_klaar"):
        for code in ("KV73MP", "WN5VX8"):
            answer = device().get(reverse(name, args=[code]))
            assert answer.status_code == 302
            assert answer.url == reverse("meedoen_ronde", args=[code])


def test_who_guesses_has_to_wait_and_hears_how_long(ronde):
    phone = device()
    phone.get(reverse("meedoen"))
    statuses = [knock(phone, "WN5VX8").status_code for _ in range(7)]
    assert statuses == [422] * 6 + [429]
    answer = knock(phone, "KV73MP")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


def test_guessing_by_address_counts_as_well(ronde):
    phone = device()
    phone.get(reverse("meedoen"))
    url = reverse("meedoen_ronde", args=["WN5VX8"])
    assert [phone.get(url).status_code for _ in range(7)] == [404] * 6 + [429]


def test_without_redis_the_door_says_so_and_who_is_in_goes_on(ronde, monkeypatch):
    phone = joined(ronde)

    class Away:
        def get_many(self, _):
            raise RedisAway

    monkeypatch.setattr("basis.doors.cache", Away())
    stranger = device(raise_request_exception=False)
    assert knock(stranger, "KV73MP").status_code == 503
    assert stranger.get("/meedoen/KV73MP/").status_code == 503
    assert stranger.get(reverse("meedoen")).status_code == 200
    assert phone.get(reverse("meedoen_kaarten", args=["KV73MP"])).status_code == 200
    assert send(phone, ronde).status_code == 302
