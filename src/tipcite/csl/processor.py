"""The passes, in order: read this first.

For the whole list of items: 1 read the items, 2 order them and give them numbers, 3 render each once,
4 tell apart those that look the same. For a cluster: 5 find the place of each cite, 6 render and settle,
7 sort, 8 collapse, 9 join in the layout, 10 settle the inline. For the bibliography: 6, 11 subsequent
authors, 12 second field, 10.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

from tipcite.csl.align import align_second_field
from tipcite.csl.cluster import RenderedCite, begins_sentence, join_cites, with_narrative
from tipcite.csl.collapse import collapse_cites
from tipcite.csl.conventions import USUAL, Conventions
from tipcite.csl.disambiguate import candidate, disambiguate
from tipcite.csl.inline import Inline, settle_inline
from tipcite.csl.layout import CompiledLayout, CompiledSection, Locales
from tipcite.csl.locale import LoadLocale
from tipcite.csl.nodes import Style
from tipcite.csl.parse import LoadParent, parse_style
from tipcite.csl.position import Cite, Place, Tracker
from tipcite.csl.shape import mentioned_variables
from tipcite.csl.situation import Position, Record, Situation, read_item
from tipcite.csl.slips import RangeSlip
from tipcite.csl.sort import Collation, SortOrder, default_collation, sort_records
from tipcite.csl.substitute import substitute_authors
from tipcite.csl.tree import Seq, Settled, Tree, capitalize_first_term, is_empty, is_number
from tipcite.errors import UnknownKey
from tipcite.lang import decide_language
from tipcite.model import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedCluster:
    """One rendered citation: its cites' keys as sorted, and its content, empty when nothing was printed."""

    keys: tuple[str, ...]
    inline: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One rendered entry of the bibliography; blocks for display are spans in its content."""

    key: str
    language: str
    inline: tuple[Inline, ...]


class Processor:
    """A style and the items of one document; cites clusters in their order and makes the bibliography."""

    def __init__(  # noqa: PLR0913  (the callables keep the engine free of input and output)
        self,
        style: str | bytes | Style,
        items: Iterable[Item],
        *,
        load_locale: LoadLocale,
        locale: str = "",
        load_parent: LoadParent | None = None,
        language_of: Callable[[Item], str] = decide_language,
        order: SortOrder | None = None,
        collation: Collation | None = None,
        group_of: Callable[[Item], int] | None = None,
        short_names: Mapping[str, str] | None = None,
        conventions: Conventions = USUAL,
    ) -> None:
        self.style = style if isinstance(style, Style) else parse_style(style, load_parent=load_parent)
        self.locale = locale or self.style.default_locale or "en-US"
        order = order or SortOrder()
        self._collation = (
            collation or order.collation or default_collation(self.style.default_locale_sort or self.locale)
        )
        self._group_of = group_of or order.group_of
        self._language_of = language_of
        self._short_names = dict(short_names or {})
        self._conventions = conventions
        self._mentioned = mentioned_variables(self.style)
        locales = Locales(self.style, load_locale)
        self._citation = CompiledSection(self.style, self.style.citation, locales, self.locale, conventions)
        self._bibliography = (
            CompiledSection(self.style, self.style.bibliography, locales, self.locale, conventions)
            if self.style.bibliography
            else None
        )
        self._intext = (
            CompiledSection(self.style, self.style.intext, locales, self.locale, conventions)
            if self.style.intext
            else None
        )
        self._take(items)

    def with_items(self, items: Iterable[Item]) -> Processor:
        """Return a processor for other items, nothing cited yet; the compiled style is shared."""
        other = copy(self)
        other._take(items)
        return other

    def forget(self) -> None:
        """Forget what was cited: the next citation is the first of the document again."""
        self._introduced: set[str] = set()
        self._tracker = Tracker(self.style.citation.near_note_distance)

    def _take(self, items: Iterable[Item]) -> None:
        items = list({item.key: item for item in items}.values())
        family_first, mentioned = self._conventions.family_first, self._mentioned
        self._records = [
            read_item(
                item,
                self._language_of(item),
                family_first=family_first,
                mentioned=mentioned,
                short_names=self._short_names,
                single_blanks=self._conventions.single_blanks,
            )
            for item in items
        ]
        self._ranks = [self._group_of(item) if self._group_of else 0 for item in items]
        self._positions = {record.key: position for position, record in enumerate(self._records)}
        self._dress_range = RangeSlip(self.style).dressed if self._conventions.lost_range_dress else None
        self._order, self._numbers = self._ordered()
        self._settled = self._tell_apart()
        self.forget()

    def cite(self, cluster: Sequence[Cite], *, note_index: int = 0) -> CitedCluster:
        """Render the next citation of the document; `note_index` is the number of its note, 0 in the text.

        Raises:
            UnknownKey: a cite names an item that was not given.
        """
        places = self._tracker.places(cluster, note_index)
        cites = [self._cite(cite, place) for cite, place in zip(cluster, places, strict=True)]
        cites = self._sorted(cites)
        if not cites:
            return CitedCluster(keys=(), inline=())
        collapsed = collapse_cites(
            cites,
            self.style.citation.collapse,
            grouped=bool(self.style.citation.keys),
            layout_in_groups=self._conventions.layout_in_groups,
        )
        tree = with_narrative(
            cites,
            join_cites(collapsed, one_layout=self._conventions.one_layout),
            plain_et_al=self._conventions.plain_narrative,
            always_blank=self._conventions.narrative_blank,
        )
        inline = self._settle_inline(tree, cites[0].layout)
        return CitedCluster(keys=tuple(cite.record.key for cite in cites), inline=inline)

    def bibliography(self) -> tuple[Entry, ...]:
        """Render the bibliography in its order; () when the style has none."""
        if self._bibliography is None:
            return ()
        section = self._bibliography.section
        records = [self._records[index] for index in self._order]
        layouts = [self._bibliography.layout(record.language) for record in records]
        # One entry at a time: the trees of a long list would take many times the room of its text.
        rendered = (self._entry_parts(record, layout) for record, layout in zip(records, layouts, strict=True))
        parts = substitute_authors(rendered, section)
        return tuple(
            Entry(
                key=record.key,
                language=record.language,
                inline=self._settle_inline(align_second_field(trees, layout, section.second_field_align), layout),
            )
            for record, layout, trees in zip(records, layouts, parts, strict=True)
        )

    def order(self) -> tuple[str, ...]:
        """Return the keys of all items in the order of the bibliography."""
        return tuple(self._records[index].key for index in self._order)

    def _ordered(self) -> tuple[list[int], list[int]]:
        """Return the order of the bibliography and each record's number in it."""
        section = self._bibliography
        count = len(self._records)
        situations = [
            Situation(record=record, number=index + 1, in_citation=False) for index, record in enumerate(self._records)
        ]
        order = sort_records(section, situations, self._collation) if section else list(range(count))
        order.sort(key=self._ranks.__getitem__)
        numbers = [0] * count
        for number, index in enumerate(order, start=1):
            numbers[index] = number
        return order, numbers

    def _tell_apart(self) -> list[Settled]:
        rules = self.style.citation.disambiguation
        candidates = []
        for index in self._order:
            record = self._records[index]
            layout = self._citation.layout(record.language)
            # Cites are compared in their short form, as they stand after the first.
            situation = Situation(
                record=record,
                number=self._numbers[index],
                position=Position.SUBSEQUENT,
                near_note=True,
                comparing=True,
                dress_range=self._dress_range,
            )
            letter = record.texts.get("year-suffix", "") if rules.add_year_suffix else ""
            candidates.append(candidate(layout.body.render(situation), letter))
        settled: list[Settled] = [Settled()] * len(self._records)
        for index, found in zip(self._order, disambiguate(candidates, rules), strict=True):
            settled[index] = found
        return settled

    def _settle_inline(self, tree: Tree, layout: CompiledLayout) -> tuple[Inline, ...]:
        return settle_inline(
            tree,
            punctuation_in_quote=layout.punctuation_in_quote,
            wide_stops=self._conventions.stops_meet,
            every_format=self._conventions.every_format,
            close_joints=self._conventions.close_joints,
        )

    def _cite(self, cite: Cite, place: Place) -> RenderedCite:
        position = self._positions.get(cite.key)
        if position is None:
            raise UnknownKey(f"no item has the key {cite.key!r}; give the processor every item that is cited")
        record = self._records[position]
        layout = self._citation.layout(record.language)
        situation = Situation(
            record=self._as_introduced(record),
            locator=cite.locator.strip(),
            label=cite.label,
            position=place.position,
            near_note=place.near_note,
            first_note=place.first_note,
            number=self._numbers[position],
            settled=self._settled[position],
            dress_range=self._dress_range,
        )
        tree = layout.body.render(situation)
        if self.style.style_class == "note" and begins_sentence(cite.prefix, first=place.first):
            tree = capitalize_first_term(tree)
        return RenderedCite(
            cite=cite,
            record=record,
            layout=layout,
            tree=tree,
            number=self._numbers[position],
            narrative=self._narrative(cite, situation),
        )

    def _narrative(self, cite: Cite, cited: Situation) -> Tree | None:
        """Write the names that stand in the sentence, where the style says how."""
        if self._intext is None or not (cite.composite or cite.author_only):
            return None
        layout = self._intext.layout(cited.record.language)
        fresh = Situation(record=cited.record, position=cited.position, number=cited.number, settled=cited.settled)
        tree = layout.body.render(fresh)
        return None if is_empty(tree) else Seq((tree,), tree.status, layout.wrap)

    def _as_introduced(self, record: Record) -> Record:
        """Return the record with its institutions marked that the document has named before, and note the others."""
        institutions = {person.literal for people in record.names.values() for person in people if person.short}
        if not institutions:
            return record
        known = institutions & self._introduced
        self._introduced |= institutions
        names = {
            variable: tuple(replace(person, introduced=person.literal in known) for person in people)
            for variable, people in record.names.items()
        }
        return replace(record, names=names) if known else record

    def _sorted(self, cites: list[RenderedCite]) -> list[RenderedCite]:
        if len(cites) < 2:
            return cites
        situations = [Situation(record=cite.record, number=cite.number) for cite in cites]
        settled = [self._settled[self._positions[cite.record.key]] for cite in cites]
        return [cites[index] for index in sort_records(self._citation, situations, self._collation, settled)]

    def _entry_parts(self, record: Record, layout: CompiledLayout) -> list[Tree]:
        index = self._positions[record.key]
        situation = Situation(
            record=record,
            number=self._numbers[index],
            in_citation=False,
            settled=replace(self._settled[index], shapes={}),
            dress_range=self._dress_range,
        )
        trees = [part(situation) for part in layout.body.parts(record)]
        return _capitalized(trees)


def _capitalized(trees: list[Tree]) -> list[Tree]:
    """Give an entry that begins with a term, after its number, a capital."""
    for at, tree in enumerate(trees):
        if is_empty(tree) or is_number(tree):
            continue
        return [*trees[:at], capitalize_first_term(tree), *trees[at + 1 :]]
    return trees
