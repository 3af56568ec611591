"""Whose an action is where its row or sentence does not say so in full: what titles, places and proposers tell."""

import re
from collections.abc import Mapping

from tasks.extraction.offices import of_places
from tasks.extraction.recognise import Recognisers
from tasks.extraction.setting import Setting
from tasks.extraction.texts import labelled
from tasks.model.values import SEPARATOR, joined

_BRACKET = re.compile(r"\s*\([^()]*\)$")


def owned(fields: Mapping[str, str], setting: Setting, recognise: Recognisers) -> dict[str, str]:
    """Fields with their owner: a kind of office is that of the place beside it, a place that of its office.

    Where nobody is named, those whom the title addresses own it, else the office that the title names, else who
    proposed it, else who handed the document in.
    """
    words = fields.get("owners_text", "")
    if not words:
        return _unnamed(fields, setting, recognise)
    told = setting.addressee.words if setting.addressee is not None else setting.office
    if told and (office := of_places(told, words, recognise)):
        place = joined([fields.get("place_text", ""), words])
        return {**fields, "owners_text": office, "place_text": place, "inferred": _because(fields, "title")}
    place = fields.get("place_text", "")
    if place:
        return _placed(fields, place, "place", recognise)
    titles = (*setting.trail.titles, *(title for _, title in setting.trail.groups))
    places = [p for t in reversed(titles) if recognise.only_regions(p := _BRACKET.sub("", labelled(t).text))]
    named = (_placed(fields, place, "title", recognise) for place in places)
    return next((found for found in named if found != fields), dict(fields))


def _placed(fields: Mapping[str, str], place: str, why: str, recognise: Recognisers) -> dict[str, str]:
    """With a place for owners that are named without theirs ("Disdik" | "Kab. Malang")."""
    names = fields["owners_text"].split(SEPARATOR)
    full = [of_places(name, place, recognise) for name in names]
    if not any(full) or any(SEPARATOR in name for name in full):
        return dict(fields)
    words = joined([new or old for new, old in zip(full, names, strict=True)])
    return {**fields, "owners_text": words, "inferred": _because(fields, why)}


def _unnamed(fields: Mapping[str, str], setting: Setting, recognise: Recognisers) -> dict[str, str]:
    place, proposer = fields.get("place_text", ""), fields.get("proposer_text", "")
    if setting.addressee is not None:
        hint = fields.get("level_hint") or setting.addressee.level
        office = of_places(setting.addressee.words, place, recognise)
        if office:
            return {**fields, "owners_text": office, "inferred": _because(fields, "place")}
        return {**fields, "owners_text": setting.addressee.words, "level_hint": hint}
    office = of_places(setting.office, place, recognise) or of_places(setting.office, proposer, recognise)
    tests = (
        (office, "place"),
        (setting.office, "title"),
        (proposer, "proposer"),
        (setting.sender, "head of the document"),
    )
    words, why = next((found for found in tests if found[0]), ("", ""))
    return {**fields, "owners_text": words, "inferred": _because(fields, why)} if words else dict(fields)


def _because(fields: Mapping[str, str], why: str) -> str:
    return joined([fields.get("inferred", ""), f"owners: {why}"])
