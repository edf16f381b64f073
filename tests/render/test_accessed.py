"""`--show-accessed`: the day of retrieval is left out, printed by the style's rules, or printed always."""

from __future__ import annotations

import pytest

from tipcite.csl import dating_options, with_options
from tipcite.model import item_from_csl
from tipcite.render import Renderer, ShowAccessed
from tipcite.resources import load_locale, load_style, own_styles

DAY = {"accessed": {"date-parts": [[2021, 7, 2]]}}


def page(language: str, **more):
    return item_from_csl(
        {
            "id": f"p-{language}",
            "type": "webpage",
            "title": "Report",
            "author": [{"literal": "Agency"}],
            "issued": {"date-parts": [[2020]]},
            "URL": "https://a.org/x",
            "language": language,
            **DAY,
            **more,
        }
    )


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" {settings}>
  <info><title>t</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography {bibliography}><layout suffix="{suffix}">{number}<text variable="title"/>
    <text variable="URL" prefix=" "/></layout></bibliography>
</style>"""


def printed(item, *, show=ShowAccessed.ALWAYS, suffix=".", settings="", to="text", bibliography="", number=""):
    style = STYLE.format(suffix=suffix, settings=settings, bibliography=bibliography, number=number)
    return Renderer(style, [item], load_locale=load_locale, show_accessed=show).references(to=to).rstrip("\n")


@pytest.mark.parametrize(
    ("language", "suffix", "expected"),
    [
        ("en", ".", "Report https://a.org/x. Accessed July 2, 2021."),
        ("en", "", "Report https://a.org/x (accessed July 2, 2021)"),
        ("zh-TW", "。", "Report https://a.org/x。檢索日期：2021年7月2日。"),
        ("zh-HK", "", "Report https://a.org/x（檢索日期：2021年7月2日）"),
        ("zh-Hant", "。", "Report https://a.org/x。檢索日期：2021年7月2日。"),
        ("zh-CN", "。", "Report https://a.org/x。检索日期：2021年7月2日。"),
        ("zh-Hans", "", "Report https://a.org/x（检索日期：2021年7月2日）"),
        ("ja", "。", "Report https://a.org/x。2021年7月2日閲覧。"),
        ("ko", ".", "Report https://a.org/x. 2021년 7월 2일 접속."),
    ],
)
def test_always_adds_the_day_in_the_entrys_own_language(language, suffix, expected):
    assert printed(page(language), suffix=suffix) == expected


def test_a_style_of_another_language_has_that_locales_words():
    assert printed(page("de"), settings='default-locale="de-DE"').endswith("2. Juli 2021.")
    assert printed(page("en"), settings='default-locale="zh-TW"').endswith(". Accessed July 2, 2021.")


def test_style_and_never_leave_it_to_the_style_and_out():
    assert printed(page("en"), show=ShowAccessed.STYLE) == "Report https://a.org/x."
    assert printed(page("en"), show=ShowAccessed.NEVER) == "Report https://a.org/x."
    style = load_style("tw-author-year")
    lists = [Renderer(style, [page("zh-TW")], load_locale=load_locale, show_accessed=one) for one in ShowAccessed]
    never, by_style, always = (renderer.references() for renderer in lists)
    assert "2021" not in never
    assert "檢索日期：2021年7月2日" in by_style
    assert always == by_style


@pytest.mark.parametrize("change", [{"accessed": None}, {"URL": None}, {"accessed": {"raw": "soon"}}])
def test_what_has_no_day_or_no_place_gets_none(change):
    item = page("en", **change)
    assert printed(item) == printed(item, show=ShowAccessed.STYLE)


def test_a_year_or_a_month_is_printed_as_far_as_it_is_known():
    assert printed(page("en", accessed={"date-parts": [[2021]]})).endswith("Accessed 2021.")
    assert printed(page("zh-TW", accessed={"date-parts": [[2021, 7]]}), suffix="。").endswith("檢索日期：2021年7月。")


def test_the_day_stands_in_the_entrys_block_in_every_format():
    how = {"bibliography": 'second-field-align="flush"', "number": '<text variable="citation-number" suffix=". "/>'}
    html = printed(page("en"), to="html", **how)
    assert "Accessed July 2, 2021.</div>" in html.replace("\n", "").replace("</div></div>", "</div>")
    for to in ("markdown", "latex", "typst", "rtf"):
        assert "Accessed July 2, 2021." in printed(page("en"), to=to, **how).replace("\\", "")


@pytest.mark.parametrize("name", [style.name for style in own_styles()])
def test_always_prints_the_day_once_in_every_style_of_ours(name):
    style = load_style(name)
    chosen = dating_options(style)
    style = with_options(style, chosen) if chosen else style
    kinds = ("webpage", "article-journal", "report", "book", "thesis")
    for language in ("zh-TW", "zh-CN", "en"):
        for kind in kinds:
            item = page(language, type=kind)
            (line,) = (
                Renderer(style, [item], load_locale=load_locale, show_accessed=ShowAccessed.ALWAYS)
                .references()
                .splitlines()
            )
            shown = line.replace("-07-02", "年7月2日").replace("July 2, 2021", "2021年7月2日")
            shown = shown.replace("2 July 2021", "2021年7月2日").replace("2 Jul. 2021", "2021年7月2日")
            assert shown.count("7月2日") == 1, line
            assert ".." not in line
            assert "。。" not in line
