"""What a message in the product is about."""

from django.db import models


class Postsoort(models.TextChoices):
    NOODTOEGANG = "noodtoegang", "Noodtoegang"
    NAGEKEKEN = "nagekeken", "Noodtoegang is nagekeken"
    VRAAG = "vraag", "Een vraag over een noodtoegang"
    VERTEGENWOORDIGING = "vertegenwoordiging", "Iets doen namens iemand"
    ACHTTIEN = "achttien", "Achttien: opnieuw kiezen"
