"""What a search offers: works that may be the one that was meant, the likeliest first."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import Final

from tipcite.errors import NotFound, TipciteError
from tipcite.fetch import crossref, datacite
from tipcite.fetch.sources import Fetched, Sources
from tipcite.fetch.wanted import Place, Title
from tipcite.lang import fold_text, has_han
from tipcite.match import Likeness, compare_titles

_MOST: Final = 8
_RANK: Final = {Likeness.SAME: 0, Likeness.UNCLEAR: 1, Likeness.INCOMPARABLE: 2, Likeness.DIFFERENT: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One work that a search offers; `is_exact` when its title is what was looked for, letter by letter."""

    fetched: Fetched
    likeness: Likeness
    is_exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was looked for, and what may be it; never empty."""

    wanted: Title | Place
    choices: tuple[Choice, ...]


async def by_title(title: Title, sources: Sources) -> Choices:
    """Look for a title at Crossref, for one with Han characters at DataCite too.

    Raises:
        NotFound: nothing like it is there.
        FetchError: no source gave a usable answer.
    """
    asked = [crossref.search(title.text, sources)]
    if has_han(title.text):
        asked.append(datacite.search(title.text, sources))
    told = await asyncio.gather(*asked, return_exceptions=True)
    failures = [one for one in told if isinstance(one, BaseException)]
    for failure in failures:
        if not isinstance(failure, TipciteError) or len(failures) == len(told):
            raise failure
    found = [one for part in told if isinstance(part, tuple) for one in part]
    ranked = sorted(
        (_choice(title.text, one) for one in _once(found)), key=lambda one: (not one.is_exact, _RANK[one.likeness])
    )
    # Crossref always finds something: what has neither the title nor half of the words is not offered.
    alike = (Likeness.SAME, Likeness.UNCLEAR)
    near = [one for one in ranked if one.likeness in alike or _share(title.text, one.fetched) >= 0.5]
    if not near:
        raise NotFound(
            f"no work with the title {title.text!r} was found; give its DOI or address, or its fields as options"
        )
    return Choices(wanted=title, choices=tuple(near[:_MOST]))


async def by_place(place: Place, sources: Sources) -> Fetched | Choices:
    """Look for what begins on a page of a serial's volume; several works on one page are a choice.

    Raises:
        NotFound: Crossref knows none there.
        FetchError: no usable answer.
    """
    words = " ".join(filter(None, (place.volume, place.issue, place.page)))
    found = [one for one in await crossref.in_serial(place.issn, words, sources) if _stands(one, place)]
    if not found:
        raise NotFound(f"Crossref knows no work at {str(place)!r}; give its DOI or title")
    if len(found) == 1:
        return found[0]
    return Choices(wanted=place, choices=tuple(Choice(fetched=one, likeness=Likeness.SAME) for one in found[:_MOST]))


def _stands(fetched: Fetched, place: Place) -> bool:
    fields = fetched.item.fields
    first = fields.get("page", fields.get("number", "")).partition("-")[0]
    return (
        _number(fields.get("volume", "")) == _number(place.volume)
        and _number(first) == _number(place.page)
        and (not place.issue or _number(fields.get("issue", "")) == _number(place.issue))
    )


def _number(text: str) -> str:
    return text.strip().lower().lstrip("0")


def _once(found: list[Fetched]) -> list[Fetched]:
    """Take each DOI once."""
    return list({str(one.item.doi): one for one in reversed(found)}.values())[::-1]


def _choice(text: str, fetched: Fetched) -> Choice:
    """Compare what was looked for with the titles; words that also name author and year contain the title."""
    titles = [fetched.item.title, *(one.text for one in fetched.item.variants if one.field == "title")]
    wanted = _letters(text)
    exact = any(_letters(title) == wanted for title in titles if title)
    return Choice(fetched=fetched, likeness=compare_titles(text, titles), is_exact=exact)


def _share(text: str, fetched: Fetched) -> float:
    """Return which part of the words looked for a work has in its title, names, journal and year."""
    item = fetched.item
    names = (name.full for name in item.creators)
    said = fold_text(" ".join((item.title, *names, item.fields.get("container-title", ""), str(item.year or ""))))
    wanted = _pieces(text)
    return sum(piece in said for piece in wanted) / len(wanted) if wanted else 0.0


def _pieces(text: str) -> list[str]:
    """Cut a text into words, and what is in Han characters into pairs of them."""
    pieces: list[str] = []
    for word in re.findall(r"[\u3400-\u9fff]+|[^\W_]+", fold_text(text)):
        han = has_han(word) and len(word) > 2
        pieces += [word[at : at + 2] for at in range(len(word) - 1)] if han else [word]
    return pieces


def _letters(text: str) -> str:
    return "".join(char for char in fold_text(text) if char.isalnum())
