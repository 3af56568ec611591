"""A list that people take down in a chat, message by message: "1. BNSP: panduan uji, 15 Mei", "2. BNSP to pilot …"."""

import re
from collections.abc import Iterable
from itertools import pairwise

from tasks.extraction.clauses import read_point
from tasks.extraction.phrases import alternatives, holds, phrases
from tasks.extraction.recognise import Recognisers
from tasks.extraction.undertakings import evident, past
from tasks.model.values import joined

_LEAST = 3  # messages that count up, from which they are one list
_HEAD = 5  # words of a name before a colon at most
_COLON = re.compile(r"^(?P<who>[^:;,]{2,60}):\s+(?P<what>\S.*)$", re.DOTALL)
_ASKS = re.compile(
    rf"^(?P<who>(?:[A-Z][\w&./-]*\s+){{1,5}})(?:to|{alternatives(phrases('modal'))})\s+(?P<what>[a-z].*)$", re.DOTALL
)


def counts_up(labels: Iterable[str]) -> bool:
    """Whether the numbers before messages, in their order, make one list: each one more than the number before."""
    numbers = [int(label) for label in labels if label.isdigit()]
    return len(numbers) >= _LEAST and all(b == a + 1 for a, b in pairwise(numbers))


def point(text: str, recognise: Recognisers) -> list[dict[str, str]]:
    """Fields of RAW of one message of such a list, if it says when or for how much; none otherwise.

    Who stands before a colon, or before what they are to do, is to act.
    """
    if text.endswith("?") or past(text) or holds("rejected", text):
        return []
    who, what = _parted(text)
    fields = read_point(what, recognise)
    if not evident(fields):
        return []
    return [{**fields, "owners_text": joined([who, fields.get("owners_text", "")]), "asked": "clause"}]


def _parted(text: str) -> tuple[str, str]:
    """Who is named at the beginning, and the words behind."""
    for form in (_COLON, _ASKS):
        found = form.match(text)
        if found is not None and len(found["who"].split()) <= _HEAD:
            return found["who"].strip(), found["what"]
    return "", text
