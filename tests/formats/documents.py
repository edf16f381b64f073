"""Word documents for the tests: made here, with the parts and the field codes that programs write."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from xml.sax.saxutils import escape, quoteattr

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def docx(*body: str, notes: str = "", properties: str = "", document: str = "") -> bytes:
    """Pack paragraphs (XML) into a document."""
    whole = document or f'<w:document xmlns:w="{_W}"><w:body>{"".join(body)}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "word/document.xml": whole}
    if notes:
        parts["word/footnotes.xml"] = (
            f'<w:footnotes xmlns:w="{_W}"><w:footnote w:id="2">{notes}</w:footnote></w:footnotes>'
        )
    if properties:
        parts["docProps/custom.xml"] = properties
    return packed(parts)


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def p(*runs: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(run if run.startswith('<') else t(run) for run in runs)}</w:p>"


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(code: str, shown: str = "(Lee 2020)", *, cut: int = 0, inner: str = "", data: str = "") -> str:
    """A field; `cut` spreads its code over runs of so many characters, `inner` stands before its end."""
    pieces = [code[at : at + cut] for at in range(0, len(code), cut)] if cut else [code]
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{escape(piece)}</w:instrText></w:r>' for piece in pieces)
    hidden = f'<w:fldData xml:space="preserve">{data}</w:fldData>' if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{hidden}</w:fldChar></w:r>{runs}{inner}'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{t(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple_field(code: str) -> str:
    return f"<w:fldSimple w:instr={quoteattr(code)}>{t('(Lee 2020)')}</w:fldSimple>"


def control(tag: str) -> str:
    content = f"<w:sdtContent>{t('(Lee 2020)')}</w:sdtContent>"
    return f"<w:sdt><w:sdtPr><w:tag w:val={quoteattr(tag)}/></w:sdtPr>{content}</w:sdt>"


def zotero(*works: dict, uri: str = "http://zotero.org/users/1/items/") -> str:
    items = [{"id": at, "uris": [f"{uri}{work['id']}"], "itemData": work} for at, work in enumerate(works)]
    citation = {"citationID": "a1b2", "properties": {"plainCitation": "(Lee, 2020)"}, "citationItems": items}
    return f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(citation, ensure_ascii=False)} "


def mendeley(*works: dict) -> str:
    """Mendeley Desktop's field, in which the numbers of works begin anew."""
    items = [
        {
            "id": f"ITEM-{at}",
            "itemData": {**work, "id": f"ITEM-{at}"},
            "uris": [f"http://mendeley.com/?uuid={work['id']}"],
        }
        for at, work in enumerate(works, start=1)
    ]
    return f"ADDIN CSL_CITATION {json.dumps({'citationItems': items, 'mendeley': {}}, ensure_ascii=False)}"


def mendeley_cite(*works: dict, url_safe: bool = False) -> str:
    items = [{"id": work["id"], "itemData": work, "isTemporary": False} for work in works]
    text = json.dumps({"citationID": "MENDELEY_CITATION_x", "citationItems": items}, ensure_ascii=False).encode()
    code = base64.urlsafe_b64encode(text).rstrip(b"=") if url_safe else base64.b64encode(text)
    return f"MENDELEY_CITATION_v3_{code.decode()}"


def endnote(title: str, author: str = "Lee, Ann") -> str:
    return (
        "<EndNote><Cite><Author>Lee</Author><Year>2020</Year><RecNum>7</RecNum><DisplayText>(Lee 2020)</DisplayText>"
        '<record><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>'
        f"<contributors><authors><author>{author}</author></authors></contributors>"
        f"<titles><title>{title}</title><secondary-title>A Journal</secondary-title></titles>"
        "<dates><year>2020</year></dates></record></Cite></EndNote>"
    )
