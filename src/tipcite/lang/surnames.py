"""Chinese surnames: which characters are one, and how those are read that are read otherwise elsewhere."""

from __future__ import annotations

from typing import Final

SINGLE_SURNAMES: Final = frozenset(
    # Taiwan's and the mainland's commonest, Traditional; below the same in Simplified where it differs.
    "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高簡朱鍾施游詹沈彭胡余盧潘顏梁趙柯翁魏方孫張戴范宋"
    "鄧杜侯傅曹溫薛丁馬蔣唐藍石卓馮姚連董歐程康紀湯田古白涂姜汪尤鄒黎巫嚴鐘韓龔金袁童陸夏柳凃邵錢伍倪阮甘于駱譚"
    "熊任秦毛顧官萬史雷粘饒郝陶孟易尹關崔辛龍段殷喬葛辜賀常管武文孔莫齊畢祝宣幸裘應池路向塗牛俞全樓安樊華霍"
    "項苗艾聶申章包凌耿左焦冷車符崗裴翟婁商成封臧景麥岳鮑鄔藺談萇買費卞岑倫單解仇查區朴蓋召种冼洗佴祭甯寧寇"
    "屈冉褚佟歸儲楚邢盛季穆焉鄂竺井晏虞習桂米計庾冀戚柴伊宮鞠谷木水皮桑卜平戈湛匡衛滕強支舒練賈梅閻靳師權花鳳"
    "茅房邊瞿陰昌桓邸蒙覃牟曲鹿苑卯諶塞巴麻荊胥刁扈浦越甄閔郎過司蒲仲危豐敖鄺慕容逄遲宗原烏鬱郁裔苟尚閆亢言農別利時邰"
    "沙相隋臺台隗佘暴占詩雍豆矯郇貝歧妙來暨居那竇明宇衣寶厲緱繆臺勞充帥邴樂步都滿仰仝鈕竭揭籍冒昝苪芮羿儲汲糜鬆井"
    "富烏焦巴弓牧隗山谷車侯宓蓬全郗班秋仉伯宮寧欒暴甘鈄厲戎祖武符景詹束龍葉幸司韶郜黎薊薄印宿白懷蒲邰從鄂索咸賴"
    "喻柏水竇章雲潘奚彭郎魯韋昌苗鳳花方俞酆鮑史湯滕殷畢鄔安常于傅皮齊伏成茅紀舒屈項祝藍閔席強賈江郭"
    "闕拱開松續洛火黨佀鎖鮮單於楞卡拓仁弘洪賓載雪湖后相母豪"
    "陈黄张吴刘杨许郑谢赖苏叶庄吕萧罗简钟卢颜赵孙邓温马蒋蓝冯连欧纪汤邹严韩龚陆钱骆谭顾万饶关龙乔贺齐毕应涂楼华项聂"
    "车娄麦鲍邬蔺谈苌买费伦单区盖宁归储习计宫卫强练贾阎师权凤边阴诸谌荆闵过丰邝迟乌农别时诗来窦宝厉缪劳帅乐满钮"
    "栾钭从鲁韦云党锁鲜续阙载闫肖付代战岳"
)

COMPOUND_SURNAMES: Final = frozenset(
    """歐陽 司馬 諸葛 上官 司徒 司空 夏侯 皇甫 尉遲 公孫 長孫 慕容 宇文 東方 西門 南宮 東郭 南郭 令狐 獨孤 端木
    赫連 軒轅 呼延 鮮于 鍾離 澹臺 澹台 公冶 宗政 濮陽 淳于 單于 太叔 申屠 仲孫 閭丘 閭邱 司寇 巫馬 公西 顓孫
    壤駟 公良 漆雕 樂正 宰父 穀梁 谷梁 拓跋 拓拔 夾谷 百里 東門 左丘 左邱 梁丘 梁邱 羊舌 微生 第五 万俟 萬俟
    聞人 完顏 耶律 納蘭 那拉 葉赫 賀蘭 賀若 哥舒 屈突 豆盧 斛律 紇奚 段干 北宮 子車 亓官 即墨 叔孫 季孫 孟孫
    富察 烏雅 范姜 欧阳 司马 诸葛 尉迟 公孙 长孙 东方 西门 南宫 东郭 独孤 赫连 轩辕 鲜于 钟离 濮阳 单于 仲孙
    闾丘 巫马 颛孙 壤驷 乐正 夹谷 东门 闻人 完颜 纳兰 叶赫 贺兰 豆卢 纥奚 北宫 子车 叔孙 季孙 孟孙 乌雅""".split()
)

JOINED_SURNAMES: Final = frozenset("張簡 張廖 江謝 张简 张廖 江谢".split())
"""Surnames of two clans in one, of Taiwan; in a name of three characters the second may as well be given."""

SURNAME_READINGS: Final = {
    surname: tuple(reading.split("_"))
    for reading, surnames in {
        "shan4": "單 单",
        "zeng1": "曾",
        "qiu2": "仇",
        "xie4": "解",
        "piao2": "朴",
        "zha1": "查",
        "ou1": "區 区",
        "zhai2": "翟",
        "shao4": "召",
        "chong2": "种",
        "ge3": "蓋 盖 葛",
        "bu3": "卜",
        "ning4": "甯",
        "nai4": "佴",
        "zhai4": "祭",
        "xian3": "洗 冼",
        "yue4": "樂 乐",
        "ren2": "任",
        "hua4": "華 华",
        "shen3": "沈",
        "bi4": "秘 祕",
        "miao4": "繆 缪",
        "guo1": "過 过",
        "ying1": "應 应",
        "yu1": "於",
        "chen2": "諶 谌",
        "qin2": "覃",
        "she2": "折",
        "nie4": "乜",
        "kan4": "闞 阚",
        "que1": "闕 阙",
        "yun4": "員 员",
        "pang2": "逄",
        "wei3": "隗",
        "yan1": "燕",
        "gou1": "句",
        "bo2": "薄",
        "gan1": "干",
        "du1": "都",
        "su4": "宿",
        "jia3": "賈 贾",
        "che1": "車 车",
        "xi1": "郗",
        "mi4": "宓",
        "xiang4": "相",
        "sheng4": "盛",
        "she4": "厙 厍",
        "mou2": "牟",
        "chu3": "褚",
        "yu4_chi2": "尉遲 尉迟",
        "zhang3_sun1": "長孫 长孙",
        "mo4_qi2": "万俟 萬俟",
        "chan2_yu2": "單于 单于",
        "ling2_hu2": "令狐",
        "tan2_tai2": "澹臺 澹台",
        "xian1_yu2": "鮮于 鲜于",
        "yue4_zheng4": "樂正 乐正",
        "zi3_ju1": "子車 子车",
        "tuo4_ba2": "拓跋 拓拔",
    }.items()
    for surname in surnames.split()
}
"""Surname → its toned syllables, for surnames with a character that is read otherwise elsewhere."""

COMMON_SURNAMES: Final = frozenset(
    "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高簡朱鍾施游詹沈彭胡余盧潘顏梁趙柯翁魏方孫戴范宋鄧杜"
    "侯曹溫薛丁馬蔣唐卓藍馮姚石董紀歐程連古康姜田湯白汪尤鄒黎涂巫韓龔金嚴鐘陸童呂袁夏陈黄张吴刘杨许郑谢赖苏叶庄吕萧罗"
    "简钟卢颜赵孙邓温马蒋蓝冯纪欧连汤邹韩龚严陆"
)
"""Surnames that stand first in the names of wives who write their husband's before their own (陳林美玉)."""
