"""A document that is edited: what each change says about the others."""

from __future__ import annotations

import pytest

from tipcite.csl import Cite, Document, write_text
from tipcite.errors import UnknownKey

from .conftest import engine, items, style

NOTES = style(
    """<citation><layout suffix="."><choose>
    <if position="ibid"><text term="ibid"/></if>
    <else-if position="subsequent"><text variable="title"/><text variable="first-reference-note-number" prefix=" n. "/>
    </else-if><else><text variable="title"/><text variable="publisher" prefix=", "/></else></choose></layout></citation>
    <bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography>""",
    'class="note"',
)
YEARS = style(
    """<citation disambiguate-add-year-suffix="true"><layout prefix="(" suffix=")">
    <names variable="author"><name form="short"/></names>
    <date variable="issued" form="text" date-parts="year" prefix=" "/></layout></citation>"""
)
BOOKS = [
    {
        "title": title,
        "publisher": "P",
        "author": [{"family": "Roe"}],
        "issued": {"date-parts": [[2020]]},
    }
    for title in ("A", "B")
]


def document(csl: str) -> Document:
    return Document(engine(csl), items(*BOOKS))


def texts(doc: Document) -> list[str]:
    return [write_text(citation.inline) for citation in doc.citations]


def test_a_new_citation_says_how_it_reads():
    change = document(NOTES).insert([Cite(key="i0")], note_index=1)
    assert write_text(change.citation.inline) == "A, P."
    assert change.changed == ()


def test_a_citation_put_between_changes_what_followed():
    doc = document(NOTES)
    doc.insert([Cite(key="i0")], note_index=1)
    doc.insert([Cite(key="i0")], note_index=2)
    assert texts(doc) == ["A, P.", "Ibid."]
    change = doc.insert([Cite(key="i1")], note_index=2, at=1)
    assert texts(doc) == ["A, P.", "B, P.", "A n. 1."]
    assert change.changed == (2,)


def test_a_note_before_all_others_moves_their_numbers():
    doc = document(NOTES)
    doc.insert([Cite(key="i0")], note_index=1)
    doc.insert([Cite(key="i1")], note_index=2)
    doc.insert([Cite(key="i0")], note_index=3)
    change = doc.insert([Cite(key="i1")], note_index=1, at=0)
    assert texts(doc) == ["B, P.", "A, P.", "B n. 1.", "A n. 2."]
    assert change.changed == (2, 3)


def test_what_is_removed_takes_year_suffixes_with_it():
    doc = document(YEARS)
    doc.insert([Cite(key="i0")])
    assert texts(doc) == ["(Roe 2020)"]
    assert doc.insert([Cite(key="i1")]).changed == (0,)
    assert texts(doc) == ["(Roe 2020a)", "(Roe 2020b)"]
    change = doc.remove(0)
    assert texts(doc) == ["(Roe 2020)"]
    assert (change.citation, change.changed) == (None, (0,))


def test_an_edited_citation_keeps_its_note():
    doc = document(NOTES)
    doc.insert([Cite(key="i0")], note_index=1)
    doc.insert([Cite(key="i0")], note_index=2)
    change = doc.edit(0, [Cite(key="i1")])
    assert texts(doc) == ["B, P.", "A, P."]
    assert change.changed == (1,)


def test_the_bibliography_holds_what_is_cited():
    doc = document(NOTES)
    doc.insert([Cite(key="i1")], note_index=1)
    assert [entry.key for entry in doc.bibliography()] == ["i1"]


def test_an_unknown_work_leaves_the_document_as_it_was():
    doc = document(NOTES)
    with pytest.raises(UnknownKey, match="'lost'"):
        doc.insert([Cite(key="lost")], note_index=1)
    assert doc.citations == ()


def test_a_second_citation_in_a_note_moves_no_other():
    doc = document(NOTES)
    doc.insert([Cite(key="i0")], note_index=1)
    doc.insert([Cite(key="i0")], note_index=2)
    doc.insert([Cite(key="i1")], note_index=1, at=1, new_note=False)
    doc.insert([Cite(key="i1")], note_index=3)
    assert texts(doc) == ["A, P.", "B, P.", "A n. 1.", "B n. 1."]
