"""CSL's closed lists: which attributes an element may carry, and which values an attribute takes.

Source: the CSL 1.0.2 specification and its RELAX NG schema; CSL-M additions are marked.
"""

from __future__ import annotations

from typing import Final

from tipcite.model import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

FORMATTING: Final = frozenset("font-style font-variant font-weight text-decoration vertical-align".split())
AFFIXES: Final = frozenset({"prefix", "suffix"})
NAME_OPTIONS: Final = frozenset(
    """and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last
    et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with name-as-sort-order
    sort-separator""".split()
)
INHERITED_NAME_OPTIONS: Final = NAME_OPTIONS | {"name-form", "name-delimiter", "names-delimiter"}
_DRESS: Final = FORMATTING | AFFIXES | {"display", "text-case"}

ATTRIBUTES: Final = {
    "style": INHERITED_NAME_OPTIONS
    | frozenset(
        """class version default-locale page-range-format demote-non-dropping-particle
        initialize-with-hyphen default-locale-sort""".split()  # the last is CSL-M
    ),
    "macro": frozenset({"name"}),
    "citation": INHERITED_NAME_OPTIONS
    | frozenset(
        """disambiguate-add-givenname disambiguate-add-names disambiguate-add-year-suffix
        givenname-disambiguation-rule collapse cite-group-delimiter year-suffix-delimiter
        after-collapse-delimiter near-note-distance""".split()
    ),
    "bibliography": INHERITED_NAME_OPTIONS
    | frozenset(
        """hanging-indent second-field-align line-spacing entry-spacing subsequent-author-substitute
        subsequent-author-substitute-rule""".split()
    ),
    "layout": FORMATTING | AFFIXES | {"delimiter", "locale"},  # locale is CSL-M
    "sort": frozenset(),
    "key": frozenset("variable macro sort names-min names-use-first names-use-last".split()),
    "text": _DRESS | frozenset("variable macro term value form plural quotes strip-periods".split()),
    "number": _DRESS | frozenset("variable form strip-periods".split()),
    "label": _DRESS | frozenset("variable form plural strip-periods".split()),
    "date": _DRESS | frozenset("variable form date-parts delimiter".split()),
    "date-part": FORMATTING | AFFIXES | frozenset("name form range-delimiter strip-periods text-case".split()),
    "names": FORMATTING | AFFIXES | frozenset("variable delimiter display".split()),
    "name": FORMATTING | AFFIXES | NAME_OPTIONS | {"form", "delimiter"},
    "name-part": FORMATTING | AFFIXES | {"name", "text-case"},
    "et-al": FORMATTING | {"term"},
    "substitute": frozenset(),
    "group": FORMATTING | AFFIXES | {"delimiter", "display"},
    "institution": frozenset(),  # CSL-M; only the bare element, which changes nothing for one-piece names
    "choose": frozenset(),
    "else": frozenset(),
}
_TESTS: Final = frozenset(
    """match type variable is-numeric is-uncertain-date locator position disambiguate
    has-day has-year-only has-month-or-season has-to-month-or-season""".split()  # the last four are CSL-M
)
ATTRIBUTES["if"] = ATTRIBUTES["else-if"] = _TESTS

VALUES: Final = {
    "font-style": frozenset("normal italic oblique".split()),
    "font-variant": frozenset("normal small-caps".split()),
    "font-weight": frozenset("normal bold light".split()),
    "text-decoration": frozenset("none underline".split()),
    "vertical-align": frozenset("baseline sup sub".split()),
    "text-case": frozenset("lowercase uppercase capitalize-first capitalize-all sentence title".split()),
    "display": frozenset("block left-margin right-inline indent".split()),
    "match": frozenset("all any none".split()),
    "and": frozenset("text symbol".split()),
    "delimiter-precedes-et-al": frozenset("contextual after-inverted-name always never".split()),
    "delimiter-precedes-last": frozenset("contextual after-inverted-name always never".split()),
    "name-as-sort-order": frozenset("first all".split()),
    "name-form": frozenset("long short count".split()),
    "demote-non-dropping-particle": frozenset("never sort-only display-and-sort".split()),
    "page-range-format": frozenset("chicago chicago-15 chicago-16 expanded minimal minimal-two".split()),
    "second-field-align": frozenset("flush margin".split()),
    "subsequent-author-substitute-rule": frozenset("complete-all complete-each partial-each partial-first".split()),
    "collapse": frozenset("citation-number year year-suffix year-suffix-ranged".split()),
    "givenname-disambiguation-rule": frozenset(
        "all-names all-names-with-initials primary-name primary-name-with-initials by-cite".split()
    ),
    "sort": frozenset("ascending descending".split()),
    "date-parts": frozenset("year-month-day year-month year".split()),
}

POSITIONS: Final = frozenset("first subsequent ibid ibid-with-locator near-note".split())

LOCATORS: Final = frozenset(
    """act appendix article-locator book canon chapter column elocation equation figure folio issue line
    note opus page paragraph part rule scene section sub-verbo supplement table timestamp title title-locator
    verse version volume""".split()
)

DATES: Final = DATE_VARIABLES
NAMES: Final = NAME_VARIABLES
NUMBERS: Final = NUMBER_VARIABLES
TEXTS: Final = TEXT_VARIABLES
