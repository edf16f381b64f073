"""A DOI is asked for at the handle system, never at its publisher: publishers turn programs away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from tipcite.errors import InvalidIdentifier
from tipcite.links.judge import Ask, judge_failure, judge_status, retrieval, unasked
from tipcite.links.targets import Target
from tipcite.model import JsonValue, Retrieval, Verdict, Why, parse_doi
from tipcite.net import Answer, Services, below

# The handle API's response codes (DOI Handbook, "Resolution": REST API).
_FOUND: Final = 1
_NOT_FOUND: Final = 100
_NO_VALUES: Final = 200
_POINTING: Final = frozenset({"URL", "10320/loc"})
"""Types of handle values that lead somewhere: one address, or a choice of several."""


def handle_address(value: str, services: Services) -> str:
    """Return the address that tells whether a DOI is registered, "" when the text is no DOI."""
    try:
        doi = parse_doi(value).value
    except InvalidIdentifier:
        return ""
    return below(services.doi_handles, quote(doi, safe="/:;()-._~"))


async def judge_doi(target: Target, ask: Ask, services: Services, time: str) -> Retrieval:
    """Ask for a DOI at the handle system, and judge it."""
    address = handle_address(target.value, services)
    if not address:
        return unasked(target, time)
    return judge_handle(target, await ask(address, accept="application/json"), time)


def judge_handle(target: Target, answer: Answer, time: str) -> Retrieval:
    """Judge a DOI by the handle system's answer; a status alone, without its JSON, decides nothing."""
    if answer.error:
        return judge_failure(target, answer, time)
    record = _record(answer)
    match record.get("responseCode"):
        case 1:
            address = _address(record)
            if address is None:
                return _dead(target, answer, time, Why.DOI_NO_URL, "the DOI leads nowhere")
            found = retrieval(target, answer, time, verdict=Verdict.OK, why=Why.DOI_REGISTERED)
            return replace(found, final_url=address)
        case 100:
            return _dead(target, answer, time, Why.DOI_UNREGISTERED, "no such DOI is registered")
        case 200:
            return _dead(target, answer, time, Why.DOI_NO_URL, "the DOI leads nowhere")
        case _:
            return _unusual(target, answer, time)


def _unusual(target: Target, answer: Answer, time: str) -> Retrieval:
    """Judge an answer that is not the handle system's own: the DOI is never called dead by it."""
    judged = judge_status(target, answer, time)
    if judged is not None and judged.verdict in (Verdict.BLOCKED, Verdict.TRANSIENT):
        return judged
    return retrieval(
        target,
        answer,
        time,
        verdict=Verdict.TRANSIENT,
        why=Why.PROTOCOL,
        message="the answer is not the handle system's",
    )


def _dead(target: Target, answer: Answer, time: str, why: Why, message: str) -> Retrieval:
    return retrieval(target, answer, time, verdict=Verdict.DEAD, why=why, message=message)


def _record(answer: Answer) -> Mapping[str, JsonValue]:
    try:
        record = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, Mapping) else {}


def _address(record: Mapping[str, JsonValue]) -> str | None:
    """Return where the handle leads ("" when that is not one plain address), None when nowhere."""
    values = record.get("values")
    members = [value for value in values if isinstance(value, Mapping)] if isinstance(values, list) else []
    if not any(value.get("type") in _POINTING for value in members):
        return None
    for value in members:
        data = value.get("data")
        if value.get("type") == "URL" and isinstance(data, Mapping) and isinstance(data.get("value"), str):
            return str(data["value"])
    return ""
