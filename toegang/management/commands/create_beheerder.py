"""How an empty system begins: an invitation for who manages the platform or a region."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.urls import reverse
from django.utils.text import slugify

from basis.actor import Actor, acting
from basis.email import normalise_email
from logboek.services import PLATFORM
from toegang import services
from toegang.beheerders import BEHEERDER, subject_of
from toegang.models import Regio

LONGEST = 80  # Regio.naam


class Command(BaseCommand):
    help = "Nodigt een platformbeheerder uit, of met --regio een regiobeheerder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--naam", default="", help="hoe de uitgenodigde heet")
        parser.add_argument(
            "--regio", default="", help="wordt gemaakt als hij er niet is"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        email = normalise_email(options["email"])
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"Dit is geen e-mailadres: {email}") from error
        with acting(Actor.job("beheer")):
            regio = _regio(options["regio"].strip())
            _, code = services.invite(
                soort=BEHEERDER,
                sleutel=subject_of(email, regio),
                email=email,
                naam=options["naam"].strip() or email.partition("@")[0],
                regio=regio.slug if regio else PLATFORM,
            )
        link = settings.BASE_URL + reverse("uitnodiging", args=[code])
        self.stdout.write(
            f"{link}\nDeze link is alleen voor {email} en werkt"
            f" {settings.UITNODIGING_DAGEN} dagen. Een eerdere link werkt niet meer."
        )


def _regio(naam: str) -> Regio | None:
    """By name. The name of a chain in the log comes from it, so it has to give one."""
    if not naam:
        return None
    slug = slugify(naam)[:50]
    if slug in {"", PLATFORM} or len(naam) > LONGEST:
        raise CommandError(f"Dit is geen naam van een regio: {naam}")
    return Regio.objects.get_or_create(slug=slug, defaults={"naam": naam})[0]
