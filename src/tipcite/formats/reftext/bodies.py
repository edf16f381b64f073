"""Which names are bodies: Han ones as `tipcite.lang` knows them, Western ones by a word that no person's name has."""

from __future__ import annotations

from typing import Final

from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.scan import han_share
from tipcite.lang import is_institution

BODY_WORDS: Final = frozenset(
    """academies academy administration agency alliance archives assembly association associations authority
    bank board bureau cabinet center centers centre centres church club coalition college commission committee
    company confederation conference congress consortium consulate cooperative corporation council court
    department directorate division embassy faculty federation force forum foundation fund government group
    hospital house inc initiative institut institute institutes institution international laboratory league
    library llc ltd ministry mission movement museum national nations network news observatory office
    organisation organization parliament partnership party police programme program project publishers republic
    research reserve school secretariat senate service services society staff states studio studios survey team
    tribunal trust union unit universities university watch working zoo
    collective caucus commissioner corps taskforce legislature ombudsman guild industries enterprises campaign registry
    treasury consultancy times tribune gazette herald""".split()
)
LINKING_WORDS: Final = frozenset("for from of the in on".split())
# Public Health England, Creative New Zealand
_OF_COUNTRY: Final = later(
    r"(?:[A-Z][a-z]{3,} ){2,3}(?:England|Scotland|Wales|Canada|Australia|New Zealand|Taiwan|Hong Kong|Singapore|Europe)"
)
# Amnesty Int'l, Nat'l Ass'n of Realtors (Bluebook, table T6)
_SHORTENED: Final = later(r"\b(?:Int|Nat|Ass|Dep|Gov|Comm|Soc)[’'](?:l|n|t|y)\b")
_WORD: Final = later(r"[^\W\d_]+")


def is_body(text: str) -> bool:
    """Tell whether a name is an institution's."""
    if han_share(text) >= 0.4:
        return is_institution(text)
    if _OF_COUNTRY.fullmatch(text):
        return True
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) > 1 and (has_body_word(text) or not LINKING_WORDS.isdisjoint(words))


def has_body_word(text: str) -> bool:
    """Tell whether a Western text has a word that only bodies' names have."""
    if ("’" in text or "'" in text) and _SHORTENED.search(text):
        return True
    return not BODY_WORDS.isdisjoint(word.lower() for word in _WORD.findall(text))


def is_single_name(text: str) -> bool:
    """Tell a person of one name from an acronym or a body: Plato, Aristotle."""
    return text.isalpha() and text.istitle() and not has_body_word(text)
