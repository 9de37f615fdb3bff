# Needs Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: article articles nights english test test-postgres test-readers test-wordpress test-wagtail coverage lint schema docs wheel bench clean

article: $(VENV)/installed
	$(BIN)/autobrief write --region midlands -o article.md
	@echo "wrote article.md"

test: $(VENV)/tested
	$(BIN)/python -m pytest -n auto

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

# The store against a real PostgreSQL server, installed where it is missing, on loopback, stopped at the end.
test-postgres: $(VENV)/tested
	@$(BIN)/python tests/store/server.py || { command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; } || \
	  { echo "there is no PostgreSQL server here and it could not be installed: install one, as root on Debian with apt-get install postgresql" >&2; exit 1; }
	AUTOBRIEF_TEST_POSTGRES=1 $(BIN)/python -m pytest tests/store -k "postgresql"

# Delivery against a real WordPress: Debian's, with a MariaDB of its own on loopback, installed where they are missing, ended whatever happens.
# The block editor's own validator runs in jsdom.
test-wordpress: $(VENV)/tested $(VENV)/jsdom/installed
	@ls /usr/share/wordpress/wp-load.php /usr/sbin/mariadbd >/dev/null 2>&1 && php -m 2>/dev/null | grep -q mysqli || \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wordpress mariadb-server mariadb-client \
	    php-cli php-mysql php-xml php-curl php-mbstring php-intl php-gd >/dev/null; }
	AUTOBRIEF_TEST_WORDPRESS=1 AUTOBRIEF_JSDOM=$(abspath $(VENV))/jsdom $(BIN)/python -m pytest tests/wordpress

$(VENV)/jsdom/installed: tests/wordpress/package.json $(VENV)/tested
	@command -v npm >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null; }
	mkdir -p $(VENV)/jsdom && cp tests/wordpress/package.json $(VENV)/jsdom/
	cd $(VENV)/jsdom && npm install --silent --no-audit --no-fund
	@touch $@

# Delivery to a real Wagtail, made as docs/cms/wagtail.md says in a virtual environment of its own, on loopback, stopped at the end.
test-wagtail: $(VENV)/tested
	AUTOBRIEF_TEST_WAGTAIL=$(abspath $(VENV))/wagtail $(BIN)/python -m pytest tests/wagtail

lint: $(VENV)/tested
	$(BIN)/ruff check src tests benchmarks

coverage: $(VENV)/tested
	$(BIN)/python tests/coverage.py

nights: $(VENV)/tested
	$(BIN)/python tests/nights_all.py

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

bench: $(VENV)/tested
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/night.py

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable ".[live,cms]"
	$(BIN)/python -m pip install --quiet "pytest>=8" "pytest-xdist>=3.5" "hypothesis>=6.100" "jsonschema>=4.21" "pyyaml>=6" "ruff>=0.6" "build>=1.2" "markdown-it-py>=3" "html5lib>=1.1" "lxml>=5" "newsmlg2>=1.1" "feedparser>=6" "python-docx>=1.1"
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
