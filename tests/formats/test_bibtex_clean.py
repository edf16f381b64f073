"""Clean entries are taken at once; that nothing is read otherwise than bibtexparser and the tolerant reader do it."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.formats import bibtex_split
from tipcite.formats.bibtex_clean import clean_entries
from tipcite.formats.bibtex_split import split_bibtex

CLEAN = """@Article{one,
  author = {M{\\"u}ller, Ann and {The {A}gency}},
  title = "A Title",
  year = 2020,
  month = jan
}

@book{two, title = {人口販運}, note = {see http://a.b/@c},}
"""
PIECES = [
    "{", "}", '"', ",", "=", "@", "#", "%", "\\", "\n", "\n@", "@comment{", "\\{", "\\}", "@book{x, title={y}}",
    "\n@book{z, title = {w}}\n", "@string{j = {J}}", "\n}\n", "\n% @misc{q, a={b}}\n", " ", "title", "@preamble{",
    "(", ")",
]  # fmt: skip


def parts(text):
    split = split_bibtex(text)
    return {
        name: sorted(map(repr, getattr(split, name)))
        for name in ("entries", "macros", "preambles", "comments", "rejected", "faults")
    }


def slowly(text):
    with patch.object(bibtex_split, "clean_entries", lambda _: iter(())):
        return parts(text)


def test_clean_entries_are_seen():
    assert [entry.key for entry in clean_entries(CLEAN)] == ["one", "two"]
    assert parts(CLEAN) == slowly(CLEAN)


@pytest.mark.parametrize(
    "text",
    [
        "@comment{ old\n@book{in, title={I}}\n}\n@book{out, title={O}}\n",
        "@comment{ never closed\n@book{in, title={I}}\n",
        "@book{a, title={A}, note={x}}}\n  year = {2020}\n}\n@book{b, title={B}}\n",
        "@book{a, title={never closed\n@book{b, title={B}}\n",
        "% @book{a, title={A}}\n@book{b, title={B}}\n",
        "@book{a, title={A}} @book{b, title={B}}\n@book{b, title={C}}",
        "@book{a, title={x\n@book{b, title={B}}\n}}\n@book{c, title={C}}\n",
    ],
)
def test_what_is_doubtful_is_read_as_before(text):
    assert parts(text) == slowly(text)


@given(st.lists(st.tuples(st.integers(0, 300), st.sampled_from(PIECES), st.integers(0, 12)), max_size=6))
def test_no_damage_makes_a_difference(damages):
    text = CLEAN * 2
    for place, piece, cut in damages:
        text = text[:place] + piece + text[place + cut :]
    assert parts(text) == slowly(text)


def test_long_texts_without_an_end_are_given_up_at_once():
    for opened in ("@a{b, c = {" + "{" * 50_000, "@a{b, c = {" + "x{y}" * 50_000, "@a{b, " + "c = {d},\n" * 50_000):
        assert list(clean_entries(opened)) == []
