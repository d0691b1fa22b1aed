"""The words of the plan (clientplan.md P1)."""

from django.db import models


class Herstelfase(models.TextChoices):
    """The phase the client sees themself in; never required, chosen by nobody else."""

    OVERWELDIGD = "overweldigd", "Het overspoelt me"
    WORSTELEN = "worstelen", "Ik worstel ermee"
    LEVEN_MET = "leven_met", "Ik leef ermee"
    VOORBIJ = "voorbij", "Ik kijk verder"


class Herstelsoort(models.TextChoices):
    """The four kinds of recovery."""

    PERSOONLIJK = "persoonlijk", "Wie ik ben"
    GEZONDHEID = "gezondheid", "Mijn gezondheid"
    DAGELIJKS = "dagelijks", "Mijn dagelijks leven"
    ROLLEN = "rollen", "Wat ik voor anderen ben"


class Stand(models.TextChoices):
    BEZIG = "bezig", "Hier werk ik aan"
    GELUKT = "gelukt", "Gelukt"
    LOSGELATEN = "losgelaten", "Losgelaten"


class Signaalfase(models.IntegerChoices):
    """From "it goes well" to crisis; also what "Hoe gaat het nu?" answers, of which the last
    asks for help."""

    GOED = 1, "Het gaat goed"
    MINDER = 2, "Het wordt wat minder"
    SLECHT = 3, "Het gaat niet goed"
    CRISIS = 4, "Het is te veel"


class Signaalsoort(models.TextChoices):
    IK_MERK = "ik_merk", "Wat ik merk"
    ANDEREN_MERKEN = "anderen_merken", "Wat anderen merken"
    IK_DOE = "ik_doe", "Wat ik doe"
    ANDEREN_DOEN = "anderen_doen", "Wat anderen doen"
