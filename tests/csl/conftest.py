"""What the engine's tests share: the locale files, and a short way to write a style."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import citeproc
import pytest

from tipcite.csl import Cite, Processor, write_text
from tipcite.model import Item, item_from_csl

LOCALES = Path(citeproc.__file__).parent / "data" / "locales"
HEAD = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" {attributes}>'
    "<info><title>T</title><id>t</id><updated>2026-01-01T00:00:00Z</updated></info>"
)


def load_locale(tag: str) -> bytes:
    return (LOCALES / f"locales-{tag}.xml").read_bytes()


def style(body: str, attributes: str = 'class="in-text"') -> str:
    return HEAD.format(attributes=attributes) + body + "</style>"


def list_style(layout: str, *, macros: str = "", options: str = "", attributes: str = 'class="in-text"') -> str:
    """A style whose bibliography has one layout, and whose citation shows the title."""
    return style(
        f"{macros}<citation><layout><text variable='title'/></layout></citation>"
        f"<bibliography {options}><layout>{layout}</layout></bibliography>",
        attributes,
    )


def items(*raw: dict) -> list[Item]:
    return [item_from_csl({"id": f"i{number}", "type": "book", **fields}) for number, fields in enumerate(raw)]


def engine(csl: str, *raw: dict, **options) -> Processor:
    return Processor(csl, items(*raw), load_locale=load_locale, **options)


@pytest.fixture
def entries() -> Callable[..., list[str]]:
    """Render a bibliography as text, one string an entry."""

    def render(csl: str, *raw: dict, **options) -> list[str]:
        return [write_text(entry.inline) for entry in engine(csl, *raw, **options).bibliography()]

    return render


@pytest.fixture
def entry(entries) -> Callable[..., str]:
    """Render one item with a layout; the layout is all that the test writes."""

    def render(layout: str, fields: dict, **options) -> str:
        return entries(list_style(layout, **options), fields)[0]

    return render


@pytest.fixture
def cites() -> Callable[..., list[str]]:
    """Render clusters of keys (`i0`, `i1`) as text."""

    def render(csl: str, raw: list[dict], *clusters: list[str] | list[Cite]) -> list[str]:
        processor = engine(csl, *raw)
        return [
            write_text(
                processor.cite(
                    [cite if isinstance(cite, Cite) else Cite(key=cite) for cite in cluster],
                    note_index=number,
                ).inline
            )
            for number, cluster in enumerate(clusters, start=1)
        ]

    return render
