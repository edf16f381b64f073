# ruff: noqa: E501  one reference a line
"""Works of courts, parliaments and unions of states, as OSCOLA, the United Nations and Chinese journals cite them."""

from __future__ import annotations

import pytest

from tipcite.formats.reftext import parse_reference
from tipcite.model import item_to_csl

_ACT = "Directive 2004/38/EC of the European Parliament and of the Council of 29 April 2004 on the right of citizens of the Union to move freely"


def read(text):
    item = parse_reference(text).item
    return {**item_to_csl(item), "year": item.year, "first": item.creators[0].full if item.creators else ""}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{_ACT} [2004] OJ L158/77", {"type": "legislation", "title": _ACT, "year": 2004, "container-title": "OJ", "volume": "L158", "page": "77"}),
        (f"{_ACT}, OJ L 158, 30.4.2004, p. 77–123.", {"type": "legislation", "title": _ACT, "year": 2004, "page": "77-123"}),
        ("Council Regulation (EC) No 139/2004 on the control of concentrations [2004] OJ L24/1, art 5.", {"type": "legislation", "title": "Council Regulation (EC) No 139/2004 on the control of concentrations", "note": "art 5"}),
        ("European Court of Human Rights, Siliadin v. France, Application no. 73316/01, Judgment of 26 July 2005.", {"type": "legal_case", "title": "Siliadin v. France", "authority": "European Court of Human Rights", "number": "73316/01", "year": 2005}),
        ("Osman v UK App no 23452/94 (ECtHR, 28 October 1998)", {"type": "legal_case", "title": "Osman v UK", "authority": "ECtHR", "year": 1998}),
        ("UN General Assembly, Universal Declaration of Human Rights, 10 December 1948, 217 A (III), available at: https://www.refworld.org/docid/3ae6b3712c.html [accessed 3 May 2019]", {"first": "UN General Assembly", "title": "Universal Declaration of Human Rights", "number": "217 A (III)", "year": 1948}),
        ("UN Committee on the Rights of the Child (CRC), General comment No. 6 (2005): Treatment of Separated Children, 1 September 2005, CRC/GC/2005/6.", {"title": "General comment No. 6 (2005): Treatment of Separated Children", "number": "CRC/GC/2005/6", "year": 2005}),
        ("Human Rights Council, Report of the Special Rapporteur on torture, UN Doc. A/HRC/26/37, 1 April 2014.", {"first": "Human Rights Council", "title": "Report of the Special Rapporteur on torture", "number": "A/HRC/26/37", "type": "report"}),
        ("Law Commission, Double Jeopardy and Appeals (Law Com No 267, 2001) paras 3.1–3.9", {"first": "Law Commission", "title": "Double Jeopardy and Appeals", "number": "Law Com No 267", "year": 2001, "type": "report"}),
        ("李某诉某快递公司劳动争议案，上海市第一中级人民法院(2020)沪01民终4321号民事判决书。", {"type": "legal_case", "title": "李某诉某快递公司劳动争议案", "authority": "上海市第一中级人民法院", "number": "(2020)沪01民终4321号民事判决书", "year": 2020}),
    ],
)  # fmt: skip
def test_an_official_work_is_read(text, wanted):
    fields = read(text)
    assert {name: fields.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Regulation Team. 2016/2017 in review. London: Sage, 2018.", {"number": None, "publisher": "Sage"}),
        ("Smith, J. (2020). A/B testing in practice. Journal of Design, 4(2), 1-9.", {"title": "A/B testing in practice", "type": "article-journal"}),
        ("陳新民，《平等原則之個案》，台北：三民，2010年。", {"first": "陳新民", "title": "平等原則之個案"}),
    ],
)  # fmt: skip
def test_what_only_has_such_a_number_is_none(text, wanted):
    fields = read(text)
    assert {name: fields.get(name) for name in wanted} == wanted
