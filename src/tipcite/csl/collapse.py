"""Collapsing: cites of a cluster drawn together by number, year or year suffix (CSL 1.0.2, Cite Collapsing).

A cite that is drawn into others keeps its place in the list; its tree loses what is not repeated and its
`delimiter` says what stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tipcite.csl.cluster import RenderedCite
from tipcite.csl.nodes import Collapse
from tipcite.csl.tree import EMPTY, Tag, Tree, find_tagged, plain, replace_first

_RANGE_MARK: Final = "–"
_DEFAULT_GROUP_DELIMITER: Final = ", "


def collapse_cites(
    cites: Sequence[RenderedCite], rules: Collapse, *, grouped: bool = True, layout_in_groups: bool = False
) -> list[RenderedCite]:
    """Collapse the cites of one cluster as the style says.

    Without `grouped` cites keep their places: only neighbours are drawn together. What `layout_in_groups` means is
    told in `Conventions`.
    """
    if rules.method == "citation-number":
        return _collapse_numbers(list(cites), rules)
    if not rules.method and rules.group_delimiter is None:
        return list(cites)
    out: list[RenderedCite] = []
    after: str | None = None
    for group in _groups(cites, grouped=grouped):
        collapsed = _collapse_group(group, rules, grouped=grouped, layout_in_groups=layout_in_groups)
        if out and after is not None and collapsed:
            collapsed[0] = replace(collapsed[0], delimiter=after)
        # With years alone a style means every change of names, as Chicago does.
        after = rules.after_delimiter if len(group) > 1 or rules.method == "year" else None
        out += collapsed
    return out


def _groups(cites: Sequence[RenderedCite], *, grouped: bool) -> list[list[RenderedCite]]:
    """Bring cites with the same names together, at the place of the first of them."""
    groups: list[list[RenderedCite]] = []
    places: dict[str, int] = {}
    last = ""
    for number, cite in enumerate(cites):
        key = _names_key(cite)
        if not key:
            # Without names only neighbours that differ in nothing but the letter belong together.
            rest = _without_suffix(cite)
            same = number > 0 and rest != "" and rest == _without_suffix(cites[number - 1])
            key = last if same else f"\n{number}"
        if key in places and (grouped or key == last):
            groups[places[key]].append(cite)
        else:
            places[key] = len(groups)
            groups.append([cite])
        last = key
    return groups


def _names_key(cite: RenderedCite) -> str:
    names = find_tagged(cite.tree, Tag.NAMES)
    return plain(names) if names is not None else ""


def _collapse_group(
    group: list[RenderedCite], rules: Collapse, *, grouped: bool, layout_in_groups: bool
) -> list[RenderedCite]:
    delimiter = rules.group_delimiter
    by_comma = rules.method == "year" or (rules.method != "" and grouped)
    if delimiter is None and by_comma and not (layout_in_groups and rules.after_delimiter is not None):
        delimiter = _DEFAULT_GROUP_DELIMITER
    out = [group[0]]
    for before, cite in pairwise(group):
        drawn = cite.cite.prefix == "" and rules.method != ""
        tree = _without_names(cite.tree) if drawn else cite.tree
        # A locator would run into the next year without the stronger delimiter.
        joint = rules.after_delimiter if before.cite.locator and rules.after_delimiter else delimiter
        out.append(replace(cite, tree=tree, delimiter=joint))
    if rules.method.startswith("year-suffix"):
        return _collapse_suffixes(group, out, rules)
    return out


def _without_names(tree: Tree) -> Tree:
    names = find_tagged(tree, Tag.NAMES)
    return tree if names is None else replace_first(tree, names, EMPTY)


def _collapse_suffixes(group: list[RenderedCite], drawn: list[RenderedCite], rules: Collapse) -> list[RenderedCite]:
    """Leave only the letter of cites of the same year; with the ranged method, runs of three become ranges."""
    out = [drawn[0]]
    for before, cite, short in zip(group, group[1:], drawn[1:], strict=False):
        suffix = find_tagged(cite.tree, Tag.YEAR_SUFFIX)
        if suffix is None or cite.cite.prefix or cite.cite.locator or before.cite.locator or before.cite.suffix:
            out.append(short)
            continue
        if _without_suffix(before) != _without_suffix(cite):
            out.append(short)
            continue
        delimiter = next(
            mark
            for mark in (rules.year_suffix_delimiter, rules.group_delimiter, cite.layout.delimiter)
            if mark is not None
        )
        out.append(replace(cite, tree=suffix, delimiter=delimiter, joined=True))
    if rules.method == "year-suffix-ranged":
        return _ranges(out, _suffix_number, lambda cite: cite.joined)
    return out


def _without_suffix(cite: RenderedCite) -> str:
    suffix = find_tagged(cite.tree, Tag.YEAR_SUFFIX)
    return "" if suffix is None else plain(replace_first(cite.tree, suffix, EMPTY))


def _suffix_number(cite: RenderedCite) -> int | None:
    suffix = find_tagged(cite.tree, Tag.YEAR_SUFFIX)
    if suffix is None:
        return None
    number = 0
    for letter in plain(suffix):
        if "a" <= letter <= "z":
            number = number * 26 + ord(letter) - ord("a") + 1
    return number


def _collapse_numbers(cites: list[RenderedCite], rules: Collapse) -> list[RenderedCite]:
    out = _ranges(cites, _citation_number, lambda cite: not cite.cite.prefix)
    if rules.after_delimiter is None:
        return out
    after = [False, *(cite.joined for cite in out)]
    return [
        replace(cite, delimiter=rules.after_delimiter) if drawn and cite.delimiter is None else cite
        for cite, drawn in zip(out, after, strict=False)
    ]


def _citation_number(cite: RenderedCite) -> int | None:
    """Return the number of a cite that shows nothing but it."""
    number = find_tagged(cite.tree, Tag.CITATION_NUMBER)
    if number is None or cite.cite.locator or cite.cite.suffix:
        return None
    return cite.number


def _ranges(
    cites: list[RenderedCite],
    number_of: Callable[[RenderedCite], int | None],
    may_follow: Callable[[RenderedCite], bool],
) -> list[RenderedCite]:
    """Replace runs of three and more numbers in a row by their ends."""
    out: list[RenderedCite] = []
    at = 0
    while at < len(cites):
        end = at
        while end + 1 < len(cites) and may_follow(cites[end + 1]) and _follows(cites[end], cites[end + 1], number_of):
            end += 1
        if end - at >= 2:
            out += [cites[at], replace(cites[end], delimiter=_range_mark(cites[end]), joined=True)]
        else:
            out += cites[at : end + 1]
        at = end + 1
    return out


def _range_mark(cite: RenderedCite) -> str:
    """Return what the language puts between the ends of a range; the term is CSL-M's and CSL 1.1's."""
    return cite.layout.locale.term("citation-range-delimiter") or _RANGE_MARK


def _follows(before: RenderedCite, after: RenderedCite, number_of: Callable[[RenderedCite], int | None]) -> bool:
    first, second = number_of(before), number_of(after)
    return first is not None and second is not None and second == first + 1
