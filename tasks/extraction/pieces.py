"""A sentence cut into pieces, each about one thing: what is done, by whom, when, with which money, after what."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tasks.extraction.doers import closes_with, done_by
from tasks.extraction.owners import assisting, owners_and_supporters
from tasks.extraction.phrases import after, alternatives, equals, pattern, phrases, starts
from tasks.extraction.piece_marks import marks
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import tidy

_MEANS = re.compile(
    r"\s(?:memakai|menggunakan|mempergunakan|memanfaatkan|berbekal|using|applying)(?:\s+[\w-]+){1,2}$", re.IGNORECASE
)
"""A means at the end of an action, which the reference behind it says more closely: "memakai modul | sebagaimana …"."""
_COUNT = re.compile(
    r"(?:±\s*|sebanyak\s+|paling\s+sedikit\s+|minimal\s+|at\s+least\s+)?\d[\d.,]*\s*%?\s+[^\W\d_]+(?:[\s/-]+[^\W\d_]+){0,5}(?:\s+(?:dan|and)\s+\d[\d.,]*\s+[^\W\d_]+)?",
    re.IGNORECASE,
)
_DASHED = re.compile(r"(?:^|[–—>-])\s*$")
_LEADS_TIME = re.compile(rf"\s+(?:{alternatives(phrases('leads time'))})$", re.IGNORECASE)
_PURPOSE = pattern("purpose")
_LEADS_SUM = re.compile(rf"\s+(?:{alternatives(phrases('leads sum'))})$", re.IGNORECASE)
LED = ("obstacle", "progress", "solution", "output")
"""Kinds of pieces that begin with a word for them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and what it is about.

    kind: action, owner, supporter, period, money, fund, depends, output, obstacle, progress, solution, purpose,
    because, other.
    """

    kind: str
    text: str


def pieces(text: str, recognise: Recognisers, action_first: bool = True) -> list[Piece]:
    """The pieces of a sentence in order; the first is the action, unless the action was said before."""
    found = marks(text, recognise)
    out: list[Piece] = []
    for mark, end in zip(found, [*(m.start for m in found[1:]), len(text)], strict=True):
        words = _stripped(text[mark.start : end])
        if not words or equals("funded", words) or (out and equals("when", words)):
            continue
        kind = "action" if action_first and not out else mark.kind or classify(words, recognise)
        if kind == "other" and _closing(text[: mark.start], words) and closes_with(words, recognise):
            kind = "owner"
        if kind == "depends" and out and out[-1].kind == kind and not mark.border:
            out[-1] = Piece(kind, f"{out[-1].text} {words}")
        else:
            out.append(Piece(kind, words))
    return _with_sum(_joined(out), text)


def _closing(before: str, words: str) -> bool:
    """Whether words stand where the one who acts may close a point: behind a dash or colon, or with who helps."""
    return _DASHED.search(before) is not None or bool(owners_and_supporters(words)[1])


def _with_sum(found: list[Piece], text: str) -> list[Piece]:
    """Words that lead in a sum are no part of what stands before it ("… by June at a cost of | USD 4 million").

    Only a verb whose object is the sum keeps it: "release USD 3 million".
    """
    out = list(found)
    for n, (piece, behind) in enumerate(pairwise(found)):
        if behind.kind == "period" and piece.kind == "action":
            out[n] = Piece("action", _LEADS_TIME.sub("", piece.text))
        if behind.kind == "depends" and piece.kind == "action" and _MEANS.search(piece.text):
            out[n] = (
                Piece("action", f"{piece.text} {behind.text}") if f"{piece.text} {behind.text}" in tidy(text) else piece
            )
        if behind.kind != "money":
            continue
        bare = _LEADS_SUM.sub("", piece.text)
        whole = f"{piece.text} {behind.text}"
        if piece.kind != "action" or len(bare.split()) > 1:
            out[n] = Piece(piece.kind, bare)
        elif whole in tidy(text):
            out[n] = Piece("action", whole)
    return out


def _joined(found: Sequence[Piece]) -> list[Piece]:
    """Unclassified pieces behind the action, before anything else was said, still belong to it ("modul, panduan")."""
    out: list[Piece] = []
    for piece in found:
        if piece.kind == "other" and len(out) == 1 and out[0].kind == "action":
            out[0] = Piece("action", f"{out[0].text}, {piece.text}")
        else:
            out.append(piece)
    return out


def classify(words: str, recognise: Recognisers) -> str:
    """What a piece between two commas or brackets is about, by how it begins and what it holds; "other" if unclear."""
    led = next((kind for kind in LED if starts(kind, words)), "")
    if led == "output" and recognise.is_period(after("output", words)):
        return "period"
    return led or next((kind for kind, is_it in _TESTS if is_it(words, recognise)), "other")


def _assists(words: str, recognise: Recognisers) -> bool:
    """Whether somebody is said to help: "BPS to assist"."""
    who = assisting(words)
    return bool(who) and (recognise.only_institutions(who) or recognise.short_name(who) or starts("people", who))


def _is_condition(words: str, recognise: Recognisers) -> bool:
    return starts("depends", words) or starts("depends weak", words)


def _is_period(words: str, recognise: Recognisers) -> bool:
    found = recognise.periods(words)
    return (bool(found) and found[0].start == 0) or recognise.is_period(words)


def _is_fund(words: str, recognise: Recognisers) -> bool:
    return starts("funded", words) and bool(recognise.funds(words))


def _is_owner(words: str, recognise: Recognisers) -> bool:
    """Whether a piece names institutions and hardly anything else, or says by whom; so many people are no owner."""
    if words[:1].isdigit() and not recognise.institutions(words):
        return False
    if recognise.only_institutions(words):
        return True
    named = after("by", words)
    if done_by(words, recognise):
        return True
    return (
        starts("by", words)
        and not recognise.is_period(words)
        and (bool(recognise.institutions(words)) or named[:1].isupper())
    )


_TESTS: tuple[tuple[str, Callable[[str, Recognisers], bool]], ...] = (
    ("depends", _is_condition),
    ("supporter", lambda words, recognise: starts("support", words) or _assists(words, recognise)),
    ("money", lambda words, recognise: bool(recognise.money(words))),
    ("fund", lambda words, recognise: recognise.only_fund(words)),
    ("owner", _is_owner),
    ("period", _is_period),
    ("fund", _is_fund),
    ("purpose", lambda words, _: _PURPOSE.match(words) is not None),
    ("because", lambda words, _: starts("because", words)),
    ("output", lambda words, _: _COUNT.fullmatch(words) is not None),
)
"""What a piece may be, asked in this order."""


def _stripped(text: str) -> str:
    return tidy(text).strip(" ,;–—").removesuffix("->").removesuffix("--").strip(" -.")
