"""XML of a style → nodes. Every element and attribute is checked; what is not supported is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from tipcite.csl.locale import parse_locale
from tipcite.csl.markup import Markup, read_markup
from tipcite.csl.nodes import (
    Collapse,
    Disambiguation,
    Element,
    Layout,
    Section,
    SortKey,
    Style,
    TextMacro,
)
from tipcite.csl.parse_elements import children, dress, name_options, walk
from tipcite.errors import StyleError

LoadParent = Callable[[str], bytes | str]
_MAX_PARENTS: Final = 3


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
    return _style(root, own, lenient=lenient)


def _parent(root: Markup) -> str:
    info = root.child("info")
    for link in info or ():
        if link.name == "link" and link.get("rel") == "independent-parent":
            return link.get("href")
    return ""


def _style(root: Markup, own: Markup, *, lenient: bool) -> Style:
    root.check()
    parts = list(root)
    # CSL-M's <intext> is for names in the sentence; these are taken from the citation's own.
    known = {"info", "locale", "macro", "citation", "bibliography", "intext"}
    for part in parts:
        if part.name not in known:
            part.fail("this element is not supported here; remove it, or report the style")
    info = own.child("info")
    categories = [child for child in info or () if child.name == "category"]
    macros = {part.required("name"): _macro(part) for part in parts if part.name == "macro"}
    citation = next((part for part in parts if part.name == "citation"), None)
    bibliography = next((part for part in parts if part.name == "bibliography"), None)
    if citation is None:
        root.fail("there is no <citation>")
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
        locales=tuple(parse_locale(part) for part in parts if part.name == "locale"),
        names=name_options(root, prefix="name-"),
        page_range_format=root.get("page-range-format"),
        demote_non_dropping_particle=root.get("demote-non-dropping-particle", "display-and-sort"),
        initialize_with_hyphen=root.flag("initialize-with-hyphen", default=True),
        default_locale_sort=root.get("default-locale-sort"),
    )
    if lenient:
        called = {name for elements in _all_elements(style) for name in _called(elements)}
        style = replace(style, macros={**dict.fromkeys(called, ()), **macros})
    _check_calls(style)
    return style


def _info(info: Markup | None, name: str) -> str:
    child = info.child(name) if info is not None else None
    return child.text.strip() if child is not None else ""


def _macro(markup: Markup) -> tuple[Element, ...]:
    markup.check()
    return children(markup)


def _section(markup: Markup) -> Section:
    markup.check()
    layouts = [_layout(part) for part in markup if part.name == "layout"]
    for part in markup:
        if part.name not in ("layout", "sort"):
            part.fail(f"this element is not supported in <{markup.name}>")
    if not layouts:
        markup.fail("there is no <layout>")
    sort = markup.child("sort")
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


def _layout(markup: Markup) -> Layout:
    markup.check()
    return Layout(
        children=children(markup),
        delimiter=markup.get("delimiter"),
        dress=dress(markup),
        locales=tuple(markup.get("locale").split()),
    )


def _key(markup: Markup) -> SortKey:
    markup.check()
    if markup.name != "key" or ("variable" in markup.attributes) == ("macro" in markup.attributes):
        markup.fail("a sort key needs either 'variable' or 'macro'")
    return SortKey(
        variable=markup.get("variable"),
        macro=markup.get("macro"),
        descending=markup.get("sort") == "descending",
        options=name_options(markup, prefix="names-"),
    )


def _all_elements(style: Style) -> Iterator[tuple[Element, ...]]:
    yield from style.macros.values()
    for section in (style.citation, style.bibliography):
        yield from (layout.children for layout in section.layouts) if section else ()


def _check_calls(style: Style) -> None:
    """Refuse calls of macros that do not exist, and macros that end in themselves."""
    calls = {name: _called(elements) for name, elements in style.macros.items()}
    roots = {"citation": _section_calls(style.citation)}
    if style.bibliography is not None:
        roots["bibliography"] = _section_calls(style.bibliography)
    for place, names in {**calls, **roots}.items():
        for name in names:
            if name not in calls:
                raise StyleError(f"style: {place!r} calls the macro {name!r}, which does not exist", element="text")
    done: set[str] = set()
    for name in calls:
        _refuse_circle(name, calls, (), done)


def _refuse_circle(name: str, calls: dict[str, set[str]], path: tuple[str, ...], done: set[str]) -> None:
    if name in path:
        circle = " → ".join((*path, name))
        raise StyleError(f"style: a macro calls itself: {circle}", element="macro")
    if name in done:
        return
    for callee in calls[name]:
        _refuse_circle(callee, calls, (*path, name), done)
    done.add(name)


def _called(elements: tuple[Element, ...]) -> set[str]:
    return {element.macro for element in walk(elements) if isinstance(element, TextMacro)}


def _section_calls(section: Section) -> set[str]:
    called = {key.macro for key in section.keys if key.macro}
    return called.union(*(_called(layout.children) for layout in section.layouts))
