# ruff: noqa: E501 - a row of the table, and each of its rules, stands on one line
"""Publishers' platforms, databases and repositories, encyclopedias and software: works of others, which say who made them."""

from __future__ import annotations

from typing import Final

from tipcite.formats.webpage.site import Role, Rules, Site

_IN_PATH: Final = r"/(?:doi|article|chapter|book|referenceworkentry|protocol|articles|book/series|content)/(?:(?:full|abs|pdf|epdf|epub|ref|pdfdirect|figure|suppl|citedby|figures|chapter-epub|book)/)?(10\.\d{4,9}/[^?#&\s]+?)(?:/(?:full|abstract|pdf|html|meta|summary|fulltext))?/?(?:[?#]|$)"
_DOI: Final = ((_IN_PATH, r"\1"),)


def _platform(  # noqa: PLR0913 - a row names what it needs
              host: str, english: str, chinese: str = "", *aliases: str, type_: str = "article-journal",
              types: Rules = (), dois: Rules = (), addresses: Rules = (), language: str = "", languages: Rules = (),
              strip: tuple[str, ...] = (), note: str = "") -> Site:  # fmt: skip
    return Site(
        host=host, chinese=chinese, english=english, aliases=aliases, role=Role.HOST, type=type_, types=types,
        dois=dois, addresses=addresses, language=language, languages=languages, strip=strip, note=note,
    )  # fmt: skip


SCHOLARLY: Final = (
    _platform("tandfonline.com", "Taylor & Francis Online", dois=_DOI),
    _platform("sagepub.com", "SAGE Journals", "", "Sage Journals", dois=_DOI),
    _platform("onlinelibrary.wiley.com", "Wiley Online Library", dois=_DOI),
    _platform(
        "link.springer.com", "Springer Nature Link", "", "SpringerLink", "Springer", dois=_DOI,
        types=((r"/chapter/10\.", "chapter"), (r"/book/10\.", "book"), (r"/referenceworkentry/10\.", "entry-encyclopedia")),
    ),
    _platform("nature.com", "Nature", note="`citation_doi`"),
    _platform("science.org", "Science", dois=_DOI),
    _platform("sciencedirect.com", "ScienceDirect", note="`citation_doi`; the number of the article (PII) in the address"),
    _platform("academic.oup.com", "Oxford Academic", note="`citation_doi`"),
    _platform("cambridge.org", "Cambridge Core", "", "Cambridge University Press", note="`citation_doi`"),
    _platform(
        "jstor.org", "JSTOR", "", "on JSTOR",
        dois=((r"/stable/(10\.\d{4,9}/[\w.()-]+)", r"\1"),),
        addresses=((r"/stable/(?:pdf/)?([\w.-]+?)(?:\.pdf)?(?:[?#]|$)", r"https://www.jstor.org/stable/\1"),),
        strip=(r"\s+on JSTOR$",),
    ),
    _platform("muse.jhu.edu", "Project MUSE", "", "Project MUSE -", addresses=((r"/(?:pub/\d+/)?article/(\d+)", r"https://muse.jhu.edu/article/\1"),)),
    _platform("mdpi.com", "MDPI", note="`citation_doi`"),
    _platform("frontiersin.org", "Frontiers", "", "Frontiers | ", dois=_DOI, strip=(r"^Frontiers \| ",)),
    _platform("journals.plos.org", "PLOS", "", "PLOS ONE", dois=((r"[?&]id=(10\.1371/[\w.]+)", r"\1"),)),
    _platform(
        "papers.ssrn.com", "SSRN", "", "SSRN Electronic Journal", type_="article",
        dois=((r"abstract(?:_id)?=(\d+)", r"10.2139/ssrn.\1"),),
        addresses=((r"abstract(?:_id)?=(\d+)", r"https://papers.ssrn.com/sol3/papers.cfm?abstract_id=\1"),),
        strip=(r"\s*(?:by .{3,120}?)?\s*::\s*SSRN$",),
    ),
    _platform(
        "arxiv.org", "arXiv", "", "arXiv.org", type_="article", language="en",
        types=((r"/(?:abs|pdf|html)/", "article"),),
        dois=((r"/(?:abs|pdf|html)/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", r"10.48550/arxiv.\1"),),
        addresses=((r"/(?:abs|pdf|html)/(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)", r"https://arxiv.org/abs/\1"),),
        strip=(r"^\[[\w./-]+\]\s*",),
    ),
    _platform("pubmed.ncbi.nlm.nih.gov", "PubMed", addresses=((r"gov/(\d{1,9})", r"https://pubmed.ncbi.nlm.nih.gov/\1/"),),
              note="`citation_doi`, `citation_pmid`"),
    _platform("cnki.net", "CNKI", "中国知网", "中国知网", "CNKI文献", language="zh-Hans", strip=(r"\s*-\s*中国知网$",),
              types=((r"dbcode=(?:CDFD|CMFD|CDMD)|dbname=C[DM]FD", "thesis"),), note="the DOI behind the label `DOI`"),
    _platform("wanfangdata.com.cn", "Wanfang Data", "万方数据知识服务平台", "万方数据", language="zh-Hans",
              types=((r"/thesis/", "thesis"), (r"/conference/", "paper-conference"), (r"/patent/", "patent")), strip=(r"\s*-\s*万方数据.*$",)),
    _platform("jstage.jst.go.jp", "J-STAGE", languages=((r"/-char/ja", "ja"), (r"/-char/en", "en")), note="`citation_doi`"),
    _platform("zenodo.org", "Zenodo", type_="document", dois=((r"/records?/(\d+)", r"10.5281/zenodo.\1"),),
              addresses=((r"/records?/(\d+)", r"https://zenodo.org/records/\1"),), note="`citation_doi` first"),
    _platform("github.com", "GitHub", type_="software", types=((r"github\.com/[^/]+/[^/?#]+/?(?:[?#]|$)", "software"),), language="en",
              strip=(r"^GitHub - ", r"\s*·\s*GitHub$")),
    Site(
        host="wikipedia.org",
        chinese="維基百科",
        english="Wikipedia",
        simplified="维基百科",
        aliases=("維基百科，自由的百科全書", "维基百科，自由的百科全书", "Wikipedia, the free encyclopedia", "the free encyclopedia"),
        role=Role.CONTAINER,
        type="entry-encyclopedia",
        languages=(
            (r"^zh(?:\.m)?\.wikipedia\.org/zh-(?:tw|hk|hant)/", "zh-Hant"),
            (r"^zh(?:\.m)?\.wikipedia\.org/zh-(?:cn|sg|hans)/", "zh-Hans"),
            (r"^zh(?:\.m)?\.wikipedia\.org", ""),
            (r"^([a-z]{2,3})(?:\.m)?\.wikipedia\.org", r"\1"),
        ),
        strip=(r"\s*[-–—－]\s*(?:維基百科|维基百科|Wikipedia)[^-]*$",),
        note="the canonical link; the date is that of the last change",
    ),
)  # fmt: skip
