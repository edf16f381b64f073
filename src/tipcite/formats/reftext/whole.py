"""References in the commonest forms, read whole: one expression for the begin, one for what follows the title.

What has such a form from its first character to its last says of each piece what it is, as no rule for one piece can:
behind `[M]//` stands a book, not an editor. It is also read in a fraction of the time. Whatever is not plain is left to
the grammar.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.assemble import find_half_width, language_of, parsed
from tipcite.formats.reftext.bodies import is_body
from tipcite.formats.reftext.dates import match_date
from tipcite.formats.reftext.draft import Found, fold
from tipcite.formats.reftext.kinds import Evidence, is_periodical, kind_of
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.names import read_creators
from tipcite.formats.reftext.plainnames import listed_names, read_plain_names
from tipcite.formats.reftext.problems import problem
from tipcite.formats.reftext.publication import PLACES, PUBLISHER
from tipcite.formats.reftext.rawentry import RawEntry
from tipcite.formats.reftext.reference import Confidence, ParsedReference
from tipcite.formats.reftext.tail import JOURNAL
from tipcite.formats.reftext.wholeforms import HAN_HEAD, WESTERN_HEAD, Form, forms_behind
from tipcite.model import Date, Name, Problem

_LONGEST: Final = 1000


def read_whole(entry: RawEntry) -> ParsedReference | None:
    """Read an entry that has one of the commonest forms from its first character to its last; None for all others."""
    raw = entry.text
    if len(raw) > _LONGEST:
        return None
    han = raw[:1] >= "\u4e00"
    text = fold(raw) if han else raw
    head = (HAN_HEAD if han else WESTERN_HEAD).match(text)
    if head is None:
        return None
    place, letter = _place_of_title(head)
    date = _BRACKETED if head.start("date") >= 0 else _PLAIN if head.start("date2") >= 0 else None
    forms = forms_behind(place, letter, han=han, dated=date is not None)
    tail = forms.expression.fullmatch(text, head.end())
    if tail is None:
        return None
    parts = Found()
    form = forms.forms[tail.lastgroup or ""]
    if not _take_head(parts, head, place, date, raw) or not _take_tail(parts, form, tail, raw):
        return None
    if letter == "R":
        _take_number(parts)
    if _is_weighed(parts, place, letter):
        return None
    kind = _kind(parts, letter, "" if not form.part else "within" if han and not letter else "chapter")
    parts.fields["language"] = language_of(parts.fields["title"], parts.names, raw)
    return parsed(parts, entry, kind, _problems(entry, parts, others=head.start("others") >= 0, han=han))


def _place_of_title(head: re.Match[str]) -> tuple[str, str]:
    """Name the group of the title, which closes last but for what stands behind it, and the letter of its marker."""
    place = head.lastgroup or ""
    if place == "letter":
        return "lettered", head["letter"]
    return ("bare" if place == "edition" else place), ""


# The groups of a date before the title: with what stands around it, the date itself, the year's letter
_Date = tuple[str, str, str]
_BRACKETED: Final[_Date] = ("date", "year", "suffix")
_PLAIN: Final[_Date] = ("date2", "year2", "suffix2")


def _take_head(parts: Found, head: re.Match[str], place: str, date: _Date | None, raw: str) -> bool:
    """Take names, year, title and edition; tell whether the names are plain."""
    text = head.string
    names = _names(head, han=text is not raw or raw[0] >= "\u4e00")
    if names is None:
        return False
    end = head.end("others") if head.start("others") >= 0 else head.end("names")
    if text[end] == "." and (date or place in ("part", "quoted", "straight")):
        end += 1
    parts.names["author"] = names
    sure = Confidence.LIKELY if place == "bare" and not date else Confidence.CERTAIN
    parts.mark("author", 0, end, sure=sure)
    start, behind = head.span(place)
    parts.fields["title"] = raw[start:behind]
    parts.mark("title", start, behind, sure=Confidence.LIKELY if place == "bare" else Confidence.CERTAIN)
    if date is not None:
        around, inside, suffix = date
        issued = _date(text, *head.span(inside))
        if issued is None:
            return False
        parts.dates["issued"] = issued
        parts.mark("issued", *head.span(around), sure=Confidence.CERTAIN)
        if head[suffix]:
            parts.fields["year-suffix"] = head[suffix]
    if head.lastgroup == "edition":
        parts.fields["edition"] = head["ordinal"]
        parts.mark("edition", *head.span("edition"), sure=Confidence.CERTAIN)
    return True


def _names(head: re.Match[str], *, han: bool) -> tuple[Name, ...] | None:
    """Read the authors; None where one has to be weighed."""
    if head.start("body") >= 0:
        # Only a year in brackets and capitals tell a body from the first words of a title.
        body = head["body"]
        if head.start("date") < 0 or (not han and not all(map(_may_be_of_body, body.split()))):
            return None
        names = read_creators(body).names
        return names if names == (Name(literal=body),) else None
    if han:
        return read_plain_names(head["names"])
    if head.start("inverted") >= 0:
        form = "inverted"
    elif head.start("first") >= 0:
        form = "first"
    elif head.start("spoken") >= 0:
        form = "spoken"
    else:
        form = "upper" if head.start("upper") >= 0 else "capitals"
    return listed_names(head["names"], form)


def _may_be_of_body(word: str) -> bool:
    return word[0].isupper() or word in ("of", "for", "on", "the", "and", "in", "to", "de", "du", "la")


def _take_tail(parts: Found, form: Form, tail: re.Match[str], raw: str) -> bool:
    """Take what follows the title; tell whether every piece could be read, and there is a year."""
    text = tail.string
    for variable, group, sure in form.groups:
        start, end = tail.span(group)
        if start < 0:
            continue
        if variable in ("issued", "accessed"):
            date = _date(text, start, end)
            if date is None:
                return False
            parts.dates[variable] = date
            if text[start - 1] == "(" and text[end] == ")":
                start, end = start - 1, end + 1
        elif variable == "editor":
            names = read_plain_names(_AROUND_EDITORS.sub("", raw[start:end]))
            if names is None:
                return False
            parts.names[variable] = names
        else:
            parts.fields[variable] = _value(variable, raw[start:end], text[start:end])
            if text[start - 1] == "《":
                start, end = start - 1, end + 1
        parts.mark(variable, start, end, sure=sure)
    return "issued" in parts.dates


def _value(variable: str, raw: str, folded: str) -> str:
    """Answer a field's value: figures as they are folded, identifiers without the words before them."""
    if variable in ("volume", "issue"):
        return folded
    if variable == "page":
        return folded.translate(_DASHES)
    if variable == "URL":
        return raw[raw.index("http") :]
    if variable == "DOI":
        return raw[raw.index("10.") :].lower()
    return raw[5:].strip() if variable == "PMID" else raw


_DASHES: Final = str.maketrans("–—～~", "----")
_AROUND_EDITORS: Final = later(r"^edited by | \(Eds?\.\)$| ?[(（]主?[編编]$")


def _date(text: str, start: int, end: int) -> Date | None:
    if end - start <= 5:
        return Date(parts=((int(text[start : start + 4]),),))
    words = _BEFORE_DATE.match(text, start)
    found = match_date(text, words.end() if words else start)
    return found.date if found is not None else None


_BEFORE_DATE: Final = later(r"(?:Retrieved |Accessed |[^\d:\[]+: ?|\[)")


def _take_number(parts: Found) -> None:
    """Take a report's number, `题名: 12[R]`, from behind its title."""
    title, span = parts.fields["title"], parts.spans["title"]
    number = _REPORT_NUMBER.search(title)
    if number is not None:
        parts.fields |= {"title": title[: number.start()], "number": number[1]}
        parts.mark("title", span.start, span.start + number.start(), sure=Confidence.CERTAIN)
        parts.mark("number", span.start + number.start(), span.end, sure=Confidence.LIKELY)


_REPORT_NUMBER: Final = later(r"(?<=[^\d\s:]): (\d{1,8})$")


def _is_weighed(parts: Found, place: str, letter: str) -> bool:
    """Tell whether a piece may be something else than its place says; else settle what a page's site is."""
    fields = parts.fields
    title = fields["title"]
    if place in ("bare", "lettered") and _may_end_in_code(title, letter):
        return True
    if "," in title and place in ("bare", "lettered") and title[0] > "\u3000":
        # It may part fields where others are half-width, too.
        return True
    if title[-1] in "?!" and place == "bare" and "page" not in fields and "publisher-place" not in fields:
        # What follows may be the title's second sentence.
        return True
    if place == "bare" and "," in title and fields.keys() <= {"title", "URL", "year-suffix"}:
        # `Title, Publisher. https://…`
        return True
    if title.startswith("In ") and parts.names["author"][0].literal:
        # `List of companies. (2019). In Wikipedia`: without creators the title stands first.
        return True
    if "URL" in fields and "container-title" in fields and "page" not in fields and _is_publisher_of_page(fields):
        parts.rename("container-title", "publisher")
    if _NO_CONTAINER.search(fields.get("container-title", "")):
        return True
    return "publisher" in fields and not _is_publisher(parts)


_NO_CONTAINER: Final = later(
    r", (?:(?:eds?|edited|trans|translated)\b|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sept?|Oct|Nov|Dec)[a-z]*$)"
    "|[Dd]issertation|[Tt]hesis"
)


def _may_end_in_code(title: str, letter: str) -> bool:
    """Tell whether a title without marks may end in a role, genre or number of the work; a short figure is its own."""
    if title[-14:].lower().endswith(_ENDINGS) or (not title.isascii() and _VOLUME.search(title)):
        return True
    figure = _FIGURE.search(title, max(0, len(title) - 24))
    if figure is None:
        return False
    before = title[figure.start() - 1]
    plain = figure[0].isdigit() and len(figure[0]) < 4 and before in " :：，"
    return not plain or (letter in ("D", "R") and before != "：")


_ENDINGS: Final = (" trans", " ed", " eds", " edn", " edition", " thesis", " dissertation")
_VOLUME: Final = later(r"[册冊卷輯辑集]\s?\S{0,3}$|卷 ?\d")
_FIGURE: Final = later(r"\d[^\s:：,]*$")


def _is_publisher_of_page(fields: dict[str, str]) -> bool:
    """What stands alone before an address is a body that brings the page out, or else the page's site."""
    name = fields["container-title"]
    if "publisher" in fields or JOURNAL.search(name):
        return False
    return "edition" in fields or PUBLISHER.search(name) is not None or is_body(name.removeprefix("The "))


def _is_publisher(parts: Found) -> bool:
    """Tell whether the publisher's clause can be nothing else: no thesis, edition, role, journal or place."""
    name = parts.fields["publisher"]
    if (_NO_HAN_PUBLISHER if name[0] > "\u3000" else _NO_PUBLISHER).search(name):
        return False
    if "publisher-place" in parts.fields:
        return parts.fields["publisher-place"] != "In"
    if PUBLISHER.search(name):
        return True
    if "URL" not in parts.fields and len(parts.dates["issued"].parts[0]) > 1:
        # Newspapers and magazines are dated by the month.
        return False
    return not (JOURNAL.search(name) or PLACES.fullmatch(name) or is_periodical(name))


_NO_HAN_PUBLISHER: Final = later("[論论]文|[報报]告|[譯译編编著本]$|(?<!出)版$|計[畫劃]|计划|[卷冊册]$")
_NO_PUBLISHER: Final = later("^(?:Manuscript|Unpublished|Forthcoming|Paper|In )|[Dd]issertation|[Tt]hesis")


def _kind(parts: Found, letter: str, hint: str) -> str:
    fields = parts.fields
    issued = parts.dates["issued"].parts[0]
    author = parts.names["author"][0].literal
    evidence = Evidence(
        title=fields["title"],
        container=fields.get("container-title", ""),
        publisher=fields.get("publisher", ""),
        author=author,
        person=not author,
        edited="editor" in parts.names,
        fields=frozenset(fields),
        hints=frozenset((hint,)),
        full_date=len(issued) == 3,
        month=len(issued) > 1,
    )
    return "thesis" if "genre" in fields else kind_of(evidence, letter)


def _problems(entry: RawEntry, parts: Found, *, others: bool, han: bool) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if others:
        found.append(problem("et-al", entry.place(0), entry.text[: parts.spans["author"].end]))
    if han:
        found.extend(
            problem("half-width", entry.place(place), str(number)) for place, number in find_half_width(entry.text)
        )
    return tuple(found)
