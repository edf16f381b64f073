"""Headings and whole documents around reference lists: an HTML page, LaTeX, Typst and RTF documents."""

from __future__ import annotations

import html
from typing import Final, NamedTuple

from tipcite.csl import OutputFormat, escape_latex, escape_typst, rtf_document, rtf_heading


class Title(NamedTuple):
    """What a list is headed with, and in which language."""

    text: str
    language: str


CHINESE_TITLE: Final = Title("參考文獻", "zh-Hant")
SIMPLIFIED_TITLE: Final = Title("参考文献", "zh-Hans")
WESTERN_TITLE: Final = Title("References", "en")


def write_heading(text: str, to: OutputFormat, *, level: int = 2) -> str:
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
            return rtf_heading(text, level).rstrip("\n")
        case _:
            return text


def write_document(body: str, title: Title, to: OutputFormat) -> str:
    """Put a list into a whole document with its title; text and Markdown are whole as they are."""
    headed = f"{write_heading(title.text, to, level=1)}\n{body}"
    match to:
        case OutputFormat.HTML:
            return _page(headed, title)
        case OutputFormat.LATEX:
            return _LATEX.replace("BODY", headed)
        case OutputFormat.TYPST:
            return _TYPST.replace("BODY", headed)
        case OutputFormat.RTF:
            return rtf_document(headed)
        case _:
            return body


def _page(body: str, title: Title) -> str:
    frame = _HTML.replace("LANGUAGE", title.language).replace("TITLE", title.text)
    return frame.replace("BODY", body)


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
  font: 1rem/1.75 "Times New Roman", "Noto Serif CJK TC", "Noto Serif TC", "Songti TC", PMingLiU, serif;
  line-break: strict; overflow-wrap: anywhere;
}
:lang(zh-CN), :lang(zh-Hans), :lang(zh-SG) {
  font-family: "Times New Roman", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif;
}
:lang(ja) { font-family: "Times New Roman", "Noto Serif CJK JP", "Hiragino Mincho ProN", "MS Mincho", serif; }
:lang(ko) { font-family: "Times New Roman", "Noto Serif CJK KR", AppleMyungjo, Batang, serif; }
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
  \usepackage{xeCJK}
  \newcommand{\useEastAsianFont}[1]{\setCJKmainfont{#1}}
\else
  \usepackage{luatexja-fontspec}
  \newcommand{\useEastAsianFont}[1]{\setmainjfont{#1}}
\fi
\IfFontExistsTF{Times New Roman}{\setmainfont{Times New Roman}}{%
  \IfFontExistsTF{TeX Gyre Termes}{\setmainfont{TeX Gyre Termes}}{}}
\IfFontExistsTF{PMingLiU}{\useEastAsianFont{PMingLiU}}{%
  \IfFontExistsTF{Songti TC}{\useEastAsianFont{Songti TC}}{%
    \IfFontExistsTF{Noto Serif CJK TC}{\useEastAsianFont{Noto Serif CJK TC}}{%
      \useEastAsianFont{bsmi00lp.ttf}}}}
\usepackage[hyphens]{url}
\usepackage[hidelinks]{hyperref}
\urlstyle{same}
\begin{document}
BODY\end{document}
"""
_TYPST: Final = """\
#set page(paper: "a4", margin: 2.54cm)
#set text(
  font: ("Times New Roman", "TeX Gyre Termes", "Libertinus Serif", "PMingLiU", "Songti TC", "Noto Serif CJK TC"),
  size: 12pt,
)
#show heading: set block(above: 1.6em, below: 1em)

BODY"""
