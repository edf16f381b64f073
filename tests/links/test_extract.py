"""Documents of every kind → the links in them, where they begin and end, and where they stand."""

import io
import zipfile

import docx
import pytest
from docx.oxml.shared import OxmlElement, qn
from hypothesis import given
from hypothesis import strategies as st

from tipcite.errors import ReadError
from tipcite.links.extract import DocumentKind, document_kind, extract

ZOTERO = '{"citationItems":[{"id":1,"itemData":{"type":"book","title":"販運","URL":"https://zot.org/x"}}]}'
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def found(name: str, text: str | bytes, kind: str = "") -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [target.value for target in extract(name, data, kind=kind).targets]


def places(name: str, text: str) -> dict[str, list[str]]:
    return {target.value: [str(place) for place in target.places] for target in extract(name, text.encode()).targets}


@pytest.mark.parametrize(
    ("sentence", "links"),
    [
        ("見https://a.tw/path。", ["https://a.tw/path"]),
        ("見https://a.tw/path，下文", ["https://a.tw/path"]),
        ("見https://a.tw/path、https://b.tw/；又http://c.tw？", ["https://a.tw/path", "https://b.tw/", "http://c.tw"]),
        ("（https://a.tw/x）", ["https://a.tw/x"]),
        ("(https://a.tw/x)下文", ["https://a.tw/x"]),
        ("「https://a.tw/x」『https://b.tw/y』《https://c.tw/z》", ["https://a.tw/x", "https://b.tw/y", "https://c.tw/z"]),
        ("https://a.tw/x,檢索日期:2021", ["https://a.tw/x"]),
        ("https://a.tw/x.檢索", ["https://a.tw/x"]),
        ("https://www.ait.org.tw網站", ["https://www.ait.org.tw"]),
        ("https://a.tw/path為例", ["https://a.tw/path"]),
        ("https://a.tw/a/的內容", ["https://a.tw/a/"]),
        ("https://zh.wikipedia.org/wiki/人口販運。", ["https://zh.wikipedia.org/wiki/人口販運"]),
        ("https://zh.wikipedia.org/wiki/蘋果_(消歧義)。", ["https://zh.wikipedia.org/wiki/蘋果_(消歧義)"]),
        ("https://a.tw/2020年報.pdf。", ["https://a.tw/2020年報.pdf"]),
        ("http://中文.tw/路徑/頁.html」", ["http://中文.tw/路徑/頁.html"]),
        ("https://a.tw/?q=%A4%A4&a=中文。", ["https://a.tw/?q=%A4%A4&a=中文"]),
        ("网址：https://a.cn/x。访问日期", ["https://a.cn/x"]),
        ("See https://a.org/x, https://b.org/y; https://c.org/z.", ["https://a.org/x", "https://b.org/y", "https://c.org/z"]),
        ("(see https://en.wikipedia.org/wiki/A_(b)).", ["https://en.wikipedia.org/wiki/A_(b)"]),
        ("[https://a.org/x] {https://b.org}", ["https://a.org/x", "https://b.org"]),
        ("Is it https://a.org/x?y=1? Yes: https://b.org/!", ["https://a.org/x?y=1", "https://b.org/"]),
        ("<https://a.org/x> \"https://b.org\" “https://c.org”", ["https://a.org/x", "https://b.org", "https://c.org"]),
        ("http://[::1]:8080/x.", ["http://[::1]:8080/x"]),
        ("www.stats.gov.cn/tjsj的", ["http://www.stats.gov.cn/tjsj"]),
        ("https://web.archive.org/web/2020/https://a.org/x.", ["https://web.archive.org/web/2020/https://a.org/x"]),
        ("https://a.org/{id} https:// http://... mailto:a@b.c ftp://x.org", []),
        ("doi:10.1080/abc.def. Next", ["10.1080/abc.def"]),
        ("DOI: 10.6226/NTURCS.2013.52。", ["10.6226/nturcs.2013.52"]),
        ("https://doi.org/10.1000/182, dx.doi.org/10.1000/183", ["10.1000/182", "10.1000/183"]),
        ("(10.1000/a(b)c)", ["10.1000/a(b)c"]),
        ("10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O.",
         ["10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o"]),
        ("a ratio of 10.2020/12 in 10.5.2020/x", []),
        ("https://www.tandfonline.com/doi/full/10.1080/1.", ["https://www.tandfonline.com/doi/full/10.1080/1"]),
    ],
)  # fmt: skip
def test_a_link_ends_where_the_sentence_goes_on(sentence, links):
    assert found("a.txt", f"A {sentence}") == links


def test_a_line_that_is_one_address_is_taken_whole():
    text = "https://a.org/A_(b\nhttp://b.org/{x}\n# https://commented.org\n#a note\nhttps://c.org/x.\n10.1000/abc\r\nhttps://d.tw/路\n"
    assert found("list.txt", text) == ["https://a.org/A_(b", "https://c.org/x", "10.1000/abc", "https://d.tw/路"]


def test_lines_and_columns_count_from_one():
    assert places("a.txt", "x\n見 https://a.org/\n\nhttps://a.org/ https://b.org/\n") == {
        "https://a.org/": ["a.txt:2:3", "a.txt:4:1"],
        "https://b.org/": ["a.txt:4:16"],
    }


MARKDOWN = """---
url: https://front.org/a
---
# T [one](https://one.org/a_b_c "t") <https://auto.org/x> `https://code.org` ![i](https://img.org/a.png)

Bare https://bare.org/x_y_z, 見（https://c.tw/路徑）。[ref][r] [rel](../x.md) [m](mailto:a@b.c) [f](#frag)
[j](javascript:alert(1)) [paren](https://p.org/A_(b)) [amp](https://amp.org/?a=1&amp;b=2) https://esc.org/a\\_b
<a href="https://h.org/1">x https://not.org</a> <!-- https://comment.org --> [https://same.org](https://same.org)

    https://indented.org

~~~
https://fence.org
~~~

| a | b |
|---|---|
| https://cell.org/x | [q](<https://sp.org/a b>) |

Text[^1] doi:10.1000/abc.

[r]: https://ref.org/x  "t"
[unused]: <https://unused.org/>
[^1]: See https://foot.org/y.

[//]: # (https://commented.org)

<div>
<a href='https://block.org/z'>z</a>
</div>
"""


def test_markdown_links_are_found_and_code_is_not():
    expected = """https://front.org/a https://one.org/a_b_c https://auto.org/x https://img.org/a.png https://bare.org/x_y_z
        https://c.tw/路徑 https://ref.org/x https://p.org/A_(b) https://amp.org/?a=1&b=2 https://esc.org/a_b
        https://h.org/1 https://same.org https://cell.org/x 10.1000/abc https://unused.org/ https://foot.org/y
        https://block.org/z""".split()
    assert sorted(found("a.md", MARKDOWN)) == sorted([*expected, "https://sp.org/a b"])


def test_markdown_places_are_those_of_the_source():
    known = places("a.md", MARKDOWN)
    assert known["https://front.org/a"] == ["a.md:2:6"]
    assert known["https://one.org/a_b_c"] == ["a.md:4:11"]
    assert known["https://c.tw/路徑"] == ["a.md:6:32"]
    assert known["https://cell.org/x"] == ["a.md:18:3"]
    assert "a.md:22:6" in known["https://ref.org/x"]
    assert known["https://block.org/z"] == ["a.md:29:10"]


LATEX = r"""\documentclass{article} % https://comment.org
\newcommand{\u}[1]{\href{https://macro.org/#1}{x}}
See \url{https://a.org/x%20y_z#f} and \href{https://b.org/\%E4\#s}{text https://shown.org}, \footnote{\url{https://c.org/~u}}.
\begin{verbatim}
https://verb.org
\end{verbatim}
\verb|https://v.org| \doi{10.1000/a_b} bare https://d.org/a\_b\%20c, 100\% https://e.org/x. {\tt https://f.org/}
\href{https://g.org/a%
  b}{x} \url|https://h.org/x| \href[pdfnewwindow]{https://i.org/\~{}x}{q} \href{mailto:a@b}{x} \href{https://doi.org/10.1000/xyz}{d}
\urldef\myurl\url{https://j.org/x} \hyperref[https://no.org]{y}
見\url{https://k.tw/中文}。https://l.tw/中，doi:10.1000/zz. $x$ \%https://m.org
"""


def test_latex_commands_are_read_and_comments_and_verbatim_are_not():
    assert found("a.tex", LATEX) == (
        """https://a.org/x%20y_z#f https://b.org/%E4#s https://c.org/~u 10.1000/a_b https://d.org/a_b%20c https://e.org/x
        https://f.org/ https://g.org/ab https://h.org/x https://i.org/~x 10.1000/xyz https://j.org/x https://no.org
        https://k.tw/中文 https://l.tw/中 10.1000/zz https://m.org""".split()
    )
    assert places("a.tex", LATEX)["https://a.org/x%20y_z#f"] == ["a.tex:3:10"]
    assert places("a.tex", LATEX)["https://l.tw/中"] == ["a.tex:11:24"]


HTML = """<!doctype html><html><head><link rel=canonical href="https://can.org"><script src="https://s.org">
"https://in.org"</script></head><body>
<p>See <a href="https://a.org/?a=1&amp;b=2">https://shown.org</a> <a href=/rel>r</a> <a href="#f">f</a>
<a href='//proto.org/x'>p</a> bare https://b.org/x<wbr>y. <!-- https://c.org --> <a href="mailto:a@b.c">m</a>
<![if !supportLists]><img src="https://i.org/a.png"><pre>https://pre.org</pre> <a href="https://up.org/X
">u</a> 見https://d.tw/x。</p> doi:10.1000/1234 <a href=https://unq.org/x>y</a> <a href=" https://sp.org/ ">z</a>
<a href="javascript:void(0)">j</a>
"""


def test_html_gives_what_is_linked_embedded_and_written():
    assert found("a.html", HTML) == (
        """https://a.org/?a=1&b=2 https://proto.org/x https://b.org/xy https://i.org/a.png https://up.org/X https://d.tw/x
        10.1000/1234 https://unq.org/x https://sp.org/""".split()
    )
    assert places("a.html", HTML)["https://a.org/?a=1&b=2"] == ["a.html:3:17"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.tex"])
@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("參見臺灣大學的網頁（https://a.tw/x），以及人口販運問題報告https://b.tw/y。下載於民國一百年", "big5"),
        ("参见中国人口贩运问题的研究报告（https://a.tw/x），网址为https://b.tw/y。访问日期二〇二一年", "gbk"),
        ("參見（https://a.tw/x），https://b.tw/y。", "utf-8-sig"),
        ("參見（https://a.tw/x），https://b.tw/y。", "utf-16"),
    ],
)
def test_other_encodings_are_read(name, text, charset):
    assert found(name, text.encode(charset)) == ["https://a.tw/x", "https://b.tw/y"]


def test_references_have_their_titles_keys_and_lines():
    bib = "@online{a, title={utf8},\n url={http://good.test/}}\n\n@article{b, title={x}, doi={10.1000/X}}\n"
    one, two = extract("refs.bib", bib.encode()).targets
    assert (one.value, one.title, str(one.places[0])) == ("http://good.test/", "utf8", "refs.bib:1")
    assert (two.value, str(two.places[0])) == ("10.1000/x", "refs.bib:4")
    text = '[\n {"id":"a","type":"book","title":"T","URL":"http://x.org"},\n {"id":"b","type":"book","URL":"http://x.org"}]'
    (target,) = extract("refs.json", text.encode()).targets
    assert target.keys == ("a", "b")
    assert [place.line for place in target.places] == [2, 3]


def test_an_entry_that_cant_be_read_is_named_and_the_others_are_found():
    result = extract("r.bib", b"@online{a, title={x}, url={http://a.test/}}\n@book{c, title=\n")
    assert [target.value for target in result.targets] == ["http://a.test/"]
    assert [problem.line for problem in result.problems] == [2]


def test_references_as_text_lend_their_titles():
    address = "https://www.ait.org.tw/zhtw/official-reports-zh/"
    line = f"美國在台協會,2021,〈人口販運問題報告〉: {address},檢索日期:2021 年 7 月 2 日。"
    (target,) = extract("refs.txt", line.encode()).targets
    assert (target.value, target.title) == (address, "人口販運問題報告")


def test_formats_that_are_not_read_yet_are_looked_through():
    assert found("x.ris", "TY  - JOUR\nTI  - X\nUR  - https://a.org/x\nDO  - 10.1000/abc\nER  - \n") == [
        "https://a.org/x",
        "10.1000/abc",
    ]
    assert found("x.json", '{"a": "https://a.org/x"}') == ["https://a.org/x"]


@pytest.mark.parametrize("name", ["a.md", "a.tex", "a.html", "a.txt", "a.bib", "a.json", "-"])
def test_an_empty_file_has_no_links(name):
    assert found(name, b"") == []


def run_of(tag: str, text: str):
    run, element = OxmlElement("w:r"), OxmlElement(tag)
    if tag == "w:fldChar":
        element.set(qn("w:fldCharType"), text)
    else:
        element.text = text
    run.append(element)
    return run


def word(fill) -> bytes:
    document = docx.Document()
    fill(document)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_word_hyperlinks_fields_and_text_are_read():
    def fill(document):
        paragraph = document.add_paragraph("見 https://a.tw/x。另 ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), document.part.relate_to("https://rel.org/x", HYPERLINK, is_external=True))
        link.append(run_of("w:t", "https://shown.org"))
        paragraph._p.append(link)
        paragraph = document.add_paragraph("")
        for tag, text in (
            ("w:fldChar", "begin"), ("w:instrText", ' HYPERLINK "https://fi'), ("w:instrText", 'eld.org/x" \\l "sec" '),
            ("w:fldChar", "separate"), ("w:t", "https://shown2.org"), ("w:fldChar", "end"),
            ("w:t", " then doi:10.1000/"), ("w:t", "abc."),
            ("w:fldChar", "begin"),
            ("w:instrText", f" ADDIN ZOTERO_ITEM CSL_CITATION {ZOTERO}"),
            ("w:fldChar", "separate"), ("w:t", "(X)"), ("w:fldChar", "end"),
        ):  # fmt: skip
            paragraph._p.append(run_of(tag, text))

    result = extract("a.docx", word(fill))
    assert [(one.value, one.title) for one in result.targets] == [
        ("https://a.tw/x", ""),
        ("https://rel.org/x", ""),
        ("https://field.org/x#sec", ""),
        ("10.1000/abc", ""),
        ("https://zot.org/x", "販運"),
    ]
    assert str(result.targets[0].places[0]) == "a.docx"


def archive(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04junk",
        archive(readme_xml=b"x"),
        archive(word__document_xml=b"<a>"),
        archive(word__document_xml=b""),
        archive(word__document_xml=b"<a>" + b" " * (65 * 1024 * 1024)),
        archive(word__document_xml=b'<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "' + b"&b;" * 99 + b'">]><a>&c;</a>')[:60],
    ],
    ids=["junk", "other", "open", "empty", "huge", "cut"],
)
def test_what_is_no_word_document_is_refused_in_one_line(data):
    with pytest.raises(ReadError) as caught:
        extract("a.docx", data)
    assert "\n" not in str(caught.value)


def test_entities_of_a_word_document_are_not_expanded():
    name = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    body = b'<w:p xmlns:w="w"><w:r><w:t>https://a.test/&x;</w:t></w:r></w:p>'
    assert found("a.docx", archive(word__document_xml=name + body)) == ["https://a.test/"]


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"\x00\x01\x02" * 50, b"\x89PNG\r\n"])
def test_what_is_no_text_is_refused_by_name(data):
    with pytest.raises(ReadError):
        extract("a.txt", data)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.md", b"", DocumentKind.MARKDOWN),
        ("-", b"<!DOCTYPE html><p>", DocumentKind.HTML),
        ("-", b"\\documentclass{article}", DocumentKind.LATEX),
        ("-", b"@book{a,\n title={x}}", DocumentKind.REFERENCES),
        ("-", b'[{"id": 1}]', DocumentKind.REFERENCES),
        ("-", b"https://a.org", DocumentKind.TEXT),
        ("x.bib", b"<html><a href=x>", DocumentKind.HTML),
        ("x.weird", b"PK\x03\x04", DocumentKind.DOCX),
    ],
)
def test_a_file_tells_what_it_is(name, data, kind):
    assert document_kind(name, data) is kind


_MARKUP = r"[|[a](|<a href=|\href{|{|<!--|\url|(|中|<|`|*|_|!["
PIECES = ["doi 10.1000/abc", "10.1000/a ", "https://a.org/(", "www.a.b ", *_MARKUP.split("|")]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.tex", "a.html"])
@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.timeout(60)
def test_a_long_file_does_not_hang(name, piece):
    extract(name, piece.encode() * (20_000 // len(piece)))


ODD = st.sampled_from(list("https://a.b中。()[]{}<>\"'`*_\\%#&|\n .,;:=?1-"))


@given(st.text(alphabet=ODD | st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_whatever_a_file_holds_it_is_read(text):
    for name in ("a.txt", "a.md", "a.tex", "a.html"):
        for target in extract(name, text.encode("utf-8", "replace")).targets:
            assert target.value
            place = target.places[0]
            assert 1 <= place.line <= text.count("\n") + text.count("\r") + 1
