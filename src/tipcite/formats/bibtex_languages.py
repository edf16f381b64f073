"""`langid` ⇄ BCP 47.

Sources: the names that babel (manual, 1.22) and polyglossia (manual, 4) give to languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tipcite.lang.tags import is_valid_language, meant_tag

# The first name of a tag is the one that is written; languages of one country go with it, as pandoc and
# biblatex have it.
_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "english", "en-US": "american usenglish USenglish",
        "en-GB": "british ukenglish UKenglish", "en-AU": "australian",
        "en-CA": "canadian", "en-NZ": "newzealand", "de-DE": "ngerman german", "de-AT": "naustrian austrian",
        "de-CH": "nswissgerman swissgerman", "fr-FR": "french francais frenchb", "fr-CA": "canadien acadian",
        "es-ES": "spanish", "it-IT": "italian", "pt-PT": "portuguese portuges", "pt-BR": "brazilian brazil",
        "nl-NL": "dutch", "ru-RU": "russian", "pl-PL": "polish", "cs-CZ": "czech", "sk-SK": "slovak", "da-DK": "danish",
        "sv-SE": "swedish", "nb-NO": "norsk norwegian", "nn-NO": "nynorsk", "fi-FI": "finnish", "et-EE": "estonian",
        "lv-LV": "latvian", "lt-LT": "lithuanian", "hu-HU": "magyar hungarian", "tr-TR": "turkish", "el-GR": "greek",
        "uk-UA": "ukrainian", "bg-BG": "bulgarian", "ro-RO": "romanian", "hr-HR": "croatian",
        "sl-SI": "slovene slovenian",
        "sr-RS": "serbian", "ca-AD": "catalan", "eu": "basque", "gl": "galician", "ga": "irish", "cy": "welsh",
        "is-IS": "icelandic", "he-IL": "hebrew", "ar": "arabic", "fa-IR": "persian farsi", "hi-IN": "hindi",
        "th-TH": "thai", "vi-VN": "vietnamese", "id": "indonesian bahasai", "ms": "malay bahasam", "ko-KR": "korean",
        "ja-JP": "japanese", "la": "latin", "grc": "polutonikogreek ancientgreek", "eo": "esperanto",
        "bo": "tibetan", "mn": "mongolian", "sa": "sanskrit",
        "zh": "chinese", "zh-Hant": "chinese-hant chinese-traditional", "zh-Hans": "chinese-hans chinese-simplified",
        "zh-Hant-HK": "chinese-hant-hk", "zh-Hans-SG": "chinese-hans-sg",
    }
)  # fmt: skip
_TAGS: Final = {name.lower(): tag for tag, names in _NAMES.items() for name in names.split()}


def read_language(value: str) -> str:
    """Return the BCP-47 tag that a value of `langid` or `language` means, else the value itself."""
    name = value.strip()
    known = _TAGS.get(name.lower().removeprefix("lang"))
    if known:
        return known
    return name if is_valid_language(name) else meant_tag(name) or name


def write_language(tag: str) -> str:
    """Return babel's name for exactly this tag, else the tag: `zh-TW` says more than `chinese-hant`."""
    return _NAMES[tag].split()[0] if tag in _NAMES else tag
