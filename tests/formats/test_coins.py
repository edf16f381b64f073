"""COinS in web pages."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError, UnknownFormat
from tipcite.formats import detect_format
from tipcite.formats.coins import read_coins
from tipcite.model import Name, date

PAGE = """<!DOCTYPE html>
<html><body><p>Hello</p>
  <span class='Z3988' title='url_ver=Z39.88-2004&amp;ctx_ver=Z39.88-2004&amp;rfr_id=info%3Asid%2Fzotero.org%3A2&amp;rft_id=info%3Adoi%2F10.1080%2Fx&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&amp;rft.genre=article&amp;rft.atitle=LGBTQ%2B%20Homeless%20Young%20Adults&amp;rft.jtitle=Journal%20of%20X&amp;rft.stitle=J.%20X&amp;rft.volume=9&amp;rft.issue=1&amp;rft.aufirst=Kimberly%20A.&amp;rft.aulast=Hogan&amp;rft.au=Kimberly%20A.%20Hogan&amp;rft.au=Ann%20Roe&amp;rft.aucorp=Arizona%20State&amp;rft.date=2023-01-02&amp;rft.pages=63-78&amp;rft.spage=63&amp;rft.epage=78&amp;rft.issn=2332-2705&amp;rft.language=en'></span>
<SPAN title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info:ofi/fmt:kev:mtx:book&amp;rft.genre=book&amp;rft.btitle=%E4%BA%BA%E5%8F%A3%E8%B2%A9%E9%81%8B&amp;rft.au=%E7%8E%8B%E5%AF%AC%E5%BC%98&amp;rft.pub=%E4%BA%94%E5%8D%97&amp;rft.place=Taipei&amp;rft.isbn=978-986-123-456-7&amp;rft_id=https%3A%2F%2Fx.org%2F&amp;rft.date=2013" class="a Z3988">
</SPAN><span class="Z3988" title="nothing"></span></body></html>
"""  # noqa: E501


def test_a_page_with_two():
    reading = read_coins(PAGE)
    assert reading.lines == (3, 4)
    article, book = reading.items
    assert article.type == "article-journal"
    assert article.names == {
        "author": (
            Name(family="Hogan", given="Kimberly A."),
            Name(family="Roe", given="Ann"),
            Name(literal="Arizona State"),
        )
    }
    assert article.fields == {
        "title": "LGBTQ+ Homeless Young Adults", "container-title": "Journal of X", "container-title-short": "J. X",
        "volume": "9", "issue": "1", "page": "63-78", "ISSN": "2332-2705", "DOI": "10.1080/x", "language": "en",
    }  # fmt: skip
    assert article.dates == {"issued": date(2023, 1, 2)}
    assert (book.type, book.title, book.fields["ISBN"]) == ("book", "人口販運", "978-986-123-456-7")
    assert book.names == {"author": (Name(family="王", given="寬弘"),)}
    assert book.fields["URL"] == "https://x.org/"
    assert [(one.line, one.column, one.code) for one in reading.failed] == [(5, 8, "no-item")]


def test_such_a_page_is_known_and_others_are_still_refused():
    assert detect_format(PAGE, filename="page.html") == "coins"
    with pytest.raises(UnknownFormat, match="is HTML"):
        detect_format("<html><body>Z3988</body></html>")
    with pytest.raises(ReadError, match="no COinS"):
        read_coins("<html></html>")
