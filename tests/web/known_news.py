"""Newspapers, agencies, magazines and broadcasters."""

from __future__ import annotations

from web.known_kit import Known, canonical, document, linked, meta


def _news(kind: str, headline: str, day: str, author: object, **more: object) -> str:
    return linked(
        {
            "@context": "https://schema.org",
            "@type": kind,
            "headline": headline,
            "datePublished": day,
            "author": author,
            **more,
        }
    )


NEWS = (
    Known(
        "https://www.cna.com.tw/news/asoc/202306140123.aspx",
        document(
            "販運防制法三讀 | 社會 | 中央社 CNA",
            canonical("https://www.cna.com.tw/news/asoc/202306140123.aspx")
            + meta(og__title="販運防制法三讀 | 社會 | 中央社 CNA", og__site_name="中央社 CNA")
            + _news(
                "NewsArticle",
                "販運防制法三讀 | 社會 | 中央社 CNA",
                "2023/06/14 12:30",
                {"@type": "Person", "name": "中央通訊社"},
            ),
            "<p>（中央社記者王小明台北14日電）立法院會今天</p>",
            lang="zh-Hant-TW",
            h1="販運防制法三讀",
        ),
        {
            "type": "article-newspaper",
            "title": "販運防制法三讀",
            "author": "王|小明",
            "container-title": "中央社",
            "issued": "2023-06-14",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://focustaiwan.tw/society/202306140019",
        document(
            "Lawmakers pass bill on trafficking - Focus Taiwan",
            meta(
                og__title="Lawmakers pass bill on trafficking - Focus Taiwan",
                og__site_name="Focus Taiwan - CNA English News",
            )
            + _news(
                "NewsArticle",
                "Lawmakers pass bill on trafficking",
                "2023-06-14T17:00:00+08:00",
                {"@type": "Organization", "name": "Focus Taiwan"},
            ),
            "<p>Taipei, June 14 (CNA) It was passed.</p><p>(By Jane Doe and John Roe)</p>",
            h1="Lawmakers pass bill on trafficking",
        ),
        {
            "type": "article-newspaper",
            "title": "Lawmakers pass bill on trafficking",
            "author": "Doe|Jane; Roe|John",
            "container-title": "Focus Taiwan",
            "issued": "2023-06-14",
            "language": "en",
        },
    ),
    Known(
        "https://udn.com/news/story/7314/7234567?from=udn-catebreaknews_ch2",
        document(
            "移工權益 新法上路 | 社會萬象 | 社會 | 聯合新聞網",
            canonical("https://udn.com/news/story/7314/7234567")
            + meta(og__title="移工權益 新法上路 | 社會萬象 | 社會 | 聯合新聞網", og__site_name="聯合新聞網")
            + _news(
                "NewsArticle",
                "移工權益 新法上路",
                "2023-06-14T10:00:00+08:00",
                {"@type": "Person", "name": "聯合報／ 記者陳大文"},
            ),
            "<p>2023-06-14 10:00 聯合報／ 記者陳大文／台北即時報導</p>",
            lang="zh-Hant-TW",
            h1="移工權益 新法上路",
        ),
        {
            "type": "article-newspaper",
            "title": "移工權益 新法上路",
            "author": "陳|大文",
            "container-title": "聯合新聞網",
            "issued": "2023-06-14",
            "language": "zh-TW",
            "URL": "https://udn.com/news/story/7314/7234567",
        },
    ),
    Known(
        "https://news.ltn.com.tw/news/politics/paper/1588888",
        document(
            "漁工宿舍爭議 - 政治 - 自由時報電子報",
            meta(
                og__title="漁工宿舍爭議 - 政治 - 自由時報電子報",
                og__site_name="自由時報電子報",
                pubdate="2023-06-15T05:30:00+08:00",
            )
            + _news(
                "NewsArticle",
                "漁工宿舍爭議",
                "2023-06-15T05:30:00+08:00",
                {"@type": "Organization", "name": "自由時報電子報"},
            ),
            "<p>〔記者林美麗、張三／台北報導〕漁業署昨天</p>",
            lang="zh-Hant-TW",
            h1="漁工宿舍爭議",
        ),
        {
            "type": "article-newspaper",
            "title": "漁工宿舍爭議",
            "author": "林|美麗; 張|三",
            "container-title": "自由時報",
            "issued": "2023-06-15",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://www.chinatimes.com/newspapers/20230615000400-260102?chdtv",
        document(
            "遠洋漁業的代價 - 社會新聞 - 中國時報",
            canonical("https://www.chinatimes.com/newspapers/20230615000400-260102")
            + meta(og__title="遠洋漁業的代價 - 社會新聞 - 中國時報", og__site_name="中時新聞網")
            + _news(
                "NewsArticle", "遠洋漁業的代價", "2023-06-15T04:10:00+08:00", {"@type": "Person", "name": "李小華"}
            ),
            lang="zh-Hant-TW",
            h1="遠洋漁業的代價",
        ),
        {
            "type": "article-newspaper",
            "title": "遠洋漁業的代價",
            "author": "李|小華",
            "container-title": "中時新聞網",
            "issued": "2023-06-15",
            "language": "zh-TW",
            "URL": "https://www.chinatimes.com/newspapers/20230615000400-260102",
        },
    ),
    Known(
        "https://www.taipeitimes.com/News/taiwan/archives/2023/06/15/2003801999",
        document(
            "Fishers’ dormitories debated - Taipei Times",
            meta(og__title="Fishers’ dormitories debated - Taipei Times", og__site_name="Taipei Times"),
            '<ul class="as"><li class="name">By Jane Doe  /  Staff reporter</li></ul><h6>Thu, Jun 15, 2023 page3</h6>',
            h1="Fishers’ dormitories debated",
        ),
        {
            "type": "article-newspaper",
            "title": "Fishers’ dormitories debated",
            "author": "Doe|Jane",
            "container-title": "Taipei Times",
            "issued": "2023-06-15",
            "language": "en",
        },
    ),
    Known(
        "https://www.twreporter.org/a/far-sea-fishing-blood",
        document(
            "海上的血淚 - 報導者 The Reporter",
            canonical("https://www.twreporter.org/a/far-sea-fishing-blood")
            + meta(og__title="海上的血淚 - 報導者 The Reporter", og__site_name="報導者 The Reporter")
            + _news(
                "Article",
                "海上的血淚",
                "2020-12-10T16:00:00.000Z",
                [{"@type": "Person", "name": "王小明"}, {"@type": "Person", "name": "李小華"}],
            ),
            lang="zh-TW",
            h1="海上的血淚",
        ),
        {
            "type": "article-magazine",
            "title": "海上的血淚",
            "author": "王|小明; 李|小華",
            "container-title": "報導者",
            "issued": "2020-12-10",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://www.cw.com.tw/article/5112345?utm_campaign=x",
        document(
            "誰在捕你吃的魚？｜天下雜誌",
            canonical("https://www.cw.com.tw/article/5112345")
            + meta(
                og__title="誰在捕你吃的魚？｜天下雜誌",
                og__site_name="天下雜誌",
                author="天下雜誌",
                article__published_time="2021-01-13T00:00:00+08:00",
            ),
            "<p>文・天下編輯部</p><p>文／張三</p>",
            lang="zh-TW",
            h1="誰在捕你吃的魚？",
        ),
        {
            "type": "article-magazine",
            "title": "誰在捕你吃的魚？",
            "author": "張|三",
            "container-title": "天下雜誌",
            "issued": "2021-01-13",
            "language": "zh-TW",
            "URL": "https://www.cw.com.tw/article/5112345",
        },
    ),
    Known(
        "https://www.bbc.com/zhongwen/trad/world-57712345",
        document(
            "台灣漁船上的移工 - BBC News 中文",
            canonical("https://www.bbc.com/zhongwen/trad/world-57712345")
            + meta(og__title="台灣漁船上的移工 - BBC News 中文", og__site_name="BBC News 中文")
            + linked(
                {
                    "@type": "NewsArticle",
                    "headline": "台灣漁船上的移工",
                    "datePublished": "2021-07-05T10:00:00.000Z",
                    "author": {"@type": "NewsMediaOrganization", "name": "BBC News 中文"},
                }
            ),
            lang="zh-Hant",
            h1="台灣漁船上的移工",
        ),
        {
            "type": "article-newspaper",
            "title": "台灣漁船上的移工",
            "container-title": "BBC News 中文",
            "issued": "2021-07-05",
            "language": "zh-Hant",
        },
    ),
    Known(
        "https://www.bbc.com/zhongwen/articles/c0abcdefg12o/simp",
        document(
            "渔船上的移工 - BBC News 中文",
            meta(
                og__title="渔船上的移工 - BBC News 中文",
                og__site_name="BBC News 中文",
                article__published_time="2023-07-05T10:00:00.000Z",
            ),
            '<span class="byline">记者 李明</span>',
            lang="zh-Hans",
            h1="渔船上的移工",
        ),
        {
            "type": "article-newspaper",
            "title": "渔船上的移工",
            "author": "李|明",
            "container-title": "BBC News 中文",
            "issued": "2023-07-05",
            "language": "zh-Hans",
        },
    ),
    Known(
        "https://www.nytimes.com/2021/02/12/world/asia/fishing-boats.html?smid=url-share",
        document(
            "On the Boats, No Way Home - The New York Times",
            canonical("https://www.nytimes.com/2021/02/12/world/asia/fishing-boats.html")
            + meta(og__title="On the Boats, No Way Home (Published 2021)", byl="By Jane Doe")
            + linked(
                {
                    "@type": "NewsArticle",
                    "headline": "On the Boats, No Way Home",
                    "datePublished": "2021-02-12T08:00:00.000Z",
                    "author": [{"@type": "Person", "name": "Jane Doe", "url": "https://www.nytimes.com/by/jane-doe"}],
                    "publisher": {"@id": "https://www.nytimes.com/#publisher"},
                },
                {
                    "@type": "NewsMediaOrganization",
                    "@id": "https://www.nytimes.com/#publisher",
                    "name": "The New York Times",
                },
            ),
        ),
        {
            "type": "article-newspaper",
            "title": "On the Boats, No Way Home",
            "author": "Doe|Jane",
            "container-title": "The New York Times",
            "issued": "2021-02-12",
            "language": "en",
            "URL": "https://www.nytimes.com/2021/02/12/world/asia/fishing-boats.html",
        },
    ),
    Known(
        "https://cn.nytimes.com/asia-pacific/20210215/fishing-boats/zh-hant/",
        document(
            "無家可歸的漁船 - 紐約時報中文網",
            meta(
                og__title="無家可歸的漁船",
                og__site_name="紐約時報中文網",
                article__published_time="2021-02-15 10:00:00",
                author="JANE DOE",
            ),
            lang="zh-Hant",
            h1="無家可歸的漁船",
        ),
        {
            "type": "article-newspaper",
            "title": "無家可歸的漁船",
            "author": "Doe|Jane",
            "container-title": "紐約時報中文網",
            "issued": "2021-02-15",
            "language": "zh-Hant",
        },
    ),
    Known(
        "https://www.theguardian.com/world/2022/feb/22/the-catch",
        document(
            "The catch: life at sea | Fishing | The Guardian",
            meta(
                og__title="The catch: life at sea",
                og__site_name="the Guardian",
                article__published_time="2022-02-22T06:00:00.000Z",
                article__author="https://www.theguardian.com/profile/janedoe",
                author="Jane Doe",
            ),
            h1="The catch: life at sea",
        ),
        {
            "type": "article-newspaper",
            "title": "The catch: life at sea",
            "author": "Doe|Jane",
            "container-title": "The Guardian",
            "issued": "2022-02-22",
            "language": "en",
        },
    ),
    Known(
        "https://www.reuters.com/world/asia-pacific/taiwan-fleet-2023-03-01/",
        document(
            "Taiwan fleet promises change | Reuters",
            meta(
                og__title="Taiwan fleet promises change",
                og__site_name="Reuters",
                article__published_time="2023-03-01T09:00:00Z",
            )
            + _news(
                "NewsArticle",
                "Taiwan fleet promises change",
                "2023-03-01T09:00:00Z",
                [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Organization", "name": "Reuters"}],
            ),
        ),
        {
            "type": "article-newspaper",
            "title": "Taiwan fleet promises change",
            "author": "Doe|Jane",
            "container-title": "Reuters",
            "issued": "2023-03-01",
            "language": "en",
        },
    ),
)
