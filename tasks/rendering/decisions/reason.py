"""Why two texts may be one work, in no more than twenty words."""

from typing import Final

from tasks.model.decisions import Grounds, Side
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.decisions.differences import only

MOST_WORDS: Final = 20

_MOST_COMMON: Final = 4
_GENERAL: Final = "other"
_OBJECT: Final = "object"


def reason(a: Side, b: Side, grounds: Grounds, speak: Catalogue) -> str:
    """What is the same, then what is not: 'objek sama "modul literasi digital", pelaksana sama; waktu berbeda'.

    Of what is the same as much is told as there is room for; what differs or is open comes first.
    """
    against = [
        *(named("veto", name, speak) for name in grounds.vetoes),
        *(named("differ", name, speak) for name in grounds.differ),
        *(named("silent", name, speak) for name in grounds.silent),
    ] or _wording(a, b, speak)
    told = _fitting(against, MOST_WORDS)
    like = "object" if _OBJECT in grounds.agree else "words"
    alike = (
        [speak.text(f"decisions.agree.{like}", words=" ".join(grounds.common[:_MOST_COMMON]))] if grounds.common else []
    )
    alike += [named("agree", name, speak) for name in grounds.agree if name != _OBJECT]
    return "; ".join(filter(None, [", ".join(_fitting(alike, MOST_WORDS - _count(told))), ", ".join(told)]))


def named(kind: str, name: str, speak: Catalogue) -> str:
    """What a ground is called in the language; kind: agree, differ, silent or veto."""
    key = f"decisions.{kind}.{name}"
    return speak.text(key if key in speak else f"decisions.{kind}.{_GENERAL}")


def _wording(a: Side, b: Side, speak: Catalogue) -> list[str]:
    mine, yours = only(a.action, b.action)
    if mine and yours:
        return [speak.text("decisions.differ.words", a=mine, b=yours)]
    return [speak.text("decisions.differ.more", words=mine or yours)] if mine or yours else []


def _fitting(parts: list[str], room: int) -> list[str]:
    """As many parts as fit, in their order; one that does not fit is left out."""
    told: list[str] = []
    for part in dict.fromkeys(parts):
        if _count(told) + len(part.split()) <= room:
            told.append(part)
    return told


def _count(parts: list[str]) -> int:
    return sum(len(part.split()) for part in parts)
