"""Turn zhuyin into pinyin for the table makers."""

from __future__ import annotations

from typing import Final

INITIALS: Final = dict(
    zip(
        "ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ",
        "b p m f d t n l g k h j q x zh ch sh r z c s".split(),
        strict=True,
    )
)
FINALS: Final = dict(
    pair.split("=")
    for pair in """ㄚ=a ㄛ=o ㄜ=e ㄝ=ê ㄞ=ai ㄟ=ei ㄠ=ao ㄡ=ou ㄢ=an ㄣ=en ㄤ=ang ㄥ=eng ㄦ=er
    ㄧ=i ㄧㄚ=ia ㄧㄛ=io ㄧㄝ=ie ㄧㄞ=iai ㄧㄠ=iao ㄧㄡ=iu ㄧㄢ=ian ㄧㄣ=in ㄧㄤ=iang ㄧㄥ=ing
    ㄨ=u ㄨㄚ=ua ㄨㄛ=uo ㄨㄞ=uai ㄨㄟ=ui ㄨㄢ=uan ㄨㄣ=un ㄨㄤ=uang ㄨㄥ=ong
     ㄩ=ü ㄩㄝ=üe ㄩㄢ=üan ㄩㄣ=ün ㄩㄥ=iong""".split()
)
ALONE: Final = dict(
    pair.split("=")
    for pair in """i=yi ia=ya io=yo ie=ye iai=yai iao=yao iu=you ian=yan in=yin iang=yang ing=ying u=wu ua=wa uo=wo
    uai=wai ui=wei uan=wan un=wen uang=wang ong=weng ü=yu üe=yue üan=yuan ün=yun iong=yong""".split()
)
TONES: Final = {"ˊ": 2, "ˇ": 3, "ˋ": 4}
# Syllables without a vowel letter: the buzzing finals, and the interjections 呣 and 嗯.
BARE: Final = {initial: letters + "i" for initial, letters in INITIALS.items() if letters in "zh ch sh r z c s".split()}


def pinyin_of(zhuyin: str) -> tuple[str, int] | None:
    """Return letters and tone (5 = neutral) of a syllable, None when it is no syllable of Mandarin."""
    tone = 5 if "˙" in zhuyin else next((TONES[mark] for mark in zhuyin if mark in TONES), 1)
    body = "".join(mark for mark in zhuyin if mark not in "˙ˊˇˋ")
    initial = body[:1] if body[:1] in INITIALS else ""
    rest = body[len(initial) :]
    if not rest:
        return (BARE[initial], tone) if initial in BARE else None
    if rest not in FINALS:
        return None
    final = FINALS[rest]
    if not initial:
        return ALONE.get(final, final), tone
    letters = INITIALS[initial]
    if letters in ("j", "q", "x"):
        final = final.replace("ü", "u")
    return letters + ("o" if final == "uo" and letters in "bpmf" else final), tone


SYLLABLES: Final = {
    reading[0]: initial + final
    for initial in reversed(("", *INITIALS))
    for final in reversed(("", *FINALS))
    if (reading := pinyin_of(initial + final))
} | {
    letters + vowel: initial + zhuyin
    for initial, letters in INITIALS.items()
    for vowel, zhuyin in (("u", "ㄩ"), ("uan", "ㄩㄢ"), ("un", "ㄩㄣ"))
    if letters in ("j", "q", "x")
}
"""Letters of a syllable → its zhuyin without a tone."""
