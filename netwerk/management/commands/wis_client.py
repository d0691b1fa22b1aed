"""Erases the plan of somebody who asked for it, for good. Whoever runs this has made sure of
who is asking, outside the system; the account stays, and the log has a line."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError

from basis.actor import Actor, acting
from basis.email import normalise_email
from netwerk import wislijst
from netwerk.services import wissen

ACTOR = Actor.job(wissen.JOB)
WEG = (
    "Gewist: {client}. Wat er stond, kan niemand meer lezen. Back-ups van voor dit moment"
    " hebben de sleutel nog: gooi die binnen 90 dagen weg (docs/beheer.md)."
)
GEEN_LIJST = (
    "WISLIJST is niet ingesteld. Schrijf dit nummer zelf op, apart van de back-ups: na het"
    " terugzetten van een oudere back-up moet het plan opnieuw worden gewist."
)


class Command(BaseCommand):
    help = "Wist het plan van een cliënt voorgoed: de sleutels en alle rijen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", nargs="?", help="van wie het plan is")
        parser.add_argument("--ja", action="store_true", help="vraag niets meer")
        parser.add_argument(
            "--opnieuw",
            metavar="LIJST",
            help="na het terugzetten van een back-up: wis wie in deze lijst staat",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        email, lijst = options["email"], options["opnieuw"]
        if bool(email) == bool(lijst):
            raise CommandError("Geef een adres, of --opnieuw met de lijst.")
        if lijst:
            self._again(Path(lijst))
            return
        email = normalise_email(email)
        found = self._found(email)
        if not options["ja"]:
            self._ask(email, found)
        try:
            with acting(ACTOR):
                done = wissen.erase(client=found.client)
        except (OSError, wislijst.Unreadable) as error:
            raise CommandError(
                f"De wislijst is niet te schrijven ({error}). Er is niets gewist."
            ) from error
        except IntegrityError as error:  # at COMMIT
            raise CommandError(
                "Iemand schreef op dit moment iets bij dit plan. Er is niets gewist;"
                " probeer het nog eens."
            ) from error
        self.stdout.write(WEG.format(client=found.client) if done else "Was al gewist.")
        if done and not settings.WISLIJST:
            self.stdout.write(GEEN_LIJST)

    def _found(self, email: str) -> wissen.Gevonden:
        with acting(ACTOR):
            found = wissen.find(email)
        if found is None:
            raise CommandError(
                "Bij dit adres hoort geen plan (meer). Er is niets gewist."
            )
        return found

    def _ask(self, email: str, found: wissen.Gevonden) -> None:
        self.stdout.write(
            f"Het plan van {found.naam}, sinds {found.begonnen_op:%d-%m-%Y}."
        )
        if found.nakijken or found.vragen:
            self.stdout.write(
                f"Let op: {found.nakijken} keer noodtoegang is nog niet nagekeken, en"
                f" {found.vragen} vragen over het logboek zijn nog niet beantwoord."
                " Dat kan daarna niet meer."
            )
        self.stdout.write("Wissen kan niet ongedaan worden gemaakt.")
        if normalise_email(input("Typ het adres nog een keer: ")) != email:
            raise CommandError("Dat is een ander adres. Er is niets gewist.")

    def _again(self, path: Path) -> None:
        try:
            listed = wislijst.read(path)
        except OSError as error:
            raise CommandError(f"De lijst {path} is niet te lezen.") from error
        except wislijst.Unreadable as error:
            raise CommandError(
                f"De lijst is niet te lezen: {error}. Er is niets gewist."
            ) from error
        erased = 0
        for client in listed:
            with acting(ACTOR):
                try:
                    erased += wissen.erase(client=client)
                except wissen.NoClient:
                    continue  # began after this back-up
        self.stdout.write(f"In de lijst: {len(listed)}. Opnieuw gewist: {erased}.")
