"""The diary: read by the client and by nobody else. There is no search in it."""

from hashlib import sha256
from uuid import UUID

from django.db.models import QuerySet

from clientplan.models import Dagboekblad
from netwerk.models import Client
from toegang.models import Gebruiker


def pages(client: Client, user: Gebruiker) -> QuerySet[Dagboekblad]:
    """The newest first."""
    rows = Dagboekblad.objects.visible_to(user).filter(client=client)
    return rows.select_related("client__dagboeksleutel")


def page(client: Client, user: Gebruiker, uuid: UUID) -> Dagboekblad | None:
    return pages(client, user).filter(uuid=uuid).first()


def stand(blad: Dagboekblad) -> str:
    """Of which text it is, without saying anything of it: sealed anew it is another one."""
    return sha256(bytes(blad.tekst_box)).hexdigest()
