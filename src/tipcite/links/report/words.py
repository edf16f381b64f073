"""How verdicts, reasons and findings are said to people; shared by every report."""

from __future__ import annotations

from typing import Final

from tipcite.links.result import Finding, Outcome
from tipcite.links.waivers import Waiver
from tipcite.model import Flag, State, Verdict, Why

_MEANINGS: Final = {
    Verdict.DEAD: "leads nowhere, or no longer to what was cited",
    Verdict.INVALID: "is no address or DOI that can be asked for",
    Verdict.INSECURE: "the certificate is wrong",
    Verdict.MOVED: "has a lasting new address",
    Verdict.BLOCKED: "the site refuses programs; open it in a browser",
    Verdict.TRANSIENT: "down at this moment",
    Verdict.OK: "leads to what was cited",
}
_REASONS: Final[dict[str, str]] = {
    Why.HTTP_OK: "the page answers",
    Why.TITLE_MATCH: "the cited title is on the page",
    Why.DOI_REGISTERED: "the DOI is registered",
    Why.PERMANENT_REDIRECT: "moved for good",
    Why.META_REFRESH: "the page sends its reader on",
    "https_upgrade": "the same address, with https",
    Why.HTTP_404: "not found",
    Why.HTTP_410: "gone for good",
    Why.DNS_NXDOMAIN: "there is no such host",
    Why.DOI_UNREGISTERED: "no such DOI is registered",
    Why.DOI_NO_URL: "the DOI leads nowhere",
    Why.SOFT404_TEXT: "the page says that there is no such page",
    Why.SOFT404_HOME: "it leads to a front page",
    Why.SOFT404_REDIRECT: "it leads to an error page",
    Why.PARKED: "the domain is parked or for sale",
    Why.REDIRECT_LOOP: "it leads round in a circle",
    Why.OTHER_4XX: "the server refuses this address",
    "http_401": "it asks for a login",
    "http_402": "it asks for payment",
    "http_403": "the site refuses programs",
    "http_407": "a proxy on the way asks for a login",
    "http_418": "the site refuses programs",
    "http_451": "withheld for legal reasons",
    "http_999": "the site refuses programs",
    Why.BOT_CHALLENGE: "the site tells browsers from programs",
    Why.RATE_LIMITED: "the site asks for fewer requests",
    Why.LOGIN: "it asks for a login",
    Why.TIMEOUT: "no answer in time",
    Why.CONNECT: "no connection",
    Why.RESET: "the connection was cut",
    Why.HTTP_5XX: "the server fails",
    Why.TRUNCATED: "the answer was cut short",
    Why.PROTOCOL: "the answer is no HTTP",
    Why.DNS_TEMPORARY: "the name could not be looked up",
    Why.TLS_EXPIRED: "the certificate has expired",
    Why.TLS_SELF_SIGNED: "the certificate vouches for itself",
    Why.TLS_WRONG_HOST: "the certificate is another host's",
    Why.TLS_CHAIN: "the certificate's chain is incomplete or unknown",
    Why.SYNTAX: "it is written wrongly",
    Why.SCHEME: "only http and https are asked for",
    "port": "the port is none of the web's",
    Why.FORBIDDEN_ADDRESS: "it leads to a private address",
    "redirect_scheme": "it leads to something that is no web page",
}
_FLAGS: Final[dict[str, str]] = {
    Flag.TITLE_MISMATCH: "the cited title is not on the page",
    Flag.CONTENT_TYPE_MISMATCH: "not the kind of file that the address promises",
    Flag.FRAGMENT_MISSING: "the part behind # is not on the page",
    Flag.HTTPS_DOWNGRADE: "it ends without encryption",
    Flag.EMPTY_BODY: "the page is empty",
    Flag.TRUNCATED: "only the beginning was read",
    Flag.ARCHIVE_TODAY: "archive.today alters what it keeps; cite another archive",
    Flag.RETRACTED: "this work was retracted",
    Flag.CORRECTED: "this work was corrected",
    Flag.DOI_SUGGESTION: "there is a DOI to cite instead",
    Flag.WRONG_DOI: "the DOI is another work's",
    Flag.CONCERN: "the publisher has expressed concern about this work",
    Flag.NEWER_VERSION: "there is a newer version of this work",
    Flag.NOTICE: "this is a notice about another work",
    Flag.YEAR_MISMATCH: "the agency gives another year",
    Flag.AGENCY_SILENT: "the agency's record could not be had",
    Flag.DOI_REGISTERED: "the DOI is registered",
    Flag.TARGET_BLOCKED: "the publisher's page refuses programs",
    Flag.TARGET_TRANSIENT: "the publisher's page is down at this moment",
    Flag.TARGET_INSECURE: "the publisher's certificate is wrong",
    Flag.TARGET_SUSPECT: "the publisher's page may be none",
    Flag.TARGET_UNCHECKED: "the publisher's page was not asked for",
}


def meaning(verdict: Verdict) -> str:
    """Say in a few words what a verdict means."""
    return _MEANINGS[verdict]


def reason(finding: Finding) -> str:
    """Say why, with the status: `404, not found`."""
    seen = finding.retrieval
    if seen is None:
        return "never asked for"
    said = _REASONS.get(seen.why, _plain(seen.why))
    return f"{seen.status}, {said}" if seen.status and seen.status != 200 else said


def flag_texts(finding: Finding) -> tuple[str, ...]:
    """Say what is flagged."""
    return tuple(_FLAGS.get(flag, _plain(flag)) for flag in finding.flags)


def history_text(finding: Finding) -> str:
    """Say what the history makes of it: `suspect since 2026-11-22, 1 failure counted`; "" when there is nothing."""
    if finding.state not in (State.SUSPECT, State.DEAD):
        return ""
    since = f" since {finding.since[:10]}" if finding.since else ""
    counted = f", {finding.counted} failure{'' if finding.counted == 1 else 's'} counted" if finding.counted else ""
    return f"{finding.state}{since}{counted}"


def advice(finding: Finding) -> str:
    """Return what may be cited instead, "" for nothing."""
    seen = finding.retrieval
    if seen is None:
        return ""
    if seen.suggestion:
        return seen.suggestion
    return seen.final_url if seen.verdict is Verdict.MOVED else ""


def cited_in(finding: Finding) -> str:
    """Say where it is cited: keys, then places."""
    return ", ".join([*finding.target.keys, *map(str, finding.target.places)])


def message(finding: Finding) -> str:
    """Say all of a finding in one line, as an annotation shows it."""
    seen = finding.retrieval
    head = f"{finding.shown} is {finding.verdict}: " if seen else f"{finding.shown}: "
    parts = [head + reason(finding)]
    if seen and seen.message and seen.message not in parts[0]:
        parts.append(seen.message)
    parts += flag_texts(finding)
    if finding.state is State.DEAD or (finding.state is State.SUSPECT and finding.counted):
        parts.append(history_text(finding))
    if advice(finding):
        parts.append(f"cite {advice(finding)} instead")
    if finding.waiver:
        parts.append(f"waived until {finding.waiver.expires}: {finding.waiver.reason}")
    return one_line("; ".join(parts))


def expired_text(waiver: Waiver) -> str:
    """Say of a waiver that its time is over."""
    return one_line(
        f"the waiver for {waiver.pattern} expired on {waiver.expires} ({waiver.reason}); correct the link, or renew it"
    )


def counts_text(outcome: Outcome) -> str:
    """Say how many links there are of each verdict: `3 links: 1 dead, 2 ok`."""
    number = len(outcome.findings)
    parts = ", ".join(f"{count} {name}" for name, count in outcome.counts().items())
    return f"{number} link{'' if number == 1 else 's'}" + (f": {parts}" if parts else "")


def one_line(text: str) -> str:
    """Put a text on one line without control characters: titles and addresses are strangers' words."""
    return "".join(char if char.isprintable() or char == " " else "\ufffd" for char in " ".join(text.split()))


def _plain(word: str) -> str:
    name = word.replace("_", " ")
    return name.replace("http ", "HTTP ") if name.startswith("http ") else name
