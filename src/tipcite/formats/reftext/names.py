"""A stretch that holds creators → their names; which of the two writing systems decides how it is cut."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.hannames import read_han_names, script_runs
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.plainnames import read_plain_names
from tipcite.formats.reftext.romanised import with_family_first
from tipcite.formats.reftext.scan import is_han
from tipcite.formats.reftext.westernnames import ends_with_initial, read_western_names, without_ellipsis
from tipcite.model import Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Creators:
    """Names in their order, the role that the text gives them, whether it says et al., and other wording."""

    names: tuple[Name, ...] = ()
    role: str = "author"
    others: bool = False
    wording: tuple[str, ...] = ()
    translators: tuple[Name, ...] = field(default=())


_ROLES: Final = (
    ("translator", re.compile(r"(?:編譯|编译|譯註|译注|譯注|[選选合主]?[譯译])者?$")),
    (
        "editor",
        re.compile(
            r"(?:[總总]?主[編编]|[編编][輯辑纂印]?|選編|选编|彙編|汇编|編選"
            r"|编选|[監监]修|點校|点校|校[點点注註]|整理|輯)者?$"
        ),
    ),
    ("author", re.compile(r"(?:[編编]著|合著|[編编]撰|撰[寫写文]?|著|口述)者?$")),
)
_WESTERN_ROLES: Final = (
    (
        "editor",
        re.compile(
            r"[\s,(\[]+(?:eds?\.?|editors?|hrsg\.?|a cura di|(?<=\()(?:coords?\.?|orgs?\.?|dirs\.))[)\]]?\.?$",
            re.IGNORECASE,
        ),
    ),
    ("translator", re.compile(r"[\s,(\[]+(?:trans\.?|translators?|tr\.)[)\]]?\.?$", re.IGNORECASE)),
    ("director", re.compile(r"[\s,(\[]+(?:directors?|dir\.)[)\]]?\.?$", re.IGNORECASE)),
    ("producer", re.compile(r"[\s,(\[]+(?:(?:executive )?producers?|prod\.)[)\]]?\.?$", re.IGNORECASE)),
    ("host", re.compile(r"[\s,(\[]+hosts?[)\]]?\.?$", re.IGNORECASE)),
    ("author", re.compile(r"[\s,(\[]+(?:writers?|authors?|artists?|speakers?)[)\]]\.?$", re.IGNORECASE)),
)
_OTHERS: Final = later(r"(?:[,\s]*\b(?:et\s+al|and\s+others)\.?|[,，\s]*(?:等人?|等著))$", re.IGNORECASE)
_EDGE: Final = " ,.;:，、。；：\x00"


def read_creators(raw: str, role: str = "author") -> Creators:
    """Read the names in a raw stretch whose extent is known."""
    text = raw.strip(_EDGE)
    if raw.rstrip(" ,;:").endswith(text[-2:] + ".") and ends_with_initial(fold(text)):
        text += "."
    plain = read_plain_names(text) if text else None
    if plain is not None:
        return Creators(names=with_family_first(plain, text), role=role)
    role, text = _role(text, role)
    others = _OTHERS.search(fold(text))
    if others:
        listed = text[: others.start()].rstrip(" ,，")
        text = listed.rstrip(_EDGE)
        if listed.endswith(".") and ends_with_initial(fold(text)):
            text += "."
        plain = read_plain_names(text) if text else None
        if plain is not None:
            return Creators(names=with_family_first(plain, text), role=role, others=True)
        role, text = _role(text, role)
    if not text:
        return Creators(role=role, others=bool(others))
    names: tuple[Name, ...] = ()
    wording: tuple[str, ...] = ()
    for run, chinese in script_runs(text) or [(text, True)]:
        read, kept = read_han_names(_role(run, role)[1]) if chinese else _read_western(_HAN_ROLE_BEHIND.sub("", run))
        names, wording = names + read, wording + kept
    names = with_family_first(names, text)
    left_out = bool(others) or without_ellipsis(text) != text
    return Creators(names=names, role=role, others=left_out, wording=wording)


# `Thomas Kuhn 著`
_HAN_ROLE_BEHIND: Final = later(r"\s?[(（]?(?:[編编]?著|撰)[)）]?\s*$")
_OWN_SCRIPT: Final = later(r"(?:\s?\(|(?<=[a-z.])\s)([\u3400-\u9fff·]{2,8})(?:\)|(?=\s*(?:[,.;、&]|and\b|$)))")


def _read_western(text: str) -> tuple[tuple[Name, ...], tuple[str, ...]]:
    """Read Western names; a name's Chinese form in brackets behind it is kept as wording."""
    folded = fold(text)
    wording = tuple(text[slice(*match.span(1))] for match in _OWN_SCRIPT.finditer(folded))
    bare = _OWN_SCRIPT.sub("", folded).replace("、", ", ").replace("。", ". ")
    return read_western_names(bare), wording


def _role(text: str, role: str) -> tuple[str, str]:
    folded = fold(text)
    letters = [char for char in folded if char.isalpha()]
    if letters and is_han(letters[-1]):
        body = folded.rstrip(" ,)]").rstrip()
        for name, pattern in _ROLES:
            match = pattern.search(body)
            if match and match.start() > 1:
                return name, text[: match.start()].rstrip(" ,(（[，、")
        return role, text
    for name, pattern in _WESTERN_ROLES:
        match = pattern.search(folded)
        if match and match.start() > 0:
            return name, text[: match.start()].rstrip(" ,")
    return role, text
