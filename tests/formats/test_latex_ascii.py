"""LaTeX in ASCII alone: what has a command is written by it, and reads back the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from item_strategies import batches

from tipcite.formats.bibtex import read_biblatex, read_bibtex
from tipcite.formats.bibtex_write import write_biblatex, write_bibtex
from tipcite.formats.latex import decode_latex
from tipcite.formats.latex_ascii import ascii_latex
from tipcite.model import Item, Name


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Müller", 'M{\\"u}ller'), ("Łukasz Ødegård", "{\\L}ukasz {\\O}deg{\\aa}rd"), ("Šimić", "{\\v{S}}imi{\\'c}"),
        ("Straße", "Stra{\\ss}e"), ("tiếng", "ti{\\'{\\^e}}ng"), ("íñ", "{\\'i}{\\~n}"), ("Æ–—",
        "{\\AE}{\\textendash}{\\textemdash}"),
        ("王", "王"), ("Русский", "Русский"), ("plain", "plain"),
    ],
)  # fmt: skip
def test_letters_and_signs(text, wanted):
    assert ascii_latex(text) == wanted
    assert decode_latex(wanted) == text


@given(st.text(st.characters(min_codepoint=0xA0, max_codepoint=0x24F), max_size=20))
def test_every_latin_letter_comes_back(text):
    assert decode_latex(ascii_latex(text)) == decode_latex(text)


@given(batches)
def test_items_come_back_from_ascii_files(batch):
    wanted = [replace(item, provenance={}) for item in batch]
    for write, read in ((write_biblatex, read_biblatex), (write_bibtex, read_bibtex)):
        text = write(batch, ascii_only=True)
        if batch:
            assert [replace(item, key="") for item in read(text).items] == [replace(item, key="") for item in wanted]


def test_names_titles_and_addresses():
    item = Item(
        key="k",
        type="book",
        fields={"title": "Über Größe in Łódź", "URL": "https://x.org/ü", "publisher": "Éditions"},
        names={"author": (Name(family="Núñez", given="José"), Name(literal="Académie"))},
    )
    text = write_bibtex([item], ascii_only=True)
    assert "author = {N{\\'u}{\\~n}ez, Jos{\\'e} and {Acad{\\'e}mie}}" in text
    assert "url = {https://x.org/ü}" in text  # no LaTeX in an address
    assert read_bibtex(text).items == (item,)
