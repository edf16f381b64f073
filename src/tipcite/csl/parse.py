"""XML of a style → nodes. Every element and attribute is checked; what is not supported is refused."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Set
from typing import Final, TypeAlias

from tipcite.csl import taxonomy
from tipcite.csl.locale import parse_locale
from tipcite.csl.markup import Markup, read_markup
from tipcite.csl.nodes import (
    Collapse,
    Disambiguation,
    Element,
    Layout,
    LocaleNode,
    Section,
    SortKey,
    Style,
    TextMacro,
)
from tipcite.csl.parse_elements import check_made, children, depth, dress, name_options, walk

LoadParent = Callable[[str], bytes | str]
Macros: TypeAlias = Mapping[str, tuple[Element, ...]]
_MAX_PARENTS: Final = 3
_DEEPEST: Final = 150
"""How many elements may stand in one another, those of called macros counted; official styles come to 72."""
_TOO_DEEP: Final = f"more than {_DEEPEST} elements stand in one another, those of called macros counted"
_PARTS: Final = frozenset("info locale macro citation bibliography intext".split())


def parse_style(xml: bytes | str, *, load_parent: LoadParent | None = None, lenient: bool = False) -> Style:
    """Parse a style; a dependent one takes its parent's templates, found through `load_parent`.

    With `lenient` a call of a macro that does not exist prints nothing.

    Raises:
        StyleError: the style is faulty or uses something that is not supported.
    """
    root = read_markup(xml, root="style")
    own = root
    for _ in range(_MAX_PARENTS):
        parent = _parent(root)
        if not parent or root.child("citation") is not None:
            break
        if load_parent is None:
            root.fail(f"it depends on the style {parent!r}, and nothing was given to load that")
        root = read_markup(load_parent(parent), root="style")
    if own is not root:
        _check_dependent(own)
    return _style(root, own, lenient=lenient)


def _check_dependent(markup: Markup) -> None:
    """Refuse templates beside those of the parent: they would be lost."""
    markup.check()
    for part in markup:
        if part.name != "info":
            part.fail("only <info> stands in a style that depends on another; make it independent, or remove this")


def _parent(root: Markup) -> str:
    info = root.child("info")
    for link in info or ():
        if link.name == "link" and link.get("rel") == "independent-parent":
            return link.get("href")
    return ""


def _style(root: Markup, own: Markup, *, lenient: bool) -> Style:
    root.check()
    root.once("info", "citation", "bibliography", "intext")
    parts = list(root)
    info = own.child("info")
    categories = [child for child in info or () if child.name == "category"]
    citation, bibliography, intext = root.child("citation"), root.child("bibliography"), root.child("intext")
    if citation is None:
        root.fail("there is no <citation>")
    macros = _macros(parts, lenient=lenient)
    style = Style(
        title=_info(info, "title"),
        id=_info(info, "id"),
        summary=_info(info, "summary"),
        default_locale=own.get("default-locale") or root.get("default-locale"),
        citation_format=next((c.get("citation-format") for c in categories if c.get("citation-format")), ""),
        categories=tuple(c.get("field") for c in categories if c.get("field")),
        style_class=root.get("class", "in-text"),
        macros=macros,
        citation=_section(citation),
        bibliography=_section(bibliography) if bibliography is not None else None,
        intext=_section(intext) if intext is not None else None,
        locales=tuple(_locale(part) for part in parts if part.name == "locale"),
        names=name_options(root, prefix="name-"),
        page_range_format=root.get("page-range-format"),
        demote_non_dropping_particle=root.get("demote-non-dropping-particle", "display-and-sort"),
        initialize_with_hyphen=root.flag("initialize-with-hyphen", default=True),
        default_locale_sort=root.get("default-locale-sort"),
    )
    _check_parts(parts, style)
    return style


def _info(info: Markup | None, name: str) -> str:
    child = info.child(name) if info is not None else None
    return child.text.strip() if child is not None else ""


def _macros(parts: list[Markup], *, lenient: bool) -> dict[str, tuple[Element, ...]]:
    macros: dict[str, tuple[Element, ...]] = {}
    for part in parts:
        if part.name != "macro":
            continue
        part.check()
        name = part.required("name")
        if name in macros:
            part.fail(f"this is the second macro {name!r}; give one of them another name")
        macros[name] = children(part)
    called = {name for part in parts for name in part.words("macro", "text")} if lenient else set()
    return {**dict.fromkeys(called, ()), **macros}


def _locale(markup: Markup) -> LocaleNode:
    markup.check_all()
    for part in markup:
        if part.name == "date":
            part.required("form")
            if part.child("date-part") is None:
                part.fail("a date of a locale needs <date-part>")
    return parse_locale(markup)


def _section(markup: Markup) -> Section:
    markup.check()
    markup.once("sort")
    for part in markup:
        if part.name not in ("layout", "sort"):
            part.fail(f"this element is not supported in <{markup.name}>")
    layouts = _layouts(markup)
    if not layouts:
        markup.fail("there is no <layout>")
    sort = markup.child("sort")
    if sort is not None:
        sort.check()
    return Section(
        # The layout without a locale is the default; a style that has none takes its first one.
        layouts=tuple(sorted(layouts, key=lambda layout: bool(layout.locales))),
        keys=tuple(_key(part) for part in sort or ()),
        names=name_options(markup, prefix="name-"),
        disambiguation=Disambiguation(
            add_names=markup.flag("disambiguate-add-names"),
            add_givenname=markup.flag("disambiguate-add-givenname"),
            add_year_suffix=markup.flag("disambiguate-add-year-suffix"),
            givenname_rule=markup.get("givenname-disambiguation-rule", "by-cite"),
        ),
        collapse=_collapse(markup),
        near_note_distance=5 if (near := markup.number("near-note-distance")) is None else near,
        hanging_indent=markup.flag("hanging-indent"),
        second_field_align=markup.get("second-field-align"),
        line_spacing=markup.number("line-spacing") or 1,
        entry_spacing=1 if (spacing := markup.number("entry-spacing")) is None else spacing,
        author_substitute=markup.attributes.get("subsequent-author-substitute"),
        author_substitute_rule=markup.get("subsequent-author-substitute-rule", "complete-all"),
    )


def _collapse(markup: Markup) -> Collapse:
    return Collapse(
        method=markup.get("collapse"),
        group_delimiter=markup.attributes.get("cite-group-delimiter"),
        year_suffix_delimiter=markup.attributes.get("year-suffix-delimiter"),
        after_delimiter=markup.attributes.get("after-collapse-delimiter"),
    )


def _layouts(markup: Markup) -> list[Layout]:
    layouts: list[Layout] = []
    taken: set[str] = set()
    for part in markup:
        if part.name != "layout":
            continue
        layout = _layout(part)
        for tag in layout.locales or ("",):
            if tag in taken:
                part.fail(f"this is the second <layout> for {f'the language {tag!r}' if tag else 'every language'}")
            taken.add(tag)
        layouts.append(layout)
    return layouts


def _layout(markup: Markup) -> Layout:
    markup.check()
    return Layout(
        children=children(markup),
        delimiter=markup.get("delimiter"),
        dress=dress(markup),
        locales=tuple(markup.get("locale").split()),
    )


def _key(markup: Markup) -> SortKey:
    if markup.name != "key":
        markup.fail("only a sort key, <key>, stands in <sort>")
    markup.check()
    if ("variable" in markup.attributes) == ("macro" in markup.attributes):
        markup.fail("a sort key needs either 'variable' or 'macro'")
    check_made(markup, "variable", markup.get("variable"))
    return SortKey(
        variable=markup.get("variable"),
        macro=markup.get("macro"),
        descending=markup.get("sort") == "descending",
        options=name_options(markup, prefix="names-"),
    )


def _check_parts(parts: list[Markup], style: Style) -> None:
    """Refuse parts that are not known, calls of macros and terms that do not exist, and macros that never end."""
    own = {name.partition(":")[0] for locale in style.locales for name, _ in locale.terms}
    terms = own | taxonomy.TERMS
    for part in parts:
        if part.name not in _PARTS:
            part.check()
            part.fail("this element can't stand in <style>")
        if part.name not in ("info", "locale"):
            _check_words(part, style.macros, terms)
    _check_depth(parts, style)


def _check_words(part: Markup, macros: Container[str], terms: Set[str]) -> None:
    for macro, markup in part.words("macro", "text", "key").items():
        if macro not in macros:
            markup.fail(f"it calls the macro {macro!r}, which does not exist")
    for term, markup in part.words("term", "text", "et-al").items():
        if term not in terms:
            markup.fail(f"term={term!r} is no term of CSL; define it in the style's own <locale>")
    for variable, markup in part.words("variable", "label").items():
        if variable not in taxonomy.NUMBERS and variable not in terms - taxonomy.NAMES:
            markup.fail(f"variable={variable!r} is no number, and there is no term for it")


def _check_depth(parts: list[Markup], style: Style) -> None:
    """Refuse macros that call themselves, and elements that stand too deep in others to be rendered."""
    heights: dict[str, int] = {}
    for part in sorted(parts, key=lambda part: part.name != "macro"):
        if part.name == "macro":
            _measure(part.get("name"), style.macros, part, heights)
        elif part.name in ("citation", "bibliography"):
            section = style.citation if part.name == "citation" else style.bibliography
            if section and any(depth(layout.children, heights) > _DEEPEST for layout in section.layouts):
                part.fail(_TOO_DEEP)


def _measure(name: str, macros: Macros, part: Markup, heights: dict[str, int], path: tuple[str, ...] = ()) -> None:
    """Refuse a macro that ends in itself, or whose elements, those of called macros counted, stand too deep."""
    if name in path:
        part.fail(f"a macro calls itself: {' → '.join((*path, name))}")
    path = (*path, name)
    for element in walk(macros[name]):
        if isinstance(element, TextMacro) and element.macro not in heights and len(path) <= _DEEPEST:
            _measure(element.macro, macros, part, heights, path)
    heights[name] = 1 + depth(macros[name], heights)
    if heights[name] > _DEEPEST:
        part.fail(_TOO_DEEP)
