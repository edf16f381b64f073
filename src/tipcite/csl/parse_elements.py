"""XML of rendering elements → nodes: text, number, label, date, names, group, choose."""

from __future__ import annotations

from collections.abc import Iterator
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
)

_FORMS: Final = {
    "term": frozenset("long short verb verb-short symbol static".split()),
    "number": frozenset("numeric ordinal long-ordinal roman".split()),
    "plural": frozenset("contextual always never".split()),
    "date": frozenset("text numeric".split()),
    "year": frozenset("long short".split()),
    "month": frozenset("long short numeric numeric-leading-zeros".split()),
    "day": frozenset("numeric numeric-leading-zeros ordinal".split()),
    "name": frozenset("long short count".split()),
}


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


def dress(markup: Markup) -> Dress:
    """Parse formatting, affixes and whatever else an element wears."""
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
    form = markup.get("name-form") if prefix else _form(markup, "name", "")
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
    form = _form(markup, "date", "")
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
    if name not in ("year", "month", "day"):
        markup.fail(f"name={name!r} is none of day, month, year")
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
                variable=markup.required("variable"),
                form=_form(markup, "number", "numeric"),
                dress=dress(markup),
            )
        case "label":
            markup.required("variable")
            return _label(markup)
        case "date":
            markup.required("variable")
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
            return Choose(branches=tuple(_branch(child, outer) for child in markup))
        case _:
            return markup.fail("this element can't stand here")


def _text(markup: Markup) -> Element:
    kinds = [kind for kind in ("variable", "macro", "term", "value") if kind in markup.attributes]
    if len(kinds) != 1:
        markup.fail("it needs exactly one of variable, macro, term, value")
    worn = dress(markup)
    match kinds[0]:
        case "variable":
            short = markup.get("form") == "short"
            return TextVariable(variable=markup.get("variable"), short=short, dress=worn)
        case "macro":
            return TextMacro(macro=markup.get("macro"), dress=worn)
        case "term":
            form = _form(markup, "term", "long")
            return TextTerm(term=markup.get("term"), form=form, plural=markup.flag("plural"), dress=worn)
        case _:
            return TextValue(value=markup.get("value"), dress=worn)


def _label(markup: Markup) -> Label:
    plural = markup.get("plural", "contextual")
    if plural not in _FORMS["plural"]:
        markup.fail(f"plural={plural!r} is none of always, contextual, never")
    return Label(
        variable=markup.get("variable"),
        form=_form(markup, "term", "long"),
        plural=plural,
        dress=dress(markup),
    )


def _names(markup: Markup, outer: Names | None) -> Names:
    """Parse `<names>`; in a substitute, one without children takes those of the names it stands for."""
    parts = list(markup)
    base = Names(
        variables=tuple(markup.required("variable").split()),
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
                first = "name" in order and order.index("label") < order.index("name")
                base = replace(base, label=_label(part), label_first=first)
            case "institution":
                base = replace(base, institution=True)
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
        part.check()
        if part.name != "name-part" or part.get("name") not in ("family", "given"):
            part.fail("only <name-part name='family'> and 'given' stand in <name>")
        worn = dress(part)
        is_family = part.get("name") == "family"
        node = replace(node, family=worn) if is_family else replace(node, given=worn)
    return node


def _branch(markup: Markup, outer: Names | None) -> Branch:
    if markup.name not in ("if", "else-if", "else"):
        markup.fail("only <if>, <else-if> and <else> stand in <choose>")
    markup.check()
    tests = tuple(
        Test(kind=kind, value=value)
        for kind, values in markup.attributes.items()
        if kind != "match"
        for value in values.split()
    )
    for test in tests:
        if test.kind == "position" and test.value not in taxonomy.POSITIONS:
            markup.fail(f"position={test.value!r} is none of {', '.join(sorted(taxonomy.POSITIONS))}")
    if markup.name != "else" and not tests:
        markup.fail("a condition needs something to test")
    return Branch(
        match=markup.get("match", "all"),
        tests=tests,
        children=tuple(_element(child, outer) for child in markup),
    )


def _form(markup: Markup, kind: str, default: str) -> str:
    form = markup.get("form", default)
    if form and form not in _FORMS[kind]:
        markup.fail(f"form={form!r} is none of {', '.join(sorted(_FORMS[kind]))}")
    return form


def _flag(markup: Markup, attribute: str) -> bool | None:
    return markup.flag(attribute) if attribute in markup.attributes else None


def _formatting(markup: Markup) -> Formatting | None:
    formatting = Formatting(
        font_style=markup.get("font-style"),
        font_variant=markup.get("font-variant"),
        font_weight=markup.get("font-weight"),
        text_decoration=markup.get("text-decoration"),
        vertical_align=markup.get("vertical-align"),
    )
    return formatting if formatting != Formatting() else None
