from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "logboek.sql"


class Migration(migrations.Migration):
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.RunSQL(SQL.read_text(), reverse_sql="DROP SCHEMA logboek CASCADE")
    ]
