"""Which encoding bytes that are no UTF-8 are in.

Statistics need more text than one reference has. Three things tell Big5 from GB at once: in both, everyday
characters stand in the first of two planes (Big5: 0xA4–0xC6, ordered by strokes; GB 2312: rows 0xB0–0xD7, ordered
by sound); a text in the wrong one falls into the second plane and into the extensions; and the most frequent
characters hardly ever come about by chance. What is neither Chinese nor Western European is left to
charset-normalizer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

# Frequent characters of titles, names and addresses, Traditional and Simplified: every one is worth more
# than any other character.
_FREQUENT: Final = frozenset(
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方"
    "後多定行學法所民得經十三之進等部度家電力裡如水化高自二理起小現實加量都兩體制機當使點從業本去把性好應開它合"
    "這为个国时来们对会发动种产说经过进后学电实现体机当点从业开还关长东两论义见书问题报讨话规范"
    "臺台灣湾北京上海南華华美英日陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高"
    "陈黄张吴刘杨许郑谢赖叶苏庄吕萧罗研究社政治史文教育報告論刊版出期卷頁页編编譯译第檢检索取自網网站月號号"
    "與与及其由基金公新評评價价值系統统計计算資资訊讯息科技術术管理環环境保護护安全犯罪刑事司訴诉訟讼律師师"
    "，。：；、？！（）「」『』《》〈〉“”‘’—…·　"
    "民族主義义歷历語语言文化藝艺醫医療疗城市農农村勞劳工會会團团體体組组織织策略發展展望問題题調调查分析比較较"
)
_PAIR: Final = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_HIGH_RUN: Final = re.compile(rb"[\x80-\xff]+")
# Letters and marks that Western European texts use; the rest of Windows-1252's upper half is rare there.
_WESTERN: Final = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœŠšŽžÀÁÂÄÅÆÇÈÉÊËÍÎÓÔÖØÚÜÑ’‘“”–—…«»°§©®\xa0")
_SURE: Final = 0.35


def guess_encoding(data: bytes) -> str:
    """Name the Python codec that gives the most usual text."""
    sample = _sample(data)
    scores = {encoding: score(sample) for encoding, score in _SCORES.items()}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] >= _SURE:
        return best
    return _ask_library(data) or best


def guess_chinese(data: bytes, *, declared: str = "") -> str:
    """Name the Python codec of Big5 or GB when the bytes clearly are one of them, "" otherwise.

    What is `declared` is believed unless the text is quite unusual in it, and usual in the other.
    """
    sample = _sample(data)
    scores = {encoding: score(sample) for encoding, score in _SCORES.items()}
    if scores.get(declared, 0.0) >= _SURE or (declared and max(scores.values()) < _SURE + 0.15):
        return declared
    best = max(scores, key=lambda encoding: scores[encoding])
    return best if best != "cp1252" and scores[best] >= _SURE else ""


def _sample(data: bytes, *, limit: int = 20_000) -> bytes:
    """Return the runs of high bytes with the byte behind each, which may be the second of a pair."""
    pieces: list[bytes] = []
    size = 0
    for match in re.finditer(rb"[\x80-\xff][\x40-\xff]*", data):
        pieces.append(match.group())
        size += len(pieces[-1])
        if size > limit:
            break
    return b"\n".join(pieces)


def _big5_score(sample: bytes) -> float:
    return _han_score(sample, "cp950", lambda pair: 0xA4 <= pair[0] <= 0xC6, lambda pair: 0xA1 <= pair[0] <= 0xA3)


def _gb_score(sample: bytes) -> float:
    pairs: list[bytes] = _PAIR.findall(sample)
    if _looks_korean(pairs):
        return 0.0
    score = _han_score(
        sample,
        "gb18030",
        lambda pair: 0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1,
        lambda pair: (0xA1 <= pair[0] <= 0xA3 or pair[0] == 0xA8) and pair[1] >= 0xA1,
    )
    # Two in five second bytes of Big5 are below 0xA1, none of GB 2312's: where none is, a tie goes to GB.
    return score + (0.15 if all(pair[1] >= 0xA1 for pair in pairs) else 0.0)


def _han_score(
    sample: bytes, encoding: str, is_everyday: Callable[[bytes], bool], is_mark: Callable[[bytes], bool]
) -> float:
    """Return 0 to 1: the share of everyday pairs, more for frequent characters, less for what can't be decoded."""
    pairs: list[bytes] = _PAIR.findall(sample)
    if not pairs:
        return 0.0
    total = 0.0
    for pair in pairs:
        try:
            char = pair.decode(encoding)
        except UnicodeDecodeError:
            total -= 1.0
            continue
        if char in _FREQUENT:
            total += 1.0
        elif is_everyday(pair):
            total += 0.55
        elif is_mark(pair):
            total += 0.4
        else:
            total -= 0.2
    broken = _HIGH_RUN.search(_PAIR.sub(b"", sample))
    return total / len(pairs) - (0.3 if broken else 0.0)


def _looks_korean(pairs: list[bytes]) -> bool:
    """Tell Hangul: KS X 1001 has it in rows 0xB0–0xC8 alone, Chinese goes on to 0xD7 within a few characters."""
    letters = [pair[0] for pair in pairs if pair[0] >= 0xB0]
    return len(letters) >= 12 and max(letters) <= 0xC8


def _western_score(sample: bytes) -> float:
    """Return 0 to 1: the share of Western letters and marks, less where they follow each other."""
    runs = _HIGH_RUN.findall(sample)
    text = b"".join(runs).decode("cp1252", errors="replace")
    if not text:
        return 0.0
    usual = sum(char in _WESTERN for char in text) / len(text)
    alone = sum(len(run) == 1 for run in runs) / len(runs)
    return 0.95 * usual * alone


_SCORES: Final = {"cp950": _big5_score, "gb18030": _gb_score, "cp1252": _western_score}


def _ask_library(data: bytes) -> str:
    """Ask charset-normalizer, which knows Shift_JIS, EUC-KR, KOI8-R and others but is slow to import."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    return best.encoding if best else ""
