"""Personal names in Han characters: which texts are one, and where the surname ends.

A text is taken for a person only when it can hardly be anything else; a reader that splits a body's name in two
does more harm than one that leaves a person's name whole.
"""

from __future__ import annotations

import re
from typing import Final

from tipcite.lang.scripts import is_han
from tipcite.lang.surnames import COMMON_SURNAMES, COMPOUND_SURNAMES, JOINED_SURNAMES, SINGLE_SURNAMES

# How the names of bodies end, in the orthographies of Taiwan and of the mainland. Two groups: words that make a body
# of whatever stands before them, and single characters that do so only in a text too long for a person.
_ENDING_WORDS: Final = tuple(
    """協會 協进会 協進會 學會 公會 工會 總會 分會 商會 農會 基金會 委員會 董事會 理事會 評議會 聯合會 聯盟 同盟
    促進會 研究會 教育會 大學 學院 書院 中學 小學 學校 高中 國中 國小 學系 研究所 研究院 研究中心 中心 實驗室
    圖書館 博物館 美術館 紀念館 檔案館 文化館 公司 集團 企業 銀行 法院 醫院 檢察署 政府 行政院 立法院 司法院
    監察院 考試院 中研院 中央研究院 總統府 內政部 外交部 教育部 交通部 法務部 國防部 財政部 經濟部 勞動部
    文化部 衛生福利部 統計處 主計處 主計總處 移民署 警政署 環保署 健保署 氣象局 國稅局 調查局 出版社 書局 書店
    雜誌社 通訊社 報社 出版部 出版中心 編輯部 編委會 編輯委員會 編輯室 編輯組 編寫組 工作小組 小組 課題組
    工作室 事務所 辦公室 辦事處 代表處 議會 國會 聯合國 聯盟 黨部 教會 教育局 衛生局 警察局 社會局 大使館
    秘書處 秘書室 日報 時報 晚報 周刊 週刊 月刊 電視台 電視臺 廣播電台 世界衛生組織 組織 電台 廣播公司 影業
    平台 平臺 論壇 學報 合作社 俱樂部 劇團 樂團 協进会 协会 学会 公会 工会 总会 分会 商会 基金会 委员会 董事会
    理事会 联合会 联盟 促进会 研究会 大学 学院 书院 中学 小学 学校 学系 研究所 研究院 实验室 图书馆 博物馆
    美术馆 纪念馆 档案馆 集团 企业 银行 医院 检察院 检察署 国务院 书局 书店 杂志社 通讯社 报社 编辑部 编委会
    编辑委员会 编辑室 编辑组 编写组 课题组 事务所 办公室 办公厅 办事处 代表处 议会 国会 联合国 教育局 卫生局
    统计局 大使馆 秘书处 日报 时报 晚报 电视台 组织 标准化技术委员会 合作社 俱乐部 剧团 乐团 标准局
    知识产权局""".split()
)
_LAST_OF_ENDINGS: Final = frozenset(word[-1] for word in _ENDING_WORDS)
_ENDING_CHARACTERS: Final = frozenset(
    "部署處处局院會会社所館馆廳厅府系室組组團团黨党州縣县市省區区國国課课科隊队站校寺廟庙廠厂店行"
)
_INSIDE_WORDS: Final = tuple(
    """協會 委員會 基金會 大學 研究所 研究院 有限公司 股份 行政院 中華民國 中华人民共和国 人民政府 国家 國家 國立
    国立 財團法人 社團法人 協作組 全國 全国 聯合 联合 协会 委员会 基金会 大学 课题组 編輯 编辑 編纂 编纂 政府""".split()
)
# Offices, newsrooms and institutes of two or three characters, the first of which is a surname, too.
_SHORT_BODIES: Final = frozenset(
    """司法院 司法部 農委會 农委会 農業部 陸委會 衛福部 勞動部 勞委會 原民會 文建會 文化部 文旅部 文資局 金管會 安理會
    安理会 路透社 明報 明报 公安部 公平會 經建會 通傳會 海巡署 海委會 林務局 水利署 水利部 史語所 高教司 國史館
    安全部""".split()
)
_MIDDLE_DOTS: Final = "[·‧・•．]"


def is_institution(text: str) -> bool:
    """Tell whether a Han text names a body rather than a person, by the words that it ends in or contains.

    A single telling character (部, 院) counts only from five characters on, or from four whose first is no
    surname: 王大院 and 劉國會 are persons.
    """
    name = text.strip()
    if name in _SHORT_BODIES:
        return True
    last = name[-1:]
    if (
        last in _LAST_OF_ENDINGS
        and name.endswith(_ENDING_WORDS)
        and (len(name) > 3 or name[0] not in SINGLE_SURNAMES or len(name) == 2)
    ):
        return True
    if len(name) > 3 and any(word in name for word in _INSIDE_WORDS):
        return True
    if last not in _ENDING_CHARACTERS or not is_han(name):
        return False
    return len(name) > 4 or (len(name) > 2 and surname_of(name) == "")


def surname_of(text: str) -> str:
    """Return the surname that a Han name of two to four characters begins with, "" when it begins with none.

    A name of four characters whose first two are both common surnames is a wife's under her husband's and her own
    (陳林美玉): both together are her registered surname. 張簡 and its like count as one surname only there, for in
    張簡明 the surname may be 張.
    """
    first = text[:2]
    if len(text) >= 3 and first in COMPOUND_SURNAMES:
        return first
    if len(text) == 4 and (first in JOINED_SURNAMES or COMMON_SURNAMES.issuperset(first)):
        return first
    return text[:1] if text[:1] in SINGLE_SURNAMES else ""


def split_chinese_name(text: str) -> tuple[str, str] | None:
    """Split a person's name in Han characters into surname and given name; None when it is not surely one.

    Blanks between characters are typesetting (王　寬弘). None is the answer for one character or more than four, for
    bodies, for unknown surnames, and for Western names in Chinese (約翰·史密斯): their parts stand in the order of
    their own language, so the whole stays as it is printed.
    """
    name = text if len(text) < 5 and is_han(text) else "".join(text.split())
    if not 2 <= len(name) <= 4 or not is_han(name) or is_institution(name):
        return None
    family = surname_of(name)
    if not family or len(name) - len(family) > 2:
        return None
    return family, name[len(family) :]


def is_transcribed_name(text: str) -> bool:
    """Tell whether a text is a foreign name in Chinese characters, its parts joined by a middle dot."""
    parts = re.split(_MIDDLE_DOTS, text.strip())
    return len(parts) > 1 and all(is_han(part) or re.fullmatch("[A-Z]", part) for part in parts)
