"""Decide the language of a text or an item from the scripts it is written in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tipcite.lang.japanese import is_kanji_japanese, may_be_japanese
from tipcite.lang.scripts import HAN, Script, count_scripts, pattern, script_of
from tipcite.lang.tags import is_chinese, is_valid_language, meant_tag, normal_tag
from tipcite.model import Item

# Scripts that one language of scholarly literature stands for above all others.
_LANGUAGES: Final = {
    Script.KANA: "ja",
    Script.HANGUL: "ko",
    Script.CYRILLIC: "ru",
    Script.GREEK: "el",
    Script.ARABIC: "ar",
    Script.HEBREW: "he",
    Script.THAI: "th",
    Script.DEVANAGARI: "hi",
}
# Letters that a neighbour of that language writes and it does not.
_NEIGHBOURS: Final = (("uk", "[іїєґІЇЄҐ]"), ("fa", "[پچژگی]"))

# Words and letters of other languages in Latin script; without two of them a Latin text counts as English.
_LATIN_WORDS: Final = {
    language: frozenset(words.split())
    for language, words in {
        "de": "der die das und des dem den ein eine einer eines einem einen zur zum von im für über mit auf aus bei"
        " als nach um zwischen deutschen deutsche deutscher recht teil allgemeiner besonderer",
        "fr": "le la les des du et un une dans pour sur par aux au que qui en est chez entre sous vers à de",
        "es": "el la los las y del un una en para por con sobre desde hacia entre como al de su",
        "pt": "o os as do da dos das e um uma em para por com sobre no na nos nas ao de livros",
        "it": "il lo la gli le di del della dei delle degli e un una nel nella per con sul sulla tra da alla",
        "nl": "het een van voor met en op naar uit bij over tussen door aan de",
    }.items()
}
_LATIN_LETTERS: Final = {
    "de": "äöüßÄÖÜ",
    "fr": "éèêëàâçîïôœùûÉÈÀÇ",
    "es": "ñ¿¡áéíóúÑ",
    "pt": "ãõçáéíóúâêôà",
    "it": "àèéìòù",
    "nl": "ëï",
    "vi": "đơưăạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐ",
}
_LATIN_HINTS: Final = frozenset(word for words in _LATIN_WORDS.values() for word in words)
_GERMAN_ENDINGS: Final = tuple(
    "keit heit schaft schaften liche licher liches lichen lichem ischer isches ischen ischem"
    " ausgabe lehre gesetz gesetzbuch handbuch lehrbuch jahrbuch ordnung prozess zeitschrift geschichte".split()
)
_ENGLISH_WORDS: Final = frozenset("the of and in on for to a an with from by is are as at its how what".split())
_WORD: Final = r"[^\W\d_]+"
_MARKUP: Final = r"</?[a-z][^<>]*>"

# What stands in quotation marks is somebody else's language: a Chinese study of 《ドラえもん》 is Chinese.
_QUOTED: Final = "《[^》]*》|〈[^〉]*〉|「[^」]*」|『[^』]*』|“[^”]*”|（[^）]*）|\\([^)]*\\)"
_HAN_RUN: Final = f"[{HAN}]+"
_HAN_OR_DIGITS: Final = f"[{HAN}0-9０-９]+"
_CHINESE_ONLY: Final = "[的與在從對這們还这们与从对该嗎吗呢吧]"

# Places that settle which locale a Chinese text belongs to: texts of Taiwan and Hong Kong look alike.
_PLACES: Final = {
    "zh-TW": "台北 臺北 新北 台中 臺中 台南 臺南 高雄 新竹 桃園 嘉義 花蓮 基隆 宜蘭 台灣 臺灣"
    " 台東 臺東 屏東 彰化 南投 taipei taiwan",
    "zh-HK": "香港 九龍 hong",
    "zh-MO": "澳門 macau macao",
    "zh-CN": "北京 上海 广州 南京 天津 武汉 西安 成都 杭州 重庆 沈阳 长沙 长春"
    " 济南 合肥 南昌 郑州 福州 厦门 苏州 大连 哈尔滨 昆明 石家庄 太原 兰州 深圳 中国",
    "zh-SG": "新加坡 singapore",
}
_CHARACTERS_OF: Final = {"zh-TW": True, "zh-HK": True, "zh-MO": True, "zh-CN": False, "zh-SG": False}


def is_traditional(text: str) -> bool | None:
    """Tell whether Chinese text is Traditional or Simplified; None when all its characters are in both.

    Counted are the characters that only Big5 or only GB 2312 has: the two standards are the two orthographies.
    """
    han = "".join(pattern(_HAN_RUN).findall(text))
    traditional = len(han.encode("big5", "ignore")) - len(han.encode("gb2312", "ignore"))
    return None if traditional == 0 else traditional > 0


def decide_text_language(text: str) -> str:
    """Decide the language of one text; "" when it has no letters.

    Chinese is `zh-Hant` or `zh-Hans`, and `zh` when its characters are in both. Han without kana is Japanese where
    it has characters that only Japanese has, and none that only Chinese has.
    Latin script counts as English unless words or letters of another language speak against it.
    """
    plain = pattern(_MARKUP).sub("", text) if "<" in text else text
    if plain.isascii():
        return _latin_language(plain) if pattern(_WORD).search(plain) else ""
    script = script_of(plain)
    if script is Script.KANA and _is_quoted_kana(plain):
        script = Script.HAN
    if script is Script.HAN and _is_kanji_japanese(plain):
        return "ja"
    if script in (Script.HAN, Script.BOPOMOFO):
        return {True: "zh-Hant", False: "zh-Hans", None: "zh"}[is_traditional(plain)]
    if script is Script.LATIN:
        return _latin_language(plain)
    for neighbour, letters in _NEIGHBOURS:
        if script in (Script.CYRILLIC, Script.ARABIC) and pattern(letters).search(plain):
            return neighbour
    return _LANGUAGES.get(script, "")


def decide_language(item: Item) -> str:
    """Decide an item's BCP-47 tag; "" when nothing tells it.

    A valid `language` is kept (in the usual case), an invalid one whose meaning is clear is translated
    (`zh_CN`, `English`); else title, container and names decide, in this order. Chinese is `zh-Hant` or `zh-Hans`,
    or with a region when the place of publication tells it; `zh-Hant` where no character of any text differs.
    """
    stated = item.language.strip()
    if is_valid_language(stated):
        return normal_tag(stated)
    meant = meant_tag(stated)
    if meant and meant != "zh":
        return meant
    texts = list(_telling_texts(item))
    decided = meant or next(filter(None, map(decide_text_language, texts)), "")
    if not is_chinese(decided):
        return decided
    if not meant and _kana_in_container(item):
        return "ja"
    return _chinese_tag(item, texts, decided)


def _telling_texts(item: Item) -> Iterator[str]:
    """Yield the texts that tell an item's language, the most telling first."""
    for variable in ("title", "container-title", "collection-title"):
        if item.fields.get(variable):
            yield item.fields[variable]
    yield from (name.full for name in item.creators)
    for variable in ("publisher", "genre"):
        if item.fields.get(variable):
            yield item.fields[variable]


def _kana_in_container(item: Item) -> bool:
    """Tell whether an all-kanji title stands in a journal or book whose title has kana."""
    return decide_text_language(item.fields.get("container-title", "")) == "ja"


def _chinese_tag(item: Item, texts: list[str], decided: str) -> str:
    """Return the Chinese tag with script or region: by the characters of all texts, then by the place."""
    place = item.fields.get("publisher-place", "") or item.fields.get("event-place", "")
    known = next((tag for tag, words in _PLACES.items() if any(w in place.lower() for w in words.split())), "")
    traditional = None if decided == "zh" else decided == "zh-Hant"
    for text in (*texts, place, item.fields.get("abstract", "")):
        if traditional is None:
            traditional = is_traditional(text)
    if known and traditional in (None, _CHARACTERS_OF[known]):
        return known
    return "zh-Hans" if traditional is False else "zh-Hant"


def _is_quoted_kana(text: str) -> bool:
    """Tell whether kana stands only inside quotation marks of a text that is Chinese by its other words."""
    outside = pattern(_QUOTED).sub("", text)
    return Script.KANA not in count_scripts(outside) and pattern(_CHINESE_ONLY).search(outside) is not None


def _is_kanji_japanese(text: str) -> bool:
    """Tell whether a text without kana is Japanese by what stands outside of its quotation marks."""
    if not may_be_japanese(text):
        return False
    outside = "".join(pattern(_HAN_OR_DIGITS).findall(pattern(_QUOTED).sub("", text)))
    return is_kanji_japanese(outside) and pattern(_CHINESE_ONLY).search(outside) is None


def _latin_language(text: str) -> str:
    """Weigh the common words of each language, double its own letters, and double what English has."""
    words = pattern(_WORD).findall(text.lower())
    telling = [word for word in words if word in _LATIN_HINTS]
    german = len([word for word in words if word.endswith(_GERMAN_ENDINGS)])
    if not german and len(telling) < 2 and text.isascii():
        return "en"
    scores = {language: sum(map(known.__contains__, telling)) for language, known in _LATIN_WORDS.items()}
    scores["de"] += 2 * german
    if not text.isascii():
        for language, letters in _LATIN_LETTERS.items():
            scores[language] = scores.get(language, 0) + 2 * sum(map(letters.__contains__, text))
    english = sum(map(_ENGLISH_WORDS.__contains__, words))
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= 2 and scores[best] > 2 * english else "en"
