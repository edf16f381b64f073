"""Japanese that is written without kana: characters and dates that Chinese has not.

The forms are those of the Japanese list of characters for general use (常用漢字表, Agency for Cultural Affairs, 2010),
which prints the older form beside the newer one, and characters made in Japan (国字) of JIS X 0208. Left out is what
Big5 or GB 2312 has too, and what Chinese printing uses beside its own standards (説, 緑, 産, 繍 …).
"""

from __future__ import annotations

import re
from typing import Final

JAPANESE_ONLY: Final = frozenset(
    # Simplified in Japan, and otherwise or not at all in China.
    "両乗亜仏仮価倹児円処剣剤剰労効勧勲単厳収営噛団囲図圏圧塁塩増壊壌壱売変奨姫嬢実寛対専尭巣巻帯帰庁広廃弐弾従徳徴応"
    "恵悩悪懐戦戯払抜択拝拠拡挙捜掲掻揺摂撃斉斎暁暦曽栄桜桟検楡楽様権歓歩歯歴殻気沢浄涙渇済渉渋渓満滝瀬焼犠猟獣畳痩発"
    "県砕稲穂穏竜粋粛経絵継続総縁縄縦繊聴脳臓荘蔵薬蛍蝋覇覚覧観訳読謡譲賛転軽辺逓遅郷酔醸釈鉄鉱銭鋳錬関闘陥険隠雑霊頬"
    "頼顕駅駆騒験髄髪鶏鹸麹黒黙齢"
    # Made in Japan.
    "俤俥働凧凩凪匁匂叺喰噺圷垳塀塰峅峠嵶杢枠枡栂栃梺椙椚椛榊樫樮橲毟畑畠硲硴笂笹簗籾粂糀糘綛縅膤艝茣萢蓙蚫"
    "蛯蟐裃裄褄襷諚躾軅軈辷辻込遖鈬錺鍄鎹鑓閊雫鞆鞐鮖鮗鯏鯑鯒鯱鰯鰰鱚鳰鴫鵆鵈鵤麿"
)
OLDER_FORMS: Final = frozenset(
    "乘亂亞佛來俠假傳價儉兒兩冰剩劍劑勞勳勵勸區卷參吳單嚴囊囑圈國圍圓圖團增墮壓壘壞壤壯壹奧姊姬娛孃學寢實寫寬寶"
    "將專對屆屬峽嶽巢帶廢廳彈徑從徵德恆悅惠惡惱慘應懷戀戰戲拂拔拜挾插揭搔搖搜擇擊擔據擴攝收效敕數斷晚晝曆曉曾會"
    "條棧樂樓樞樣橫檢權歐歡步歲歷歸殘殼毆每氣涉淚淨淺渴溪溫滯滿潛濕濟瀨灣燈燒營爐爭犧狀狹獨獵獸獻產畫當疊"
    "癡發盜盡碎祕禪禮稅稱稻穗穩竊粹絕絲經綠緣縣縱總繡繩繪繼續纖罐聲聽肅脫腦膽臟臺與舊艷莊莖萬薰藏藝藥處虛號螢蟲蠟蠶蠻"
    "裝覺覽觀觸說謠證譯譽讀變讎讓豐豫貳賣賴贊踐輕轉辭辯遞遲鄰醉醫醬釀釋銳錄錢鍊鐵鑄閱闊關陷隨險隱雙雜霸靈靜顏顯騷驅"
    "驗驛髓體髮鹼鹽麥麵黃黑默點黨齊齒齡"
)
"""Traditional Chinese, and forms that Japanese gave up in 1946: a text that has one is no Japanese of today.

Those that live on in names (龍, 澤, 廣, 齋 …) are left out."""

_ERA_YEAR: Final = re.compile("(?:平成|令和)(?:元|[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})年")


def may_be_japanese(text: str) -> bool:
    """Tell whether something in a text is Japanese: a character that Chinese has not, or a year of an era."""
    return not JAPANESE_ONLY.isdisjoint(text) or ("年" in text and _ERA_YEAR.search(text) is not None)


def is_kanji_japanese(text: str) -> bool:
    """Tell whether a text in Han characters is Japanese: nothing in it is Chinese alone, and something Japanese."""
    return may_be_japanese(text) and OLDER_FORMS.isdisjoint(text) and _is_in_jis(text)


def _is_in_jis(text: str) -> bool:
    """Tell whether JIS X 0208 has every character; it has no Simplified ones but those that Japan shares."""
    try:
        text.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True
