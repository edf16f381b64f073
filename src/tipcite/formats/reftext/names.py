"""A stretch that holds creators → their names; which of the two writing systems decides how it is cut."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from tipcite.formats.reftext.draft import fold
from tipcite.formats.reftext.hannames import read_han_names
from tipcite.formats.reftext.scan import han_share
from tipcite.formats.reftext.westernnames import ends_with_initial, read_western_names
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
            r"(?:[總总]?主[編编]|[編编][輯辑纂]?|選編|选编|彙編|汇编|編選"
            r"|编选|[監监]修|點校|点校|校[點点注註]|整理|輯)者?$"
        ),
    ),
    ("author", re.compile(r"(?:[編编]著|合著|[編编]撰|撰[寫写文]?|著|口述)者?$")),
)
_WESTERN_ROLES: Final = (
    ("editor", re.compile(r"[\s,(\[]+(?:eds?\.?|editors?|hrsg\.?)[)\]]?\.?$", re.IGNORECASE)),
    ("translator", re.compile(r"[\s,(\[]+(?:trans\.?|translators?|tr\.)[)\]]?\.?$", re.IGNORECASE)),
    ("director", re.compile(r"[\s,(\[]+(?:directors?|dir\.)[)\]]?\.?$", re.IGNORECASE)),
    ("producer", re.compile(r"[\s,(\[]+(?:(?:executive )?producers?|prod\.)[)\]]?\.?$", re.IGNORECASE)),
    ("host", re.compile(r"[\s,(\[]+hosts?[)\]]?\.?$", re.IGNORECASE)),
    ("author", re.compile(r"[\s,(\[]+(?:writers?|authors?|artists?|speakers?)[)\]]\.?$", re.IGNORECASE)),
)
_OTHERS: Final = re.compile(r"(?:[,\s]*\b(?:et\s+al|and\s+others)\.?|[,，\s]*(?:等人?|等著))$", re.IGNORECASE)
_EDGE: Final = " ,.;:，、。；：\x00"


def read_creators(raw: str, role: str = "author") -> Creators:
    """Read the names in a raw stretch whose extent is known."""
    text = raw.strip(_EDGE)
    if raw.rstrip(" ,;:").endswith(text[-2:] + ".") and ends_with_initial(fold(text)):
        text += "."
    role, text = _role(text, role)
    others = _OTHERS.search(fold(text))
    if others:
        text = text[: others.start()].rstrip(_EDGE)
        role, text = _role(text, role)
    if not text:
        return Creators(role=role, others=bool(others))
    if han_share(text) >= 0.4:
        names, wording = read_han_names(text)
    else:
        names, wording = read_western_names(fold(text).replace("、", ", ").replace("。", ". ")), ()
    return Creators(names=names, role=role, others=bool(others), wording=wording)


def _role(text: str, role: str) -> tuple[str, str]:
    folded = fold(text)
    if han_share(text) >= 0.4:
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
