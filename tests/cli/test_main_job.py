"""The main job: the seed's three references, from pasted text to both reference lists."""

import json
import re

from .conftest import SEED

WESTERN_FIRST = """\
Hogan, Kimberly A. & Dominique Roe-Sepowitz. 2020. “LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability.” Journal of Human Trafficking. From https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985. Retrieved November 12, 2021.
北京樂平公益基金會，2020，《斯坦福社會創新評論》，9：91-109。
美國在台協會，2021，〈人口販運問題報告〉：https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking-persons-report-zh/，檢索日期：2021年7月2日。
"""  # noqa: E501
APA = """\
北京樂平公益基金會（2020）。斯坦福社會創新評論，9，91-109。
美國在台協會（2021）。人口販運問題報告。https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking-persons-report-zh/
Hogan, K. A., & Roe-Sepowitz, D. (2020). LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability. Journal of Human Trafficking. https://doi.org/10.1080/23322705.2020.1841985
"""  # noqa: E501


def test_the_list_comes_out_in_the_order_of_the_seed(seed):
    assert seed("format", "--style", "tw-author-year", "--order", "western-first", "--to", "text").out == WESTERN_FIRST


def test_the_default_is_the_author_year_style_with_chinese_first(seed):
    hogan, leping, ait = WESTERN_FIRST.splitlines(keepends=True)
    assert seed("format").out == leping + ait + hogan


def test_the_list_in_apa(seed):
    assert seed("format", "--style", "apa-zh-tw").out == APA


def test_headings_stand_above_the_two_parts(seed):
    lines = seed("format", "--headings").out.splitlines()
    assert [line for line in lines if "部分" in line] == ["中文部分", "西文部分"]
    assert lines.index("西文部分") > lines.index("中文部分")


def test_citations_follow_each_sources_language(seed):
    assert seed("cite", "meiguo2021renkou").out == "（美國在台協會，2021）\n"
    assert seed("cite", "hogan2020lgbtq").out == "(Hogan & Roe-Sepowitz, 2020)\n"
    assert seed("cite", "hogan2020lgbtq", "--style", "apa-zh-tw").out == "(Hogan & Roe-Sepowitz, 2020)\n"


def test_two_works_of_one_author_and_year_get_letters_in_both_places(seed):
    seed("add", "--type", "report", "--author", "美國在台協會", "--title", "人權報告", "--issued", "2021")
    listed = seed("format", "--style", "apa-zh-tw").out
    assert "美國在台協會（2021a）。人口販運問題報告" in listed
    assert "美國在台協會（2021b）。人權報告" in listed
    keys = [item["id"] for item in seed.items() if item["type"] == "report"]
    cites = {seed("cite", key).out.strip() for key in keys}
    assert cites == {"（美國在台協會，2021a）", "（美國在台協會，2021b）"}


def test_journal_titles_of_western_entries_are_italic(seed):
    assert "*Journal of Human Trafficking*" in seed("format", "--to", "markdown").out
    html = seed("format", "--to", "html").out
    assert re.search(r"<(i|em)>Journal of Human Trafficking</\1>", html)
    assert "斯坦福社會創新評論" in html
    assert not re.search(r"<(i|em)>[^<]*斯坦福", html)


def test_keys_are_made_from_author_year_and_title_word(seed):
    assert [item["id"] for item in seed.items()] == ["beijing2020sitan", "hogan2020lgbtq", "meiguo2021renkou"]


def test_what_the_seed_says_is_understood(seed):
    hogan = next(item for item in seed.items() if item["id"] == "hogan2020lgbtq")
    assert hogan["DOI"] == "10.1080/23322705.2020.1841985"
    assert hogan["URL"] == "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985"
    assert hogan["accessed"] == {"date-parts": [[2021, 11, 12]]}
    assert hogan["author"][1] == {"family": "Roe-Sepowitz", "given": "Dominique"}
    leping = next(item for item in seed.items() if item["id"] == "beijing2020sitan")
    assert (leping["type"], leping["volume"], leping["page"]) == ("article-journal", "9", "91-109")
    assert "title" not in leping


def test_what_is_wrong_in_the_seed_is_reported_with_line_and_column(article):
    text = SEED.read_text("utf-8")
    article.write("references.txt", text)
    answer = article("import", "references.txt", "--json", code=3).json()
    assert len(answer["added"]) == 3
    found = {(problem["code"], problem["line"]): problem for problem in answer["problems"]}
    quote = found[("unclosed-quote", 1)]
    assert quote["severity"] == "warning"
    assert quote["column"] == text.index("“") + 1
    assert ("no-title", 2) in found
    notes = [problem for problem in answer["problems"] if problem["severity"] == "note"]
    assert {problem["line"] for problem in notes} >= {2, 3}


def test_importing_the_same_text_again_adds_nothing(seed):
    before = seed.mirrors()
    answer = seed("import", "references.txt", "--json", code=3).json()
    assert answer["added"] == []
    assert {problem["key"] if "key" in problem else problem["code"] for problem in answer["problems"]} >= {"known"}
    assert seed.mirrors() == before


def test_the_mirror_is_the_same_to_the_byte_however_the_library_came_to_be(seed, article):
    for item in reversed(seed.items()):
        article("add", "-", stdin=json.dumps(item, ensure_ascii=False))
    assert article.mirrors()[0] == seed.mirrors()[0]


def test_a_missing_database_is_rebuilt_from_the_mirror(seed):
    listed = seed("list").out
    (seed.folder / "refs" / "library.db").unlink()
    assert seed("list").out == listed
    assert seed("format", "--order", "western-first").out == WESTERN_FIRST
