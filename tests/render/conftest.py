"""A small library in two languages, and styles as little as they can be."""

from __future__ import annotations

import pytest

from tipcite.model import item_from_csl
from tipcite.render import Renderer
from tipcite.resources import load_locale, load_style

SOURCES = (
    {
        "id": "wang", "type": "book", "language": "zh-TW", "author": [{"family": "王", "given": "泰升"}],
        "title": "台灣法律史概論", "issued": {"date-parts": [[2001]]}, "publisher": "元照",
        "URL": "https://example.org/書?a=1&b=2",
    },
    {
        "id": "yu", "type": "article-journal", "language": "zh-CN", "author": [{"family": "于", "given": "潇"}],
        "title": "论“中国”模式", "container-title": "清华大学学报", "issued": {"date-parts": [[2012]]},
    },
    {
        "id": "lee", "type": "article-journal", "language": "en-GB", "author": [{"family": "Lee", "given": "Mei"}],
        "title": "50% of A & B_C", "container-title": "Law & Order", "volume": "4", "issued": {"date-parts": [[2018]]},
        "DOI": "10.1000/a_b",
    },
)  # fmt: skip
NUMBERED = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="zh-TW">
<info><title>n</title><id>n</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="citation-number"/></layout></citation>
<bibliography second-field-align="flush"><layout>
<text variable="citation-number" prefix="[" suffix="]"/><text variable="title"/></layout></bibliography></style>"""


@pytest.fixture
def renderer():
    def make(style: str | bytes | None = None, *, only: str = "wang yu lee", **options) -> Renderer:
        chosen = [item_from_csl(source) for source in SOURCES if source["id"] in only.split()]
        return Renderer(style or load_style("apa-zh-tw"), chosen, load_locale=load_locale, **options)

    return make
