"""What a style's file says of itself, read without compiling the style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tipcite.csl.markup import CSL, read_xml


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleHead:
    """The head of a style: names, kind, languages, and whose work it is; "" is what it does not say."""

    title: str
    id: str
    summary: str
    style_class: str
    citation_format: str
    languages: tuple[str, ...]
    """The first language of each layout, the default one's first."""
    authors: tuple[str, ...]
    contributors: tuple[str, ...]
    rights: str
    license: str
    updated: str
    parent: str
    """The address of the style that a dependent one takes its templates from."""
    sources: tuple[str, ...]
    """The addresses of its documentation."""
    comment: str
    """The comments that stand before its <info>."""

    @property
    def kind(self) -> str:
        """How it cites, and in which languages: `author-date, zh-TW en`."""
        kind = "note" if self.style_class == "note" else self.citation_format or self.style_class or "dependent"
        return ", ".join(part for part in (kind, " ".join(self.languages)) if part)


def read_head(xml: bytes | str) -> StyleHead:
    """Read the head of a style.

    Raises:
        StyleError: it is no CSL.
    """
    root = read_xml(xml, root="style", comments=True)
    info = root.find(f"{CSL}info")
    if info is None:
        info = etree.Element(f"{CSL}info")
    category = info.find(f"{CSL}category[@citation-format]")
    rights = info.find(f"{CSL}rights")
    return StyleHead(
        title=_text(info, "title"),
        id=_text(info, "id"),
        summary=_text(info, "summary"),
        style_class=root.get("class") or "",
        citation_format=(category.get("citation-format") or "") if category is not None else "",
        languages=tuple(dict.fromkeys(_languages(root))),
        authors=tuple(_people(info, "author")),
        contributors=tuple(_people(info, "contributor")),
        rights=_text(info, "rights"),
        license=(rights.get("license") or "") if rights is not None else "",
        updated=_text(info, "updated"),
        parent=next(_links(info, "independent-parent"), ""),
        sources=tuple(_links(info, "documentation")),
        comment="\n".join(_comments(root)),
    )


def _text(info: etree._Element, name: str) -> str:
    return " ".join((info.findtext(f"{CSL}{name}") or "").split())


def _people(info: etree._Element, name: str) -> Iterator[str]:
    for person in info.iterfind(f"{CSL}{name}"):
        yield _text(person, "name")


def _links(info: etree._Element, relation: str) -> Iterator[str]:
    for link in info.iterfind(f"{CSL}link[@rel='{relation}']"):
        yield link.get("href") or ""


def _languages(root: etree._Element) -> Iterator[str]:
    if root.get("default-locale"):
        yield root.get("default-locale") or ""
    for layout in root.iterfind(f"*/{CSL}layout[@locale]"):
        yield from (layout.get("locale") or "").split()[:1]


def _comments(root: etree._Element) -> Iterator[str]:
    """Yield the comments that stand before <info>, their lines without the indentation."""
    before = [node for node in root.itersiblings(preceding=True) if isinstance(node, etree._Comment)]
    for node in (*reversed(before), *root):
        if node.tag == f"{CSL}info":
            return
        if isinstance(node, etree._Comment):
            yield "\n".join(line.strip() for line in (node.text or "").strip().splitlines())
