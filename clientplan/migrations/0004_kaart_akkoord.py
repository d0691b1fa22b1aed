from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "kaart.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("clientplan", "0003_vindbaar"),
        ("netwerk", "0021_spoor"),
    ]

    operations = [migrations.RunSQL(SQL.read_text())]
