"""Running text in which nobody set a title over what was agreed: the clauses that say who is to do what."""

import re
from collections.abc import Iterator

from tasks.extraction.action_words import starts_doing
from tasks.extraction.clauses import added, request_fields
from tasks.extraction.compound import each_done
from tasks.extraction.phrases import after, equals, holds, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.sentences import sentences
from tasks.extraction.subjects import asked, starts_with_request
from tasks.extraction.texts import tidy

_PARTS = re.compile(r";\s+")
_EVIDENCE = ("period_text", "budget_text")
_PLEASE = re.compile(r"\s(?:please|kindly|tolong|mohon)(?=\s)", re.IGNORECASE)


def requests(text: str, recognise: Recognisers) -> list[dict[str, str]]:
    """Fields of RAW for each clause that names who is to do what, and says so: "X diminta …", "X will …".

    A sentence without such words counts if it says when or for how much ("X melatih relawan pada Agustus 2019"). What
    somebody only reported, asked or proposed, history, and what was refused are none. Sentences in between that
    state an obstacle or the like add to the request before them.
    """
    out: list[dict[str, str]] = []
    for clause in _clauses(text):
        fields = _request(clause, recognise)
        if fields:
            out += [{**fields, "asked": "clause", "action": action} for action in each_done(fields["action"])]
        elif out:
            out[-1] = added(out[-1], clause, recognise)
    return out


def _clauses(text: str) -> Iterator[str]:
    for sentence in sentences(text):
        yield from (tidy(part) for part in _PARTS.split(sentence))


def _request(clause: str, recognise: Recognisers) -> dict[str, str]:
    plea = starts("plea", clause)
    text = _PLEASE.sub("", after("plea", clause)) if plea else after("connective", clause)
    if _refused(text, plea):
        return {}
    found = asked(text.rstrip("?"), recognise)
    if found is None or not found.owner or not starts_doing(found.body):
        return {}
    fields = request_fields(text.rstrip("?"), recognise)
    said = plea or bool(found.asks) or holds("decided", text)
    if not said and (starts("telling", found.body) or not any(fields.get(name) for name in _EVIDENCE)):
        return {}
    if equals("we", found.owner):
        fields = {name: words for name, words in fields.items() if name != "owners_text"}
    return fields


def _refused(text: str, plea: bool) -> bool:
    """Whether a clause asks a question, tells of the past, or of what was only proposed or refused."""
    if holds("rejected", text) or (text.endswith("?") and not plea):
        return True
    if holds("history", text) and not starts_with_request(text):
        return True
    return not plea and not holds("decided", text) and (starts("proposed", text) or holds("proposed", text))
