import datetime
import django.db.models.deletion
import uuid
from pathlib import Path

from django.db import migrations, models

SQL = Path(__file__).parents[1] / "sql" / "schermkaart.sql"


class Migration(migrations.Migration):

    dependencies = [
        ('clientplan', '0007_telefoonkaart'),
        ('netwerk', '0022_noodtoegang'),
    ]

    operations = [
        migrations.CreateModel(
            name='Schermkaart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('hash', models.CharField(max_length=64, unique=True)),
                ('adres_box', models.BinaryField()),
                ('gemaakt_op', models.DateTimeField(auto_now_add=True)),
                ('tot', models.DateTimeField()),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='netwerk.client')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('client',), name='schermkaart_one'), models.CheckConstraint(condition=models.Q(('tot__lte', models.F('gemaakt_op') + datetime.timedelta(minutes=15))), name='schermkaart_short')],
            },
        ),
        migrations.RunSQL(SQL.read_text()),
    ]
