"""The official CSL test suite against `passing.txt`, checked both ways.

Fixtures whose expectation we dispute are in `disputed.txt`: name, then the reason and the clause it rests on.
After a change that makes fixtures pass, rewrite the list:

    TIPCITE_REWRITE=1 .venv/bin/pytest tests/csl/test_suite.py
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

from . import jobs
from .conftest import LOCALES

PASSING = Path(__file__).parent / "passing.txt"
DISPUTED = Path(__file__).parent / "disputed.txt"


def load_fixtures(folder: Path):
    """Read the fixtures with the parser that lies beside them."""
    spec = importlib.util.spec_from_file_location("csl_fixtures", folder / "fixtures.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.load_dir(folder / "suite")


def passing_now(folder: Path) -> set[str]:
    names = set()
    for fixture in load_fixtures(folder):
        answer = jobs.answer(fixture.job(str(LOCALES)))
        if answer.get("result") == fixture.result.replace("\r\n", "\n"):
            names.add(fixture.name)
    return names


@pytest.mark.slow
def test_the_suite_passes_as_listed(shared):
    now = passing_now(shared / "csl")
    if os.environ.get("TIPCITE_REWRITE"):
        PASSING.write_text("".join(f"{name}\n" for name in sorted(now)), encoding="utf-8")
    listed = set(PASSING.read_text(encoding="utf-8").split())
    assert sorted(listed - now) == [], "listed as passing, but they fail"
    assert sorted(now - listed) == [], "they pass now: rewrite the list"


@pytest.mark.slow
def test_every_fixture_that_fails_is_disputed_with_a_reason(shared):
    lines = [line.partition(" | ") for line in DISPUTED.read_text(encoding="utf-8").splitlines()]
    assert all(reason.strip() for _, _, reason in lines)
    everyone = {fixture.name for fixture in load_fixtures(shared / "csl")}
    listed = set(PASSING.read_text(encoding="utf-8").split())
    assert sorted(everyone - listed) == sorted(name for name, _, _ in lines)
