"""Pages grow evenly: twice the metadata, twice the work; and no text makes a pattern hang."""

import pytest

from tipcite.errors import ReadError
from tipcite.formats.webpage import describe

ROWS = {
    "meta": '<meta name="citation_author" content="Doe, Jane {0}"><meta name="citation_reference" content="x {0}">',
    "json-ld": '<script type="application/ld+json">{{"@type": "Article", "name": "H {0}", "author": "A B"}}</script>',
    "coins": '<span class="Z3988" title="rft.atitle=Work+{0}&amp;rft.date=2020"></span>',
    "labels": "<tr><th>發布日期：</th><td>112-05-{0:02}</td></tr>",
    "bylines": '<p class="byline">By Jane Doe {0}</p><p>2023-05-03</p>',
    "headings": "<h1>A heading {0}</h1><h2>Another {0}</h2>",
}


@pytest.mark.parametrize("kind", ROWS)
def test_twice_the_page_takes_twice_the_calls(kind, grows_evenly):
    def text(count):
        return "<title>A Title of It</title>" + "".join(ROWS[kind].format(number) for number in range(count))

    assert grows_evenly(lambda page: describe(page, "https://site.test/x"), text)


@pytest.mark.parametrize(
    "piece",
    [
        "/*",
        "//",
        '"',
        "<!--",
        "記者",
        "作者：王",
        "By A ",
        "發布日期 ",
        "DOI 10.",
        "（中央社記者",
        "-",
        "　",
        "1-",
        "&amp;",
    ],
)
def test_a_hundred_thousand_signs_are_read_to_their_end(piece):
    run = piece * (100_000 // len(piece))
    page = (
        f"<title>A Title of It</title><script type='application/ld+json'>{run}</script>"
        f"<meta name=author content='{run}'><meta name=citation_date content='{run}'><h1>{run}</h1><p>{run}</p>"
    )
    try:
        found = describe(page, "https://site.test/x").item.title
    except ReadError as error:
        found = str(error)
    assert found
