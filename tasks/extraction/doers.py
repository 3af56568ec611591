"""Whether words before a verb, behind "by" or before a colon are those who do it, known to a directory or not."""

import re
from collections.abc import Sequence

from tasks.extraction.action_words import passive, starts_doing
from tasks.extraction.actors import ARTICLE, like_actors, like_office, like_person, parts_of
from tasks.extraction.owners import owners_and_supporters
from tasks.extraction.phrases import equals, pattern, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.sentences import sentences
from tasks.model.values import SEPARATOR
from tasks.normalising.matches import Match

LONGEST = 14
"""Words of a subject at most."""
_CAPITALS = re.compile(r"(?:[Tt]he\s+)?([A-Z][\w&.'’-]*(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w&.'’-]*)*)")
_AND = re.compile(r"\s+(?:dan|and|serta|&)\s+")
_PRONOUN = re.compile(r"(?:he|she|they|beliau|ia|dia|mereka)\s+", re.IGNORECASE)
_NAMED = 6  # words among which a clause names who it is about
_NAMES = 3  # words of a person's name at most
_SHORT = 2  # letters of an abbreviation that may be the rest of a name ("PU dan PR")
_SHORT_FORM = re.compile(r"[A-Z]\w*[A-Z]")
_DONE_BY = re.compile(
    r"(?:(?P<passive>di[a-z]{3,})|(?:to\s+be\s+|and\s+)?[a-z]+(?:ed|en)\s+by)\s+(?:oleh\s+|the\s+)?(?=[A-Z])"
)
_BOUND = re.compile(r"(?<!,)\s(?:yang|yg|that|which)\s+(?:\w+\s+){0,2}$")
_ENDS = re.compile(r"\s*(?:$|[,;:.(]|[–—-]\s)")
_BY = re.compile(r"(?<!\w)(?:oleh|by)\s+(?:the\s+)?(?=[A-Z])")


def all_act(words: str, recognise: Recognisers) -> bool:
    """Whether words name those who act and nothing else, each of them known or written like one."""
    return all(like_actors(p) or like_office(p) or _named(p, recognise) for p in parts_of(words))


def _named(words: str, recognise: Recognisers) -> bool:
    """Whether words are the name of an institution, or written like that of an office ("the Weather Bureau")."""
    named = recognise.institutions(words)
    if named:
        return named[0].start <= len("the ") and named[-1].end == len(words)
    office = _CAPITALS.fullmatch(words)
    return office is not None and recognise.only_institutions(office[1])


def owner_like(text: str, recognise: Recognisers) -> bool:
    """Whether words before a verb can be those who do it."""
    words = text.split()
    if _no_actor(text):
        return False
    if not words or len(words) > LONGEST or starts_doing(text) or len(sentences(text)) > 1:
        named = bool(words) and len(words) <= LONGEST and _all_named(text, recognise)
        return named or (bool(words) and all_act(text, recognise))
    return (
        bool(recognise.institutions(text))
        or starts("people", text)
        or equals("we", text)
        or _acronym(words)
        or all_act(text, recognise)
        or _shared_head(text, recognise)
    )


def _shared_head(text: str, recognise: Recognisers) -> bool:
    """Whether several offices share the last words of one name: "Lake and Coast Regional Forest Directorates"."""
    name = _CAPITALS.fullmatch(text.strip())
    return name is not None and equals("office", name[1].split()[-1]) and recognise.only_institutions(name[1])


def _no_actor(text: str) -> bool:
    """Whether words can't be those who act: articles alone, a document, or what was proposed, aimed at or handed in."""
    bare = ARTICLE.sub("", text.strip())
    if equals("no name", text.strip()) or starts("document", bare):
        return True
    return starts("no actor", bare) and not like_office(bare)


def _all_named(text: str, recognise: Recognisers) -> bool:
    named = recognise.institutions(text)
    return bool(named) and named[0].start <= 1


def _acronym(words: list[str]) -> bool:
    """A name in capitals that no directory knows: "BPBD", "Tim 9"."""
    first = words[0]
    return (len(first) > 1 and first.isupper()) or (
        len(words) <= 5
        and words[0][0].isupper()
        and all(w[0].isupper() or w in {"dan", "and", "of", "the", "&"} or w.startswith("se-") for w in words)
    )


def told_apart(words: str, recognise: Recognisers) -> str:
    """Names that no directory knows as a whole, told apart at "dan" or "and": "PELNI dan KSOP Kupang"."""
    for found in _AND.finditer(words):
        left, right = words[: found.start()], words[found.end() :]
        whole = recognise.institutions(words)
        if any(i.start < found.start() and found.end() < i.end for i in whole) or _both(whole, found):
            continue
        first = _stands_alone(left, recognise) or (left.isalpha() and left[0].isupper() and like_actors(right))
        if first and " of " not in left and _stands_alone(right, recognise):
            return SEPARATOR.join([left, told_apart(right, recognise)])
    return words


def _both(named: Sequence[Match], found: "re.Match[str]") -> bool:
    """Whether the names on both sides are known, so that nobody takes them for one."""
    return any(i.end <= found.start() for i in named) and any(i.start == found.end() for i in named)


def _stands_alone(words: str, recognise: Recognisers) -> bool:
    """Whether words are a name by themselves, rather than the rest of one ("Dinas Kelautan | Perikanan")."""
    first, *more = words.split()
    acronym = len(first) > _SHORT and first.isupper() and (not more or recognise.short_name(words))
    return acronym or like_actors(words) or _named(words, recognise)


def agents(text: str, recognise: Recognisers) -> list[int]:
    """Where words begin that say by whom something is done: "by the Standards Bureau", "oleh BPS"."""
    helped = [m.end() for m in pattern("support", "funded by").finditer(text)]
    return [
        found.start()
        for found in _BY.finditer(text)
        if not _inside(found, helped) and _agent(text, found.end(), recognise)
    ]


def _inside(found: "re.Match[str]", ends: list[int]) -> bool:
    """Whether "by" ends words that say who helps or pays ("supported by")."""
    return any(found.start() < end <= found.end() for end in ends)


def _agent(text: str, start: int, recognise: Recognisers) -> bool:
    if any(i.start == start for i in recognise.institutions(text)):
        return True
    named = _CAPITALS.match(text, start)
    if named is None or recognise.periods(named[1]):
        return False
    if recognise.only_institutions(named[1]):
        return True
    ends = _ENDS.match(text, named.end()) is not None or any(p.start >= named.end() for p in recognise.periods(text))
    return ends and _BOUND.search(text[: _word_before(text, start)]) is None and called(named[1])


def _word_before(text: str, start: int) -> int:
    """Where "oleh" or "by" begins that stands before a name."""
    return max(found.start() for found in _BY.finditer(text) if found.start() < start)


def called(words: str) -> bool:
    """Whether words are written like names, though no directory knows them: "OCD and NTC", "Balitbanghub"."""
    return all(part[:1].isupper() and not starts_doing(part) for part in parts_of(words))


def done_by(words: str, recognise: Recognisers) -> str:
    """Who is named behind a passive verb with which words begin: "disiapkan Biro Hukum", "to be signed by the NTC"."""
    found = _DONE_BY.match(words)
    if found is None or (found["passive"] and not passive(found["passive"])):
        return ""
    name = words[found.end() :]
    short = all(_SHORT_FORM.match(part) for part in parts_of(name))
    return name if not recognise.is_period(name) and (all_act(name, recognise) or short) else ""


def closes_with(words: str, recognise: Recognisers) -> bool:
    """Whether words behind a colon or dash name who acts, with or without who helps: "SDL with support of KDB"."""
    owners, _ = owners_and_supporters(words)
    parts = parts_of(owners)
    return bool(parts) and all(
        (_SHORT_FORM.match(p) is not None and recognise.short_name(p)) or all_act(p, recognise) for p in parts
    )


def employee(words: str, inside: str, recognise: Recognisers) -> str:
    """A person named as the one who acts, if a bracket behind says for whom: "Bu Rina (Bappeda)"; "" if none."""
    if not words or not inside or not all_act(inside, recognise):
        return ""
    unknown = not recognise.institutions(words) and not all_act(words, recognise)
    person = like_person(words) or (unknown and len(words.split()) <= _NAMES and not words.isupper())
    return words if person else ""


def named_again(clause: str, before: str, recognise: Recognisers) -> str:
    """A clause about "he", "they" or "beliau" with the one whom the clause before it begins with in their place."""
    found = _PRONOUN.match(clause)
    said = before.split()[:_NAMED]
    if found is None or not said:
        return clause
    who = next((w for n in range(len(said), 0, -1) if all_act(w := " ".join(said[:n]), recognise)), "")
    return f"{who} {clause[found.end() :]}" if who else clause
