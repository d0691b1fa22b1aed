from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "nood_soorten.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("netwerk", "0026_nakijken"),
        ("toegang", "0006_ook_soorten"),
    ]

    operations = [migrations.RunSQL(SQL.read_text())]
