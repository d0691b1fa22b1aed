# Everything starts from Python 3.11, make and the package registries; see README.md.
SHELL := /bin/bash
PY := .venv/bin/python
STACK := $(PY) tools/devstack.py
LOCKED := uv.lock pyproject.toml tools/install.sh tools/uv.txt
export PYTHONDONTWRITEBYTECODE ?= 1
# a uid without an account may have no home: caches and browser profiles still need one
ifneq ($(shell test -d "$$HOME" -a -w "$$HOME" && echo home),home)
export HOME := $(CURDIR)/var/home
endif

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check bench fmt install-demo install-test

help:  ## say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: install-demo  ## start the product with a demo world (PORT=8000, DEMO_MFA=1)
	@$(STACK) var/demo $(PY) tools/demo.py var/demo

demo-reset: install-demo  ## forget the demo world; the next `make demo` starts over
	@$(STACK) var/demo --forget && rm -f var/demo.json

test: install-test  ## run all tests (ARGS="tests/basis -k deadline")
	@$(STACK) var/test --throwaway tools/run_tests.sh $(ARGS)

check: .venv/.test  ## linters, types, import contracts, deploy check, migrations
	@tools/check.sh

bench: install-demo .venv/.test  ## measure speed, one JSON object a line (SCALE=small for a quick run)
	@$(STACK) var/bench $(PY) -m bench

fmt: .venv/.test  ## format the code
	$(PY) -m ruff format .; $(PY) -m ruff check --fix -q .; $(PY) -m djlint templates --reformat --quiet

install-demo: .venv/.demo var/static/.made
	@tools/system.sh pango

install-test: .venv/.test var/static/.made
	@tools/system.sh pango browser && tools/pdfcheck.sh
	@tools/pdfcheck.sh

.venv/.demo: $(LOCKED)
	@tools/install.sh demo

.venv/.test: $(LOCKED)
	@tools/install.sh test

var/static/.made: tools/fonts.py uv.lock | .venv/.demo
	@mkdir -p var/static var/staticfiles; $(PY) tools/fonts.py var/static/fonts >/dev/null && touch $@
