# ruff: noqa: E501 - the page's own lines
"""Make docs/sites.md from the tables of `tipcite.formats.webpage`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tipcite.formats.webpage import SITES, Role, Site
from tipcite.formats.webpage.claims import CONFIDENCE, Basis

_HEAD: Final = """# Web pages and known sites

`tipcite add ADDRESS` describes a page by what it says of itself; a page that was saved to a file (HTML, MHTML) and a PDF
are read alike. This page is made from the program (`make docs`).

## What is believed

Each field is taken from the first of these that has it, and says so: `tipcite show --json KEY` has, under
`custom.tipcite.provenance.fields`, what each field is from and how sure that is, and `tipcite show` names the doubtful ones.

| | what | how sure |
|---|---|---|
"""
_MEANING: Final = {
    Basis.HIGHWIRE: "`citation_*`, which publishers write for Google Scholar, with bepress's, EPrints' and PRISM's forms",
    Basis.LABEL: "a label that a known site prints before the value (論文名稱, 修正日期)",
    Basis.LINKED: "JSON-LD of schema.org, put right where it is no JSON; of several objects the work of this address",
    Basis.OPEN_GRAPH: "Open Graph: `og:*`, `article:*`, `book:*`",
    Basis.DUBLIN_CORE: "Dublin Core: `DC.*`, `dcterms.*`",
    Basis.COINS: "COinS, if it is the page's own and not that of a reference",
    Basis.META: "elements without a standard: `author`, `pubdate`, `parsely-*`",
    Basis.TITLE: "`<title>`, less the site's name",
    Basis.VISIBLE: "what readers see: a heading, a byline (文／王小明), a date (發布日期：112-05-03 is 3 May 2023)",
    Basis.SITE: "the tables below, by the address",
}
_BODY: Final = """
Passed over are accounts (`admin`, 系統管理員) and addresses in an author's place, the site's name in a title's, dates like
1 January 1970 and the page's clock, DOIs that a page only cites, and canonical links to other sites or to a front page.
No item is made of walls, forms to log in, requests for consent, pages that scripts build in the browser, messages that
there is no such page, and front pages in place of a page: one line says which it is.

## The body behind a page

It stands in the language of the page. An **author** speaks for itself, as public offices do, where no person is named (and
is the publisher where one is); a **publisher** does too, and is the publisher or container of what others wrote;
a **container** is the newspaper, magazine or encyclopedia that an article is in; a **host** only keeps works of others and
is not named. More bodies, or other names for these, stand in `tipcite.toml`:

```toml
[institutions]
"example.org" = { chinese = "某基金會", english = "Some Foundation", role = "publisher", type = "report" }
"example.com/zh" = { chinese = "某報", role = "container", type = "article-newspaper" }
```

A host covers those below it, and with a path only what lies there. `role` (author) and `type` (webpage) may be left out.
"""
_COLUMNS: Final = (
    "\n| host | Chinese | English | is | type | language | DOI and permanent address |\n|---|---|---|---|---|---|---|\n"
)


def sites_page() -> str:
    """Make the page."""
    return "".join([_HEAD, *_beliefs(), _BODY, *_tables()])


def _beliefs() -> Iterator[str]:
    for number, basis in enumerate(Basis, start=1):
        place = "" if basis is Basis.SITE else str(number)
        yield f"| {place} | {_MEANING[basis]} | {CONFIDENCE[basis]:.0%} |\n"


def _tables() -> Iterator[str]:
    for group, sites in SITES.items():
        yield f"\n## {group}\n{_COLUMNS}"
        for site in sorted(sites, key=lambda site: site.host):
            chinese = f"{site.chinese}／{site.simplified}" if site.simplified else site.chinese
            yield (
                f"| `{site.host}` | {chinese} | {site.english} | {site.role} | {_types(site)} | {_languages(site)} "
                f"| {_found(site)} |\n"
            )


def _types(site: Site) -> str:
    """List the type of the site's pages, and those of certain addresses."""
    others = list(dict.fromkeys(made for _, made in site.types if made != site.type))
    first = "report, webpage" if site.type == "webpage" and site.role in (Role.AUTHOR, Role.PUBLISHER) else site.type
    return ", ".join(dict.fromkeys([*first.split(", "), *others]))


def _languages(site: Site) -> str:
    if site.languages:
        tags = [made for _, made in site.languages if made and "\\" not in made]
        return ", ".join(dict.fromkeys(tags)) + " by address" if tags else "by address"
    return site.language or "the page's"


def _found(site: Site) -> str:
    """Say how the DOI and the permanent address are found."""
    said = [site.note] if site.note else []
    if site.dois:
        made = [re.sub(r"\\\d", "…", template) for _, template in site.dois]
        said.append("DOI in the address" if made == ["…"] else f"DOI `{made[0]}` by the address")
    if site.addresses:
        said.append("address `" + re.sub(r"\\\d", "…", site.addresses[0][1]) + "`")
    printed = [name for name, _ in site.labels if name in ("DOI", "URL")]
    if printed and not site.note:
        said.append(f"{' and '.join(printed)} that the page prints")
    return "; ".join(said) or "the canonical link"
