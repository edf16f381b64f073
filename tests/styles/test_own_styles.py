"""Every style of ours prints the common items as its `expected.txt` says, which was read against the guides."""

import json
import re

import pytest

from tipcite.csl import Cite, OutputFormat, parse_style, style_options, with_options
from tipcite.model import item_from_csl
from tipcite.render import Renderer
from tipcite.resources import load_locale, own_styles, own_styles_folder

STYLES = {style.name: style.path for style in own_styles()}
ITEMS = [item_from_csl(one) for one in json.loads((own_styles_folder() / "items.json").read_text("utf-8"))]
CITES = ("locator", "label", "prefix", "suffix", "suppress-author")
CLUSTERS = [
    [Cite(key=one["id"], **{name.replace("-", "_"): one[name] for name in CITES if name in one}) for one in cluster]
    for cluster in json.loads((own_styles_folder() / "cites.json").read_text("utf-8"))
]
SHOWN = 8


def sorts_its_list(xml):
    bibliography = parse_style(xml).bibliography
    return bibliography is not None and bool(bibliography.keys)


def renderer_of(xml, items=ITEMS):
    return Renderer(xml, items, load_locale=load_locale)


def printed(xml, to=OutputFormat.TEXT):
    """The list, a citation of each item alone, and one document of clusters."""
    document = renderer_of(xml)
    alone = [f"{item.key}\t{cited_alone(document, item.key, to)}" for item in ITEMS]
    document.forget()
    return (
        [line for line in document.references(to=to).splitlines() if line],
        alone,
        [document.cite(cluster, note_index=number, to=to) for number, cluster in enumerate(CLUSTERS, start=1)],
    )


def cited_alone(document, key, to):
    document.forget()
    return document.cite([Cite(key=key)], to=to)


@pytest.fixture(scope="module", params=STYLES, ids=str)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def xml(name):
    return STYLES[name].read_bytes()


def test_there_are_styles():
    assert {"tw-author-year", "apa-zh-tw"} <= set(STYLES)


def test_the_list_and_the_citations_are_as_expected(name, xml):
    sections = (STYLES[name].parent / "expected.txt").read_text("utf-8").split("\n\n")
    assert [lines.splitlines() for lines in sections] == list(printed(xml))


def test_every_value_of_every_option_changes_what_options_txt_says(name, xml):
    if not style_options(xml):
        pytest.skip("offers no options")
    markdown = OutputFormat.MARKDOWN
    usual = {line for section in printed(xml, markdown) for line in section}
    found = []
    for option in style_options(xml):
        for value in option.values[1:]:
            lines = [line for section in printed(with_options(xml, {option.name: value}), markdown) for line in section]
            found.append("\n".join([f"# {option.name}={value}", *[one for one in lines if one not in usual][:SHOWN]]))
    assert found == (STYLES[name].parent / "options.txt").read_text("utf-8").rstrip("\n").split("\n\n")
    assert all("\n" in block for block in found)


def test_western_entries_have_no_full_width_punctuation(name, xml):
    if name.startswith("gb-t-7714-2025"):
        pytest.skip("GB/T 7714—2025 writes full-width punctuation in both languages")
    western = [item for item in ITEMS if item.language in ("en", "es", "nl")]
    assert not [
        line
        for line in renderer_of(xml, western).references().splitlines()
        if re.search("[，。：；（）《》〈〉]", line)
    ]


def test_html_and_markdown_say_what_the_text_says(xml):
    renderer = renderer_of(xml)
    html = renderer.references(to=OutputFormat.HTML)
    plain = re.sub(r"<[^>]+>", "", html).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    text = re.sub(r"\s+", "", renderer.references())
    assert re.sub(r"\s+", "", plain) == text
    markdown = renderer.references(to=OutputFormat.MARKDOWN)
    for line in renderer.references().splitlines():
        assert line[:4] in markdown.replace("*", "").replace("\\", "")


def test_an_item_with_nothing_but_a_key_renders_without_raw_values(xml):
    renderer = renderer_of(xml, [item_from_csl({"id": "bare", "type": "article-journal"})])
    assert "bare" not in renderer.references()
    assert "None" not in renderer.references()


def test_the_same_order_comes_out_whatever_the_order_of_input(xml):
    if not sorts_its_list(xml):
        pytest.skip("lists sources as they were cited")
    assert renderer_of(xml, ITEMS[::-1]).references() == renderer_of(xml).references()
