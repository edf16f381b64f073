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
        ("Provider: X\n\nTY  - JOUR\nER  - \n", "refs.txt", "ris"),
        ("\ufeffTY  - JOUR\r\nER  - \r\n", "", "ris"),
        ("%0 Journal Article\n%T x\n", "refs.txt", "enw"),
        ("%A 張三\n%T x\n", "", "enw"),
        ("RT Journal Article\nSR 1\nA1 x\n", "refs.txt", "refworks"),
        ("\nPMID- 123\nOWN - NLM\n", "", "nbib"),
        ('<?xml version="1.0"?>\n<xml><records><record>', "x.xml", "endnote-xml"),
        ('<!-- a --><!DOCTYPE xml [<!ENTITY a "b">]>\n<xml><records>', "x.xml", "endnote-xml"),
        ('<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="x">', "x.rdf", "zotero-rdf"),
        ("<!DOCTYPE html><html><span class='Z3988' title='x'>", "x.html", "coins"),
        ('<mods:modsCollection xmlns:mods="http://www.loc.gov/mods/v3">', "x.xml", "mods"),
        ("# ours\n\ncff-version: 1.2.0\n", "CITATION.cff", "cff"),
        ("references:\n- id: a\n", "", "csl-yaml"),
        ("---\ntitle: A paper\nreferences:\n- id: a\n---\n\nText.\n", "paper.md", "csl-yaml"),
        ("---\ntitle: A paper\n---\n\nHogan, K. 2020. “Title.”\n", "paper.md", "text"),
        ("- id: a\n  type: book\n", "", "csl-yaml"),
        ("@book{a,\n  abstract = {\nTY  - JOUR\n}}", "", "biblatex"),
    ],
)
def test_content_comes_before_the_name(text, filename, format):
    assert detect_format(text, filename=filename) == format


@pytest.mark.parametrize(
    ("text", "filename", "said"),
    [
        ("<!DOCTYPE html><html>@x{</html>", "refs.bib", "refs.bib: this is not BibLaTeX but HTML"),
        ('<?xml version="1.0"?><svg/>', "refs.xml", "not EndNote XML but XML, which is not supported yet"),
        ("hello world", "refs.ris", "no entry of RIS"),
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
    with pytest.raises(UnknownFormat, match=r"csl-json, biblatex, bibtex, ris, .*, text"):
        find_format("odt")


def test_every_reader_that_is_named_exists():
    for format in FORMATS.values():
        if format.write is not None:
            assert format.read(format.write([])).items == ()


def test_importing_the_package_loads_no_heavy_module():
    code = (
        "import sys, tipcite.formats\n"
        "heavy = {'bibtexparser', 'lxml', 'yaml', 'pyexpat', 'charset_normalizer', 'tipcite.formats.bibtex_read'}; "
        "print(*sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == ""
