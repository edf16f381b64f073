# ruff: noqa: E501 - lists of words and long patterns stand as they are
"""Texts of pages made plain, and told from what templates and systems leave in their place."""

from __future__ import annotations

import html
import re
from typing import Final

_TAGS: Final = re.compile(r"</?(?:b|i|em|strong|span|br|p|sub|sup|u|font|a|div|h\d)\b[^<>]*>", re.IGNORECASE)
_UNSEEN: Final = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]")
_ESCAPED: Final = re.compile(r"&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});")

# Accounts and placeholders, not people; compared whole and in lower case.
_NOBODY: Final = frozenset(
    """admin administrator webadmin sysadmin webmaster root system superuser user users guest anonymous editor editors
    editorial staff author authors unknown null none undefined n/a na nil test demo default default_user manager
    moderator publisher contributor wordpress wpadmin siteadmin post by web www info contact seo dev developer
    匿名 佚名 不詳 未知 無 作者 編輯 小編 編輯部 管理員 管理者 系統管理員 系统管理员 網站管理員 网站管理员 管理员 超級使用者
    超级管理员 記者 记者 本站 本網 網站管理者 最高管理者 發布者 發佈者""".split()
) | {"super user", "site admin", "web admin", "web team", "the editors", "site administrator", "no author", "guest author",
     "staff writer", "staff writers", "staff reporter", "web editor", "content team", "system administrator"}  # fmt: skip
_ACCOUNT: Final = re.compile(r"(?=.*[\d_.])[a-z][a-z\d_.-]{2,30}|[a-z]{1,3}\d+|\d+|[\da-f]{8}-[\da-f-]{27,}", re.ASCII)
_DATELINE: Final = re.compile(r".*(?:報導|报道|專電|专电|外電|外电|電訊|编译|編譯)")
_ADDRESS: Final = re.compile(r"https?://|www\.|@[\w-]+\.|^@", re.IGNORECASE)
_MARKUP: Final = re.compile(r"\{\{|\}\}|<%|%>|\$\{|\[\[|%[a-z_]+%|\[object", re.IGNORECASE)

# What stands in place of a title, compared whole and in lower case.
_UNTITLED: Final = frozenset(
    """untitled home homepage index default document page title article detail details content contents post news blog main
    welcome loading... loading… loading null undefined none viewer print search login app website 首頁 首页 主頁 主页 無標題
    无标题 無標題文件 无标题文档 未命名 新聞內容 內容 内容 最新消息 消息 公告 詳細內容 文章 文章內容 网站 列印 友善列印
    載入中 加载中 歡迎 歡迎光臨 新聞""".split()
) | {"untitled document", "home page", "new page", "new page 1", "web page", "welcome page", "news detail", "article detail",
     "page title", "front page", "react app", "vite app", "vue app", "index of /"}  # fmt: skip


def plain(text: str) -> str:
    """Take markup, escapes (also double ones, `&amp;amp;`), invisible characters and runs of blanks out of a text."""
    for _ in range(3):
        if not _ESCAPED.search(text):
            break
        text = html.unescape(text)
    return " ".join(_UNSEEN.sub("", _TAGS.sub(" ", text) if "<" in text else text).split())


def is_nobody(text: str) -> bool:
    """Tell the name of an account, a placeholder or an address from that of an author."""
    name = text.strip(" .,:;-–—/|")
    if not name or len(name) > 200 or name.lower() in _NOBODY:
        return True
    patterns = (_ACCOUNT.fullmatch, _DATELINE.fullmatch, _ADDRESS.search, _MARKUP.search)
    return any(found(name) for found in patterns)


def is_no_title(text: str) -> bool:
    """Tell what stands in place of a title: nothing, a placeholder of the template, an address."""
    name = text.strip(" .,:;-–—/|")
    if not name or name.lower() in _UNTITLED or _MARKUP.search(name):
        return True
    return bool(
        re.fullmatch(r"(?:https?://\S+|(?:[\w-]+\.)+(?:com|org|net|gov|edu|tw|cn|html?|aspx?|php|jsp)\S*)", name)
    )
