"""Headings and whole documents around reference lists: an HTML page, LaTeX, Typst and RTF documents."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from tipcite.csl import OutputFormat, escape_latex, escape_typst, rtf_document, rtf_heading
from tipcite.render.page_fonts import HANGUL, LATIN, MAINLAND, NO_BOLD, RARE, TAIWAN, fonts_of


class Title(NamedTuple):
    """What a list is headed with, and in which language."""

    text: str
    language: str


CHINESE_TITLE: Final = Title("參考文獻", "zh-Hant")
SIMPLIFIED_TITLE: Final = Title("参考文献", "zh-Hans")
WESTERN_TITLE: Final = Title("References", "en")


def write_heading(text: str, to: OutputFormat, *, level: int = 2, home: str = "zh-TW") -> str:
    """Write a heading: level 1 is the list's title, level 2 the name of a part of it."""
    match to:
        case OutputFormat.HTML:
            return f"<h{level}>{html.escape(text)}</h{level}>"
        case OutputFormat.MARKDOWN:
            return f"{'#' * level} {text}"
        case OutputFormat.LATEX:
            return f"\\{'sub' * (level - 1)}section*{{{escape_latex(text)}}}"
        case OutputFormat.TYPST:
            return f"#heading(level: {level}, numbering: none)[{escape_typst(text)}]"
        case OutputFormat.RTF:
            return rtf_heading(text, level, language=home).rstrip("\n")
        case _:
            return text


def write_document(body: str, title: Title, to: OutputFormat, *, home: str = "zh-TW") -> str:
    """Put a list into a whole document with its title, in the fonts of `home`; text and Markdown are whole already."""
    headed = f"{write_heading(title.text, to, level=1, home=home)}\n{body}"
    match to:
        case OutputFormat.HTML:
            return _page(headed, title, home)
        case OutputFormat.LATEX:
            return _latex(headed, home)
        case OutputFormat.TYPST:
            return _typst(headed, home)
        case OutputFormat.RTF:
            return rtf_document(headed)
        case _:
            return body


def _page(body: str, title: Title, home: str) -> str:
    parts = {
        "LANGUAGE": title.language, "TITLE": title.text, "LATIN": _css(LATIN), "HOME": _css(fonts_of(home).serif),
        "TRADITIONAL": _css(TAIWAN.serif), "SIMPLIFIED": _css(MAINLAND.serif), "BODY": body,
    }  # fmt: skip
    return _filled(_HTML, parts)


def _css(fonts: tuple[str, ...]) -> str:
    return ", ".join(f'"{font}"' if " " in font else font for font in fonts)


def _latex(body: str, home: str) -> str:
    fonts, other = (MAINLAND, TAIWAN) if fonts_of(home) is MAINLAND else (TAIWAN, MAINLAND)
    parts = {
        "LATIN": _first("setmainfont", LATIN),
        "HAN": _first("useEastAsianFont", (*fonts.serif, fonts.tex_live)),
        "OTHER": _first("useOtherFont", (*other.serif, other.tex_live)),
        "HANGUL": _first("useOtherFont", HANGUL),
        "RARE": _first("useOtherFont", RARE),
        "BODY": body,
    }
    return _filled(_LATEX, parts)


def _first(command: str, fonts: tuple[str, ...]) -> str:
    """Write what names the first of these fonts that there is; one that has a bold cut is not emboldened."""
    calls = [(font, "" if font in NO_BOLD else "[AutoFakeBold=false]") for font in fonts]
    options = command != "setmainfont"
    lines = (rf"\IfFontExistsTF{{{font}}}{{\{command}{{{font}}}{bold * options}}}{{" for font, bold in calls)
    return "%\n  ".join(lines) + "}" * len(calls)


def _typst(body: str, home: str) -> str:
    fonts = fonts_of(home)
    rows = {"SERIF": fonts.serif, "BOLD": fonts.bold, "SLANTED": (*fonts.slanted, *fonts.serif)}
    lists = {name: ", ".join(f'"{font}"' for font in (*LATIN, *row)) for name, row in rows.items()}
    return _filled(_TYPST, {**lists, "BODY": body})


def _filled(frame: str, parts: Mapping[str, str]) -> str:
    """Put parts in the places of their names, all at once: a name that a part has in its own text is left alone."""
    return re.sub(rf"\b(?:{'|'.join(parts)})\b", lambda match: parts[match[0]], frame)


_HTML: Final = """\
<!doctype html>
<html lang="LANGUAGE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TITLE</title>
<style>
:root { color-scheme: light dark; }
body {
  max-width: 44rem; margin: clamp(1.5rem, 6vw, 4rem) auto; padding: 0 1.25rem;
  font: 1rem/1.75 LATIN, HOME, serif;
  line-break: strict; overflow-wrap: anywhere;
}
:lang(zh-TW), :lang(zh-Hant), :lang(zh-HK), :lang(zh-MO) { font-family: LATIN, TRADITIONAL, serif; }
:lang(zh-CN), :lang(zh-Hans), :lang(zh-SG) { font-family: LATIN, SIMPLIFIED, serif; }
:lang(ja) { font-family: LATIN, "MS Mincho", "Hiragino Mincho ProN", "Noto Serif CJK JP", serif; }
:lang(ko) { font-family: LATIN, Batang, AppleMyungjo, "Noto Serif CJK KR", serif; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 1.5rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 2.25rem 0 0.75rem; }
.csl-entry { margin-bottom: 0.6rem; break-inside: avoid; }
.csl-entry:target { outline: 1px solid; outline-offset: 0.35rem; }
.hanging-indent .csl-entry { padding-left: 2em; text-indent: -2em; }
.csl-entry > div { text-indent: 0; }
.csl-entry:has(> .csl-left-margin) { display: grid; grid-template-columns: 2.5em 1fr; padding: 0; }
.csl-indent { padding-left: 2em; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
a:hover, a:focus-visible { text-decoration-thickness: 2px; }
@media print { body { max-width: none; margin: 0; padding: 0; } a { text-decoration: none; } }
</style>
</head>
<body>
<main>
BODY</main>
</body>
</html>
"""
_LATEX: Final = r"""% XeLaTeX or LuaLaTeX
\documentclass[12pt]{article}
\usepackage[a4paper,margin=2.54cm]{geometry}
\usepackage{fontspec}
\usepackage{iftex}
\ifXeTeX
  % Han fonts have no italics, and some have no bold: they are slanted and emboldened.
  \usepackage[AutoFakeBold,AutoFakeSlant,AutoFallBack]{xeCJK}
  \NewDocumentCommand{\useEastAsianFont}{mO{}}{\setCJKmainfont{#1}[#2]}
  \newcommand{\otherFonts}{}
  \NewDocumentCommand{\useOtherFont}{mO{}}{\edef\otherFonts{\otherFonts{[#2]{#1}},}}
\else
  \usepackage{luatexja-fontspec}
  \NewDocumentCommand{\useEastAsianFont}{mO{}}{\setmainjfont{#1}}
  \NewDocumentCommand{\useOtherFont}{mO{}}{}
\fi
LATIN
HAN
OTHER
HANGUL
RARE
\ifXeTeX
  % What the first font lacks: the other orthography, hangul, rare characters.
  \newcommand{\fallBackOn}[1]{\setCJKfallbackfamilyfont{\CJKrmdefault}{#1}}
  \expandafter\fallBackOn\expandafter{\otherFonts}
\fi
\usepackage[hyphens]{url}
\usepackage[hidelinks]{hyperref}
\urlstyle{same}
\begin{document}
BODY\end{document}
"""
_TYPST: Final = """\
#set page(paper: "a4", margin: 2.54cm)
#set text(font: (SERIF), size: 12pt)
// Typst makes no bold and no italics of its own: fonts that have them, of which the first that is there is used.
#show heading: set text(font: (BOLD))
#show strong: set text(font: (BOLD))
#show emph: set text(font: (SLANTED))
#show heading: set block(above: 1.6em, below: 1em)

BODY"""
