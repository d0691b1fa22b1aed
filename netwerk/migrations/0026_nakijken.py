from pathlib import Path

from django.db import migrations, models

SQL = Path(__file__).parents[1] / "sql" / "nakijken.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('netwerk', '0025_wissen'),
    ]

    operations = [
        migrations.AddField(
            model_name='noodtoegang',
            name='herinnerd_op',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunSQL(SQL.read_text()),
    ]
