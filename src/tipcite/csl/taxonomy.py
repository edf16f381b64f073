"""CSL's closed lists: which attributes an element may carry, and which values an attribute takes.

Source: the CSL 1.0.2 specification and its RELAX NG schema; CSL-M additions are marked.
"""

from __future__ import annotations

from typing import Final

from tipcite.model import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, VariantKind

FORMATTING: Final = frozenset("font-style font-variant font-weight text-decoration vertical-align".split())
AFFIXES: Final = frozenset({"prefix", "suffix"})
NAME_OPTIONS: Final = frozenset(
    """and delimiter-precedes-et-al delimiter-precedes-last et-al-min et-al-use-first et-al-use-last
    et-al-subsequent-min et-al-subsequent-use-first initialize initialize-with name-as-sort-order
    sort-separator""".split()
)
INHERITED_NAME_OPTIONS: Final = NAME_OPTIONS | {"name-form", "name-delimiter", "names-delimiter"}
DRESS: Final = FORMATTING | AFFIXES | {"display", "text-case"}

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
    "text": DRESS | frozenset("variable macro term value form plural quotes strip-periods variants locale".split()),
    "number": DRESS | frozenset("variable form strip-periods".split()),
    "label": DRESS | frozenset("variable form plural strip-periods".split()),
    "date": DRESS | frozenset("variable form date-parts delimiter".split()),
    "date-part": FORMATTING | AFFIXES | frozenset("name form range-delimiter strip-periods text-case".split()),
    "names": FORMATTING | AFFIXES | frozenset("variable delimiter display".split()),
    "name": FORMATTING | AFFIXES | NAME_OPTIONS | {"form", "delimiter"},
    "name-part": FORMATTING | AFFIXES | {"name", "text-case"},
    "et-al": FORMATTING | {"term"},
    "substitute": frozenset(),
    "group": FORMATTING | AFFIXES | {"delimiter", "display"},
    "institution": frozenset({"institution-parts"}),  # CSL-M, as far as short names go
    "institution-part": FORMATTING | AFFIXES | {"name"},
    "choose": frozenset(),
    "else": frozenset(),
    "locale": frozenset({"version"}),
    "style-options": frozenset("punctuation-in-quote limit-day-ordinals-to-day-1".split()),
    "terms": frozenset(),
    "term": frozenset("name form gender gender-form match".split()),
    "single": frozenset(),
    "multiple": frozenset(),
}
_TESTS: Final = frozenset(
    """match type variable is-numeric is-uncertain-date locator position disambiguate
    has-day has-year-only has-to-month-or-season
    is-latin language""".split()  # those with has- are CSL-M's, the last two tipcite's
)
ATTRIBUTES["if"] = ATTRIBUTES["else-if"] = _TESTS
ATTRIBUTES["intext"] = ATTRIBUTES["citation"]

CHILDREN: Final = {
    "locale": frozenset("info style-options date terms".split()),
    "terms": frozenset({"term"}),
    "term": frozenset({"single", "multiple"}),
    "date": frozenset({"date-part"}),
}
"""What stands in the elements of a locale."""

LEAVES: Final = frozenset(
    "text number label date-part et-al name-part institution-part key style-options single multiple".split()
)
"""Elements that hold no others."""
WORDED: Final = frozenset("term single multiple".split())
"""Elements whose text is content."""

VALUES: Final = {
    "class": frozenset("in-text note".split()),
    "version": frozenset("1.0 1.0.1 1.0.2 1.1mlz1".split()),  # the last is CSL-M's
    "font-style": frozenset("normal italic oblique".split()),
    "font-variant": frozenset("normal small-caps".split()),
    "font-weight": frozenset("normal bold light".split()),
    "text-decoration": frozenset("none underline".split()),
    "vertical-align": frozenset("baseline sup sub".split()),
    "text-case": frozenset("lowercase uppercase capitalize-first capitalize-all sentence title".split()),
    "display": frozenset("block left-margin right-inline indent".split()),
    "disambiguate": frozenset({"true"}),
    "gender": frozenset("masculine feminine".split()),
    "gender-form": frozenset("masculine feminine".split()),
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
_TERM_FORMS: Final = frozenset("long short verb verb-short symbol".split())
_MATCHES: Final = frozenset("all any none".split())
_FLAG: Final = frozenset("true false".split())
VALUES_OF: Final = {
    "if": {"match": _MATCHES},
    "else-if": {"match": _MATCHES},
    "number": {"form": frozenset("numeric ordinal long-ordinal roman".split())},
    "label": {"form": _TERM_FORMS, "plural": frozenset("contextual always never".split())},
    "date": {"form": frozenset("text numeric".split())},
    "date-part": {"name": frozenset("year month day".split())},
    "name": {"form": frozenset("long short count".split())},
    "name-part": {"name": frozenset("family given".split())},
    "institution": {"institution-parts": frozenset("long short long-short".split())},
    "institution-part": {"name": frozenset("long short".split())},
    "style-options": {"punctuation-in-quote": _FLAG, "limit-day-ordinals-to-day-1": _FLAG},
    "term": {"form": _TERM_FORMS, "match": frozenset("last-digit last-two-digits whole-number".split())},
}
"""What an attribute takes in one element only."""
FORMS: Final = {
    "term": _TERM_FORMS,
    "variable": frozenset("long short".split()),
    "year": frozenset("long short roc".split()),  # `roc`, 民國 years, is tipcite's own
    "month": frozenset("long short numeric numeric-leading-zeros".split()),
    "day": frozenset("numeric numeric-leading-zeros ordinal".split()),
}
"""What `form` takes by what `<text>` and `<date-part>` show."""

POSITIONS: Final = frozenset("first subsequent ibid ibid-with-locator near-note".split())

LOCATORS: Final = frozenset(
    """act appendix article-locator book canon chapter column elocation equation figure folio issue line
    note opus page paragraph part rule scene section sub-verbo supplement table timestamp title title-locator
    verse version volume""".split()
)

DATES: Final = DATE_VARIABLES | {"archive-date"}
"""CSL's own, and the day of an item's snapshot in a web archive, whose address is `archive-url`: tipcite's."""
NAMES: Final = NAME_VARIABLES | {
    f"{kind}-{variable}"
    for kind in (*VariantKind, "own")
    for variable in NAME_VARIABLES
    if not variable.startswith("original-")
}
"""CSL's own, and the names of an item's variants: `romanised-author`, `parallel-author` … are tipcite's; `own-author`
is there where a variant stands for it."""
NUMBERS: Final = NUMBER_VARIABLES
TEXTS: Final = TEXT_VARIABLES
MADE_BY_OTHERS: Final = frozenset(
    """country dummy hereinafter language-name language-name-original locator-extra title-main title-sub type""".split()
)
"""What citeproc-js makes for CSL-M's `variable` out of other fields or lists of its own; it is not made here."""
TYPES: Final = ITEM_TYPES | {"gazette", "video"}  # the last two are CSL-M
TESTED_LOCATORS: Final = LOCATORS | frozenset("Chapter Section article number randnummer".split())
"""The last five are CSL-M: a cite may carry them as its label."""

TERMS: Final = frozenset(
    """accessed act ad advance-online-publication album and anonymous appendix article article-journal
    article-locator article-magazine article-newspaper at audio-recording author bc bce bill book broadcast by
    canon ce chair chapter chapter-number circa citation-number cited classic close-inner-quote close-quote
    collection collection-editor collection-number colon column comma compiler composer container-author
    contributor curator dataset director document edition editor editor-translator editorial-director
    editortranslator elocation entry entry-dictionary entry-encyclopedia equation et-al event executive-producer
    figure film first-reference-note-number folio forthcoming from graphic guest hearing henceforth host ibid
    illustrator in internet interview interviewer issue legal_case legislation letter line loc-cit manuscript map
    month-01 month-02 month-03 month-04 month-05 month-06 month-07 month-08 month-09 month-10 month-11 month-12
    motion_picture musical_score narrator no-place no-publisher note number number-of-pages number-of-volumes on
    online op-cit open-inner-quote open-quote opus organizer original-author original-work-published page
    page-first page-range-delimiter pamphlet paper-conference paragraph part patent performance performer
    periodical personal-communication personal_communication podcast podcast-episode post post-weblog preprint
    printing producer radio-broadcast radio-series radio-series-episode recipient reference regulation report
    retrieved review review-book review-of reviewed-author rule scale scene script-writer season-01 season-02
    season-03 season-04 section semicolon series-creator software song special-issue special-section speech
    standard sub-verbo supplement table television-broadcast television-series television-series-episode thesis
    timestamp title-locator translator treaty verse version video volume webpage working-paper""".split()
) | {
    *(f"long-ordinal-{number:02d}" for number in range(1, 11)),
    *("and others", "available at", "in press", "no date", "presented at", "sub verbo"),  # before CSL 1.0.2
}
