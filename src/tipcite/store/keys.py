"""Citation keys: author, year and title word, for Chinese works in toneless pinyin.

`hogan2020lgbtq`, `meiguo2021renkou`. A key is made once, when an item comes in without one; it never changes
by itself afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from string import ascii_lowercase
from typing import Final

from tipcite.model import Item, Name

_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HAN_OR_LETTER: Final = re.compile(rf"{_HAN.pattern}|[^\W\d_]")
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")
_MARKUP: Final = re.compile(r"<[^<>]+>")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Letters that do not come apart into a base letter and an accent (Unicode, NFKD).
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i", "ŧ": "t"}
)
# Articles, and the prepositions, conjunctions and question words with which titles begin.
_STOP_WORDS: Final = frozenset(
    """a an the of on in at by to for from with and or but nor as is are was were be do does how what when where
    which who why into onto upon about between toward towards der die das ein eine le la les un une el los las il
    """.split()
)
_UNSTORABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FORBIDDEN: Final = re.compile(r"""[\s,;@{}\[\]"'()\\#%~^$|&<>]""")


def citation_key(item: Item) -> str:
    """Make a key of the first creator, the year (`nd` without one) and the first telling word of the title.

    Without a creator the title's word comes first; without a title the container's counts.
    """
    author = _author(item)
    word = next((word for word in map(_title_word, _titles(item)) if word), "")
    if not author and not word:
        return f"item{_year(item)}".removesuffix("nd")
    return f"{author}{_year(item)}{word}" if author else f"{word}{_year(item)}"


def unique_key(base: str, taken: Container[str]) -> str:
    """Return the key itself, or with the first of the suffixes a to z, aa, ab, … that makes it new."""
    return base if base not in taken else _next_free(base, taken, _suffixes())


def assign_keys(items: Iterable[Item], taken: Iterable[str]) -> tuple[Item, ...]:
    """Give each item a key of its own: its old one, a made one, either with a suffix where it is taken."""
    used = set(taken)
    # Where the last search for a base stopped: a thousand items of one base are not searched a million times.
    suffixes: dict[str, Iterator[str]] = {}
    keyed = []
    for item in items:
        base = item.key if _is_storable(item.key) else citation_key(item)
        key = base
        if key in used:
            key = _next_free(base, used, suffixes.setdefault(base, _suffixes()))
        used.add(key)
        keyed.append(item if key == item.key else replace(item, key=key))
    return tuple(keyed)


def key_fault(key: str) -> str:
    """Say why a text can't be a key that is cited in Markdown and LaTeX, "" when it can."""
    if not key:
        return "it is empty"
    if not _is_storable(key):
        return "it holds a character that can't be shown on one line"
    found = _FORBIDDEN.search(key)
    return f"it holds {found.group()!r}; use letters, digits and '_', '-', ':', '.', '/', '+'" if found else ""


def _is_storable(key: str) -> bool:
    """Tell whether there is a key that can be shown on one line and written in UTF-8, which has no half characters."""
    return bool(key.strip()) and not _UNSTORABLE.search(key)


def _suffixes() -> Iterator[str]:
    length = 1
    while True:
        yield from map("".join, product(ascii_lowercase, repeat=length))
        length += 1


def _next_free(base: str, taken: Container[str], suffixes: Iterator[str]) -> str:
    return next(key for suffix in suffixes if (key := base + suffix) not in taken)


def _author(item: Item) -> str:
    creators = item.creators
    if not creators:
        return ""
    name = creators[0]
    text = name.family or name.literal or name.given
    return _han_author(name, text) if _HAN.match(text) else _latin_author(name, text)


def _latin_author(name: Name, text: str) -> str:
    """Take the family name whole (`Roe-Sepowitz` → `roesepowitz`), of a body its first telling word."""
    return _fold(text) if not name.literal else _latin_word(text)


def _han_author(name: Name, text: str) -> str:
    """Take a person's surname, an institution's first two characters."""
    from tipcite.lang import is_institution, pinyin, split_chinese_name  # its tables are large

    if name.family:
        return _fold(pinyin(_han(text), surname=True))
    if not is_institution(text) and (parts := split_chinese_name(text)):
        return _fold(pinyin(parts[0], surname=True))
    return _fold(pinyin(_han(text)[:2]))


def _year(item: Item) -> str:
    year = item.year
    if year is not None:
        return str(abs(year))
    issued = item.dates.get("issued")
    found = _YEAR.search(f"{issued.literal} {issued.raw}") if issued else None
    return found.group() if found else "nd"


def _titles(item: Item) -> Sequence[str]:
    return [_MARKUP.sub("", item.fields.get(variable, "")) for variable in ("title", "title-short", "container-title")]


def _title_word(title: str) -> str:
    """Take the first two Han characters, in a title that begins with a Latin letter the first telling word."""
    first = _HAN_OR_LETTER.search(title)
    if first is None:
        return _latin_word(title)
    if not _HAN.match(first.group()):
        return _latin_word(title)
    from tipcite.lang import pinyin  # its tables are large

    return _fold(pinyin(_han(title)[:2]))


def _latin_word(text: str) -> str:
    """Take the first word that is no article or the like; one letter before a hyphen stays (`e-learning`)."""
    words = [word for word in _WORD.findall(_HAN.sub(" ", text)) if _fold(word)]
    telling = [word for word in words if word.lower() not in _STOP_WORDS and not word.isdigit()]
    if not words:
        return ""
    word = (telling or words)[0]
    first, *rest = re.split("[-‐‑]", word)
    return _fold(first + rest[0] if rest and len(first) == 1 else first)


def _han(text: str) -> str:
    return "".join(_HAN.findall(text))


def _fold(text: str) -> str:
    """Write in small ASCII letters and digits; a script that has no such form stays as it is."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    ascii_only = "".join(char for char in plain if char.isascii() and char.isalnum())
    return ascii_only or "".join(char for char in unicodedata.normalize("NFC", plain) if char.isalnum())
