"""Place and publisher."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.scan import Kind, han_share, scan

_PLACE: Final = later(
    r"(?:^|(?<=[.。,;(\x00〉》」』”\])?!]))\s*(?P<place>(?!https?)[^\s,.。:;()\[\]\x00〈〉《》「」“”\d](?:[^.。:;()\[\]\x00〈〉《》「」“”\d]"
    r"|\.(?!\s[A-Z\u3400-\u9fff])){0,40}?)\s?:\s?(?P<publisher>[^\x00。()〈〉《》「」“”]{2,90}?)(?=\s?(?:,"
    r"\s?(?=\x00|$)|(?<=[\u3400-\u9fff]),|\.(?:\s*\x00|\s*$)|(?<=[a-z)]{2})\.\s"
    r"|。|\x00|[)(]|;\s?\x00|$|,\s(?=\d)))"
)
PUBLISHER: Final = later(
    r"出版|書局|书局|書店|书店|印書館|印书馆|書房|書坊|文化|圖書|图书"
    r"|Press|Publish|Books|Verlag|University|Sons|Springer|Elsevier|Routledge"
    r"|Wiley|Pearson|Sage|Harper|Penguin|Norton|Company|Group|Inc\b|Ltd"
    r"|House|Academic"
)


def take_place_and_publisher(draft: Draft, start: int, *, is_article: bool) -> None:
    """Take `Place: Publisher`; in an article only where either is known to be one."""
    found = list(_PLACE.finditer(draft.text, start)) if draft.text.find(":", start) >= 0 else []
    if len(found) > 1:
        found.sort(key=_is_known, reverse=True)
    for match in found:
        place = match["place"].strip()
        if len(place.split()) > 5 or (han_share(place) > 0.4 and len(place) > 8):
            continue
        numbered = draft.fields.keys() >= {"volume", "page"} and "chapter" not in draft.type_hints
        if (is_article or numbered) and not (PUBLISHER.search(match["publisher"]) or PLACES.fullmatch(place)):
            continue
        if PLACES.fullmatch(match["publisher"]) and not PLACES.fullmatch(place):
            # `Academy Science: New York` (ACS): the publisher stands first
            draft.set_field("publisher-place", *match.span("publisher"))
            draft.set_field("publisher", *match.span("place"))
            return
        inner = match.start("place") + max(match["place"].rfind(". "), -1) + 1
        draft.set_field(
            "publisher-place", inner, match.end("place"), value=_bare(draft.raw[inner : match.end("place")])
        )
        _set_publisher(draft, *match.span("publisher"))
        return
    if "," in draft.text and not is_article:
        _take_with_commas(draft, start)


# 台北，洪葉文教，1999: commas part place and publisher too
_PLACE_COMMA: Final = later(
    r"(?:(?<=[,。;\x00])"
    r"|(?<=\())\s?(?P<place>[\u3400-\u9fff]{2,4})\s?,\s?(?P<publisher>[\u3400-\u9fff·]{2,16})(?=\s?[,。)]?\s?\x00)"
)


def _take_with_commas(draft: Draft, start: int) -> None:
    match = _PLACE_COMMA.search(draft.text, start)
    if match and PLACES.fullmatch(match["place"]):
        draft.set_field("publisher-place", *match.span("place"))
        draft.set_field("publisher", *match.span("publisher"))


_PAGE_BEHIND: Final = later(r"\s?:\s?(?P<page>[A-Z]?\d{1,4}(?:-\d{1,4})?)$")


def _set_publisher(draft: Draft, start: int, end: int) -> None:
    """`北京: 未名出版社: 798` (GB/T 7714, author and date first): what figures follow are pages."""
    page = _PAGE_BEHIND.search(draft.text, start, end)
    if page and draft.set_field("page", *page.span("page")):
        end = page.start()
    draft.set_field("publisher", start, end)


def _is_known(match: re.Match[str]) -> tuple[bool, int]:
    """Rank `Place: Publisher` by whether one of both is known, then by how late it stands."""
    known = PLACES.fullmatch(match["place"].strip()) or PUBLISHER.search(match["publisher"])
    return bool(known), match.start()


def _bare(text: str) -> str:
    return text.strip(" ,.，。")


def publisher_piece(draft: Draft, start: int) -> tuple[int, int] | None:
    """Find the clause that names a publisher, else the first clause that is left."""
    if not draft.has_words(start, len(draft.text)):
        return None
    pieces: list[tuple[int, int]] = []
    begin: int | None = None
    end = start
    text = draft.text
    for token in scan(text.replace("(", ",").replace(")", ","), start):
        if token.kind is Kind.TEXT and draft.has_words(token.start, token.end):
            begin = token.start if begin is None else begin
            end = token.end
        elif (
            token.kind is Kind.COMMA
            and begin is not None
            and han_share(text[begin:end]) < 0.4
            and text[token.start] == ","
        ):
            continue
        elif begin is not None and token.kind not in (Kind.SEMICOLON,) and not token.weak:
            pieces.append((begin, end))
            begin = None
    if begin is not None:
        pieces.append((begin, end))
    if not pieces:
        return None
    named = [piece for piece in pieces if PUBLISHER.search(text[piece[0] : piece[1]])]
    return (named or pieces)[0]


# Capitals, and cities where publishers sit; `…市` and `…縣` are places by themselves.
_HAN_CITIES: Final = (
    r"(?:臺北|台北|新北|臺中|台中|臺南|台南|高雄|新竹|桃園|嘉義|基隆|花蓮"
    r"|香港|澳門|澳门|北京|上海|南京|廣州|广州|武漢|武汉|天津|成都|西安"
    r"|杭州|長沙|长沙|濟南|济南|瀋陽|沈阳|重慶|重庆|東京|东京|台灣|臺灣"
    r"|中國|中国)[市縣县]?"
    r"|[\u3400-\u9fff]{2,3}[市縣县]"
)
_CITIES: Final = (
    r"(?:New York|London|Oxford|Cambridge|Boston|Chicago|Washington|Berlin|Paris|Tokyo|Taipei|Beijing|Shanghai"
    r"|Hong Kong|Singapore|Princeton|Los Angeles|Berkeley|Philadelphia|Toronto|Sydney|Amsterdam|Leiden"
    r"|Stanford|Thousand Oaks|Edinburgh|Manchester|Basingstoke|Abingdon|Cheltenham|Aldershot|Farnham|New Haven|Durham"
    r"|Ithaca|Minneapolis|Bloomington|Baltimore|Boulder|Melbourne|Canberra|Wien|Vienna|München|Frankfurt(?: am Main)?"
    r"|Köln|Hamburg|Leipzig|Stuttgart|Tübingen|Heidelberg|Göttingen|Bonn|Baden-Baden|Zürich|Basel|Bern|Genève|Geneva"
    r"|Lyon|Bruxelles|Leuven|Utrecht|Den Haag|The Hague|Dordrecht|Rotterdam|København|Copenhagen|Oslo|Stockholm"
    r"|Helsinki|Warszawa|Praha|Budapest|Madrid|Barcelona|Sevilla|Lisboa|Lisbon|Porto|Roma|Milano|Torino|Bologna|Firenze"
    r"|Napoli|Bari|Venezia|México(?: D\.F\.)?|Bogotá|Lima|Buenos Aires|São Paulo|Rio de Janeiro|Belo Horizonte|Brasília"
    r"|Москва|Санкт-Петербург|Seoul|Kyoto|Osaka|Hanoi|Hà Nội|Bangkok|Manila|Jakarta|Kuala Lumpur|New Delhi|Delhi)"
)
PLACES: Final = later(rf"{_HAN_CITIES}|{_CITIES}(?![a-zß-ÿ])(?:,? [A-Z][A-Za-z. ]{{1,20}})?")
# `Cambridge, Mass.` and no `Taipei Times`
CITY: Final = later(rf"{_HAN_CITIES}|{_CITIES}(?:, [A-Z][A-Za-z. ]{{1,20}})?")


def take_place_alone(draft: Draft, start: int) -> None:
    """Take a place that stands alone, behind a university: `國立臺灣大學，臺北市。`"""
    for token in scan(draft.text, start):
        if token.kind is Kind.TEXT and PLACES.fullmatch(draft.text[token.start : token.end]):
            draft.set_field("publisher-place", token.start, token.end)
            return
