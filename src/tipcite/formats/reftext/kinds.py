"""What kind of work an entry is: what it says itself, else what its pieces show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tipcite.formats.reftext.bodies import is_single_name
from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.genres import GENRES
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.scan import han_share

# GB/T 7714-2015, annex B, and -2025: the letter says the kind; `//` makes a part of it.
MARKER: Final = later(
    r"\s?\[\s?(?P<letter>J|M|C|D|R|N|S|P|G|A|Z|K|DB|CP|EB|DS|CM|PP)\s?(?:/\s?(?P<carrier>OL"
    r"|MT|DK|CD))?\s?\](?=[\s.。,;:/(\[\x00\d]|$|[^\w])",
    re.IGNORECASE,
)
_LETTERS: Final = {
    "J": "article-journal",
    "M": "book",
    "C": "paper-conference",
    "D": "thesis",
    "R": "report",
    "N": "article-newspaper",
    "S": "standard",
    "P": "patent",
    "G": "book",
    "K": "book",
    "A": "document",
    "Z": "document",
    "DB": "dataset",
    "DS": "dataset",
    "CP": "software",
    "EB": "webpage",
    "CM": "map",
    "PP": "article",
}
_NEWSPAPER: Final = later(
    r"[日晚早週周時时商工]報|[日晚早时]报|(?:聯合|联合|經濟|经济|自由"
    r"|中國時|蘋果|文匯|大公|明|星島|法制|光明|人民|青年|参考消息).{0,4}[報报]"
    r"|新聞網|新闻网|通[訊讯]社|^(?:中央社|新華社|新华社|路透社|法新社|美聯社|中新社)$"
    r"|\b(?:Times|Daily|Newspaper|Gazette|Tribune|Guardian|Washington Post"
    r"|Herald|Morning Post|Wall Street Journal|Observer|Chronicle)\b"
    r"|\b(?:BBC|CNN|NBC|ABC|CBS|Fox|Sky|Channel 4|Kyodo|Yonhap|Xinhua|Bloomberg) ?News$|^(?:BBC|CNN|NPR|Reuters"
    r"|Associated Press|Agence France-Presse|Al Jazeera|Bloomberg|Xinhua|Focus Taiwan|Central News Agency)$"
)
# 工商晨報, 信報日刊: any name that ends so, 學報, 年報, 公報 and the like aside
_PAPER: Final = later(
    r"(?<![學学年月季彙汇通導导會会公院館馆專专集叢丛畫画簡简快情])[報报](?:社|網|网)?$"
    r"|日刊$|[週周]末$|\b(?:Post|Evening Standard|Sentinel|Courier|Star"
    r"|Mirror|Inquirer|Examiner|Globe|Mail|Telegraph|Independent|Journal-Constitution)$"
)
_PREPRINTS: Final = later(
    r"(?:[Rr][Xx]iv|[a-z]Prints?|[Pp]reprints?(?:\.org)?|^SSRN.*|Research Square|^Authorea|^OSF)$|^SSRN"
)
_PREPRINT_HINT: Final = later("iv$|rint|SSRN|Square|Authorea|OSF")
_DATA_HOME: Final = later(
    r"\b(?:Dataverse|Zenodo|Dryad|ICPSR|[Ff]igshare|UK Data Service|Data Archive|Mendeley Data|GESIS)\b"
)
_JOURNAL: Final = later(
    r"學報|学报|期刊|季刊|月刊|論叢|论丛|[學学]刊|評論$|评论$|研究$|\b(?:Journal|Review"
    r"|Quarterly|Bulletin|Annals|Transactions|Letters|Studies|Archives)\b"
)
_MAGAZINE: Final = later(
    r"週刊|周刊|(?<![學法醫])雜誌$|(?<![学法医])杂志$|(?<![學学雜杂])[誌志]$"
    r"|月訊$|畫報$|\b(?:Magazine|Weekly|Fortnightly)$|^(?:Time|The Economist|Newsweek"
    r"|Foreign Affairs|Foreign Policy|The Diplomat|The Atlantic|The New Yorker|Scientific American|Wired)$"
)
_CONFERENCE: Final = later(
    r"研討會|研讨会|會議|会议|論文集|论文集|年會|年会|學術討論會|\b(?:Conference|Symposium"
    r"|Proceedings|Proc|Symp|Conf|Workshop|Congress|Annual Meeting|Convention|Neural Information Processing Systems)\b",
    re.IGNORECASE,
)
# Each alternative of this and of `_CASE` begins with a character: a search jumps to these.
_REPORT: Final = later(
    r"報告|报告|白皮書|白皮书|r(?<!\w.)eport(?=:|$|\s\d)|R(?<!\w.)eport\b|W(?<!\w.)(?:hite|orking) Paper\b"
    r"|T(?<!\w.)echnical Report\b|F(?<!\w.)act Sheet\b"
)
_LAW: Final = later(
    r"^(?:中華民國|中华人民共和国).{0,24}(?:法|憲法|宪法|條例|条例|通則|法典)$"
    r"|[\u3400-\u9fff]{2,}(?:施行細則|條例|条例|办法|辦法|條約|规定|決定|決議|决定)$"
)
_WESTERN_LAW: Final = later(r"A(?<!\w.)ct\b(?: of)?(?: \d{4})?(?: \([A-Z][A-Za-z]*\))?$|§|U\.S\.C\.|C(?<!\w.)onst\b")
# 《美國行政法》 by a person is a book.
_NAMED_LAW: Final = later(
    r"^.{2,24}(?<![方書寫想看作說用辦办语語文])法(?:施行法|施行細則)?(?:\s?第\s?[\d一二三四五六七八九十百]+\s?[條条](?:之\d+)?.{0,12})?$"
)
_RULES: Final = later(
    r"^[\u3400-\u9fff（）()、]{3,40}(?:施行細則|條例|条例|辦法|办法|規則|规则|通則|準則|要點|規程|憲法|宪法|法典)(?:第\s?\S{1,6}\s?[條条].{0,12})?$"
)
_JUDGED: Final = later(
    r"字第?\s?\d+\s?[號号].{0,12}$|釋字第\s?\d+\s?號|^[\u3400-\u9fff]{2,12}法院.{4,40}[判裁][決决定]"
)
_CASE: Final = later(r"v(?<!\w.)\.?\s[A-Z]|字第\s?\d+\s?號|判決|裁決|判决|诉.*案$|釋字第")
_STANDARD: Final = later(r"\b(?:GB(?:/T)?|ISO|CNS|NB/T|IEC|ANSI|IEEE Std\.?|IEEE Standard|DB\d+)\s?[\d.]+")
_PATENT: Final = later(r"\b(?:CN|US|ZL|WO|EP|JP|TW)\s?\d{5,}|專利|专利|\bPatent\b")

# What an earlier pass has told from the form of the entry.
_HINTED: Final = (
    ("treaty", "treaty"),
    ("hearing", "hearing"),
    ("case", "legal_case"),
    ("patent", "patent"),
    ("journal", "article-journal"),
    ("blog", "post-weblog"),
    ("dataset", "dataset"),
)
# H.R. 9911, S. 1223, H.J. Res. 7
_BILL: Final = later(r"(?:H\. ?R\.|S\.|H\. ?Con\.|S\. ?Con\.|[HS]\. ?J\.|[HS]\. ?)\s?(?:Res\.\s)?(?:No\.\s)?\d")
_PATENT_HINT: Final = later(r"[\d利P](?:(?<=\d)\d{4}|(?<=利)|(?<=P)atent)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells the type of an entry: its texts, the names of its fields, and what the form of the entry told."""

    title: str
    container: str
    publisher: str
    author: str
    person: bool
    edited: bool
    fields: frozenset[str]
    hints: frozenset[str]
    full_date: bool
    month: bool


def decide_type(draft: Draft, letter: str) -> str:
    """Decide the CSL type from everything that has been read."""
    issued = draft.dates.get("issued")
    evidence = Evidence(
        title=draft.fields.get("title", ""),
        container=draft.fields.get("container-title", ""),
        publisher=draft.fields.get("publisher", ""),
        author=next((name.literal for name in draft.names.get("author", ()) if name.literal), ""),
        person=any(name.family for name in draft.names.get("author", ())),
        edited="editor" in draft.names,
        fields=frozenset(draft.fields),
        hints=frozenset(draft.type_hints),
        full_date=issued is not None and bool(issued.parts) and len(issued.parts[0]) == 3,
        month=issued is not None and bool(issued.parts) and len(issued.parts[0]) > 1,
    )
    kind = _lettered(letter.upper(), evidence) if letter else _said(draft, evidence) or _shown(evidence)
    if kind == "article-newspaper":
        _name_page(draft)
    if kind == "dataset" and "container-title" in draft.fields and "publisher" not in draft.fields:
        # who keeps data publishes them (APA 7, 10.9)
        draft.rename("container-title", "publisher")
    return kind


def _name_page(draft: Draft) -> None:
    """第15版 of a newspaper is a page, and so is `2022-08-16(17)`."""
    for variable in ("edition", "issue"):
        if variable in draft.fields and "page" not in draft.fields:
            draft.rename(variable, "page")


def _lettered(letter: str, evidence: Evidence) -> str:
    kind = _LETTERS[letter]
    if kind in ("book", "paper-conference") and "chapter" in evidence.hints:
        return "paper-conference" if letter == "C" or _CONFERENCE.search(evidence.container) else "chapter"
    if letter in ("A", "Z"):
        return _legal(evidence) or kind
    return kind


def _said(draft: Draft, evidence: Evidence) -> str:
    if "thesis" in evidence.hints:
        return "thesis"
    told = next((kind for hint, kind in _HINTED if hint in evidence.hints), "")
    if told:
        return told
    if "law" in evidence.hints:
        if _BILL.match(evidence.title):
            return "bill"
        return "legal_case" if _CASE.search(evidence.title) else "legislation"
    if "report" in evidence.hints and not evidence.container:
        return "report"
    if "conference" in evidence.hints:
        return "paper-conference"
    genre = draft.fields.get("genre", "")
    for pattern, kind in GENRES:
        if genre and pattern.search(genre):
            return kind
    return _named(f"{evidence.title} {draft.fields.get('number', '')}")


def _named(text: str) -> str:
    if _STANDARD.search(text):
        return "standard"
    if _PATENT_HINT.search(text) and _PATENT.search(text):
        return "patent"
    return ""


def is_periodical(name: str) -> bool:
    """Tell whether a name is a newspaper's or magazine's that is known."""
    return _NEWSPAPER.search(name) is not None or _MAGAZINE.search(name) is not None


def kind_of(evidence: Evidence, letter: str = "") -> str:
    """Decide the CSL type of an entry that does not say its kind but by the letter of a marker, if it has one."""
    return _lettered(letter, evidence) if letter else _named(evidence.title) or _shown(evidence)


def _shown(evidence: Evidence) -> str:
    container, fields = evidence.container, evidence.fields
    if not container:
        if not evidence.person and _NEWSPAPER.search(evidence.author) and (evidence.full_date or "page" in fields):
            return "article-newspaper"
        if _is_preprint_home(evidence.publisher):
            return "article"
        if _DATA_HOME.search(evidence.publisher):
            return "dataset"
        if fields & {"volume", "issue"} and "page" in fields and not evidence.publisher:
            return "article-journal"
        return _legal(evidence) or _alone(evidence)
    told = _told_by_names(evidence)
    if told:
        return told
    if _CODES.search(container):
        return "legal_case" if _CASE.search(evidence.title) else "legislation"
    return _part_of_book(evidence) or _part_of_periodical(evidence)


def _is_preprint_home(name: str) -> bool:
    return _PREPRINT_HINT.search(name) is not None and _PREPRINTS.search(name) is not None


def _told_by_names(evidence: Evidence) -> str:
    """Tell what the title's or the container's name alone says: laws, rulings, treaties, preprints, data, magazines."""
    container, fields = evidence.container, evidence.fields
    numbered = not fields.isdisjoint(("volume", "issue"))
    if evidence.month and _MAGAZINE.search(container):
        return "article-magazine"
    if not evidence.person and not numbered:
        ruled = _NAMED_LAW.search(evidence.title) or _RULES.search(evidence.title)
        if ruled and not evidence.author and "publisher-place" not in fields:
            return "legislation"
        if _JUDGED.search(evidence.title):
            return "legal_case"
    if _TREATY_SERIES.fullmatch(container):
        return "treaty"
    if "page" not in fields and _is_preprint_home(container):
        return "article"
    return "dataset" if not numbered and _DATA_HOME.search(f"{container} {evidence.publisher}") else ""


_TREATY_SERIES: Final = later(r"(?:United Nations )?Treaty Series")


def _part_of_book(evidence: Evidence) -> str:
    """Tell `chapter` or `paper-conference` where the container is a book, "" where it may be a periodical."""
    container, fields = evidence.container, evidence.fields
    numbered = not fields.isdisjoint(("volume", "issue"))
    if "issue" in fields and not evidence.publisher and _JOURNAL.search(container):
        return ""
    periodical = "issue" in fields or _NEWSPAPER.search(container) or _JOURNAL.search(container)
    conference = _CONFERENCE.search(container)
    booklike = evidence.edited or evidence.publisher or "publisher-place" in fields
    if "chapter" in evidence.hints:
        # `“Title”, in Nature, Vol. 359`: In stands before periodicals too, where nothing of a book follows
        alone = not booklike and not conference and (numbered or periodical)
        return "" if alone else "paper-conference" if conference else "chapter"
    if "within" in evidence.hints and not periodical and not ("URL" in fields and container[-1] in "網网站"):
        return "paper-conference" if conference else "chapter"
    if (evidence.full_date or "volume" not in fields) and _NEWSPAPER.search(container):
        return ""
    if conference:
        return "paper-conference"
    if ("publisher-place" in fields and not numbered) or ("publisher" in fields and evidence.edited and not numbered):
        return "chapter"
    if not periodical and fields >= {"publisher", "publisher-place"}:
        return "chapter"
    return "chapter" if not periodical and (evidence.edited or _PRESS.search(evidence.publisher)) else ""


def _part_of_periodical(evidence: Evidence) -> str:
    container, fields = evidence.container, evidence.fields
    if _is_paper(evidence):
        return "article-newspaper"
    numbered = not fields.isdisjoint(("volume", "issue"))
    if (evidence.full_date or not numbered) and _NEWSPAPER.search(container):
        return "article-newspaper"
    if "URL" in fields and fields.isdisjoint(("volume", "issue", "page")) and not _JOURNAL.search(container):
        return "article-magazine" if _MAGAZINE.search(container) else "webpage"
    return "article-magazine" if evidence.full_date and _MAGAZINE.search(container) else "article-journal"


# What laws and judgments of the United States are collected in (Bluebook, tables T1 and T7).
_CODES: Final = later(
    r"^(?:U\.S\.(?:C\.?)?|Stat\.?|C\.F\.R\.?|F\. ?Supp\..*|S\. ?Ct\.?|F\.[23]d"
    r"|Cong\. Rec\.?)$"
)
# Who publishes books and no journals of one article.
_PRESS: Final = later(
    r"出版社$|[書书][局店]$|印[書书][館馆]$|\bPress$|\bBooks$|\bPublish(?:ing|ers)$|^(?:Routledge|Springer|Palgrave)"
)

# Who publishes reports: think tanks, offices, unions.
_BODY: Final = later(
    r"\b(?:Cent(?:er|re)|Institut(?:e|ion)|Foundation|Fund|Council|Ministry|Department|Commission|Agency|Office|Bureau|Bank"
    r"|Organi[sz]ation|Association|Committee|Initiative|Project|Network|Corporation|Nations|Government|Secretariat"
    r"|Chatham House|RAND|Brookings|UN[A-Z]{2,4}|OECD|ILO|IOM|WHO)\b"
)
_HOUSE: Final = later(r"\b(?:Press|Books?|Publish(?:ing|ers)|University)\b")
# `什麼是永續報告書` is about reports, and none.
_ASKED: Final = later(r"什麼是|什么是|何謂|何谓|如何|為何|为何|為什麼|认识|認識|淺談|浅谈|What|How|Why|When\b")
# What a body brings out itself and calls so is a report; its yearbooks and manuals are books.
_STUDY: Final = later(
    r"調查|调查|推估|評估|评估|研究|監測|監察|计划|計畫|\b(?:[Ss]urvey|[Ss]tudy|[Aa]ssessment|[Ee]stimates?|[Rr]eview)\b"
)


def _is_of_body(evidence: Evidence) -> bool:
    """Tell the report of a body: by itself (APA 7, 10.4), or of a person, dated by the month as no book is."""
    fields = evidence.fields
    if not evidence.publisher or evidence.edited or not fields.isdisjoint(("edition", "ISBN", "volume")):
        return False
    if evidence.author and not evidence.person and han_share(evidence.author) == 0:
        return not is_single_name(evidence.author) and not (
            evidence.month and "URL" in fields and fields.isdisjoint(("number", "genre", "publisher-place"))
        )
    return evidence.month and bool(_BODY.search(evidence.publisher)) and not _HOUSE.search(evidence.publisher)


def _is_paper(evidence: Evidence) -> bool:
    """A newspaper is told by its name, or by a day and a page where no volume stands."""
    if evidence.fields & {"volume", "issue", "publisher-place"} or _JOURNAL.search(evidence.container):
        return False
    if evidence.full_date:
        return not evidence.fields.isdisjoint(("page", "edition")) or bool(_PAPER.search(evidence.container))
    return bool(_PAPER.search(evidence.container)) and han_share(evidence.container) > 0.4


def _is_law(title: str) -> bool:
    return bool(_WESTERN_LAW.search(title) or (not title.isascii() and _LAW.search(title)))


def _legal(evidence: Evidence) -> str:
    if evidence.title.endswith(("報告", "报告")):
        return ""
    if _CASE.search(evidence.title):
        return "legal_case"
    if _is_law(evidence.title) and "edition" not in evidence.fields:
        return "legislation"
    if not evidence.person and not evidence.author and _RULES.search(evidence.title):
        return "legislation"
    return "legislation" if not evidence.person and _NAMED_LAW.search(evidence.title) else ""


def _alone(evidence: Evidence) -> str:
    fields = evidence.fields
    asked = _ASKED.match(evidence.title) if evidence.person and "URL" in fields else None
    if asked and not fields & {"publisher", "number", "genre", "publisher-place", "ISBN"}:
        return "webpage"
    if _REPORT.search(evidence.title) or (
        "number" in fields and evidence.publisher and "article" not in evidence.hints
    ):
        return "report"
    if "article" in evidence.hints:
        return "article"
    if "internet" in evidence.hints and "URL" in fields and not evidence.person and "edition" not in fields:
        return "webpage"  # `Site [Internet]. Place: Publisher; 2012 [cited …]. Available from: …` (Vancouver)
    if evidence.author and evidence.publisher in (evidence.author, "作者", "Author") and _STUDY.search(evidence.title):
        return "report"
    if _is_of_body(evidence):
        return "report"
    house = _PRESS.search(evidence.publisher) and not _NEWSPAPER.search(evidence.publisher)
    if "URL" in fields and not (house or "publisher-place" in fields or "ISBN" in fields):
        return "webpage"
    if evidence.publisher or "edition" in fields or "publisher-place" in fields:
        return "book"
    return "book" if han_share(evidence.title) > 0.4 or evidence.title else "document"
