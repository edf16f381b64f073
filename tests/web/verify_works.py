# ruff: noqa: E501, PIE804 (records as Crossref writes them: names with hyphens, one work a row)
"""Works whose whole record is compared with a reference, and a stand-in for Crossref's search.

What the search does is a word of the query: `searchdown`, `searchbusy`, `searchslow`, `searchpage`, `searchcut`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from web.replies import Asked, Reply, as_json, html, page


def _work(doi: str, title: str, year: int, *names: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": [title],
        "author": [
            {"family": family, "given": given, "sequence": "additional", "affiliation": []} for family, given in names
        ],
        "issued": {"date-parts": [[year, 3]]},
        **more,
    }


LAKE = _work(
    "10.5555/verify.lake", "Tides of a mountain lake", 2018, ("Marten", "Ada B."), ("Osei", "Kofi"), ("Pike", "Ira"),
    **{"container-title": ["Journal of Inland Waters"], "short-container-title": ["J. Inland Waters"], "volume": "12",
       "issue": "3", "page": "201-219", "subtitle": ["A long watch"], "publisher": "Shoreline Society",
       "published-print": {"date-parts": [[2019, 1]]}},
)  # fmt: skip
ARTICLE_NUMBER = _work(
    "10.5555/verify.number", "Nets that learn to let go", 2021, ("Iyer", "Dev"),
    **{"container-title": ["Harbour Engineering"], "volume": "4", "article-number": "e1042"},
)  # fmt: skip
HAN = _work(
    "10.5555/verify.han", "臺灣西部沿海漁村之變遷", 2015, ("林", "碧海"), ("陳", "岸生"),
    **{"container-title": ["海洋社會學刊"], "volume": "8", "issue": "2", "page": "33-70"},
)  # fmt: skip
ROMANISED = _work(
    "10.5555/verify.romanised", "A review of coastal management law", 2019, ("Chen", "An-Sheng"),
    **{"container-title": ["Public Law Quarterly"], "original-title": ["海岸管理法制之檢討與展望"], "volume": "21", "page": "1-48"},
)  # fmt: skip
BOOK = _work(
    "10.5555/verify.book", "An Atlas of Vanished Harbours", 2011, ("Quill", "Rosa"),
    **{"type": "book", "publisher": "Northlight Press Ltd.", "ISBN": ["9780306406157"]},
)  # fmt: skip
RETRACTED = _work(
    "10.5555/verify.retracted", "Coral nurseries and the price of patience", 2020, ("Varga", "Lena"),
    **{"container-title": ["Ocean Policy Review"],
       "updated-by": [{"DOI": "10.5555/notice", "type": "retraction", "source": "retraction-watch",
                       "updated": {"date-parts": [[2022, 5, 1]]}}]},
)  # fmt: skip
VERIFY_WORKS: Mapping[str, dict[str, Any]] = {
    work["DOI"]: work for work in (LAKE, ARTICLE_NUMBER, HAN, ROMANISED, BOOK, RETRACTED)
}


def search(asked: Asked) -> Reply:
    """Answer `/works?query.bibliographic=…`: the works that share words with the query, the most alike first."""
    query = parse_qs(urlsplit(asked.path).query)
    words = set(_words(query.get("query.bibliographic", [""])[0]))
    if "searchdown" in words:
        return Reply(500)
    if "searchbusy" in words:
        return Reply(429, b"", {"Retry-After": "3600"})
    if "searchslow" in words:
        return Reply(200, b"{}", delay=3.0)
    if "searchpage" in words:
        return html(page("Crossref is being repaired", lang="en"))
    if "searchcut" in words:
        return Reply(200, b'{"message": {"items"', {"Content-Type": "application/json"}, behaviour="cut")
    ranked = sorted(VERIFY_WORKS.values(), key=lambda work: -len(words & set(_words(" ".join(work["title"])))))
    message = {"items": [{"score": 1.0, **work} for work in ranked[:5]]}
    return as_json({"status": "ok", "message-type": "work-list", "message": message})


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|[\u4e00-\u9fff]", text.lower())
