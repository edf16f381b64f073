"""No .bib text makes a reader raise, hang or lose an entry."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import ReadError
from tipcite.formats.bibtex import read_biblatex
from tipcite.model import item_to_csl

PIECES = r"""@book{ @article{k, @string{ @comment{ @preamble{ @set{ } { ( ) " , = # % ~ $ & title author year month date
doi url crossref xdata a=b k jan 2020 {A} "B" \" \' \textit{ \url{ \ss \noop{ and , ; 、 ， ＝ ｛
｝ 王小明 others van der
美國在台協會 -- ``'' @ book tipcite {} {"a":1} 民國109年 2020-13 / useprefix options family= \ \em \\""".split()
soup = st.lists(st.sampled_from([*PIECES, "\0", "\n", " ", "\n@book{z,", "title={T},", "}"]), max_size=40).map("".join)


@given(soup | st.text(max_size=80))
def test_no_text_raises_anything_but_a_read_error(text):
    try:
        reading = read_biblatex(text)
    except ReadError:
        return
    assert len(reading.lines) == len(reading.items)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in reading.problems)
    assert all(failed.raw and failed.line >= 1 for failed in reading.failed)
    assert all(item_to_csl(item) for item in reading.items)


@given(soup)
def test_entry_behind_any_rubbish_is_found_or_its_text_is_kept(text):
    reading = read_biblatex(f"{text}\n@book{{last, title = {{Last}}}}\n")
    kept = [item.key for item in reading.items] + [failed.raw for failed in reading.failed]
    kept += [problem.message for problem in reading.problems]
    assert any("last" in what for what in kept)
