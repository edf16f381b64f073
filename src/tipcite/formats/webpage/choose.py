"""Which claims are believed: the first in order, unless something shows that a template speaks, not the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tipcite.formats.html import Page
from tipcite.formats.html_title import letters
from tipcite.formats.webpage.claims import Basis, Claim
from tipcite.formats.webpage.people import is_body
from tipcite.formats.webpage.site import Role, Site
from tipcite.formats.webpage.sites import rule_for
from tipcite.formats.webpage.titles import is_name
from tipcite.lang import decide_text_language, has_han, is_han, is_valid_language, normal_tag
from tipcite.lang.tags import meant_tag
from tipcite.model import Date, Doi, Name, find_doi

_REPORT: Final = re.compile(r"\breport\b|報告|报告|白皮書|白皮书|white paper", re.IGNORECASE)
_POSTS: Final = frozenset({"article-newspaper", "post-weblog"})
"""What systems for web logs say of every page."""
SCHOLARLY: Final = frozenset({"article-journal", "paper-conference", "chapter", "thesis", "book", "article", "dataset"})
_REFERENCES: Final = re.compile(
    r"^\s*(?:references|bibliography|notes|works cited|literature cited|參考文獻|参考文献|參考書目|引用文獻|徵引書目"
    r"|註釋|注释)\s*[:：]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_STATED_DOI: Final = re.compile(r"(?:\bdoi\s*[:：]?\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/\S+)", re.IGNORECASE)
_PROSE: Final = 3000
_LITTLE_HAN: Final = 0.05


def choose_type(claims: Sequence[Claim], site: Site | None, address: str, title: str) -> tuple[str, Claim | None]:
    """Return the item's type: by the address on a known site, by what the page says, by the site, by the title."""
    ruled = rule_for(site.types, address) if site else ""
    if ruled:
        return ruled, Claim(variable="type", value=ruled, basis=Basis.SITE, mark=site.host if site else "")
    if site is not None and site.role is Role.CONTAINER:
        return site.type, Claim(variable="type", value=site.type, basis=Basis.SITE, mark=site.host)
    speaks = site is not None and site.role in (Role.AUTHOR, Role.PUBLISHER)
    for claim in claims:
        if not (speaks and claim.text in _POSTS):
            return claim.text, claim
    if site is None:
        return "webpage", None
    if site.type == "webpage" and speaks and _REPORT.search(title):
        return "report", Claim(variable="type", value="report", basis=Basis.SITE, mark="title", confidence=0.7)
    return site.type, Claim(variable="type", value=site.type, basis=Basis.SITE, mark=site.host)


def choose_language(claims: Sequence[Claim], page: Page, site: Site | None, address: str, title: str) -> Claim | None:
    """Decide the language: what the address or the page says, unless the title and the text are in another script."""
    by_text = decide_text_language(title)
    stated = [(rule_for(site.languages, address) or site.language, Basis.SITE, site.host)] if site else []
    stated += [(page.language, Basis.META, "lang"), *((claim.text, claim.basis, claim.mark) for claim in claims)]
    for text, basis, mark in stated:
        tag = _valid(text)
        if tag and _fits(tag, title, page):
            if tag in ("zh", "zh-Latn") and by_text.startswith("zh"):
                tag = by_text
            return Claim(variable="language", value=tag, basis=basis, mark=mark)
    return Claim(variable="language", value=by_text, basis=Basis.VISIBLE, mark="the title") if by_text else None


def _valid(text: str) -> str:
    stated = text.replace("_", "-")
    return normal_tag(stated) if is_valid_language(stated) else meant_tag(text)


def _fits(tag: str, title: str, page: Page) -> bool:
    """Tell whether a stated language can be the page's: templates leave `lang="en"` on Chinese ones."""
    if tag.startswith(("zh", "ja", "yue")):
        prose = page.structure.prose[:_PROSE]
        return has_han(title) or not prose or sum(map(is_han, prose)) > _LITTLE_HAN * len(prose)
    return not decide_text_language(title).startswith("zh") or not has_han(title)


def choose_authors(claims: Sequence[Claim], names: Sequence[str]) -> Claim | None:
    """Return the first claim that names somebody else than the site, its own names left out; None when none does."""
    for claim in claims:
        people = claim.value if isinstance(claim.value, tuple) else ()
        others = tuple(name for name in people if not is_name(name.full, names) and not _is_part(name, names))
        if others:
            return Claim(
                variable="author", value=others, basis=claim.basis, mark=claim.mark, confidence=claim.confidence
            )
    return None


def _is_part(name: Name, names: Sequence[str]) -> bool:
    """Tell `AIT Taiwan` and 「某報編輯部」: a body's name that begins with the site's."""
    said = letters(name.full)
    begins = any(len(letters(one)) >= 3 and said.startswith(letters(one)) for one in names)
    return begins and (is_body(name) or not name.given)


def choose_date(claims: Sequence[Claim], today: Date | None) -> Claim | None:
    """Return the date of publication.

    A date to come is believed of publishers, who date issues ahead, else only where there is no other. Today's date is
    the template's clock when the page shows another day behind a label.
    """
    days = [claim for claim in claims if isinstance(claim.value, Date)]
    if today is not None:
        past = [claim for claim in days if claim.basis is Basis.HIGHWIRE or not _is_after(claim.value, today)]
        days = past or days
    if not days:
        return None
    ordered = [claim for claim in days if claim.basis is not Basis.VISIBLE]
    seen = sorted((claim for claim in days if claim.basis is Basis.VISIBLE), key=lambda claim: -claim.sureness)
    best = (ordered or seen)[0]
    if best.value == today and best.basis is not Basis.HIGHWIRE:
        shown = next((claim for claim in seen if claim.sureness >= 0.7 and claim.value != today), None)
        if shown is not None:
            return shown
    return _fuller(best, [*ordered, *seen])


def _is_after(day: object, today: Date) -> bool:
    return isinstance(day, Date) and day.parts[0] > today.parts[0][: len(day.parts[0])]


def _fuller(best: Claim, others: Sequence[Claim]) -> Claim:
    """Return the claim of the same year (and month) that knows the day, too."""
    parts = best.value.parts[0] if isinstance(best.value, Date) else ()
    if len(parts) == 3:
        return best
    for claim in others:
        fuller = claim.value.parts[0] if isinstance(claim.value, Date) and claim.basis is best.basis else ()
        if len(fuller) > len(parts) and fuller[: len(parts)] == parts:
            return claim
    return best


def choose_doi(claims: Sequence[Claim], page: Page, site: Site | None, address: str, type_: str) -> Claim | None:
    """Return the page's own DOI: from its metadata, its address, or stated once before its references.

    A page that is no scholarly work may print the DOI of a work that it speaks of.
    """
    if claims:
        return claims[0]
    ruled = rule_for(site.dois, address) if site else ""
    found = find_doi(ruled) if ruled else find_doi(address)
    if found is not None:
        return _doi_claim(found, Basis.SITE, "address", 0.0)
    if type_ not in SCHOLARLY:
        return None
    body = _REFERENCES.split(page.structure.shown, maxsplit=1)[0]
    stated = {doi.value: doi for match in _STATED_DOI.finditer(body) if (doi := find_doi(match[1])) is not None}
    return _doi_claim(next(iter(stated.values())), Basis.VISIBLE, "DOI", 0.7) if len(stated) == 1 else None


def _doi_claim(doi: Doi, basis: Basis, mark: str, confidence: float) -> Claim:
    return Claim(variable="DOI", value=doi.value, basis=basis, mark=mark, confidence=confidence)
