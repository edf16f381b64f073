"""What may go wrong with any host, put over what it says by itself.

`with trouble("cut", "openlibrary.org")` lets a host do so until the block ends; `only` is a part of the path, or of the
Accept header, that the request must have.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from web.replies import Asked, Reply, html, page, redirect

Answer = Callable[[Asked], Reply]
_MARK = "moved-by-trouble"


@dataclass
class Trouble:
    """One host's trouble; `seen` counts the requests that met it."""

    kind: str
    only: str = ""
    seen: int = 0
    paths: list[str] = field(default_factory=list)


TROUBLES: dict[str, Trouble] = {}

KINDS = {
    # What is asked for comes all the same, …
    "503 once": True,
    "429, wait 0.2 s": True,
    "redirect": True,
    "big5": True,
    "utf-16": True,
    # … or nothing does.
    "404": False,
    "429, wait an hour": False,
    "500": False,
    "late": False,
    "cut": False,
    "reset": False,
    "garbage": False,
    "not JSON": False,
    "a list": False,
    "page": False,
    "page as JSON": False,
    "empty": False,
    "in circles": False,
}
"""Every trouble, and whether the record comes in the end."""


@contextmanager
def trouble(kind: str, *hosts: str, only: str = "") -> Iterator[dict[str, Trouble]]:
    """Let hosts be in trouble."""
    before = dict(TROUBLES)
    TROUBLES.update({host: Trouble(kind, only) for host in hosts})
    try:
        yield TROUBLES
    finally:
        TROUBLES.clear()
        TROUBLES.update(before)


def with_trouble(host: str, answer: Answer) -> Answer:
    """Return what a host says, in trouble or not."""
    found = TROUBLES.get(host)
    if found is None:
        return answer

    def troubled(asked: Asked) -> Reply:
        if found.only and found.only not in asked.path and found.only not in asked.accept:
            return answer(asked)
        found.seen += 1
        found.paths.append(asked.path)
        return _troubled(found, asked, answer)

    return troubled


def _troubled(found: Trouble, asked: Asked, answer: Answer) -> Reply:
    again = found.paths.count(asked.path) > 1
    match found.kind:
        case "503 once":
            return answer(asked) if again else Reply(503)
        case "429, wait 0.2 s":
            return answer(asked) if again else Reply(429, b"", {"Retry-After": "0.2"})
        case "redirect":
            if _MARK in asked.path:
                plain = asked.path.replace(f"?{_MARK}", "").replace(f"&{_MARK}", "")
                return answer(replace(asked, path=plain))
            return redirect(302, f"{asked.path}{'&' if '?' in asked.path else '?'}{_MARK}")
        case "big5" | "utf-16":
            return _in_charset(answer(asked), found.kind)
        case "cut":
            return replace(answer(asked), behaviour="cut")
        case "late":
            return Reply(200, b"late", {"Content-Type": "application/json"}, delay=3.0)
        case "reset" | "garbage":
            return Reply(behaviour=found.kind)
        case "in circles":
            return redirect(302, asked.path)
    return _FIXED[found.kind]


def _in_charset(reply: Reply, charset: str) -> Reply:
    if reply.status >= 300:
        return reply
    kind = reply.headers.get("Content-Type", "application/json").partition(";")[0]
    text = reply.body.decode().replace('encoding="UTF-8"', f'encoding="{charset}"')
    return replace(
        reply, body=text.encode(charset), headers={**reply.headers, "Content-Type": f"{kind}; charset={charset}"}
    )


_FIXED = {
    "404": Reply(404, b"{}", {"Content-Type": "application/json"}),
    "429, wait an hour": Reply(429, b"", {"Retry-After": "3600"}),
    "500": Reply(500),
    "not JSON": Reply(200, b'{"message": {"title": ["Half of', {"Content-Type": "application/json"}),
    "a list": Reply(200, b"[1, 2]", {"Content-Type": "application/json"}),
    "page": html(page("The service is being repaired", lang="en")),
    "page as JSON": Reply(200, page("The service is being repaired").encode(), {"Content-Type": "application/json"}),
    "empty": Reply(200, b"", {"Content-Type": "application/json"}),
}
