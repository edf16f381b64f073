"""Subsequent-author-substitute: names that repeat those of the entry before give way to a mark.

Rules (CSL 1.0.2, Reference Grouping): complete-all puts one mark for the whole list, complete-each one for
every name, partial-each one for every name that repeats from the start, partial-first for the first only.
Labels stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tipcite.csl.nodes import Section
from tipcite.csl.tree import EMPTY, Seq, Status, Tag, Text, Tree, find_tagged, is_empty, plain


def substitute_authors(entries: Iterable[list[Tree]], section: Section) -> Iterator[list[Tree]]:
    """Replace the names of every entry that repeat those of the entry before; entries pass through one by one."""
    mark = section.author_substitute
    if mark is None:
        yield from entries
        return
    before: list[str] = []
    for parts in entries:
        at, names = _first_names(parts)
        if names is None or names.status is not Status.RENDERED:
            # Nobody is named, or the style's own words stand for the names.
            yield parts
            before = []
            continue
        shown = _texts(names)
        marked = _substitute(names, shown, before, mark, section.author_substitute_rule)
        yield [*parts[:at], _swap(parts[at], names, marked), *parts[at + 1 :]]
        before = shown


def _first_names(parts: list[Tree]) -> tuple[int, Seq | None]:
    for at, part in enumerate(parts):
        names = find_tagged(part, Tag.NAMES)
        if names is not None:
            return at, names
    return 0, None


def _texts(names: Seq) -> list[str]:
    """Return the text of every name, or of whatever was substituted for names."""
    people = [plain(part) for part in _tagged(names, Tag.NAME)]
    return people or [plain(names)]


def _tagged(tree: Tree, tag: Tag) -> list[Seq]:
    if not isinstance(tree, Seq):
        return []
    if tree.tag is tag:
        return [tree]
    return [found for child in tree.children for found in _tagged(child, tag)]


def _substitute(names: Seq, shown: list[str], before: list[str], mark: str, rule: str) -> Tree:
    same = 0
    while same < min(len(shown), len(before)) and shown[same] == before[same]:
        same += 1
    complete = shown == before
    match rule:
        case "partial-each":
            return _mark_names(names, same, mark)
        case "partial-first":
            return _mark_names(names, min(same, 1), mark)
        case "complete-each":
            return _mark_names(names, same, mark) if complete else names
        case _:
            return _mark_list(names, mark) if complete else names


def _mark_names(names: Seq, count: int, mark: str) -> Tree:
    people = _tagged(names, Tag.NAME)[:count]
    if count and not people:
        return _mark_list(names, mark)
    return _map(names, lambda seq: _mark(mark) if any(seq is one for one in people) else None)


def _mark_list(names: Seq, mark: str) -> Tree:
    """Put the mark for the first list, nothing for the others; for a substituted title its content."""
    lists = _tagged(names, Tag.NAME_LIST)
    if not lists:
        return replace(names, children=(_mark(mark),)) if mark else EMPTY

    def change(seq: Seq) -> Tree | None:
        if seq is lists[0]:
            return _mark(mark)
        return EMPTY if any(seq is one for one in lists) else None

    return _map(names, change)


def _mark(mark: str) -> Tree:
    return Text(mark, Status.RENDERED) if mark else EMPTY


def _map(tree: Tree, change: Callable[[Seq], Tree | None]) -> Tree:
    """Return a tree with some of its sequences changed; None leaves one as it is."""
    if not isinstance(tree, Seq):
        return tree
    new = change(tree)
    if new is not None:
        return new
    children = tuple(child for part in tree.children if not is_empty(child := _map(part, change)))
    return replace(tree, children=children) if children else EMPTY


def _swap(tree: Tree, wanted: Seq, by: Tree) -> Tree:
    return _map(tree, lambda seq: by if seq is wanted else None)
