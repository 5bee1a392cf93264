# make run    set up and analyze the sample article     make test   set up and run the tests
# make bench  ours beside the peers, as a page with plots
# make soak   an hour of trying to break it (MINUTES=60)
# make check  everything a developer needs before a commit
# PYTHON=/path/to/python3.12 chooses the interpreter; VENV=folder where the environment goes.

VENV ?= .venv
BIN := $(VENV)/bin
ARTICLE := seeds/000_02bac0db7d26ebab.txt
STAMP := $(VENV)/.installed
JOBS ?= 2

MINUTES ?= 60

.PHONY: run test check format bench soak clean

run: $(BIN)/persiantools
	$(BIN)/persiantools analyze $(ARTICLE)

test: $(STAMP)
	$(BIN)/python -m pytest -n $(JOBS)

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m training.verify
	$(BIN)/python -m pytest -n $(JOBS) -q

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Ours and the peers on the same inputs: benchmarks/RESULTS.md and its plots. Takes about half an hour.
bench: $(STAMP)
	$(BIN)/python -m benchmarks.bench

# Long runs that try to break things: MINUTES of fuzzing, many more random examples, growth over doubling lengths.
soak: $(STAMP)
	$(BIN)/python -m pip install --quiet -e '.[dev,soak]'
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -n $(JOBS) -q tests/test_hostile.py tests/floor tests/normalizer/test_laws.py
	$(BIN)/python -m tests.soak.growth
	$(BIN)/python -m tests.archive.killing
	$(BIN)/python -m tests.soak.fuzz --minutes $(MINUTES)

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .fuzz build dist
	find persiantools . -maxdepth 4 -name "*.so" -not -path "./$(VENV)/*" -delete

$(STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	@touch $@

# The package alone, which is all that running it needs.
$(BIN)/persiantools: | $(BIN)/python
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e .

# The newest Python in range that really starts: a version manager may put a command on PATH that does not run.
$(BIN)/python:
	@python=$$(sh .ci/find-python $(PYTHON)) || exit 1; \
	echo "setting up $(VENV) with $$python (the first time takes a few minutes)"; \
	"$$python" -m venv $(VENV)
