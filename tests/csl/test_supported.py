"""docs/engine.md says only what is so: every case of its tables, and all of its Python, is run."""

from __future__ import annotations

import dataclasses
import html
import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from tipcite.csl import CITEPROC_JS, Cite, Conventions, Processor, format_inline, parse_style
from tipcite.errors import StyleError
from tipcite.model import item_from_csl

from .conftest import LOCALES, load_locale, style

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "engine.md"
CASES = tomllib.loads((ROOT / "tests" / "csl" / "supported.toml").read_text(encoding="utf-8"))
DIFFERENCES = CASES["difference"]


def each(case: dict) -> list[dict]:
    """A case for each value that it goes through, put in the place of `{}`."""
    if "each" not in case:
        return [case]
    return [
        {name: part.replace("{}", value) if isinstance(part, str) else part for name, part in case.items()}
        | {"what": f"{case['what']} {value}", "prints": prints}
        for value, prints in case["each"].items()
    ]


SUPPORTED = [one for section in CASES["section"] for case in section["case"] for one in each(case)]


def named(cases: list[dict]) -> list:
    return [pytest.param(case, id=case["what"]) for case in cases]


def body(case: dict) -> str:
    if "body" in case:
        return case["body"]
    options = f" {case['options']}" if "options" in case else ""
    layout = f"<layout>{case['layout']}</layout>"
    return f"<citation>{layout}</citation><bibliography{options}>{layout}</bibliography>"


def csl(case: dict) -> str:
    return style(case.get("head", "") + body(case), case.get("attributes", 'class="in-text"'))


def raw_items(case: dict) -> list[dict]:
    return [{"id": key, **CASES["items"][key]} for key in case.get("items", ["hogan"])]


def printed(case: dict, **options) -> list[str]:
    """What the engine prints for a case: its clusters, each in a note of its own, else its bibliography."""
    processor = Processor(
        csl(case),
        map(item_from_csl, raw_items(case)),
        load_locale=load_locale,
        short_names=case.get("short_names"),
        **options,
    )
    if "cites" in case:
        clusters = [[Cite(key=one) if isinstance(one, str) else Cite(**one) for one in row] for row in case["cites"]]
        found = [processor.cite(row, note_index=number) for number, row in enumerate(clusters, start=1)]
    else:
        found = processor.bibliography()
    return [format_inline(one.inline, case.get("to", "text")) for one in found]


@pytest.mark.parametrize("case", named(SUPPORTED))
def test_what_is_supported_prints_what_the_page_says(case):
    assert printed(case) == case["prints"]
    assert case.get("shows", "") in csl(case)


@pytest.mark.parametrize("case", named(CASES["refused"]))
def test_what_is_refused_is_refused_in_the_words_of_the_page(case):
    rest = "" if "<citation" in case["body"] else "<citation><layout/></citation>"
    with pytest.raises(StyleError) as caught:
        parse_style(style(f"\n{case['body']}{rest}"))
    assert str(caught.value) == case["says"]


@pytest.mark.parametrize("case", named(DIFFERENCES))
def test_where_citeproc_js_differs_a_convention_makes_the_engine_follow(case):
    assert printed(case) == case["prints"] != case["citeproc_js"]
    assert case.get("shows", "") in csl(case)
    if "convention" in case:
        assert getattr(CITEPROC_JS, case["convention"]) != getattr(Conventions(), case["convention"])
        assert printed(case, conventions=CITEPROC_JS) == case["citeproc_js"]


def test_every_convention_has_its_example():
    listed = {case["convention"] for case in DIFFERENCES if "convention" in case}
    assert listed == {field.name for field in dataclasses.fields(Conventions)}


def test_citeproc_js_prints_what_the_page_says_of_it():
    differential = pytest.importorskip("tests.csl.differential", reason="run as python -m pytest")
    command = differential.citeproc_js()
    if command is None:
        pytest.skip("citeproc-js is not here: TIPCITE_NODE_MODULES names no folder that has it")
    answers = differential.answers(command, jobs())
    found = [theirs(case, answer) for case, answer in zip(DIFFERENCES, answers, strict=True)]
    assert found == [case["citeproc_js"] for case in DIFFERENCES]


def jobs() -> list[dict]:
    return [
        {
            "name": case["what"],
            "csl": csl(case),
            "locales_dir": str(LOCALES),
            "input": raw_items(case),
            "citations": [
                cluster(number, row) for number, row in enumerate(case.get("cites", [case["items"]]), start=1)
            ],
        }
        for case in DIFFERENCES
    ]


def cluster(number: int, row: list) -> dict:
    cites = [{"key": one} if isinstance(one, str) else dict(one) for one in row]
    mode = {"mode": "composite"} if any(cite.pop("composite", False) for cite in cites) else {}
    found = [{"id": cite.pop("key"), **cite} for cite in cites]
    return {"citationID": f"c{number}", "citationItems": found, "properties": {"noteIndex": 0, **mode}}


def theirs(case: dict, answer: dict) -> list[str]:
    """Their HTML without the element of the entry, and as text where the case is text."""
    found = answer["citations"] if "cites" in case else answer["bibliography"]
    found = [re.sub(r'^\s*<div class="csl-entry">(.*)</div>\s*$', r"\1", text, flags=re.DOTALL) for text in found]
    if case.get("to") == "html":
        return found
    return [html.unescape(re.sub(r"<[^>]*>", "", text)).replace("\u00a0 ", "  ") for text in found]


def test_the_page_is_what_the_engine_does_now():
    spec = importlib.util.spec_from_file_location("engine_page", ROOT / "tools" / "engine_page.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    page = PAGE.read_text(encoding="utf-8")
    assert tool.engine_page(page) == page
