from django.db import migrations, models
from django.utils import timezone

# of a file that waits for a yes there is no preview that was kept: it is chosen anew
DONE = """
DELETE FROM netwerk_importvoorbeeld WHERE uitgevoerd_op IS NULL;
UPDATE netwerk_importvoorbeeld SET stand = 'klaar', wat = 'inlezen';
"""


class Migration(migrations.Migration):

    dependencies = [
        ('netwerk', "0018_brieven"),
    ]

    operations = [
        migrations.AddField(
            model_name='importvoorbeeld',
            name='gevraagd_als',
            field=models.JSONField(default=dict),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='gevraagd_op',
            field=models.DateTimeField(default=timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='gezien',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='klaar_op',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='nakijken',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='pogingen',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='reden',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='stand',
            field=models.CharField(choices=[('gevraagd', 'Staat klaar om te maken'), ('bezig', 'Wordt gemaakt'), ('klaar', 'Klaar'), ('mislukt', 'Niet gelukt')], default='gevraagd', max_length=10),
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='volgende_poging_op',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='importvoorbeeld',
            name='wat',
            field=models.CharField(choices=[('nakijken', 'Nakijken'), ('inlezen', 'Inlezen')], default='nakijken', max_length=10),
        ),
        migrations.RunSQL(DONE, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='importvoorbeeld',
            index=models.Index(condition=models.Q(('volgende_poging_op__isnull', False)), fields=['volgende_poging_op'], name='import_waiting'),
        ),
    ]
