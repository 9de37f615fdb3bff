# Needs Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: article test coverage lint schema docs wheel bench clean

article: $(VENV)/installed
	$(BIN)/autobrief write --region midlands -o article.md
	@echo "wrote article.md"

test: $(VENV)/tested
	$(BIN)/python -m pytest

lint: $(VENV)/tested
	$(BIN)/ruff check src tests benchmarks

coverage: $(VENV)/tested
	$(BIN)/python tests/coverage.py

schema: $(VENV)/installed
	$(BIN)/python -m autobrief.checking.contract > docs/article.schema.json

docs: $(VENV)/tested
	$(BIN)/python docs/make.py

wheel: $(VENV)/tested
	$(BIN)/python -m build --wheel --outdir dist .

bench: $(VENV)/installed
	$(BIN)/python benchmarks/run.py

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/python -m pip install --quiet "pytest>=8" "hypothesis>=6.100" "jsonschema>=4.21" "pyyaml>=6" "ruff>=0.6" "build>=1.2" "markdown-it-py>=3" "html5lib>=1.1" "lxml>=5" "newsmlg2>=1.1" "feedparser>=6" "python-docx>=1.1"
	@touch $@

clean:
	rm -rf $(VENV) dist build article.md
