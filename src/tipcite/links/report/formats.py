"""The report formats by the names that `--report` takes; each imports its module when it is first written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Final, TypeAlias, cast

from tipcite.links.result import Outcome

Write: TypeAlias = Callable[[Outcome], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One format: its name, what it is for, how it is written; `appends` when its file holds other things too."""

    name: str
    title: str
    write: Write
    appends: bool = False


def _writer(module: str) -> Write:
    def write(outcome: Outcome) -> str:
        return cast(str, import_module(f"tipcite.links.report.{module}").write(outcome))

    return write


REPORTS: Final[Mapping[str, Report]] = MappingProxyType(
    {
        report.name: report
        for report in (
            Report(name="text", title="for people", write=_writer("text")),
            Report(name="json", title="for programs", write=_writer("json_report")),
            Report(name="junit", title="JUnit XML, for test reports of CI", write=_writer("junit")),
            Report(name="sarif", title="SARIF 2.1.0, for code scanning", write=_writer("sarif")),
            Report(name="github", title="annotations of GitHub Actions", write=_writer("github")),
            Report(name="markdown", title="Markdown, for job summaries and comments", write=_writer("markdown")),
            Report(name="summary", title="Markdown added to a file", write=_writer("markdown"), appends=True),
            Report(name="html", title="a page of its own that sorts and filters", write=_writer("html")),
        )
    }
)
