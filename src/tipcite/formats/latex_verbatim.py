"""Addresses and DOIs in .bib files: not LaTeX text, and yet often escaped as if they were."""

from __future__ import annotations

import re
from typing import Final

_WRAPPED: Final = re.compile(r"^\s*\\(?:url|href|nolinkurl|path)\s*\{([^{}]*)\}(?:\{[^{}]*\})?\s*$")
_ESCAPED: Final = re.compile(r"\{\\([_&%#$~{}])\}|\\([_&%#$~{}])(?:\{\})?|\{([_&%#$~])\}")
_TILDE: Final = re.compile(r"\\textasciitilde(?:\{\}|\s+)?|\$\\sim\$|\{\\textasciitilde\}|\{\\raise[^{}~]{0,40}~\}")


def decode_verbatim(value: str) -> str:
    """Take off what was put on for TeX; `%20` and `~` stay, for they belong to the address."""
    if "\\" not in value and "{" not in value and "\n" not in value and " " not in value[:1] + value[-1:]:
        return value
    match = _WRAPPED.match(value)
    text = match[1] if match else value
    text = _TILDE.sub("~", text)
    text = _ESCAPED.sub(lambda found: found[1] or found[2] or found[3], text)
    text = re.sub(r"\s*\n\s*", "", text).strip()
    while text.startswith("{") and text.endswith("}"):
        text = text[1:-1]
    return text
