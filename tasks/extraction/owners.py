"""Words about who does something taken apart: those responsible, and those who only help."""

import re

from tasks.extraction.phrases import pattern
from tasks.extraction.texts import tidy
from tasks.model.values import joined

_BRACKET = re.compile(r"\(([^()]*)\)")
_JOINT = re.compile(r"\b(?:bersama(?:-sama)?(?:\s+dengan)?|jointly\s+with)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:(?:(?:together|along)\s+)?with|dengan|dgn|dg)\b", re.IGNORECASE)
_SHORT_WITH = re.compile(r"(?<!\w)w/\s*(?!o\b)", re.IGNORECASE)
_ASSISTS = re.compile(
    r"(?:with\s+)?(?P<who>(?!(?:to|will|shall|must|should|can|akan|agar|siap|ikut|turut)\b)\S.*?)\s+(?:(?:(?:to|will|shall|must|should|can)\s+)?(?:assist|support|help|provide\s+support)"
    r"|(?:assists|supports|helps|assisting|supporting|helping|in\s+support|in\s+a\s+supporting\s+role)"
    r"|(?:(?:akan|agar|siap|ikut|turut)\s+)*(?:(?:mem)?bantu|(?:men)?dukung|(?:men)?dampingi)|sebagai\s+pendukung)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\b(?:dan|and)\b|[;&+]|,\s", re.IGNORECASE)


def owners_and_supporters(text: str) -> tuple[str, str]:
    """Owners and supporters as written: "A (didukung B)", "A dibantu B", "A dan B bersama C".

    "A bersama B" own it together; where two are named before "bersama", they own it and the third helps; "A dengan
    B" and "A together with B" name the owner and who helps.
    """
    supporters: list[str] = []

    def taken(found: "re.Match[str]") -> str:
        helper = _helper(found[1])
        if helper is None:
            return found[0]
        supporters.append(helper)
        return " "

    rest = tidy(_BRACKET.sub(taken, _SHORT_WITH.sub("with ", text)))
    helped = pattern("support").search(rest)
    if helped is not None:
        supporters.append(_bare(rest[helped.end() :]))
        rest = rest[: helped.start()]
    together = _JOINT.search(rest)
    if together is None:
        together = _WITH.search(rest)
    elif not _PLURAL.search(rest[: together.start()]):
        together = None
    if together is not None:
        supporters.append(_bare(rest[together.end() :]))
        rest = rest[: together.start()]
    return joined([_bare(part) for part in _JOINT.split(rest)]), joined(supporters)


def assisting(text: str) -> str:
    """Who is said to help, by a verb behind the name: "BPS to assist", "with WHO supporting", "BPS akan membantu"."""
    found = _ASSISTS.fullmatch(text.strip(" ."))
    return _bare(found["who"]) if found is not None else ""


def _helper(text: str) -> str | None:
    assists = assisting(text)
    if assists and assists[:1].isupper():
        return assists
    found = pattern("support", "joint").match(text.strip())
    return _bare(text.strip()[found.end() :]) if found else None


def _bare(text: str) -> str:
    return tidy(text).strip(" ,;:.–-")
