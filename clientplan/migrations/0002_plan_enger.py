from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "plan_enger.sql"


class Migration(migrations.Migration):
    dependencies = [("clientplan", "0001_eerste_delen"), ("netwerk", "0010_poort_enger")]
    operations = [migrations.RunSQL(SQL.read_text())]
