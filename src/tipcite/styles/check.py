"""What is wrong with a style, each finding with its line: stricter than rendering, which needs no tidy file.

The passes: 1 is it CSL at all, 2 what the engine refuses, 3 options, 4 macros, 5 layouts, 6 terms, 7 variables,
8 what it says of itself, 9 the schema of plain CSL.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from tipcite.csl import LoadLocale, LoadParent, Style, parse_style
from tipcite.csl.markup import CSL, Markup, read_xml
from tipcite.csl.options import NAMESPACE
from tipcite.errors import StyleError
from tipcite.lang import is_valid_language
from tipcite.model import Problem, Severity
from tipcite.styles.calls import elements_of, missing_macros, unused_macros
from tipcite.styles.choices import check_options
from tipcite.styles.elements import finding, line_of, remove
from tipcite.styles.words import check_terms, check_variables

_HINDERING: Final = frozenset({"unsupported", "term-missing", "term-english", "variable-unknown"})
_EXPECTED: Final = {
    "title": "what the style is called",
    "id": "the address that other programs know it by",
    "rights": "under what licence it may be changed and passed on",
    "updated": "when it was last changed, as 2026-01-31T00:00:00+00:00",
}
_PLAIN: Final = ("1.0", "1.0.1", "1.0.2")


def check_style(
    xml: bytes, *, load_locale: LoadLocale, load_parent: LoadParent | None = None, schema: bytes | None = None
) -> tuple[Problem, ...]:
    """Return all findings in the order of the file; plain CSL is held against `schema` (RELAX NG) too."""
    try:
        root = read_xml(xml, root="style")
    except StyleError as error:
        return (_refusal(error, code="unreadable"),)
    found = list(_refusals(root, xml, load_parent))
    style = None if found else parse_style(xml, load_parent=load_parent)
    if root.find(f"{CSL}citation") is not None:
        found += check_options(root, xml) if style else ()
        found += unused_macros(root)
        found += _layouts(root)
        found += check_terms(root, style, load_locale) if style else ()
        found += check_variables(root)
    found += _head(root)
    if schema is not None and _is_plain(root):
        found += _schema(root, schema)
    return tuple(sorted(dict.fromkeys(found), key=lambda problem: problem.line))


def hinders(problem: Problem) -> bool:
    """Tell whether a finding is about what the style prints, not about how its file is kept."""
    return problem.code in _HINDERING


def _refusals(root: etree._Element, xml: bytes, load_parent: LoadParent | None) -> Iterator[Problem]:
    """Name everything that the engine refuses element by element, then the first that it refuses in the whole."""
    for element in elements_of(root):
        try:
            Markup(element).check()
        except StyleError as error:
            yield _refusal(error)
    missing = tuple(missing_macros(root))
    yield from missing
    try:
        _parsed(xml, load_parent, lenient=bool(missing))
    except StyleError as error:
        yield _refusal(error)


def _parsed(xml: bytes, load_parent: LoadParent | None, *, lenient: bool) -> Style:
    return parse_style(xml, load_parent=_sound(load_parent) if load_parent else None, lenient=lenient)


def _sound(load_parent: LoadParent) -> LoadParent:
    """Make a parent's faults told as its own: their lines are not those of the style that is checked."""

    def load(address: str) -> bytes | str:
        parent = load_parent(address)
        try:
            parse_style(parent, load_parent=load_parent)
        except StyleError as error:
            raise StyleError(f"the style {address!r}, which it depends on, is refused: {error}") from None
        return parent

    return load


def _refusal(error: StyleError, *, code: str = "unsupported") -> Problem:
    """Turn the engine's error into a finding; the line stands before it, and is not said twice."""
    return Problem(severity=Severity.ERROR, code=code, message=error.problem, line=error.line or 0)


def _layouts(root: etree._Element) -> Iterator[Problem]:
    """Name languages that no source can have, and those of which an earlier layout takes all sources."""
    for section in root.iterchildren(f"{CSL}citation", f"{CSL}bibliography"):
        taken: set[str] = set()
        for layout in section.iterchildren(f"{CSL}layout"):
            tags = (layout.get("locale") or "").split()
            dead = [tag for tag in tags if tag.lower() in taken or not is_valid_language(tag)]
            for tag in dead:
                why = "an earlier <layout> has it" if tag.lower() in taken else "it is no language tag like 'zh-TW'"
                yield finding(layout, "layout-unreachable", f"the language {tag!r} is never used: {why}")
            if tags and len(dead) == len(tags):
                yield finding(layout, "layout-unreachable", "this layout is never reached; remove it")
            taken |= {tag.lower() for tag in tags}


def _head(root: etree._Element) -> Iterator[Problem]:
    info = root.find(f"{CSL}info")
    if info is None:
        yield finding(root, "info-missing", f"there is no <info>; it should say {', '.join(_EXPECTED)}")
        return
    for name, meaning in _EXPECTED.items():
        element = info.find(f"{CSL}{name}")
        if element is None or not (element.text or "").strip():
            what = "is empty" if element is not None else "is missing"
            yield finding(info if element is None else element, "info-missing", f"<{name}> {what}: {meaning}")


def _is_plain(root: etree._Element) -> bool:
    """Tell whether a style keeps to CSL 1.0: CSL-M's layouts by language are in no schema."""
    return root.get("version") in _PLAIN and root.find(f"*/{CSL}layout[@locale]") is None


def _schema(root: etree._Element, schema: bytes) -> Iterator[Problem]:
    validator = etree.RelaxNG(etree.fromstring(schema))
    plain = deepcopy(root)
    for option in plain.findall(f"{CSL}info/{NAMESPACE}option"):  # our own, which other programs pass over
        remove(option)
    validator.validate(plain)
    # Only the first entry of libxml2's log is a fault; those after it say that what is around that is not valid then.
    for entry in list(validator.error_log)[:1]:
        message = f"the schema of CSL 1.0 says first: {entry.message}"
        yield Problem(severity=Severity.NOTE, code="schema", message=message, line=line_of(entry))
