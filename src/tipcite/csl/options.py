"""Options of a style: small choices that a style offers in its own file, as pieces of CSL.

Guides that agree on a form differ in details: 等 or 等人, brackets of full or half width. A style says so in
its `<info>`, in a namespace that other processors pass over; the first value is the style as it is written::

    <option xmlns="https://tipcite.org/ns/options" name="et-al" title="after the first author">
      <value name="等人"/>
      <value name="等">
        <locale xmlns="http://purl.org/net/xbiblio/csl" xml:lang="zh">
          <terms><term name="et-al">等</term></terms>
        </locale>
      </value>
    </option>

`accessed="always"` marks the value that prints the day of retrieval wherever there is an address (`dating_options`).

A value may hold `<macro>` (takes the place of the macro of that name), `<locale>` (its terms are added to those of
the style), `<style>`, `<citation>`, `<intext>` and `<bibliography>` (their attributes are set, those of a `<layout>`
in them in all layouts), and, in the options' own namespace, `<replace text="（" by="("/>` (in all affixes, delimiters,
values and terms).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tipcite.csl.markup import CSL, Markup, read_xml
from tipcite.errors import StyleError

NAMESPACE: Final = "{https://tipcite.org/ns/options}"
_WRITTEN: Final = ("prefix", "suffix", "delimiter", "value", "sort-separator", "range-delimiter")


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleOption:
    """One choice that a style offers; the first of its values is what the style does unasked."""

    name: str
    title: str
    values: tuple[str, ...]


def style_options(xml: bytes | str) -> tuple[StyleOption, ...]:
    """Return the options that a style offers, in its order.

    Raises:
        StyleError: it is no CSL.
    """
    return tuple(
        StyleOption(name=_said(option, "name"), title=_said(option, "title"), values=tuple(_values(option)))
        for option in _declared(read_xml(xml, root="style"))
    )


def dating_options(xml: bytes | str) -> dict[str, str]:
    """Return the values to choose, by option, for a list that is to show every day of retrieval; {} where none does.

    Raises:
        StyleError: it is no CSL.
    """
    return {
        _said(option, "name"): name
        for option in _declared(read_xml(xml, root="style"))
        for name, value in _values(option).items()
        if value.get("accessed") == "always"
    }


def with_options(xml: bytes | str, chosen: Mapping[str, str]) -> bytes:
    """Return the style with values chosen: plain CSL, which offers no options any more.

    Raises:
        StyleError: it is no CSL, it has no such option, or the option no such value.
    """
    root = read_xml(xml, root="style", comments=True)
    declared = {_said(option, "name"): option for option in _declared(root)}
    for name in chosen:
        if name not in declared:
            offered = f"it offers {_listed(declared)}" if declared else "it offers none"
            raise StyleError(f"the style has no option {name!r}; {offered}", element="option")
    # In the style's order, replacements last: they reach what other options have brought in.
    values = [_value(option, chosen[name]) for name, option in declared.items() if name in chosen]
    for value in values:
        for part in value.iterchildren(f"{CSL}*"):
            _put(root, part)
    for option in declared.values():
        option.getparent().remove(option)  # type: ignore[union-attr]  # an option stands in <info>
    for value in values:
        for part in value.iterchildren(f"{NAMESPACE}replace"):
            _replace(root, _said(part, "text"), _said(part, "by"))
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _declared(root: etree._Element) -> Iterator[etree._Element]:
    return root.iterfind(f"{CSL}info/{NAMESPACE}option")


def _values(option: etree._Element) -> dict[str, etree._Element]:
    return {_said(value, "name"): value for value in option.iterchildren(f"{NAMESPACE}value")}


def _value(option: etree._Element, name: str) -> etree._Element:
    values = _values(option)
    if name not in values:
        problem = f"option {_said(option, 'name')!r} has no value {name!r}; it takes {_listed(values)}"
        raise StyleError(problem, element="option")
    return values[name]


def _listed(names: Mapping[str, object]) -> str:
    return ", ".join(map(repr, names))


def _said(element: etree._Element, attribute: str) -> str:
    value = element.get(attribute)
    if value is None:
        tag = etree.QName(element).localname
        line = Markup(element).line
        raise StyleError(f"style, line {line}: <{tag}>: attribute {attribute!r} is missing", line=line, element=tag)
    return value


def _put(root: etree._Element, part: etree._Element) -> None:
    """Put one piece of CSL in its place."""
    tag = etree.QName(part).localname
    match tag:
        case "macro":
            _swap(root, part, f"{CSL}macro", ("name",))
        case "locale":
            _add_locale(root, part)
        case "style":
            root.attrib.update(part.attrib)
        case "citation" | "bibliography" | "intext":
            section = root.find(f"{CSL}{tag}")
            if section is not None:
                section.attrib.update(part.attrib)
                for layout in section.iterchildren(f"{CSL}layout"):
                    for change in part.iterchildren(f"{CSL}layout"):
                        layout.attrib.update(change.attrib)
        case _:
            line = Markup(part).line
            raise StyleError(f"style, line {line}: <{tag}>: an option can't hold this", line=line, element=tag)


def _swap(parent: etree._Element, part: etree._Element, path: str, names: tuple[str, ...]) -> None:
    """Put an element where one with the same attributes stands, or at the end."""
    for old in parent.iterfind(path):
        if all(old.get(name) == part.get(name) for name in names):
            parent.replace(old, deepcopy(part))
            return
    parent.append(deepcopy(part))


_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def _add_locale(root: etree._Element, part: etree._Element) -> None:
    own = next((one for one in root.iterfind(f"{CSL}locale") if one.get(_LANGUAGE) == part.get(_LANGUAGE)), None)
    if own is None:
        root.find(f"{CSL}info").addnext(deepcopy(part))  # type: ignore[union-attr]  # options are in <info>
        return
    for child in part:
        same = own.find(child.tag)
        if etree.QName(child).localname != "terms" or same is None:
            _swap(own, child, str(child.tag), ("form",))
            continue
        for term in child:
            _swap(same, term, f"{CSL}term", ("name", "form"))


def _replace(root: etree._Element, text: str, by: str) -> None:
    for element in root.iter(f"{CSL}*"):
        for name in _WRITTEN:
            value = element.get(name)
            if value and text in value:
                element.set(name, value.replace(text, by))
        if element.text and text in element.text and etree.QName(element).localname in ("term", "single", "multiple"):
            element.text = element.text.replace(text, by)
