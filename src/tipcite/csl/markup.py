"""One XML element of a style or locale, with the checks that every element gets; with `options` all that uses lxml."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Set
from typing import Final, NoReturn

from lxml import etree

from tipcite.csl import taxonomy
from tipcite.errors import StyleError

CSL: Final = "{http://purl.org/net/xbiblio/csl}"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_LANGUAGE: Final = f"{_XML}lang"
_UNSUPPORTED: Final = "is not supported here; remove it, or report the style"
_SOURCES: Final = {"style": "style", "locale": "locale file"}
_LONGEST_NUMBER: Final = 9
_MOST_NAMED: Final = 12
_NO_VALUES: Final[Mapping[str, frozenset[str]]] = {}


_REFERENCE: Final = re.compile(r"&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")
"""A character reference that was escaped once too often: no style wants to print `&#160;`."""


def _referred(match: re.Match[str]) -> str:
    return html.unescape(match[0])


class Markup:
    """An element of CSL: its name, attributes and children, comments left out."""

    __slots__ = ("_element", "_source", "attributes", "name")

    def __init__(self, element: etree._Element, source: str = "style") -> None:
        self._element = element
        self._source = source
        self.name = str(element.tag).removeprefix(CSL)
        self.attributes = {str(name): _REFERENCE.sub(_referred, str(value)) for name, value in element.attrib.items()}

    @property
    def line(self) -> int | None:
        """The line of the file that it stands in."""
        return _line(self._element)

    @property
    def text(self) -> str:
        """Its text before the first child, on one line."""
        text = str(self._element.text or "")
        return " ".join(text.split()) if "\n" in text else text

    @property
    def language(self) -> str:
        """What `xml:lang` says."""
        return self.attributes.get(_LANGUAGE, "")

    def __iter__(self) -> Iterator[Markup]:
        return (Markup(child, self._source) for child in self._element if isinstance(child.tag, str))

    def words(self, attribute: str, *names: str) -> dict[str, Markup]:
        """Return all that an attribute says in elements of these names, each with the first that says it."""
        found: dict[str, Markup] = {}
        for element in self._element.iter(*(CSL + name for name in names)):
            word = element.get(attribute)
            if word and word not in found:
                found[word] = Markup(element, self._source)
        return found

    def child(self, name: str) -> Markup | None:
        """Return the first child of that name."""
        return next((child for child in self if child.name == name), None)

    def get(self, attribute: str, default: str = "") -> str:
        """Return an attribute; whether its value is one that the taxonomy knows is asked by `check`."""
        return self.attributes.get(attribute, default)

    def check_word(self, attribute: str, word: str, known: Set[str]) -> None:
        """Refuse a word of an attribute that is none of those known.

        Raises:
            StyleError: it is none.
        """
        if word not in known:
            self.fail(f"{attribute}={word!r} is {_none_of(word, known)}")

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
        if not value.strip().isdecimal() or len(value) > _LONGEST_NUMBER:
            self.fail(f"{attribute}={value[:_LONGEST_NUMBER]!r} is no whole number")
        return int(value)

    def required(self, attribute: str) -> str:
        """Return an attribute that must be there.

        Raises:
            StyleError: it is missing or empty.
        """
        value = self.get(attribute)
        if not value:
            self.fail(f"attribute {attribute!r} is {'empty' if attribute in self.attributes else 'missing'}")
        return value

    def check(self) -> None:
        """Refuse an element that is not known, attributes and values that it does not have, and content that is lost.

        Raises:
            StyleError: there is one of these.
        """
        known = taxonomy.ATTRIBUTES.get(self.name)
        if known is None:
            self.fail(f"this element {_UNSUPPORTED}")
        own = taxonomy.VALUES_OF.get(self.name, _NO_VALUES)
        for attribute, value in self.attributes.items():
            if attribute not in known and not attribute.startswith(_XML):
                self.refuse(attribute)
            values = own.get(attribute) or taxonomy.VALUES.get(attribute)
            if values is not None and value:
                self.check_word(attribute, value, values)
        self._check_content()

    def check_all(self) -> None:
        """Check an element of a locale and all that are in it.

        Raises:
            StyleError: one is not as it should be.
        """
        self.check()
        for child in self:
            if child.name not in taxonomy.CHILDREN.get(self.name, ()):
                child.fail(f"this element {_UNSUPPORTED}")
            if child.name != "info":
                child.check_all()

    def once(self, *names: str) -> None:
        """Refuse a second child of the same name: only one of them would be used.

        Raises:
            StyleError: there is one.
        """
        seen: set[str] = set()
        for child in self._element:
            name = str(child.tag).removeprefix(CSL)
            if name in seen:
                Markup(child, self._source).fail(f"this is the second <{name}> in <{self.name}>; leave one of them")
            if name in names:
                seen.add(name)

    def refuse(self, attribute: str) -> NoReturn:
        """Raise a StyleError for an attribute."""
        self.fail(f"attribute {attribute!r} {_UNSUPPORTED}")

    def fail(self, problem: str) -> NoReturn:
        """Raise a StyleError that names the line and the element."""
        where = f"{self._source}, line {self.line}: <{self.name}>"
        raise StyleError(f"{where}: {problem}", line=self.line, element=self.name)

    def _check_content(self) -> None:
        stray = "" if self.name in taxonomy.WORDED else self.text.strip()
        for child in self._element:
            if not isinstance(child.tag, str):
                self.fail(f"the entity {child.text!r} is not read; write what it stands for")
            if self.name in taxonomy.LEAVES:
                wrong = Markup(child, self._source)
                wrong.fail(f"this element can't stand in <{self.name}>; remove it, or report the style")
            stray = stray or (child.tail or "").strip()
        if stray:
            self.fail(f"the text {stray!r} stands outside of <text value>; move it there")


def _none_of(word: str, known: Set[str]) -> str:
    """Say what a word is not; of many words only those that are near are named."""
    if len(known) <= _MOST_NAMED:
        return f"none of {', '.join(sorted(known))}"
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=2)
    return f"not known here; did you mean {' or '.join(map(repr, near))}?" if near else "not known here; remove it"


def _line(element: etree._Element) -> int | None:
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def read_markup(xml: bytes | str, *, root: str) -> Markup:
    """Read a CSL document whose root element is `root`.

    Raises:
        StyleError: it is no well-formed XML, or not CSL.
    """
    markup = Markup(read_xml(xml, root=root), _SOURCES[root])
    if root == "locale":
        markup.check_all()
    return markup


def _from_its_first_line(data: bytes) -> bytes:
    """Let a document begin with blank lines, which XML forbids before its declaration; lines are counted from there."""
    body = data.lstrip()
    blank = data[: len(data) - len(body)]
    return blank + body[body.find(b"?>") + 2 :] if blank and body.startswith(b"<?xml") else data.rstrip()


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
        tree = etree.fromstring(_from_its_first_line(data.removeprefix(b"\xef\xbb\xbf")), parser)
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
