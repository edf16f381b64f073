"""PubMed's XML of an article or of a book's chapter → an item (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/190101/)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tipcite.errors import InvalidIdentifier
from tipcite.fetch.draft import Draft, item_of
from tipcite.fetch.parts import isbn_of, language_of, pages_of
from tipcite.fetch.people import read_creators
from tipcite.fetch.richtext import rich_text
from tipcite.fetch.titles import parallel
from tipcite.fetch.work import edition_of
from tipcite.formats.record_dates import read_date
from tipcite.formats.xml_tree import Element
from tipcite.lang import decide_text_language, is_chinese
from tipcite.model import Date, Item, JsonValue, find_doi, parse_pmcid

_SEASONS: Final = {"spring": "1", "summer": "2", "autumn": "3", "fall": "3", "winter": "4"}
_TYPES: Final = (
    ("Preprint", "article"),
    ("Dataset", "dataset"),
    ("Newspaper Article", "article-newspaper"),
    ("Legal Case", "legal_case"),
)


def item_from_article(record: Element, *, name: str) -> Item:
    """Make an item of a `<PubmedArticle>`.

    Raises:
        FetchError: it has no title.
    """
    citation = record.child("MedlineCitation")
    article = citation.child("Article") if citation is not None else None
    citation, article = citation or record, article or record
    journal = article.child("Journal") or article
    kinds = {kind.text for kind in _all(article, "PublicationTypeList", "PublicationType")}
    draft = Draft(type=next((csl for said, csl in _TYPES if said in kinds), "article-journal"), source="pubmed")
    _add_title(draft, article)
    issue = journal.child("JournalIssue") or journal
    draft.fields |= _said(
        {
            "container-title": journal.text_of("Title"),
            "container-title-short": journal.text_of("ISOAbbreviation"),
            "ISSN": journal.text_of("ISSN"),
            "volume": issue.text_of("Volume"),
            "issue": issue.text_of("Issue"),
            "page": _pages(article),
            "PMID": citation.text_of("PMID"),
            "language": language_of(article.text_of("Language")),
            "abstract": _abstract(article),
        }
    )
    _add_numbers(draft, [*_all(record, "PubmedData", "ArticleIdList", "ArticleId"), *article.children("ELocationID")])
    issued = _date(issue.child("PubDate")) or _date(article.child("ArticleDate"))
    if issued:
        draft.dates["issued"] = issued
    _add_authors(draft, article)
    return item_of(draft, wanted=draft.fields.get("PMID", ""), name=name)


def item_from_book(record: Element, *, name: str) -> Item:
    """Make an item of a `<PubmedBookArticle>`: a chapter of NCBI's Bookshelf, or a whole book there.

    Raises:
        FetchError: it has no title.
    """
    document = record.child("BookDocument") or record
    book = document.child("Book") or document
    title = _rich(document.child("ArticleTitle"))
    draft = Draft(type="chapter" if title else "book", source="pubmed")
    draft.fields |= _said(
        {
            "title": title or _rich(book.child("BookTitle")),
            "container-title": _rich(book.child("BookTitle")) if title else "",
            "collection-title": _rich(book.child("CollectionTitle")),
            "edition": edition_of(book.text_of("Edition")),
            "publisher": book.text_of("Publisher", "PublisherName"),
            "publisher-place": book.text_of("Publisher", "PublisherLocation"),
            "ISBN": isbn_of([one.text for one in book.children("Isbn")]),
            "PMID": document.text_of("PMID"),
            "language": language_of(document.text_of("Language")),
            "abstract": _abstract(document),
        }
    )
    _add_numbers(draft, _all(document, "ArticleIdList", "ArticleId"))
    issued = _date(book.child("PubDate")) or _date(document.child("ContributionDate"))
    if issued:
        draft.dates["issued"] = issued
    for element in (document, book):
        _add_authors(draft, element)
    return item_of(draft, wanted=draft.fields.get("PMID", ""), name=name)


def _add_title(draft: Draft, article: Element) -> None:
    """Take the title in the article's own language; PubMed sets its translation in brackets and ends it with a stop."""
    title = _without_stop(_rich(article.child("ArticleTitle")))
    translated = re.fullmatch(r"\[(.+)\]", title)
    vernacular = _without_stop(_rich(article.child("VernacularTitle")))
    if translated:
        title = _without_stop(translated[1])
    draft.fields["title"] = vernacular or title
    if vernacular and title and vernacular != title:
        draft.variants.append(parallel("title", title, draft.source))


def _without_stop(text: str) -> str:
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text


def _add_numbers(draft: Draft, elements: Iterator[Element] | list[Element]) -> None:
    for element in elements:
        kind = element.get("IdType") or element.get("EIdType")
        if kind == "doi":
            doi = find_doi(element.text)
            if doi is not None:
                draft.fields.setdefault("DOI", doi.value)
        elif kind == "pmc":
            try:
                draft.fields.setdefault("PMCID", parse_pmcid(element.text).value)
            except InvalidIdentifier:
                continue
    if "DOI" in draft.fields:
        draft.fields["URL"] = f"https://doi.org/{draft.fields['DOI']}"


def _add_authors(draft: Draft, element: Element) -> None:
    language = draft.fields.get("language") or decide_text_language(draft.fields.get("title", ""))
    for people in element.children("AuthorList"):
        role = "editor" if people.get("Type") == "editors" else "author"
        if role not in draft.creators:
            members = [_member(author) for author in people.children("Author")]
            draft.creators[role] = read_creators(members, is_chinese=is_chinese(language))


def _member(author: Element) -> JsonValue:
    body = author.text_of("CollectiveName")
    if body:
        return {"literal": body}
    numbers = [one.text for one in author.children("Identifier") if one.get("Source") == "ORCID"]
    return {
        "family": author.text_of("LastName"),
        "given": author.text_of("ForeName") or author.text_of("Initials"),
        "suffix": author.text_of("Suffix"),
        "ORCID": next(iter(numbers), ""),
    }


def _pages(article: Element) -> str:
    """Return pages in full: `MedlinePgn` leaves out what the last page has in common with the first."""
    first, last = article.text_of("Pagination", "StartPage"), article.text_of("Pagination", "EndPage")
    text = "-".join(filter(None, (first, last))) or article.text_of("Pagination", "MedlinePgn")
    short = re.fullmatch(r"(\D*)(\d+)-(\d+)(.*)", text)
    if short and len(short[3]) < len(short[2]):
        return pages_of(f"{short[1]}{short[2]}-{short[2][: len(short[2]) - len(short[3])]}{short[3]}{short[4]}")
    return pages_of(text)


def _date(element: Element | None) -> Date | None:
    if element is None:
        return None
    year, month, day = (element.text_of(part) for part in ("Year", "Month", "Day"))
    if not year:
        text = element.text_of("MedlineDate")
        season = next((number for word, number in _SEASONS.items() if word in text.lower()), "")
        found = read_date(text) if text and not season else None
        first = re.search(r"\d{4}", text)
        if found is not None and found.year:
            return found
        return Date(parts=((int(first[0]),),), season=season) if first else None
    found = read_date(" ".join(filter(None, (year, month, day)))) or read_date(
        "-".join(filter(None, (year, month, day)))
    )
    if found is None or not found.year:
        found = Date(parts=((int(year),),)) if year.isdecimal() else None
    season = _SEASONS.get(element.text_of("Season").lower(), "")
    return Date(parts=found.parts, season=season) if found and season else found


def _abstract(element: Element) -> str:
    paragraphs = [
        f"{part.get('Label').capitalize()}: {part.text}" if part.get("Label") else part.text
        for part in _all(element, "Abstract", "AbstractText")
    ]
    return "\n".join(filter(None, paragraphs))


def _all(element: Element, *path: str) -> Iterator[Element]:
    """Yield every element that the path's last name leads to."""
    here: Element | None = element.child(*path[:-1]) if path[:-1] else element
    return here.children(path[-1]) if here is not None else iter(())


def _rich(element: Element | None) -> str:
    return rich_text(_markup(element)) if element is not None else ""


def _markup(element: Element) -> str:
    """Write an element's content with its inner elements as markup."""
    return "".join(
        part.replace("&", "&amp;").replace("<", "&lt;")
        if isinstance(part, str)
        else f"<{part.name}>{_markup(part)}</{part.name}>"
        for part in element.content
    )


def _said(fields: dict[str, str]) -> dict[str, str]:
    return {variable: text for variable, text in fields.items() if text}
