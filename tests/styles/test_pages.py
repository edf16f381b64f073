"""docs/styles/NAME.md shows only what the style prints: each entry and each value of an option in its tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tipcite.csl import Cite, style_options, with_options
from tipcite.model import item_from_csl
from tipcite.render import Renderer
from tipcite.resources import load_locale, load_style, own_styles, own_styles_folder

PAGES = Path(__file__).resolve().parents[2] / "docs" / "styles"
NAMES = sorted(style.name for style in own_styles())


@cache
def printed(name: str, option: str = "", value: str = "") -> str:
    """What the style prints of the common items and citations, a line each, with a value of one of its options."""
    items = [item_from_csl(one) for one in json.loads((own_styles_folder() / "items.json").read_text("utf-8"))]
    xml = load_style(name)
    renderer = Renderer(with_options(xml, {option: value}) if option else xml, items, load_locale=load_locale)
    lines = renderer.references().splitlines()
    for item in items:
        renderer.forget()
        lines.append(renderer.cite([Cite(key=item.key)]))
    renderer.forget()
    clusters = json.loads((own_styles_folder() / "cites.json").read_text("utf-8"))
    names = ("locator", "label", "prefix", "suffix", "suppress-author", "author-only", "composite")
    for number, cluster in enumerate(clusters, start=1):
        cites = [
            Cite(key=one["id"], **{key.replace("-", "_"): one[key] for key in names if key in one}) for one in cluster
        ]
        lines.append(renderer.cite(cites, note_index=number))
    return "\n".join(map(bare, lines))


def bare(text: str) -> str:
    """Leave out the page's Markdown."""
    return re.sub(r"[*\\`]|<(?=http)|(?<=[^ ])>(?=[。.\s]|$)|</?(?:sup|u)>", "", text).replace("&nbsp;", " ").strip()


def tables(name: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Each table of a page with its heading, its rows as cells, the head left out."""
    heading, rows = "", []
    for line in [*(PAGES / f"{name}.md").read_text("utf-8").splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
        elif rows:
            yield heading, rows[2:]
            rows = []
        if line.startswith("## "):
            heading = line[3:]


def is_printed(cell: str, text: str) -> bool:
    """Tell whether what a cell shows is printed, piece by piece where it leaves something out."""
    return all(bare(piece) in text for piece in re.split(r"…(?=\s|$)|^…|<br>| · ", cell))


@pytest.mark.parametrize("name", NAMES)
def test_the_page_shows_entries_that_the_style_prints(name):
    _, rows = next(tables(name))
    wrong = [row[-1] for row in rows if not is_printed(row[-1], printed(name))]
    assert wrong == []


def shown_options(name: str) -> Iterator[tuple[str, str, str]]:
    """Each value of an option that the page shows, and what the page says that it prints."""
    offered = {option.name: option.values for option in style_options(load_style(name))}
    option = ""
    for heading, rows in tables(name):
        if not heading.startswith("Options"):
            continue
        for row in rows:
            first = re.match(r"`([\w-]+)(?:=([^`]+))?`", row[0])
            if first and first[1] in offered:
                option, value = first[1], first[2] or row[1].strip("`")
            else:
                value = row[1].strip("`")
            if value in offered.get(option, ()):
                yield option, value, row[-1]


@pytest.mark.parametrize("name", NAMES)
def test_the_page_shows_what_options_change(name):
    shown = list(shown_options(name))
    wrong = [one for one in shown if not is_printed(one[2], printed(name, one[0], one[1]))]
    assert wrong == []
    page = (PAGES / f"{name}.md").read_text("utf-8")
    assert [option.name for option in style_options(load_style(name)) if f"`{option.name}" not in page] == []
