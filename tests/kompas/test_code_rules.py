"""A join code goes in however people hear, type or paste it, and nothing else does."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given, strategies as st

from basis.codes import ALPHABET, DIGITS, LETTERS
from kompas.rules.code import LENGTH, new_code, normalise, shown

codes = st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH)
separators = st.sampled_from(
    ["", " ", "-", ".", "\u00a0", "\u2013", "  ", "\u200b", "\u2011", ", ", "\n", "'"]
)


@pytest.mark.parametrize(
    "typed",
    [
        "KV73MP",
        "kv7 3mp",
        "KV7-3MP",
        " KV73MP",
        "Kv73mp.",
        "kv7 3mp. ",
        "KV7\u00a03MP",
        "K V 7 3 M P",
        "\u201ckv7\u20133mp\u201d",
        "\uff2b\uff3673MP",
        "kU73mp",
        "https://host.example/meedoen/KV73MP/",
        "https://host.example/meedoen/KV73MP",
        "http://127.0.0.1:8000/meedoen/kv73mp/?utm_source=mail&x=1",
        "Host.example/Meedoen/KV73MP.",
        "https://host.example/meedoen/KV7%203MP/#top",
        "Doe je mee? https://meedoen.example/meedoen/KV73MP/ Tot straks",
    ],
)
def test_a_code_goes_in_the_way_people_type_and_paste_it(typed):
    assert normalise(typed) == "KV73MP"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "KV73M",
        "KV73MPP",
        "KV73M\x00P",
        "\x00" * 6,
        "KV73M\U0001f642",
        "KV73M\u202eP+",
        "KV73M+",
        "\ud800V73MP",
        "https://host.example/meedoen/",
        "https://host.example/aanmelden/KV73MP/",
        "1O0IL1",
        "\u041a\u041c\u0420\u0422\u0425\u041d",
        "%4B%56%37%33",
        "KV73MP" + " " * 1_000,
    ],
)
def test_what_is_no_code_is_nothing(typed):
    assert normalise(typed) == ""


@pytest.mark.parametrize("sign", ["K", " ", "/meedoen/", "\x00", "%25", "\u0301"])
def test_ten_thousand_characters_are_refused_at_once(sign):
    start = perf_counter()
    assert normalise(sign * 10_000) == ""
    assert perf_counter() - start < 0.05


@given(st.text(max_size=60))
def test_any_text_gives_a_code_of_the_alphabet_or_nothing(text):
    code = normalise(text)
    assert code == "" or (len(code) == LENGTH and set(code) <= set(ALPHABET))
    assert normalise(code) == code


@given(code=codes, data=st.data())
def test_a_decorated_code_is_still_that_code(code, data):
    looks_like = {"2": "2Zz", "5": "5Ss", "8": "8Bb", "V": "VvUu"}
    typed = data.draw(separators)
    for sign in code:
        ways = looks_like.get(sign, sign + sign.lower())
        typed += data.draw(st.sampled_from(ways)) + data.draw(separators)
    assert normalise(typed) == code


@given(
    code=codes,
    before=st.sampled_from(["", "https://a.example", "Kom je? ", "HTTP://A.NL:80"]),
    after=st.sampled_from(["", "/", "/?bron=mail", "#x", " tot dan", "?q=/meedoen/X"]),
)
def test_a_code_in_an_address_is_found(code, before, after):
    assert normalise(f"{before}/meedoen/{code}{after}") == code
    assert normalise(shown(code)) == code


@given(st.integers(0, 10**9))
def test_a_new_code_is_never_word_like(seed):
    code = new_code(lambda n: seed % n)
    assert normalise(code) == code
    assert keeps_the_rules(code)


def test_codes_are_drawn_at_random_and_stay_different():
    drawn = {new_code() for _ in range(2_000)}
    assert len(drawn) > 1_990
    assert {sign for code in drawn for sign in code} == set(ALPHABET)
    assert all(keeps_the_rules(code) for code in drawn)


def test_there_are_as_many_codes_as_the_docstring_says():
    @cache
    def follow(tail: str, left: int, count: Callable[[list[int]], int]) -> int:
        if not left:
            return 1
        nexts = [sign for sign in ALPHABET if keeps_the_rules(tail + sign)]
        return count([follow((tail + s)[-2:], left - 1, count) for s in nexts])

    def rarest(rows: list[int]) -> int:
        return len(rows) * min(rows)

    assert follow("", LENGTH, sum) == 21_735_168
    assert follow("", LENGTH, rarest) == 6_048_000


def test_the_alphabet_has_nothing_to_mistake():
    assert not set("AEIOUY0O1ILQG6ZSBU") & set(ALPHABET)
    assert len(set(ALPHABET)) == len(ALPHABET) == 21


def test_a_code_is_shown_in_two_halves():
    assert shown("KV73MP") == "KV7 3MP"
    assert shown("") == ""


def keeps_the_rules(code: str) -> bool:
    """Written apart from the code: signs of the alphabet, no double, no L?L as a word."""
    triples = zip(code, code[1:], code[2:], strict=False)
    return (
        set(code) <= set(LETTERS + DIGITS)
        and all(a != b for a, b in pairwise(code))
        and not any(
            {a, c} <= set(LETTERS) and b in LETTERS + "34" for a, b, c in triples
        )
    )
