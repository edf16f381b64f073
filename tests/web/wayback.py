"""A stand-in for web.archive.org: the index (CDX), snapshots, and Save Page Now.

What the archive does with an address is in its path: `cdx-down`, `cdx-html`, `cdx-busy` break the index, `save-…` the
saving. The availability API answers that it has nothing, as it often does.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from web.replies import LONG_TEXT, Asked, Reply, as_json, html, page, redirect

# What is archived: address without scheme and `www.` → (time, status, title).
SNAPSHOTS: dict[str, list[tuple[str, int, str]]] = {
    "gone.test/report": [
        ("20180301120000", 200, "A report that is gone"),
        ("20210615080000", 200, "A report that is gone"),
        ("20210620080000", 302, ""),
        ("20230101000000", 200, "Page not found"),
        ("20240101000000", 404, "404"),
    ],
    "gone.test/cdx-down": [("20200101000000", 200, "Known by its address alone")],
    "gone.test/cdx-html": [("20200101000000", 200, "Known by its address alone")],
    "gone.test/cdx-busy": [("20200101000000", 200, "Known by its address alone")],
    "gone.test/%E4%B8%AD%E6%96%87?q=%A4%A4": [("20190909090909", 200, "中文網頁")],
    "status.test/404": [("20190101000000", 200, "What was there"), ("20220505050505", 200, "What was there")],
    "gone.test/only-errors": [("20200101000000", 404, "404")],
}
SAVED = "20261122083000"
_HEAD = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


def wayback(asked: Asked) -> Reply:
    """Answer as the archive does."""
    parts = urlsplit(asked.path)
    if parts.path == "/cdx/search/cdx":
        return _index(parse_qs(parts.query), asked.times)
    if parts.path == "/wayback/available":
        return as_json({"archived_snapshots": {}})
    if parts.path.startswith("/save"):
        return _save(asked)
    match = re.fullmatch(r"/web/(\d*)(?:id_)?/(.+)", asked.path, re.DOTALL)
    return _snapshot(match[1], match[2]) if match else html(page("Wayback Machine", lang="en"), status=404)


def _known(address: str) -> list[tuple[str, int, str]]:
    key = re.sub(r"^(?:https?:/+)?(?:www\.)?", "", address).replace(":80/", "/")
    return SNAPSHOTS.get(key, [])


def _index(query: dict[str, list[str]], times: int) -> Reply:
    address = query["url"][0]
    if "cdx-down" in address:
        return Reply(503)
    if "cdx-html" in address:
        return html(page("Internet Archive: maintenance", lang="en"))
    if "cdx-busy" in address:
        return Reply(429, b"", {"Retry-After": "60"})
    wanted = next((one.partition(":")[2] for one in query.get("filter", []) if one.startswith("statuscode:")), "")
    rows = [row for row in _known(address) if wanted in ("", str(row[1]))]
    if query.get("sort") == ["closest"]:
        rows.sort(key=lambda row: abs(int(row[0]) - int(query["closest"][0])))
    rows = rows[: int(query.get("limit", ["100"])[0])]
    fields = query.get("fl", [",".join(_HEAD)])[0].split(",")
    table = [
        {"urlkey": "x", "timestamp": time, "original": address, "mimetype": "text/html", "statuscode": str(status),
         "digest": time[::-1], "length": "100"}
        for time, status, _ in rows
    ]  # fmt: skip
    return as_json([fields, *([row[name] for name in fields] for row in table)] if table else [])


def _snapshot(time: str, address: str) -> Reply:
    rows = _known(address)
    if not rows:
        return html(page("Wayback Machine has not archived that URL", lang="en"), status=404)
    nearest = min(rows, key=lambda row: abs(int(row[0]) - int(time or "29990101000000")))
    if nearest[0] != time:
        return redirect(302, f"https://web.archive.org/web/{nearest[0]}/{address}")
    if nearest[1] == 302:
        return redirect(302, f"https://web.archive.org/web/{nearest[0]}/http://gone.test/")
    return html(page(nearest[2], lang="en", body=LONG_TEXT), status=nearest[1])


def _save(asked: Asked) -> Reply:
    status = re.fullmatch(r"/save/status/(.+)", asked.path)
    if status:
        return _status(unquote(status[1]), asked.times)
    address = parse_qs(asked.body.decode()).get("url", [""])[0]
    if asked.method != "POST" or not address:
        return html(page("Save Page Now", lang="en"), status=400)
    if "save-busy" in address:
        return Reply(429, b"", {"Retry-After": "60"})
    if "save-down" in address:
        return html(page("Internet Archive: Temporarily Offline", lang="en"), status=503)
    job = f"spn2-{address.encode().hex()}"
    if asked.authorization.startswith("LOW ") and "json" in asked.accept:
        return as_json({"url": address, "job_id": job})
    return html(page("Save Page Now", lang="en", body=f'<script>spn.watchJob("{job}", "/_static/", 6000);</script>'))


def _status(job: str, times: int) -> Reply:
    address = bytes.fromhex(job.removeprefix("spn2-")).decode()
    if "save-never" in address or times < 2:
        return as_json({"status": "pending", "job_id": job, "resources": []})
    if "save-refused" in address:
        message = "This URL is in the Save Page Now service block list."
        return as_json({"status": "error", "job_id": job, "status_ext": "error:blocked-url", "message": message})
    return as_json({"status": "success", "job_id": job, "timestamp": SAVED, "original_url": address})
