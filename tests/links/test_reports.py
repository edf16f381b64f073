"""Every report is written from one outcome; each is valid, and lets nothing that strangers wrote take over."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from lxml import etree, html

from tipcite.errors import InvalidValue, ReadError, UsageError
from tipcite.links.fail_on import CI_DEFAULT, DEFAULT, FailOn, parse_fail_on
from tipcite.links.report import REPORTS
from tipcite.links.report.json_report import read_findings
from tipcite.links.result import Finding, Level, outcome
from tipcite.links.targets import Place, Target, TargetKind
from tipcite.links.waivers import Waiver, lines_of_waivers, read_waiver
from tipcite.model import Retrieval, State, Verdict, Why

SCHEMAS = Path(__file__).parent / "schemas"
TODAY = date(2026, 11, 25)
_RETRACTED = ("retracted",)
NASTY = 'http://a.test/"><script>alert(1)</script>|`%0A::error::\x1b[31m\u202e%,:'


def seen(target: str, verdict: Verdict, why: Why, **rest) -> Retrieval:
    return Retrieval(target=target, time="2026-11-25T08:00:00Z", verdict=verdict, why=why, **rest)


def finding(value="http://a.test/", verdict=Verdict.DEAD, why=Why.HTTP_404, *, state=State.SUSPECT, **rest) -> Finding:
    kind = rest.pop("kind", TargetKind.URL)
    target = Target(
        value=value, kind=kind, title="題名", keys=("wang2001",), places=(Place(file="章節/a b.md", line=3, column=7),)
    )
    told = {name: rest.pop(name) for name in ("flags", "suggestion") if name in rest}
    return Finding(
        target=target, retrieval=seen(value, verdict, why, status=404, **told),
        state=state, since="2026-11-20T00:00:00Z", counted=1, is_asked=True, **rest,
    )  # fmt: skip


def made(*findings, words=CI_DEFAULT, by_verdict=False, waivers=(), **rest):
    fail_on = FailOn(words=frozenset(words), by_verdict=by_verdict)
    return outcome(findings, fail_on, waivers, TODAY, time="2026-11-25T08:00:00Z", settings_file="tipcite.toml", **rest)


def mixed():
    return made(
        finding(state=State.DEAD),
        finding(NASTY, suggestion="javascript:alert(1)"),
        finding(
            "10.1000/xyz", Verdict.OK, Why.DOI_REGISTERED, state=State.OK, kind=TargetKind.DOI, flags=("retracted",)
        ),
        finding("http://b.test/", Verdict.MOVED, Why.PERMANENT_REDIRECT, state=State.OK),
        finding("http://c.test/", Verdict.BLOCKED, Why.BOT_CHALLENGE, state=State.BLOCKED),
        finding("http://d.test/", Verdict.TRANSIENT, Why.TIMEOUT),
        finding("http://e.test/", Verdict.INSECURE, Why.TLS_EXPIRED),
        finding("http://f.test/", Verdict.OK, Why.HTTP_OK, state=State.OK),
        Finding(target=Target(value="http://never.test/")),
        waivers=(
            Waiver(pattern="http://e.test/*", reason="known", expires=date(2027, 1, 1)),
            Waiver(pattern="http://gone.test/*", reason="was known", expires=date(2026, 1, 1), line=12),
        ),
    )


def levels(result) -> dict[str, str]:
    return {one.target.value: str(one.level) for one in result.findings}


def test_a_first_failure_warns_and_a_dead_state_fails():
    assert levels(made(finding(state=State.SUSPECT))) == {"http://a.test/": "warning"}
    assert made(finding(state=State.DEAD)).has_failed


def test_a_new_link_is_judged_by_its_verdict():
    assert made(finding(state=State.SUSPECT, is_new=True)).has_failed
    assert not made(finding(verdict=Verdict.OK, why=Why.HTTP_OK, state=State.DEAD, is_new=True)).has_failed


def test_words_that_no_state_has_are_read_from_the_verdict():
    for verdict, why in ((Verdict.INVALID, Why.SYNTAX), (Verdict.MOVED, Why.PERMANENT_REDIRECT)):
        assert made(finding(verdict=verdict, why=why, state=State.UNKNOWN), words=[verdict]).has_failed


@pytest.mark.parametrize("verdict", [Verdict.BLOCKED, Verdict.TRANSIENT])
def test_what_a_server_does_today_fails_nothing(verdict):
    for words in (CI_DEFAULT, DEFAULT):
        result = made(finding(verdict=verdict, why=Why.TIMEOUT, state=State.SUSPECT), words=words, by_verdict=True)
        assert (levels(result), result.has_failed) == ({"http://a.test/": "note"}, False)


def test_a_retracted_work_fails_though_its_link_is_well():
    assert made(finding(verdict=Verdict.OK, why=Why.DOI_REGISTERED, state=State.OK, flags=("retracted",))).has_failed


def test_a_link_that_was_not_reached_in_time_fails_only_when_asked():
    never = Finding(target=Target(value="http://n.test/"))
    assert not made(never, wanted=["http://n.test/"]).has_failed
    assert made(never, words=["unchecked"], wanted=["http://n.test/"]).has_failed
    assert not made(never, words=["unchecked"]).has_failed, "it was not to be asked for"


def test_a_waiver_covers_its_verdicts_until_its_day_and_then_fails_itself():
    waiver = Waiver(pattern="http://a.test/*", verdicts=("http_404",), reason="x", expires=TODAY)
    result = made(finding(state=State.DEAD), waivers=[waiver])
    assert (result.has_failed, result.findings[0].waiver) == (False, waiver)
    assert made(finding(verdict=Verdict.INVALID, why=Why.SYNTAX), waivers=[waiver]).has_failed
    late = made(finding(state=State.DEAD), waivers=[replace(waiver, expires=date(2026, 11, 24))])
    assert late.expired_fail
    assert late.findings[0].level is Level.ERROR


def test_brackets_in_a_waived_address_are_no_pattern():
    waiver = Waiver(pattern="http://a.test/?a[0]=*", reason="x", expires=TODAY)
    assert waiver.covers("http://a.test/?a[0]=1", ["dead"])
    assert not waiver.covers("http://a.test/?a0=1", ["dead"])


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ({"pattern": "x", "reason": "y"}, "expires"),
        ({"pattern": "x", "expires": TODAY}, "reason"),
        ({"pattern": "", "reason": "y", "expires": TODAY}, "pattern"),
        ({"pattern": "x", "reason": "y", "expires": "soon"}, "soon"),
        ({"pattern": "x", "reason": "y", "expires": TODAY, "verdicts": ["ded"]}, "ded"),
        ({"pattern": "x", "reason": "y", "expires": TODAY, "until": 1}, "until"),
        (["x"], "table"),
    ],
)
def test_an_incomplete_waiver_says_what_it_lacks(table, names):
    with pytest.raises(InvalidValue, match=names):
        read_waiver(table)


def test_waivers_have_the_lines_of_their_tables():
    assert lines_of_waivers("[links]\n\n[[links.waivers]]\na=1\n [[ links . waivers ]]\n") == (3, 5)


def test_fail_on_takes_words_and_names_the_wrong_one():
    assert parse_fail_on("dead, title-mismatch，expired-waiver") == {"dead", "title_mismatch", "expired-waiver"}
    assert parse_fail_on("none") == frozenset()
    with pytest.raises(UsageError, match="ded"):
        parse_fail_on("ded")
    with pytest.raises(UsageError):
        parse_fail_on(" , ")


def test_junit_is_valid_by_both_schemas_in_use():
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
    for result in (mixed(), made(), made(finding("http://\x00\ufffe\ud800/"))):
        tree = etree.fromstring(REPORTS["junit"].write(result).encode())
        schema.assertValid(tree)
    suite = etree.fromstring(REPORTS["junit"].write(mixed()).encode())[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("8", "2", "3")


def test_sarif_is_valid_and_names_file_and_line():
    schema = json.loads((SCHEMAS / "sarif.json").read_text("utf-8"))
    for result in (mixed(), made()):
        jsonschema.validate(json.loads(REPORTS["sarif"].write(result)), schema)
    run = json.loads(REPORTS["sarif"].write(mixed()))["runs"][0]
    first = run["results"][0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "%E7%AB%A0%E7%AF%80/a%20b.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert (first["level"], run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"]) == ("error", "http_404")
    waived = next(one for one in run["results"] if one["ruleId"] == "tls_expired")
    assert waived["suppressions"][0]["status"] == "accepted"
    assert not any(one["ruleId"] == "http_ok" for one in run["results"])


def test_annotations_are_one_line_each_and_escaped():
    lines = REPORTS["github"].write(mixed()).splitlines()
    assert all(re.match(r"::(error|warning) [^\n]*::", line) for line in lines)
    assert lines[0].startswith("::error file=tipcite.toml,line=12,title=expired waiver::")
    assert lines[1].startswith("::error file=章節/a b.md,line=3,col=7,title=dead link::http://a.test/ is dead")
    assert "%250A" in REPORTS["github"].write(mixed())
    place = Place(file="a,b:c%.md", line=1)
    odd = replace(finding(state=State.DEAD), target=Target(value="http://a.test/", places=(place,)))
    assert "file=a%2Cb%3Ac%25.md," in REPORTS["github"].write(made(odd))


def test_the_page_needs_nothing_from_elsewhere_and_runs_no_strangers_words():
    text = REPORTS["html"].write(mixed())
    tree = html.document_fromstring(text)
    assert not tree.xpath("//link | //img | //iframe | //script[@src] | //*[@onclick]")
    assert len(tree.xpath("//script")) == 1
    assert [one for one in tree.xpath("//a/@href") if not one.startswith(("http://", "https://"))] == []
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv]/@content")[0]
    assert len(tree.xpath("//tbody/tr")) == 9
    assert not re.search(r"url\(|@import|https?://[^\"]*\.(css|js|woff)", text)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_page_shows_each_links_history():
    past = tuple(seen("http://a.test/", Verdict.OK, Why.HTTP_OK, status=200) for _ in range(3))
    text = REPORTS["html"].write(made(replace(finding(), history=past)))
    assert "3 checks" in text


def test_markdown_keeps_its_table_whatever_an_address_holds():
    rows = [
        line for line in REPORTS["markdown"].write(mixed()).splitlines() if line.startswith("| ") and "---" not in line
    ]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}
    assert "<script" not in REPORTS["markdown"].write(mixed()).replace("\\<script", "")


def test_text_names_what_asks_for_action_first_and_obeys_nobody():
    text = REPORTS["text"].write(mixed())
    assert text.startswith("dead:")
    assert text.index("insecure:") < text.index("blocked:") < text.index("ok:")
    assert "\x1b" not in text
    assert "wang2001, 章節/a b.md:3:7" in text
    assert "tipcite.toml:12: error: the waiver for http://gone.test/*" in text


def test_json_has_what_others_build_on_and_is_read_back():
    array = json.loads(REPORTS["json"].write(mixed()))
    assert {"verdict", "why", "status", "final_url", "flags", "key", "state", "places", "suggestion"} <= set(array[0])
    assert array[0]["url"] == "http://a.test/"
    assert "url" not in array[2]
    assert array[2]["doi"] == "10.1000/xyz"
    assert array[-1]["verdict"] is None
    again = read_findings(REPORTS["json"].write(mixed()))
    assert [(one.target, one.retrieval, one.state) for one in again] == [
        (one.target, one.retrieval, one.state) for one in mixed().findings
    ]


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '[{"url": "x", "verdict": "bad"}]', '[{"verdict": "ok"}]', "[" * 100_000]
)
def test_what_is_no_report_is_refused_in_one_line(text):
    with pytest.raises(ReadError) as caught:
        read_findings(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", REPORTS)
def test_ten_thousand_links_are_reported_whole(name):
    result = made(*(finding(f"http://h.test/{number}", state=State.DEAD) for number in range(10_000)))
    assert REPORTS[name].write(result).count("http://h.test/") >= 500


@pytest.mark.parametrize("name", [name for name in REPORTS if name != "json"])
def test_no_report_for_people_shows_a_password(name):
    result = made(finding("https://reader:geheim@a.test/x?at=1@2", Verdict.DEAD, Why.HTTP_404, state=State.DEAD))
    written = REPORTS[name].write(result)
    assert "geheim" not in written
    assert "a.test/x?at=1@2" in written.replace("%40", "@")
