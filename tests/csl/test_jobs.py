"""The job protocol, as a process: what a measurement sees."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from .conftest import LOCALES, style

SCRIPT = Path(__file__).parent / "jobs.py"
STYLE = style("<citation><layout delimiter='; '><text variable='title' font-style='italic'/></layout></citation>")


def ask(*requests: dict) -> list[dict]:
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    run = subprocess.run(
        [sys.executable, str(SCRIPT)], input=lines, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def job(name: str, **more) -> dict:
    return {
        "name": name,
        "mode": "citation",
        "csl": STYLE,
        "input": [{"id": 1, "type": "book", "title": "A & B"}],
        "locales_dir": str(LOCALES),
        **more,
    }


def test_answers_come_in_order_with_the_markup_of_the_suite():
    first, second = ask(job("one"), job("two", input=[{"id": "x", "title": "C"}]))
    assert first == {"name": "one", "result": "<i>A &#38; B</i>"}
    assert second == {"name": "two", "result": "<i>C</i>"}


def test_a_faulty_style_is_an_error_of_its_job_only():
    first, second = ask(job("bad", csl="<style"), job("good"))
    assert first["name"] == "bad"
    assert "not well-formed" in first["error"]
    assert second["result"] == "<i>A &#38; B</i>"
