"""A web page → an item, each field with what says it and how sure that is.

Order: (1) the page is parsed and its site found, (2) all claims are gathered, (3) title, language, type, DOI, date and
authors are chosen, (4) the body behind the site takes its place, (5) the rest follows by the item's type.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from tipcite.errors import ReadError
from tipcite.formats.html import Page, linked_data_of, page_of, parse_html
from tipcite.formats.html_signs import is_shell
from tipcite.formats.html_title import letters, weight
from tipcite.formats.webpage.addresses import is_resolver, permanent_address, same_site, snapshot_of
from tipcite.formats.webpage.choose import choose_authors, choose_date, choose_doi, choose_language, choose_type
from tipcite.formats.webpage.claims import Basis, Claim, ranked, stated
from tipcite.formats.webpage.gather import gather
from tipcite.formats.webpage.people import is_body
from tipcite.formats.webpage.site import Role, Site
from tipcite.formats.webpage.sites import rule_for, site_of
from tipcite.formats.webpage.titles import best_title, is_name
from tipcite.formats.webpage.walls import wall_of
from tipcite.lang import decide_text_language
from tipcite.model import Archived, Date, Item, Name, Variant, VariantKind, with_archived

_JOURNALS: Final = frozenset({"article-journal", "paper-conference", "chapter"})
_PUBLISHED: Final = frozenset(
    "report book chapter thesis dataset software article-journal paper-conference document regulation".split()
)
"""Types whose publisher is cited."""
_NUMBERED: Final = ("volume", "issue", "page", "ISSN", "container-title-short")
_ALWAYS: Final = ("ISBN", "PMID")
_IMPERSONAL: Final = frozenset({"legislation", "bill", "legal_case", "treaty", "regulation"})
"""Types that are cited by their title, whoever shows them."""


_SHORT_TITLE: Final = 12
_LONG_TITLE: Final = 120
_HEADINGS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The item that a page describes, without key, and the page itself."""

    item: Item
    page: Page


def describe(
    text: str,
    address: str,
    *,
    final: str = "",
    today: Date | None = None,
    sites: Mapping[str, Site] | None = None,
) -> Described:
    """Make an item of a page's text as it is found at `address` ("" when that is not known).

    `final` is where it came from in the end: another site tells there whose page it is. A snapshot of the Wayback
    Machine is described as the page that it shows, and kept with the item. `today` helps to tell the page's clock from
    its date, `sites` are the user's own, by host.

    Raises:
        ReadError: the page is a wall or a message, or nothing in it is the title of a work; the message goes on from
            the page's name: "is a form to log in …".
    """
    root = parse_html(text)
    if root is None:
        raise ReadError("is empty; look at it in a browser")
    page = page_of(root)
    wall = wall_of(page, final, address)
    if wall:
        raise ReadError(f"is {wall}")
    shown, day = snapshot_of(final or address)
    where = shown or _where(address, final)
    permanent, said_by = permanent_address(page, root, where) if where else (page.structure.canonical, "canonical")
    if is_resolver(address):
        permanent, said_by = address, "resolver"
    where = where or permanent
    site = site_of(where, sites)
    claims = ranked(gather(page, root, linked_data_of(root), text=text, address=where, site=site, today=today))
    item = _Page(page, claims, site, where, permanent, said_by, today).item()
    if shown:
        item = with_archived(item, Archived(url=final or address, date=day))
    return Described(item=item, page=page)


def _where(address: str, final: str) -> str:
    """Return the address that says whose page it is: the last one when it is on another site."""
    hosts = [urlsplit(one).hostname or "" for one in (address, final)]
    return final if final and not same_site(*hosts) else address


class _Page:
    """One page while its item is made."""

    def __init__(
        self, page: Page, claims: Sequence[Claim], site: Site | None, address: str, permanent: str, said_by: str,
        today: Date | None,
    ) -> None:  # fmt: skip
        self.page, self.claims, self.site, self.address = page, claims, site, address
        self.permanent, self.said_by, self.today = permanent, said_by, today
        self.chosen: dict[str, Claim] = {}
        self.names = tuple(filter(None, (*(site.names if site else ()), page.site_name, *_host_names(address))))

    def item(self) -> Item:
        """Choose everything, in the order in which one depends on the other."""
        title = self._title()
        self._choose(choose_language(self._of("language"), self.page, self.site, self.address, title))
        type_, claim = choose_type(self._of("type"), self.site, self.address, title)
        self._choose(claim)
        self._choose(choose_doi(self._of("DOI"), self.page, self.site, self.address, type_))
        self._date_and_authors(type_)
        self._place_body(type_)
        self._rest(type_)
        self._address()
        fields = {name: claim.text for name, claim in self.chosen.items() if claim.text and name != "type"}
        return Item(
            key="",
            type=type_,
            fields=fields,
            names={name: claim.value for name, claim in self.chosen.items() if isinstance(claim.value, tuple)},
            dates={name: claim.value for name, claim in self.chosen.items() if isinstance(claim.value, Date)},
            variants=tuple(self._variants()),
            provenance={"source": "webpage", "fields": stated(self.chosen.values())},
        )

    def _of(self, variable: str) -> list[Claim]:
        return [claim for claim in self.claims if claim.variable == variable]

    def _choose(self, claim: Claim | None) -> None:
        if claim is not None and (claim.text or claim.value):
            self.chosen[claim.variable] = claim

    def _title(self) -> str:
        strip = self.site.strip if self.site else ()
        best = best_title(self._of("title"), self.page, names=self.names, strip=strip)
        if best is None:
            best = self._home_title()
        if is_shell(self.page) and (best is None or best.basis in (Basis.TITLE, Basis.VISIBLE)):
            raise ReadError("is built by scripts in the reader's browser; save it there and add the file")
        if best is None:
            raise ReadError("is a page without title; give one with --title")
        if weight(letters(best.text)) < _SHORT_TITLE and best.basis is not Basis.HIGHWIRE:
            best = self._fuller_title(best)
        self._choose(best)
        return best.text

    def _fuller_title(self, best: Claim) -> Claim:
        """Return the heading that a title too short to tell much is a part of: `Taiwan` of `2021 Report: Taiwan`."""
        for heading in self.page.structure.headings[:_HEADINGS]:
            is_part = re.search(rf"(?<!\w){re.escape(best.text)}(?!\w)", heading) is not None
            if is_part and best.text != heading and len(heading) <= _LONG_TITLE:
                return Claim(variable="title", value=heading, basis=Basis.VISIBLE, mark="h1", confidence=0.75)
        return best

    def _home_title(self) -> Claim | None:
        """Return the site's own name as the title of its front page."""
        if urlsplit(self.address).path.strip("/").count("/") > 0 or urlsplit(self.address).query:
            return None
        said = next((claim for claim in self._of("title") if is_name(claim.text, self.names)), None)
        return said if self.page.structure.prose else None

    def _date_and_authors(self, type_: str) -> None:
        """Choose both; an entry of an encyclopedia has the date of its last change, and nobody for author."""
        changed = next((replace(one, variable="issued", confidence=0.6) for one in self._of("modified")), None)
        if type_ == "entry-encyclopedia":
            self._choose(changed)
            return
        self._choose(choose_date(self._of("issued"), self.today) or changed)
        self._choose(choose_authors(self._own_authors(), self.names))

    def _own_authors(self) -> list[Claim]:
        """Return the claims of authors, but not the unit of a body that is known: it is the body that speaks."""
        found = self._of("author")
        speaks = self.site is not None and self.site.role in (Role.AUTHOR, Role.PUBLISHER) and not self.site.is_umbrella
        if not speaks:
            return found
        return [
            claim
            for claim in found
            if claim.basis is Basis.HIGHWIRE or (isinstance(claim.value, tuple) and not all(map(is_body, claim.value)))
        ]

    def _place_body(self, type_: str) -> None:
        """Put the body behind the site where its role and the item's type ask for it."""
        if self.site is None or self.site.role is Role.HOST:
            return
        name = self.site.name_in(self.chosen["language"].text if "language" in self.chosen else "")
        if type_ in _IMPERSONAL and self.site.role is not Role.CONTAINER:
            if type_ == "legal_case":
                self._choose(self._body("authority", name))
        elif self.site.role is Role.CONTAINER:
            self._choose(Claim(variable="container-title", value=name, basis=Basis.SITE, mark=self.site.host))
        elif "author" not in self.chosen:
            self._choose(self._body("author", name))
        elif type_ == "webpage" and self.site.role is Role.PUBLISHER:
            self._choose(Claim(variable="container-title", value=name, basis=Basis.SITE, mark=self.site.host))
        elif type_ not in _JOURNALS:
            self._choose(Claim(variable="publisher", value=name, basis=Basis.SITE, mark=self.site.host))

    def _body(self, variable: str, name: str) -> Claim:
        host = self.site.host if self.site else ""
        return Claim(variable=variable, value=(Name(literal=name),), basis=Basis.SITE, mark=host)

    def _rest(self, type_: str) -> None:
        """Take what the type of item has room for."""
        journal = type_ in _JOURNALS or any(
            claim.variable == "container-title" and claim.basis is Basis.HIGHWIRE for claim in self.claims
        )
        for variable in (*_ALWAYS, *(_NUMBERED if journal else ())):
            self._choose(next(iter(self._of(variable)), None))
        if type_ in ("thesis", "report", "legislation", "article", "bill"):
            for variable in ("number", "genre", "number-of-pages"):
                self._choose(next(iter(self._of(variable)), None))
        self._containers(type_, is_journal=journal)
        self._publisher(type_)

    def _containers(self, type_: str, *, is_journal: bool) -> None:
        if "container-title" in self.chosen and not is_journal:
            return
        found = self._of("container-title")
        if is_journal:
            found = [one for one in found if one.basis in (Basis.HIGHWIRE, Basis.LABEL, Basis.LINKED, Basis.COINS)]
        elif self.site is not None or type_ in _PUBLISHED or type_ in _IMPERSONAL:
            return
        authors = {name.full for name in self._authors()}
        title = self.chosen["title"].text
        self._choose(next((one for one in found if one.text not in authors and one.text != title), None))

    def _publisher(self, type_: str) -> None:
        found = self._of("publisher")
        named = {name.full for name in self._authors()}
        if type_ in _PUBLISHED:
            if "publisher" not in self.chosen and not (self.site and self.site.role is not Role.HOST):
                trusted = [one for one in found if one.basis is not Basis.DUBLIN_CORE or type_ not in _JOURNALS]
                self._choose(next((one for one in trusted if one.text not in named), None))
        elif self.site is None and "container-title" not in self.chosen:
            publisher = next((one for one in found if one.text not in named), None)
            if publisher is not None:
                self.chosen["container-title"] = Claim(
                    variable="container-title", value=publisher.text, basis=publisher.basis, mark=publisher.mark
                )

    def _authors(self) -> tuple[Name, ...]:
        claim = self.chosen.get("author")
        return claim.value if claim is not None and isinstance(claim.value, tuple) else ()

    def _address(self) -> None:
        """Choose the permanent address: by the site's rule, by its label, by the canonical link, else as it is."""
        rules = self.site.addresses if self.site else ()
        ruled = rule_for(rules, self.address) or rule_for(rules, self.permanent)
        labelled = next(iter(self._of("URL")), None)
        if self.said_by == "resolver":
            ruled, labelled = "", None
        if ruled:
            self._choose(Claim(variable="URL", value=ruled, basis=Basis.SITE, mark="address"))
        elif labelled is not None:
            self._choose(labelled)
        elif self.permanent:
            self._choose(
                Claim(
                    variable="URL",
                    value=self.permanent,
                    basis=Basis.META,
                    mark=self.said_by or "as asked for",
                    confidence=0.9,
                )
            )

    def _variants(self) -> list[Variant]:
        """Return the title and authors in the other language that the page gives them in."""
        title = self.chosen["title"].text
        own = self.chosen["language"].text if "language" in self.chosen else ""
        found: list[Variant] = []
        others = [claim.text for claim in self._of("title.en")] + list(self.page.meta.get("citation_title", ())[1:])
        for text in others:
            language = decide_text_language(text)
            if text != title and language and language[:2] != own[:2] and not found:
                found.append(Variant(field="title", kind=VariantKind.PARALLEL, language=language, text=text))
        romanised = [claim.value for claim in self._of("author.en") if isinstance(claim.value, tuple)]
        return found + [
            Variant(field="author", kind=VariantKind.ROMANISED, language="zh-Latn", names=names) for names in romanised
        ]


def _host_names(address: str) -> tuple[str, ...]:
    """Return the host as a title may name it: `example.org`, `www.example.org`."""
    host = urlsplit(address).hostname or ""
    bare = host.removeprefix("www.")
    return (bare, f"www.{bare}") if bare else ()
