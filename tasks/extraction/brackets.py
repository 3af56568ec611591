"""Brackets behind an action: those that say who, when, how much or after what, and those that belong to it."""

import re
from collections.abc import Sequence

from tasks.extraction.action_words import first_verb
from tasks.extraction.doers import closes_with
from tasks.extraction.phrases import after, holds, starts
from tasks.extraction.piece_marks import BRACKET
from tasks.extraction.pieces import LED, Piece, classify
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import tidy
from tasks.normalising.definitions import definitions_in

_WITHIN = re.compile(r"\s*[;,]\s+")
_DASH = re.compile(r"\s+[–—-]\s+")
_JOINED = re.compile(r"\s+(?:and|dan|&)\s+|\s*/\s*")
_FUNDER = re.compile(r"[A-Z][\w&-]*(?:\s+(?:of\s+|the\s+)?[A-Z][\w&-]*){0,4}")
_SHORT = re.compile(r"[A-Z]{2,6}")
_WITH = re.compile(
    r"(?:(?:jointly|together)\s+)?(?:with|alongside|bersama(?:\s+dengan)?|dengan|dgn)\s+(?:the\s+)?(?=[A-Z])"
    r"|in\s+(?:partnership|collaboration|cooperation)\s+with\s+(?:the\s+)?(?=[A-Z])"
)
_WORD = re.compile(r"\s+[a-z]")
_LED_IN = re.compile(
    r"(?:in|at|on|for|of|from|per|via|incl|including|e\.?g|i\.?e|see|status|di|ke|untuk|bagi|dari|pada|termasuk|seperti|mis|lihat)\b",
    re.IGNORECASE,
)
_TOLD = frozenset({"period", "money", "fund", "depends", "supporter"})
_NAME = 9  # words of a name at most


def bracketed(text: str, recognise: Recognisers) -> tuple[str, list[Piece]]:
    """A text without those of its brackets that say who, when, how much or after what; and what they say."""
    said: list[Piece] = []

    def taken(found: "re.Match[str]") -> str:
        parts = said_in(found[1], recognise)
        kinds = _kinds(parts, recognise)
        if not _tells(kinds) and (who := _who_first(found, recognise)):
            parts, kinds = who
        if _pays(found, recognise):
            kinds = ["fund"]
        if _paid_behind(found[1], parts, kinds, recognise):
            kinds = [*kinds[:-1], "fund"]
        if not parts or not _tells(kinds) or set(kinds) == {"depends"} or _explains(found, kinds, recognise):
            return found[0]
        said.extend(Piece(k, _unled(k, p)) for k, p in zip(kinds, parts, strict=True))
        return " "

    return tidy(BRACKET.sub(taken, text)).replace(" ,", ","), said


def _paid_behind(inside: str, parts: Sequence[str], kinds: Sequence[str], recognise: Recognisers) -> bool:
    """Whether the last name, behind a semicolon, is the fund: who (and who helps) and when were told."""
    before, semicolon, last = inside.rpartition(";")
    if not semicolon or ";" in before or not parts or parts[-1] != last.strip() or kinds[-1] not in {"other", "owner"}:
        return False
    told = "owner" in kinds[:-1] and bool({"period", "money"} & set(kinds[:-1]))
    if not told or recognise.only_regions(parts[-1]):
        return False
    helped = "supporter" in kinds or any(_WITH.search(part) for part in parts)
    unsaid = helped if kinds[-1] == "owner" else _SHORT.fullmatch(parts[-1]) is not None
    return unsaid or recognise.only_fund(parts[-1])


def _who_first(found: "re.Match[str]", recognise: Recognisers) -> tuple[list[str], list[str]] | None:
    """A bracket that closes a point, whose semicolons part who acts from when, or from how much: "(metros; by May)".

    Its order tells so, be the names known or not.
    """
    who, *rest = (part.strip() for part in found[1].split(";"))
    kinds = [classify(part, recognise) for part in rest]
    closing = not found.string[found.end() :].strip(" .")
    if not closing or not {"period", "money"} & set(kinds) or not set(kinds) <= _TOLD or not _may_act(who):
        return None
    return [who, *rest], ["owner", *kinds]


def _may_act(words: str) -> bool:
    """Whether words may name who acts: a name, or a kind of people, without a number, a verb, or a preposition."""
    said = words.split()
    if not said or len(said) > _NAME or any(c.isdigit() for c in words) or _LED_IN.match(words) is not None:
        return False
    if len(said) == 1:
        return words[0].isupper() or words.endswith("s") or starts("people", words)
    return first_verb(words) < 0 and (words[0].isupper() or starts("people", words))


def references(text: str, recognise: Recognisers) -> list[str]:
    """Brackets that only say after what something is to be done, or point to a number: "(menunggu KLHS)", "(no. 2)"."""
    inside = [b[1] for b in BRACKET.finditer(text)]
    return [words for words in inside if classify(words, recognise) == "depends"]


def said_in(inside: str, recognise: Recognisers) -> list[str]:
    """The things that a bracket says, told apart by commas, and by a dash before a time, a sum or a fund.

    Such as "(BPPP Tegal – mulai Mei)", "(Juni 2020 – Rp 1,5 M)".
    """
    return [said for part in _WITHIN.split(inside) if part for said in _by_dashes(part, recognise)]


def _by_dashes(part: str, recognise: Recognisers) -> list[str]:
    out, start = [], 0
    for dash in _DASH.finditer(part):
        before, rest = part[start : dash.start()], part[dash.end() :]
        tests = (recognise.periods, recognise.money)
        begun = any((found := test(rest)) and found[0].start == 0 and not test(before) for test in tests)
        if begun or (recognise.only_fund(rest) and not recognise.only_fund(before)):
            out.append(before)
            start = dash.end()
    return [*out, part[start:]]


def _kinds(parts: Sequence[str], recognise: Recognisers) -> list[str]:
    """What the parts of a bracket are about. A name that no directory knows is an owner where a time or sum follows."""
    kinds = _funders([classify(p, recognise) for p in parts], parts)
    kinds = [kinds[n] if n == 0 or _WITH.match(p) is None else "supporter" for n, p in enumerate(parts)]
    if kinds[:1] == ["other"] and _is_name(parts[0], recognise):
        told = len(kinds) > 1 and set(kinds[1:]) <= _TOLD
        if told or (len(kinds) == 1 and recognise.with_place(parts[0])):
            kinds[0] = "owner"
    return kinds


def _explains(found: "re.Match[str]", kinds: Sequence[str], recognise: Recognisers) -> bool:
    """Whether a bracket only renames the words before it: it abbreviates them, or the phrase goes on.

    "Administrator Basis Data (ABD)", "sadar wisata (SW) di …".
    """
    if kinds == ["owner"] and _abbreviates(found):
        return True
    goes_on = _WORD.match(found.string, found.end()) is not None
    return kinds == ["owner"] and goes_on and not recognise.institutions(found[1]) and not holds("office", found[1])


def _abbreviates(found: "re.Match[str]") -> bool:
    """Whether a bracket is the short form of the words right before it."""
    upto = found.string[: found.end()]
    return any(d.short == found[1].strip() and d.anywhere for d in definitions_in(upto))


def _pays(found: "re.Match[str]", recognise: Recognisers) -> bool:
    """Whether a bracket right behind a sum names who pays it: "KES 9.8M (World Bank)"."""
    before = found.string[: found.start()].rstrip()
    if _FUNDER.fullmatch(found[1]) is None or recognise.periods(found[1]):
        return False
    return any(sum_.end == len(before) for sum_ in recognise.money(before))


def _funders(kinds: list[str], parts: Sequence[str]) -> list[str]:
    """Who is named right behind a sum, once it was said who acts, pays it: "(KMD; Mar 2025; KES 96M; World Bank)".

    So does a name that no directory knows behind a sum that comes first: "(PHP 27.5M, QRF)".
    """
    out = list(kinds)
    for n in range(1, len(out)):
        unsaid = {"other"} if n == 1 else {"owner", "other"}
        if out[n - 1] == "money" and out[n] in unsaid and _FUNDER.fullmatch(parts[n]):
            out[n] = "fund"
    return out


def _is_name(words: str, recognise: Recognisers) -> bool:
    """Whether words name who acts, or several who do: "DVS and county governments"."""
    if len(words.split()) > _NAME or first_verb(words) >= 0:
        return False
    if (
        recognise.short_name(words)
        or holds("office", words)
        or starts("people", words)
        or closes_with(words, recognise)
    ):
        return True
    several = _JOINED.split(words)
    return len(several) > 1 and all(_is_name(s, recognise) or recognise.only_institutions(s) for s in several)


def _tells(kinds: Sequence[str]) -> bool:
    """Whether a bracket speaks of the action's fields: all its parts do, or the first names an owner."""
    known = [k for k in kinds if k not in {"other", "purpose"}]
    return len(known) == len(kinds) or (len(kinds) > 1 and bool(known) and kinds[0] == "owner")


def _unled(kind: str, text: str) -> str:
    if kind == "supporter" and (helped := _WITH.match(text)) is not None:
        return text[helped.end() :]
    return after(kind, text) if kind in LED else text
