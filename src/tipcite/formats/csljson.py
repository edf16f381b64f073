"""CSL-JSON: read tolerantly, written the same to the byte for the same items (csl-data.json, version 1.0)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tipcite.errors import InvalidItem, ReadError
from tipcite.model import (
    ITEM_TYPES,
    Failed,
    Item,
    JsonValue,
    Problem,
    Reading,
    Severity,
    item_from_csl,
    item_to_csl,
)

_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")
_BLANK: Final = re.compile(r"[ \t\r\n]*")


def read_csl_json(text: str) -> Reading:
    """Read an array of items, one item, or an object that holds the array in `items` or `references`.

    A member that is no item goes to `failed`; the others are kept.

    Raises:
        ReadError: the text is no JSON, or JSON of another shape; the message names line and column.
    """
    body = text.removeprefix("\ufeff")
    whole = _parse(body)
    start, members = _members(body, whole)
    items: list[Item] = []
    lines: list[int] = []
    failed: list[Failed] = []
    places = _LineCounter(body)
    for (begin, end), member in zip(_spans(body, start, len(members)), members, strict=False):
        line, column = places.locate(begin)
        try:
            _check_encodable(body, begin, end)
            items.append(item_from_csl(member))
        except InvalidItem as error:
            failed.append(Failed(line=line, column=column, raw=body[begin:end], reason=str(error), code="no-item"))
        else:
            lines.append(line)
    problems = [*_type_problems(items, lines), *_duplicate_problems(items, lines)]
    return Reading(items=tuple(items), lines=tuple(lines), failed=tuple(failed), problems=tuple(problems))


def write_csl_json(items: Sequence[Item]) -> str:
    """Write items as one array: two blanks of indent, fields by name, a line end at the end."""
    return json.dumps([item_to_csl(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def _parse(body: str) -> JsonValue:
    try:
        return json.loads(body)
    except json.JSONDecodeError as error:
        raise ReadError(
            f"line {error.lineno}, column {error.colno}: this is no JSON: {error.msg}; "
            "correct it there, or export the file again"
        ) from None
    except (RecursionError, ValueError) as error:
        # Python's reader recurses over nested brackets, and refuses integers of more than 4300 digits.
        raise ReadError(f"the JSON can't be read: {error}; no list of items is like this") from None


def _members(body: str, whole: JsonValue) -> tuple[int, list[JsonValue]]:
    """Return where the first member may begin, and the members."""
    if isinstance(whole, list):
        return body.index("[") + 1, whole
    if isinstance(whole, Mapping):
        for name in ("items", "references"):
            if isinstance(whole.get(name), list):
                match = re.search(rf'"{name}"\s*:\s*\[', body)
                return (match.end() if match else 0), whole[name]
        if "type" in whole or "id" in whole:
            return 0, [whole]
    raise ReadError(
        "line 1, column 1: the JSON holds no list of items; CSL-JSON is an array of objects with 'id' and 'type'"
    )


def _spans(body: str, start: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield where each member of the array begins and ends."""
    decoder = json.JSONDecoder()
    place = start
    for _ in range(count):
        place = _skip_blank(body, place)
        _, end = decoder.raw_decode(body, place)
        yield place, end
        place = _skip_blank(body, end)
        place += body[place : place + 1] == ","


def _skip_blank(body: str, place: int) -> int:
    match = _BLANK.match(body, place)
    return match.end() if match else place


def _check_encodable(body: str, begin: int, end: int) -> None:
    """Raise `InvalidItem` for half a surrogate pair: JSON can say it (RFC 8259, 8.2), UTF-8 can't."""
    if _SURROGATE.search(body, begin, end):
        try:
            json.dumps(json.loads(body[begin:end]), ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise InvalidItem("the item holds half a character (\\ud800 to \\udfff); correct it there") from None


def _type_problems(items: Sequence[Item], lines: Sequence[int]) -> Iterator[Problem]:
    for item, line in zip(items, lines, strict=True):
        if item.type not in ITEM_TYPES:
            yield Problem(
                severity=Severity.WARNING,
                code="unknown-type",
                message=f"{item.type!r} is no item type of CSL 1.0.2; it is kept, and styles treat it as a document",
                line=line,
                column=1,
                key=item.key,
            )


def _duplicate_problems(items: Sequence[Item], lines: Sequence[int]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for item, line in zip(items, lines, strict=True):
        if not item.key:
            yield Problem(
                severity=Severity.WARNING,
                code="no-key",
                message="the item has no 'id'; it gets a key when it is imported",
                line=line,
                column=1,
            )
        elif item.key in first:
            yield Problem(
                severity=Severity.WARNING,
                code="duplicate-key",
                message=f"the id {item.key!r} stands on lines {first[item.key]} and {line}; give one of them another",
                line=line,
                column=1,
                key=item.key,
            )
        first.setdefault(item.key, line)


class _LineCounter:
    """Turns ascending places into lines and columns without counting from the start each time."""

    def __init__(self, body: str) -> None:
        self._body = body
        self._line = 1
        self._place = 0

    def locate(self, place: int) -> tuple[int, int]:
        self._line += self._body.count("\n", self._place, place)
        self._place = place
        return self._line, place - self._body.rfind("\n", 0, place)
