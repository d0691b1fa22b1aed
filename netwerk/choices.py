"""What can be chosen in the sociale kaart."""

from django.db.models import TextChoices


class Plaatssoort(TextChoices):
    PLAATS = "plaats", "plaats"
    GEMEENTE = "gemeente", "gemeente"
