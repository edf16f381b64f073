"""Which format a text is in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tipcite.errors import UnknownFormat
from tipcite.formats import FORMATS, detect_format, find_format


@pytest.mark.parametrize(
    ("text", "filename", "format"),
    [
        ('[{"id": "a"}]', "", "csl-json"),
        ('{"items": []}', "x.bib", "csl-json"),
        ("% hi\n@article{a, title={T}}", "", "biblatex"),
        ("@ book { k , title = {T} }", "refs.txt", "biblatex"),
        ("", "refs.bib", "biblatex"),
        ("[1] 王小明，2020，〈題名〉。", "", "text"),
        ("Hogan, K. 2020. “Title.” me@x.org {a}", "", "text"),
    ],
)
def test_content_comes_before_the_name(text, filename, format):
    assert detect_format(text, filename=filename) == format


@pytest.mark.parametrize(
    ("text", "filename", "said"),
    [
        ("<!DOCTYPE html><html>@x{</html>", "refs.bib", "refs.bib: this is not BibLaTeX but HTML"),
        ("TY  - JOUR\nER  - \n", "refs.ris", "RIS, which is not supported yet"),
        ("hello world", "refs.bib", "no entry of BibLaTeX"),
        ("", "", "empty"),
    ],
)
def test_what_can_not_be_read_is_named_in_one_line(text, filename, said):
    with pytest.raises(UnknownFormat, match=said) as caught:
        detect_format(text, filename=filename)
    assert "\n" not in str(caught.value)


def test_aliases_lead_to_formats():
    assert find_format("bib") is FORMATS["biblatex"]
    assert find_format("JSON") is FORMATS["csl-json"]
    with pytest.raises(UnknownFormat, match="csl-json, biblatex, bibtex, text"):
        find_format("docx")


def test_every_reader_that_is_named_exists():
    for name in ("csl-json", "biblatex", "bibtex"):
        format = FORMATS[name]
        assert format.read(format.write([])).items == () if name == "csl-json" else format.write([]) == ""


def test_importing_the_package_loads_no_heavy_module():
    code = (
        "import sys, tipcite.formats\n"
        "heavy = {'bibtexparser', 'lxml', 'charset_normalizer', 'tipcite.formats.bibtex_read'}; "
        "print(*sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == ""
