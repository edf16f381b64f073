"""Bodies that publish on the web under a host of their own, by the name that they give themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A body by its Chinese and its English name."""

    chinese: str
    english: str


_HOSTS: Final = {
    "ait.org.tw": ("美國在台協會", "American Institute in Taiwan"),
    "ey.gov.tw": ("行政院", "Executive Yuan"),
    "president.gov.tw": ("中華民國總統府", "Office of the President, Republic of China (Taiwan)"),
    "ly.gov.tw": ("立法院", "Legislative Yuan"),
    "judicial.gov.tw": ("司法院", "Judicial Yuan"),
    "cy.gov.tw": ("監察院", "Control Yuan"),
    "exam.gov.tw": ("考試院", "Examination Yuan"),
    "moi.gov.tw": ("內政部", "Ministry of the Interior"),
    "immigration.gov.tw": ("內政部移民署", "National Immigration Agency"),
    "npa.gov.tw": ("內政部警政署", "National Police Agency"),
    "mofa.gov.tw": ("外交部", "Ministry of Foreign Affairs"),
    "mnd.gov.tw": ("國防部", "Ministry of National Defense"),
    "mof.gov.tw": ("財政部", "Ministry of Finance"),
    "edu.tw": ("教育部", "Ministry of Education"),
    "moj.gov.tw": ("法務部", "Ministry of Justice"),
    "moea.gov.tw": ("經濟部", "Ministry of Economic Affairs"),
    "motc.gov.tw": ("交通部", "Ministry of Transportation and Communications"),
    "mol.gov.tw": ("勞動部", "Ministry of Labor"),
    "moa.gov.tw": ("農業部", "Ministry of Agriculture"),
    "mohw.gov.tw": ("衛生福利部", "Ministry of Health and Welfare"),
    "cdc.gov.tw": ("衛生福利部疾病管制署", "Taiwan Centers for Disease Control"),
    "moenv.gov.tw": ("環境部", "Ministry of Environment"),
    "moc.gov.tw": ("文化部", "Ministry of Culture"),
    "moda.gov.tw": ("數位發展部", "Ministry of Digital Affairs"),
    "ndc.gov.tw": ("國家發展委員會", "National Development Council"),
    "nstc.gov.tw": ("國家科學及技術委員會", "National Science and Technology Council"),
    "mac.gov.tw": ("大陸委員會", "Mainland Affairs Council"),
    "cip.gov.tw": ("原住民族委員會", "Council of Indigenous Peoples"),
    "dgbas.gov.tw": ("行政院主計總處", "Directorate-General of Budget, Accounting and Statistics"),
    "stat.gov.tw": ("行政院主計總處", "Directorate-General of Budget, Accounting and Statistics"),
    "cbc.gov.tw": ("中央銀行", "Central Bank of the Republic of China (Taiwan)"),
    "fsc.gov.tw": ("金融監督管理委員會", "Financial Supervisory Commission"),
    "ncl.edu.tw": ("國家圖書館", "National Central Library"),
    "sinica.edu.tw": ("中央研究院", "Academia Sinica"),
    "gov.hk": ("香港特別行政區政府", "Government of the Hong Kong Special Administrative Region"),
    "stats.gov.cn": ("国家统计局", "National Bureau of Statistics of China"),
    "moe.gov.cn": ("中华人民共和国教育部", "Ministry of Education of the People's Republic of China"),
    "who.int": ("世界衛生組織", "World Health Organization"),
    "unesco.org": ("聯合國教科文組織", "UNESCO"),
    "unicef.org": ("聯合國兒童基金會", "UNICEF"),
    "unodc.org": ("聯合國毒品和犯罪問題辦公室", "United Nations Office on Drugs and Crime"),
    "ilo.org": ("國際勞工組織", "International Labour Organization"),
    "un.org": ("聯合國", "United Nations"),
    "worldbank.org": ("世界銀行", "World Bank"),
    "oecd.org": ("經濟合作暨發展組織", "OECD"),
    "state.gov": ("美國國務院", "U.S. Department of State"),
    "cdc.gov": ("美國疾病管制與預防中心", "Centers for Disease Control and Prevention"),
}


def institution_of(host: str) -> Institution | None:
    """Find the body behind a host or the domain it belongs to, the longest first."""
    labels = host.lower().rstrip(".").split(".")
    for start in range(len(labels) - 1):
        names = _HOSTS.get(".".join(labels[start:]))
        # Under edu.tw every university has its own domain; only the ministry's own hosts are its.
        if names and not (labels[start:] == ["edu", "tw"] and labels[:start] not in ([], ["www"], ["depart", "moe"])):
            return Institution(chinese=names[0], english=names[1])
    return None
