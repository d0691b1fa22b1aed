"""What somebody may ask of the API. What cannot be right is said in words, never guessed.

The help text of a field is what /api/docs/ says of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from rest_framework import serializers

from basis.forms import CONTROLS
from netwerk.selectors.hsds_bladzij import MOST, MOST_MINIMAL, PER_PAGE

LAST_PAGE = 1_000_000
METERS = 200_000
WORDS = 200
SHAPE = {"format", "page", "per_page", "after", "minimal", "full", "full_service"}
ONBEKEND = "Dit filter bestaat hier niet. Kijk in /api/docs/ wat wel kan."


# --- kinds of answers


class Getal(serializers.IntegerField):
    """From 1, in plain digits."""

    def __init__(self, most: int, **more: Any) -> None:
        kinds = ("invalid", "min_value", "max_value")
        zin = f"Geef een heel getal van 1 tot en met {most}."
        more["error_messages"] = dict.fromkeys(kinds, zin)
        super().__init__(min_value=1, max_value=most, required=False, **more)

    def to_internal_value(self, data: Any) -> int:
        if not re.fullmatch(r"[0-9]{1,19}", data):
            self.fail("invalid")
        return super().to_internal_value(data)


class JaNee(serializers.BooleanField):
    TRUE_VALUES = {"true", "1", ""}
    FALSE_VALUES = {"false", "0"}
    default_error_messages = {"invalid": "Geef true of false."}

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, **more)


class Sleutel(serializers.UUIDField):
    default_error_messages = {
        "invalid": "Geef een id, zoals 0b9e1c2a-5d3f-4e1b-9a7c-2f6d8e4b1a3c."
    }

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, **more)


class Woorden(serializers.CharField):
    default_error_messages = {
        "max_length": f"Dit is te lang. Er passen {WORDS} tekens in.",
        "control": "Hier staat een teken in dat niet te lezen is.",
    }

    def __init__(self, **more: Any) -> None:
        more |= {"allow_blank": True, "trim_whitespace": False, "required": False}
        super().__init__(max_length=WORDS, **more)

    def to_internal_value(self, data: Any) -> str:
        if CONTROLS.search(data):
            self.fail("control")
        return data.strip()


class Moment(serializers.DateTimeField):
    """A day begins at midnight here; a moment without a zone is Dutch time."""

    default_error_messages = {
        "invalid": (
            "Geef een datum of tijdstip, zoals 2026-11-27 of 2026-11-27T09:00:00Z."
        ),
        "overflow": "Deze datum bestaat niet.",
        "make_aware": "Dit uur is er die nacht niet, of twee keer. Zet de tijdzone erbij.",
    }

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, **more)

    def to_internal_value(self, value: Any) -> datetime:
        value = value.strip()
        return super().to_internal_value(
            value.replace(" ", "+") if "T" in value else value
        )

    def enforce_timezone(self, value: datetime) -> datetime:
        try:
            return super().enforce_timezone(value).astimezone(UTC)
        except OverflowError:
            self.fail("overflow")


# --- what can be asked


class Vraag(serializers.Serializer[Any]):
    """Of every address. A name that it does not know is said: a filter that is passed
    over gives everything, and nobody sees it."""

    page = Getal(LAST_PAGE, default=1, help_text="Welke bladzij, vanaf 1.")
    per_page = Getal(
        MOST,
        default=PER_PAGE,
        help_text=f"Hoeveel per bladzij: 1 tot {MOST}. Zonder: {PER_PAGE}.",
    )
    after = Getal(
        2**62,
        help_text="Waar de vorige bladzij ophield. Staat in next; vul het niet zelf in.",
    )
    format = serializers.ChoiceField(
        ["json"],
        required=False,
        error_messages={"invalid_choice": "We geven alleen json. Laat format weg."},
        help_text="Alleen json.",
    )

    def to_internal_value(self, data: Mapping[str, str]) -> Any:
        for naam in data:
            if naam not in self.fields:
                shown = CONTROLS.sub("", naam)[:60]
                raise serializers.ValidationError({shown: [ONBEKEND]})
        return super().to_internal_value(data)


class Zoeken(serializers.Serializer[Any]):
    search = Woorden(help_text="Woorden om op te zoeken.")


class Regio(serializers.Serializer[Any]):
    regio = Woorden(
        help_text="Alleen van deze regio (het laatste stuk van haar adres)."
    )


class Volledig(serializers.Serializer[Any]):
    full = JaNee(
        help_text="true geeft alles wat erbij hoort. Zonder krijg je de hoofdzaken."
    )


class MetPlekken(serializers.Serializer[Any]):
    full_service = JaNee(
        help_text="true geeft de plekken van een organisatie met alles erbij."
    )


class Lijstwoord(serializers.Serializer[Any]):
    taxonomy_id = Sleutel(help_text="Alleen met een woord uit deze lijst.")


class OverPlekken(Zoeken, Volledig, Lijstwoord, Regio):
    """Of places, and of places at an address."""

    modified_after = Moment(
        help_text="Alleen wat sinds dit moment veranderde, of tijdelijk dicht ging of weer"
        " open. Dan komt ook mee wat gestopt is, met status defunct."
    )
    organization_id = Sleutel(help_text="Alleen van deze organisatie.")
    taxonomy_term_id = Sleutel(help_text="Alleen met dit woord.")
    postcode = Woorden(
        help_text="Een postcode of plaats. Geeft wat een adres heeft in de buurt; zie"
        " proximity."
    )
    proximity = Getal(
        METERS,
        help_text=f"Hoever van de postcode, in meters. Zonder: 25000. Hoogstens {METERS}.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "proximity" in attrs and not attrs.get("postcode"):
            zin = "Geef ook een postcode: de afstand is vanaf daar."
            raise serializers.ValidationError({"proximity": [zin]})
        return attrs


class Minimaal(serializers.Serializer[Any]):
    minimal = JaNee(
        help_text="true geeft alleen id en datum. Zonder per_page komt dan alles op één"
        f" bladzij, tot {MOST_MINIMAL}."
    )


class OverTermen(Zoeken, Lijstwoord):
    top_only = JaNee(
        help_text="true geeft alleen woorden die onder geen ander woord vallen."
    )
    parent_id = Sleutel(help_text="Alleen woorden die onder dit woord vallen.")


# --- per address


class VraagPlekken(OverPlekken, Vraag):
    pass


class VraagServices(OverPlekken, Minimaal, Vraag):
    pass


class VraagMinimaal(VraagServices):
    per_page = Getal(MOST_MINIMAL, default=MOST_MINIMAL)


class VraagOrganisaties(Zoeken, Volledig, MetPlekken, Regio, Vraag):
    pass


class VraagOrganisatie(MetPlekken, Vraag):
    pass


class VraagTaxonomieen(Zoeken, Vraag):
    pass


class VraagTermen(OverTermen, Vraag):
    pass


def is_yes(text: str | None) -> bool:
    return text is not None and text.lower() in JaNee.TRUE_VALUES


def is_everything(vraag: Mapping[str, Any]) -> bool:
    """Nothing is left out: the question of who keeps a copy."""
    return not any(value for name, value in vraag.items() if name not in SHAPE)
