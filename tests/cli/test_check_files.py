"""`check FILE`: without a library, whatever the file is."""

import io
import json

import docx
import pytest

from web.fixtures import running_web, web

from .conftest import Article

__all__ = ["running_web", "web"]


@pytest.fixture
def folder(tmp_path, web) -> Article:
    """A folder without a library whose network leads to the small web, by settings."""
    here = Article(tmp_path)
    here.write("tipcite.toml", f'[links]\nca-file = "{web.ca_file}"\nresolve = "{" ".join(web.resolve)}"\n')
    return here


def word(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.md", "\n[x](http://good.test/utf8)\n", 2),
        ("a.tex", "% http://good.test/no\n\\url{http://good.test/utf8}\n", 2),
        ("a.html", "<p>\n<a href='http://good.test/utf8'>x</a>", 2),
        ("a.txt", "http://good.test/utf8\n", 1),
        ("論文.txt", "參見臺灣的報告（http://good.test/utf8）。我們認為這個問題很重要".encode("big5"), 1),
        ("a.bib", "\n@online{k, title={人口販運問題報告}, url={http://good.test/utf8}}\n", 2),
        ("a.json", '[\n{"id": "k", "type": "webpage", "URL": "http://good.test/utf8"}]', 2),
        ("a.docx", word("見http://good.test/utf8。"), 0),
    ],
    ids=["markdown", "latex", "html", "text", "big5", "bib", "csl-json", "word"],
)
def test_every_kind_of_file_is_checked(folder, name, content, line):
    folder.write(name, content)
    (found,) = folder("check", name, "--json").json()
    assert (found["url"], found["verdict"], found["status"]) == ("http://good.test/utf8", "ok", 200)
    assert [(place["file"], place["line"]) for place in found["places"]] == [(name, line)]
    assert not (folder.folder / "refs").exists()


def test_json_names_dois_keys_and_what_was_seen(folder):
    folder.write("a.bib", "@article{k, title={x}, doi={10.5555/unregistered}}\n")
    (found,) = folder("check", "a.bib", "--json", code=3).json()
    assert (found["doi"], found["verdict"], found["why"], found["key"]) == (
        "10.5555/unregistered", "dead", "doi_unregistered", "k",
    )  # fmt: skip
    assert "url" not in found
    assert {"flags", "final_url"} <= set(found)


def test_stdin_is_told_by_its_content_or_by_from(folder):
    assert [one["url"] for one in folder("check", "-", "--json", stdin="見http://good.test/utf8。").json()] == [
        "http://good.test/utf8"
    ]
    code = "`http://good.test/no` http://good.test/utf8"
    assert len(folder("check", "-", "--from", "markdown", "--json", stdin=code).json()) == 1


def test_a_link_in_several_files_is_asked_for_once(folder, web):
    folder.write("a.md", "http://good.test/utf8")
    folder.write("b.tex", "\n\\url{http://good.test/utf8}")
    (found,) = folder("check", "a.md", "b.tex", "--json").json()
    assert [(place["file"], place["line"]) for place in found["places"]] == [("a.md", 1), ("b.tex", 2)]
    assert web.record.paths["good.test", "/utf8"] == 1


def test_text_groups_by_verdict_and_says_where_and_why(folder):
    folder.write("a.md", "http://good.test/utf8\n\nhttp://good.test/gone-away\n")
    ended = folder("check", "a.md", code=3)
    assert ended.out.startswith("dead:")
    assert "404, not found (http_404)" in ended.out
    assert "in a.md:3:1" in ended.out
    assert ended.out.index("ok:") > ended.out.index("dead:")
    assert "2 links: 1 dead, 1 ok" in ended.err


def test_offline_nobody_is_asked_and_what_is_written_wrongly_is_named(folder, web):
    folder.write(
        "a.bib",
        "@online{a, url={htp:/x}}\n@online{b, url={http://good.test/gone}}\n@article{c, doi={10.abc}}\n"
        "@online{d, url={ftp://x.org/}}\n@online{e, url={http://169.254.169.254/}}\n@online{f, url={http://a.b:99999/}}",
    )
    found = {one["key"]: one["why"] for one in folder("check", "a.bib", "--offline", "--json", code=3).json()}
    assert found == {
        "a": "syntax", "b": None, "c": "syntax", "d": "scheme", "e": "forbidden_address", "f": "syntax",
    }  # fmt: skip
    assert not web.record.paths


def test_several_reports_are_written_at_once(folder):
    folder.write("a.md", "http://good.test/gone-away\n")
    reports = {
        "json": "r.json",
        "junit": "r.xml",
        "sarif": "r.sarif",
        "html": "r.html",
        "markdown": "r.md",
        "github": "r.gh",
    }
    options = [part for name, file in reports.items() for part in ("--report", f"{name}:{file}")]
    ended = folder("check", "a.md", *options, code=3)
    assert ended.out.startswith("dead:")
    texts = {name: (folder.folder / file).read_text("utf-8") for name, file in reports.items()}
    assert all("http://good.test/gone-away" in text for text in texts.values())
    assert folder("check", "a.md", "--report", "github", code=3).out.startswith("::error file=a.md,line=1,col=1,")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["missing.bib"], 1, "missing.bib"),
        (["a.md", "some2020key"], 2, "some2020key"),
        (["a.md", "--record"], 2, "library"),
        (["a.md", "--from", "pdf"], 2, "pdf"),
        (["--from", "markdown"], 2, "--from"),
        (["a.md", "--report", "pdf"], 2, "pdf"),
        (["a.md", "--report", "json", "--json"], 0, ""),
        (["a.md", "--report", "json", "--report", "html"], 2, "stdout"),
        (["a.md", "--report", "summary"], 2, "summary:FILE"),
        (["a.md", "--report", "json:no/such/folder/x"], 1, "no/such"),
        (["a.md", "--fail-on", "ded"], 2, "ded"),
        (["a.md", "--shard", "3/2"], 2, "3/2"),
        (["a.md", "--max-time", "soon"], 2, "soon"),
        (["a.md", "--base", "main"], 1, "git"),
        (["--ci", "--record"], 2, "--ci"),
        (["merge"], 2, "FILE"),
        (["merge", "a.md"], 1, "a.md"),
        (["."], 1, "folder"),
        ([], 1, "no library"),
    ],
)
def test_wrong_calls_get_one_line(folder, arguments, code, says):
    folder.write("a.md", "http://good.test/utf8")
    (folder.folder / "tipcite.toml").rename(folder.folder / "moved.toml") if not arguments else None
    settings = (folder.folder / "tipcite.toml").exists()
    ended = folder("check", *arguments, code=code)
    assert settings == bool(arguments)
    assert says in ended.err
    if code:
        assert len(ended.err.strip().splitlines()) == 1
        assert ended.out == ""


def test_a_waiver_without_its_day_is_named_with_its_line(folder):
    path = folder.folder / "tipcite.toml"
    path.write_text(path.read_text() + '\n[[links.waivers]]\npattern = "x"\nreason = "y"\n')
    folder.write("a.md", "http://good.test/utf8")
    ended = folder("check", "a.md", code=2)
    assert "tipcite.toml:5: a waiver needs the day on which it expires" in ended.err


def test_waived_links_pass_until_their_day(folder):
    path = folder.folder / "tipcite.toml"
    table = '[[links.waivers]]\npattern = "http://good.test/*"\nverdicts = ["dead"]\nreason = "舊站"\n'
    table += "expires = 2026-12-01\n"
    path.write_text(f"{path.read_text()}\n{table}", encoding="utf-8")
    folder.write("a.md", "http://good.test/gone-away")
    (found,) = folder("check", "a.md", "--json", "--today", "2026-12-01").json()
    assert found["waiver"]["reason"] == "舊站"
    ended = folder("check", "a.md", "--today", "2026-12-02", code=3)
    assert "tipcite.toml:5: error: the waiver for http://good.test/* expired on 2026-12-01" in ended.out


def test_the_json_report_is_one_array_even_when_nothing_is_found(folder):
    folder.write("a.md", "no links")
    assert json.loads(folder("check", "a.md", "--json").out) == []
