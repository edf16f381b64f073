r"""What LaTeX commands stand for: accents, letters, signs, fonts.

Sources: the LaTeX 2e source (fontenc T1, textcomp), `inputenc`'s utf8 tables, babel's german shorthands,
csquotes,
biblatex's `\mkbib…` commands and localisation keys (biblatex manual, 4.9.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ACCENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "`": "\u0300",
        "'": "\u0301",
        "^": "\u0302",
        "~": "\u0303",
        "=": "\u0304",
        "u": "\u0306",
        ".": "\u0307",
        '"': "\u0308",
        "h": "\u0309",
        "r": "\u030a",
        "H": "\u030b",
        "v": "\u030c",
        "d": "\u0323",
        "c": "\u0327",
        "k": "\u0328",
        "b": "\u0331",
        "t": "\u0361",
        "G": "\u030f",
        "f": "\u0311",
        "textcommabelow": "\u0326",
    }
)
"""Command → combining character (Unicode 15, block 0300)."""

SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # letters
        "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
        "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ",
        "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
        # characters that have a meaning in TeX
        "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", "textbackslash": "\\",
        "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textasciitilde": "~",
        "textasciicircum": "^", "textasciigrave": "`", "textunderscore": "_", "textdollar": "$", "textpercent": "%",
        "textbar": "|", "textless": "<", "textgreater": ">", "textquotesingle": "'", "textquotedbl": '"',
        "backslash": "\\", "slash": "/",
        # blanks and breaks
        " ": " ", "\n": " ", "\t": " ", ",": "\u202f", ";": " ", ":": " ", "!": "", "-": "", "/": "", "@": "",
        "\\": " ", "newline": " ", "linebreak": " ", "par": "\n", "quad": " ", "qquad": " ", "space": " ",
        "thinspace": "\u202f", "nobreakspace": "\xa0", "textvisiblespace": " ", "allowbreak": "", "protect": "",
        "relax": "", "noindent": "", "xspace": "", "break": "", "nobreak": "", "ignorespaces": "", "unskip": "",
        # dashes and quotation marks
        "textendash": "–", "textemdash": "—", "hyphen": "-", "textquoteleft": "‘", "textquoteright": "’",
        "textquotedblleft": "“", "textquotedblright": "”", "lq": "‘", "rq": "’", "glqq": "„", "grqq": "“",
        "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "guillemotleft": "«",
        "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹",
        "guilsinglright": "›", "quotedblbase": "„", "quotesinglbase": "‚", "dots": "…", "ldots": "…",
        "textellipsis": "…", "cdots": "⋯", "endash": "–", "emdash": "—",
        # signs
        "S": "§", "P": "¶", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
        "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢",
        "textdegree": "°", "degree": "°", "textsection": "§", "textparagraph": "¶", "dag": "†", "ddag": "‡",
        "textbullet": "•", "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿",
        "textordfeminine": "ª", "textordmasculine": "º", "textnumero": "№", "textmu": "µ", "textmultiply": "×",
        "texttimes": "×", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
        # names of programs
        "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX",
        "BibLaTeX": "BibLaTeX", "XeLaTeX": "XeLaTeX", "MF": "METAFONT",
    }
)  # fmt: skip
"""Command without argument → text."""

MATH_SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
        "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ",
        "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
        "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
        "times": "×", "cdot": "⋅", "pm": "±", "mp": "∓", "div": "÷", "ast": "∗", "star": "⋆", "circ": "∘",
        "bullet": "∙", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈",
        "equiv": "≡", "sim": "∼", "simeq": "≃", "propto": "∝", "ll": "≪", "gg": "≫", "in": "∈", "notin": "∉",
        "subset": "⊂", "subseteq": "⊆", "cup": "∪", "cap": "∩", "to": "→", "rightarrow": "→", "leftarrow": "←",
        "leftrightarrow": "↔", "Rightarrow": "⇒", "mapsto": "↦", "infty": "∞", "partial": "∂", "nabla": "∇",
        "sum": "∑", "prod": "∏", "int": "∫", "sqrt": "√", "forall": "∀", "exists": "∃", "neg": "¬", "land": "∧",
        "lor": "∨", "oplus": "⊕", "otimes": "⊗", "ell": "ℓ", "hbar": "ℏ", "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ",
        "emptyset": "∅", "prime": "′", "degree": "°", "perp": "⊥", "parallel": "∥", "langle": "⟨", "rangle": "⟩",
        "dagger": "†", "ddagger": "‡", "ldots": "…", "dots": "…", "cdots": "⋯",
    }
)  # fmt: skip
"""Command in mathematics → text (unicode-math)."""

WRAPS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        **dict.fromkeys(("textit", "emph", "textsl", "mkbibemph", "mkbibitalic", "mathit"), ("<i>", "</i>")),
        **dict.fromkeys(("textbf", "mkbibbold", "mathbf"), ("<b>", "</b>")),
        **dict.fromkeys(("textsuperscript", "mkbibsuperscript"), ("<sup>", "</sup>")),
        **dict.fromkeys(("textsubscript", "mkbibsubscript"), ("<sub>", "</sub>")),
        "textsc": ('<span style="font-variant:small-caps;">', "</span>"),
        **dict.fromkeys(("enquote", "mkbibquote", "textquote"), ("“", "”")),
        "enquote*": ("‘", "’"),
        "mkbibparens": ("(", ")"),
        "mkbibbrackets": ("[", "]"),
        **dict.fromkeys(
            """textrm textup textnormal textsf texttt textmd text mbox hbox fbox makebox mathrm mathsf mathtt
            operatorname MakeUppercase MakeLowercase uppercase lowercase MakeCapital underline
            uline NoCaseChange url nolinkurl path
            autocap bibstring textgreek textcyrillic textlatin ensuremath cite citet citep citeauthor footnotesize small
            textnohyphenation natexlab BibEmph""".split(),
            ("", ""),
        ),
    }
)
"""Command with one argument → what stands before and behind the argument in CSL's rich text."""

SWITCHES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        **dict.fromkeys(("em", "it", "itshape", "sl", "slshape"), ("<i>", "</i>")),
        **dict.fromkeys(("bf", "bfseries"), ("<b>", "</b>")),
        **dict.fromkeys(("sc", "scshape"), ('<span style="font-variant:small-caps;">', "</span>")),
        **dict.fromkeys(
            """rm rmfamily tt ttfamily sf sffamily normalfont upshape mdseries normalsize small large tiny
            scriptsize footnotesize cyr selectfont""".split(),
            ("", ""),
        ),
    }
)
"""Command that changes the font up to the end of its group → the same."""

DROPPED: Final[Mapping[str, int]] = MappingProxyType(
    {
        **dict.fromkeys("noop noopsort printfirst SortNoop hspace vspace label index kern hskip".split(), 1),
    }
)
"""Command → how many arguments vanish with it; `\\noop` and its like exist only to steer sorting."""

LAST_ARGUMENT: Final[Mapping[str, int]] = MappingProxyType(
    {"href": 2, "textcolor": 2, "foreignlanguage": 2, "selectlanguage": 1, "texorpdfstring": 2, "switchargs": 2}
)
"""Command → how many arguments it has, of which only the last is text."""

KEYS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "newseries": "New series", "oldseries": "Old series", "inpreparation": "in preparation",
        "submitted": "submitted", "forthcoming": "forthcoming", "inpress": "in press", "prepublished": "prepublished",
        "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis", "phdthesis": "PhD thesis",
        "candthesis": "Candidate thesis", "resreport": "research report", "techreport": "technical report",
        "software": "computer software", "datacd": "CD-ROM", "audiocd": "audio CD", "patent": "patent",
        "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
        "patentuk": "British patent", "patentus": "U.S. patent", "patreq": "patent request",
        "patreqde": "German patent request", "patreqeu": "European patent request",
        "patreqfr": "French patent request", "patrequk": "British patent request", "patrequs": "U.S. patent request",
        "countryde": "Germany", "countryeu": "European Union", "countryep": "European Union", "countryfr": "France",
        "countryuk": "United Kingdom", "countryus": "United States of America",
    }
)  # fmt: skip
"""biblatex's localisation keys, in their English words."""
