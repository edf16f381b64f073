# ruff: noqa: E501 (a row is one pair, read across)
"""Pairs of invented references with what they are: `same`, `other` or `doubtful` (a reader has to look).

A row is the label, the fields that both have, and those that each has beside them or in their place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tipcite.formats.assign import assign_field
from tipcite.model import Item, Variant, VariantKind

Row = tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]


def make(fields: dict[str, Any], key: str) -> Item:
    """Make an item of plain fields: names joined by `; `, `en`: the title in English as a variant."""
    item = Item(key=key, type=fields.get("type", "article-journal"))
    for name, value in fields.items():
        if name == "en":
            form = Variant(field="title", kind=VariantKind.PARALLEL, language="en", text=value)
            item = replace(item, variants=(form,))
        elif name == "ISBN":  # as files have it: several numbers in one field
            item = replace(item, fields={**item.fields, name: value})
        elif name != "type" and value:
            item = assign_field(item, name, str(value))
    return item


def art(title: str, author: str = "", year: object = "", container: str = "", **more: Any) -> dict[str, Any]:
    return {"title": title, "author": author, "issued": year, "container-title": container, **more}


def book(title: str, author: str = "", year: object = "", publisher: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "book", "title": title, "author": author, "issued": year, "publisher": publisher, **more}


def chapter(title: str, author: str = "", year: object = "", container: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "chapter", "title": title, "author": author, "issued": year, "container-title": container, **more}


def web(title: str, author: str = "", year: object = "", url: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "webpage", "title": title, "author": author, "issued": year, "URL": url, **more}


def report(title: str, author: str = "", year: object = "", url: str = "", **more: Any) -> dict[str, Any]:
    return {"type": "report", "title": title, "author": author, "issued": year, "URL": url, **more}


LAKE = art(
    "Tides of a mountain lake",
    "Marten, Ada; Osei, Kofi",
    2018,
    "Journal of Inland Waters",
    volume=12,
    issue=3,
    page="201-219",
)
REEF = art(
    "Coral nurseries and the price of patience", "Varga, Lena", 2020, "Ocean Policy Review", volume=7, page="44-61"
)
FISH = art("臺灣西部沿海漁村之變遷", "林碧海", 2015, "海洋社會學刊", volume=8, issue=2, page="33-70")
LAW = art("海岸管理法制之檢討與展望", "陳岸生; 周立平", 2019, "公法研究季刊", volume=21, issue=1, page="1-48")
BARE_LAW = {**LAW, "volume": "", "issue": "", "page": ""}
ATLAS = book("An Atlas of Vanished Harbours", "Quill, Rosa", 2011, "Northlight Press")
PORT = book("港口的社會史", "吳望潮", 2008, "海風出版社")
TIP = report("海域安全年度報告", "海域安全委員會", 2021)
THESIS = {
    "type": "thesis",
    "title": "離島醫療可近性之研究",
    "author": "鄭安民",
    "issued": 2016,
    "publisher": "國立南海大學",
}
AIT = web("對外漁業合作問答集", "漁業合作辦公室", 2022, "https://www.fish-office.test/zh/faq/")
NEWS = {
    "type": "article-newspaper",
    "title": "漁港擴建案今日動工",
    "author": "何記者",
    "issued": "2021-03-02",
    "container-title": "海岸日報",
}

ROWS: list[Row] = [
    # The same identifier.
    ("same", LAKE, {"DOI": "10.5555/lake.1"}, {"DOI": "https://doi.org/10.5555/LAKE.1"}),
    ("same", REEF, {"DOI": "10.5555/reef"}, {"DOI": "doi:10.5555/reef", "author": "Varga, L."}),
    ("same", {}, {**REEF, "DOI": "10.5555/reef"}, art("", "", "", "", DOI="10.5555/reef")),
    ("same", {}, {**LAW, "DOI": "10.6555/law.2019.1"}, art("A Review of Coastal Management Law", "Chen, An-Sheng", 2019, "Public Law Quarterly", DOI="10.6555/law.2019.1")),
    ("same", LAKE, {"DOI": "10.5555/lake.1"}, {"URL": "https://doi.org/10.5555/lake.1"}),
    ("same", LAKE, {"PMID": "31000001"}, {"PMID": "31000001", "container-title": "J Inland Waters", "author": "Marten A"}),
    ("same", LAKE, {"URL": "https://pubmed.ncbi.nlm.nih.gov/31000001/"}, {"PMID": "31000001"}),
    ("same", {"type": "article"}, art("Learning to float", "Iyer, Dev", 2021, URL="https://arxiv.org/abs/2101.00001v2"), art("Learning to Float", "Iyer, D.", 2021, number="arXiv:2101.00001")),
    ("same", {"type": "article"}, art("Learning to float", "Iyer, Dev", 2021, DOI="10.48550/arXiv.2101.00001"), art("Learning to float", "Iyer, Dev", 2021, URL="https://arxiv.org/pdf/2101.00001.pdf")),
    ("same", ATLAS, {"ISBN": "978-0-306-40615-7"}, {"ISBN": "0306406152", "title": "Atlas of vanished harbors"}),
    ("same", PORT, {"ISBN": "9789861234564"}, {"ISBN": "978-986-123-456-4", "title": "港口的社会史", "author": "吴望潮"}),
    ("same", PORT, {"ISBN": "9789861234564", "publisher": "海風"}, {"ISBN": "9789861234564 9780306406157"}),
    ("same", chapter("Salt and credit", "Bruno, Ines", 2013, "Ports and Money", ISBN="9780306406157", page="10-30"), {}, {"author": "Bruno, I.", "page": ""}),
    ("doubtful", {"DOI": "10.5555/reef"}, REEF, art("On the boiling of seaweed", "Hale, Tom", 1999, "Kitchen Chemistry")),
    ("doubtful", {"DOI": "10.5555/lake.1"}, LAKE, {**LAKE, "title": "Erratum to: Tides of a mountain lake"}),
    ("doubtful", LAKE, {"DOI": "10.5555/lake.1"}, {"DOI": "10.5555/lake.1a"}),
    ("doubtful", {}, art("Learning to float", "Iyer, Dev", 2021, "", DOI="10.48550/arXiv.2101.00001", type="article"), art("Learning to float", "Iyer, Dev", 2022, "Swimming Letters", volume=3, page="1-9", DOI="10.5555/float")),
    ("doubtful", ATLAS, {"ISBN": "9780306406157"}, {"ISBN": "9789861234564"}),
    # One ISBN, several works.
    ("other", {"ISBN": "9780306406157", "container-title": "Ports and Money", "type": "chapter", "issued": 2013}, {"title": "Salt and credit", "author": "Bruno, Ines"}, {"title": "Ropes on trust", "author": "Bruno, Ines"}),
    ("other", {"ISBN": "9780306406157", "container-title": "Ports and Money", "type": "chapter", "issued": 2013}, {"title": "Introduction", "author": "Bruno, Ines", "page": "1-9"}, {"title": "Conclusion", "author": "Bruno, Ines", "page": "300-310"}),
    ("other", {"ISBN": "9780306406157", "issued": 2013}, book("Ports and Money", "Bruno, Ines"), chapter("Salt and credit", "Bruno, Ines", 2013, "Ports and Money")),
    ("other", {"ISBN": "9789861234564", "type": "chapter", "container-title": "臺灣港口史論集", "issued": 2010}, {"title": "清代港口之稅制", "author": "吳望潮"}, {"title": "日治港口之稅制", "author": "吳望潮"}),
    ("other", {"ISBN": "9789861234564", "type": "chapter", "container-title": "臺灣港口史論集", "issued": 2010, "title": "導論"}, {"author": "吳望潮", "page": "1-5"}, {"author": "許臨水", "page": "101-104"}),
    # One address.
    ("same", AIT, {}, {"URL": "http://fish-office.test/zh/faq?utm_source=mail"}),
    ("same", AIT, {}, {"URL": "https://www.fish-office.test/zh/faq/index.html#q3"}),
    ("same", AIT, {"author": ""}, {"title": "对外渔业合作问答集"}),
    ("same", web("How the ferry fund works", "", "", "https://ferry.test/fund"), {}, {"title": "How the Ferry Fund works", "URL": "https://ferry.test/fund/?fbclid=1"}),
    ("other", {"URL": "https://www.sea-safety.test/report/"}, {**TIP, "issued": 2020}, {**TIP, "issued": 2021}),
    ("other", {"URL": "https://www.sea-safety.test/"}, web("海事宣導", "海域安全委員會", 2021), web("公告事項", "海域安全委員會", 2021)),
    ("other", {"URL": "https://archive.test/list?id=7"}, web("Minutes of the harbour board", "Harbour Board", 2014), web("Budget of the harbour board", "Harbour Board", 2014)),
    ("other", web("最新消息", "海域安全委員會", 2021), {"URL": "https://a.test/news/1"}, {"URL": "https://a.test/news/2", "issued": 2019}),
    ("doubtful", AIT, {}, {"issued": ""}),
    ("doubtful", web("漁民權益說明", "漁業合作辦公室", 2022), {"URL": "https://a.test/1"}, {"URL": "https://a.test/2"}),
    # Title, creators and year, written in other ways.
    ("same", LAKE, {}, {"title": "TIDES OF A MOUNTAIN LAKE."}),
    ("same", LAKE, {}, {"author": "A. Marten; K. Osei", "page": "201–19"}),
    ("same", LAKE, {}, {"author": "Marten, A.; others", "volume": "", "issue": "", "page": ""}),
    ("same", LAKE, {}, {"container-title": "J. Inland Waters", "title": "Tides of a Mountain Lake"}),
    ("same", LAKE, {}, {"container-title": "", "volume": "", "page": "", "issue": ""}),
    ("same", REEF, {}, {"title": "Coral nurseries & the price of patience"}),
    ("same", REEF, {}, {"title": "Coral nurseries and the <i>price</i> of patience", "page": "44--61"}),
    ("same", art("The colour of harbour neighbourhoods", "Lund, Per", 2009, "Urban Shores", page="5-20"), {}, {"title": "The color of harbor neighborhoods"}),
    ("same", art("Organising the programme of shore defence", "Lund, Per", 2010, "Urban Shores"), {}, {"title": "Organizing the program of shore defense"}),
    ("same", art("Étude des marées à Saint-Malo", "Lefèvre, Zoé", 2005, "Revue des côtes"), {}, {"title": "Etude des marees a Saint Malo", "author": "Lefevre, Zoe"}),
    ("same", art("Über das Wattenmeer", "Müller, Jörg", 2001, "Küste"), {}, {"author": "Muller, Jorg", "title": "Uber das Wattenmeer"}),
    ("same", art("Tide gauges and trust", "de la Cruz, Ana", 2017, "Coastal Studies"), {}, {"author": "Cruz, Ana de la"}),
    ("same", art("Tide gauges and trust", "Hogan, Kimberly A.", 2017, "Coastal Studies"), {}, {"author": "Hogan, Kimberly"}),
    ("same", art("Tide gauges and trust", "Roe-Sepo, Dominique", 2017, "Coastal Studies"), {}, {"author": "Roe Sepo, D."}),
    ("same", art("Vulnerability of homeless sailors to fraud", "Pike, Ira", 2014, "Seafarer Studies", page="9-30"), {}, {"title": "Vulnerabilty of homeless sailors to fraud"}),
    ("same", art("A history of lighthouses in the northern archipelago", "Pike, Ira", 2014, "Seafarer Studies"), {}, {"title": "A history of lighthouses in the nothern archipelago"}),
    ("same", FISH, {}, {"title": "台灣西部沿海漁村之變遷"}),
    ("same", FISH, {}, {"title": "台湾西部沿海渔村之变迁", "author": "林碧海", "container-title": "海洋社会学刊"}),
    ("same", FISH, {}, {"title": "臺灣西部沿海漁村的變遷"}),
    ("same", FISH, {}, {"page": "３３－７０", "volume": "第8卷", "issue": "第２期"}),
    ("same", FISH, {}, {"container-title": "", "volume": "", "issue": "", "page": ""}),
    ("same", LAW, {}, {"author": "陳岸生、周立平", "issued": 2019, "title": "〈海岸管理法制之檢討與展望〉"}),
    ("same", LAW, {}, {"author": "陈岸生、周立平", "title": "海岸管理法制之检讨与展望"}),
    ("same", LAW, {}, {"volume": "21", "issue": "", "page": ""}),
    ("same", art("ＡＩ與漁業", "林碧海", 2023, "海洋社會學刊", page="1-20"), {}, {"title": "AI 與漁業"}),
    ("same", art("離岸風電與漁民補償：以彰化為例", "林碧海", 2021, "海洋社會學刊", page="1-20"), {}, {"title": "離岸風電與漁民補償"}),
    ("same", art("離岸風電與漁民補償──以彰化為例", "林碧海", 2021, "海洋社會學刊"), {}, {"title": "離岸風電與漁民補償：以彰化為例"}),
    ("same", art("Who owns the tide? Property on moving shores", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Who owns the tide"}),
    ("same", art("Drifting markets: Fish auctions after the storm", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Drifting Markets - Fish Auctions after the Storm"}),
    ("same", ATLAS, {}, {"publisher": "Northlight Press Ltd.", "author": "Quill, R."}),
    ("same", ATLAS, {}, {"publisher": "Northlight", "title": "Atlas of vanished harbours"}),
    ("same", PORT, {}, {"publisher": "海風", "title": "《港口的社會史》"}),
    ("same", PORT, {}, {"publisher": "海風出版社有限公司"}),
    ("same", PORT, {}, {"title": "港口的社會史：一個東亞的觀點"}),
    ("same", THESIS, {}, {"publisher": ""}),
    ("same", THESIS, {}, {"title": "离岛医疗可近性之研究", "author": "郑安民"}),
    ("same", TIP, {}, {"title": "2021年海域安全年度報告"}),
    ("same", TIP, {}, {"title": "海域安全年度報告（2021）"}),
    ("same", report("Fisheries and law enforcement: a global survey", "World Harbour Organization", 2018), {}, {"author": "WHO"}),
    ("same", NEWS, {}, {"author": "何記者", "URL": "https://coast-daily.test/a/1"}),
    ("same", NEWS, {"URL": "https://coast-daily.test/a/1"}, {"URL": "http://www.coast-daily.test/a/1?from=line"}),
    ("same", {"type": "paper-conference"}, art("Nets that learn", "Okafor, Ben", 2019, "Proceedings of the Harbour Workshop", page="5-9"), art("Nets that learn", "Okafor, B.", 2019, "Proc. of the Harbour Workshop", page="5-9")),
    ("same", {"issued": 2020}, art("", "海風基金會", 2020, "海風評論", volume=9, page="91-109"), art("", "海風基金會", 2020, "海風評論", volume="9", page="91–109")),
    ("same", LAKE, {"issued": 2017, "volume": "", "issue": "", "page": ""}, {"issued": 2018}),
    ("same", FISH, {"issued": 2014, "volume": "", "issue": "", "page": ""}, {}),
    ("same", LAKE, {}, {"type": "document"}),
    ("same", art("Notes on dredging", "Ito, Ken", 2012, "Harbour Engineering", volume=4, page="12-18"), {}, {"title": "Notes on Dredging", "author": "Ito, K."}),
    ("same", art("Editorial", "Ito, Ken", 2012, "Harbour Engineering", volume=4, issue=1, page="1-2"), {}, {"page": "1–2"}),
    ("same", chapter("Introduction", "Bruno, Ines", 2013, "Ports and Money", page="1-9"), {}, {"author": "Bruno, I."}),
    ("same", {"type": "software", "title": "Tidewatch simulation toolkit", "author": "Iyer, Dev", "issued": 2022, "publisher": "Zenith"}, {}, {"author": "Iyer, D."}),
    # Parts, years and numbers of a series.
    ("other", art("The coastline question, part 1", "Nash, Ruth", 2016, "Law of Places", page="1-20"), {}, {"title": "The coastline question, part 2", "page": "101-130"}),
    ("other", art("The coastline question (I)", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "The coastline question (II)"}),
    ("other", art("The coastline question: Part One", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "The coastline question: Part Two"}),
    ("other", FISH, {"title": "臺灣西部沿海漁村之變遷（上）"}, {"title": "臺灣西部沿海漁村之變遷（下）"}),
    ("other", FISH, {"title": "臺灣西部沿海漁村之變遷（一）"}, {"title": "臺灣西部沿海漁村之變遷（二）"}),
    ("other", PORT, {"title": "港口的社會史 第一冊"}, {"title": "港口的社會史 第二冊"}),
    ("other", PORT, {"volume": "1"}, {"volume": "2"}),
    ("other", PORT, {}, {"title": "港口的社會史續編"}),
    ("other", ATLAS, {"edition": "1"}, {"edition": "2", "issued": 2015}),
    ("other", ATLAS, {}, {"issued": 2019}),
    ("other", PORT, {}, {"issued": 2018, "edition": "2"}),
    ("other", TIP, {"issued": 2020}, {}),
    ("other", TIP, {"title": "2020年海域安全年度報告", "issued": 2020}, {"title": "2021年海域安全年度報告"}),
    ("other", TIP, {"title": "2020年海域安全年度報告", "issued": 2021}, {"title": "2021年海域安全年度報告"}),
    ("other", TIP, {"title": "二〇二〇年海域安全年度報告", "issued": 2020}, {"title": "二〇二一年海域安全年度報告"}),
    ("doubtful", TIP, {}, {"title": "海域安全年度報告：臺灣部分"}),
    ("doubtful", report("Safety at Sea Report", "Sea Office", 2020), {}, {"title": "Safety at Sea Report: Country narratives"}),
    ("other", report("Safety at Sea Report", "Sea Office", 2020), {}, {"issued": 2021}),
    ("other", report("Safety at Sea Report: Taiwan", "Sea Office", 2021), {}, {"title": "Safety at Sea Report: Thailand"}),
    ("other", report("World Fisheries Outlook 2019", "World Harbour Organization", 2019), {}, {"title": "World Fisheries Outlook 2020", "issued": 2020}),
    ("other", report("Quarterly bulletin, no. 3", "Harbour Board", 2014), {}, {"title": "Quarterly bulletin, no. 4"}),
    ("other", report("Convention on the law of harbours", "Assembly", 1982), {}, {"title": "Convention on the law of harbors: Protocol 2"}),
    ("other", {"type": "legislation", "title": "漁港法施行細則", "issued": 2004}, {}, {"title": "漁港法", "issued": 2004}),
    # Notices, reviews, replies.
    ("other", LAKE, {}, {"title": "Erratum to: Tides of a mountain lake"}),
    ("other", LAKE, {}, {"title": "Corrigendum: Tides of a mountain lake"}),
    ("other", LAKE, {}, {"title": "Correction to: Tides of a mountain lake"}),
    ("other", LAKE, {}, {"title": "Retraction: Tides of a mountain lake", "issued": 2019}),
    ("same", LAKE, {}, {"title": "RETRACTED ARTICLE: Tides of a mountain lake"}),
    ("other", LAKE, {}, {"title": "Reply to “Tides of a mountain lake”", "author": "Marten, Ada"}),
    ("other", LAKE, {}, {"title": "Comment on “Tides of a mountain lake”", "author": "Dorn, Max"}),
    ("other", FISH, {}, {"title": "〈臺灣西部沿海漁村之變遷〉勘誤", "page": ""}),
    ("other", {}, ATLAS, {"type": "review-book", "title": "An Atlas of Vanished Harbours", "author": "Dorn, Max", "issued": 2012, "container-title": "Map Review"}),
    ("other", {}, ATLAS, art("Book review: An Atlas of Vanished Harbours", "Quill, Rosa", 2011, "Map Review")),
    ("other", {}, ATLAS, art("Review of An Atlas of Vanished Harbours, by Rosa Quill", "Dorn, Max", 2011, "Map Review")),
    ("other", {}, PORT, art("評《港口的社會史》", "許臨水", 2009, "史學評論")),
    ("other", {}, PORT, art("書評：港口的社會史", "吳望潮", 2008, "史學評論")),
    ("other", {}, PORT, art("《港口的社會史》讀後", "許臨水", 2008, "史學評論")),
    # Same title, other authors; other places.
    ("other", LAKE, {}, {"author": "Boone, Carl", "container-title": "Alpine Letters"}),
    ("other", LAKE, {}, {"author": "Boone, Carl"}),
    ("other", art("Sea level rise", "Marten, Ada", 2018, "Journal A"), {}, {"author": "Marten, Bruno", "container-title": "Journal B"}),
    ("other", art("Smith on harbours", "Smith, John", 2018, "Journal A"), {}, {"author": "Smith, Jane"}),
    ("other", FISH, {}, {"author": "林青山"}),
    ("other", FISH, {}, {"author": "王碧海", "issued": 2015}),
    ("other", PORT, {}, {"author": "許臨水", "publisher": "青山書局"}),
    ("other", book("海洋法", "林碧海", 2010, "元山"), {}, {"author": "陳岸生"}),
    ("other", book("海洋法", "林碧海", 2010, "元山"), {}, {"title": "海商法"}),
    ("other", book("Maritime law", "Nash, Ruth", 2010, "Northlight Press"), {}, {"title": "Martial law"}),
    ("other", TIP, {}, {"author": "海洋保育署"}),
    ("other", art("Editorial", "", 2012, "Harbour Engineering", volume=4, issue=1), {}, {"container-title": "Urban Shores"}),
    ("other", art("Editorial", "Ito, Ken", 2012, "Harbour Engineering", volume=4, issue=1, page="1-2"), {}, {"issue": 2, "page": "81-82"}),
    ("other", art("Introduction", "Ito, Ken", 2012, "Harbour Engineering"), {}, {"container-title": "Urban Shores"}),
    ("other", chapter("Introduction", "Bruno, Ines", 2013, "Ports and Money"), {}, {"container-title": "Ropes and Credit", "issued": 2014}),
    ("other", chapter("序", "吳望潮", 2010, "臺灣港口史論集"), {}, {"container-title": "澎湖港口史論集"}),
    ("other", chapter("導論", "吳望潮", 2010, "臺灣港口史論集"), {}, {"container-title": "", "type": "book"}),
    ("other", art("編者的話", "編輯部", 2015, "海洋社會學刊", volume=8, issue=1), {}, {"issue": 2}),
    ("other", art("書評", "林碧海", 2015, "海洋社會學刊", volume=8, page="1-3"), {}, {"page": "90-93"}),
    ("other", chapter("Chapter 1", "Bruno, Ines", 2013, "Ports and Money"), {}, {"container-title": "Ropes and Credit"}),
    ("other", {}, chapter("Salt and credit", "Bruno, Ines", 2013, "Ports and Money"), book("Ports and Money", "Bruno, Ines", 2013)),
    ("other", chapter("Salt and credit", "Bruno, Ines", 2013, "Ports and Money", page="10-30"), {}, {"title": "Ropes on trust", "page": "31-50"}),
    ("other", NEWS, {"title": "漁港擴建案最新進度"}, {"title": "漁港擴建案最新進度", "issued": "2021-03-09"}),
    ("other", {"type": "article-newspaper"}, art("社論：海洋政策", "本報", "2021-03-02", "海岸日報"), art("社論：海洋政策", "本報", "2021-05-11", "海岸日報")),
    ("other", art("Weather and catch", "Pike, Ira", 2014, "Seafarer Studies", volume=1, issue=1, page="3-5"), {}, {"volume": 2, "issue": 4, "page": "60-63"}),
    # Titles that are alike.
    ("other", art("Harbour labour in Taiwan", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Harbour labour in Thailand"}),
    ("other", art("Male fishers and the state", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Female fishers and the state"}),
    ("other", art("Increase of coastal erosion", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Decrease of coastal erosion"}),
    ("other", art("Effective control of shore dumping", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Ineffective control of shore dumping"}),
    ("other", art("Fish auctions", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Fish auctions after the storm"}),
    ("other", art("Legal theory of the foreshore", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Legal theory of the foreshore and its critics in the nineteenth century"}),
    ("other", art("The ethics of deep sea mining", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "The economics of deep sea mining"}),
    ("other", {**FISH, "volume": "", "issue": "", "page": ""}, {}, {"title": "臺灣東部沿海漁村之變遷"}),
    ("other", {**FISH, "volume": "", "issue": "", "page": ""}, {"title": "男性漁工之勞動處境"}, {"title": "女性漁工之勞動處境"}),
    ("other", BARE_LAW, {"title": "我國海岸管理法之研究"}, {"title": "我國海洋管理法之研究"}),
    ("other", BARE_LAW, {"title": "論海域執法"}, {"title": "再論海域執法"}),
    ("other", BARE_LAW, {"title": "海岸管理法修正草案"}, {"title": "海岸管理法"}),
    ("other", THESIS, {"title": "離島醫療可近性之研究：以澎湖為例"}, {"title": "離島醫療可近性之研究：以蘭嶼為例"}),
    ("other", art("Port cities: Kaohsiung", "Nash, Ruth", 2016, "Law of Places"), {}, {"title": "Port cities: Keelung"}),
    # Translations.
    ("other", {"issued": 2019}, art("海岸管理法制之檢討與展望", "陳岸生", 2019, "公法研究季刊", en="A review of coastal management law", page="1-48"), art("A review of coastal management law", "Chen, An-Sheng", 2020, "Public Law Quarterly", page="100-140")),
    ("other", {}, PORT, book("A Social History of Ports", "Wu, Wang-Chao", 2012, "Northlight Press", **{"original-title": "港口的社會史"})),
    ("other", {"issued": 2021, "type": "report"}, report("海域安全年度報告", "海域安全委員會", 2021), report("Annual Report on Safety at Sea", "Sea Safety Commission", 2021)),
    ("doubtful", {"issued": 2019, "page": "1-48", "volume": "21"}, art("海岸管理法制之檢討與展望", "陳岸生", 2019, "公法研究季刊", en="A review of coastal management law"), art("A review of coastal management law", "Chen, An-Sheng", 2019, "Public Law Quarterly")),
    # What only a reader can tell.
    ("doubtful", LAKE, {}, {"issued": ""}),
    ("doubtful", LAKE, {}, {"author": "", "container-title": "", "volume": "", "issue": "", "page": ""}),
    ("doubtful", LAKE, {}, {"author": "Marten, Ada", "container-title": "Alpine Letters", "volume": "", "issue": "", "page": ""}),
    ("doubtful", LAKE, {}, {"page": "301-319"}),
    ("doubtful", LAKE, {}, {"type": "paper-conference", "container-title": "Proceedings of the Lake Days", "volume": "", "issue": "", "page": ""}),
    ("doubtful", {}, THESIS, book("離島醫療可近性之研究", "鄭安民", 2016, "海風出版社")),
    ("doubtful", THESIS, {}, {"issued": 2017}),
    ("doubtful", FISH, {"container-title": "", "volume": "", "issue": "", "page": "", "title": "臺灣西部沿海漁村變遷之探討"}, {"container-title": "", "volume": "", "issue": "", "page": "", "title": "臺灣西部沿海漁村變遷之討論"}),
    ("doubtful", ATLAS, {}, {"publisher": "Old Quay Books"}),
    ("doubtful", PORT, {}, {"issued": 2009}),
    ("doubtful", art("海", "林碧海", 2015), {}, {"type": "book"}),
    ("doubtful", LAW, {}, {"author": "陳岸生、許臨水"}),
    ("doubtful", chapter("Salt and credit", "Bruno, Ines", 2013, "Ports and Money"), {}, {"container-title": "The Best of Bruno"}),
    ("doubtful", LAKE, {"issued": 2018}, {"issued": 2008}),
    # Written after the rules; when they were first compared, all that was called certain was so, and 11 of 14 were found.
    ("same", art("Policing the border: smugglers and the state","Ruiz, Ana; Chen, Wei",2014,"Border Studies",volume=3,issue=2,page="99-120",DOI="10.5555/b1"),{}, {"title":"Policing the Border : Smugglers and the State","DOI":"","author":"A. Ruiz & W. Chen"}),
    ("same", art("Policing the border: smugglers and the state","Ruiz, Ana; Chen, Wei",2014,"Border Studies",volume=3,page="99-120"),{}, {"container-title":"Border Stud.","title":"Policing the border","page":"99–120"}),
    ("same", book("台灣法律史概論","王泰升",2001,"元照"),{}, {"publisher":"元照出版有限公司","title":"臺灣法律史概論"}),
    ("other", book("台灣法律史概論","王泰升",2001,"元照"),{}, {"edition":"2","issued":2004}),
    ("doubtful", book("台灣法律史概論","王泰升",2001,"元照"),{}, {"issued":2002}),
    ("other", book("台灣法律史概論","王泰升",2001,"元照"),{}, {"title":"台灣法律現代化歷程"}),
    ("same", art("兩岸關係中的信任建立","蔡明彥",2010,"遠景基金會季刊",volume=11,issue=1,page="1-42"),{}, {"title":"两岸关系中的信任建立","volume":"十一"}),
    ("other", art("兩岸關係中的信任建立","蔡明彥",2010,"遠景基金會季刊"),{}, {"title":"兩岸關係中的互信建立"}),
    ("other", report("Trafficking in Persons Report","U.S. Department of State",2020),{}, {"issued":2021}),
    ("other", report("Trafficking in Persons Report 2020","U.S. Department of State",2020),{}, {"title":"Trafficking in Persons Report 2021"}),
    ("same", report("Trafficking in Persons Report","U.S. Department of State",2021),{}, {"title":"2021 Trafficking in Persons Report"}),
    ("same", report("Trafficking in Persons Report","U.S. Department of State",2021,"https://www.state.gov/reports/2021-tip/"),{}, {"URL":"http://state.gov/reports/2021-tip","author":"United States Department of State"}),
    ("doubtful", report("Trafficking in Persons Report","U.S. Department of State",2021),{}, {"author":""}),
    ("other", chapter("Conclusion","Lin, Mei",2015,"Law and Order in Asia",page="300-310"),{}, {"container-title":"Order and Law in Europe","author":"Berg, Jan"}),
    ("same", chapter("The police and the press","Lin, Mei",2015,"Law and Order in Asia",page="30-52"),{}, {"container-title":"Law & Order in Asia","author":"Lin, M."}),
    ("other", chapter("The police and the press","Lin, Mei",2015,"Law and Order in Asia",page="30-52"),{}, {"title":"The police and the public"}),
    ("doubtful", art("The police and the press","Lin, Mei",2014,"Asian Policing"),{}, {"type":"chapter","container-title":"Law and Order in Asia","issued":2015}),
    ("same", art("Deterrence by detection","Mahnken, Thomas G.; Sharp, Travis; Kim, Grace B.",2020,"CSBA Papers"),{}, {"author":"Mahnken, T.; others"}),
    ("other", art("Deterrence by detection","Mahnken, Thomas G.",2020,"CSBA Papers"),{}, {"title":"Deterrence by denial"}),
    ("same", web("聯合報：兩岸新聞","聯合報",2021,"https://udn.com/news/story/1/5?from=udn-ch1"),{}, {"URL":"https://udn.com/news/story/1/5"}),
    ("other", web("兩岸新聞","聯合報",2021,"https://udn.com/news/story/1/5"),{}, {"URL":"https://udn.com/news/story/1/6","title":"國際新聞"}),
    ("same", {"type":"thesis","title":"我國人口販運防制政策之研究","author":"張小明","issued":2012,"publisher":"中央警察大學"},{}, {"title":"我國人口販運防制政策之研究：以外籍勞工為例"}),
    ("other", {"type":"thesis","title":"我國人口販運防制政策之研究","author":"張小明","issued":2012,"publisher":"中央警察大學"},{}, {"author":"李小華"}),
    ("same", art("Zur Theorie der Küste","Müller, Jörg",1999,"Zeitschrift für Soziologie",volume=28,page="1-20"),{}, {"author":"Muller, J.","container-title":"Z. Soziol."}),
    ("same", art("Judicial reform in Taiwan","Lo, Chang-fa",2018,"Asian Law Journal",volume=5,issue=1),{}, {"author":"Chang-fa Lo","issue":"no. 1"}),
    ("other", art("Judicial reform in Taiwan","Lo, Chang-fa",2018,"Asian Law Journal",volume=5,issue=1,page="1-20"),{}, {"title":"Judicial reform in Taiwan: a rejoinder","volume":6,"issue":2,"page":"80-88","issued":2019}),
    ("doubtful", art("Judicial reform in Taiwan","Lo, Chang-fa",2018,"Asian Law Journal"),{}, {"container-title":"Taiwan Law Review"}),
    ("same", art("Social trust and crime","Wu, Wei",2019,"Crime and Society",PMID="123"),{}, {"PMID":"PMID: 123","title":"Social trust and crime."}),
    ("other", art("News in brief","",2019,"Crime and Society",volume=3),{}, {"volume":4}),
    ("same", {"type":"legislation","title":"人口販運防制法","issued":2009},{}, {"URL":"https://law.moj.gov.tw/x"}),
    ("other", {"type":"legislation","title":"人口販運防制法","issued":2009},{}, {"title":"人口販運防制法施行細則"}),
    ("doubtful", art("Homeless young adults and trafficking","Lee, Anna; Roe, Dan",2020,"Journal of Human Trafficking"),{}, {"issued":2023,"volume":9,"issue":1,"page":"63-78","container-title":"J. Hum. Traffick."}),
    ("other", art("Homeless young adults and trafficking","Lee, Anna; Roe, Dan",2020,"Journal of Human Trafficking"),{"volume":6}, {"issued":2023,"volume":9,"issue":1,"page":"63-78"}),
    ("other", art("Homeless young adults and trafficking","Lee, Anna",2010,"Journal of Human Trafficking"),{}, {"issued":2023,"volume":9}),
    ("doubtful", art("新住民家庭暴力之研究","陳小明",2015,"社區發展季刊"),{}, {"issued":""}),
]  # fmt: skip


def pairs() -> list[tuple[str, Item, Item]]:
    """Make the items of all rows."""
    return [(label, make({**both, **one}, "one"), make({**both, **other}, "two")) for label, both, one, other in ROWS]
