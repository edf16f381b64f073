"""Lists of names: order, delimiters, et al., labels, substitution. One person's name is in `person`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tipcite.csl.conventions import USUAL, Conventions
from tipcite.csl.locale import Locale
from tipcite.csl.nodes import Dress, Formatting, Institution, Label, NameOptions, Names, Style
from tipcite.csl.person import InstitutionFormat, Person, PersonFormat, is_east_asian
from tipcite.csl.situation import Position, Situation
from tipcite.csl.tree import (
    EMPTY,
    MISSING,
    PLAIN,
    NameBlock,
    NameShape,
    Seq,
    Status,
    Tag,
    Text,
    Tree,
    Wrap,
    is_empty,
    sequence,
)

Closure = Callable[[Situation], Tree]
_COMBINED: Final = frozenset({"editor", "translator"})


_BINDING: Final = frozenset({"cs", "fr", "ru"})
"""Languages whose typography leaves no short word at the end of a line: a particle keeps to its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFormat:
    """Everything about a list of names that the style fixes, looked up once."""

    person: PersonFormat
    delimiter: str
    and_: str
    """The word or sign between the last two, with its spaces; "" when there is none."""
    precedes_last: str
    precedes_et_al: str
    et_al: Tree
    et_al_spaced: bool
    minimum: int
    first: int
    use_last: bool
    subsequent_minimum: int
    subsequent_first: int
    wrap: Wrap | None
    """What each name wears; the words between are plain."""
    institution_wrap: Wrap | None
    institutions_apart: bool
    ellipsis_after: str
    """What stands before the ellipsis after a single name; "" for the delimiter."""

    def limits(self, position: Position) -> tuple[int, int]:
        """Return et-al-min and et-al-use-first for a cite."""
        if position is Position.FIRST:
            return self.minimum, self.first
        return self.subsequent_minimum, self.subsequent_first


def merge_options(*layers: NameOptions) -> NameOptions:
    """Merge options, later layers before earlier ones."""
    merged = layers[0]
    for layer in layers[1:]:
        changes = {name: value for name in NameOptions.__slots__ if (value := getattr(layer, name)) is not None}
        merged = replace(merged, **changes) if changes else merged
    return merged


def compile_names(
    node: Names,
    *,
    style: Style,
    locale: Locale,
    inherited: NameOptions,
    wrap_of: Callable[[Dress], Wrap | None],
    substitutes: Sequence[Closure],
    formats: dict[int, ListFormat],
    conventions: Conventions = USUAL,
) -> Closure:
    """Compile `<names>` with the options that it inherits; substitutes are compiled already.

    `formats` keeps what was looked up for a node when it is compiled for another shape of items.
    """
    options = merge_options(inherited, node.name.options)
    format_ = formats.get(id(node))
    if format_ is None:
        format_ = formats[id(node)] = _list_format(node, options, style, locale, wrap_of, conventions)
    label = _compile_label(node.label, locale, wrap_of) if node.label else None
    delimiter = node.delimiter if node.delimiter is not None else inherited.names_delimiter or ""
    wrap = wrap_of(node.dress)
    counting = options.form == "count"
    variables = node.variables

    def names(situation: Situation) -> Tree:
        lists = [(variable, people) for variable in variables if (people := situation.names(variable))]
        if not lists:
            return substitute(situation)
        if any(_shows_none(people, format_, situation.position) for _, people in lists):
            return substitute(situation)
        if counting:
            total = sum(_count(people, format_, situation.position) for _, people in lists)
            return sequence((Text(str(total), Status.RENDERED),), wrap)
        parts = []
        for variable, people in _combined(lists, variables, locale):
            block = _block(variable, people, format_, situation)
            # A sort key is made of names alone (CSL 1.0.2, Sorting).
            wanted = None if situation.sorting else label
            parts.append(_labelled(block, variable, wanted, first=node.label_first, many=len(people) > 1))
        if situation.substituted is not None:
            shown = [variable for variable, _ in lists]
            situation.used.update(shown)
            situation.substituted.update(shown)
        return sequence(parts, wrap, delimiter, tag=Tag.NAMES)

    def substitute(situation: Situation) -> Tree:
        for closure in substitutes:
            tree = closure(situation)
            if not is_empty(tree):
                lost = tree.status is Status.CONSTANT and not conventions.stand_ins
                return Seq((tree,), Status.CALLED if lost else tree.status, None, "", Tag.NAMES, False, tree.open)
        return MISSING

    return names


def _combined(
    lists: list[tuple[str, tuple[Person, ...]]], asked: tuple[str, ...], locale: Locale
) -> list[tuple[str, tuple[Person, ...]]]:
    """Draw editor and translator together when they are the same people and the language has a term for that."""
    if len(lists) == 2 and {variable for variable, _ in lists} == _COMBINED and set(asked) >= _COMBINED:
        same = lists[0][1] == lists[1][1]
        term = locale.find("editortranslator") or locale.find("editor-translator")
        if same and term is not None and term.single:
            return [("editortranslator", lists[0][1])]
    return lists


def _count(people: tuple[Person, ...], format_: ListFormat, position: Position) -> int:
    minimum, first = format_.limits(position)
    return first if minimum and len(people) >= minimum else len(people)


def _shows_none(people: tuple[Person, ...], format_: ListFormat, position: Position) -> bool:
    """Tell whether et-al-use-first="0" hides the whole list."""
    minimum, first = format_.limits(position)
    return first == 0 and 0 < minimum <= len(people)


def _block(variable: str, people: tuple[Person, ...], format_: ListFormat, situation: Situation) -> Tree:
    minimum, first = format_.limits(situation.position)
    total = len(people)
    shown = min(first, total) if minimum and total >= minimum else total

    sorting = situation.sorting

    # One block is asked for the same shape again and again while cites are compared.
    rendered: dict[NameShape, Tree] = {}

    def render(shape: NameShape) -> Tree:
        tree = rendered.get(shape)
        if tree is None:
            tree = rendered[shape] = write(shape)
        return tree

    def write(shape: NameShape) -> Tree:
        return _render(people, max(shown, min(shape.shown, total)), shape, format_, sorting=sorting)

    index = situation.blocks
    situation.blocks += 1

    def key(position: int, given: int) -> str:
        return format_.person.key(people[position], position, given)

    if situation.settled is not None:
        return write(situation.settled.shapes.get(index, PLAIN))
    return NameBlock(index, variable, total, render, shown, key)


def _render(persons: tuple[Person, ...], shown: int, shape: NameShape, format_: ListFormat, *, sorting: bool) -> Tree:
    """Write a list of names: all of them, or the first ones and et al."""
    if sorting:
        return _sort_key(persons, shown, shape, format_)
    trees = [_one_name(format_, person, position, shape) for position, person in enumerate(persons[:shown])]
    inverted = [format_.person.is_inverted(person, position) for position, person in enumerate(persons[:shown])]
    if shown == len(persons):
        apart = format_.institutions_apart and bool(persons) and persons[-1].literal != ""
        parts = _with_and(trees, inverted, format_, apart=apart)
    else:
        parts = _cut_short(persons, trees, inverted, shape, format_)
    return sequence(parts, tag=Tag.NAME_LIST)


def _one_name(format_: ListFormat, person: Person, position: int, shape: NameShape) -> Tree:
    tree = format_.person.render(person, position, shape.given(position), sorting=False)
    return sequence((tree,), format_.institution_wrap if person.literal else format_.wrap, tag=Tag.NAME)


def _cut_short(
    persons: tuple[Person, ...], trees: list[Tree], inverted: list[bool], shape: NameShape, format_: ListFormat
) -> list[Tree]:
    """End a list with et al., or with the last name after an ellipsis."""
    total = len(persons)
    parts = _delimited(trees, format_.delimiter)
    if format_.use_last and total - len(trees) >= 2:
        last = _one_name(format_, persons[-1], total - 1, shape)
        if _is_wide(format_.delimiter) and not format_.ellipsis_after:
            return [*parts, Text("…"), last]
        single = len(trees) == 1 and format_.ellipsis_after
        return [*parts, Text((single or format_.delimiter) + "… "), last] if parts else [last]
    if is_empty(format_.et_al):
        return parts
    if parts:
        parts.append(Text(_before_et_al(format_, inverted)))
    return [*parts, format_.et_al]


def _sort_key(persons: tuple[Person, ...], shown: int, shape: NameShape, format_: ListFormat) -> Tree:
    """Write names for sorting: neither "and" nor delimiters of the style weigh anything."""
    trees = [
        format_.person.render(person, position, shape.given(position), sorting=True)
        for position, person in enumerate(persons[:shown])
    ]
    if shown < len(persons) and format_.use_last:
        trees.append(format_.person.render(persons[-1], len(persons) - 1, 0, sorting=True))
    return sequence(trees, None, "   ")


def _delimited(trees: list[Tree], delimiter: str) -> list[Tree]:
    out: list[Tree] = []
    for tree in trees:
        if out and delimiter:
            out.append(Text(delimiter))
        out.append(tree)
    return out


def _with_and(trees: list[Tree], inverted: list[bool], format_: ListFormat, *, apart: bool) -> list[Tree]:
    if len(trees) < 2 or not format_.and_:
        return _delimited(trees, format_.delimiter)
    head = _delimited(trees[:-1], format_.delimiter)
    # A Chinese word for "and" takes the place of the delimiter unless the style insists.
    several = len(trees) > 2 and not _is_wide(format_.and_)
    if apart:
        precedes = several or (format_.precedes_last == "after-inverted-name" and inverted[-2])
    else:
        precedes = _precedes(format_.precedes_last, several=several, after_inverted=inverted[-2])
    joint = _and_after(format_.delimiter, format_.and_) if precedes else format_.and_
    return [*head, Text(joint), trees[-1]]


def _and_after(delimiter: str, and_: str) -> str:
    """Join a delimiter and the word for "and" with one space at most, none after a full-width delimiter."""
    if _is_wide(delimiter[-1:]):
        return delimiter + and_.lstrip()
    return delimiter.rstrip() + and_ if and_[0] == " " else delimiter + and_


def _before_et_al(format_: ListFormat, inverted: list[bool]) -> str:
    if _precedes(format_.precedes_et_al, several=len(inverted) > 1, after_inverted=inverted[-1]):
        return format_.delimiter
    return " " if format_.et_al_spaced else ""


def _precedes(rule: str, *, several: bool, after_inverted: bool) -> bool:
    match rule:
        case "always":
            return True
        case "never":
            return False
        case "after-inverted-name":
            return after_inverted
        case _:
            return several


def _labelled(block: Tree, variable: str, label: _NameLabel | None, *, first: bool, many: bool) -> Tree:
    if label is None:
        return block
    tree = label(variable, many)
    return sequence([tree, block] if first else [block, tree])


_NameLabel = Callable[[str, bool], Tree]


def _compile_label(node: Label, locale: Locale, wrap_of: Callable[[Dress], Wrap | None]) -> _NameLabel:
    wrap = wrap_of(node.dress)

    def label(variable: str, many: bool) -> Tree:
        plural = node.plural == "always" or (node.plural == "contextual" and many)
        text = locale.term(variable, node.form, plural=plural)
        return sequence((Text(text),), wrap) if text else EMPTY

    return label


def _institution_format(node: Institution | None, wrap_of: Callable[[Dress], Wrap | None]) -> InstitutionFormat | None:
    if node is None:
        return None
    return InstitutionFormat(parts=node.parts, long=wrap_of(node.long), short=wrap_of(node.short))


def _list_format(
    node: Names,
    options: NameOptions,
    style: Style,
    locale: Locale,
    wrap_of: Callable[[Dress], Wrap | None],
    conventions: Conventions,
) -> ListFormat:
    minimum = options.et_al_min or 0
    first = options.et_al_use_first or 0
    if options.et_al_use_first is None:
        minimum = 0
    subsequent_minimum = options.et_al_subsequent_min or minimum
    subsequent_first = first if options.et_al_subsequent_use_first is None else options.et_al_subsequent_use_first
    if options.et_al_use_last and conventions.always_a_last:
        first = max(1, min(first, minimum - 2))
        subsequent_first = max(1, min(subsequent_first, subsequent_minimum - 2))
    institutions_apart = conventions.institutions_apart
    and_ = {"text": locale.term("and"), "symbol": "&"}.get(options.and_ or "", "")
    term = locale.term(node.et_al.term)
    return ListFormat(
        person=PersonFormat(
            short=options.form == "short",
            inversion=options.name_as_sort_order or "",
            separator=", " if options.sort_separator is None else options.sort_separator,
            initialize=options.initialize is not False,
            initialize_with=options.initialize_with,
            keep_hyphens=style.initialize_with_hyphen,
            demotion=style.demote_non_dropping_particle,
            family=wrap_of(node.name.family),
            given=wrap_of(node.name.given),
            institution=_institution_format(node.institution, wrap_of),
            particle_joint="\u00a0" if locale.language[:2] in _BINDING else " ",
        ),
        delimiter=", " if options.delimiter is None else options.delimiter,
        and_=_spaced(and_),
        precedes_last=options.delimiter_precedes_last or "contextual",
        precedes_et_al=options.delimiter_precedes_et_al or "contextual",
        et_al=_et_al(term, node.et_al.formatting),
        # 等 follows the name at once; other languages leave a space.
        et_al_spaced=not _is_wide(term),
        minimum=minimum,
        first=first,
        use_last=bool(options.et_al_use_last),
        subsequent_minimum=subsequent_minimum,
        subsequent_first=subsequent_first,
        wrap=wrap_of(node.name.dress),
        institution_wrap=wrap_of(
            Dress(formatting=node.name.dress.formatting) if institutions_apart else node.name.dress
        ),
        institutions_apart=institutions_apart,
        ellipsis_after=" " if conventions.always_a_last else "",
    )


def _et_al(term: str, formatting: Formatting | None) -> Tree:
    if formatting is not None and is_east_asian(term):
        formatting = replace(formatting, font_style="")
    if not term or formatting is None:
        return Text(term) if term else EMPTY
    return sequence((Text(term),), Wrap(formatting=formatting), tag=Tag.ET_AL)


def _spaced(and_: str) -> str:
    """Put spaces around the word for "and", none around a Chinese or Japanese one."""
    if not and_ or _is_wide(and_) or and_[-1].isspace():
        return and_
    return f" {and_} "


def _is_wide(text: str) -> bool:
    return bool(text) and "\u2e80" <= text[0] <= "\uffef"
