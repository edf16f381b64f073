"""CITATION.cff: the main work, what is to be cited instead, references."""

from __future__ import annotations

import pytest
import yaml

from tipcite.errors import ReadError
from tipcite.formats.cff import read_cff, write_cff
from tipcite.model import Item, Name, date

FILE = """# This CITATION.cff file was generated.
cff-version: 1.2.0
message: If you use this software, please cite it.
title: My Research Software
type: software
authors:
  - family-names: Berg
    given-names: Jan
    name-particle: van den
    affiliation: Some University
    orcid: https://orcid.org/0000-0000-0000-0000
  - name: The Research Software Project
version: 1.10
date-released: 2021-07-18
doi: 10.5281/zenodo.1234
repository-code: https://github.com/x/y
license: Apache-2.0
keywords:
  - citation
  - "research software"
preferred-citation:
  type: article
  title: The paper
  authors:
    - family-names: 王
      given-names: 寬弘
  journal: Journal of X
  year: 2020
  month: 5
  start: 1
  end: 12
references:
  - type: conference-paper
    title: A talk
    authors:
      - name: 美國在台協會
    collection-title: Proceedings of X
    conference:
      name: The X Meeting
      city: Taipei
    publisher:
      name: ACM
      city: New York
    year: 2019
  - type: generic
    collection-type: book
    collection-title: A book
    title: A chapter
    authors: [{family-names: Roe, given-names: Ann}]
"""


def test_a_whole_file():
    reading = read_cff(FILE)
    assert reading.failed == reading.problems == ()
    assert reading.lines == (2, 22, 33, 45)
    software, paper, talk, chapter = reading.items
    assert (software.type, software.title) == ("software", "My Research Software")
    assert software.fields == {
        "title": "My Research Software", "version": "1.10", "DOI": "10.5281/zenodo.1234", "license": "Apache-2.0",
        "keyword": "citation, research software",
    }  # fmt: skip
    assert software.names["author"] == (
        Name(family="Berg", given="Jan", non_dropping_particle="van den",
             extra={"affiliation": "Some University", "orcid": "https://orcid.org/0000-0000-0000-0000"}),
        Name(literal="The Research Software Project"),
    )  # fmt: skip
    assert software.dates == {"issued": date(2021, 7, 18)}
    assert software.extra["custom"]["cff"] == {
        "message": "If you use this software, please cite it.", "repository-code": "https://github.com/x/y",
    }  # fmt: skip
    assert paper.fields == {"title": "The paper", "container-title": "Journal of X", "page": "1-12"}
    assert paper.names["author"] == (Name(family="王", given="寬弘"),)
    assert paper.dates == {"issued": date(2020, 5)}
    assert talk.fields == {
        "title": "A talk", "container-title": "Proceedings of X", "event-title": "The X Meeting",
        "event-place": "Taipei", "publisher": "ACM", "publisher-place": "New York",
    }  # fmt: skip
    assert (chapter.type, chapter.fields["container-title"]) == ("chapter", "A book")


def test_the_file_written_again_has_the_same_parts():
    again = yaml.safe_load(write_cff(read_cff(FILE).items))
    assert again["authors"] == yaml.safe_load(FILE)["authors"]
    assert again["message"] == "If you use this software, please cite it."
    assert again["preferred-citation"]["journal"] == "Journal of X"
    assert [one["title"] for one in again["references"]] == ["A talk", "A chapter"]
    assert read_cff(write_cff(read_cff(FILE).items)).items == read_cff(FILE).items


def test_what_the_format_demands_is_always_there():
    for items in ([], [Item(key="a", type="book")], [Item(key="a", type="software")]):
        root = yaml.safe_load(write_cff(items))
        assert root["cff-version"] == "1.2.0"
        for work in [root, *root.get("references", [])]:
            assert work["title"]
            assert work["authors"]
        assert root["message"]
        assert list(read_cff(write_cff(items)).items) == items


def test_values_that_the_schema_refuses_are_written_elsewhere():
    item = Item(key="", type="book", fields={"title": "x", "DOI": "none", "URL": "www.x.org", "language": "zh-TW"})
    (work,) = yaml.safe_load(write_cff([item]))["references"]
    assert not {"doi", "url", "languages"} & work.keys()
    assert read_cff(write_cff([item])).items == (item,)


def test_a_broken_reference_is_kept_and_the_others_are_read():
    broken = FILE.replace("    title: A talk\n", '    title: "A talk\n')
    reading = read_cff(broken)
    assert [item.title for item in reading.items] == ["My Research Software", "The paper", "A chapter"]
    (failed,) = reading.failed
    assert failed.line == 33
    assert '"A talk' in failed.raw


def test_a_broken_main_work_is_kept_and_the_references_are_read():
    reading = read_cff(FILE.replace("version: 1.10\n", 'version: "1.10\n'))
    assert [item.title for item in reading.items] == ["A talk", "A chapter"]
    assert reading.failed[0].raw.startswith("# This CITATION.cff")


@pytest.mark.parametrize("text", ["hello", "- a\n", "", 'cff-version: "1.2.0\n'])
def test_what_is_none_is_refused(text):
    with pytest.raises(ReadError, match=r"line [12]"):
        read_cff(text)
