"""Items and retrievals that the tests of the store share."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tipcite.model import Item, Retrieval, Verdict, Why, item_from_csl

HOGAN = {
    "id": "",
    "type": "article-journal",
    "title": "LGBTQ+ Homeless Young Adults and Sex Trafficking Vulnerability",
    "container-title": "Journal of Human Trafficking",
    "author": [
        {"family": "Hogan", "given": "Kimberly A."},
        {"family": "Roe-Sepowitz", "given": "Dominique"},
    ],
    "issued": {"date-parts": [[2020]]},
    "DOI": "10.1080/23322705.2020.1841985",
    "URL": "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.1841985",
    "language": "en",
    "custom": {"tipcite": {"tags": ["youth", "界定"], "notes": ["read §3"]}},
}
AIT = {
    "type": "report",
    "title": "人口販運問題報告",
    "author": [{"literal": "美國在台協會"}],
    "issued": {"date-parts": [[2021]]},
    "URL": "https://www.ait.org.tw/zhtw/trafficking/",
    "language": "zh-TW",
    "custom": {
        "tipcite": {
            "variants": [{"field": "title", "kind": "translated", "language": "en", "text": "Trafficking in Persons"}]
        }
    },
}
LEPING = {
    "type": "article-journal",
    "container-title": "斯坦福社會創新評論",
    "author": [{"literal": "北京樂平公益基金會"}],
    "issued": {"date-parts": [[2020]]},
    "volume": "9",
    "page": "91-109",
    "language": "zh-TW",
}


def hogan() -> Item:
    return item_from_csl(HOGAN)


def ait() -> Item:
    return item_from_csl(AIT)


def leping() -> Item:
    return item_from_csl(LEPING)


def entitled(title: str, key: str = "") -> Item:
    return Item(key=key, type="book", fields={"title": title})


def seen(
    target: str = "https://example.org/", time: str = "2021-07-02T00:00:00Z", verdict: Verdict = Verdict.OK
) -> Retrieval:
    why = Why.HTTP_OK if verdict is Verdict.OK else Why.HTTP_404
    return Retrieval(target=target, time=time, verdict=verdict, why=why, status=200, chain=("https://a/", "https://b/"))


def content(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what every table but the history holds, without the numbers that rows happen to have."""
    connection = sqlite3.connect(database)
    queries = {
        "items": "SELECT key, type, year, creators, title, language, json FROM items ORDER BY key",
        "search_index": "SELECT items.key, s.title, s.names, s.text, s.han"
        " FROM search_index AS s JOIN items ON items.id = s.rowid ORDER BY items.key",
        "retrievals": "SELECT target, time, verdict, why, status, final_url, content_type, title, size, sha256, json"
        " FROM retrievals ORDER BY json",
    }
    for table in ("creators", "identifiers", "tags", "notes", "variants", "links", "item_links"):
        queries[table] = f"SELECT * FROM {table} ORDER BY 1, 2, 3"
    queries["tags"] = "SELECT * FROM tags ORDER BY 1, 2"
    found = {table: connection.execute(query).fetchall() for table, query in queries.items()}
    connection.close()
    return found
