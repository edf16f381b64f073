"""Whether a stretch before a date holds creators and nothing else."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.bodies import has_body_word, is_body
from tipcite.formats.reftext.continental import inverted_end
from tipcite.formats.reftext.creatorsend import ENDS_IN_ROLE, are_mixed_creators, is_creator
from tipcite.formats.reftext.hannames import are_stopped_names
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.plainnames import is_plain_list
from tipcite.formats.reftext.scan import Kind, Token, han_share
from tipcite.formats.reftext.westernnames import is_name_list, is_one_body


def may_be_creators(text: str, tokens: tuple[Token, ...], creators: tuple[int, int], *, enclosed: bool) -> bool:
    """Tell whether the stretch between two indices may be creators; `enclosed`: the date behind it is in brackets."""
    start, end = creators
    body = text[start:end]
    if is_plain_list(body):
        return True
    if body[-1] == "." and (role := _BRACKETED_ROLE.search(body)):
        body = body[: role.start()]  # `Inglehart, R., et al. (eds.). 2014.`
        end = start + len(body)
    body = _PARALLEL_NAME.sub("", body) if "(" in body or not body.isascii() else body
    inner = [token for token in tokens if start < token.start < end - 1]
    if len(body) > 1500:
        return False
    if are_stopped_names(body):
        return True
    if any(token.kind in (Kind.SLASHES, Kind.HOLE) for token in inner):
        return False
    stops = any(token.kind is Kind.STOP and not token.weak for token in inner)
    if enclosed:
        named = inverted_end(body) if ": " in body else None
        if named is not None and named[1] < len(body):
            return False  # `Schmitt, Carl: Der Begriff des Politischen (1932), 8. Aufl.`
        return _may_stand_before_brackets(body, stops=stops)
    if stops:
        return is_name_list(body)
    if any(token.kind is Kind.COLON for token in inner):
        return False
    return _may_stand_before_year(body)


def _may_stand_before_brackets(body: str, *, stops: bool) -> bool:
    if "o. " in body and _NUMBERED.search(body):
        return False  # `CRC, General comment No. 6 (2005): Treatment of …`
    if not stops and "," in body and han_share(body) < 0.4 and len(body.split()) > 12:
        return is_name_list(body) or _are_parts_of_body(body) or not _SMALL.search(body)
    return not stops or is_name_list(body) or bool(ENDS_IN_ROLE.search(body)) or _are_steps_of_body(body)


def _may_stand_before_year(body: str) -> bool:
    if are_mixed_creators(body.rstrip(" .")):
        return True
    if han_share(body) >= 0.4:
        parts = re.split(r"[,、;]", body)
        names = [part.strip(" .。") for part in parts]
        return len(names) == 1 or all(is_creator(name) or "等" in name[-2:] for name in names)
    if "," in body and not _are_parts_of_body(body):
        return is_name_list(body) or bool(ENDS_IN_ROLE.search(body))
    return is_name_list(body) or is_one_body(body) or bool(ENDS_IN_ROLE.search(body))


_NUMBERED: Final = later(r"\b[Nn]o\.\s\d+$")
_BRACKETED_ROLE: Final = later(r"\.?\s\((?:[Ee]ds?|[Hh]rsg|[Tt]rans)\.?\)\.$")


def _are_steps_of_body(body: str) -> bool:
    """`Great Britain. Department for Education`: a country and its office (AACR2, 24.18)."""
    country, stop, office = body.partition(". ")
    words = country.split()
    named = len(words) < 4 and all(word[:1].isupper() for word in words) and "," not in country
    return bool(stop) and named and has_body_word(office)


def _are_parts_of_body(body: str) -> bool:
    """`Ministry of Health, Office of Statistics` is one body; `UNDESA, E-government survey` is none."""
    parts = [part.strip() for part in body.split(",")]
    return all(is_body(part) or len(part.split()) <= 2 for part in parts)


_SMALL: Final = later(r"\s(?:in|on|for|to|with|from|between|among|using)\s")


# `Wang, Kuan-hung (王寬弘)`
_PARALLEL_NAME: Final = later(
    r"(?:\s?\((?:[\u3400-\u9fff·]{2,8}|[A-Z][^()\d]{2,40})\)|(?<=[a-z.])\s[\u3400-\u9fff]{2,4})"
    r"(?=\s*(?:[,.;、&著撰編]|and\b|$))"
)
