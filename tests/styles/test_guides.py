"""What guides print as examples: `guides/ID.json`, one file for each source of `vectors/*.toml`, read from the guide.

An example is a short quotation with its `source`: `style` (the id that the map leads to a style of ours and its
options), `kind` (bib, note, note-ibid, note-subsequent, cite, cite-narrative), `item` (CSL-JSON), `locator`, and
`expected`. `first` is the locator of the first note on the work, where `note-ibid` follows it. `except` says why an
example does not come out.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_vectors import STYLE_OF, printed

from tipcite.csl import Cite, with_options
from tipcite.model import item_from_csl
from tipcite.render import Renderer
from tipcite.resources import load_locale, load_style

GUIDES = sorted((Path(__file__).resolve().parent / "guides").glob("*.json"))
EXAMPLES = [example for path in GUIDES for example in json.loads(path.read_text("utf-8"))]


def shown(example: dict) -> str:
    if example["kind"] != "note-ibid":
        return printed(example)
    name, table = STYLE_OF[example["style"]]
    item = item_from_csl(example["item"])
    renderer = Renderer(with_options(load_style(name), table.get("options", {})), [item], load_locale=load_locale)
    renderer.cite([Cite(key=item.key, locator=example["first"])], note_index=1)
    return renderer.cite([Cite(key=item.key, locator=example["locator"])], note_index=2)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["item"]["id"])
def test_a_guide_s_own_example_comes_out(example):
    if "except" in example:
        assert shown(example) != example["expected"], "it comes out after all: take it off the list"
        pytest.skip(example["except"])
    assert shown(example) == example["expected"]


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.stem)
def test_a_file_holds_the_examples_of_one_source(path):
    examples = json.loads(path.read_text("utf-8"))
    assert {example["style"] for example in examples} == {path.stem}
    assert all(example["source"] for example in examples)
