"""A web page → an item: by its title, its host, its date and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

from tipcite.errors import FetchError, ForbiddenAddress, InvalidValue, NotFound
from tipcite.fetch.doi import utc_now
from tipcite.fetch.institutions import Institution, institution_of
from tipcite.formats.html import Page, read_page
from tipcite.formats.html_signs import page_sign
from tipcite.lang import decide_text_language, is_valid_language, normal_tag, split_chinese_name
from tipcite.lang.tags import meant_tag
from tipcite.model import Date, Item, Name, Retrieval, Url, Verdict, Why, parse_iso_date
from tipcite.model import date as single_date
from tipcite.net import Answer, NetErrorKind, NetSettings, get

_HTML: Final = frozenset({"", "text/html", "application/xhtml+xml"})
_SEPARATED: Final = re.compile(r"\s+[-–—|·»:_]\s+|\s*[|｜－—]\s*")
_REPORT: Final = re.compile(r"\breport\b|報告|报告|白皮書|白皮书|white paper", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """The item that was made of a page, and the retrieval in which it was seen."""

    item: Item
    retrieval: Retrieval


def fetch_page(url: Url, settings: NetSettings, *, today: date, now: Callable[[], datetime] = utc_now) -> FetchedPage:
    """Fetch a page and describe it; `accessed` is `today` because the page was seen.

    Raises:
        NotFound: there is no such page.
        FetchError: the server refuses, fails, or sends no page.
        NetworkError: the address is forbidden.
    """
    answer = get(url.value, settings)
    _require_page(answer, url)
    page = read_page(answer.body, answer.content_type)
    if page_sign(page) is not None:
        raise FetchError(
            f"{url.value!r} is no page but a message ({page.title or page.text[:60]!r}); look at it in a browser"
        )
    if not page.titles:
        raise FetchError(f"{url.value!r} is a page without title; give one with --title")
    retrieved = now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    item = replace(
        describe_page(page, url),
        dates={**_dates(page), "accessed": single_date(today.year, today.month, today.day)},
        provenance={"source": "webpage", "retrieved": retrieved, "final_url": answer.url},
    )
    return FetchedPage(item=item, retrieval=_retrieval(url, answer, page, retrieved))


def _require_page(answer: Answer, url: Url) -> None:
    """Raise what an answer means that is no page."""
    if answer.error:
        if answer.error.kind is NetErrorKind.FORBIDDEN_ADDRESS:
            raise ForbiddenAddress(answer.error.message)
        raise FetchError(f"nothing came from {url.value!r}: {answer.error.message}; check the address and the network")
    if answer.status in (404, 410):
        raise NotFound(f"there is no page at {url.value!r} ({answer.status}); check the address")
    if not answer.ok:
        raise FetchError(
            f"{url.value!r} was not shown ({answer.status}); look at it in a browser and give its title as option"
        )
    if answer.media_type not in _HTML:
        raise FetchError(f"{url.value!r} is {answer.media_type!r}, not a web page; give its title and date as options")


def describe_page(page: Page, url: Url) -> Item:
    """Make an item of a page, without dates."""
    language = _language(page)
    title = page.first("citation_title", "dc.title") or _bare_title(page)
    fields = {"title": title, "URL": url.value}
    if language:
        fields["language"] = language
    if page.doi:
        fields["DOI"] = page.doi
    authors = _authors(page, url, language)
    fields |= _container(page, authors)
    names = {"author": authors} if authors else {}
    return Item(key="", type=_type(page, title, url), fields=fields, names=names)


def _bare_title(page: Page) -> str:
    """Take the site's name off the title: `人口販運問題報告 - 美國在台協會` → `人口販運問題報告`."""
    title = page.title or page.headline
    opened = page.first("og:title") or page.headline
    if opened and opened != title and title.startswith(opened) and _SEPARATED.match(title[len(opened) :]):
        return opened
    parts = _SEPARATED.split(title)
    if len(parts) > 1 and _is_site(parts[-1], page):
        cut = title[: title.rindex(parts[-1])]
        return _SEPARATED.sub("", cut) if len(parts) == 2 else cut.rstrip(" -–—|·»:_｜－")
    return title


def _is_site(text: str, page: Page) -> bool:
    """Tell whether the last part of a title names the site: it says so, or the first heading lacks that part."""
    if page.site_name and text.casefold() in page.site_name.casefold():
        return True
    return bool(page.headline) and text.casefold() not in page.headline.casefold()


def _authors(page: Page, url: Url, language: str) -> tuple[Name, ...]:
    """Return the authors that the page names for citing, else the institution behind the host."""
    named = page.meta.get("citation_author") or page.meta.get("dc.creator") or ()
    if named:
        return tuple(_person(text) for text in named)
    body = institution_of(url.host)
    return (Name(literal=_name_in(body, language)),) if body else ()


def _person(text: str) -> Name:
    family, comma, given = text.partition(",")
    if comma:
        return Name(family=family.strip(), given=given.strip())
    chinese = split_chinese_name(text)
    if chinese:
        return Name(family=chinese[0], given=chinese[1])
    words = text.split()
    if len(words) in (2, 3) and text.isascii():
        return Name(family=words[-1], given=" ".join(words[:-1]))
    return Name(literal=text)


def _name_in(body: Institution, language: str) -> str:
    return body.chinese if language.startswith("zh") else body.english


def _container(page: Page, authors: tuple[Name, ...]) -> dict[str, str]:
    """Return journal, volume and pages where the page gives them, else the site when it is not the author."""
    journal = page.first("citation_journal_title", "citation_conference_title", "citation_inbook_title")
    if journal:
        first, last = page.first("citation_firstpage"), page.first("citation_lastpage")
        found = {
            "container-title": journal,
            "volume": page.first("citation_volume"),
            "issue": page.first("citation_issue"),
            "page": "-".join(part for part in (first, last) if part),
            "publisher": page.first("citation_publisher"),
        }
        return {variable: text for variable, text in found.items() if text}
    named = {name.literal for name in authors}
    return {"container-title": page.site_name} if page.site_name and page.site_name not in named else {}


def _type(page: Page, title: str, url: Url) -> str:
    if page.first("citation_journal_title"):
        return "article-journal"
    if page.first("citation_conference_title"):
        return "paper-conference"
    if page.first("citation_dissertation_institution"):
        return "thesis"
    if institution_of(url.host) and _REPORT.search(title):
        return "report"
    return "webpage"


def _language(page: Page) -> str:
    stated = page.language.replace("_", "-")
    by_text = decide_text_language(page.headline or page.title)
    valid = normal_tag(stated) if is_valid_language(stated) else meant_tag(page.language)
    # Templates leave `lang="en"` on Chinese pages: the page's own title knows better.
    if by_text.startswith("zh") and not valid.startswith(("zh", "ja")):
        return by_text
    return valid or by_text


def _dates(page: Page) -> dict[str, Date]:
    try:
        return {"issued": parse_iso_date(page.published)} if page.published else {}
    except InvalidValue:
        return {}


def _retrieval(url: Url, answer: Answer, page: Page, time: str) -> Retrieval:
    return Retrieval(
        target=url.value,
        time=time,
        verdict=Verdict.OK,
        why=Why.HTTP_OK,
        status=answer.status,
        final_url=answer.url,
        chain=tuple(f"{hop.status} {hop.url}" for hop in answer.chain),
        content_type=answer.content_type,
        title=page.title,
        size=answer.size,
        sha256=answer.sha256,
        attempts=answer.attempts,
    )
