"""Cite every item once and make the bibliography with tipcite's engine: `run_tipcite.py ITEMS STYLE`."""

import json
import sys
from pathlib import Path

from tipcite.csl import Cite, OutputFormat, Processor, format_bibliography, write_html
from tipcite.model import item_from_csl
from tipcite.resources import load_locale

items = [item_from_csl(one) for one in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))]
processor = Processor(Path(sys.argv[2]).read_bytes(), items, load_locale=load_locale)
for item in items:
    print(write_html(processor.cite([Cite(key=item.key)]).inline))
print(format_bibliography(processor.bibliography(), OutputFormat.HTML))
