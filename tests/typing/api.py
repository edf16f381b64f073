"""The public interface as a program uses it; mypy reads this file, nothing runs it."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from tipcite.csl import Cite, CitedCluster, Entry, OutputFormat, Processor, Style, format_bibliography, parse_style
from tipcite.formats.registry import Format, detect_format, find_format
from tipcite.lang import Romanisation, decide_language, pinyin, romanise, stroke_key
from tipcite.lint import lint
from tipcite.model import Date, Doi, Item, Name, Problem, Reading, find_doi, item_from_csl, parse_iso_date
from tipcite.render import Order, Renderer, with_variants
from tipcite.resources import load_locale, load_style
from tipcite.store import HistoryEntry, Library, LibraryPaths, Row


def items() -> tuple[Item, ...]:
    reading = find_format(detect_format("@book{a, title={A}}")).read
    assert reading is not None
    assert_type(reading("@book{a, title={A}}"), Reading)
    item = item_from_csl({"id": "a", "type": "book"})
    assert_type(item.names.get("author", ()), tuple[Name, ...])
    assert_type(item.dates.get("issued"), Date | None)
    assert_type(item.doi, Doi | None)
    return (item,)


def engine() -> str:
    style = parse_style(load_style("apa-zh-tw"))
    assert_type(style, Style)
    processor = Processor(style, items(), load_locale=load_locale)
    assert_type(processor.cite([Cite(key="a", locator="21")]), CitedCluster)
    assert_type(processor.bibliography(), tuple[Entry, ...])
    return format_bibliography(processor.bibliography(), OutputFormat.HTML)


def rendering() -> str:
    assert_type(with_variants(items()[0]), Item)
    assert_type(Order("japanese, chinese, western, zhuyin").is_mixed, bool)
    renderer = Renderer(load_style("tw-author-year"), items(), order=Order.WESTERN_FIRST, load_locale=load_locale)
    return renderer.references(to=OutputFormat.MARKDOWN, headings=True)


def library(folder: Path) -> None:
    with Library.open(LibraryPaths.in_folder(folder), read_only=True) as opened:
        assert_type(opened.rows("人口"), tuple[Row, ...])
        assert_type(opened.history(), tuple[HistoryEntry, ...])
        assert_type(opened.add(items(), command="add"), tuple[str, ...])


def language() -> None:
    assert_type(decide_language(items()[0]), str)
    assert_type(pinyin("美國"), str)
    assert_type(romanise("美國", Romanisation.WADE_GILES), str)
    assert_type(lint(items()), tuple[Problem, ...])
    assert_type(find_doi("10.1000/1"), Doi | None)
    assert_type(parse_iso_date("2021"), Date)
    assert_type(find_format("bib"), Format)
    sorted(["北", "美"], key=stroke_key)
