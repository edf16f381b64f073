"""The words of one language: terms, ordinals, date forms and options, with CSL's fallbacks.

Order of fallback (CSL 1.0.2, "Locale Fallback"): the style's own `<locale>` for the dialect, for the
language, for every language; then the locale files of the dialect, of the language's main dialect, en-US.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from tipcite.csl.markup import Markup, read_markup
from tipcite.csl.nodes import DateNode, LocaleNode, Ordinal, Term
from tipcite.csl.parse_elements import date
from tipcite.errors import StyleError

LoadLocale = Callable[[str], bytes | str]

_MAIN_DIALECTS: Final = dict(
    pair.split(":")
    for pair in """af:af-ZA bg:bg-BG ca:ca-AD cs:cs-CZ cy:cy-GB da:da-DK de:de-DE el:el-GR en:en-US es:es-ES
    et:et-EE fa:fa-IR fi:fi-FI fr:fr-FR gl:gl-ES he:he-IL hi:hi-IN hr:hr-HR hu:hu-HU hy:hy-AM id:id-ID is:is-IS
    it:it-IT ja:ja-JP km:km-KH ko:ko-KR lt:lt-LT lv:lv-LV mn:mn-MN ms:ms-MY nb:nb-NO nl:nl-NL nn:nn-NO no:nb-NO
    pl:pl-PL pt:pt-PT ro:ro-RO ru:ru-RU sk:sk-SK sl:sl-SI sr:sr-Cyrl-RS sv:sv-SE th:th-TH tl:tl-PH tr:tr-TR
    uk:uk-UA vi:vi-VN zh:zh-CN""".split()
)
_SCRIPTS: Final = {"hant": "zh-TW", "hans": "zh-CN"}
_TRADITIONAL: Final = frozenset({"zh-HK", "zh-MO"})
_FORM_FALLBACK: Final = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """The quotation marks of a language, and those that it is read by in fields."""

    open: str = "“"
    close: str = "”"
    open_inner: str = "‘"
    close_inner: str = "’"
    foreign: tuple[tuple[str, str], ...] = ()
    """Marks of another language that count as marks in fields too."""

    def pairs(self) -> dict[str, str]:
        """Return the marks that open a quotation in a field, each with the one that closes it."""
        own = ((self.open, self.close), (self.open_inner, self.close_inner))
        both = ((first.strip(), last.strip()) for first, last in (*self.foreign, *own))
        return {"'": "'", '"': '"'} | {first: last for first, last in both if len(first) == len(last) == 1}

    def reading(self, other: Quotes) -> Quotes:
        """Return the same marks, those of another language read as well."""
        return replace(self, foreign=tuple(other.pairs().items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """Everything that is said in one language, complete after all fallbacks."""

    language: str
    terms: Mapping[tuple[str, str], Term]
    ordinals: tuple[Ordinal, ...]
    dates: Mapping[str, DateNode]
    options: Mapping[str, bool]
    quotes: Quotes

    def find(self, name: str, form: str = "long") -> Term | None:
        """Return a term in a form or in what stands for that form."""
        while True:
            term = self.terms.get((name, form))
            if term is not None or form not in _FORM_FALLBACK:
                return term
            form = _FORM_FALLBACK[form]

    def term(self, name: str, form: str = "long", *, plural: bool = False) -> str:
        """Return a term's text, "" when the language has none."""
        term = self.find(name, form)
        if term is None:
            return ""
        return term.multiple if plural else term.single

    @property
    def is_english(self) -> bool:
        """Whether the language is English: the only one with title case."""
        return self.language.lower().startswith("en")


def parse_locale(markup: Markup) -> LocaleNode:
    """Parse `<locale>`.

    Raises:
        StyleError: it is faulty.
    """
    terms: dict[tuple[str, str], Term] = {}
    ordinals: list[Ordinal] = []
    dates: dict[str, DateNode] = {}
    options: dict[str, bool] = {}
    for part in markup:
        if part.name == "terms":
            for term in part:
                _read_term(term, terms, ordinals)
        elif part.name == "date":
            parsed = date(part)
            dates[parsed.form] = parsed
        elif part.name == "style-options":
            options |= {name: value == "true" for name, value in part.attributes.items()}
    return LocaleNode(language=markup.language, terms=terms, ordinals=tuple(ordinals), dates=dates, options=options)


def build_locale(language: str, own: Iterable[LocaleNode], load: LoadLocale) -> Locale:
    """Put a language together from the style's own locales and the files that `load` returns.

    `load` raises LookupError or OSError for a language that it has no file for.

    Raises:
        StyleError: there is not even a file for en-US.
    """
    tag = locale_tag(language)
    files = _file_layers(tag, load)
    if not files:
        raise StyleError(f"there is no locale file for {tag!r}, nor for 'en-US'; give the engine a folder of them")
    layers = [*_own_layers(tag, tuple(own)), *files]
    terms: dict[tuple[str, str], Term] = {}
    dates: dict[str, DateNode] = {}
    options: dict[str, bool] = {}
    for layer in reversed(layers):
        terms.update(layer.terms)
        dates.update(layer.dates)
        options.update(layer.options)
    # Ordinals are taken from one place only: a locale that redefines one redefines them all.
    ordinals = next((layer.ordinals for layer in layers if layer.ordinals), ())
    locale = Locale(language=tag, terms=terms, ordinals=ordinals, dates=dates, options=options, quotes=Quotes())
    quotes = Quotes(
        open=locale.term("open-quote"),
        close=locale.term("close-quote"),
        open_inner=locale.term("open-inner-quote"),
        close_inner=locale.term("close-inner-quote"),
    )
    return Locale(language=tag, terms=terms, ordinals=ordinals, dates=dates, options=options, quotes=quotes)


def locale_tag(language: str) -> str:
    """Return the tag of the locale file for a language: `zh-Hant` → `zh-TW`, `de` → `de-DE`."""
    parts = language.replace("_", "-").split("-")
    base = parts[0].lower()
    if not base:
        return "en-US"
    if base == "zh" and len(parts) > 1 and parts[1].lower() in _SCRIPTS:
        return _SCRIPTS[parts[1].lower()]
    regions = [part.upper() for part in parts[1:] if len(part) == 2]
    if not regions:
        return _MAIN_DIALECTS.get(base, base)
    return f"{base}-{regions[0]}"


def _own_layers(tag: str, own: tuple[LocaleNode, ...]) -> list[LocaleNode]:
    """Return the style's locales that apply, the most special first."""
    base = tag.split("-", maxsplit=1)[0]
    wanted = [tag.lower(), base, ""]
    return [node for want in wanted for node in own if node.language.lower() == want]


def _file_layers(tag: str, load: LoadLocale) -> list[LocaleNode]:
    base = tag.split("-", maxsplit=1)[0]
    main = "zh-TW" if tag in _TRADITIONAL else _MAIN_DIALECTS.get(base, base)
    layers = []
    for name in dict.fromkeys((tag, main, "en-US")):
        try:
            xml = load(name)
        except (LookupError, OSError):
            continue
        layers.append(parse_locale(read_markup(xml, root="locale")))
    return layers


def _read_term(markup: Markup, terms: dict[tuple[str, str], Term], ordinals: list[Ordinal]) -> None:
    name = markup.required("name")
    single, multiple = markup.child("single"), markup.child("multiple")
    text = single.text if single is not None else markup.text
    if name == "ordinal" or (name.startswith("ordinal-") and name[8:].isdecimal()):
        number = int(name[8:]) if name != "ordinal" else None
        match = markup.attributes.get("match") or (
            "last-digit" if number is not None and number < 10 else "last-two-digits"
        )
        ordinals.append(Ordinal(number=number, match=match, gender=markup.attributes.get("gender-form", ""), text=text))
        return
    if not name.endswith("quote"):
        text = text.replace("'", "’")
    form = markup.attributes.get("form", "long")
    gendered = markup.attributes.get("gender-form", "")
    terms[f"{name}:{gendered}" if gendered else name, form] = Term(
        single=text,
        multiple=multiple.text.replace("'", "’") if multiple is not None else text,
        gender=markup.attributes.get("gender", ""),
    )
