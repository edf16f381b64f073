"""CSL-JSON: read tolerantly, written the same to the byte for the same items (csl-data.json, version 1.0)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
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
_ARRAY: Final = re.compile(r'\s*(?:\{\s*(?:"[^"\[\]{}]*"\s*:\s*"[^"]*"\s*,\s*)*"(?:items|references)"\s*:\s*)?\[')
# Where a member begins behind a broken one; no name and no date begins so.
_NEXT_MEMBER: Final = re.compile(r'(\{)\s*"(?:id|type|title|DOI|URL|abstract|author)"\s*:')
_ITEM_SIGNS: Final = frozenset({"id", "type", "title"})


def read_csl_json(text: str) -> Reading:
    """Read an array of items, one item, or an object that holds the array in `items` or `references`.

    A member that is no item goes to `failed`; the others are kept. So it is where the text is broken or cut off.

    Raises:
        ReadError: the text is no JSON, or JSON of another shape; the message names line and column.
    """
    body = text.removeprefix("\ufeff")
    try:
        whole = _parse(body)
    except _NotJson as error:
        return _rescued(body, error)
    start, members = _members(body, whole)
    return _reading(body, zip(_spans(body, start, len(members)), members, strict=False), [])


def _reading(body: str, members: Iterable[tuple[tuple[int, int], JsonValue]], failed: list[Failed]) -> Reading:
    items: list[Item] = []
    lines: list[int] = []
    places = _LineCounter(body)
    for (begin, end), member in members:
        line, column = places.locate(begin)
        try:
            _check_encodable(body, begin, end)
            items.append(item_from_csl(member))
        except InvalidItem as error:
            failed.append(Failed(line=line, column=column, raw=body[begin:end], reason=str(error), code="no-item"))
        else:
            lines.append(line)
    problems = [*_type_problems(items, lines), *_duplicate_problems(items, lines)]
    failed.sort(key=lambda one: (one.line, one.column))
    return Reading(items=tuple(items), lines=tuple(lines), failed=tuple(failed), problems=tuple(problems))


class _NotJson(ReadError):
    """The text is not JSON as a whole; where it stops to be, and why."""

    def __init__(self, error: json.JSONDecodeError) -> None:
        super().__init__(
            f"line {error.lineno}, column {error.colno}: this is no JSON: {error.msg}; "
            "correct it there, or export the file again"
        )
        self.reason = error.msg
        self.line = error.lineno
        self.column = error.colno


def _rescued(body: str, error: _NotJson) -> Reading:
    """Read the members of a broken array that are whole by themselves; the others are kept as they are.

    Raises:
        ReadError: there is none; the message says where the text stops to be JSON.
    """
    members: list[tuple[tuple[int, int], JsonValue]] = []
    broken: list[tuple[int, int]] = []
    decoder = json.JSONDecoder()
    match = _ARRAY.match(body)
    place = _skip_blank(body, match.end() if match else 0)
    while place < len(body) and body[place] != "]":
        try:
            member, end = decoder.raw_decode(body, place)
        except (ValueError, RecursionError):
            following = _NEXT_MEMBER.search(body, place + 1)
            end = following.start(1) if following else len(body)
            broken.append((place, end))
        else:
            members.append(((place, end), member))
        place = _skip_blank(body, end)
        place = _skip_blank(body, place + (body[place : place + 1] == ","))
    if not any(isinstance(member, Mapping) and _ITEM_SIGNS & member.keys() for _, member in members):
        raise error
    places = _LineCounter(body)
    failed = []
    for begin, end in broken:
        line, column = places.locate(begin)
        reason = f"this item is no JSON: {error.reason}" if len(broken) == 1 else "this item is no JSON"
        raw = body[begin:end].rstrip().removesuffix(",")
        failed.append(Failed(line=line, column=column, raw=raw, reason=f"{reason}; correct it", code="no-json"))
    reading = _reading(body, members, failed)
    if failed:
        return reading
    said = Problem(
        severity=Severity.WARNING,
        code="no-json",
        message=f"the text is no JSON as a whole: {error.reason}; every item in it was read",
        line=error.line,
        column=error.column,
    )
    return replace(reading, problems=(said, *reading.problems))


def write_csl_json(items: Sequence[Item]) -> str:
    """Write items as one array: two blanks of indent, fields by name, a line end at the end."""
    return json.dumps([item_to_csl(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def _parse(body: str) -> JsonValue:
    try:
        return json.loads(body)
    except json.JSONDecodeError as error:
        raise _NotJson(error) from None
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
