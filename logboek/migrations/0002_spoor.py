from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "spoor.sql"


class Migration(migrations.Migration):
    dependencies = [("logboek", "0001_log")]
    operations = [migrations.RunSQL(SQL.read_text())]
