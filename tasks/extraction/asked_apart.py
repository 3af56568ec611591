"""One sentence that asks two of them for something each: "X will … by August and Y will … from September"."""

import re

from tasks.extraction.doers import all_act
from tasks.extraction.phrases import equals, holds
from tasks.extraction.recognise import Recognisers
from tasks.extraction.subjects import Asked, asked

_AND = re.compile(
    r"(?:;|,?\s+(?:and|while|whereas|dan|serta|sedangkan|sementara(?:\s+itu)?)(?!\s+(?:to|untuk)\b))\s+(?=\S)",
    re.IGNORECASE,
)
_OBJECT = 3  # words of what the second one is asked for


def asked_apart(sentence: str, recognise: Recognisers) -> list[str]:
    """A sentence cut where somebody else is named who is to do something else; one part if nobody is.

    Behind a semicolon one name is enough. Behind "and" both sides must name somebody and say firmly what is asked,
    since "agar BPS dan Bappenas dapat memakai" only gives a reason.
    """
    for found in _AND.finditer(sentence):
        left, right = sentence[: found.start()], sentence[found.end() :]
        loosely = found.group().startswith(";")
        second = asked(right, recognise) if holds("modal", right) else None
        if second is None or second.before or not _asks(second, loosely):
            continue
        if all_act(second.owner, recognise) if loosely else _asks(asked(left, recognise)):
            return [left, *asked_apart(right, recognise)]
    return [sentence]


def _asks(request: Asked | None, loosely: bool = False) -> bool:
    """Whether words name who is asked, and for what. loosely: an English "X to do …" counts as well."""
    if request is None or not request.owner or not request.asks or len(request.body.split()) < _OBJECT:
        return False
    return not equals("reason", request.asks) or (loosely and request.asks.casefold() == "to")
