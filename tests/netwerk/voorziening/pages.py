"""What the page of a provision says, as words."""

from html import unescape

from django.urls import reverse
from django.utils.html import strip_tags

from netwerk.models import Voorziening
from tests.world import browser


def answer(v: Voorziening, user=None, query: str = "", **headers: str):
    url = reverse("voorziening", args=[v.slug]) + query
    return browser(user).get(url, headers=headers)


def words(v: Voorziening, user=None, query: str = "") -> str:
    """All of the main part, with any white space as one space."""
    html = answer(v, user, query).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(unescape(strip_tags(main)).split())
