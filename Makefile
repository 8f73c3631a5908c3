# Everything here sets itself up: only make and a Python of 3.11 or later are needed.
#   make run              open the app on your own book
#   make PYTHON=python3.12 test
PYTHON ?=
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

export UV_PYTHON_DOWNLOADS := never
# Byte code is worth having in a program that is started twenty times a day.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run demo test check lint types cover bench faults hostile screenshots snapshots setup clean FORCE

run: setup
	@$(BIN)/followup $(ARGS)

demo: setup
	@$(BIN)/followup --demo $(ARGS)

test: setup
	$(BIN)/python -m pytest -n auto -q $(ARGS)

# The types are checked beside the tests, which now and then wait for a program that they have started.
check: setup lint
	@$(MAKE) --no-print-directory -j 2 types cover

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

cover: setup
	$(BIN)/python -m pytest -n auto -q --cov --cov-report=term $(ARGS)

bench: setup
	$(BIN)/python -m tests.benchmarks $(ARGS)

faults: setup
	$(BIN)/python -m tests.store.run_faults $(ARGS)

hostile: setup
	$(BIN)/python -m tests.terminal.run_hostile $(ARGS)

screenshots: setup
	$(BIN)/python -m tests.screenshots $(ARGS)

snapshots: setup
	$(BIN)/python -m tests.tui.snapshots $(ARGS)

setup: $(READY)

# The script decides whether anything has to be done: another PYTHON is no file that make could look at.
$(READY): FORCE
	@sh .ci/setup "$(VENV)" "$(PYTHON)"

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
