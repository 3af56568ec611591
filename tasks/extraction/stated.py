"""What the pieces of a sentence say, as fields of a record."""

import re
from collections.abc import Iterable, Mapping

from tasks.extraction.doers import done_by
from tasks.extraction.owners import assisting, owners_and_supporters
from tasks.extraction.phrases import after, starts
from tasks.extraction.pieces import Piece
from tasks.extraction.recognise import Recognisers
from tasks.model.values import joined

_FIELD = {
    "period": "period_text",
    "money": "budget_text",
    "fund": "fund_text",
    "depends": "depends_text",
    "output": "output",
    "obstacle": "obstacle",
    "progress": "progress",
    "solution": "solution",
    "purpose": "remarks",
    "because": "remarks",
    "other": "remarks",
}
_PREPOSITION = re.compile(r"\s+(?:untuk|utk|di|ke|bagi|pada|yang|yg|dalam|for|in|to|at|who|which)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with\s+(?:the\s+)?|kerja\s?sama\s+(?:dengan|dgn|dg)\s+)", re.IGNORECASE)
_SHARES = re.compile(r"(?:share|shares|sharing|berbagi|membagi)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:says?|said|states?|stated|shows?|showed|menyebut(?:kan)?|tertulis|disebut(?:kan)?)\b", re.IGNORECASE
)
_ASAP = re.compile(
    r"[\s,]+(?:asap|a\.s\.a\.p\.?|as\s+soon\s+as\s+possible|secepatnya|sesegera\s+mungkin|secepat\s+mungkin)$",
    re.IGNORECASE,
)
_LED = ("output", "obstacle", "progress", "solution")


def filled(fields: Mapping[str, str], found: Iterable[Piece], recognise: Recognisers) -> dict[str, str]:
    """Fields with what further pieces say; the first statement of a field comes first."""
    out = dict(fields)
    for piece in found:
        if piece.kind in {"owner", "supporter"}:
            _add_people(out, piece, recognise)
            continue
        name, text = _FIELD.get(piece.kind, "remarks"), _unled(piece)
        if piece.kind == "period" and out.get("period_text") and _tells_of(text, recognise):
            name = "remarks"
        if piece.kind == "period" and starts("deadline sentence", text):
            name, text = "end_text", after("deadline sentence", text)
        out[name] = joined([out.get(name, ""), text])
        if piece.kind == "money" and recognise.funds(piece.text):
            out["fund_text"] = joined([out.get("fund_text", ""), piece.text])
    return out


def _tells_of(text: str, recognise: Recognisers) -> bool:
    """Whether words that hold a time behind the one that counts tell of another: "the slides say June"."""
    return _SAYS.search(text) is not None or not recognise.is_period(text)


def hurried(fields: Mapping[str, str]) -> dict[str, str]:
    """The fields with a closing "asap" as words of time, or as a remark where another time is stated."""
    found = _ASAP.search(fields.get("action", ""))
    if found is None or found.start() == 0:
        return dict(fields)
    timed = any(fields.get(name) for name in ("period_text", "start_text", "end_text"))
    name = "remarks" if timed else "period_text"
    said = joined([fields.get(name, ""), found[0].strip(" ,")])
    return {**fields, "action": fields["action"][: found.start()].rstrip(" ,"), name: said}


def partner(action: str, recognise: Recognisers) -> str:
    """The institution with which something is done, named at its end: "negotiate tariffs with the Fund".

    Whoever something is shared with receives it.
    """
    if _SHARES.match(action) is not None:
        return ""
    ends = [m.end() for m in _WITH.finditer(action)]
    named = action[ends[-1] :].rstrip(" .") if ends else ""
    return named if named and recognise.only_institutions(named) else ""


def named(words: str, recognise: Recognisers) -> str:
    """Words about people up to the last institution, if a preposition follows: "LPMP Sulsel untuk 24 kabupaten"."""
    found = recognise.institutions(words)
    if not found or _PREPOSITION.match(words, found[-1].end) is None:
        return words
    return words[: found[-1].end]


def _unled(piece: Piece) -> str:
    """A piece without the word for its field; words that say when ("saat ini", "currently") stay."""
    if piece.kind not in _LED:
        return piece.text
    rest = after(piece.kind, piece.text)
    told = rest.startswith(",") or piece.text[: len(piece.text) - len(rest)].rstrip().endswith(":")
    return rest.lstrip(", ") if told or piece.kind != "progress" else piece.text


def _add_people(out: dict[str, str], piece: Piece, recognise: Recognisers) -> None:
    by = done_by(piece.text, recognise) or after("by", piece.text)
    bare = by if piece.kind == "owner" else assisting(piece.text) or after("together", after("support", piece.text))
    words = named(bare, recognise)
    owners, supporters = owners_and_supporters(words) if piece.kind == "owner" else ("", words)
    out["owners_text"] = joined([out.get("owners_text", ""), owners])
    out["supporters_text"] = joined([out.get("supporters_text", ""), supporters])
