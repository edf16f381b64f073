"""One entry while it is being read: its text, what has been taken out of it, and what that was.

The text for matching is the raw text folded character by character, so an index into one is an index into
the other. What a field has taken is blanked with NUL, which no pattern of the grammar matches.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.dates import FoundDate
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.reference import Confidence, Span
from tipcite.model import Date, Name, Variant

HOLE: Final = "\x00"

# Full-width forms to half-width, for matching only. "。" and "、" stay: they separate where "." and "," do not.
_FOLD: Final[dict[int, int | str]] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **str.maketrans("　\xa0\u2002\u2003\u2009\u202f\t\n｡﹕﹔﹐﹒", "        。:;,."),
    **str.maketrans("巻", "卷"),
    **str.maketrans("［］〔〕﹝﹞〖〗", "[][][][]"),
    **str.maketrans("‐‑‒–—―−－～〜∼", "-----------"),
    **str.maketrans("<>＜＞﹤﹥〝〞〟‟„", "〈〉〈〉〈〉“””““"),
    **str.maketrans("«»", "“”"),
    **str.maketrans("≪≫⟪⟫⟨⟩\u2329\u232a", "《》《》〈〉〈〉"),
    **str.maketrans(HOLE + "\ufeff\u200b", "   "),
}


def fold(text: str) -> str:
    """Fold widths, dashes, blanks and brackets, one character for one."""
    if "»" in text and text.find("»") < text.find("«"):
        text = text.translate(_TURNED)
    stopped = _WIDE_STOP.sub("。", text) if "．" in text else text
    return _even_quotes(_FOLDED.sub(_folded, stopped))


# »…«, as German and Danish set them
_TURNED: Final = str.maketrans("»«", "«»")
_FOLDS: Final = {chr(code): chr(to) if isinstance(to, int) else to for code, to in _FOLD.items()}
# Most characters stay as they are: a search for those that do not is faster than `translate`.
_FOLDED: Final = later(f"[{re.escape(''.join(_FOLDS))}]")


def _folded(match: re.Match[str]) -> str:
    return _FOLDS[match[0]]


# "．" is a full stop like "。" unless it stands in a number; 2011．983 is a year and a page.
_WIDE_STOP: Final = later(r"(?<!\d)．|(?<=[12]\d\d\d)．|．(?!\d)")


def _even_quotes(text: str) -> str:
    """Let `"` close a lone “, or open what a lone ” closes: two keyboards were at work."""
    if '"' not in text or text.count('"') % 2 == 0:
        return text
    opened, closed = text.count("“"), text.count("”")
    if abs(opened - closed) != 1:
        return text
    place = text.find('"', text.rfind("“")) if opened > closed else text.rfind('"', 0, text.find("”"))
    return text if place < 0 else text[:place] + ("”" if opened > closed else "“") + text[place + 1 :]


class Found:
    """What has been read of one entry: as in `ParsedReference` and its item."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.names: dict[str, tuple[Name, ...]] = {}
        self.dates: dict[str, Date] = {}
        self.spans: dict[str, Span] = {}
        self.confidence: dict[str, Confidence] = {}

    def mark(self, variable: str, start: int, end: int, *, sure: Confidence = Confidence.LIKELY) -> None:
        """Remember where a variable stands, and how sure that is."""
        self.spans[variable] = Span(start, end)
        self.confidence[variable] = sure

    def rename(self, old: str, new: str) -> None:
        """Give a field's value and place to another field, which has none."""
        self.fields[new] = self.fields.pop(old)
        self.spans[new] = self.spans.pop(old)
        self.confidence[new] = self.confidence.pop(old)


class Draft(Found):
    """The state of one entry's reading; fields are set once, by the first pass that is sure of them."""

    def __init__(self, raw: str) -> None:
        super().__init__()
        self.raw: Final = raw
        self.folded: Final = fold(raw)
        """The text as it was before anything was taken out of it."""
        self.text = self.folded
        self.variants: list[Variant] = []
        self.kept: list[tuple[int, int]] = []
        """Wording without a field of its own, kept in `note` without a warning."""
        self.findings: list[tuple[str, int, str]] = []
        """Code, index in `raw`, and a detail for the message."""
        self.type_hints: list[str] = []
        self.law_end = 0
        """Where the name of a law or case ends with which the entry begins; 0: it begins otherwise."""
        self.note_start = 0
        """Where a note in brackets stood, behind the title, that was taken out before it; 0: there was none."""
        self.updated: FoundDate | None = None
        """When the page says that it was changed last."""
        self.letter = ""
        """The letter of the type marker (`J` of `[J/OL]`), or nothing."""

    def blank(self, start: int, end: int) -> None:
        """Take a stretch out of the text without making it a field."""
        self.text = self.text[:start] + HOLE * (end - start) + self.text[end:]

    def set_field(
        self,
        variable: str,
        start: int,
        end: int,
        *,
        value: str | None = None,
        sure: Confidence = Confidence.LIKELY,
    ) -> bool:
        """Make a stretch the value of a variable, unless it has one already; tell whether it was made."""
        content = clean(self.raw[start:end]) if value is None else value
        if variable in self.fields or not content:
            return False
        self.fields[variable] = content
        self.mark(variable, start, end, sure=sure)
        return True

    def set_date(
        self,
        variable: str,
        start: int,
        end: int,
        value: Date,
        *,
        sure: Confidence = Confidence.CERTAIN,
    ) -> bool:
        """Make a stretch a date, unless there is one already."""
        if variable in self.dates:
            return False
        self.dates[variable] = value
        self.mark(variable, start, end, sure=sure)
        return True

    def mark(self, variable: str, start: int, end: int, *, sure: Confidence = Confidence.LIKELY) -> None:
        """Remember where a variable stands, and blank it."""
        super().mark(variable, start, end, sure=sure)
        self.blank(start, end)

    def find(self, code: str, index: int, detail: str = "") -> None:
        """Note a finding at an index of the raw text."""
        self.findings.append((code, index, detail))

    def has_words(self, start: int, end: int) -> bool:
        """Tell whether a letter is left between two indices."""
        return _LETTER.search(self.text, start, end) is not None


_LETTER: Final = later(r"[^\W\d_]")
_EDGES: Final = " \t\n\r,.;:，。；：、．\x00"


def clean(text: str) -> str:
    """Join a wrapped text's lines and take the separators off both its ends; a final `.` of `Jr.` is not one."""
    joined = " ".join(text.split())
    if "\n" in text:
        joined = _BETWEEN_WIDE.sub("", joined)
    return joined.strip(_EDGES)


_BETWEEN_WIDE: Final = later(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
