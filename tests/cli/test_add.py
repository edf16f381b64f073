"""`add` as a process: any mix of what names sources, each at its own source, nothing half done."""

import json
import os
import pty
import signal
import subprocess
import sys
import time

import pytest

from formats.documents import docx, p
from web.catalogues import BOOK, ONLY_GOOGLE
from web.fixtures import running_web, web
from web.troubles import trouble

from .conftest import Article, environ

__all__ = ["running_web", "web"]

HOGAN = "10.1080/23322705.2020.1841985"
QUICK = {
    "TIPCITE_LINKS_RETRY_DELAYS": "0.05",
    "TIPCITE_LINKS_READ_TIMEOUT": "20",
    "TIPCITE_LINKS_INTERVAL": "0.001",
    "TIPCITE_SOURCES_ARXIV_INTERVAL": "0.01",
    "TIPCITE_SOURCES_PUBMED_INTERVAL": "0.01",
}
HASTY = {"TIPCITE_LINKS_READ_TIMEOUT": "0.8"}
ALL = {
    "api.crossref.org": HOGAN,
    "api.datacite.org": "10.5555/datacite",
    "www.googleapis.com": ONLY_GOOGLE,
    "eutils.ncbi.nlm.nih.gov": "PMID:30000002",
    "pmc.ncbi.nlm.nih.gov": "PMC7000002",
    "export.arxiv.org": "arXiv:hep-th/9901001",
    "hdl.handle.net": "hdl:20.500.1/page",
}


class Adding:
    """`tipcite add` in a network that leads to the small web."""

    def __init__(self, article: Article, web) -> None:
        self.article = article
        self.options = [part for rule in web.resolve for part in ("--resolve", rule)] + ["--ca-file", web.ca_file]

    def __call__(self, *arguments: str, **how):
        return self.article("add", *arguments, *self.options, **{**QUICK, **how})


@pytest.fixture
def add(article, web) -> Adding:
    return Adding(article, web)


def titles(article: Article) -> list[str]:
    return [item["title"] for item in article.items()]


def test_everything_at_once_is_one_change(add, web):
    ended = add(
        HOGAN, BOOK, "arXiv:2101.00001", "PMID:30000001", "hdl:20.500.1/page", "1234-5679", "13", "1", "10/bk3m"
    )
    keys = ended.out.split()
    assert len(keys) == 7
    assert keys[0] == "hogan2020lgbtq"
    assert {item["id"] for item in add.article.items()} == set(keys)
    assert "a version was published: add it with 'tipcite add 10.5555/article'" in ended.err
    assert len(add.article("log").out.splitlines()) == 1
    add.article("undo")
    assert add.article.items() == []


def test_what_is_there_already_is_named_and_no_fault(add):
    add(HOGAN)
    ended = add(f"https://www.tandfonline.com/doi/full/{HOGAN}", BOOK)
    assert "hogan2020lgbtq" in ended.err
    assert len(ended.out.split()) == 1
    assert len(add.article.items()) == 2


def test_one_that_fails_is_named_and_the_others_are_added(add):
    ended = add("10.5555/unregistered", BOOK, "refs.bib", "9780306406158", code=3)
    assert titles(add.article) == ["台灣法律史概論"]
    errors = [line for line in ended.err.splitlines() if ": error: " in line]
    assert [line.split(": error: ")[0] for line in errors] == ["10.5555/unregistered", "refs.bib", "9780306406158"]


def test_when_all_fail_nothing_is_done(add):
    ended = add("10.5555/unregistered", "PMID:39999999", code=1)
    assert len([line for line in ended.err.splitlines() if ": error: " in line]) == 2
    assert add.article.items() == []
    assert len(add.article("log").out.splitlines()) == 0


def test_a_lone_failure_is_one_line(add):
    ended = add("10.5555/unregistered", code=1)
    assert ended.err.count("\n") == 1
    assert "no agency has registered the DOI '10.5555/unregistered'" in ended.err


@pytest.mark.parametrize("text", ["9780306406158", "1984", "refs.bib", "1234-5679", "", "refs"])
def test_what_names_nothing_is_wrong_usage(add, text):
    ended = add(text, code=2)
    assert ended.err.count("\n") == 1
    assert add.article.items() == []


def test_json_says_all(add):
    ended = add(HOGAN, "10.5555/unregistered", "Floods in autumn", "--json", code=3)
    said = ended.json()
    assert said["added"] == ["hogan2020lgbtq"]
    assert [(one["file"], one["severity"], one["code"]) for one in said["problems"]] == [
        ("10.5555/unregistered", "error", "not-found")
    ]
    (candidates,) = said["candidates"]
    assert candidates["what"] == "Floods in autumn"
    assert candidates["choices"][0]["item"]["DOI"] == "10.5555/place-c"
    assert add("10.5555/unregistered", "--json", code=1).json()["problems"][0]["code"] == "not-found"


def test_a_title_is_never_guessed(add):
    ended = add("Floods in autumn", code=1)
    assert ended.out == ""
    assert "Floods in autumn" in ended.err
    assert "10.5555/place-c" in ended.err
    assert "--pick N" in ended.err
    assert add.article.items() == []


def test_a_title_is_picked_by_number(add):
    add("Floods in autumn", "--pick", "1")
    assert titles(add.article) == ["Floods in autumn"]
    assert "--pick 99" in add("Floods in autumn", "--pick", "99", code=2).err
    assert "nothing was added" in add("Floods in autumn", "--pick", "0").err
    add("臺灣地區人口販運調查資料", "Floods in spring", "--pick", "1", "--pick", "1")
    assert len(add.article.items()) == 3


def on_terminal(adding: Adding, *arguments: str, typed: bytes) -> str:
    child, descriptor = pty.fork()
    if child == 0:
        os.chdir(adding.article.folder)
        environment = environ(adding.article.folder) | QUICK | {"TERM": "xterm", "NO_COLOR": "1"}
        words = [sys.executable, "-m", "tipcite", "add", *arguments, *adding.options]
        os.execve(sys.executable, words, environment)
    read, answered = b"", False
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # Linux's end of a terminal
            part = b""
        if not part:
            break
        read += part
        if b"Which one" in read and not answered:
            answered = True
            os.write(descriptor, typed)
    os.waitpid(child, 0)
    os.close(descriptor)
    return read.decode().replace("\r\n", "\n")


def test_at_a_terminal_one_is_chosen(add):
    shown = on_terminal(add, "Floods in summer", typed=b"2\n")
    assert "  1= " in shown, "what is exactly so is offered first"
    assert "n.d." in shown or "2018" in shown
    assert len(add.article.items()) == 1
    on_terminal(add, "Floods in summer", typed=b"\n")
    assert "Floods in summer" in titles(add.article)
    assert "nothing was added" in on_terminal(add, "Floods in spring", typed=b"0\n")


def test_files_go_the_way_of_import(add):
    bib = "@book{a1, title={Rivers}, author={Ann Brook}, year={2001}}\n@book{b1, title={Never closed\n"
    add.article.write("more.bib", bib)
    ended = add("more.bib", BOOK, code=3)
    assert titles(add.article)[0] == "Rivers"
    assert "more.bib:2" in ended.err
    assert len(ended.out.split()) == 2


def test_a_word_document_is_read_too(add):
    add.article.write("article.docx", docx(p("References"), p("Lee, A. (2020). On borders. Harbor Press.")))
    add("article.docx")
    assert titles(add.article) == ["On borders"]


def test_a_list_of_identifiers_on_standard_input_or_in_a_file(add):
    lines = f"# what I need\n{HOGAN}\n\n{BOOK}\nnonsense\n"
    ended = add("-", stdin=lines, code=3)
    assert len(ended.out.split()) == 2
    assert "nonsense: error:" in ended.err
    add.article.write("ids.txt", lines.replace("nonsense\n", "PMID:30000001\r\n"))
    assert len(add("ids.txt").out.split()) == 1


def test_references_on_standard_input_are_imported(add):
    item = {"id": "x", "type": "book", "title": "臺灣法", "author": [{"literal": "王泰升"}]}
    assert add("-", stdin=json.dumps(item)).out == "x\n"
    assert add("--json", "-", stdin=json.dumps({**item, "id": "y", "title": "別的"})).json()["added"] == ["y"]
    assert "only once" in add("-", "-", code=2).err


def test_fields_win_and_a_key_names_one(add):
    add(HOGAN, "--key", "h", "--tag", "law", "--volume", "10")
    (item,) = add.article.items()
    assert (item["id"], item["volume"]) == ("h", "10")
    assert "--key" in add(BOOK, "PMID:30000001", "--key", "b", code=2).err


def test_the_raw_answer_is_kept_beside_a_readable_mirror(add):
    add(HOGAN, "arXiv:2101.00001")
    folder = add.article.folder / "refs" / "answers"
    item = next(one for one in add.article.items() if one["id"] == "hogan2020lgbtq")
    told = item["custom"]["tipcite"]["provenance"]
    assert told["address"] == "https://api.crossref.org/works/10.1080%2F23322705.2020.1841985"
    assert "Roe-Sepowitz" in (folder / f"{told['raw']}.json").read_text("utf-8")
    assert len(list(folder.glob("*.xml"))) == 1
    mirror = add.article.mirrors()[0]
    assert "sequence" not in mirror
    (add.article.folder / "refs" / "library.db").unlink()
    add.article("list")
    add.article("tag", "hogan2020lgbtq", "x")
    add.article("undo")
    assert add.article.mirrors()[0] == mirror


@pytest.mark.parametrize("kind", ["503 once", "429, wait 0.2 s", "redirect"])
def test_what_passes_is_waited_for(add, kind):
    with trouble(kind, *ALL):
        ended = add(*ALL.values())
    assert len(ended.out.split()) == len(ALL), ended.err


@pytest.mark.parametrize(
    "kind", ["429, wait an hour", "500", "late", "cut", "reset", "not JSON", "a list", "page", "page as JSON", "empty"]
)
def test_no_half_filled_source_is_ever_stored(add, kind):
    with trouble(kind, *ALL):
        ended = add(*ALL.values(), code=1, **(HASTY if kind == "late" else {}))
    errors = [line for line in ended.err.splitlines() if ": error: " in line]
    assert [line.split(": error: ")[0] for line in errors] == list(ALL.values())
    assert add.article.items() == []
    assert not (add.article.folder / "refs" / "answers").exists()


def test_ctrl_c_leaves_the_library_as_it_was(add):
    words = [sys.executable, "-m", "tipcite", "add", BOOK, HOGAN, *add.options]
    with trouble("late", "api.crossref.org") as troubles:
        process = subprocess.Popen(
            words,
            cwd=add.article.folder,
            env=environ(add.article.folder) | QUICK,
            stderr=subprocess.PIPE,
        )
        while not troubles["api.crossref.org"].seen:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        error = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 130, error
    assert "Traceback" not in error
    assert add.article.items() == []


def test_asking_for_help_loads_nothing_heavy():
    code = "import sys; from tipcite.cli import add; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )
    heavy = {
        "httpx2",
        "httpcore2",
        "lxml",
        "asyncio",
        "rich",
        "rapidfuzz",
        "tipcite.fetch",
        "tipcite.lang",
        "tipcite.store",
    }
    assert not loaded & heavy
