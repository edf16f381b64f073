"""Headers by which a guard before a site says that the answer is its own, not the site's."""

from __future__ import annotations

from typing import Final

from tipcite.net import Answer

# Cloudflare, AWS WAF, Vercel, PerimeterX, SiteGround: sent with challenges and blocks only. What the guards send with
# every answer (`cf-ray`, `x-iinfo`, `x-datadome`, cookies) says nothing: a 404 behind them is the site's.
_HEADERS: Final = {
    "cf-mitigated": ("challenge", "block", "managed_challenge", "js_challenge", ""),
    "x-amzn-waf-action": ("challenge", "captcha", "block", ""),
    "x-vercel-mitigated": ("challenge", "deny", "block"),
    "x-vercel-challenge-token": ("",),
    "x-px-block": ("1", "true"),
    "x-sucuri-block": ("",),
    "sg-captcha": ("",),
}


def header_of_challenge(answer: Answer) -> str:
    """Return the header that tells a challenge, "" when none does."""
    for name, values in _HEADERS.items():
        value = answer.headers.get(name, "").strip().lower()
        if name in answer.headers and ("" in values or value in values):
            return name
    # 加速樂 answers 521 (or 412, 瑞數) and sets a cookie with its script; DataDome names itself with 403 only.
    if (answer.status or 0) in (412, 521) and "__jsl" in answer.headers.get("set-cookie", ""):
        return "set-cookie"
    if answer.status == 403 and answer.headers.get("x-datadome"):
        return "x-datadome"
    return ""
