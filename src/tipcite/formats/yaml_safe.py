"""YAML → values, safely: plain data only, no tags that make objects, no aliases that swell.

Scalars follow YAML 1.2's JSON schema (10.2) rather than YAML 1.1, which PyYAML reads by itself: `no` is a word, not
false, and `2020-05-01` and `12:30` are texts. A number stays a text where writing it back would change it: `007`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from tipcite.errors import ReadError
from tipcite.formats.findings import Findings
from tipcite.formats.own_field import own_json
from tipcite.model import JsonValue

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_NODES: Final = 200_000
"""By how much aliases may swell a document; nobody repeats more by hand."""
_INVALID: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_MEMBER: Final = re.compile(r"^([ \t]*)-[ \t]+\S", re.MULTILINE)
_CLOSING: Final = re.compile(r"\n(?:---|\.\.\.)\s*$")
_INTEGER: Final = re.compile(r"0|-?[1-9]\d{0,4000}")
_FLOAT: Final = re.compile(r"-?\d+\.\d+(?:[eE][+-]?\d+)?|-?\d+[eE][+-]?\d+")
_WORDS: Final = {"null": None, "~": None, "": None, "Null": None, "NULL": None, "true": True, "True": True,
                 "TRUE": True, "false": False, "False": False, "FALSE": False}  # fmt: skip


class BadYaml(ReadError):
    """YAML that can't be parsed, and where."""

    def __init__(self, line: int, column: int, reason: str) -> None:
        super().__init__(f"line {line}, column {column}: this is no YAML: {reason}; correct it there")
        self.line = line
        self.column = column
        self.reason = reason


@dataclass(slots=True)
class Node:
    """A value with its place; `members` are the parts of a sequence or mapping with their own places."""

    value: JsonValue
    line: int
    column: int
    members: dict[str, Node] | list[Node]

    def member(self, name: str) -> Node | None:
        """Return the member of a mapping, None when there is none."""
        return self.members.get(name) if isinstance(self.members, dict) else None

    def sequence(self) -> Iterator[Node]:
        """Yield the members of a sequence; any other value alone."""
        if isinstance(self.members, list) and isinstance(self.value, list):
            yield from self.members
        else:
            yield self


def parse_yaml(text: str, report: Callable[[str, str, int, int], None], line: int = 1) -> Node | None:
    """Parse the first document of a text that begins on this line; None when it is empty.

    Keys that stand twice in one mapping are reported; the first counts.

    Raises:
        BadYaml: it is no YAML, uses tags or refers to itself, or its aliases swell it.
    """
    try:
        loader = _Loader(text)
        try:
            tree = loader.get_node() if loader.check_node() else None
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = (mark.line + line, mark.column + 1) if mark else (line, 1)
        raise BadYaml(*where, error.problem or "it breaks off") from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position] if isinstance(error.position, int) else ""
        where = (before.count("\n") + line, len(before) - before.rfind("\n"))
        raise BadYaml(*where, f"the character U+{ord(text[len(before)]):04X} is not allowed") from None
    except (yaml.YAMLError, RecursionError, UnicodeEncodeError) as error:
        raise BadYaml(line, 1, " ".join(str(error).split())[:100] or "it is nested too deep") from None
    if tree is None:
        return None
    _check_size(tree, line)
    try:
        return _Construction(report, line).node(tree)
    except RecursionError:
        raise BadYaml(line, 1, "it is nested too deep") from None


def pieces(body: str, first_line: int, begin: int = 0) -> Iterator[tuple[str, int, int]]:
    """Yield the members of the first sequence in block style behind a place: their texts, lines and columns."""
    first = _MEMBER.search(body, begin)
    if first is None:
        return
    starts = [match.start() for match in re.compile(rf"^{first[1]}-[ \t]", re.MULTILINE).finditer(body, first.start())]
    line = first_line + body.count("\n", 0, starts[0])
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        yield _CLOSING.sub("\n", body[start:end]), line, len(first[1]) + 1
        line += body.count("\n", start, end)


def read_pieces(
    found: Findings, parts: Iterable[tuple[str, int, int]], add: Callable[[Node, str, int], None], error: BadYaml
) -> None:
    """Parse the members of a list that as a whole is no YAML one by one; `add` gets a member, its text and line.

    Raises:
        BadYaml: there are none.
    """
    is_any = False
    for piece, line, column in parts:
        is_any = True
        try:
            node = parse_yaml(piece, found.report, line)
        except BadYaml as broken:
            reason = f"this item is no YAML: {broken.reason} at line {broken.line}, column {broken.column}"
            found.reject("no-yaml", reason, piece.rstrip(), line, column)
        else:
            for member in node.sequence() if node is not None else ():
                add(member, piece, line)
    if not is_any:
        raise error
    if not found.failed:
        message = f"the whole is no YAML: {error.reason}; its items were read one by one"
        found.report("not-well-formed", message, error.line, error.column)


def without_invalid(text: str) -> tuple[str, int]:
    """Replace what YAML does not allow (5.1) by U+FFFD; also return where it first stood, -1 for nowhere."""
    match = _INVALID.search(text)
    return (_INVALID.sub("\ufffd", text), match.start()) if match else (text, -1)


def _check_size(tree: yaml.Node, first: int) -> None:
    """Refuse aliases that make more than they are, and those that contain themselves."""
    sizes: dict[int, int] = {}
    open_: set[int] = set()
    stack: list[tuple[yaml.Node, bool]] = [(tree, False)]
    while stack:
        node, is_done = stack.pop()
        if id(node) in sizes:
            continue
        children = list(_children(node))
        if is_done:
            open_.discard(id(node))
            sizes[id(node)] = 1 + sum(sizes[id(child)] for child in children)
            continue
        open_.add(id(node))
        stack.append((node, True))
        for child in children:
            if id(child) in open_:
                line = node.start_mark.line + first
                raise BadYaml(line, node.start_mark.column + 1, "an alias contains itself")
            if id(child) not in sizes:
                stack.append((child, False))
    if sizes[id(tree)] > len(sizes) + _MOST_NODES:
        raise BadYaml(first, 1, f"its aliases stand for {sizes[id(tree)]} values; write them out")


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value


class _Construction:
    """Makes values of nodes."""

    def __init__(self, report: Callable[[str, str, int, int], None], first: int) -> None:
        self._report = report
        self._first = first

    def node(self, node: yaml.Node) -> Node:
        line, column = node.start_mark.line + self._first, node.start_mark.column + 1
        if isinstance(node, yaml.MappingNode):
            members = self._members(node)
            return Node({name: member.value for name, member in members.items()}, line, column, members)
        if isinstance(node, yaml.SequenceNode):
            parts = [self.node(child) for child in node.value]
            return Node([part.value for part in parts], line, column, parts)
        if str(node.tag).startswith(("!", "tag:yaml.org,2002:python")):
            raise BadYaml(line, column, f"the tag {node.tag!r} is not allowed here")
        plain = isinstance(node, yaml.ScalarNode) and not node.style  # None, or '' from the C parser
        return Node(_scalar(str(node.value)) if plain else str(node.value), line, column, [])

    def _members(self, node: yaml.MappingNode) -> dict[str, Node]:
        members: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            line, column = key.start_mark.line + self._first, key.start_mark.column + 1
            if not isinstance(key, yaml.ScalarNode):
                raise BadYaml(line, column, "a key that is no text")
            if name in members:
                self._report("repeated-field", f"{name!r} stands twice; the first counts", line, column)
                continue
            members[name] = self.node(value)
        return members


def _scalar(text: str) -> JsonValue:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text


def write_yaml(value: JsonValue, indent: int = 0) -> str:
    """Write a value in block style; texts are plain where YAML 1.1 and 1.2 both read them as text, else quoted."""
    blank = " " * indent
    if isinstance(value, dict) and value:
        return "".join(f"{blank}{_text(key)}:{_below(part, indent)}" for key, part in value.items())
    if isinstance(value, (list, tuple)) and value:
        return "".join(f"{blank}-{_in_sequence(part, indent)}" for part in value)
    return f"{blank}{_flow(value)}\n"


def _below(part: JsonValue, indent: int) -> str:
    if isinstance(part, (list, tuple)) and part and all(_is_number(one) for one in part):
        return f" {_flow(part)}\n"
    if isinstance(part, (dict, list, tuple)) and part:
        deeper = indent + 2 if isinstance(part, dict) else indent
        return "\n" + write_yaml(part, deeper)
    return f" {_flow(part)}\n"


def _in_sequence(part: JsonValue, indent: int) -> str:
    if isinstance(part, (list, tuple)) and part and all(_is_number(one) for one in part):
        return f" {_flow(part)}\n"
    if isinstance(part, (dict, list, tuple)) and part:
        return " " + write_yaml(part, indent + 2)[indent + 2 :]
    return f" {_flow(part)}\n"


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _flow(value: JsonValue) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_flow(part) for part in value) + "]"
    return own_json(value)


# Begins with a letter of any script, holds no mark that means something anywhere in a line.
_PLAIN: Final = re.compile(
    r"[^\W\d_](?:[^\n\r\t:#,\[\]{}&*!|>'\"%@`\\\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
    r"|:(?=\S)|,(?= ))*(?<! )(?<!:)"
)
_SPECIAL: Final = frozenset("y n yes no on off true false null none nan inf".split())


def _text(value: str) -> str:
    if _PLAIN.fullmatch(value) and value.lower() not in _SPECIAL:
        return value
    return own_json(value)
