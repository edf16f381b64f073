"""Items and a style into citations and a reference list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

from tipcite.csl import (
    Cite,
    Entry,
    OutputFormat,
    Processor,
    SortOrder,
    format_bibliography,
    format_inline,
    parse_style,
    rtf_document,
)
from tipcite.lang import decide_language
from tipcite.model import Item
from tipcite.render.accessed import ShowAccessed, with_days, without_accessed
from tipcite.render.order import HEADINGS, SIMPLIFIED_HEADINGS, Order, Part, collation, part_of
from tipcite.render.pages import (
    CHINESE_TITLE,
    SIMPLIFIED_TITLE,
    WESTERN_TITLE,
    Title,
    write_document,
    write_heading,
)
from tipcite.render.snapshots import ShowArchived, with_archive_variables, with_snapshot
from tipcite.render.sort_keys import sort_keys_of
from tipcite.render.variants import with_variants

Load: TypeAlias = Callable[[str], bytes | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The entries of one part of a list, in their order; without headings all are one group."""

    part: Part | None
    entries: tuple[Entry, ...]


class Renderer:
    """The items of one article in one style."""

    def __init__(
        self,
        style: str | bytes,
        items: Sequence[Item],
        *,
        order: Order | None = None,
        load_locale: Load,
        load_parent: Load | None = None,
        short_names: Mapping[str, str] | None = None,
        show_archived: ShowArchived = ShowArchived.DEAD,
        show_accessed: ShowAccessed = ShowAccessed.STYLE,
    ) -> None:
        """Read the style and order the items; `short_names` are the short names of institutions.

        `show_accessed` says whether retrieval dates are printed; `always` prints them in the list, not in citations.

        Without an `order`, Chinese comes first where the style sorts its list, by strokes or, in a style for
        mainland China, by pinyin; a style that lists sources as they were cited keeps that order.

        Raises:
            StyleError: the style is faulty, or uses what is not supported.
        """
        parsed = parse_style(style, load_parent=load_parent)
        sorts = parsed.bibliography is not None and bool(parsed.bibliography.keys)
        order = order or (_usual_order(parsed.default_locale) if sorts else None)
        self._order = order or Order.MIXED
        self._locale = parsed.default_locale or ""
        self._hanging = parsed.bibliography is not None and parsed.bibliography.hanging_indent
        self._show_accessed, self._load_locale = show_accessed, load_locale
        printed = (with_variants(with_archive_variables(with_snapshot(item, show_archived))) for item in items)
        self._items = [without_accessed(one) if show_accessed is ShowAccessed.NEVER else one for one in printed]
        self._processor = Processor(
            parsed,
            self._items,
            load_locale=load_locale,
            load_parent=load_parent,
            short_names=short_names,
            order=SortOrder(
                collation=collation(order, sort_keys_of(items)),
                group_of=lambda item: self._order.rank(decide_language(item)),
            ),
        )

    def cite(self, cluster: Sequence[Cite], *, note_index: int = 0, to: OutputFormat = OutputFormat.TEXT) -> str:
        """Return the next citation of a document; in RTF it is a document, for RTF names its fonts there.

        `note_index` is the number of the note that it stands in, 0 in the text.

        Raises:
            UnknownKey: a cite names an item that was not given.
        """
        written = format_inline(self._processor.cite(cluster, note_index=note_index).inline, to, home=self._home)
        return rtf_document(f"{{\\pard\\plain\\fs24 {written}\\par}}\n").rstrip("\n") if to == "rtf" else written

    def forget(self) -> None:
        """Forget what was cited: the next citation is the first of a document again."""
        self._processor.forget()

    def references(
        self, *, to: OutputFormat = OutputFormat.TEXT, headings: bool = False, standalone: bool = False
    ) -> str:
        """Return the reference list, with a final newline; with headings above the parts that are not empty.

        A list in which the languages alternate has no headings. HTML, LaTeX and Typst are parts of a document unless
        they stand alone; RTF always does.
        """
        groups = self._groups(headings=headings)
        blocks = (block for group in groups for block in self._blocks(group, to))
        text = ("\n" if to in {OutputFormat.HTML, OutputFormat.RTF} else "\n\n").join(blocks)
        text = text + "\n" if text else ""
        if not standalone and to is not OutputFormat.RTF:
            return text
        return write_document(text, self._title, to, home=self._home)

    def docx(self, *, headings: bool = False) -> bytes:
        """Return the reference list as a Word document (Office Open XML)."""
        from tipcite.render.docx import Section, write_docx  # python-docx takes a fifth of a second

        groups = self._groups(headings=headings)
        sections = [Section(heading=self._heading(group), entries=group.entries) for group in groups]
        return write_docx(sections, self._title, hanging=self._hanging, home=self._home)

    def groups(self) -> tuple[Group, ...]:
        """Return the entries by their parts, in the order of the list."""
        return tuple(
            Group(part=part, entries=tuple(group))
            for part, group in groupby(self._entries, key=lambda entry: self._order.part_of(entry.language))
        )

    @property
    def alternates(self) -> bool:
        """Tell whether the languages of the list alternate, so that a heading would have to be repeated."""
        groups = self.groups()
        return len(groups) > len({group.part for group in groups})

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        entries = self._processor.bibliography()
        if self._show_accessed is not ShowAccessed.ALWAYS:
            return entries
        return with_days(entries, self._items, self._processor, self._load_locale)

    def _groups(self, *, headings: bool) -> tuple[Group, ...]:
        """Return the groups to print: one where no headings are wanted, or would be repeated."""
        if headings and not self.alternates:
            return self.groups()
        return (Group(part=None, entries=self._entries),)

    def _blocks(self, group: Group, to: OutputFormat) -> Iterator[str]:
        if group.part is not None:
            yield write_heading(self._heading(group), to, home=self._home)
        yield format_bibliography(group.entries, to, hanging=self._hanging, home=self._home).rstrip("\n")

    @cached_property
    def _title(self) -> Title:
        return list_title(self._entries, self._locale)

    @property
    def _home(self) -> str:
        """The language whose readers the list is set for: the style's if that is East Asian, else that of its title."""
        return self._locale if part_of(self._locale) is Part.CHINESE else self._title.language

    def _heading(self, group: Group) -> str:
        if group.part is None:
            return ""
        headings = SIMPLIFIED_HEADINGS if _is_mainland(self._home) else HEADINGS
        return headings[group.part]


def _usual_order(locale: str) -> Order:
    """Return how a list is ordered where nobody says otherwise."""
    return Order("chinese-first, pinyin") if _is_mainland(locale) else Order.CHINESE_FIRST


def _is_mainland(language: str) -> bool:
    """Tell whether a language is Chinese in the orthography of the mainland."""
    return language.lower().startswith(("zh-cn", "zh-hans", "zh-sg"))


def list_title(entries: Sequence[Entry], locale: str = "") -> Title:
    """Return the title of a list: Chinese as soon as an entry is.

    It is Simplified when all of those are, or when the style is made for the mainland (`locale`).
    """
    chinese = [entry.language for entry in entries if part_of(entry.language) is Part.CHINESE]
    if not chinese:
        return WESTERN_TITLE
    return SIMPLIFIED_TITLE if _is_mainland(locale) or all(map(_is_mainland, chinese)) else CHINESE_TITLE
