r"""LaTeX: `\url`, `\href`, `\doi` and their kin, and addresses in the text, without comments and verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tipcite.links.extract.addresses import clip, find_links, is_checkable
from tipcite.links.extract.found import Found

_SKIPPED: Final = re.compile(
    r"\\begin\{(verbatim\*?|Verbatim|lstlisting|minted|comment|alltt)\}.*?\\end\{\1\}|\\verb\*?([^\sA-Za-z*]).*?\2"
    r"|\\lstinline(?:\[[^\]]*\])?([^\sA-Za-z\[{]).*?\3|\\(?:iffalse|begin\{filecontents\*?\}\{[^}]*\.sty\}).*?\\(?:fi\b|end\{filecontents\*?\})",
    re.DOTALL,
)
_COMMAND: Final = re.compile(r"\\(url|nolinkurl|href|doi|burl|UrlFont|hrefurl|path)\*?(?![A-Za-z@])")
_URLDEF: Final = re.compile(r"\\urldef\s*\{?\\[A-Za-z@]+\}?\s*\\(?:url|nolinkurl)")
_OPTIONS: Final = re.compile(r"\s*\[[^\]]*\]")
_BARE: Final = re.compile(
    r"(?<![A-Za-z0-9+.-])https?://(?:[^\s{}\\\[\]$。，、；：！？（）「」『』《》〈〉【】“”‘’]"
    r"|\\[%#&_~$]|\{\\?[_~]\}|\\textasciitilde(?:\{\}|\s)?)+"
)
_ESCAPES: Final = (
    (re.compile(r"\\textasciitilde(?:\{\}|\s)?|\\~\{\}|\$\\sim\$|\{\\?~\}|\\~"), "~"),
    (re.compile(r"\\textunderscore(?:\{\}|\s)?|\{\\?_\}"), "_"),
    (re.compile(r"\\(?:slash|allowbreak|linebreak|-|/)(?:\{\}|\s(?=\S))?"), ""),
    (re.compile(r"\\([%#&_$^{}\\ ])"), r"\1"),
)
_URL_COMMANDS: Final = frozenset({"url", "nolinkurl", "href", "burl", "hrefurl"})


def links_in_latex(text: str) -> list[Found]:
    """Find the links of a LaTeX document; arguments of macros (`#1`) are no addresses."""
    plain = _without_verbatim(text)
    found: list[Found] = []
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(plain):
        begin = _next(plain, place)
        if begin < 0:
            break
        if plain[begin] == "%":
            place = _line_end(plain, begin)
            spans.append((begin, place))
            continue
        place = _command(plain, begin, found, spans)
    found += _bare(_blanked(plain, spans))
    return sorted(found, key=lambda one: one.offset)


def _command(text: str, begin: int, found: list[Found], spans: list[tuple[int, int]]) -> int:
    """Read the command at an offset; return where to go on."""
    match = _URLDEF.match(text, begin) or _COMMAND.match(text, begin)
    if match is None:
        return begin + 2  # an escaped character, or another command's name
    option = _OPTIONS.match(text, match.end())
    argument = _argument(text, option.end() if option else match.end())
    if argument is None:
        return match.end()
    start, end = argument
    spans.append((begin, end + 1))
    name = match.group(1) if match.re is _COMMAND else "url"
    found += _link(name, text[start:end], start)
    shown = _argument(text, end + 1) if name in ("href", "hrefurl") else None
    if shown:  # what stands for the link in print is often an address again
        spans.append((end + 1, shown[1]))
        return shown[1]
    return end + 1


def _link(name: str, raw: str, offset: int) -> Iterator[Found]:
    value = _unescaped(re.sub(r"%?\n\s*", "", raw)).strip()
    offset += len(raw) - len(raw.lstrip())
    if "#1" in value or re.search(r"#\d(?!\w)", value):
        return
    if name == "doi":
        value = re.sub(r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", "", value, flags=re.IGNORECASE)
        if value:
            yield Found(value, offset, is_doi=True)
    elif name in _URL_COMMANDS and value[:8].lower().startswith(("http://", "https://")) and is_checkable(value):
        yield Found(value, offset)
    elif name in _URL_COMMANDS and re.match(r"(?:doi:)?10\.\d{4,9}/|www\.", value, re.IGNORECASE):
        yield from (one._replace(offset=offset) for one in find_links(value))


def _bare(text: str) -> Iterator[Found]:
    """Find addresses and DOIs outside the commands."""
    taken: list[tuple[int, int]] = []
    place = 0
    while match := _BARE.search(text, place):
        raw = match.group()
        value = clip(_unescaped(raw))
        place = match.start() + len(value) if raw.startswith(value) else match.end()
        taken.append((match.start(), place))
        if is_checkable(value):
            yield Found(value, match.start())
    yield from find_links(_blanked(text, taken))


def _argument(text: str, place: int) -> tuple[int, int] | None:
    """Return where the argument of a command begins and ends: `{…}` with balanced braces, or `|…|`."""
    while place < len(text) and text[place] in " \t\n":
        place += 1
    if place >= len(text):
        return None
    if text[place] != "{":
        end = text.find(text[place], place + 1) if text[place] in "|!+=/" else -1
        return (place + 1, end) if end > 0 else None
    depth = 0
    for index in range(place, min(len(text), place + 4_000)):
        if text[index] == "\\":
            continue
        if text[index] in "{}" and text[index - 1] != "\\":
            depth += 1 if text[index] == "{" else -1
            if not depth:
                return place + 1, index
    return None


def _next(text: str, place: int) -> int:
    """Return the next backslash or percent sign, -1 when there is none."""
    places = [index for index in (text.find("\\", place), text.find("%", place)) if index >= 0]
    return min(places, default=-1)


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _without_verbatim(text: str) -> str:
    return _SKIPPED.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Put blanks where something was read already; offsets stay."""
    parts: list[str] = []
    place = 0
    for begin, end in sorted(spans):
        if begin < place:
            continue
        parts += [text[place:begin], re.sub(r"[^\n]", " ", text[begin:end])]
        place = end
    return "".join([*parts, text[place:]])


def _unescaped(text: str) -> str:
    for pattern, put in _ESCAPES:
        text = pattern.sub(put, text)
    return text
