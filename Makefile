# Everything here sets itself up: a fresh clone needs Python 3.11 or later, and pip.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= out

.PHONY: brief briefs study gallery test test-slow lint bench clean help

help:                      ## say what there is
	@grep -E '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

brief: $(VENV)/run         ## make the brief on Kazakhstan for the public, and print its path
	@$(BIN)/briefing build country-brief -c KAZ -a public -o $(OUT)

briefs: $(VENV)/run        ## make all country briefs
	@$(BIN)/briefing build country-brief -o $(OUT)

study: $(VENV)/run         ## make the study, of fifty pages, and print its path
	@$(BIN)/briefing build study -o $(OUT)

gallery: $(VENV)/run       ## make a page of everything that a page may hold, in OUT/gallery
	@$(BIN)/briefing build --project examples/gallery -o $(OUT)/gallery

test: lint                 ## lint, types, import contracts, tests
	@$(BIN)/pytest -q -m "not slow" -n 2

test-slow: $(VENV)/dev     ## the large case counts
	@$(BIN)/pytest -q -m slow -n 2

lint: $(VENV)/dev          ## the five commands without pytest
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/dev         ## speed and size, one JSON line each, beside a calibration figure
	@$(BIN)/python -m tests.bench

clean:                     ## remove what was made
	rm -rf $(VENV) $(OUT) build dist

# Papers need what the product stands on, and matplotlib where a chart is a figure of it; tests need more.
$(VENV)/run: pyproject.toml
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip --quiet --disable-pip-version-check install --editable '.[charts]'
	@touch $@

$(VENV)/dev: pyproject.toml
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip --quiet --disable-pip-version-check install --editable '.[dev,charts]'
	@touch $@ $(VENV)/run
