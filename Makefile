# Everything starts here; python3 (3.11 or later) and the package index are all it needs.
VENV   ?= .venv
BIN    := $(VENV)/bin
PYTHON ?= python3
# Tests mostly wait for the bot, so more of them than cores run at once.
JOBS   ?= 4

.PHONY: demo run test lint types floors bench schema lock clean

demo: $(VENV)/run
	$(BIN)/biletik demo $(ARGS)

run: $(VENV)/run
	$(BIN)/biletik run

test: lint types floors
	$(BIN)/pytest -n $(JOBS)

lint: $(VENV)/dev
	$(BIN)/ruff check bot tests
	$(BIN)/ruff format --check bot tests

types: $(VENV)/dev
	$(BIN)/mypy

floors: $(VENV)/dev
	$(BIN)/lint-imports

# All measurements, or some: make bench ARGS=matching
bench: $(VENV)/dev
	$(BIN)/python -m tests.bench $(ARGS)

# What editors know of data/faq.yaml, whose hints are in its own language.
schema: $(VENV)/run
	LOCALE=ru $(BIN)/biletik faq schema > data/faq.schema.json

# The lock files pin every package with its hashes; `make lock` renews them from pyproject.toml.
lock: $(VENV)/dev
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements-dev.lock

$(VENV)/made:
	$(PYTHON) -c 'import sys; sys.exit("Biletik needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run: $(VENV)/made requirements.lock pyproject.toml
	$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps -e .
	touch $@

$(VENV)/dev: $(VENV)/run requirements-dev.lock
	$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) var .mypy_cache .pytest_cache .ruff_cache .hypothesis
