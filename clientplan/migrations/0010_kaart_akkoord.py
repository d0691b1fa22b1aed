from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "kaart.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("clientplan", "0002_plan_enger"),
        ("netwerk", "0016_brieven"),
    ]

    operations = [migrations.RunSQL(SQL.read_text())]
