#!/usr/bin/env bash
# All that can be said about the code without running it. Goes on after a fault, to show all.
set -u
bin=.venv/bin
fault=0
say() { echo "── $1"; shift; "$@" || fault=1; }
# settings as in production, with secrets of this moment
key() { $bin/python -c 'import secrets; print(secrets.token_urlsafe(64))'; }
ring=$($bin/python -c 'import base64, os; print("nu:" + base64.b64encode(os.urandom(32)).decode())')
export DJANGO_SETTINGS_MODULE=config.settings
export SECRET_KEY=$(key) MFA_KEY=$(key) CARE_KEYS=$ring ALLOWED_HOSTS=netwerkkompas.example
say "ruff" $bin/ruff check -q .
say "ruff format" $bin/ruff format -q --check .
say "import contracts" $bin/lint-imports --no-logo
say "djlint" $bin/djlint templates --lint --quiet
say "bandit" $bin/bandit -q -ll -c pyproject.toml -r basis logboek toegang berichten netwerk kompas clientplan config
say "mypy" $bin/mypy --no-error-summary .
say "check --deploy" $bin/python manage.py check --deploy --fail-level WARNING
say "migrations" $bin/python tools/devstack.py var/check $bin/python manage.py makemigrations --check --dry-run
[ $fault = 0 ] && echo "make check: in orde"
exit $fault
