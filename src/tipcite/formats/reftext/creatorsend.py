"""Where the creators end when neither a date nor title marks show it: GB/T 7714, Vancouver, IEEE, notes."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tipcite.formats.reftext.bodies import has_body_word, is_body
from tipcite.formats.reftext.continental import inverted_end
from tipcite.formats.reftext.draft import Draft
from tipcite.formats.reftext.hannames import is_han_person, is_mixed_person, script_runs
from tipcite.formats.reftext.later import later
from tipcite.formats.reftext.plainnames import inverted_names_end, joined_names_end
from tipcite.formats.reftext.scan import Kind, Token, han_share
from tipcite.formats.reftext.westernnames import ends_name_list, is_name_list, is_vancouver
from tipcite.formats.reftext.wording import PARTICLE, UPPER
from tipcite.lang import is_institution, split_chinese_name
from tipcite.lang.names import surname_of
from tipcite.lang.surnames import COMMON_SURNAMES


@lru_cache(maxsize=64)
def is_creator(text: str) -> bool:
    """Tell whether a text is one creator: a person or a body, with a role or without."""
    if han_share(text) >= 0.4:
        text = _ROLE_BRACKETS.sub("", text)
        joined = re.fullmatch(r"([\u3400-\u9fff·]{2,4})\s?[與与和及暨/]\s?([\u3400-\u9fff·]{2,4})", text)
        return bool(joined) or is_han_person(text) or is_body(text) or bool(_ROLE_END.search(text))
    return is_name_list(text) or is_body(text)


_ROLE_BRACKETS: Final = later(r"\s?\((?:[總主合]?[編编]者?|[編编][著輯辑]|[譯译]者?|著|導演|导演)\)$")
_ROLE_END: Final = later(r"(?:[編编著譯译撰輯]|主[編编]|等人?|[監监]修|in|In)$")


# As many characters as the creators of an entry may have: thirty authors in full.
_LONGEST_NAMES: Final = 1500


def creators_end(draft: Draft, tokens: tuple[Token, ...], limit: int, *, marker: bool) -> tuple[int, int] | None:
    """Find the separator behind the creators where neither a date nor marks show it."""
    text = draft.text
    springer = None if marker or (".: " not in text and "): " not in text) else _COLON_BEHIND.match(text)
    if springer is not None and is_name_list(springer["names"]):
        return springer.end("role"), springer.end()
    if not marker:
        inverted = inverted_end(text)
        if inverted is not None and inverted[1] <= limit:
            return inverted
        joined = joined_names_end(text) if " and " in text or " & " in text else None
        if joined is not None and joined + 1 < limit:
            return joined, joined + 1
    end = _separator_behind(draft, tokens, limit, marker=marker)
    role = _ROLE_NEXT.match(text, end[1]) if end is not None else None
    return (role.end(), role.end()) if role else end


# `Jarvis P., Kemp A. (eds) Handbook`
_ROLE_NEXT: Final = later(r"\s?\((?:[Ee]ds?|[Hh]rsg)\.?\)[.,:]?(?=\s)")


def _separator_behind(draft: Draft, tokens: tuple[Token, ...], limit: int, *, marker: bool) -> tuple[int, int] | None:
    text = draft.text
    stops = any(
        token.kind is Kind.STOP and not token.weak and any(map(str.isalnum, text[token.end :])) for token in tokens
    )
    # Where a law review is cited by volume first, the stop behind the title is the grammar's own.
    stops = stops and "container-title" not in draft.fields
    for place, token in enumerate(tokens):
        if token.start >= min(limit, _LONGEST_NAMES) or place + 1 >= len(tokens):
            break
        if token.kind not in (Kind.STOP, Kind.COLON, Kind.COMMA):
            continue
        body = text[: token.start].strip()
        if not body or not draft.has_words(token.end, limit):
            continue
        if token.kind is Kind.STOP and (not token.weak or _ends_role(text, token, body)):
            lone = _LONE_NAME.fullmatch(body) is not None and _clauses(draft, tokens[place + 1 :]) > 1
            return (token.start, token.end) if lone or _is_first_field(body, marker=marker) else None
        if han_share(body) >= 0.4:
            if _ends_body(token, place, body) if marker else _ends_han(text, tokens, place, body, stops=stops):
                return token.start, token.end
        elif token.kind is Kind.COLON and not marker and is_vancouver(body) and is_name_list(body):
            return token.start, token.end  # `Ueda K, Ito S: Title` (BioMed Central)
        elif token.kind is Kind.STOP:
            if _ends_initials(text, token, body):
                return token.start, token.end
        elif token.kind is Kind.COMMA and not marker and _may_end_with_comma(text, token, body, stops=stops):
            return _comma_end(text, tokens, place, limit, stops=stops)
    return None


# `Cross, P., Horn, G. (eds.): Title` (Springer)
_COLON_BEHIND: Final = later(
    r"(?P<names>[A-Z][^:()\d,]{1,30}, [A-Z]\.[^:()\d]{0,400}?)(?P<role>(?:\s\(eds?\.\))?):\s(?=[A-Z“])"
)


def _may_end_with_comma(text: str, token: Token, body: str, *, stops: bool) -> bool:
    """Where full stops part the fields a comma ends only names in spoken order."""
    spoken = not stops or _SPOKEN_INITIALS.match(body) or _INITIALS_NEXT.match(text, token.end)
    return bool(spoken) and not _INVERTED_LIST.match(text)


def _comma_end(text: str, tokens: tuple[Token, ...], place: int, limit: int, *, stops: bool) -> tuple[int, int] | None:
    if stops:
        return _spoken_end(text, tokens, place) or note_names_end(text, tokens, limit)
    inverted = inverted_names_end(text)
    if inverted is not None and inverted < limit:
        return inverted - 1, inverted
    return note_names_end(text, tokens, limit)


def _ends_body(token: Token, place: int, body: str) -> bool:
    """`外交部：题名［EB/OL］`: before a type marker a colon stands in titles too, so only a body ends with it."""
    short = token.kind is Kind.COLON and place < 3 and len(body) <= 14
    return short and (is_institution(body) or body[-1] in "部局署院")


def _spoken_end(text: str, tokens: tuple[Token, ...], place: int) -> tuple[int, int] | None:
    """Find the stop behind `T. Hall, Y. Lin. Title`: names in spoken order, parted by commas."""
    stop = next((token for token in tokens[place:] if token.kind is Kind.STOP and not token.weak), None)
    if stop is None or stop.start > _LONGEST_NAMES:
        return None
    pieces = [piece.strip() for piece in _NAME_CUT.split(text[: stop.start])]
    return (stop.start, stop.end) if all(map(_SPOKEN_INITIALS.fullmatch, pieces)) else None


_NAME_CUT: Final = later(r",?\s(?:and|&)\s|,")


def _clauses(draft: Draft, tokens: tuple[Token, ...]) -> int:
    """Count the stretches with words between full stops."""
    count, words = 0, False
    for token in tokens:
        if token.kind is Kind.STOP and not token.weak:
            count, words = count + words, False
        else:
            words = words or draft.has_words(token.start, token.end)
    return count + words


_ROLE_ENDED: Final = later(r"(?:,|\s|\()(?:et al|eds?|trans|dir|comps?|prod)\)?$")


def _ends_role(text: str, token: Token, body: str) -> bool:
    """Tell whether `et al.`, `ed.` or `trans.` behind names ends them: a title follows, neither role nor name."""
    match = _ROLE_ENDED.search(body)
    if match is None or re.match(r"\s*(?:,|&|and\b|\(|;|eds?\b|trans\b|等|[a-z])", text[token.end :]):
        return False
    names = body[: match.start()].rstrip(" ,(")
    return are_han_creators(names) or are_mixed_creators(names) or is_name_list(names) or is_body(names)


def _is_first_field(body: str, *, marker: bool) -> bool:
    """Tell whether the first sentence holds creators; before a type marker it does, unless it is long."""
    if han_share(body) >= 0.4:
        return marker or are_han_creators(_ROLE_ENDED.sub("", body)) or are_mixed_creators(body)
    if are_mixed_creators(body):
        return True
    if _ROLE_ENDED.search(body) and is_name_list(_ROLE_ENDED.sub("", body)):
        return True
    if is_name_list(body) and ends_name_list(body):
        return True
    words = body.split()
    small = [word for word in words if word.islower() and word not in ("of", "for", "and", "the", "on", "in")]
    body_named = (
        (is_body(body) and not small and ":" not in body)
        or bool(re.search(r"\bet al$", body))
        or bool(ENDS_IN_ROLE.search(body))
    )
    return (
        body_named
        or (len(words) <= 8 and "?" not in body and "." not in body and marker)
        or (len(words) == 1 and words[0].isupper())
    )


ENDS_IN_ROLE: Final = later(r"\b(?:eds?|trans|dir|comp|editors?)\b\.?\)?$")


def are_han_creators(body: str) -> bool:
    """Tell whether a stretch of Han text is nothing but creators."""
    parts = [part.strip() for part in re.split(r"[,、;]|\s(?:and|&)\s", body) if part.strip(" .")]
    parts = [part.removeprefix("and ") for part in parts]
    if len(parts) == 1 and " " in body:
        spaced = body.split()
        if len(spaced) > 1 and all(map(split_chinese_name, spaced)):
            # 李娜 张伟 王芳
            return True
    return bool(parts) and all(
        is_creator(part) or re.fullmatch(r"等人?", part) or re.fullmatch(r"[^()]{2,8}\([^()]{2,6}\)", part)
        for part in parts
    )


_LATIN_LETTER: Final = later(r"[A-Za-z\u00c0-\u2fff]")
_HAN_CHARACTER: Final = later(r"[\u3005-\u30ff\u3400-\U0003ffff]")


def are_mixed_creators(body: str) -> bool:
    """Tell whether a stretch is creators of both scripts: `Hogan, Kimberly A.、王寬弘`, `Thomas Kuhn 著，程樹德譯`."""
    if not (_LATIN_LETTER.search(body) and _HAN_CHARACTER.search(body)):
        return False
    if is_mixed_person(body):
        return True
    runs = script_runs(body)
    if len({is_chinese for _, is_chinese in runs}) < 2:
        return False
    return all(
        are_han_creators(run) if is_chinese else is_name_list(_ROLE_TAIL.sub("", run)) or is_body(run)
        for run, is_chinese in runs
    )


_ROLE_TAIL: Final = later(r"\s?\(?(?:[主合]?[編编]者?|[編编]?著|撰|[譯译]者?)\)?\s*$")


def _ends_han(text: str, tokens: tuple[Token, ...], place: int, body: str, *, stops: bool) -> bool:
    token = tokens[place]
    if token.kind is Kind.COLON:
        return are_han_creators(body) and (not stops or _are_common_persons(body))
    if token.kind is not Kind.COMMA or not are_han_creators(body):
        return False
    if _ROLE_END.search(body):
        return True
    following = next(
        (later for later in tokens[place + 1 :] if later.kind in (Kind.COMMA, Kind.STOP, Kind.COLON)), None
    )
    next_piece = text[token.end : following.start].strip() if following else ""
    if re.fullmatch(r"等人?", next_piece) or (
        is_han_person(next_piece) and ("·" in next_piece or surname_of(next_piece))
    ):
        return False
    return not (stops and is_creator(next_piece))


def _are_common_persons(body: str) -> bool:
    """Tell whether all of a list are persons of common surnames: `葉美惠：題名。刊名` against `方法論：導論。刊名`."""
    names = [split_chinese_name(part) for part in re.split("[、,;] ?", body)]
    return all(name is not None and name[0] in COMMON_SURNAMES and len(name[1]) == 2 for name in names)


def _ends_initials(text: str, token: Token, body: str) -> bool:
    rest = text[token.end :].lstrip()
    if re.match(rf"[{UPPER}]\.|,|&|and\b|-|;|et al|vs?\.|(?:d[aeo]s?|von|van|del|di|la)\.", rest):
        return False
    if _is_spoken_list(body, rest):
        return False
    if (
        (len(body.split()) == 2 or (_AND_NAME.search(body) and not is_vancouver(body)))
        and re.match(r"[A-Z][\w’'-]+(?:,(?!\s[a-z])|\s(?:and|&)\s[A-Z]|\set al|\seds?\.)", rest)
        and "[" not in rest
    ):
        return False
    return is_name_list(body) and ends_name_list(body)


_SENTENCE_END: Final = later(r"(?<=[^\W\d_]{2})[.。](?=[\s\[]|$)|,?\set al|(?<=Jr)\.|\[")


def _is_spoken_list(body: str, rest: str) -> bool:
    """Tell whether an initial is a middle one: `David E. Calkin, Alan A. Ager. Title` are names in spoken order."""
    end = _SENTENCE_END.search(rest)
    names = f"{body}. {rest[: end.start()] if end else rest}"
    if len(names) > 600 or ":" in names or (end and end.group() == "["):
        return False
    pieces = [piece.strip() for piece in re.split(r",|\s(?:and|&)\s", names)]
    if len(pieces) == 1 and (len(pieces[0].split()) > 4 or _BOOK_NEXT.match(rest, end.end() if end else 0)):
        return False  # `Lowenstein R. Clinical Toxicology Handbook. 3rd ed. Denver: …`
    return all(
        piece in ("Jr", "Jr.", "")
        or (2 <= len(piece.split()) <= 5 and len(piece.split()[-1].strip(".")) > 1 and is_name_list(piece))
        for piece in pieces
    )


_BOOK_NEXT: Final = later(
    r"[\s.]*(?:\d{1,2}(?:st|nd|rd|th) ed|[A-Z][^.:;\d]{1,30}:\s?[A-Z]|[A-Z][^.:;\d]{2,40}\.?\s(?:19|20)\d\d)"
)
# `Guo, X., Sharma, V., and Eklund, N. Title`: every name is inverted, and a full stop ends the last
_INVERTED_LIST: Final = later(
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, (?:[A-Z]\.[ -]?){1,3}[,;]? (?:and |& )?"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, [A-Z]\."
)
_SPOKEN_INITIALS: Final = later(rf"(?:[{UPPER}]\.[ -]?)+{PARTICLE}{{0,3}}[{UPPER}][\w’'-]+(?:\s(?:Jr|Sr|II|III)\.?)?")
_INITIALS_NEXT: Final = later(rf"\s(?:[{UPPER}]\.[ -]?){{1,4}}(?:,|\sand\s)")
_AND_NAME: Final = later(r"\s(?:and|&)\s|^(?:and|&)\s")
_ROLE: Final = later(
    r",?\s*\(?(?:\bet al\.?|\beds?\.?|\btrans\.?|(?<=\()(?:a cura di|dirs?\.|coords?\.|orgs?\.|Hrsg\.))\)?(?=\s|$)"
)


def note_names_end(text: str, tokens: tuple[Token, ...], limit: int) -> tuple[int, int] | None:
    """Find the comma behind names in spoken order (Chicago and Bluebook notes): `A. B. Smith and John Doe, Title`."""
    commas = [token for token in tokens if token.kind is Kind.COMMA and token.start < limit][:40]
    bounds = [0, *(comma.end for comma in commas)]
    pieces = [text[begin : comma.start].strip() for begin, comma in zip(bounds, commas, strict=False)]
    if not pieces:
        return None
    others = _OTHERS.search(text, 0, limit)
    if others and is_name_list(text[: others.start()]):
        role = re.compile(r"\s?\(?(?:eds?|trans)\.\)?,?").match(text, others.end())
        return (role.end() - 1, role.end()) if role else (others.start(), others.end())
    inverted = _inverted_end(pieces)
    if inverted is not None:
        return commas[inverted].start, commas[inverted].end
    if not _is_spoken_name(pieces[0]):
        lone = len(pieces) > 2 and _LONE_NAME.fullmatch(pieces[0]) and ":" not in pieces[1] and ":" not in pieces[2]
        return (commas[0].start, commas[0].end) if lone or _is_note_body(pieces[0]) else None
    edited = _edited_end(pieces)
    if edited is not None:
        return commas[edited].start, commas[edited].end
    last = 0
    while not (_AND_NAME.search(pieces[last]) or _ROLE.search(pieces[last])) and last + 1 < len(pieces):
        following = _ROLE.sub("", pieces[last + 1]).strip()
        listed = any(
            _AND_NAME.search(piece)
            for piece in pieces[last + 1 : last + 30]
            if is_name_list(re.sub(r"^(?:and|&)\s", "", piece))
        )
        initials = bool(re.search(r"\b[A-Z]\.", pieces[0]))
        if (
            following in ("", "Jr.", "Sr.", "III")
            or re.match(r"(?:and|&)\s", following)
            or (_SPOKEN_INITIALS.fullmatch(following) and _SPOKEN_INITIALS.fullmatch(pieces[last]))
            or (_is_spoken_name(following) and listed and (not initials or re.search(r"\b[A-Z]\.", following)))
        ):
            last += 1
        else:
            break
    if last + 1 < len(pieces) and not _ROLE.sub("", pieces[last + 1]).strip(" ."):
        last += 1
    return commas[last].start, commas[last].end


_OTHERS: Final = later(r"(?<=,\set\sal)\.(?=\s)|(?<=\set\sal)\.,?(?=\s)")
_INITIALS_ALONE: Final = later(r"(?:[A-Z]\.[ -]?){1,4}")
_INITIALS_FIRST: Final = later(r"(?:(?:and|&)\s)?(?:[A-Z]\.[ -]?){1,4}[^\s,]+(?:\s[^\s,]+){0,2}")


def _inverted_end(pieces: list[str]) -> int | None:
    """Find the last name of `Boobier, T., N. E. Wineinger, and M. Peters, Title`: only the first is inverted."""
    named = _inverted_in_full(pieces)
    if named is not None:
        return named
    if len(pieces) < 2 or len(pieces[0].split()) > 3:
        return None
    if not _INITIALS_ALONE.fullmatch(_ROLE.sub("", pieces[1]).split(" and ")[0].strip()):
        return None
    if _ROLE.search(pieces[1]):
        return 1
    last = 1
    while last + 1 < len(pieces) and not _AND_NAME.search(pieces[last]) and _INITIALS_FIRST.fullmatch(pieces[last + 1]):
        last += 1
    return last


def _inverted_in_full(pieces: list[str]) -> int | None:
    """Find the last name of `Mercer, Hugh, and Annika Dahl, Title`, `…, Annika Dahl, and A. B. Lee, Title`."""
    if len(pieces) < 4 or len(pieces[0].split()) > 2 or not _GIVEN_NAME.fullmatch(pieces[1]):
        return None
    last = next((place for place, piece in enumerate(pieces[2:12], start=2) if re.match(r"(?:and|&)\s", piece)), 0)
    others = [re.sub(r"^(?:and|&)\s", "", piece) for piece in pieces[2 : last + 1]]
    return last if last and is_name_list(pieces[0]) and all(map(_is_spoken_name, others)) else None


_GIVEN_NAME: Final = later(r"[A-Z][a-z’'-]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.){0,2}")

# One name, as of Aristotle or Google, before a title that commas enclose.
_LONE_NAME: Final = later(r"[A-Z][^\W\d_]{3,}(?:-[A-Z]\w+)?")
_EDITORS: Final = later(r"(?P<names>.+?),?\s\(?(?:eds?|trans)\.?\)?")


def _edited_end(pieces: list[str]) -> int | None:
    """Find the last name of `S. Freud, J. Strachey ed., Title`: the editor stands behind the author."""
    for place, piece in enumerate(pieces[1:6], start=1):
        match = _EDITORS.fullmatch(piece)
        if match:
            return place if all(_is_spoken_name(one) for one in (*pieces[:place], match["names"])) else None
    return None


def _is_spoken_name(piece: str) -> bool:
    body = _ROLE.sub("", piece).strip()
    names = [name for name in re.split(r"\s(?:and|&)\s|^(?:and|&)\s", body) if name.strip()]
    return (
        bool(names)
        and all(
            is_name_list(name) and 2 <= len(name.split()) <= (5 if len(names) > 1 or "." in name else 3)
            for name in names
        )
        and not is_body(body)
    )


def _is_note_body(piece: str) -> bool:
    body = _ROLE.sub("", piece).strip()
    return has_body_word(body) or (len(body.split()) == 1 and body.isupper() and len(body) > 1) or body != piece.strip()
