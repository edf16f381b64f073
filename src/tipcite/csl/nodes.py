"""A parsed style: frozen nodes, checked against the taxonomy, name options not yet inherited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from tipcite.model import VariantKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatting:
    """The five formatting attributes; "" is not set."""

    font_style: str = ""
    font_variant: str = ""
    font_weight: str = ""
    text_decoration: str = ""
    vertical_align: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """What any element can wear around its content."""

    prefix: str = ""
    suffix: str = ""
    formatting: Formatting | None = None
    display: str = ""
    text_case: str = ""
    quotes: bool = False
    strip_periods: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVariable:
    """`<text variable>`; `short` asks for the short form."""

    variable: str
    short: bool
    dress: Dress


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantUse:
    """A kind of variants that may stand for an item's own fields; `bracketed` ones are printed in square brackets."""

    kind: VariantKind
    bracketed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMacro:
    """`<text macro>`: a call; with `variants` on the item in these other words, with `locale` in another language."""

    macro: str
    dress: Dress
    variants: tuple[VariantUse, ...] = ()
    locale: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTerm:
    """`<text term>`."""

    term: str
    form: str
    plural: bool
    dress: Dress


@dataclass(frozen=True, slots=True, kw_only=True)
class TextValue:
    """`<text value>`: words of the style itself."""

    value: str
    dress: Dress


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """`<number>`; form is numeric, ordinal, long-ordinal or roman."""

    variable: str
    form: str
    dress: Dress


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`<label>`, in the open or inside `<names>` (then `variable` is "")."""

    variable: str
    form: str
    plural: str
    dress: Dress


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePart:
    """`<date-part>`; a range delimiter of None is not set."""

    name: str
    form: str
    dress: Dress
    range_delimiter: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateNode:
    """`<date>`: localized when `form` is set, then `parts` only change the locale's own."""

    variable: str
    form: str
    shown: str
    parts: tuple[DatePart, ...]
    delimiter: str
    dress: Dress


@dataclass(frozen=True, slots=True, kw_only=True)
class NameOptions:
    """The options of names that are inherited: style, then citation or bibliography, then `<name>`."""

    and_: str | None = None
    delimiter: str | None = None
    delimiter_precedes_et_al: str | None = None
    delimiter_precedes_last: str | None = None
    et_al_min: int | None = None
    et_al_use_first: int | None = None
    et_al_use_last: bool | None = None
    et_al_subsequent_min: int | None = None
    et_al_subsequent_use_first: int | None = None
    form: str | None = None
    initialize: bool | None = None
    initialize_with: str | None = None
    name_as_sort_order: str | None = None
    sort_separator: str | None = None
    names_delimiter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameNode:
    """`<name>` with its `<name-part>` elements."""

    options: NameOptions = NameOptions()
    dress: Dress = Dress()
    family: Dress = Dress()
    given: Dress = Dress()


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """CSL-M's `<institution>`: which of an institution's names are written, and what each wears.

    With `long-short` both stand where a document names the institution first, from then on the short one alone.
    """

    parts: str = "long"
    long: Dress = Dress()
    short: Dress = Dress()


@dataclass(frozen=True, slots=True, kw_only=True)
class EtAl:
    """`<et-al>`."""

    term: str = "et-al"
    formatting: Formatting | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """`<names>`; the label stands before or after the names; a substitute inherits what it leaves out."""

    variables: tuple[str, ...]
    name: NameNode
    et_al: EtAl
    label: Label | None
    label_first: bool
    substitute: tuple[Element, ...]
    delimiter: str | None
    dress: Dress
    institution: Institution | None = None
    """Where CSL-M's `<institution>` stands, one-piece names do not take the looks of family names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """`<group>`."""

    children: tuple[Element, ...]
    delimiter: str
    dress: Dress


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """One word of one condition attribute: `("type", "book")`."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """`<if>`, `<else-if>` or `<else>` (no tests, match all)."""

    match: str
    tests: tuple[Test, ...]
    children: tuple[Element, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """`<choose>`."""

    branches: tuple[Branch, ...]


Element: TypeAlias = (
    TextVariable | TextMacro | TextTerm | TextValue | Number | Label | DateNode | Names | Group | Choose
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """`<layout>`; `locales` are the language tags it is for (CSL-M), none for the default one."""

    children: tuple[Element, ...]
    delimiter: str
    dress: Dress
    locales: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SortKey:
    """`<key>`: a variable or a macro."""

    variable: str
    macro: str
    descending: bool
    options: NameOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Disambiguation:
    """How cites that look the same are told apart."""

    add_names: bool = False
    add_givenname: bool = False
    add_year_suffix: bool = False
    givenname_rule: str = "by-cite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Collapse:
    """How cites of a cluster are drawn together; delimiters of None are not set."""

    method: str = ""
    group_delimiter: str | None = None
    year_suffix_delimiter: str | None = None
    after_delimiter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`<citation>` or `<bibliography>`: layouts (the default one first), sort keys and options."""

    layouts: tuple[Layout, ...]
    keys: tuple[SortKey, ...]
    names: NameOptions
    disambiguation: Disambiguation = Disambiguation()
    collapse: Collapse = Collapse()
    near_note_distance: int = 5
    hanging_indent: bool = False
    second_field_align: str = ""
    line_spacing: int = 1
    entry_spacing: int = 1
    author_substitute: str | None = None
    author_substitute_rule: str = "complete-all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term in one form."""

    single: str
    multiple: str
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal:
    """One `ordinal` or `ordinal-NN` term: the number it ends, how exactly, for which gender."""

    number: int | None
    match: str
    gender: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleNode:
    """`<locale>`, of a style or a locale file; `language` "" is for every language."""

    language: str
    terms: Mapping[tuple[str, str], Term]
    ordinals: tuple[Ordinal, ...]
    dates: Mapping[str, DateNode]
    options: Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A whole style, ready to be compiled."""

    title: str
    id: str
    summary: str
    default_locale: str
    citation_format: str
    categories: tuple[str, ...]
    style_class: str
    macros: Mapping[str, tuple[Element, ...]]
    citation: Section
    bibliography: Section | None
    intext: Section | None = None
    """CSL-M's `<intext>`: how names in the sentence are written; without it as the citation writes them."""
    locales: tuple[LocaleNode, ...] = ()
    names: NameOptions = field(default_factory=NameOptions)
    page_range_format: str = ""
    demote_non_dropping_particle: str = "display-and-sort"
    initialize_with_hyphen: bool = True
    default_locale_sort: str = ""

    @property
    def has_bibliography(self) -> bool:
        """Whether the style makes a reference list at all."""
        return self.bibliography is not None
