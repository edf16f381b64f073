"""Reading BibTeX and BibLaTeX: what an author would look for in the item."""

from __future__ import annotations

import pytest

from tipcite.errors import ReadError
from tipcite.formats.bibtex import read_biblatex, read_bibtex
from tipcite.model import Date, Name, Severity


def item(text, read=read_biblatex):
    reading = read(text)
    assert len(reading.items) == 1, reading
    return reading.items[0]


def codes(text):
    return [(problem.code, problem.line, problem.column) for problem in read_biblatex(text).problems]


def test_chinese_article_of_taiwan_is_read_whole():
    article = item(
        """@article{wang2012,
          author   = {王寬弘 and 柯雨瑞},
          title    = {美國人口販運執法之研究},
          journal  = {國境警察學報},
          year     = {民國101年},
          volume   = 17, number = 2, pages = {頁1-34},
          langid   = {chinese-traditional},
          keywords = {人口販運, 執法}
        }"""
    )
    assert article.type == "article-journal"
    assert article.names["author"] == (Name(family="王", given="寬弘"), Name(family="柯", given="雨瑞"))
    assert article.fields == {
        "title": "美國人口販運執法之研究",
        "container-title": "國境警察學報",
        "volume": "17",
        "issue": "2",
        "page": "1-34",
        "language": "zh-Hant",
        "keyword": "人口販運, 執法",
    }
    assert article.dates["issued"] == Date(parts=((2012,),))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            "Charles Louis Xavier Joseph de la Vallée Poussin",
            ("Vallée Poussin", "Charles Louis Xavier Joseph", "de la"),
        ),
        ("de la Vallée Poussin, Charles", ("Vallée Poussin", "Charles", "de la")),
        ("Hogan, Kimberly A.", ("Hogan", "Kimberly A.", "")),
        ("Roe-Sepowitz, Dominique", ("Roe-Sepowitz", "Dominique", "")),
        ("family=Berg, given=Jan, prefix=van der", ("Berg", "Jan", "van der")),
        ("王，小明", ("王", "小明", "")),
        ("歐陽 娜娜", ("歐陽", "娜娜", "")),
        ("Aristotle", ("Aristotle", "", "")),
        ("{\\'E}mile Zola", ("Zola", "Émile", "")),
        ("{\\O}stergaard, {\\AA}se", ("Østergaard", "Åse", "")),
        ("V{\\'a}zques{ de }Parga, Luis", ("Vázques de Parga", "Luis", "")),
    ],
)
def test_person_is_split_as_bibtex_and_chinese_writers_mean_it(typed, read):
    name = item(f"@book{{k, author = {{{typed}}}, title = {{T}}}}").names["author"][0]
    assert (name.family, name.given, name.non_dropping_particle) == read


@pytest.mark.parametrize(
    "typed",
    ["{American Institute in Taiwan}", "美國在台協會", "{{World Health Organization}}", "U.S. Department of State"],
)
def test_institution_stays_one_piece(typed):
    name = item(f"@book{{k, author = {{{typed}}}, title = {{T}}}}").names["author"][0]
    assert name == Name(literal=typed.strip("{}"))


def test_option_useprefix_false_makes_the_particle_drop():
    name = item("@book{k, author={van Gogh, Vincent}, options={useprefix=false}}").names["author"][0]
    assert name.dropping_particle == "van"


@pytest.mark.parametrize(
    ("field", "parts"),
    [
        ("date = {2021-07-02}", ((2021, 7, 2),)),
        ("date = {1999-10-14/2010-01-23}", ((1999, 10, 14), (2010, 1, 23))),
        ("date = {1999/}", ((1999,), (0,))),
        ("date = {2004-22}", ((2004, 22),)),
        ("date = {-0876}", ((-877,),)),
        ("date = {199X}", ((1990,), (1999,))),
        ("year = 2021, month = jul, day = 2", ((2021, 7, 2),)),
        ("year = 2021, month = {July}", ((2021, 7),)),
        ('year = 2021, month = "12~" # jan', ((2021, 1, 12),)),
        ("year = {1998--99}", ((1998,), (1999,))),
        ("year = {民國109年}", ((2020,),)),
        ("date = {2020年5月1日}", ((2020, 5, 1),)),
        ("date = {2020/05/01}", ((2020, 5, 1),)),
    ],
)
def test_date_is_understood(field, parts):
    assert item(f"@book{{k, {field}}}").dates["issued"].parts == parts


@pytest.mark.parametrize("field", ["date = {2021-13-40}", "date = {soon}", "year = {20201}", "year=2020, month={Foo}"])
def test_bad_date_is_reported_and_kept(field):
    reading = read_biblatex(f"@book{{k, {field}}}")
    assert [problem.code for problem in reading.problems] == ["bad-date"]
    assert reading.items[0].dates["issued"]


def test_no_date_on_purpose_is_no_problem():
    reading = read_biblatex("@book{k, year = {forthcoming}}")
    assert reading.problems == ()
    assert reading.items[0].dates["issued"].literal == "forthcoming"


def test_address_and_doi_are_never_decoded_as_latex():
    page = item("@online{k, url={https://x.org/~a/b_c%20d--e?f=1&g}, doi={https://doi.org/10.1000/a--b_c}}")
    assert page.fields["URL"] == "https://x.org/~a/b_c%20d--e?f=1&g"
    assert page.fields["DOI"] == "10.1000/a--b_c"


def test_howpublished_url_becomes_the_address():
    page = item("@misc{k, title={T}, howpublished={\\url{https://example.org/a_b}}}")
    assert page.fields["URL"] == "https://example.org/a_b"
    assert page.type == "webpage" or "publisher" not in page.fields


def test_arxiv_number_becomes_archive_and_address():
    paper = item("@misc{k, title={T}, eprint={2101.00001}, archivePrefix={arXiv}, primaryClass={cs.CL}}")
    assert paper.fields["archive_location"] == "2101.00001"
    assert paper.fields["URL"] == "https://arxiv.org/abs/2101.00001"
    assert paper.extra == {"primaryclass": "cs.CL"}


def test_small_word_in_braces_is_protected_and_capitals_need_no_span():
    title = item("@article{k, title = {The {NATO} and 400~{nm} of {DNA}}}").title
    assert title == 'The NATO and 400\xa0<span class="nocase">nm</span> of DNA'


def test_braces_around_a_whole_title_say_nothing():
    assert item("@article{k, title = {{Migration toward export}}}").title == "Migration toward export"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        ("\\textit{Homo sapiens} and {\\em others}", "<i>Homo sapiens</i> and <i>others</i>"),
        ("\\enquote{a} and \\mkbibquote{b}", "“a” and “b”"),
        ("H$_2$O and $\\alpha$-helix", "H<sub>2</sub>O and α-helix"),
        ("$\\mathbf{P}^{1}$", "$\\mathbf{P}^{1}$"),
        ("pages 3--5 --- really", "pages 3–5 — really"),
        ("It``s'' `so'", "It“s” ‘so’"),
        ("50% of \\$5", "50% of $5"),
        ("Erd\\H os \\v{C}ech {\\ss}", "Erdős Čech ß"),
        ("\\href{http://x.org}{the page}", "the page"),
        ("臺灣\\&美國", "臺灣&美國"),
        ("unclosed \\textit{a", "unclosed <i>a</i>"),
    ],
)
def test_latex_is_read_as_text(latex, text):
    from tipcite.formats.latex import decode_latex

    assert decode_latex(latex) == text


def test_unknown_command_is_reported_and_its_argument_kept():
    reading = read_biblatex("@book{k,\n title = {A \\wobble{b} c}}")
    assert reading.items[0].title == "A b c"
    problem = reading.problems[0]
    assert (problem.severity, problem.code, problem.line) == (Severity.NOTE, "latex-command", 2)


def test_collection_gives_its_title_to_a_chapter_in_biblatex():
    text = """@incollection{c, crossref={p}, title={Part}, author={A, B}}
              @collection{p, title={Whole}, subtitle={Sub}, date={2000}, editor={E, F}, shorttitle={W}}"""
    chapter = read_biblatex(text).items[0]
    assert chapter.fields["container-title"] == "Whole: Sub"
    assert "title-short" not in chapter.fields
    assert chapter.year == 2000


def test_crossref_chain_ends_even_when_it_is_a_circle():
    text = "".join(f"@book{{k{i}, crossref={{k{(i + 1) % 500}}}}}\n" for i in range(500)) + "@book{k9x, title={T}}"
    assert len(read_biblatex(text).items) == 501


def test_missing_parent_is_reported_with_its_place():
    assert codes("@inbook{c,\n  title = {T},\n  crossref = {nobody}}") == [("missing-parent", 3, 3)]


def test_unknown_field_is_kept_as_typed():
    assert item("@book{k, owner = {Müller \\& Co}, X-Nr = 7}").extra == {"owner": "Müller \\& Co", "x-nr": "7"}


def test_unknown_entry_type_becomes_a_document_and_is_reported():
    reading = read_biblatex("@thing{k, title={T}}")
    assert reading.items[0].type == "document"
    assert reading.items[0].extra == {"entrytype": "thing"}
    assert [problem.code for problem in reading.problems] == ["unknown-type"]


def test_publishers_are_a_list_in_biblatex_and_one_name_in_bibtex():
    text = "@book{k, publisher={Simon and Schuster}, location={London and New York}, date={2000}}"
    assert item(text).fields["publisher-place"] == "London; New York"
    assert item(text, read_bibtex).fields["publisher"] == "Simon and Schuster"
    assert item("@book{k, publisher={Simon and Schuster}, year=2000}").fields["publisher"] == "Simon and Schuster"


@pytest.mark.parametrize(
    ("broken", "code", "line", "column"),
    [
        ("@book{k,\n  title = {A}\n  year = 2000\n}", "missing-comma", 3, 3),
        ("@book{k,\n  title = {A},\n  year = 2000 pages = {1}}", "missing-comma", 3, 15),
        ("@book{k\n  title = {A}}", "missing-comma", 1, 8),
        ("@book{k, title {A}}", "missing-equals", 1, 16),
        ("@book{k, title = {A},, year=2000}", "extra-comma", 1, 22),
        ("@book{k, title = {A}}\n}", "stray-brace", 2, 1),
    ],
)
def test_syntax_fault_is_repaired_and_placed(broken, code, line, column):
    reading = read_biblatex(broken)
    assert [item.title for item in reading.items] == ["A"]
    assert [(p.code, p.line, p.column, p.severity) for p in reading.problems] == [(code, line, column, Severity.ERROR)]


@pytest.mark.parametrize(
    "broken",
    [
        "@book{bad, title = {A}} b}, year = {2000}\n}\n",
        "@book{bad, title = {A, year = {2000}\n}\n",
        '@book{bad, title = "A, year = {2000}\n}\n',
        "@book{bad, title = , year = {2000}}\n",
    ],
)
def test_entry_beyond_repair_is_kept_as_text_and_the_next_is_read(broken):
    reading = read_biblatex(f"{broken}@book{{next, title = {{T}}}}\n")
    assert [item.key for item in reading.items] == ["next"]
    assert [failed.raw for failed in reading.failed] == [broken.strip()]
    assert reading.lines == (broken.count("\n") + 1,)


def test_windows_path_that_ends_in_a_backslash_swallows_nothing():
    reading = read_biblatex("@book{a, file = {C\\:\\\\docs\\\\}, title = {A}}\n@book{b, title = {B}}")
    assert [item.title for item in reading.items] == ["A", "B"]


def test_text_without_entry_is_refused():
    with pytest.raises(ReadError, match="no entry"):
        read_biblatex("hello world")


def test_every_byte_is_an_entry_a_comment_or_a_problem():
    text = "Free words.\n@book{a, title={A}}\nmore words\n@comment{x}\n"
    messages = [problem.message for problem in read_biblatex(text).problems]
    assert [any(word in message for message in messages) for word in ("Free words.", "more words", "@comment")] == [
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "@book{k, title = {" + "{" * 20_000 + "x" + "}" * 20_000 + "}}",
        "@book{k, title = {" + "{a " * 20_000 + "}" * 20_000 + "}}",
        "@book{k, title = {" + "a {b} \\textit{c} " * 20_000 + "}}",
        "@book{k, title = {" + "\\em " * 20_000 + "}}",
        "@book{k, title = {" + "$" * 100_001 + "}}",
        "@book{k, author = {" + "{A} and " * 10_000 + "B}}",
        "@comment{\n" * 10_000,
        "@book{a,\n" * 10_000,
        "@string{a = a # a}@book{k, title = a}",
        "".join(f"@string{{s{i} = s{i + 1} # s{i + 1}}}\n" for i in range(60)) + "@book{k, title = s0}",
    ],
    ids=range(10),
)
@pytest.mark.timeout(60)
def test_hostile_text_does_not_hang(text):
    reading = read_biblatex(text)
    assert reading.items or reading.failed or reading.problems


def test_nothing_is_printed_about_broken_entries(capfd):
    read_biblatex("@book{bad, title = {A\n@book{b, title = {B}}")
    assert capfd.readouterr() == ("", "")
