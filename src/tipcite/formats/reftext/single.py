"""One entry → `ParsedReference`. Read this first; the passes are in the order in which they must run.

1. A trailing 【English】 pair is cut off and read for itself.
2. Identifiers, the address and the date of retrieval: they may stand anywhere, and hold every separator.
3. The head: creators, date, and where the title begins.
4. The title.
5. What follows: numbers, dates, roles, host, publisher.
6. The type, then the language; what is left over goes to `note`.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.assemble import finish, unreadable
from tipcite.formats.reftext.bluebook import take_bluebook
from tipcite.formats.reftext.bracketnotes import take_bracket_notes
from tipcite.formats.reftext.dates import match_date
from tipcite.formats.reftext.draft import Draft, clean
from tipcite.formats.reftext.head import Head, find_head
from tipcite.formats.reftext.issued import take_copyright_mark, take_original_year, take_updated
from tipcite.formats.reftext.kinds import MARKER, decide_type
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.links import take_accessed, take_links
from tipcite.formats.reftext.names import read_creators
from tipcite.formats.reftext.officialworks import take_official
from tipcite.formats.reftext.oscola import take_brackets_of_law
from tipcite.formats.reftext.parallel import add_parallel, cut_parallel
from tipcite.formats.reftext.rarenumbers import take_collection, take_extent, take_section_of_paper
from tipcite.formats.reftext.rawentry import RawEntry
from tipcite.formats.reftext.reference import Confidence, ParsedReference
from tipcite.formats.reftext.scan import han_share, match_brackets, scan
from tipcite.formats.reftext.split import split_entries
from tipcite.formats.reftext.tail import read_tail
from tipcite.formats.reftext.title import find_title
from tipcite.formats.reftext.titlenotes import set_title, take_title_notes
from tipcite.formats.reftext.titlespan import TitleSpan
from tipcite.formats.reftext.westernnames import ends_with_initial, is_name_list
from tipcite.formats.reftext.whole import read_whole
from tipcite.model import Date, Name

# Longer than any reference: a chapter's text that was pasted by mistake.
LONGEST: Final = 6000


def parse_reference(text: str) -> ParsedReference:
    """Read one reference; nothing of the text is lost: what has no field goes to `note`."""
    line = text.strip()
    number = _NUMBER_BEFORE.match(line)
    begin = number.end() if number else 0
    # What is one whole reference is not cut.
    whole = read_whole(RawEntry(text=line[begin:], places=((0, 1, text.find(line) + begin + 1),)))
    if whole is not None:
        return whole
    entries = [entry for entry in split_entries(text) if isinstance(entry, RawEntry)]
    entry = entries[0] if len(entries) == 1 else RawEntry(text=text, places=_places(text))
    return parse_entry(entry, usual=entry.text != line[begin:])


_NUMBER_BEFORE: Final = later(r"\[\d{1,3}\] ?|\d{1,3}\. ")


def _places(text: str) -> tuple[tuple[int, int, int], ...]:
    starts = [0, *(match.end() for match in re.finditer(r"\n", text))]
    return tuple((start, line, 1) for line, start in enumerate(starts, start=1))


# Two letters or figures: the least that can be a reference.
_TWO_SIGNS: Final = later(r"[^\W_].*?[^\W_]", re.DOTALL)


def parse_entry(entry: RawEntry, *, usual: bool = True) -> ParsedReference:
    """Read one entry whose place in a pasted text is known; `usual` tells that it may have one of the usual forms."""
    if len(entry.text) > LONGEST:
        return unreadable(
            entry,
            f"is {len(entry.text)} characters long, which no reference is; put each reference on a line of its own",
        )
    if not _TWO_SIGNS.search(entry.text):
        return unreadable(entry, "has no words; a reference needs at least a title or an address")
    whole = read_whole(entry) if usual else None
    if whole is not None:
        return whole
    draft = Draft(entry.text)
    _open_whole(draft)
    pair = cut_parallel(draft)
    take_links(draft)
    take_accessed(draft)
    _take_first_marks(draft)
    letter = _read_body(draft)
    if pair:
        add_parallel(draft, pair, parse_reference(draft.raw[pair[0] : pair[1]]))
    return finish(draft, entry, decide_type(draft, letter))


# 見郭沫若：〈…〉 in a note
_SEE: Final = later(r"\s*(?:[參参詳详另]?[見见]|[參参]考|[轉转]引自)\s?:?(?=[\u3400-\u9fff·‧]{2,12}:[〈《「])")
# A note's number before a title in quotation marks: `7 “About the Archive,”`
_NOTE_NUMBER: Final = later(
    r"\s*\d{1,3}\s(?=[“\"‘〈「]|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}(?:,? and (?:[A-Z][\w.’'-]+\s?){2,4})?,\s"
    r"(?:[“‘\"]|[^()]{6,300}\((?:[^()]{2,60}:\s)?[^():]{2,60},\s(?:1[5-9]|20)\d\d\)))"
)
_PERIODICAL_FIRST: Final = later(r"\s*《(?P<name>[^《》\x00]{2,30})》\s?\((?P<date>[^()]{4,16})\)[。.,:]?\s?(?=[〈「])")


# `Duarte, P (2014. Cyberbullying`: the bracket behind the year was forgotten
_LOST_BRACKET: Final = later(r"[^()\x00]{2,200}(?P<open>\()(?:1[5-9]|20)\d\d[a-z]?[.。](?=\s?[^\s\d()])")
_BLANKS_ALONE: Final = later(r"[\u3400-\u9fff]{2,4}(?: [\u3400-\u9fff\w]{2,30}){2,8}")
_CONGRESS: Final = later(
    r"(?P<name>(?:U\. ?S\.|United States|US) Congress(?:[.,] (?:Senate|House(?: of Representatives)?"
    r"|Joint)(?: Committee on [^.,]+)?)"
    r"(?:[.,] (?:(?:Select|Special|Joint|Permanent) )*(?:Subc"
    r"|C)ommittee on [^.,]+(?:, [^.,]+, and [^.,]+)?)*)\.(?=\s[A-Z])"
)


def _take_first_marks(draft: Draft) -> None:
    """Take what may stand before creators: 見 of a note, or a newspaper without author, `《明報》（日期）。〈篇〉`."""
    see = _SEE.match(draft.text)
    if see:
        draft.kept.append(see.span())
        draft.blank(*see.span())
    if not draft.text.isascii() and _BLANKS_ALONE.fullmatch(draft.text.strip(" .。")):
        # 康書豪 民國105年 國境人流管理 警大出版社: nothing but blanks parts the fields
        draft.text = draft.text.replace(" ", ",")
    lost = _LOST_BRACKET.match(draft.text) if draft.text.count("(") > draft.text.count(")") else None
    if lost:
        draft.find("unclosed-mark", lost.start("open"), "(")
        draft.text = draft.text[: lost.end() - 1] + ")" + draft.text[lost.end() :]
    take_updated(draft)
    take_original_year(draft)
    take_copyright_mark(draft)
    congress = _CONGRESS.match(draft.text)
    if congress:
        # a committee's name goes down from the house to the subcommittee, parted by full stops (Chicago 17, 14.290)
        draft.names["author"] = (Name(literal=clean(draft.raw[slice(*congress.span("name"))])),)
        draft.mark("author", *congress.span())
    note = _NOTE_NUMBER.match(draft.text)
    if note:
        draft.text = " " * note.end() + draft.text[note.end() :]
    match = _PERIODICAL_FIRST.match(draft.text)
    found = match_date(draft.text, match.start("date")) if match else None
    if match and found and found.date and found.end == match.end("date"):
        draft.set_field("container-title", *match.span("name"), sure=Confidence.CERTAIN)
        draft.set_date("issued", *match.span("date"), found.date)
        draft.blank(*match.span())


def _open_whole(draft: Draft) -> None:
    """Some lists put a whole entry into brackets, as a translation of the one before: `[方向明. (2023). …]`."""
    body = draft.text.strip()
    if body[0] not in "[【(":
        return
    start = draft.text.find(body)
    pairs, _ = match_brackets(body)
    if pairs.get(0) == len(body) - 1:
        draft.blank(start, start + 1)
        draft.blank(start + len(body) - 1, start + len(body))


def _read_body(draft: Draft) -> str:
    take_bracket_notes(draft)
    take_extent(draft)
    take_collection(draft)
    take_section_of_paper(draft)
    take_official(draft)
    if not draft.law_end:
        take_bluebook(draft)
    if not draft.law_end:
        take_brackets_of_law(draft)
    marker, letter = _find_marker(draft)
    draft.letter = letter
    tokens = scan(draft.text)
    head = find_head(draft, tokens, marker.start() if marker else None)
    _take_head(draft, head)
    comma = _parts_with_commas(draft, head)
    title = _title(draft, head, (marker.start(), marker.end()) if marker else None, comma=comma)
    if title is not None:
        rest = max(title.rest, head.date_span[1] if head.title_end is not None else 0)
        draft.blank(*((marker.start(), marker.end()) if marker else (0, 0)))
        is_article = letter in ("J", "N") or title.opener in (
            "〈",
            "“",
            '"',
            "「",
        )
        take_title_notes(draft, title)
        read_tail(draft, rest, is_article=is_article)
        set_title(draft, title)
    elif marker:
        draft.blank(marker.start(), marker.end())
        read_tail(draft, marker.end(), is_article=False)
    return letter


def _find_marker(draft: Draft) -> tuple[re.Match[str] | None, str]:
    """Find the type marker and its letter; `题名[A]. 编者. 书名[M]` (GB/T 7714-1987) is a part of what follows."""
    first = MARKER.search(draft.text) if "[" in draft.text else None
    if first is None:
        return None, ""
    letter = first["letter"].upper()
    second = MARKER.search(draft.text, first.end())
    if second is None or "//" in draft.text or second["letter"].upper() not in ("M", "C", "G"):
        return first, letter
    draft.blank(*second.span())
    draft.text = draft.text[: second.end() - 1] + "。" + draft.text[second.end() :]
    draft.type_hints.extend(("chapter", "part"))
    return first, "C" if letter == "C" else "M"


def _take_head(draft: Draft, head: Head) -> None:
    if head.date is not None:
        if head.date.date is not None:
            if head.title_end is not None and head.date_span[1] <= head.title_end:
                # `Fisheries Act 1996`: the year is of the name
                draft.dates["issued"] = head.date.date
                return
            _set_issued(draft, head, head.date.date)
            if head.date.suffix:
                draft.fields["year-suffix"] = head.date.suffix
        elif head.date.status:
            draft.set_field("status", *head.date_span, value=head.date.status, sure=Confidence.CERTAIN)
        else:
            draft.find("no-date", head.date.start, draft.raw[head.date.start : head.date.end])
        rest = draft.text[head.date.end : head.date_span[1]]
        if any(char.isdigit() for char in rest):
            # the end of a range of days: `(2018, April 26–29)`
            draft.kept.append((head.date.start, head.date_span[1]))
        draft.blank(*head.date_span)
    if head.creators is not None:
        _take_creators(draft, *head.creators, sure=head.sure)


def _set_issued(draft: Draft, head: Head, date: Date) -> None:
    """`(1968/2005)` is the year of the original and that of this edition (APA 7, 9.41); `(2019/2020)` a span."""
    first, last = date.parts[0][0], date.parts[-1][0]
    enclosed = draft.text[head.date_span[0]] in "(["
    if enclosed and head.date is not None and last - first > 2 and "/" in draft.text[head.date.start : head.date.end]:
        draft.set_date("original-date", head.date.start, head.date.end, Date(parts=((first,),)))
        date = Date(parts=((last,),))
    draft.set_date("issued", *head.date_span, date)


_TRANSLATED: Final = later(
    r"^(?P<author>.+?)(?:\s?\(?(?:原?著|撰)\)?)?\s?[,、;。]\s?(?P<translator>[㐀-鿿·、]{2,24})"
    r"\s?\(?(?:編|选|選|合)?[譯译](?:註|注|者)?\)?$"
)


# `沈廷芝撰，任思明點校`, `王五口述，李四採訪`: authors, and behind them others with a role of their own
_SECOND_ROLE: Final = later(
    r"(?P<author>[^,;]{2,40}?)\s?[(]?(?:原?著|撰|編著|编著|合著|口述|主?[編编])[)]?\s?[,;。、]\s?"
    r"(?P<names>[\u3400-\u9fff·、]{2,24}?)\s?[(]?(?P<role>點校|点校|校[點点注註訂订勘閱]?|[審审][訂订校閱]|整理|採訪|采访|訪[問談]|[記记][錄录]"
    r"|注|註|箋注|插?[畫圖]|導讀)[)]?"
)
# `陳佩珍、鄒宜君譯，Elena Markovic原著`
_TRANSLATORS_FIRST: Final = later(
    r"(?P<names>[\u3400-\u9fff·、]{2,24}?)\s?[(]?[合編编]?[譯译]者?[)]?\s?[,;]\s?(?P<author>[^,;]{2,60}?)\s?[(]?(?:原[著作]者?|著)[)]?"
)


def _take_second_roles(draft: Draft, start: int, end: int) -> int:
    """Take the people behind the authors who edited, noted down or translated; answer where the authors end."""
    body = draft.text[start:end].rstrip(" ,.:")
    first = _TRANSLATORS_FIRST.fullmatch(body) if "譯" in body or "译" in body else None
    if first:
        draft.names["translator"] = read_creators(
            draft.raw[start + first.start("names") : start + first.end("names")]
        ).names
        draft.names["author"] = read_creators(
            draft.raw[start + first.start("author") : start + first.end("author")]
        ).names
        draft.mark("author", start + first.start("author"), end, sure=Confidence.CERTAIN)
        draft.mark("translator", start, start + first.start("author"), sure=Confidence.CERTAIN)
        return start
    second = _SECOND_ROLE.fullmatch(body) if (body and body[-1] > "\u3000") or body[-1:] == ")" else None
    if second is None:
        return end
    role = (
        "interviewer" if second["role"][0] in "採采訪" else "illustrator" if second["role"][-1] in "畫圖" else "editor"
    )
    draft.names[role] = read_creators(draft.raw[start + second.start("names") : start + second.end("names")]).names
    draft.mark(role, start + second.end("author"), end)
    return start + second.end("author")


# `S. Freud, J. Strachey ed.`; in `A. Smith, B. Doe, eds.` all are editors
_EDITED: Final = later(r"(?P<author>(?:[A-Z]\.[ -]?)+[^,&]+), (?P<editor>(?:[A-Z]\.[ -]?)+[^,]+? (?:ed|eds|trans)\.?)")


def _take_creators(draft: Draft, start: int, end: int, *, sure: bool) -> None:
    end = _take_second_roles(draft, start, end)
    if end == start:
        return
    body = draft.text[start:end]
    translated = "譯" in body or "译" in body
    match = _TRANSLATED.match(body.rstrip(" ,.")) if translated else None
    if match:
        translators = read_creators(draft.raw[start + match.start("translator") : start + match.end("translator")])
        draft.names["translator"] = translators.names
        draft.mark("translator", start + match.end("author"), end)
        end = start + match.end("author")
    if draft.text[end : end + 1] == "." and ends_with_initial(draft.text[start:end]):
        end += 1
    edited = _EDITED.fullmatch(draft.text[start:end])
    if edited and is_name_list(edited["author"]):
        editors = read_creators(draft.raw[start + edited.start("editor") : end])
        draft.names[editors.role] = editors.names
        draft.mark(editors.role, start + edited.start("editor"), end)
        end = start + edited.end("author")
    creators = read_creators(draft.raw[start:end])
    if creators.names:
        # The original's author is named behind the title: these have translated it.
        role = "translator" if creators.role == "author" and "author" in draft.names else creators.role
        draft.names[role] = creators.names
    for wording in creators.wording:
        begin = draft.raw.find(wording, start, end)
        draft.kept.append((begin, begin + len(wording)))
    if creators.others:
        draft.find("et-al", start, draft.raw[start:end])
    draft.mark(creators.role, start, end, sure=Confidence.CERTAIN if sure else Confidence.LIKELY)


def _parts_with_commas(draft: Draft, head: Head) -> bool:
    """Tell whether a Chinese entry parts its fields with commas: `作者，2020，題名，刊名，9：1-9。`"""
    if head.date is not None and head.title_end is None:
        around = draft.raw[max(0, head.date_span[0] - 1) : head.date_span[1] + 1]
        share = han_share(draft.raw[head.title_start : head.title_start + 200])
        if share > 0.4 and any(char in ":：" for char in draft.raw[head.date.end : head.date_span[1]]):
            # 作者（2006）：題名，刊名，6，頁1-9。
            return "," in draft.text[head.title_start :] and "。" not in draft.text[head.title_start :].rstrip(" 。")
        return share > 0.4 and any(char in ",，" for char in around)
    body = draft.text[head.title_start :]
    return han_share(body) > 0.4 and "," in body and not re.search(r"。.*\w|[.](?=\s|[\u3400-\u9fff]).*\w", body)


def _title(draft: Draft, head: Head, marker: tuple[int, int] | None, *, comma: bool) -> TitleSpan | None:
    if head.title_end is not None:
        rest = head.date_span[1] if head.date is not None else head.title_end
        return TitleSpan(start=head.title_start, end=head.title_end, rest=rest, sure=Confidence.LIKELY)
    return find_title(draft, head.title_start, marker, comma=comma)
