"""Who has to look at an emergency access hears that it waits: when it is opened, and once
more before its last day (T5). Never whose plan it is, nor why it was opened."""

from datetime import datetime, time, timedelta
from uuid import UUID, uuid5

from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from berichten import services as berichten
from berichten.choices import Postsoort
from netwerk.rules.noodtoegang import deadline, last_to_remind
from netwerk.services.logvragen import guards, keepers
from toegang.choices import Soort

DAG = "{0.day}-{0.month}-{0.year}"


def tell(*, uuid: UUID, organisatie: int, door: int, begonnen_op: datetime) -> None:
    """In the transaction of the opening; sent twice, told once."""
    _say(
        uuid,
        organisatie,
        door,
        begonnen_op,
        kop="Er wacht een noodtoegang op jou",
        begin="Iemand van jullie organisatie gebruikte noodtoegang.",
        keer="wacht",
    )


@transaction.atomic
def remind() -> int:
    """Of what nobody looked at yet and is almost due; how many there were. The mark stands in
    the transaction of the message: said once, and not lost when this stops halfway."""
    last = last_to_remind(timezone.localdate())
    before = datetime.combine(last + timedelta(days=1), time.min)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM poort.nood_herinneren(%s)", [timezone.make_aware(before)]
        )
        rows = cursor.fetchall()
    for uuid, organisatie, door, begonnen_op in rows:
        _say(
            UUID(str(uuid)),
            organisatie,
            door,
            begonnen_op,
            kop="Er wacht nog een noodtoegang op jou",
            begin="Over een noodtoegang is nog niets gezegd.",
            keer="herinnering",
        )
    return len(rows)


def _say(
    uuid: UUID,
    organisatie: int,
    door: int,
    begonnen_op: datetime,
    *,
    kop: str,
    begin: str,
    keer: str,
) -> None:
    """To every functionaris but who opened it: nobody looks at their own. Where nobody is
    left, who may give somebody that role hears that."""
    day = deadline(timezone.localdate(begonnen_op))
    said = f"{begin} Kijk na of dat nodig was. Doe dat voor het eind van {DAG.format(day)}."
    found = [one for one in guards(organisatie) if one.pk != door]
    for one in found:
        berichten.leave(
            uuid=uuid5(uuid, f"{keer}:{one.pk}"),
            gebruiker=one.pk,
            rol=Soort.FUNCTIONARIS,
            soort=Postsoort.NOODTOEGANG,
            kop=kop,
            tekst=said,
            link=reverse("nakijken"),
        )
    if not found:
        _nobody(organisatie)


def _nobody(organisatie: int) -> None:
    for one in keepers(organisatie):
        words = {"naam": one.naam, "link": settings.BASE_URL + reverse("mensen")}
        text = render_to_string("mail/netwerk_nakijken_niemand.txt", words)
        send_mail("Er is een functionaris nodig", text, None, [one.email])
