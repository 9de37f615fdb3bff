# Needs Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: article articles test test-readers coverage lint schema docs wheel bench clean

article: $(VENV)/installed
	$(BIN)/autobrief write --region midlands -o article.md
	@echo "wrote article.md"

test: $(VENV)/tested
	$(BIN)/python -m pytest

# Readers of our formats that are too much for every test: Superdesk's parser from its source package, and Hugo,
# the one that is installed or Debian's, unpacked here without installing it.
test-readers: $(VENV)/tested $(VENV)/readers/superdesk $(VENV)/readers/hugo
	AUTOBRIEF_SUPERDESK=$(abspath $(VENV))/readers/superdesk AUTOBRIEF_HUGO=$(abspath $(VENV))/readers/hugo \
	$(BIN)/python -m pytest tests/outside

$(VENV)/readers/superdesk: $(VENV)/tested
	mkdir -p $@.part && $(BIN)/python -m pip download --quiet --no-deps --no-binary :all: --dest $@.part superdesk-core==2.5.3
	tar -xzf $@.part/*.tar.gz -C $@.part --strip-components 1 && mv $@.part $@

$(VENV)/readers/hugo: $(VENV)/tested
	mkdir -p $(VENV)/readers/debian
	command -v hugo >/dev/null || (cd $(VENV)/readers/debian && apt-get -qq download hugo libsass1 && for each in *.deb; do dpkg -x $$each .; done)
	printf '#!/bin/sh\nexport LD_LIBRARY_PATH="$$(echo %s/usr/lib/*-linux-gnu)"\nexec "$$(command -v hugo || echo %s/usr/bin/hugo)" "$$@"\n' \
	"$(abspath $(VENV))/readers/debian" "$(abspath $(VENV))/readers/debian" > $@ && chmod +x $@

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
