from __future__ import annotations

from dataclasses import replace

from tipcite.store import Library

from .samples import ait, entitled, hogan, leping


def test_the_same_references_again_are_known(library: Library) -> None:
    keys = library.add([hogan(), ait(), leping()], command="import")
    new = entitled("Another")
    fresh, known = library.split_known([hogan(), new, ait(), leping()])
    assert fresh == (new,)
    assert [key for _, key in known] == list(keys)


def test_one_doi_is_one_source_whatever_the_title(library: Library) -> None:
    (key,) = library.add([hogan()], command="import")
    other = replace(hogan(), fields={"title": "Other", "DOI": "https://doi.org/10.1080/23322705.2020.1841985"})
    assert library.split_known([other]) == ((), ((other, key),))


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
