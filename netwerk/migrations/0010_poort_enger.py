from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "poort_enger.sql"


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0009_hulp")]
    operations = [migrations.RunSQL(SQL.read_text())]
