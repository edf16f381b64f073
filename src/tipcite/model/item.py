"""One source: a CSL-JSON item with what tipcite adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tipcite.errors import InvalidIdentifier, InvalidItem
from tipcite.model.dates import Date, date_from_csl, date_to_csl
from tipcite.model.identifiers import Doi, Url, find_doi, parse_url
from tipcite.model.json_types import CslItem, JsonValue
from tipcite.model.names import Name, name_from_csl, name_to_csl
from tipcite.model.variants import (
    Variant,
    is_language_table,
    variant_from_csl,
    variant_to_csl,
    variants_from_table,
)
from tipcite.model.vocabulary import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

_OWN: Final = "tipcite"
_OWN_PARTS: Final = frozenset({"aliases", "distinct-from", "notes", "provenance", "sort-keys", "tags", "variants"})
_FOREIGN: Final = "value"
"""Where somebody else's `custom` goes that is no object, when tipcite needs one."""
_FIELDS: Final = TEXT_VARIABLES | NUMBER_VARIABLES | {"journalAbbreviation", "shortTitle"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One source, immutable; change it with `dataclasses.replace` or `with_field`.

    `fields` holds CSL's text and number variables as text, `names` and `dates` the others under CSL's
    names. `extra` holds every field that CSL does not know, as it was read. `sort_keys` are what creators, by their
    full names, are ordered by in place of these. `aliases` are the keys of items that were merged into it, under which
    it is still cited; `distinct_from` are keys of items that look like it and are other works. These three, `tags`,
    `notes`, `variants` and `provenance` travel in CSL-JSON under `custom.tipcite`; so do fields in another language,
    `"en": {"title": …}`, which are read as variants.
    """

    key: str
    type: str = "document"
    fields: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)
    dates: Mapping[str, Date] = field(default_factory=dict)
    variants: tuple[Variant, ...] = ()
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    provenance: Mapping[str, JsonValue] = field(default_factory=dict)
    sort_keys: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    extra: Mapping[str, JsonValue] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The title, "" when there is none."""
        return self.fields.get("title", "")

    @property
    def language(self) -> str:
        """The language as it stands in the item, which need not be a valid tag; "" when there is none."""
        return self.fields.get("language", "")

    @property
    def creators(self) -> tuple[Name, ...]:
        """Authors, else editors, else the first names that are there."""
        for variable in ("author", "editor", "translator", *sorted(self.names)):
            if self.names.get(variable):
                return self.names[variable]
        return ()

    @property
    def year(self) -> int | None:
        """The year of publication, None when it is not known."""
        issued = self.dates.get("issued")
        return issued.year if issued else None

    @property
    def doi(self) -> Doi | None:
        """The DOI, None when there is none or the field holds none."""
        return find_doi(self.fields.get("DOI", ""))

    @property
    def url(self) -> Url | None:
        """The address, None when there is none or the field holds none."""
        try:
            return parse_url(self.fields.get("URL", ""))
        except InvalidIdentifier:
            return None


def item_from_csl(value: JsonValue) -> Item:
    """Read one object of CSL-JSON; nothing in it is dropped.

    A number stands for its text (`"volume": 9`); `id` may be missing (key "").

    Raises:
        InvalidItem: the value is no object, or a variable has a form that CSL-JSON does not give it.
    """
    if not isinstance(value, Mapping):
        raise InvalidItem(f"{_short(value)} is no CSL-JSON item; an item is an object with 'id' and 'type'")
    fields: dict[str, str] = {}
    names: dict[str, tuple[Name, ...]] = {}
    dates: dict[str, Date] = {}
    extra: dict[str, JsonValue] = {}
    for variable, content in value.items():
        if variable in ("id", "type", "custom") or content is None or (variable in NAME_VARIABLES and content == []):
            continue
        if variable in NAME_VARIABLES:
            names[variable] = _names(content, variable)
        elif variable in DATE_VARIABLES:
            dates[variable] = date_from_csl(content, field=variable)
        elif variable in _FIELDS and isinstance(content, (str, int, float)) and not isinstance(content, bool):
            fields[variable] = str(content)
        else:
            extra[variable] = content
    own = _split_custom(value.get("custom"), extra)
    return Item(
        key=_text(value.get("id"), "id"),
        type=_text(value.get("type"), "type") or "document",
        fields=fields,
        names=names,
        dates=dates,
        variants=(
            *(variant_from_csl(variant) for variant in own.get("variants", ())),
            *(
                variant
                for language, table in own.items()
                if is_language_table(language, table)
                for variant in variants_from_table(language, table)
            ),
        ),
        tags=tuple(own.get("tags", ())),
        notes=tuple(own.get("notes", ())),
        provenance=own.get("provenance", {}),
        sort_keys=own.get("sort-keys", {}),
        aliases=tuple(own.get("aliases", ())),
        distinct_from=tuple(own.get("distinct-from", ())),
        extra=extra,
    )


def item_to_csl(item: Item) -> CslItem:
    """Write an item as CSL-JSON: `id` and `type` first, then the variables by name."""
    out: CslItem = {**item.fields, **item.extra}
    out.update((variable, [name_to_csl(name) for name in names]) for variable, names in item.names.items() if names)
    out.update((variable, date_to_csl(value)) for variable, value in item.dates.items())
    own = _own(item)
    if own:
        custom = item.extra.get("custom", {})
        custom = custom if isinstance(custom, Mapping) else {_FOREIGN: custom}
        others = custom.get(_OWN, {})
        out["custom"] = {**custom, _OWN: {**(others if isinstance(others, Mapping) else {}), **own}}
    return {"id": item.key, "type": item.type, **{variable: out[variable] for variable in sorted(out)}}


def _own(item: Item) -> dict[str, JsonValue]:
    own: dict[str, JsonValue] = {}
    if item.aliases:
        own["aliases"] = sorted(item.aliases)
    if item.distinct_from:
        own["distinct-from"] = sorted(item.distinct_from)
    if item.notes:
        own["notes"] = list(item.notes)
    if item.provenance:
        own["provenance"] = dict(item.provenance)
    if item.sort_keys:
        own["sort-keys"] = dict(sorted(item.sort_keys.items()))
    if item.tags:
        own["tags"] = sorted(item.tags)
    if item.variants:
        own["variants"] = [variant_to_csl(variant) for variant in item.variants]
    return own


def _split_custom(custom: JsonValue, extra: dict[str, JsonValue]) -> Mapping[str, JsonValue]:
    """Return tipcite's own part of `custom`; anybody else's goes to `extra`."""
    if not isinstance(custom, Mapping):
        if custom is not None:
            extra["custom"] = custom
        return {}
    others = {key: part for key, part in custom.items() if key != _OWN}
    own = custom.get(_OWN, {})
    if not isinstance(own, Mapping):
        raise InvalidItem(f"custom.tipcite is {_short(own)}, not an object", field="custom")
    unknown = {key: part for key, part in own.items() if key not in _OWN_PARTS and not is_language_table(key, part)}
    if others or unknown:
        extra["custom"] = {**others, _OWN: unknown} if unknown else others
    if not isinstance(own.get("variants", []), (list, tuple)):
        raise InvalidItem("custom.tipcite.variants must be a list of variants", field="custom")
    keys = own.get("sort-keys", {})
    if not isinstance(keys, Mapping) or not all(isinstance(key, str) for key in keys.values()):
        raise InvalidItem("custom.tipcite.sort-keys must be an object of names and texts", field="custom")
    for part in ("tags", "notes", "aliases", "distinct-from"):
        texts = own.get(part, [])
        if not isinstance(texts, (list, tuple)) or not all(isinstance(text, str) for text in texts):
            raise InvalidItem(f"custom.tipcite.{part} must be a list of texts", field="custom")
    return own


def _names(content: JsonValue, variable: str) -> tuple[Name, ...]:
    if isinstance(content, (str, Mapping)):
        content = [content]
    if not isinstance(content, (list, tuple)):
        raise InvalidItem(f"{variable!r} is {_short(content)}, not a list of names", field=variable)
    return tuple(name_from_csl(name, field=variable) for name in content)


def _text(value: JsonValue, variable: str) -> str:
    if value is None:
        return ""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    raise InvalidItem(f"{variable!r} is {_short(value)}, not text", field=variable)


def _short(value: JsonValue) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
