"""Pinyin syllables in Wade–Giles, as libraries wrote it until 2000: `Jen min wen hsüeh ch'u pan she`.

Initials and finals as the Library of Congress's Pinyin Conversion Project (2000) and H. A. Giles, A Chinese-English
Dictionary (1912) pair them; as in library catalogues ü is kept, and the marks of ê and ŭ and the tones are not.
"""

from __future__ import annotations

import re
from typing import Final

_SYLLABLE: Final = re.compile("([zcs]h|[bpmfdtnlgkhjqxrzcs])?(.+)")
_INITIALS: Final = dict(
    pair.split("=") for pair in "b=p p=p' d=t t=t' g=k k=k' j=ch q=ch' x=hs zh=ch ch=ch' r=j z=ts c=ts'".split()
)
_FINALS: Final = dict(
    pair.split("=")
    for pair in """er=erh ê=eh ie=ieh ian=ien iong=iung ong=ung uo=o üe=üeh
    yi=i ye=yeh you=yu yan=yen yong=yung yu=yü yue=yüeh yuan=yüan yun=yün""".split()
)
"""Finals, and whole syllables without an initial, that are spelled otherwise."""
_AFTER_PALATALS: Final = dict(pair.split("=") for pair in "u=ü ue=üeh uan=üan un=ün".split())
_WHOLE: Final = dict(
    pair.split("=")
    for pair in """zhi=chih chi=ch'ih shi=shih ri=jih zi=tzu ci=tz'u si=ssu ge=ko ke=k'o he=ho e=o
    guo=kuo kuo=k'uo huo=huo shuo=shuo gui=kuei kui=k'uei""".split()
)


def wade_giles(syllable: str) -> str:
    """Write one toneless pinyin syllable (`xue`, `lü`) in Wade–Giles: `hsüeh`, `lü`."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    match = _SYLLABLE.fullmatch(syllable)
    initial, final = (match[1] or "", match[2]) if match else ("", syllable)
    finals = _AFTER_PALATALS if initial in ("j", "q", "x") and final in _AFTER_PALATALS else _FINALS
    return _INITIALS.get(initial, initial) + finals.get(final, final)
