"""The commonest forms of whole references as expressions: how a reference begins, and how it goes on behind its title.

A form is a template: `{volume}` stands for what a volume looks like and names the variable that it fills; `{volume~}`
is likely where a volume else is certain, `{editor!}` certain where an editor else is likely. The forms of one place
are alternatives of one expression, so that an entry is asked twice: for its begin, and for what follows its title.
Every piece is narrow on purpose: brackets, quotation marks and full stops inside a title or a name leave the entry to
the grammar, which weighs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.plainnames import FAMILY, GIVEN, INITIALS, NEXT, SPOKEN, UPPER
from tipcite.formats.reftext.reference import Confidence


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a reference goes on: whether it is a part of a book, and the group of each variable."""

    part: bool
    groups: tuple[tuple[str, int, Confidence], ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one place in one expression; the name of the group that closes last is the key of its form."""

    expression: re.Pattern[str]
    forms: dict[str, Form]


_YEAR: Final = r"(?:1[5-9]|20)[0-9][0-9]"
_CAPITAL: Final = r"[A-ZÀ-Þ]"
_LETTER: Final = r"[^\W\d_]"
# Not `\d`, which takes full-width figures: those of a Western text are left to the grammar.
_NUMERALS: Final = {
    "volume": r"(?!(?:1[89]|20)[0-9][0-9]\b)[0-9]{1,4}",
    "issue": r"(?!(?:19|20)[0-9][0-9]\b)[0-9]{1,4}(?:[-–/][0-9]{1,4})?",
    "page": r"(?:[A-Za-z]?[0-9]{1,6}[-–—－~～][A-Za-z]?[0-9]{1,6}|(?!(?:19|20)[0-9][0-9]\b)[A-Z]?[0-9]{1,6})",
}
_ADDRESS: Final = r"https?://(?!\S*10\.\d{4})[a-z0-9.-]+\.[a-z]+(?:/(?:[A-Za-z0-9._/?=&~+-]*[A-Za-z0-9/])?)?"
_DOI: Final = r"(?:https?://doi\.org/|DOI: ?|doi: ?)10\.\d{4,9}/[A-Za-z0-9._/()-]*[A-Za-z0-9]"
_ISO_BRACKETED: Final = r"\[20\d\d-\d\d-\d\d\]"
# What ends a Western name, or has to be weighed inside one
_OUT: Final = r".?!:;()\[\]{}<>«»“”‘\"《》〈〉「」『』。，：；（）、\d/\n"
_WESTERN: Final = _NUMERALS | {
    "issued": _YEAR,
    "month": rf"{_YEAR}(?: [A-Z][a-z]{{2}}(?: \d{{1,2}})?)?",
    "PMID": r"PMID: ?\d{4,9}",
    "DOI": rf"(?:From |Retrieved from )?{_DOI}",
    "URL": rf"(?:[Ff]rom |Retrieved from |Available at: )?{_ADDRESS}",
    "container-title": rf"{_CAPITAL}[^{_OUT}]*{_LETTER}",
    "publisher": rf"{_CAPITAL}[^,{_OUT}]*{_LETTER}",
    "publisher-place": rf"{_CAPITAL}{_LETTER}+(?:[ -]{_CAPITAL}{_LETTER}+){{0,3}}(?:, [A-Z]{{2}}|, {_CAPITAL}[a-z]+)?",
    "editor": rf"(?:{SPOKEN}(?:{NEXT}{SPOKEN})* \(Eds?\.\)|edited by {SPOKEN}(?:{NEXT}{SPOKEN})*)",
    "accessed": (
        r"(?:(?:Retrieved|Accessed) (?:[A-Z][a-z]{2,8} \d{1,2}, 20\d\d|\d{1,2} [A-Z][a-z]{2,8}\.? 20\d\d)"
        rf"|{_ISO_BRACKETED})"
    ),
}
# Chinese references are matched as they are folded (`draft.fold`): half-width, with one kind of dash.
_HAN: Final = _NUMERALS | {
    "issued": rf"{_YEAR}(?:年(?:版|\d{{1,2}}月(?:\d{{1,2}}日)?)?)?",
    "DOI": _DOI,
    "URL": rf"(?:: ?|(?:取|檢)自:? ?)?{_ADDRESS}",
    "container-title": r"[\u3400-\u9fff][\u3400-\u9fff·]+",
    "publisher": r"[\u3400-\u9fff]{2,20}",
    "school": r"[\u3400-\u9fff]{2,16}?(?:[大][學学]|[學学]院)(?:[\u3400-\u9fff]{1,12}?[系所])?",
    "genre": r"(?:[碩硕博]士)(?:[學学]位)?[論论]文",
    "publisher-place": r"[\u3400-\u9fff]{2,4}",
    "editor": r"[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})* ?\(主?[編编]",
    "accessed": (
        r"(?:(?:檢索|上網|瀏覽|查閱|取用|检索|访问)日期: ?20\d\d年\d{1,2}月\d{1,2}日"
        rf"|{_ISO_BRACKETED})"
    ),
}
_PLACEHOLDER: Final = later(r"\{([A-Za-z-]+)([!~]?)\}")
# Pieces that have a form of their own where a variable has two
_NAMES: Final = {"month": "issued", "school": "publisher"}
# What its place tells; figures, dates and addresses tell themselves.
_LIKELY: Final = frozenset(("container-title", "publisher", "school", "publisher-place", "editor"))


def _forms(pieces: dict[str, str], *templates: str, parts: tuple[str, ...] = ()) -> Forms:
    """Put templates together; those of `parts` are parts of books, and are tried first."""
    branches: list[str] = []
    found: dict[str, list[tuple[str, str, Confidence]]] = {}
    for number, template in enumerate((*parts, *templates)):
        variables = found[f"form{number}"] = []
        branch, begin = "", 0
        for match in _PLACEHOLDER.finditer(template):
            variable, mark = match[1], match[2]
            likely = mark == "~" or (variable in _LIKELY and mark != "!")
            name = f"form{number}_{len(variables)}"
            variables.append(
                (_NAMES.get(variable, variable), name, Confidence.LIKELY if likely else Confidence.CERTAIN)
            )
            branch += f"{template[begin : match.start()]}(?P<{name}>{pieces[variable]})"
            begin = match.end()
        branches.append(f"(?P<form{number}>{branch}{template[begin:]})")
    expression = re.compile("|".join(branches))
    group = expression.groupindex
    forms = {
        key: Form(number < len(parts), tuple((variable, group[name], sure) for variable, name, sure in variables))
        for number, (key, variables) in enumerate(found.items())
    }
    return Forms(expression, forms)


# How a reference begins: names, the year unless it stands behind, and the title

_BARE: Final = r".?!“”\"()\[\]{}<>«»/\n。，；（）〔〕"
_WESTERN_TITLE: Final = rf"{_CAPITAL}[^{_BARE}]*[^\s{_BARE}]"
_MARKER: Final = r" ?\[(?P<letter>[JMRDC]|EB)(?:/OL)?\](?:\. ?|。|(?=//))"
_EDITION: Final = r"(?: (?P<edition>\((?P<ordinal>\d{1,2})(?:st|nd|rd|th) ed\.\)))?"
WESTERN_HEAD: Final = later(
    rf"(?P<names>(?P<inverted>{FAMILY}, {INITIALS}(?:{NEXT}{FAMILY}, {INITIALS})*)"
    rf"|(?P<first>{FAMILY}, (?:{GIVEN}|{INITIALS})(?:{NEXT}(?:{GIVEN}|{INITIALS}) {FAMILY})*)"
    rf"|(?P<upper>{UPPER}(?: [A-Z]){{1,3}}(?:, {UPPER}(?: [A-Z]){{1,3}})*)"
    rf"|(?P<capitals>{FAMILY} [A-Z]{{1,3}}(?:, {FAMILY} [A-Z]{{1,3}})*)"
    rf"|(?P<spoken>{SPOKEN}(?:{NEXT}{SPOKEN})*)(?=, [“\"])"
    rf"|(?P<body>{_CAPITAL}[^{_OUT},]*{_LETTER}(?=\.? \()))(?P<others>,? et al)?"
    rf"(?:\.?,? (?P<date>\((?P<year>{_YEAR}(?:, [A-Z][a-z]{{2,8}}(?: \d{{1,2}})?)?)(?P<suffix>[a-z])?\)[.,:]? )"
    rf"|[.,]? (?P<date2>(?P<year2>{_YEAR})(?P<suffix2>[a-z])?\. )|(?:\.|(?<=\.)) |, (?=[“\"]))"
    r"(?:“(?P<part>[^“”]+?)[.,]?”,? |‘(?P<quoted>[^‘’\"]+?)[.,]?’,? |\"(?P<straight>[^“”\"]+?)[.,]?\",? "
    rf"|(?P<bare>{_WESTERN_TITLE}[?!]?){_EDITION}(?:\.|(?<=[?!])) "
    rf"|(?P<lettered>{_WESTERN_TITLE}){_MARKER})"
)
_HAN_BARE: Final = r"。;?!《》〈〉「」『』“”()\[\]【】/.\n"
_HAN_TITLE: Final = rf"[^\s,、:{_HAN_BARE}][^{_HAN_BARE}]*[^\s{_HAN_BARE}]"
_HAN_NAME: Final = r"[\u4e00-\u7b48\u7b4a-\u9fff]{2,4}"
"""Without 等, which stands for more names."""
HAN_HEAD: Final = later(
    rf"(?P<names>{_HAN_NAME}(?:[、,;] ?{_HAN_NAME})*|(?P<body>[\u4e00-\u9fff]{{5,20}}))(?P<others>[、,]? ?等)?"
    rf"(?: ?(?P<date>\((?P<year>{_YEAR}(?:年\d{{1,2}}月(?:\d{{1,2}}日)?)?)年?(?P<suffix>[a-z])?\)[。:,.]? ?)"
    rf"|[,。] ?(?P<date2>(?P<year2>{_YEAR})年?(?P<suffix2>[a-z])?[,。:.] ?)|[,。:.] ?)"
    r"(?:〈(?P<part>[^〈〉\n]+)〉|「(?P<quoted>[^「」\n]+)」|“(?P<curly>[^“”\n]+)”|《(?P<whole>[^《》\n]+)》"
    rf"|(?P<bare>{_HAN_TITLE})(?:。|\. )|(?P<lettered>{_HAN_TITLE}){_MARKER})"
)

# How it goes on

_BOOK: Final = r"(?:{publisher-place}: )?{publisher}"
_LINK: Final = r"(?:{DOI}|{URL})"
_END: Final = rf"\.?(?: {_LINK}\.?)?"
_NUMBERED: Final = (
    r"{container-title},? (?:(?:[Vv]ol\. ?)?{volume}(?:(?: ?\({issue}\)|, no\. ?{issue})(?:, |: ?)|: ?)"
    r"(?:pp?\. ?)?{page}|{volume~}, {page~})"
)


@cache
def forms_behind(place: str, letter: str, *, han: bool, dated: bool) -> Forms:
    """Compile what may follow the title.

    `place` is the group of the head in which the title stands, `letter` that of a type marker or ""; `dated` tells
    that the year stands before the title.
    """
    if letter:
        return _behind_marker(letter, _HAN if han else _WESTERN, dated=dated)
    if han:
        return _behind_han(place)
    return _behind_dated(place) if dated else _behind_undated(place)


def _behind_dated(place: str) -> Forms:
    site = r"(?:{container-title}\. )?{URL}\.?(?: {accessed}\.)?"
    common = (_NUMBERED + _END, site, r"(?:{container-title}\. )?{accessed}, {URL}\.?")
    book = _BOOK + r"\."
    pages = r"(?: \(pp?\. {page}\)|, (?:pp?\. )?{page})"
    chapter = r"In (?:{container-title}, {editor!}|(?:{editor!}, )?{container-title})" + pages + r"\. " + book
    if place == "bare":
        return _forms(_WESTERN, *common, book, parts=(chapter,))
    return _forms(
        _WESTERN,
        *common,
        parts=(chapter, r"(?:Pp\. {page} in|In) (?:{container-title}, {editor!}|{container-title})\. " + book),
    )


def _behind_undated(place: str) -> Forms:
    if place == "bare":
        vancouver = r"{container-title}\. {month};{volume}(?:\({issue}\))?:{page}" + _END + r"(?: {PMID}\.?)?"
        return _forms(_WESTERN, _BOOK + r"[,;] {issued}\.", vancouver)
    edited = r"{container-title}, {editor!}, {publisher}, {issued}, pp?\. {page}\."
    return _forms(
        _WESTERN,
        rf"{{container-title}}, vol\. {{volume}}(?:, no\. {{issue}})?, {{issued}}, pp?\. {{page}}(?:, {_LINK})?\.",
        r"{container-title} {volume}(?:, no\. {issue})? \({issued}\): {page}" + _END,
        r"{issued}, {URL}\. {accessed}\.",
        parts=(edited, r"{container-title}, {publisher}, {issued}, pp?\. {page}\."),
    )


def _behind_marker(letter: str, pieces: dict[str, str], *, dated: bool) -> Forms:
    # GB/T 7714-2015, 8.8 and annex A; the year stands before the title in the author-date form (9.3.2).
    if letter == "EB":
        return _forms(pieces, "{accessed}" + _STOP + _SITE if dated else "{issued}{accessed}" + _STOP + _SITE)
    year = "" if dated else ", ?{issued}"
    if letter == "J":
        numbered = rf"{{container-title}}{year}, ?{{volume}}(?:\({{issue}}\))?: ?{{page}}{_STOP}(?:{{DOI}}\.?)?"
        if dated:
            return _forms(pieces, numbered)
        return _forms(pieces, numbered, r"{container-title}, ?{issued}(?:\({issue~}\))?: ?{page~}" + _STOP)
    published = rf"{{publisher-place}}: ?{{publisher}}{year}(?:: ?{{page~}})?{_STOP}"
    within = f"//{{container-title}}{_STOP}{published}"
    return _forms(pieces, published, f"{{publisher}}{year}{_STOP}", parts=(within,))


_STOP: Final = "[.。] ?"
_SITE: Final = "{URL}[.。]?"
_HAN_END: Final = rf"(?:[。.]?|[。.,]? ?{_LINK}[。.]?)"
_HAN_PAGES: Final = "(?:(?:[頁页] ?)?{page}|第{page}[頁页])"
_HAN_NUMBERED: Final = (
    r"(?:{volume} ?\({issue}\)[:,] ?(?:頁 ?)?{page}|{volume}: ?{page}|{volume~}, ?{page~}"
    r"|(?:第? ?{volume} ?卷[,、]? ?)?第? ?{issue} ?期(?:[,、] ?(?:{issued}, ?)?|\({issued}\), ?)" + _HAN_PAGES + ")"
)
_HAN_BOOK: Final = "(?:{publisher-place}: ?)?{publisher}"
_IN: Final = "(?:載於|收錄於|收於|收入|載)"


def _behind_han(place: str) -> Forms:
    journal = "《{container-title!}》,? ?" + _HAN_NUMBERED + _HAN_END
    thesis = "(?:{publisher-place}: ?)?{school}{genre}(?:, ?{issued})?[。.]?"
    if place == "whole":
        book = rf"[,。] ?{_HAN_BOOK}(?:,? ?{{issued}})?(?:, ?第{{page}}[頁页])?[。.]?"
        article = "[,。]? ?[載载]?《{container-title!}》{issued}第{issue}期(?:, ?第{page}[頁页])?[。.]?"
        return _forms(_HAN, "[,。] ?" + thesis, book, article, "[,。] ?" + journal)
    if place == "bare":
        chapter = rf"{_IN}(?:{{editor!}}\), ?)?《?{{container-title}}》? ?\(頁 ?{{page}}\)[。.] ?{_HAN_BOOK}[。.]?"
        plain = "{container-title}, ?" + _HAN_NUMBERED + _HAN_END
        site = "(?:{container-title}。)?{URL}。?"
        return _forms(_HAN, plain, journal, thesis, _HAN_BOOK + "[。.]?", site, parts=(chapter,))
    chapter = (
        rf"[,。] ?{_IN}(?:{{editor!}}\), ?)?《{{container-title}}》(?: ?\(頁 ?{{page}}\)|, ?頁 ?{{page}})?[,。] ?"
        rf"{_HAN_BOOK}(?:, ?{{issued}}(?:, ?頁 ?{{page}})?)?[。.]?"
    )
    site = "[,。]? ?(?:{issued}, ?)?{URL}[,。]? ?(?:{accessed}[。.]?)?"
    paper = "[,。] ?《{container-title!}》, ?{issued}, ?(?:第{page~}版|版{page}|{page}版)[。.]?"
    thesis = "[,。] ?" + thesis
    return _forms(_HAN, "[,。:]? ?" + journal, site, paper, thesis, parts=(chapter,))
