"""Publishers' platforms, databases, repositories, encyclopedias, software."""

from __future__ import annotations

from web.known_kit import Known, canonical, cite, document, linked, meta, rows

_ARTICLE = {
    "type": "article-journal",
    "title": "On Trafficking at Sea",
    "author": "Doe|Jane; Roe|John",
    "container-title": "Journal of Sea Law",
    "volume": "9",
    "issue": "1",
    "page": "63-78",
    "issued": "2020-11-25",
    "language": "en",
}


def _journal(
    address: str,
    doi: str,
    *,
    states_doi: bool = True,
    url: str = "",
    more: str = "",
    site: str = "",
    publisher: str = "",
) -> Known:
    head = cite(
        title="On Trafficking at Sea",
        author=["Doe, Jane", "John Roe"],
        author_institution="University of Somewhere",
        journal_title="Journal of Sea Law",
        volume="9",
        issue="1",
        firstpage="63",
        lastpage="78",
        publication_date="2020/11/25",
        **({"doi": doi} if states_doi else {}),
        **({"publisher": publisher} if publisher else {}),
    )
    body = (
        "<p>Keywords: fish</p><h2>References</h2><p>Other, A. (2019). A cited work. https://doi.org/10.5555/cited.1</p>"
    )
    item = {
        **_ARTICLE,
        "DOI": doi.lower(),
        **({"URL": url} if url else {}),
        **({"publisher": publisher} if publisher else {}),
    }
    return Known(address, document(f"On Trafficking at Sea{site}", head + more, body), item)


SCHOLARLY = (
    _journal(
        "https://www.tandfonline.com/doi/full/10.1080/23322705.2020.9999999?src=recsys",
        "10.1080/23322705.2020.9999999",
        states_doi=False,
        site=": Journal of Sea Law: Vol 9, No 1",
        publisher="Routledge",
    ),
    _journal(
        "https://journals.sagepub.com/doi/abs/10.1177/0000000020999999",
        "10.1177/0000000020999999",
        states_doi=False,
        site=" | SAGE Journals",
    ),
    _journal(
        "https://onlinelibrary.wiley.com/doi/10.1111/imig.99999",
        "10.1111/imig.99999",
        site=" - Doe - 2020 - Journal of Sea Law - Wiley Online Library",
    ),
    _journal(
        "https://link.springer.com/article/10.1007/s00000-020-09999-9",
        "10.1007/s00000-020-09999-9",
        site=" | Journal of Sea Law",
        more=canonical("https://link.springer.com/article/10.1007/s00000-020-09999-9"),
        publisher="Springer",
    ),
    _journal(
        "https://www.sciencedirect.com/science/article/pii/S0000000020309999",
        "10.1016/j.marpol.2020.99999",
        site=" - ScienceDirect",
    ),
    _journal(
        "https://academic.oup.com/jsl/article/9/1/63/5999999?login=false",
        "10.1093/jsl/zzz999",
        site=" | Journal of Sea Law | Oxford Academic",
        more=canonical("https://academic.oup.com/jsl/article/9/1/63/5999999"),
        url="https://academic.oup.com/jsl/article/9/1/63/5999999",
    ),
    _journal(
        "https://www.cambridge.org/core/journals/journal-of-sea-law/article/on-trafficking-at-sea/ABCDEF0123456789",
        "10.1017/S0000000020000999",
        site=" | Journal of Sea Law | Cambridge Core",
        publisher="Cambridge University Press",
    ),
    _journal("https://www.mdpi.com/2071-1050/9/1/63", "10.3390/su9010063"),
    _journal(
        "https://www.frontiersin.org/articles/10.3389/fmars.2020.99999/full",
        "10.3389/fmars.2020.99999",
        states_doi=False,
    ),
    _journal(
        "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0999999",
        "10.1371/journal.pone.0999999",
        states_doi=False,
        site=" | PLOS ONE",
    ),
    _journal(
        "https://pubmed.ncbi.nlm.nih.gov/33299999/?from_term=x",
        "10.5555/pub.1",
        site=" - PubMed",
        url="https://pubmed.ncbi.nlm.nih.gov/33299999/",
    ),
    _journal(
        "https://toaj.stpi.niar.org.tw/index/journal/volume/article/4b1141f98000001", "10.6220/joq.202011_9(1).0001"
    ),
    Known(
        "https://www.jstor.org/stable/26799999?seq=1",
        document(
            "On Trafficking at Sea on JSTOR",
            meta(og__title="On Trafficking at Sea on JSTOR", og__site_name="www.jstor.org"),
        ),
        {
            "type": "article-journal",
            "title": "On Trafficking at Sea",
            "language": "en",
            "URL": "https://www.jstor.org/stable/26799999",
        },
    ),
    Known(
        "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3999999&download=yes",
        document(
            "On Trafficking at Sea by Jane Doe, John Roe :: SSRN",
            cite(
                title="On Trafficking at Sea",
                author=["Doe, Jane", "Roe, John"],
                online_date="2021/12/01",
                publication_date="2021/11/30",
                doi="10.2139/ssrn.3999999",
            ),
        ),
        {
            "type": "article",
            "title": "On Trafficking at Sea",
            "author": "Doe|Jane; Roe|John",
            "DOI": "10.2139/ssrn.3999999",
            "issued": "2021-11-30",
            "language": "en",
            "URL": "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3999999",
        },
    ),
    Known(
        "https://arxiv.org/abs/2101.99999v2",
        document(
            "[2101.99999v2] Counting Boats from Space",
            cite(
                title="Counting Boats from Space",
                author=["Doe, Jane", "Roe, John"],
                date="2021/01/29",
                online_date="2021/02/03",
                arxiv_id="2101.99999",
            ),
        ),
        {
            "type": "article",
            "title": "Counting Boats from Space",
            "author": "Doe|Jane; Roe|John",
            "DOI": "10.48550/arxiv.2101.99999",
            "number": "arXiv:2101.99999",
            "issued": "2021-01-29",
            "language": "en",
        },
    ),
    Known(
        "https://www.airitilibrary.com/Article/Detail/10238212-201012-201101140047-201101140047-1-33",
        document(
            "臺灣之人口販運問題｜Airiti Library 華藝線上圖書館",
            meta(og__title="臺灣之人口販運問題｜Airiti Library 華藝線上圖書館")
            + cite(
                title=["臺灣之人口販運問題", "Trafficking in Persons in Taiwan"],
                author=["王寬弘", "李小華"],
                journal_title="警學叢刊",
                volume="41",
                issue="3",
                firstpage="1",
                lastpage="33",
                publication_date="2010/12/01",
                doi="10.6220/police.201012.0001",
            ),
            "<p>DOI： 10.6220/police.201012.0001</p>",
            lang="zh-TW",
        ),
        {
            "type": "article-journal",
            "title": "臺灣之人口販運問題",
            "title en": "Trafficking in Persons in Taiwan",
            "author": "王|寬弘; 李|小華",
            "container-title": "警學叢刊",
            "volume": "41",
            "issue": "3",
            "page": "1-33",
            "issued": "2010-12-01",
            "DOI": "10.6220/police.201012.0001",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://www.airitilibrary.com/Publication/alDetailedMesh?docid=U0001-2106201916384800",
        document(
            "人口販運被害人保護之研究｜Airiti Library 華藝線上圖書館",
            cite(
                title="人口販運被害人保護之研究",
                author="陳大文",
                dissertation_institution="國立臺灣大學",
                publication_date="2019/01/01",
            ),
            "<p>DOI：10.6342/NTU201900999</p>",
            lang="zh-TW",
        ),
        {
            "type": "thesis",
            "title": "人口販運被害人保護之研究",
            "author": "陳|大文",
            "publisher": "國立臺灣大學",
            "issued": "2019-01-01",
            "DOI": "10.6342/ntu201900999",
            "language": "zh-TW",
            "URL": "https://www.airitilibrary.com/Article/Detail/U0001-2106201916384800",
        },
    ),
    Known(
        "https://ndltd.ncl.edu.tw/cgi-bin/gs32/gsweb.cgi/ccd=AbCdEf/record?r1=1&h1=0",
        document(
            "詳目顯示::臺灣博碩士論文知識加值系統",
            "",
            rows(
                **{
                    "研究生:": "林美麗",
                    "研究生(外文):": "Lin, Mei-Li",
                    "論文名稱:": "遠洋漁工之勞動權益",
                    "論文名稱(外文):": "Labour Rights of Distant Water Fishers",
                    "指導教授:": "王寬弘",
                    "學位類別:": "碩士",
                    "校院名稱:": "中央警察大學",
                    "系所名稱:": "外事警察研究所",
                    "論文種類:": "學術論文",
                    "論文出版年:": "2021",
                    "畢業學年度:": "109",
                    "論文頁數:": "152",
                }
            )
            + "<p>本論文永久網址: https://hdl.handle.net/11296/abc123</p>",
            lang="zh-TW",
        ),
        {
            "type": "thesis",
            "title": "遠洋漁工之勞動權益",
            "title en": "Labour Rights of Distant Water Fishers",
            "author": "林|美麗",
            "author zh-Latn": "Lin|Mei-Li",
            "publisher": "中央警察大學外事警察研究所",
            "genre": "碩士論文",
            "issued": "2021",
            "number-of-pages": "152",
            "language": "zh-TW",
            "URL": "https://hdl.handle.net/11296/abc123",
        },
    ),
    Known(
        "https://tpl.ncl.edu.tw/NclService/JournalContentDetail?SysId=A10012345",
        document(
            "期刊文獻資訊網",
            "",
            rows(
                題名="人口販運之偵查",
                作者="張三；李四",
                期刊="x",
                書刊名="警學叢刊",
                卷期="41:3 2010.11[民99.11]",
                頁次="頁61-105",
                出版日期="2010.11",
            ),
            lang="zh-TW",
        ),
        {
            "type": "article-journal",
            "title": "人口販運之偵查",
            "author": "張|三; 李|四",
            "container-title": "警學叢刊",
            "volume": "41",
            "issue": "3",
            "page": "61-105",
            "issued": "2010-11",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://www.hyread.com.tw/hyreadnew/search_detail_new.jsp?dtdId=000040&sysId=00212345",
        document(
            "人口販運之預防 - HyRead 台灣全文資料庫",
            "",
            rows(
                篇名="人口販運之預防",
                並列篇名="Preventing Trafficking",
                作者="王小明",
                刊名="展望與探索",
                卷期="18卷2期",
                頁次="045-066",
                出版日期="202002",
            ),
            lang="zh-TW",
        ),
        {
            "type": "article-journal",
            "title": "人口販運之預防",
            "title en": "Preventing Trafficking",
            "author": "王|小明",
            "container-title": "展望與探索",
            "volume": "18",
            "issue": "2",
            "page": "045-066",
            "issued": "2020-02",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://kns.cnki.net/kcms2/article/abstract?v=AbCdEf&uniplatform=NZKPT",
        document(
            "打击人口贩运的国际合作 - 中国知网",
            "",
            "<h1>打击人口贩运的国际合作</h1><p>DOI：10.19999/j.cnki.1000-9999.2020.01.001</p>",
            lang="zh-CN",
        ),
        {
            "type": "article-journal",
            "title": "打击人口贩运的国际合作",
            "DOI": "10.19999/j.cnki.1000-9999.2020.01.001",
            "language": "zh-Hans",
        },
    ),
    Known(
        "https://d.wanfangdata.com.cn/thesis/D0199999",
        document("跨国人口贩运犯罪研究-论文-万方数据知识服务平台", "", h1="跨国人口贩运犯罪研究", lang="zh-CN"),
        {"type": "thesis", "title": "跨国人口贩运犯罪研究", "language": "zh-Hans"},
    ),
    Known(
        "https://www.jstage.jst.go.jp/article/kaiho/15/2/15_99/_article/-char/ja",
        document(
            "海の人身取引",
            cite(
                title="海の人身取引",
                author=["山田 太郎", "鈴木 花子"],
                journal_title="海洋政策研究",
                volume="15",
                issue="2",
                firstpage="99",
                lastpage="110",
                publication_date="2018/03/31",
                doi="10.5555/kaiho.15.2_99",
                language="ja",
            ),
            lang="ja",
        ),
        {
            "type": "article-journal",
            "title": "海の人身取引",
            "author": "山田|太郎; 鈴木|花子",
            "container-title": "海洋政策研究",
            "volume": "15",
            "issue": "2",
            "page": "99-110",
            "issued": "2018-03-31",
            "DOI": "10.5555/kaiho.15.2_99",
            "language": "ja",
        },
    ),
    Known(
        "https://zh.wikipedia.org/zh-tw/%E4%BA%BA%E5%8F%A3%E8%B2%A9%E9%81%8B",
        document(
            "人口販運 - 維基百科，自由的百科全書",
            canonical("https://zh.wikipedia.org/wiki/%E4%BA%BA%E5%8F%A3%E8%B2%A9%E9%81%8B")
            + meta(og__title="人口販運 - 維基百科，自由的百科全書")
            + linked(
                {
                    "@type": "Article",
                    "name": "人口販運",
                    "author": {"@type": "Organization", "name": "维基媒体项目贡献者"},
                    "publisher": {"@type": "Organization", "name": "Wikimedia Foundation, Inc."},
                    "datePublished": "2006-01-02T03:04:05Z",
                    "dateModified": "2023-01-01T00:00:00Z",
                }
            ),
            lang="zh-Hant-TW",
            h1="人口販運",
        ),
        {
            "type": "entry-encyclopedia",
            "title": "人口販運",
            "container-title": "維基百科",
            "issued": "2023-01-01",
            "language": "zh-Hant",
            "URL": "https://zh.wikipedia.org/wiki/%E4%BA%BA%E5%8F%A3%E8%B2%A9%E9%81%8B",
        },
    ),
    Known(
        "https://en.wikipedia.org/wiki/Human_trafficking",
        document(
            "Human trafficking - Wikipedia",
            canonical("https://en.wikipedia.org/wiki/Human_trafficking"),
            h1="Human trafficking",
        ),
        {"type": "entry-encyclopedia", "title": "Human trafficking", "container-title": "Wikipedia", "language": "en"},
    ),
    Known(
        "https://github.com/somebody/boat-counter?tab=readme-ov-file",
        document(
            "GitHub - somebody/boat-counter: Counts boats from space · GitHub",
            meta(
                og__title="GitHub - somebody/boat-counter: Counts boats from space",
                og__site_name="GitHub",
                og__url="https://github.com/somebody/boat-counter",
            ),
        ),
        {
            "type": "software",
            "title": "somebody/boat-counter: Counts boats from space",
            "URL": "https://github.com/somebody/boat-counter",
            "language": "en",
        },
    ),
    Known(
        "https://zenodo.org/records/7999999",
        document(
            "Boats from Space",
            cite(
                title="Boats from Space: data",
                author=["Doe, Jane"],
                doi="10.5281/zenodo.7999999",
                publication_date="2023/05/03",
                publisher="Zenodo",
            )
            + linked({"@type": "Dataset", "name": "Boats from Space: data", "datePublished": "2023-05-03"}),
        ),
        {
            "type": "dataset",
            "title": "Boats from Space: data",
            "author": "Doe|Jane",
            "publisher": "Zenodo",
            "DOI": "10.5281/zenodo.7999999",
            "issued": "2023-05-03",
            "language": "en",
        },
    ),
)
