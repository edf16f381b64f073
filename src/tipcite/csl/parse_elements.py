"""XML of rendering elements → nodes: text, number, label, date, names, group, choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from tipcite.csl import taxonomy
from tipcite.csl.markup import Markup
from tipcite.csl.nodes import (
    Branch,
    Choose,
    DateNode,
    DatePart,
    Dress,
    Element,
    EtAl,
    Formatting,
    Group,
    Institution,
    Label,
    NameNode,
    NameOptions,
    Names,
    Number,
    Test,
    TextMacro,
    TextTerm,
    TextValue,
    TextVariable,
    VariantUse,
)
from tipcite.model import VariantKind

_BARE: Final = Dress()
_WORN: Final = taxonomy.DRESS | {"quotes", "strip-periods"}
_NO_TEXTS: Final = taxonomy.NAMES | taxonomy.DATES
_TESTED: Final = {
    "type": taxonomy.TYPES,
    "position": taxonomy.POSITIONS,
    "locator": taxonomy.TESTED_LOCATORS,
    "is-uncertain-date": taxonomy.DATES,
    "has-day": taxonomy.DATES,
    "has-year-only": taxonomy.DATES,
    "has-to-month-or-season": taxonomy.DATES,
}
"""What conditions can ask for; the others take any field of an item."""


def children(markup: Markup) -> tuple[Element, ...]:
    """Parse all rendering elements in `markup`."""
    return tuple(_element(child, None) for child in markup)


def walk(elements: tuple[Element, ...]) -> Iterator[Element]:
    """Go through elements and everything in them, calls of macros not followed."""
    for element in elements:
        yield element
        match element:
            case Group():
                yield from walk(element.children)
            case Choose():
                for branch in element.branches:
                    yield from walk(branch.children)
            case Names():
                yield from walk(element.substitute)
            case _:
                pass


def depth(elements: tuple[Element, ...], heights: Mapping[str, int]) -> int:
    """Return how many elements stand in one another, with the heights of the macros that are called."""
    return max((1 + _depth_within(element, heights) for element in elements), default=0)


def _depth_within(element: Element, heights: Mapping[str, int]) -> int:
    match element:
        case TextMacro():
            return heights.get(element.macro, 0)
        case Group():
            return depth(element.children, heights)
        case Choose():
            return 1 + max((depth(branch.children, heights) for branch in element.branches), default=0)
        case Names():
            return 1 + depth(element.substitute, heights)
        case _:
            return 0


def dress(markup: Markup) -> Dress:
    """Parse formatting, affixes and whatever else an element wears."""
    if _WORN.isdisjoint(markup.attributes):
        return _BARE
    return Dress(
        prefix=markup.get("prefix"),
        suffix=markup.get("suffix"),
        formatting=_formatting(markup),
        display=markup.get("display"),
        text_case=markup.get("text-case"),
        quotes=markup.flag("quotes"),
        strip_periods=markup.flag("strip-periods"),
    )


def name_options(markup: Markup, *, prefix: str = "") -> NameOptions:
    """Parse the inheritable name options; on a section their names carry a prefix, on a sort key another."""
    if prefix == "names-":
        return NameOptions(
            et_al_min=markup.number("names-min"),
            et_al_use_first=markup.number("names-use-first"),
            et_al_use_last=_flag(markup, "names-use-last"),
        )
    form = markup.get(f"{prefix}form")
    return NameOptions(
        and_=markup.get("and") or None,
        delimiter=markup.attributes.get(f"{prefix}delimiter"),
        delimiter_precedes_et_al=markup.get("delimiter-precedes-et-al") or None,
        delimiter_precedes_last=markup.get("delimiter-precedes-last") or None,
        et_al_min=markup.number("et-al-min"),
        et_al_use_first=markup.number("et-al-use-first"),
        et_al_use_last=_flag(markup, "et-al-use-last"),
        et_al_subsequent_min=markup.number("et-al-subsequent-min"),
        et_al_subsequent_use_first=markup.number("et-al-subsequent-use-first"),
        form=form or None,
        initialize=_flag(markup, "initialize"),
        initialize_with=markup.attributes.get("initialize-with"),
        name_as_sort_order=markup.get("name-as-sort-order") or None,
        sort_separator=markup.attributes.get("sort-separator"),
        names_delimiter=markup.attributes.get("names-delimiter") if prefix else None,
    )


def date(markup: Markup) -> DateNode:
    """Parse `<date>`, of a style or a locale."""
    form = markup.get("form")
    parts = []
    for child in markup:
        if child.name != "date-part":
            child.fail("only <date-part> stands in <date>")
        parts.append(_date_part(child))
    if not form and not parts:
        markup.fail("a date needs 'form' or <date-part>")
    return DateNode(
        variable=markup.get("variable"),
        form=form,
        shown=markup.get("date-parts", "year-month-day"),
        parts=tuple(parts),
        delimiter=markup.get("delimiter"),
        dress=dress(markup),
    )


def _date_part(markup: Markup) -> DatePart:
    markup.check()
    name = markup.required("name")
    return DatePart(
        name=name,
        form=_form(markup, name, ""),
        dress=dress(markup),
        range_delimiter=markup.attributes.get("range-delimiter"),
    )


def _element(markup: Markup, outer: Names | None) -> Element:
    markup.check()
    match markup.name:
        case "text":
            return _text(markup)
        case "number":
            return Number(
                variable=_field(markup),
                form=markup.get("form", "numeric"),
                dress=dress(markup),
            )
        case "label":
            markup.required("variable")
            return _label(markup)
        case "date":
            markup.check_word("variable", markup.required("variable"), taxonomy.DATES)
            return date(markup)
        case "names":
            return _names(markup, outer)
        case "group":
            return Group(
                children=tuple(_element(child, outer) for child in markup),
                delimiter=markup.get("delimiter"),
                dress=dress(markup),
            )
        case "choose":
            return _choose(markup, outer)
        case _:
            return markup.fail("this element can't stand here")


def _text(markup: Markup) -> Element:
    kinds = [kind for kind in ("variable", "macro", "term", "value") if kind in markup.attributes]
    if len(kinds) != 1:
        markup.fail("it needs exactly one of variable, macro, term, value")
    worn = dress(markup)
    _check_of_kind(markup, kinds[0])
    match kinds[0]:
        case "variable":
            short = _form(markup, "variable", "long") == "short"
            return TextVariable(variable=_field(markup), short=short, dress=worn)
        case "macro":
            return TextMacro(macro=markup.get("macro"), dress=worn, variants=_variants(markup), locale=_locale(markup))
        case "term":
            form = _form(markup, "term", "long")
            return TextTerm(term=markup.get("term"), form=form, plural=markup.flag("plural"), dress=worn)
        case _:
            return TextValue(value=markup.get("value"), dress=worn)


def _check_of_kind(markup: Markup, kind: str) -> None:
    """Refuse what the other kinds of `<text>` have, and one that names nothing."""
    if kind != "value":
        markup.required(kind)
    for attribute, kinds in (
        ("form", ("variable", "term")),
        ("plural", ("term",)),
        ("variants", ("macro",)),
        ("locale", ("macro",)),
    ):
        if attribute in markup.attributes and kind not in kinds:
            markup.refuse(attribute)


def _variants(markup: Markup) -> tuple[VariantUse, ...]:
    """Read `variants` (tipcite's): kinds in the order in which they are wanted, those in [] printed in brackets."""
    uses = []
    for word in markup.get("variants").split():
        bracketed = word.startswith("[") and word.endswith("]")
        kind = word[1:-1] if bracketed else word
        if kind not in frozenset(VariantKind):
            markup.fail(f"variants={word!r} is no kind of variant; known are {', '.join(VariantKind)}")
        uses.append(VariantUse(kind=VariantKind(kind), bracketed=bracketed))
    return tuple(uses)


def _locale(markup: Markup) -> str:
    """Read `locale` (tipcite's): the language in which a macro is called on an item in other words."""
    locale = markup.get("locale")
    if locale and "variants" not in markup.attributes:
        markup.fail(f"locale={locale!r} goes with variants=…; say which variants the macro is called on, or remove it")
    return locale


def _field(markup: Markup) -> str:
    """Return the field that an element shows as text: CSL's or any other that items carry, no names, no date."""
    variable = markup.required("variable")
    if variable in _NO_TEXTS:
        element = "names" if variable in taxonomy.NAMES else "date"
        markup.fail(f"variable={variable!r} is no text; use <{element}> for it")
    check_made(markup, "variable", variable)
    return variable


def check_made(markup: Markup, attribute: str, variable: str) -> None:
    """Refuse what citeproc-js makes and no item carries.

    Raises:
        StyleError: the variable is of this kind.
    """
    if variable in taxonomy.MADE_BY_OTHERS:
        markup.fail(f"{attribute}={variable!r} is made by citeproc-js and not supported here; remove it")


def _label(markup: Markup) -> Label:
    return Label(
        variable=markup.get("variable"),
        form=markup.get("form", "long"),
        plural=markup.get("plural", "contextual"),
        dress=dress(markup),
    )


def _names(markup: Markup, outer: Names | None) -> Names:
    """Parse `<names>`; in a substitute, one without children takes those of the names it stands for."""
    parts = list(markup)
    markup.once("name", "et-al", "label", "institution", "substitute")
    variables = markup.required("variable").split()
    for variable in variables:
        markup.check_word("variable", variable, taxonomy.NAMES)
    base = Names(
        variables=tuple(variables),
        name=NameNode(),
        et_al=EtAl(),
        label=None,
        label_first=False,
        substitute=(),
        delimiter=markup.attributes.get("delimiter"),
        dress=dress(markup) if outer is None else _worn_over(outer.dress, dress(markup)),
    )
    if not parts and outer is not None:
        return replace(
            base,
            name=outer.name,
            et_al=outer.et_al,
            label=outer.label,
            label_first=outer.label_first,
            institution=outer.institution,
            delimiter=base.delimiter if base.delimiter is not None else outer.delimiter,
        )
    order = [part.name for part in parts]
    for part in parts:
        part.check()
        match part.name:
            case "name":
                base = replace(base, name=_name(part))
            case "et-al":
                base = replace(base, et_al=EtAl(term=part.get("term", "et-al"), formatting=_formatting(part)))
            case "label":
                if "variable" in part.attributes:
                    part.refuse("variable")
                first = "name" in order and order.index("label") < order.index("name")
                base = replace(base, label=_label(part), label_first=first)
            case "institution":
                base = replace(base, institution=_institution(part))
            case "substitute":
                pass
            case _:
                part.fail("this element can't stand in <names>")
    substitute = next((part for part in parts if part.name == "substitute"), ())
    return replace(base, substitute=tuple(_element(child, base) for child in substitute))


def _worn_over(outer: Dress, own: Dress) -> Dress:
    """Return what names in a substitute wear: their own, and what the names wear for which they stand."""
    return Dress(**{name: getattr(own, name) or getattr(outer, name) for name in Dress.__slots__})


def _name(markup: Markup) -> NameNode:
    node = NameNode(options=name_options(markup), dress=dress(markup))
    for part in markup:
        if part.name != "name-part":
            part.fail("only <name-part> stands in <name>")
        part.check()
        worn = dress(part)
        is_family = part.required("name") == "family"
        node = replace(node, family=worn) if is_family else replace(node, given=worn)
    return node


def _institution(markup: Markup) -> Institution:
    node = Institution(parts=markup.get("institution-parts", "long"))
    for part in markup:
        if part.name != "institution-part":
            part.fail("only <institution-part> stands in <institution>")
        part.check()
        worn = dress(part)
        node = replace(node, long=worn) if part.required("name") == "long" else replace(node, short=worn)
    return node


def _choose(markup: Markup, outer: Names | None) -> Choose:
    markup.once("if", "else")
    branches: list[Branch] = []
    for child in markup:
        if branches and not branches[-1].tests:
            child.fail(f"no <{child.name}> stands after <else>; put <else> last")
        branches.append(_branch(child, outer))
    return Choose(branches=tuple(branches))


def _branch(markup: Markup, outer: Names | None) -> Branch:
    if markup.name not in ("if", "else-if", "else"):
        markup.fail("only <if>, <else-if> and <else> stand in <choose>")
    markup.check()
    tests = tuple(
        Test(kind=kind, value=value)
        for kind, values in markup.attributes.items()
        if kind != "match"
        for value in values.replace("sub verbo", "sub-verbo").split()
    )
    for test in tests:
        if test.kind in _TESTED:
            markup.check_word(test.kind, test.value, _TESTED[test.kind])
        elif test.kind != "disambiguate":
            check_made(markup, test.kind, test.value)
    if markup.name != "else" and not tests:
        markup.fail("a condition needs something to test")
    return Branch(
        match=markup.get("match", "all"),
        tests=tests,
        children=tuple(_element(child, outer) for child in markup),
    )


def _form(markup: Markup, kind: str, default: str) -> str:
    form = markup.get("form", default)
    if form:
        markup.check_word("form", form, taxonomy.FORMS[kind])
    return form


def _flag(markup: Markup, attribute: str) -> bool | None:
    return markup.flag(attribute) if attribute in markup.attributes else None


def _formatting(markup: Markup) -> Formatting | None:
    if taxonomy.FORMATTING.isdisjoint(markup.attributes):
        return None
    formatting = Formatting(
        font_style=markup.get("font-style"),
        font_variant=markup.get("font-variant"),
        font_weight=markup.get("font-weight"),
        text_decoration=markup.get("text-decoration"),
        vertical_align=markup.get("vertical-align"),
    )
    return formatting if formatting != Formatting() else None
