"""Words that several passes look for: what stands before a host, and what a thesis calls itself."""

from __future__ import annotations

import re
from typing import Final

from tipcite.formats.reftext.later import later

# Capital letters of names for a set in a pattern: Latin with its accents, Greek, Cyrillic.
UPPER: Final = "A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞĢĪĶŁĻŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽΑ-ΩЁІЇЄА-Я"
# Small words inside a family name that is written behind initials: `J. van der Geer`
PARTICLE: Final = r"(?:(?:van|von|vom|de|der|den|del|della|la|le|du|di|da|dos|das|do|ter|ten|zu|zur|af|av|bin|al|el)\s)"
HOST: Final = later(
    r"(?:[.。,;:]|\s|\x00|(?<=[〉》」”\"]))\s?(?P<word>(?:[載载刊輯辑][於于錄录]?|(?:論文|论文|文章|報告|报告)?(?:發表|发表|宣讀|宣读|口頭發表"
    r"|海報發表)[於于在]|收[錄录]?[入於于]"
    r"|[見见]|In\b|in\b)\s?:?\s?(?=[^\s,.:]))"
)
# Without one of these there is no host.
HOST_HINT: Final = later(r"[載载刊輯辑發发宣收見见Ii](?:(?<![Ii])|n\b)")
# A thesis says one of these.
THESIS_HINT: Final = later(r"[論论]文|thesis|diss|[學学]位|\btese\b|tesis|th[èe]se|m[ée]moire", re.IGNORECASE)
THESIS: Final = later(
    r"[(\[]?(?P<genre>(?:未出版(?:之|的)?\s?,?\s?)?(?:(?:(?!年)[\u3400-\u9fff]){0,4}(?:博士"
    r"|碩士|硕士|學士|学士|學位|学位)(?:學位|学位|班)?(?:論文|论文)"
    r"|(?:(?:Unpublished|Published)\s)?(?:Doctoral|Ph\.?\s?D\.?|Master[’']?s?(?: of [A-Z]\w+)?|Bachelor"
    r"[’']?s?|Diploma|M\.?\s?A\.?|M\.?\s?Sc?\.?|M\.?\s?Phil\.?|LL\.?M\.?|M\.?\s?Eng\.?|MBA|M\.?Ed\.?"
    r"|D\.?Phil\.?)\s(?:diss(?:ertation|\.)|thesis)"
    r"|(?:(?<=[.,(\[]\s)|(?<=[(\[\x00]))(?:(?:Disserta[çc][ãa]o|Tese|Monografia|Trabalho de Conclus[ãa]o de Curso)"
    r"\s\((?:Mestrado|Doutorado|Gradua[çc][ãa]o|Especializa[çc][ãa]o)[^()]{0,40}\)"
    r"|Th[èe]se de doctorat|M[ée]moire de ma(?:[îi]trise|ster)"
    r"|Tes(?:is|ina) (?:de )?(?:doctoral|doctorado|maestr[íi]a|licenciatura|m[áa]ster)"
    r"|Tesi di (?:laurea|dottorato))"
    r"|(?<=[\s(\[,.])(?:Diss\."
    r"|Dissertation|Thesis)(?=[\s,.)\]])))",
    re.IGNORECASE,
)
