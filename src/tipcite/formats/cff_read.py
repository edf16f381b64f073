"""The reader of CITATION.cff: the main work, then what it wants to be cited instead, then its references.

The work that `preferred-citation` describes has `preferred-citation: true` in its `custom.cff`.
"""

from __future__ import annotations

from typing import Final

from tipcite.errors import ReadError
from tipcite.formats.cff_tables import (
    CITE_THIS,
    LIST_MESSAGE,
    NAMES,
    PARTS,
    TEXTS,
    TYPES,
)
from tipcite.formats.findings import Findings
from tipcite.formats.own_field import OWN_MARK, with_own
from tipcite.formats.record_dates import read_date
from tipcite.formats.yaml_safe import BadYaml, Node, parse_yaml, pieces, read_pieces, without_invalid
from tipcite.model import Date, Item, JsonValue, Name, Reading

_DATES: Final = ("date-published", "date-released", "issue-date")
_MARK: Final = "preferred-citation"


def read_cff(text: str) -> Reading:
    """Read a CITATION.cff.

    Raises:
        ReadError: it is no YAML, or describes no work.
    """
    found = Findings()
    body, _ = without_invalid(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    try:
        root = parse_yaml(body, found.report)
    except BadYaml as error:
        _read_broken(body, found, error)
        return found.reading()
    if root is None or not isinstance(root.value, dict):
        raise ReadError("line 1, column 1: this is no CITATION.cff, which begins with 'cff-version: 1.2.0'")
    _read_root(root, found)
    return found.reading()


def _read_broken(body: str, found: Findings, error: BadYaml) -> None:
    """Read the references of a file that is no YAML; what stands before them is kept as failed."""
    place = body.find("\nreferences:")
    if place < 0:
        raise error
    head = body[: place + 1]
    try:
        root = parse_yaml(head, found.report)
        if root is not None and isinstance(root.value, dict):
            _read_root(root, found)
    except BadYaml as broken:
        found.reject("no-yaml", f"the main work is no YAML: {broken.reason}", head.rstrip(), broken.line, broken.column)
    parts = pieces(body, 1, place)
    read_pieces(found, parts, lambda node, _piece, _line: _add(node, found), error)


def _read_root(root: Node, found: Findings) -> None:
    if root.value.get("message") != LIST_MESSAGE:
        _add(root, found, is_root=True)
    preferred = root.member(_MARK)
    if preferred is not None:
        _add(preferred, found, is_preferred=True)
    references = root.member("references")
    for node in references.sequence() if references is not None and references.value is not None else ():
        _add(node, found)


def _add(node: Node, found: Findings, *, is_root: bool = False, is_preferred: bool = False) -> None:
    if not isinstance(node.value, dict):
        found.reject("no-item", f"{node.value!r} is no work; write title, type and authors", str(node.value), node.line)
        return
    found.add(_Work(node, found, is_root=is_root, is_preferred=is_preferred).item(), node.line)


class _Work:
    """One work of a file on its way to an item."""

    def __init__(self, node: Node, found: Findings, *, is_root: bool, is_preferred: bool) -> None:
        self._node = node
        self._found = found
        self._is_root = is_root
        left_out = {"cff-version", "references", _MARK} if is_root else set()
        self._rest = {name: value for name, value in node.value.items() if name not in left_out}
        self._kept: dict[str, JsonValue] = {_MARK: True} if is_preferred else {}
        self._fields: dict[str, str] = {}
        self._own = ""

    def item(self) -> Item:
        """Make the item."""
        csl_type = self._type()
        names = {variable: self._names(key) for key, variable in NAMES.items() if key in self._rest}
        dates = self._dates()
        self._identifiers()
        self._containers(csl_type)
        self._entities()
        self._texts()
        self._pages()
        if self._is_root and self._rest.get("message") == CITE_THIS:
            del self._rest["message"]
        self._kept.update(self._rest)
        item = Item(
            key="",
            type=csl_type,
            fields=self._fields,
            names={variable: found for variable, found in names.items() if found},
            dates=dates,
            extra={"custom": {"cff": self._kept}} if self._kept else {},
        )
        return with_own(item, self._own, self._report) if self._own else item

    def _report(self, code: str, message: str) -> None:
        self._found.report(code, message, self._node.line, self._node.column)

    def _type(self) -> str:
        name = self._rest.pop("type", None if not self._is_root else "software")
        collection = self._rest.get("collection-type")
        if name == "generic" and collection == "book":
            del self._rest["collection-type"]
            return "chapter"
        if name is None:
            self._report("unknown-type", "the work has no 'type'; it becomes a document")
            return "document"
        if str(name) not in TYPES:
            self._report("unknown-type", f"{name!r} is no type of CFF 1.2; the work becomes a document")
            self._kept["type"] = name
        return TYPES.get(str(name), "document")

    def _names(self, key: str) -> tuple[Name, ...]:
        value = self._rest.pop(key)
        return tuple(filter(None, map(self._name, value if isinstance(value, list) else [value])))

    def _name(self, value: JsonValue) -> Name | None:
        if isinstance(value, str):
            self._report("bad-name", f"the name {value!r} is a text; write family-names and given-names, or name")
            return Name(literal=value)
        if not isinstance(value, dict) or not value:
            return None
        body = dict(value)
        taken = {
            attribute: str(body.pop(key))
            for key, attribute in (
                ("family-names", "family"), ("given-names", "given"), ("name-particle", "non_dropping_particle"),
                ("name-suffix", "suffix"), ("name", "literal"),
            )
            if body.get(key) is not None
        }  # fmt: skip
        if not taken and isinstance(body.get("alias"), str):
            taken = {"literal": body.pop("alias")}
        return Name(**taken, extra={key: part for key, part in body.items() if part is not None})  # type: ignore[arg-type]  # texts only

    def _dates(self) -> dict[str, Date]:
        dates: dict[str, Date] = {}
        accessed = read_date(str(self._rest.get("date-accessed", "")))
        if accessed is not None:
            dates["accessed"] = accessed
            del self._rest["date-accessed"]
        original = read_date(str(self._rest.get("year-original", "")))
        if original is not None:
            dates["original-date"] = original
            del self._rest["year-original"]
        year, month = self._rest.get("year"), self._rest.get("month")
        for key in _DATES:
            found = read_date(str(self._rest.get(key, "")))
            if found is not None and "issued" not in dates:
                dates["issued"] = found
                del self._rest[key]
        if year is not None:
            found = read_date(f"{year}-{int(month):02d}" if month is not None and str(month).isdecimal() else str(year))
            if "issued" not in dates:
                dates["issued"] = found or Date(literal=str(year))
            if dates["issued"].year == (found.year if found else None) or found is None:
                del self._rest["year"]
                self._rest.pop("month", None)
        return dates

    def _identifiers(self) -> None:
        rest: list[JsonValue] = []
        values = self._rest.pop("identifiers", None)
        for one in values if isinstance(values, list) else [] if values is None else [values]:
            kind, value = (one.get("type"), one.get("value")) if isinstance(one, dict) else (None, None)
            if kind == "other" and isinstance(value, str) and value.startswith(OWN_MARK) and not self._own:
                self._own = value.removeprefix(OWN_MARK)
            elif kind == "doi" and "doi" not in self._rest and isinstance(value, str) and set(one) <= {"type", "value"}:
                self._rest["doi"] = value
            else:
                rest.append(one)
        if rest:
            self._kept["identifiers"] = rest

    def _containers(self, csl_type: str) -> None:
        collection, journal = self._take("collection-title"), self._take("journal")
        if csl_type in PARTS:
            self._set("container-title", collection or journal)
            if collection and journal:
                self._kept["journal"] = journal
        else:
            self._set("container-title", journal)
            self._set("collection-title", collection)

    def _entities(self) -> None:
        for key, variable, place in (
            ("publisher", "publisher", "publisher-place"), ("institution", "publisher", "publisher-place"),
            ("conference", "event-title", "event-place"),
        ):  # fmt: skip
            entity = self._rest.get(key)
            if not isinstance(entity, dict) or variable in self._fields or not isinstance(entity.get("name"), str):
                continue
            others = {name: part for name, part in entity.items() if name not in ("name", "city")}
            city = entity.get("city")
            if others or (city is not None and not isinstance(city, str)):
                self._kept[key] = entity
            del self._rest[key]
            self._set(variable, entity["name"])
            self._set(place, city if isinstance(city, str) else "")

    def _texts(self) -> None:
        for key, variable in TEXTS.items():
            self._set(variable, self._take(key))
        words = self._rest.get("keywords")
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            self._set("keyword", ", ".join(self._rest.pop("keywords")))
        languages = self._rest.get("languages")
        if isinstance(languages, list) and len(languages) == 1:
            self._set("language", str(self._rest.pop("languages")[0]))

    def _pages(self) -> None:
        start, end = self._take("start"), self._take("end")
        self._set("page", f"{start}-{end}" if start and end and start != end else start or end)

    def _take(self, key: str) -> str:
        """Take a field that is one text or number; lists of one likewise."""
        value = self._rest.get(key)
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            return ""
        del self._rest[key]
        return str(value)

    def _set(self, variable: str, text: str) -> None:
        if text:
            self._fields[variable] = text
