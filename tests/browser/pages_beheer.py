"""Pages of who keeps regions, organisations and people."""

from base64 import b64decode

from playwright.sync_api import Page

from basis.pictures import as_png
from tests.browser.ways import LONG, Line, Way, pressed, to
from tests.toegang.beheer.people import invite
from tests.world import World
from toegang.models import Organisatie, Rol
from toegang.rules.huisstijl import judge, nearest
from toegang.services.huisstijl import keep_huisstijl, keep_logo

BEHEER = "toegang/beheer"


def before(act, way: Way) -> Way:
    """Something that happened in the world first."""

    def further(world: World, page: Page) -> None:
        act(world)
        way(world, page)

    return further


def long_names(world: World) -> None:
    Organisatie.objects.filter(pk=world.ggz.pk).update(naam=LONG[:140])
    world.petra.naam = LONG[:120]
    world.petra.save()


def an_offer(world: World) -> None:
    invite(world, world.olga, "professional")
    world.aanbod = Rol.objects.offered().get()


def with_wijk(world: World) -> None:
    world.wijk = world.gemeente.wijken.create(naam="Oost")


def with_team(world: World) -> None:
    world.team = world.ggz.teams.create(naam="Noord")
    world.role(world.petra, "teamleider", team=world.team)


def stopped(world: World) -> None:
    world.ggz.gestopt_op, world.ggz.opvolger = world.today, world.blik
    world.ggz.gestopt_reden = "Samen verder"
    world.ggz.save()


def with_look(world: World) -> None:
    """Colours that only just pass."""
    look = {"kleur": nearest("#0099ff", judge), "tweede_kleur": "#e2007a"}
    keep_huisstijl(regio=world.regio, naam=LONG[:40], **look)
    logo = b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    keep_logo(regio=world.regio, logo=as_png(logo, (9, 9)))


def roles(world: World) -> None:
    world.rol = world.olga.rollen.get()


LAST = "main form.flat button"
LOGO_SAVE = "main form[enctype] button"
PAGES = [
    Line(f"{BEHEER}/instellingen.html", "filled", "teun", to("instellingen")),
    Line(f"{BEHEER}/plannen.html", "filled", "teun", to("regio_plannen")),
    Line(f"{BEHEER}/platform.html", "filled", "pim", to("platform")),
    Line(f"{BEHEER}/regios.html", "filled", "pim", to("regios")),
    Line(f"{BEHEER}/regio_nieuw.html", "error", "pim", pressed(to("regio_nieuw"))),
    Line(f"{BEHEER}/regio.html", "filled", "pim", to("regio", "regio.slug")),
    Line(
        f"{BEHEER}/huisstijl.html",
        "filled",
        "teun",
        before(with_look, to("huisstijl")),
    ),
    Line(
        f"{BEHEER}/huisstijl.html", "error", "teun", pressed(to("huisstijl"), LOGO_SAVE)
    ),
    Line(f"{BEHEER}/gebied.html", "filled", "teun", before(with_wijk, to("gebied"))),
    Line(f"{BEHEER}/gebied.html", "error", "teun", pressed(to("gebied"))),
    Line(
        f"{BEHEER}/gemeente.html",
        "filled",
        "teun",
        before(with_wijk, to("gemeente", "gemeente.uuid")),
    ),
    Line(
        f"{BEHEER}/gebied_naam.html",
        "filled",
        "teun",
        before(with_wijk, to("wijk_naam", "wijk.uuid")),
    ),
    Line(
        f"{BEHEER}/gebied_naam.html",
        "in_use",
        "teun",
        pressed(to("gemeente_naam", "gemeente.uuid"), LAST),
    ),
    Line(f"{BEHEER}/organisaties.html", "filled", "teun", to("organisaties")),
    Line(
        f"{BEHEER}/organisaties.html",
        "long",
        "teun",
        before(long_names, to("organisaties")),
    ),
    Line(
        f"{BEHEER}/organisatie_nieuw.html",
        "error",
        "teun",
        pressed(to("organisatie_nieuw")),
    ),
    Line(f"{BEHEER}/organisatie.html", "filled", "teun", to("organisatie", "ggz.uuid")),
    Line(
        f"{BEHEER}/organisatie.html",
        "stopped",
        "teun",
        before(stopped, to("organisatie", "ggz.uuid")),
    ),
    Line(
        f"{BEHEER}/organisatie_stoppen.html",
        "error",
        "teun",
        pressed(to("organisatie_stoppen", "ggz.uuid")),
    ),
    Line(
        f"{BEHEER}/teams.html",
        "filled",
        "olga",
        before(with_team, to("teams", "ggz.uuid")),
    ),
    Line(
        f"{BEHEER}/team.html",
        "in_use",
        "olga",
        pressed(before(with_team, to("team", "team.uuid")), LAST),
    ),
    Line(f"{BEHEER}/mensen.html", "filled", "teun", to("mensen")),
    Line(f"{BEHEER}/mensen.html", "long", "teun", before(long_names, to("mensen"))),
    Line(f"{BEHEER}/mensen.html", "empty", "olga", to("mensen", query="?q=zzz")),
    Line(
        f"{BEHEER}/mensen.html",
        "asked",
        "olga",
        before(an_offer, to("mensen", query="?stand=gevraagd")),
    ),
    Line(f"{BEHEER}/mens_nieuw.html", "filled", "teun", to("mens_nieuw")),
    Line(
        f"{BEHEER}/mens_uitnodigen.html",
        "empty",
        "teun",
        to("mens_uitnodigen", "professional"),
    ),
    Line(
        f"{BEHEER}/mens_uitnodigen.html",
        "error",
        "teun",
        pressed(to("mens_uitnodigen", "gemeente")),
    ),
    Line(
        f"{BEHEER}/rol.html",
        "offered",
        "olga",
        before(an_offer, to("mens_rol", "aanbod.uuid")),
    ),
    Line(
        f"{BEHEER}/rol.html",
        "last",
        "olga",
        pressed(before(roles, to("mens_rol", "rol.uuid")), LAST),
    ),
]
