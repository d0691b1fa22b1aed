"""Rights of the processes on every table there is and will be; a policy narrows them.

Roles belong to the cluster and are made elsewhere (tools/roles.sql); what they may do
belongs to the database, and so to the migrations, also in a test database.
"""

from django.db import migrations

GRANTS = """
    GRANT USAGE ON SCHEMA public TO nk_web, nk_worker;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO nk_web, nk_worker;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO nk_web, nk_worker;
    ALTER DEFAULT PRIVILEGES FOR ROLE nk_owner IN SCHEMA public
      GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO nk_web, nk_worker;
    ALTER DEFAULT PRIVILEGES FOR ROLE nk_owner IN SCHEMA public
      GRANT USAGE ON SEQUENCES TO nk_web, nk_worker;
"""


class Migration(migrations.Migration):
    dependencies: list[tuple[str, str]] = []
    operations = [migrations.RunSQL(GRANTS, reverse_sql=migrations.RunSQL.noop)]
