"""What the kaart says of an organisation itself, beside what it offers (N1)."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from netwerk.models import Contact, Organisatieprofiel, Telefoon
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
    """Whom to ask for at the organisation itself."""

    def __init__(self, *args: Any, profiel: Organisatieprofiel, **kwargs: Any) -> None:
        self.profiel = profiel
        super().__init__(*args, voorziening=profiel, **kwargs)

    def rows(self) -> QuerySet[Contact]:
        return services.people_of(self.profiel.organisatie)

    def save(self) -> None:
        services.change_people(profiel=self.profiel, mensen=self.regels)
