"""Regular expressions that are compiled when they are first used.

The grammar has hundreds: compiling them all takes a quarter of a second, most lists need few of them.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Later:
    """Stands for a compiled expression, whose methods it takes over at its first use: later uses are direct."""

    def __init__(self, expression: str, flags: int) -> None:
        self._arguments = (expression, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._arguments)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def later(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as `re.compile(expression, flags)` does, and is compiled when it is first used."""
    return cast("re.Pattern[str]", _Later(expression, flags))
