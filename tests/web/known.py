"""Every page of a known site, and the hosts that serve them."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urlsplit

from web.known_bodies import BODIES
from web.known_news import NEWS
from web.known_scholarly import SCHOLARLY
from web.replies import Asked, Reply, html

KNOWN = (*BODIES, *NEWS, *SCHOLARLY)
_PAGES: dict[str, dict[str, Reply]] = defaultdict(dict)
for _one in KNOWN:
    _parts = urlsplit(_one.address)
    _PAGES[_parts.hostname or ""][f"{_parts.path}?{_parts.query}" if _parts.query else _parts.path] = html(
        _one.html, header="utf-8"
    )


def known(host: str, asked: Asked) -> Reply | None:
    """Return the page of a known site, None when it has none there."""
    return _PAGES.get(host, {}).get(asked.path)


KNOWN_HOSTS = tuple(_PAGES)
