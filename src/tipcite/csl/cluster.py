"""The cites of one cluster, joined in their layout with their own affixes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from tipcite.csl.layout import CompiledLayout
from tipcite.csl.position import Cite
from tipcite.csl.richtext import parse_field
from tipcite.csl.situation import Record
from tipcite.csl.tree import EMPTY, Seq, Status, Tag, Text, Tree, Wrap, find_tagged, is_empty, replace_first, sequence

_SENTENCE_ENDS: Final = tuple(".!?。！？")
_STOPS: Final = tuple(",;.；，。")


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedCite:
    """One cite with its settled tree; `delimiter` of None stands before it as the layout says."""

    cite: Cite
    record: Record
    layout: CompiledLayout
    tree: Tree
    number: int
    narrative: Tree | None = None
    """The names for the sentence, where the style has words of their own for them."""
    delimiter: str | None = None
    joined: bool = False
    """A cite drawn into the one before: its affixes are gone."""


def join_cites(cites: Sequence[RenderedCite], *, one_layout: bool) -> Tree:
    """Join the cites with the delimiters that collapsing has chosen, in the layout's affixes and formatting."""
    parts: list[Tree] = []
    before = ""
    layout = cites[0].layout
    wrap = layout.wrap
    for cite in cites:
        tree = with_affixes(cite)
        if is_empty(tree):
            continue
        if parts:
            delimiter = layout.delimiter if cite.delimiter is None else cite.delimiter
            parts.append(Text(_joint(delimiter, before, cite.cite.prefix)))
            if not one_layout:
                layout = cite.layout
                wrap = replace(wrap, suffix=layout.wrap.suffix)
        parts.append(tree)
        before = cite.cite.suffix.rstrip()
    if all(cite.cite.author_only for cite in cites):
        # Names in the run of a sentence stand without the brackets of the layout.
        wrap = replace(wrap, prefix="", suffix="")
    return sequence((Seq(tuple(parts), Status.RENDERED, wrap),)) if parts else EMPTY


def _joint(delimiter: str, suffix: str, prefix: str) -> str:
    """Return what stands between two cites: a stop that someone wrote there takes the delimiter's place."""
    if prefix[:1] in _STOPS:
        return ""
    return " " if suffix[-1:] in _STOPS and delimiter else delimiter


def with_affixes(cite: RenderedCite) -> Tree:
    """Put a cite's own prefix and suffix around it, with the spaces that people forget."""
    tree = _authors(cite)
    prefix, suffix = cite.cite.prefix, cite.cite.suffix
    if not prefix and not suffix:
        return tree
    quotes = cite.layout.locale.quotes
    spaced = _spaced_suffix(suffix) if suffix else ""
    stop = spaced[:1] if spaced[:1] in _STOPS and not is_empty(tree) else ""
    parts = [sequence((tree,), Wrap(suffix=stop)) if stop else tree]
    if prefix:
        parts.insert(0, parse_field(_spaced_prefix(prefix), quotes))
    if spaced[len(stop) :]:
        parts.append(parse_field(spaced[len(stop) :], quotes))
    return sequence(parts)


def with_narrative(cites: Sequence[RenderedCite], citation: Tree, *, plain_et_al: bool, always_blank: bool) -> Tree:
    """Put the names of a composite citation before it, in the run of the sentence."""
    first = cites[0]
    names = find_tagged(first.tree, Tag.NAMES) if first.cite.composite else None
    if names is None:
        return citation
    et_al = find_tagged(names, Tag.ET_AL) if plain_et_al else None
    shown = names if et_al is None else replace_first(names, et_al, sequence(et_al.children))
    shown = shown if first.narrative is None else first.narrative
    # A full-width bracket brings its own space.
    is_wide = first.layout.wrap.prefix[:1] > "\u2e80"
    return sequence([shown, citation], None, "" if is_wide and not always_blank else " ")


def begins_sentence(prefix: str, *, first: bool) -> bool:
    """Tell whether a cite stands where a sentence begins: at the start of a note, or after a full sentence."""
    text = prefix.rstrip(" ”’\"'»")
    return (first and not text) or (text[-1:] in _SENTENCE_ENDS and " " in text)


def _authors(cite: RenderedCite) -> Tree:
    """Leave the author out, or everything else, when the cite asks for that."""
    names = find_tagged(cite.tree, Tag.NAMES)
    if cite.cite.author_only:
        return cite.narrative or names or EMPTY
    if (cite.cite.suppress_author or cite.cite.composite) and names is not None:
        return replace_first(cite.tree, names, EMPTY)
    return cite.tree


def _spaced_prefix(prefix: str) -> str:
    last = prefix[-1]
    return prefix if last.isspace() or last in "([\"'“‘（《〈「、，" or last > "\u2e80" else prefix + " "


def _spaced_suffix(suffix: str) -> str:
    first = suffix[0]
    return " " + suffix if (first.isalnum() and first < "\u2e80") or first in "([&" else suffix
