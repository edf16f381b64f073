"""Render the common items in our own styles and write what the tests compare, for reading against the guides first.

`styles/items.json` and `styles/cites.json` are the same for all. `styles/NAME/expected.txt` holds the reference list, a
line an entry; then `key<TAB>citation` of every item; then the clusters of cites.json as one document. `options.txt`
holds for every value of every option some of the lines that it changes, in Markdown. Tests compare; this only writes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from tipcite.csl import Cite, OutputFormat, style_options, with_options
from tipcite.model import Item, item_from_csl
from tipcite.render import Renderer
from tipcite.resources import load_locale, own_styles, own_styles_folder

SHOWN: Final = 8
"""How many changed lines of each value stand in options.txt."""


def main() -> int:
    """Write the expectations of the styles that are named, or of all."""
    for style in own_styles():
        if len(sys.argv) < 2 or style.name in sys.argv[1:]:
            xml = style.path.read_bytes()
            (style.path.parent / "expected.txt").write_text(rendered(xml), encoding="utf-8")
            if style_options(xml):
                (style.path.parent / "options.txt").write_text(changes(xml), encoding="utf-8")
    return 0


def rendered(xml: bytes, to: OutputFormat = OutputFormat.TEXT) -> str:
    """Render the items as `expected.txt` holds them."""
    items = common_items()
    document = renderer(xml, items)
    cites = "".join(f"{item.key}\t{alone(document, item.key, to)}\n" for item in items)
    document.forget()
    clusters = "".join(
        document.cite(cluster, note_index=number, to=to) + "\n"
        for number, cluster in enumerate(common_clusters(), start=1)
    )
    return f"{document.references(to=to)}\n{cites}\n{clusters}"


def alone(document: Renderer, key: str, to: OutputFormat) -> str:
    """Cite one work as the only one of a document."""
    document.forget()
    return document.cite([Cite(key=key)], to=to)


def changes(xml: bytes) -> str:
    """Render what every value of every option but the first changes, in Markdown, as `options.txt` holds it."""
    usual = rendered(xml, OutputFormat.MARKDOWN).splitlines()
    return "\n".join(
        f"# {option.name}={value}\n" + "".join(islice(_changed(xml, {option.name: value}, usual), SHOWN))
        for option in style_options(xml)
        for value in option.values[1:]
    )


def _changed(xml: bytes, chosen: Mapping[str, str], usual: list[str]) -> Iterator[str]:
    known = set(usual)
    yield from (
        f"{line}\n"
        for line in rendered(with_options(xml, chosen), OutputFormat.MARKDOWN).splitlines()
        if line not in known
    )


def renderer(xml: bytes, items: list[Item]) -> Renderer:
    """Put items in a style."""
    return Renderer(xml, items, load_locale=load_locale)


def common_items() -> list[Item]:
    """Read the items that all styles show."""
    return [item_from_csl(one) for one in _common("items.json")]


def common_clusters() -> list[list[Cite]]:
    """Read the citations that all styles show, in the order of one document."""
    return [[read_cite(one) for one in cluster] for cluster in _common("cites.json")]


def read_cite(raw: Mapping[str, Any]) -> Cite:
    """Read one cite as CSL's citation items are written."""
    names = ("locator", "label", "prefix", "suffix", "suppress-author", "author-only", "composite")
    return Cite(key=raw["id"], **{name.replace("-", "_"): raw[name] for name in names if name in raw})


def _common(name: str) -> list[Any]:
    found: list[Any] = json.loads((own_styles_folder() / name).read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    sys.exit(main())
