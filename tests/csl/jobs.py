"""The engine behind the CSL test suite's job protocol: one JSON job a line in, one JSON answer a line out.

    python tests/csl/jobs.py < jobs.jsonl

Results carry the markup that the suite expects (citeproc-js's "html"), which is not what tipcite's own
HTML writer makes.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tipcite.csl import (
    Cite,
    CitedCluster,
    Collation,
    Entry,
    Inline,
    Mark,
    Processor,
    Span,
    Str,
    default_collation,
    parse_style,
)
from tipcite.csl.conventions import CITEPROC_JS
from tipcite.csl.parse_elements import walk
from tipcite.csl.situation import Position
from tipcite.lang import pinyin_key
from tipcite.model import Item, item_from_csl

Job = dict[str, Any]
NOTHING = "[CSL STYLE ERROR: reference with no printed form.]"
TAGS = {
    Mark.ITALIC: ("<i>", "</i>"),
    Mark.OBLIQUE: ("<em>", "</em>"),
    Mark.UPRIGHT: ('<span style="font-style:normal;">', "</span>"),
    Mark.BOLD: ("<b>", "</b>"),
    Mark.LIGHT: ('<span style="font-weight:light;">', "</span>"),
    Mark.MEDIUM: ('<span style="font-weight:normal;">', "</span>"),
    Mark.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    Mark.FULL_CAPS: ('<span style="font-variant:normal;">', "</span>"),
    Mark.UNDERLINE: ('<span style="text-decoration:underline;">', "</span>"),
    Mark.NO_UNDERLINE: ('<span style="text-decoration:none;">', "</span>"),
    Mark.SUPERSCRIPT: ("<sup>", "</sup>"),
    Mark.SUBSCRIPT: ("<sub>", "</sub>"),
    Mark.BASELINE: ('<span style="baseline">', "</span>"),
    Mark.LINK: ("", ""),
    Mark.BLOCK: ('\n\n    <div class="csl-block">', "</div>\n"),
    Mark.LEFT_MARGIN: ('\n    <div class="csl-left-margin">', "</div>"),
    Mark.RIGHT_INLINE: ('<div class="csl-right-inline">', "</div>\n  "),
    Mark.INDENT: ('<div class="csl-indent">', "</div>\n  "),
}
ESCAPES = str.maketrans({"&": "&#38;", "<": "&#60;", ">": "&#62;"})
SMALL_HIGH = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
POSITIONS = dict(enumerate((Position.FIRST, Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR)))


@cache
def superscript(char: str) -> str:
    """citeproc-js writes superscript letters and digits as markup."""
    if char in SMALL_HIGH:
        return f"<sup>{SMALL_HIGH[char]}</sup>"
    kind, _, code = unicodedata.decomposition(char).partition(" ")
    if kind != "<super>":
        return char
    return f"<sup>{''.join(chr(int(part, 16)) for part in code.split())}</sup>"


def suite_html(inline: tuple[Inline, ...]) -> str:
    out = []
    for node in inline:
        if isinstance(node, Str):
            text = node.text.translate(ESCAPES)
            out.append("".join(map(superscript, text)))
        elif isinstance(node, Span):
            opening, closing = TAGS[node.mark]
            content = suite_html(node.children)
            if node.mark is Mark.RIGHT_INLINE and content.endswith(" "):
                content, closing = content[:-1], closing + " "
            out.append(f"{opening}{content}{closing}")
    return "".join(out)


@lru_cache(maxsize=200)
def locale_file(folder: str, tag: str) -> bytes:
    return (Path(folder) / f"locales-{tag}.xml").read_bytes()


def language_of(item: Item) -> str:
    """The suite and citeproc-js go by what the item says alone."""
    return item.language


def collation(locale: str) -> Collation:
    """citeproc-js compares as ICU does, which knows no readings of surnames, and no order of Han but in Chinese."""
    if locale.lower() in ("zh", "zh-cn"):
        return lambda text, _: pinyin_key(text, surname=False)
    usual = default_collation(locale)
    if locale.lower().startswith("zh"):
        return usual
    return lambda text, language: (1, text) if text and text[0] > "\u2e80" else usual(text, language)


def read_items(job: Job) -> dict[str, Item]:
    return {str(raw.get("id")): item_from_csl({**raw, "id": str(raw.get("id"))}) for raw in job["input"]}


def processor(job: Job, keys: list[str], items: dict[str, Item]) -> Processor:
    style = parse_style(job["csl"], lenient=True)
    return Processor(
        style,
        [items[key] for key in keys],
        load_locale=lambda tag: locale_file(job["locales_dir"], tag),
        language_of=language_of,
        collation=collation(style.default_locale_sort or style.default_locale),
        conventions=CITEPROC_JS,
    )


def read_cite(raw: Job) -> Cite:
    position = raw.get("position")
    return Cite(
        key=str(raw["id"]),
        locator=str(raw.get("locator") or ""),
        label=str(raw.get("label") or "page"),
        prefix=raw.get("prefix") or "",
        suffix=raw.get("suffix") or "",
        suppress_author=bool(raw.get("suppress-author")),
        author_only=bool(raw.get("author-only")),
        composite=raw.get("mode") == "composite",
        position=POSITIONS[int(position)] if position is not None else None,
        near_note=bool(raw["near-note"]) if "near-note" in raw else None,
    )


def shown(cluster: CitedCluster) -> str:
    return suite_html(cluster.inline) or NOTHING


def keys_of(clusters: list[Job]) -> list[str]:
    keys = [str(cite["id"]) for cluster in clusters for cite in cluster["citationItems"]]
    return list(dict.fromkeys(keys))


def note_of(citation: Job) -> int:
    return int((citation.get("properties") or {}).get("noteIndex") or 0)


def play(steps: list[Any]) -> list[list[tuple[Job, int]]]:
    """Return the document after each step: its citations with their note numbers."""
    known: dict[str, Job] = {}
    states = []
    for number, step in enumerate(steps):
        citation, before, after = step if isinstance(step, list) else (step, [], [])
        known[citation.get("citationID") or f"#{number}"] = citation
        if not isinstance(step, list):
            states.append([*(states[-1] if states else []), (citation, note_of(citation))])
            continue
        state = [(known[key], note) for key, note in before]
        state.append((citation, note_of(citation)))
        state += [(known[key], note) for key, note in after]
        states.append(state)
    return states


def render_state(job: Job, state: list[tuple[Job, int]], items: dict[str, Item]) -> tuple[list[str], Processor]:
    engine = processor(job, keys_of([citation for citation, _ in state]), items)
    texts = [
        shown(engine.cite([read_cite(raw) for raw in citation["citationItems"]], note_index=note))
        for citation, note in state
    ]
    return texts, engine


Signature = tuple[str, tuple[int | None, ...]]


def signatures(job: Job, state: list[tuple[Job, int]]) -> list[Signature]:
    """Return each citation's id with what it says of the places of its works: first cited here, or in which note."""
    numbered = "first-reference-note-number" in job["csl"]
    first: dict[str, int] = {}
    found = []
    for citation, note in state:
        places: list[int | None] = []
        for cite in citation["citationItems"]:
            key = str(cite["id"])
            places.append((first.get(key, note) if numbered else 0) if key in first or numbered else None)
            first.setdefault(key, note)
        found.append((citation["citationID"], tuple(places)))
    return found


def citation_lines(job: Job, items: dict[str, Item]) -> tuple[str, Processor]:
    states = play(job["citations"])
    last, engine = render_state(job, states[-1], items)
    before: dict[Signature, str] = {}
    if len(states) > 1:
        texts, _ = render_state(job, states[-2], items)
        before = dict(zip(signatures(job, states[-2]), texts, strict=True))
    now = job["citations"][-1]
    current = (now[0] if isinstance(now, list) else now)["citationID"]
    lines = []
    for index, (signature, text) in enumerate(zip(signatures(job, states[-1]), last, strict=True)):
        mark = ">>" if signature[0] == current or before.get(signature) != text else ".."
        lines.append(f"{mark}[{index}] {text}")
    return "\n".join(lines), engine


def is_numbered(engine: Processor) -> bool:
    section = engine.style.bibliography
    layouts = [layout.children for layout in section.layouts] if section else []
    return any(
        getattr(element, "variable", "") == "citation-number"
        for elements in (*layouts, *engine.style.macros.values())
        for element in walk(elements)
    )


def entry_html(entry: Entry, number: int = 0) -> str:
    body = suite_html(entry.inline) or (f"{number}. {NOTHING}" if number else NOTHING)
    # A blank at the edge of an entry stands outside of its blocks.
    for mark in (Mark.LEFT_MARGIN, Mark.BLOCK):
        opening, closing = TAGS[mark]
        if body.startswith(f"{opening} "):
            body = " " + body.replace(f"{opening} ", opening, 1)
        if body.endswith(f" {closing}"):
            body = f"{body.removesuffix(' ' + closing)}{closing} "
    return f'<div class="csl-entry">{body}</div>'


def is_selected(item: Item, raw: Job, section: Job) -> bool:
    def matches(condition: Job) -> bool:
        value = raw.get(condition["field"])
        wanted = condition["value"]
        return (wanted in value) if isinstance(value, list) else str(value or "") == str(wanted)

    if "include" in section:
        return any(matches(condition) for condition in section["include"])
    if "exclude" in section:
        return not any(matches(condition) for condition in section["exclude"])
    if "select" in section:
        return all(matches(condition) for condition in section["select"])
    return True


def bibliography(engine: Processor) -> str:
    """Write the list; an entry without content is left out of a style that does not number its entries."""
    numbered = is_numbered(engine)
    entries = "".join(
        f"  {entry_html(entry, number if numbered else 0)}\n"
        for number, entry in enumerate(engine.bibliography(), start=1)
        if entry.inline or numbered
    )
    return f'<div class="csl-bib-body">\n{entries}</div>'


def run_fixture(job: Job) -> str:
    items = read_items(job)
    keys = list(items)
    lines = ""
    if job.get("citations"):
        lines, engine = citation_lines(job, items)
    else:
        if job.get("bibentries"):
            keys = [str(key) for key in job["bibentries"][-1]]
        engine = processor(job, keys, items)
        clusters = job.get("citation_items")
        if clusters:
            lines = "\n".join(shown(engine.cite([read_cite(raw) for raw in cluster])) for cluster in clusters)
        elif job["mode"].startswith("citation"):
            lines = shown(engine.cite([Cite(key=key) for key in engine.order()]))
    return lines if job["mode"].startswith("citation") else bibliography(engine)


def run_document(job: Job) -> Job:
    items = read_items(job)
    if job.get("citations"):
        texts, engine = render_state(job, play(job["citations"])[-1], items)
    else:
        keys = [str(key) for key in job["bibentries"][-1]] if job.get("bibentries") else list(items)
        texts, engine = [], processor(job, keys, items)
    entries = engine.bibliography()
    return {
        "citations": texts,
        "bibliography": [f"  {entry_html(entry)}\n" for entry in entries],
        "entry_ids": [entry.key for entry in entries],
    }


def answer(job: Job) -> Job:
    """Answer one job; whatever goes wrong is the job's error, for the process has to live on."""
    try:
        if job["mode"] == "document":
            return {"name": job["name"], **run_document(job)}
        return {"name": job["name"], "result": run_fixture(job)}
    except Exception as error:  # noqa: BLE001
        return {"name": job["name"], "error": f"{type(error).__name__}: {error}"}


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line)), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
