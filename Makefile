# make run    set up and analyze the sample article     make test   set up and run the tests
# make bench  ours beside the peers, as a page with plots
# make soak   an hour of trying to break it (MINUTES=60)
# make check  everything a developer needs before a commit
# make lock   name the newest releases in .ci/lock.txt      make audit  ask whether any of them has a known weakness
# PYTHON=/path/to/python3.12 chooses the interpreter; VENV=folder where the environment goes.

VENV ?= .venv
BIN := $(VENV)/bin
ARTICLE := seeds/000_02bac0db7d26ebab.txt
STAMP := $(VENV)/.installed
JOBS ?= 2

MINUTES ?= 60

.PHONY: run test check format bench soak lock audit clean

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
	$(BIN)/python -m pip install --quiet -e '.[soak]'
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -n $(JOBS) -q tests/test_hostile.py tests/floor tests/normalizer/test_laws.py
	$(BIN)/python -m tests.soak.growth
	$(BIN)/python -m tests.archive.killing
	$(BIN)/python -m tests.soak.fuzz --minutes $(MINUTES)

# The files that continuous integration installs, by their hashes, for all three Pythons and all systems.
lock: | $(BIN)/python
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade \
		--generate-hashes --no-annotate --custom-compile-command "make lock" --quiet --output-file .ci/lock.txt

# Asks PyPI's advisory service, so it needs the network and answers anew as weaknesses become known: run it before a
# release, and from a schedule, not as a test.
audit: | $(BIN)/python
	$(BIN)/python -m pip install --quiet pip-audit
	$(BIN)/python -m pip_audit --require-hashes --disable-pip --requirement .ci/lock.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .fuzz build dist
	find persiantools . -maxdepth 4 -name "*.so" -not -path "./$(VENV)/*" -delete

$(STAMP): pyproject.toml .ci/lock.txt | $(BIN)/python
	sh .ci/install $(BIN)/python
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
