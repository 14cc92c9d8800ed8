# Parley's commands. `make` alone lists them. Needs only make and a Python of 3.11 or newer.

PYTHON ?= python3
PORT ?= 5000
# Further arguments for pytest, as in: make test ARGS="tests/leads -k merge"
ARGS ?=
# The names of the benchmarks to run, as in: make bench ONLY="leads reports"
ONLY ?=

BIN := .venv/bin
# A lock names everything, so nothing is left to resolve: without --no-deps an older pip goes looking
# for the newest `google-auth[requests]` and refuses it for having no hash.
INSTALL := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check --require-hashes --no-deps
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes

.PHONY: help setup setup-dev run test check format bench eval screenshots lock clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

setup: .venv/.installed ## the virtual environment, with what the service needs

setup-dev: .venv/.installed-dev ## the virtual environment, with the tools for developing too

run: setup ## set up and start the service on PORT (5000)
	@exec $(BIN)/python app.py $(PORT)

test: setup-dev ## all tests; uses PostgreSQL, Redis and Chromium where they are found
	$(BIN)/python -m pytest $(PYTEST_WORKERS) $(ARGS)

check: setup-dev ## lint, formatting, types and the rules of the architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --quiet tests/architecture

format: setup-dev ## put the source in its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup-dev ## the benchmarks: ratios against their floors, written to benchmarks/results
	@failed=; \
	for name in $(or $(ONLY),$(sort $(basename $(notdir $(wildcard benchmarks/[a-z]*.py))))); do \
		echo "== $$name"; \
		$(BIN)/python -m benchmarks.$$name || failed="$$failed $$name"; \
	done; \
	if [ -n "$$failed" ]; then echo "below their floors:$$failed" >&2; exit 1; fi

eval: setup ## how well the assistant understands without a model, kind by kind
	$(BIN)/python -m understanding.evaluation

screenshots: setup-dev ## the pictures in docs/screenshots, taken anew
	$(BIN)/python -m tests.screenshots

# UPGRADE=--upgrade takes the newest versions that pyproject.toml allows.
lock: setup-dev ## requirements.lock and requirements-dev.lock from pyproject.toml
	$(LOCK) $(UPGRADE) pyproject.toml -o requirements.lock
	$(LOCK) $(UPGRADE) pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean: ## remove the virtual environment and what tools left behind (never client_data)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Half a run's time on two cores; with one named test the workers would only cost.
PYTEST_WORKERS = $(if $(ARGS),,-n 2 --dist worksteal)

.venv/.created:
	@command -v $(PYTHON) >/dev/null || { \
		echo "Parley needs Python 3.11 or newer, and $(PYTHON) was not found." >&2; \
		echo "Install it, or name another one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Parley needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)." >&2; \
		echo "Name a newer one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments; on Debian: apt-get install python3-venv" >&2; \
		exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.installed: .venv/.created requirements.lock
	@echo "Installing what requirements.lock names into .venv (once, about a minute) ..."
	@$(INSTALL) -r requirements.lock
	@touch $@

.venv/.installed-dev: .venv/.created requirements.lock requirements-dev.lock
	@echo "Installing what requirements-dev.lock names into .venv (once, a minute or two) ..."
	@$(INSTALL) -r requirements-dev.lock
	@touch .venv/.installed $@
