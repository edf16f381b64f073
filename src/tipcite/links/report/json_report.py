"""The report for programs: an array of objects, and the way back, for `check merge`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from tipcite.errors import ReadError
from tipcite.links.report.words import advice
from tipcite.links.result import Finding, Level, Outcome
from tipcite.links.targets import Place, Target, TargetKind
from tipcite.model import JsonValue, Retrieval, State, Verdict, read_why

_LISTS: Final = frozenset({"chain", "flags"})


def write(outcome: Outcome) -> str:
    """Write the array, Chinese as it is; the names are an interface that others build on (docs/checking.md)."""
    # One by one: json.dumps takes ten times the room of its text while it indents.
    members = [json.dumps(_finding(one), ensure_ascii=False, indent=2) for one in outcome.findings]
    return "[\n  " + ",\n".join(members).replace("\n", "\n  ") + "\n]\n" if members else "[]\n"


def _finding(finding: Finding) -> JsonValue:
    target, seen = finding.target, finding.retrieval
    shaped: dict[str, JsonValue] = {
        str(target.kind): target.value,
        "verdict": str(seen.verdict) if seen else None,
        "why": str(seen.why) if seen else None,
        "status": seen.status if seen else None,
        "final_url": seen.final_url if seen else "",
        "flags": list(seen.flags) if seen else [],
        "key": target.keys[0] if target.keys else None,
        "keys": list(target.keys),
        "state": str(finding.state),
        "since": finding.since,
        "counted": finding.counted,
        "level": str(finding.level),
        "asked": finding.is_asked,
        "new": finding.is_new,
        "cited_title": target.title,
        "places": [{"file": one.file, "line": one.line, "column": one.column} for one in target.places],
        "waiver": _waiver(finding),
    }
    if seen is None:
        return {**shaped, "target": target.value, "suggestion": ""}
    rest = {field.name: getattr(seen, field.name) for field in fields(seen) if field.name not in shaped}
    return {**shaped, **{name: _value(value) for name, value in rest.items()}, "suggestion": advice(finding)}


def _waiver(finding: Finding) -> JsonValue:
    waiver = finding.waiver
    return {"pattern": waiver.pattern, "reason": waiver.reason, "expires": str(waiver.expires)} if waiver else None


def _value(value: object) -> JsonValue:
    if isinstance(value, tuple):
        return [str(part) for part in value]
    if isinstance(value, (bool, int, float)) or value is None:
        return value
    return str(value)


def read_findings(text: str) -> tuple[Finding, ...]:
    """Read what `write` wrote.

    Raises:
        ReadError: it is something else; the message does not name the file.
    """
    try:
        members = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"this is no JSON report: {error}") from None
    if not isinstance(members, list):
        raise ReadError("this is no JSON report: it is no array; make one with 'tipcite check --report json:FILE'")
    return tuple(_read(member, number) for number, member in enumerate(members, start=1))


def _read(member: JsonValue, number: int) -> Finding:
    if not isinstance(member, Mapping):
        raise ReadError(f"member {number} of the report is no object")
    try:
        kind = TargetKind.DOI if "doi" in member else TargetKind.URL
        places = member.get("places") or []
        assert isinstance(places, list)
        return Finding(
            target=Target(
                value=str(member[str(kind)]),
                kind=kind,
                title=str(member.get("cited_title") or ""),
                keys=tuple(str(key) for key in _list(member.get("keys"))),
                places=tuple(_place(one) for one in places),
            ),
            retrieval=_retrieval(member) if member.get("verdict") else None,
            state=State(str(member.get("state", State.UNKNOWN))),
            since=str(member.get("since") or ""),
            counted=_number(member.get("counted")),
            is_asked=bool(member.get("asked")),
            is_new=bool(member.get("new")),
            level=Level(str(member.get("level", Level.NONE))),
        )
    except (KeyError, ValueError, TypeError, AssertionError) as error:
        raise ReadError(f"member {number} of the report can't be understood: {error!r}") from None


def _place(value: object) -> Place:
    if not isinstance(value, Mapping):
        raise TypeError("a place is an object")
    return Place(file=str(value["file"]), line=_number(value.get("line")), column=_number(value.get("column")))


def _retrieval(member: Mapping[str, JsonValue]) -> Retrieval:
    known = {field.name: member[field.name] for field in fields(Retrieval) if field.name in member}
    known |= {name: tuple(str(part) for part in _list(member.get(name))) for name in _LISTS}
    why = read_why(member["why"], member.get("status"))
    return Retrieval(**{**known, "verdict": Verdict(str(member["verdict"])), "why": why})


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
