"""The rendered cite: text, sequences, and what may still change (names, year suffix, disambiguate).

A closure returns a tree whose status says what CSL's group rule needs to know: whether variables were
called and whether one was rendered. What is empty is always `EMPTY` or `MISSING`, never a hollow sequence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import ClassVar, Final, TypeAlias, assert_never

from tipcite.csl.locale import Quotes
from tipcite.csl.nodes import Formatting


class Status(IntEnum):
    """What became of the variables in a tree; of several parts the highest counts."""

    CONSTANT = 0
    """No variable was called."""
    CALLED = 1
    """Variables were called, and all were empty."""
    PENDING = 2
    """It hangs on a year suffix or on disambiguation that is not known yet."""
    RENDERED = 3
    """A variable was rendered."""


class Tag(IntEnum):
    """What a sequence is, for the passes over cites."""

    NONE = 0
    NAMES = 1
    """What one `<names>` gives, labels and all."""
    NAME_LIST = 2
    """The names of one variable."""
    NAME = 3
    YEAR_SUFFIX = 4
    CITATION_NUMBER = 5
    DATE = 6
    LOCATOR = 7
    TERM = 8
    ET_AL = 10
    SPLICE = 9
    """What a condition gives: its parts belong to the group around it, with that group's delimiter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrap:
    """What surrounds a sequence: the style's dress with everything looked up (marks of quotation, case)."""

    prefix: str = ""
    suffix: str = ""
    formatting: Formatting | None = None
    toggled: bool = False
    """Formatting that comes from a field's own markup flips what it stands in."""
    display: str = ""
    text_case: str = ""
    quotes: Quotes | None = None
    single: bool = False
    """The inner marks are wanted where no quotation is around."""
    strip_periods: bool = False
    fixed_case: bool = False
    link: str = ""
    affixes_inside: bool = False
    """On a layout the affixes are formatted too."""


# Nothing is made as often as these two. Nobody changes them, but a frozen class takes four times as long to make.
@dataclass(slots=True)
class Text:
    """A piece of text; `verbatim` text is not searched for collisions inside."""

    text: str
    status: Status = Status.CONSTANT
    open: ClassVar[bool] = False
    tag: ClassVar[Tag] = Tag.NONE


@dataclass(slots=True)
class Seq:
    """Parts in order, joined by a delimiter, in a wrap."""

    children: tuple[Tree, ...]
    status: Status
    wrap: Wrap | None = None
    delimiter: str = ""
    tag: Tag = Tag.NONE
    guarded: bool = False
    """A group whose suppression is still open: without anything rendered it disappears."""
    open: bool = False
    """Something in it is still symbolic; what is not open is never walked again."""


@dataclass(frozen=True, slots=True)
class NameShape:
    """How far a list of names is spelled out beyond its style: how many shown, each with how much given name."""

    shown: int = 0
    givens: tuple[int, ...] = ()

    def given(self, position: int) -> int:
        """Return how much of the given name is shown: 0 as the style says, 1 initials, 2 all."""
        return self.givens[position] if position < len(self.givens) else 0


PLAIN: Final = NameShape()


@dataclass(frozen=True, slots=True)
class NameBlock:
    """The names of one variable, still to be shaped; `render` is pure."""

    index: int
    variable: str
    total: int
    render: Callable[[NameShape], Tree]
    shown: int
    key: Callable[[int, int], str]
    """(position, how much given name) → the name as text; people are told apart by their names in full."""
    status: Status = Status.RENDERED
    open: ClassVar[bool] = True
    tag: ClassVar[Tag] = Tag.NONE


@dataclass(frozen=True, slots=True)
class YearSuffix:
    """The place of the letter in 2021a; `implicit` after a year, else where the style says."""

    implicit: bool
    wrap: Wrap | None = None
    status: Status = Status.PENDING
    open: ClassVar[bool] = True
    tag: ClassVar[Tag] = Tag.NONE


@dataclass(frozen=True, slots=True)
class Alternatives:
    """What is rendered when the cite needs `disambiguate="true"`, and what otherwise."""

    then: Tree
    otherwise: Tree
    status: Status = Status.PENDING
    open: ClassVar[bool] = True
    tag: ClassVar[Tag] = Tag.NONE


Tree: TypeAlias = Text | Seq | NameBlock | YearSuffix | Alternatives

EMPTY: Final = Text("", Status.CONSTANT)
MISSING: Final = Text("", Status.CALLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """All that is known about one item after disambiguation."""

    shapes: dict[int, NameShape] = field(default_factory=dict)
    year_suffix: str = ""
    disambiguate: int = 0
    """How many of the cite's `disambiguate` conditions hold, from the first on."""

    def with_shape(self, index: int, shape: NameShape) -> Settled:
        """Return it with another shape for one block of names."""
        return replace(self, shapes={**self.shapes, index: shape})


# Looked up once: these are the names of the engine's innermost loops.
_CONSTANT, _CALLED = Status.CONSTANT, Status.CALLED
_PENDING, _RENDERED = Status.PENDING, Status.RENDERED
_NONE, _SPLICE = Tag.NONE, Tag.SPLICE


def is_empty(tree: Tree) -> bool:
    """Tell whether nothing at all would be printed."""
    return tree is EMPTY or tree is MISSING or (isinstance(tree, Text) and not tree.text)


def sequence(children: Iterable[Tree], wrap: Wrap | None = None, delimiter: str = "", *, tag: Tag = Tag.NONE) -> Tree:
    """Join parts without the group rule: what a macro, a condition or a layout gives."""
    if isinstance(children, tuple) and len(children) == 1:
        return _single(children, wrap, tag)
    kept, status, is_open = _kept(children)
    if not kept:
        return EMPTY if status is _CONSTANT else MISSING
    if wrap is None and len(kept) == 1 and (tag is _NONE or tag is _SPLICE) and kept[0].status is status:
        return kept[0]
    return Seq(tuple(kept), status, wrap, delimiter, tag, False, is_open)


def _single(children: tuple[Tree, ...], wrap: Wrap | None, tag: Tag) -> Tree:
    child = children[0]
    if is_empty(child):
        return EMPTY if child.status is _CONSTANT else MISSING
    if wrap is None and (tag is _NONE or tag is _SPLICE):
        return child
    parts = child.children if isinstance(child, Seq) and child.tag is _SPLICE else children
    return Seq(parts, child.status, wrap, "", tag, False, child.open)


def group(children: Iterable[Tree], wrap: Wrap | None, delimiter: str) -> Tree:
    """Join parts by the group rule: gone when variables were called and all were empty (CSL 1.0.2, Group).

    A group that stays counts as a variable that was rendered.
    """
    kept, status, is_open = _kept(children)
    if status is _CALLED:
        return MISSING
    if not kept:
        return EMPTY
    if status is _PENDING:
        return Seq(tuple(kept), status, wrap, delimiter, _NONE, True, True)
    return Seq(tuple(kept), _RENDERED, wrap, delimiter, _NONE, False, is_open)


def sealed(tree: Tree) -> Tree:
    """Keep the parts of a condition together: what a macro gives is one piece."""
    if isinstance(tree, Seq) and tree.tag is Tag.SPLICE:
        return replace(tree, tag=Tag.NONE)
    return tree


def _kept(children: Iterable[Tree]) -> tuple[list[Tree], Status, bool]:
    """Leave out what is empty, open up what conditions gave; find the highest status, and whether a part is open."""
    status = _CONSTANT
    is_open = False
    kept: list[Tree] = []
    for child in children:
        if child is EMPTY:
            continue
        own = child.status
        if own > status:  # noqa: PLR1730  (the innermost loop of the engine)
            status = own
        if child is MISSING:
            continue
        if child.open:
            is_open = True
        if child.tag is _SPLICE:
            kept.extend(child.children)  # type: ignore[union-attr]  # only a sequence is spliced
        elif child.__class__ is not Text or child.text:
            kept.append(child)
    return kept, status, is_open


def settle(tree: Tree, settled: Settled) -> Tree:
    """Replace everything symbolic by what is known now."""
    return _Settling(settled).tree(tree)


class _Settling:
    """One walk over a tree; an implicit year suffix is printed once only."""

    __slots__ = ("conditions", "settled", "suffix_open")

    def __init__(self, settled: Settled) -> None:
        self.settled = settled
        self.conditions = 0
        self.suffix_open = True

    def tree(self, tree: Tree) -> Tree:
        if not tree.open:
            return tree
        match tree:
            case Text():
                return tree
            case Seq():
                return self._sequence(tree)
            case NameBlock():
                return tree.render(self.settled.shapes.get(tree.index, PLAIN))
            case YearSuffix():
                return self._suffix(tree)
            case Alternatives():
                self.conditions += 1
                return self.tree(tree.then if self.settled.disambiguate >= self.conditions else tree.otherwise)
            case _:
                assert_never(tree)

    def _sequence(self, seq: Seq) -> Tree:
        children, status, _ = _kept([self.tree(child) for child in seq.children])
        if seq.guarded:
            if status is Status.CALLED:
                return MISSING
            status = Status.RENDERED
        if not children:
            return EMPTY if status is Status.CONSTANT else MISSING
        return Seq(tuple(children), status, seq.wrap, seq.delimiter, seq.tag)

    def _suffix(self, suffix: YearSuffix) -> Tree:
        # A year suffix is no variable of the item: without one a group is not suppressed.
        if not self.settled.year_suffix or (suffix.implicit and not self.suffix_open):
            return EMPTY
        self.suffix_open = False
        letter = Text(self.settled.year_suffix, Status.RENDERED)
        return Seq((letter,), Status.RENDERED, suffix.wrap, "", Tag.YEAR_SUFFIX)


def symbols(tree: Tree) -> Iterator[Tree]:
    """Go through everything symbolic in a tree."""
    match tree:
        case Text():
            return
        case Seq():
            for child in tree.children if tree.open else ():
                yield from symbols(child)
        case Alternatives():
            yield tree
            yield from symbols(tree.then)
            yield from symbols(tree.otherwise)
        case NameBlock() | YearSuffix():
            yield tree
        case _:
            assert_never(tree)


def plain(tree: Tree) -> str:
    """Return the text of a settled tree, affixes and marks in place, nothing polished: a key to compare by."""
    out: list[str] = []
    _plain(tree, out)
    return "".join(out)


def _plain(tree: Tree, out: list[str]) -> None:
    if isinstance(tree, Text):
        out.append(tree.text)
    elif isinstance(tree, Seq):
        wrap = tree.wrap
        if wrap is not None:
            out.append(wrap.prefix)
        for number, child in enumerate(tree.children):
            if number and tree.delimiter:
                out.append(tree.delimiter)
            _plain(child, out)
        if wrap is not None:
            out.append(wrap.suffix)


def capitalize_first_term(tree: Tree) -> Tree:
    """Give a term that begins a cite a capital; any other beginning stays as it is."""
    found = _first_term(tree)
    if found is None or (found.wrap is not None and found.wrap.text_case == "uppercase"):
        return tree
    wrap = replace(found.wrap or Wrap(), text_case="capitalize-first")
    return replace_first(tree, found, replace(found, wrap=wrap))


def _first_term(tree: Tree) -> Seq | None:
    """Return the term that is the first thing printed, affixes and the number of the entry apart."""
    if not isinstance(tree, Seq) or tree.tag is Tag.TERM:
        return tree if isinstance(tree, Seq) else None
    for child in tree.children:
        if not (isinstance(child, Seq) and is_number(child)):
            return _first_term(child)
    return None


def is_number(tree: Tree) -> bool:
    """Tell whether a tree prints nothing but the number of the entry."""
    while isinstance(tree, Seq):
        if tree.tag is Tag.CITATION_NUMBER:
            return True
        if len(tree.children) != 1:
            return False
        tree = tree.children[0]
    return False


def find_tagged(tree: Tree, tag: Tag) -> Seq | None:
    """Return the first sequence with a tag, in the order of printing."""
    if not isinstance(tree, Seq):
        return None
    if tree.tag is tag:
        return tree
    for child in tree.children:
        found = find_tagged(child, tag)
        if found is not None:
            return found
    return None


def replace_first(tree: Tree, wanted: Seq, by: Tree) -> Tree:
    """Return the tree with one sequence (the very object) replaced; `EMPTY` takes it out with its delimiter."""
    if tree is wanted:
        return by
    if not isinstance(tree, Seq):
        return tree
    children = []
    found = False
    for child in tree.children:
        new = child if found else replace_first(child, wanted, by)
        found = found or new is not child
        if not is_empty(new):
            children.append(new)
    if not found:
        return tree
    if not children:
        return EMPTY
    return replace(tree, children=tuple(children))
