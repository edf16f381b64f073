"""【English】 behind a Chinese entry: the same work in Latin letters, as Taiwanese journals ask for it.

Square brackets inside mark a form that the publication itself does not print (圖書資訊學刊).
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.draft import Draft, clean
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.reference import ParsedReference
from tipcite.formats.reftext.scan import han_share
from tipcite.model import Variant, VariantKind

_DATED: Final = later(r"\(\d{4}[a-z]?\)|\d{4}[.,;]")


def cut_parallel(draft: Draft) -> tuple[int, int] | None:
    """Cut the pair off the text; answer where its body stands."""
    text = draft.text
    start = text.rfind("【")
    if start > 0 and text.rstrip(" .。").endswith("】"):
        end = text.rfind("】")
        if han_share(text[start:end]) < 0.3 < han_share(text[:start]):
            draft.blank(start, len(text))
            return start + 1, end
    address = _ADDRESS_BEHIND.search(text) if "]" in text else None
    bare = text[: address.start()].rstrip(" .。") if address else ""
    if bare.endswith("]"):
        return _cut_square(draft, len(bare) - 1)
    if text.rstrip(" .。").endswith(")"):
        return _cut_round(draft)
    return None


def _cut_round(draft: Draft) -> tuple[int, int] | None:
    """`(Wang, P.-H. (2020). … )` behind the entry; only what is long and dated is a reference."""
    text = draft.text
    end = len(text.rstrip(" .。")) - 1
    depth = 0
    for index in range(end, 0, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth == 0:
            body = text[index + 1 : end]
            dated = len(body) > 40 and body.lstrip()[:1].isupper() and _DATED.search(body)
            if dated and han_share(body) < 0.2 and han_share(text[:index]) >= 0.4:
                draft.blank(index, len(text))
                return index + 1, end
            return None
    return None


_ADDRESS_BEHIND: Final = later(
    r"(?:(?<=[\].。\s])(?:(?:https?://(?:dx\.)?doi\.org/|doi:\s?)\S+|https?://\S+))?[\s.。]*$", re.IGNORECASE
)


def _cut_square(draft: Draft, end: int) -> tuple[int, int] | None:
    """`[Huang, L. L., & Chang, C. (2005). … ]` behind the entry (中華心理學刊)."""
    text = draft.text
    depth = 0
    for index in range(end, 0, -1):
        depth += (text[index] == "]") - (text[index] == "[")
        if depth == 0:
            body = text[index + 1 : end]
            if len(body) > 40 and re.search(r"\d{4}", body) and han_share(body) < 0.2 < han_share(text[:index]):
                draft.blank(index, end + 1)
                return index + 1, end
            if (
                len(body) > 20
                and han_share(body) > 0.3
                and han_share(text[:index]) < 0.05
                and _DATED.search(text[:index])
            ):
                # An English list gives the Chinese original behind its translation: the original is the item.
                draft.blank(0, index + 1)
                draft.blank(end, len(text))
                return 0, index
            return None
    return None


def add_parallel(draft: Draft, pair: tuple[int, int], reference: ParsedReference) -> None:
    """Make the title and names of the pair, read for itself, variants; its text is kept whole."""
    draft.kept.append((max(0, pair[0] - 1), pair[1] + 1))
    if reference.item is None:
        return
    for variable in ("title", "container-title"):
        text = reference.item.fields.get(variable, "")
        if text and variable in draft.fields:
            draft.variants.append(parallel_variant(variable, text))
    names = reference.item.names.get("author", ())
    if names and len(names) == len(draft.names.get("author", ())):
        draft.variants.append(
            Variant(
                field="author",
                kind=VariantKind.ROMANISED,
                language="zh-Latn",
                names=names,
                confirmed=False,
                source="text",
            )
        )


def parallel_variant(variable: str, text: str, *, language: str = "en") -> Variant:
    """Make a title in another language a variant; square brackets say that the publication does not print it."""
    bare = clean(text.strip("[]"))
    official = bare == clean(text)
    return Variant(
        field=variable,
        kind=VariantKind.PARALLEL if official else VariantKind.ROMANISED,
        language=language if official else "zh-Latn",
        text=bare,
        confirmed=False,
        source="text",
    )
