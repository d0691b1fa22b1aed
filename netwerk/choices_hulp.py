"""The words of who to call: help now, and worries about somebody else."""

from django.db import models


class Rubriek(models.TextChoices):
    """Why somebody calls; the order of the page. Its headings are in content/hulp."""

    GEVAAR = "gevaar", "Bij gevaar"
    DOKTER = "dokter", "Vandaag een dokter nodig"
    PRATEN = "praten", "Nu met iemand praten"
    ANDER = "ander", "Zorgen om een ander"


class Taal(models.TextChoices):
    """Each has its file in content/hulp. Others follow when somebody who speaks the
    language from home has read them."""

    NL = "nl", "Nederlands"
    EN = "en", "English"


class Zorg(models.TextChoices):
    """What somebody noticed, in the words of a neighbour."""

    GEEN_CONTACT = "geen-contact", "Ik zie of hoor iemand niet meer"
    ZELFZORG = "zelfzorg", "Iemand zorgt niet goed meer voor zichzelf of voor het huis"
    ANDERS_DAN_ANDERS = "anders-dan-anders", "Iemand doet anders dan ik gewend ben"
    LEVENSMOE = "niet-meer-willen-leven", "Iemand zegt niet meer te willen leven"
    ONVEILIG_THUIS = "onveilig-thuis", "Ik denk dat het ergens thuis niet veilig is"
    OVERLAST = "overlast", "Ik heb last van iemand, en ik maak me ook zorgen"
    IETS_ANDERS = "iets-anders", "Iets anders, of ik weet het niet goed"


class Adres(models.TextChoices):
    """What kind of address it is: of each kind the nearest counts (rules/hulp.py)."""

    WIJKTEAM = "wijkteam", "Wijkteam"
    VANGNET = "vangnet", "Vangnet en advies"
    CORPORATIE = "corporatie", "Woningcorporatie"
    OVERLAST = "overlast", "Meldpunt overlast"
    VAST_NUMMER = "vast_nummer", "Vast nummer van de regio"
    HULPLIJN = "hulplijn", "Hulplijn"
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    MELDPUNT = "meldpunt", "Meldpunt Zorgwekkend Gedrag"
    ANDER = "ander", "Iets anders"
