"""The dialogue of `--review`: the doubtful references of a text, one after another, at the terminal.

It is held on stderr and stdin, so that what comes out of it can be piped.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import click

from tipcite.cli.files import Source
from tipcite.cli.output import count, one_line, say, style, write_error
from tipcite.cli.reviewing.remembered import Remembered
from tipcite.cli.reviewing.showing import is_doubtful, lines_of
from tipcite.errors import TipciteError, UsageError
from tipcite.model import ITEM_TYPES, Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tipcite.formats.reftext import ParsedList, ParsedReference

KEPT_AS_TEXT: Final = "was kept as text in the review"
NOT_REVIEWED: Final = "was not reviewed yet; run the same command again to go on"

_HELP: Final = """\
  Enter, a        accept it as it is shown
  FIELD=VALUE     set a field: title=…, author=…, issued=2013-05; FIELD= removes it (f FIELD asks for the value)
  t TYPE          set the type: book, chapter, article-journal …
  e               edit the whole as CSL-JSON in $VISUAL or $EDITOR
  s WORDS         split here: the second reference begins with these words
  j               join with the next reference
  k               keep the text, make no source of it
  q               quit; what was decided is kept, and the next run goes on from here"""
_PROMPT: Final = "accept, FIELD=VALUE, t)ype, e)dit, s)plit, j)oin, k)eep text, q)uit, ? for help"


@dataclass(slots=True)
class _Review:
    """The references of a text while they are gone through; those before `place` are decided."""

    references: list[ParsedReference]
    remembered: Remembered
    place: int = 0

    @property
    def current(self) -> ParsedReference:
        return self.references[self.place]


def check_terminal(name: str) -> None:
    """Raise `UsageError` where nobody can be asked."""
    if name in ("-", "<stdin>"):
        raise UsageError("--review asks on the terminal, so the references can't come from stdin; name a file")
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("--review asks on the terminal, and there is none; without it everything is taken as read")


def review(source: Source, parsed: ParsedList) -> ParsedList:
    """Go through the doubtful references of a text; what was decided is remembered until all of them are."""
    remembered = Remembered(source.text, os.environ)
    left = _Review(references=list(parsed.references), remembered=remembered)
    doubtful = [one for one in left.references if is_doubtful(one)]
    known = sum(one.raw in remembered for one in doubtful)
    said = f"{source.name}: {count(len(left.references), 'reference')}, {len(doubtful)} to look at"
    say(said)
    if known:
        anew = (
            click.prompt(
                f"[{known} of them were decided before: Enter goes on from there, n begins anew]",
                default="",
                show_default=False,
                err=True,
            )
            .strip()
            .lower()
            == "n"
        )
        if anew:
            remembered.forget()
    finished = _go_through(left, source.name, len(doubtful))
    if not finished:
        say(f"{count(len(remembered), 'decision')} kept; run the same command again to go on")
        _mark_rest(left)
    return replace(parsed, references=tuple(left.references))


def finish_review(source: Source) -> None:
    """Forget the decisions about a text once their result is in the user's hands."""
    Remembered(source.text, os.environ).forget()


def is_finished(parsed: ParsedList) -> bool:
    """Tell whether a review went through all of its references."""
    return all(one.reason != NOT_REVIEWED for one in parsed.references)


def _go_through(left: _Review, name: str, total: int) -> bool:
    """Ask about each doubtful reference; tell whether the last one was decided."""
    number = 0
    while left.place < len(left.references):
        _cut_as_before(left)
        current = left.current
        if current.raw in left.remembered:
            left.references[left.place] = _decided(current, left.remembered.get(current.raw))
            number += is_doubtful(current)
        elif is_doubtful(current):
            number += 1
            if not _ask(left, f"{name}:{current.line}  {number} of {max(total, number)}"):
                return False
        left.place += 1
    return True


def _cut_as_before(left: _Review) -> None:
    """Split and join as it was decided in a review that was left."""
    from tipcite.formats.reftext import join_references, split_reference

    while True:
        current = left.current
        following = left.references[left.place + 1] if left.place + 1 < len(left.references) else None
        if 0 < left.remembered.split_at(current.raw) < len(current.raw):
            cut = split_reference(current, left.remembered.split_at(current.raw))
            left.references[left.place : left.place + 1] = cut
        elif following is not None and left.remembered.is_joined(current.raw, following.raw):
            left.references[left.place : left.place + 2] = [join_references(current, following)]
        else:
            return


def _ask(left: _Review, head: str) -> bool:
    """Show one reference and do what its reviewer says until it is decided; False: quit."""
    write_error(f"\n{style(head, 'cyan', bold=True)}")
    _show(left)
    while True:
        try:
            said = click.prompt(f"[{_PROMPT}]", default="a", show_default=False, err=True).strip()
        except click.Abort:
            if not sys.stdin.closed:
                say(f"\n{count(len(left.remembered), 'decision')} kept; run the same command again to go on")
            raise
        word, _, rest = said.partition(" ")
        if said.lower() in ("a", "k"):
            item = left.current.item if said.lower() == "a" else None
            if said.lower() == "a" and item is None:
                write_error("it was not read: set its fields (title=…), split it, or keep its text with k")
                continue
            left.remembered.keep(left.current.raw, item)
            left.references[left.place] = _decided(left.current, item)
            return True
        if said.lower() == "q":
            return False
        try:
            _change(left, said, word.lower(), rest.strip())
        except (TipciteError, ValueError) as error:
            write_error(style(one_line(str(error)), "red"))
            continue


def _change(left: _Review, said: str, word: str, rest: str) -> None:
    """Do what a line says and show the reference again.

    Raises:
        TipciteError: the line is no command, or its value has not the form that the field has.
    """
    if "=" in said and word not in ("s",):
        _assign(left, said)
    elif word == "t":
        _set_type(left, rest or _prompt("type"))
    elif word == "f" and rest:
        _assign(left, f"{rest}={_prompt(rest)}")
    elif word == "e":
        _edit(left)
    elif word == "s":
        _split(left, rest or _prompt("the second reference begins with (its first words)"))
    elif word == "j":
        _join(left)
    else:
        write_error(_HELP)
        return
    _show(left)


def _show(left: _Review) -> None:
    for line in lines_of(left.current):
        write_error(line)


def _prompt(what: str) -> str:
    said: str = click.prompt(f"  [{what}]", default="", show_default=False, err=True)
    return said.strip()


def _assign(left: _Review, assignment: str) -> None:
    from tipcite.cli.set import assign

    field = assignment.partition("=")[0].strip()
    _replace_item(left, assign(_item(left.current), [assignment]), field)


def _set_type(left: _Review, kind: str) -> None:
    if kind not in ITEM_TYPES:
        import difflib

        near = difflib.get_close_matches(kind, sorted(ITEM_TYPES), n=3, cutoff=0.4)
        raise UsageError(f"{kind!r} is no type of CSL{'; did you mean ' + ', '.join(near) + '?' if near else ''}")
    _replace_item(left, replace(_item(left.current), type=kind), "type")


def _edit(left: _Review) -> None:
    from tipcite.cli.edit import editing

    with editing([_item(left.current)]) as edited:
        if len(edited) != 1:
            raise TipciteError("leave one object in the list; 's' splits a reference, 'k' leaves it out")
        _replace_item(left, replace(edited[0], key=""), "")


def _item(reference: ParsedReference) -> Item:
    """Return the item, or an empty one to be filled where the text could not be read."""
    return reference.item or Item(key="", provenance={"source": "text", "text": reference.raw})


def _replace_item(left: _Review, item: Item, field: str) -> None:
    from tipcite.formats.assign import ALIASES
    from tipcite.formats.reftext import Confidence

    name = ALIASES.get(field, field)
    sure = {**left.current.confidence, name: Confidence.CERTAIN} if name else left.current.confidence
    left.references[left.place] = replace(left.current, item=item, confidence=sure, reason="")


def _split(left: _Review, words: str) -> None:
    from tipcite.formats.reftext import split_reference

    raw = left.current.raw
    flat = raw.replace("\n", " ")
    index = flat.find(words, 1) if words else -1
    if index < 1:
        raise UsageError(f"{words!r} does not stand in the text; type the first words of the second reference")
    left.references[left.place : left.place + 1] = split_reference(left.current, index)
    left.remembered.keep_split(raw, index)


def _join(left: _Review) -> None:
    from tipcite.formats.reftext import join_references

    if left.place + 1 >= len(left.references):
        raise UsageError("this is the last reference; there is none to join it with")
    first, second = left.current, left.references[left.place + 1]
    left.references[left.place : left.place + 2] = [join_references(first, second)]
    left.remembered.keep_join(first.raw, second.raw)


def _decided(reference: ParsedReference, item: Item | None) -> ParsedReference:
    """Make a decision of the reviewer's the reference's reading: nothing of it is in doubt any longer."""
    if item is None:
        return replace(reference, item=None, reason=KEPT_AS_TEXT, problems=())
    return replace(reference, item=item, problems=(), reason="")


def _mark_rest(left: _Review) -> None:
    """Say of what was not reached that it is not reviewed."""
    rest: Sequence[ParsedReference] = left.references[left.place :]
    left.references[left.place :] = [
        replace(one, item=None, reason=NOT_REVIEWED) if is_doubtful(one) and one.raw not in left.remembered else one
        for one in rest
    ]
