# Needs Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: article articles english test coverage lint schema docs wheel bench clean

article: $(VENV)/installed
	$(BIN)/autobrief write --region midlands -o article.md
	@echo "wrote article.md"

test: $(VENV)/tested
	$(BIN)/python -m pytest

lint: $(VENV)/tested
	$(BIN)/ruff check src tests benchmarks

coverage: $(VENV)/tested
	$(BIN)/python tests/coverage.py

articles: $(VENV)/tested
	$(BIN)/python tests/articles_all.py

english: $(VENV)/english
	RETEXT=$(VENV)/retext $(BIN)/python tests/english/check.py

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
	$(BIN)/python -m pip install --quiet "pytest>=8" "hypothesis>=6.100" "jsonschema>=4.21" "pyyaml>=6" "ruff>=0.6" "build>=1.2" "markdown-it-py>=3" "html5lib>=1.1"
	@touch $@

# link-grammar is Debian's: installed where make may, else named by the check itself.
$(VENV)/english: $(VENV)/tested tests/english/package.json tests/english/retext.mjs
	$(BIN)/python -m pip install --quiet "harper-py==0.2.0"
	mkdir -p $(VENV)/retext
	cp tests/english/package.json tests/english/retext.mjs $(VENV)/retext/
	cd $(VENV)/retext && npm install --silent --no-audit --no-fund
	command -v link-parser > /dev/null || apt-get install --yes --quiet link-grammar || true
	@touch $@

clean:
	rm -rf $(VENV) dist build article.md
