"""Titles as records have them: in two languages at once, in parts, in capitals throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tipcite.lang import decide_text_language, full_width_punctuation, has_han, is_chinese
from tipcite.model import Variant, VariantKind

_TAG: Final = re.compile(r"<[^<>]*>")
_HAN_PART: Final = re.compile(r"[\u3400-\u9fff]")
_SPLIT: Final = re.compile(r"\s*(?:[=|／]|\s/|/\s|//|\s[-–—]{1,2}|——)\s*")
_BRACKETED: Final = re.compile(r"(.+?)\s*[(（\[【]([^()（）\[\]【】]+)[)）\]】]\s*")
_LATIN_START: Final = re.compile(r"(.*[\u3400-\u9fff）」』》〉。？！?!])[\s:：]*([A-Z“\"‘'][^\u3400-\u9fff]+)")
_LONGEST: Final = 1000
"""A title that is longer is none, and is left alone."""
_WORDS: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL: Final = frozenset(
    "a an and as at but by for from in into nor of on or over per the to upon via vs with".split()
)
_SENTENCE: Final = re.compile(r"((?:^|[.:?!—–]\s+|[\"“‘(]\s*)(?:<[^<>]*>)*)([^\W\d_])")

# Words that stay as they are in a title of capitals; what is no name anywhere else.
_ACRONYMS: Final = frozenset(
    """AI ASEAN BRICS CEDAW CIA COVID DNA EEG EFL ESL FBI GDP GIS HIV ICT ILO IMF IOM MRI NATO NGO NGOS NLP OECD PCR
    PRC PTSD RNA ROC SARS SDG SDGS STEM TIP TVPA UNESCO UNICEF UNODC USA WTO XML II III IV VI VII VIII IX XI XII
    LGBT LGBTQ BERT CNN LSTM LLM LLMS ADHD UAV IPO CEO USSR""".split()
)
_NAMES: Final = frozenset(
    """Africa African Africans America American Americans Asia Asian Asians Australia Australian Beijing Britain
    British Buddhism Buddhist Cambodia Canada Canadian Catholic China Chinese Christian Christianity
    Confucian Confucianism England English Europe European Europeans France French German Germany Greek Hong
    Kong India Indian Indigenous Indonesia Indonesian Internet Islam Islamic Israel Italian Italy Japan
    Japanese Jewish Kaohsiung Kong Korea Korean Latin London Macau Malaysia Mandarin Mexico Muslim Myanmar
    Nepal Okinawa Pacific Pakistan Philippine Philippines Russia Russian Shanghai Singapore Spain Spanish
    Taipei Taiwan Taiwanese Thai Thailand Tibet Tokyo Ukraine Vietnam Vietnamese Washington January February
    April June July August September October November December Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday""".split()
)
_BY_LOWER: Final = {word.lower(): word for word in _ACRONYMS | _NAMES}


def joined(title: str, subtitles: Iterable[str]) -> str:
    """Join a title and its subtitles as their language does: `Title: Subtitle`, `題名：副題`; none is said twice."""
    for subtitle in subtitles:
        if not subtitle or _folded(subtitle) in _folded(title):
            continue
        if not title:
            title = subtitle
        elif is_chinese(decide_text_language(title)) and has_han(subtitle):
            title = f"{title.rstrip(':： ')}：{subtitle}"
        else:
            title = f"{title.rstrip(':： ')}{' ' if title.endswith(('?', '!')) else ': '}{subtitle}"
    return title


def are_two_languages(one: str, other: str) -> bool:
    """Tell whether two titles are in different languages, by their scripts or words."""
    first, second = decide_text_language(one), decide_text_language(other)
    return bool(first and second) and first.partition("-")[0] != second.partition("-")[0]


def parted(title: str) -> tuple[str, str]:
    """Part a Chinese title from the Western one printed with it, in any order; the second is "" when it is one title.

    Recognised are `題名 = Title`, `題名 / Title`, `題名(Title)` and `題名 Title`, when the Western part has at least
    three words and the Chinese one at least four characters: 〈SWOT分析〉 or 〈臺灣 (Taiwan)〉 are single titles.
    """
    if title.isascii() or len(title) > _LONGEST or not _HAN_PART.search(title):
        return title, ""
    for one, other in _halves(title):
        if _are_halves(one, other) or _are_halves(other, one):
            return one, other
    return title, ""


def _halves(title: str) -> Iterable[tuple[str, str]]:
    for split in _SPLIT.finditer(title):
        yield title[: split.start()].strip(), title[split.end() :].strip()
    bracketed = _BRACKETED.fullmatch(title)
    if bracketed:
        yield bracketed[1].strip(), bracketed[2].strip()
    behind = _LATIN_START.fullmatch(title)
    if behind:
        yield behind[1].strip(" :："), behind[2].strip()


def _are_halves(chinese: str, western: str) -> bool:
    return (
        len(_HAN_PART.findall(chinese)) >= 4
        and not _HAN_PART.search(western)
        and len(_WORDS.findall(western)) >= 3
        and len(_WORDS.findall(_HAN_PART.sub(" ", chinese))) <= 3
    )


def parallel(field: str, text: str, source: str, *, kind: VariantKind = VariantKind.PARALLEL) -> Variant:
    """Make the variant that says a field in another language."""
    return Variant(field=field, kind=kind, language=decide_text_language(text), text=text, source=source)


def is_capitals(text: str) -> bool:
    """Tell whether a title is in capitals throughout: two long words at least, for PLOS ONE is a name."""
    plain = _TAG.sub("", text)
    return plain.isupper() and sum(len(word) > 4 for word in _WORDS.findall(plain)) >= 2


def sentence_case(text: str) -> str:
    """Set a title of capitals in small letters, but for first letters, numerals, well-known names and acronyms."""
    lowered = re.sub(r"[^\W_]+(?:[’'][^\W_]+)*", lambda match: _lowered(match.group()), text)
    return _SENTENCE.sub(lambda match: match[1] + match[2].upper(), _restored_tags(text, lowered))


def title_case(text: str) -> str:
    """Set a journal's title of capitals with a capital for each word that is not small."""
    words = [
        _lowered(word) if number and word.lower() in _SMALL else _capital(_lowered(word))
        for number, word in enumerate(text.split(" "))
    ]
    return " ".join(words)


def chinese_marks(title: str) -> str:
    """Write half-width marks between Chinese characters full-width; others stay."""
    return re.sub(
        r"(?<=[\u3400-\u9fff])\s*([:;?!])\s*(?=[\u3400-\u9fff])", lambda match: full_width_punctuation(match[1]), title
    )


def _lowered(word: str) -> str:
    known = _BY_LOWER.get(word.lower())
    if known:
        return known
    if any(char.isdigit() for char in word) and any(char.isalpha() for char in word):
        return word  # H2O, COVID19
    return word.lower()


def _capital(word: str) -> str:
    return re.sub(r"^(\W*)([^\W\d_])", lambda match: match[1] + match[2].upper(), word)


def _restored_tags(text: str, lowered: str) -> str:
    """Put the tags back as they were: letters were only changed in case, so that places stay."""
    if "<" not in text or len(text) != len(lowered):
        return lowered
    for tag in _TAG.finditer(text):
        lowered = lowered[: tag.start()] + tag.group() + lowered[tag.end() :]
    return lowered


def _folded(text: str) -> str:
    return "".join(char for char in _TAG.sub("", text).casefold() if char.isalnum())
