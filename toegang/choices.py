"""The words of who may be what, and where."""

from django.db import models


class Soort(models.TextChoices):
    """Kinds of role (T1). procesbegeleider and kerngroeplid hang on a traject (kompas)."""

    PLATFORMBEHEER = "platformbeheer", "Platformbeheer"
    REGIOBEHEERDER = "regiobeheerder", "Regiobeheerder"
    ORGANISATIEBEHEERDER = "organisatiebeheerder", "Organisatiebeheerder"
    PROFESSIONAL = "professional", "Professional"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige", "Ervaringsdeskundige"
    TEAMLEIDER = "teamleider", "Teamleider"
    FUNCTIONARIS = (
        "functionaris_gegevensbescherming",
        "Functionaris gegevensbescherming",
    )
    GEMEENTE = "gemeente", "Gemeente"
    CLIENT = "client", "Cliënt"
    NAASTE = "naaste", "Naaste"
    PROCESBEGELEIDER = "procesbegeleider", "Procesbegeleider"
    KERNGROEPLID = "kerngroeplid", "Lid van een kerngroep"


class Bereik(models.TextChoices):
    """Where a role holds."""

    PLATFORM = "platform", "Hele platform"
    REGIO = "regio", "Regio"
    ORGANISATIE = "organisatie", "Organisatie"
    TEAM = "team", "Team"
    GEMEENTE = "gemeente", "Gemeente"
    EIGEN = "eigen", "Alleen eigen plan of uitnodiging"
    TRAJECT = "traject", "Traject"


BEREIK_VAN = {
    Soort.PLATFORMBEHEER: Bereik.PLATFORM,
    Soort.REGIOBEHEERDER: Bereik.REGIO,
    Soort.ORGANISATIEBEHEERDER: Bereik.ORGANISATIE,
    Soort.PROFESSIONAL: Bereik.ORGANISATIE,
    Soort.ERVARINGSDESKUNDIGE: Bereik.ORGANISATIE,
    Soort.TEAMLEIDER: Bereik.TEAM,
    Soort.FUNCTIONARIS: Bereik.ORGANISATIE,
    Soort.GEMEENTE: Bereik.GEMEENTE,
    Soort.CLIENT: Bereik.EIGEN,
    Soort.NAASTE: Bereik.EIGEN,
    Soort.PROCESBEGELEIDER: Bereik.TRAJECT,
    Soort.KERNGROEPLID: Bereik.TRAJECT,
}
