"""`tipcite romanise`: titles and publishers in Latin letters, offered by the machine, confirmed by a reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import click

from tipcite.cli.options import common_options, dry_run_option, json_option, optional_keys_argument
from tipcite.cli.output import count, echo, echo_json, one_line, say, style
from tipcite.cli.session import chosen_items, command_line, open_library
from tipcite.errors import UsageError
from tipcite.lang import Romanisation, decide_language, has_han, is_chinese, romanise
from tipcite.model import Item, JsonValue, Variant, VariantKind

FIELDS: Final = ("title", "container-title", "collection-title", "publisher")
"""What is romanised; a person's Latin spelling is the person's own, and only what the user gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of one source and its form in Latin letters."""

    key: str
    old: str
    variant: Variant


@click.command("romanise")
@optional_keys_argument
@click.option("--pinyin", "system", flag_value="pinyin", default=None, help="Offer forms in Hanyu Pinyin.")
@click.option("--wade-giles", "system", flag_value="wade-giles", help="Offer forms in Wade–Giles.")
@click.option("--confirm", is_flag=True, help="Mark the forms that were offered as read and right.")
@dry_run_option
@json_option
@common_options
@click.pass_context
def command(
    context: click.Context, keys: tuple[str, ...], *, system: str | None, confirm: bool, dry_run: bool, as_json: bool
) -> None:
    """Offer Chinese titles, journals and publishers in Latin letters, for all sources or those named.

    Each form is shown as old → new and kept as made by machine; no style prints it before it is confirmed. It is
    written syllable by syllable, without tones and with one capital: words are not joined and names get no
    capitals, and a character with several readings may be read wrongly. Correct a form with 'tipcite variant', then
    confirm the others. What you gave yourself stays. Names of persons are never romanised.

    \b
        tipcite romanise --pinyin
        tipcite variant wang2013renkou title "Taiwan fa lü shi" --kind romanised --language zh-Latn-pinyin
        tipcite romanise --pinyin --confirm
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    if system is None and not confirm:
        raise UsageError("name a system: --pinyin or --wade-giles")
    systems = [Romanisation(system)] if system else list(Romanisation)
    with open_library(read_only=dry_run) as library:
        items = chosen_items(library, keys)
        changes = [change for item in items for change in (_confirmations if confirm else _offers)(item, systems)]
        if changes and not dry_run:
            words = [f"--{system}" if system else "", "--confirm" if confirm else ""]
            library.alter(
                dict.fromkeys(change.key for change in changes),
                lambda item: (confirmed if confirm else offered)(item, systems),
                command=command_line(context, *keys, *words),
            )
    _print(changes, as_json=as_json)
    _say_what_next(len(changes), confirm=confirm, dry_run=dry_run)


def offered(item: Item, systems: Sequence[Romanisation]) -> Item:
    """Add a form in each system to each field that has none; what a machine made before is made anew."""
    new = {_place(change.variant): change.variant for change in _offers(item, systems)}
    kept = tuple(new.pop(_place(variant), variant) for variant in item.variants)
    return replace(item, variants=(*kept, *new.values()))


def confirmed(item: Item, systems: Sequence[Romanisation]) -> Item:
    """Mark the forms that a machine made in these systems as read."""
    read = {_place(change.variant) for change in _confirmations(item, systems)}
    variants = (
        replace(variant, confirmed=True) if _place(variant) in read and _is_made(variant, systems) else variant
        for variant in item.variants
    )
    return replace(item, variants=tuple(variants))


def _offers(item: Item, systems: Sequence[Romanisation]) -> Iterator[Change]:
    if not is_chinese(decide_language(item)):
        return
    known = {_place(variant): variant for variant in item.variants}
    for field in FIELDS:
        text = item.fields.get(field, "")
        for system in systems if has_han(text) else ():
            new = Variant(
                field=field, kind=VariantKind.ROMANISED, language=system.tag, text=romanise(text, system),
                confirmed=False, source=str(system),
            )  # fmt: skip
            old = known.get(_place(new))
            if old is None or (_is_made(old, systems) and old != new):
                yield Change(key=item.key, old=text, variant=new)


def _confirmations(item: Item, systems: Sequence[Romanisation]) -> Iterator[Change]:
    for variant in item.variants:
        if _is_made(variant, systems):
            yield Change(
                key=item.key, old=item.fields.get(variant.field, ""), variant=replace(variant, confirmed=True)
            )  # fmt: skip


def _is_made(variant: Variant, systems: Sequence[Romanisation]) -> bool:
    """Tell whether a machine made the form in one of the systems and nobody has confirmed it."""
    made = variant.kind is VariantKind.ROMANISED and variant.source in {str(system) for system in systems}
    return made and not variant.confirmed


def _place(variant: Variant) -> tuple[str, VariantKind, str]:
    return variant.field, variant.kind, variant.language


def _print(changes: Sequence[Change], *, as_json: bool) -> None:
    if as_json:
        echo_json([_json(change) for change in changes])
        return
    for change in changes:
        place = style(f"{one_line(change.key)}: {change.variant.field}:", "bright_black")
        echo(f"{place} {one_line(change.old)} → {one_line(change.variant.text)}")


def _json(change: Change) -> JsonValue:
    variant = change.variant
    return {
        "key": change.key, "field": variant.field, "old": change.old, "new": variant.text,
        "language": variant.language, "confirmed": variant.confirmed,
    }  # fmt: skip


def _say_what_next(number: int, *, confirm: bool, dry_run: bool) -> None:
    if not number:
        say("nothing to confirm; 'tipcite romanise --pinyin' offers forms" if confirm else "nothing to romanise")
    elif dry_run:
        say(f"{count(number, 'form')}; nothing was changed")
    elif confirm:
        say(f"{count(number, 'form')} confirmed")
    else:
        say(f"{count(number, 'form')} offered, not printed before you have read them: tipcite romanise --confirm")
