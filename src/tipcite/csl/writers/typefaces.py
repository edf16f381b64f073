"""What a word processor is told of an entry's language: tag, East Asian font, Windows' number of the language."""

from __future__ import annotations

from typing import Final, NamedTuple

from tipcite.lang import primary_language

WESTERN_FONT: Final = "Times New Roman"


class Typeface(NamedTuple):
    """The language of an entry as programs for print know it, and the font of its Han, kana or hangul."""

    tag: str
    font: str
    number: int
    """The language's identifier in RTF ([MS-LCID])."""
    beside: Typeface | None = None
    """In a Western entry: how its Han, and marks of full width, are set."""

    @property
    def is_east_asian(self) -> bool:
        """Tell whether the entry itself is in an East Asian language."""
        return self.beside is None

    @property
    def eastern(self) -> Typeface:
        """How Han is set in the entry."""
        return self.beside or self


# The fonts are Windows' own of each language, which Word on the Mac and LibreOffice replace by theirs.
_TAIWAN: Final = Typeface("zh-TW", "PMingLiU", 1028)
_EAST_ASIAN: Final = {
    "zh-tw": _TAIWAN,
    "zh-hant": _TAIWAN,
    "zh-hk": Typeface("zh-HK", "PMingLiU", 3076),
    "zh-mo": Typeface("zh-MO", "PMingLiU", 5124),
    "zh-cn": Typeface("zh-CN", "SimSun", 2052),
    "zh-hans": Typeface("zh-CN", "SimSun", 2052),
    "zh-sg": Typeface("zh-SG", "SimSun", 4100),
    "zh": _TAIWAN,
    "ja": Typeface("ja-JP", "MS Mincho", 1041),
    "ko": Typeface("ko-KR", "Batang", 1042),
}
_WESTERN: Final = {
    "en-us": 1033,
    "en-gb": 2057,
    "en-au": 3081,
    "en-ca": 4105,
    "en": 1033,
    "de": 1031,
    "fr": 1036,
    "es": 3082,
    "it": 1040,
    "pt-br": 1046,
    "pt": 2070,
    "nl": 1043,
    "ru": 1049,
    "vi": 1066,
}
_NO_LANGUAGE: Final = 1024
FONTS: Final = (WESTERN_FONT, *dict.fromkeys(face.font for face in _EAST_ASIAN.values()))
"""All fonts, each once: the places are their numbers in RTF."""


def typeface(language: str, home: str = "zh-TW") -> Typeface:
    """Return how an entry of this language is set; Han in a Western entry is set as at `home`.

    That decides where in its square a comma of full width stands: in the middle in Taiwan, at the foot on the mainland
    (W3C, Requirements for Chinese Text Layout), whose GB/T 7714-2025 prints such commas in Western entries too.
    """
    tag = language.replace("_", "-")
    names = _names(tag)
    eastern = _eastern(names)
    if eastern:
        return eastern
    number = next((_WESTERN[name] for name in names if name in _WESTERN), _NO_LANGUAGE)
    beside = _eastern(_names(home)) or _TAIWAN
    return Typeface(tag, beside.font, number, beside)


def _names(tag: str) -> list[str]:
    """Name a language from the narrowest to the widest: `zh-hant-tw` is `zh-tw`, `zh-hant`, `zh`."""
    primary, rest = primary_language(tag), [part.lower() for part in tag.replace("_", "-").split("-")[1:]]
    return [*(f"{primary}-{part}" for part in reversed(rest)), primary]


def _eastern(names: list[str]) -> Typeface | None:
    return next((_EAST_ASIAN[name] for name in names if name in _EAST_ASIAN), None)
