"""What compiled elements are, and how their trees are put together; `compile` makes them of nodes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tipcite.csl.situation import Situation
from tipcite.csl.tree import (
    EMPTY,
    MISSING,
    Alternatives,
    Seq,
    Status,
    Tag,
    Text,
    Tree,
    Wrap,
    is_empty,
    sealed,
    sequence,
)

Closure = Callable[[Situation], Tree]


def disambiguated(
    body: Closure, otherwise: Closure, holds: Callable[[Situation], bool], match: str, *, others: bool
) -> Closure:
    """Leave a condition open until it is known which cites need telling apart."""
    first, second = (otherwise, body) if match == "none" else (body, otherwise)

    def choose(situation: Situation) -> Tree:
        rest = holds(situation) if others else match != "any"
        if match == "any" and rest:
            return body(situation)
        if match != "any" and not rest:
            return otherwise(situation)
        if situation.settled is None:
            return Alternatives(first(situation), second(situation))
        situation.conditions += 1
        return (first if situation.settled.disambiguate >= situation.conditions else second)(situation)

    return choose


class Constant:
    """A closure that gives the same tree for every item of its shape."""

    __slots__ = ("tree",)

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def __call__(self, _: Situation) -> Tree:
        """Return the tree."""
        return self.tree


NOTHING: Final = Constant(EMPTY)
LACKING: Final = Constant(MISSING)
"""What asks for a variable that the item lacks: a group of nothing else disappears."""


def prints_nothing(closure: Closure) -> bool:
    """Tell whether a closure never prints anything for its shape of items."""
    return isinstance(closure, Constant) and is_empty(closure.tree)


def useful(closures: list[Closure]) -> list[Closure]:
    """Leave out what never prints, and all but one of what is missing."""
    kept: list[Closure] = []
    missing = False
    for closure in closures:
        tree = closure.tree if isinstance(closure, Constant) else None
        if tree is None or not is_empty(tree):
            kept.append(closure)
        elif tree.status is Status.CALLED:
            missing = True
    return [*kept, LACKING] if missing else kept


def constant_trees(closures: list[Closure]) -> list[Tree]:
    """Return the trees of the closures that give always the same."""
    return [closure.tree for closure in closures if isinstance(closure, Constant)]


def as_macro(body: Closure) -> Closure:
    """Make a macro one piece that is suppressed like a group when all its variables are empty."""
    if isinstance(body, Constant):
        return Constant(_one_piece(body.tree))
    return lambda situation: _one_piece(body(situation))


def in_own_piece(body: Closure) -> Closure:
    """Keep what a macro gives in a sequence of its own: stops meet at its edges as at those of a group."""

    def piece(situation: Situation) -> Tree:
        tree = body(situation)
        return tree if is_empty(tree) else Seq((tree,), tree.status, None, "", Tag.NONE, False, tree.open)

    return piece


def _one_piece(tree: Tree) -> Tree:
    if tree.status is Status.CALLED:
        return MISSING
    tree = sealed(tree)
    if tree.status is Status.CONSTANT and isinstance(tree, (Text, Seq)) and not is_empty(tree):
        return replace(tree, status=Status.RENDERED)
    return tree


def as_constant(tree: Tree) -> Tree:
    """Give text of the style itself the status of a constant, whatever its markup."""
    match tree:
        case Text():
            return replace(tree, status=Status.CONSTANT)
        case Seq():
            return replace(tree, status=Status.CONSTANT, children=tuple(as_constant(child) for child in tree.children))
        case _:
            return tree


def upright_of(wrap: Wrap | None) -> Wrap | None:
    """Return the wrap without italics: there are none in Chinese, Japanese and Korean type."""
    if wrap is None or wrap.formatting is None or wrap.formatting.font_style not in ("italic", "oblique"):
        return wrap
    return replace(wrap, formatting=replace(wrap.formatting, font_style=""))


CAPITALS: Final = frozenset({"capitalize-first", "capitalize-all", "title", "uppercase", "sentence"})
_JOINTS: Final = re.compile(r"(\s*(?:,|&|\band\b)\s*)")


def cased_parts(value: str, wrap: Wrap | None, text_case: str) -> Tree:
    """Change the case of every part of a value that a joint of numbers parts: `Revised and Enlarged`."""
    case = Wrap(text_case=text_case)
    parts = (part for part in _JOINTS.split(value) if part)
    trees = [Text(part, Status.RENDERED) for part in parts]
    return sequence([tree if _JOINTS.fullmatch(tree.text) else sequence((tree,), case) for tree in trees], wrap)


def linked(value: str, base: str, wrap: Wrap | None, *, fixed_case: bool) -> Tree:
    """Write an address or an identifier as a link; `base` stands before an identifier in the link, not in the text."""
    target = value if value.startswith(("http://", "https://")) or not base else base + value
    link = Wrap(link=target, fixed_case=fixed_case)
    if wrap is not None and base and wrap.prefix.endswith(("doi.org/", "pubmed/", "articles/")):
        # CSL 1.0.2, appendix VI: an address in the prefix belongs to the link.
        whole = Seq((Text(wrap.prefix + value, Status.RENDERED),), Status.RENDERED, link)
        return sequence((whole,), replace(wrap, prefix=""))
    return sequence((Seq((Text(value, Status.RENDERED),), Status.RENDERED, link),), wrap)
