# Everything sets itself up in .venv; Python 3.11 or later, make and git are all that is assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
REMOTE := $(shell git remote get-url origin 2>/dev/null | sed -E 's|^git@([^:]+):|https://\1/|; s|\.git$$||')

# The theme's notice on the future of MkDocs; the README says what it means for this project.
export NO_MKDOCS_2_WARNING := 1
ifneq ($(filter https://%,$(REMOTE)),)
export EDIT_URI ?= $(REMOTE)/edit/main/docs/
endif

.PHONY: serve site test check bench accuracy format clean

serve: $(INSTALLED) ## Serve the site on http://127.0.0.1:8000 and rebuild it on every change
	$(BIN)/mkdocs serve --livereload $(ARGS)

site: $(INSTALLED) ## Build the site into site/
	$(BIN)/mkdocs build --strict $(ARGS)

test: $(INSTALLED) ## Run all tests, those in a real browser included
	$(BIN)/python tests/npm.py
	$(BIN)/python tests/programs.py
	CHROMIUM="$$($(BIN)/python tests/chromium.py)" $(BIN)/python -m pytest -n auto $(ARGS)

check: $(INSTALLED) ## Check code, types, layers and the knowledge base
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/troubleshooter schema --check
	$(BIN)/troubleshooter check

bench: $(INSTALLED) ## Measure builds and loading, side by side in one run
	$(BIN)/python -m benchmarks

# Real incidents that are kept outside of the repository, where there are any.
INCIDENTS ?= $(wildcard ../shared/cases)

accuracy: $(INSTALLED) ## Score the diagnoser on worked cases, and on INCIDENTS=folder
	$(BIN)/python -m benchmarks.accuracy $(INCIDENTS) $(ARGS)

format: $(INSTALLED) ## Format the code and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Remove what was installed and built
	rm -rf $(VENV) site

$(INSTALLED): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or later is needed; set PYTHON=/path/to/it")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[site]" --group dev
	touch $@
