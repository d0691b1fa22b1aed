"""A small region with one traject, and the people round it: the personas of the tests."""

from __future__ import annotations

import time
from datetime import date
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone
from django.utils.text import slugify

from allauth.account.models import EmailAddress

from basis.crypto import key_ring, new_key
from kompas.choices import Groep, Ring, Rol as Kompasrol, Voor, Weergave
from kompas.models import (
    Begeleider,
    Kerngroeplid,
    Kompaseditie,
    Ronde,
    Rondekaart,
    Stelling,
    Thema,
    Themadeel,
    Traject,
    Trajectstap,
    Werkwijze,
    Werkwijzegroep,
)
from netwerk.choices import Meldveld, Status
from netwerk.models import Melding, Voorziening
from netwerk.rules.meldnummer import new_number
from toegang.choices import Soort
from toegang.models import Gebruiker, Gemeente, Organisatie, Regio, Rol

PASSWORD = "zeer-lang-wachtwoord-9"
PEOPLE = (
    "Noor", "Verre Noor", "Teun", "Verre Teun", "Niemand", "Olga", "Oscar", "Petra",
    "Gemma", "Pim", "Amina", "Els", "Hanneke", "Wim",
)  # fmt: skip


class World:
    """People by name:

    noor leads the traject, amina (ervaringsdeskundige), els (naaste), hanneke (uitvoerder)
    and wim (bestuurder) are in its core group; teun manages the region; verre_noor and
    verre_teun do the same elsewhere; olga keeps Ggz Lindestroom and oscar De Wijde Blik;
    petra is a professional of the ggz, gemma looks on for the gemeente, pim keeps the
    platform; niemand has an account and no role.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.regio = Regio.objects.create(naam="Lindestroom", slug="lindestroom")
        self.elders = Regio.objects.create(naam="Heuvelrug", slug="heuvelrug")
        self.gemeente = Gemeente.objects.create(regio=self.regio, naam="Lindehoven")
        self.ggz = Organisatie.objects.create(regio=self.regio, naam="Ggz Lindestroom")
        self.blik = Organisatie.objects.create(regio=self.regio, naam="De Wijde Blik")
        for who in self.people(*PEOPLE):
            setattr(self, who.naam.lower().replace(" ", "_"), who)
        Rol.objects.bulk_create(
            Rol(gebruiker=who, soort=soort, van=self.today, **where)
            for who, soort, where in (
                (self.teun, Soort.REGIOBEHEERDER, {"regio": self.regio}),
                (self.verre_teun, Soort.REGIOBEHEERDER, {"regio": self.elders}),
                (self.olga, Soort.ORGANISATIEBEHEERDER, {"organisatie": self.ggz}),
                (self.oscar, Soort.ORGANISATIEBEHEERDER, {"organisatie": self.blik}),
                (self.petra, Soort.PROFESSIONAL, {"organisatie": self.ggz}),
                (self.gemma, Soort.GEMEENTE, {"gemeente": self.gemeente}),
                (self.pim, Soort.PLATFORMBEHEER, {}),
            )
        )
        self.traject = self.new_traject("Lindehoven", self.regio, self.noor)
        self.elders_traject = self.new_traject("Heuvels", self.elders, self.verre_noor)
        Kerngroeplid.objects.bulk_create(
            self.seat(who, rol)
            for who, rol in (
                (self.amina, Kompasrol.ERVARINGSDESKUNDIGE),
                (self.els, Kompasrol.NAASTE),
                (self.hanneke, Kompasrol.UITVOERDER),
                (self.wim, Kompasrol.BESTUURDER),
            )
        )

    def people(self, *namen: str, **more: Any) -> list[Gebruiker]:
        """With a password and a confirmed address; all of them in two questions."""
        addresses = [f"{naam.lower().replace(' ', '.')}@example.nl" for naam in namen]
        users = [
            Gebruiker(email=email, naam=naam, **more)
            for naam, email in zip(namen, addresses, strict=True)
        ]
        for user in users:
            user.set_password(PASSWORD)
        Gebruiker.objects.bulk_create(users)
        EmailAddress.objects.bulk_create(
            EmailAddress(user=user, email=email, verified=True, primary=True)
            for user, email in zip(users, addresses, strict=True)
        )
        return users

    def person(self, naam: str, **more: Any) -> Gebruiker:
        return self.people(naam, **more)[0]

    def role(self, who: Gebruiker, soort: Soort, **where: Any) -> Rol:
        return Rol.objects.create(gebruiker=who, soort=soort, van=self.today, **where)

    def new_traject(self, naam: str, regio: Regio, begeleider: Gebruiker) -> Traject:
        traject = Traject.objects.create(naam=naam, regio=regio, begonnen_op=self.today)
        Begeleider.objects.create(
            traject=traject, gebruiker=begeleider, naam=begeleider.naam, van=self.today
        )
        Trajectstap.objects.bulk_create(
            Trajectstap(traject=traject, nummer=nummer) for nummer in range(1, 6)
        )
        return traject

    def member(
        self, naam: str, rol: Kompasrol, ring: Ring = Ring.BINNENRING
    ) -> Gebruiker:
        user = self.person(naam)
        self.seat(user, rol, ring).save()
        return user

    def seat(
        self, who: Gebruiker, rol: Kompasrol, ring: Ring = Ring.BINNENRING
    ) -> Kerngroeplid:
        return Kerngroeplid(
            traject=self.traject,
            gebruiker=who,
            naam=who.naam,
            ring=ring,
            rol=rol,
            van=self.today,
        )

    def voorziening(self, naam: str = "Inloop De Veranda", **more: Any) -> Voorziening:
        """A provision on the kaart of the region, of Ggz Lindestroom; what stopped has
        been on it."""
        been = more.get("status") == Status.GESTOPT
        row = {
            "eerst_op_kaart": timezone.now() if been else None,
            "regio": self.regio,
            "organisatie": self.ggz,
            "slug": slugify(f"{naam}-{uuid4().hex[:6]}"),
        }
        return Voorziening.objects.create(naam=naam, **row | more)

    def melding(self, voorziening: Voorziening | None = None, **more: Any) -> Melding:
        """A report about a page, by nobody in particular."""
        row = {"veld": Meldveld.TELEFOON, "tekst": "Het nummer klopt niet."} | more
        voorziening = voorziening or self.voorziening()
        row.setdefault("nummer", new_number())
        return Melding.objects.create(voorziening=voorziening, **row)

    def edition(self) -> Kompaseditie:
        """A small one: six cards, seven statements, one open question, two methods."""
        return small_edition()

    def new_ronde(
        self,
        *,
        weergave: Weergave = Weergave.OPEN_GESPREK,
        code: str = "KV73MP",
        **more: Any,
    ) -> Ronde:
        """An open round on a small edition with all of its cards, nobody in it yet."""
        editie = more.pop("editie", None) or self.edition()
        traject = more.pop("traject", self.traject)
        ronde = Ronde(
            traject=traject,
            editie=editie,
            nummer=traject.rondes.count() + 1,
            naam="Ronde",
            weergave=weergave,
            code=code,
            geopend_op=timezone.now(),
            **more,
        )
        ronde.sleutel_naam, ronde.sleutel_box = key_ring().wrap(
            new_key(), str(ronde.uuid)
        )
        ronde.save()
        for thema in editie.themas.all():
            groepen = Groep.values if thema.voor == Voor.IEDEREEN else [thema.voor]
            Rondekaart.objects.create(
                ronde=ronde, thema=thema, voor_groepen=groepen, weergave=weergave
            )
        return ronde

    def lid(self, who: Gebruiker) -> Kerngroeplid:
        return Kerngroeplid.objects.get(gebruiker=who)


def browser(user: Gebruiker | None = None, **more: Any) -> Client:
    """A browser in which `user` has just logged in with a password."""
    client = Client(**more)
    if user is not None:
        client.force_login(user)
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": timezone.now().timestamp()}
        ]
        session["account_authentication_methods_user"] = str(user.pk)
        session["gezien"] = int(time.time())
        session.save()
    return client


SMALL = {  # theme key: for whom, statements
    "visie": ("iedereen", 2),
    "mens_centraal": ("iedereen", 2),
    "samenwerking": ("iedereen", 1),
    "professionals": ("uitvoering", 1),
    "interventies": ("iedereen", 0),
    "organisaties": ("beleid", 1),
}


def small_edition() -> Kompaseditie:
    editie, new = Kompaseditie.objects.get_or_create(
        regio=None,
        sleutel="klein",
        versie=1,
        defaults={
            "naam": "Kleine editie",
            "bron": "naar het Kompas van Kenniscentrum Phrenos (2022/2023)",
            "schaal": [{"waarde": n, "label": f"punt {n}"} for n in range(1, 6)],
            "weet_niet": "Weet ik niet",
            "past_niet_wij": "Past niet bij ons",
            "past_niet_ik": "Past niet bij mij",
            "eens_vanaf": 0.75,
            "deels_eens_vanaf": 0.5,
            "inventaris_vraag": "Wat gebruiken jullie?",
        },
    )
    if not new:
        return editie
    for nummer, (sleutel, (voor, count)) in enumerate(SMALL.items(), 1):
        ik = sleutel == "professionals"
        thema = Thema.objects.create(
            editie=editie,
            nummer=nummer,
            sleutel=sleutel,
            naam=sleutel.replace("_", " ").capitalize(),
            voor=voor,
            aanspreking="ik" if ik else "wij",
            vraag="Hoe gaat dit nu?",
            inleiding=f"Over {sleutel}.",
            verhalen=[{"titel": "Over Bo", "tekst": "Bo woont hier graag."}],
        )
        deel = Themadeel.objects.create(thema=thema, nummer=1)
        for number in range(1, count + 1):
            Stelling.objects.create(
                thema=thema,
                deel=deel,
                nummer=number,
                volgorde=number,
                tekst=f"Stelling {number} van {sleutel}.",
                toelichting=f"Wat we bedoelen met {number}.",
                bron=f"Kompas, {sleutel}, stelling {number}",
            )
    interventies = editie.themas.get(sleutel="interventies")
    interventies.open_vragen.create(
        nummer=4, tekst="Wat doen wij nog meer?", bron="Kompas"
    )
    groep = Werkwijzegroep.objects.create(
        editie=editie,
        nummer=1,
        sleutel="meedoen",
        naam="Meedoen",
        soort="positieve_gezondheid",
        vraag="Wat helpt om mee te doen?",
    )
    for naam in ("Maatjesproject", "Resourcegroep"):
        Werkwijze.objects.create(
            editie=editie, sleutel=naam.lower(), naam=naam
        ).groepen.add(groep)
    return editie
