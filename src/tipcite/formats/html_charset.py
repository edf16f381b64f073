"""The octets of a web page → its text.

Order: (1) a byte order mark, (2) what the header and `<meta>` declare, unless the octets disprove it, (3) UTF-8,
(4) Western letters, Big5 or GBK by what the text looks like.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from tipcite.formats.charset_guess import guess_chinese

_SNIFFED: Final = 4096
"""HTML's algorithm looks at 1024 bytes; Taiwanese government pages open with longer comments."""
_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)

# Labels are those of the Encoding Standard; the supersets are what browsers decode with.
_SUPERSETS: Final = {
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_CHINESE: Final = {"big5hkscs": "cp950", "gb18030": "gb18030"}
"""By what the guess calls them."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ACCENTED: Final = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?=[a-z\s.,;:!?)<])")
_GUESSES: Final = ("utf-8", "big5hkscs", "gb18030")
# The most frequent characters of running text in both scripts, and of titles of pages.
_FREQUENT: Final = frozenset(
    "的一是不在人有了大中國国為为上年和地以個个會会學学時时生業业發发問问題题報报告研究頁页網网站首新聞闻公司"
    "資资料訊讯政府行法院民文化教育社系統统部與与及於于我們们這这他來来到說说要就出也得自之對对所"
)
_DAMAGED_SHARE: Final = 0.02
"""So many of the characters beyond ASCII may be damaged before a declared charset is disbelieved."""


def decode_page(body: bytes, content_type: str) -> str:
    """Decode a page; octets that are nothing in its charset become U+FFFD."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    utf8 = _strict(body, "utf-8")
    declared = [name for name in (_header_charset(content_type), _meta_charset(body)) if name]
    for name in declared:
        # A wrong label is common, text that is valid UTF-8 by chance is not.
        if utf8 is not None and (name == "cp1252" or _strict(body, name) is None):
            return utf8
        if name == "cp1252" and (declared[-1] != "cp1252" or _guessed(body) is not None):
            continue  # Apache's old default says it of everything
        text = body.decode(name, "replace")
        if name in _CHINESE and not _is_western(body):
            likely = guess_chinese(body, declared=_CHINESE[name])
            return body.decode(_SUPERSETS[likely], "replace") if likely else text
        return (_guessed(body) or text) if _is_damaged(text) else text
    if utf8 is not None:
        return utf8
    return _guessed(body) or _most_plausible(body)


def _guessed(body: bytes) -> str | None:
    """Decode Big5 or GBK when the octets clearly are one of them."""
    if _is_western(body):
        return None
    name = guess_chinese(body)
    return body.decode(_SUPERSETS[name], "replace") if name else None


def _most_plausible(body: bytes) -> str:
    if _is_western(body):
        return body.decode("cp1252", "replace")
    return max((body.decode(name, "replace") for name in _GUESSES), key=_plausibility)


def _is_western(body: bytes) -> bool:
    """Tell whether the octets beyond ASCII stand alone between letters, as accented letters do."""
    beyond = len(re.findall(rb"[\x80-\xff]", body))
    return len(_ACCENTED.findall(body)) > 0.9 * beyond


def _is_damaged(text: str) -> bool:
    if "\ufffd" not in text:
        return False
    return text.count("\ufffd") > _DAMAGED_SHARE * sum(char > "\x7f" for char in text)


def _strict(body: bytes, name: str) -> str | None:
    """Decode without any fault; a character cut in two at the end is none."""
    try:
        return codecs.getincrementaldecoder(name)("strict").decode(body, final=False)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    frequent = sum(char in _FREQUENT for char in text)
    return frequent - 3 * text.count("\ufffd") - sum("\ue000" <= char <= "\uf8ff" for char in text)


def _header_charset(content_type: str) -> str:
    match = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", content_type, re.IGNORECASE)
    return _codec(match[1]) if match else ""


def _meta_charset(body: bytes) -> str:
    match = _META_CHARSET.search(body[:_SNIFFED])
    return _codec(match[1].decode("ascii", "replace")) if match else ""


def _codec(label: str) -> str:
    """Return Python's name for the superset that browsers use for a label, "" for an unknown one."""
    try:
        name = codecs.lookup(label.strip().lower().removeprefix("x-")).name
    except LookupError:
        return ""
    # A `<meta>` that could be read is not in UTF-16, whatever it says (HTML, 13.2.3.2).
    return "utf-8" if name.startswith("utf-16") else _SUPERSETS.get(name, name)
