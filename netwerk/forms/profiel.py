"""What the kaart says of an organisation itself, beside what it offers (N1)."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from netwerk.models import Contact, Organisatieprofiel, Telefoon
from netwerk.rules.telefoon import Fout, parse_phone, show_phone
from netwerk.services import profielen as services
from toegang.forms.beheer import other_kinds

from .aanbod.contact import Telefoonform
from .aanbod.mensen import MensenForm
from .velden import line, textarea, web_address


class ProfielForm(Telefoonform):
    """Of a profile, as a step is of a provision; it need not be there yet."""

    FIELDS = (
        "ook_bekend_als",
        "omschrijving",
        "website",
        "email",
        "kwaliteitsstatuut",
    )
    field_order = ("ook_soorten", *FIELDS)

    ook_soorten = other_kinds()
    ook_bekend_als = line("Noemen mensen de organisatie ook anders?", 255)
    omschrijving = textarea("Wat doet de organisatie?", 5_000, "In gewone woorden.")
    website = web_address("Website")
    email = forms.EmailField(label="E-mailadres", required=False)
    kwaliteitsstatuut = web_address(
        "Link naar het kwaliteitsstatuut",
        "Moet er staan bij basis-ggz en gespecialiseerde ggz.",
    )

    def __init__(self, *args: Any, profiel: Organisatieprofiel, **kwargs: Any) -> None:
        self.profiel = profiel
        super().__init__(*args, voorziening=profiel, **kwargs)

    def start(self) -> dict[str, Any]:
        return super().start() | {"ook_soorten": self.profiel.organisatie.ook_soorten}

    def losse(self) -> list[Any]:
        """The kinds stand apart, folded."""
        return [field for field in super().losse() if field.name != "ook_soorten"]

    def rows(self) -> QuerySet[Telefoon]:
        return Telefoon.objects.filter(
            organisatie__organisatie=self.profiel.organisatie_id
        )

    def save(self) -> None:
        services.change(
            profiel=self.profiel,
            velden=self.velden(),
            ook_soorten=self.cleaned_data["ook_soorten"],
            nummers=self.regels,
        )


class OrganisatieMensenForm(MensenForm):
    """Whom to ask for at the organisation itself, with a number. What a package said
    beside these columns stays, and so do more numbers of one contact."""

    PARTS = (*MensenForm.PARTS, "telefoon")
    LEAD = (*MensenForm.LEAD, "telefoon")

    def __init__(self, *args: Any, profiel: Organisatieprofiel, **kwargs: Any) -> None:
        self.profiel = profiel
        super().__init__(*args, voorziening=profiel, **kwargs)

    def rows(self) -> QuerySet[Contact]:
        return services.people_of(self.profiel.organisatie)

    def values(self, row: Contact) -> dict[str, Any]:
        first = next(iter(row.telefoon_set.all()), None)
        columns = {part: getattr(row, part) for part in MensenForm.PARTS}
        return columns | {"telefoon": show_phone(first.nummer) if first else ""}

    def parts(self, label: str) -> dict[str, forms.Field]:
        tel = forms.TextInput(attrs={"inputmode": "tel"})
        return {
            **super().parts(label),
            "telefoon": line("Telefoonnummer", 80, widget=tel),
        }

    def read(self, key: str, typed: dict[str, Any]) -> dict[str, Any] | None:
        columns = super().read(key, typed)
        if columns is None or not typed["telefoon"]:
            return columns
        found = parse_phone(typed["telefoon"])
        if isinstance(found, Fout):
            self.fault(key, "telefoon", found.zin)
            return None
        return columns | {"telefoon": found.nummer}

    def save(self) -> None:
        services.change_people(profiel=self.profiel, mensen=self.regels)
