"""The 57 broken and odd .bib files beside the repository: for each, what a good importer makes of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tipcite.errors import ReadError
from tipcite.formats import decode, detect_format, find_format
from tipcite.model import Problem, Reading, Severity, item_to_csl


@dataclass(frozen=True)
class Case:
    """What one file gives: keys in order, lines of what failed, `code:line` of each problem that counts."""

    keys: str
    failed: tuple[int, ...] = ()
    problems: tuple[str, ...] = ()
    first: dict | None = None


BOTH = "bad okafter"
NAMED = {"01_unclosed_brace": Case("ok1 okafter", failed=(2,)), "02_extra_close": Case("okafter", failed=(1,))}
CASES = {
    **NAMED,
    "03_missing_comma": Case(BOTH, problems=("missing-comma:3",), first={"title": "No comma"}),
    "04_missing_eq": Case(BOTH, problems=("missing-equals:2",), first={"title": "No eq"}),
    "05_no_key": Case(" okafter", problems=("no-key:1",), first={"title": "No key"}),
    "06_no_key_at_all": Case(" okafter", problems=("no-key:1",), first={"title": "No key"}),
    "07_dup_keys": Case("k k", problems=("duplicate-key:2",)),
    "08_dup_fields": Case("k", problems=("repeated-field:1",), first={"title": "A", "title-2": "B"}),
    "09_string_concat": Case("k", first={"publisher": "ACM Press, Inc.", "issued": {"date-parts": [[2000, 1, 12]]}}),
    "10_string_after_use": Case("k", problems=("late-macro:1",), first={"publisher": "Foo Press"}),
    "11_undefined_string": Case("k", problems=("undefined-macro:1",), first={"publisher": "undefd"}),
    "12_comments_between": Case("okafter"),
    "13_percent_in_entry": Case("k", first={"title": "New"}),
    "14_paren_entry": Case("k", first={"title": "T (x)"}),
    "15_uppercase": Case("K1", first={"title": "T", "author": [{"family": "A", "given": "B"}]}),
    "16_at_in_value": Case("k okafter", first={"title": "a @ b", "note": "line @home rocks", "email": "x@y.tw"}),
    "17_escaped_brace": Case("k okafter", first={"title": "a { b", "issued": {"date-parts": [[2000]]}}),
    "18_escaped_brace_bal": Case("k okafter", first={"title": "a { b }"}),
    "19_quote_in_braces": Case("k", first={"title": 'a "quoted" b', "note": "ö"}),
    "20_crossref": Case("c p", first={"container-title": "Parent", "issued": {"date-parts": [[2000]]}}),
    "21_xdata": Case("c", first={"publisher": "Pub", "publisher-place": "Taipei"}),
    "22_set_related": Case("a b", failed=(1,)),
    "23_names": Case(
        "k",
        first={
            "author": [
                {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
                {"literal": "American Institute in Taiwan"},
                {"family": "Chen", "given": "Wei-Ting"},
                {"family": "王", "given": "小明"},
                {"family": "王", "given": "小明"},
                {"literal": "others"},
            ]
        },
    ),
    "24_name_commas": Case(
        "k",
        problems=("name-commas:1",),
        first={
            "author": [
                {"family": "Smith", "given": "John", "suffix": "PhD, Esq, MD"},
                {"family": "Doe", "given": "Jane"},
            ]
        },
    ),
    "25_name_semicolon": Case(
        "k",
        problems=("name-separator:1",),
        first={
            "author": [
                {"family": "王", "given": "小明"},
                {"family": "李", "given": "大華"},
                {"family": "陳", "given": "美玲"},
            ]
        },
    ),
    "26_name_dunhao": Case(
        "k",
        first={
            "author": [
                {"family": "王", "given": "小明"},
                {"family": "李", "given": "大華"},
                {"family": "陳", "given": "美玲"},
            ]
        },
    ),
    "27_zh_key": Case("王小明2020", first={"title": "臺灣治安"}),
    "28_fullwidth_punct": Case(
        "k okafter", problems=("full-width:1", "full-width:1", "full-width:1"), first={"title": "T"}
    ),
    "29_bom": Case("k", first={"title": "T"}),
    "30_utf16": Case("k", first={"title": "臺灣"}),
    "31_big5": Case("k", first={"title": "臺灣功許蓋犯罪學", "author": [{"family": "王", "given": "小明"}]}),
    "32_gbk": Case("k", first={"title": "台湾犯罪学"}),
    "33_latin1": Case("k", first={"title": "Über", "author": [{"family": "Müller", "given": "Jörg"}]}),
    "34_crlf": Case("k", first={"title": "T"}),
    "35_nul": Case("k", problems=("zero-byte:1",), first={"title": "Tx"}),
    "36_latex_accents": Case(
        "k",
        first={
            "title": "ß & % _ $ – — “q” <i>it</i> <i>em</i> x<sup>2</sup> http://a.b/c_d LaTeX <sup>2</sup>",
            "author": [
                {"family": "Müller", "given": "Jörg"},
                {"family": "Erdős", "given": "Pál"},
                {"family": "Świątek", "given": "Łukasz"},
                {"family": "Nguyễn", "given": "Thị"},
                {"family": "Øystein", "given": "Åse"},
                {"family": "Haček", "given": "ı"},
            ],
        },
    ),
    "37_tilde_nbsp": Case(
        "k",
        first={
            "URL": "http://x.org/~user/a_b%20c",
            "title": "A\xa0B",
            "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van\xa0der"}],
        },
    ),
    "38_url_escape": Case("k", first={"URL": "http://x.org/a_b%20c&d", "DOI": "10.1000/a_b"}),
    "39_dates": Case(
        "k k2 k3 k4 k5",
        problems=("bad-date:1", "bad-date:2"),
        first={"issued": {"date-parts": [[2020, 5, 1], [2020, 6, 30]]}, "accessed": {"literal": "2021-13-40"}},
    ),
    "40_empty": Case(""),
    "44_unterminated_eof": Case("ok1 bad", problems=("unclosed-entry:4",)),
    "45_nested_deep": Case("k okafter", first={"title": "x"}),
    "46_long_value": Case("k okafter", first={"title": "T"}),
    "47_key_space": Case("my+key okafter", problems=("key-blank:1",)),
    "48_key_special": Case("k:1/2.3_a+b-c&d#e%f okafter"),
    "49_trailing_comma": Case("k okafter", problems=("extra-comma:1",)),
    "50_value_number_ident": Case(
        "k okafter", problems=("undefined-macro:1",), first={"issued": {"date-parts": [[2000, 5]]}}
    ),
    "51_space_at_type": Case("k okafter", first={"title": "T", "issued": {"date-parts": [[2000]]}}),
    "52_two_on_line": Case("a b"),
    "53_preamble": Case("k", first={"title": "T"}),
    "54_german_quotes": Case("k", first={"title": "„Hallo“ und „A“"}),
    "55_jabref_meta": Case("k", first={"groups": "G1", "file": ":a b.pdf:PDF"}),
    "56_mendeley": Case("k", first={"title": "T", "mendeley-groups": "My group/Sub", "annote": "y"}),
    "57_en_dash_pages": Case("k k2 k3", first={"page": "12-34"}),
}
REFUSED = {"41_only_text": "no entry", "42_html": "not BibLaTeX but HTML"}
OTHERS = {"43_ris_in_bib"}


@pytest.mark.parametrize("name", CASES)
def test_broken_file_gives_what_a_good_importer_makes_of_it(shared, name):
    case = CASES[name]
    reading, problems = read(shared, name)
    assert [item.key.replace(" ", "+") for item in reading.items] == (case.keys.split(" ") if case.keys else [])
    assert tuple(failed.line for failed in reading.failed) == case.failed
    assert tuple(f"{problem.code}:{problem.line}" for problem in problems if counts(problem)) == case.problems
    if case.first:
        first = item_to_csl(reading.items[0])
        assert {field: first.get(field) for field in case.first} == case.first


@pytest.mark.parametrize("name", REFUSED)
def test_file_that_is_no_bibtex_is_refused_by_name(shared, name):
    with pytest.raises(ReadError, match=REFUSED[name]):
        read(shared, name)


def test_every_broken_file_is_in_the_table(shared):
    names = {path.stem for path in (shared / "import" / "nasty").glob("*.bib")}
    assert names == CASES.keys() | REFUSED.keys() | OTHERS


def test_a_file_of_another_format_is_read_as_what_it_is(shared):
    reading, problems = read(shared, "43_ris_in_bib")
    assert [(item.type, item.title) for item in reading.items] == [("article-journal", "T")]
    assert problems == []


def test_what_failed_is_kept_whole(shared):
    reading, _ = read(shared, "01_unclosed_brace")
    assert reading.failed[0].raw == "@article{bad,\n title = {Unclosed {brace,\n year = {2000}\n}"


def read(shared, name) -> tuple[Reading, list[Problem]]:
    decoded = decode((shared / "import" / "nasty" / f"{name}.bib").read_bytes())
    detected = detect_format(decoded.text, filename=f"{name}.bib")
    reading = find_format(detected).read(decoded.text)
    return reading, [*decoded.problems, *reading.problems]


def counts(problem: Problem) -> bool:
    return problem.severity is not Severity.NOTE
