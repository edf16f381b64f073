"""Markdown (CommonMark, tables, pandoc's footnotes): links, autolinks, definitions and addresses in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tipcite.links.extract.addresses import find_links
from tipcite.links.extract.found import Found, Lines
from tipcite.links.extract.html import link_of, links_in_html

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT: Final = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ATTRIBUTES: Final = {"link_open": "href", "image": "src"}


def links_in_markdown(text: str) -> list[Found]:
    """Find the links of a document; what stands in code is no link."""
    front = _FRONT.match(text)
    head = front.group() if front else ""
    body = re.sub(r"[^\n]", "", head) + text[len(head) :]
    reader = _Reader(text, Lines(text))
    found = list(find_links(head))
    environment: dict[str, object] = {}
    for token in _parser().parse(body, environment):
        found += reader.links_of(token)
    found += reader.definitions(environment)
    return sorted(dict.fromkeys(found), key=lambda one: one.offset)


def _parser() -> MarkdownIt:
    """Make a parser that leaves addresses as they were written."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    # Octets are kept as cited, and which links are asked for is decided later.
    vars(parser).update(normalizeLink=str, validateLink=bool)
    return parser


class _Reader:
    """Finds where in the text the links of each block stand; `_place` is behind the last one found."""

    def __init__(self, text: str, lines: Lines) -> None:
        self._text = text
        self._lines = lines
        self._place = 0
        self._end = len(text)

    def links_of(self, token: Token) -> Iterator[Found]:
        """Find the links of one block."""
        if token.map:
            self._place = max(self._place, self._lines.start(token.map[0]))
            self._end = max(self._lines.end(token.map[1]), self._place)
        if token.type == "html_block":
            start = self._lines.start(token.map[0]) if token.map else 0
            yield from (one._replace(offset=start + one.offset) for one in links_in_html(token.content))
        elif token.type == "inline":
            yield from self._inline(token.children or [])

    def _inline(self, tokens: list[Token]) -> Iterator[Found]:
        said = ""
        depth = 0
        for token in tokens:
            if token.type == "text" and not depth:
                said += token.content
                continue
            yield from self._said(said)
            said = ""
            depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
            name = _ATTRIBUTES.get(token.type)
            if name:
                yield from link_of(str(token.attrs.get(name, "")), self._find(str(token.attrs.get(name, ""))))
            elif token.type == "html_inline":
                at = self._find(token.content)
                yield from (one._replace(offset=at + one.offset) for one in links_in_html(token.content))
                depth += _anchor(token.content)
        yield from self._said(said)

    def _said(self, text: str) -> Iterator[Found]:
        for one in find_links(text):
            yield one._replace(offset=self._find(one.value))

    def definitions(self, environment: dict[str, object]) -> Iterator[Found]:
        """Find the definitions, used or not: this is where an address is corrected."""
        references = environment.get("references", {})
        assert isinstance(references, dict)
        for one in references.values():
            start = self._lines.start(one["map"][0])
            offset = self._text.find(str(one["href"]), start)
            yield from link_of(str(one["href"]), max(offset, start))

    def _find(self, value: str) -> int:
        """Return where a link stands: as written, else by its beginning, else where its block begins."""
        for part in (value, re.split(r"[&\\%_*]", value, maxsplit=1)[0]):
            offset = self._text.find(part, self._place, self._end) if part else -1
            if offset >= 0:
                self._place = offset + len(part)
                return offset
        return self._place


def _anchor(tag: str) -> int:
    """Say how a tag changes the depth of links."""
    if re.match(r"<a\b", tag, re.IGNORECASE):
        return 1
    return -1 if re.match(r"</a\b", tag, re.IGNORECASE) else 0
