"""How much of printed references is read back: `reftext_measure.py [--show FIELD] [--no-vectors] [STYLE…]`.

The renderings of ../shared/csl/zh and the vectors of ../shared/zh are read; a field counts only where the
string prints it, and is right when it is the same but for case, width, blanks and title marks.
"""

from __future__ import annotations

import html
import json
import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tipcite.formats.reftext import parse_reference
from tipcite.model import Item

SHARED = Path(os.environ.get("TIPCITE_SHARED") or Path(__file__).resolve().parents[4] / "shared")
FIELDS = ("title", "year", "author", "container", "type")
TARGETS = {"title": 0.93, "year": 0.97, "author": 0.97, "container": 0.80, "type": 0.90}
# Styles of different kinds: GB/T numeric, author-date and notes; APA; Chinese social science and law; footnotes
# of history journals; Western author-date and numeric; Taiwan, Hong Kong and Macau; without any type marker.
STYLES = (1, 8, 14, 20, 31, 35, 37, 44, 55, 85, 95, 104, 121, 163, 175, 203, 217, 245, 257, 265, 298, 335)
_SEEN_TYPES = {
    "thesis": re.compile(r"論文|论文|[Tt]hesis|[Dd]issertation|\[D"),
    "report": re.compile(r"報告|报告|[Rr]eport|\[R"),
    "webpage": re.compile(r"http"),
    "patent": re.compile(r"\[P\b|专利|[Pp]atent"),
    "standard": re.compile(r"\[S\b|GB|ISO|NB/T"),
    "book": re.compile(r""),
}
_NEEDS_CONTAINER = {"article-journal", "article-newspaper", "chapter", "paper-conference"}


def fold(text: str) -> str:
    text = unicodedata.normalize("NFKC", html.unescape(re.sub(r"<[^>]+>", "", text))).casefold()
    return re.sub(r"[\s〈〉《》「」『』“”\"'’‘<>.,:;。、—–‐-]", "", text)


def strip(rendered: str) -> str:
    body = re.sub(r'<div class="csl-left-margin">.*?</div>', "", rendered, flags=re.DOTALL)
    body = re.sub(r"</?div[^>]*>", " ", body)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", body))).strip()


def renderings(style: int) -> Iterator[tuple[dict[str, Any], str]]:
    folder = SHARED / "csl" / "zh"
    document = json.loads((folder / "styles" / f"{style:03}.json").read_text())
    items = {item["id"]: item for item in json.loads((folder / "items.json").read_text())}
    items.update((item["id"], item) for item in document["custom_items"])
    seen = set()
    for section in ("gb", "apa", "ssc", "mlc", "aps"):
        expected = document["sections"][section]["expected"]
        for ids, rendered in zip(expected["entry_ids"], expected["bibliography"] or [], strict=False):
            key = ids[0] if isinstance(ids, list) else ids
            text = strip(rendered)
            if (key, text) not in seen:
                seen.add((key, text))
                yield items[key], text


def vectors() -> Iterator[tuple[dict[str, Any], str]]:
    document = json.loads((SHARED / "zh" / "vectors.json").read_text())
    for vector in document["vectors"]:
        if vector["kind"] == "bib" and not vector["style"].startswith("zc:"):
            yield vector["item"], vector["expected"]


def expected_fields(item: dict[str, Any], text: str) -> dict[str, str]:
    """What the string prints of an item, folded."""
    shown = fold(text)
    out = {}
    title = fold(str(item.get("title", "")))
    if title and title in shown:
        out["title"] = title
    parts = (item.get("issued") or {}).get("date-parts") or [[]]
    if parts[0] and str(parts[0][0]) in text:
        out["year"] = str(parts[0][0])
    names = item.get("author") or []
    if names:
        name = fold(names[0].get("family") or names[0].get("literal") or "")
        if name and name in shown:
            out["author"] = (
                fold(names[0].get("family", "") + names[0].get("given", ""))
                if not name.isascii() and names[0].get("family")
                else name
            )
            if out["author"] not in shown:
                out["author"] = name
    container = fold(str(item.get("container-title", "")))
    if container and container in shown:
        out["container"] = container
    kind = item["type"]
    noted = re.search(r"^type: (\S+)", str(item.get("note", "")), re.MULTILINE)
    kind = noted[1] if noted else kind
    if kind in _SEEN_TYPES and _SEEN_TYPES[kind].search(text) and title and title in shown:
        out["type"] = kind
    if kind in _NEEDS_CONTAINER and container and container in shown:
        out["type"] = kind
    return out


def found_fields(item: Item | None) -> dict[str, set[str]]:
    if item is None:
        return {}
    author = item.names.get("author", ())
    names = (
        {
            fold(author[0].literal),
            fold(author[0].family),
            fold(author[0].full),
            fold(author[0].non_dropping_particle + author[0].family),
        }
        if author
        else set()
    )
    return {
        "title": {fold(item.title)},
        "year": {str(item.year)},
        "author": names,
        "container": {fold(item.fields.get("container-title", ""))},
        "type": {item.type},
    }


def main(arguments: list[str]) -> None:
    show = arguments[arguments.index("--show") + 1] if "--show" in arguments else ""
    styles = [int(argument) for argument in arguments if argument.isdigit()] or STYLES
    total: Counter[str] = Counter()
    corpora = [("vectors", list(vectors()))] if "--no-vectors" not in arguments else []
    for style in styles:
        pairs = list(renderings(style))
        for name, chinese in (("zh", True), ("other", False)):
            chosen = [pair for pair in pairs if str(pair[0].get("language", "")).startswith("zh") is chinese]
            corpora.append((f"{style} {name}", chosen))
    for name, pairs in corpora:
        count = measure(pairs, show)
        total.update(count if name != "vectors" else {})
        print(f"{name:12}", *(f"{field} {rate(count, field)}" for field in FIELDS), f"failed {count['failed']}")
    print("all styles  ", *(f"{field} {rate(total, field)}" for field in FIELDS))


def rate(count: Counter[str], field: str) -> str:
    seen = count[f"{field} seen"]
    return f"{100 * count[field] / seen:5.1f}% of {seen:4}" if seen else "    –       "


def measure(pairs: list[tuple[dict[str, Any], str]], show: str = "") -> Counter[str]:
    count: Counter[str] = Counter()
    for item, text in pairs:
        reference = parse_reference(text)
        found = found_fields(reference.item)
        count["failed"] += reference.item is None
        for field, value in expected_fields(item, text).items():
            count[f"{field} seen"] += 1
            right = value in found.get(field, set())
            count[field] += right
            if field == show and not right:
                print(f"  {text}\n      want {value!r} found {found.get(field)}")
    return count


if __name__ == "__main__":
    main(sys.argv[1:])
