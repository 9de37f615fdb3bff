# Needs Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: article articles test test-postgres coverage lint schema docs wheel bench clean

article: $(VENV)/installed
	$(BIN)/autobrief write --region midlands -o article.md
	@echo "wrote article.md"

test: $(VENV)/tested
	$(BIN)/python -m pytest

# The store against a real PostgreSQL server, installed where it is missing, on loopback, stopped at the end.
test-postgres: $(VENV)/tested
	@ls -d /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; }
	AUTOBRIEF_TEST_POSTGRES=1 $(BIN)/python -m pytest tests/store -k "postgresql"

lint: $(VENV)/tested
	$(BIN)/ruff check src tests benchmarks

coverage: $(VENV)/tested
	$(BIN)/python tests/coverage.py

articles: $(VENV)/tested
	$(BIN)/python tests/articles_all.py

schema: $(VENV)/installed
	$(BIN)/python -m autobrief.checking.contract > docs/article.schema.json

docs: $(VENV)/tested
	$(BIN)/python docs/make.py

wheel: $(VENV)/tested
	$(BIN)/python -m build --wheel --outdir dist .

bench: $(VENV)/tested
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/night.py

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable ".[live]"
	$(BIN)/python -m pip install --quiet "pytest>=8" "hypothesis>=6.100" "jsonschema>=4.21" "pyyaml>=6" "ruff>=0.6" "build>=1.2" "markdown-it-py>=3" "html5lib>=1.1"
	@touch $@

clean:
	rm -rf $(VENV) dist build article.md
