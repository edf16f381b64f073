"""Every command, by what a user sees of it."""

import json
import os
import subprocess

import pytest


def test_help_names_every_command_with_the_line_of_its_own_help():
    import click

    from tipcite.cli.program import SECTIONS, cli

    context = click.Context(cli)
    for rows in SECTIONS.values():
        for name, row in rows.items():
            command = cli.get_command(context, name)
            assert command.help, name
            assert "\\b" not in command.help, name
            assert row.summary[0].isupper()
            assert row.summary.endswith(".")


def test_version(article):
    assert article("--version").out.startswith("tipcite 0.")


def test_init_keeps_what_is_there(seed):
    listed = seed("list").out
    seed.write("tipcite.toml", '[format]\nstyle = "apa-zh-tw"\n')
    seed("init")
    assert seed("list").out == listed
    assert "apa-zh-tw" in (seed.folder / "tipcite.toml").read_text()
    assert "美國在台協會（2021）。" in seed("format").out


def test_a_command_works_in_a_folder_below(seed):
    below = seed.folder / "chapters" / "one"
    below.mkdir(parents=True)
    inner = type(seed)(below)
    assert inner("list").out == seed("list").out
    assert type(seed)(seed.folder.parent)("-C", "article", "list").out == seed("list").out
    assert type(seed)(seed.folder.parent)("list", "-C", "article").out == seed("list").out


def test_list_is_tab_separated_when_piped_and_csl_json_with_json(seed):
    rows = [line.split("\t") for line in seed("list").out.splitlines()]
    assert [row[:2] for row in rows] == [
        ["beijing2020sitan", "2020"],
        ["hogan2020lgbtq", "2020"],
        ["meiguo2021renkou", "2021"],
    ]
    assert {item["id"] for item in seed("list", "--json").json()} == {row[0] for row in rows}


def test_list_is_narrowed_by_words_type_year_and_tag(seed):
    seed("tag", "hogan2020lgbtq", "victims")
    assert seed("list", "tag:victims").out.startswith("hogan")
    assert seed("list", "type:report").out.startswith("meiguo")
    assert len(seed("list", "year:2020").out.splitlines()) == 2
    assert seed("list", "lgbtq", "year:2021").out == ""


@pytest.mark.parametrize("word", ["人口", "販運", "人口販運問題報告", "贩运", "在台", "販"])
def test_a_chinese_word_is_found(seed, word):
    assert seed("search", word).out.split("\t")[0] == "meiguo2021renkou"


@pytest.mark.parametrize("word", ["trafficking", "Traffick", "hogan", "LGBTQ", "Roe-Sepowitz", "sex vulnerability"])
def test_a_western_word_is_found(seed, word):
    assert seed("search", *word.split()).out.split("\t")[0] == "hogan2020lgbtq"


def test_what_is_nowhere_is_not_found(seed):
    ended = seed("search", "口人")
    assert ended.out == ""
    assert "口人" in ended.err


def test_search_takes_signs_that_mean_something_to_the_database(seed):
    for text in ['"', "'", "*", "a OR", "NEAR(", "title:x", "%", "100%", "-x"]:
        seed("search", "--", text)


def test_show_prints_fields_tags_and_notes(seed):
    seed("tag", "meiguo2021renkou", "官方")
    seed("note", "meiguo2021renkou", "第三章引用")
    shown = seed("show", "meiguo2021renkou").out
    for text in ("report", "美國在台協會", "人口販運問題報告", "2021-07-02", "官方", "第三章引用"):
        assert text in shown


def test_set_reads_names_and_dates_as_people_write_them(seed):
    seed("set", "meiguo2021renkou", "author=王寬弘、柯雨瑞", "accessed=2021年7月3日", "year=2022")
    (item,) = (item for item in seed.items() if item["id"] == "meiguo2021renkou")
    assert item["author"] == [{"family": "王", "given": "寬弘"}, {"family": "柯", "given": "雨瑞"}]
    assert item["accessed"] == {"date-parts": [[2021, 7, 3]]}
    assert item["issued"] == {"date-parts": [[2022]]}
    seed("set", "hogan2020lgbtq", "author=Hogan, Kimberly A.; {World Bank}; Dominique Roe-Sepowitz")
    (item,) = (item for item in seed.items() if item["id"] == "hogan2020lgbtq")
    assert item["author"] == [
        {"family": "Hogan", "given": "Kimberly A."},
        {"literal": "World Bank"},
        {"family": "Roe-Sepowitz", "given": "Dominique"},
    ]


def test_edit_stores_what_the_editor_saved(seed):
    seed("edit", "meiguo2021renkou", EDITOR="sed -i s/人口販運問題報告/人權報告/")
    assert "人權報告" in seed("list").out


def test_edit_that_changes_nothing_is_no_change(seed):
    seed("edit", "meiguo2021renkou", EDITOR="true")
    assert not any(entry["command"].startswith("edit") for entry in seed("log", "--json").json())


def test_a_text_that_is_no_json_is_kept(seed):
    before = seed.mirrors()
    ended = seed("edit", "meiguo2021renkou", code=1, EDITOR="sed -i s/{/(/")
    path = ended.err.split("tipcite: ")[1].split(":")[0]
    assert os.path.exists(path)
    os.unlink(path)
    assert seed.mirrors() == before


def test_edit_without_an_editor_says_what_to_do(seed):
    assert "EDITOR" in seed("edit", "meiguo2021renkou", code=1).err


def test_rename_refuses_a_key_that_is_taken(seed):
    assert "hogan2020lgbtq" in seed("rename", "meiguo2021renkou", "hogan2020lgbtq", code=1).err
    seed("rename", "meiguo2021renkou", "ait2021")
    assert seed("cite", "ait2021").out == "（美國在台協會，2021）\n"


def test_tags_are_added_listed_and_removed(seed):
    seed("tag", "hogan2020lgbtq", "+b", "a")
    assert seed("tag", "hogan2020lgbtq").out == "a\nb\n"
    seed("tag", "hogan2020lgbtq", "-a")
    assert seed("tag", "hogan2020lgbtq").out == "b\n"
    assert "'zzz'" in seed("tag", "hogan2020lgbtq", "-zzz", code=2).err


def test_a_tag_is_removed_whatever_letter_it_begins_with(seed):
    seed("tag", "hogan2020lgbtq", "victims", "quiet", "Chinese", "q")
    seed("tag", "hogan2020lgbtq", "-victims", "-quiet", "-Chinese")
    assert seed("tag", "hogan2020lgbtq").out == "q\n"
    assert seed("tag", "-q", "hogan2020lgbtq", "+a  b\n").err == ""
    seed("tag", "hogan2020lgbtq", "--", "-q")
    assert seed("tag", "hogan2020lgbtq").out == "a b\n"
    assert "--victims" in seed("tag", "hogan2020lgbtq", "--victims", code=2).err


def test_notes_are_added_listed_and_removed(seed):
    seed("note", "hogan2020lgbtq", "one")
    seed("note", "hogan2020lgbtq", "two")
    seed("note", "hogan2020lgbtq", "--remove", "1")
    assert seed("note", "hogan2020lgbtq").out == "1. two\n"
    assert seed("note", "hogan2020lgbtq", "--remove", "5", code=2).err


def test_notes_and_tags_are_not_printed_in_the_list(seed):
    listed = seed("format").out
    seed("note", "hogan2020lgbtq", "SECRET")
    seed("tag", "hogan2020lgbtq", "SECRET")
    assert seed("format").out == listed


def test_rm_dry_run_changes_nothing(seed):
    before = seed.mirrors()
    seed("rm", "-n", "hogan2020lgbtq")
    assert seed.mirrors() == before


def test_import_dry_run_names_the_keys_and_changes_nothing(article):
    article.write("a.bib", "@book{kept, title={A}}\n@book{, title={On Law}, author={Ann Smith}, year={2001}}")
    ended = article("import", "-n", "a.bib", code=None)
    assert "kept" in ended.out
    assert article.items() == []


def test_json_from_standard_input_is_added(article):
    item = {"id": "x", "type": "book", "title": "臺灣法", "author": [{"literal": "王泰升"}]}
    assert article("add", "-", stdin=json.dumps(item)).out == "x\n"


def test_added_fields_get_a_type_a_language_and_a_key(article):
    key = article(
        "add", "--author", "王泰升", "--title", "台灣法律史概論", "--issued", "2001", "--publisher", "元照"
    ).out
    assert key == "wang2001taiwan\n"
    (item,) = article.items()
    assert (item["type"], item["language"]) == ("book", "zh-Hant")


def test_an_option_for_names_may_be_repeated(article):
    article("add", "--title", "T", "--author", "Roe, Ann", "--author", "{世界銀行}")
    (item,) = article.items()
    assert item["author"] == [{"family": "Roe", "given": "Ann"}, {"literal": "世界銀行"}]


def test_adding_nothing_says_what_could_be_added(article):
    assert "--edit" in article("add", code=2).err


def test_cite_puts_several_sources_into_one_citation(seed):
    cited = seed("cite", "hogan2020lgbtq", "meiguo2021renkou").out.strip()
    assert "Hogan & Roe-Sepowitz, 2020" in cited
    assert "美國在台協會，2021" in cited
    assert len(seed("cite", "--separate", "hogan2020lgbtq", "meiguo2021renkou").out.splitlines()) == 2


def test_cite_with_a_page(seed):
    assert seed("cite", "meiguo2021renkou", "--locator", "21").out == "（美國在台協會，2021：21）\n"
    assert seed("cite", "hogan2020lgbtq", "-l", "5", "-s", "apa-zh-tw").out == "(Hogan & Roe-Sepowitz, 2020, p. 5)\n"


def test_format_prints_only_the_sources_named(seed):
    assert len(seed("format", "hogan2020lgbtq").out.splitlines()) == 1


def test_the_html_page_stands_alone(seed):
    page = seed("format", "--to", "html", "--standalone", "--headings").out
    assert page.lower().startswith("<!doctype html>")
    assert 'lang="zh' in page
    assert "csl-entry" in page
    assert 'href="https://www.ait.org.tw/' in page


def test_export_is_what_convert_and_import_read(seed, article):
    seed("export", "--to", "bib", "-o", "out.bib")
    article.write("out.bib", (seed.folder / "out.bib").read_text("utf-8"))
    article("import", "out.bib", code=None)
    assert article("format").out == seed("format").out
    exported = seed("export").json()
    assert exported == seed("list", "--json").json()


def test_convert_and_parse_need_no_library(tmp_path):
    from .conftest import Article

    here = Article(tmp_path)
    here.write("a.bib", "@article{a, title={A}, author={王寬弘}, journal={J}, year=2013}")
    (item,) = here("convert", "a.bib", "--to", "csl-json").json()
    assert item["author"] == [{"family": "王", "given": "寬弘"}]
    (item,) = here("convert", "-", "--from", "bibtex", "--to", "csl-json", stdin="@book{b, title={B}}").json()
    assert item["title"] == "B"
    answer = here(
        "parse", "-", "--json", stdin="王寬弘，2013，〈人口販運〉，《國土安全》，20：1-40。\n", code=None
    ).json()
    (reference,) = answer
    assert reference["item"]["title"] == "人口販運"


def test_parse_prints_one_object_a_reference(article):
    text = "參考文獻\n1. 王寬弘，2013，〈人口販運〉，《國土安全》，20：1-40，附光碟一片。\n2. ？？？\n"
    ended = article("parse", "-", "--json", stdin=text, code=3)
    read, failed = ended.json()
    assert list(read) == ["raw", "item", "spans", "confidence", "problems"]
    spans = {field: read["raw"][slice(*span)] for field, span in read["spans"].items()}
    assert spans["title"] == "人口販運"
    assert spans["container-title"] == "《國土安全》"
    assert read["confidence"]["title"] == "certain"
    assert read["item"]["note"] == "附光碟一片"
    assert [problem["code"] for problem in read["problems"]] == ["left-over"]
    assert failed["item"] is None
    assert failed["raw"] == "？？？"
    assert [(problem["line"], problem["severity"]) for problem in failed["problems"]] == [(3, "error")]
    assert "heading" in ended.err


def test_styles_list_names_our_own(seed):
    names = [line.split("\t")[0] for line in seed("styles", "list").out.splitlines()]
    assert {"apa-zh-tw", "tw-author-year"} <= set(names)
    assert seed("styles", "list", "--json").json()[0]["name"] in names


def test_status_says_what_is_there(seed):
    status = seed("status", "--json").json()
    assert status["items"] == 3
    assert status["references"] == "current"


def test_quiet_prints_results_only(article):
    article.write("a.bib", "@book{a, title={A}, author={Ann A}, year={2001}}")
    assert article("import", "-q", "a.bib").err == ""


def test_quiet_still_says_what_makes_the_exit_code(article):
    article.write("a.bib", "@book{a, title={A}}\n@book{b, title={never closed}\n")
    ended = article("import", "-q", "a.bib", code=3)
    assert "error:" in ended.err
    assert "imported" not in ended.err


def test_verbose_names_the_library(seed):
    assert f"library: {seed.folder}" in seed("list", "-v").err


def test_init_makes_the_library_in_the_folder_that_is_named(article):
    (article.folder / "sub").mkdir()
    article("init", "-C", "sub", "paper")
    assert (article.folder / "sub" / "paper" / "refs" / "references.json").is_file()


def test_a_key_that_changes_at_import_is_told(seed):
    seed.write("a.bib", "@book{hogan2020lgbtq, title={Other}, author={Ann A}, year={2001}}")
    ended = seed("import", "a.bib", code=3)
    assert ended.out == "hogan2020lgbtqa\n"
    assert "a.bib:1: warning: the key 'hogan2020lgbtq'" in ended.err


def test_a_key_that_can_not_stand_on_a_line_is_made_anew(article):
    items = [{"id": key, "type": "book", "title": "On Law"} for key in ("a\nb", "\x1b[31m")]
    items[1]["title"] = "On Order"
    article.write("a.json", json.dumps(items))
    assert article("import", "a.json", code=3).out == "lawnd\norder" + "nd\n"


def test_a_source_that_stands_twice_in_a_file_is_taken_once(article):
    line = "王寬弘，2013，〈人口販運〉，《國土安全》，20：1-40。\n"
    article.write("twice.txt", line * 2)
    ended = article("import", "twice.txt")
    assert "twice.txt:2: note: this source stands in what is imported already" in ended.err
    assert len(article.items()) == 1


def test_status_says_what_to_do_with_a_mirror_that_was_changed(seed):
    path = seed.folder / "refs" / "references.json"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert "'tipcite sync'" in seed("status").err


def test_the_history_names_what_was_called(seed):
    seed("set", "hogan2020lgbtq", "title=Two words")
    assert seed("log", "--json").json()[0]["command"] == "set hogan2020lgbtq 'title=Two words'"
    seed("add", "--type", "book", "--title", "臺灣法", "--issued", "2001")
    assert seed("log", "--json").json()[0]["command"] == "add --type=book --title=臺灣法 --issued=2001"


def test_no_colour_when_piped_and_colour_when_forced(seed):
    assert "\x1b" not in seed("show", "hogan2020lgbtq").out
    assert "\x1b" in seed("show", "hogan2020lgbtq", FORCE_COLOR="1").out
    assert "\x1b" not in seed("show", "hogan2020lgbtq", FORCE_COLOR="1", NO_COLOR="1").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_is_printed(seed, shell):
    assert "_TIPCITE_COMPLETE" in seed("completion", shell).out


def test_the_shell_completes_keys(seed):
    import sys

    from .conftest import environ

    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[0]='tipcite'; from tipcite.cli.main import main; main()"],
        cwd=seed.folder, capture_output=True, check=False,
        env=environ(seed.folder) | {
            "_TIPCITE_COMPLETE": "bash_complete", "COMP_WORDS": "tipcite show ho", "COMP_CWORD": "2",
        },
    )  # fmt: skip
    assert b"hogan2020lgbtq" in done.stdout, done


def test_the_shell_shows_a_chinese_description_on_one_line(seed):
    import sys

    from .conftest import environ

    seed("set", "meiguo2021renkou", "title=人口\n販運")
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.argv[0]='tipcite'; from tipcite.cli.main import main; main()"],
        cwd=seed.folder, capture_output=True, check=False,
        env=environ(seed.folder) | {
            "_TIPCITE_COMPLETE": "zsh_complete", "COMP_WORDS": "tipcite show mei", "COMP_CWORD": "2",
        },
    )  # fmt: skip
    assert done.stdout.decode().splitlines() == ["plain", "meiguo2021renkou", "美國在台協會 2021 人口 販運"]


def test_settings_go_from_flag_to_environment_to_file(seed):
    seed.write("tipcite.toml", '[format]\norder = "western-first"\n')
    assert seed("format").out.startswith("Hogan")
    assert seed("format", TIPCITE_FORMAT_ORDER="chinese-first").out.startswith("北京")
    assert seed("format", "--order", "western-first", TIPCITE_FORMAT_ORDER="chinese-first").out.startswith("Hogan")
