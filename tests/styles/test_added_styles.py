"""Styles that a user adds print their vectors: zotero-chinese's files, as `tipcite styles add` takes them.

The ids `zc:NAME` of the shared material (`zh/vectors.json`) are styles of that collection, of which none of ours is a
copy. Two thirds of its files are in `csl/zh/styles/`, named by the key `dir`; their CSL is handed on unread.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from tipcite.csl import Cite
from tipcite.model import item_from_csl
from tipcite.render import Renderer
from tipcite.resources import load_locale

SHARED: Final = Path(os.environ.get("TIPCITE_SHARED", Path(__file__).resolve().parents[3] / "shared"))
PREFIX: Final = "zc:"
EXCEPT: Final[dict[int, str]] = {}
"""Which vectors do not come out, by number, and why."""


def added_vectors() -> list[dict[str, Any]]:
    """Return the vectors of zotero-chinese's styles; none without the shared material."""
    path = SHARED / "zh" / "vectors.json"
    if not path.is_file():
        return []
    return [one for one in json.loads(path.read_text("utf-8"))["vectors"] if one["style"].startswith(PREFIX)]


VECTORS: Final = added_vectors()


@pytest.fixture(scope="module")
def added() -> dict[str, str]:
    """Return the style files that the vectors name, as far as they are there."""
    wanted = {vector["style"] for vector in VECTORS}
    return {name: csl for name, csl in named_styles() if name in wanted}


def named_styles() -> Iterator[tuple[str, str]]:
    for path in sorted((SHARED / "csl" / "zh" / "styles").glob("*.json")):
        style = json.loads(path.read_text("utf-8"))
        yield PREFIX + style["dir"], style["csl"]


def printed(csl: str, vector: dict[str, Any]) -> str:
    item = item_from_csl(vector["item"])
    renderer = Renderer(csl, [item], load_locale=load_locale)
    if vector["kind"] == "bib":
        # The vectors leave the number of an entry out.
        return re.sub(r"^\[1\] ?", "", renderer.references().rstrip("\n"))
    cite = Cite(key=item.key, locator=str(vector.get("locator") or ""), composite=vector["kind"] == "cite-narrative")
    return renderer.cite([cite], note_index=1)


def one_space(text: str) -> str:
    """Write all white space as single blanks, as in the HTML that the vectors were read from."""
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['n']}-{vector['style']}")
def test_an_added_style_prints_its_own_vectors(vector: dict[str, Any], added: dict[str, str]) -> None:
    if vector["style"] not in added:
        pytest.skip("its style file is not in the shared material")
    reason = EXCEPT.get(vector["n"])
    found = one_space(printed(added[vector["style"]], vector))
    if reason:
        assert found != vector["expected"], "it comes out after all: take it off the list"
        pytest.skip(reason)
    assert found == vector["expected"]


def test_the_exceptions_are_vectors() -> None:
    if not VECTORS:
        pytest.skip("no shared material")
    assert set(EXCEPT) <= {vector["n"] for vector in VECTORS}
