"""The words of the sociale kaart. Sources: generieke module EPA 4.1 and table 4.1; N1, N2."""

from django.db import models


class Plaatssoort(models.TextChoices):
    PLAATS = "plaats", "plaats"
    GEMEENTE = "gemeente", "gemeente"


class Functie(models.TextChoices):
    """The ten functions of table 4.1: what help has to bring about."""

    VEILIGHEID = "veiligheid", "Persoonlijke veiligheid"
    BASIS = "basis", "Eten, wonen en rust"
    TOEGANG = "toegang", "Toegang tot hulp"
    KLACHTEN = "klachten", "Minder klachten"
    GEZONDHEID = "gezondheid", "Lichamelijke gezondheid"
    STEUN = "steun", "Steun van anderen"
    KRACHT = "kracht", "Eigen kracht"
    ONTPLOOIING = "ontplooiing", "Ontplooiing"
    MEEDOEN = "meedoen", "Activiteiten en meedoen"
    RECHTEN = "rechten", "Gelijke rechten en kansen"


class Gezondheidsdomein(models.TextChoices):
    """Positieve gezondheid, six domains."""

    LICHAAM = "lichaam", "Lichaam"
    GEVOEL = "gevoel", "Gevoel en gedachten"
    ZIN = "zin", "Zin in het leven"
    PLEZIER = "plezier", "Lekker leven"
    CONTACT = "contact", "Meedoen"
    DAGELIJKS = "dagelijks", "Dagelijks leven"


class Wet(models.TextChoices):
    ZVW = "zvw", "Zorgverzekeringswet (Zvw)"
    WMO = "wmo", "Wet maatschappelijke ondersteuning (Wmo)"
    WLZ = "wlz", "Wet langdurige zorg (Wlz)"
    JEUGDWET = "jeugdwet", "Jeugdwet"
    PARTICIPATIEWET = "participatiewet", "Participatiewet"
    GEEN = "geen", "Geen wet, vrij toegankelijk"


class Manier(models.TextChoices):
    """How it reaches people; ZONDER_PLEK are those that need no place."""

    LOCATIE = "locatie", "Op een plek"
    THUIS = "thuis", "Bij je thuis"
    ONLINE = "online", "Online"
    TELEFOON = "telefoon", "Telefonisch"
    BLENDED = "blended", "Deels online"


# found in every place they serve, without a distance
ZONDER_PLEK = [Manier.THUIS, Manier.ONLINE, Manier.TELEFOON]
# called online, as a mark on the page and as a filter
IS_ONLINE = [Manier.ONLINE, Manier.BLENDED]


class VoorWie(models.TextChoices):
    CLIENTEN = "clienten", "Voor wie het zelf moeilijk heeft"
    NAASTEN = "naasten", "Voor naasten"
    BUURT = "buurt", "Voor buren en omgeving"


class Verwijzer(models.TextChoices):
    HUISARTS = "huisarts", "Huisarts of praktijkondersteuner"
    WIJKTEAM = "wijkteam", "Wijkteam"
    GGZ = "ggz", "Behandelaar in de ggz"
    GEMEENTE = "gemeente", "Gemeente"
    CIZ = "ciz", "CIZ"
    POLITIE = "politie", "Politie of Veilig Thuis"
    NAASTE = "naaste", "Naaste"
    ANDERS = "anders", "Een andere professional"


class Ring(models.TextChoices):
    """Framework for Support: who gives the support."""

    ZELF = "zelf", "Zelf en lotgenoten"
    NAASTEN = "naasten", "Familie en vrienden"
    MAATSCHAPPELIJK = "maatschappelijk", "Maatschappelijke diensten"
    ZORG = "zorg", "Zorg"


class Sfeer(models.TextChoices):
    """Sphere of the sociale basis."""

    INSTITUTIONEEL = "institutioneel", "Institutioneel"
    GEMEENSCHAPPELIJK = "gemeenschappelijk", "Gemeenschappelijk"
    PERSOONLIJK = "persoonlijk", "Persoonlijk"


class Onafhankelijk(models.TextChoices):
    """Independent support: a kind of its own that other pages point to (N2)."""

    CLIENTONDERSTEUNER = "clientondersteuner", "Onafhankelijke cliëntondersteuner"
    PVP = "pvp", "Patiëntenvertrouwenspersoon"
    FVP = "fvp", "Familievertrouwenspersoon"


class Consultatie(models.TextChoices):
    """Who may ask for consultation."""

    CLIENT = "client", "De cliënt zelf"
    NAASTE = "naaste", "Naasten en vertegenwoordiger"
    HUISARTS = "huisarts", "Huisarts"
    PROFESSIONAL = "professional", "Andere professionals"


class Status(models.TextChoices):
    """HSDS: active, inactive, defunct. Closed for a while is a period (Sluitingsperiode)."""

    ACTIEF = "actief", "Staat op de kaart"
    INACTIEF = "inactief", "Nog niet op de kaart"
    GESTOPT = "gestopt", "Gestopt"


class Capaciteit(models.TextChoices):
    ONBEKEND = "onbekend", "Niet bekend"
    OPEN = "open", "Er is plek"
    WACHTLIJST = "wachtlijst", "Er is een wachtlijst"
    DICHT = "dicht", "Nu geen nieuwe aanmeldingen"


VOL = (
    Capaciteit.WACHTLIJST,
    Capaciteit.DICHT,
)  # who comes now has to wait, or is sent on


class Fase(models.TextChoices):
    """What somebody waits for."""

    AANMELD = "aanmeld", "Eerste gesprek"
    BEHANDEL = "behandel", "Daarna: behandeling"
    PLAATSING = "plaatsing", "Plaatsing"
    ANDERS = "anders", "Begin"


class Methode(models.TextChoices):
    """How a waiting time was measured."""

    GEREALISEERD = "gerealiseerd", "Van mensen die net begonnen"
    VERWACHT = "verwacht", "Verwacht voor wie zich nu meldt"
    TELEFONISCH = "telefonisch", "Nagevraagd per telefoon"


class Controleveld(models.TextChoices):
    """What ages, and is checked apart (N5)."""

    TELEFOON = "telefoon", "Telefoon"
    OPENINGSTIJDEN = "openingstijden", "Openingstijden"
    WACHTTIJD = "wachttijd", "Wachttijd"
    CAPACITEIT = "capaciteit", "Of er plek is"
    REST = "rest", "De andere gegevens"


class Locatiesoort(models.TextChoices):
    """HSDS: physical, postal, virtual."""

    FYSIEK = "fysiek", "Bezoekadres"
    POST = "post", "Postadres"
    VIRTUEEL = "virtueel", "Online"


# where a place of a region near the border may be; another code is shown as it came
LANDEN = {"NL": "Nederland", "BE": "België", "DE": "Duitsland"}


class Zichtbaar(models.TextChoices):
    """Who may know of a contact: everybody, or who works in the help and logs in."""

    IEDEREEN = "iedereen", "Iedereen"
    COLLEGAS = "collegas", "Alleen collega’s die inloggen"

    @classmethod
    def op_de_kaart(cls, *, verwijzer: bool = False) -> tuple["Zichtbaar", ...]:
        return (cls.IEDEREEN, cls.COLLEGAS) if verwijzer else (cls.IEDEREEN,)


class MagBellen(models.TextChoices):
    IEDEREEN = "iedereen", "Iedereen"
    EIGEN = "eigen", "Eigen cliënten"
    VERWIJZERS = "verwijzers", "Alleen verwijzers"

    @classmethod
    def op_de_kaart(cls, *, verwijzer: bool = False) -> tuple["MagBellen", ...]:
        """Whose number stands with a provision, for everybody or for a verwijzer. Clients
        have the one that is theirs from who helps them."""
        return (cls.IEDEREEN, cls.VERWIJZERS) if verwijzer else (cls.IEDEREEN,)

    @classmethod
    def in_hulp_nu(cls) -> tuple["MagBellen", ...]:
        """Whose number stands in the lists of help now, for everybody: with that of clients
        it says for whom it is, so that nobody has to look for it then."""
        return (cls.IEDEREEN, cls.EIGEN)


class Feestdagen(models.TextChoices):
    ONBEKEND = "onbekend", "Niet bekend"
    DICHT = "dicht", "Dicht op feestdagen"
    OPEN = "open", "Ook open op feestdagen"


class Herhaling(models.TextChoices):
    """HSDS freq; once without one."""

    DAGELIJKS = "DAILY", "Elke dag"
    WEKELIJKS = "WEEKLY", "Elke week"
    MAANDELIJKS = "MONTHLY", "Elke maand"


class Eindereden(models.TextChoices):
    """Why a wait is taken away. Nobody who waits is a measurement: 0 weeks."""

    VERGISSING = "vergissing", "Het was een vergissing"
    VERVALLEN = "vervallen", "Deze groep of stap is er niet meer"


class Meldveld(models.TextChoices):
    """What of a page is wrong, as somebody says it who reports it."""

    TELEFOON = "telefoon", "Het telefoonnummer of e-mailadres"
    OPENINGSTIJDEN = "openingstijden", "De openingstijden"
    ADRES = "adres", "Het adres"
    WACHTTIJD = "wachttijd", "De wachttijd, of er plek is"
    GESTOPT = "gestopt", "Deze plek bestaat niet meer"
    ANDERS = "anders", "Iets anders"


class Meldstatus(models.TextChoices):
    ONTVANGEN = "ontvangen", "Ontvangen"
    IN_BEHANDELING = "in_behandeling", "Iemand kijkt ernaar"
    OPGELOST = "opgelost", "Aangepast"
    NIET_OVERGENOMEN = "niet_overgenomen", "Niet aangepast"


AFGEHANDELD = [Meldstatus.OPGELOST, Meldstatus.NIET_OVERGENOMEN]


class Voorstelstatus(models.TextChoices):
    OPEN = "open", "Wacht op antwoord"
    OVERGENOMEN = "overgenomen", "Overgenomen"
    AFGEWEZEN = "afgewezen", "Niet overgenomen"
    INGETROKKEN = "ingetrokken", "Teruggenomen"


# --- the client, and who is round them (T1, T4, T5)


class Hoedanigheid(models.TextChoices):
    """What somebody is to a client. Who works for an organisation has that role there."""

    NAASTE = "naaste", "Naaste"
    PROFESSIONAL = "professional", "Professional"
    ERVARINGSDESKUNDIGE = "ervaringsdeskundige", "Ervaringsdeskundige"


class Werkt(models.TextChoices):
    """What a professional or volunteer does for the client; never more than a word."""

    BEHANDELAAR = "behandelaar", "Behandelaar"
    REGIEBEHANDELAAR = "regiebehandelaar", "Regiebehandelaar"
    VERPLEEGKUNDIGE = "verpleegkundige", "Verpleegkundige"
    BEGELEIDER = "begeleider", "Begeleider"
    HUISARTS = "huisarts", "Huisarts"
    POH = "poh", "Praktijkondersteuner"
    WMO = "wmo_consulent", "Wmo-consulent"
    CLIENTONDERSTEUNER = "clientondersteuner", "Onafhankelijke cliëntondersteuner"
    VERTROUWENSPERSOON = "vertrouwenspersoon", "Vertrouwenspersoon"
    FAMILIE_ERVARING = "familie_ervaringsdeskundige", "Familie-ervaringsdeskundige"
    VRIJWILLIGER = "vrijwilliger", "Vrijwilliger"
    ANDERS = "anders", "Iets anders"


# bound by the Wgbo: who may treat (T4)
BEHANDELT = [
    Werkt.BEHANDELAAR,
    Werkt.REGIEBEHANDELAAR,
    Werkt.VERPLEEGKUNDIGE,
    Werkt.HUISARTS,
    Werkt.POH,
]


class Vertegenwoordiging(models.TextChoices):
    """Kinds of legal representative (T1)."""

    OUDER = "ouder", "Ouder met gezag of voogd"
    CURATOR = "curator", "Curator"
    MENTOR = "mentor", "Mentor"
    GEMACHTIGDE = "gemachtigde", "Schriftelijk gemachtigde"
    NAASTE = "naaste", "Naaste, in de volgorde van de wet"


class Stuk(models.TextChoices):
    """The paper that a representation rests on, seen by who records it."""

    BESCHIKKING = "beschikking", "Beschikking van de rechter"
    GEZAG = "gezag", "Uittreksel uit het gezagsregister"
    MACHTIGING = "machtiging", "Machtiging op papier"
    GEEN = "geen", "Er is geen papier: de wet wijst deze naaste aan"


class Oogmerk(models.TextChoices):
    """Purpose of use."""

    ONDERSTEUNING = "ondersteuning", "Steun en zorg"
    OVERDRACHT = "overdracht", "Overdracht"


class Noodgrond(models.TextChoices):
    """Why emergency access may be opened (T5)."""

    KEUZE = "keuze", "De cliënt koos dit vooraf"
    GESPROKEN = "gesproken", "De cliënt zegt nu ja"
    VITAAL = "vitaal", "Groot gevaar, en de cliënt kan niet antwoorden"


class Noodsoort(models.TextChoices):
    """Kinds of professional that the client may choose."""

    EIGEN_TEAM = "eigen_team", "Mijn eigen team"
    CRISISDIENST = "crisisdienst", "Crisisdienst"
    HUISARTSENPOST = "huisartsenpost", "Huisartsenpost"
    HIC = "hic", "HIC"


# --- the log, as people read it (T6)


class Logvraagsoort(models.TextChoices):
    """What a client wants to know of a line."""

    WAAROM = "waarom", "Waarom keek deze persoon?"
    ONBEKEND = "onbekend", "Ik ken deze persoon niet."
    NIET_MEER = "niet_meer", "Ik wil niet dat dit nog gebeurt."
    ANDERS = "anders", "Iets anders"


class Afschermreden(models.TextChoices):
    """Why a client does not see the name of an employee."""

    BEDREIGING = "bedreiging", "Er is gedreigd"
    AANGIFTE = "aangifte", "Er is aangifte gedaan"
    ANDERS = "anders", "Een ander gevaar"


class Blik(models.TextChoices):
    """Which lines a client looks at in "wie keek in mijn plan"."""

    ANDEREN = "anderen", "Iedereen"
    NOOD = "nood", "Noodgeval"
    GEWEIGERD = "geweigerd", "Geweigerd"
    ZELF = "zelf", "Ikzelf"


class Logsignaal(models.TextChoices):
    """What in the log of a month is a reason to look; never a suspicion (T6)."""

    ACHTERNAAM = "achternaam", "Zelfde achternaam"
    COLLEGA = "collega", "Plan van een collega"
    VEEL = "veel", "Veel plannen op één dag"
    NACHT = "nacht", "In de nacht"
    NOOD = "nood", "Noodtoegang"


class Oordeel(models.TextChoices):
    """What the functionaris says of an opened emergency; a question leaves it waiting."""

    TERECHT = "terecht", "In orde"
    VRAAG = "vraag", "Ik heb een vraag"
    NIET_TERECHT = "niet_terecht", "Niet in orde"


GEOORDEELD = [Oordeel.TERECHT, Oordeel.NIET_TERECHT]
# kinds of organisation that are a kind of professional the client may choose; `eigen team`
# is where somebody works who treats the client
NOODORGANISATIES = [Noodsoort.CRISISDIENST, Noodsoort.HUISARTSENPOST, Noodsoort.HIC]
