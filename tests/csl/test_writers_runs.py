"""Runs: text with all its properties, for word processors."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given

from tipcite.csl import Mark, Run, Span, Str, write_runs, write_text

from .content import contents, seen


@given(contents)
def test_runs_hold_what_the_text_shows(content):
    assert seen("".join(run.text for run in write_runs(content))) == seen(write_text(content))


@given(contents)
def test_no_run_is_empty_and_neighbours_differ(content):
    runs = write_runs(content)
    assert all(run.text for run in runs)
    assert all(replace(one, text="") != replace(two, text="") for one, two in pairwise(runs))


def test_properties_nest_and_flip():
    content = (Str("a"), Span(Mark.ITALIC, (Str("b"), Span(Mark.UPRIGHT, (Str("c"),)), Span(Mark.BOLD, (Str("d"),)))))
    assert write_runs(content) == (
        Run(text="a"),
        Run(text="b", italic=True),
        Run(text="c"),
        Run(text="d", italic=True, bold=True),
    )


def test_a_link_keeps_its_address_unless_it_is_none():
    assert write_runs((Span(Mark.LINK, (Str("x"),), "https://a.b"),)) == (Run(text="x", target="https://a.b"),)
    assert write_runs((Span(Mark.LINK, (Str("x"),), "javascript:alert(1)"),)) == (Run(text="x"),)


def test_control_characters_are_gone():
    assert write_runs((Str("a\x00b\nc"),)) == (Run(text="ab c"),)
