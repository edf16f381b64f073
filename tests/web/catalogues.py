"""Stand-ins for the sources of books, preprints, medicine and handles: answers in the shape of the real ones.

The works are invented; the shapes are those of Open Library's and Google's books APIs, NCBI's E-utilities and ID
converter, arXiv's Atom service and the Handle system.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

from web.replies import LONG_TEXT, Asked, Reply, as_json, html, page, redirect

BOOK = "9789575118211"
PINYIN_BOOK = "9789571234564"
TRANSLATED_BOOK = "9780306406157"
CAPITAL_BOOK = "9780804429573"
ONLY_GOOGLE = "9789860000016"

EDITIONS = {
    BOOK: {
        "key": "/books/OL1M",
        "type": {"key": "/type/edition"},
        "title": "台灣法律史概論 /",
        "authors": [{"key": "/authors/OL1A"}],
        "publishers": ["元照 :"],
        "publish_places": ["台北市"],
        "publish_date": "2001",
        "number_of_pages": 405,
        "edition_name": "第2版",
        "languages": [{"key": "/languages/chi"}],
        "isbn_13": [BOOK],
        "series": ["法學叢書 ;"],
    },
    PINYIN_BOOK: {
        "key": "/books/OL2M",
        "title": "Taiwan ren kou shi",
        "authors": [{"key": "/authors/OL2A"}],
        "publishers": ["Lian jing"],
        "publish_places": ["Taibei Shi"],
        "publish_date": "1999",
        "languages": [{"key": "/languages/chi"}],
        "isbn_13": [PINYIN_BOOK],
    },
    TRANSLATED_BOOK: {
        "key": "/books/OL3M",
        "title": "The Measure of Rivers",
        "subtitle": "a history",
        "works": [{"key": "/works/OL3W"}],
        "publishers": ["Harbour Press"],
        "publish_date": "March 2009",
        "edition_name": "2nd ed.",
        "contributions": ["Anna Brook (Translator)", "Paul Weir (Illustrator)"],
        "translation_of": "Das Maß der Flüsse",
        "languages": [{"key": "/languages/eng"}],
        "isbn_10": ["0306406152"],
    },
    CAPITAL_BOOK: {
        "title": "THE GROWTH OF RIVER TOWNS IN TAIWAN",
        "authors": [{"key": "/authors/OL9A"}, {"key": "/authors/OL1A"}],
        "publish_date": "c1987.",
        "isbn_10": ["080442957X"],
    },
}
AUTHORS = {
    "OL1A": {"key": "/authors/OL1A", "name": "王泰升", "personal_name": "王泰升"},
    "OL2A": {"key": "/authors/OL2A", "name": "Chen, Shaoxin"},
    "OL3A": {"key": "/authors/OL3A", "name": "Karl von der Aue"},
}
VOLUMES = {
    BOOK: {
        "title": "台灣法律史概論",
        "authors": ["王泰升"],
        "publisher": "元照出版公司",
        "publishedDate": "2001-09",
        "language": "zh-TW",
        "pageCount": 405,
        "printType": "BOOK",
    },
    PINYIN_BOOK: {
        "title": "臺灣人口史",
        "authors": ["陳紹馨"],
        "publisher": "聯經",
        "publishedDate": "1999-05-01",
        "language": "zh-TW",
    },
    ONLY_GOOGLE: {"title": "河流與市鎮", "authors": ["林小明", "張三豐"], "publishedDate": "2018", "language": "zh-TW"},
}


def open_library(asked: Asked) -> Reply:
    """Stand in for openlibrary.org: an ISBN leads to its edition, authors and works are asked for by number."""
    path = urlsplit(asked.path).path.removesuffix(".json")
    match path.strip("/").split("/"):
        case ["isbn", number] if number in EDITIONS:
            return redirect(302, f"/books/{number}.json")
        case ["books", number] if number in EDITIONS:
            return as_json(EDITIONS[number])
        case ["works", "OL3W"]:
            author = {"type": {"key": "/type/author_role"}, "author": {"key": "/authors/OL3A"}}
            return as_json({"key": "/works/OL3W", "title": "The Measure of Rivers", "authors": [author]})
        case ["authors", number] if number in AUTHORS:
            return as_json(AUTHORS[number])
    return as_json({"error": "notfound", "key": path}, status=404)


def google(asked: Asked) -> Reply:
    """Stand in for Google Books: the search for an ISBN gives another book first."""
    query = parse_qs(urlsplit(asked.path).query).get("q", [""])[0]
    number = query.removeprefix("isbn:")
    if number not in VOLUMES:
        return as_json({"kind": "books#volumes", "totalItems": 0})
    own = {**VOLUMES[number], "industryIdentifiers": [{"type": "ISBN_13", "identifier": number}]}
    other = {"title": "Another book", "industryIdentifiers": [{"type": "OTHER", "identifier": "UOM:1"}]}
    items = [{"id": "a", "volumeInfo": other}, {"id": "b", "volumeInfo": own}]
    return as_json({"kind": "books#volumes", "totalItems": 2, "items": items})


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2019//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd">\n'  # noqa: E501
ARTICLE = """<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">{pmid}</PMID>
<Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Print">1234-5679</ISSN><JournalIssue CitedMedium="Print">
<Volume>12</Volume><Issue>3</Issue><PubDate>{date}</PubDate></JournalIssue><Title>Journal of River Medicine</Title>
<ISOAbbreviation>J River Med</ISOAbbreviation></Journal><ArticleTitle>{title}</ArticleTitle>
<Pagination><MedlinePgn>123-9</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">10.5555/river.{pmid}</ELocationID>
<Abstract><AbstractText Label="BACKGROUND">Rivers rise.</AbstractText><AbstractText>They fall.</AbstractText></Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Brook</LastName><ForeName>Anna M</ForeName>
<Initials>AM</Initials><Identifier Source="ORCID">0000-0002-1825-0097</Identifier></Author>
<Author ValidYN="Y"><LastName>von der Aue</LastName><ForeName>Karl</ForeName><Suffix>Jr</Suffix></Author>
<Author ValidYN="Y"><CollectiveName>River Study Group</CollectiveName></Author></AuthorList>
<Language>{language}</Language>{vernacular}</Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">{pmid}</ArticleId><ArticleId IdType="pmc">PMC7000001</ArticleId>
</ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>"""
CHAPTER = """<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID Version="1">30000003</PMID><ArticleIdList/>
<Book><Publisher><PublisherName>River Press</PublisherName><PublisherLocation>Taipei (TW)</PublisherLocation>
</Publisher><BookTitle>Handbook of Rivers</BookTitle><PubDate><Year>2016</Year><Month>01</Month></PubDate>
<AuthorList Type="editors"><Author><LastName>Weir</LastName><ForeName>Paul</ForeName></Author></AuthorList>
<Edition>2nd</Edition><Isbn>9780306406157</Isbn></Book><ArticleTitle>Floods</ArticleTitle><Language>eng</Language>
<AuthorList Type="authors"><Author><LastName>Brook</LastName><ForeName>Anna</ForeName></Author></AuthorList>
</BookDocument></PubmedBookArticle></PubmedArticleSet>"""
ARTICLES = {
    "30000001": {
        "title": "Health of <i>Salmo</i> in CO<sub>2</sub> &lt; 5 %.",
        "date": "<Year>2019</Year><Month>Mar</Month><Day>05</Day>",
    },
    "30000002": {
        "title": "[Rivers and health in Taiwan].",
        "date": "<MedlineDate>2018 Spring</MedlineDate>",
        "language": "chi",
        "vernacular": "<VernacularTitle>臺灣的河流與健康.</VernacularTitle>",
    },
    "30000004": {"title": "A small river", "date": "<Year>2020</Year><Season>Winter</Season>"},
}


def eutils(asked: Asked) -> Reply:
    """Stand in for efetch: what it does not know is an empty set, with success."""
    pmid = parse_qs(urlsplit(asked.path).query).get("id", [""])[0]
    if pmid == "30000003":
        return _xml(HEAD + CHAPTER)
    if pmid == "30000009":
        return _xml(HEAD + ARTICLE.format(pmid="30000001", title="Another", date="", language="eng", vernacular=""))
    if pmid not in ARTICLES:
        return _xml(HEAD + "<PubmedArticleSet></PubmedArticleSet>")
    return _xml(HEAD + ARTICLE.format(**{"language": "eng", "vernacular": "", "pmid": pmid, **ARTICLES[pmid]}))


def pmc(asked: Asked) -> Reply:
    """Stand in for PubMed Central: its ID converter, and its pages."""
    parts = urlsplit(asked.path)
    if parts.path.startswith("/articles/"):
        return html(page("A report of rivers", lang="en", body=LONG_TEXT))
    number = parse_qs(parts.query).get("ids", [""])[0]
    known = {
        "PMC7000001": {"pmid": 30000001, "pmcid": "PMC7000001", "doi": "10.5555/river.30000001"},
        "PMC7000002": {"pmcid": "PMC7000002", "doi": "10.5555/article"},
        "PMC7000003": {"pmcid": "PMC7000003"},
    }
    record = known.get(number, {"pmcid": number, "status": "error", "errmsg": "Identifier not found in PMC"})
    return as_json({"status": "ok", "response-date": "2026-11-22 08:00:00", "request": {}, "records": [record]})


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
 xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title>ArXiv Query</title><id>http://arxiv.org/api/x</id>
<opensearch:totalResults>1</opensearch:totalResults>{entry}</feed>"""
ENTRY = """<entry><id>http://arxiv.org/abs/{number}</id><updated>2021-06-01T10:00:00Z</updated>
<published>2021-01-02T03:04:05Z</published><title>On the lasting of $\\alpha$ links
  in Poincar\\'e's rivers</title><summary>  We follow links.
</summary><author><name>Anna M. Brook</name><arxiv:affiliation>River University</arxiv:affiliation></author>
<author><name>Karl von der Aue</name></author><author><name>The River Collaboration</name></author>
<arxiv:primary_category term="cs.DL" scheme="http://arxiv.org/schemas/atom"/>{more}</entry>"""
PUBLISHED = "<arxiv:journal_ref>J. River Inf. 3 (2022) 1-9</arxiv:journal_ref><arxiv:doi>10.5555/article</arxiv:doi>"
PREPRINTS = {"2101.00001": "2101.00001v3", "2101.00001v2": "2101.00001v2", "hep-th/9901001": "hep-th/9901001v1"}


def arxiv(asked: Asked) -> Reply:
    """Stand in for arXiv's Atom service."""
    number = parse_qs(urlsplit(asked.path).query).get("id_list", [""])[0]
    if number in PREPRINTS:
        more = PUBLISHED if number.startswith("2101.00001") else ""
        return _xml(FEED.format(entry=ENTRY.format(number=PREPRINTS[number], more=more)))
    if number == "2101.99999":
        return _xml(FEED.format(entry=""))
    error = "<entry><id>http://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title></entry>"
    return _xml(FEED.format(entry=error))


def handles(asked: Asked) -> Reply:
    """Stand in for hdl.handle.net: `20.500.1/page` leads to a thesis."""
    name = unquote(urlsplit(asked.path).path).removeprefix("/api/handles/")
    if name == "/11296/abc":
        return redirect(301, "http://titles.test/meta")
    targets = {"20.500.1/page": "http://thesis.test/678", "20.500.1/away": "http://thesis.test/away"}
    if name == "20.500.1/none":
        return as_json({"responseCode": 200, "handle": name, "values": []})
    if name not in targets:
        return as_json({"responseCode": 100, "handle": name}, status=404)
    value = {"index": 1, "type": "URL", "data": {"format": "string", "value": targets[name]}}
    return as_json({"responseCode": 1, "handle": name, "values": [value]})


def thesis(asked: Asked) -> Reply:
    """Stand in for a repository's page."""
    if asked.path != "/678":
        return html(page("404", lang="en"), status=404)
    meta = {"title": "河流與市鎮之研究", "author": "林小明", "date": "2015", "dissertation_institution": "河流大學"}
    head = "".join(f'<meta name="citation_{name}" content="{text}">' for name, text in meta.items())
    return html(page("河流與市鎮之研究", head=f'<meta charset="utf-8">{head}', body=LONG_TEXT))


def _xml(text: str) -> Reply:
    return Reply(200, text.encode(), {"Content-Type": "text/xml; charset=UTF-8"})


CATALOGUES: dict[str, Callable[[Asked], Reply]] = {
    "openlibrary.org": open_library,
    "www.googleapis.com": google,
    "eutils.ncbi.nlm.nih.gov": eutils,
    "pmc.ncbi.nlm.nih.gov": pmc,
    "export.arxiv.org": arxiv,
    "hdl.handle.net": handles,
    "thesis.test": thesis,
}
