"""Functions in SQL that save and cut ballots."""

from pathlib import Path

from django.db import migrations

SQL = Path(__file__).parents[1] / "sql" / "stemmen.sql"
AWAY = """
    DROP FUNCTION stemmen_vergeet, stemmen_los_werkwijzen, stemmen_los_vragen,
      stemmen_los_stellingen, stemmen_bewaar_werkwijze, stemmen_bewaar_vraag,
      stemmen_bewaar_stelling, stemmen_kaart;
"""


class Migration(migrations.Migration):
    dependencies = [("kompas", "0001_initial")]
    operations = [migrations.RunSQL(SQL.read_text(), reverse_sql=AWAY)]
