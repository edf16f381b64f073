# ruff: noqa: E501  one reference a line
"""Made references in seven styles, English pairs, and text that stands around lists."""

from __future__ import annotations

APA = """\
Adeyemi, T. O., & Brandt, L. (2018). Recruitment debts and the limits of voluntary return: Evidence from two labour corridors. Journal of Border Economies, 14(2), 211–236. https://doi.org/10.5555/jbe.2018.14.2.211
Aronsson, M. (2015). Who counts as a victim? Screening interviews in shelters. Nordic Review of Social Policy, 9(1), 45–60.
Bakker, H., van der Meer, P., & Lindqvist, S. (2021). Long-term outcomes of shelter programmes: A follow-up of 412 residents. Social Work Quarterly, 33(4), 501–529.
Calloway, R. (2009). Bonded: Debt, kinship and the making of migrant labour. University of Westmarch Press.
Castellanos, I., Duarte, P. R., Emmerich, K., Fontaine, J., Grieg, L., & Haldane, M. (2020). A systematic review of identification tools for victims of human trafficking in emergency departments. Annals of Clinical Safeguarding, 6(3), 150–171. https://doi.org/10.5555/acs.2020.0603
Delacroix, A. (2012). Policing the harbour: Three ports compared. In R. Hale & P. Sorensen (Eds.), Handbook of maritime control (pp. 88–113). Northgate.
Eriksen, B. (2019, March 4). Ministry pledges funds for shelters. The Harbour Times. https://www.harbourtimes.example/news/2019/03/04/ministry-pledges-funds-for-shelters
European Observatory on Labour Exploitation. (2017). Annual report 2016: Trends and cases. https://observatory.example.org/reports/annual-2016.pdf
Fitzgerald, J. P. (2014). Consent and coercion in cross-border marriages. Law & Mobility Review, 22(1), 1–34.
Goldfarb, N., & Iyer, S. (2016). Supply chains and the state: Why disclosure laws disappoint. Regulation and Labour, 5(2), 75–98. https://doi.org/10.5555/ral.2016.5.2.75
Hassan, Z. (2011). Children on the move: International standards and national practice [Doctoral dissertation, University of Eastmoor]. Eastmoor Repository.
International Shelter Network. (n.d.). Minimum standards of care. Retrieved July 2, 2021, from https://shelternetwork.example.org/standards/
Jankowski, W. (2013). The price of a passport. Harrow & Dale.
Kirkbride, L., Nakamura, E., & Osei, K. (2022). Counting the hidden: Multiple systems estimation and its critics. Statistics in Public Policy, 3(1), 12–40. https://doi.org/10.5555/spp.2022.3.1.12
Lindgren, O. (2008). Prosecutors' discretion in trafficking cases. Criminal Law Forum Quarterly, 19(3), 300–322.
Moreau, C., & Quist, D. (2020). From raid to rescue: A critique of state-led interventions. Critical Border Studies, 11(2), 140–163.
Nwosu, C. (2019). Survivors as advocates: Participation in policy-making. Journal of Rights Practice, 8(1), 5–27. https://doi.org/10.5555/jrp.2019.8.1.5
Ortega, M. (2017). Labour inspection as counter-trafficking. In T. Weiss, A. Kovač, & J. Bell (Eds.), Enforcing decent work (2nd ed., pp. 201–225). Meridian Academic.
Petrov, D. (2010). Transit and its economies. Slavic Migration Papers, 2(4), 33–52.
Quigley, S., & Roe-Sanderson, D. (2020). Homeless young adults and vulnerability to exploitation. Journal of Youth Welfare, 27(2), 88–104."""

CHICAGO = """\
Abernathy, Louise. The Recruiters: Brokers and Debt in Four Harbours. Easthaven: Easthaven University Press, 2014.
Boateng, Kwame, and Elin Sörensen. “Shelter and Suspicion: Residence Permits for Victims of Trafficking.” Journal of Migration Law 12, no. 3 (2016): 245–71. https://doi.org/10.5555/jml.2016.12.3.245.
Carrington, Paul D. “Labour Camps in the Fishing Belt.” In Coercion at Sea, edited by Hilde Marsh and Owen Tate, 55–83. Northgate: Northgate Books, 2018.
Dimitrova, Vesna. “Why Do Victims Refuse Help? Notes from a Helpline.” Social Work in Transition 7, no. 1 (2011): 19–38.
Ekström, Anders. Border Ethnographies: Work, Wait, Return. London: Halberd, 2019.
Farrow, Jean. “The Market for Documents.” PhD diss., University of Westmarch, 2007.
Gallego, Marta, Ruth Hines, and Peter Ingram. “Measuring Coercion: A Scale and Its Uses.” Survey Methods in Law 4, no. 2 (2020): 101–29. https://doi.org/10.5555/sml.2020.4.2.101.
Holloway, Neil. Courts without Witnesses. Cambridge, MA: Longwharf Press, 2012.
Ivanova, Katya. “Return and Reintegration after Exploitation.” Review of Social Protection 31, no. 4 (2017): 390–412.
Jefferies, Ann. “Unaccompanied: Children at the Southern Checkpoint.” The Harbour Times, May 3, 2018. https://www.harbourtimes.example/opinion/unaccompanied-children.
Kowalczyk, Jan, ed. Forced Labour in Global Shipping. Rotterdam: Maas Academic, 2015.
Lundberg, Maria. “Victim Status as a Legal Fiction.” Nordic Journal of Criminal Justice 9, no. 2 (2013): 133–58.
Mbeki, Sipho, and Clara Novak. “Hotlines: Who Calls, and Why.” Helpline Studies 2, no. 1 (2021): 1–22.
Okafor, Chidi. Remittances and Ransom. Lagos: Delta House, 2010.
Pemberton, Alice. “Data Protection for Survivors.” Privacy Law Reports 18, no. 3 (2019): 277–301."""

VANCOUVER = """\
Ahlgren K, Bose R, Cato M. Screening for trafficking in primary care: a scoping review. J Prim Care Safeguard. 2019;11(4):233-45.
Brightwell T. Mental health of survivors after shelter stays. Arch Trauma Care. 2016;8(2):90-101.
Costa P, Delgado I, Evans HR, Friedman L, Goh S, et al. Prevalence of forced labour among seafarers: cross-sectional study. Int Marit Health Rep. 2021;72(1):15-27. doi:10.5555/imhr.2021.0015
Farouk A, Gill N. Interpreters in identification interviews. Community Interpret. 2014;3(3):201-19.
Hofmann J. Handbook of survivor-centred care. 2nd ed. Basel: Rheintor; 2018.
Iqbal S, Jensen O. Costs of exploitation for health services. Health Econ Brief. 2020;5(6):601-12.
Kessler D, Lowe M, Mishra V. Training nurses to ask: a cluster randomised trial. Nurs Educ Trials. 2017;29(5):344-52.
Nielsen B. Chronic pain in labour exploitation. Pain Pract Rep. 2015;13(7):711-8.
O'Leary F, Prasad U. Oral health and forced labour. Dent Public Health Notes. 2012;4(1):33-40.
Rahimi N, Stone E, Tran Q. Pregnancy among trafficked women: a cohort study. Matern Care Reg. 2022;17(2):118-29."""

ZH_APA = """\
丁啟文、林雅筑（2018）。移工申訴專線之成效評估。社會福利評論，12(3)，45-78。https://doi.org/10.5555/swr.2018.12.3.02
方佳慧（2015）。誰是被害人？鑑別程序中的裁量與標準。司法與社會，7(2)，101-132。
王柏翰、李怡君、陳思穎（2020）。漁船上的強迫勞動：臺灣遠洋漁業之個案研究。海洋政策學報，28(1)，1-40。
內政部移民署（2021）。防制人口販運年度報告。取自https://www.immigration.example.gov.tw/reports/2021/annual-report.pdf
江宗翰（2012）。跨國婚姻仲介之法律規範（未出版之碩士論文）。國立東海岸大學法律學系，花蓮縣。
吳淑芬（2009）。安置庇護的理論與實務。臺北市：青松文化。
呂文傑、張雅婷（2019）。被害人保護令之比較研究：以日本、韓國與臺灣為例。比較法學，33(4)，211-258。
周志豪（2017）。債務勞動與仲介費用。載於林美惠（主編），勞動剝削與國家責任（頁55-92）。臺北市：群學堂。
邱雅玲（2016）。媒體如何報導人口販運？2006至2015年報紙內容分析。傳播與文化，21，77-118。
洪俊傑（2022）。看不見的海岸線：移民偵查實務之民族誌。高雄市：南島出版。
柯明哲、黃詩涵（2014）。人口販運案件之起訴與定罪。刑事政策期刊，9(1)，23-61。
張家豪（2011年5月3日）。專線開通首日接獲百通電話。海岸日報，A5版。
許淑娟（2013）。兒少性剝削防制條例之修法歷程。兒童與少年福利，18(2)，139-170。
陳建宏、蔡宜庭、鄭凱文（2021）。移工借貸行為之調查。勞動經濟季刊，40(3)，305-349。https://doi.org/10.5555/leq.2021.40.3.05
葉美玲（2018）。通譯人員在鑑別訪談中的角色。口譯研究，6(1)，15-44。
劉國棟（2010）。國境管理之憲法界限。公法論叢，15，201-246。
蔡欣怡（2020）。從救援到自主：倖存者參與政策之可能。社會工作學刊，25(2)，89-127。
鄭雅文、謝佩珊（2019）。家事移工之工時與健康。職業健康雜誌，14(4)，260-281。"""

ZH_NOTE = """\
丁啟文，2018，〈移工申訴專線之成效評估〉，《社會福利評論》，12(3)：45-78。
方佳慧、林雅筑，2015，〈誰是被害人？鑑別程序中的裁量與標準〉，《司法與社會》，7(2)：101-132。
王柏翰，2020，《漁船上的強迫勞動》，臺北：青松文化。
江宗翰，2012，〈跨國婚姻仲介之法律規範〉，國立東海岸大學法律學系碩士論文。
吳淑芬，2009，〈安置庇護的理論與實務〉，林美惠（編），《勞動剝削與國家責任》，臺北：群學堂，頁 55-92。
呂文傑，2019，〈被害人保護令之比較研究：以日本、韓國與臺灣為例〉，《比較法學》，33(4)：211-258。
周志豪、張雅婷、洪俊傑，2017，〈債務勞動與仲介費用〉，《勞動經濟季刊》，36(1)：1-38。
美國在台協會，2021，〈人口販運問題報告〉：https://www.ait.example.org/zhtw/official-reports/trafficking-persons-report/，檢索日期：2021 年 7 月 2 日。
柯明哲，2014，〈人口販運案件之起訴與定罪〉，《刑事政策期刊》，9(1)：23-61。
許淑娟，2013，〈兒少性剝削防制條例之修法歷程〉，《兒童與少年福利》，18(2)：139-170。
陳建宏，2021，〈移工借貸行為之調查〉，《勞動經濟季刊》，40(3)：305-349。
葉美玲，2018，〈通譯人員在鑑別訪談中的角色〉，《口譯研究》，6(1)：15-44。
劉國棟，2010，〈國境管理之憲法界限〉，《公法論叢》，15：201-246。
蔡欣怡，2020，《從救援到自主：倖存者參與政策之可能》，臺中：晨曦。
鄭雅文，2019，〈家事移工之工時與健康〉，《職業健康雜誌》，14(4)：260-281。"""

GB = """\
陈建国, 李晓梅. 跨境劳务中介的法律规制[J]. 东海法学, 2018, 12(3): 45-58.
丁伟. 被害人识别机制研究[D]. 武汉: 江城大学, 2016.
方志强. 海上强迫劳动的国际法应对[M]. 北京: 海洋文化出版社, 2020.
高敏, 黄丽华, 江涛. 拐卖犯罪的时空分布: 基于裁判文书的分析[J]. 犯罪地理, 2021, 9(2): 101-119.
国家反拐办公室. 反拐工作年度报告[R/OL]. (2021-03-05)[2021-07-02]. https://fanguai.example.gov.cn/reports/2021/annual.html.
何俊. 移民执法中的裁量权[C]//刘洋. 边境治理论文集. 上海: 浦江书局, 2015: 88-103.
江雪. 债务劳动的经济学解释[J]. 劳动经济论坛, 2019, 7(4): 33-51.
李明哲, 王芳. 社会工作介入安置服务的路径[J]. 社会工作评论, 2017(5): 66-79.
马超. 媒体报道中的被害人形象[N]. 海岸日报, 2014-05-03(7).
孙丽. 跨国婚姻与人口流动[M]. 2版. 南京: 钟山出版社, 2012.
王强, 赵敏, 周磊, 等. 远洋渔业劳工权益保护[J]. 海洋政策研究, 2022, 15(1): 1-18.
张伟. 国际刑事司法协助导论[M]. 北京: 北方法律出版社, 2011.
SMITH J, DOE R. Forced labour at sea[J]. Journal of Maritime Law, 2019, 5(2): 77-95.
WILLIAMS K. Border regimes[M]. London: Halberd, 2015."""

BASES = {
    "apa": APA.split("\n"),
    "chicago": CHICAGO.split("\n"),
    "vancouver": VANCOUVER.split("\n"),
    "zh-apa": ZH_APA.split("\n"),
    "zh-note": ZH_NOTE.split("\n"),
    "gb": GB.split("\n"),
    "mixed": [*ZH_APA.split("\n")[:10], *APA.split("\n")[:10]],
}


PAIRS = [
    (
        "王柏翰（2020）。漁船上的強迫勞動。海洋政策學報，28(1)，1-40。",
        "Wang, P.-H. (2020). Forced labor on fishing vessels. Ocean Policy Journal, 28(1), 1-40.",
    ),
    (
        "呂文傑（2019）。被害人保護令之比較研究。比較法學，33(4)，211-258。",
        "Lu, W.-C. (2019). A comparative study of protection orders. Comparative Law, 33(4), 211-258.",
    ),
    (
        "周志豪（2017）。債務勞動與仲介費用。勞動經濟季刊，36(1)，1-38。",
        "Chou, C.-H. (2017). Debt labor and brokerage fees. Labor Economics Quarterly, 36(1), 1-38.",
    ),
    (
        "許淑娟（2013）。兒少性剝削防制條例之修法歷程。兒童與少年福利，18(2)，139-170。",
        "Hsu, S.-C. (2013). The amendments of the child exploitation act. Child Welfare, 18(2), 139-170.",
    ),
    (
        "葉美玲（2018）。通譯人員在鑑別訪談中的角色。口譯研究，6(1)，15-44。",
        "Yeh, M.-L. (2018). The role of interpreters in screening interviews. Interpretation Studies, 6(1), 15-44.",
    ),
    (
        "劉國棟（2010）。國境管理之憲法界限。公法論叢，15，201-246。",
        "Liu, K.-T. (2010). Constitutional limits of border control. Public Law Review, 15, 201-246.",
    ),
]

PROSE_ZH = "綜上所述，本研究認為，我國防制人口販運之法制雖已大致完備，然而在被害人鑑別的實務運作上，仍有許多值得檢討的地方，因此建議主管機關應儘速修正相關規定。"
PROSE_EN = (
    "In sum, the findings suggest that shelters have become places where the state and its partners negotiate what it "
    "means to be a victim, and that this negotiation is not likely to end soon. Further research should therefore ask "
    "how residents themselves understand these encounters."
)
NOTES_ZH = [
    "收稿日期：2021年3月5日；接受刊登日期：2021年9月10日",
    "作者簡介：林雅筑，國立東海岸大學社會工作學系教授，研究領域為移民政策與社會福利。\n丁啟文（1980—），男，臺北人，博士，助理研究員。",
    "收稿日期: 2020-11-02\n基金项目: 国家社会科学基金项目(19BSH001)\n作者简介: 陈建国(1975—), 男, 江苏南京人, 教授, 博士生导师。",
]
NOTES_EN = [
    "About the author\nRuth Halloran is a lecturer in social policy at the University of Westmarch. Her work has been published widely.",
    "Manuscript received March 5, 2021; accepted September 10, 2021.",
    "Received: 12 May 2019 / Accepted: 3 June 2020",
]
