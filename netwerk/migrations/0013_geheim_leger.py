from django.db import migrations, models

# what a secret place has of these tells where it is; its past too
EMPTY = """
UPDATE netwerk_locatie SET website = '', toegankelijk = '{}'
  WHERE geheim AND (website <> '' OR toegankelijk <> '{}');
UPDATE netwerk_locatieversie SET website = '', toegankelijk = '{}'
  WHERE geheim AND (website <> '' OR toegankelijk <> '{}');
"""


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0012_dubbelen")]
    operations = [
        migrations.RunSQL(EMPTY, migrations.RunSQL.noop),
        migrations.RemoveConstraint("locatie", "locatie_secret_is_empty"),
        migrations.AddConstraint(
            "locatie",
            models.CheckConstraint(
                name="locatie_secret_is_empty",
                condition=models.Q(geheim=False)
                | models.Q(
                    lat=None,
                    lon=None,
                    adres="",
                    adres_2="",
                    postcode="",
                    plaats="",
                    naam="",
                    omschrijving="",
                    vervoer="",
                    website="",
                    toegankelijk=[],
                    gemeente=None,
                    hsds={},
                ),
            ),
        ),
    ]
