"""What names a work or a page: DOI, ISBN, arXiv number, numbers of PubMed, Handle, ISSN, web address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from tipcite.errors import InvalidIdentifier

# A DOI is "10." + registrant + "/" + any graphic characters (DOI Handbook, 3.2); full stops, commas and
# unbalanced brackets at the end belong to the sentence around it.
_DOI: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>「」『』《》〈〉，。；：、（）【】]+", re.IGNORECASE)
_ARXIV: Final = re.compile(
    r"(?:arxiv:\s*|arxiv\.org/(?:abs|pdf|html|format|e-print|src|ps)/)?"
    r"((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?:\.pdf)?/?",
    re.IGNORECASE,
)
_PMID: Final = re.compile(
    r"(?:pmid[:\s]*|(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/|europepmc\.org/(?:article|abstract)/med/))?"
    r"(\d{1,9})(?:/(?:\?.*)?)?",
    re.IGNORECASE,
)
_PMCID: Final = re.compile(
    r"(?:pmcid[:\s]*|(?:https?://)?(?:pmc\.ncbi\.nlm\.nih\.gov/articles/|(?:www\.)?ncbi\.nlm\.nih\.gov/(?:labs/)?pmc/articles/"
    r"|europepmc\.org/(?:article|articles|abstract)/(?:pmc/)?))?pmc\s?(\d{1,9})(?:\.\d+)?(?:/.*)?",
    re.IGNORECASE,
)
_HANDLE: Final = re.compile(
    r"(?:hdl:\s*|(?:info:hdl/)|(?:https?://)?hdl\.handle\.net/(?:api/handles/)?)(\d[\d.]*(?:\.[\w-]+)*/\S+)",
    re.IGNORECASE,
)
_ISSN: Final = re.compile(r"(?:e-?|p-?)?(?:issn(?:-l)?[:\s]*)?(\d{4})[-\s\u2010-\u2015]?(\d{3}[\dX])", re.IGNORECASE)
# As it is cited, whatever ends it: SICIs hold `<` and `>`, and what does not belong to it is for a check to tell.
# `10/bk3m` is a short DOI (https://shortdoi.org).
_CITED: Final = re.compile(r"10(?:\.\d{3,9}(?:\.\d+)*)?/\S+")
_RESOLVER: Final = re.compile(r"(?:https?://)?(?:(?:dx|www)\.)?doi\.org/(?:doi:)?", re.IGNORECASE)
# What publishers' addresses have behind the DOI: the form of the text, bioRxiv's version (which its DOI has not) apart.
_BEHIND: Final = re.compile(
    r"(?:\.full(?:\.pdf|-text)?|\.abstract|/(?:full(?:/html|/pdf)?|full-?text|full\.html|abstract|abs|e?pdf|pdfdirect"
    r"|epub|html?|xml|meta|summary|references|citations?|figures|download|read|reader|issuetoc|toc|suppl))?(?:\.(?:pdf|html?|xml))?/?$",
    re.IGNORECASE,
)
_PREPRINT_VERSION: Final = re.compile(r"^(10\.(?:1101|64898)/\d{4}\.\d\d\.\d\d\.\d+)v\d{1,2}$")
_OUP: Final = re.compile(r"^(10\.1093/[^/]+/[^/]+)/\d{4,}$")
"""Oxford's addresses name the article once more, by a number of their own."""
_PAIRS: Final = {")": "(", "]": "[", "}": "{", ">": "<"}


@dataclass(frozen=True, slots=True)
class Doi:
    """A DOI name in lower case without resolver or `doi:`; two spellings of one DOI are equal."""

    value: str

    def __str__(self) -> str:
        return self.value

    @property
    def url(self) -> str:
        """The address under which doi.org resolves it."""
        return f"https://doi.org/{self.value}"


@dataclass(frozen=True, slots=True)
class Isbn:
    """A book number of 13 digits, its check digit right; one of 10 digits is turned into 13."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class ArxivId:
    """An arXiv number, new (`2101.00001v2`) or old (`hep-th/9901001`)."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Pmid:
    """The number of an article in PubMed."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Pmcid:
    """The number of an article in PubMed Central, `PMC` before it, without version."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Handle:
    """A name of the Handle system that is no DOI: `20.500.12345/678`."""

    value: str

    def __str__(self) -> str:
        return self.value

    @property
    def url(self) -> str:
        """The address under which the Handle system resolves it."""
        return f"https://hdl.handle.net/{self.value}"


@dataclass(frozen=True, slots=True)
class Issn:
    """The number of a serial, `1234-567X`, its check digit right (ISO 3297)."""

    value: str

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Url:
    """An http or https address with the octets in which it was cited."""

    value: str

    def __str__(self) -> str:
        return self.value

    @property
    def host(self) -> str:
        """The host's name in lower case, without port."""
        return urlsplit(self.value).hostname or ""


def find_doi(text: str) -> Doi | None:
    """Find the first DOI in a text: bare, behind `doi:`, or inside an address, percent-encoded or not."""
    body = text if "%" not in text else unquote(text)
    match = _DOI.search(body)
    if match is None:
        return None
    value = match.group()
    before = body[: match.start()]
    if _RESOLVER.fullmatch(before.split()[-1] if before.split() else "") and not before[-1:].isspace():
        value = re.split(r"[?#]", value, maxsplit=1)[0]
    elif "://" in before:
        value = _in_address(value)
    return Doi(_trim(value).lower())


def _in_address(value: str) -> str:
    """Cut off what a publisher's address has behind the DOI."""
    value = _BEHIND.sub("", _trim(re.split(r"[?#&]", value, maxsplit=1)[0]), count=1)
    for pattern in (_PREPRINT_VERSION, _OUP):
        value = pattern.sub(r"\1", value)
    return value


def parse_doi(text: str) -> Doi:
    """Read a text that is a DOI, with or without `doi:` or resolver.

    Raises:
        InvalidIdentifier: it is none.
    """
    body = re.sub(r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", "", text.strip(), flags=re.IGNORECASE)
    match = _DOI.fullmatch(unquote(body) if "%2" in body else body)
    if match is None:
        raise InvalidIdentifier(f"{text!r} is no DOI; a DOI looks like 10.1080/23322705.2020.1841985")
    return Doi(match.group().lower())


def cited_doi(text: str) -> str | None:
    """Return a DOI as it is cited, in lower case: bare, behind `doi:` or in an address of doi.org; None for others.

    Nothing is put right: a full stop at the end stays, because it is printed, too.
    """
    body = text.strip()
    resolver = _RESOLVER.match(body)
    if resolver:
        body = unquote(re.split(r"[?#]", body[resolver.end() :], maxsplit=1)[0])
    else:
        body = re.sub(r"^(?:doi\s*:\s*|doi\s+)", "", body, flags=re.IGNORECASE)
        body = unquote(body) if re.search(r"%(?:2f|3c|3e|28|29)", body, re.IGNORECASE) else body
    return body.lower() if _CITED.fullmatch(body) else None


def parse_isbn(text: str) -> Isbn:
    """Read an ISBN of 10 or 13 digits, hyphens and blanks allowed (ISO 2108).

    Raises:
        InvalidIdentifier: wrong length, or the check digit does not fit.
    """
    digits = re.sub(
        r"^(?:urn:)?isbn[-:\s]*(?:1[03][:\s])?|[-\s\u2010-\u2015]", "", text.strip(), flags=re.IGNORECASE
    ).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits) and _isbn10_sum(digits) % 11 == 0:
        body = "978" + digits[:9]
        return Isbn(body + _isbn13_check(body))
    if re.fullmatch(r"97[89]\d{10}", digits) and _isbn13_check(digits[:12]) == digits[12]:
        return Isbn(digits)
    raise InvalidIdentifier(f"{text!r} is no ISBN: it needs 10 or 13 digits with the right check digit")


def parse_arxiv_id(text: str) -> ArxivId:
    """Read an arXiv number, bare, behind `arXiv:` or in an arxiv.org address.

    Raises:
        InvalidIdentifier: it is none.
    """
    match = _ARXIV.fullmatch(re.sub(r"^https?://(?:www\.)?", "", text.strip()))
    if match is None:
        raise InvalidIdentifier(f"{text!r} is no arXiv number; one looks like 2101.00001")
    return ArxivId(match.group(1))


def parse_pmid(text: str) -> Pmid:
    """Read the number of an article in PubMed: `PMID: 123`, bare digits, or its address.

    Raises:
        InvalidIdentifier: it is none.
    """
    match = _PMID.fullmatch(text.strip())
    if match is None:
        raise InvalidIdentifier(f"{text!r} is no PMID; one looks like PMID:31452104")
    return Pmid(match[1].lstrip("0") or "0")


def parse_pmcid(text: str) -> Pmcid:
    """Read the number of an article in PubMed Central: `PMC123`, `PMCID: PMC123.1`, or its address.

    Raises:
        InvalidIdentifier: it is none.
    """
    match = _PMCID.fullmatch(text.strip())
    if match is None:
        raise InvalidIdentifier(f"{text!r} is no PMCID; one looks like PMC7096777")
    return Pmcid(f"PMC{match[1]}")


def parse_handle(text: str) -> Handle:
    """Read a handle behind `hdl:` or in an address of its resolver.

    Raises:
        InvalidIdentifier: it is none.
    """
    match = _HANDLE.fullmatch(text.strip())
    if match is None:
        raise InvalidIdentifier(f"{text!r} is no handle; one looks like hdl:20.500.12345/678")
    return Handle(unquote(re.split(r"[?#]", match[1], maxsplit=1)[0]))


def parse_issn(text: str) -> Issn:
    """Read the number of a serial: `1234-567X`, `ISSN 1234567X`, the hyphen in any form.

    Raises:
        InvalidIdentifier: wrong length, or the check digit does not fit.
    """
    match = _ISSN.fullmatch(text.strip())
    digits = "".join(match.groups()).upper() if match else ""
    if not digits or sum((8 - place) * (10 if one == "X" else int(one)) for place, one in enumerate(digits)) % 11:
        raise InvalidIdentifier(f"{text!r} is no ISSN: it needs 8 digits with the right check digit")
    return Issn(f"{digits[:4]}-{digits[4:]}")


def parse_url(text: str) -> Url:
    """Read an http or https address.

    Raises:
        InvalidIdentifier: another scheme, no host, or a blank inside.
    """
    body = text.strip()
    try:
        parts = urlsplit(body)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidIdentifier(f"{text!r} is no web address: {error}") from None
    if parts.scheme.lower() not in ("http", "https") or not host or re.search(r"\s", body):
        raise InvalidIdentifier(f"{text!r} is no web address; it must begin with http:// or https:// and a host")
    return Url(body)


def _trim(value: str) -> str:
    """Take off closing punctuation, and closing brackets that were never opened."""
    counts = {sign: value.count(sign) for pair in _PAIRS.items() for sign in pair}
    end = len(value)
    while end:
        last = value[end - 1]
        if last in _PAIRS and counts[last] > counts[_PAIRS[last]]:
            counts[last] -= 1
        elif last not in ".,;:'’”!?":
            break
        end -= 1
    return value[:end]


def _isbn10_sum(digits: str) -> int:
    return sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))


def _isbn13_check(digits: str) -> str:
    return str(-sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10)
