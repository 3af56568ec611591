"""One action in words: what is to be done, and what its sentences say of who, when, how much, after what."""

import re
from collections.abc import Mapping, Sequence

from tasks.extraction.action_words import starts_doing
from tasks.extraction.asked_apart import asked_apart
from tasks.extraction.brackets import bracketed, references
from tasks.extraction.compound import each_done
from tasks.extraction.doers import closes_with, employee, told_apart
from tasks.extraction.header_words import level_words
from tasks.extraction.lead_ins import led
from tasks.extraction.owners import owners_and_supporters
from tasks.extraction.phrases import after, pattern, starts
from tasks.extraction.pieces import Piece, classify, pieces
from tasks.extraction.recognise import Recognisers
from tasks.extraction.sentences import sentences
from tasks.extraction.sequels import sequel
from tasks.extraction.stated import filled, hurried, named, partner
from tasks.extraction.subjects import Asked, asked
from tasks.extraction.texts import tidy
from tasks.model.values import SEPARATOR, joined

_RELATIVE = re.compile(r"\b(?:yang|yg|who|which|that)\b", re.IGNORECASE)
_LED = ("output", "obstacle", "progress", "solution")


def read_actions(text: str, recognise: Recognisers) -> list[dict[str, str]]:
    """Fields of RAW for each action that an item of running text asks for; none if it asks for nothing.

    The action is the clause that says what is to be done, word for word, without who and when. Further sentences
    add to it, unless they name somebody who is to do something else.
    """
    topic, said = _topic(sentences(text), recognise)
    out: list[dict[str, str]] = []  # "asked" marks a request that stands there in words
    for sentence, apart in ((part, n > 0) for words in said for n, part in enumerate(asked_apart(words, recognise))):
        fields = request_fields(sentence, recognise, first=apart or not out)
        if fields:
            more = {"asked": "words", **({"place_text": topic} if topic else {})}
            out += [{**fields, "action": action, **more} for action in each_done(fields["action"])]
        elif out:
            out[-1] = filled(out[-1], [Piece(_kind_of(sentence, recognise), sentence.rstrip("."))], recognise)
        else:
            return []
    return out


def read_point(text: str, recognise: Recognisers) -> dict[str, str]:
    """Fields of RAW that a point of a list states if it is an action without a verb ("Juknis BOS, Kemdikbud, Mei")."""
    first, *more = sentences(text) or [text]
    bare, brackets = bracketed(first.rstrip("."), recognise)
    found = pieces(bare, recognise)
    action = found[0].text if found else bare
    rest = [Piece(_kind_of(s, recognise), s.rstrip(".")) for s in more]
    return filled({"action": action}, [*found[1:], *brackets, *rest], recognise)


def request_fields(sentence: str, recognise: Recognisers, first: bool = True) -> dict[str, str]:
    """Fields of RAW that a sentence states if it asks for something, none otherwise.

    first: a sentence that follows another request counts only if it names who is to act.
    """
    if not first and _kind_of(sentence, recognise) != "other" and not _asks_behind_condition(sentence, recognise):
        return {}
    bare, brackets = bracketed(sentence.rstrip("."), recognise)
    fields = _main(bare, recognise)
    if "action" not in fields or not (first or fields.get("owners_text")):
        return {}
    inside = next((p.text for p in brackets if p.kind == "owner"), "")
    person = employee(fields.get("owners_text", ""), inside, recognise)
    fields |= {"owners_text": "", "remarks": joined([person, fields.get("remarks", "")])} if person else {}
    fields["action"], noted = _without_references(fields["action"], recognise)
    found = hurried(filled(fields, [*noted, *sequel(sentence), *brackets], recognise))
    helper = "" if found.get("supporters_text") else partner(found["action"], recognise)
    return {**found, "supporters_text": helper} if helper else found


def _asks_behind_condition(sentence: str, recognise: Recognisers) -> bool:
    """Whether a sentence that begins with a condition goes on to ask somebody: "After the call opens, X will …"."""
    request = asked(sentence.rstrip("."), recognise) if led(sentence) else None
    return request is not None and bool(request.owner and request.asks and request.before)


def added(fields: Mapping[str, str], sentence: str, recognise: Recognisers) -> dict[str, str]:
    """Fields of a request with what a later sentence says of it, if a word for it leads in ("Kendalanya, …")."""
    kind = _kind_of(sentence, recognise)
    alone = kind == "period" and recognise.is_period(sentence.rstrip("."))
    return filled(fields, [Piece(kind, sentence.rstrip("."))], recognise) if kind in _LED or alone else dict(fields)


def _without_references(action: str, recognise: Recognisers) -> tuple[str, list[Piece]]:
    said = references(action, recognise)
    for words in said:
        action = action.replace(f"({words})", " ")
    return tidy(action), [Piece("depends", words) for words in said]


def _topic(said: Sequence[str], recognise: Recognisers) -> tuple[str, Sequence[str]]:
    """A few words without any doing, before the sentence, say where or on what: "Jawa Barat. Balai … menyusun …".

    So does a place before a colon where the sentence names who is to act: "Jawa Barat: Balai … menyusun …".
    """
    place, colon, rest = said[0].partition(": ") if said else ("", "", "")
    if colon and recognise.only_regions(place) and (request := asked(rest, recognise)) is not None and request.owner:
        return place, [rest, *said[1:]]
    if len(said) > 1 and len(said[0].split()) <= 4 and not starts_doing(said[0]):
        return said[0].rstrip(". "), said[1:]
    return "", said


def _kind_of(sentence: str, recognise: Recognisers) -> str:
    kind = classify(sentence.rstrip("."), recognise)
    return "other" if kind == "output" and not starts("output", sentence) else kind


def _main(sentence: str, recognise: Recognisers) -> dict[str, str]:
    head, owner, tail = _colon(sentence, recognise)
    if tail:
        first, *more = pieces(head, recognise)
        said = [p for p in more if p.kind in {"owner", "supporter"}]
        body = first.text if said and len(said) == len(more) else head
        closing = pieces(tail, recognise, action_first=False)
        return filled({"action": body}, [*(said if body != head else []), *closing], recognise)
    request = Asked(owner, "", head) if owner else asked(head, recognise)
    if request is None:
        return {}
    found = pieces(request.body, recognise)
    if not found:
        return {}
    fields = filled({"action": found[0].text}, found[1:], recognise)
    topic = bool(fields.get("owners_text")) and bool(owner) and not recognise.institutions(owner)
    if request.owner and not (topic and recognise.short_name(owner)):
        owners, supporters = owners_and_supporters(request.owner)
        fields["owners_text"] = joined([told_apart(owners, recognise), fields.get("owners_text", "")])
        fields["supporters_text"] = joined([supporters, fields.get("supporters_text", "")])
    return filled(fields, _before(request.before, recognise), recognise)


def _before(words: str, recognise: Recognisers) -> list[Piece]:
    """What stands before the owner: "Bersama BNPB, BPS menyusun …", "Pada Mei 2026, BPS menyusun …"."""
    helper = after("together", words) if starts("together", words) else ""
    if helper and recognise.only_institutions(helper):
        return [Piece("supporter", helper)]
    kind = "other" if pattern("deliberation").search(words) is not None else classify(words, recognise)
    return [Piece(kind, words)] if words else []


def _colon(sentence: str, recognise: Recognisers) -> tuple[str, str, str]:
    """The action, who is to do it, and what follows: "Action: owner, when", "Owner: action", "Topic: action".

    Behind a name a dash does as well: "Owner - action".
    """
    left, colon, right = sentence.partition(": ")
    if not colon:
        before, dash, behind = re.sub(r"\s[–—]\s", " - ", sentence).partition(" - ")
        named = recognise.only_institutions(before) or (recognise.short_name(before) and starts_doing(behind))
        led = bool(dash) and named and not recognise.is_period(behind)
        return (behind, before, "") if led else (sentence, "", "")
    kind = classify(right.split(",")[0].split(";")[0].strip(), recognise)
    closing = starts_doing(left) and closes_with(right.split(",")[0].split(";")[0].strip(), recognise)
    if (kind in {"owner", "period", "money"} or closing) and not recognise.only_institutions(left):
        return left.strip(), "", right
    request = asked(right, recognise)
    governed = request is not None and recognise.only_regions(left)
    short = left.strip() not in right and recognise.short_name(left) and starts_doing(right)
    if short or recognise.only_institutions(left) or level_words(left) or _people(left) or governed:
        return (right, "", "") if request is not None and request.owner else (_bare(request, right), left.strip(), "")
    return (right, "", "") if request is not None and not starts_doing(left) else (sentence, "", "")


def _people(words: str) -> bool:
    """Whether words before a colon are those who are to act, named by their kind ("Kecamatan dan kelurahan")."""
    return starts("people", words) and not starts_doing(words) and _RELATIVE.search(words) is None


def _bare(request: Asked | None, text: str) -> str:
    return request.body if request is not None else text


def action_in_table(text: str, own: set[str] | frozenset[str], recognise: Recognisers) -> dict[str, str]:
    """Fields that the words of an action in a table state. The action keeps all its words.

    own: fields that have columns. Only where no column names owners does a bracket behind the action say who and
    when; it is taken off the action then.
    """
    words = tidy(text).rstrip(";")
    fields: dict[str, str] = {"action": words}
    if not own & {"owner", "owner mark"}:
        bare, brackets = bracketed(words, recognise)
        fields = filled({"action": bare}, brackets, recognise)
        fields |= _subject(bare, recognise) if not fields.get("owners_text") else {}
    condition = pattern("depends").search(fields["action"])
    said = [fields["action"][condition.start() :]] if condition is not None and condition.start() > 0 else []
    said += [words for words in references(fields["action"], recognise) if not any(words in s for s in said)]
    if said:
        fields["depends_text"] = joined([fields.get("depends_text", ""), *said])
    return fields


def _subject(text: str, recognise: Recognisers) -> dict[str, str]:
    """Who is named as the one to do it: "Pustekkom agar menyusun …", "Bimtek … oleh LPMP Sulsel"."""
    request = asked(text, recognise)
    if request is not None and request.owner:
        owners, supporters = owners_and_supporters(request.owner)
        return {"owners_text": owners, "supporters_text": supporters}
    by = [p.text for p in pieces(text, recognise)[1:] if p.kind == "owner"]
    return {"owners_text": SEPARATOR.join(named(after("by", n), recognise) for n in by)} if by else {}
