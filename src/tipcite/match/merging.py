"""Two items of one work made one: what is empty is filled, what contradicts is chosen, nothing is lost.

Tags, notes, forms in other languages, keys and where things came from are united. What gives way stays in
`provenance.merged`, with the key that it stood under.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from tipcite.match.fields import compare_item_field, field_place
from tipcite.match.sameness import Compared, Sameness
from tipcite.model import Date, Item, JsonValue, Name, item_to_csl

_GENERAL: Final = "document"
"""The type of what has none."""
# What tells of the copy or of the reader, not of the work: the item that stays says it, too, without contradiction.
_SOFT: Final = frozenset(
    """URL abstract accessed annote archive archive_location call-number container-title-short genre ISSN
    journalAbbreviation keyword language license medium note number-of-pages publisher-place shortTitle source status
    submitted title-short event-date available-date original-date citation-key citation-label""".split()
)


def filled(item: Item, other: Item) -> tuple[Item, tuple[str, ...]]:
    """Fill what is empty in an item from another of the same work, and name the fields; nothing is overwritten."""
    fields = {name: text for name, text in other.fields.items() if text and not item.fields.get(name)}
    for name, counterpart in (("volume", "issue"), ("issue", "volume")):
        # `第15期` here is a lone `15` in a list of another style: one number, which is no volume beside itself
        if name in fields and counterpart not in other.fields and fields[name] == item.fields.get(counterpart):
            del fields[name]
    names = {role: people for role, people in other.names.items() if people and not item.names.get(role)}
    dates = {name: value for name, value in other.dates.items() if _says(value) and not _says(item.dates.get(name))}
    extra = {name: value for name, value in other.extra.items() if name != "custom" and name not in item.extra}
    forms = _new_forms(item, other)
    new_type = item.type == _GENERAL and other.type != _GENERAL
    tags = other.tags if not item.tags else ()
    notes = other.notes if not item.notes else ()
    if "author" in names and not item.names.get("author") and item.names.get("editor") == names["author"]:
        del names["author"]
    said = (
        *(["type"] if new_type else []),
        *sorted({*fields, *names, *dates, *extra}, key=field_place),
        *(["variants"] if forms else []),
        *(["tags"] if tags else []),
        *(["notes"] if notes else []),
    )
    if not said:
        return item, ()
    whole = replace(
        item,
        type=other.type if new_type else item.type,
        fields={**item.fields, **fields},
        names={**item.names, **names},
        dates={**item.dates, **dates},
        extra={**item.extra, **extra},
        variants=(*item.variants, *forms),
        tags=item.tags or tags,
        notes=item.notes or notes,
    )
    return whole, said


def differences(one: Item, other: Item) -> tuple[Compared, ...]:
    """Compare the fields that both items have and that are not the same, in the order in which they are read."""
    names = {*one.fields, *one.names, *one.dates} & {*other.fields, *other.names, *other.dates}
    found = [compare_item_field(one, other, name) for name in sorted({*names, "type"}, key=field_place)]
    if _GENERAL in (one.type, other.type):
        found = [compared for compared in found if compared.field != "type"]
    return tuple(
        compared for compared in found if compared.here != compared.there and (compared.sameness is not Sameness.SAME)
    )


def contradictions(one: Item, other: Item) -> tuple[Compared, ...]:
    """Name the differences that say that one of the two is wrong, or that they are two works."""
    wrong = (Sameness.DIFFERS, Sameness.INCOMPARABLE)
    return tuple(one for one in differences(one, other) if one.sameness in wrong and one.field not in _SOFT)


def merged(kept: Item, gone: Item, choices: Mapping[str, Item] | None = None) -> Item:
    """Merge `gone` into `kept`, under its key; `choices` names the item whose field is taken where the two differ."""
    chosen = {name for name, item in (choices or {}).items() if item is gone}
    whole, _ = filled(replace(kept, tags=(), notes=()), replace(gone, tags=(), notes=()))
    whole = _with_fields(whole, gone, chosen)
    lost = _lost(kept, gone, chosen)
    own = {kept.key, gone.key, *kept.aliases, *gone.aliases}
    return replace(
        whole,
        key=kept.key,
        tags=tuple(sorted({*kept.tags, *gone.tags})),
        notes=tuple(dict.fromkeys((*kept.notes, *gone.notes))),
        sort_keys={**gone.sort_keys, **kept.sort_keys},
        aliases=tuple(sorted({*kept.aliases, *gone.aliases, gone.key} - {kept.key, ""})),
        distinct_from=tuple(sorted({*kept.distinct_from, *gone.distinct_from} - own)),
        extra=_extra(kept, gone, whole),
        provenance=_provenance(kept, gone, lost),
    )


def _with_fields(item: Item, other: Item, names: Iterable[str]) -> Item:
    """Put fields of another item over an item's own."""
    for name in names:
        if name == "type":
            item = replace(item, type=other.type)
        elif name in other.names:
            item = replace(item, names={**item.names, name: other.names[name]})
        elif name in other.dates:
            item = replace(item, dates={**item.dates, name: other.dates[name]})
        elif name in other.fields:
            item = replace(item, fields={**item.fields, name: other.fields[name]})
    return item


def _lost(kept: Item, gone: Item, chosen: Iterable[str]) -> Mapping[str, JsonValue]:
    """Return, as CSL-JSON, what neither item's fields hold after a merge."""
    left, right = item_to_csl(kept), item_to_csl(gone)
    taken = frozenset(chosen)
    differing = [name for name in sorted({*left} & {*right} - {"id", "custom"}) if left[name] != right[name]]
    lost = {name: left[name] if name in taken else right[name] for name in differing}
    return {name: value for name, value in lost.items() if value != _GENERAL}


def _provenance(kept: Item, gone: Item, lost: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Keep where both came from: the one that stays as it is, the other as an entry of `merged`."""
    theirs = {name: value for name, value in gone.provenance.items() if name != "merged"}
    entry: dict[str, Any] = {"key": gone.key}
    entry |= {"fields": dict(lost)} if lost else {}
    entry |= {"provenance": theirs} if theirs else {}
    before = [*_listed(kept.provenance.get("merged")), *_listed(gone.provenance.get("merged"))]
    return {**kept.provenance, "merged": [*before, entry]}


def _extra(kept: Item, gone: Item, whole: Item) -> Mapping[str, JsonValue]:
    """Unite what others keep under `custom`."""
    left, right = kept.extra.get("custom"), gone.extra.get("custom")
    if right is None:
        return whole.extra
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return {**whole.extra, "custom": {**right, **left}}
    return {**whole.extra, "custom": right if left is None else left}


def _new_forms(item: Item, other: Item) -> tuple[Any, ...]:
    known = {(one.field, one.kind, one.language) for one in item.variants}
    texts = {(one.field, one.text, one.names) for one in item.variants}
    return tuple(
        one
        for one in other.variants
        if (one.field, one.kind, one.language) not in known and (one.field, one.text, one.names) not in texts
    )


def _says(value: Date | tuple[Name, ...] | None) -> bool:
    return bool(value) and (not isinstance(value, Date) or bool(str(value)))


def _listed(value: JsonValue) -> list[JsonValue]:
    return list(value) if isinstance(value, (list, tuple)) else []
