"""Bytes to text: which encoding a file is in, decided without asking where that is certain.

1. What is no text is refused by name (PDF, PNG, a Word file).
2. A byte order mark, or zero bytes in every second place, say UTF-16; else UTF-8 is tried, which is never right by
   chance.
3. Big5, GB 18030, Windows-1252 and the rest are told apart by how usual the characters are that they would give.
4. Line ends become line feeds; zero bytes are taken out and reported.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from tipcite.errors import ReadError
from tipcite.formats.charset_guess import guess_encoding
from tipcite.model import Problem, Severity

# First bytes of files that are taken for text by mistake; the longer form comes first.
_MAGIC: Final = (
    (b"%PDF-", "a PDF", "add the work with 'tipcite add', which looks into the file, or by its DOI"),
    (b"\x89PNG", "a PNG image", "a picture holds no references"),
    (b"\xff\xd8\xff", "a JPEG image", "a picture holds no references"),
    (b"GIF8", "a GIF image", "a picture holds no references"),
    (b"\xd0\xcf\x11\xe0", "an old Office (.doc, .xls)", "save the document as .docx first"),
    (b"{\\rtf", "an RTF", "open it in a word processor and save it as .docx first"),
    (b"\x1f\x8b", "a gzip", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip", "unpack it first"),
    (b"Rar!", "a RAR", "unpack it first"),
    (b"BZh", "a bzip2", "unpack it first"),
    (b"\xfd7zXZ", "an xz", "unpack it first"),
    (b"SQLite format 3", "an SQLite", "export its references as CSL-JSON or BibTeX first"),
    (b"\x7fELF", "a program", "name the file that holds the references"),
    (b"MZ\x90\x00", "a program", "name the file that holds the references"),
)
_ZIP: Final = b"PK\x03\x04"
# What lies in a ZIP file tells what it is; a name near the beginning or in the list at the end.
_ZIPPED: Final = (
    (b"word/document", "a Word", "read it with 'tipcite import'"),
    (b"opendocument", "an OpenDocument (.odt)", "save it as .docx first"),
    (b"xl/workbook", "an Excel", "save the sheet as a list of references, or export them from where they came"),
    (b"ppt/presentation", "a PowerPoint", "copy the list of references into a text file"),
    (b"epub+zip", "an EPUB", "add the book by its ISBN"),
    (b"", "a ZIP", "unpack it first"),
)
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What people call the encodings whose names in Python say little.
_PLAIN_NAMES: Final = {
    "cp950": "Big5 (cp950)",
    "big5hkscs": "Big5 (HKSCS)",
    "gb18030": "GBK (GB 18030)",
    "gbk": "GBK",
    "cp1252": "Windows-1252",
}
_CONTROL: Final = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ZERO: Final = re.compile("\0+")
_DAMAGED: Final = "\ufffd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text with line feeds as line ends, the encoding it was in, and what was not plain about it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """Turn a file's bytes into text.

    Raises:
        ReadError: the bytes are no text; the message says what they are.
    """
    if data.startswith(_ZIP):
        kind, advice = next((kind, advice) for mark, kind, advice in _ZIPPED if mark in data[:2000] + data[-100_000:])
        raise ReadError(f"this is {kind} file, not text; {advice}")
    for magic, kind, advice in _MAGIC:
        if data.startswith(magic):
            raise ReadError(f"this is {kind} file, not text; {advice}")
    text, encoding, problems = _decode_known(data) or _decode_guessed(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        problems = (*problems, _zero_problem(text))
        text = _ZERO.sub("", text)
    return Decoded(text=text, encoding=encoding, problems=problems)


def _decode_known(data: bytes) -> tuple[str, str, tuple[Problem, ...]] | None:
    """Decode what a byte order mark, zero bytes or valid UTF-8 give away; None when nothing does."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_or_replace(data[len(mark) :], encoding)
    zeros = data.count(b"\0")
    text = _decode_without_mark(data, zeros) if zeros * 12 > len(data) else None
    if text is not None:
        return text
    if (zeros + len(_CONTROL.findall(data))) * 20 > len(data) + 60:
        raise ReadError("this is a binary file, not text; name the file that holds the references")
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return None


def _decode_without_mark(data: bytes, zeros: int) -> tuple[str, str, tuple[Problem, ...]] | None:
    """Decode UTF-16 that has no byte order mark: its zero bytes stand in every second place."""
    behind = data[1::2].count(b"\0")
    if len(data) % 2 or max(behind, zeros - behind) * 20 < zeros * 19:
        return None
    encoding = "utf-16-le" if behind * 2 > zeros else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text or "\x01" in text else (text, encoding, (_guess_note(encoding),))


def _decode_or_replace(data: bytes, encoding: str) -> tuple[str, str, tuple[Problem, ...]]:
    text = data.decode(encoding, errors="replace")
    problems = (_damage_problem(text, encoding),) if _is_damaged(data, encoding) else ()
    return text, encoding, problems


def _decode_guessed(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    damaged = data.decode("utf-8", errors="replace")
    errors = damaged.count(_DAMAGED)
    if sum(char > "\x7f" for char in damaged) > 10 * errors:
        # Ten good multi-byte sequences for each bad one do not come about by chance.
        return damaged, "utf-8", (_damage_problem(damaged, "utf-8"),)
    encoding = guess_encoding(data)
    text = data.decode(encoding, errors="replace")
    damage = (_damage_problem(text, encoding),) if _is_damaged(data, encoding) else ()
    return text, encoding, (_guess_note(encoding), *damage)


def _is_damaged(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return True
    return False


def _guess_note(encoding: str) -> Problem:
    return Problem(
        severity=Severity.NOTE,
        code="encoding",
        message=f"the text is not in UTF-8; it was read as {_PLAIN_NAMES.get(encoding, encoding)}, guessed from its "
        "characters; save it as UTF-8 to be sure",
        line=1,
        column=1,
    )


def _damage_problem(text: str, encoding: str) -> Problem:
    line, column = _place(text, text.find(_DAMAGED))
    return Problem(
        severity=Severity.WARNING,
        code="encoding-damage",
        message=f"{text.count(_DAMAGED)} characters are no valid {encoding} and were replaced by {_DAMAGED!r}; "
        "correct them in the file",
        line=line,
        column=column,
    )


def _zero_problem(text: str) -> Problem:
    line, column = _place(text, text.find("\0"))
    return Problem(
        severity=Severity.WARNING,
        code="zero-byte",
        message=f"{text.count(chr(0))} zero bytes were taken out; see whether anything is missing around them",
        line=line,
        column=column,
    )


def _place(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
