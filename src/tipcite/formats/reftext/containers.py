"""What stands behind the name of the whole that a work is part of, parted from it by nothing but commas.

`Handbook, CRC Press, Boca Raton` (Harvard), `Journal of X, Routledge` (MLA), `Proc. IEEE Meeting, Denver, CO, USA`
(IEEE), `FAccT '21, March 3–10, 2021, Virtual Event` (ACM), `Revista X, São Paulo, v. 15` (ABNT NBR 6023).
"""

from __future__ import annotations

from typing import Final

from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.publication import CITY, PLACES
from tipcite.formats.reftext.publishercomma import publisher_comma
from tipcite.formats.reftext.scan import Kind, scan
from tipcite.formats.reftext.wording import UPPER

Piece = tuple[int, int]


def trim_container(draft: Draft, piece: Piece) -> Piece:
    """Take publisher, place and days off a container's end; answer where its name alone stands."""
    body = draft.text[slice(*piece)]
    if body[-1:] == ")" and (placed := _PLACED.search(body)):
        draft.set_field("publisher-place", piece[0] + placed.start("place"), piece[0] + placed.end("place"))
        draft.blank(piece[0] + placed.start(), piece[1])
        return piece[0], piece[0] + placed.start()
    if "," not in body or body[0] > "\u3000":
        return piece
    piece = _without_event(draft, piece)
    piece = _without_place(draft, piece)
    piece = _without_house(draft, piece)
    return _without_city(draft, piece)


# `Guardian (London)` (Chicago 17, 14.193)
_PLACED: Final = later(rf"\s\((?P<place>{CITY.pattern})\)$")
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_EVENT: Final = later(
    rf",\s(?P<days>(?:{_MONTH}\s\d{{1,2}}(?:\s?-\s?(?:{_MONTH}\s)?\d{{1,2}})?|\d{{1,2}}(?:\s?-\s?\d{{1,2}})?\s{_MONTH})"
    r"(?:,?\s(?:19|20)\d\d)?)(?:,\s(?P<place>[A-Z][^.\x00]*))?[.\s]*$"
)


# GB/T 7714 (annex A.2) counts the days in the name of `Symposium on X, August 23-25, 1971`, ACM not in `FAccT '21`.
_OWN_NAME: Final = later(r"\s[’']\d\d(?!\d)|\bProceedings\b|\bProc\.")


def _without_event(draft: Draft, piece: Piece) -> Piece:
    match = _EVENT.search(draft.text, *piece)
    if match is None or _OWN_NAME.search(draft.text, piece[0], match.start()) is None:
        return piece
    draft.type_hints.append("conference")
    draft.kept.append(match.span("days"))
    if match["place"]:
        draft.set_field("event-place", *match.span("place"))
    draft.blank(match.start(), piece[1])
    return piece[0], match.start()


_CONFERENCE_PLACE: Final = later(
    r"(?P<name>.*\b(?:Conf\.|Conference|Symp\.|Symposium|Workshop|Congress|Meeting|Expo\.)[^,]*)"
    r",\s(?P<place>[A-Z][^\s,\d]+(?:\s[A-Z][^\s,\d]+)?(?:,\s[A-Z][^\s,\d]*(?:\s[A-Z][^\s,\d]+)?){0,2})"
)


def _without_place(draft: Draft, piece: Piece) -> Piece:
    """`in Proc. 9th Int. Conf. Coastal Cities, Lisbon, Portugal`: the place is no part of the proceedings' name."""
    match = _CONFERENCE_PLACE.fullmatch(draft.text[slice(*piece)].rstrip(" ."))
    if match is None:
        return piece
    draft.set_field("event-place", piece[0] + match.start("place"), piece[0] + match.end("place"))
    return piece[0], piece[0] + match.end("name")


_HOUSE: Final = later(
    r"\s?(?:(?:[A-Z][\w&.’'-]*\s(?:(?:of|and|the|&)\s)*){1,5}(?:Press|Publish(?:ing|ers)|Publications?|Books|Verlag|UP)"
    r"|Routledge|Springer(?:[ -][A-Z]\w+)?|Elsevier|Wiley(?:-Blackwell)?|Blackwell|Sage|SAGE|Palgrave(?: Macmillan)?"
    r"|Macmillan|Brill|Norton|Penguin|(?:Edward )?Elgar|Taylor (?:&|and) Francis)(?=\s?,|$)"
)
_PLACE_BEHIND: Final = later(r"(?:,\s[A-Z][^\s,\d]*(?:\s[A-Z][^\s,\d]*){0,2}){0,2}")


def _without_house(draft: Draft, piece: Piece) -> Piece:
    """Take a publisher that its name tells, and the place behind it."""
    text, (start, end) = draft.text, piece
    for token in scan(text, start, end):
        house = _HOUSE.match(text, token.end, end) if token.kind is Kind.COMMA else None
        if house is None or not _PLACE_BEHIND.fullmatch(text, house.end(), end) or "publisher" in draft.fields:
            continue
        draft.set_field("publisher", token.end, house.end())
        if house.end() < end:
            draft.set_field("publisher-place", house.end() + 1, end)
        return start, token.start
    return piece


_CITY: Final = later(rf"(?P<name>[^,]+),\s(?P<place>[{UPPER}][\w.’'-]+(?:\s(?:d[aeo]s?\s)?[{UPPER}][\w.’'-]+){{0,2}})")
_VOLUME_NEXT: Final = later(r"[,\s]+v\.\s?\d")


def _without_city(draft: Draft, piece: Piece) -> Piece:
    """Brazilian lists name the journal's city before `v.`, which few others write."""
    match = _CITY.fullmatch(draft.text[slice(*piece)]) if _VOLUME_NEXT.match(draft.raw, piece[1]) else None
    if match is None:
        return piece
    draft.set_field("publisher-place", piece[0] + match.start("place"), piece[0] + match.end("place"))
    return piece[0], piece[0] + match.end("name")


def without_publisher(draft: Draft, piece: Piece) -> Piece:
    """`in M. Gold ed., Book, Place: Publisher, 2015`: where commas part the fields, the last is the publisher."""
    text, (start, end) = draft.text, piece
    editors = draft.spans.get("editor")
    noted = editors is not None and editors.end <= start and not _PARTING.isdisjoint(draft.raw[editors.end - 1 : start])
    if not noted or "," not in text[start:end] or text[start] > "\u3000":
        return piece
    commas = [token for token in scan(text, start, end) if token.kind is Kind.COMMA]
    if len(commas) > 1 and PLACES.fullmatch(text[commas[-1].end : end].strip()):
        # `in N. Okafor (ed.), Handbook, Routledge, London`
        end = commas.pop().start
    cut = publisher_comma(text, commas, end)
    return piece if cut is None else (start, cut.start)


_PARTING: Final = frozenset(",:")
