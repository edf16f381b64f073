"""The work grows with the number of items and no faster: counted in calls, not timed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable

import pytest

from tipcite.csl import Cite, OutputFormat, Processor, format_bibliography, write_text
from tipcite.csl import layout as layouts
from tipcite.csl import locale as locales
from tipcite.csl import processor as processors
from tipcite.model import Item, item_from_csl
from tipcite.resources import load_style

from .conftest import load_locale, style

STEP = 80
ROOM = 1.05
"""More items leave a little more to tell apart. One look at every item for every item would be seen."""
EVERYTHING = style(
    """<citation et-al-min="3" et-al-use-first="1" collapse="year-suffix" disambiguate-add-names="true"
         disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}" disambiguate-add-year-suffix="true">
       <layout delimiter="; "><group delimiter=" ">
         <names variable="author"><name form="short" and="text" initialize-with=". "/></names>
         <choose><if disambiguate="true"><text variable="title"/></if></choose>
         <date variable="issued" form="numeric" date-parts="year"/><text variable="locator"/>
       </group></layout></citation>
       <bibliography subsequent-author-substitute="—"><sort><key variable="author"/><key variable="issued"/></sort>
       <layout suffix="."><group delimiter=", ">
         <names variable="author"/><date variable="issued" form="text"/><text variable="title" quotes="true"/>
         <text variable="page"/>
       </group></layout></bibliography>"""
)
FAMILIES = ["Smith", "García", "王", "van der Berg", "Kowalski", "李"]
GIVEN = ["Anna B.", "Alan", "Jean-Paul", "小明", "Kim", "K. R.", "小華"]


def mixed(number: int) -> list[Item]:
    """Items of which every third has the people and the year of the one before."""
    return [work(at, people=1 + (at - (at % 3 == 2)) % 4, who=at - (at % 3 == 2)) for at in range(number)]


def all_alike(number: int) -> list[Item]:
    """Items that all need a letter."""
    return [work(at, people=3, who=0) for at in range(number)]


def namesakes(number: int) -> list[Item]:
    """Items of people who share everything but the end of their given names."""
    author = [[{"family": "Smith", "given": f"Anna B{at}"}] for at in range(number)]
    return [work(at, people=1, who=0, author=author[at]) for at in range(number)]


def work(at: int, *, people: int, who: int, **fields: object) -> Item:
    chinese = who % 5 == 0
    author = [
        {"family": FAMILIES[(who + n) % len(FAMILIES)], "given": GIVEN[(who // 3 + n) % len(GIVEN)]}
        for n in range(people)
    ]
    return item_from_csl(
        {
            "id": f"i{at}",
            "type": ["book", "article-journal", "chapter", "webpage"][at % 4],
            "language": "zh-TW" if chinese else "en",
            "author": author,
            "issued": {"date-parts": [[2000 + who % 20]]},
            "title": f"書名{at}：‘a {at}’" if chinese else f"A “title” {at}",
            "page": f"{at}-{at + 9}",
            **fields,
        }
    )


def render(csl: str | bytes, works: list[Item], load=load_locale) -> None:
    """Cite every item alone, all in clusters of four, and make the bibliography."""
    processor = Processor(csl, works, load_locale=load)
    for item in works:
        processor.cite([Cite(key=item.key, locator="5")])
    for at in range(0, len(works), 4):
        write_text(processor.cite([Cite(key=item.key) for item in works[at : at + 4]]).inline)
    format_bibliography(processor.bibliography(), OutputFormat.HTML)


def calls(csl: str | bytes, works: list[Item]) -> int:
    """Count the calls of functions, those of Python itself too, that rendering takes."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        render(csl, works)
    finally:
        sys.setprofile(before)
    return counted


def grows_evenly(csl: str | bytes, make: Callable[[int], list[Item]]) -> bool:
    """Tell whether the third lot of items takes no more than the second did; the first has styles to compile."""
    render(csl, make(10))
    first, second, third = (calls(csl, make(number * STEP)) for number in (1, 2, 3))
    return third - second <= (second - first) * ROOM


@pytest.mark.parametrize("rule", ["by-cite", "all-names"])
@pytest.mark.parametrize("make", [mixed, all_alike, namesakes])
def test_work_grows_with_the_items(make, rule):
    assert grows_evenly(EVERYTHING.replace("{rule}", rule), make)


def test_work_grows_with_the_items_in_a_whole_style():
    assert grows_evenly(load_style("apa-zh-tw"), mixed)


def counts(monkeypatch, number: int) -> Counter[str]:
    """Count what must not be done for every item."""
    counted: Counter[str] = Counter()

    def counting(name, function):
        def call(*args, **kwargs):
            counted[name] += 1
            return function(*args, **kwargs)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(re._compiler, "compile", counting("patterns compiled", re._compiler.compile))
        patch.setattr(layouts, "build_locale", counting("locales built", locales.build_locale))
        patch.setattr(layouts, "Compiler", counting("compilers made", layouts.Compiler))
        patch.setattr(processors, "parse_style", counting("styles parsed", processors.parse_style))
        patch.setattr(layouts.Shaped, "render", counting("layouts rendered", layouts.Shaped.render))
        render(EVERYTHING.replace("{rule}", "by-cite"), mixed(number), counting("locale files read", load_locale))
    return counted


def test_nothing_is_looked_up_for_every_item(monkeypatch):
    counts(monkeypatch, 10)
    few, many = counts(monkeypatch, 200), counts(monkeypatch, 400)
    for_each = "layouts rendered"
    assert many[for_each] == 2 * few[for_each]
    del few[for_each], many[for_each]
    assert few == many
    assert few["patterns compiled"] == 0
    assert few["styles parsed"] == 1
