"""The parts of docs/engine.md that are made: what its Python prints, and the tables of `tests/csl/supported.toml`.

A `python` block is run, all in one namespace; the `text` block that follows it is what it printed. A table stands
between `<!-- made: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "csl" / "supported.toml"
Case = dict[str, Any]


def engine_page(text: str) -> str:
    """Return the page with its tables and outputs made anew."""
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))
    return run_examples(fill_tables(text, cases))


def run_examples(text: str) -> str:
    """Run the Python of a page and put what it prints below it."""
    namespace: dict[str, Any] = {}

    def block(match: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(match[1], "docs/engine.md", "exec"), namespace)
        shown = printed.getvalue().rstrip("\n")
        return f"```python\n{match[1]}```\n" + (f"\n```text\n{shown}\n```\n" if shown else "")

    return re.sub(r"^```python\n(.*?)^```\n(?:\n```text\n.*?^```\n)?", block, text, flags=re.MULTILINE | re.DOTALL)


def fill_tables(text: str, cases: Case) -> str:
    """Put every table between its marks."""
    tables: dict[str, Callable[[Case], str]] = {
        "supported": supported, "refused": refused, "differences": differences, "items": items,
    }  # fmt: skip

    def table(match: re.Match[str]) -> str:
        return f"<!-- made: {match[1]} -->\n\n{tables[match[1]](cases)}\n\n<!-- end -->"

    return re.sub(r"<!-- made: (\w+) -->\n.*?<!-- end -->", table, text, flags=re.DOTALL)


def supported(cases: Case) -> str:
    """Make a table for each section of what is supported."""
    head = ("", "in the style", "items", "prints")
    return "\n\n".join(
        f"### {section['title']}\n\n"
        + rows(head, ((case["what"], shown(case), of(case), outputs(case)) for case in section["case"]))
        for section in cases["section"]
    )


def differences(cases: Case) -> str:
    """Make the table of what citeproc-js prints otherwise."""
    head = ("", "in the style", "items", "tipcite", "citeproc-js", "`Conventions`")
    return rows(
        head,
        (
            (
                case["what"], shown(case), of(case), codes(case["prints"]), codes(case["citeproc_js"]),
                code(case["convention"]) if "convention" in case else "",
            )
            for case in cases["difference"]
        ),
    )  # fmt: skip


def refused(cases: Case) -> str:
    """Make the table of what is refused."""
    return rows(("", "what is said"), ((case["what"], code(case["says"])) for case in cases["refused"]))


def items(cases: Case) -> str:
    """Write the items of the tables, a line each."""
    lines = (json.dumps({"id": key, **fields}, ensure_ascii=False) for key, fields in cases["items"].items())
    return "```json\n" + "\n".join(lines) + "\n```"


def shown(case: Case) -> str:
    """Return the part of a case's style that the page shows."""
    return code((case.get("shows") or case["layout"]).replace("{}", "…"))


def outputs(case: Case) -> str:
    """Return what a case prints, for each of the values that it goes through."""
    if "each" not in case:
        return codes(case["prints"])
    return "<br>".join(f"{value}: {' '.join(map(code, prints))}" for value, prints in case["each"].items())


def of(case: Case) -> str:
    """Name the items of a case that are not the usual one."""
    return " ".join(case.get("items", ()))


def codes(values: Iterable[str]) -> str:
    """Write several texts as code, one below the other."""
    return "<br>".join(map(code, values))


def code(value: str) -> str:
    """Write a text as code in a table; what has two spaces in a row shows them as `␣`."""
    return f"`{value.replace('  ', '␣␣').replace('|', '&#124;')}`"


def rows(head: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    """Write a table."""
    table = [head, ("---",) * len(head), *lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in table)
