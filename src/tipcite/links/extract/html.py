"""HTML: what is linked to, embedded or quoted from, and addresses that are only written."""

from __future__ import annotations

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Final

from tipcite.links.extract.addresses import find_links, is_checkable
from tipcite.links.extract.found import Found, Lines

_ATTRIBUTES: Final = {
    "a": ("href",), "area": ("href",), "iframe": ("src",), "img": ("src",), "embed": ("src",), "audio": ("src",),
    "video": ("src",), "source": ("src",), "object": ("data",), "blockquote": ("cite",), "q": ("cite",),
    "ins": ("cite",), "del": ("cite",),
}  # fmt: skip
"""Style sheets, scripts, fonts and `<link>` are the page's machinery, not what it cites."""
_SILENT: Final = frozenset({"script", "style", "template", "code", "pre", "samp", "kbd", "title", "textarea"})
_VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())


def links_in_html(text: str) -> list[Found]:
    """Find the links of a page or of a piece of one; anchors, relative addresses and other schemes are left out."""
    parser = _Parser(text)
    parser.feed(text)
    parser.close()
    parser.flush()
    return sorted(parser.found, key=lambda one: one.offset)


def link_of(address: str, offset: int) -> Iterable[Found]:
    """Return the link that an attribute holds, nothing when it is none that is asked for."""
    value = "".join(address.strip().splitlines())
    if value.startswith("//"):
        value = f"https:{value}"
    if value[:8].lower().startswith(("http://", "https://")) and is_checkable(value):
        return (Found(value, offset),)
    if value[:4].lower() == "doi:":
        return (Found(value[4:].strip(), offset, is_doi=True),)
    return ()


class _Parser(HTMLParser):
    """Collects links; text is put together over tags such as `<wbr>` and looked through when a block ends."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Found] = []
        self._lines = Lines(text)
        self._silent: list[str] = []
        self._anchors = 0
        self._said: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("wbr", "b", "i", "em", "strong", "span"):
            self.flush()
        if tag in _SILENT:
            self._silent.append(tag)
        if tag == "a":
            self._anchors = 1
        for name in _ATTRIBUTES.get(tag, ()):
            value = dict(attrs).get(name)
            if value:
                self.found += link_of(value, self._offset() + self._column(name, value))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("b", "i", "em", "strong", "span"):
            self.flush()
        if tag in self._silent:
            del self._silent[len(self._silent) - 1 - self._silent[::-1].index(tag) :]
        if tag == "a":
            self._anchors = 0

    def handle_data(self, data: str) -> None:
        if not self._silent and not self._anchors:
            self._said.append((data, self._offset()))

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002  (the library's signature)
        """Pass over `<![…`: the library's own way raises on those that Word writes."""
        end = self.rawdata.find(">", i + 3)
        return end + 1 if end >= 0 else -1

    def flush(self) -> None:
        """Look for addresses in the text that was collected."""
        whole = "".join(text for text, _ in self._said)
        if self._said and ("." in whole):
            for one in find_links(whole):
                self.found.append(one._replace(offset=self._place(one.offset)))
        self._said.clear()

    def _place(self, index: int) -> int:
        for text, offset in self._said:
            if index < len(text):
                return offset + index
            index -= len(text)
        return self._offset()

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines.start(line - 1) + column

    def _column(self, name: str, value: str) -> int:
        tag = self.get_starttag_text() or ""
        begin = max(tag.lower().find(f"{name}="), 0)
        return max(tag.find(value.strip().partition("&")[0], begin), 0)
