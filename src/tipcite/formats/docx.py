"""Word documents, read only: the citations of Zotero, Mendeley and EndNote, else the reference list as it is typed.

The places of what is found are numbers of paragraphs, for a document has no lines.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tipcite.errors import ReadError
from tipcite.formats.docx_citations import has_citations, read_citations
from tipcite.formats.docx_parts import DocxParts, Paragraph, is_docx, read_parts
from tipcite.formats.findings import Findings
from tipcite.model import Reading

__all__ = ["is_docx", "read_docx"]

_NUMBER: Final = r"[\s\d.．、()（）一二三四五六七八九十壹貳參叁肆伍陸柒捌玖拾IVXivx第章節节]*"
_HEADING: Final = re.compile(
    rf"{_NUMBER}(?:"
    r"(?:主要|重要)?(?:參考|参考|引用|徵引|征引)(?:文獻|文献|書目|书目|資料|资料|著作)(?:目錄|目录|一覽|一览)?"
    r"|(?:參考|参考)(?:文獻|文献)(?:與|与|及)(?:註釋|注释)|書目|书目"
    r"|references?(?:\s+list|\s+cited)?|list\s+of\s+references|bibliography|works\s+(?:cited|consulted)"
    r"|literature(?:\s+cited)?|cited\s+literature|sources"
    r")(?:\s*[（(/／]?\s*(?:references?|bibliography|works\s+cited|參考文獻|参考文献)\s*[)）]?)?\s*[:：]?\s*",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    rf"{_NUMBER}(?:(?:附錄|附录|附件|附表|謝誌|致謝|致谢|作者簡介|作者简介|註釋|注释)[^，。,.]{{0,30}}|"
    r"(?:appendi(?:x|ces)|acknowledge?ments?|about\s+the\s+authors?|notes|tables?|figures?)\b[^,]{0,60})",
    re.IGNORECASE,
)
_STYLE: Final = re.compile(r"(?:heading|標題|标题|berschrift|titre)?\s*(\d)$", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|民國|民国")
_LONGEST: Final = 1_200


def read_docx(data: bytes) -> Reading:
    """Read a document's citations, or, where no plug-in left any, its reference list.

    Raises:
        ReadError: it is no Word document or broken, or there are neither.
    """
    parts = read_parts(data)
    if not has_citations(parts):
        return _read_list(parts)
    found = Findings()
    read_citations(parts, found)
    return found.reading()


def _read_list(parts: DocxParts) -> Reading:
    from tipcite.formats.reftext import read_reference_list

    listed = _listed(parts)
    if not listed:
        raise ReadError(
            "there are no citations of Zotero, Mendeley or EndNote in this document, and no heading such as 參考文獻 "
            "or References above a list; copy the list into a text file"
        )
    numbers: list[int] = []
    lines: list[str] = []
    for paragraph in listed:
        for line in paragraph.text.split("\n"):
            numbers.append(paragraph.number)
            lines.append(line)
    reading = read_reference_list("\n".join(lines))

    def number(line: int) -> int:
        return numbers[min(line, len(numbers)) - 1] if line else 0

    return Reading(
        items=reading.items,
        lines=tuple(map(number, reading.lines)),
        failed=tuple(replace(one, line=number(one.line)) for one in reading.failed),
        problems=tuple(replace(one, line=number(one.line)) for one in reading.problems),
    )


def _listed(parts: DocxParts) -> list[Paragraph]:
    """Return the paragraphs of the reference list: those behind its heading, up to the next of its rank."""
    body = [paragraph for paragraph in parts.paragraphs if not paragraph.is_note]
    starts = [at for at, paragraph in enumerate(body) if _is_heading(paragraph)]
    # The last one: a table of contents names it, too.
    for start in reversed(starts):
        listed = _behind(body, start)
        if any(_YEAR.search(paragraph.text) for paragraph in listed):
            return listed
    said = [paragraph for paragraph in body if paragraph.text.strip()]
    return said if not starts and _is_all_list(said) else []


def _behind(body: list[Paragraph], start: int) -> list[Paragraph]:
    rank = _rank(body[start])
    listed: list[Paragraph] = []
    for paragraph in body[start + 1 :]:
        text = paragraph.text.strip()
        own = _rank(paragraph)
        if (own and own <= (rank or 9) and not _is_heading(paragraph)) or _NEXT.fullmatch(text):
            break
        listed.append(paragraph)
    return listed


def _is_heading(paragraph: Paragraph) -> bool:
    return len(paragraph.text) < 60 and _HEADING.fullmatch(paragraph.text.strip()) is not None


def _rank(paragraph: Paragraph) -> int:
    """Return the level of a heading, 0 for running text; Word writes `Heading1`, in Chinese `1`."""
    match = _STYLE.fullmatch(paragraph.style)
    return int(match[1]) if match and len(paragraph.text) < 80 else 0


def _is_all_list(said: list[Paragraph]) -> bool:
    """Tell whether a document is nothing but a list: nearly every paragraph has a year, and none is long."""
    dated = sum(bool(_YEAR.search(paragraph.text)) for paragraph in said)
    return bool(said) and dated * 5 >= len(said) * 4 and all(len(paragraph.text) < _LONGEST for paragraph in said)
