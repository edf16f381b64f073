"""The title of a page's work: without the site's name, whole, and not what stands in a title's place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from tipcite.formats.html import Page
from tipcite.formats.html_title import letters
from tipcite.formats.webpage.claims import Basis, Claim
from tipcite.formats.webpage.wording import is_no_title

_SEPARATOR: Final = re.compile(
    r"\s+[-–—|·•»«:：_>/~]+\s+|\s*(?:[|｜－│»]|——|::|_{1,2}(?=[^\W\d_a-z]))\s*"
    r"|(?<=[一-鿿])\s*-\s*(?=\S)|(?<=\S)-(?=[一-鿿])"  # 人口販運防制法-全國法規資料庫
)
_CUT: Final = re.compile(r"\s*(?:\.{3}|…)$")
_MOST_PARTS: Final = 5
_HEADINGS: Final = 5
_SECTIONS: Final = frozenset(
    """政治 社會 國際 兩岸 財經 產經 生活 地方 體育 運動 娛樂 科技 證券 文化 焦點 要聞 評論 全球 社會萬象 即時 新聞
    最新消息 新聞稿 国际 社会 财经 体育 娱乐 politics world opinion business society culture science health sport sports
    news asia china taiwan environment fishing us uk europe commentary analysis""".split()
)
_SITE_LIKE: Final = re.compile(
    r"(?:全球資訊網|全球信息网|資訊網|入口網|入口網站|官方網站|官網|新聞網|中文網|英文網|电子报|電子報|首頁|官方网站|新闻网"
    r"|\b(?:official (?:web)?site|home ?page))$",
    re.IGNORECASE,
)


def bare_title(title: str, *, names: Collection[str], headings: Iterable[str] = (), strip: Sequence[str] = ()) -> str:
    """Take the site's name, and what `strip` (regular expressions) says, off a title.

    `names` are the site's names. A heading of the page that the title begins with is the whole title; a last part that
    the heading lacks is the site's, whatever its name.
    """
    for pattern in strip:
        title = re.sub(pattern, "", title).strip()
    heads = [heading for heading in headings if heading and not is_name(heading, names)]
    for heading in heads:
        if heading != title and title.startswith(heading) and _SEPARATOR.match(title[len(heading) :]):
            return heading
    title = _without_names(title, names)
    rest, last = _last_part(title)
    if last and heads and letters(last) not in letters(heads[0]) and letters(rest) == letters(heads[0]):
        return rest
    return title


def _without_names(title: str, names: Collection[str]) -> str:
    """Take the site's names off both ends, and the sections of a newspaper before its name."""
    was_named = False
    for _ in range(_MOST_PARTS):
        rest, last = _last_part(title)
        if last and (is_site(last, names) or (was_named and last.lower() in _SECTIONS)):
            title, was_named = rest, True
            continue
        first, rest = _first_part(title)
        if first and is_site(first, names):
            title = rest
            continue
        break
    return title


def is_site(text: str, names: Collection[str]) -> bool:
    """Tell whether a part of a title is one of the site's names, or most of one, or little more than one."""
    said = letters(text)
    if not said:
        return False
    return looks_like_site(text) or any(
        said == name
        or (2 * len(said) >= len(name) and said in name)
        or (len(name) >= 3 and name in said and len(said) <= len(name) + 8)
        for name in map(letters, names)
        if name
    )


def looks_like_site(text: str) -> bool:
    """Tell by its words that a text names a site: 「行政院全球資訊網」, `Official Website`."""
    return _SITE_LIKE.search(text.strip()) is not None


def is_name(text: str, names: Collection[str]) -> bool:
    """Tell whether a text is one of the site's names and nothing else."""
    return letters(text) in set(map(letters, names))


def best_title(claims: Sequence[Claim], page: Page, *, names: Collection[str], strip: Sequence[str]) -> Claim | None:
    """Choose among claims that are in order of belief: the first that is a title; None when all are placeholders.

    A title that was cut (`…`) is the whole one of another claim that begins alike.
    """
    headings = page.structure.headings[:_HEADINGS]
    found: list[Claim] = []
    for claim in claims:
        sure = claim.basis in (Basis.HIGHWIRE, Basis.LABEL, Basis.COINS)
        text = claim.text if sure and not strip else bare_title(claim.text, names=names, headings=headings, strip=strip)
        if is_no_title(text) or (not sure and (is_name(text, names) or looks_like_site(text))):
            continue
        found.append(
            Claim(variable="title", value=text, basis=claim.basis, mark=claim.mark, confidence=claim.confidence)
        )
    if not found:
        return None
    best = found[0]
    if _CUT.search(best.text):
        begun = letters(_CUT.sub("", best.text))
        return next(
            (one for one in found[1:] if not _CUT.search(one.text) and letters(one.text).startswith(begun)), best
        )
    return best


def _last_part(title: str) -> tuple[str, str]:
    """Split at the last separator: what stands before it, and the part; ("", "") without one."""
    matches = list(_SEPARATOR.finditer(title))
    if not matches or matches[-1].start() == 0:
        return "", ""
    return title[: matches[-1].start()].strip(), title[matches[-1].end() :].strip()


def _first_part(title: str) -> tuple[str, str]:
    match = _SEPARATOR.search(title)
    return (title[: match.start()].strip(), title[match.end() :].strip()) if match and match.start() else ("", "")
