"""Formats are seen by their content: under any name, in any encoding, below lines that are none of theirs."""

from __future__ import annotations

import io
import zipfile

import pytest
from test_cnki import CHOSEN, E_STUDY
from test_coins import PAGE
from test_nbib import RECORD
from test_noteexpress import CNKI
from test_refworks import CNKI as REFWORKS
from test_zotero_rdf import FILE

from tipcite.errors import ReadError, UnknownFormat
from tipcite.formats.encoding import decode
from tipcite.formats.registry import FORMATS, detect_format
from tipcite.model import Item, Name, Severity, date

WORKS = [
    Item(
        key=f"k{at}", type="book", fields={"title": f"人口販運問題之研究 {at}", "publisher": "五南圖書"},
        names={"author": (Name(family="Lee", given="Ann"),)}, dates={"issued": date(2000 + at)},
    )
    for at in range(3)
]  # fmt: skip
SAMPLES = {
    **{name: one.write(WORKS) for name, one in FORMATS.items() if one.write and name != "bibtex"},
    "zotero-rdf": FILE, "coins": PAGE, "nbib": RECORD, "refworks": REFWORKS, "noteexpress": CNKI, "cnki": E_STUDY,
}  # fmt: skip
HEADS = {
    "nothing": "",
    "blank lines": "\n\n  \n",
    "Web of Science": "FN Clarivate Analytics Web of Science\nVR 1.0\n",
    "CNKI": "中国知网 导出时间 2024-01-01\n共 3 条\n\n",
    "Scopus": "Scopus\nEXPORT DATE: 01 January 2024\n\n",
    "a publisher": 'Provider: A Society\nDatabase: x\nContent:text/plain; charset="UTF-8"\n\n',
    "華藝": "華藝線上圖書館　書目匯出\n匯出日期：2024/01/01\n------------\n",
    "a number": "1.\n",
}
NAMES = ["export", "export.txt", "export.bib", "export.json", "export.xml", "export.ris", "export.enw", "匯出.dat"]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_is_seen_below_any_head_and_under_any_name(name, head):
    text = HEADS[head] + SAMPLES[name]
    wanted = FORMATS[name].read(SAMPLES[name])
    for filename in NAMES:
        assert detect_format(text, filename=filename) == name, filename
    reading = FORMATS[name].read(text)
    assert reading.items == wanted.items
    shift = HEADS[head].count("\n")
    assert reading.lines == tuple(line + shift for line in wanted.lines)
    assert [one.raw for one in reading.failed] == [one.raw for one in wanted.failed]
    more = len(reading.problems) - len(wanted.problems)
    assert more <= 2
    if HEADS[head].strip() and head != "a number":  # numbers above records are passed over
        assert more
        assert reading.problems[0].severity is Severity.NOTE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("name", SAMPLES)
def test_marks_and_wide_encodings_change_nothing(name, encoding):
    text = decode(SAMPLES[name].replace("\n", "\r\n").encode(encoding)).text
    assert detect_format(text) == name
    assert FORMATS[name].read(text).items == FORMATS[name].read(SAMPLES[name]).items


@pytest.mark.parametrize("name", ["ris", "enw", "biblatex", "endnote-xml", "mods", "csl-yaml"])
def test_big5_is_seen_in_every_format(name):
    text = decode(SAMPLES[name].replace("UTF-8", "Big5").encode("big5")).text
    assert detect_format(text) == name
    assert list(FORMATS[name].read(text).items) == WORKS


def test_cnkis_chosen_fields_and_a_list_are_told_apart():
    assert detect_format(CHOSEN) == "cnki"
    assert detect_format("王寬弘（2013）。人口販運。\nLee, A. (2020). Title-題名: x. Press.\n") == "text"
    assert detect_format("references:\n\nLee, A. (2020). On borders. Press.\n") == "text"
    assert detect_format("參考文獻\n\n[1] 王寬弘，2013，《人口販運》，五南。\n") == "text"


def zipped(**names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in names.items():
            archive.writestr(name.replace("__", "/"), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "a PDF file, not text; add the work with 'tipcite add'"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office (.doc, .xls) file, not text; save the document as .docx"),
        (b"{\\rtf1\\ansi References}", "an RTF file, not text; open it in a word processor and save it as .docx"),
        (zipped(a="x"), "a ZIP file, not text; unpack it"),
        (
            zipped(mimetype="application/vnd.oasis.opendocument.text"),
            "an OpenDocument (.odt) file, not text; save it as",
        ),
        (zipped(xl__workbook="x"), "an Excel file, not text"),
        (zipped(word__document="x"), "a Word file, not text; read it with 'tipcite import'"),
        (b"\x1f\x8b\x08\0", "a gzip file"),
        (b"SQLite format 3\0", "an SQLite file, not text; export its references"),
        (b"\xff\xd8\xff\xe0", "a JPEG image file"),
    ],
)
def test_what_is_no_text_is_refused_by_its_name(data, said):
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_none_of_them_is_refused_by_what_it_is():
    with pytest.raises(UnknownFormat, match="HTML"):
        detect_format("<!DOCTYPE html><html><body>Not found</body></html>", filename="refs.bib")
    with pytest.raises(UnknownFormat, match="no entry of BibLaTeX"):
        detect_format("nothing here", filename="refs.bib")
