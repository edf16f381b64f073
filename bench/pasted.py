"""How much of printed references is read back: `pasted.py [--check] [--show FIELD] [--language zh|en] [STYLE…]`.

The vectors of ../shared/zh and the renderings of ../shared/csl/zh are read as pasted text. A field counts only where
the string prints it; it is right when it is the same but for letter case, width, blanks, the kind of dashes and
quotation marks, and the separators at its ends.

Styles are chosen by a rule, not by their results: of each kind (author-date, note, numeric) that prints titles, in
the order of their numbers, the first of every quarter. `--check` takes the middle of every quarter instead: these
twelve are measured after the grammar has been changed, and it is not changed for them.
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
from functools import cache
from pathlib import Path
from typing import Any, Final

from tipcite.formats.reftext import parse_reference
from tipcite.model import Item

SHARED: Final = Path(os.environ.get("TIPCITE_SHARED") or Path(__file__).resolve().parents[2] / "shared")
FIELDS: Final = ("title", "year", "author", "container", "type")
TARGETS: Final = {"title": 0.93, "year": 0.97, "author": 0.97, "container": 0.80, "type": 0.90}
KINDS: Final = ("author-date", "note", "numeric")
SECTIONS: Final = ("preview", "test", "gb", "apa", "ssc", "mlc", "aps")
LANGUAGES: Final = ("zh", "en")
_QUARTERS: Final = 4

Pair = tuple[dict[str, Any], str]


def main(arguments: list[str]) -> int:
    show = _option(arguments, "--show")
    language = _option(arguments, "--language")
    numbers = [int(argument) for argument in arguments if argument.isdigit()]
    styles = numbers or chosen_styles(middle="--check" in arguments)
    languages = [language] if language else list(LANGUAGES)
    if not numbers:
        print_rates("vectors", measure(list(vectors()), show))
    total: dict[str, Counter[str]] = {one: Counter() for one in languages}
    for number in styles:
        pairs = list(renderings(number))
        for one in languages:
            count = measure([pair for pair in pairs if language_of(pair[0]) == one], show)
            total[one].update(count)
            print_rates(f"{number:03} {one} {style(number)['dir'][:24]}", count)
    for one in languages:
        print_rates(f"all {one}", total[one])
    every = sum(total.values(), Counter())
    print_rates("all", every)
    missed = [field for field in FIELDS if every[f"{field} seen"] and _rate(every, field) < TARGETS[field]]
    print("missed: " + ", ".join(missed) if missed else "every target is reached")
    return 0


def _option(arguments: list[str], name: str) -> str:
    return arguments[arguments.index(name) + 1] if name in arguments else ""


@cache
def style(number: int) -> dict[str, Any]:
    return json.loads((SHARED / "csl" / "zh" / "styles" / f"{number:03}.json").read_text(encoding="utf-8"))


@cache
def _items() -> dict[str, dict[str, Any]]:
    items = json.loads((SHARED / "csl" / "zh" / "items.json").read_text(encoding="utf-8"))
    return {item["id"]: item for item in items}


@cache
def chosen_styles(*, middle: bool = False) -> tuple[int, ...]:
    """Take from each kind of style the first (or the middle) of every quarter, by number."""
    files = sorted((SHARED / "csl" / "zh" / "styles").glob("*.json"))
    by_kind: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for file in files:
        by_kind[style(int(file.stem))["citation_format"]].append(int(file.stem))
    chosen = []
    for numbers in by_kind.values():
        usable = [number for number in numbers if _prints_titles(number)]
        step = len(usable) / _QUARTERS
        chosen += [usable[int((quarter + (0.5 if middle else 0)) * step)] for quarter in range(_QUARTERS)]
    return tuple(chosen)


def _prints_titles(number: int) -> bool:
    pairs = list(renderings(number))
    printed = sum("title" in expected_fields(item, text) for item, text in pairs)
    return printed > 0.8 * len(pairs)


def renderings(number: int) -> Iterator[Pair]:
    """Read the distinct entries that a style prints, each with its item."""
    document = style(number)
    items = {**_items(), **{item["id"]: item for item in document["custom_items"]}}
    seen = set()
    for section in SECTIONS:
        expected = document["sections"][section]["expected"]
        for ids, rendered in zip(expected.get("entry_ids") or [], expected.get("bibliography") or [], strict=False):
            key = ids[0] if isinstance(ids, list) else ids
            text = plain(rendered)
            if (key, text) not in seen and key in items:
                seen.add((key, text))
                yield items[key], text


def vectors() -> Iterator[Pair]:
    """Read what guides and published lists print."""
    document = json.loads((SHARED / "zh" / "vectors.json").read_text(encoding="utf-8"))
    for vector in document["vectors"]:
        if vector["kind"] in ("bib", "note"):
            yield vector["item"], vector["expected"]


def plain(rendered: str) -> str:
    """Take the markup out of an entry, and the number before it."""
    body = re.sub(r'<div class="csl-left-margin">.*?</div>', "", rendered, flags=re.DOTALL)
    body = re.sub(r"</?div[^>]*>", " ", body)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", body))).strip()


def language_of(item: dict[str, Any]) -> str:
    return str(item.get("language", ""))[:2].lower()


_QUOTES: Final = str.maketrans(
    dict.fromkeys("“”„‟«»「」『』‘’‚‛`´′", '"') | dict.fromkeys("‐‑‒–—―−－～~", "-") | {"。": "."}
)


def fold(text: str) -> str:
    """Fold case, width, blanks, dashes and quotation marks; take the separators off both ends."""
    bare = html.unescape(re.sub(r"</?(?:i|b|sup|sub|span|sc)\b[^>]*>", "", text))
    wide = unicodedata.normalize("NFKC", bare.translate(_QUOTES)).casefold().replace("'", '"')
    return re.sub(r"\s", "", wide).strip('.,:;/"')


def _outside_links(text: str, title: str) -> str:
    bare = re.sub(r"https?://\S+|\b10\.\d{4,9}/\S+", " ", text)
    bare = re.sub(r"\[\d{4}-\d\d-\d\d\]", " ", bare)
    return bare.replace(title, " ") if title else bare


def expected_fields(item: dict[str, Any], text: str) -> dict[str, str]:
    """Find what the string prints of an item, folded."""
    shown, out = fold(text), {}
    title = fold(str(item.get("title", "")))
    if title and title in shown:
        out["title"] = title
    parts = (item.get("issued") or {}).get("date-parts") or [[]]
    if parts[0] and str(parts[0][0]) in _outside_links(text, str(item.get("title", ""))):
        out["year"] = str(parts[0][0])
    author = _printed_author(item, shown)
    if author:
        out["author"] = author
    container = fold(str(item.get("container-title", "")))
    if container and container in fold(re.sub(r"https?://\S+", " ", text)):
        out["container"] = container
    kind = _printed_type(item, text, out)
    if kind:
        out["type"] = kind
    return out


# `[美]富勒`: a country before a name is kept, but is no part of the name
_COUNTRY: Final = re.compile(r"^[\[［〔(（][^\]］〕)）]{1,4}[\]］〕)）]\s?")


def _printed_author(item: dict[str, Any], shown: str) -> str:
    names = item.get("author") or []
    if not names:
        return ""
    first = {part: _COUNTRY.sub("", str(value)) for part, value in names[0].items()}
    whole = fold(first.get("literal") or first.get("family", "") + first.get("given", ""))
    family = fold(first.get("literal") or first.get("family", ""))
    if whole and not whole.isascii() and whole in shown:
        return whole
    particles = fold(first.get("dropping-particle", "") + first.get("non-dropping-particle", "")) + family
    return next((form for form in (particles, family) if form and form in shown), "")


_WORDS: Final = {
    "thesis": re.compile(r"論文|论文|\bthesis\b|\bdissertation\b|\[D\b|［D", re.IGNORECASE),
    "report": re.compile(r"報告|报告|\breport\b|\[R\b|［R", re.IGNORECASE),
    "webpage": re.compile(r"http"),
    "patent": re.compile(r"\[P\b|［P|专利|專利|\bpatent\b", re.IGNORECASE),
    "standard": re.compile(r"\[S\b|［S|\bGB\b|\bISO\b|NB/T"),
    "book": re.compile(""),
}
_NEED_CONTAINER: Final = ("article-journal", "article-newspaper", "article-magazine", "chapter", "paper-conference")


def _printed_type(item: dict[str, Any], text: str, printed: dict[str, str]) -> str:
    noted = re.search(r"^type: (\S+)", str(item.get("note", "")), re.MULTILINE)
    kind = noted[1] if noted else str(item["type"])
    if kind in _NEED_CONTAINER:
        return kind if "container" in printed else ""
    pattern = _WORDS.get(kind)
    return kind if pattern and "title" in printed and pattern.search(text) else ""


def found_fields(item: Item | None) -> dict[str, set[str]]:
    """Say what was read, folded; of an author every form in which a string may print one."""
    if item is None:
        return {}
    authors = item.names.get("author", ())[:1]
    names = {
        fold(form)
        for name in authors
        for form in (
            name.literal,
            name.family,
            name.full,
            name.family + name.given,
            name.non_dropping_particle + name.family,
        )
    }
    return {
        "title": {fold(item.title)},
        "year": {str(item.year)},
        "author": names,
        "container": {fold(item.fields.get("container-title", ""))},
        "type": {item.type},
    }


def measure(pairs: list[Pair], show: str = "") -> Counter[str]:
    """Read every string and count per field how often it is printed (`title seen`) and read right (`title`)."""
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


def print_rates(name: str, count: Counter[str]) -> None:
    cells = [
        f"{field} {100 * _rate(count, field):5.1f}% of {count[f'{field} seen']:4}"
        if count[f"{field} seen"]
        else f"{field} –"
        for field in FIELDS
    ]
    print(f"   {name:32}", *cells, f"failed {count['failed']}")


def _rate(count: Counter[str], field: str) -> float:
    return count[field] / count[f"{field} seen"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
