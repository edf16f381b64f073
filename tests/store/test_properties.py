from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tipcite.errors import NothingToUndo
from tipcite.model import Date, Item, Name, Variant, VariantKind, Verdict
from tipcite.store import Library, LibraryPaths, MirrorState

from .conftest import Clock
from .samples import content, seen

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=12) | st.sampled_from(["人口販運", "a\n\u2028b", "\0"])
YEARS = st.builds(lambda year: Date(parts=((year,),)), st.integers(-500, 2100))
NAMES = st.builds(Name, family=TEXT, given=TEXT) | st.builds(Name, literal=TEXT)
VARIANTS = st.builds(
    Variant,
    field=st.sampled_from(["title", "author"]),
    kind=st.sampled_from(VariantKind),
    language=st.sampled_from(["en", "zh-Latn-pinyin"]),
    text=TEXT,
    names=st.lists(NAMES, max_size=2).map(tuple),
    confirmed=st.booleans(),
)
ITEMS = st.builds(
    Item,
    key=st.sampled_from(["", "", "a", "b"]) | st.text(alphabet="ab人é/", max_size=3),
    type=st.sampled_from(["book", "report"]),
    fields=st.dictionaries(st.sampled_from(["title", "URL", "DOI", "volume", "note"]), TEXT),
    names=st.dictionaries(st.sampled_from(["author", "editor"]), st.lists(NAMES, min_size=1, max_size=3).map(tuple)),
    dates=st.dictionaries(st.just("issued"), YEARS),
    tags=st.lists(TEXT, max_size=2, unique=True).map(sorted).map(tuple),
    notes=st.lists(TEXT, max_size=2).map(tuple),
    variants=st.lists(VARIANTS, max_size=2).map(tuple),
    sort_keys=st.dictionaries(TEXT, TEXT, max_size=2),
    extra=st.dictionaries(st.sampled_from(["x-own", "zz"]), st.none() | TEXT | st.lists(st.integers(), max_size=2)).map(
        lambda extra: {name: value for name, value in extra.items() if value is not None}
    ),
)
RETRIEVALS = st.builds(
    seen,
    target=st.sampled_from(["https://a.org/", "10.1000/x"]),
    time=st.integers(10, 59).map(lambda second: f"2021-01-01T00:00:{second}Z"),
    verdict=st.sampled_from(Verdict),
)


CHECKS = {"retrievals", "links"}


class AnySequence(RuleBasedStateMachine):
    """Any sequence of changes keeps database and mirrors alike, and undo brings all earlier items back exactly."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.paths = LibraryPaths.in_folder(Path(self.folder.name))
        self.library = Library.create(self.paths, now=Clock())
        self.items: dict[str, Item] = {}
        self.earlier: list[object] = []

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            self.folder.cleanup()

    def state(self) -> object:
        """Return all that `undo` brings back: what was seen of links stays."""
        tables = {name: rows for name, rows in content(self.paths.database).items() if name not in CHECKS}
        return self.paths.references.read_bytes(), tables

    def checks(self) -> object:
        tables = content(self.paths.database)
        seen = [row for row in tables["links"] if row[-1] is not None]
        return self.paths.checks.read_bytes(), tables["retrievals"], seen

    def note(self, before: object) -> None:
        if self.state() != before:
            self.earlier.append(before)

    @rule(items=st.lists(ITEMS, min_size=1, max_size=4))
    def add(self, items: list[Item]) -> None:
        before = self.state()
        keys = self.library.add(items, command="add")
        assert len(set(keys)) == len(items)
        assert not set(keys) & set(self.items)
        self.items |= {key: replace(item, key=key) for key, item in zip(keys, items, strict=True)}
        self.note(before)

    @precondition(lambda self: self.items)
    @rule(data=st.data(), item=ITEMS)
    def put(self, data: st.DataObject, item: Item) -> None:
        before = self.state()
        key = data.draw(st.sampled_from(sorted(self.items)))
        self.items[key] = replace(item, key=key)
        self.library.put([self.items[key]], command="put")
        self.note(before)

    @precondition(lambda self: self.items)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        before = self.state()
        keys = data.draw(st.lists(st.sampled_from(sorted(self.items)), min_size=1, unique=True))
        self.library.remove(keys, command="remove")
        for key in keys:
            del self.items[key]
        self.note(before)

    @precondition(lambda self: self.items)
    @rule(data=st.data(), number=st.integers(0, 99))
    def rename(self, data: st.DataObject, number: int) -> None:
        before = self.state()
        key, new = data.draw(st.sampled_from(sorted(self.items))), f"new{number}"
        if new not in self.items:
            self.library.rename(key, new, command="rename")
            self.items[new] = replace(self.items.pop(key), key=new)
        self.note(before)

    @rule(retrievals=st.lists(RETRIEVALS, max_size=3))
    def record(self, retrievals: list[object]) -> None:
        before = self.state()
        self.library.record(retrievals, command="check")
        assert self.state() == before

    @rule(batches=st.lists(st.lists(RETRIEVALS, max_size=3), max_size=3), kill=st.booleans())
    def record_checks(self, batches: list[list[object]], kill: bool) -> None:
        before = self.state()
        for batch in batches:
            self.library.record_checks(batch)
        if kill:  # the mirror was not written: the next opening does it
            self.library._owes_checks = False
            self.library.close()
            self.library = Library.open(self.paths, now=Clock())
        self.library.write_checks()
        assert self.state() == before

    @rule()
    def undo(self) -> None:
        checks = self.checks()
        try:
            self.library.undo()
        except NothingToUndo:
            assert not self.earlier
        else:
            assert self.state() == self.earlier.pop()
            assert self.checks() == checks
            self.items = {item.key: item for item in self.library.items()}

    @rule()
    def rebuild(self) -> None:
        before = self.state(), self.checks()
        self.library.close()
        self.paths.database.unlink()
        self.library = Library.open(self.paths, now=Clock())
        assert (self.state(), self.checks()) == before
        self.earlier.clear()

    @invariant()
    def database_and_mirror_are_alike(self) -> None:
        if hasattr(self, "library"):
            assert {item.key: item for item in self.library.items()} == self.items
            ids = [item["id"] for item in json.loads(self.paths.references.read_bytes())]
            assert ids == sorted(self.items) == [row.key for row in self.library.rows()]
            status = self.library.status()
            assert (status.references, status.checks) == (MirrorState.CURRENT, MirrorState.CURRENT)


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(
    max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
