"""Inline content → RTF 1.9 that Word and LibreOffice open: ASCII only, everything else by its UTF-16 numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from tipcite.csl.inline import Inline
from tipcite.csl.writers.characters import AMBIGUOUS, EAST_ASIAN, ascii_address
from tipcite.csl.writers.margin import split_margin
from tipcite.csl.writers.runs import Run, write_runs
from tipcite.csl.writers.text import write_text
from tipcite.csl.writers.typefaces import FONTS, Typeface, typeface

_ESCAPES: Final = {"\\": "\\\\", "{": "\\{", "}": "\\}", "\n": "\\line ", "\t": "\\tab ", "\u00a0": "\\~"}
_PROPERTIES: Final = (
    ("italic", "\\i"),
    ("bold", "\\b"),
    ("small_caps", "\\scaps"),
    ("underline", "\\ul"),
    ("superscript", "\\super"),
    ("subscript", "\\sub"),
)
_INDENT: Final = 480
"""A hanging indent of two Han characters of 12 points, in twentieths of a point."""
_HEADING_SIZES: Final = {1: 32, 2: 28}
# The character sets of the fonts (RTF 1.9, `\fcharset`): ANSI, Chinese Big5, GB 2312, Shift-JIS, Hangul.
_CHARACTER_SETS: Final = dict(zip(FONTS, (0, 136, 134, 128, 129), strict=True))


def write_rtf(inline: Iterable[Inline], *, language: str = "", home: str = "zh-TW") -> str:
    """Write text of a paragraph; it needs `rtf_document` around it, where its fonts are listed.

    Han in a Western language is set as at `home`.
    """
    face = typeface(language, home)
    groups = groupby(write_runs(inline), key=lambda run: run.target)
    return "".join(_link("".join(_run(run, face) for run in runs), target) for target, runs in groups)


def escape_rtf(text: str) -> str:
    """Escape what RTF would read; what is beyond ASCII becomes UTF-16 code units in signed decimals."""
    return "".join(_ESCAPES.get(char) or (char if char.isascii() else _unicode(char)) for char in text)


def rtf_list(entries: Sequence[tuple[tuple[Inline, ...], str]], *, hanging: bool, home: str = "zh-TW") -> str:
    """Write entries (content and language) as paragraphs, numbers in the margin followed by a tabulator."""
    margins = [split_margin(inline) for inline, _ in entries]
    # About the width of a digit of 12 points for each character, and half of an em after the widest.
    width = max((len(write_text(one.label)) for one in margins if one.label), default=0) * 120 + 120
    lines = []
    for (label, body), (_, language) in zip(margins, entries, strict=True):
        indent = width if label else _INDENT if hanging else 0
        before = f"{write_rtf(label, language=language, home=home)}\\tab " if label else ""
        shape = f"\\li{indent}\\fi-{indent}\\tx{indent}" if indent else ""
        face = typeface(language, home)
        languages = f"\\lang{1033 if face.is_east_asian else face.number}\\langfe{face.eastern.number}"
        text = write_rtf(body, language=language, home=home)
        lines.append(f"{{\\pard\\plain\\f0\\fs24{shape}\\sa120{languages} {before}{text}\\par}}\n")
    return "".join(lines)


def rtf_heading(text: str, level: int, *, language: str = "zh-TW") -> str:
    """Write a heading that outlines and tables of contents know."""
    size = _HEADING_SIZES[level]
    look = f"\\s{level}\\outlinelevel{level - 1}\\keepn\\sb240\\sa120\\b\\f0\\fs{size}"
    return f"{{\\pard\\plain{look} {''.join(_fonts(text, typeface(language)))}\\par}}\n"


def rtf_document(body: str) -> str:
    """Put paragraphs into a document with the fonts and styles that they name."""
    fonts = "".join(
        f"{{\\f{number}\\froman\\fcharset{_CHARACTER_SETS[font]} {font};}}" for number, font in enumerate(FONTS)
    )
    styles = "".join(
        f"{{\\s{level}\\outlinelevel{level - 1}\\b\\fs{size} heading {level};}}"
        for level, size in _HEADING_SIZES.items()
    )
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0\\deflang1033\\deflangfe1028\n"
        f"{{\\fonttbl{fonts}}}\n{{\\stylesheet{{\\s0 Normal;}}{styles}}}\n"
        f"\\paperw11906\\paperh16838\\margl1440\\margr1440\\margt1440\\margb1440\n{body}}}\n"
    )


def _run(run: Run, face: Typeface) -> str:
    words = "".join(word for name, word in _PROPERTIES if getattr(run, name))
    text = "".join(_fonts(run.text, face))
    return f"{{{words} {text}}}" if words else text


def _fonts(text: str, face: Typeface) -> Iterator[str]:
    """Write a text, East Asian pieces in their font; ambiguous punctuation is theirs in their entries."""
    wide = EAST_ASIAN + (AMBIGUOUS if face.is_east_asian else "")
    number = FONTS.index(face.font)
    for index, piece in enumerate(re.split(f"([{wide}]+)", text)):
        if index % 2:
            yield f"{{\\loch\\af{number}\\hich\\af{number}\\dbch\\f{number} {escape_rtf(piece)}}}"
        else:
            yield escape_rtf(piece)


def _link(text: str, target: str) -> str:
    if not target:
        return text
    address = ascii_address(target).replace('"', "%22")
    return f'{{\\field{{\\*\\fldinst{{HYPERLINK "{escape_rtf(address)}"}}}}{{\\fldrslt{{{text}}}}}}}'


def _unicode(char: str) -> str:
    data = char.encode("utf-16-le")
    units = (int.from_bytes(data[start : start + 2], "little", signed=True) for start in range(0, len(data), 2))
    return "".join(f"\\u{unit}?" for unit in units)
