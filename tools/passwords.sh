#!/usr/bin/env bash
# At the first start of the database container, after roles.sql: the database, and the
# passwords of the processes. Run it again with psql's own PG* variables to change them.
set -eu
psql --quiet --no-psqlrc -v ON_ERROR_STOP=1 --dbname postgres \
  -v web="$NK_WEB_PASSWORD" -v worker="$NK_WORKER_PASSWORD" \
  -v owner="$NK_OWNER_PASSWORD" -v backup="$NK_BACKUP_PASSWORD" <<'SQL'
ALTER ROLE nk_web PASSWORD :'web';
ALTER ROLE nk_worker PASSWORD :'worker';
ALTER ROLE nk_owner PASSWORD :'owner' NOCREATEDB;
ALTER ROLE nk_backup PASSWORD :'backup';
SELECT 'CREATE DATABASE netwerkkompas OWNER nk_owner'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'netwerkkompas') \gexec
SQL
