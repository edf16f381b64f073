from __future__ import annotations

from dataclasses import replace

import pytest

from tipcite.errors import KeyTaken, UnknownKey
from tipcite.match import Match, judge, merged
from tipcite.match.features import Features
from tipcite.model import date, item_from_csl
from tipcite.store import Library, LibraryPaths, known

from .samples import ait, entitled, hogan, leping


def test_the_same_references_again_are_known(library: Library) -> None:
    keys = library.add([hogan(), ait(), leping()], command="import")
    new = entitled("Another")
    fresh, known = library.split_known([hogan(), new, ait(), leping()])
    assert fresh == (new,)
    assert [key for _, key in known] == list(keys)


def test_one_doi_is_one_source_however_the_title_is_written(library: Library) -> None:
    (key,) = library.add([hogan()], command="import")
    fields = {"title": "LGBTQ+ homeless young adults", "DOI": "https://doi.org/10.1080/23322705.2020.1841985"}
    other = replace(hogan(), fields=fields)
    assert library.split_known([other]) == ((), ((other, key),))


def test_one_doi_of_two_titles_is_added_and_said(library: Library) -> None:
    """One of them is wrong, and which one only a reader knows: nothing of either is lost."""
    (key,) = library.add([hogan()], command="import")
    other = replace(hogan(), fields={**hogan().fields, "title": "On the boiling of seaweed"})
    added = library.add_new([other], command="import")
    assert len(added.keys) == 1
    (similar,) = added.similar
    assert (similar.key, "another title" in similar.reason) == (key, True)


def test_another_year_is_another_source(library: Library) -> None:
    library.add([ait()], command="import")
    assert len(library.split_known([replace(ait(), dates={})])[0]) == 1


def test_the_same_source_twice_in_one_import_counts_once(library: Library) -> None:
    fresh, known = library.split_known([ait(), ait()])
    assert (len(fresh), len(known)) == (1, 1)


def test_keys_for_tells_what_add_would_give(library: Library) -> None:
    library.add([hogan()], command="import")
    foreseen = library.keys_for([hogan(), ait()])
    assert foreseen == ("hogan2020lgbtqa", "meiguo2021renkou")
    assert len(library) == 1
    assert library.add([hogan(), ait()], command="import") == foreseen


def test_a_known_source_fills_what_was_empty_and_overwrites_nothing(library: Library) -> None:
    bare = replace(hogan(), fields={name: hogan().fields[name] for name in ("title", "DOI")}, tags=(), notes=())
    (key,) = library.add([bare], command="import")
    richer = replace(
        hogan(),
        fields={
            **hogan().fields,
            "title": "LGBTQ+ HOMELESS young adults and sex trafficking vulnerability",
            "volume": "9",
        },
    )
    added = library.add_new([richer], command="import more.bib")
    assert [(one.key, set(one.fields)) for one in added.filled] == [
        (key, {"container-title", "volume", "URL", "language", "tags", "notes"})
    ]
    item = library.get(key)
    assert item.title == hogan().title
    assert (item.fields["volume"], item.tags) == ("9", hogan().tags)
    library.undo()
    assert library.get(key) == replace(bare, key=key)


def test_two_of_one_import_fill_each_other(library: Library) -> None:
    bare = replace(ait(), names={})
    longer = replace(ait(), fields={**ait().fields, "publisher": "AIT"})
    added = library.add_new([bare, longer], command="import")
    (key,) = added.keys
    assert (library.get(key).names, library.get(key).fields["publisher"]) == (ait().names, "AIT")
    assert added.known == ((longer, ""),)


def test_nothing_to_fill_is_no_change(library: Library) -> None:
    library.add([hogan(), ait(), leping()], command="import")
    before = library.history()
    assert library.add_new([hogan(), ait(), leping()], command="import").filled == ()
    assert library.history() == before


def test_what_is_only_like_a_source_is_added_and_named(library: Library) -> None:
    (key,) = library.add([hogan()], command="import")
    undated = replace(hogan(), dates={}, fields={"title": hogan().title})
    added = library.add_new([undated], command="import")
    assert (len(added.keys), [one.key for one in added.similar]) == (1, [key])


def test_would_add_foresees_it_all(library: Library) -> None:
    library.add([replace(hogan(), names={})], command="import")
    items = [hogan(), ait(), ait(), replace(hogan(), dates={}, fields={"title": hogan().title})]
    assert library.would_add(items) == library.add_new(items, command="import")


@pytest.mark.parametrize("size", [300, 1200])
def test_an_import_compares_few_with_few(library: Library, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cost is that of library and import, not of their product; also with a hundred editorials."""
    calls = 0

    def counting(*both: Features) -> Match | None:
        nonlocal calls
        calls += 1
        return judge(*both)

    monkeypatch.setattr(known, "judge", counting)
    items = [
        replace(
            entitled("Editorial" if number % 3 else f"Tides of lake {number}"),
            dates={"issued": date(2000 + number % 4)},
        )
        for number in range(size)
    ]
    library.add_new(items, command="import")
    library.add_new(items, command="import")
    assert calls <= 4 * 8 * 2 * size


def test_many_editorials_of_one_year_are_known_again(library: Library) -> None:
    """They have title and year in common with a hundred others; where they stand tells them apart."""
    items = [
        item_from_csl(
            {"type": "article-journal", "title": "Editorial", "issued": {"date-parts": [[2020]]},
             "author": [{"family": "Ito"}], "container-title": f"Journal {number % 10}", "volume": number // 10,
             "page": f"{number}"}
        )
        for number in range(120)
    ]  # fmt: skip
    assert len(library.add_new(items, command="import").keys) == 120
    again = library.add_new(items, command="import")
    assert (len(again.known), again.keys) == (120, ())


def test_many_numbered_reports_of_one_year_are_known_again(library: Library) -> None:
    items = [replace(entitled(f"Harbour bulletin {number}"), dates={"issued": date(2020)}) for number in range(60)]
    keys = library.add_new(items, command="import").keys
    again = library.add_new(items, command="import")
    assert (len(keys), [key for _, key in again.known]) == (60, list(keys))


@pytest.mark.parametrize(
    ("stored", "comes"),
    [
        ("The colour of organised labour", "Color of organized labor"),
        ("Drifting markets: fish auctions after the storm", "Drifting markets"),
        ("2020年海域安全年度報告", "海域安全年度報告"),
        ("臺灣漁村之變遷：以澎湖為例", "台湾渔村之变迁"),
        ("Étude des marées", "Etude des marees"),
        ("<i>Oryza</i> &amp; water in the delta", "Oryza and water in the delta"),
        ("ＡＩ與漁業的未來發展", "AI與漁業的未來發展"),
    ],
)
def test_a_title_is_found_however_it_is_written(library: Library, stored: str, comes: str) -> None:
    more = {
        "type": "book",
        "publisher": "Northlight Press",
        "author": [{"family": "Nash", "given": "Ruth"}],
        "issued": {"date-parts": [[2020]]},
    }
    library.add([item_from_csl({"title": stored, **more})], command="import")
    assert len(library.add_new([item_from_csl({"title": comes, **more})], command="import").known) == 1


def test_what_was_merged_is_still_found_under_its_old_key(library: Library) -> None:
    one, other = library.add([hogan(), replace(hogan(), key="old", tags=("x",))], command="import")
    assert library.merge(one, other, merged, command="dedupe")
    assert library.keys() == (one,)
    assert library.get("old") == library.get(one)
    assert set(library.get(one).tags) == {*hogan().tags, "x"}
    assert library.history(1)[0].summary == "merged old into hogan2020lgbtq"
    # It is changed as the item that it is now, and its key is given to no other.
    library.alter(["old"], lambda item: replace(item, tags=()), command="tag")
    assert library.keys() == (one,)
    assert library.add([replace(ait(), key="old")], command="import") == ("olda",)
    with pytest.raises(UnknownKey, match="was merged into"):
        library.remove(["old"], command="rm")
    with pytest.raises(KeyTaken, match="still cited"):
        library.rename("olda", "old", command="rename")
    for _ in range(3):
        library.undo()
    assert set(library.keys()) == {one, other}
    assert library.get("old").aliases == ()


def test_aliases_travel_in_the_mirror(library: Library, paths: LibraryPaths) -> None:
    library.add([hogan(), replace(hogan(), key="old")], command="import")
    library.merge("hogan2020lgbtq", "old", merged, command="dedupe")
    library.close()
    paths.database.unlink()
    with Library.open(paths) as again:
        assert again.get("old").key == "hogan2020lgbtq"


def test_a_new_key_is_told_to_those_that_are_told_apart(library: Library) -> None:
    library.add([replace(hogan(), key="a", distinct_from=("b",)), replace(hogan(), key="b")], command="import")
    library.rename("b", "c", command="rename")
    assert library.get("a").distinct_from == ("c",)


def test_what_was_made_by_hand_is_known(library: Library) -> None:
    (key,) = library.add([hogan()], command="import refs.bib")
    assert library.handmade([key]) == {key: frozenset()}
    library.alter(
        [key], lambda item: replace(item, fields={**item.fields, "volume": "9"}), command=f"set {key} volume=9"
    )
    assert library.handmade([key]) == {key: frozenset({"volume"})}
    library.alter([key], lambda item: replace(item, fields={**item.fields, "volume": "10"}), command=f"update {key}")
    assert library.handmade([key]) == {key: frozenset()}
    library.alter([key], lambda item: replace(item, fields={**item.fields, "issue": "1"}), command=f"edit {key}")
    library.rename(key, "new", command=f"rename {key} new")
    assert library.handmade(["new"]) == {"new": frozenset({"issue"})}
    library.undo()
    library.undo()
    assert library.handmade([key]) == {key: frozenset()}
