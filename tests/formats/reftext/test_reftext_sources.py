# ruff: noqa: E501  one reference a line
"""What stands behind a title in the styles of law, medicine, engineering and the humanities."""

from __future__ import annotations

import pytest

from tipcite.formats.reftext import parse_reference
from tipcite.model import item_to_csl


def read(text):
    item = parse_reference(text).item
    issued = item.dates.get("issued")
    first = item.names.get("author", ())[:1]
    return {
        **item_to_csl(item),
        "year": item.year,
        "day": str(issued) if issued else "",
        "original": item.dates["original-date"].year if "original-date" in item.dates else None,
        "author": first[0].literal or first[0].family if first else "",
        "editors": [name.family or name.literal for name in item.names.get("editor", ())],
        "translators": [name.family for name in item.names.get("translator", ())],
    }


def assert_read(text, wanted):
    fields = read(text)
    assert {name: fields.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Collaborative Sepsis Group. Steroids in sepsis. N Engl J Med. 2018;378:1711-1722.", {"year": 2018, "container-title": "N Engl J Med", "volume": "378", "page": "1711-1722"}),
        ("Roe, A. (2001). Slow tides. Journal of Oceans, 98(4), 1987-1999.", {"year": 2001, "page": "1987-1999"}),
        ("Lin A, Roe B. Asthma in winter. Am J Public Health. 2012;102 Suppl 1:S88–94.", {"title": "Asthma in winter", "container-title": "Am J Public Health", "volume": "102", "issue": "Suppl 1", "page": "S88-94"}),
        ("Chen, L., & Roe, A. (2020). Help at sea. Harbor Review, (15), 44-62.", {"container-title": "Harbor Review", "issue": "15", "page": "44-62"}),
        ("Peters RS, Lin JP. Dogs on the pier. Boston Globe. 2002 Aug 12;Sect. A:2 (col. 4).", {"title": "Dogs on the pier", "container-title": "Boston Globe", "day": "2002-08-12", "section": "A", "page": "2", "type": "article-newspaper"}),
        ("Harbor-Light.org [Internet]. Boston: Association of Pilots, Inc.; c2003-05 [updated 2006 May 16; cited 2007 Jul 9]. Available from: http://www.harbor-light.example/.", {"title": "Harbor-Light.org", "year": 2003, "type": "webpage"}),
        ("Roe K, Lin L. Tides and sleep: a cohort. medRxiv [Preprint]. 2021 [cited 2021 Jun 3]. Available from: https://doi.org/10.1101/2021.04.18.2125", {"title": "Tides and sleep: a cohort", "year": 2021, "type": "article"}),
        ("Public Health Scotland. Asthma by ward [Internet]. Edinburgh: PHS; 2017 [cited 2018 Jan 22]. Available from: https://phs.example/asthma", {"author": "Public Health Scotland", "title": "Asthma by ward", "type": "webpage"}),
    ],
)  # fmt: skip
def test_medicine(text, wanted):
    assert_read(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[1] S. Roe et al., “Charge in second-life cells,” in Proc. IEEE Energy Convers. Congr. Expo. (ECCE), Portland, OR, USA, 2018, pp. 3310–3316.", {"container-title": "Proc. IEEE Energy Convers. Congr. Expo. (ECCE)", "event-place": "Portland, OR, USA", "year": 2018, "type": "paper-conference"}),
        ("[2] C. Ferro and O. Roe, “Rural grids,” in Handbook of Small Grids, P. Lind and A. Moe, Eds. Berlin, Germany: Springer, 2015, ch. 6, pp. 133–162.", {"container-title": "Handbook of Small Grids", "editors": ["Lind", "Moe"], "publisher": "Springer", "type": "chapter"}),
        ("[3] D. Kos, “Real-time grids,” presented at the 21st Power Syst. Comput. Conf., Porto, Portugal, Jun. 2020.", {"container-title": "21st Power Syst. Comput. Conf", "type": "paper-conference", "day": "2020-06"}),
        ("[4] E. Reed and R. Moll, “Absorption in air,” Skyward Corp., Los Angeles, CA, USA, Tech. Rep. TR-0200 (4230-46)-3, Nov. 1988.", {"title": "Absorption in air", "type": "report", "publisher": "Skyward Corp.", "year": 1988}),
        ("[5] IEEE Criteria for Class IE Systems, IEEE Standard 308, 1969.", {"title": "IEEE Criteria for Class IE Systems", "type": "standard"}),
        ("Roe, E. and Shaw, S. 2021. On the Dangers of Mimics: Can Models Be Too Big?. In FAccT '21, March 3–10, 2021, Virtual Event, Canada. ACM, New York, NY, USA, 14 pages.", {"container-title": "FAccT '21", "event-place": "Virtual Event, Canada", "type": "paper-conference"}),
        ("Lee, J. (2019). Deep tides. In Proceedings of CoNLL 2019 (pp. 41–46). ACL.", {"container-title": "Proceedings of CoNLL 2019", "volume": None}),
        ("Moe, T., Ito, Y.: Turbulent bowls. In: Proceedings of the 3rd Workshop on Kitchens (KFD 2011). LNCS, vol. 6712, pp. 88–101. Springer, Berlin (2011).", {"container-title": "Proceedings of the 3rd Workshop on Kitchens (KFD 2011)", "year": 2011}),
        ("Oda, M., Abe, S., 2015. Mortality of oaks in the north. Mendeley Data, v1. https://doi.org/10.17632/xwj98nb39r.1. [dataset]", {"title": "Mortality of oaks in the north", "type": "dataset"}),
        ("D. E. Knox. Computer programming as an art. Commun. ACM, 17(12):667–673, Dec. 1974.", {"title": "Computer programming as an art", "container-title": "Commun. ACM", "volume": "17", "issue": "12", "page": "667-673", "day": "1974-12"}),
        ("Jia Deng, Wei Dong, Kai Li, and Li Fei-Fei. A large image database. In CVPR, 2009.", {"author": "Deng", "title": "A large image database"}),
        ("Hale, W., Stone, E.B., 2000. The Elements of Sailing, fourth ed. Longman, New York.", {"title": "The Elements of Sailing", "publisher": "Longman", "publisher-place": "New York"}),
        ("Office of Statistics 2016, Household wealth, Australia, 2015-16, cat. no. 6523.0, ABS, Canberra.", {"title": "Household wealth, Australia, 2015-16", "year": 2016}),
    ],
)  # fmt: skip
def test_engineering_and_science(text, wanted):
    assert_read(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Park, 'Harbours, \"Free Ports\" and Values in Public Law' [2005] PL 440.", {"author": "Park", "title": 'Harbours, "Free Ports" and Values in Public Law', "container-title": "PL", "year": 2005}),
        ("Anne T. Gale, The International Law of Trafficking 45 (2010).", {"author": "Gale", "title": "The International Law of Trafficking", "year": 2010, "type": "book"}),
        ("Mabo v Queensland (No 2) (1992) 175 CLR 1.", {"title": "Mabo v Queensland (No 2)", "type": "legal_case", "year": 1992}),
        ("Duncan Kern, \"Form and Substance in Law\" (1976) 89:8 Harv L Rev 1685.", {"year": 1976, "volume": "89", "issue": "8", "container-title": "Harv L Rev", "page": "1685"}),
        ("The Constitution of the Republic of China (Taiwan), Art. 8.", {"title": "The Constitution of the Republic of China (Taiwan)", "section": "8", "type": "legislation"}),
        ("Stone's Guide to the Human Rights Act 1998, 7th ed. Oxford: OUP, 2015.", {"title": "Stone's Guide to the Human Rights Act 1998", "year": 2015, "edition": "7", "type": "book"}),
        ("K Moll and H Kötz, An Introduction to Sea Law (Tony Weir tr, 3rd edn, OUP 1998)", {"title": "An Introduction to Sea Law", "translators": ["Weir"], "edition": "3", "publisher": "OUP"}),
        ("Richard H. Marsh, Jr., Of Speakable Ethics: A Review Essay, 56 U. CHI. L. REV. 1523 (1989) (book review).", {"author": "Marsh", "title": "Of Speakable Ethics: A Review Essay", "container-title": "U. CHI. L. REV", "genre": "book review"}),
        ("Margaret Oster, Status and Credibility, in Evidence and Migration 203 (Paul Whitlock ed., 2011).", {"author": "Oster", "title": "Status and Credibility", "container-title": "Evidence and Migration", "page": "203", "editors": ["Whitlock"], "type": "chapter"}),
        ("Eric Toll, Disclosure After Dark, Regul. Rev. (Mar. 9, 2016), https://www.regrev.example/2016/03/09/toll/.", {"author": "Toll", "title": "Disclosure After Dark", "container-title": "Regul. Rev", "day": "2016-03-09"}),
    ],
)  # fmt: skip
def test_law(text, wanted):
    assert_read(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 Geoffrey Park, The Army of the Road, 1567-1659, 2nd ed. (Cambridge: Cambridge University Press, 2004), 45.", {"author": "Park", "title": "The Army of the Road, 1567-1659", "year": 2004, "edition": "2"}),
        ("Orwell, George. 1984. London: Secker and Warburg, 1949.", {"author": "Orwell", "title": "1984", "year": 1949}),
        ("Marx, Karl. [1867] 1976. Capital: A Critique. London: Penguin.", {"title": "Capital: A Critique", "year": 1976, "original": 1867, "note": None}),
        ("Weber, M. (1930 [1905]). The Protestant Ethic. London: Allen.", {"title": "The Protestant Ethic", "year": 1930, "original": 1905, "note": None}),
        ("Moe, R., et al. (eds.). 2014. Values of the Coast: Round Six. Madrid: JD Systems.", {"title": "Values of the Coast: Round Six", "year": 2014, "editors": ["Moe"]}),
        ("Great Britain. Department for Education (2006) Care matters: young people in care. London: The Stationery Office.", {"author": "Great Britain. Department for Education", "title": "Care matters: young people in care", "year": 2006}),
        ("Freud, S. (1953). The meaning of dreams. In J. Strachey (Ed. & Trans.), The standard edition of the works (Vols. 4-5). London: Hogarth Press.", {"container-title": "The standard edition of the works", "editors": ["Strachey"], "translators": ["Strachey"]}),
        ("Ann Elk, ‘Words and Names’, in Classic and Cavalier: Essays on Jonson, ed. by Claude Summers and Ted Peb (Pittsburgh: Pittsburgh Press, 1982), pp. 31–55.", {"container-title": "Classic and Cavalier: Essays on Jonson", "editors": ["Summers", "Peb"]}),
        ("Berg, D 1995, 'Planning', in WF Chen (ed.), The civil handbook, CRC Press, Boca Raton, pp. 231-61.", {"container-title": "The civil handbook", "publisher": "CRC Press", "publisher-place": "Boca Raton"}),
        ("Kovacs, Roman. “The Limits of Law.” Journal of Sea Trade, Routledge, 1990, pp. 389–409.", {"container-title": "Journal of Sea Trade", "publisher": "Routledge"}),
        ("Holl, Ann. \"The Reading Brain.\" So Many Books, 25 Apr. 2013, somanybooks.com/2013/04/25/the-brain/.", {"container-title": "So Many Books", "URL": "http://somanybooks.com/2013/04/25/the-brain/", "type": "webpage"}),
        ("SILVA, M. A.; COSTA, J. P. da. Trabalho no porto. Revista Direito do Mar, São Paulo, v. 15, n. 2, p. 1-25, 2019.", {"title": "Trabalho no porto", "container-title": "Revista Direito do Mar", "publisher-place": "São Paulo", "volume": "15"}),
        ("Chu, Ann and Larry Roe. 1999. \"The 1998 Elections.\" Asian Survey, Vol. 39, No. 5 (September/October), pp. 808-822.", {"container-title": "Asian Survey", "volume": "39", "issue": "5"}),
        ("Smith, Zadie. “Fail Better.” Guardian (London), January 13, 2007.", {"container-title": "Guardian", "publisher-place": "London", "type": "article-newspaper"}),
        ("International Organization for Migration (IOM) 2020: World Migration Report, Geneva: IOM", {"title": "World Migration Report", "year": 2020}),
        ("Plato. (1989). Symposium (A. Nehamas & P. Woodruff, Trans.). Hackett.", {"author": "Plato", "type": "book"}),
        ("de Beau, S., 2011. The second wave. Translated from French by C. Borde and S. Mal. London: Vintage.", {"title": "The second wave", "translators": ["Borde", "Mal"], "type": "book"}),
    ],
)  # fmt: skip
def test_the_humanities_and_social_sciences(text, wanted):
    assert_read(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("顏明，〈規則與法治〉，收錄於氏著，《規範與行動》，元照，2004年12月，頁3-42。", {"title": "規則與法治", "container-title": "規範與行動", "page": "3-42"}),
        ("王立(2002)，單親戶的變遷：1990年與2000年的比較，臺大社工學刊，6期，1-33頁", {"title": "單親戶的變遷：1990年與2000年的比較", "number": None}),
        ("廖明：〈人權之挑戰〉，《月旦法學雜誌》第98期（2003年7月），頁29-60。", {"container-title": "月旦法學雜誌", "type": "article-journal"}),
        ("王五：《司机为什么沉默？》，《南方周末》2018年9月6日，第5版。", {"container-title": "南方周末", "type": "article-newspaper"}),
        ("監察院，107年度司調字第0012號調查報告，2018年。", {"author": "監察院", "title": "107年度司調字第0012號調查報告", "type": "report"}),
        ("陳新民，憲法學釋論，修正九版，三民書局，民國107年，頁112。", {"title": "憲法學釋論", "edition": "修正九版", "publisher": "三民書局", "type": "book"}),
        ("[1] 孫寬弘, 李美蓉, 等. 人口販運防制之研究：2[M]//警學叢刊. 台北: 元照, 1990: 308-328.", {"container-title": "警學叢刊", "publisher": "元照", "publisher-place": "台北", "editors": []}),
        ("佐藤一郎「判例の方法」鈴木花子編『法学入門』（有斐閣、2008年）45頁。", {"title": "判例の方法", "container-title": "法学入門", "editors": ["鈴木花子"], "type": "chapter"}),
    ],
)  # fmt: skip
def test_east_asia(text, wanted):
    assert_read(text, wanted)
