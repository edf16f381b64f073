"""Abbreviated words of journals' and proceedings' names, whose full stops end no field: `J. Appl. Phys.`

The words are those that ISO 4's List of Title Word Abbreviations (https://www.issn.org/services/online-services/access-to-the-ltwa/)
makes most use of, of those that no sentence ends with, and the Bluebook's for law reviews (table T13).
"""

from __future__ import annotations

from typing import Final

from tipcite.formats.reftext.later import later

_WORDS: Final = frozenset(
    """acad acta adm adv agric agron am anal analyt anat angew anim ann anthropol appl aquat arch archit artif asian
    assoc astron astrophys atmos aust bacteriol behav biochem bioeng biol biomed biophys biotechnol bot br brit bull
    bur bus cardiol catal chem chin circ civ clin cogn coll colloid commer commun comp comput conf conserv constr
    contemp corr crim crit crop cult cybern dent depend dermatol dev diagn dig disord dyn ecol econ econom educ
    elect electr electrochem electron endocrinol energ eng enterp entomol environ epidemiol ergon ethn eur evol exp
    expo fed financ forens gastroenterol gen genet geogr geol geophys geosci geriatr gerontol gov harv hist hosp hum
    hydrol hyg ieee imag immunol comm ind infect inf inform inorg inst instrum intell int interdiscip ital jpn
    jurisprud kinet lab lang laryngol lett libr linguist lit mach macromol magn manag manage mar mater math meas
    mech med metab meteorol methodol microb microbiol mod mol monogr natl nat neurol neurosci neurosurg nucl numer
    nurs nutr obes obstet occup oceanogr oncol ophthalmol opt org orthop otolaryngol paediatr parasitol pathol
    pediatr perform periodont petrol pharm pharmacol philos photochem photogr phys physiol pol polit polym pract
    prev probab proc prod prof programm psychiatr psychiatry psychol psychother q qual quant quart radiat radiol
    rech reg rehabil relat reprod res resour respir rev rheumatol sch sci secur seism semicond sens soc sociol softw
    sol spectrosc stat std stud subst suppl surg surv sust sustain symp syst tech technol telecommun tertiary theor
    ther tijdschr toxicol trans transp treat trop ultrason univ urol veg veh vet virol vis wkly yearb zool hum l
    pol'y int'l nat'l ass'n gov't""".split()
)
_RUN: Final = later(r"(?P<word>[A-Z][a-z’']+)\.\s(?:[A-Z][a-z]{1,11}\.\s){0,3}[A-Z][a-z]{1,11}$")
_LAST: Final = later(r"(?:^|(?<=[\s(\x00]))(?P<word>[A-Z][A-Za-z’']{0,13})$")
_NAME_NEXT: Final = later(r"\s?(?:[A-Z&(,;:\d\x00]|of\b|and\b|in\b|$)")


def ends_abbreviation(text: str, start: int, index: int) -> bool:
    """Tell whether the full stop at an index is that of a word of a journal's name, written short."""
    if not _NAME_NEXT.match(text, index + 1):
        return False
    before = text[max(start, index - 48) : index]
    last = _LAST.search(before)
    if last is None:
        return False
    word = last["word"].lower().replace("’", "'")
    if word in _WORDS:
        return True
    run = _RUN.search(before)
    return run is not None and run["word"].lower() in _WORDS
