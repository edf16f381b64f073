"""`tipcite import`: files and pasted lists into the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tipcite.cli.files import Source, read_source, write_output
from tipcite.cli.long_work import Bar, can_not_stop, no_cycles, progress
from tipcite.cli.options import common_options, complete_formats, dry_run_option, json_option, review_option
from tipcite.cli.output import count, echo, echo_json, exit_code, one_line, problem_json, say, say_problems, style
from tipcite.cli.reading import problems_of, read_items
from tipcite.cli.session import command_line, open_library
from tipcite.errors import UsageError
from tipcite.model import Problem, Reading, Severity

if TYPE_CHECKING:
    from tipcite.store import Watch

_KNOWN: Final = "known"
_KNOWN_SHOWN: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What one import did: the keys that are new, the fields that were filled in known sources, how many were known.

    `problems` is what was found, by file.
    """

    added: tuple[str, ...]
    filled: tuple[tuple[str, tuple[str, ...]], ...]
    known: int
    problems: tuple[tuple[str, Problem], ...]


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE|-...")
@click.option(
    "-f",
    "--format",
    "--from",
    "format_name",
    metavar="F",
    shell_complete=complete_formats,
    help="csl-json, csl-yaml, biblatex, bibtex, ris, endnote-xml, enw, nbib, refworks, noteexpress, cnki, mods, cff,"
    " zotero-rdf, coins, docx or text (default: seen).",
)
@click.option(
    "--failed",
    "failed",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Write the texts that became no source to FILE, to be mended and imported again.",
)
@review_option
@dry_run_option
@json_option
@common_options
@click.pass_context
def command(
    context: click.Context,
    files: tuple[str, ...],
    format_name: str | None,
    *,
    failed: Path | None,
    review: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Import files of references: CSL-JSON, BibTeX, RIS, EndNote …, or a reference list as plain text.

    The format is seen from the content, the encoding too (UTF-8, Big5, GBK …). What is wrong in a file is reported
    with its line and column; the other entries are imported. A source that is in the library already is not added
    again: what was empty there is filled, nothing is overwritten. All files together are one change, which
    'tipcite undo' takes back.

    With --review you are asked about each reference of a plain list that was not surely read, before anything is
    stored: accept it, mend a field or all of it, split it, join it with the next, or keep its text. If you quit, what
    was decided is imported, and the next run goes on with the rest.
    """
    if files.count("-") > 1:
        raise UsageError("'-' is stdin, which can be read only once")
    if review:
        from tipcite.cli.reviewing.asking import check_terminal

        for file in files:
            check_terminal(file)
    with no_cycles():
        sources = [read_source(file, documents=True) for file in files]
        with progress(sum(len(source.text) + len(source.data) for source in sources)) as bar:
            readings = read_sources(sources, format_name, bar, review=review)
            broken = [piece.raw for _, reading in readings for piece in reading.failed]
            if failed is not None and broken:
                write_output("\n\n".join(broken) + "\n", failed)
            imported = import_readings(context, readings, bar, dry_run=dry_run)
    _tell(imported, as_json=as_json, dry_run=dry_run)
    if review and not dry_run:
        _forget_reviews(readings)
    if failed is not None and broken:
        say(f"{count(len(broken), 'text')} that became no source written to {str(failed)!r}")
    return exit_code(problem for _, problem in imported.problems)


def _tell(imported: Imported, *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        problems = [problem_json(file, problem) for file, problem in imported.problems]
        filled = [{"key": key, "fields": list(fields)} for key, fields in imported.filled]
        echo_json({"added": list(imported.added), "filled": filled, "known": imported.known, "problems": problems})
    else:
        for file, problem in shortened(imported.problems):
            say_problems(file, [problem])
        if imported.added:
            echo("\n".join(map(one_line, imported.added)))
        say(style(summary(imported, dry_run=dry_run), "green"))


def read_sources(
    sources: Sequence[Source], format_name: str | None, bar: Bar, *, review: bool = False
) -> list[tuple[Source, Reading]]:
    """Read every source; with `review`, ask about what was not surely read in plain lists."""
    readings = []
    for source in sources:
        bar.begin(f"reading {source.name}", None)
        reviewed = _review(source, format_name) if review else None
        readings.append((source, reviewed or read_items(source, format_name)))
    return readings


def _review(source: Source, format_name: str | None) -> Reading | None:
    """Read a plain list with its user; None for a file of another format."""
    from tipcite.formats.registry import detect_format

    if source.data or (format_name or detect_format(source.text, filename=source.name)) != "text":
        return None
    from tipcite.cli.reviewing.asking import review
    from tipcite.formats.reftext import parse_reference_list, reading_of

    return reading_of(review(source, parse_reference_list(source.text)))


def _forget_reviews(readings: Sequence[tuple[Source, Reading]]) -> None:
    """Forget what was decided about the lists of which nothing is left to be asked: it is in the library now."""
    from tipcite.cli.reviewing.asking import NOT_REVIEWED, finish_review

    for source, reading in readings:
        if all(failed.reason != NOT_REVIEWED for failed in reading.failed):
            finish_review(source)


def import_readings(
    context: click.Context, readings: Sequence[tuple[Source, Reading]], bar: Bar, *, dry_run: bool
) -> Imported:
    """Store all new items of the sources in one change."""
    problems = [(source.name, problem) for source, reading in readings for problem in problems_of(source, reading)]
    items = [item for _, reading in readings for item in reading.items]
    names = command_line(context, *(source.name for source, _ in readings))
    bar.begin("storing", len(items))
    with open_library(read_only=dry_run) as library:
        added = library.would_add(items) if dry_run else library.add_new(items, command=names, watch=_watch(bar))
    lines = {
        id(item): (source.name, line)
        for source, reading in readings
        for item, line in zip(reading.items, reading.lines, strict=True)
    }
    filled = {one.key: one.fields for one in added.filled}
    problems += [_known_note(*lines[id(item)], key, filled.get(key, ())) for item, key in added.known]
    problems += [_similar_note(*lines[id(one.item)], one.key, one.reason) for one in added.similar]
    problems += [
        _key_warning(*lines[id(item)], item.key, key)
        for item, key in zip(added.fresh, added.keys, strict=True)
        if item.key and key != item.key
    ]
    return Imported(added=added.keys, filled=tuple(filled.items()), known=len(added.known), problems=tuple(problems))


def _watch(bar: Bar) -> Watch:
    from tipcite.store import Watch

    return Watch(stored=bar.advance, committing=can_not_stop)


def summary(imported: Imported, *, dry_run: bool) -> str:
    """Say in one line what was, or would be, done."""
    would = "would be " if dry_run else ""
    said = [f"{count(len(imported.added), 'source')} {would}imported"]
    if imported.known:
        said.append(
            f"{imported.known} known already" + (f", {len(imported.filled)} {would}filled" if imported.filled else "")
        )
    return "; ".join(said)


def shortened(problems: Sequence[tuple[str, Problem]]) -> Iterator[tuple[str, Problem]]:
    """Leave out all but the first few of the sources that are known: importing a file again must not flood."""
    known = 0
    for file, problem in problems:
        known += problem.code == _KNOWN
        if problem.code != _KNOWN or known <= _KNOWN_SHOWN:
            yield file, problem
    if known > _KNOWN_SHOWN:
        message = f"{known - _KNOWN_SHOWN} more sources are in the library already"
        yield problems[-1][0], Problem(severity=Severity.NOTE, code=_KNOWN, message=message)


def _known_note(file: str, line: int, key: str, fields: Sequence[str]) -> tuple[str, Problem]:
    message = "this source stands in what is imported already; it was taken once"
    if key and fields:
        message = f"this source is in the library already, as {key!r}; filled there: {', '.join(fields)}"
    elif key:
        message = f"this source is in the library already, as {key!r}; it was left as it is"
    return file, Problem(severity=Severity.NOTE, code=_KNOWN, message=message, line=line, key=key)


def _similar_note(file: str, line: int, key: str, reason: str) -> tuple[str, Problem]:
    there = f"{key!r}" if key else "another one that came with it"
    message = f"this source may be {there} ({reason}); it was added; 'tipcite dedupe' compares them"
    return file, Problem(severity=Severity.NOTE, code="similar", message=message, line=line, key=key)


def _key_warning(file: str, line: int, wanted: str, key: str) -> tuple[str, Problem]:
    message = f"the key {wanted!r} is taken or can't be one; this source has {key!r} here"
    return file, Problem(severity=Severity.WARNING, code="key-changed", message=message, line=line, key=key)
