"""What the specification leaves open, or says and citeproc-js does otherwise: a caller chooses.

The defaults are what a reader of a bilingual list expects; `CITEPROC_JS` prints what Zotero prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """The choices where processors differ."""

    own_marks: bool = True
    """Range delimiters, and whether stops go into quotation marks, follow the layout's language; else the style's
    default language."""
    stops_meet: bool = True
    """Full-width stops that meet are merged as half-width ones are."""
    labels_need_numbers: bool = True
    """A label without its number is not printed (CSL 1.0.2, Label)."""
    family_first: bool = False
    """In Chinese, Japanese and Vietnamese items every name stands family first, without a comma."""
    one_layout: bool = True
    """A citation in several languages stands in the layout of its first cite; else it begins with the prefix of the
    default layout, and every cite brings the delimiter and suffix of its own."""
    named_layout: bool = True
    """A layout that names the style's default language is for items of it; else these take the nameless layout."""
    plain_narrative: bool = False
    """"et al." in the sentence before a composite citation is not formatted."""
    narrative_blank: bool = False
    """A blank stands between the names of a composite citation and a full-width bracket too."""
    institutions_apart: bool = False
    """Institutions are no names like others: they go without the affixes of `<name>`, and the last name of a list, when
    it is one, has the delimiter before "and" in lists of three and more, whatever `delimiter-precedes-last` says."""
    always_a_last: bool = False
    """`et-al-use-last` shows the last name of every list that is cut, and so fewer of the first ones where that would
    leave out a single name; a single first name takes no delimiter before the ellipsis."""
    layout_in_groups: bool = False
    """With `after-collapse-delimiter` the delimiter of the layout parts the cites of a group, not a comma."""
    stand_ins: bool = True
    """Words of the style that stand for missing names count as names; else a macro of nothing else disappears."""
    every_format: bool = False
    """A format is written even where it stands already: bold in bold, and what undoes nothing."""
    close_joints: bool = False
    """Stops and blanks merge only where affixes of the style meet, and not across the edge of markup."""
    nested_display: bool = True
    """`display` makes a block of elements inside of others too; else of those alone that stand in the layout itself."""
    cased_macros: bool = True
    """`text-case` of a `<text macro>` changes what the macro prints (CSL 1.0.2, Text-case)."""
    cased_links: bool = False
    """`text-case` changes addresses and identifiers too."""
    cased_number_parts: bool = False
    """`text-case` changes each part of a number variable in words, as if they were numbers: `Revised and Enlarged`."""
    single_blanks: bool = True
    """Several blanks in a row in a field are one: they were typed by mistake."""
    lost_range_dress: bool = False
    """The end of the first range of years in a bibliography wears the affixes of the style's last date: a slip of
    citeproc-js, here only to tell it from slips of our own when the two are compared."""


USUAL: Final = Conventions()
CITEPROC_JS: Final = Conventions(
    own_marks=False,
    stops_meet=False,
    labels_need_numbers=False,
    family_first=True,
    one_layout=False,
    named_layout=False,
    plain_narrative=True,
    narrative_blank=True,
    institutions_apart=True,
    always_a_last=True,
    layout_in_groups=True,
    stand_ins=False,
    every_format=True,
    close_joints=True,
    single_blanks=False,
    nested_display=False,
    cased_macros=False,
    cased_links=True,
    cased_number_parts=True,
    lost_range_dress=True,
)
"""As citeproc-js 2.4 does."""
