"""The file of an edition, as a regiobeheerder sends it (K1)."""

from typing import Any

from django import forms

from basis.forms import NkForm
from kompas.models import Kompaseditie
from kompas.rules.edition import Editie, Fout, read_edition
from kompas.rules.edition_source import MOST_BYTES
from kompas.selectors.edities import has_words_of
from kompas.services.edities import own_edition
from toegang.models import Regio

SHOWN = 50  # faults on one page
# how a file begins that somebody may take for a table or a text
OTHER_KINDS = {
    b"PK": "Dit is een bestand van bijvoorbeeld Excel of Word.",
    b"\xd0\xcf\x11\xe0": "Dit is een bestand van bijvoorbeeld Excel of Word.",
    b"%PDF": "Dit is een PDF.",
}
WHAT_INSTEAD = " Kies een JSON- of CSV-bestand. In Excel heet dat ‘CSV UTF-8’."


class EditieForm(NkForm):
    """After is_valid: `editie`, and `er_al` when just this edition was loaded before.
    Otherwise `fouten`, all of them, in the order of the file."""

    bestand = forms.FileField(
        label="Welk bestand?",
        help_text="JSON of CSV, in UTF-8. Het mag 1 MB groot zijn.",
        allow_empty_file=True,  # the reader has a better sentence
        widget=forms.FileInput(attrs={"accept": ".json,.csv"}),
        error_messages={"required": "Kies een bestand."},
    )

    def __init__(self, *args: Any, regio: Regio, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regio = regio
        self.fouten: list[Fout] = []
        self.editie: Editie | None = None
        self.er_al: Kompaseditie | None = None

    @property
    def eerste_fouten(self) -> list[Fout]:
        return self.fouten[:SHOWN]

    @property
    def overige_fouten(self) -> int:
        return max(0, len(self.fouten) - SHOWN)

    def clean_bestand(self) -> object:
        bestand = self.cleaned_data["bestand"]
        if (bestand.size or 0) > MOST_BYTES:
            raise forms.ValidationError("Dit bestand is te groot. Het mag 1 MB zijn.")
        data = bestand.read()
        for begin, wat in OTHER_KINDS.items():
            if data.startswith(begin):
                raise forms.ValidationError(wat + WHAT_INSTEAD)
        self.editie, self.fouten = read_edition(data, bestand.name or "", own_edition())
        if self.editie is None:
            raise forms.ValidationError(self._how_many())
        self._not_other_words(self.editie)
        return bestand

    def _how_many(self) -> str:
        n = len(self.fouten)
        hoeveel = "zit 1 fout" if n == 1 else f"zitten {n} fouten"
        return f"Er {hoeveel} in dit bestand. Er is niets geladen."

    def _not_other_words(self, editie: Editie) -> None:
        """One key and version is one wording, also beside the delivered ones: outcomes
        name the edition, and must not be taken for those of another."""
        for row in Kompaseditie.objects.for_regio(self.regio).filter(
            sleutel=editie.sleutel, versie=editie.versie
        ):
            if not has_words_of(row, editie):
                raise forms.ValidationError(taken(row))
            self.er_al = row


def taken(row: Kompaseditie) -> str:
    """Why other words need another name."""
    if row.regio_id is None:
        return (
            f"De sleutel ‘{row.sleutel}’ met versie {row.versie} is van de editie die wij"
            " meeleveren. Jullie tekst is anders. Geef jullie editie een eigen sleutel."
        )
    return (
        f"De sleutel ‘{row.sleutel}’ met versie {row.versie} is al geladen, met een andere"
        f" tekst. Een geladen editie verandert niet. Maak er versie {row.versie + 1} van."
    )
