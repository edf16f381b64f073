"""What guides and published lists print, by our styles: `vectors/STYLE.toml` maps each source's id to a style of ours.

The strings are in the shared material (`zh/vectors.json`), read where it is. A file names the style; its tables are ids
of that material with the `options` that the source wants, and `except` says which vectors do not come out and why.
"""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest

from tipcite.csl import Cite, with_options
from tipcite.model import item_from_csl
from tipcite.render import Renderer
from tipcite.resources import load_locale, load_style

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("TIPCITE_SHARED", HERE.parents[2] / "shared")) / "zh" / "vectors.json"
MAPS = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((HERE / "vectors").glob("*.toml"))}
STYLE_OF = {id_: (style, table) for style, tables in MAPS.items() for id_, table in tables.items() if id_ != "except"}
EXCEPT = {number: reason for tables in MAPS.values() for number, reason in tables.get("except", {}).items()}
VECTORS = json.loads(SHARED.read_text("utf-8"))["vectors"] if SHARED.is_file() else []


def printed(vector: dict) -> str:
    name, table = STYLE_OF[vector["style"]]
    xml = with_options(load_style(name), table.get("options", {}))
    item = item_from_csl(vector["item"])
    renderer = Renderer(xml, [item], load_locale=load_locale)
    if vector["kind"] == "bib":
        return renderer.references().rstrip("\n")
    cite = Cite(key=item.key, locator=str(vector.get("locator") or ""), composite=vector["kind"] == "cite-narrative")
    if vector["kind"] == "note-subsequent":
        # Another work between, else the note would say 同前註.
        other = item_from_csl({"id": "other", "type": "book", "title": "他書", "language": "zh-TW"})
        renderer = Renderer(xml, [item, other], load_locale=load_locale)
        renderer.cite([cite], note_index=1)
        renderer.cite([Cite(key="other")], note_index=2)
        return renderer.cite([cite], note_index=3)
    return renderer.cite([cite], note_index=1 if vector["kind"] == "note" else 0)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['n']}-{vector['style']}")
def test_a_source_s_own_string_comes_out(vector):
    if vector["style"] not in STYLE_OF:
        pytest.skip("no style of ours for this source")
    reason = EXCEPT.get(str(vector["n"]))
    if reason:
        assert printed(vector) != vector["expected"], "it comes out after all: take it off the list"
        pytest.skip(reason)
    assert printed(vector) == vector["expected"]
