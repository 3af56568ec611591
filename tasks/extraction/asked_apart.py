"""One sentence that asks two of them for something each: "X will … by August and Y will … from September"."""

import re

from tasks.extraction.action_words import starts_doing, verb_follows
from tasks.extraction.doers import all_act
from tasks.extraction.phrases import alternatives, equals, holds, phrases
from tasks.extraction.recognise import Recognisers
from tasks.extraction.subjects import Asked, asked
from tasks.extraction.texts import tidy

_AND = re.compile(
    r"(?:;|,?\s+(?:and|while|whereas|dan|serta|sedangkan|sementara(?:\s+itu)?)(?!\s+(?:to|untuk)\b))\s+(?=\S)",
    re.IGNORECASE,
)
_THEN = re.compile(
    r",?\s+(?:and|dan|serta|lalu|kemudian|then|and\s+then)\s*,?\s+(?P<condition>"
    rf"(?:{alternatives(phrases('then'))})\b[^,;]{{3,80}}),\s+(?P<then>\S.*)",
    re.IGNORECASE,
)
_OBJECT = 3  # words of what the second one is asked for


def asked_apart(sentence: str, recognise: Recognisers) -> list[str]:
    """A sentence cut where somebody else is named who is to do something else; one part if nobody is.

    Behind a semicolon one name is enough. Behind "and" both sides must name somebody and say firmly what is asked,
    since "agar BPS dan Bappenas dapat memakai" only gives a reason.
    """
    if (steps := _step_by_step(sentence, recognise)) is not None:
        return steps
    for found in _AND.finditer(sentence):
        left, right = sentence[: found.start()], sentence[found.end() :]
        loosely = found.group().startswith(";")
        second = asked(right, recognise) if holds("modal", right) else None
        if second is None or second.before or not _asks(second, loosely):
            continue
        if all_act(second.owner, recognise) if loosely else _asks(asked(left, recognise)):
            return [left, *asked_apart(right, recognise)]
    return [sentence]


def _step_by_step(sentence: str, recognise: Recognisers) -> list[str] | None:
    """Two things that one does in turn, each with a time: "X will clear the arrears by June and, once …, pay … in May".

    The second stands for itself: "Once …, X will pay … in May".
    """
    found = _THEN.search(sentence)
    if found is None:
        return None
    left, condition, right = sentence[: found.start()], found["condition"], found["then"]
    first = asked(left, recognise)
    timed = recognise.periods(left) and (recognise.periods(right) or recognise.money(right))
    if first is None or not timed or not (starts_doing(right) or verb_follows(first.asks, right)):
        return None
    who = " ".join(word for word in (first.owner, first.asks) if word) if first.owner else ""
    return [left, tidy(f"{condition[0].upper()}{condition[1:]}, {who} {right}")]


def _asks(request: Asked | None, loosely: bool = False) -> bool:
    """Whether words name who is asked, and for what. loosely: an English "X to do …" counts as well."""
    if request is None or not request.owner or not request.asks or len(request.body.split()) < _OBJECT:
        return False
    return not equals("reason", request.asks) or (loosely and request.asks.casefold() == "to")
