from django.db import migrations, models

# added at a start, taken away by the job that turned the ring
SQL = """
REVOKE UPDATE ON netwerk_ringproef FROM nk_web, nk_worker;
REVOKE DELETE ON netwerk_ringproef FROM nk_web;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('netwerk', '0022_noodtoegang'),
    ]

    operations = [
        migrations.CreateModel(
            name='Ringproef',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ring', models.CharField(max_length=20)),
                ('naam', models.CharField(max_length=20)),
                ('box', models.BinaryField()),
            ],
        ),
        migrations.AddConstraint(
            model_name='ringproef',
            constraint=models.UniqueConstraint(fields=('ring', 'naam'), name='ringproef_once'),
        ),
        migrations.RunSQL(SQL),
    ]
