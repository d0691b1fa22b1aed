# Everything starts from Python 3.11, make and the package registries; see README.md.
PY := .venv/bin/python
UV := .venv/bin/uv
STACK := $(PY) tools/devstack.py
export PYTHONDONTWRITEBYTECODE ?= 1
SHELL := /bin/bash

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check bench install install-test install-demo fmt

help:  ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: install-demo  ## start the product with a demo world (PORT=8000)
	@$(STACK) var/demo $(PY) tools/demo.py

demo-reset:  ## forget the demo world; the next `make demo` starts over
	rm -rf var/demo var/demo.json

test: install-test  ## run all tests
	@$(STACK) var/test tools/run_tests.sh $(ARGS)

check: install-test  ## linters, types, import contracts, deploy check, migrations
	@tools/check.sh

bench: install-test  ## measure speed, one JSON object a line (SCALE=small for a quick run)
	@$(STACK) var/bench $(PY) -m bench

fmt: install-test  ## format the code
	$(PY) -m ruff format .; $(PY) -m ruff check --fix -q .; $(PY) -m djlint templates --reformat --quiet

install: var/.installed

var/.installed: uv.lock tools/install.sh
	@tools/install.sh && touch $@

install-demo: install
	@tools/system.sh pango

install-test: install
	@tools/system.sh pango browser
