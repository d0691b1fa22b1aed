"""A gesprekskaart on paper, from the same reading as its page."""

from functools import lru_cache

from django.template.loader import render_to_string

from basis import pdf
from kompas.selectors.edities import Kaart
from toegang.selectors.huisstijl import Stijl, on_paper

# Letters from large to small, as classes of static/css/pdf.css. The stories stay as long
# as a letter of WITH_STORIES fits with them.
LETTERS = ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8")
WITH_STORIES = LETTERS[:5]


def gesprekskaart(kaart: Kaart, stijl: Stijl | None = None) -> pdf.Pdf:
    """A card on one page, in the largest letter that fits, as the region looks. An edition
    with more words than the smallest letter fits gets more pages: nothing is ever left
    out."""
    return (
        _largest(kaart, stijl, WITH_STORIES, verhalen=True)
        or _largest(kaart, stijl, LETTERS, verhalen=False)
        or _card(kaart, stijl, LETTERS[-1])
    )


def _largest(
    kaart: Kaart, stijl: Stijl | None, letters: tuple[str, ...], *, verhalen: bool
) -> pdf.Pdf | None:
    """By halving: three or four tries at most, each a quarter of a second."""
    low, high, best = 0, len(letters), None
    while low < high:
        middle = (low + high) // 2
        made = _card(kaart, stijl, letters[middle], verhalen=verhalen)
        if made.pages == 1:
            best, high = made, middle
        else:
            low = middle + 1
    return best


def _card(
    kaart: Kaart, stijl: Stijl | None, letter: str, *, verhalen: bool = False
) -> pdf.Pdf:
    context = {
        "kaart": kaart,
        "stijl": stijl,
        "letter": letter,
        "met_verhalen": verhalen,
    }
    return _rendered(
        on_paper(render_to_string("pdf/gesprekskaart.html", context), stijl)
    )


@lru_cache(maxsize=64)  # a loaded edition never changes; some 20 KB each
def _rendered(html: str) -> pdf.Pdf:
    return pdf.render(html)
