"""MODS's words ⇄ CSL's.

Sources: Library of Congress, "MODS User Guidelines" (version 3) and the MARC code lists for relators, genres
(marcgt) and languages (https://www.loc.gov/standards/mods/).
"""

from __future__ import annotations

from typing import Final

ROLES: Final = {
    "aut": "author", "cre": "author", "dis": "author", "edt": "editor", "trl": "translator", "com": "compiler",
    "cmp": "composer", "drt": "director", "ill": "illustrator", "ctb": "contributor", "ivr": "interviewer",
    "rcp": "recipient", "prf": "performer", "pro": "producer", "nrt": "narrator", "hst": "host", "cur": "curator",
    "orm": "organizer", "aus": "script-writer", "ths": "contributor", "dgs": "contributor", "pbd": "editorial-director",
}  # fmt: skip
ROLE_WORDS: Final = {
    "author": "author", "creator": "author", "editor": "editor", "translator": "translator", "compiler": "compiler",
    "composer": "composer", "director": "director", "film director": "director", "illustrator": "illustrator",
    "contributor": "contributor", "interviewer": "interviewer", "recipient": "recipient", "addressee": "recipient",
    "performer": "performer", "producer": "producer", "narrator": "narrator", "host": "host", "curator": "curator",
    "organizer": "organizer", "scriptwriter": "script-writer", "screenwriter": "script-writer",
    "thesis advisor": "contributor", "degree supervisor": "contributor", "dissertant": "author",
    "joint author": "author", "series editor": "collection-editor",
}  # fmt: skip
WRITTEN_ROLES: Final = {
    "author": "aut", "editor": "edt", "translator": "trl", "compiler": "com", "composer": "cmp", "director": "drt",
    "illustrator": "ill", "contributor": "ctb", "interviewer": "ivr", "recipient": "rcp", "performer": "prf",
    "producer": "pro", "narrator": "nrt", "host": "hst", "curator": "cur", "organizer": "orm", "script-writer": "aus",
    "editorial-director": "pbd",
}  # fmt: skip

GENRES: Final = {
    # marcgt
    "article": "article-journal", "atlas": "map", "biography": "book", "book": "book",
    "conference publication": "paper-conference", "catalog": "book", "dictionary": "entry-dictionary",
    "encyclopedia": "entry-encyclopedia", "government publication": "report", "graphic": "graphic",
    "handbook": "book", "interview": "interview", "issue": "periodical", "legal case and case notes": "legal_case",
    "legal article": "article-journal", "legislation": "legislation", "letter": "personal_communication", "map": "map",
    "motion picture": "motion_picture", "newspaper": "article-newspaper", "numeric data": "dataset",
    "patent": "patent", "periodical": "periodical", "review": "review", "series": "book", "sound": "song",
    "speech": "speech", "statistics": "dataset", "technical report": "report", "thesis": "thesis", "theses": "thesis",
    "treaty": "treaty", "videorecording": "motion_picture", "web site": "webpage", "yearbook": "book",
    # words that programs use without the list
    "academic journal": "article-journal", "journal article": "article-journal", "journalarticle": "article-journal",
    "magazine": "article-magazine", "magazinearticle": "article-magazine", "newspaperarticle": "article-newspaper",
    "booksection": "chapter", "book chapter": "chapter", "book section": "chapter", "book part": "chapter",
    "conferencepaper": "paper-conference", "conference paper": "paper-conference", "dissertation": "thesis",
    "ph.d. thesis": "thesis", "masters thesis": "thesis", "electronic resource": "webpage", "webpage": "webpage",
    "web page": "webpage", "blogpost": "post-weblog", "report": "report", "preprint": "article", "standard": "standard",
    "statute": "legislation", "case": "legal_case", "bill": "bill", "hearing": "hearing", "manuscript": "manuscript",
    "computerprogram": "software", "computer program": "software", "software": "software", "dataset": "dataset",
    "collection": "book", "unpublished": "manuscript",
}  # fmt: skip
WRITTEN_GENRES: Final = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "newspaper", "book": "book",
    "paper-conference": "conference publication", "entry-dictionary": "dictionary",
    "entry-encyclopedia": "encyclopedia", "report": "technical report", "graphic": "graphic",
    "interview": "interview", "periodical": "periodical", "legal_case": "legal case and case notes",
    "legislation": "legislation", "personal_communication": "letter", "map": "map",
    "motion_picture": "motion picture", "dataset": "numeric data", "patent": "patent", "review": "review",
    "song": "sound", "speech": "speech", "thesis": "thesis", "treaty": "treaty", "webpage": "web site",
}  # fmt: skip
"""marcgt's word; CSL's own stands beside it."""

RESOURCES: Final = {
    "software": "software, multimedia", "dataset": "software, multimedia", "map": "cartographic",
    "motion_picture": "moving image", "song": "sound recording", "musical_score": "notated music",
    "graphic": "still image", "figure": "still image",
}  # fmt: skip
"""`typeOfResource`; the rest is text."""
READ_RESOURCES: Final = {
    "cartographic": "map", "moving image": "motion_picture", "notated music": "musical_score",
    "software, multimedia": "software", "still image": "graphic",
    "sound recording": "song", "sound recording-musical": "song", "sound recording-nonmusical": "song",
}  # fmt: skip

HOSTED: Final = {
    "journal": "article-journal", "academic journal": "article-journal", "periodical": "article-journal",
    "newspaper": "article-newspaper", "magazine": "article-magazine", "conference publication": "paper-conference",
    "book": "chapter", "encyclopedia": "entry-encyclopedia", "dictionary": "entry-dictionary", "web site": "webpage",
    "series": "chapter",
}  # fmt: skip
"""What a work is by the genre of what it stands in."""

IDENTIFIERS: Final = {
    "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pubmed": "PMID", "pmc": "PMCID", "pmcid": "PMCID",
    "citekey": "key", "uri": "URL", "report number": "number",
}  # fmt: skip

HOST_FIELDS: Final = {
    "volume": "volume",
    "issue": "issue",
    "number": "issue",
    "section": "section",
    "chapter": "chapter-number",
}
EXTENTS: Final = frozenset({"page", "pages", "p.", "pp."})
