"""The authors of pages: one element each, or joined by commas, `and`, `、`; with titles, offices and bylines around."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tipcite.formats.record_names import is_western_institution, read_name
from tipcite.formats.webpage.wording import is_nobody, plain
from tipcite.lang import has_han, is_han, is_institution
from tipcite.model import Name

_BY: Final = re.compile(
    r"^(?:(?:written|posted|reported|edited|published|story)\s+)?by[:\s]+|^(?:author|authors|written)\s*[:：]\s*"
    r"|^[記记]者\s*(?=[一-鿿]{2,4}$)|^(?:作者|撰文|撰稿|撰稿人|記者|记者|採訪|采访|文字|文|報導者|特約記者|責任編輯)\s*[:：／/|｜\s]\s*",
    re.IGNORECASE,
)
_HONORIFIC: Final = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|amb|ambassador|sir|hon)\.?\s+(?=[A-Z])", re.IGNORECASE)
_DEGREE: Final = re.compile(r",?\s+(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?A\.?|J\.?D\.?|Esq\.?|MBA|MSc|BSc|DPhil)$")
_HAN_OFFICE: Final = re.compile(
    r"(?<=[一-鿿]{2})\s*(?:教授|博士|副教授|助理教授|研究員|研究员|律師|先生|女士|記者|记者|編譯)$"
)
_JOINED: Final = re.compile(
    r"\s*(?:[;；、|｜／]|(?<=[一-鿿])\s*/\s*(?=[一-鿿])|\s&\s|\s+and\s+|\s與\s|\s和\s|\s及\s)\s*", re.IGNORECASE
)
_COMMAS: Final = re.compile(r"\s*[,，]\s*")
_ROMANISED: Final = re.compile(r"^([一-鿿]{2,4})\s*[（(]([A-Za-z][A-Za-z .,'’-]+)[)）]$")
_OFFICE: Final = re.compile(
    r"\b(?:fellow|director|analyst|editor|correspondent|reporter|professor|president|chair|manager|staff|writer|research"
    r"|researcher|associate|assistant|intern|columnist|contributor|expert|advis[eo]r|officer|scholar|journalist|lecturer)s?\b",
    re.IGNORECASE,
)
"""What somebody is, where a list of names has it behind each."""
_NAME_WORDS: Final = 4


def read_people(texts: Iterable[str], *, spoken: bool = True) -> tuple[Name, ...]:
    """Read names, in the order of the page, each once; accounts, placeholders and addresses are left out.

    `spoken` names stand as they are spoken (`Jane Doe, John Roe`); others `Family, Given`, one a text.
    """
    found: dict[tuple[str, ...], Name] = {}
    for text in texts:
        for piece in _pieces(plain(text), spoken=spoken):
            name = _read(piece)
            # 「聯合報／記者陳大文／台北報導」: beside a reporter stands the paper.
            is_paper = name is not None and bool(name.literal) and re.search("[記记]者", text) is not None
            if name is not None and not is_paper:
                found.setdefault((name.family, name.given, name.suffix, name.literal), name)
    return tuple(found.values())


def _pieces(text: str, *, spoken: bool) -> list[str]:
    text = _DEGREE.sub("", _BY.sub("", text.strip()).strip(" .·|")).strip()
    pieces = [piece for piece in _JOINED.split(text) if piece]
    # `Ministry of Health and Welfare`, `Save the Children and Partners`: bodies keep their `and`.
    if len(pieces) > 1 and not has_han(text) and any(_is_body(piece) or " " not in piece for piece in pieces):
        return [text]
    return [part for piece in pieces for part in _at_commas(piece, spoken=spoken)]


def _at_commas(piece: str, *, spoken: bool) -> list[str]:
    """Split a list at its commas, but not `Family, Given`, `Jane Doe, Ph.D.` and bodies."""
    parts = [part for part in _COMMAS.split(piece) if part]
    if len(parts) < 2 or _is_body(piece):
        return [piece]
    if all(is_han(part) for part in parts):
        return parts
    several = all(2 <= len(part.split()) <= _NAME_WORDS for part in parts)
    return parts if spoken and several else [piece]


def _read(text: str) -> Name | None:
    text = _HONORIFIC.sub("", _BY.sub("", text.strip(" ,，.·|-–—").strip()))
    text = _HAN_OFFICE.sub("", _DEGREE.sub("", text)).strip()
    match = _ROMANISED.match(text)
    text = match[1] if match else text
    if is_nobody(text) or len(text) > 150 or (_OFFICE.search(text) and not has_han(text) and not _is_body(text)):
        return None
    if text.isupper() and text.isascii() and 2 <= len(text.split()) <= 3 and not is_western_institution(text):
        text = text.title()
    name = read_name(text, _silent, spoken=True)
    # A single word is no person's whole name in a byline.
    return Name(literal=name.family) if name.family and not name.given else name


def is_body(name: Name) -> bool:
    """Tell the name of an institution from a person's."""
    return bool(name.literal) and _is_body(name.literal)


def _is_body(text: str) -> bool:
    return is_institution(re.sub(r"\s+", "", text)) if has_han(text) else is_western_institution(text)


def _silent(_code: str, _message: str) -> None:
    """Pass over what a reader of files would report."""
