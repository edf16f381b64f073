"""A compiled section: one compiled layout for each language that its items need, made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tipcite.csl.compile import Closure, Compiler
from tipcite.csl.locale import LoadLocale, Locale, build_locale, locale_tag
from tipcite.csl.nodes import Layout, Section, SortKey, Style
from tipcite.csl.situation import Situation
from tipcite.csl.tree import Tree, Wrap, sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledLayout:
    """A layout in one language."""

    parts: tuple[Closure, ...]
    wrap: Wrap
    delimiter: str
    locale: Locale

    def render(self, situation: Situation) -> Tree:
        """Render one item, the layout's own affixes left out."""
        return sequence([part(situation) for part in self.parts])

    @property
    def punctuation_in_quote(self) -> bool:
        """Whether stops go inside a closing quotation mark."""
        return self.locale.options.get("punctuation-in-quote", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledKey:
    """A sort key: the variable it takes as it is, or the macro that renders it."""

    variable: str
    render: Closure | None
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

    def __init__(self, style: Style, section: Section, locales: Locales, language: str) -> None:
        self.section = section
        self._style = style
        self._locales = locales
        self._language = language
        self._compiled: dict[tuple[int, str], CompiledLayout] = {}
        self._chosen: dict[str, CompiledLayout] = {}
        # Keys of all items are rendered in one language, else they could not be compared.
        sorting = locales.get(style.default_locale_sort or language)
        self.keys = tuple(self._key(key, sorting) for key in section.keys)

    def layout(self, language: str) -> CompiledLayout:
        """Return the layout for items of a language: its exact tag, then the language alone, then the default."""
        chosen = self._chosen.get(language)
        if chosen is None:
            chosen = self._chosen[language] = self._choose(language)
        return chosen

    def _choose(self, language: str) -> CompiledLayout:
        tag = language.lower()
        base = tag.split("-", maxsplit=1)[0]
        steps: tuple[Callable[[str], bool], ...] = (
            lambda own: own == tag,
            lambda own: own in (base, locale_tag(language).lower()),
            lambda own: own.split("-", maxsplit=1)[0] == base,
        )
        for matches in steps if tag else ():
            for number, layout in enumerate(self.section.layouts):
                own = next((own for own in layout.locales if matches(own.lower())), None)
                if own is not None:
                    return self._compile(number, layout, own)
        return self._compile(0, self.section.layouts[0], self._language)

    def _compile(self, number: int, layout: Layout, language: str) -> CompiledLayout:
        locale = self._locales.get(language)
        compiled = self._compiled.get((number, locale.language))
        if compiled is None:
            compiler = Compiler(self._style, self.section, locale)
            compiled = CompiledLayout(
                parts=tuple(compiler.element(child) for child in layout.children),
                wrap=replace(compiler.wrap(layout.dress) or Wrap(), affixes_inside=True),
                delimiter=layout.delimiter,
                locale=locale,
            )
            self._compiled[number, locale.language] = compiled
        return compiled

    def _key(self, key: SortKey, locale: Locale) -> CompiledKey:
        render = None
        if key.macro:
            compiler = Compiler(self._style, self.section, locale, sort_options=key.options)
            render = compiler.macro(key.macro)
        return CompiledKey(
            variable=key.variable,
            render=render,
            descending=key.descending,
            demotion=self._style.demote_non_dropping_particle,
        )
