"""`tipcite variant`: the other forms of a field: original, romanised, translated, parallel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import click

from tipcite.cli.options import common_options, json_option, key_argument
from tipcite.cli.output import count, echo, echo_json, one_line, say, style
from tipcite.cli.session import command_line, open_library
from tipcite.errors import InvalidValue, UsageError
from tipcite.lang import decide_language, decide_text_language, has_han, is_valid_language, normal_tag, primary_language
from tipcite.model import (
    DATE_VARIABLES,
    NAME_VARIABLES,
    NUMBER_VARIABLES,
    Item,
    Variant,
    VariantKind,
    variant_to_csl,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a call asks for: one new form, forms to be confirmed, forms to be removed."""

    field: str = ""
    value: str = ""
    kind: str = ""
    language: str = ""
    confirm: tuple[int, ...] = ()
    remove: tuple[int, ...] = ()

    @property
    def asks_nothing(self) -> bool:
        """Tell that nothing is to be changed."""
        return not (self.field or self.confirm or self.remove)


@click.command("variant")
@key_argument
@click.argument("field", required=False, default="")
@click.argument("value", required=False, default="")
@click.option("--kind", type=click.Choice([str(kind) for kind in VariantKind]), help="How VALUE relates to FIELD.")
@click.option("--language", metavar="TAG", help="The language of VALUE: en, zh-Latn-pinyin (default: decided).")
@click.option("--confirm", type=int, multiple=True, metavar="N", help="Mark the N-th form as read and right.")
@click.option("--remove", type=int, multiple=True, metavar="N", help="Remove the N-th form.")
@json_option
@common_options
@click.pass_context
def command(
    context: click.Context, key: str, field: str, value: str, *, kind: str | None, language: str | None,
    confirm: tuple[int, ...], remove: tuple[int, ...], as_json: bool,
) -> None:  # fmt: skip
    """Show the other forms of a source's fields, or add VALUE as one of FIELD.

    A form is original (of a translated work), romanised (the same words in Latin letters), translated (by whoever
    cites) or parallel (printed by the publication itself, as the English title of a Taiwanese journal). There is
    one of each field, kind and language; a new one takes the old one's place. What a machine or a reader of pasted
    text made is not printed before it is confirmed.

    \b
        tipcite variant wang2013renkou title "Human Trafficking" --kind parallel
        tipcite variant wang2013renkou author "Wang, Kuan-hung" --kind romanised
    """  # noqa: D301  (\b is the sign itself, which click keeps lines for)
    wanted = Wanted(
        field=field, value=value, kind=kind or "", language=language or "", confirm=confirm, remove=remove
    )  # fmt: skip
    if wanted.asks_nothing:
        if kind or language:
            raise UsageError("--kind and --language say what a new form is; name FIELD and VALUE too")
        with open_library(read_only=True) as library:
            _print(library.get(key).variants, as_json=as_json)
        return
    words = [f"--{name}={number}" for name in ("confirm", "remove") for number in getattr(wanted, name)]
    words += [field, value, f"--kind={kind}" if kind else "", f"--language={language}" if language else ""]
    with open_library() as library:
        changed = library.alter(
            [key], lambda item: change_variants(item, wanted), command=command_line(context, key, *words)
        )
        variants = library.get(key).variants
    if as_json:
        _print(variants, as_json=True)
    say(f"{key}: {count(len(variants), 'other form')}" if changed else f"{key}: nothing changed")


def change_variants(item: Item, wanted: Wanted) -> Item:
    """Confirm and remove forms by number, then add the new one.

    Raises:
        UsageError: there is no form of that number, or the new one's kind or value is missing.
        InvalidValue: the field has no other forms, or the language is no tag.
    """
    for number in (*wanted.confirm, *wanted.remove):
        if not 1 <= number <= len(item.variants):
            raise UsageError(f"{item.key!r} has no form {number}; it has {len(item.variants)}")
    variants = [
        replace(variant, confirmed=variant.confirmed or number in wanted.confirm)
        for number, variant in enumerate(item.variants, start=1)
        if number not in wanted.remove
    ]
    if wanted.field:
        new = new_variant(item, wanted)
        same = [_place(variant) for variant in variants]
        if _place(new) in same:
            variants[same.index(_place(new))] = new
        else:
            variants.append(new)
    return replace(item, variants=tuple(variants))


def new_variant(item: Item, wanted: Wanted) -> Variant:
    """Read a form as people type it; its language is decided where it is not told.

    Raises:
        UsageError: kind or value is missing.
        InvalidValue: the field has no other forms, or the language is no tag.
    """
    from tipcite.formats.assign import field_name, parse_names

    if not wanted.value.strip() or not wanted.kind:
        raise UsageError("a form needs FIELD, VALUE and --kind; --remove N takes one away")
    name, text, kind = field_name(wanted.field), wanted.value.strip(), VariantKind(wanted.kind)
    if name == "type" or name in DATE_VARIABLES | NUMBER_VARIABLES:
        raise InvalidValue(f"{name!r} has no other forms; titles, names and places have")
    if kind is VariantKind.ROMANISED and has_han(text):
        raise InvalidValue(f"{text!r} is not romanised: that is written in Latin letters")
    language = _language(item, text, kind, wanted.language)
    if name in NAME_VARIABLES:
        return Variant(field=name, kind=kind, language=language, names=parse_names(text))
    return Variant(field=name, kind=kind, language=language, text=text)


def _language(item: Item, text: str, kind: VariantKind, stated: str) -> str:
    if not stated:
        if kind is VariantKind.ROMANISED:
            return f"{primary_language(decide_language(item)) or 'zh'}-Latn"
        return decide_text_language(text)
    if not is_valid_language(stated):
        raise InvalidValue(f"{stated!r} is no language tag; write en, zh-Hant, zh-Latn-pinyin …")
    return normal_tag(stated)


def _place(variant: Variant) -> tuple[str, VariantKind, str]:
    return variant.field, variant.kind, variant.language


def _print(variants: Sequence[Variant], *, as_json: bool) -> None:
    if as_json:
        echo_json([variant_to_csl(variant) for variant in variants])
        return
    for number, variant in enumerate(variants, start=1):
        text = variant.text or "; ".join(name.full for name in variant.names)
        origin = f" (not confirmed{f', from {variant.source}' if variant.source else ''})"
        kind = style(f"{variant.field}, {variant.kind} [{variant.language}]:", "bright_black")
        echo(f"{number}. {kind} {one_line(text)}{'' if variant.confirmed else style(one_line(origin), 'yellow')}")
