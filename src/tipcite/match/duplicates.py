"""Whether two items are one work: what joins them, what forbids it, and how sure that is.

Order: (1) a part is not its whole, a review not its book, (2) identifiers, (3) one page's address, (4) title, creators,
year and what the work stands in. Precision comes first: what might be two works is at most doubtful.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tipcite.match.containers import compare_containers, compare_publishers
from tipcite.match.features import Features
from tipcite.match.names import NO_NAMES, NamesCompared, compare_names
from tipcite.match.numbers import compare_numbers, compare_pages
from tipcite.match.sameness import Sameness
from tipcite.match.title_forms import Relation, TitleForm, relate
from tipcite.match.titles import Likeness, compare_titles


class Certainty(StrEnum):
    """What two items are to each other."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    """They may be one work; a reader has to look."""
    TRANSLATION = "translation"
    """One is the other's original or translation: both stay, and are linked as variants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why two items are, or may be, one work; `score` from 0 to 100."""

    certainty: Certainty
    reason: str
    score: int


_NAMES: Final = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "arxiv": "arXiv number", "isbn": "ISBN"}
_PARTS: Final = frozenset(
    """article-journal article-magazine article-newspaper chapter entry entry-dictionary entry-encyclopedia
    paper-conference""".split()
)
_WHOLES: Final = frozenset("book collection periodical classic".split())
_DATED: Final = frozenset(
    "article-newspaper article-magazine broadcast hearing interview post post-weblog speech".split()
)
"""What one author writes under one title day after day."""
_ALONE: Final = frozenset(
    """thesis chapter paper-conference dataset software motion_picture song speech patent map legislation bill
    legal_case treaty standard interview broadcast entry review review-book""".split()
)
"""What is another work than a thing of another type of the same title."""
_YEARS_UNSURE: Final = _ALONE | _WHOLES | {"article-journal", "article", "document"}
"""What appears online in one year and in print in the next; reports and pages of two years are two."""
_NAMELESS: Final = frozenset({"legislation", "bill", "treaty", "standard"})
"""What has no author, and is known by its title and year."""
_REVIEWS: Final = frozenset({"review", "review-book"})
_PREPRINTS: Final = tuple(
    """10.48550/ 10.1101/ 10.2139/ssrn 10.31219/ 10.31234/ 10.31235/ 10.20944/ 10.21203/ 10.26434/ 10.36227/
    10.22541/""".split()
)
_FITS: Final = (Sameness.SAME, Sameness.CLOSE)
_LONGEST_WAIT: Final = 4
"""So many years an article may be online before it stands in an issue."""
_CERTAIN_WEIGHT: Final = 12
"""A title that tells less (三 characters, 11 letters) needs everything else to fit."""


def judge(one: Features, other: Features) -> Match | None:
    """Say what two items are to each other, None when they are two works."""
    if _is_part_of(one, other) or _is_part_of(other, one) or (one.type in _REVIEWS) != (other.type in _REVIEWS):
        return None
    if _is_identical(one, other):
        return _certain(99, "the same in every field")
    years = frozenset(year for year in (one.year, other.year) if year is not None)
    relation = relate(one.title, other.title, years)
    for judged in (_by_identifier(one, other, relation), _by_isbn(one, other, relation)):
        if judged is not None:
            return judged
    if _share(one, other, "isbn") and relation is Relation.OTHER:
        return None
    if relation is Relation.MISSING:
        return _untitled(one, other)
    if relation is Relation.CROSS:
        return _translation(one, other)
    if relation is Relation.OTHER:
        return None
    return _by_text(one, other, relation)


def _is_identical(one: Features, other: Features) -> bool:
    """Tell whether two items say the same: what was imported twice."""
    left, right = one.item, other.item
    return (
        left.fields == right.fields
        and left.type == right.type
        and left.names == right.names
        and left.dates == right.dates
        and bool(left.fields)
    )


def _by_identifier(one: Features, other: Features, relation: Relation) -> Match | None:
    if one.ids.keys().isdisjoint(other.ids):
        return None
    kind = next((kind for kind in ("doi", "pmid", "pmcid", "arxiv") if _share(one, other, kind)), None)
    if kind is None:
        return None
    name = _NAMES[kind]
    names = _names(one, other)
    types = {one.type, other.type}
    if one.title.kind != other.title.kind or (types & _WHOLES and types & _PARTS):
        return _doubt(60, f"the same {name}, but one is about, or part of, the other")
    if relation in (Relation.EQUAL, Relation.WITHOUT_SUBTITLE, Relation.TYPO, Relation.MISSING, Relation.CROSS):
        if kind == "arxiv" and _differ(one, other, "doi"):
            return _doubt(80, "the same arXiv number: a preprint and its publication")
        if names.first is Sameness.DIFFERS and _years_apart(one, other) > 1:
            return _doubt(70, f"the same {name}, but other names and another year")
        title = " and title" if relation is Relation.EQUAL else ""
        return _certain(97 if relation is Relation.CROSS else 100, f"the same {name}{title}")
    alike = compare_titles(one.item.title, [other.item.title]) is Likeness.SAME
    if alike and names.first is not Sameness.DIFFERS and _years_apart(one, other) <= 1:
        return _certain(93, f"the same {name}")
    return _doubt(65, f"the same {name}, but another title: one of them is wrong")


def _by_isbn(one: Features, other: Features, relation: Relation) -> Match | None:
    if not _share(one, other, "isbn"):
        return None
    if relation is Relation.OTHER:
        alike = compare_titles(one.item.title, [other.item.title]) is Likeness.SAME
        whole = not {one.type, other.type} & _PARTS and not _numbers_in_titles_differ(one.title, other.title)
        return (
            _doubt(60, "the same ISBN and like titles")
            if alike and whole and one.title.kind == other.title.kind
            else None
        )
    if (one.type in _PARTS) != (other.type in _PARTS):
        return None
    if (
        one.type in _PARTS
        and one.title.is_generic
        and compare_pages(one.field("page"), other.field("page")) is Sameness.DIFFERS
    ):
        return None
    if _contradict(one, other, "volume", "edition") or relation is Relation.CROSS:
        return _doubt(60, "the same ISBN, but another volume, edition or language")
    if relation is Relation.MISSING:
        return _doubt(60, "the same ISBN, and no title to compare")
    return _certain(98, "the same ISBN and title")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """What of two items of like titles fits, and what forbids to be certain."""

    names: NamesCompared
    year: int | None
    """How many years they are apart, None when one does not tell; 0 when neither does."""
    container: Sameness
    publisher: Sameness
    volume: Sameness
    issue: Sameness
    pages: Sameness
    same_address: bool

    @property
    def contradictions(self) -> int:
        """Count the numbers that differ."""
        return sum(one is Sameness.DIFFERS for one in (self.volume, self.issue, self.pages))

    @property
    def is_placed(self) -> bool:
        """Tell whether container, publisher or address say that it is one."""
        return self.same_address or self.container in _FITS or self.publisher in _FITS


def _by_text(one: Features, other: Features, relation: Relation) -> Match | None:
    evidence = _evidence(one, other)
    if _is_forbidden(one, other, evidence):
        return None
    if one.title.is_generic:
        return _generic(one, evidence)
    doubts = _doubts(one, other, relation, evidence)
    reason = _reason(relation, evidence)
    if not doubts:
        return _certain({Relation.EQUAL: 95, Relation.WITHOUT_SUBTITLE: 92}.get(relation, 91), reason)
    unknown = evidence.names.first not in _FITS
    if unknown and (one.title.weight < 18 or relation is not Relation.EQUAL) and not evidence.is_placed:
        return None
    return _doubt(max(50, 85 - 8 * len(doubts)), f"{reason}, but {doubts[0]}")


def _is_forbidden(one: Features, other: Features, evidence: _Evidence) -> bool:
    """Tell what two works of one title have: other authors, other years, other places in a series."""
    if evidence.names.first is Sameness.DIFFERS and evidence.names.note != "another order":
        return True
    if _contradict(one, other, "edition") or (evidence.volume is Sameness.DIFFERS and {one.type, other.type} & _WHOLES):
        return True
    if evidence.year == 1 and not {one.type, other.type} <= _YEARS_UNSURE:
        return True
    if evidence.year is not None and evidence.year > 1:
        waited = evidence.year <= _LONGEST_WAIT and _is_one_online_first(one, other, evidence)
        return not (waited or evidence.pages is evidence.volume is Sameness.SAME)
    if evidence.contradictions > (1 if _names_are_said(evidence) else 0):
        return True
    if {one.type, other.type} & _DATED and one.day and other.day and one.day != other.day:
        return not evidence.same_address
    return _differ(one, other, "pmid")


def _doubts(one: Features, other: Features, relation: Relation, evidence: _Evidence) -> list[str]:
    """Name what stands against being certain."""
    preprint = _is_preprint(one) != _is_preprint(other)
    said = [
        (_differ(one, other, "doi"), "a preprint and its publication" if preprint else "they have two DOIs"),
        (_differ(one, other, "isbn"), "they have two ISBNs"),
        (evidence.contradictions > 0, "volume, issue or pages differ"),
        (evidence.container is Sameness.DIFFERS, "they stand in two containers"),
        (evidence.publisher is Sameness.DIFFERS, "the publishers differ"),
        (evidence.names.sameness is Sameness.DIFFERS, f"of the creators {evidence.names.note}"),
        (
            evidence.names.first not in _FITS
            and not _names_are_absent(evidence)
            and not _is_one_page(relation, evidence),
            "the creators can't be compared",
        ),
        (_names_are_absent(evidence) and not _is_sure_without_names(one, evidence), "there are no creators to compare"),
        (evidence.year is None, "one has no year"),
        (evidence.year == 1 and not _is_online_first(one, other, evidence), "the years differ by one"),
        (evidence.year is not None and evidence.year > 1, "the years differ"),
        (
            one.type != other.type
            and bool({one.type, other.type} & _ALONE)
            and "document" not in (one.type, other.type),
            f"one is a {one.type}, one a {other.type}",
        ),
        (one.type == other.type == "webpage" and _differ(one, other, "address"), "they have two addresses"),
        (one.title.weight < _CERTAIN_WEIGHT and not evidence.is_placed, "the title is short"),
        (relation is Relation.TYPO and not _is_backed(relation, one, evidence), "the titles are only alike"),
        (
            relation is Relation.WITHOUT_SUBTITLE and not _is_backed(relation, one, evidence),
            "nothing tells that it is no other part",
        ),
        (evidence.year == 0 and one.year is None and not evidence.is_placed, "neither has a year"),
    ]
    return [text for holds, text in said if holds]


def _generic(one: Features, evidence: _Evidence) -> Match | None:
    """Judge an editorial, a preface: it is one work only in one place of one container."""
    if evidence.container not in _FITS or not one.containers or evidence.year != 0 or evidence.contradictions:
        return None
    pages = evidence.pages in _FITS and bool(one.field("page"))
    if (
        evidence.names.first in (*_FITS, Sameness.INCOMPARABLE)
        and (pages or _names_are_said(evidence))
        and (
            pages
            or (evidence.issue is Sameness.SAME and evidence.volume is Sameness.SAME and one.field("issue"))
            or one.type == "chapter"
        )
    ):
        return _certain(92, "the same heading in the same place")
    return _doubt(55, "the same heading in the same container") if pages else None


def _untitled(one: Features, other: Features) -> Match | None:
    if one.title.joined or other.title.joined or not one.containers or one.year != other.year:
        return None
    evidence = _evidence(one, other)
    placed = one.field("page") or one.field("URL")
    numbers = (evidence.volume, evidence.issue, evidence.pages)
    if evidence.container not in _FITS or not placed or Sameness.DIFFERS in numbers:
        return None
    if any(bool(one.field(name)) != bool(other.field(name)) for name in ("volume", "issue", "page")):
        return None
    if evidence.names.sameness not in _FITS or (_differ(one, other, "address") and not one.field("page")):
        return None
    return _certain(92, "no title, and the same place in the same container")


def _translation(one: Features, other: Features) -> Match | None:
    """Tell an original and its translation: the title of one is known as a form of the other's."""
    linked = _is_other_title(one, other) or _is_other_title(other, one)
    if not linked or _names(one, other).first is Sameness.DIFFERS:
        return None
    placed = one.year == other.year and compare_pages(one.field("page"), other.field("page")) is Sameness.SAME
    if placed and one.field("page") and one.year is not None:
        return _doubt(75, "the same pages, and the title of one is the other's in another language")
    return Match(
        certainty=Certainty.TRANSLATION, reason="the title of one is the other's in another language", score=70
    )


def _evidence(one: Features, other: Features) -> _Evidence:
    published = {one.type, other.type} & {"book", "report", "thesis"}
    return _Evidence(
        names=_names(one, other),
        year=_year_gap(one, other),
        container=_said(compare_containers(one.containers, other.containers), one.containers),
        publisher=_said(
            compare_publishers(one.field("publisher"), other.field("publisher")), published and one.field("publisher")
        ),
        volume=_said(compare_numbers(one.field("volume"), other.field("volume")), one.field("volume")),
        issue=_said(compare_numbers(one.field("issue"), other.field("issue")), one.field("issue")),
        pages=_said(compare_pages(one.field("page"), other.field("page")), one.field("page")),
        same_address=_share(one, other, "address"),
    )


def _said(sameness: Sameness, value: object) -> Sameness:
    """Take what neither says, which is the same, for no evidence."""
    return sameness if value else Sameness.MISSING_HERE


def _reason(relation: Relation, evidence: _Evidence) -> str:
    title = {Relation.EQUAL: "the same title", Relation.WITHOUT_SUBTITLE: "the same title but for a subtitle"}.get(
        relation, "a like title"
    )
    said = [title]
    said += ["creators"] if _names_are_said(evidence) and evidence.names.sameness in _FITS else []
    said += ["year"] if evidence.year == 0 else []
    said += ["address"] if evidence.same_address else []
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _names(one: Features, other: Features) -> NamesCompared:
    return compare_names(one.item.creators, other.item.creators)


def _names_are_absent(evidence: _Evidence) -> bool:
    return evidence.names.note == NO_NAMES


def _names_are_said(evidence: _Evidence) -> bool:
    return evidence.names.first in _FITS and not _names_are_absent(evidence)


def _is_sure_without_names(one: Features, evidence: _Evidence) -> bool:
    if one.type in _NAMELESS and evidence.year == 0 and one.year is not None:
        return True
    return evidence.is_placed and one.title.weight >= 18


def _is_one_page(relation: Relation, evidence: _Evidence) -> bool:
    return evidence.same_address and relation is Relation.EQUAL and evidence.year == 0


def _is_backed(relation: Relation, one: Features, evidence: _Evidence) -> bool:
    """Tell whether more than the title says that it is one; one other character makes another word of a Chinese one."""
    if relation is Relation.TYPO and one.title.is_han:
        return evidence.pages is Sameness.SAME or evidence.same_address
    return evidence.is_placed or evidence.pages is Sameness.SAME


def _is_online_first(one: Features, other: Features, evidence: _Evidence) -> bool:
    """Tell whether a year's difference is that between online and print: an article, and its numbers do not differ."""
    articles = {"article-journal", "article", "paper-conference"}
    return {one.type, other.type} <= articles and (
        evidence.container in _FITS or _is_preprint(one) or _is_preprint(other)
    )


def _is_one_online_first(one: Features, other: Features, evidence: _Evidence) -> bool:
    """Tell an article as it was online, without a volume, from one in its issue, by title, creators and journal."""
    in_volume = [bool(each.field("volume")) for each in (one, other)]
    return (
        one.type == other.type == "article-journal"
        and in_volume.count(True) == 1
        and one.title.joined == other.title.joined
        and one.title.weight >= 18
        and evidence.container in _FITS
        and _names_are_said(evidence)
    )


def _is_preprint(one: Features) -> bool:
    return "arxiv" in one.ids or any(doi.startswith(_PREPRINTS) for doi in one.ids.get("doi", ()))


def _is_part_of(part: Features, whole: Features) -> bool:
    """Tell a chapter from the book that it stands in, an article from its journal."""
    if part.type not in _PARTS or whole.type in _PARTS or not part.containers or not whole.title.joined:
        return False
    return compare_containers(part.containers[:1], [whole.item.title]) in _FITS


def _is_other_title(one: Features, other: Features) -> bool:
    return any(one.title.joined == form.joined and not form.is_generic for form in other.other_titles)


def _share(one: Features, other: Features, kind: str) -> bool:
    left, right = one.ids.get(kind), other.ids.get(kind)
    return bool(left and right and left & right)


def _differ(one: Features, other: Features, kind: str) -> bool:
    """Tell whether both have identifiers of a kind, and none in common."""
    left, right = one.ids.get(kind), other.ids.get(kind)
    return bool(left and right and not left & right)


def _contradict(one: Features, other: Features, *names: str) -> bool:
    return any(compare_numbers(one.field(name), other.field(name)) is Sameness.DIFFERS for name in names)


def _numbers_in_titles_differ(one: TitleForm, other: TitleForm) -> bool:
    return [char for char in one.joined if char.isdigit()] != [char for char in other.joined if char.isdigit()]


def _year_gap(one: Features, other: Features) -> int | None:
    if one.year is None and other.year is None:
        return 0
    return None if one.year is None or other.year is None else abs(one.year - other.year)


def _years_apart(one: Features, other: Features) -> int:
    return _year_gap(one, other) or 0


def _certain(score: int, reason: str) -> Match:
    return Match(certainty=Certainty.CERTAIN, reason=reason, score=score)


def _doubt(score: int, reason: str) -> Match:
    return Match(certainty=Certainty.DOUBTFUL, reason=reason, score=score)
