"""What the way to an answer tells: where redirects lead, compared with what was cited.

Order: (1) sellers of domains, (2) tests for browsers and logins, (3) addresses that name an error, (4) front pages,
(5) searches. A way that leads to a list, or up in the tree, is only doubtful.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote

from tipcite.links.hosts import bare, is_challenge, is_login, is_parking, split
from tipcite.model import Verdict, Why
from tipcite.net import Answer

_HOME: Final = re.compile(
    r"(?:(?:index|default|home|homepage|main|welcome|portal|start|top|front|frontpage)(?:\.\w{2,6})?|mp(?:-\d+)?\.\w{2,5}"
    r"|(?:en|zh|tw|cn|hk|ja|jp|ko|kr|fr|de|es|pt|ru|it|nl|vi|th|id|my|sc|tc|us|uk|eu|sg|mo)(?:[-_]?(?:[a-z]{2}|han[st]))?"
    r"|(?:zh|zh[-_]?)?(?:hant|hans)|cht|chs|chi|cmn|eng|english|chinese|big5|gb|gb2312|utf-?8|traditional|simplified|mobile|m|"
    r"web|www|pc|page|pages|site|public|wps|portal|\u9996\u9801|\u9996\u9875|\u4e3b\u9875|\u4e3b\u9801)",
    re.IGNORECASE,
)
# What names nothing but front pages, and languages; `/page`, `/start` and `/utf8` may as well be articles.
_SURELY_HOME: Final = re.compile(
    r"(?:index|default|home|homepage|main|welcome|portal|frontpage|mp(?:-\d+)?)\.\w{2,6}|index|home|homepage|portal"
    r"|(?:en|zh|tw|cn|hk|ja|jp|ko|kr|fr|de|es)(?:[-_](?:[a-z]{2}|han[st]))?|(?:zh|zh[-_]?)?(?:hant|hans)|cht|chs|eng|english"
    r"|chinese|mobile|wps|\u9996\u9801|\u9996\u9875|\u4e3b\u9875|\u4e3b\u9801",
    re.IGNORECASE,
)
# Parameters of a front page's address that choose no content.
_IDLE: Final = re.compile(
    r"(?:lang(?:uage)?|locale|hl|l|lng|mp|utm_\w+|ref(?:erer|errer)?|from|src|source|redirect\w*|error\w*|err\w*|msg|message|"
    r"notfound|not_found|404|status|url|return\w*|back\w*|next|session\w*|jsessionid|phpsessid|sid|_ga|fbclid|gclid|mobile|m|"
    r"device|theme|v|ver|t|ts|rnd|_)$",
    re.IGNORECASE,
)
_OF_LANGUAGE: Final = re.compile(
    r"(?:lang(?:uage)?|locale|hl|l|lng|utm_\w+|ref|fbclid|gclid|_ga|mobile)$", re.IGNORECASE
)
_ERROR: Final = re.compile(
    r"(?:(?:error|err|http|page|status)?[-_]?(?:404|410)(?:[-_]?(?:error|page|not[-_]?found|notfound|err))?"
    r"|(?:(?:page|file|article|content|news|custom|generic|general|site|http|system|app|sys|common|user|my|show)[-_]?)?"
    r"(?:not?[-_]?found|errors?|error[-_]?pages?|err|errmsg|error[-_]?msg|not[-_]?exists?|no[-_]?page|missing|unavailable|"
    r"not[-_]?available|no[-_]?data|deleted|removed|oops|expired|invalid|offline|gone)"
    r"|custom[-_]?errors?)(?:\.\w{2,5})?",
    re.IGNORECASE,
)
_404: Final = re.compile(
    r"(?:error|err|http|page)?[-_]?404(?:[-_]?(?:error|page|not[-_]?found))?(?:\.\w{2,5})?", re.IGNORECASE
)
_FAILING: Final = re.compile(
    r"(?:error[-_]?|err[-_]?|http[-_]?)?50[0-4](?:\.\w{2,5})?|(?:maintenance|maintain|busy|repair|temporarily[-_]?unavailable|"
    r"server[-_]?error|overload|weihu|sorry)(?:\.\w{2,5})?",
    re.IGNORECASE,
)
_REFUSED: Final = re.compile(
    r"(?:error[-_]?|err[-_]?)?40[13](?:\.\w{2,5})?|(?:forbidden|denied|access[-_]?denied|unauthorized|no[-_]?auth|no[-_]?access|"
    r"no[-_]?permission|permission[-_]?denied|blocked|geo[-_]?block\w*|not[-_]?authorized)(?:\.\w{2,5})?",
    re.IGNORECASE,
)
_CHALLENGE: Final = re.compile(
    r"(?:re)?captcha\w*|challenge\w*|anti[-_]?(?:spider|crawl|bot|robot)\w*|verify(?:[-_]?(?:human|bot|code|robot|user))?|"
    r"distil_\w+|_incapsula_resource|robot[-_]?check|validate[-_]?\w*|human[-_]?verification|cookie[-_]?absent|"
    r"cookies?[-_]?(?:required|disabled|check)|unsupported[-_]?browser|are[-_]?you[-_]?(?:human|a[-_]?robot)|wafblock\w*",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(
    r"(?:(?:member|user|users|account|accounts|wp|customer|my|sys|system|admin|reader|front|sso)[-_]?)?"
    r"(?:log[-_]?in|log[-_]?on|sign[-_]?in|sso|authenticate|authentication|shibboleth|saml2?|openid|oauth2?|cas|adfs|denglu|"
    r"weblogin|userlogin|passport|need[-_]?login|auth)(?:[-_]?(?:page|form))?(?:\.\w{2,5})?",
    re.IGNORECASE,
)
_SEARCH: Final = re.compile(
    r"(?:(?:site|web|adv(?:anced)?|full|quick|google|page|news)[-_]?)?(?:search(?:[-_]?(?:results?|page|list))?|searchresults?|"
    r"sousuo|\u641c\u5c0b|\u641c\u7d22|\u67e5\u8a62)(?:\.\w{2,5})?",
    re.IGNORECASE,
)
_SOUGHT: Final = frozenset("q s query keyword keywords kw search searchword term terms text wd words k key".split())
"""Parameters that hold what is searched for."""
# Words that pages may also be about: `/docs/errors`, `/travel/passport`.
_COMMON: Final = re.compile(
    r"errors?|err|missing|unavailable|deleted|removed|oops|expired|invalid|offline|gone|authenticat\w+|auth|passport|sso|openid|"
    r"oauth2?|saml2?|shibboleth|cas|adfs|challenges?|captcha|verify|maintenance|maintain|busy|repair|sorry|overload|forbidden|"
    r"denied|unauthorized|blocked",
    re.IGNORECASE,
)
_LIST: Final = re.compile(
    r"(?:list\w*|index|category|categories|archives?|all|news|articles?|posts?|latest|overview|browse|sitemap|topics?|"
    r"more|default|home|events?|publications?)(?:\.\w{2,5})?",
    re.IGNORECASE,
)
# Other forms of one and the same work: the way from them up is no loss.
_FORM: Final = re.compile(
    r"(?:pdf|full|fulltext|full-text|abstract|abs|amp|print|html?|view|viewer|download|epub|text|m|mobile|summary|detail|"
    r"index|default|home|main|welcome)(?:\.\w{2,5})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaySign:
    """What the way to an answer means; one that is not `sure` needs a witness."""

    verdict: Verdict
    why: Why
    said: str
    sure: bool = True
    is_common: bool = False
    """The word that tells it may also be what a page is about."""


def sign_of_way(address: str, answer: Answer) -> WaySign | None:
    """Say what the redirects from a cited address mean, None when they mean nothing."""
    if not answer.chain:
        return None
    cited, final = split(address), split(answer.url)
    return _elsewhere(cited, final, answer) or _named(cited, final) or _home_or_list(cited, final)


def is_home(parts: SplitResult, *, cited: bool = False) -> bool:
    """Tell the address of a front page, in any language; a `cited` one may choose no more than the language."""
    idle = _OF_LANGUAGE if cited else _IDLE
    return is_front_path(parts) and all(idle.match(name) for name, _ in _parameters(parts))


def is_front_path(parts: SplitResult) -> bool:
    """Tell the path of a front page."""
    segments = _segments(parts)
    return len(segments) <= 3 and all(_HOME.fullmatch(segment) for segment in segments)


def _elsewhere(cited: SplitResult, final: SplitResult, answer: Answer) -> WaySign | None:
    """Judge by hosts."""
    host, own = final.hostname or "", cited.hostname or ""
    passed = [split(hop.url).hostname or "" for hop in answer.chain[1:]]
    if any(is_parking(other, cited=own) for other in (*passed, host)):
        return WaySign(verdict=Verdict.DEAD, why=Why.PARKED, said=f"redirected to {host}")
    if is_challenge(host) and not is_challenge(own):
        return WaySign(verdict=Verdict.BLOCKED, why=Why.BOT_CHALLENGE, said=f"redirected to {host}")
    if is_login(host) and host != own:
        return WaySign(verdict=Verdict.BLOCKED, why=Why.LOGIN, said=f"redirected to {host}")
    return None


_NAMED: Final = (
    (_CHALLENGE, Verdict.BLOCKED, Why.BOT_CHALLENGE, 2),
    (_LOGIN, Verdict.BLOCKED, Why.LOGIN, 3),
    (_FAILING, Verdict.TRANSIENT, Why.HTTP_5XX, 2),
    (_REFUSED, Verdict.BLOCKED, Why.HTTP_403, 2),
    (_ERROR, Verdict.DEAD, Why.SOFT404_REDIRECT, 2),
)
"""What the last segments of a path may name, the verdict and reason of each, and how many segments are looked at."""


def _named(cited: SplitResult, final: SplitResult) -> WaySign | None:
    """Judge by what the final path names, unless the cited one names it too."""
    segments, own = _segments(final), _segments(cited)
    if any(map(_404.fullmatch, segments[-2:])) and not any(map(_404.fullmatch, own)):
        return WaySign(verdict=Verdict.DEAD, why=Why.SOFT404_REDIRECT, said=f"redirected to {_shown(final)}")
    if _names_error(final) and not _names_error(cited):
        return WaySign(verdict=Verdict.DEAD, why=Why.SOFT404_REDIRECT, said=f"redirected to {_shown(final)}")
    if _names_login(final) and not _names_login(cited):
        return WaySign(verdict=Verdict.BLOCKED, why=Why.LOGIN, said=f"redirected to {_shown(final)}")
    for pattern, verdict, why, depth in _NAMED:
        if any(map(pattern.fullmatch, own)):
            continue
        found = [segment for segment in segments[-depth:] if pattern.fullmatch(segment)]
        if found:
            is_common = all(map(_COMMON.fullmatch, found))
            return WaySign(verdict=verdict, why=why, said=f"redirected to {_shown(final)}", is_common=is_common)
    return None


def _names_login(parts: SplitResult) -> bool:
    """Tell a query that names the login: Discuz's `mod=logging&action=login`."""
    return any(
        re.fullmatch(r"(?:[\w/]*/)?(?:login|logging|signin|sign-in|logon)", value.lower())
        for _, value in _parameters(parts)
    )


def _names_error(parts: SplitResult) -> bool:
    """Tell a query that names the error: ASP.NET's `aspxerrorpath`, `?error=404`."""
    return any(
        name.lower() == "aspxerrorpath" or re.fullmatch(r"(?:[\w/]*/)?(?:404|410|not[-_]?found)", value.lower())
        for name, value in _parameters(parts)
    )


def _home_or_list(cited: SplitResult, final: SplitResult) -> WaySign | None:
    if is_home(cited, cited=True):
        return None
    if is_home(final):
        if _has_own_domain(cited, final):
            return None
        sure = all(map(_SURELY_HOME.fullmatch, _segments(final)))
        return WaySign(verdict=Verdict.DEAD, why=Why.SOFT404_HOME, said="redirected to a front page", sure=sure)
    if is_search(final) and not is_search(cited):
        return WaySign(verdict=Verdict.DEAD, why=Why.SOFT404_REDIRECT, said=f"redirected to {_shown(final)}")
    if _leads_up(cited, final):
        return WaySign(
            verdict=Verdict.DEAD, why=Why.SOFT404_REDIRECT, said=f"redirected to {_shown(final)}", sure=False
        )
    return None


def _has_own_domain(cited: SplitResult, final: SplitResult) -> bool:
    """Tell a section that got a host of its own: `example.org/journal/` → `journal.example.org/`."""
    segments = [segment for segment in _segments(cited) if not _HOME.fullmatch(segment)]
    if len(segments) != 1 or cited.query or bare(cited.hostname or "") == bare(final.hostname or ""):
        return False
    name = re.sub(r"\W", "", segments[0].removeprefix("~")).lower()
    return len(name) > 1 and name in re.sub(r"\W", "", final.hostname or "")


def is_search(parts: SplitResult) -> bool:
    """Tell a search, by its path or by what it is asked."""
    if any(map(_SEARCH.fullmatch, _segments(parts)[-2:])):
        return True
    return is_front_path(parts) and any(name.lower() in _SOUGHT for name, _ in _parameters(parts))


def _leads_up(cited: SplitResult, final: SplitResult) -> bool:
    """Tell a way up in the tree, or to a list, that may be a loss."""
    own, other = _segments(cited), _segments(final)
    if not own or _FORM.fullmatch(own[-1]):
        return False
    is_up = (
        bare(cited.hostname or "") == bare(final.hostname or "")
        and other == own[: len(other)]
        and len(other) < len(own)
    )
    is_list = bool(other) and _LIST.fullmatch(other[-1]) is not None and _LIST.fullmatch(own[-1]) is None
    return is_up or (is_list and not final.query)


def _segments(parts: SplitResult) -> list[str]:
    path = re.sub(r";[^/]*", "", unquote(parts.path))  # `;jsessionid=…`
    return [segment for segment in path.split("/") if segment]


def _parameters(parts: SplitResult) -> list[tuple[str, str]]:
    return parse_qsl(parts.query, keep_blank_values=True)[:40] if parts.query.count("&") < 200 else []


def _shown(parts: SplitResult) -> str:
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
