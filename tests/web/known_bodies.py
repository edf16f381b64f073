"""Public bodies, think tanks and law."""

from __future__ import annotations

from web.known_kit import Known, canonical, cite, document, linked, meta, rows

_YOAST = {"@type": "WebPage", "name": "人口販運問題報告 - 美國在台協會", "datePublished": "2021-07-02T01:00:00+00:00"}

BODIES = (
    Known(
        "https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking/?utm_source=line",
        document(
            "人口販運問題報告 - 美國在台協會",
            canonical("https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking/")
            + meta(og__title="人口販運問題報告 - 美國在台協會", og__site_name="American Institute in Taiwan")
            + linked(_YOAST),
            lang="zh-TW",
            h1="人口販運問題報告",
        ),
        {
            "type": "report",
            "title": "人口販運問題報告",
            "author": "美國在台協會",
            "issued": "2021-07-02",
            "language": "zh-TW",
            "URL": "https://www.ait.org.tw/zhtw/our-relationship-zh/official-reports-zh/trafficking/",
        },
    ),
    Known(
        "https://www.ait.org.tw/remarks-at-the-workshop/",
        document(
            "Remarks at the Workshop - American Institute in Taiwan",
            meta(
                og__title="Remarks at the Workshop",
                og__site_name="American Institute in Taiwan",
                article__published_time="2022-09-01T06:00:00+00:00",
                author="ait_web01",
            ),
            h1="Remarks at the Workshop",
        ),
        {
            "type": "webpage",
            "title": "Remarks at the Workshop",
            "author": "American Institute in Taiwan",
            "issued": "2022-09-01",
            "language": "en",
        },
    ),
    Known(
        "https://www.state.gov/reports/2021-trafficking-in-persons-report/taiwan/",
        document(
            "Taiwan - United States Department of State",
            meta(
                og__title="Taiwan - United States Department of State",
                og__site_name="United States Department of State",
                article__published_time="2021-07-01T14:00:00+00:00",
            ),
            h1="2021 Trafficking in Persons Report: Taiwan",
        ),
        {
            "type": "report",
            "title": "2021 Trafficking in Persons Report: Taiwan",
            "author": "U.S. Department of State",
            "issued": "2021-07-01",
            "language": "en",
        },
    ),
    Known(
        "https://www.unodc.org/unodc/en/human-trafficking/faqs.html",
        document("Human Trafficking FAQs", h1="Human Trafficking FAQs"),
        {
            "type": "webpage",
            "title": "Human Trafficking FAQs",
            "author": "United Nations Office on Drugs and Crime",
            "language": "en",
        },
    ),
    Known(
        "https://www.unodc.org/unodc/zh/human-trafficking/protocol.html",
        document("人口贩运问题", lang="zh-Hans", h1="人口贩运问题"),
        {"type": "webpage", "title": "人口贩运问题", "author": "联合国毒品和犯罪问题办公室", "language": "zh-Hans"},
    ),
    Known(
        "https://www.ilo.org/publications/profits-and-poverty-2",
        document(
            "Profits and poverty | International Labour Organization",
            meta(
                og__title="Profits and poverty",
                og__site_name="International Labour Organization",
                dcterms_date="2024-03-19",
                article__published_time="2024-03-19T09:00:00+01:00",
            ),
            h1="Profits and poverty",
        ),
        {
            "type": "report",
            "title": "Profits and poverty",
            "author": "International Labour Organization",
            "issued": "2024-03-19",
            "language": "en",
        },
    ),
    Known(
        "https://publications.iom.int/books/handbook-returning-workers",
        document(
            "Handbook for Returning Workers | IOM Publications Platform",
            meta(og__site_name="IOM Publications Platform", og__title="Handbook for Returning Workers"),
            "<div>Publication date: 12 March 2019</div>",
            h1="Handbook for Returning Workers",
        ),
        {
            "type": "report",
            "title": "Handbook for Returning Workers",
            "author": "International Organization for Migration",
            "issued": "2019-03-12",
            "language": "en",
        },
    ),
    Known(
        "https://digitallibrary.un.org/record/812345?ln=en&v=pdf",
        document(
            "Report of the Special Rapporteur on Trafficking",
            cite(
                title="Report of the Special Rapporteur on Trafficking",
                author="UN. Human Rights Council. Special Rapporteur",
                publication_date="2017",
                technical_report_number="A/HRC/35/37",
            ),
        ),
        {
            "type": "report",
            "title": "Report of the Special Rapporteur on Trafficking",
            "author": "UN. Human Rights Council. Special Rapporteur",
            "issued": "2017",
            "number": "A/HRC/35/37",
            "language": "en",
            "URL": "https://digitallibrary.un.org/record/812345",
        },
    ),
    Known(
        "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12-a&chapter=18&clang=_en",
        document(
            "UNTC", "", "<h1>12. a Protocol to Prevent Trafficking in Persons</h1><p>New York, 15 November 2000</p>"
        ),
        {"type": "treaty", "title": "12. a Protocol to Prevent Trafficking in Persons", "language": "en"},
    ),
    Known(
        "https://www.hrw.org/report/2020/05/11/work-without-papers/migrants-fishing-fleets",
        document(
            "Work Without Papers | HRW",
            canonical("https://www.hrw.org/report/2020/05/11/work-without-papers/migrants-fishing-fleets")
            + meta(
                og__site_name="Human Rights Watch",
                og__title="Work Without Papers",
                article__published_time="2020-05-11T00:00:00-0400",
            ),
            h1="Work Without Papers",
        ),
        {
            "type": "report",
            "title": "Work Without Papers",
            "author": "Human Rights Watch",
            "issued": "2020-05-11",
            "language": "en",
        },
    ),
    Known(
        "https://www.amnesty.org/zh-hant/latest/news/2021/03/fishing-workers/",
        document(
            "漁船上的勞工 - 國際特赦組織",
            meta(
                og__site_name="Amnesty International",
                og__title="漁船上的勞工",
                article__published_time="2021-03-02T00:00:00+00:00",
            ),
            lang="zh-Hant",
            h1="漁船上的勞工",
        ),
        {
            "type": "webpage",
            "title": "漁船上的勞工",
            "author": "國際特赦組織",
            "issued": "2021-03-02",
            "language": "zh-Hant",
        },
    ),
    Known(
        "https://www.brookings.edu/articles/order-from-chaos-at-sea/",
        document(
            "Order from chaos at sea | Brookings",
            meta(og__site_name="Brookings", og__title="Order from chaos at sea")
            + linked(
                {
                    "@type": "Article",
                    "headline": "Order from chaos at sea",
                    "datePublished": "2023-05-03T12:00:00+00:00",
                    "author": [{"@type": "Person", "name": "Jane van Doe"}, {"@type": "Person", "name": "John Q. Roe"}],
                    "publisher": {"@type": "Organization", "name": "Brookings"},
                }
            ),
        ),
        {
            "type": "webpage",
            "title": "Order from chaos at sea",
            "author": "Doe|Jane van; Roe|John Q.",
            "container-title": "Brookings Institution",
            "issued": "2023-05-03",
            "language": "en",
        },
    ),
    Known(
        "https://www.csis.org/analysis/fleets-of-tomorrow",
        document(
            "Fleets of Tomorrow | CSIS",
            meta(
                og__site_name="CSIS",
                og__title="Fleets of Tomorrow",
                article__published_time="2023-02-14T05:00:00+00:00",
            ),
            '<p class="contributor">Commentary by <a rel="author" href="/people/jane-doe">Jane Doe</a></p>',
            h1="Fleets of Tomorrow",
        ),
        {
            "type": "webpage",
            "title": "Fleets of Tomorrow",
            "author": "Doe|Jane",
            "container-title": "Center for Strategic and International Studies",
            "issued": "2023-02-14",
            "language": "en",
        },
    ),
    Known(
        "https://carnegieendowment.org/research/2024/02/the-price-of-cheap-fish?lang=en",
        document(
            "The Price of Cheap Fish | Carnegie Endowment for International Peace",
            linked(
                {
                    "@type": "ScholarlyArticle",
                    "headline": "The Price of Cheap Fish",
                    "datePublished": "2024-02-20",
                    "author": {"@type": "Person", "name": "Mary Major"},
                }
            ),
        ),
        {
            "type": "report",
            "title": "The Price of Cheap Fish",
            "author": "Major|Mary",
            "publisher": "Carnegie Endowment for International Peace",
            "issued": "2024-02-20",
            "language": "en",
        },
    ),
    Known(
        "https://www.rand.org/pubs/research_reports/RRA9999-1.html",
        document(
            "Counting the Hidden | RAND",
            cite(
                title="Counting the Hidden",
                author=["Doe, Jane", "Roe, John"],
                doi="10.7249/RRA9999-1",
                publication_date="2022/11/03",
                technical_report_number="RR-A9999-1",
                technical_report_institution="RAND Corporation",
            ),
        ),
        {
            "type": "report",
            "title": "Counting the Hidden",
            "author": "Doe|Jane; Roe|John",
            "DOI": "10.7249/rra9999-1",
            "publisher": "RAND Corporation",
            "number": "RR-A9999-1",
            "issued": "2022-11-03",
            "language": "en",
        },
    ),
    Known(
        "https://www.stimson.org/2023/blue-crimes/",
        document(
            "Blue Crimes • Stimson Center",
            meta(
                og__title="Blue Crimes • Stimson Center",
                og__site_name="Stimson Center",
                article__published_time="2023-08-01T10:00:00+00:00",
                author="Administrator",
            ),
            h1="Blue Crimes",
        ),
        {
            "type": "webpage",
            "title": "Blue Crimes",
            "author": "Stimson Center",
            "issued": "2023-08-01",
            "language": "en",
        },
    ),
    Known(
        "https://globaltaiwan.org/2022/04/migrant-workers-in-taiwan/",
        document(
            "Migrant Workers in Taiwan | Global Taiwan Institute",
            meta(
                og__title="Migrant Workers in Taiwan",
                og__site_name="Global Taiwan Institute",
                article__published_time="2022-04-06T08:00:00+00:00",
            ),
            "<p>By: Jane Doe</p>",
            h1="Migrant Workers in Taiwan",
        ),
        {
            "type": "webpage",
            "title": "Migrant Workers in Taiwan",
            "author": "Doe|Jane",
            "container-title": "Global Taiwan Institute",
            "issued": "2022-04-06",
            "language": "en",
        },
    ),
    Known(
        "https://indsr.org.tw/respublicationcon?uid=12&resid=1900&pid=4100",
        document(
            "漁船喋血與海上安全 | 財團法人國防安全研究院",
            "",
            "<div>發布日期：2022/10/04</div><div>作者：王小明</div>",
            lang="zh-TW",
            h1="漁船喋血與海上安全",
        ),
        {
            "type": "report",
            "title": "漁船喋血與海上安全",
            "author": "王|小明",
            "publisher": "國防安全研究院",
            "issued": "2022-10-04",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://www.cier.edu.tw/publish/review-2023",
        document(
            "2023年經濟展望 - 中華經濟研究院",
            meta(
                og__site_name="中華經濟研究院",
                og__title="2023年經濟展望 - 中華經濟研究院",
                article__published_time="2022-12-20T02:00:00+00:00",
                author="admin",
            ),
            lang="zh-TW",
            h1="2023年經濟展望",
        ),
        {
            "type": "webpage",
            "title": "2023年經濟展望",
            "author": "中華經濟研究院",
            "issued": "2022-12-20",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://www.pf.org.tw/tw/pfch/12-9876.html",
        document(
            "遠景論壇：海上移工 - 遠景基金會",
            "",
            "<p>日期：112年5月3日</p><p>作者：陳大文</p>",
            lang="zh-TW",
            h1="遠景論壇：海上移工",
        ),
        {
            "type": "webpage",
            "title": "遠景論壇：海上移工",
            "author": "陳|大文",
            "container-title": "遠景基金會",
            "issued": "2023-05-03",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=D0080177&kw=x",
        document(
            "人口販運防制法-全國法規資料庫",
            "",
            rows(
                **{
                    "法規名稱：": '<a href="#">人口販運防制法</a> <a>EN</a>',
                    "修正日期：": "民國 112 年 06 月 14 日",
                    "法規類別：": "行政 ＞ 內政部 ＞ 移民目",
                }
            ),
            lang="zh-TW",
        ),
        {
            "type": "legislation",
            "title": "人口販運防制法",
            "issued": "2023-06-14",
            "language": "zh-TW",
            "URL": "https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=D0080177",
        },
    ),
    Known(
        "https://law.moj.gov.tw/ENG/LawClass/LawAll.aspx?pcode=D0080177",
        document(
            "Human Trafficking Prevention Act - Laws & Regulations Database of The Republic of China (Taiwan)",
            "",
            rows(**{"Title：": "Human Trafficking Prevention Act", "Amended Date：": "2023-06-14"}),
        ),
        {"type": "legislation", "title": "Human Trafficking Prevention Act", "issued": "2023-06-14", "language": "en"},
    ),
    Known(
        "https://www.ly.gov.tw/Pages/Detail.aspx?nodeid=33324&pid=200123",
        document(
            "立法院全球資訊網-院會三讀通過修正案",
            meta(
                **{
                    "DC_-Title": "院會三讀通過修正案",
                    "DC_-Creator": "立法院",
                    "DC_-Date": "2023-05-16",
                    "DC_-Language": "中文",
                }
            ),
            lang="zh-TW",
            h1="院會三讀通過修正案",
        ),
        {
            "type": "webpage",
            "title": "院會三讀通過修正案",
            "author": "立法院",
            "issued": "2023-05-16",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://cons.judicial.gov.tw/docdata.aspx?fid=38&id=340000",
        document(
            "憲法法庭網站-112年憲判字第99號【移工轉換雇主案】",
            "",
            "<p>裁判日期：112年12月29日</p>",
            lang="zh-TW",
            h1="112年憲判字第99號【移工轉換雇主案】",
        ),
        {
            "type": "legal_case",
            "title": "112年憲判字第99號【移工轉換雇主案】",
            "authority": "憲法法庭",
            "language": "zh-TW",
        },
    ),
    Known(
        "https://www.immigration.gov.tw/5385/7344/7350/8940/?alias=settledown",
        document(
            "防制人口販運成效－中華民國內政部移民署全球資訊網",
            meta(
                **{
                    "DC_-Title": "防制人口販運成效",
                    "DC_-Creator": "內政部移民署",
                    "DC_-Date": "2021-06-25",
                    "DC_-Publisher": "內政部移民署",
                }
            ),
            "<p>發佈日期：110-06-25 更新日期：112-01-09</p>",
            lang="zh-Hant-TW",
            h1="防制人口販運成效",
        ),
        {
            "type": "webpage",
            "title": "防制人口販運成效",
            "author": "內政部移民署",
            "issued": "2021-06-25",
            "language": "zh-Hant-TW",
        },
    ),
    Known(
        "https://www.congress.gov/bill/117th-congress/house-bill/9999/text",
        document(
            "Text - H.R.9999 - 117th Congress (2021-2022): Safe Fishing Act | Congress.gov | Library of Congress",
            canonical("https://www.congress.gov/bill/117th-congress/house-bill/9999/text"),
            h1="H.R.9999 - Safe Fishing Act",
        ),
        {
            "type": "bill",
            "title": "H.R.9999 - Safe Fishing Act",
            "language": "en",
            "URL": "https://www.congress.gov/bill/117th-congress/house-bill/9999",
        },
    ),
    Known(
        "https://www.federalregister.gov/documents/2022/01/05/2021-99999/import-of-fish",
        document(
            "Federal Register :: Import of Fish",
            canonical("https://www.federalregister.gov/documents/2022/01/05/2021-99999/import-of-fish")
            + meta(og__title="Import of Fish", og__site_name="Federal Register"),
            "<p>Publication Date: 01/05/2022</p><p>Published on January 5, 2022</p>",
            h1="Import of Fish",
        ),
        {
            "type": "regulation",
            "title": "Import of Fish",
            "container-title": "Federal Register",
            "issued": "2022-01-05",
            "language": "en",
        },
    ),
    Known(
        "https://www.govinfo.gov/app/details/PLAW-106publ386/summary",
        document(
            "Public Law 106 - 386 - Victims of Trafficking Act - GovInfo",
            "",
            h1="Public Law 106 - 386 - Victims of Trafficking Act",
        ),
        {
            "type": "legislation",
            "title": "Public Law 106 - 386 - Victims of Trafficking Act",
            "language": "en",
            "URL": "https://www.govinfo.gov/app/details/PLAW-106publ386",
        },
    ),
)
