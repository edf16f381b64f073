"""What can be told of a link without asking anybody: whether it is written as one."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from tipcite.links.targets import Target, TargetKind
from tipcite.model import Retrieval, Verdict, Why, cited_doi
from tipcite.net.address import is_forbidden

_HOST: Final = re.compile(r"[^\s%<>\"\\^`{|}]+")


def fault_of(target: Target, time: str, *, allow_private: bool = False) -> Retrieval | None:
    """Return the retrieval that says what is wrong with how a link is written, None when nothing is."""
    found = _doi_fault(target.value) if target.kind is TargetKind.DOI else _fault(target.value, allow_private)
    if found is None:
        return None
    why, text = found
    return Retrieval(
        target=target.value, time=time, verdict=Verdict.INVALID, why=why, message=text, title="", attempts=0
    )


def _doi_fault(value: str) -> tuple[Why, str] | None:
    if cited_doi(value) is not None:
        return None
    return Why.SYNTAX, f"{value!r} is no DOI; a DOI looks like 10.1080/23322705.2020.1841985"


def _fault(value: str, allow_private: bool) -> tuple[Why, str] | None:
    try:
        parts = urlsplit(value.strip())
        host = parts.hostname or ""
    except ValueError as error:
        return Why.SYNTAX, f"{value!r} is no address: {error}"
    if not parts.scheme or (parts.scheme not in ("http", "https") and not parts.netloc):
        return Why.SYNTAX, f"{value!r} is no address; it begins with https:// or http://"
    if parts.scheme not in ("http", "https"):
        return Why.SCHEME, f"only http and https are asked for, not {parts.scheme!r}"
    if not _HOST.fullmatch(host) or ".." in host:
        return Why.SYNTAX, f"{value!r} names no host"
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        return Why.SYNTAX, f"the port in {value!r} is none"
    if not allow_private and re.fullmatch(r"[\d.]+|[0-9a-f:]*:[0-9a-f:.]*", host) and is_forbidden(host):
        return Why.FORBIDDEN_ADDRESS, f"{host} is no public address"
    return None
