"""At eighteen the authority of a parent or voogd ends by itself, and what they gave is put to
the client again (T1). Until the client answers it counts: nobody is shut out overnight, and a
crisiskaart stays readable (docs/adr/0017)."""

from uuid import UUID, uuid5

from django.db import connection, transaction
from django.urls import reverse

from berichten import services as berichten
from berichten.choices import Postsoort
from logboek import services as logboek
from logboek.services import Actie
from toegang.choices import Soort

MOST = 500  # a day; the next one takes the rest


@transaction.atomic
def put_again() -> bool:
    """One client: marks them, leaves the message and the line, all of it or nothing. Two at
    once mark two, and nobody is marked twice. False when there is nobody."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT client, gebruiker, regio FROM poort.achttien_voorleggen()"
        )
        row = cursor.fetchone()
    if row is None:
        return False
    client, gebruiker, regio = row
    berichten.leave(
        uuid=uuid5(UUID(str(client)), "achttien"),
        gebruiker=gebruiker,
        rol=Soort.CLIENT,
        soort=Postsoort.ACHTTIEN,
        kop="Je bent 18. Kies zelf wat zo blijft",
        tekst="Een ouder of voogd zette iets aan namens jou. Vanaf nu beslis jij alleen."
        " Kijk wat er aan staat, en kies per regel: houden of stoppen. Tot je kiest, blijft"
        " het zo.",
        link=reverse("wie_opnieuw"),
    )
    logboek.record(Actie.EXECUTE, "toestemming", client=str(client), regio=regio)
    return True
