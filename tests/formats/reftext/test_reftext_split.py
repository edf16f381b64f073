# ruff: noqa: E501  one reference a line
"""Whole lists, set as people paste them: the number of entries found is the number there is."""

from __future__ import annotations

import random
import re
import textwrap
import tomllib
from pathlib import Path

import pytest

from tipcite.formats.reftext import read_reference_list
from tipcite.formats.reftext.lines import width as columns
from tipcite.formats.reftext.split import Heading, LeftOut, RawEntry, split_entries

LISTS = Path(__file__).parent / "lists"
LENGTH = 25
WIDTH = 78


@pytest.fixture(scope="module")
def entries() -> dict[str, list[str]]:
    """The lists' lines without the numbers that some have."""
    read = {file.stem: tomllib.loads(file.read_text(encoding="utf-8"))["reference"] for file in LISTS.glob("*.toml")}
    lines = {name: [re.sub(r"^\[\d+\]\s*", "", one["text"]) for one in list_] for name, list_ in read.items()}
    chinese = [line for name in ("taiwan", "hongkong", "mainland") for line in lines[name]]
    return {"zh": chinese, "en": lines["english"], "mixed": [line for list_ in lines.values() for line in list_]}


def wrap(text: str, indent: str = "", width: int = WIDTH) -> str:
    """Break a text's lines as a page does: between words, and between any two Han characters."""
    if sum(char > "\u2e80" for char in text) < 0.4 * len(text):
        return f"\n{indent}".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))
    lines = [""]
    for piece in re.findall(r"[A-Za-z0-9:/.?=&-]{1,30}\s?|.", text):
        if columns(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece
    return f"\n{indent}".join(line.rstrip() for line in lines)


def numbered(entries: list[str], form: str, indent: str = "") -> str:
    return "\n".join(form.format(count) + wrap(entry, indent) for count, entry in enumerate(entries, start=1))


PAGE_END = ["", "- 135 -", "", "國境學報 第12期", ""]
LAYOUTS = {
    "a line each": "\n".join,
    "blank lines between": lambda entries: "\n\n".join(map(wrap, entries)),
    "hanging indent": lambda entries: "\n".join(wrap(entry, "    ") for entry in entries),
    "hanging by two Han characters": lambda entries: "\n".join(wrap(entry, "\u3000\u3000", 70) for entry in entries),
    "first line indented": lambda entries: "\n".join("\u3000\u3000" + wrap(entry) for entry in entries),
    "numbers in brackets": lambda entries: numbered(entries, "[{}] "),
    "numbers with stops": lambda entries: numbered(entries, "{}. "),
    "hanging numbers": lambda entries: numbered(entries, "{}. ", "   "),
    "one paragraph": lambda entries: " ".join(f"[{count}] {entry}" for count, entry in enumerate(entries, start=1)),
    "bullets": lambda entries: "\n".join(f"• {entry}" for entry in entries),
    "headings between": lambda entries: "\n".join(
        [
            "參考文獻",
            "一、中文部分",
            "（一）書籍",
            *entries[:9],
            "(二)期刊論文",
            *entries[9:18],
            "References",
            *entries[18:],
        ]
    ),
    "pages between": lambda entries: "\n".join([*entries[:9], *PAGE_END, *entries[9:18], *PAGE_END, *entries[18:]]),
}


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["zh", "en", "mixed"])
def test_every_entry_of_a_list_is_found_whole(entries, language, layout):
    for seed in range(3):
        wanted = random.Random(seed).sample(entries[language], LENGTH)
        found = [one for one in split_entries(LAYOUTS[layout](wanted)) if isinstance(one, RawEntry)]
        assert [bare(one.text) for one in found] == [bare(entry) for entry in wanted]


@pytest.mark.parametrize("language", ["zh", "en", "mixed"])
def test_of_a_wrapped_list_without_any_sign_nearly_every_entry_is_found(entries, language):
    missed = 0
    for seed in range(6):
        wanted = random.Random(seed).sample(entries[language], LENGTH)
        found = {bare(one.text) for one in split_entries("\n".join(map(wrap, wanted)))}
        missed += sum(bare(entry) not in found for entry in wanted)
    assert missed <= 0.08 * 6 * LENGTH


def test_headings_and_pages_are_named(entries):
    text = LAYOUTS["pages between"](entries["zh"][:LENGTH])
    pages = [one.text for one in split_entries(text) if isinstance(one, LeftOut)]
    assert pages == ["- 135 -", "國境學報 第12期"] * 2


@pytest.mark.parametrize(
    "text", ["期刊論文", "(二)期刊論文", "三、博碩士論文", "網路資料", "Journal Articles", "參考書目 References"]
)
def test_a_heading_is_no_entry(text):
    assert [type(one) for one in split_entries(f"{text}\n王寬弘（2013）。人口販運。警學叢刊，9(2)，1-9。")] == [
        Heading,
        RawEntry,
    ]


def test_an_english_pair_stays_with_its_entry():
    text = "王作仁(1999)。罕見疾病。臺北市：聯合文學。\n【Wang, T. J. (1999). Rare diseases. Taipei: UNITAS.】\n[英]格林. 語言與權力[M]. 北京: 商務, 2003."
    assert [item.title for item in read_reference_list(text).items] == ["罕見疾病", "語言與權力"]


def test_a_number_that_does_not_count_on_is_text():
    text = "陈晓东. 长江禁渔[N]. 光明日报, 2023-01-02\n(5).\n刘建国. 就业激励研究[J]. 社会保障, 2018, 2(3): 45-58."
    assert next(bare(one.text) for one in split_entries(text)).endswith("2023-01-02(5).")


def test_a_numbered_entry_goes_on_behind_the_end_of_its_page():
    text = "[1] Doe, J. (2019). A title that goes on over the end of\n\n- 12 -\n\nits page. Norton.\n[2] Roe, A. (2020). Another. Norton."
    assert [item.title for item in read_reference_list(text).items] == [
        "A title that goes on over the end of its page",
        "Another",
    ]
