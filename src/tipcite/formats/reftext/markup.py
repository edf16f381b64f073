r"""Marks of other formats in a pasted text are taken out: LaTeX's \bibitem, HTML, Markdown, and invisible characters.

Only what certainly is markup is touched, and no text is lost: the address of a link stays behind its words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from operator import itemgetter
from typing import Final

from tipcite.formats.reftext.source import Source

# What begins an entry or a paragraph in a markup language is a blank line in plain text.
_PARAGRAPH: Final = "\n\n"
# Zero-width space and joiners of words, marks of direction, byte order mark; variation selectors belong to their Han.
# (A set before the repeated one: the search runs to the next of its characters.)
_INVISIBLES: Final = "[\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_INVISIBLE: Final = re.compile(f"{_INVISIBLES}{_INVISIBLES}*")
_SOFT_HYPHEN: Final = re.compile("\u00ad(?!\\s*(?:\r\n|[\r\n\u2028\u2029\x0b\x0c]|$))")


def plain(text: str) -> Source:
    """Take markup and invisible characters out of a pasted text."""
    source = Source(text)
    if not text.isascii():
        source = source.edited(_INVISIBLE, "")
        if "\u00ad" in text:
            source = source.edited(_SOFT_HYPHEN, "")
    if "\\" in text and _BIBITEM.search(text):
        source = _without_latex(source)
    if "<" in text and len(_TAG.findall(text)) > 1:
        source = _without_html(source)
    elif "&" in text and _ENTITY.search(text):
        source = source.edited(_ENTITY, _character)
    if "](" in text or "<http" in text or "*" in text or "\\" in text or "_" in text or "#" in text or ">" in text:
        source = _without_markdown(source)
    return source


# LaTeX, as thebibliography prints it

_BIBITEM: Final = re.compile(r"\\bibitem\s*(?:\[[^\[\]]{0,200}\]\s*)?\{[^{}]{0,200}\}\s*")
_LATEX_LINES: Final = re.compile(r"\\(?:begin|end)\s*\{[^{}]{0,60}\}(?:\{[^{}]{0,60}\})?|(?<!\\)%[^\n]*\n?")
_LATEX_LINK: Final = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}|\\href\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_ACCENT: Final = re.compile(r"\{?\\(?:[\"'`^~=.]|[cvuHkdbtr](?=[\s{]))\s*(?:\{\\?[a-zA-Z]\}|\\?[a-zA-Z])\}?")
_SIGN: Final = re.compile(r"\{?\\(?:ss|ae|oe|aa|o|l|i|j|AE|OE|AA|O|L)(?![A-Za-z])(?:\{\}|\s)?\}?")
_COMMAND: Final = re.compile(
    r"\\((?:La|Bib)?TeX)(?![A-Za-z])|\\(?:newblock|em|it|bf|sc|rm|sl|tt|itshape|bfseries|scshape|relax|"
    r"sloppy|small)(?![A-Za-z])\s?"
    r"|\\(?:emph|textit|textbf|textsc|textsl|texttt|textrm|textup|text|mbox|enquote|bibinfo\{[a-z]+\})(?=\s?\{)"
)
_ESCAPED: Final = re.compile(r"\\([&%_$#{}])|\\[,;:! ]|(?<!\\)~|---?|``|''|(?<!\\)[{}]")


def _without_latex(source: Source) -> Source:
    from tipcite.formats.latex import decode_latex

    source = source.edited(_BIBITEM, _PARAGRAPH)
    source = source.edited(_LATEX_LINES, "\n")
    source = source.edited(_LATEX_LINK, lambda match: match[1] or f"{match[3]} {match[2]}")
    source = source.edited(_ACCENT, lambda match: decode_latex(match.group()))
    source = source.edited(_SIGN, lambda match: decode_latex(match.group()))
    source = source.edited(_COMMAND, lambda match: match[1] or "")
    return source.edited(_ESCAPED, _unescaped)


def _unescaped(match: re.Match[str]) -> str:
    signs = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " ", "{": "", "}": ""}
    return match[1] or signs.get(match.group(), " ")


# HTML

_BLOCK: Final = "p|li|div|ol|ul|br|tr|td|dd|dt|dl|h[1-6]|table|tbody|section|blockquote|body|html"
_INLINE: Final = "i|b|em|strong|span|cite|a|u|sup|sub|font|small|q|bdi|bdo"
_TAG: Final = re.compile(rf"</?(?:{_BLOCK}|{_INLINE})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)
_BLOCK_TAG: Final = re.compile(rf"\s*</?(?:{_BLOCK})(?:\s[^<>]{{0,500}})?/?>\s*", re.IGNORECASE)
_INLINE_TAG: Final = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]{{0,500}})?/?>|<!--[^<>]{{0,2000}}-->", re.IGNORECASE)
_ANCHOR: Final = re.compile(
    r"<a\s[^<>]{0,500}?href\s*=\s*[\"']?(?P<url>https?://[^\s\"'<>]+)[\"']?[^<>]{0,500}>(?P<text>[^<>]{0,1000})</a>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|[lr][sd]quo|hellip|middot|#\d{2,6}|#x[\da-f]{2,5});"
)
_ANY_ENTITY: Final = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][\da-fA-F]{2,5});")
_LINE_IN_HTML: Final = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")


def _without_html(source: Source) -> Source:
    """Blank out tags; a line break in HTML is a blank, unless paragraphs are not tagged at all."""
    if _BLOCK_TAG.search(source.text):
        source = source.edited(_LINE_IN_HTML, " ")
        source = source.edited(_BLOCK_TAG, _PARAGRAPH)
    source = source.edited(_ANCHOR, _link)
    source = source.edited(_INLINE_TAG, "")
    return source.edited(_ANY_ENTITY, _character)


def _link(match: re.Match[str]) -> str:
    url, words = match["url"].strip(), match["text"].strip()
    return words if not words or _is_same_address(url, words) else f"{words} {url}"


def _is_same_address(url: str, words: str) -> bool:
    bare = re.sub(r"^(?:https?://)?(?:dx\.)?(?:www\.)?|/$", "", words.lower())
    return "." in bare and " " not in bare and bare in url.lower()


def _character(match: re.Match[str]) -> str:
    return html.unescape(match.group())


# Markdown

_MARKDOWN_LINK: Final = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]\n]{1,500})\]\(<?(?P<url>https?://[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?\)"
)
_AUTOLINK: Final = re.compile(r"<(https?://[^\s<>]+)>")
_STARS: Final = re.compile(
    r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,400}?(?:\n[^*\n]{1,400}?)?)(?<=[^\s*\\])\1(?![\w*])"
)
_HAN_STARS: Final = re.compile(r"(?<!\*)(\*{1,3})(?=[《〈「\u3400-\u9fff])([^*\n]{1,200}?)\1(?!\*)")
_LOW_LINES: Final = re.compile(r"(?<![\w_/\\.])(_{1,2})(?=[^\s_])([^_\n]{1,400}?)(?<=[^\s_])\1(?![\w_/])")
_BACKSLASH: Final = re.compile(r"\\(?=[*_\[\]().#&+!`-])")
_QUOTED: Final = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE)


# Each mark with a sign that every text has in which it stands, and what stays of it.
_MARKDOWN: Final[tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str] | str], ...]] = (
    ("](", _MARKDOWN_LINK, _link),
    ("<http", _AUTOLINK, itemgetter(1)),
    (">", _QUOTED, ""),
    ("*", _STARS, itemgetter(2)),
    ("*", _HAN_STARS, itemgetter(2)),
    ("_", _LOW_LINES, itemgetter(2)),
    ("\\", _BACKSLASH, ""),
)


def _without_markdown(source: Source) -> Source:
    for sign, pattern, stays in _MARKDOWN:
        if sign in source.text:
            source = source.edited(pattern, stays)
    return source
