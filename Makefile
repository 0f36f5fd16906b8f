# Two commands: `make serve` and `make test`. Everything they need is set up on the way.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
ORG ?= oic
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
FACES := $(patsubst src/amana/%/locale,%,$(wildcard src/amana/*/locale))

.PHONY: help serve test check bench peers clean words

help: ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /	/' | expand -t 10

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Amana needs Python 3.11 or later as $(PYTHON)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "$(PYTHON) has no venv: install python3-venv (Debian: apt-get install python3-venv)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run: requirements/run.txt pyproject.toml | $(VENV)/made
	@echo "installing what Amana runs on …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: requirements/dev.txt $(VENV)/run
	@echo "installing what the tests need …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/words: $(wildcard src/amana/*/locale/*/LC_MESSAGES/*.po) $(VENV)/run
	@for face in $(FACES); do test ! -d src/amana/$$face/locale || $(BIN)/pybabel -q compile -D django -d src/amana/$$face/locale; done
	@$(BIN)/python -m compileall -q src/amana
	@touch $@

serve: $(VENV)/words ## set everything up and run Amana with the OIC on 127.0.0.1:8000 (ORG=example: the invented one)
	@AMANA_DEMO=1 AMANA_VAR=var/$(ORG) AMANA_ORGANIZATION=organizations/$(ORG) $(BIN)/amana serve --load --demo --port $(PORT)

test: $(VENV)/dev $(VENV)/words ## set everything up, a browser and a PostgreSQL too, and pass every test
	@$(BIN)/python tests/browser.py
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(VENV)/dev $(VENV)/words ## style, types, import order, doctests, migrations, translations, documentation
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . 
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@AMANA_VAR=$$(mktemp -d) $(BIN)/python -m django makemigrations --check --dry-run --settings amana.site.settings
	@$(BIN)/python -m pytest -q src tests/house
	@for o in oic example; do $(BIN)/amana check organizations/$$o; done

bench: $(VENV)/dev $(VENV)/words ## figures, as ratios beside a peer in one run
	@$(BIN)/python -m bench

peers: ## pofilter, to measure beside it: in var/peers, an environment of its own that nothing of Amana imports
	@test -x var/peers/bin/python || $(PYTHON) -m venv var/peers
	@var/peers/bin/python -m pip install -q --disable-pip-version-check translate-toolkit==3.20.4

clean: ## forget the environment; var/ (the data) stays
	rm -rf $(VENV)
