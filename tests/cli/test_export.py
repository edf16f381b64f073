"""`export` and `convert`: keys by patterns, chosen fields, orders, ASCII, and lists for readers."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

BIB = """@article{a1, title={Über Grenzen}, author={Núñez, José and 王, 小明}, journal={The Journal}, year={2019},
  month=may, volume={3}, doi={10.1000/1}, abstract={Long.}, keywords={a, b}, file={/home/x.pdf}, note={Read}}
@book{b1, title={人口販運防制}, author={王, 寬弘}, publisher={五南}, year={2013}, langid={zh-Hant-TW}}
@misc{c1, title={Against the AIT and NATO}, author={{American Institute in Taiwan}}, year={2021}, url={https://x.org/a}}
"""


@pytest.fixture
def filled(article):
    article.write("in.bib", BIB)
    article("import", "in.bib")
    return article


def ids(ended) -> list[str]:
    return [item["id"] for item in json.loads(ended.out)]


def test_keys_by_a_pattern_are_those_of_the_file_alone(filled):
    ended = filled("export", "--keys", "[auth:lower][year]")
    assert ids(ended) == ["nunez2019", "wang2013", "americaninstitutetaiwan2021"]
    assert ids(filled("export", "--keys", "auth + shortyear", "--key-script", "written")) == [
        "Núñez19", "王13", "AmericanInstituteTaiwan21",
    ]  # fmt: skip
    assert ids(filled("export")) == ["a1", "b1", "c1"]
    assert "@article{Nunez2019," in filled("export", "--to", "bib", "--keys", "[auth][year]").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--keys", "[autor][year]"], "'autor' is nothing that a source has; did you mean"),
        (["--keys", "[auth"], "brackets"),
        (["--fields", "title,absract"], "did you mean abstract"),
        (["--omit", "nothing"], "'nothing' is no field"),
        (["--sort", "colour"], "author, year, title"),
        (["--to", "ris", "--ascii"], "--ascii is for BibTeX"),
        (["--to", "docs"], "is no format"),
    ],
)
def test_what_can_not_be_understood_is_one_line(filled, arguments, said):
    ended = filled("export", *arguments, code=2)
    assert len(ended.err.splitlines()) == 1
    assert said in ended.err
    assert ended.out == ""


def test_fields_are_chosen_or_left_out(filled):
    (first, *_) = json.loads(filled("export", "--fields", "title,author,year").out)
    assert set(first) == {"id", "type", "title", "author", "issued"}
    (first, *_) = json.loads(filled("export", "--omit", "abstract, keywords，file,note").out)
    assert not set(first) & {"abstract", "keyword", "file", "note"}
    assert {"DOI", "volume", "container-title"} <= set(first)
    bib = filled("export", "a1", "--to", "bibtex", "--omit", "abstract,file,keywords").out
    assert "abstract" not in bib
    assert "file" not in bib
    assert "month = may" in bib


def test_the_field_for_what_a_format_can_not_say_can_be_left_out(filled):
    filled("tag", "b1", "read")
    assert "tipcite" in filled("export", "--to", "bib").out
    for to in ("bib", "bibtex", "ris", "enw", "endnote-xml", "mods", "cff"):
        plain = filled("export", "--to", to, "--omit", "tipcite").out
        assert "tipcite: " not in plain
        assert "tipcite = " not in plain
        assert "<tipcite " not in plain
        assert len(json.loads(filled("convert", "-", "--to", "csl-json", stdin=plain, code=None).out)) == 3


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("year", ["b1", "a1", "c1"]), ("-year", ["c1", "a1", "b1"]), ("author", ["b1", "c1", "a1"]),
        ("title", ["b1", "c1", "a1"]), ("-key", ["c1", "b1", "a1"]), ("type,year", ["a1", "b1", "c1"]),
    ],
)  # fmt: skip
def test_orders(filled, order, wanted):
    assert ids(filled("export", "--sort", order)) == wanted


def test_ascii_for_old_bibtex(filled):
    ended = filled("export", "a1", "--to", "bibtex", "--ascii")
    assert '{\\"U}ber' in ended.out
    assert "N{\\'u}{\\~n}ez, Jos{\\'e}" in ended.out
    assert "王, 小明" in ended.out
    assert "1 line" in ended.err
    back = json.loads(filled("convert", "-", "--to", "csl-json", stdin=ended.out).out)
    assert back == json.loads(filled("export", "a1", "--omit", "provenance").out)
    assert filled("export", "c1", "--to", "bib", "--ascii").out.isascii()


def test_settings_hold_it_for_good_and_flags_win(filled):
    filled.write("tipcite.toml", '[export]\nkeys = "[auth:lower]"\nomit = "abstract"\nsort = "-year"\n')
    ended = filled("export")
    assert ids(ended) == ["americaninstitutetaiwan", "nunez", "wang"]
    assert "abstract" not in ended.out
    assert ids(filled("export", "--keys", "", "--sort", "key")) == ["a1", "b1", "c1"]
    assert ids(filled("export", TIPCITE_EXPORT_KEYS="[year]")) == ["2021", "2019", "2013"]


def test_the_ending_of_the_output_tells_the_format(filled):
    for name, begins in (("x.bib", b"@"), ("x.ris", b"TY"), ("x.yaml", b"---"), ("x.json", b"["), ("x.mods", b"<?xml")):
        filled("export", "-o", name)
        assert (filled.folder / name).read_bytes().lstrip().startswith(begins)
    filled("convert", "in.bib", "-o", "y.ris")
    assert (filled.folder / "y.ris").read_text().startswith("TY")
    assert "--to" in filled("convert", "in.bib", code=2).err


@pytest.mark.parametrize(
    ("to", "sign"),
    [("text", "人口販運防制"), ("md", "《"), ("html", "<"), ("latex", "\\"), ("rtf", "{\\rtf"), ("typst", "人口")],
)
def test_lists_for_readers(filled, to, sign):
    ended = filled("export", "--to", to)
    assert sign in ended.out
    assert "tipcite format" in ended.err
    converted = filled("convert", "in.bib", "--to", to, "-o", "list.out")
    assert converted.out == ""
    assert (filled.folder / "list.out").read_text() == ended.out


def test_a_word_document_of_the_list(filled):
    filled("convert", "in.bib", "-o", "list.docx")
    with zipfile.ZipFile(filled.folder / "list.docx") as archive:
        assert "人口販運防制" in archive.read("word/document.xml").decode()
    out = filled.folder / "piped.docx"
    filled("export", "--to", "docx", "-o", str(out))
    assert zipfile.ZipFile(io.BytesIO(out.read_bytes())).testzip() is None
    back = json.loads(filled("convert", "list.docx", "--to", "csl-json", code=None).out)
    assert "人口販運防制" in [item["title"] for item in back]


def test_sources_without_a_key_get_one_where_the_format_needs_it(article):
    ended = article(
        "convert", "-", "--to", "bib", stdin="TY  - BOOK\nAU  - Lee, Ann\nTI  - On Traffic\nPY  - 2020\nER  - \n"
    )
    assert ended.out.startswith("@book{lee2020traffic,")
    ended = article("convert", "-", "--to", "bib", "--keys", "[auth]", stdin="%0 Book\n%A 王寬弘\n%T 書名\n")
    assert ended.out.startswith("@book{Wang,")


def test_titles_languages_and_dates_are_as_bibtexs_users_expect(filled):
    biblatex, bibtex = filled("export", "--to", "biblatex").out, filled("export", "--to", "bibtex").out
    assert "title = {Against the {AIT} and {NATO}}" in biblatex
    assert "langid = {" in biblatex
    assert "date = {2019-05}" in biblatex
    assert "journaltitle = {The Journal}" in biblatex
    assert "journal = {The Journal}" in bibtex
    assert "year = {2019}" in bibtex
    assert "month = may" in bibtex
    assert "file = {/home/x.pdf}" in bibtex
    assert "@online{c1" in biblatex
    assert "@misc{c1" in bibtex


def test_nothing_to_list_writes_nothing(article):
    for to in ("docx", "html"):
        ended = article("export", "--to", to, "-o", f"list.{to}")
        assert "no source" in ended.err
        assert not (article.folder / f"list.{to}").exists()
    article.write("broken.docx", b"PK\x03\x04 cut off")
    assert "Word document" in article("convert", "broken.docx", "--to", "bib", code=1).err
    ended = article("convert", "broken.docx", "--to", "nbib", code=2)
    assert "read but not written" in ended.err
    assert "docx" in ended.err
