"""How much is done to cut a pasted list: counted in calls, not timed. A list of one entry a line is hardly weighed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.formats.reftext.begins import strength
from tipcite.formats.reftext.endings import closure
from tipcite.formats.reftext.split import RawEntry, split_entries

FORMS = [
    "王{name}（{year}）。第{count}種制度之研究。國境學報，{count}（2），{count}-{year}。",
    "李{name}、陳大文（{year}）。人口移動{count}。臺北市：元照。",
    "Smith{name}, J., & Roe, M. ({year}). Measuring population no. {count} of the ports. Port Review, 9({count}), 1–9.",
    "Hale, Ann B. {year}. “Courts {name} and witnesses {count}.” Review of Courts {count} (2): 45–67.",
    "{name} Institute for Ports. ({year}). Report {count}. https://ports.example.org/{count}.",
]
NAMES = "宗榮 美蓉 Ann 寬弘 Lee".split()


def entries(number: int) -> list[str]:
    return [
        FORMS[count % len(FORMS)].format(name=NAMES[count % 3], year=1960 + count % 60, count=count)
        for count in range(1, number + 1)
    ]


def calls(text: str) -> Counter[str]:
    """Count the calls that cutting a text takes, by the function's name, those of Python itself as `c`."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _argument: object) -> None:
        if "reftext" in frame.f_code.co_filename and event in ("call", "c_call"):
            counted[frame.f_code.co_name if event == "call" else "c"] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        split_entries(text)
    finally:
        sys.setprofile(before)
    return counted


LAYOUTS = {
    "a line each": "\n".join,
    "blank lines": "\n\n".join,
    "[1]": lambda lines: "\n".join(f"[{count}] {line}" for count, line in enumerate(lines, start=1)),
    "1.": lambda lines: "\n".join(f"{count}. {line}" for count, line in enumerate(lines, start=1)),
    "bullets": lambda lines: "\n".join(f"• {line}" for line in lines),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_entry_on_a_line_takes_few_calls(layout):
    """What the second hundred of entries takes more than the first: some hundred, most of them Python's own."""
    one, two = (sum(calls(LAYOUTS[layout](entries(number))).values()) for number in (100, 200))
    assert two - one <= 150 * 100


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_line_is_rated_twice(layout):
    """But for the first and the last entry, which tell where text around a list ends."""
    assert calls(LAYOUTS[layout](entries(100)))["strength"] <= 100 + 2


def test_no_line_of_a_list_of_one_width_is_rated_twice():
    lines = [FORMS[3].format(name="Ann", year=1960 + count % 60, count=count) for count in range(100, 200)]
    assert 80 <= calls("\n".join(lines))["strength"] <= 100 + 2


def test_lines_of_any_length_that_end_their_entries_are_not_rated():
    short, long = entries(60), ["Doe, J. (2001). " + "A title of many words. " * count for count in range(4, 10)]
    assert calls("\n".join(short + long))["strength"] <= 2


def test_an_entry_alone_takes_few_calls():
    assert max(sum(calls(entry).values()) for entry in entries(50)) <= 80


@pytest.mark.parametrize("form", ["[{}] ", "{}. ", "{}、", "({}) ", "註{}：", "〔{}〕", "• "])
def test_no_expression_is_compiled_for_a_list(monkeypatch, form):
    def text(start: int) -> str:
        return "\n".join(form.format(count) + entry for count, entry in enumerate(entries(200), start))

    compiled = []
    split_entries(text(1))
    compile_ = re._compiler.compile
    monkeypatch.setattr(re._compiler, "compile", lambda *args: compiled.append(args) or compile_(*args))
    found = [one for one in split_entries(text(301)) if isinstance(one, RawEntry)]
    assert [one.text for one in found] == entries(200)
    assert not compiled


@pytest.mark.parametrize("form", ["[{}] ", "{}. ", "({}) ", "註{}：", "〔{}〕"])
def test_numbers_that_count_on_inside_a_line_part_it(form):
    lines = entries(9)
    text = " ".join(form.format(count) + line for count, line in enumerate(lines, start=1))
    head, rest = text[: text.index(form.format(3))].rstrip(), text[text.index(form.format(3)) :]
    assert [one.text for one in split_entries(f"{head}\n{rest}")] == lines


# What the questions of `endings` mean, without their short cuts

_ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]+\.[\w.-]+/)[^\s\u3400-\u9fff]+$")
_OPEN = re.compile(
    r"(?:[,，、:：;；&＆(（\[［【〈《「『“—–‐-]|(?:^|[\s\u3400-\u9fff])/|\b(?:and|or|of|the|in|for|vol\.|"
    r"no\.|(?<!\d\s)pp?\.|from|on|to|a|an|by|with|at|as|between|und|et|eds?\.\),?|trans\.|de|la|del|der|von|van|"
    r"their|its|into|through|under|doi|Vols?\.|Nos?\.))$|(?:載於|收錄於|取自|檢自|[與和及之的])$|(?-i:(?:^|[\s(.,&-])[A-Z]\.$)",
    re.IGNORECASE,
)
_SHUT = re.compile(r"[.。．】\]」》)）!?？！”]$|https?://\S+$|10\.\d{4}\S+$|\d$")


def closure_by_definition(text: str) -> int:
    address = _ADDRESS.search(text)
    if address:
        return -1 if address.group()[-1] in "-_=?&%:" or re.search(r"10\.\d{4,9}/$", text) else 1
    if _OPEN.search(text):
        return -1
    for opener, closer in ("《》", "〈〉", "「」", "『』", "“”", "()", "（）", "【】", "[]"):
        begin = text.rfind(opener)
        if begin > text.rfind(closer) and len(text) - begin < 200:
            return -1
    return 1 if _SHUT.search(text) else 0


PIECES = st.sampled_from(
    [
        *"王的和與於，。、：；（）《》〈〉「」【】“”—–-./,:;&()[]?!=_%Aaſ1９ \u3000",
        *(
            " of",
            " vol.",
            " pp.",
            "3 pp.",
            " eds.)",
            "trans.",
            "載於",
            "取自",
            " J.",
            "A.B.",
            "http://",
            "https://",
            "www.",
        ),
        *("10.1234/", "10.1234/ab", "doi:", "a.org/", "example.org", "Word ", "2020", "words " * 40),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=9).map(lambda pieces: "".join(pieces).rstrip()).filter(bool))
def test_an_end_is_told_as_it_is_defined(text):
    assert closure(text) == closure_by_definition(text[-500:])


WORDS = st.sampled_from(
    "Smith Roe Van Li Ed Eds Trans Müller O'Neill Jean-Paul J A K UN Press Institute Bank and & et al of de n.d".split()
)
BREAKS = st.sampled_from([" ", ", ", ". ", "., ", " & ", ", and ", "-"])
YEARS = st.sampled_from(["2019", "1999a", "(2019)", "(2019a)", "(2019, May)", "n.d.", "(in press)", "(109)", "1450"])


HAN_NAMES = st.sampled_from(
    "王寬弘 陳大文 李 司馬光 約翰 內政部 同上 一二三四 無日期 印刷中 民國 等 主編 張三譯".split()
)


@given(
    st.one_of(
        st.lists(st.tuples(WORDS, BREAKS).map("".join), min_size=1, max_size=8).map("".join),
        st.lists(HAN_NAMES, min_size=1, max_size=4).map("、".join),
    ),
    st.sampled_from([" ", "", ", ", "，", "。"]),
    YEARS,
    st.sampled_from(
        [". A title of words", ", A title", " A title", ".", "。人口販運防制", "，〈人口販運〉", "：人口販運"]
    ),
    st.sampled_from(["", " Human trafficking and the law", "王寬弘人口販運防制法之研究與檢討及其展望"]),
)
def test_the_width_of_letters_changes_no_rate(names, comma, year, rest, title):
    """`Smith, J. (2020)` and `王寬弘（2020）` are rated at once, their wide forms with everything weighed."""
    text = f"{names}{comma}{year}{rest}{title}"
    wide = str.maketrans("0123456789,()&", "０１２３４５６７８９，（）＆")
    assert strength(text) == strength(text.translate(wide))
