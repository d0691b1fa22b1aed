"""A gesprekskaart on paper, from the same reading as its page."""

from functools import lru_cache

from django.template.loader import render_to_string

from basis import pdf
from kompas.selectors.edities import Kaart

# Letters from large to small, as classes of static/css/pdf.css. The stories stay as long
# as a letter of WITH_STORIES fits with them.
LETTERS = ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8")
WITH_STORIES = LETTERS[:5]


def gesprekskaart(kaart: Kaart) -> pdf.Pdf:
    """A card on one page, in the largest letter that fits. An edition with more words
    than the smallest letter fits gets more pages: nothing is ever left out."""
    return _largest(kaart, WITH_STORIES, verhalen=True) or (
        _largest(kaart, LETTERS, verhalen=False) or _card(kaart, LETTERS[-1])
    )


def _largest(
    kaart: Kaart, letters: tuple[str, ...], *, verhalen: bool
) -> pdf.Pdf | None:
    """By halving: three or four tries at most, each a quarter of a second."""
    low, high, best = 0, len(letters), None
    while low < high:
        middle = (low + high) // 2
        made = _card(kaart, letters[middle], verhalen=verhalen)
        if made.pages == 1:
            best, high = made, middle
        else:
            low = middle + 1
    return best


def _card(kaart: Kaart, letter: str, *, verhalen: bool = False) -> pdf.Pdf:
    context = {"kaart": kaart, "letter": letter, "met_verhalen": verhalen}
    return _rendered(render_to_string("pdf/gesprekskaart.html", context))


@lru_cache(maxsize=64)  # a loaded edition never changes; some 20 KB each
def _rendered(html: str) -> pdf.Pdf:
    return pdf.render(html)
