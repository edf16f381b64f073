"""Stand-ins for the services about DOIs: doi.org (handles, agencies, records), Crossref, DataCite, a publisher.

What a DOI below 10.5555 does is its suffix: `10.5555/busy` is a work that Crossref has no time for. Some of what they
do is bad on purpose: outages, pages in place of records, records cut off or of another work, too many requests.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

from web.replies import LONG_TEXT, Asked, Reply, as_json, html, page, redirect
from web.verify_works import VERIFY_WORKS, search
from web.wayback import wayback

HOGAN_DOI = "10.1080/23322705.2020.1841985"

HOGAN = {
    "DOI": HOGAN_DOI,
    "type": "journal-article",
    "title": ["LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability"],
    "container-title": ["Journal of Human Trafficking"],
    "publisher": "Informa UK Limited",
    "author": [
        {"given": "Kimberly A.", "family": "Hogan", "sequence": "first", "affiliation": []},
        {"given": "Dominique", "family": "Roe-Sepowitz", "sequence": "additional", "affiliation": []},
    ],
    "issued": {"date-parts": [[2020, 11, 25]]},
    "volume": "9",
    "issue": "1",
    "page": "63-78",
    "ISSN": ["2332-2705", "2332-2713"],
    "URL": f"https://doi.org/{HOGAN_DOI}",
    "language": "en",
}


def notice(kind: str, doi: str = "10.5555/notice", source: str = "publisher", year: int = 2023) -> dict:
    """One entry of `updated-by` or `update-to`, as Crossref writes it."""
    updated = {"date-parts": [[year, 5, 1]], "date-time": f"{year}-05-01T00:00:00Z", "timestamp": 1682899200000}
    return {"DOI": doi, "type": kind, "label": kind.title(), "source": source, "updated": updated, "record-id": "1"}


ARTICLE = "On the lasting of links"
RETRACTION_WATCH = notice("retraction", source="retraction-watch")
OTHERS = [
    ("10.5555/retracted", ARTICLE, 2019, {"updated-by": [RETRACTION_WATCH]}),
    ("10.5555/retracted-both", ARTICLE, 2019, {"updated-by": [notice("correction", year=2020), notice("retraction")]}),
    ("10.5555/retracted-title", f"RETRACTED ARTICLE: {ARTICLE}", 2019, {}),
    ("10.5555/withdrawn", ARTICLE, 2019, {"update-to": [notice("withdrawal", doi="10.5555/withdrawn")]}),
    ("10.5555/reinstated", ARTICLE, 2019, {"updated-by": [notice("retraction"), notice("reinstatement", year=2024)]}),
    ("10.5555/corrected", ARTICLE, 2019, {"updated-by": [notice("erratum")]}),
    ("10.5555/concern", ARTICLE, 2019, {"updated-by": [notice("expression_of_concern")]}),
    ("10.5555/notice", f"Retraction: {ARTICLE}", 2023, {"update-to": [notice("retraction", doi="10.5555/retracted")]}),
    ("10.5555/odd-updates", ARTICLE, 2019, {"updated-by": ["?", {"type": 1}, {"updated": []}], "update-to": "no"}),
    ("10.5555/article", ARTICLE, 2019, {"published-print": {"date-parts": [[2020, 1]]}}),
    (
        "10.5555/place-a",
        "Floods in spring",
        2018,
        {"ISSN": ["1234-5679"], "volume": "12", "issue": "3", "page": "345-360"},
    ),
    (
        "10.5555/place-b",
        "Floods in summer",
        2018,
        {"ISSN": ["1234-5679"], "volume": "12", "issue": "4", "page": "345-350"},
    ),
    ("10.5555/place-c", "Floods in autumn", 2018, {"ISSN": ["1234-5679"], "volume": "13", "page": "1-9"}),
    ("10.5555/subtitled", "On the lasting", 2019, {"subtitle": ["of links"]}),
    *(
        (f"10.5555/{name}", ARTICLE, 2019, {})
        for name in (
            "gone",
            "gone-410",
            "refuses",
            "challenge",
            "failing",
            "hangs",
            "parked",
            "soft404",
            "home",
            "loop",
            "insecure",
            "private",
            "nameless",
            "limited",
            "huge",
        )
    ),
    ("10.6220/joq.2012.19(1).01", "品質學報的文章", 2012, {}),
    ("10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o", "A paper with a SICI", 1998, {}),
]

WORKS = {
    HOGAN_DOI: HOGAN,
    "10.5555/markup": {
        "DOI": "10.5555/markup",
        "type": "journal-article",
        "title": ["THE GENOME OF <i>Oryza sativa</i> &amp;amp; H<sub>2</sub>O in <jats:italic>vivo</jats:italic>"],
        "subtitle": ["a <scp>DNA</scp> study"],
        "container-title": ["Annals &amp; Notes"],
        "author": [{"name": "World Rice Institute"}, {"given": "Li", "family": "王"}],
        "issued": {"date-parts": [[None]]},
        "published-online": {"date-parts": [[2019, 3]]},
    },
    "10.5555/taiwan": {
        "DOI": "10.5555/taiwan",
        "type": "journal-article",
        "title": ["Human trafficking in Taiwan"],
        "original-title": ["臺灣的人口販運問題"],
        "container-title": ["Journal of Taiwan Studies"],
        "issued": {"date-parts": [[2021]]},
    },
    **{
        doi: {"DOI": doi, "type": "journal-article", "title": [title], "issued": {"date-parts": [[year]]}, **more}
        for doi, title, year, more in OTHERS
    },
    "10.5555/untitled": {"DOI": "10.5555/untitled", "type": "journal-article", "title": [], "author": []},
    **VERIFY_WORKS,
}


AGENCIES = {
    "10.13140": "OP",
    "10.1080": "Crossref",
    "10.1002": "Crossref",
    "10.5555": "Crossref",
    "10.3969": "ISTIC",
    "10.3760": "ISTIC",
    "10.13209": "CNKI",
    "10.6220": "Airiti",
    "10.11501": "JaLC",
}
TARGETS = {
    HOGAN_DOI: f"https://www.tandfonline.com/doi/full/{HOGAN_DOI}",
    "10.5555/insecure": "https://expired.test/article",
    "10.5555/private": "http://127.0.0.1:1/article",
    "10.5555/nameless": "https://gone.invalid/article",
    "10.5555/deleted": "https://www.crossref.org/_deleted-doi/",
}
BROKEN_HANDLES = {
    "10.5555/error": as_json({"responseCode": 2, "handle": "10.5555/error"}, status=500),
    "10.5555/html": html(page("DOI Error", lang="en"), status=404),
    "10.5555/refused": html(page("Access denied", lang="en"), status=403),
    "10.5555/not-json": Reply(200, b"{oops", {"Content-Type": "application/json"}),
    "10.5555/list": as_json([1]),
    "10.5555/handle-slow": Reply(200, b"{}", {"Content-Type": "application/json"}, delay=3.0),
    "10.5555/handle-huge": as_json({"responseCode": 1, "values": ["x" * 1000] * 2000}),
    "10.5555/handle-deep": Reply(200, b"[" * 100_000, {"Content-Type": "application/json"}),
    "10.5555/handle-endless": Reply(200, b"", {"Content-Type": "application/json"}, behaviour="endless"),
    "10.5555/handle-busy": Reply(429, b"", {"Retry-After": "3600"}),
}
LONGEST = 5700
"""Characters that /ra/ takes."""


def doi_org(asked: Asked) -> Reply:
    """Stand in for doi.org: handles, agencies, and content negotiation of DOIs that are not Crossref's."""
    name, _, query = asked.path.partition("?")
    name = unquote(name)
    if name.startswith("/api/handles/"):
        return _handle(name.removeprefix("/api/handles/").lower(), parse_qs(query), asked.times)
    for service in ("/ra/", "/doiRA/"):
        if name.startswith(service):
            return _agencies(asked.path[len(service) :], asked.times)
    doi = name.removeprefix("/").lower()
    if "csl+json" in asked.accept:
        return _negotiated(doi)
    return redirect(302, TARGETS.get(doi, f"https://publisher.test/{doi}"))


def is_registered(doi: str) -> bool:
    """Tell whether the stand-ins know a DOI: all but those that end in punctuation or say so."""
    return doi in WORKS or not (doi[-1] in ".,;:)]》」。、…" or "unregistered" in doi or "(" in doi)


def _handle(doi: str, query: dict[str, list[str]], times: int) -> Reply:
    def found(kind: str, value: str) -> Reply:
        wanted = query.get("type", [kind])
        values = [{"index": 1, "type": kind, "data": {"format": "string", "value": value}}] if kind in wanted else []
        return as_json({"responseCode": 1 if values else 200, "handle": doi, "values": values})

    url = TARGETS.get(doi, f"https://publisher.test/{doi}")
    missing = as_json({"responseCode": 100, "handle": doi}, status=404)
    if doi in BROKEN_HANDLES:
        return BROKEN_HANDLES[doi]
    match doi.removeprefix("10.5555/"):
        case "no-url":
            return as_json({"responseCode": 200, "handle": doi, "values": []})
        case "recovers":
            return found("URL", url) if times > 1 else Reply(503)
        case "10/bk3m":
            return found("HS_ALIAS", "10.5555/article")
        case "10/bk3x":
            return missing
        case "alias":
            return found("HS_ALIAS", "10.5555/article")
        case "circle":
            return found("HS_ALIAS", "10.5555/circle")
        case "choice":
            return found("10320/loc", "<locations><location href='https://publisher.test/choice'/></locations>")
        case "fresh":
            return found("URL", url) if "auth" in query else missing
        case _:
            return found("URL", url) if is_registered(doi) else missing


def _agencies(path: str, times: int) -> Reply:
    if len(path) > LONGEST:
        return html("<h1>414 Request-URI Too Large</h1>", status=414)
    dois = [unquote(doi) for doi in path.split(",")]
    for doi in dois:
        match doi.removeprefix("10.5555/"):
            case "ra-down":
                return Reply(500)
            case "ra-slow":
                return Reply(200, b"[]", delay=3.0)
            case "ra-html":
                return html(page("doi.org is being repaired", lang="en"))
            case "ra-alone" if len(dois) > 1:
                return Reply(414)
            case "ra-odd":
                return as_json([{"DOI": 1}, "?", {"RA": "Crossref"}, {"DOI": "10.5555/other", "RA": "Crossref"}])
    return as_json([_agency(doi) for doi in dois])


def _agency(doi: str) -> dict[str, str]:
    if not doi.startswith("10.") or "/" not in doi:
        return {"DOI": doi, "status": "Invalid DOI"}
    if not is_registered(doi.lower()):
        return {"DOI": doi, "status": "DOI does not exist"}
    agency = "DataCite" if "datacite" in doi else AGENCIES.get(doi.partition("/")[0], "Crossref")
    return {"DOI": doi, "RA": agency}


def _negotiated(doi: str) -> Reply:
    csl = "application/vnd.citationstyles.csl+json"
    match doi.removeprefix("10.5555/"):
        case "datacite":
            record = {
                "type": "dataset",
                "id": "https://doi.org/10.5555/datacite",
                "DOI": "10.5555/datacite",
                "title": "臺灣地區人口販運調查資料",
                "author": [{"family": "王", "given": "寬弘"}, {"literal": "中央研究院"}],
                "issued": {"date-parts": [[2018, 5, 1]]},
                "publisher": "中央研究院",
            }
            return as_json(record, content_type=csl)
        case "cnki" | "cnki-gone":
            return html(page("中国知网", lang="zh-CN"))
        case "10.11501/river":
            return as_json(
                {"type": "article-journal", "title": "河川と町", "DOI": doi, "container-title": "河川研究"},
                content_type=csl,
            )
        case "cut":
            return Reply(200, b'{"title": "Half', {"Content-Type": csl}, behaviour="cut")
        case "list":
            return as_json([1, 2], content_type=csl)
        case _:
            return html(page("DOI Not Found", lang="en"), status=404)


LIMITS = {
    "x-rate-limit-limit": "10",
    "x-rate-limit-interval": "1s",
    "x-concurrency-limit": "3",
    "x-api-pool": "polite-single",
}


def crossref(asked: Asked) -> Reply:
    """Stand in for api.crossref.org."""
    parts = urlsplit(asked.path)
    if parts.path == "/works":
        return _listed(parse_qs(parts.query), search(asked))
    reply = _work(unquote(parts.path).removeprefix("/works/").lower(), asked.times)
    slow = {"x-rate-limit-limit": "5", "x-concurrency-limit": "1"} if "limited" in asked.path else {}
    reply.headers = {**LIMITS, **slow, **reply.headers}
    return reply


def _listed(query: dict[str, list[str]], otherwise: Reply) -> Reply:
    """Answer a search for a serial's works, or for words that hold a title (or nearly all of it)."""
    issn = query.get("filter", [""])[0].removeprefix("issn:")
    said = query["query.bibliographic"][0].lower()
    found = [
        work for work in WORKS.values()
        if (issn in work.get("ISSN", []) if issn else any(_is_in(title.lower(), said) for title in work["title"]))
    ]  # fmt: skip
    if not issn and (not found or re.search(r"\bsearch(?:down|busy|slow|page|cut)\b", said)):
        return otherwise
    message = {"total-results": len(found), "items-per-page": 20, "items": found[: int(query["rows"][0])]}
    return as_json({"status": "ok", "message-type": "work-list", "message": message})


def _is_in(title: str, said: str) -> bool:
    words, wanted = set(title.split()), set(said.split())
    return title in said or (len(words) > 1 and len(words - wanted) <= 1 and "floods" in words & wanted)


def _work(doi: str, times: int) -> Reply:
    match doi.removeprefix("10.5555/"):
        case "busy":
            return Reply(429, b"", {"Retry-After": "3600"})
        case "flaky":
            return as_json({"status": "ok", "message": {**HOGAN, "DOI": doi}}) if times > 1 else Reply(502)
        case "down":
            return Reply(500)
        case "page":
            return html(page("Crossref is being repaired", lang="en"))
        case "broken":
            return Reply(200, b'{"message": {"title"', {"Content-Type": "application/json"})
        case "other":
            return as_json({"status": "ok", "message": HOGAN})
        case "empty":
            return as_json({"status": "ok", "message": None})
        case "huge":
            references = [{"unstructured": "x" * 1000}] * 1000
            return as_json({"message": {**WORKS[doi], "reference": references, "updated-by": [RETRACTION_WATCH]}})
    work = WORKS.get(doi)
    if work is None:
        return Reply(404, b"Resource not found.", {"Content-Type": "text/plain"})
    return as_json({"status": "ok", "message-type": "work", "message": work})


def datacite(asked: Asked) -> Reply:
    """Stand in for api.datacite.org."""
    parts = urlsplit(asked.path)
    if parts.path == "/dois":
        return _datasets(parse_qs(parts.query)["query"][0])
    doi = unquote(parts.path).removeprefix("/dois/").lower()
    related = {
        "10.5555/datacite-old": [{"relationType": "IsObsoletedBy", "relatedIdentifier": "10.5555/DATACITE-NEW"}],
        "10.5555/datacite-v1": [{"relationType": "IsPreviousVersionOf", "relatedIdentifier": "10.5555/datacite-v2"}],
    }
    match doi.removeprefix("10.5555/"):
        case "datacite-busy":
            return Reply(429, b"", {"Retry-After": "300"})
        case "datacite-page":
            return html(page("DataCite", lang="en"))
        case "datacite-gone":
            return as_json({"errors": [{"status": "404", "title": "The resource does not exist."}]}, status=404)
    attributes = {
        "doi": doi,
        "titles": [{"title": "臺灣地區人口販運調查資料"}, {"title": "Survey data", "titleType": "TranslatedTitle"}],
        "publicationYear": 2018,
        "creators": [
            {"name": "王, 寬弘", "nameType": "Personal", "familyName": "王", "givenName": "寬弘"},
            {"name": "中央研究院", "nameType": "Organizational"},
        ],
        "publisher": "中央研究院",
        "types": {"citeproc": "dataset"},
        "relatedIdentifiers": related.get(doi, []),
    }
    return as_json(
        {"data": {"id": doi, "type": "dois", "attributes": attributes}}, content_type="application/vnd.api+json"
    )


def _datasets(query: str) -> Reply:
    """Answer a search for a title."""
    titles = {"10.5555/datacite": "臺灣地區人口販運調查資料", "10.5555/datacite-two": "臺灣地區人口販運調查資料（二）"}
    found = [
        {"id": doi, "type": "dois", "attributes": {"doi": doi, "titles": [{"title": title}], "publicationYear": 2018}}
        for doi, title in titles.items()
        if query.split('"')[1][:4] in title
    ]
    return as_json({"data": found, "meta": {"total": len(found)}}, content_type="application/vnd.api+json")


NAMED = page(ARTICLE, lang="en", body=LONG_TEXT, head='<meta name="citation_doi" content="10.5555/article">')
PAGES = {
    "cnki-gone": html(page("404", lang="en"), status=404),
    "": html(page("The publisher", lang="en", body=LONG_TEXT)),
    "old": redirect(301, "/named"),
    "named": html(NAMED),
    "gone": html(page("404", lang="en"), status=404),
    "gone-410": Reply(410),
    "refuses": html(page("Access denied", lang="en"), status=403),
    "challenge": Reply(503, b"", {"cf-mitigated": "challenge"}),
    "failing": Reply(502),
    "hangs": Reply(200, b"late", {"Content-Type": "text/html"}, delay=3.0),
    "parked": html(page("publisher.test", lang="en", body="<p>This domain is for sale. Buy this domain.</p>")),
    "soft404": html(page("Page not found", lang="en")),
    "home": redirect(302, "/"),
    "loop": redirect(302, "/10.5555/loop"),
}


def publisher(asked: Asked) -> Reply:
    """Stand in for the pages that DOIs lead to; what a page does is the DOI's suffix."""
    doi = unquote(asked.path).strip("/")
    title = (WORKS.get(doi) or {}).get("title") or ["An article"]
    return PAGES.get(doi.removeprefix("10.5555/")) or html(page(title[0], lang="en", body=LONG_TEXT))


SERVICES: dict[str, Callable[[Asked], Reply]] = {
    "doi.org": doi_org,
    "api.crossref.org": crossref,
    "api.datacite.org": datacite,
    "publisher.test": publisher,
    "web.archive.org": wayback,
}
