"""What every form of a piece of a plan does: it begins from what stands there or from the
draft, says from which number, and gives words and columns apart."""

from typing import Any, ClassVar

from django import forms

from basis.forms import NkForm
from clientplan.models import Keuzes, PlanItem

LONG = 10_000  # signs of one text; more is a document


class Woorden(forms.CharField):
    """Words of the client, long or short; kept as typed, an end of a line included."""

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", LONG)
        if rows > 1:
            attrs = {"rows": rows, "class": "write"}
            kwargs.setdefault("widget", forms.Textarea(attrs=attrs))
        super().__init__(**kwargs)


class StukForm(NkForm):
    """`WOORDEN` and `VELDEN`: which of the fields are sealed words, and which columns.
    `ANDERS`: label and hint for who writes in the plan of another, with `{naam}`; `van` is
    that name, "" on one's own.

    `item` is a row that is there, or a new one that is not saved yet (its uuid comes from
    the form, so that a second click adds nothing). `texts` is a draft. `keuzes`: of a column
    that is another row, which ones there are to choose from; without any the field is not
    there, and the column stays as it is.
    """

    WOORDEN: ClassVar[tuple[str, ...]] = ()
    VELDEN: ClassVar[tuple[str, ...]] = ()
    ANDERS: ClassVar[dict[str, tuple[str, str]]] = {}

    uuid = forms.UUIDField(widget=forms.HiddenInput)
    nummer = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=2**31 - 2
    )

    def __init__(
        self,
        data: Any = None,
        *,
        item: PlanItem,
        texts: dict[str, str] | None = None,
        nummer: int | None = None,
        keuzes: Keuzes | None = None,
        van: str = "",
        **kwargs: Any,
    ) -> None:
        self.item = item
        self.keuzes = keuzes or {}
        number = item.nummer if item.pk else 0
        begins = {
            "uuid": item.uuid,
            "nummer": number if nummer is None else nummer,
            **{name: item.words[name] for name in self.WOORDEN},
            **{name: self._as_typed(item, name) for name in self.VELDEN},
            **(texts or {}),
        }
        super().__init__(data, initial=begins | kwargs.pop("initial", {}), **kwargs)
        for name in self.VELDEN:
            if item._meta.get_field(name).is_relation:
                self._fill(name)
        if van:
            self._speak_of(van)

    def _speak_of(self, naam: str) -> None:
        for name, (label, hint) in self.ANDERS.items():
            if name in self.fields:
                self.fields[name].label = label.format(naam=naam)
                self.fields[name].help_text = hint.format(naam=naam)

    def _fill(self, name: str) -> None:
        rows = self.keuzes.get(name, {})
        now = self.item.fields()[name]
        hidden = now is None and self.item.hangs_on(name)
        if rows and not hidden and (now is None or str(now) in rows):
            field: Any = self.fields[name]
            field.choices += [(key, label) for key, (label, _) in rows.items()]
        else:
            del self.fields[name]

    @staticmethod
    def _as_typed(item: PlanItem, name: str) -> Any:
        """What a field begins with: of another row its uuid."""
        if item._meta.get_field(name).is_relation:
            return str(item.fields()[name] or "")
        return getattr(item, name)

    @property
    def mine(self) -> dict[str, str]:
        """The words of this form alone."""
        return {name: self.cleaned_data[name] for name in self.WOORDEN}

    @property
    def words(self) -> dict[str, str]:
        """All words of the piece: those of this form, and the others as they stand."""
        return self.item.words | self.mine

    @property
    def columns(self) -> dict[str, Any]:
        return {name: self._value(name) for name in self.VELDEN if name in self.fields}

    def _value(self, name: str) -> Any:
        value = self.cleaned_data[name]
        if name in self.keuzes:
            return self.keuzes[name][value][1] if value else None
        return value

    @classmethod
    def texts_in(cls, posted: Any) -> dict[str, str]:
        """What was typed, without looking whether it is right: for a draft."""
        names = (*cls.WOORDEN, *cls.VELDEN)
        return {name: str(posted.get(name, ""))[:LONG] for name in names}
