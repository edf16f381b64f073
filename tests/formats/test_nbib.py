"""PubMed's format."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.nbib import read_nbib
from tipcite.model import Date, Name, date

RECORD = """
PMID- 33343120
OWN - NLM
STAT- PubMed-not-MEDLINE
LR  - 20240108
IS  - 2332-2705 (Print)
IS  - 2332-2713 (Electronic)
IS  - 2332-2705 (Linking)
VI  - 9
IP  - 1
DP  - 2023 Jan 2
TI  - LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability: a title that is
      wrapped.
PG  - 63-78
LID - 10.1080/23322705.2020.1841985 [doi]
LID - e12 [pii]
AB  - BACKGROUND: something is the case.
      CONCLUSIONS: it is.
FAU - Hogan, Kimberly A
AU  - Hogan KA
AUID- ORCID: 0000-0000-0000-0000
AD  - Arizona State University
FAU - Roe-Sepowitz, Dominique
AU  - Roe-Sepowitz D
CN  - Trafficking Research Group, Arizona
LA  - eng
PT  - Journal Article
PT  - Review
PL  - England
TA  - J Hum Traffick
JT  - Journal of human trafficking
JID - 101658321
PMC - PMC1234567
OT  - homelessness
OT  - sex trafficking
AID - 10.1080/23322705.2020.1841985 [doi]
SO  - J Hum Traffick. 2023;9(1):63-78.

PMID- 1
DP  - 2019 Dec-2020 Jan
TI  - Second.
AU  - Wang KH
"""


def test_an_article():
    reading = read_nbib(RECORD)
    assert reading.failed == reading.problems == ()
    assert reading.lines == (2, 39)
    item = reading.items[0]
    assert item.type == "article-journal"
    assert item.names == {
        "author": (
            Name(family="Hogan", given="Kimberly A"),
            Name(family="Roe-Sepowitz", given="Dominique"),
            Name(literal="Trafficking Research Group, Arizona"),
        )
    }
    assert item.fields == {
        "title": "LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability: a title that is wrapped",
        "container-title": "Journal of human trafficking", "container-title-short": "J Hum Traffick",
        "volume": "9", "issue": "1", "page": "63-78", "ISSN": "2332-2705, 2332-2713", "PMID": "33343120",
        "PMCID": "PMC1234567", "DOI": "10.1080/23322705.2020.1841985", "language": "en",
        "abstract": "BACKGROUND: something is the case. CONCLUSIONS: it is.",
        "keyword": "homelessness, sex trafficking",
    }  # fmt: skip
    assert item.dates == {"issued": date(2023, 1, 2)}
    kept = item.extra["custom"]["nbib"]
    assert kept["PT"] == ["Review"]
    assert kept["PL"] == ["England"]
    assert kept["LID"] == ["e12 [pii]"]
    assert kept["AUID"] == ["ORCID: 0000-0000-0000-0000"]
    assert kept["SO"] == ["J Hum Traffick. 2023;9(1):63-78."]


def test_ranges_of_dates_and_short_names():
    item = read_nbib(RECORD).items[1]
    assert item.dates == {"issued": Date(parts=((2019, 12), (2020, 1)))}
    assert item.names == {"author": (Name(family="Wang", given="KH"),)}


@pytest.mark.parametrize(
    ("line", "csl_type"),
    [("PT  - Preprint", "article"), ("PT  - Dataset", "dataset"), ("BTI - A book", "chapter")],
)
def test_types(line, csl_type):
    assert read_nbib(f"PMID- 1\nTI  - x\n{line}\n").items[0].type == csl_type


def test_a_book():
    item = read_nbib(
        "PMID- 2\nBTI - A book\nPB  - StatPearls\nISBN- 978-986-123-456-7\nFED - Roe, Ann\nED  - Roe A\n"
    ).items[0]
    assert (item.type, item.title) == ("book", "A book")
    assert item.fields["ISBN"] == "978-986-123-456-7"
    assert item.names == {"editor": (Name(family="Roe", given="Ann"),)}


def test_text_before_the_first_record_is_reported():
    reading = read_nbib("TI  - lost\n\nPMID- 1\nTI  - x\n")
    assert [item.title for item in reading.items] == ["x"]
    assert [(one.line, one.raw) for one in reading.failed] == [(1, "TI  - lost")]


def test_what_is_none_is_refused():
    with pytest.raises(ReadError, match="begins with 'PMID'"):
        read_nbib("hello")
