# The two commands to know: `make site` writes the site to site/, `make test` runs every test.
# Each sets up what it needs in a folder of its own. All they ask for is Python 3.11 or newer.

SHELL := /bin/sh
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# Settings of the outside Python must not reach into ours; what was compiled once is kept.
unexport PYTHONHOME PYTHONPATH PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

# The first Python that is new enough; `make site PYTHON=/path/to/python3` names another.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c '$(NEW_ENOUGH)' >/dev/null 2>&1 && echo "$$name" && break; done)

ARGS ?=
BASE ?= origin/main
SITE := .venv/bin/python
TEST := .venv-dev/bin/python
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --no-emit-index-url --no-annotate --no-header --quiet

# An environment that was moved with its folder, or whose Python is gone, is made anew.
whole = $(shell test "$$(cat $(1)/made 2>/dev/null)" = "$$(pwd -P)" \
	&& $(1)/bin/python -c '' 2>/dev/null && echo yes)

.PHONY: help site check diff serve test quick lint format lock licences clean anew

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

site: .venv/made ## build the site into site/
	@$(SITE) -m generator build $(ARGS)

check: .venv/made ## prove every fact; say what is wrong and where
	@$(SITE) -m generator check $(ARGS)

diff: .venv/made ## which figures differ from those of a revision: make diff BASE=origin/main
	@$(SITE) -m generator diff $(BASE) $(ARGS)

verify: .venv/made ## a published site against its manifest: make verify ARGS=https://example.org/
	@$(SITE) -m generator verify $(ARGS)

serve: .venv/made ## preview that follows your edits
	@$(SITE) -m generator serve $(ARGS)

test: .venv-dev/made ## run every test, on all cores
	@$(TEST) -m pytest -n auto --dist worksteal $(ARGS)

quick: .venv-dev/made ## run the tests that need no browser and build no site
	@$(TEST) -m pytest -n auto --dist worksteal -m "not browser and not command" $(ARGS)

lint: .venv-dev/made ## check style and types
	@$(TEST) -m ruff check --quiet
	@$(TEST) -m ruff format --check --quiet --diff
	@$(TEST) -m mypy --no-error-summary

format: .venv-dev/made ## set the code in its form
	@$(TEST) -m ruff check --quiet --fix-only
	@$(TEST) -m ruff format --quiet

lock: .venv-dev/made ## renew the lock files: make lock ARGS=--upgrade
	@.venv-dev/bin/$(LOCK) pyproject.toml --group build --output-file requirements.lock $(ARGS)
	@.venv-dev/bin/$(LOCK) pyproject.toml --group dev --extra cluster --output-file requirements-dev.lock $(ARGS)
	@for name in audit fuzz successor; do .venv-dev/bin/$(LOCK) .ci/$$name/requirements.in \
		--output-file .ci/$$name/requirements.txt $(ARGS) || exit 1; done

licences: .venv-dev/made ## list what a run needs, with its licences: generator/DEPENDENCIES.md
	@$(TEST) .ci/licences.py > generator/DEPENDENCIES.md.new
	@mv generator/DEPENDENCIES.md.new generator/DEPENDENCIES.md

clean: ## remove all that was made
	@rm -rf .venv .venv-dev build site site.* .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The file `made` is written last: an interrupted installation is not mistaken for a whole one.
# The lock is complete, so dependencies are not looked up; wheels alone, so no foreign code runs.
define environment
	@test -n "$(PYTHON)" && "$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed; here is: $$( { "$(or $(PYTHON),python3)" --version || \
		echo none; } 2>&1 | tail -n 1)." >&2; \
		echo "Install it, or say where it is: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
		exit 1; }
	@echo "Setting up $(1) (once; a minute or so) ..."
	@rm -rf $(1)
	@"$(PYTHON)" -m venv $(1)
	@$(1)/bin/python -m pip install -qq --no-deps --only-binary :all: --require-hashes -r $(2)
	@$(1)/bin/python -m pip install -qq --no-deps --no-build-isolation --no-index --editable .
	@pwd -P > $(1)/made
endef

.venv/made: requirements.lock pyproject.toml $(if $(call whole,.venv),,anew)
	$(call environment,.venv,requirements.lock)

.venv-dev/made: requirements-dev.lock pyproject.toml $(if $(call whole,.venv-dev),,anew)
	$(call environment,.venv-dev,requirements-dev.lock)

anew:
