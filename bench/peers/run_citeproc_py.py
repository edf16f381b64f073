"""The same with citeproc-py: `run_citeproc_py.py ITEMS STYLE`."""

import json
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter  # noqa: E402
from citeproc.source.json import CiteProcJSON  # noqa: E402

items = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
style = CitationStylesStyle(sys.argv[2], validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
citations = [Citation([CitationItem(item["id"])]) for item in items]
for citation in citations:
    bibliography.register(citation)
for citation in citations:
    print(bibliography.cite(citation, lambda _: None))
for entry in bibliography.bibliography():
    print(entry)
