"""Every style of ours prints its items as `expected.txt` says, which was read against the guides."""

import json
import re

import pytest

from tipcite.csl import Cite, OutputFormat
from tipcite.model import item_from_csl
from tipcite.render import Order, Renderer
from tipcite.resources import load_locale, own_styles

STYLES = {style.name: style.path for style in own_styles()}


def renderer_of(path, items=None, order=Order.CHINESE_FIRST):
    items = items or [item_from_csl(one) for one in json.loads((path.parent / "items.json").read_text("utf-8"))]
    return Renderer(path.read_bytes(), items, order=order, load_locale=load_locale), items


def test_there_are_styles():
    assert {"tw-author-year", "apa-zh-tw"} <= set(STYLES)


@pytest.mark.parametrize("name", STYLES)
def test_the_list_and_the_citations_are_as_expected(name):
    renderer, items = renderer_of(STYLES[name])
    entries, cites = (STYLES[name].parent / "expected.txt").read_text("utf-8").split("\n\n")
    assert renderer.references().splitlines() == entries.splitlines()
    assert [f"{item.key}\t{renderer.cite([Cite(key=item.key)])}" for item in items] == cites.splitlines()


@pytest.mark.parametrize("name", STYLES)
def test_chinese_entries_have_full_width_punctuation_and_western_ones_none(name):
    renderer, _ = renderer_of(STYLES[name])
    chinese, western = (group.entries for group in renderer.groups())
    assert len(chinese) + len(western) == len(renderer.references().splitlines())
    for line in renderer.references().splitlines()[len(chinese) :]:
        assert not re.search("[，。：；（）、《》〈〉]", line)


@pytest.mark.parametrize("name", STYLES)
def test_html_and_markdown_say_what_the_text_says(name):
    renderer, _ = renderer_of(STYLES[name])
    html = renderer.references(to=OutputFormat.HTML)
    plain = re.sub(r"<[^>]+>", "", html).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    assert [line.strip() for line in plain.splitlines() if line.strip()] == renderer.references().splitlines()
    markdown = renderer.references(to=OutputFormat.MARKDOWN)
    for line in renderer.references().splitlines():
        assert line[:4] in markdown.replace("*", "").replace("\\", "")


@pytest.mark.parametrize("name", STYLES)
def test_an_item_with_nothing_but_a_key_renders_without_raw_values(name):
    renderer, _ = renderer_of(STYLES[name], [item_from_csl({"id": "bare", "type": "article-journal"})])
    assert "bare" not in renderer.references()
    assert "None" not in renderer.references()


def test_the_same_order_comes_out_whatever_the_order_of_input():
    path = STYLES["tw-author-year"]
    renderer, items = renderer_of(path)
    turned, _ = renderer_of(path, items[::-1])
    assert turned.references() == renderer.references()
