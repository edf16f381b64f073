# ruff: noqa: E501 - a page stands on one line, as it is sent
"""A page of no known site becomes nearly as good an item, and what templates leave in it does not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import ReadError
from tipcite.formats.webpage import describe
from tipcite.model import Archived, Date, Name, archived

EN = "<p>" + "The present text follows a number of cases over a decade. " * 20 + "</p>"
HANT = "<p>" + "本文以近十年之個案為對象，說明防制之情形。" * 20 + "</p>"
TODAY = Date(parts=((2026, 11, 22),))


def item(html, address="https://site.test/x", **more):
    return describe(html, address, **more).item


def linked(value):
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def meta(*pairs):
    return "".join(f'<meta name="{name}" content="{content}">' for name, content in pairs)


ALL = {
    "highwire": meta(("citation_title", "By Highwire")),
    "json-ld": linked({"@type": "Article", "headline": "By JSON-LD"}),
    "opengraph": '<meta property="og:title" content="By Open Graph">',
    "dublin-core": meta(("DC.Title", "By Dublin Core")),
    "meta": meta(("parsely-title", "By an element")),
    "title": "<title>By title</title>",
    "visible": "<body><h1>By heading</h1>",
}


@pytest.mark.parametrize("number", range(len(ALL)))
def test_the_title_is_taken_in_the_order_of_belief(number):
    made = item("".join(list(ALL.values())[number:]) + EN)
    basis = list(ALL)[number]
    words = {"highwire": "Highwire", "json-ld": "JSON-LD", "opengraph": "Open Graph", "dublin-core": "Dublin Core"}
    assert (
        made.title
        == f"By {words.get(basis, {'meta': 'an element', 'title': 'title', 'visible': 'heading'}.get(basis))}"
    )
    assert made.provenance["fields"]["title"]["from"].startswith(basis)


def test_confidence_falls_with_the_order_of_belief():
    sure = [
        item("".join(list(ALL.values())[number:]) + EN).provenance["fields"]["title"]["confidence"]
        for number in range(len(ALL))
    ]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) > 4


@pytest.mark.parametrize(
    "nobody",
    ["admin", "Administrator", "webmaster", "super user", "jsmith_01", "系統管理員", "小編", "null", "{{author}}",
     "https://www.facebook.com/paper", "someone@example.org", "42", "某報", "Posted by admin"],
)  # fmt: skip
def test_an_account_or_the_site_is_no_author(nobody):
    html = meta(("author", nobody)) + '<meta property="og:site_name" content="某報"><title>大標題 | 某報</title>'
    made = item(html + HANT)
    assert made.names == {}
    assert made.fields["container-title"] == "某報"


@pytest.mark.parametrize(
    ("said", "authors"),
    [
        ("Jane Doe", [("Doe", "Jane")]),
        ("By Jane Doe and John Q. Roe", [("Doe", "Jane"), ("Roe", "John Q.")]),
        ("Jane Doe, John Roe &amp; Mary Major", [("Doe", "Jane"), ("Roe", "John"), ("Major", "Mary")]),
        ("Doe, Jane", [("Doe", "Jane")]),
        ("Dr. Jane Doe, Ph.D.", [("Doe", "Jane")]),
        ("JANE DOE", [("Doe", "Jane")]),
        ("王寬弘", [("王", "寬弘")]),
        ("王寬弘、李小華", [("王", "寬弘"), ("李", "小華")]),
        ("記者王小明", [("王", "小明")]),
        ("作者：歐陽小明", [("歐陽", "小明")]),
        ("王小明教授", [("王", "小明")]),
        ("聯合報／ 記者陳大文／台北報導", [("陳", "大文")]),
        ("Jane Doe, Senior Fellow", [("Doe", "Jane")]),
        ("王小明（Hsiao-Ming Wang）", [("王", "小明")]),
    ],
)
def test_authors_are_read_as_people_write_them(said, authors):
    made = item(meta(("author", said)) + "<title>A Title of It</title>" + EN)
    assert [(name.family, name.given) for name in made.names["author"]] == authors


@pytest.mark.parametrize(
    "body", ["World Health Organization", "Ministry of Health and Welfare", "中央研究院", "內政部移民署"]
)
def test_a_body_that_a_page_names_as_author_stays_whole(body):
    made = item(meta(("citation_author", body), ("citation_title", "A Title of It")) + EN)
    assert made.names["author"] == (Name(literal=body),)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("發布日期：112-05-03", "2023-05-03"), ("發佈時間：112/5/3 10:20", "2023-05-03"), ("日期：112年5月3日", "2023-05-03"),
        ("日期：中華民國112年5月3日", "2023-05-03"), ("發文日期 1120503", "2023-05-03"), ("更新日期：99.12.31", "2010-12-31"),
        ("发布时间：2023-05-03 08:00", "2023-05-03"), ("公告日期</th><td>112.05.03", "2023-05-03"),
        ("Published: May 3, 2023", "2023-05-03"), ("Published on 3 May 2023", "2023-05-03"),
        ("Posted on Wednesday, May 3, 2023 at 10:00 am", "2023-05-03"), ("Last updated: 3 May 2023", "2023-05-03"),
        ("發布日期：112-02-31", ""), ("日期：1970-01-01", ""),
    ],
)  # fmt: skip
def test_a_date_that_readers_see_is_read_also_in_years_of_the_republic(said, day):
    made = item(f"<title>一個題目</title><h1>一個題目</h1><table><tr><th>{said}</th></tr></table>" + HANT)
    assert str(made.dates.get("issued", "")) == day


def test_the_day_of_publication_wins_over_that_of_an_update():
    made = item("<title>一個題目</title><p>更新日期：113-01-02</p><p>發布日期：112-05-03</p>" + HANT)
    assert str(made.dates["issued"]) == "2023-05-03"


def test_todays_date_in_a_template_is_not_the_pages():
    html = "<title>A Title of It</title><h1>A Title of It</h1><p>2026-11-22</p>"
    assert "issued" not in item(html + EN, today=TODAY).dates
    stamped = meta(("DC.Date", "2026-11-22")) + html + "<p>Published: May 3, 2023</p>"
    assert str(item(stamped + EN, today=TODAY).dates["issued"]) == "2023-05-03"


@pytest.mark.parametrize(
    ("said", "day"),
    [("2021-03-04T23:30:00+08:00", "2021-03-04"), ("2021/03/04", "2021-03-04"), ("20210304", "2021-03-04"),
     ("1614816000", "2021-03-04"), ("Thu, 04 Mar 2021 08:00:00 GMT", "2021-03-04"), ("25/12/2021", "2021-12-25"),
     ("12/25/2021", "2021-12-25"), ("04/03/2021", "2021"), ("0001-01-01T00:00:00", ""), ("1970-01-01", ""),
     ("2021-00-00", "2021"), ("soon", "")],
)  # fmt: skip
def test_dates_of_machines_are_read_and_no_dates_left_out(said, day):
    made = item(meta(("article:published_time", said)) + "<title>A Title of It</title>" + EN)
    assert str(made.dates.get("issued", "")) == day


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>A &amp;amp; B</title>", "A & B"),
        ('<meta property="og:title" content="A &amp;lt;i&amp;gt;rare&amp;lt;/i&amp;gt; word"><title>x</title>', "A rare word"),
        ("<title>Home</title><h1>A Title of It</h1>", "A Title of It"),
        ("<title>行政院全球資訊網</title><h1>院會決議</h1>", "院會決議"),
        ("<title>院會決議-行政院全球資訊網</title>", "院會決議"),
        ('<meta property="og:site_name" content="某報"><meta property="og:title" content="某報"><title>大標題</title>', "大標題"),
        ('<meta property="og:site_name" content="The Paper"><title>The Paper | A Title of It</title>', "A Title of It"),
        ('<meta property="og:title" content="A Title that was cut in the mid…"><title>A Title that was cut in the middle</title>', "A Title that was cut in the middle"),
        ("<title>Fleets | Politics | The Paper</title><meta property='og:site_name' content='The Paper'>", "Fleets"),
        ("<title>最新消息</title><div class='news_title'>院會決議</div>", "院會決議"),
        ("<title>首頁</title><h2>院會決議</h2>", "院會決議"),
        ("<title>Taiwan - The Office</title><meta property='og:site_name' content='The Office'><h1>2021 Report: Taiwan</h1>", "2021 Report: Taiwan"),
        ("<title>www.site.test</title><h1>A Title of It</h1>", "A Title of It"),
        ("<title>Self-help - a guide - Part 2</title><h1>Self-help - a guide - Part 2</h1>", "Self-help - a guide - Part 2"),
        ('<script type="application/ld+json">{"@type":"Article","headline":"頭條 | 某報"}</script><meta property="og:site_name" content="某報"><title>頭條 | 某報</title>', "頭條"),
    ],
)  # fmt: skip
def test_garbage_around_titles_and_in_their_place_is_recognised(html, title):
    assert item(html + HANT).title == title


@pytest.mark.parametrize(
    "script",
    [
        '{"@type": "NewsArticle", "headline": "A Headline", "author": {"name": "Jane Doe",},}',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A Headline", "author": {"name": "Jane Doe"}}\n//]]>',
        '<!--\n{"@type": "NewsArticle", "headline": "A\nHeadline", "author": "Jane Doe"}\n-->',
        '/* made by a plug-in */ {"@type": "NewsArticle", "headline": "A Headline", // the title\n "author": ["Jane Doe"]};',
        '{"@type": "WebSite", "name": "x"}{"@type": "NewsArticle", "headline": "A Headline", "author": "Jane Doe"}',
        '{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;A Headline&quot;, &quot;author&quot;: &quot;Jane Doe&quot;}',
        '[[{"@type": ["Thing", "NewsArticle"], "headline": {"@value": "A Headline"}, "author": [{"@type": "Person", "givenName": "Jane", "familyName": "Doe"}]}]]',
        '{"@graph": [{"@type": "NewsArticle", "headline": "A Headline", "author": {"@id": "#jane"}}, {"@id": "#jane", "@type": "Person", "name": "Jane Doe"}]}',
        '{"@type": "http://schema.org/NewsArticle", "headline": "A Headline", "author": "Jane Doe", "url": "https://site.test/x"}',
    ],
)  # fmt: skip
def test_json_ld_is_read_as_templates_write_it(script):
    made = item(linked(script) + "<title>Something else</title>" + EN)
    assert made.title == "A Headline"
    assert made.names["author"] == (Name(family="Doe", given="Jane"),)
    assert made.type == "article-newspaper"


def test_of_several_works_on_a_page_the_one_of_its_address_is_meant():
    other = {"@type": "NewsArticle", "headline": "Another", "url": "https://site.test/other"}
    own = {"@type": "NewsArticle", "headline": "This One", "mainEntityOfPage": {"@id": "https://site.test/x"}}
    assert item(linked([other, own]) + EN).title == "This One"


def test_a_scholarly_article_in_json_ld_has_journal_volume_and_pages():
    work = {
        "@type": "ScholarlyArticle", "name": "A Study of It", "pageStart": "1", "pageEnd": 20, "sameAs": "https://doi.org/10.5555/X.1",
        "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "Study Group"}], "datePublished": "2020",
        "isPartOf": {"@type": "PublicationIssue", "issueNumber": "3", "isPartOf": {"@type": ["PublicationVolume", "Periodical"],
                     "name": "x", "volumeNumber": 41, "isPartOf": {"@type": "Periodical", "name": "Journal of It", "issn": "1234-5679"}}},
    }  # fmt: skip
    work["isPartOf"]["isPartOf"]["@type"] = "PublicationVolume"
    made = item(linked(work) + "<title>x</title>" + EN)
    assert made.type == "article-journal"
    assert {name: made.fields[name] for name in ("container-title", "volume", "issue", "page", "DOI")} == {
        "container-title": "Journal of It", "volume": "41", "issue": "3", "page": "1-20", "DOI": "10.5555/x.1",
    }  # fmt: skip
    assert made.names["author"] == (Name(family="Doe", given="Jane"), Name(literal="Study Group"))


COINS = (
    '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal'
    '&amp;rft.atitle={}&amp;rft.jtitle=Journal+of+It&amp;rft.volume=3&amp;rft.date=2020&amp;rft.aulast=Doe&amp;rft.aufirst=Jane"></span>'
)


def test_the_coins_of_the_page_itself_is_used_and_those_of_its_references_are_not():
    made = item("<title>A Study of It</title>" + EN + COINS.format("A+Study+of+It") + COINS.format("Another"))
    assert (made.type, made.fields["container-title"], made.fields["volume"]) == (
        "article-journal",
        "Journal of It",
        "3",
    )
    listed = item("<title>A Reading List</title>" + EN + COINS.format("One") + COINS.format("Two"))
    assert listed.type == "webpage"
    assert "container-title" not in listed.fields


def test_a_doi_that_a_page_cites_is_not_its_own():
    body = "<p>As has been shown (doi:10.5555/cited).</p>"
    assert "DOI" not in item("<title>A Blog Entry</title>" + EN + body).fields
    journal = meta(("citation_title", "A Study of It"), ("citation_journal_title", "Journal"))
    stated = "<p>DOI: 10.5555/own</p>" + EN + "<h2>References</h2><p>x. https://doi.org/10.5555/cited</p>"
    assert item(journal + stated).fields["DOI"] == "10.5555/own"
    two = "<p>https://doi.org/10.5555/one</p><p>https://doi.org/10.5555/two</p>"
    assert "DOI" not in item(journal + EN + two).fields


def test_a_second_title_in_another_language_is_a_parallel_one():
    html = meta(
        ("citation_title", "人口販運"), ("citation_title", "Trafficking"), ("citation_journal_title", "警學叢刊")
    )
    (variant,) = item(html + HANT).variants
    assert (variant.field, variant.kind, variant.language, variant.text) == ("title", "parallel", "en", "Trafficking")


@pytest.mark.parametrize(
    ("asked", "canonical", "kept"),
    [
        ("https://site.test/a?utm_source=x&fbclid=y", "", "https://site.test/a"),
        ("https://site.test/a?id=3&utm_medium=x#part", "", "https://site.test/a?id=3#part"),
        ("https://m.site.test/a", "https://www.site.test/a", "https://www.site.test/a"),
        ("https://site.test/a", "https://other.test/a", "https://site.test/a"),
        ("https://site.test/a/b", "https://site.test/", "https://site.test/a/b"),
        ("https://site.test/a/b", "https://site.test/zh-tw/", "https://site.test/a/b"),
        ("https://site.test/news.aspx?id=3", "https://site.test/news.aspx", "https://site.test/news.aspx?id=3"),
        ("https://site.test/news.aspx?id=3", "/news.aspx?id=3&amp;x=1", "https://site.test/news.aspx?id=3&x=1"),
        ("https://site.test/a", "javascript:void(0)", "https://site.test/a"),
        ("https://site.test/a", "http://[broken", "https://site.test/a"),
    ],
)
def test_the_permanent_address_is_the_pages_own_and_nobody_elses(asked, canonical, kept):
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    assert item(link + "<title>A Title of It</title>" + EN, asked).fields["URL"] == kept


def test_a_handle_stays_the_address_of_what_it_leads_to():
    html = (
        "<title>臺灣博碩士論文知識加值系統</title><table><tr><th>論文名稱:</th><td>遠洋漁工之權益</td></tr></table>"
        + HANT
    )
    made = item(html, "https://hdl.handle.net/11296/abc123", final="https://ndltd.ncl.edu.tw/cgi-bin/x?r1=1")
    assert (made.type, made.title) == ("thesis", "遠洋漁工之權益")
    assert made.fields["URL"] == "https://hdl.handle.net/11296/abc123"


def test_a_redirect_to_another_site_tells_whose_page_it_is():
    made = item("<title>A Title of It</title>" + EN, "https://old.test/some/page", final="https://www.csis.org/a")
    assert made.names["author"] == (Name(literal="Center for Strategic and International Studies"),)
    assert made.fields["URL"] == "https://www.csis.org/a"


def test_a_snapshot_is_the_page_that_it_shows_and_is_kept():
    snapshot = "https://web.archive.org/web/20210702123456/https://www.ait.org.tw/zhtw/report/"
    made = item("<title>人口販運問題報告 - 美國在台協會</title>" + HANT, snapshot)
    assert made.fields["URL"] == "https://www.ait.org.tw/zhtw/report/"
    assert made.names["author"] == (Name(literal="美國在台協會"),)
    assert archived(made) == Archived(url=snapshot, date="2021-07-02")


def test_a_canonical_link_is_relative_to_the_base():
    html = '<base href="https://site.test/deep/"><link rel="canonical" href="one"><title>A Title of It</title>'
    assert item(html + EN, "https://site.test/?p=1").fields["URL"] == "https://site.test/deep/one"


def test_meta_elements_in_the_body_and_far_from_the_beginning_are_read():
    padding = "<script>" + "var x = 1;\n" * 30_000 + "</script>"
    html = f'<html><head>{padding}</head><body><meta name="citation_title" content="A Study of It"><title>late</title>'
    assert item(html + EN).title == "A Study of It"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", "is empty"),
        ("<html><body><p>nothing to call it by</p></body></html>", "without title"),
        ("<title>Home</title>" + EN, "without title"),
        ("<title>Sign in</title><form><input type=password></form>", "message|log in"),
        ("<title>My Library</title><form><input type=text><input type=password></form>", "a form to log in"),
        ("<title>Before you continue to Search</title><p>We use cookies and data.</p>", "request for consent"),
        ("<title>Just a moment...</title>", "a message"),
        ("<title>找不到網頁</title><h1>404</h1>", "a message"),
        ("<title>My App</title><noscript>Please enable JavaScript</noscript><div id=root></div><script src=x></script>", "built by scripts"),
        ("<title>React App</title><div id=root></div><script src=x></script>", "built by scripts"),
    ],
)  # fmt: skip
def test_a_page_with_nothing_to_cite_is_refused_in_one_line(html, words):
    with pytest.raises(ReadError, match=words) as told:
        item(html)
    assert "\n" not in str(told.value)


def test_a_shell_that_says_what_it_will_show_is_described():
    shell = '<div id="root"></div><noscript>Please enable JavaScript</noscript><script src="x"></script>'
    assert item('<meta property="og:title" content="A Title of It"><title>App</title>' + shell).title == "A Title of It"


def test_a_page_with_a_password_in_its_corner_is_a_page():
    assert item("<title>A Title of It</title><form><input type=password></form>" + EN).title == "A Title of It"


def test_the_front_page_in_place_of_a_page_is_refused_and_a_front_page_itself_is_not():
    html = '<meta property="og:site_name" content="The Society"><title>The Society</title>' + EN
    with pytest.raises(ReadError, match="the page is gone"):
        item(html, "https://site.test/deep/page", final="https://site.test/")
    assert item(html, "https://site.test/", final="https://site.test/").title == "The Society"


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ('<html lang="en"><title>人口販運問題</title>' + HANT, "zh-Hant"),
        ('<html lang="zh-TW"><title>Trafficking Report</title>' + EN, "en"),
        ('<html lang="zh_CN"><title>人口贩运问题</title>' + HANT, "zh-CN"),
        ('<meta property="og:locale" content="zh_TW"><title>人口販運問題</title>' + HANT, "zh-TW"),
        ('<html lang="中文"><title>人口販運問題</title>' + HANT, "zh-Hant"),
        ('<html lang="fr"><title>La traite des personnes</title><p>' + "Le texte est en français. " * 30, "fr"),
    ],
)
def test_the_language_is_the_pages_and_not_the_templates(html, language):
    assert item(html).language == language


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_no_text_of_a_page_raises_anything_but_one_line(text):
    html = (
        f'<meta name="citation_author" content="{text}"><meta name="DC.Date" content="{text}">'
        f'<script type="application/ld+json">{text}</script><title>{text}</title><p class="byline">{text}</p>{text}'
    )
    try:
        made = describe(html, "https://site.test/x", today=TODAY).item
    except ReadError as error:
        made = None
        said = str(error)
    assert made.title if made is not None else "\n" not in said


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@graph", "@id", "author", "name", "headline", "isPartOf", "publisher",
                                           "datePublished", "identifier", "isbn", "pageStart", "inLanguage"]), inner, max_size=5),
        max_leaves=25,
    )
)  # fmt: skip
def test_no_json_ld_raises(value):
    work = {"@type": "NewsArticle", "headline": "A Headline"}
    things = json.dumps([{**work, **value} if isinstance(value, dict) else work, value])
    assert item(linked(things.replace("<", "\\u003c")) + "<title>A Title of It</title>" + EN).title
