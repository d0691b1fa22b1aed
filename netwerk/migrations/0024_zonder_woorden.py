from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "zonder_woorden.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('netwerk', '0023_ringproef'),
        ('berichten', '0002_postbericht'),
    ]

    operations = [migrations.RunSQL(SQL.read_text())]
