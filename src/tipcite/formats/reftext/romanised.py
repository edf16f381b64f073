"""Chinese names in Latin letters whose family name stands first without a comma: `Zhang Qiming`, `Hsiao Li-chun`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tipcite.formats.reftext.later import later
from tipcite.model import Name

# The commonest surnames in Hanyu Pinyin, Wade-Giles and the spellings of Hong Kong; none that is a usual given name.
_SURNAMES: Final = frozenset(
    """bai cai cao chang chao chen cheng chi chiang chiao chien chin chiu cho chou chow chu chuang chung cui dai deng
    ding dong du duan fan fang feng fu gao ge gong gu guan guo han hao he ho hong hou hsia hsiao hsieh hsiung hsu hu
    hua huang hung hwang ji jia jiang jin kang kao ko kong ku kuan kuo lai lam lei leung li liang liao lien lin ling
    liu lo long lu luo lü ma mao meng mo ni niu ou ouyang pan pang peng pi qian qiao qin qiu ren shao shen sheng shi
    shih shu song su sun sung tai tan tang tao teng ti tian tien ting tsai tsao tseng tsui tu tuan tung wan wang wei
    wen weng wong wu xia xiang xiao xie xiong xu xue yan yang yao ye yeh yen yi yin ying you yu yuan yue zeng zhai
    zhan zhang zhao zheng zhong zhou zhu zhuang zou""".split()
)
# Of these hardly one is a given name of one syllable: `Tseng Wei` is one of the Tsengs.
_NO_GIVEN: Final = frozenset("hsieh hsiao hsu huang kuo tseng tsai tsao xie zhang zhao zheng zhou".split())
_SYLLABLE: Final = (
    r"(?:(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:iang|iong|uang|ueng|iao|ian|ang|eng|ing|ong|uai|uan|ai|ei|ao|ou"
    r"|an|en|in|un|ün"
    r"|ia|ie|iu|ua|uo|ui|üe|ue|er|a|o|e|i|u|ü))"
)
_GIVEN: Final = later(rf"{_SYLLABLE}{{1,2}}", re.IGNORECASE)
_HYPHENED: Final = later(r"[A-Z][a-z’']{1,6}-[A-Za-z][a-z’']{1,6}")
_VOWELS: Final = later("[aeiouü]+")


def with_family_first(names: tuple[Name, ...], text: str) -> tuple[Name, ...]:
    """Turn names round that were read in Western order though the family name stands first in them."""
    if not text.isascii():
        names = tuple(map(_vietnamese, names))
    if all(name.given.lower() not in _SURNAMES for name in names):
        return names
    turned = [_is_turned(name) and f"{name.given} {name.family}" in text for name in names]
    if not any(turned):
        return names
    if any(name.given.lower() not in _SURNAMES and name.family.lower() in _SURNAMES for name in names):
        # `Jia Deng, Kai Li, and Li Fei-Fei`: the list is in Western order, but for what cannot be
        return tuple(
            replace(name, family=name.given, given=name.family) if turn else name
            for name, turn in zip(names, turned, strict=True)
        )
    # Within one list the order is the same: `Zhang Qiming, Liu Ye`
    return tuple(
        replace(name, family=name.given, given=name.family)
        if turn or (name.given.lower() in _SURNAMES and _is_given(name.family))
        else name
        for name, turn in zip(names, turned, strict=True)
    )


# The commonest family names of Vietnam, of those that its letters tell; they stand first.
_VIETNAMESE: Final = frozenset("Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split())


def _vietnamese(name: Name) -> Name:
    family, _, given = name.given.partition(" ")
    if family not in _VIETNAMESE or not name.family:
        return name
    return replace(name, family=family, given=f"{given} {name.family}".strip())


def _is_turned(name: Name) -> bool:
    if name.given.lower() not in _SURNAMES or name.non_dropping_particle or name.suffix:
        return False
    family = name.family
    if name.given.lower() in _NO_GIVEN and family.lower() not in _NO_GIVEN and _is_given(family):
        return True
    return family.lower() not in _SURNAMES and bool(
        _HYPHENED.fullmatch(family) or (_is_given(family) and len(_VOWELS.findall(family.lower())) > 1)
    )


def _is_given(text: str) -> bool:
    return bool(_HYPHENED.fullmatch(text) or _GIVEN.fullmatch(text))
