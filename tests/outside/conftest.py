"""Readers that `make test` does not install: Superdesk's parser and Hugo.  `make test-readers` gets them and runs these tests."""

import os
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "formats"))
NEEDS = {"test_superdesk.py": "AUTOBRIEF_SUPERDESK", "test_hugo.py": "AUTOBRIEF_HUGO"}
collect_ignore = [name for name, variable in NEEDS.items() if not os.environ.get(variable)]
