"""The words of the Kompas: who sits at the table, and what can be answered."""

from django.db import models


class Groep(models.TextChoices):
    """The three broad groups in which perspectives are shown (K8)."""

    ERVARING = "ervaring", "Ervaring"
    UITVOERING = "uitvoering", "Uitvoering"
    BELEID = "beleid", "Beleid"


class Voor(models.TextChoices):
    """For whom a card is meant."""

    IEDEREEN = "iedereen", "iedereen"
    UITVOERING = "uitvoering", "uitvoerders"
    BELEID = "beleid", "beleidsmakers en bestuurders"


class Aanspreking(models.TextChoices):
    WIJ = "wij", "wij"
    IK = "ik", "ik"


class Rol(models.TextChoices):
    """Role in a core group; the role decides cards and group (K3)."""

    CLIENT = "client", "Cliënt"
    NAASTE = "naaste", "Naaste"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige", "Ervaringsdeskundige"
    FAMILIE_ERVARINGSDESKUNDIGE = (
        "familie_ervaringsdeskundige",
        "Familie-ervaringsdeskundige",
    )
    INWONER = "inwoner", "Inwoner"
    UITVOERDER = "uitvoerder", "Uitvoerder"
    VRIJWILLIGER = "vrijwilliger", "Vrijwilliger"
    BELEIDSMAKER = "beleidsmaker", "Beleidsmaker"
    BESTUURDER = "bestuurder", "Bestuurder"


GROEP_VAN = {
    Rol.CLIENT: Groep.ERVARING,
    Rol.NAASTE: Groep.ERVARING,
    Rol.ERVARINGSDESKUNDIGE: Groep.ERVARING,  # also in paid service
    Rol.FAMILIE_ERVARINGSDESKUNDIGE: Groep.ERVARING,
    Rol.INWONER: Groep.ERVARING,
    Rol.UITVOERDER: Groep.UITVOERING,
    Rol.VRIJWILLIGER: Groep.UITVOERING,
    Rol.BELEIDSMAKER: Groep.BELEID,
    Rol.BESTUURDER: Groep.BELEID,
}


class Domein(models.TextChoices):
    """Sector someone comes from; it only shows which sectors are missing (K3)."""

    GGZ = "ggz", "Ggz"
    VERSLAVINGSZORG = "verslavingszorg", "Verslavingszorg"
    HUISARTSENZORG = "huisartsenzorg", "Huisartsenzorg"
    SOCIAAL_WIJKTEAM = "sociaal_wijkteam", "Sociaal wijkteam"
    BESCHERMD_WONEN = "beschermd_wonen", "Beschermd wonen"
    MAATSCHAPPELIJKE_OPVANG = "maatschappelijke_opvang", "Maatschappelijke opvang"
    GEHANDICAPTENZORG = "gehandicaptenzorg", "Gehandicaptenzorg (VG/LVB)"
    WONINGCORPORATIE = "woningcorporatie", "Woningcorporatie"
    WERK_INKOMEN_SCHULDEN = "werk_inkomen_schulden", "Werk, inkomen en schulden"
    ONDERWIJS = "onderwijs", "Onderwijs"
    VEILIGHEID = "veiligheid", "Veiligheid"
    WELZIJN = "welzijn_informele_zorg", "Welzijn en informele zorg"
    ORGANISATIE_VAN_CLIENTEN = (
        "clienten_familieorganisatie",
        "Cliënten- en familieorganisatie",
    )
    ZORGVERZEKERAAR = "zorgverzekeraar", "Zorgverzekeraar"
    GEMEENTE = "gemeente", "Gemeente"


class Ring(models.TextChoices):
    BINNENRING = "binnenring", "Binnenring"
    BUITENRING = "buitenring", "Buitenring"


class ToonAls(models.TextChoices):
    """How others see a member: lived experience is health data (K3)."""

    GROEP = "groep", "Alleen de groep"
    ROL = "rol", "Mijn precieze rol"


class Stapstand(models.TextChoices):
    NOG_NIET = "nog_niet", "Nog niet begonnen"
    BEZIG = "bezig", "Mee bezig"
    GEDAAN = "gedaan", "Gedaan"


class Knelpuntsoort(models.TextChoices):
    """What was missing: the first two are the kinds of netwerk.selectors.witte_vlekken."""

    FUNCTIE = "functie", "Functie"
    WERKWIJZE = "werkwijze", "Werkwijze"
    WOORD = "woord", "Gezocht, niet gevonden"


class Weergave(models.TextChoices):
    """How scores are shown; fixed as soon as someone answered (K7)."""

    OPEN_GESPREK = "open_gesprek", "Open gesprek"
    VEILIG = "veilig", "Veilig"


class Kaartstand(models.TextChoices):
    """Of one card in one round. DICHT: people answer alone; OPEN: the outcome is open and
    the first scoring frozen."""

    DICHT = "dicht", "Dicht"
    OPEN = "open", "Uitkomst open"


class Keuze(models.TextChoices):
    """What can be answered to a statement. LEEG: taken back, it does not count."""

    EEN = "1", "1"
    TWEE = "2", "2"
    DRIE = "3", "3"
    VIER = "4", "4"
    VIJF = "5", "5"
    WEET_NIET = "weet_niet", "Weet ik niet"
    PAST_NIET = "past_niet", "Past niet"
    LEEG = "", "Geen antwoord"


class Gebruik(models.TextChoices):
    """Of a working method in the inventory (K7)."""

    DOEN = "doen", "Doen we al"
    WILLEN = "willen", "Willen we"
    WEET_NIET = "weet_niet", "Weet ik niet"
    LEEG = "", "Geen antwoord"
