"""Pages in the shape that known sites document or show, with invented content, and the items to be made of them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape

from web.replies import page


@dataclass(frozen=True)
class Known:
    """One page of a known site; `item` is what is expected, one line a field, the address only where it changes."""

    address: str
    html: str
    item: dict[str, str] = field(default_factory=dict)


EN = (
    "<p>" + "The present text follows a number of cases over a decade and describes what became of them. " * 12 + "</p>"
)
HANT = "<p>" + "本文以近十年之個案為對象，說明人口販運防制之情形，並就主管機關之作法提出建議。" * 12 + "</p>"
HANS = "<p>" + "本文以近十年的个案为对象，说明人口贩运防制的情况，并就主管机关的做法提出建议。" * 12 + "</p>"
JA = "<p>" + "本稿では、過去十年の事例をもとに、人身取引対策の実情について述べる。" * 12 + "</p>"
TEXTS = {
    "en": EN,
    "zh": HANT,
    "zh-Hant": HANT,
    "zh-TW": HANT,
    "zh-Hant-TW": HANT,
    "zh-Hans": HANS,
    "zh-CN": HANS,
    "ja": JA,
}


def meta(**named: str | list[str]) -> str:
    """Write meta elements by `name`; `__` in a name stands for `:`, `_-` for `.`."""
    lines = []
    for key, contents in named.items():
        name = key.replace("__", ":").replace("_-", ".")
        attribute = "property" if name.startswith(("og:", "article:", "book:")) else "name"
        several = [contents] if isinstance(contents, str) else contents
        lines += [f'<meta {attribute}="{name}" content="{escape(content)}">' for content in several]
    return "".join(lines)


def cite(**named: str | list[str]) -> str:
    """Write Highwire's elements, named without `citation_`."""
    return meta(**{f"citation_{name}": contents for name, contents in named.items()})


def linked(*things: dict[str, object]) -> str:
    """Write JSON-LD."""
    value = things[0] if len(things) == 1 else {"@context": "https://schema.org", "@graph": list(things)}
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def canonical(address: str) -> str:
    """Write the canonical link."""
    return f'<link rel="canonical" href="{address}">'


def rows(**cells: str) -> str:
    """Write a table of labels and values."""
    return (
        "<table>" + "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in cells.items()) + "</table>"
    )


def document(title: str, head: str = "", body: str = "", *, lang: str = "en", h1: str = "") -> str:
    """Write a whole page, with running text in its language."""
    heading = f"<h1>{h1}</h1>" if h1 else ""
    return page(title, head=f'<meta charset="utf-8">{head}', body=f"{heading}{body}{TEXTS[lang]}", lang=lang)
