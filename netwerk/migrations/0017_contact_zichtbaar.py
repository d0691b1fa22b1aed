import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


# in which country a secret place is tells something of where; its past too
EMPTY = """
UPDATE netwerk_locatie SET land = 'NL' WHERE geheim AND land <> 'NL';
UPDATE netwerk_locatieversie SET land = 'NL' WHERE geheim AND land <> 'NL';
"""


class Migration(migrations.Migration):

    dependencies = [
        ('netwerk', '0016_wachteinde'),
        ('toegang', '0006_ook_soorten'),
    ]

    operations = [
        migrations.RunSQL(EMPTY, migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(
            model_name='contact',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='contact',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='contact',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='locatie',
            name='locatie_secret_is_empty',
        ),
        migrations.AddField(
            model_name='contact',
            name='zichtbaar',
            field=models.CharField(choices=[('iedereen', 'Iedereen'), ('collegas', 'Alleen collega’s die inloggen')], db_default='iedereen', default='iedereen', max_length=10),
        ),
        migrations.AddField(
            model_name='contactversie',
            name='zichtbaar',
            field=models.CharField(choices=[('iedereen', 'Iedereen'), ('collegas', 'Alleen collega’s die inloggen')], db_default='iedereen', default='iedereen', max_length=10),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contact',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "netwerk_contactversie" ("afdeling", "email", "functie", "hsds", "id", "locatie_id", "naam", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plek_id", "uuid", "voorziening_id", "zichtbaar") VALUES (NEW."afdeling", NEW."email", NEW."functie", NEW."hsds", NEW."id", NEW."locatie_id", NEW."naam", NEW."organisatie_id", NOW(), \'insert\', NEW."id", NEW."plek_id", NEW."uuid", NEW."voorziening_id", NEW."zichtbaar"); RETURN NULL;', hash='daf3a94df2bea5101354d1b10c4459c6e7354dd9', operation='INSERT', pgid='pgtrigger_insert_insert_31dfc', table='netwerk_contact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contact',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "netwerk_contactversie" ("afdeling", "email", "functie", "hsds", "id", "locatie_id", "naam", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plek_id", "uuid", "voorziening_id", "zichtbaar") VALUES (NEW."afdeling", NEW."email", NEW."functie", NEW."hsds", NEW."id", NEW."locatie_id", NEW."naam", NEW."organisatie_id", NOW(), \'update\', NEW."id", NEW."plek_id", NEW."uuid", NEW."voorziening_id", NEW."zichtbaar"); RETURN NULL;', hash='e9d70a5f56277dfcbd8e07461d2e76dea7734519', operation='UPDATE', pgid='pgtrigger_update_update_0523d', table='netwerk_contact', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contact',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "netwerk_contactversie" ("afdeling", "email", "functie", "hsds", "id", "locatie_id", "naam", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plek_id", "uuid", "voorziening_id", "zichtbaar") VALUES (OLD."afdeling", OLD."email", OLD."functie", OLD."hsds", OLD."id", OLD."locatie_id", OLD."naam", OLD."organisatie_id", NOW(), \'delete\', OLD."id", OLD."plek_id", OLD."uuid", OLD."voorziening_id", OLD."zichtbaar"); RETURN NULL;', hash='0178109ed23c880aed44e0eec0462736a156cf77', operation='DELETE', pgid='pgtrigger_delete_delete_9d1d7', table='netwerk_contact', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='locatie',
            constraint=models.CheckConstraint(condition=models.Q(('geheim', False), models.Q(('adres', ''), ('adres_2', ''), ('gemeente', None), ('hsds', {}), ('land', 'NL'), ('lat', None), ('lon', None), ('naam', ''), ('omschrijving', ''), ('plaats', ''), ('postcode', ''), ('toegankelijk', []), ('vervoer', ''), ('website', '')), _connector='OR'), name='locatie_secret_is_empty'),
        ),
    ]
