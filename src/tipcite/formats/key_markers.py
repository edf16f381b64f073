"""What stands for a marker of a key pattern: `auth`, `authEtAl`, `shorttitle`, `year`, or a field by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from tipcite.formats.bibtex_types import WRITE_TYPES
from tipcite.formats.field_names import FIELD_NAMES, field_text
from tipcite.formats.key_words import family_of, given_of, people, telling_words, words_of
from tipcite.model import Item

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
_PEOPLE: Final = re.compile(r"(pure)?(?:auth|edtr|(?=editor))(.*)")
_NUMBERED: Final = re.compile(
    r"(authors|auth|edtr|authIni|edtrIni|keywords|keyword|shorttitle|authorsn)(\d+)(?:_(\d+))?"
)
MARKERS: Final = (
    "auth", "authEtAl", "auth.etal", "authors", "authorsAlpha", "authshort", "authorIni", "authorLast", "authForeIni",
    "authFirstFull", "authorLastForeIni", "auth.auth.ea", "authEtal2", "authAuthEa", "edtr", "editors", "editorIni",
    "editorLast", "edtrshort", "edtrForeIni", "edtr.edtr.ea", "editorLastForeIni", "year", "shortyear", "month", "day",
    "date", "shorttitle", "shorttitleINI", "veryshorttitle", "title", "camel", "fulltitle", "entrytype", "firstpage",
    "lastpage", "pageprefix", "keyword1", "keywords3", "citationkey",
)  # fmt: skip
"""The markers that are no fields; some take numbers: `auth3`, `auth3_2`, `authors2`, `authIni4`, `shorttitle2`."""


def is_marker(name: str) -> bool:
    """Tell whether there is a marker of this name, a field's among them."""
    bare = name.removeprefix("pure") if name.startswith("pureauth") else name
    return bare in MARKERS or _NUMBERED.fullmatch(bare) is not None or bare.lower() in FIELD_NAMES


def expand_marker(name: str, item: Item, *, ascii_only: bool) -> str:
    """Return what an item has for a marker, "" when it has nothing."""
    if name.startswith(("auth", "pureauth", "edtr", "editor")) and name not in ("author", "editor"):
        return _of_people(name, item, ascii_only=ascii_only)
    if name.startswith(("shorttitle", "veryshorttitle")) or name in ("title", "camel", "fulltitle"):
        return _of_title(name, item, ascii_only=ascii_only)
    other = _OTHERS.get(name)
    if other is not None:
        return other(item)
    if match := re.fullmatch(r"(keywords?)(\d+)", name):
        words = [word.strip() for word in re.split(r"[,;]", item.fields.get("keyword", ""))]
        number = int(match[2])
        return "".join(words[:number]) if match[1] == "keywords" else "".join(words[number - 1 : number])
    return field_text(item, name.lower())


def _of_people(name: str, item: Item, *, ascii_only: bool) -> str:
    match = _PEOPLE.fullmatch(name)
    rest = match[2] if match else ""
    if name.startswith(("edtr", "editor")):
        names, rest = people(item, ("editor",)), rest.replace("editor", "or", 1).replace(".edtr.", ".auth.")
    else:
        names = people(item, ("author",) if match and match[1] else ("author", "editor", *sorted(item.names)))
    if not names:
        return ""
    if rest == "FirstFull":
        return family_of(names[0], ascii_only=ascii_only, with_particle=True)
    if rest in ("ForeIni", "orLastForeIni"):
        return given_of(names[0 if rest == "ForeIni" else -1], ascii_only=ascii_only)[:1]
    return _joined_people(rest, [family_of(one, ascii_only=ascii_only) for one in names])


def _joined_people(rest: str, last: Sequence[str]) -> str:
    if match := re.fullmatch(r"(\d+)(?:_(\d+))?", rest):
        place = int(match[2] or 1) - 1
        return last[place][: int(match[1])] if 0 <= place < len(last) else ""
    if match := re.fullmatch(r"orsn?(\d+)(?:_\d+)?", rest):
        number = int(match[1])
        return "".join(last[:number]) + ("EtAl" if len(last) > number else "")
    if match := re.fullmatch(r"Ini(\d+)", rest):
        return _spread(last, int(match[1]))
    return _WAYS.get(rest, _first)(last)


def _first(last: Sequence[str]) -> str:
    return last[0]


def _et_al(between: str, others: str) -> Callable[[Sequence[str]], str]:
    def join(last: Sequence[str]) -> str:
        if len(last) == 2:
            return between.join(last)
        return last[0] + (others if len(last) > 2 else "")

    return join


def _two_and_others(last: Sequence[str]) -> str:
    return ".".join(last[:2]) + (".ea" if len(last) > 2 else "")


def _short(last: Sequence[str]) -> str:
    return last[0] if len(last) == 1 else "".join(one[:1] for one in last[:3]) + ("+" if len(last) > 3 else "")


def _alpha(last: Sequence[str]) -> str:
    if len(last) == 1:
        return last[0][:3]
    return "".join(one[:1] for one in last) if len(last) <= 4 else "".join(one[:1] for one in last[:3]) + "+"


def _initials(last: Sequence[str]) -> str:
    return last[0][:5] + "".join(one[:1] for one in last[1:])


def _spread(last: Sequence[str], size: int) -> str:
    """Share so many characters among the names, the first ones getting what is left over."""
    whole, more = divmod(size, len(last))
    return "".join(one[: whole + (place < more)] for place, one in enumerate(last))


_WAYS: Final[Mapping[str, Callable[[Sequence[str]], str]]] = MappingProxyType(
    {
        "EtAl": _et_al("", "EtAl"), ".etal": _et_al(".", ".etal"), "Etal2": _et_al(".", ".etal"),
        "ors": "".join, "orsAlpha": _alpha, "short": _short, "orIni": _initials, "orLast": lambda last: last[-1],
        ".auth.ea": _two_and_others, "AuthEa": _two_and_others,
    }
)  # fmt: skip


def _of_title(name: str, item: Item, *, ascii_only: bool) -> str:
    title = item.title or item.fields.get("container-title", "")
    if name == "fulltitle":
        return title
    if name in ("title", "camel"):
        words = words_of(title, ascii_only=ascii_only)
        telling = set(telling_words(title, ascii_only=ascii_only))
        raised = [
            _raised(word) if name == "camel" or not at or word in telling else word for at, word in enumerate(words)
        ]
        return " ".join(raised)
    telling_first = telling_words(title, ascii_only=ascii_only) or words_of(title, ascii_only=ascii_only)
    if name == "shorttitleINI":
        return "".join(word[:1] for word in telling_first[:3])
    match = re.fullmatch(r"shorttitle(\d+)(?:_(\d+))?", name)
    number = 1 if name == "veryshorttitle" else int(match[1]) if match else 3
    return " ".join(_raised(word) for word in telling_first[:number])


def _raised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _year(item: Item) -> str:
    if item.year is not None:
        return str(abs(item.year))
    issued = item.dates.get("issued")
    found = re.search(r"(?<!\d)\d{4}(?!\d)", f"{issued.literal} {issued.raw}") if issued else None
    return found[0] if found else ""


def _date_part(item: Item, place: int) -> int:
    issued = item.dates.get("issued")
    parts = issued.parts[0] if issued and issued.parts else ()
    return parts[place] if len(parts) > place else 0


def _month(item: Item) -> str:
    number = _date_part(item, 1)
    return _MONTHS[number - 1] if 1 <= number <= 12 else ""


def _pages(item: Item) -> list[int]:
    return [int(number) for number in re.findall(r"\d{1,9}", item.fields.get("page", ""))]


def _entry_type(item: Item) -> str:
    return WRITE_TYPES.get(item.type, ("misc", "misc"))[0].capitalize()


_OTHERS: Final[Mapping[str, Callable[[Item], str]]] = MappingProxyType(
    {
        "year": _year, "shortyear": lambda item: _year(item)[-2:], "month": _month,
        "day": lambda item: str(_date_part(item, 2) or ""), "entrytype": _entry_type,
        "citationkey": lambda item: item.key,
        "firstpage": lambda item: str(min(_pages(item), default="")),
        "lastpage": lambda item: str(max(_pages(item), default="")),
        "pageprefix": lambda item: re.split(r"\d", item.fields.get("page", ""), maxsplit=1)[0],
    }
)  # fmt: skip
