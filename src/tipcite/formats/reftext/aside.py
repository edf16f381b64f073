"""Text around a list that is no reference: the article's last paragraph, notes about its history and its authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tipcite.formats.reftext.begins import LIKELY, POSSIBLE, SURE, strength
from tipcite.formats.reftext.headings import is_heading
from tipcite.formats.reftext.lines import Line
from tipcite.formats.reftext.scan import han_share

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_NOTE: Final = re.compile(
    r"[\s*＊※†【\[（(〔■●◆#]*(?:收稿日?期?|收到日期|投稿日?期?|接受(?:刊登)?日?期?|通過日?期?|通过日期|"
    r"修[回改訂订][稿日]?日?期?|審查通過|刊登日期|採用日期|录用日期|"
    r"責任編輯|责任编辑|責任校對|责任校对|特約編輯|基金[項项]目|作者[简簡]介|作者介[紹绍]|作者單位|"
    r"作者单位|作者資料|關於作者|关于作者|通[訊讯信]作者|通信地址|聯絡作者|"
    r"第一作者|致[謝谢]|誌謝|志谢|謝辭|附[錄录][一二三四五六七八九十\dA-Z]?|編輯部收到|"
    r"英文摘要|利益衝突|利益冲突)"
    r"(?=[\s:：、】\]）)〕，,。（(\d民]|$)"
    r"|[\s*†\[(#]*(?:(?:About|Notes? on) the (?:authors?|contributors?|editors?)\b|"
    r"Notes? on contributors?\b|Authors?[’'`]? (?:biograph|bio|note|information|contribution)"
    r"|Biographical (?:note|sketch)|Authors? and affiliations?|Contributors?:?$|"
    r"Acknowledge?ments?\b(?!.*\(\d{4})|Funding(?:[:.]|$)|Declaration of |Conflicts? of interest"
    r"|Disclosure statement|Data availability|Corresponding author|Supplementa(?:ry|l) (?:material|data)|"
    r"ORCID(?:[:\s]|$)|Appendix(?:\s[A-Z\d])?(?:[:.]|$)|Open Access This article"
    r"|(?:Manuscript|Article|Paper|Final version)?\s?(?:first )?(?:[Rr]eceived|[Ss]ubmitted|[Rr]evised|"
    r"[Aa]ccepted)(?: for publication| in revised form)?(?: on)?(?:[:：]|,?\s\d{1,2}\s"
    rf"{_MONTH}|,?\s{_MONTH}\s\d|;\s)|Manuscript (?:received|submitted|accepted|history)"
    r"|(?:Received|Submitted):?\s)",
)
_BIO_HAN: Final = re.compile(
    r"[\u3400-\u9fff·]{2,10}\s?[（(，,]\s?(?:\d{4}\s?[年]?(?:\d{1,2}月)?\s?[-–—－~]\s?[)）]?|"
    r"\d{4}年?(?:\d+月)?生|男|女|現[任職為为]|现[任为]|國立|国立).{0,80}?(?:教授|博士|研究員|研究员|講師|"
    r"讲师|學者|研究生|工程师|主任|院長|院长|候選人|候选人|助理|研究方向|人[,，。])"
)
_BIO: Final = re.compile(
    r"(?:Dr\.? |Prof(?:essor|\.) )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,3} (?:\([^()]{2,60}\) )?(?:is|was|"
    r"has|holds|received|earned|serves|works|teaches|lectures|researches|specialises|specializes|obtained|"
    r"completed)\s"
)
_HAN_PROSE: Final = re.compile(
    r"本文|本研究|我們|我们|筆者|笔者|因此|綜上|综上|總之|总之|可見|可见|由此|此外|然而|亦即|上述|"
    r"研究發現|研究发现|建議|建议|未來|未来|應當|应当|以及|但是|必須|必须|有待"
)
_PROSE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|can|could|may|might|must|this|these|we|our|it|"
    r"they|that|which|however|therefore|thus|finally|not|been|be)\b",
    re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """Tell whether a line begins a note about the article or its authors: 收稿日期, About the author."""
    return bool(_NOTE.match(text)) and len(text) < 2000


def without_notes(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """Part lines into the list's and notes; a note goes on until a heading or what surely begins an entry."""
    kept: list[Line] = []
    notes: list[list[Line]] = []
    open_note = False
    for place, line in enumerate(lines):
        if not line.marked and is_note(line.text):
            notes.append([line])
            open_note = True
            continue
        if open_note and not _ends_note(lines, place):
            notes[-1].append(line)
            continue
        open_note = False
        kept.append(line)
    return kept, notes


def _ends_note(lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    if line.marked or is_heading(line.text):
        return True
    text = " ".join(one.text for one in lines[place : place + 3])
    return strength(text) >= SURE and not is_biography(text)


def is_biography(text: str) -> bool:
    """Tell whether a text presents an author: a year of birth, a post."""
    return bool(_BIO_HAN.match(text) or _BIO.match(text))


def is_prose(text: str) -> bool:
    """Tell whether a paragraph is running text rather than a reference; short ones are given the benefit."""
    if is_biography(text):
        return True
    rate = strength(text)
    if rate >= LIKELY:
        return False
    if han_share(text[:400]) >= 0.4:
        particles = len(_HAN_PROSE.findall(text)) + text.count("的") // 2
        return (
            len(text) >= 24
            and particles >= (2 if rate < POSSIBLE else 4)
            and "《" not in text[:12]
            and "〈" not in text[:12]
        )
    words = text.split()
    signs = len(_PROSE.findall(text))
    return len(words) >= 12 and signs >= max(3 if rate < POSSIBLE else 4, len(words) // 14)
