"""Those who take part in a chat: for whom they speak, what they are asked to do by name, what they promise."""

import re
from collections.abc import Collection, Mapping

from tasks.extraction.clauses import request_fields
from tasks.extraction.doers import all_act
from tasks.extraction.minutes import requests
from tasks.extraction.phrases import after, pattern, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.texts import fold

_CALLED = re.compile(r"(?P<at>@)?[\u2068~]*(?P<name>[^\W\d_][\w.'-]*)\u2069?[,:]?\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]+)\)")
_WHEN = ("period_text", "budget_text")


def employed(who: str, recognise: Recognisers) -> str:
    """The institution that a speaker's name holds ("Pak Joko Dishub", "Tom (Wildlife Dept)"), "" if none."""
    named = recognise.institutions(who)
    if named:
        return named[0].text
    inside = _BRACKET.search(who)
    return inside[1] if inside is not None and all_act(inside[1], recognise) else ""


def called(speakers: Collection[str], recognise: Recognisers) -> dict[str, str]:
    """What each speaker is called, folded, and who acts then: the institution in the name, else the person."""
    out: dict[str, str] = {}
    for who in sorted(speakers):
        bare = after("person title", who)
        first = fold(bare).split()[:1]
        if first and not recognise.institutions(bare.split()[0]):
            out.setdefault(first[0], employed(who, recognise) or who)
    return out


def asked_by_name(text: str, names: Mapping[str, str], recognise: Recognisers) -> list[dict[str, str]]:
    """What one who is called by name is asked or said to do: "@Budi tolong kirim …", "Tom will send …"."""
    found = _CALLED.match(text, len(text) - len(after("person title", text)))
    if found is None or not (found["at"] or fold(found["name"]) in names) or text.endswith("?"):
        return []
    owner, rest = names.get(fold(found["name"]), found["name"]), text[found.end() :]
    if rest.startswith("("):
        return []
    said = requests(f"I will {after('plea', rest)}" if starts("plea", rest) else f"I {rest}", recognise)
    return [{**f, "owners_text": f.get("owners_text") or owner, "asked": "clause"} for f in said if f]


def answered(text: str, who: str, recognise: Recognisers) -> list[dict[str, str]]:
    """What a speaker promises in an answer that names nobody, with a time: "sure, will share the manual by May"."""
    rest = after("assent", text).lstrip(" ,.!-")
    if not who or text.endswith("?") or pattern("promise").match(rest) is None:
        return []
    fields = request_fields(rest, recognise)
    told = any(fields.get(name) for name in _WHEN)
    return [{**fields, "owners_text": employed(who, recognise) or who, "asked": "clause"}] if told else []
