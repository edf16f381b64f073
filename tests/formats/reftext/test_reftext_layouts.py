"""Lists as they are copied from PDFs, pages and word processors: every entry whole, nothing else made an item."""

from __future__ import annotations

from collections import Counter

import pytest
from layouts import bare, layout_cases, special_cases
from made_entries import NOTES_EN, NOTES_ZH, PAIRS, PROSE_EN, PROSE_ZH

from tipcite.formats.reftext import parse_reference_list, read_reference_list
from tipcite.formats.reftext.split import Heading, LeftOut, RawEntry, split_entries

# What may be missed of all entries of one layout; over all layouts it is a hundredth of that.
MOST_MISSED = 0.02


def cut(text):
    return [piece for piece in split_entries(text) if isinstance(piece, RawEntry)]


def by_name(cases):
    found = {}
    for name, base, text, entries in cases:
        found.setdefault(name, []).append((base, text, entries))
    return found


LAYOUTS = by_name([*layout_cases(), *special_cases()])


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_entry_comes_out_whole(name):
    missed, total, extra = [], 0, 0
    for base, text, entries in LAYOUTS[name]:
        found = Counter(bare(entry.text) for entry in cut(text))
        wanted = Counter(map(bare, entries))
        missed += [(base, entry) for entry in (wanted - found).elements()]
        extra += sum((found - wanted).values())
        total += len(entries)
    assert len(missed) <= MOST_MISSED * total, missed[:4]
    assert extra <= max(2 * len(missed), MOST_MISSED * total)


@pytest.mark.parametrize("name", ["wrapped at 60", "hanging", "running headers", "html", "bibitem", "zero width"])
def test_every_character_knows_its_line_and_column(name):
    for _, text, _ in LAYOUTS[name]:
        lines = text.replace("\x0b", "\n").split("\n")
        for entry in cut(text):
            for index, char in enumerate(entry.text):
                line, column = entry.place(index)
                pasted = lines[line - 1][column - 1 : column]
                assert pasted == char or char in " &–“”" or pasted in "\\&", (entry.text, index)


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("Smith, J. (2020). The inter-", "national order. Norton.", "The international order"),
        ("Smith, J. (2020). A long-", "term view of the long-term. Norton.", "A long-term view"),
        ("Smith, J. (2020). The policy-", "making of ministries. Norton.", "The policy-making of"),
        ("Smith, J. (2020). The Anglo-", "American order. Norton.", "The Anglo-American order"),
        ("Smith, J. (2020). Title. Journal, 3(1), 45-", "60.", "45-60."),
        ("Smith, J. (2020). Title. Journal, 3(1), 45–", "60.", "45–60."),
        (
            "Smith, J. (2020). Title. https://example.org/a-",
            "long-path/page.html",
            "https://example.org/a-long-path/page.html",
        ),
        ("Smith, J. (2020). Title. https://example.org/", "path/page.html", "https://example.org/path/page.html"),
        ("Smith, J. (2020). Title. https://doi.org/10.1000/", "x.2020.01", "https://doi.org/10.1000/x.2020.01"),
        ("Smith, J. (2020). Title. https://doi.org/10.", "1000/x.2020.01", "https://doi.org/10.1000/x.2020.01"),
        ("Smith, J. (2020). Title. Norton. https://", "example.org/a", "https://example.org/a"),
        ("王寬弘（2013）。人口販運", "問題之研究。元照。", "人口販運問題之研究"),
        ("Smith, J. (2020). The order of", "states. Norton.", "The order of states"),
        ("Smith, J. (2020). The inter\u00ad", "national order. Norton.", "The international order"),
    ],
)
def test_lines_are_joined_as_a_reader_would_print_them(left, right, joined):
    (entry,) = cut(f"{left}\n    {right}")
    assert joined in entry.text


def test_pages_and_notes_are_reported_where_they_stand():
    text = (
        "Smith, J. (2020). The politics of trafficking. Routledge.\n- 12 -\n"
        "Stone, K. (2021). On law. Norton. 13 HALLORAN AND OKONJO\n\nReceived: 12 May 2019 / Accepted: 3 June 2020"
    )
    reading = read_reference_list(text)
    assert [item.title for item in reading.items] == ["The politics of trafficking", "On law"]
    reported = [(one.line, one.column, one.code) for one in reading.problems if one.code in ("page", "no-reference")]
    assert reported == [(2, 1, "page"), (3, 35, "page"), (5, 1, "no-reference")]


@pytest.mark.parametrize("prose", [PROSE_EN, PROSE_ZH])
def test_the_article_s_text_is_no_item_and_not_lost(prose):
    text = f"{prose}\n\n參考文獻\n王寬弘（2013）。人口販運問題。元照。\n柯雨瑞（2014）。移民法制。元照。"
    (left,) = [piece for piece in split_entries(text) if isinstance(piece, LeftOut)]
    assert (left.text, left.line, left.code) == (prose, 1, "no-reference")
    assert len(cut(text)) == 2


@pytest.mark.parametrize("note", [*NOTES_ZH, *NOTES_EN])
def test_notes_about_the_article_are_no_items_and_not_lost(note):
    text = f"王寬弘（2013）。人口販運問題。元照。\nSmith, J. (2020). On law. Norton.\n{note}"
    left = [piece.text for piece in split_entries(text) if isinstance(piece, LeftOut)]
    assert bare("".join(left)) == bare(note)


@pytest.mark.parametrize(
    "heading",
    [
        *("參考文獻", "一、傳統文獻", "近人論著", "（二）專書論文", "期刊論文", "會議論文", "學位論文", "裁判", "法規"),
        *(
            "網路資源",
            "中文文獻",
            "日文",
            "二、英文部分",
            "參考書目（依筆畫排序）",
            "三畫",
            "十二劃",
            "Primary sources",
        ),
        *("Archival", "Books", "Articles", "Laws and cases", "Internet", "WORKS CITED", "A. Books", "## References"),
    ],
)
def test_headings_are_set_apart(heading):
    pieces = split_entries(f"{heading}\n王寬弘（2013）。人口販運問題。元照。\nSmith, J. (2020). On law. Norton.")
    assert [isinstance(piece, Heading) for piece in pieces] == [True, False, False]


@pytest.mark.parametrize("line", ["Reports on slavery at sea", "法規的力量與限制", "Books without borders: A history"])
def test_a_title_that_begins_like_a_heading_is_none(line):
    assert not any(isinstance(piece, Heading) for piece in split_entries(f"{line}\nSmith, J. (2020). On law. Norton."))


@pytest.mark.parametrize("dash", ["——，2015，", "同上，2015，", "_____. 2015. ", "———（2015）。"])
def test_a_dash_is_the_author_of_the_entry_before_and_said_so(dash):
    text = f"王寬弘，2013，《人口販運》，臺北：元照。\n{dash}《國境執法》，臺北：元照。"
    first, second = parse_reference_list(text).references
    assert second.item.names == first.item.names
    assert "same-author" in [one.code for one in second.problems]


@pytest.mark.parametrize(("opener", "closer"), ["【】", "[]", "()"])
def test_english_pairs_behind_a_whole_list_are_joined_to_their_entries(opener, closer):
    text = "\n".join([*(one for one, _ in PAIRS), *(f"{opener}{other}{closer}" for _, other in PAIRS)])
    items = read_reference_list(text).items
    assert len(items) == len(PAIRS)
    titles = [[one.text for one in item.variants if one.field == "title"] for item in items]
    assert titles[0] == ["Forced labor on fishing vessels"]
    assert all(len(found) == 1 for found in titles)


def test_bibitems_are_read_without_their_commands():
    text = '\\bibitem{k1} D.~E. Kn\\"uth. \\emph{The {\\TeX}book}. Addison--Wesley, 1984.\n'
    text += "\\bibitem{k2} A. Doe. {\\em Title \\& more}. Norton, 2001."
    assert [entry.text for entry in cut(text)] == [
        "D. E. Knüth. The TeXbook. Addison–Wesley, 1984.",
        "A. Doe. Title & more. Norton, 2001.",
    ]


def test_links_of_markdown_and_html_keep_their_addresses():
    text = "- Smith, J. (2020). *On law*. [Norton](https://example.org/a_b).\n- Stone, K. (2021). **On _war_**. <https://example.org/c>"
    assert [entry.text for entry in cut(text)] == [
        "Smith, J. (2020). On law. Norton https://example.org/a_b.",
        "Stone, K. (2021). On war. https://example.org/c",
    ]
