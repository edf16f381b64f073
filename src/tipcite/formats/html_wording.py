"""The words by which pages say that they are none: missing, for sale, closed to programs, behind a login, failing.

Chinese is compared after `fold_han`, so that each idiom stands once, in Traditional characters.
Each subject has phrases, which are evidence wherever they stand on a short page, and messages, which are evidence
only when they are all that a title, a heading or a sentence says.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from tipcite.formats import html_phrases
from tipcite.lang import fold_han


class Wording:
    """The phrases and messages of one subject; `stems` are pieces of which each of them has one.

    The patterns are large and are compiled when they are needed, which for most pages they are not.
    """

    def __init__(self, phrases: str, messages: str, stems: tuple[str, ...]) -> None:
        self._phrases = phrases
        self._messages = messages
        self._stems = stems

    def may_be_in(self, text: str) -> bool:
        """Tell whether a folded text in lower case is worth being looked at."""
        return any(map(text.__contains__, self._stems))  # asked of every page: twice as fast as a generator

    @cached_property
    def phrase(self) -> re.Pattern[str]:
        """A phrase, wherever it stands."""
        return _any(self._phrases)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """A phrase or a message, with what may stand around it when it is all that is said."""
        return _around(f"{self._phrases.rstrip()}{self._messages}")

    @cached_property
    def whole_phrase(self) -> re.Pattern[str]:
        """A phrase, with what may stand around it."""
        return _around(self._phrases)


@cache
def wording(subject: str) -> Wording:
    """Return a subject's patterns: missing, parked, challenge, refused, login or failing."""
    phrases, messages = html_phrases.SUBJECTS[subject]
    stems = "".join(line.lstrip() for line in html_phrases.STEMS[subject].splitlines())
    return Wording(phrases, messages, tuple(map(fold_han, stems.split("|"))))


@cache
def vague() -> re.Pattern[str]:
    """Return what says that something is wrong, and not what."""
    return _around(html_phrases.VAGUE)


@cache
def about() -> re.Pattern[str]:
    """Return what marks a text about such pages: it explains them."""
    return _any(html_phrases.ABOUT)


@cache
def about_within() -> re.Pattern[str]:
    """Return what marks a title as one of a work, beside the words of a message: `Not found: a novel`."""
    return _any(html_phrases.ABOUT_WITHIN)


@cache
def conditional() -> re.Pattern[str]:
    """Return what makes a sentence a provision for a case that need not be this one."""
    return _any(html_phrases.CONDITIONAL)


@cache
def defining() -> re.Pattern[str]:
    """Return what marks a sentence that explains a word."""
    return _any(html_phrases.DEFINING)


def _around(block: str) -> re.Pattern[str]:
    before, after = _joined(html_phrases.BEFORE), _joined(html_phrases.AFTER)
    return re.compile(f"(?:{before})(?:{_joined(block)})(?:{after})", re.IGNORECASE)


def _any(block: str) -> re.Pattern[str]:
    return re.compile(_joined(block), re.IGNORECASE)


def _joined(block: str) -> str:
    return "|".join(f"(?:{fold_han(one)})" for one in html_phrases.alternatives(block))
