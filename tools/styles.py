"""Render the items of our own styles and write `expected.txt`, for reading against the guides before it is committed.

The file holds the bibliography, a line an entry, an empty line, then `key<TAB>citation` of every item. Tests
compare; this only writes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tipcite.csl import Cite
from tipcite.model import item_from_csl
from tipcite.render import Order, Renderer
from tipcite.resources import load_locale, own_styles

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Write the expectations of the styles that are named, or of all, and the example library's lists."""
    for style in own_styles():
        if len(sys.argv) < 2 or style.name in sys.argv[1:]:
            (style.path.parent / "expected.txt").write_text(rendered(style.path), encoding="utf-8")
    return 0


def rendered(style: Path) -> str:
    """Render a style's items as `expected.txt` holds them."""
    items = [item_from_csl(one) for one in json.loads((style.parent / "items.json").read_text(encoding="utf-8"))]
    renderer = Renderer(style.read_bytes(), items, order=Order.CHINESE_FIRST, load_locale=load_locale)
    cites = "".join(f"{item.key}\t{renderer.cite([Cite(key=item.key)])}\n" for item in items)
    return f"{renderer.references()}\n{cites}"


if __name__ == "__main__":
    sys.exit(main())
