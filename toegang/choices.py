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


class Planleeftijd(models.IntegerChoices):
    """From what age a plan begins in a region (T1)."""

    ZESTIEN = 16, "Vanaf 16 jaar"
    ACHTTIEN = 18, "Vanaf 18 jaar"


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


# Who must have a second step: who reaches care data, and who could give that to others. A procesbegeleider, a lid van een
# kerngroep and a gemeente do not: a traject holds no care data (kompas and a person's care
# never touch). They may choose a second factor; docs/adr/0003 says why it is not forced.
FORCED = frozenset(
    {
        Soort.PLATFORMBEHEER,
        Soort.REGIOBEHEERDER,
        Soort.ORGANISATIEBEHEERDER,
        Soort.PROFESSIONAL,
        Soort.ERVARINGSDESKUNDIGE,
        Soort.TEAMLEIDER,
        Soort.FUNCTIONARIS,
        Soort.CLIENT,
        Soort.NAASTE,
    }
)


class Werkveld(models.TextChoices):
    """The domain an organisation works in (N1)."""

    GGZ = "ggz", "Ggz"
    VERSLAVING = "verslaving", "Verslavingszorg"
    HUISARTSEN = "huisartsen", "Huisartsenzorg"
    WIJKTEAM = "wijkteam", "Sociaal wijkteam"
    WONEN = "wonen", "Wonen en opvang"
    WERK = "werk", "Werk en inkomen"
    ONDERWIJS = "onderwijs", "Onderwijs"
    VEILIGHEID = "veiligheid", "Veiligheid"
    CLIENTEN_FAMILIE = "clienten_familie", "Cliënten- en familieorganisatie"
    WELZIJN = "welzijn", "Welzijn en informele steun"
    VERZEKERAAR = "verzekeraar", "Zorgverzekeraar"
    GEMEENTE = "gemeente", "Gemeente"
    ANDERS = "anders", "Iets anders"


class Organisatiesoort(models.TextChoices):
    """The nine actors of module EPA 4.1, split where the module names several, and those
    beside them (N1). `ACTOREN` says which belong together: every kind but `ANDERS`."""

    FAMILIE = "familie", "Patiënten- of familieorganisatie"
    ACADEMIE = "academie", "Herstelacademie"
    ZELFREGIE = "zelfregie", "Zelfregiecentrum"
    WIJKTEAM = "wijkteam", "Sociaal wijkteam"
    FACT = "fact", "F-ACT of ander specialistisch team"
    WONEN = "wonen", "(Beschermd) wonen"
    HUISARTS = "huisarts", "Huisarts of praktijkondersteuner"
    HUISARTSENPOST = "huisartsenpost", "Huisartsenpost"
    BASISGGZ = "basisggz", "Basis-ggz"
    VRIJGEVESTIGD = "vrijgevestigd", "Vrijgevestigd psycholoog of psychotherapeut"
    BEMOEIZORG = "bemoeizorg", "OGGz en bemoeizorg"
    CRISISDIENST = "crisisdienst", "Crisisdienst"
    IHT = "iht", "Intensieve behandeling thuis (IHT)"
    HIC = "hic", "High intensive care (HIC)"
    RESPIJT = "respijt", "Respijtzorg"
    KLINIEK = "kliniek", "Klinische zorg"
    OPVANG = "opvang", "Maatschappelijke opvang"
    WERK = "werk", "Werk en opleiding"
    DAGBESTEDING = "dagbesteding", "Dagbesteding"
    SCHULDHULP = "schuldhulp", "Inkomen en schuldhulp"
    POLITIE = "politie", "Politie"
    JUSTITIE = "justitie", "Justitie"
    GEHANDICAPTENZORG = "gehandicaptenzorg", "Gehandicaptenzorg (VG, LVB)"
    JEUGD = "jeugd", "Jeugdhulp"
    GGD = "ggd", "GGD"
    ONDERWIJS = "onderwijs", "Onderwijs"
    CORPORATIE = "corporatie", "Woningcorporatie"
    WELZIJN = "welzijn", "Welzijn en informele steun"
    VERZEKERAAR = "verzekeraar", "Zorgverzekeraar"
    GEMEENTE = "gemeente", "Gemeente"
    ANDERS = "anders", "Iets anders"


_S = Organisatiesoort
ACTOREN: dict[str, list[Organisatiesoort]] = {
    "Cliënten, naasten en herstel": [_S.FAMILIE, _S.ACADEMIE, _S.ZELFREGIE],
    "Sociaal wijkteam": [_S.WIJKTEAM],
    "F-ACT en andere specialistische teams": [_S.FACT],
    "(Beschermd) wonen": [_S.WONEN],
    "Huisarts en praktijkondersteuner": [_S.HUISARTS],
    "Andere ggz": [
        _S.BASISGGZ,
        _S.VRIJGEVESTIGD,
        _S.BEMOEIZORG,
        _S.CRISISDIENST,
        _S.IHT,
        _S.HIC,
        _S.RESPIJT,
        _S.KLINIEK,
    ],
    "Maatschappelijke opvang": [_S.OPVANG],
    "Werk, opleiding, dagbesteding, inkomen en schulden": [
        _S.WERK,
        _S.DAGBESTEDING,
        _S.SCHULDHULP,
    ],
    "Politie en justitie": [_S.POLITIE, _S.JUSTITIE],
    "Daarnaast": [
        _S.HUISARTSENPOST,
        _S.GEHANDICAPTENZORG,
        _S.JEUGD,
        _S.GGD,
        _S.ONDERWIJS,
        _S.CORPORATIE,
        _S.WELZIJN,
        _S.VERZEKERAAR,
        _S.GEMEENTE,
    ],
}
