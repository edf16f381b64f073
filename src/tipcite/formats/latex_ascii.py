r"""LaTeX in ASCII alone, for the BibTeX of 1988: `ü` is `{\"u}`, `ß` is `{\ss}`; what has no command stays.

The commands are those of `latex_tables`, so that `decode_latex` reads the same characters back; one that it does not
is left as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from tipcite.formats.latex import decode_latex
from tipcite.formats.latex_tables import ACCENTS, SIGNS

_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_COMMANDS: Final = {mark: command for command, mark in reversed(tuple(ACCENTS.items()))}
_SIGNS: Final = {
    sign: command
    for command, sign in sorted(SIGNS.items(), key=lambda pair: (pair[0].startswith("text"), -len(pair[0])))
    if len(sign) == 1 and not sign.isascii() and command.isalpha()
}


def ascii_latex(text: str) -> str:
    """Write the letters and signs of a LaTeX text that have a command by it; the others stay."""
    return text if text.isascii() else _NOT_ASCII.sub(lambda match: _command(match[0]), text)


@cache
def _command(char: str) -> str:
    written = f"{{\\{_SIGNS[char]}}}" if char in _SIGNS else _accented(char)
    return written if decode_latex(written) == char else char


def _accented(char: str) -> str:
    parts = unicodedata.normalize("NFD", char)
    base, marks = parts[0], parts[1:]
    letter = base if base.isascii() else f"\\{_SIGNS[base]}" if base in _SIGNS else ""
    if not letter or not marks or any(mark not in _COMMANDS for mark in marks):
        return char
    for mark in marks:
        command = _COMMANDS[mark]
        plain = len(letter) == 1 and not command.isalpha()
        letter = f"\\{command}{letter}" if plain else f"\\{command}{{{letter}}}"
    return f"{{{letter}}}"
