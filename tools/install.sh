#!/usr/bin/env bash
# The environment from the lock file, with hashes, PostgreSQL and Redis as wheels included.
#   tools/install.sh demo    what the product runs on
#   tools/install.sh test    that, and what tests and linters need
set -eu
[ -L .venv ] && exit 0  # another work tree's: its owner installs

python=
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
  if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$(command -v "$name") && break
  fi
done
[ -n "$python" ] || { echo "Python 3.11 of nieuwer is nodig." >&2; exit 1; }

# uv stands apart, so that it is not part of what it keeps in order
mkdir -p var "$HOME"
if ! cmp -s tools/uv.txt var/uv/uv.txt; then
  rm -rf var/uv
  "$python" -m venv var/uv || { echo "Python mist venv. Op Debian: apt-get install python3-venv" >&2; exit 1; }
  var/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tools/uv.txt
  cp tools/uv.txt var/uv/uv.txt
fi
sync() { var/uv/bin/uv sync --quiet --frozen --no-python-downloads --python "$python" --extra embedded "$@"; }
case $1 in
  demo) sync --inexact; touch .venv/.demo ;;
  test) sync --all-groups; touch .venv/.demo .venv/.test ;;
esac
