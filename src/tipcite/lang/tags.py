"""BCP-47 language tags (RFC 5646): which are valid, what an invalid value means, which are Chinese."""

from __future__ import annotations

import re
from typing import Final

# RFC 5646, section 2.1: language, extended languages, script, region, variants, extensions, private use.
_TAG: Final = (
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
)

# ISO 639-1. Any other pair of letters is no language: `cn`, `jp` and `tw` are countries.
_TWO_LETTERS: Final = frozenset(
    """aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
    el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it
    iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my
    na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm
    sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh
    zu""".split()
) - {"tw"}
"""`tw` is Twi in ISO 639-1; in a bibliography it is Taiwan."""

# ISO 639-2 codes of languages that have two letters in BCP 47 (section 2.2.1: the shortest code is the valid one),
# and languages by name. `zh` here is any Chinese: the text tells whether it is Traditional or Simplified.
_MEANINGS: Final = {
    value: tag
    for tag, values in {
        "zh": "cn chi zho chn ch-cn chinese mandarin 中文 汉语 漢語 华语 華語 国语 國語 中国语"
        " 中國語 中国語 汉文 漢文 华文 華文",
        "zh-Hant": "zh-cht zht cht hant 繁体 繁體 繁中 正體 正体 繁体中文 繁體中文 正體中文"
        " 正体中文 中文（繁體） 中文(繁體) 繁體字"
        " traditional-chinese chinese-traditional chinese-(traditional)",
        "zh-Hans": "zh-chs zhs chs hans 简体 簡體 简中 簡中 简体中文 簡體中文 中文（简体） 中文(简体) 简体字"
        " simplified-chinese chinese-simplified chinese-(simplified)",
        "zh-TW": "tw taiwan 台灣 臺灣 台灣中文 臺灣中文 臺灣華語 台灣華語 cn-tw tw-zh tw-cn",
        "zh-CN": "cn-zh cn-cn",
        "zh-HK": "hk",
        "en": "eng english 英文 英语 英語 anglais englisch",
        "en-US": "us en-usa us-en american american-english",
        "en-GB": "gb en-uk british british-english",
        "ja": "jp jpn ja-jpn japanese 日文 日语 日語 日本语 日本語",
        "ja-JP": "jp-jp jp-ja",
        "ko": "kor korean 韩文 韓文 韩语 韓語 한국어",
        "de": "ger deu german deutsch 德文 德语 德語",
        "fr": "fre fra french français francais 法文 法语 法語",
        "es": "spa spanish español espanol 西班牙文 西班牙语 西班牙語",
        "pt": "por portuguese português 葡萄牙文 葡萄牙语 葡萄牙語",
        "it": "ita italian italiano 義大利文 意大利文 意大利语 義大利語",
        "ru": "rus russian 俄文 俄语 俄語 русский",
        "nl": "dut nld dutch 荷蘭文 荷兰语",
        "la": "lat latin 拉丁文 拉丁语 拉丁語",
        "vi": "vie vietnamese 越南文 越南语 越南語",
        "th": "tha thai 泰文 泰语 泰語",
        "id": "ind indonesian 印尼文 印尼語",
        "ms": "may msa malay 馬來文 马来语",
        "ar": "ara arabic 阿拉伯文 阿拉伯语 阿拉伯語",
        "el": "gre ell greek 希臘文 希腊语",
        "tr": "tur turkish",
        "pl": "pol polish",
        "cs": "cze ces czech",
        "sv": "swe swedish",
        "da": "dan danish",
        "fi": "fin finnish",
        "no": "nor norwegian",
        "hu": "hun hungarian",
        "uk": "ukr ukrainian",
        "he": "heb hebrew",
        "hi": "hin hindi",
        "fa": "per fas persian",
        "bo": "tib bod tibetan 藏文",
        "mn": "mon mongolian 蒙古文",
    }.items()
    for value in values.split()
}
# Well-formed, and yet no statement about the language (ISO 639-2: undetermined, multiple, none, uncoded).
_NO_STATEMENT: Final = frozenset({"und", "mul", "zxx", "mis", "unk", "non"})
_CHINESE: Final = frozenset({"zh", "cmn", "yue", "nan", "hak", "wuu", "gan", "hsn", "lzh", "cdo", "cjy", "mnp"})


def is_valid_language(tag: str) -> bool:
    """Tell whether a value is a language tag that states a language (`zh-TW`, not `zh_CN`, `cn`, `chi`, `中文`)."""
    match = re.fullmatch(_TAG, tag, re.IGNORECASE)
    if not match or tag.lower() in _MEANINGS:
        return False
    language = match["language"].lower()
    if language in _MEANINGS or language in _NO_STATEMENT:
        return False
    return len(language) == 3 or language in _TWO_LETTERS


def normal_tag(tag: str) -> str:
    """Write a valid tag in the usual case (RFC 5646, section 2.1.1): `zh-hant-tw` → `zh-Hant-TW`."""
    language, *rest = tag.split("-")
    out = [language.lower()]
    for part in rest:
        if len(out[-1]) == 1:
            out.append(part.lower())
        elif len(part) == 4 and part.isalpha():
            out.append(part.title())
        else:
            out.append(part.upper() if len(part) == 2 else part.lower())
    return "-".join(out)


def meant_tag(value: str) -> str:
    """Return the tag that an invalid value clearly stands for (`zh_CN`, `English`, `chi`), "" when none is clear."""
    plain = re.sub(r"[\s_]+", "-", value.strip().lower())
    if is_valid_language(plain):
        return normal_tag(plain)
    if plain in _MEANINGS:
        return _MEANINGS[plain]
    language, _, rest = plain.partition("-")
    meant = _MEANINGS.get(language, "")
    if len(meant) == 2 and is_valid_language(f"{meant}-{rest}"):
        return normal_tag(f"{meant}-{rest}")
    return ""


def primary_language(tag: str) -> str:
    """Return a tag's first subtag in lower case: `zh-Hant-TW` → `zh`."""
    return tag.replace("_", "-").partition("-")[0].lower()


def is_chinese(tag: str) -> bool:
    """Tell whether a tag names Chinese, Mandarin, Cantonese, Taiwanese … or Classical Chinese."""
    return primary_language(tag) in _CHINESE
