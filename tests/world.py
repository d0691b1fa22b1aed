"""A small region with one traject, and the people round it: the personas of the tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client
from django.utils import timezone

from allauth.account.models import EmailAddress

from kompas.choices import Ring, Rol as Kompasrol
from kompas.models import Begeleider, Kerngroeplid, Traject, Trajectstap
from toegang.choices import Soort
from toegang.models import Gebruiker, Gemeente, Organisatie, Regio, Rol

PASSWORD = "zeer-lang-wachtwoord-9"


class World:
    """People by name:

    noor leads the traject, amina (ervaringsdeskundige), els (naaste), hanneke (uitvoerder)
    and wim (bestuurder) are in its core group; teun manages the region; verre_noor and
    verre_teun do the same elsewhere; niemand has an account and no role.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.regio = Regio.objects.create(naam="Lindestroom", slug="lindestroom")
        self.elders = Regio.objects.create(naam="Heuvelrug", slug="heuvelrug")
        self.gemeente = Gemeente.objects.create(regio=self.regio, naam="Lindehoven")
        self.ggz = Organisatie.objects.create(regio=self.regio, naam="Ggz Lindestroom")
        self.noor, self.verre_noor = self.person("Noor"), self.person("Verre Noor")
        self.teun, self.verre_teun = self.person("Teun"), self.person("Verre Teun")
        self.niemand = self.person("Niemand")
        for who, regio in ((self.teun, self.regio), (self.verre_teun, self.elders)):
            self.role(who, Soort.REGIOBEHEERDER, regio=regio)
        self.traject = self.new_traject("Lindehoven", self.regio, self.noor)
        self.elders_traject = self.new_traject("Heuvels", self.elders, self.verre_noor)
        self.amina = self.member("Amina", Kompasrol.ERVARINGSDESKUNDIGE)
        self.els = self.member("Els", Kompasrol.NAASTE)
        self.hanneke = self.member("Hanneke", Kompasrol.UITVOERDER)
        self.wim = self.member("Wim", Kompasrol.BESTUURDER)

    def person(self, naam: str, **more: Any) -> Gebruiker:
        email = f"{naam.lower().replace(' ', '.')}@example.nl"
        user = Gebruiker.objects.create_user(email, PASSWORD, naam=naam, **more)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        return user

    def role(self, who: Gebruiker, soort: Soort, **where: Any) -> Rol:
        return Rol.objects.create(gebruiker=who, soort=soort, van=self.today, **where)

    def new_traject(self, naam: str, regio: Regio, begeleider: Gebruiker) -> Traject:
        traject = Traject.objects.create(naam=naam, regio=regio, begonnen_op=self.today)
        Begeleider.objects.create(
            traject=traject, gebruiker=begeleider, naam=begeleider.naam, van=self.today
        )
        for nummer in range(1, 6):
            Trajectstap.objects.create(traject=traject, nummer=nummer)
        return traject

    def member(
        self, naam: str, rol: Kompasrol, ring: Ring = Ring.BINNENRING
    ) -> Gebruiker:
        user = self.person(naam)
        Kerngroeplid.objects.create(
            traject=self.traject,
            gebruiker=user,
            naam=naam,
            ring=ring,
            rol=rol,
            van=self.today,
        )
        return user

    def lid(self, who: Gebruiker) -> Kerngroeplid:
        return Kerngroeplid.objects.get(gebruiker=who)


def browser(user: Gebruiker | None = None, **more: Any) -> Client:
    """A browser in which `user` is logged in with a second factor that counts."""
    client = Client(**more)
    if user is not None:
        client.force_login(user)
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "password", "at": timezone.now().timestamp()}
        ]
        session.save()
    return client
