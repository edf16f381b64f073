"""The mirrors as text: items and retrievals to lines that git can compare and merge, and back.

An item stands one variable a line, names one a line; a retrieval and a link's state are one line each. The
text of an item is made once, when it changes, and kept beside it in the database: a mirror is only joined.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from json.encoder import encode_basestring
from typing import Final

from tipcite.errors import InvalidItem, LibraryError
from tipcite.model import Item, JsonValue, Retrieval, Verdict, item_from_csl, item_to_csl, read_why
from tipcite.store.link_state import Failure, FailureKind, LinkState

_WIDTH: Final = 100
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_BLANK: Final = re.compile(r"[ \t\r\n]*")
_json: Final = json.JSONEncoder(ensure_ascii=False).encode
_quoted: Final[Callable[[str], str]] = encode_basestring
_RETRIEVAL_FIELDS: Final = tuple(field.name for field in fields(Retrieval))


_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LAST_YEAR: Final = "9000"
"""A time is added to; Python's calendar ends with the year 9999."""
_MARKERS: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
"""What git writes around the two sides of a conflict."""
_WHOLE: Final = ("status", "size", "attempts")
_TEXTS: Final = ("target", "time", "final_url", "content_type", "title", "sha256", "message", "suggestion")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksText:
    """What a mirror of checks holds; of one link there may be several states, as a merge leaves them."""

    retrievals: tuple[Retrieval, ...]
    states: tuple[LinkState, ...]


def item_text(item: Item) -> str:
    """Write an item as it stands in the mirror: indented by two blanks, no comma after it."""
    members = ",\n".join(
        [f"    {_quoted(variable)}: {_value(content, 4)}" for variable, content in item_to_csl(item).items()]
    )
    return _escape_surrogates(f"  {{\n{members}\n  }}")


def item_from_text(text: str) -> Item:
    """Read back what `item_text` wrote."""
    return item_from_csl(json.loads(text))


def join_references(texts: Iterable[bytes]) -> bytes:
    """Join items' texts, which come in the order of their keys, to the whole mirror."""
    body = b",\n".join(texts)
    return b"[\n" + body + b"\n]\n" if body else b"[]\n"


def retrieval_text(retrieval: Retrieval) -> str:
    """Write a retrieval as one line, what says nothing left out."""
    return _line("retrieval", retrieval)


def state_text(state: LinkState) -> str:
    """Write a link's state as one line."""
    return _line("link", state)


def join_checks(lines: Iterable[bytes]) -> bytes:
    """Join the sorted lines of retrievals and states to the whole mirror."""
    return b"".join(line + b"\n" for line in lines)


def parse_references(text: str, file: str) -> dict[str, Item]:
    """Read a mirror of items.

    Raises:
        LibraryError: the text is not JSON, no array of items, or has a key twice; names file, line and column.
    """
    items: dict[str, Item] = {}
    starts: dict[str, int] = {}
    for start, value in _members(text, file):
        try:
            item = item_from_csl(value)
        except InvalidItem as error:
            raise LibraryError(f"{file}:{_line_number(text, start)}: {error}") from None
        if not item.key or item.key in items:
            fault = (
                f"the key {item.key!r} stands already in line {_line_number(text, starts[item.key])}; rename one"
                if item.key
                else "an item has no 'id'; give it one that no other item has"
            )
            raise LibraryError(f"{file}:{_line_number(text, start)}: {fault}")
        items[item.key] = item
        starts[item.key] = start
    return items


def parse_checks(text: str, file: str) -> ChecksText:
    """Read a mirror of checks.

    Every line stands for itself, so that git's conflict marks can be passed over: both sides are true.

    Raises:
        LibraryError: a line is not JSON, no retrieval and no link state; names file and line.
    """
    retrievals: list[Retrieval] = []
    states: list[LinkState] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith(_MARKERS):
            continue
        value = _parse_line(line, file, number)
        try:
            if value.get("record") == "link":
                states.append(_state(value))
            else:
                retrievals.append(_retrieval(value))
        except (KeyError, TypeError, ValueError) as error:
            raise LibraryError(f"{file}:{number}: no retrieval and no link state: {error}") from None
    return ChecksText(retrievals=tuple(retrievals), states=tuple(states))


def retrieval_from_text(text: str) -> Retrieval:
    """Read back what `retrieval_text` wrote."""
    return _retrieval(json.loads(text))


def state_from_text(text: str) -> LinkState:
    """Read back what `state_text` wrote."""
    return _state(json.loads(text))


def _escape_surrogates(text: str) -> str:
    """Write half a surrogate pair, which UTF-8 has no form for, as JSON's escape."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def _value(value: JsonValue, indent: int) -> str:
    """Write a value in one line, or one member a line: lists of objects (names) always, others when long."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        # A name is one line however long it is: a merge compares lines.
        pad = "\n" + " " * (indent + 2)
        return f"[{pad}{f',{pad}'.join(map(_flat, value))}\n{' ' * indent}]"
    text = _json(value)
    if not isinstance(value, (dict, list)) or not value:
        return text
    if len(text) + indent <= _WIDTH:
        return text
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        members = [f"{pad}{_json(str(key))}: {_value(part, indent + 2)}" for key, part in value.items()]
        return "{\n" + ",\n".join(members) + f"\n{' ' * indent}}}"
    members = [f"{pad}{_json(part)}" for part in value]
    return "[\n" + ",\n".join(members) + f"\n{' ' * indent}]"


def _flat(value: JsonValue) -> str:
    """Write a value on one line; an object of texts, as most names are, without the encoder's slow way to objects."""
    if isinstance(value, dict) and all(type(part) is str for part in value.values()):
        return "{" + ", ".join([f"{_quoted(str(key))}: {_quoted(part)}" for key, part in value.items()]) + "}"
    return _json(value)


def _line(record: str, value: Retrieval | LinkState) -> str:
    """Write a record's fields; target and time first, so that sorted lines are sorted by these."""
    parts = {field.name: getattr(value, field.name) for field in fields(value) if _says_something(field, value)}
    head = {"target": parts.pop("target"), "record": record, "time": parts.pop("time")}
    return _escape_surrogates(_json({**head, **parts}))


def _says_something(field: object, value: Retrieval | LinkState) -> bool:
    name, default = getattr(field, "name", ""), getattr(field, "default", MISSING)
    return default is MISSING or getattr(value, name) != default


def _retrieval(value: Mapping[str, JsonValue]) -> Retrieval:
    known = {name: value[name] for name in _RETRIEVAL_FIELDS if name in value}
    for name in ("chain", "flags"):
        known[name] = tuple(str(part) for part in value.get(name, ()))
    for name in _TEXTS:
        if not isinstance(known.get(name, ""), str):
            raise ValueError(f"{name!r} is {value[name]!r}, not text")
    for name in _WHOLE:
        if not isinstance(known.get(name) or 0, int):
            raise ValueError(f"{name!r} is {value[name]!r}, not a number")
    _check_time(known["time"])
    _check_wait(known.get("retry_after"))
    return Retrieval(
        **{**known, "verdict": Verdict(value["verdict"]), "why": read_why(value["why"], known.get("status"))}
    )


def _state(value: Mapping[str, JsonValue]) -> LinkState:
    """Read a state; what follows from it by the rules is not read, nor the mere number of failures of version 0.1."""
    last_ok, failures = value.get("last_ok", ""), value.get("failures", ())
    if not isinstance(value["target"], str):
        raise ValueError(f"'target' is {value['target']!r}, not text")
    return LinkState(
        target=value["target"],
        verdict=Verdict(value["verdict"]),
        time=_check_time(value["time"]),
        why=read_why(value["why"]) if "why" in value else None,
        retry_after=_check_wait(value.get("retry_after")),
        last_ok=_check_time(last_ok) if last_ok else "",
        failures=() if isinstance(failures, int) else tuple(sorted(map(_failure, failures))),
    )


def _failure(value: JsonValue) -> Failure:
    time, kind = value
    return Failure(_check_time(time), FailureKind(kind))


def _check_time(time: JsonValue) -> str:
    """Return a time as the mirror writes it.

    Raises:
        ValueError: it is none, or beyond what can be reckoned with.
    """
    if not isinstance(time, str) or not _TIME.fullmatch(time) or time >= _LAST_YEAR:
        raise ValueError(f"{time!r} is no time; one looks like 2026-11-25T08:00:00Z")
    datetime.fromisoformat(time)
    return time


def _check_wait(seconds: JsonValue) -> float | None:
    """Return what is a number of seconds, or None.

    Raises:
        ValueError: it is neither.
    """
    if seconds is not None and not (isinstance(seconds, (int, float)) and math.isfinite(seconds)):
        raise ValueError(f"'retry_after' is {seconds!r}, not a number")
    return seconds


def _parse_line(line: str, file: str, number: int) -> Mapping[str, JsonValue]:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise LibraryError(f"{file}:{number}:{error.colno}: not valid JSON{_hint(line, 0)}: {error.msg}") from None
    if not isinstance(value, Mapping):
        raise LibraryError(f"{file}:{number}: not an object; a line is one retrieval or one link state")
    return value


def _members(text: str, file: str) -> Iterator[tuple[int, JsonValue]]:
    """Decode a JSON array member by member, each with its place in the text."""
    decoder = json.JSONDecoder()
    place = _skip(text, 0)
    if text[place : place + 1] != "[":
        raise _not_json(text, place, file, "a mirror begins with '['")
    place = _skip(text, place + 1)
    while text[place : place + 1] != "]":
        try:
            value, after = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise _not_json(text, error.pos, file, error.msg) from None
        except RecursionError:
            raise _not_json(text, place, file, "it is nested too deeply") from None
        yield place, value
        place = _skip(text, after)
        if text[place : place + 1] == ",":
            place = _skip(text, place + 1)
        elif text[place : place + 1] != "]":
            raise _not_json(text, place, file, "expected ',' or ']'")
    rest = _skip(text, place + 1)
    if rest < len(text):
        raise _not_json(text, rest, file, "something follows the end of the array")


def _skip(text: str, place: int) -> int:
    match = _BLANK.match(text, place)
    return match.end() if match else place


def _not_json(text: str, place: int, file: str, reason: str) -> LibraryError:
    start = text.rfind("\n", 0, place) + 1
    where = f"{file}:{_line_number(text, place)}:{place - start + 1}"
    return LibraryError(f"{where}: not valid JSON{_hint(text, start)}: {reason}")


def _hint(text: str, start: int) -> str:
    return " (a merge conflict is not resolved)" if text.startswith(_MARKERS, start) else ""


def _line_number(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
