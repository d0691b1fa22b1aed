"""The story: six texts with their pictures, and what the reader was writing."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature, TimestampSigner

from clientplan.models import Concept, Verhaal, Verhaalbeeld
from clientplan.rules.verhaal import VRAGEN, Vraag
from clientplan.selectors.blik import Blik
from toegang.models import Gebruiker

MARK = TimestampSigner(salt="clientplan.verhaalbeeld")
WITH_ITS_PAGE = timedelta(
    minutes=10
)  # a picture further down loads when somebody is there


@dataclass(frozen=True)
class Tekst:
    """One text as it stands. `begonnen`: the reader has a draft of it."""

    vraag: Vraag
    kop: str
    tekst: str
    beeld: Verhaalbeeld | None
    begonnen: bool

    @property
    def leeg(self) -> bool:
        return not self.tekst and self.beeld is None


def story(blik: Blik, user: Gebruiker) -> Verhaal:
    """The one that is there, or one that is not saved yet."""
    rows = Verhaal.objects.visible_to(user).filter(client=blik.client)
    found = rows.select_related("client", "gewijzigd_door").first()
    return found or Verhaal.new(blik.client)


def texts(blik: Blik, user: Gebruiker, verhaal: Verhaal) -> list[Tekst]:
    words = verhaal.words
    shown = pictures_shown(blik, user)
    begun = _begun(blik, user)
    return [
        Tekst(
            vraag=one,
            kop=heading(blik, one),
            tekst=words[key],
            beeld=shown.get(key),
            begonnen=verhaal.draft_of(key) in begun,
        )
        for key, one in VRAGEN.items()
    ]


def heading(blik: Blik, vraag: Vraag) -> str:
    return vraag.mijn if blik.eigen else vraag.van.format(naam=blik.naam)


def _begun(blik: Blik, user: Gebruiker) -> set[UUID]:
    if not blik.may_write("verhaal"):
        return set()
    rows = Concept.objects.by(user).filter(client=blik.client, onderdeel="verhaal")
    return set(rows.values_list("object_uuid", flat=True))


def pictures_shown(blik: Blik, user: Gebruiker) -> dict[str, Verhaalbeeld]:
    """By the text it stands with; without the picture itself."""
    rows = Verhaalbeeld.objects.visible_to(user).filter(client=blik.client, weg_op=None)
    return {one.vraag: one for one in rows.light().select_related("client")}


def pictures_before(blik: Blik, user: Gebruiker, vraag: str) -> list[Verhaalbeeld]:
    """Replaced or taken away, the newest first; for who may put one back."""
    if not blik.may_write("verhaal"):
        return []
    rows = Verhaalbeeld.objects.visible_to(user).filter(
        client=blik.client, vraag=vraag, weg_op__isnull=False
    )
    return list(
        rows.light()
        .select_related("client", "geplaatst_door")
        .order_by("-weg_op", "-pk")
    )


def picture(blik: Blik, user: Gebruiker, uuid: UUID) -> Verhaalbeeld | None:
    """One that stands in the story; of one that does not, only for who may put it back."""
    rows = Verhaalbeeld.objects.visible_to(user).filter(client=blik.client, uuid=uuid)
    if not blik.may_write("verhaal"):
        rows = rows.filter(weg_op=None)
    return rows.select_related("client").first()


def mark_of(user: Gebruiker, uuid: UUID) -> str:
    """Goes with a picture on a page that wrote its line: it is the same reading. Says for
    whom and which, and is worth nothing without the right to see it."""
    return MARK.sign(f"{user.pk}:{uuid}")


def is_with_its_page(user: Gebruiker, uuid: UUID, mark: str) -> bool:
    try:
        return MARK.unsign(mark, max_age=WITH_ITS_PAGE) == f"{user.pk}:{uuid}"
    except BadSignature:
        return False
