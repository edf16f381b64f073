"""A style of one's own, made from another: its name, its options chosen, and whose work it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tipcite.csl import with_options
from tipcite.csl.markup import CSL, read_xml
from tipcite.styles.elements import remove

_DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>'
_DROPPED: Final = ("title-short", "issn", "eissn", "issnl")
"""What names the origin or its journal, not the copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """What a copy is called, which options are settled in it, and when (ISO 8601) it was made."""

    title: str
    id: str
    updated: str
    options: Mapping[str, str]


def derive_style(origin: bytes, copy: Derivation) -> bytes:
    """Return a copy of an independent style, with a link to its origin.

    The rights statement is kept, the authors become contributors. Where options are chosen the copy offers none any
    more: it is the style as these options make it.

    Raises:
        StyleError: the origin is no CSL, or has no such option or value.
    """
    head = _comments_before(read_xml(origin, root="style", comments=True))
    root = read_xml(with_options(origin, copy.options) if copy.options else origin, root="style", comments=True)
    info = root.find(f"{CSL}info")
    if info is None:
        info = etree.Element(f"{CSL}info")
        root.insert(0, info)
    if copy.options:  # what was said beside options that are gone
        for comment in [node for node in info if isinstance(node, etree._Comment)]:
            remove(comment)
    _rename(info, copy)
    parts = (_DECLARATION, *head, etree.tostring(root, encoding="unicode", with_tail=False))
    return "".join(f"{part}\n" for part in parts).encode()


def _comments_before(root: etree._Element) -> list[str]:
    """Return the comments that stand before the style: the licence may be in one of them."""
    before = [node for node in root.itersiblings(preceding=True) if isinstance(node, etree._Comment)]
    return [etree.tostring(node, encoding="unicode", with_tail=False) for node in reversed(before)]


def _rename(info: etree._Element, copy: Derivation) -> None:
    """Give the head another name, and say where the style comes from."""
    origin = (info.findtext(f"{CSL}id") or "").strip()
    for name in _DROPPED:
        for element in info.findall(f"{CSL}{name}"):
            remove(element)
    for link in info.findall(f"{CSL}link"):
        if link.get("rel") in ("self", "template"):
            remove(link)
    _write(info, "title", copy.title)
    identity = _write(info, "id", copy.id)
    _write(info, "updated", copy.updated)
    if origin:
        template = etree.Element(f"{CSL}link", {"href": origin, "rel": "template"})
        template.tail = identity.tail
        identity.addnext(template)
    for author in info.findall(f"{CSL}author"):
        author.tag = f"{CSL}contributor"


def _write(info: etree._Element, name: str, text: str) -> etree._Element:
    elements = info.findall(f"{CSL}{name}")
    for other in elements[1:]:  # titles in further languages
        remove(other)
    element = elements[0] if elements else etree.SubElement(info, f"{CSL}{name}")
    if not elements:
        element.tail = "\n  "
    element.text = text
    return element
