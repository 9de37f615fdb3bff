import subprocess
import sys
from pathlib import Path

import pytest

from autobrief import formats
from autobrief.formats import FORMATS


def test_every_file_of_the_folder_is_a_format_by_its_name():
    files = {path.stem for path in Path(formats.__file__).parent.glob("*.py")} - {"__init__", "layout", "restoring"}
    assert files == set(FORMATS) == {"markdown", "html", "text", "json"}


def test_an_unknown_name_is_a_key_error():
    assert "pdf" not in FORMATS
    with pytest.raises(KeyError, match="layout"):
        FORMATS["layout"]


@pytest.mark.parametrize("name", formats.NAMES)
def test_rendering_is_pure_and_ends_in_one_line_end(name, plain):
    text = FORMATS[name](plain)
    assert text == FORMATS[name](plain)
    assert text.endswith("\n") and not text.endswith("\n\n")


# What an interpreter loads before any code of ours: editable installs, `sitecustomize`.
ODD = set(subprocess.run([sys.executable, "-c", "import sys; print(*{name.split('.')[0] for name in sys.modules})"],
                         capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("name, others", [("markdown", {"html", "text"}), ("html", {"markdown", "text", "json"}),
                                          ("text", {"markdown", "html", "json"}), ("json", {"markdown", "html", "text"})])
def test_asking_for_one_format_imports_no_other_and_nothing_from_outside(name, others):
    code = f"import sys; from autobrief.formats import FORMATS; FORMATS[{name!r}]; print(*sys.modules, sep='\\n')"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert f"autobrief.formats.{name}" in loaded
    assert not loaded & {f"autobrief.formats.{other}" for other in others}
    roots = {module.split(".")[0] for module in loaded}
    assert roots - sys.stdlib_module_names - ODD == {"autobrief"}
