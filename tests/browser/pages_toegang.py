"""Pages of getting in and of one's own account."""

import re

from django.contrib.sessions.models import Session
from django.core import mail
from django.urls import reverse

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from playwright.sync_api import Page

from tests.browser.ways import Line, Way, pressed, to
from tests.world import PASSWORD, World


def with_second_step(way: Way) -> Way:
    """Noor has an app with codes, and codes on paper."""

    def further(world: World, page: Page) -> None:
        TOTP.activate(world.noor, generate_totp_secret())
        RecoveryCodes.activate(world.noor)
        way(world, page)

    return further


def logging_in(world: World, page: Page) -> None:
    """E-mail and password are right; now the code is asked for."""
    page.goto(reverse("account_login"))
    page.fill("input[type=email], input[name=login]", world.noor.email)
    page.fill("input[type=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[type=password]", "Enter")


def closed_account(world: World, page: Page) -> None:
    world.noor.is_active = False
    world.noor.save()
    logging_in(world, page)


def wrong_password(world: World, page: Page) -> None:
    page.goto(reverse("account_login"))
    page.fill("input[type=email], input[name=login]", world.noor.email)
    page.fill("input[type=password]", "fout-wachtwoord")
    with page.expect_navigation():
        page.press("input[type=password]", "Enter")


def wrong_code(world: World, page: Page) -> None:
    logging_in(world, page)
    page.fill("input[name=code]", "000000")
    with page.expect_navigation():
        page.press("input[name=code]", "Enter")


def forgotten(world: World, page: Page) -> None:
    page.goto(reverse("account_reset_password"))
    page.fill("input[name=email]", world.noor.email)
    with page.expect_navigation():
        page.press("input[name=email]", "Enter")


def link_from_the_mail(world: World, page: Page) -> None:
    forgotten(world, page)
    page.goto(re.search(r"/wachtwoord/nieuw/\S+", mail.outbox[-1].body)[0])


def ended(world: World, page: Page) -> None:
    """Somebody typed, and their session is over when they send it."""
    page.goto(reverse("traject_nieuw"))
    page.locator("main input[type=text]").first.fill("Lindestroom samen")
    Session.objects.all().delete()
    with page.expect_navigation():
        page.click("main button[type=submit]")


def back_again(world: World, page: Page) -> None:
    ended(world, page)
    page.fill("input[name=login]", world.teun.email)
    page.fill("input[type=password]", PASSWORD)
    with page.expect_navigation():
        page.press("input[type=password]", "Enter")


PAGES = [
    Line("toegang/inloggen.html", "empty", "", to("account_login")),
    Line("toegang/inloggen.html", "error", "", pressed(to("account_login"))),
    Line("toegang/inloggen.html", "wrong", "", wrong_password),
    Line("toegang/inloggen.html", "words", "teun", ended),
    Line("toegang/verder.html", "filled", "teun", back_again),
    Line("toegang/gesloten.html", "filled", "", closed_account),
    Line("toegang/code.html", "empty", "", with_second_step(logging_in)),
    Line("toegang/code.html", "error", "", with_second_step(wrong_code)),
    Line("toegang/uitloggen.html", "filled", "noor", to("account_logout")),
    Line("toegang/wachtwoord_vergeten.html", "empty", "", to("account_reset_password")),
    Line("toegang/wachtwoord_verstuurd.html", "filled", "", forgotten),
    Line("toegang/wachtwoord_nieuw.html", "empty", "", link_from_the_mail),
    Line("toegang/wachtwoord_nieuw.html", "error", "", pressed(link_from_the_mail)),
    Line(
        "toegang/link_werkt_niet.html",
        "filled",
        "",
        lambda world, page: page.goto("/uitnodiging/die-is-er-niet/"),
    ),
    Line("toegang/account.html", "filled", "noor", to("mijn_account")),
    Line("toegang/rol.html", "filled", "noor", to("rol")),
    Line("toegang/sessies.html", "filled", "noor", to("usersessions_list")),
    Line("toegang/wachtwoord.html", "empty", "noor", to("account_change_password")),
    Line(
        "toegang/wachtwoord.html",
        "error",
        "noor",
        pressed(to("account_change_password")),
    ),
    Line("toegang/bevestigen.html", "empty", "noor", to("account_reauthenticate")),
    Line(
        "toegang/bevestigen_code.html",
        "empty",
        "noor",
        with_second_step(to("mfa_reauthenticate")),
    ),
    Line("toegang/tweede_stap.html", "empty", "noor", to("mfa_index")),
    Line(
        "toegang/tweede_stap.html", "filled", "noor", with_second_step(to("mfa_index"))
    ),
    Line("toegang/tweede_stap_app.html", "empty", "noor", to("mfa_activate_totp")),
    Line(
        "toegang/tweede_stap_app.html",
        "error",
        "noor",
        pressed(to("mfa_activate_totp")),
    ),
    Line("toegang/tweede_stap_papier.html", "empty", "noor", to("tweede_stap_papier")),
    Line(
        "toegang/tweede_stap_codes.html",
        "filled",
        "noor",
        with_second_step(to("mfa_view_recovery_codes")),
    ),
    Line(
        "toegang/tweede_stap_nieuwe_codes.html",
        "filled",
        "noor",
        with_second_step(to("mfa_generate_recovery_codes")),
    ),
    Line(
        "toegang/tweede_stap_uit.html",
        "filled",
        "noor",
        with_second_step(to("tweede_stap_uit")),
    ),
]
