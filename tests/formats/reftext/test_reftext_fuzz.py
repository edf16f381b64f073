"""No text raises or hangs: every sort of character and mark, alone, repeated and mixed."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tipcite.formats.reftext import parse_reference, parse_reference_list
from tipcite.model import item_from_csl, item_to_csl

# One of each sort of character, then what the grammar looks for.
PIECES = [
    *("王", "a", "A", "1", "é", "か", "한", "א", "😀", "\u0301", "\x00", "\u200b", " ", "\u3000", "\t", "\n"),
    *"，,。.、：:；;()（）[]【】〈〉《》「」『』“”\"'‘’/\\-—~_?!&@#%*|$§·…<>",
    *("2020", "2020,", "(2020)", "民國109年", "109年", "10.1234/", "https://", "www.", "http://a ", "doi:", "9(2):"),
    *(
        "1-2,",
        "頁1",
        "第1卷",
        "第2期",
        "[J]",
        "[M]//",
        "[1] ",
        "1. ",
        "[2020-01-01]",
        "A. ",
        "Smith, J., ",
        "Smith J, ",
    ),
    *(
        "王寬弘、",
        "王寬弘, ",
        "等",
        "et al., ",
        "and ",
        "& ",
        "ed. ",
        "Eds.), ",
        "編",
        "譯",
        "載於",
        "In ",
        "Retrieved ",
    ),
    *(
        "檢索日期：",
        "vol. ",
        "pp. ",
        "Place: Pub, ",
        "臺北：元照，",
        "Jan 1, ",
        "n.d. ",
        "ISBN 978",
        "arXiv:1",
        "No. 1, ",
    ),
    *("University of ", "大學", "論文", "Act, ", " v. A", "Pub. L. No. ", "[A. ", "(A. ", "〈a〉，", "《a》，", "(a) "),
]


def steps(text: str) -> int:
    """Count the calls that the grammar makes for a text: unlike seconds, the same on every machine."""
    count = 0

    def profiler(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call") and "reftext" in frame.f_code.co_filename

    previous = sys.getprofile()
    sys.setprofile(profiler)
    try:
        parse_reference_list(text)
    finally:
        sys.setprofile(previous)
    return count


@pytest.mark.parametrize("piece", PIECES)
def test_a_line_of_100_kb_takes_at_most_thrice_the_steps_of_50_kb(piece):
    half, whole = (piece * (size // len(piece)) for size in (50_000, 100_000))
    assert steps(whole) <= 3 * steps(half) + 1000


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_the_longest_entry_that_is_read_takes_steps_in_proportion(piece):
    """Alone, and behind creators and a year: sixteen times the text, at most forty times the steps."""
    for begin in ("", "王寬弘（2020）。", "Smith, J. (2020). "):
        short, long = (begin + (piece * size)[: size - 30] for size in (375, 6000))
        assert steps(long) <= 40 * steps(short) + 20_000, begin


def test_a_hundred_kilobytes_of_entries_on_one_line_are_parted():
    entry = "王寬弘（2013）。人口販運問題。警學叢刊，9，91-109。"
    text = entry * (100_000 // len(entry))
    parsed = parse_reference_list(text)
    assert len(parsed.references) == text.count(entry)
    assert steps(text) <= 3 * steps(text[: len(text) // 2])


LINES = [
    *("a", "王", "1", "12.", "[1]", "A", "·88·", "- 12 -", "參考文獻", "18  HALLORAN AND OKONJO", "www.a.org/", "——，"),
    *(
        "Smith, J. (2020). A title",
        "    of many words.",
        "王寬弘（2013）。人口",
        "Wang, K. 2013. “Title",
        "[1] Smith, J.,",
    ),
    *(
        "(Wang, K. (2020). A title of some length)",
        "【Wang, K. (2020). A title of some length】",
        "收稿日期：2020年",
        "the inter-",
    ),
    *(
        "<p>Smith, J. (2020). A.</p><p>",
        "\\bibitem{a} A. Doe. {\\em B}",
        "*a* _b_ [c](https://a.org)",
        "&amp;",
        "https://a.org/",
    ),
]


@pytest.mark.parametrize("line", LINES)
def test_twice_as_many_lines_take_at_most_thrice_the_steps(line):
    for between in ("\n", "\n\n", "\n  "):
        half, whole = (between.join([line] * number) for number in (400, 800))
        assert steps(whole) <= 3 * steps(half) + 1000, between


TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map("".join)


@settings(max_examples=300)
@given(TEXTS | st.text(max_size=300))
def test_every_text_is_read_with_spans_inside_it(text):
    for reference in parse_reference_list(text).references:
        assert reference.item is not None or reference.reason
        assert reference.spans.keys() == reference.confidence.keys()
        assert all(0 <= span.start <= span.end <= len(reference.raw) for span in reference.spans.values())
        if reference.item is not None:
            assert item_from_csl(item_to_csl(reference.item)) == reference.item


@given(st.text(alphabet="附光碟圖表冊", min_size=3, max_size=20))
def test_words_that_fit_no_field_are_kept(text):
    reference = parse_reference(f"王寬弘，2013，〈人口販運〉，《國土安全》，20：1-40。{text}。")
    assert any(text in value for value in reference.item.fields.values())
