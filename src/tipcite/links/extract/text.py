"""Plain text: one address a line, a list of references, or prose."""

from __future__ import annotations

from collections.abc import Iterator

from tipcite.links.extract.addresses import find_links
from tipcite.links.extract.found import Found


def links_in_text(text: str) -> Iterator[Found]:
    """Find the addresses and DOIs of a text; a line that is nothing but an address is taken whole.

    Such a line may hold what no sentence could: brackets left open, Chinese right behind the host, `{…}`. One that
    begins with `#` and a blank is a comment, as in lists for other programs.
    """
    offset = 0
    pending = 0
    for line in text.split("\n"):
        whole = line.strip()
        is_comment = whole.startswith("# ") and "://" in whole and len(whole.split()) == 2
        if is_comment or _is_address(whole):
            yield from find_links(text[pending:offset], base=pending)
            pending = offset + len(line)
            if not is_comment:
                yield Found(whole, offset + line.index(whole))
        offset += len(line) + 1
    yield from find_links(text[pending:], base=pending)


def _is_address(line: str) -> bool:
    """Tell whether a line is one address and nothing else; one that ends a sentence is looked at more closely."""
    if not line[:8].lower().startswith(("http://", "https://")) or len(line.split()) != 1:
        return False
    return line.isascii() and line[-1] not in ".,;:!?)]}>'\"*" and not set(line) & set('<>"`{}\\^|')
