"""One XML element of a style or locale, with the checks that every element gets; with `options` all that uses lxml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NoReturn

from lxml import etree

from tipcite.csl import taxonomy
from tipcite.errors import StyleError

CSL: Final = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class Markup:
    """An element of CSL: its name, attributes and children, comments left out."""

    __slots__ = ("_element", "attributes", "line", "name", "text")

    def __init__(self, element: etree._Element) -> None:
        self._element = element
        self.name = str(element.tag).removeprefix(CSL)
        self.line = _line(element)
        self.text = str(element.text or "")
        self.attributes = {str(name): str(value) for name, value in element.attrib.items()}
        if "\n" in self.text:
            self.text = " ".join(self.text.split())

    @property
    def language(self) -> str:
        """What `xml:lang` says."""
        return self.attributes.get(_LANGUAGE, "")

    def __iter__(self) -> Iterator[Markup]:
        return (Markup(child) for child in self._element if isinstance(child.tag, str))

    def child(self, name: str) -> Markup | None:
        """Return the first child of that name."""
        return next((child for child in self if child.name == name), None)

    def get(self, attribute: str, default: str = "") -> str:
        """Return an attribute; its value must be one that the taxonomy knows.

        Raises:
            StyleError: the value is none of the attribute's.
        """
        value = self.attributes.get(attribute)
        if not value:
            return default if value is None else ""
        known = taxonomy.VALUES.get(attribute)
        if known is not None and value not in known:
            self.fail(f"{attribute}={value!r} is none of {', '.join(sorted(known))}")
        return value

    def flag(self, attribute: str, *, default: bool = False) -> bool:
        """Return a true/false attribute.

        Raises:
            StyleError: it is neither.
        """
        value = self.attributes.get(attribute)
        if value is None:
            return default
        if value not in ("true", "false"):
            self.fail(f"{attribute}={value!r} is neither 'true' nor 'false'")
        return value == "true"

    def number(self, attribute: str) -> int | None:
        """Return a whole number, None when the attribute is missing.

        Raises:
            StyleError: it is no number.
        """
        value = self.attributes.get(attribute)
        if value is None:
            return None
        if not value.strip().isdecimal():
            self.fail(f"{attribute}={value!r} is no whole number")
        return int(value)

    def required(self, attribute: str) -> str:
        """Return an attribute that must be there.

        Raises:
            StyleError: it is missing.
        """
        if attribute not in self.attributes:
            self.fail(f"attribute {attribute!r} is missing")
        return self.get(attribute)

    def check(self) -> None:
        """Refuse attributes that this element does not have.

        Raises:
            StyleError: there is one.
        """
        known = taxonomy.ATTRIBUTES.get(self.name)
        if known is None:
            self.fail("this element is not supported here; remove it, or report the style")
        for attribute in self.attributes:
            if attribute not in known and not attribute.startswith("{"):
                self.fail(f"attribute {attribute!r} is not supported here; remove it, or report the style")

    def fail(self, problem: str) -> NoReturn:
        """Raise a StyleError that names the line and the element."""
        raise StyleError(f"style, line {self.line}: <{self.name}>: {problem}", line=self.line, element=self.name)


def _line(element: etree._Element) -> int | None:
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def read_markup(xml: bytes | str, *, root: str) -> Markup:
    """Read a CSL document whose root element is `root`.

    Raises:
        StyleError: it is no well-formed XML, or not CSL.
    """
    return Markup(read_xml(xml, root=root))


def read_xml(xml: bytes | str, *, root: str, comments: bool = False) -> etree._Element:
    """Read a CSL document as lxml holds it.

    Raises:
        StyleError: it is no well-formed XML, or not CSL.
    """
    data = xml.encode() if isinstance(xml, str) else xml
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=not comments, remove_pis=True, encoding="utf-8"
    )
    try:
        tree = etree.fromstring(data.removeprefix(b"\xef\xbb\xbf").strip(), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise StyleError(f"style, line {line}: not well-formed XML: {error.msg}", line=line) from None
    if tree.tag != CSL + root:
        raise StyleError(
            f"style, line {_line(tree)}: the root element is {tree.tag!r}, not CSL's <{root}>; is this a CSL 1.0 file?",
            line=_line(tree),
            element=str(tree.tag),
        )
    return tree
