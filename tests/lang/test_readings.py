import pytest

from tipcite.lang import SURNAME_READINGS, pinyin, pinyin_syllables
from tipcite.lang.readings import stand_ins
from tipcite.lang.told import mainland_readings, told_pinyin


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("美國", "meiguo"),
        ("人口", "renkou"),
        ("北京", "beijing"),
        ("樂平", "leping"),
        ("斯坦", "sitan"),
        ("快樂", "kuaile"),
        ("音樂", "yinyue"),
        ("台灣銀行", "taiwanyinhang"),
        ("行政院", "xingzhengyuan"),
        ("重慶", "chongqing"),
        ("重要", "zhongyao"),
        ("長榮", "changrong"),
        ("校長", "xiaozhang"),
        ("厦门", "xiamen"),
        ("廈門", "xiamen"),
        ("和平", "heping"),
        ("著作", "zhuzuo"),
        ("什麼", "shenme"),
        ("地方", "difang"),
        ("我們", "women"),
        ("女性", "nuxing"),
        ("虐待", "nuedai"),
        ("略論", "luelun"),
        ("會計", "kuaiji"),
        ("調查", "diaocha"),
        ("調整", "tiaozheng"),
        ("䥑", "mai"),
    ],
)
def test_words_are_read_as_they_are_spoken(text, letters):
    assert pinyin(text) == letters


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("單", "shan"),
        ("曾國藩", "zengguofan"),
        ("尉遲恭", "yuchigong"),
        ("長孫無忌", "zhangsunwuji"),
        ("万俟卨", "moqixie"),
        ("单于", "chanyu"),
        ("呂", "lu"),
        ("仇英", "qiuying"),
        ("王寬弘", "wangkuanhong"),
    ],
)
def test_surnames_have_their_own_readings(name, letters):
    assert pinyin(name, surname=True) == letters


def test_a_surname_is_read_so_only_where_one_is_expected():
    assert pinyin("單位") == "danwei"


def test_other_characters_stay_in_text_and_are_left_out_of_syllables():
    assert pinyin("AIT美國2021") == "AITmeiguo2021"
    assert pinyin_syllables("AIT美國2021") == ("mei", "guo")


COMMON = {
    reading: chars
    for reading, chars in (
        row.split("=")
        for row in """de=的 yi=一以已意易醫義議藝譯 shi=是時十事實使世市師詩史石式示識 bu=不部步 le=了 zai=在再
        ren=人任認 you=有又由友 wo=我 ta=他她它 zhe=這者 ge=個各歌 men=們門 zhong=中重種眾 lai=來
        shang=上商 da=大打達 he=和合何河 guo=國過果 di=第弟 dao=到道導 shuo=說 yao=要藥
        jiu=就九究救 chu=出初 hui=會回 ke=可科課 ye=也業夜 ni=你 dui=對 sheng=生省聲 neng=能
        er=而二兒 zi=子自字資 na=那 yu=於與語魚雨育玉 xia=下 zhi=之知制治質職 nian=年念 fa=發法
        hou=後候 zuo=作做坐 li=里理力立李歷 yong=用 xing=行性形興 suo=所 ran=然 jia=家加價
        cheng=成城程 fang=方放房 duo=多 jing=經京境精 mo=末 qu=去區取 xue=學 ru=如入 dou=都
        tong=同通統 xian=現先縣 dang=當黨 mei=沒美 dong=動東 mian=面 qi=起其期氣 kan=看 ding=定
        tian=天田 fen=分 hai=還海 jin=進今金 hao=好 xiao=小校 zhu=主著住助 yang=樣陽 xin=心新信
        ben=本 qian=前 kai=開 dan=但單 yin=因銀音 cong=從 xiang=想相向鄉 ri=日 jun=軍 wu=無物務五
        zheng=政正證爭 wen=文問聞溫 ti=體提題 tai=台臺太 wan=灣完萬 bei=北被 hua=化華話 shu=書數
        dian=點電典 chuan=傳 bo=播博 yan=研言 jiao=教交 yuan=院員原遠 hang=航 lü=律 nü=女
        qing=情請清 min=民 she=社設 hui=會 cha=查 bao=報 gao=告高 ji=計記際極 lun=論""".split()
    )
}


@pytest.mark.parametrize(("reading", "chars"), COMMON.items())
def test_common_characters_have_their_usual_reading(reading, chars):
    assert {char: told_pinyin(char)[:-1] for char in chars} == dict.fromkeys(chars, reading)


def test_every_overruling_reading_is_a_syllable_of_the_order():
    known = {run.pinyin for run in mainland_readings().runs}
    assert {stand_in.reading for stand_in in stand_ins()} <= known


def test_a_surname_has_as_many_syllables_as_characters():
    assert all(len(surname) == len(readings) for surname, readings in SURNAME_READINGS.items())
