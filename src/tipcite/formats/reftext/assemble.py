"""A draft → the item: language, what is left over, provenance, and the problems with their places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tipcite.formats.reftext.draft import HOLE, Draft, Found, clean
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.problems import problem
from tipcite.formats.reftext.rawentry import RawEntry
from tipcite.formats.reftext.reference import Confidence, ParsedReference, Span
from tipcite.formats.reftext.scan import han_share, is_han, match_brackets
from tipcite.lang import decide_text_language
from tipcite.model import Date, Item, Name, Problem, Variant

# Words that only join the fields around them.
_WORDING: Final = later(
    r"(?i)\b(?:in|from|pp?|vol|no|and|eds?|at|by|the|of|issue|pages?|available"
    r"|retrieved|url|doi|accessed|on|online)\b\.?"
    r"|[頁页第年月日卷期]|於|于|自|取自|檢自|載於?|收錄於|網址|出版年?|原著"
)


def finish(draft: Draft, entry: RawEntry, kind: str) -> ParsedReference:
    """Make the item; nothing of the entry's text is dropped."""
    _date_act(draft, kind)
    _check(draft, kind)
    left = _left_over(draft)
    notes = [*(clean(draft.raw[start:end]) for start, end in draft.kept), *(text for _, text in left)]
    for index, text in left:
        draft.find("left-over", index, text)
    if not draft.fields and not draft.names and not draft.dates:
        return unreadable(entry, "has no part that looks like an author, a year or a title")
    title = draft.fields.get("title") or draft.fields.get("container-title") or ""
    fields = {**draft.fields, "language": language_of(title, draft.names, draft.raw)}
    if notes:
        fields["note"] = "; ".join(note for note in notes if note)
    draft.fields = {name: value for name, value in fields.items() if value}
    return parsed(draft, entry, kind, _problems(draft, entry), tuple(draft.variants))


def parsed(
    found: Found, entry: RawEntry, kind: str, problems: tuple[Problem, ...], variants: tuple[Variant, ...] = ()
) -> ParsedReference:
    """Make the answer for an entry of what was found in it."""
    return ParsedReference(
        raw=entry.text,
        places=entry.places,
        line=entry.line,
        column=entry.places[0][2],
        item=Item(
            key="",
            type=kind,
            fields=found.fields,
            names=found.names,
            dates=found.dates,
            variants=variants,
            provenance={"source": "text", "text": entry.text},
        ),
        spans=found.spans,
        confidence=found.confidence,
        problems=problems,
    )


def unreadable(entry: RawEntry, reason: str) -> ParsedReference:
    """Make the answer for an entry that is no reference."""
    line, column = entry.place(0)
    return ParsedReference(raw=entry.text, places=entry.places, line=line, column=column, reason=reason)


# Laws and judgments have no author (APA 7, 11.5), and so none is missing.
_AUTHORLESS: Final = ("legislation", "legal_case", "bill", "treaty", "regulation")


_ACT_OF: Final = later(r"\bAct,? (?:of )?((?:1[6-9]|20)\d\d)\b")


def _date_act(draft: Draft, kind: str) -> None:
    """An act whose name tells its year came out in that year."""
    act = _ACT_OF.search(draft.fields.get("title", "")) if kind == "legislation" and not draft.dates else None
    if act is not None:
        draft.dates["issued"] = Date(parts=((int(act[1]),),))
        draft.spans["issued"] = draft.spans["title"]
        draft.confidence["issued"] = Confidence.LIKELY


def _check(draft: Draft, kind: str) -> None:
    codes = {code for code, _, _ in draft.findings}
    if "title" not in draft.fields and "no-title" not in codes:
        draft.find("no-title", 0, draft.fields.get("container-title", ""))
    if "issued" not in draft.dates and "status" not in draft.fields and "no-date" not in codes:
        draft.find("no-year", 0)
    if not draft.names and kind not in _AUTHORLESS:
        draft.find("no-author", 0)
    _check_marks(draft)
    address = draft.spans.get("URL", Span(0, 0))
    if not draft.raw.isascii() and han_share(draft.raw[: address.start] + draft.raw[address.end :]) >= 0.3:
        _check_width(draft)


def _check_marks(draft: Draft) -> None:
    """Report a title mark without its other half, unless the title's reading has reported it."""
    if any(code in ("unclosed-quote", "unopened-quote", "mismatched-quote") for code, _, _ in draft.findings):
        return
    folded = draft.folded
    if not _TITLE_MARK.search(folded):
        return
    pairs, unclosed = match_brackets(folded)
    closed = set(pairs.values())
    lost = [index for index in unclosed if folded[index] in "〈《「『"]
    if lost:
        draft.find("unclosed-mark", lost[0], draft.raw[lost[0]])
    unopened = [match.start() for match in _TITLE_CLOSER.finditer(folded) if match.start() not in closed]
    if unopened:
        draft.find("unopened-mark", unopened[0], draft.raw[unopened[0]])


_TITLE_MARK: Final = later("[〈《「『〉》」』]")
_TITLE_CLOSER: Final = later("[〉》」』]")


def _check_width(draft: Draft) -> None:
    """Half-width `,` `:` `;` beside Han, outside addresses and numbers."""
    for place, number in find_half_width(draft.raw):
        draft.find("half-width", place, str(number))


def find_half_width(raw: str) -> tuple[tuple[int, int], ...]:
    """Find half-width `,` `:` `;` of a Chinese entry: where the first stands and how many there are; () for none."""
    places = [match.start() for match in _HALF_WIDTH.finditer(raw) if _is_chinese_place(raw, match.start())]
    return ((places[0], len(places)),) if places else ()


_HALF_WIDTH: Final = later(
    r"\s?[,:;](?:(?<=[\u3400-\u9fff》〉」』）\d].)|(?<=[\u3400-\u9fff》〉」』）\d]\s.))"
    r"(?=\s?(?:[\u3400-\u9fff《〈「『\d（]|https?:))"
)


def _is_chinese_place(raw: str, index: int) -> bool:
    around = raw[max(0, index - 12) : index + 12]
    return any(is_han(char) or char in "》〉」』）" for char in around) and "//" not in raw[max(0, index - 4) : index]


_UNTAKEN: Final = later(rf"[^{HOLE}]+")
_LETTER_OR_DIGIT: Final = later(r"[^\W_]")


def _left_over(draft: Draft) -> list[tuple[int, str]]:
    """Find what no field took: stretches that still hold letters or digits, joining words aside."""
    pieces: list[tuple[int, str]] = []
    for match in _UNTAKEN.finditer(draft.text):
        text = match.group()
        if _LETTER_OR_DIGIT.search(text) and any(map(str.isalnum, _WORDING.sub("", text))):
            raw = draft.raw[match.start() : match.end()]
            shown = raw.strip(" ,.;:，。；：、．\n/")
            pieces.append((match.start() + raw.index(shown), clean(shown)))
    return pieces


def language_of(title: str, names: Mapping[str, tuple[Name, ...]], raw: str) -> str:
    """Decide an entry's language by its title, of a short one with the names."""
    if len(title) < 8:
        title = f"{title} {' '.join(name.full for some in names.values() for name in some)}"
    language = decide_text_language(title)
    # A title whose characters are the same in both scripts: the rest of the entry tells (檢索日期).
    return (decide_text_language(f"{title} {raw}") or language) if language == "zh" else language


def _problems(draft: Draft, entry: RawEntry) -> tuple[Problem, ...]:
    found = [problem(code, entry.place(index), detail) for code, index, detail in draft.findings]
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))
