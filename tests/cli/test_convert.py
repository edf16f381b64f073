"""`convert`, `export --to` and `import` with every format, as processes."""

from __future__ import annotations

import json

import pytest

from tipcite.formats import FORMATS

WRITTEN = [name for name, one in FORMATS.items() if one.write]
READ = [name for name, one in FORMATS.items() if one.read]
RIS = (
    "TY  - JOUR\nID  - wang2013\nAU  - 王寬弘\nAU  - Wang, Kuan-hung\nAU  - 美國在台協會\nTI  - 人口販運防制之研究\n"
    "JO  - 國土安全與國境管理學報\nVL  - 20\nSP  - 1\nEP  - 40\nPY  - 2013\nLA  - zh-TW\nAD  - 中央警察大學\nER  - \n"
)


def as_items(ended) -> list[dict]:
    return json.loads(ended.out)


@pytest.mark.parametrize("name", WRITTEN)
def test_there_and_back_is_the_same(seed, name):
    before = seed("export", "--to", "csl-json").out
    items = json.loads(before)
    for item in items:
        item.get("custom", {}).get("tipcite", {}).pop("provenance", None)
    seed("export", "--to", name, "-o", "out.x")
    back = as_items(seed("convert", "out.x", "--to", "csl-json", code=None))
    for item in back:
        item.get("custom", {}).get("tipcite", {}).pop("provenance", None)
    drop = {"tipcite": {}}
    assert [{k: v for k, v in item.items() if (k, v) != ("custom", drop)} for item in back] == [
        {k: v for k, v in item.items() if (k, v) != ("custom", drop)} for item in items
    ]


@pytest.mark.parametrize("to", WRITTEN)
def test_ris_into_every_format_loses_nothing(article, to):
    article.write("a.ris", RIS)
    wanted = as_items(article("convert", "a.ris", "--to", "csl-json"))
    article("convert", "a.ris", "--to", to, "-o", "b.x")
    assert as_items(article("convert", "b.x", "--to", "csl-json")) == wanted
    assert as_items(article("convert", "b.x", "--from", to, "--to", "csl-json")) == wanted
    assert wanted[0]["author"] == [
        {"family": "王", "given": "寬弘"}, {"family": "Wang", "given": "Kuan-hung"}, {"literal": "美國在台協會"},
    ]  # fmt: skip
    assert wanted[0]["custom"] == {"ris": {"AD": ["中央警察大學"]}}


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16", "utf-8-sig"])
def test_a_file_in_any_encoding(article, encoding):
    text = (
        RIS
        if encoding != "gb18030"
        else RIS.replace("國土安全與國境管理學報", "中国刑事法杂志").replace("人口販運防制之研究", "人口与社会的研究")
    )
    article.write("old.ris", text.replace("\n", "\r\n").encode(encoding))
    ended = article("convert", "old.ris", "--to", "csl-json")
    assert as_items(ended)[0]["title"] in text


def test_a_format_is_seen_from_stdin_too(article):
    ended = article("convert", "-", "--to", "ris", stdin="%0 Book\n%A 張三\n%T 書名\n")
    assert ended.out.splitlines() == ["TY  - BOOK", "AU  - 張, 三", "TI  - 書名", "ER  - "]


def test_import_reports_what_is_wrong_and_takes_the_rest(article):
    article.write("a.ris", RIS + "\nTY  - BOOK\nTI  - never ended\n\nTY  - FOO\nTI  - x\nER  - \nlost\n")
    ended = article("import", "a.ris", "--json", code=3)
    found = [(one["line"], one["severity"], one["code"]) for one in ended.json()["problems"]]
    assert (16, "warning", "missing-end") in found
    assert (19, "warning", "unknown-type") in found
    assert (22, "error", "stray-text") in found
    assert len(article.items()) == 3


def test_what_could_not_be_read_is_kept_in_a_file_to_be_mended(article):
    article.write("a.bib", "@book{a, title={A}}\n@book{b, title={B\n\n@book{c, title={C}}\n")
    ended = article("import", "a.bib", "--failed", "rest.bib", code=3)
    assert "'rest.bib'" in ended.err
    assert (article.folder / "rest.bib").read_text("utf-8") == "@book{b, title={B\n"
    article("import", "a.bib", "--failed", "none.bib", "--dry-run", "--json", code=3)
    article.write("mended.bib", (article.folder / "rest.bib").read_text("utf-8").rstrip() + "}}\n")
    article("import", "mended.bib", "--failed", "none-left.bib")
    assert not (article.folder / "none-left.bib").exists()
    assert len(article.items()) == 3


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("bomb.xml", '<!DOCTYPE x [<!ENTITY a "b">]>\n<xml><records><record>&a;</record></records></xml>', "entity"),
        ("cut.mods", "<mods", "well-formed"),
        ("bad.yaml", "references:\n  - a: [\n", "bad.yaml"),
        ("empty.ris", "nothing here\n", "no entry of RIS"),
    ],
)
def test_bad_input_gets_one_clear_line(article, name, text, said):
    article.write(name, text)
    ended = article("convert", name, "--to", "csl-json", code=None)
    assert ended.code in (1, 3)
    assert said in ended.err
    assert len(ended.err.strip().splitlines()) == 1


def test_the_help_names_every_format(article):
    for command, names in (("convert", WRITTEN), ("export", WRITTEN), ("import", READ)):
        help_text = " ".join(article(command, "--help").out.split())
        assert [name for name in names if name not in help_text] == []


def test_a_format_that_is_only_read_can_not_be_written(article):
    article.write("a.ris", RIS)
    ended = article("convert", "a.ris", "--to", "nbib", code=2)
    assert "use one of csl-json, biblatex, bibtex, ris" in ended.err
