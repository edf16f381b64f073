"""CSL-YAML: CSL-JSON written as YAML, as pandoc reads it in `references:` of a document's front matter.

Sources: pandoc's manual, "Specifying bibliographic data" and "Metadata blocks"; csl-data.json 1.0. All of CSL-JSON can
be said, so nothing is lost, `custom` included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tipcite.errors import InvalidItem, ReadError
from tipcite.formats.findings import Findings, short
from tipcite.formats.record_dates import read_date
from tipcite.formats.yaml_safe import BadYaml, Node, parse_yaml, pieces, read_pieces, without_invalid, write_yaml
from tipcite.model import (
    DATE_VARIABLES,
    ITEM_TYPES,
    Item,
    JsonValue,
    Reading,
    date_to_csl,
    item_from_csl,
    item_to_csl,
)

_FRONT: Final = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_LISTS: Final = ("references", "items")


def read_csl_yaml(text: str) -> Reading:
    """Read a list of items, one item, or what `references` holds, also in the front matter of a document.

    An item that is no YAML or no CSL goes to `failed`; the others are kept.

    Raises:
        ReadError: it is no YAML at all, or YAML of another shape; the message names line and column.
    """
    found = Findings()
    body = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    body, invalid = without_invalid(body)
    if invalid >= 0:
        line, column = body.count("\n", 0, invalid) + 1, invalid - body.rfind("\n", 0, invalid)
        found.report("control-character", "characters that YAML does not allow were replaced", line, column)
    front = _FRONT.match(body)
    lines = 0
    if front is not None and not _is_stream_of_items(front[1]):
        _report_behind(body, front.end(), found)
        body, lines = front[1], 1
    try:
        root = parse_yaml(body, found.report, lines + 1)
    except BadYaml as error:
        parts = pieces(body, lines + 1)
        read_pieces(found, parts, lambda node, piece, line: _add(node, piece, line - 1, found), error)
        return found.reading()
    for node in _members(root) if root is not None else ():
        _add(node, body, lines, found)
    return found.reading()


def write_csl_yaml(items: Sequence[Item]) -> str:
    """Write items as `references:` between the marks of a front matter, which is a YAML document as well."""
    return "---\n" + write_yaml({"references": [item_to_csl(item) for item in items]}) + "...\n"


def _report_behind(body: str, place: int, found: Findings) -> None:
    behind = body[place:]
    if behind.strip():
        line = body.count("\n", 0, place) + 1
        found.report("comment", f"this stands behind the front matter and is not imported: {short(behind)}", line)


def _is_stream_of_items(front: str) -> bool:
    """Tell documents one behind the other, which are no front matter."""
    return front.lstrip().startswith("- ")


def _members(root: Node) -> list[Node]:
    if isinstance(root.value, list):
        return list(root.sequence())
    if isinstance(root.value, dict):
        for name in _LISTS:
            inner = root.member(name)
            if inner is not None and isinstance(inner.value, list):
                return list(inner.sequence())
            if inner is not None and inner.value is None:
                return []
        if "type" in root.value or "id" in root.value:
            return [root]
    raise ReadError(
        f"line {root.line}, column {root.column}: this YAML holds no list of items; CSL-YAML has them in 'references'"
    )


def _add(node: Node, body: str, lines: int, found: Findings) -> None:
    try:
        item = item_from_csl(_with_dates(node.value))
    except InvalidItem as error:
        raw = _raw(node, body, lines)
        found.reject("no-item", str(error), raw, node.line, node.column)
        return
    found.add(item, node.line)
    if item.type not in ITEM_TYPES:
        message = f"{item.type!r} is no item type of CSL 1.0.2; it is kept, and styles treat it as a document"
        found.report("unknown-type", message, node.line, node.column, item.key)
    if not item.key:
        found.report("no-key", "the item has no 'id'; it gets a key when it is imported", node.line, node.column)


def _with_dates(value: JsonValue) -> JsonValue:
    """Turn what pandoc's YAML may say of dates (`2020-05-01`, `{year: 2020, month: 5}`) into CSL-JSON's form."""
    if not isinstance(value, dict):
        return value
    return {name: _date(part) if name in DATE_VARIABLES else part for name, part in value.items()}


def _date(value: JsonValue) -> JsonValue:
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        found = read_date(str(value))
        return date_to_csl(found) if found is not None else value
    ends = value if isinstance(value, list) else [value]
    if ends and all(isinstance(end, dict) and "year" in end for end in ends):
        parts = [[end[name] for name in ("year", "month", "day") if name in end] for end in ends]
        return {"date-parts": parts, "circa": any(end.get("circa") for end in ends)}
    return value


def _raw(node: Node, body: str, lines: int) -> str:
    """Return the text of a member: from its line to the next that is indented no deeper than its mark."""
    rows = body.split("\n")[node.line - lines - 1 :]
    kept = [rows[0]]
    for row in rows[1:]:
        if row.strip() and len(row) - len(row.lstrip()) < max(node.column - 1, 1):
            break
        kept.append(row)
    return "\n".join(kept).rstrip()
