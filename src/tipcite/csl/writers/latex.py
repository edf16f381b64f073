"""Inline content → LaTeX for engines that read Unicode (XeLaTeX, LuaLaTeX); links are hyperref's commands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from tipcite.csl.inline import Inline, Mark, Span, Str
from tipcite.csl.writers.characters import AMBIGUOUS, EAST_ASIAN, ascii_address, is_web_address, printable
from tipcite.csl.writers.gaps import Gap, with_gaps
from tipcite.csl.writers.margin import split_margin
from tipcite.csl.writers.text import write_text
from tipcite.csl.writers.typefaces import typeface

_ESCAPES: Final = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "{": "\\{",
        "}": "\\}",
        "&": "\\&",
        "%": "\\%",
        "$": "\\$",
        "#": "\\#",
        "_": "\\_",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        "<": "\\textless{}",
        ">": "\\textgreater{}",
        "|": "\\textbar{}",
        # Straight quotation marks would be printed as curly ones.
        '"': "\\textquotedbl{}",
        "'": "\\textquotesingle{}",
        "`": "\\textasciigrave{}",
        # Behind `\item` and `\\` a bracket would open an argument.
        "[": "{[}",
        "]": "{]}",
        "\u00a0": "~",
        "\u00ad": "\\-",
        "\u202f": "\\,",
    }
)
# What xeCJK takes for Chinese and prints as wide as a Han character; TeX's own input of it is Latin.
_LATIN_PUNCTUATION: Final = str.maketrans(
    {"‘": "`", "’": "'", "“": "``", "”": "''", "–": "--", "—": "---", "…": "\\ldots{}", "·": "\\textperiodcentered{}"}
)
_DASHES: Final = str.maketrans({"–": "--"})
_APOSTROPHE: Final = "(?<=[A-Za-zÀ-ɏ])’(?=[A-Za-zÀ-ɏ])"
# Signs that TeX would join with their neighbour are kept apart, first by a sign that no printable text has.
_JOINING: Final = "(?<=[-–—,‘’“”])(?=[-–—,‘’“”])"
_JOINING_IN_CHINESE: Final = "(?<=[-–,])(?=[-–,])"
_ENDS: Final = frozenset("-,`'")
_APART: Final = "\x00"
# xeCJK drops a space that stands between two Han characters.
_WIDE: Final = f"[{EAST_ASIAN}{AMBIGUOUS}]"
_HAN_SPACE: Final = f"(?<={_WIDE}) (?={_WIDE})"
_MARKS: Final = {
    Mark.ITALIC: "textit",
    Mark.OBLIQUE: "textsl",
    Mark.UPRIGHT: "textup",
    Mark.BOLD: "textbf",
    Mark.LIGHT: "textmd",
    Mark.MEDIUM: "textmd",
    Mark.SMALL_CAPS: "textsc",
    Mark.FULL_CAPS: "textulc",
    Mark.UNDERLINE: "underline",
    Mark.SUPERSCRIPT: "textsuperscript",
    Mark.SUBSCRIPT: "textsubscript",
}
_GAPS: Final = {Gap.NONE: "", Gap.SPACE: " ", Gap.LINE: "\\newline "}
_HANGING: Final = r"\setlength{\leftmargin}{2em}\setlength{\itemindent}{-2em}"
_FLUSH: Final = r"\setlength{\leftmargin}{0pt}\setlength{\itemindent}{0pt}"
_LABELLED: Final = (
    r"\settowidth{\labelwidth}{WIDEST}\setlength{\labelsep}{0.5em}\renewcommand{\makelabel}[1]{#1\hfill}%" + "\n"
    r"  \setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}\setlength{\itemindent}{0pt}"
)
_UNLABELLED: Final = r"\setlength{\labelwidth}{0pt}\setlength{\labelsep}{0pt}"
_LIST: Final = r"""\begin{list}{}{%
  SHAPE%
  \setlength{\listparindent}{0pt}\setlength{\parsep}{0pt}\setlength{\itemsep}{0.5\baselineskip}\raggedright}
ITEMS
\end{list}
"""


def write_latex(inline: Iterable[Inline], *, language: str = "") -> str:
    """Write LaTeX; quotation marks and dashes are Chinese ones in an East Asian language, Latin ones otherwise."""
    is_east_asian = typeface(language).is_east_asian
    out: list[str] = []
    before = ""
    for gap, node in with_gaps(inline):
        if isinstance(node, Str):
            written = escape_latex(node.text, is_east_asian=is_east_asian)
        else:
            written = _span(node, language)
        apart = _GAPS[gap] or ("{}" if before[-1:] in _ENDS and written[:1] in _ENDS else "")
        out.append(apart + written)
        before = written or before
    return "".join(out)


def escape_latex(text: str, *, is_east_asian: bool = False) -> str:
    """Escape all that LaTeX would read."""
    joining = _JOINING_IN_CHINESE if is_east_asian else _JOINING
    escaped = re.sub(joining, _APART, printable(text)).translate(_ESCAPES)
    if not escaped.isascii():
        if is_east_asian:
            escaped = re.sub(_HAN_SPACE, r"\\ ", re.sub(_APOSTROPHE, "'", escaped)).translate(_DASHES)
        else:
            escaped = re.sub(_HAN_SPACE, r"\\ ", escaped.translate(_LATIN_PUNCTUATION))
    return escaped.replace(_APART, "{}")


def latex_list(entries: Sequence[tuple[tuple[Inline, ...], str]], *, hanging: bool) -> str:
    """Write entries (content and language) as a list, with their numbers in the margin where they have one."""
    parts = [split_margin(inline) for inline, _ in entries]
    labels = [write_latex(part.label).strip() for part in parts]
    shape = (_HANGING if hanging else _FLUSH) + _UNLABELLED
    if any(labels):
        shape = _LABELLED.replace("WIDEST", max(labels, key=len))
    bodies = [write_latex(part.body, language=entry[1]) for part, entry in zip(parts, entries, strict=True)]
    items = [
        f"\\item[{{{label}}}] {body}" if label else f"\\item {body}" for label, body in zip(labels, bodies, strict=True)
    ]
    return _LIST.replace("SHAPE", shape).replace("ITEMS", "\n\n".join(items))


def _span(span: Span, language: str) -> str:
    inner = write_latex(span.children, language=language)
    match span.mark:
        case Mark.LINK:
            return _link(span, inner)
        case Mark.INDENT:
            return f"\\hspace*{{2em}}{inner}"
    command = _MARKS.get(span.mark)
    return f"\\{command}{{{inner}}}" if command else inner


def _link(span: Span, inner: str) -> str:
    if not is_web_address(span.target):
        return inner
    text = write_text(span.children)
    # hyperref takes `\%` and `\#` for the signs themselves, also within another command's argument.
    target = re.sub("[%#]", r"\\\g<0>", ascii_address(span.target))
    if text == span.target and re.fullmatch(r"[\w:/.?&=+,;!@()*#%~$'-]+", text, re.ASCII):
        return f"\\url{{{target}}}"
    if is_web_address(text):
        inner = re.sub(r"(?<=[/.?=&])(?=\w)", r"\\allowbreak{}", inner)
    return f"\\href{{{target}}}{{{inner}}}"
