"""The fonts that whole documents name, by the place that a style is made for; the first that is installed is used."""

from __future__ import annotations

from typing import Final, NamedTuple

from tipcite.csl import typeface

LATIN: Final = ("Times New Roman", "Liberation Serif", "Libertinus Serif", "TeX Gyre Termes", "DejaVu Serif")


class Fonts(NamedTuple):
    """Fonts of Windows, macOS and Linux for Han, in turn."""

    serif: tuple[str, ...]
    bold: tuple[str, ...]
    """Those that have a bold cut, for a program that makes none of its own."""
    slanted: tuple[str, ...]
    """Kai, which Chinese sets where Western text has italics: a program that slants none of its own needs them."""
    tex_live: str
    """The file of a font that TeX Live brings."""


TAIWAN: Final = Fonts(
    serif=("PMingLiU", "Songti TC", "Noto Serif CJK TC"),
    bold=("Microsoft JhengHei", "Songti TC", "Noto Serif CJK TC"),
    slanted=("DFKai-SB", "BiauKai", "AR PL UKai TW"),
    tex_live="bsmi00lp.ttf",
)
MAINLAND: Final = Fonts(
    serif=("SimSun", "Songti SC", "Noto Serif CJK SC"),
    bold=("SimHei", "Songti SC", "Noto Serif CJK SC"),
    slanted=("KaiTi", "Kaiti SC", "AR PL UKai CN"),
    tex_live="gbsn00lp.ttf",
)
HANGUL: Final = ("Batang", "AppleMyungjo", "Noto Serif CJK KR")
RARE: Final = ("PMingLiU-ExtB", "SimSun-ExtB")
"""Han beyond Unicode's first plane."""
NO_BOLD: Final = frozenset({"PMingLiU", "SimSun", "bsmi00lp.ttf", "gbsn00lp.ttf", "Batang", "AppleMyungjo", *RARE})
"""Those that XeTeX has to embolden."""


def fonts_of(home: str) -> Fonts:
    """Return the fonts of a list whose style is made for readers of this language; others read as Taiwan does."""
    return MAINLAND if typeface("", home).eastern.font in MAINLAND.serif else TAIWAN
