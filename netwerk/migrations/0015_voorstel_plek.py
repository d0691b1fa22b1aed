import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('netwerk', '0014_eerst_op_kaart'),
    ]

    operations = [
        migrations.AddField(
            model_name='voorstel',
            name='plek',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='netwerk.voorzieningplek'),
        ),
    ]
