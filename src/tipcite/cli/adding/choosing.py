"""Which of several works is meant: said with `--pick`, or asked for at a terminal; never guessed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tipcite.cli.output import count, one_line, style, write_error
from tipcite.errors import UsageError
from tipcite.model import Item, item_to_csl

if TYPE_CHECKING:
    from tipcite.fetch.choices import Choices
    from tipcite.fetch.sources import Fetched
    from tipcite.model import JsonValue


class Chooser:
    """Chooses for one call: by the numbers of `--pick`, one for each search in turn, else by asking."""

    def __init__(self, picks: tuple[int, ...], *, asks: bool) -> None:
        self._picks = iter(picks)
        self._asks = asks and sys.stdin.isatty() and sys.stderr.isatty()
        self.open: list[tuple[str, Choices]] = []
        """Searches of which none was chosen, because nobody could be asked."""

    def choose(self, text: str, choices: Choices) -> Fetched | None:
        """Return the work that is meant, None when none of them is, or when it stays open.

        Raises:
            UsageError: `--pick` names a number that is not there.
        """
        pick = next(self._picks, None)
        if pick is None and self._asks:
            _show(text, choices)
            pick = _ask(choices)
        elif pick is None:
            self.open.append((text, choices))
            return None
        if pick == 0:
            return None
        if not 1 <= pick <= len(choices.choices):
            raise UsageError(
                f"--pick {pick}: there are {count(len(choices.choices), 'work')} to choose from for {text!r}"
            )
        return choices.choices[pick - 1].fetched


def show_open(text: str, choices: Choices) -> None:
    """Name the works that may be meant, and say how to take one."""
    _show(text, choices)
    write_error("  take one with --pick N, or add it by its DOI")


def choices_json(text: str, choices: Choices) -> dict[str, JsonValue]:
    """Shape a search for `--json`."""
    return {
        "what": text,
        "choices": [
            {
                "pick": number,
                "exact": choice.is_exact,
                "likeness": choice.likeness.name.lower(),
                "item": item_to_csl(choice.fetched.item),
            }
            for number, choice in enumerate(choices.choices, start=1)
        ],
    }


def _show(text: str, choices: Choices) -> None:
    write_error(f"{text!r} may be:")
    for number, choice in enumerate(choices.choices, start=1):
        mark = "=" if choice.is_exact else " "
        write_error(f"{number:>3}{mark} {' · '.join(_described(choice.fetched.item))}")


def _described(item: Item) -> Iterator[str]:
    """Name authors with year, title, container, and the source."""
    from tipcite.store.tables import creators_text

    yield style(one_line(f"{creators_text(item.creators)} {item.year or 'n.d.'}".strip()), "cyan")
    yield one_line(item.title)
    place = " ".join(
        filter(None, (item.fields.get("container-title"), item.fields.get("volume"), item.fields.get("page")))
    )
    for text in (place or item.fields.get("publisher", ""), item.fields.get("DOI", "")):
        if text:
            yield one_line(text)
    yield str(item.provenance.get("source", ""))


def _ask(choices: Choices) -> int:
    import click

    best = 1 if choices.choices[0].is_exact else 0
    hint = "Enter for the first, 0 for none" if best else "Enter for none"
    number: int = click.prompt(
        f"Which one is it? 1–{len(choices.choices)}, {hint}",
        default=best,
        show_default=False,
        type=click.IntRange(0, len(choices.choices)),
        err=True,
    )
    return number
