import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('toegang', '0005_huisstijl'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisatie',
            name='ook_soorten',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('familie', 'Patiënten- of familieorganisatie'), ('academie', 'Herstelacademie'), ('zelfregie', 'Zelfregiecentrum'), ('wijkteam', 'Sociaal wijkteam'), ('fact', 'F-ACT of ander specialistisch team'), ('wonen', '(Beschermd) wonen'), ('huisarts', 'Huisarts of praktijkondersteuner'), ('basisggz', 'Basis-ggz'), ('vrijgevestigd', 'Vrijgevestigd psycholoog of psychotherapeut'), ('bemoeizorg', 'OGGz en bemoeizorg'), ('crisisdienst', 'Crisisdienst'), ('iht', 'Intensieve behandeling thuis (IHT)'), ('hic', 'High intensive care (HIC)'), ('respijt', 'Respijtzorg'), ('kliniek', 'Klinische zorg'), ('opvang', 'Maatschappelijke opvang'), ('werk', 'Werk en opleiding'), ('dagbesteding', 'Dagbesteding'), ('schuldhulp', 'Inkomen en schuldhulp'), ('politie', 'Politie'), ('justitie', 'Justitie'), ('gehandicaptenzorg', 'Gehandicaptenzorg (VG, LVB)'), ('jeugd', 'Jeugdhulp'), ('ggd', 'GGD'), ('onderwijs', 'Onderwijs'), ('corporatie', 'Woningcorporatie'), ('welzijn', 'Welzijn en informele steun'), ('verzekeraar', 'Zorgverzekeraar'), ('gemeente', 'Gemeente'), ('anders', 'Iets anders')], max_length=20), blank=True, db_default=[], default=list, size=None),
        ),
    ]
