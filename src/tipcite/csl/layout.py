"""A compiled section: one compiled layout for each language that its items need, made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tipcite.csl.closures import Closure, prints_nothing
from tipcite.csl.compile import Compiler
from tipcite.csl.conventions import USUAL, Conventions
from tipcite.csl.locale import LoadLocale, Locale, build_locale, locale_tag
from tipcite.csl.nodes import Dress, Element, Layout, NameOptions, Section, SortKey, Style, TextMacro
from tipcite.csl.shape import MOST_SHAPES, Shape
from tipcite.csl.situation import Record, Situation
from tipcite.csl.slips import last_date
from tipcite.csl.tree import Tree, Wrap, sequence


class Shaped:
    """Elements in one language, compiled for each shape of items when the first of that shape comes."""

    def __init__(self, compiler: Compiler, elements: tuple[Element, ...], *, cited: bool) -> None:
        self._compiler = compiler
        self._cited = cited
        self._elements = elements
        self._compiled: dict[tuple[str, frozenset[str]], tuple[Closure, ...]] = {}
        self._general: tuple[Closure, ...] | None = None

    def parts(self, record: Record) -> tuple[Closure, ...]:
        """Return the elements as closures for a record."""
        shape = (record.type, record.present)
        parts = self._compiled.get(shape)
        if parts is None:
            if len(self._compiled) >= MOST_SHAPES:
                return self._unshaped()
            compiler = self._compiler.shaped(Shape(*shape, self._cited))
            parts = tuple(compiler.element(element) for element in self._elements)
            # What prints nothing for this shape need not be called at all.
            parts = self._compiled[shape] = () if all(map(prints_nothing, parts)) else parts
        return parts

    def _unshaped(self) -> tuple[Closure, ...]:
        if self._general is None:
            self._general = tuple(self._compiler.element(element) for element in self._elements)
        return self._general

    def render(self, situation: Situation) -> Tree:
        """Render one item."""
        return sequence([part(situation) for part in self.parts(situation.record)])


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledLayout:
    """A layout in one language; its own affixes are in `wrap`."""

    body: Shaped
    wrap: Wrap
    delimiter: str
    locale: Locale
    punctuation_in_quote: bool
    """Whether stops go inside a closing quotation mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledKey:
    """A sort key: the variable it takes as it is, or the macro that renders it."""

    variable: str
    body: Shaped | None
    descending: bool
    demotion: str
    """What the style says of non-dropping particles: they weigh nothing when demoted."""


class Locales:
    """The languages of one style, each built when first asked for."""

    def __init__(self, style: Style, load: LoadLocale) -> None:
        self._style = style
        self._load = load
        self._built: dict[str, Locale] = {}

    def get(self, language: str) -> Locale:
        """Return a language with the style's own terms in it."""
        tag = locale_tag(language)
        locale = self._built.get(tag)
        if locale is None:
            locale = self._built[tag] = build_locale(tag, self._style.locales, self._load)
        return locale


class CompiledSection:
    """`<citation>` or `<bibliography>`, ready to render; chooses the layout by an item's language."""

    def __init__(
        self, style: Style, section: Section, locales: Locales, language: str, conventions: Conventions = USUAL
    ) -> None:
        self.section = section
        self._style = style
        self._conventions = conventions
        self._locales = locales
        self._language = language
        self._compiled: dict[tuple[int, str], CompiledLayout] = {}
        self._chosen: dict[str, CompiledLayout] = {}
        # Keys of all items are rendered in one language, else they could not be compared.
        sorting = locales.get(language)
        self.keys = tuple(self._key(key, sorting) for key in section.keys)

    def layout(self, language: str) -> CompiledLayout:
        """Return the layout for items of a language: its exact tag, then the language alone, then the default.

        A layout for several languages speaks the first that it names.
        """
        chosen = self._chosen.get(language)
        if chosen is None:
            chosen = self._chosen[language] = self._choose(language)
        return chosen

    def _choose(self, language: str) -> CompiledLayout:
        number = choose_layout(self.section, language, self._conventions, self._language)
        layout = self.section.layouts[number]
        return self._compile(number, layout, layout.locales[0] if layout.locales else self._language)

    def _compile(self, number: int, layout: Layout, language: str) -> CompiledLayout:
        locale = self._locales.get(language)
        compiled = self._compiled.get((number, locale.language))
        if compiled is None:
            compiler = self._compiler(locale)
            marks = locale if self._conventions.own_marks else self._locales.get(self._language)
            compiled = CompiledLayout(
                body=Shaped(compiler, layout.children, cited=self.section is self._style.citation),
                wrap=self._wrap(compiler, layout),
                delimiter=layout.delimiter,
                locale=locale,
                punctuation_in_quote=marks.options.get("punctuation-in-quote", False),
            )
            self._compiled[number, locale.language] = compiled
        return compiled

    def _wrap(self, compiler: Compiler, layout: Layout) -> Wrap:
        wrap = replace(compiler.wrap(layout.dress) or Wrap(), affixes_inside=True)
        if self._conventions.one_layout:
            return wrap
        return replace(wrap, prefix=self.section.layouts[0].dress.prefix)

    def _compiler(self, locale: Locale, sort_options: NameOptions | None = None) -> Compiler:
        default = self._locales.get(self._language)
        source = locale if self._conventions.own_marks else default
        return Compiler(
            self._style,
            self.section,
            locale,
            sort_options=sort_options,
            conventions=self._conventions,
            range_delimiter=source.term("page-range-delimiter") or "–",
            default_quotes=default.quotes,
            date_ranges=self._date_ranges(default, locale),
            speaking=lambda language: self._compiler(self._locales.get(language), sort_options),
        )

    def _date_ranges(self, default: Locale, own: Locale) -> Locale | None:
        """Return the language of date ranges when it is not the layout's: that in which a date is sorted first."""
        if self._conventions.own_marks:
            return None
        sections = (self._style.citation, self._style.bibliography)
        keys = [key for section in sections if section is not None for key in section.keys if key.macro]
        if any(last_date(self._style, self._style.macros[key.macro]) for key in keys):
            return default
        chosen = choose_layout(self._style.citation, own.language, self._conventions, self._language)
        layout = self._style.citation.layouts[chosen]
        if not last_date(self._style, layout.children):
            return None
        return self._locales.get(layout.locales[0]) if layout.locales else default

    def _key(self, key: SortKey, locale: Locale) -> CompiledKey:
        body = None
        if key.macro:
            call = TextMacro(macro=key.macro, dress=Dress())
            body = Shaped(self._compiler(locale, key.options), (call,), cited=False)
        return CompiledKey(
            variable=key.variable,
            body=body,
            descending=key.descending,
            demotion=self._style.demote_non_dropping_particle,
        )


def choose_layout(section: Section, language: str, conventions: Conventions, default: str) -> int:
    """Return the number of the layout for a language; 0 is that of the layout without a locale."""
    tag = language.lower()
    if not tag or (not conventions.named_layout and locale_tag(language) == locale_tag(default)):
        return 0
    base = tag.split("-", maxsplit=1)[0]
    steps: tuple[Callable[[str], bool], ...] = (
        lambda own: own == tag,
        lambda own: own in (base, locale_tag(language).lower()),
        lambda own: own.split("-", maxsplit=1)[0] == base,
    )
    for matches in steps:
        for number, layout in enumerate(section.layouts):
            if any(matches(own.lower()) for own in layout.locales):
                return number
    return 0
