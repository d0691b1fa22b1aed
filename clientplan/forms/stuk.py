"""What every form of a piece of a plan does: it begins from what stands there or from the
draft, says from which number, and gives words and columns apart."""

from typing import Any, ClassVar

from django import forms

from basis.forms import NkForm
from clientplan.models import PlanItem

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

    `item` is a row that is there, or a new one that is not saved yet (its uuid comes from
    the form, so that a second click adds nothing). `texts` is a draft.
    """

    WOORDEN: ClassVar[tuple[str, ...]] = ()
    VELDEN: ClassVar[tuple[str, ...]] = ()

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
        **kwargs: Any,
    ) -> None:
        self.item = item
        number = item.nummer if item.pk else 0
        begins = {
            "uuid": item.uuid,
            "nummer": number if nummer is None else nummer,
            **{name: item.words[name] for name in self.WOORDEN},
            **{
                name: getattr(item, item._meta.get_field(name).attname)
                for name in self.VELDEN
            },
            **(texts or {}),
        }
        super().__init__(data, initial=begins | kwargs.pop("initial", {}), **kwargs)

    @property
    def words(self) -> dict[str, str]:
        """All words of the piece: those of this form, and the others as they stand."""
        mine = {name: self.cleaned_data[name] for name in self.WOORDEN}
        return self.item.words | mine

    @property
    def columns(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.VELDEN}

    @classmethod
    def texts_in(cls, posted: Any) -> dict[str, str]:
        """What was typed, without looking whether it is right: for a draft."""
        names = (*cls.WOORDEN, *cls.VELDEN)
        return {name: str(posted.get(name, ""))[:LONG] for name in names}
