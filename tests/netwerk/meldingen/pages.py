"""Reports as people send and follow them."""

from html import unescape
from uuid import uuid4

from django.db import connection
from django.urls import reverse
from django.utils.html import strip_tags

from tests.world import browser

TEKST = "Het nummer is 0100 – 11 22 33."


def send(v, user=None, client=None, **more):
    client = client or browser(user)
    words = {"uuid": str(uuid4()), "veld": "telefoon", "tekst": TEKST, "email": ""}
    role = {}
    if user is not None:
        page = client.get(reverse("melding_nieuw", args=[v.slug])).content.decode()
        if 'name="_rol"' in page:
            role["_rol"] = page.split('name="_rol" value="')[1].split('"')[0]
    return client.post(reverse("melding_nieuw", args=[v.slug]), words | role | more)


def follow(nummer: str, user=None):
    return browser(user).get(reverse("melding_volgen", args=[nummer]))


def act(user, melding, name="melding", **words):
    """As who keeps the page."""
    client = browser(user)
    page = client.get(reverse("melding", args=[melding.uuid])).content.decode()
    role = page.split('name="_rol" value="')[1].split('"')[0] if "_rol" in page else ""
    return client.post(reverse(name, args=[melding.uuid]), {"_rol": role} | words)


def words(response) -> str:
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(unescape(strip_tags(main)).split())


def log_lines() -> list[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT actie::text, object_soort, onderdeel FROM logboek.regel"
            " WHERE id > current_setting('nk.proef_vanaf')::bigint"
            " AND uitkomst = 0 ORDER BY id"
        )
        return cursor.fetchall()
