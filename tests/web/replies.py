"""The words of the small web: what was asked, and what is answered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field


@dataclass
class Asked:
    """One request; `times` counts how often this path of this host was asked for, from 1."""

    path: str
    times: int
    accept: str = ""
    cookie: str = ""
    method: str = "GET"
    authorization: str = ""
    body: bytes = b""


@dataclass
class Reply:
    """One answer; `behaviour` is how the connection is treated beside it."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    behaviour: str = ""
    delay: float = 0.0


def html(text: str, *, charset: str = "utf-8", header: str | None = None, status: int = 200) -> Reply:
    """Make a page; `header` is the Content-Type's charset, None to say nothing."""
    content_type = f"text/html; charset={header}" if header else "text/html"
    return Reply(status=status, body=text.encode(charset), headers={"Content-Type": content_type})


def page(title: str, *, body: str = "", lang: str = "zh-Hant-TW", head: str = "") -> str:
    """Write a page's HTML."""
    return f'<!doctype html><html lang="{lang}"><head>{head}<title>{title}</title></head><body>{body}</body></html>'


def redirect(status: int, location: str, **headers: str) -> Reply:
    """Send the reader on."""
    return Reply(status=status, headers={"Location": location, **headers})


def as_json(value: object, *, status: int = 200, content_type: str = "application/json") -> Reply:
    """Answer with JSON."""
    return Reply(
        status=status, body=json.dumps(value, ensure_ascii=False).encode(), headers={"Content-Type": content_type}
    )


LONG_TEXT = "<p>" + "This is the body of an ordinary article about citations and their lists. " * 30 + "</p>"
