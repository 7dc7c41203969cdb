# `make run` serves, `make test` runs every check. Both install what they need into .venv, from locks with
# hashes, and install nothing the second time.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint types tests coverage wheel browser bench eval lock env-example clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --require-hashes --no-deps --prefer-binary --progress-bar on
ROOMS := agent api coaching evals knowledge prompts store
# The grammars read free text with hundreds of patterns; the rules beside them are held to every branch.
GRAMMARS := coaching/smart/*,coaching/deadlines/*,coaching/listening/*
CODE := $(ROOMS) scripts tests

help: ## Say what there is.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

run: $(VENV)/.run ## Install what is missing and serve on http://127.0.0.1:8000.
	@set -a; if [ -f .env ]; then . ./.env; fi; set +a; exec $(BIN)/cairn serve

test: $(VENV)/.test browser lint types tests coverage wheel ## Run every check.
	@echo "All checks passed."

lint: $(VENV)/.test ## Check style, format and who imports whom.
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.test ## Check types.
	$(BIN)/mypy $(CODE)

tests: $(VENV)/.test ## Run the tests, branches counted.
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -q --cov --cov-report=

coverage: $(VENV)/.test ## Hold coverage to its bars, after `make tests`.
	$(BIN)/coverage report --skip-covered --show-missing --include='coaching/*' --omit='$(GRAMMARS)' --fail-under=100
	$(BIN)/coverage report --skip-covered --show-missing --include='$(GRAMMARS)' --fail-under=97
	$(BIN)/coverage report --skip-covered --show-missing --omit='coaching/*,store/migrations/*' --fail-under=95

wheel: $(VENV)/.test ## Build the wheel and start it in an environment of its own.
	$(BIN)/python scripts/try_wheel.py

browser: ## Find Chromium, or install Debian's where that is allowed.
	@scripts/chromium

bench: $(VENV)/.test ## Measure commands, server, goal check and search; KEEP=--keep puts the table into docs/quality.md.
	$(BIN)/python -m scripts.bench $(KEEP)

eval: $(VENV)/.test ## Run the conversations that the coach is judged by.
	$(BIN)/python -m evals

env-example: $(VENV)/.run ## Write .env.example from the settings.
	$(BIN)/python -c 'from api.settings import env_example; print(env_example(), end="")' > .env.example

LOCK := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate
lock: $(VENV)/.test ## Resolve the locks anew; UPGRADE=--upgrade takes newer versions.
	$(PIP) install --require-hashes --no-deps --quiet -r requirements/lock.txt
	$(LOCK) $(UPGRADE) pyproject.toml requirements/build.in -o requirements/run.txt
	$(LOCK) $(UPGRADE) pyproject.toml requirements/build.in --group pyproject.toml:dev \
		-c requirements/run.txt -o requirements/test.txt
	$(LOCK) $(UPGRADE) requirements/lock.in -o requirements/lock.txt

clean: ## Remove what was made here; your data folder is not touched.
	rm -rf $(VENV) build dist .coverage .coverage.* .mypy_cache .ruff_cache .import_linter_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' || { \
		echo "Cairn needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is" \
			"$$($(PYTHON) --version 2>&1). Name another: make run PYTHON=python3.12" >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	$(PYTHON) -m venv $(VENV)

# The build backend is a program beside this Python, so its folder must be on the path.
# Stamps: a lock that did not change is not installed again.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Cairn needs; once, and it takes a few minutes on a slow line."
	@$(PIP) --version > /dev/null 2>&1 || $(BIN)/python -m ensurepip
	$(INSTALL) -r requirements/run.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" $(PIP) install --no-deps --no-build-isolation --quiet --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	@echo "Installing what the tests need."
	$(INSTALL) -r requirements/test.txt
	@touch $@
