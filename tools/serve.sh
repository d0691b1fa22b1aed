#!/usr/bin/env bash
# One process of the product, the same in the demo and in a container:
#   tools/serve.sh web|worker|beat|migrate
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
case ${1:-} in
  web) exec $bin/gunicorn --config config/gunicorn.py config.wsgi ;;
  worker)
    exec $bin/celery -A config worker --concurrency "${WORKER_PROCESSES:-2}" \
      --loglevel warning --without-gossip --without-mingle ;;
  beat) exec $bin/celery -A config beat --loglevel warning --pidfile= ;;
  migrate)
    $bin/python manage.py migrate
    $bin/python manage.py laad_hulpnummers
    $bin/python manage.py laad_plaatsen
    exec $bin/python manage.py laad_synoniemen ;;
  *) echo "tools/serve.sh web|worker|beat|migrate" >&2; exit 2 ;;
esac
