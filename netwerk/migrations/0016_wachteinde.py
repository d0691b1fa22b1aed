import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('netwerk', '0015_voorstel_plek'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Wachteinde',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('fase', models.CharField(choices=[('aanmeld', 'Eerste gesprek'), ('behandel', 'Daarna: behandeling'), ('plaatsing', 'Plaatsing'), ('anders', 'Begin')], max_length=12)),
                ('doelgroep', models.CharField(blank=True, max_length=120)),
                ('reden', models.CharField(choices=[('vergissing', 'Het was een vergissing'), ('vervallen', 'Deze groep of stap is er niet meer')], max_length=12)),
                ('door', models.CharField(max_length=140)),
                ('gezegd_op', models.DateTimeField(auto_now_add=True)),
                ('gezegd_door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('voorziening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='wachteinden', to='netwerk.voorziening')),
            ],
        ),
        migrations.AddField(
            model_name='wachttijd',
            name='einde',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='metingen', to='netwerk.wachteinde'),
        ),
        migrations.AddIndex(
            model_name='wachttijd',
            index=models.Index(condition=models.Q(('einde', None)), fields=['voorziening', 'fase', 'doelgroep', '-gemeten_op', '-id'], name='wachttijd_geldend'),
        ),
        migrations.RemoveIndex(
            model_name='wachttijd',
            name='wachttijd_newest',
        ),
    ]
