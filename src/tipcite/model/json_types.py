"""The shapes of CSL-JSON as it stands on disk (csl-data.json, schema version 1.0)."""

from __future__ import annotations

from typing import Any, TypeAlias, TypedDict

JsonValue: TypeAlias = Any
"""What `json.loads` returns; mypy can't name a recursive mapping and still let it be taken apart."""

CslItem: TypeAlias = dict[str, JsonValue]
"""One item of a CSL-JSON array: `id`, `type` and any number of variables, known and unknown."""

CslName = TypedDict(
    "CslName",
    {
        "family": str,
        "given": str,
        "dropping-particle": str,
        "non-dropping-particle": str,
        "suffix": str,
        "comma-suffix": bool,
        "static-ordering": bool,
        "literal": str,
        "parse-names": bool,
    },
    total=False,
)

CslDate = TypedDict(
    "CslDate",
    {
        "date-parts": list[list[int | str]],
        "season": str | int,
        "circa": str | int | bool,
        "literal": str,
        "raw": str,
    },
    total=False,
)
