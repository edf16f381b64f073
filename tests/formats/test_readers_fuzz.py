"""No text makes a reader of export files raise anything but a clear `ReadError`, or lose what it can't read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import items
from test_cnki import E_STUDY
from test_coins import PAGE
from test_nbib import RECORD as NBIB
from test_noteexpress import CNKI as NOTEEXPRESS
from test_refworks import CNKI as REFWORKS
from test_zotero_rdf import FILE as RDF

from tipcite.errors import ReadError
from tipcite.formats import FORMATS
from tipcite.model import item_to_csl

SAMPLES = {
    "nbib": NBIB, "refworks": REFWORKS, "zotero-rdf": RDF, "coins": PAGE, "noteexpress": NOTEEXPRESS, "cnki": E_STUDY,
}  # fmt: skip
NAMES = [name for name in FORMATS if name not in ("csl-json", "biblatex", "bibtex", "text", "docx")]
JUNK = st.text(max_size=12) | st.sampled_from(
    [
        "\n", "\n\n", "<", ">", "&", '"', "'", "- ", "  - ", "%0 ", "RT ", "PMID- ", "TY  - X\n", "]]>", "<!--", ": [",
        "\ud800", "<!DOCTYPE x [", "&#0;", "&#xD800;", "*a", "&a ", "!!int ", "{", "\t", "\x00", "\x85", "²", "٣",
        "-0001",
        "9" * 5000,
    ]
)  # fmt: skip


@st.composite
def damaged(draw, name: str) -> str:
    text = SAMPLES.get(name) or FORMATS[name].write(draw(st.lists(items, max_size=2)))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 20)))
        text = text[:start] + draw(JUNK) + text[end:]
    return text


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_damaged_files_are_read_or_refused_in_one_line(name, data):
    text = data.draw(damaged(name))
    try:
        reading = FORMATS[name].read(text)
    except ReadError as error:
        assert "\n" not in str(error)  # noqa: PT017
        return
    assert len(reading.lines) == len(reading.items)
    for item in reading.items:
        item_to_csl(item)
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for found in (*reading.problems, *reading.failed):
        assert 1 <= found.line <= last
        assert found.column >= 1
        assert "\n" not in (found.message if hasattr(found, "message") else found.reason)
