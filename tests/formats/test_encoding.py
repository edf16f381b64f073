"""From bytes to text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import ReadError
from tipcite.formats import decode

REFERENCE = "美國在台協會，2021，〈人口販運問題報告〉，檢索日期：2021年7月2日。"
SIMPLIFIED = "张三，2008，《中国心理学的过去与未来》，心理学报，第40卷。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "big5"])
def test_reference_is_decoded_whatever_it_was_saved_in(encoding):
    text = f"{REFERENCE}\nsecond line 2\n"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["gbk", "gb2312", "gb18030"])
def test_simplified_reference_is_decoded(encoding):
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("name", ["王小明", "陳美玲", "林佳穎", "犯罪學", "臺灣"])
def test_two_or_three_traditional_characters_in_big5_are_enough(name):
    assert decode(f"@book{{k, author={{{name}}}}}".encode("big5")).text.count(name) == 1


@pytest.mark.parametrize("text", ["Müller, Jörg: Über die Möglichkeit", "Café – “naïve”", "Señor Núñez", "Ångström"])
def test_western_text_in_windows_1252(text):
    assert decode(text.encode("cp1252")).text == text


def test_japanese_and_korean_are_left_to_the_library():
    for encoding, text in (
        ("shift_jis", "日本の政治と社会における研究の展開について"),
        ("euc_kr", "한국의 정치와 사회에 대한 연구"),
    ):
        assert decode(text.encode(encoding)).text == text


def test_guess_is_reported_as_a_note_and_utf8_is_not():
    assert [problem.code for problem in decode(REFERENCE.encode("big5")).problems] == ["encoding"]
    assert decode(REFERENCE.encode()).problems == ()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"PK\x03\x04\x14\0", "ZIP"),
        (bytes(range(256)) * 4, "binary"),
        (b"\0\0\0\0\0\x01", "binary"),
    ],
)
def test_binary_file_is_refused_by_kind(data, kind):
    with pytest.raises(ReadError, match=kind):
        decode(data)


def test_line_ends_become_line_feeds():
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


def test_damaged_utf8_stays_utf8_and_is_reported_with_its_place():
    data = f"{REFERENCE}\n".encode() + b"ab\xff" + REFERENCE.encode()
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert [(problem.code, problem.line, problem.column) for problem in decoded.problems] == [("encoding-damage", 2, 3)]


@given(st.binary(max_size=80))
def test_no_bytes_raise_anything_but_a_read_error(data):
    try:
        text = decode(data).text
    except ReadError:
        return
    assert "\0" not in text


def test_chinese_references_in_big5_and_gbk_are_told_apart(shared):
    items = json.loads((shared / "csl" / "zh" / "items.json").read_text(encoding="utf-8"))
    wrong = total = 0
    for item in items:
        names = "、".join(
            n.get("family", "") + n.get("given", "") + n.get("literal", "") for n in item.get("author", [])
        )
        text = f"{names}，{item.get('title', '')}，{item.get('container-title', '')}"
        for encoding in ("big5", "gbk"):
            try:
                data = text.encode(encoding)
            except UnicodeEncodeError:
                continue
            total += 1
            wrong += decode(data).text != text
    assert total > 100
    assert wrong * 50 <= total
