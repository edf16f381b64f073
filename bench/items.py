"""Make mixed English and Chinese items for benchmarks: `items.py N > items.json`, the same every time.

Six in ten are English. A quarter share author and year with the one before, so that year suffixes are needed.
"""

from __future__ import annotations

import json
import random
import sys

FAMILIES = (
    "Hogan Gallagher Chuang Weitzer Zhang García Müller Nguyen Kowalski O’Neill Bush Rigger Hass Lee Smith".split()
)
GIVEN = "Kimberly A.|Anne T.|Janie|Ronald|Sheldon X.|Ana|Jean-Paul|Mei-Ling|K. R.|Dominique".split("|")
HAN_FAMILIES = list("王柯陳林張許郭黃蔡李吳劉孫葉歐")
HAN_GIVEN = "寬弘 雨瑞 靜君 振超 宗榮 淑芬 美蓉 復威 泰升 明傳".split()
TITLES = [
    "Human trafficking and the limits of criminal law",
    "Victim identification at the border",
    "Forced labour in distant-water fishing",
    "Measuring a hidden population",
    "Tier rankings and foreign policy",
]
HAN_TITLES = [
    "人口販運防制法制之研究",
    "被害人鑑別之實務",
    "遠洋漁工與強迫勞動",
    "跨國合作之政策分析",
    "國境執法與人權保障",
]
JOURNALS = ["Journal of Human Trafficking", "American Journal of International Law", "Crime, Law and Social Change"]
HAN_JOURNALS = ["國土安全與國境管理學報", "警學叢刊", "東吳政治學報"]
PUBLISHERS = [("Cambridge University Press", "Cambridge"), ("Routledge", "London"), ("RAND", "Santa Monica, CA")]
HAN_PUBLISHERS = [("元照", "台北"), ("五南", "台北"), ("聯經", "新北")]
TYPES = ["article-journal", "book", "chapter", "report", "webpage"]


def generate(number: int, seed: int = 11) -> list[dict[str, object]]:
    """Make `number` items."""
    rng = random.Random(seed)
    items: list[dict[str, object]] = []
    last: tuple[list[dict[str, str]], int, bool] | None = None
    for index in range(number):
        if last is None or rng.random() >= 0.25:
            han = rng.random() < 0.4
            people = [_person(rng, han=han) for _ in range(rng.choice([1, 1, 2, 3, 4, 8]))]
            last = (people, rng.randint(1990, 2025), han)
        items.append(_item(index, rng, *last))
    return items


def _person(rng: random.Random, *, han: bool) -> dict[str, str]:
    families, given = (HAN_FAMILIES, HAN_GIVEN) if han else (FAMILIES, GIVEN)
    return {"family": rng.choice(families), "given": rng.choice(given)}


def _item(index: int, rng: random.Random, people: list[dict[str, str]], year: int, han: bool) -> dict[str, object]:
    kind = TYPES[index % len(TYPES)]
    publisher, place = rng.choice(HAN_PUBLISHERS if han else PUBLISHERS)
    first = rng.randint(1, 400)
    item: dict[str, object] = {
        "id": f"item{index}",
        "type": kind,
        "language": "zh-TW" if han else "en-US",
        "author": people,
        "issued": {"date-parts": [[year]]},
        "title": f"{rng.choice(HAN_TITLES if han else TITLES)}{'：' if han else ': '}{index}",
    }
    if kind in ("article-journal", "chapter"):
        item |= {"container-title": rng.choice(HAN_JOURNALS if han else JOURNALS), "page": f"{first}-{first + 20}"}
    if kind == "article-journal":
        item |= {"volume": str(rng.randint(1, 60)), "issue": "2", "DOI": f"10.1234/{year}.{index}"}
    elif kind == "webpage":
        item |= {"URL": f"https://example.org/{index}", "accessed": {"date-parts": [[2026, 1, rng.randint(1, 28)]]}}
    else:
        item |= {"publisher": publisher, "publisher-place": place}
    return item


if __name__ == "__main__":
    json.dump(generate(int(sys.argv[1])), sys.stdout, ensure_ascii=False)
