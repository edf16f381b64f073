"""SARIF 2.1.0 (OASIS Standard, 27 March 2020), as GitHub code scanning reads it: a rule a reason, file and line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote

from tipcite import __version__
from tipcite.links.report.words import expired_text, meaning, message
from tipcite.links.result import Finding, Level, Outcome
from tipcite.links.targets import Place
from tipcite.model import JsonValue, Verdict

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT: Final = "%SRCROOT%"
_EXPIRED: Final = "expired-waiver"


def write(outcome: Outcome) -> str:
    """Write the report: everything that is an error, a warning or a note."""
    results = [*_results(outcome.findings), *_waivers(outcome)]
    rules = _rules(outcome, results)
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    run: dict[str, JsonValue] = {
        "tool": {"driver": {"name": "tipcite", "semanticVersion": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [{**result, "ruleIndex": places[result["ruleId"]]} for result in results],
    }
    report = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _results(findings: Iterable[Finding]) -> Iterator[dict[str, JsonValue]]:
    for finding in findings:
        if finding.level is Level.NONE or finding.retrieval is None:
            continue
        result: dict[str, JsonValue] = {
            "ruleId": str(finding.retrieval.why),
            "level": str(finding.level),
            "message": {"text": message(finding)},
            "partialFingerprints": {"link/v1": _fingerprint(finding.target.value)},
            "properties": {
                "verdict": str(finding.verdict),
                "state": str(finding.state),
                "keys": [*finding.target.keys],
            },
        }
        if finding.target.places:
            result["locations"] = [_location(finding.target.places[0])]
            rest = finding.target.places[1:]
            if rest:
                result["relatedLocations"] = [{**_location(one), "id": n} for n, one in enumerate(rest, start=1)]
        if finding.waiver:
            justification = f"{finding.waiver.reason} (until {finding.waiver.expires})"
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
        yield result


def _waivers(outcome: Outcome) -> Iterator[dict[str, JsonValue]]:
    for waiver in outcome.expired:
        result: dict[str, JsonValue] = {
            "ruleId": _EXPIRED,
            "level": "error" if outcome.expired_fail else "warning",
            "message": {"text": expired_text(waiver)},
            "partialFingerprints": {"link/v1": _fingerprint(waiver.pattern)},
        }
        if outcome.settings_file:
            result["locations"] = [_location(Place(file=outcome.settings_file, line=waiver.line or 1))]
        yield result


def _rules(outcome: Outcome, results: Iterable[dict[str, JsonValue]]) -> list[dict[str, JsonValue]]:
    verdicts = {str(one.retrieval.why): one.retrieval.verdict for one in outcome.findings if one.retrieval}
    return [_rule(name, verdicts.get(name)) for name in sorted({str(result["ruleId"]) for result in results})]


def _rule(name: str, verdict: Verdict | None) -> dict[str, JsonValue]:
    text = f"{verdict}: {meaning(verdict)}" if verdict else "A waiver whose time is over"
    words = name.replace("_", " ").replace("-", " ").title().replace(" ", "")
    return {"id": name, "name": words, "shortDescription": {"text": text}}


def _location(place: Place) -> dict[str, JsonValue]:
    artifact: dict[str, JsonValue] = {"uri": quote(place.file.replace("\\", "/"), safe="/:~+,;=@!$&'()*")}
    if not place.file.startswith("/"):
        artifact["uriBaseId"] = _ROOT
    physical: dict[str, JsonValue] = {"artifactLocation": artifact}
    if place.line:
        region: dict[str, JsonValue] = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        physical["region"] = region
    return {"physicalLocation": physical}


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
