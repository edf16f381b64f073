"""The whole that a work is part of: behind `//`, `In`, 載於, or between 《》."""

from __future__ import annotations

import itertools
import re
from typing import Final

from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.containers import trim_container, without_publisher
from tipcite.formats.reftext.creatorsend import is_creator
from tipcite.formats.reftext.draft import HOLE, Draft, clean, fold
from tipcite.formats.reftext.hannames import is_han_person
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.names import read_creators
from tipcite.formats.reftext.parallel import parallel_variant
from tipcite.formats.reftext.publication import PLACES, PUBLISHER
from tipcite.formats.reftext.reference import Confidence
from tipcite.formats.reftext.scan import Kind, Token, han_share, scan
from tipcite.formats.reftext.westernnames import is_name_list, is_vancouver
from tipcite.formats.reftext.wording import HOST, HOST_HINT


def take_host(draft: Draft, start: int) -> None:
    """Take the whole that the work is part of: behind `//`, `In`, 載於; its editors are taken already."""
    text = draft.text
    slashes = text.find("//", start)
    if slashes < 0 and draft.letter in ("M", "C") and _begins_with_editors(draft, start):
        draft.type_hints.extend(("chapter", "part"))
    word = None
    if HOST_HINT.search(text, max(start - 1, 0)):
        spaced = text[:start] + " " + text[start + 1 :] if text[start : start + 1] == HOLE else text
        word = HOST.search(spaced, max(start - 1, 0))
    if slashes >= 0:
        begin = slashes + 2
        word = re.compile(r"[\s\x00]*(?:[Ii]n:?\s|[見见载載]:?\s?)").match(text, begin)
        begin = word.end() if word else begin
        draft.blank(slashes, begin)
    elif "part" in draft.type_hints:
        inward = re.compile(r"[\s\x00.。,]*(?:[Ii]n:?\s|[見见载載]:?\s?)?").match(text, start)
        begin = inward.end() if inward else start
        draft.blank(start, begin)
    elif word is not None and _is_host_word(draft, word, start):
        begin = word.end("word")
        own = _OWN_BOOK.match(draft.text, begin)
        if own:
            draft.kept.append(own.span("words" if own["words"] else "latin"))
            begin = own.end()
        draft.blank(word.start("word"), begin)
    else:
        return
    _take_slashed_editors(draft, begin, slashed=slashes >= 0 or "part" in draft.type_hints)
    piece = first_piece(draft, begin)
    if piece is not None:
        draft.type_hints.append("chapter" if slashes >= 0 or not _is_han_word(word) else "within")
        piece = trim_container(draft, piece)
        piece = without_publisher(draft, piece) if "publisher" not in draft.fields else piece
        draft.set_field("container-title", *piece, value=bare_title(draft, piece))


# 收錄於氏著，《規範、論證與行動》: the book is the author's own
_OWN_BOOK: Final = later(
    r"\s?(?:(?P<words>(?:同?氏|[該该]氏|作者|著者)[著編编]?)\s?[,:]?\s?(?=[《『])"
    r"|(?P<latin>[Dd](?:ers|ies)\.|[Ii]d(?:em|\.))[,:]?\s)"
)


def _begins_with_editors(draft: Draft, start: int) -> bool:
    """`Part [M]. Editors. Book. Publisher`, its `//` left out: names without a role, and two clauses behind them."""
    tokens = scan(draft.text, start)
    begin = next((token.start for token in tokens if draft.has_words(token.start, token.end)), start)
    stops = [token for token in tokens if token.kind is Kind.STOP and token.start > begin]
    for place, stop in enumerate(stops):
        body = draft.text[begin : stop.start].strip(" ,")
        if stop.weak and not re.search(r"\s[A-Z]{1,3}$|\bet al$", body):
            continue
        if HOLE in body or not _are_bare_names(body):
            return False
        bounds = [stop.end, *(later.start for later in stops[place + 1 :] if not later.weak), len(draft.text)]
        return sum(draft.has_words(left, right) for left, right in itertools.pairwise(bounds)) > 1
    return False


def _are_bare_names(body: str) -> bool:
    if han_share(body) > 0.4:
        return all(is_han_person(name.strip()) or is_body(name.strip()) for name in body.split(","))
    return is_vancouver(body) and is_name_list(body)


def _is_han_word(word: re.Match[str] | None) -> bool:
    """載 and 载 stand before journals too, `In` and `//` before books and proceedings alone."""
    return word is not None and not word["word"].strip(" :").isascii()


def _is_host_word(draft: Draft, match: re.Match[str], start: int) -> bool:
    if not match["word"].strip(" :").isascii():
        return (
            not draft.has_words(start, match.start("word"))
            or draft.text[match.start("word") - 1] in ",.。;:〉》」\x00 "
        )
    lead = draft.text[start : match.start("word")]
    return not any(char.isalpha() for char in lead) or (
        match["word"][0] == "I" and lead.rstrip()[-1:] in (".", ")", "]", "\x00")
    )


def take_unmarked_editors(draft: Draft, start: int) -> None:
    """Read `Title. Editors. Book. Place: Publisher`, its `//` left out, once the publisher is taken."""
    if "container-title" in draft.fields or "editor" in draft.names:
        return
    before = draft.spans["publisher-place"].start
    stops = [
        token
        for token in scan(draft.text, start, before)
        if token.kind is Kind.STOP and _may_end_names(draft, start, token)
    ]
    if not stops or not draft.has_words(stops[0].end, before):
        return
    body = draft.text[start : stops[0].start].strip(" ,.;:")
    if is_creator(body) or (han_share(body) > 0.4 and all(is_creator(part.strip()) for part in body.split(","))):
        _take_slashed_editors(draft, start, slashed=True, known=True)


def _take_slashed_editors(draft: Draft, begin: int, *, slashed: bool, known: bool = False) -> None:
    """GB/T 7714 names a host's editors without a role: `//Zalta E N. The Stanford encyclopedia`."""
    if not slashed or "editor" in draft.names:
        return
    stops = [
        token for token in scan(draft.text, begin) if token.kind is Kind.STOP and _may_end_names(draft, begin, token)
    ]
    if not stops:
        return
    stop = stops[0]
    bounds = [stop.end, *(token.start for token in stops[1:]), len(draft.text)]
    later = sum(draft.has_words(left, right) for left, right in itertools.pairwise(bounds))
    body = draft.text[begin : stop.start].strip()
    named = is_name_list(body) or is_han_person(body)
    if han_share(body) < 0.4 and (len(body.split()) < 2 or body.startswith(("The ", "A ", "An "))):
        return
    if not known and later < 2 and not (later and named and not PUBLISHER.search(draft.text[stop.end :])):
        return
    if not known and later < 2 and _PLACE_NEXT.match(draft.text, stop.end):
        return  # `//警學叢刊. 台北: 元照`: what stands before the place is the book
    creators = read_creators(draft.raw[begin : stop.start])
    if creators.names:
        draft.names["editor"] = creators.names
        draft.mark("editor", begin, stop.end)


_PLACE_NEXT: Final = later(rf"\s?(?:{PLACES.pattern})\s?:\s?[^\d\s]")


def _may_end_names(draft: Draft, begin: int, token: Token) -> bool:
    rest = draft.text[token.end :].lstrip()
    return not (token.weak and re.match(r"[A-Z]\.|,|&", rest)) and draft.has_words(begin, token.start)


def first_piece(draft: Draft, begin: int) -> tuple[int, int] | None:
    """Find the first clause with words: a marked piece, or text up to a full stop, a hole or brackets."""
    if not draft.has_words(begin, len(draft.text)):
        return None
    first: int | None = None
    end = begin
    numbered = not draft.fields.keys().isdisjoint(("volume", "page"))
    for token in scan(draft.text, begin):
        words = draft.has_words(token.start, token.end)
        if first is None:
            if (
                token.kind is Kind.GROUP
                and words
                and token.opener == "("
                and HOLE in draft.text[token.start : token.end]
            ):
                continue  # what is left of （臺北：大安書社，1996年初版2刷）
            if token.kind is Kind.GROUP and words:
                return token.start, token.end
            if token.kind is not Kind.TEXT or not words:
                continue
            first, end = token.start, token.end
            continue
        if token.kind in (Kind.STOP, Kind.HOLE, Kind.SEMICOLON, Kind.SLASHES) and not token.weak:
            shortened = token.kind is Kind.STOP and (
                (numbered and _is_shortened(draft.text, first, token))
                or (_SHORT_BEHIND.match(draft.text, token.end) and " " not in draft.text[first:end])
                or _goes_on_as_proceedings(draft.text, first, token)
            )
            if shortened:
                continue
            break
        if token.kind is Kind.COMMA and han_share(draft.text[first:end]) > 0.4:
            break
        if (
            token.kind is Kind.GROUP
            and token.opener == "("
            and (":" in draft.text[token.start : token.end] or HOLE in draft.text[token.start : token.end])
        ):
            break
        if token.kind in (Kind.TEXT, Kind.GROUP):
            end = token.end
    return None if first is None else (first, end)


# `Proc. IEEE Energy Convers. Congr. Expo. (ECCE),`
_PROCEEDINGS: Final = later(r"\s?(?:\d{4}\s)?(?:Proc\.|(?:IEEE|ACM|Int\.)\s[A-Z])")
_SHORT_WORDS: Final = later(r"(?:\s[A-Z][\w&/-]*\.?){1,8}(?:\s\([A-Z][\w ’'-]*\))?(?=[,\x00]|$)")
# `Genetic programming. EuroGP 2002: Proceedings of the 5th Conference; 2002 Apr 3-5; Kinsale` (Vancouver)
_PROCEEDINGS_NEXT: Final = later(
    r"\s[^.;]{0,80}\b(?:Proceedings|Conference|Symposium|Workshop|Congress)\b[^.;\x00]{0,120};"
)


def _goes_on_as_proceedings(text: str, first: int, stop: Token) -> bool:
    if _PROCEEDINGS.match(text, first) and _SHORT_WORDS.match(text, stop.end):
        return True
    return ";" in text[stop.end :] and _PROCEEDINGS_NEXT.match(text, stop.end) is not None


# `Langm. Surf. Sci.`: a journal's name whose words are all abbreviated
_SHORT_BEHIND: Final = later(r"\s(?:[A-Z][a-z]{0,9}\.,?\s?){1,5}(?=[\s\x00\d]|$)")
_SHORT: Final = later(r"[A-Z][A-Za-z-]{0,9}(?:\.?\s[A-Z][a-z]{0,9}){0,2}")
_SHORT_BEFORE_NUMBER: Final = later(r"\s[A-Z][a-z]{0,9}(?:\.?\s[A-Z][a-z]{0,9}){0,3}\.?(?=[\s,]*(?:[\d\x00(]|$))")


def _is_shortened(text: str, first: int, stop: Token) -> bool:
    """Tell whether a stop is that of a shortened word in a journal's name: `Coast. Law Rev. 9`."""
    return bool(_SHORT.fullmatch(text, first, stop.start) and _SHORT_BEFORE_NUMBER.match(text, stop.end))


def take_books_in_marks(draft: Draft, start: int) -> None:
    """Take the first 《》 behind the title as the container: 〈篇〉，《刊》."""
    if draft.text.find("《", start) < 0:
        return
    for token in scan(draft.text, start):
        if token.kind is Kind.GROUP and token.opener == "《" and draft.has_words(token.start, token.end):
            placed = re.compile(r"\s?\((?P<place>[^()\x00]{2,4})\)").match(draft.text, token.end)
            if placed and PLACES.fullmatch(placed["place"]):
                draft.set_field("publisher-place", *placed.span(), value=placed["place"])
            attached = re.compile(r"\s?\([^()\x00:\d]{1,10}\)").match(draft.text, token.end)
            end = attached.end() if attached else token.end
            inner = draft.raw[token.start + 1 : token.end - 1] + draft.raw[token.end : end]
            draft.set_field(
                "container-title", token.start, end, value=strip_marks(clean(inner)), sure=Confidence.CERTAIN
            )
            return


_MARKS: Final = {"〈": "〉", "《": "》", "「": "」", "『": "』", "“": "”", '"': '"'}


def strip_marks(text: str) -> str:
    """Take title marks off both ends, and one that lost its other half: 《刊》, <<刊>>, 《刊."""
    while len(text) > 2:
        first, last = fold(text[0]), fold(text[-1])
        inner = fold(text[1:-1])
        closer = _MARKS.get(first)
        if closer == last and inner.find(closer) >= inner.find(first):
            text = text[1:-1].strip()
        elif closer and closer not in inner + last:
            text = text[1:].strip()
        elif last in "〉》」』" and not set(_MARKS) & set(first + inner):
            text = text[:-1].strip()
        else:
            break
    return text


def bare_title(draft: Draft, piece: tuple[int, int]) -> str:
    """Take the marks off a container, and the volume that stands behind its name: `Journal of X 9`, 书名: 第2册."""
    text = strip_marks(clean(draft.raw[piece[0] : piece[1]]).strip(" ,，.。:：/"))
    own = _IN_ENGLISH.fullmatch(text)
    if own and len(own["english"].split()) > 1:
        draft.variants.append(parallel_variant("container-title", own["english"].strip()))
        draft.kept.append(piece)
        text = own["name"]
    volume = _VOLUME_BEHIND.search(text)
    known = draft.fields.get("volume")
    if volume and volume["number"] and _is_own_year(draft, volume["number"]):
        volume = None  # `Proceedings of CoNLL 2019`
    if volume and known and known != (volume["word"] or volume["roman"] or volume["number"]).strip():
        volume = None
    if volume and volume.start() > 1 and (volume["word"] or volume["roman"] or draft.fields.keys() & {"issue", "page"}):
        draft.fields["volume"] = (volume["word"] or volume["roman"] or volume["number"]).strip()
        text = text[: volume.start()]
    return text.strip(" ,，.。:：–—")


def _is_own_year(draft: Draft, number: str) -> bool:
    issued = draft.dates.get("issued")
    return issued is not None and number == str(issued.year)


# 心理學報 (Acta Psychologica Sinica)
_IN_ENGLISH: Final = later(
    r"(?P<name>[\u3400-\u9fff].*?[\u3400-\u9fff）)])\s?"
    r"[(（](?P<english>[A-Z][A-Za-z’'&:. -]+(?:\([A-Za-z &]+\))?)[)）](?:, \d{4})?"
)
_VOLUME_BEHIND: Final = later(
    r"[,:：]?\s?\(?(?:第\s?)?(?P<word>[\d一二三四五六七八九十]+(?=\s?[冊册輯辑卷])"
    r"|(?<=[卷冊册])\s?\d+|[上中下](?=[冊册]))\s?[冊册輯辑卷]?\)?$|[,:]\s(?:Vol\."
    r"|Bd\.)\s?(?P<roman>[\dIVX]+)$|,?\s(?P<number>\d{1,4})$"
)
