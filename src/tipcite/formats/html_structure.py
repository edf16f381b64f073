"""What a page is made of: prose and what stands around it, frames, scripts, forms, places to jump to.

The prose is what is left of the visible text without links, menus and footers: of a page that only says that
there is no such page, it is a sentence or two, however large the site's menus are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHOWN_LIMIT: Final = 20_000
_TEXT_LIMIT: Final = 200_000
_INLINE_LIMIT: Final = 40_000
_DEEPEST: Final = 400
_UNSHOWN: Final = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object"})
_AROUND: Final = frozenset({"a", "nav", "footer", "aside", "button", "select", "textarea", "label"})
_AROUND_ROLES: Final = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"})
_AROUND_NAMES: Final = frozenset(
    "nav navbar menu mainmenu topmenu footer foot sidebar breadcrumb breadcrumbs copyright sitemap".split()
)
_NAMED: Final = frozenset({"div", "ul", "ol", "table", "td", "section", "p"})
_BLOCKS: Final = frozenset(
    "address article blockquote br center dd div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 hr li main ol p pre "
    "section table td th tr ul header title".split()
)
# Where the usual libraries build a page: React, Vue, Next, Nuxt, Gatsby, Quasar, Svelte, Ember, Angular.
_MOUNTS: Final = frozenset(
    "root app application __next __nuxt ___gatsby q-app main-app react-root app-root svelte ember-app vue-app".split()
)
_SCRIPTED: Final = re.compile(r"enable javascript|requires? javascript|javascript (?:is )?(?:required|disabled)"
                              r"|(?:啟用|開啟|启用|开启|支援|支持).{0,6}javascript", re.IGNORECASE)  # fmt: skip
_REFRESH: Final = re.compile(r"\s*(\d+)(?:\.\d*)?\s*[;,]?\s*(?:url\s*=)?\s*[\"']?([^\"'\s][^\"']*)", re.IGNORECASE)
_ALERT: Final = re.compile(r"\balert\(\s*([\"'])(.{2,200}?)\1\s*\)", re.DOTALL)
_SENT_ON: Final = re.compile(
    r"(?:\blocation(?:\.href)?\s*=(?!=)\s*|\blocation\.(?:replace|assign)\(\s*)([\"'])([^\"']+)\1", re.IGNORECASE
)
_LONGEST_SENDER: Final = 1500
"""A script that only sends its reader on is short; a longer one does so under conditions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What a page is made of.

    `prose` and `shown` are lines of visible text, without and with links and menus, cut at 20,000 characters; `text` is
    all of it in one line, with what styles hide and what stands for pictures;
    `sources` the addresses of scripts and frames, `inline` the beginning of the scripts themselves, `alerts` what they
    tell the reader at once, `sends_to` where a page that is nothing but a script sends its reader.
    """

    prose: str = ""
    shown: str = ""
    text: str = field(default="", repr=False)
    headings: tuple[str, ...] = ()
    anchors: frozenset[str] = frozenset()
    frames: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    inline: str = field(default="", repr=False)
    alerts: tuple[str, ...] = ()
    sends_to: str = ""
    canonical: str = ""
    asks_password: bool = False
    is_frameset: bool = False
    is_scripted: bool = False
    """The page is built by scripts: there are places to build it in, or a request to let scripts run."""


def read_structure(root: _Element) -> Structure:
    """Read what a page is made of; the tree stays as it is."""
    found = _Text()
    for body in [*root.iter("body")] or [root]:
        found.collect(body)
    shown = _lines(found.shown)
    scripts = tuple(_inline(root))
    frames = tuple(_attributes(root, ("frame", "iframe"), "src"))
    return Structure(
        prose=shown if found.prose == found.shown else _lines(found.prose),
        shown=shown,
        text=" ".join(" ".join(("".join(found.all), *_alternatives(root))).split()),
        headings=tuple(_headings(root)),
        anchors=frozenset(_anchors(root)),
        frames=frames,
        sources=(*_attributes(root, ("script",), "src"), *frames),
        inline="\n".join(scripts)[:_INLINE_LIMIT],
        alerts=tuple(match[2] for script in scripts for match in _ALERT.finditer(script)),
        sends_to=_sends_to(scripts) if len(shown) < 300 else "",
        canonical=_canonical(root),
        asks_password=any((field.get("type") or "").lower() == "password" for field in root.iter("input")),
        is_frameset=next(root.iter("frameset"), None) is not None,
        is_scripted=_is_scripted(root),
    )


def read_refresh(root: _Element) -> str:
    """Return where `<meta http-equiv=refresh>` sends the reader within ten seconds, "" for nowhere.

    One inside `<noscript>` is not for readers with a browser; a page that reloads itself after minutes is a live one.
    """
    for element in root.iter("meta"):
        if (element.get("http-equiv") or "").strip().lower() == "refresh" and not _is_in(element, "noscript"):
            return refresh_target(element.get("content") or "")
    return ""


def refresh_target(content: str) -> str:
    """Read the value of a refresh (`0; url=/new`), "" when it comes late or leads nowhere."""
    match = _REFRESH.match(content)
    return match[2].strip() if match and int(match[1]) <= 10 else ""


class _Text:
    """The text, collected in one walk: all of it, what is visible, and what of that is prose."""

    def __init__(self) -> None:
        self.prose: list[str] = []
        self.shown: list[str] = []
        self.all: list[str] = []
        self._size = 0

    def collect(self, element: _Element, *, around: bool = False, hidden: bool = False, depth: int = 0) -> None:
        """Add an element's text; `around` is that of menus, links and the like."""
        tag = element.tag
        if tag in _UNSHOWN or not isinstance(tag, str) or depth > _DEEPEST or self._size > _TEXT_LIMIT:
            return
        given = element.items()
        if given or tag in _AROUND:
            attributes = {str(name): str(value) for name, value in given}
            hidden = hidden or (tag != "body" and _is_hidden(attributes))
            around = around or _is_around(attributes, tag)
        is_block = tag in _BLOCKS
        if is_block:
            self._break()
        if element.text:
            self._add(element.text, around=around, hidden=hidden)
        for child in element:
            self.collect(child, around=around, hidden=hidden, depth=depth + 1)
            if child.tail:
                self._add(child.tail, around=around, hidden=hidden)
        if is_block:
            self._break()

    def _break(self) -> None:
        for pieces in (self.all, self.shown, self.prose):
            if pieces and pieces[-1] != "\n":
                pieces.append("\n")

    def _add(self, text: str, *, around: bool, hidden: bool) -> None:
        text = text.replace("\n", " ").replace("\r", " ")
        self._size += len(text)
        self.all.append(text)
        if not hidden:
            self.shown.append(text)
            if not around:
                self.prose.append(text)


def _lines(pieces: list[str]) -> str:
    """Join pieces to lines without blanks at their ends, as many as are looked at."""
    text = "".join(pieces)[:_SHOWN_LIMIT]
    return "\n".join(filter(None, map(" ".join, map(str.split, text.split("\n")))))


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes:
        return True
    style = attributes.get("style", "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def _is_around(attributes: Mapping[str, str], tag: str) -> bool:
    if tag in _AROUND or attributes.get("role", "").lower() in _AROUND_ROLES:
        return True
    if tag not in _NAMED:
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()
    return not _AROUND_NAMES.isdisjoint(names)


def _headings(root: _Element) -> Iterator[str]:
    """Yield the first headings that are shown."""
    shown = (heading for heading in root.iter("h1") if not _is_in(heading, "template"))
    yield from filter(None, map(_text_of, shown))


def _is_in(element: _Element, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _text_of(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _alternatives(root: _Element) -> Iterator[str]:
    """Yield what stands for pictures: headings are often drawn."""
    for element in root.iter("img", "area"):
        alternative = element.get("alt")
        if alternative:
            yield alternative


def _anchors(root: _Element) -> list[str]:
    found = root.xpath("//@id | //a/@name | //map/@name")
    return [str(name) for name in found] if isinstance(found, list) else []


def _attributes(root: _Element, tags: tuple[str, ...], name: str) -> Iterator[str]:
    for element in root.iter(*tags):
        value = (element.get(name) or "").strip()
        if value:
            yield value


def _inline(root: _Element) -> Iterator[str]:
    for element in root.iter("script"):
        kind = (element.get("type") or "").lower()
        if element.text and not element.get("src") and ("javascript" in kind or kind in ("", "module")):
            yield element.text


def _sends_to(scripts: tuple[str, ...]) -> str:
    """Return where scripts that do nothing else send the reader."""
    text = "\n".join(scripts)
    if len(text) > _LONGEST_SENDER or re.search(r"\bif\s*\(|\?\s*[\"']", text):
        return ""
    match = _SENT_ON.search(text)
    return match[2].strip() if match else ""


def _canonical(root: _Element) -> str:
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return (element.get("href") or "").strip()
    return ""


def _is_scripted(root: _Element) -> bool:
    if next(root.iter("script"), None) is None:
        return False
    if any(_SCRIPTED.search(_text_of(element)) for element in root.iter("noscript")):
        return True
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in ("html", "head", "script", "meta", "link"):
            continue
        if (element.get("id") or "").lower() in _MOUNTS or element.tag in _MOUNTS or element.get("ng-app") is not None:
            return True
        if element.get("ng-version") or element.get("data-reactroot") is not None:
            return True
    return False
