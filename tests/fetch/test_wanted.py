"""What the user names is recognised in every spelling, and nothing is guessed."""

import contextlib
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import InvalidIdentifier
from tipcite.fetch.wanted import Place, ShortDoi, Title, is_identifier, joined_places, read_wanted
from tipcite.model import ArxivId, Doi, Handle, Isbn, Issn, Pmcid, Pmid, Url

TAIWAN = Doi("10.6220/joq.2012.19(1).01")
HOGAN = Doi("10.1080/23322705.2020.1841985")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10.6220/joq.2012.19(1).01", TAIWAN),
        ("doi:10.6220/JOQ.2012.19(1).01", TAIWAN),
        ("DOI： 10.6220/joq.2012.19（1）.01。", TAIWAN),
        ("１０．６２２０/joq.2012.19(1).01", TAIWAN),
        ("(https://doi.org/10.6220/joq.2012.19(1).01)", TAIWAN),
        ("https://doi.org/10.6220%2Fjoq.2012.19%281%29.01", TAIWAN),
        ("https://dx.doi.org/10.6220/joq.2012.19(1).01.", TAIWAN),
        ("https://www.airitilibrary.com/Article/Detail?DocID=10.6220%2Fjoq.2012.19(1).01", TAIWAN),
        ("<10.1080/23322705.2020.1841985>", HOGAN),
        ("10.1080/\u200b23322705.2020.1841985,", HOGAN),
        ("https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985?scroll=top", HOGAN),
        ("https://www.tandfonline.com/doi/epdf/10.1080/23322705.2020.1841985", HOGAN),
        ("https://link.springer.com/content/pdf/10.1007/s00146-020-01033-8.pdf", Doi("10.1007/s00146-020-01033-8")),
        ("https://www.frontiersin.org/articles/10.3389/fpsyg.2020.00001/full", Doi("10.3389/fpsyg.2020.00001")),
        ("https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full.pdf", Doi("10.1101/2020.01.02.123456")),
        ("https://academic.oup.com/book/article/doi/10.1093/abc/def012/5678901", Doi("10.1093/abc/def012")),
        (
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0012345&x=1",
            Doi("10.1371/journal.pone.0012345"),
        ),
        ("https://www.nature.com/articles/s41586-020-2649-2", Doi("10.1038/s41586-020-2649-2")),
        ("https://zenodo.org/records/3727209", Doi("10.5281/zenodo.3727209")),
        ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=123456", Doi("10.2139/ssrn.123456")),
        ("Wang, K. (2013). A study. https://doi.org/10.6220/joq.2012.19(1).01", TAIWAN),
        ("https://doi.org/10.6084/m9.figshare.1234567.v2", Doi("10.6084/m9.figshare.1234567.v2")),
        ("https://doi.org/10.1000/xyz.pdf", Doi("10.1000/xyz.pdf")),
        ("https://figshare.com/articles/10.6084/m9.figshare.1234567.v2", Doi("10.6084/m9.figshare.1234567.v2")),
        ("see https://doi.org/10.1000/full?x=1", Doi("10.1000/full")),
        ("10/bk3m", ShortDoi("10/bk3m")),
        ("https://doi.org/bk3m", ShortDoi("10/bk3m")),
        ("http://doi.org/10/BK3M", ShortDoi("10/bk3m")),
        ("ISBN 0-306-40615-2", Isbn("9780306406157")),
        ("0306406152", Isbn("9780306406157")),
        ("ISBN-13: 978-0-306-40615-7", Isbn("9780306406157")),
        ("ISBN：９７８－０－３０６－４０６１５－７（平裝）", Isbn("9780306406157")),
        ("978 0 306 40615 7", Isbn("9780306406157")),
        ("978–0–306–40615–7", Isbn("9780306406157")),
        ("urn:isbn:9780306406157", Isbn("9780306406157")),
        ("0-8044-2957-X", Isbn("9780804429573")),
        ("2101.00001", ArxivId("2101.00001")),
        ("arXiv:2101.00001v2", ArxivId("2101.00001v2")),
        ("arXiv: hep-th/9901001", ArxivId("hep-th/9901001")),
        ("math.GT/0309136", ArxivId("math.GT/0309136")),
        ("https://arxiv.org/pdf/2101.00001v2.pdf", ArxivId("2101.00001v2")),
        ("https://arxiv.org/html/2101.00001v1", ArxivId("2101.00001v1")),
        ("https://www.arxiv.org/abs/hep-th/9901001?context=hep", ArxivId("hep-th/9901001")),
        ("PMID: 31452104", Pmid("31452104")),
        ("pmid31452104", Pmid("31452104")),
        ("31452104", Pmid("31452104")),
        ("https://pubmed.ncbi.nlm.nih.gov/31452104/", Pmid("31452104")),
        ("https://www.ncbi.nlm.nih.gov/pubmed/31452104?dopt=Abstract", Pmid("31452104")),
        ("PMC7096777", Pmcid("PMC7096777")),
        ("PMCID: PMC7096777", Pmcid("PMC7096777")),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7096777/#sec1", Pmcid("PMC7096777")),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7096777/pdf/x.pdf", Pmcid("PMC7096777")),
        ("hdl:20.500.12345/678", Handle("20.500.12345/678")),
        ("http://hdl.handle.net/11455/12345", Handle("11455/12345")),
        ("1234-5679 12 345", Place(issn=Issn("1234-5679"), volume="12", page="345")),
        ("ISSN 1234-5679, vol. 12, no. 3, p. 345", Place(issn=Issn("1234-5679"), volume="12", issue="3", page="345")),
        ("1234-5679/12(3)/e45", Place(issn=Issn("1234-5679"), volume="12", issue="3", page="e45")),
        ("1234-5679 第12卷第3期，頁345-360", Place(issn=Issn("1234-5679"), volume="12", issue="3", page="345")),
        ("https://www.ait.org.tw/zhtw/", Url("https://www.ait.org.tw/zhtw/")),
        ("www.ait.org.tw/zhtw/", Url("https://www.ait.org.tw/zhtw/")),
        ("ait.org.tw/zhtw/", Url("https://ait.org.tw/zhtw/")),
        ("人口販運防制之研究", Title("人口販運防制之研究")),
        ("「人口販運防制之研究」", Title("人口販運防制之研究")),
        ("The Wealth of Nations", Title("The Wealth of Nations")),
        ("title:1984", Title("1984")),
        ("title: 10.1080/ in titles", Title("10.1080/ in titles")),
    ],
)
def test_every_spelling_is_recognised(text, wanted):
    assert read_wanted(text) == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1984", "'PMID:1984' or 'title:1984'"),
        ("1234567890", "check digit"),
        ("9780306406158", "check digit"),
        ("ISBN 12345", "ISBN"),
        ("306406152", "'ISBN 9780306406157' or 'PMID:306406152'"),
        ("12345678901", "11 digits"),
        ("1234-5679", "volume and page"),
        ("1234-5678 12 345", "ISSN"),
        ("doi: nonsense", "no DOI"),
        ("arXiv:12", "arXiv"),
        ("refs.bib", "no file"),
        ("", "nothing is named"),
        ("ftp://example.org/x", "http"),
    ],
)
def test_what_is_none_or_may_be_two_things_is_said(text, words):
    with pytest.raises(InvalidIdentifier, match=words) as told:
        read_wanted(text)
    assert "\n" not in str(told.value)


def test_what_a_shell_parted_is_put_together():
    assert joined_places(("1234-5679", "12", "345", "10.1/x")) == ("1234-5679 12 345", "10.1/x")
    assert joined_places(("1234-5679", "10.1000/x")) == ("1234-5679", "10.1000/x")


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("10.1000/x", True),
        ("PMID: 1", True),
        ("Wang, K. (2013). A study. https://doi.org/10.1000/x", False),
        ("A title", False),
    ],
)
def test_a_line_that_is_nothing_but_an_identifier(line, alone):
    assert is_identifier(line) is alone


@given(st.from_regex(r"10\.\d{4,5}/[a-z0-9]([a-z0-9._/-]{0,20}[a-z0-9])?", fullmatch=True))
def test_a_dois_spellings_are_one(doi):
    for text in (
        doi,
        f"doi:{doi.upper()}",
        f"https://doi.org/{doi}",
        f"http://dx.doi.org/{quote(doi, safe='')}.",
        f"({doi})",
    ):
        assert read_wanted(text) == Doi(doi), text


@given(st.text(max_size=60))
def test_no_text_does_more_than_be_refused(text):
    with contextlib.suppress(InvalidIdentifier):
        assert str(read_wanted(text))
