"""Simple mathematics as text: Greek letters, signs, one level of sub- and superscripts; the rest stays LaTeX."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.latex_tables import MATH_SIGNS

_SCRIPT: Final = re.compile(r"([\^_])\s*(?:\{([^{}\\^_]*)\}|([^\s\\{}^_]))")
_SIGN: Final = re.compile(r"\\([A-Za-z]+)\s*|\\([,;:! %&#$_])")
_FONT: Final = re.compile(r"\\(?:mathrm|mathit|mathsf|text|textrm|rm|it)\s*\{([^{}]*)\}")
_TAGS: Final = {"^": ("<sup>", "</sup>"), "_": ("<sub>", "</sub>")}


def decode_math(formula: str) -> str:
    """Turn a formula into rich text, or leave it between dollar signs when it has more than text can show."""
    text = _FONT.sub(r"\1", formula)
    text = _SIGN.sub(_sign, text)
    text = _SCRIPT.sub(_script, text)
    if re.search(r"[\\{}^_]", text):
        return f"${formula}$"
    return text.strip()


def _sign(match: re.Match[str]) -> str:
    if match[2]:
        return " " if match[2] in ",;: " else match[2].replace("!", "")
    return MATH_SIGNS.get(match[1], match[0])


def _script(match: re.Match[str]) -> str:
    before, behind = _TAGS[match[1]]
    return f"{before}{match[2] if match[2] is not None else match[3]}{behind}"
