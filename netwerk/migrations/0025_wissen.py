from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "wissen.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('netwerk', '0024_zonder_woorden'),
        ('logboek', '0002_spoor'),
    ]

    operations = [migrations.RunSQL(SQL.read_text())]
