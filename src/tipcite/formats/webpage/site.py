"""What is known of one site: who publishes there, in which language, and how its addresses and titles are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Rules: TypeAlias = tuple[tuple[str, str], ...]
"""Regular expressions, searched in `host/path?query` without `www.`, each with what its match is expanded to."""


class Role(StrEnum):
    """What the body behind a site is to its pages."""

    AUTHOR = "author"
    """It speaks for itself, as public offices do: the author of whatever names no person."""
    PUBLISHER = "publisher"
    """It publishes reports, of named authors or as its own, as think tanks do."""
    CONTAINER = "container"
    """Its pages are articles in it: newspapers, magazines, encyclopedias."""
    HOST = "host"
    """It only holds works of others, as databases and publishers' platforms do, and is not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One site; `host` covers the hosts below it, and with a path (`bbc.com/zhongwen`) only what lies there.

    `type` is the CSL type of a page that says nothing better, `types` that of certain addresses, whatever the page
    says. `languages`, `dois` and `addresses` (permanent ones) are told by the address. `labels` are what the page
    prints before a value, by CSL variable. `aliases` are further names in titles, `strip` what else is taken off them.
    """

    host: str
    chinese: str
    english: str
    role: Role = Role.AUTHOR
    type: str = "webpage"
    simplified: str = ""
    aliases: tuple[str, ...] = ()
    language: str = ""
    languages: Rules = ()
    types: Rules = ()
    dois: Rules = ()
    addresses: Rules = ()
    labels: Rules = ()
    strip: tuple[str, ...] = ()
    is_umbrella: bool = False
    """Its pages are those of many bodies, which they name."""
    note: str = ""
    """How the DOI or the permanent address is found, where no rule says it; for the page of documentation."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name under which the site may stand in a title."""
        return tuple(name for name in (self.chinese, self.english, self.simplified, *self.aliases) if name)

    def name_in(self, language: str) -> str:
        """Return the name for a page in this language; the other one where there is none."""
        if not language.startswith("zh"):
            return self.english or self.chinese
        is_simplified = language.startswith(("zh-Hans", "zh-CN", "zh-SG"))
        return (self.simplified if is_simplified else "") or self.chinese or self.english
