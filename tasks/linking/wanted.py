"""What the words of a mention ask for: the product or act, by whom, from which group, at which level, where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tasks.linking.known import listed, name_words
from tasks.linking.numbers import group, without
from tasks.linking.targets import Targets, content
from tasks.merging import acts
from tasks.merging.essence import essence, of_kind, product
from tasks.merging.words import words

_END = ("yang", "untuk", "bagi", "utk", "which", "that", "for", "sudah", "telah")

_OWN = re.compile(r"(?<=\w)['’]s\b", re.I)
"""The ending of one who has something ("the ministry's guideline")."""

_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w*")

_TIME = re.compile(r"\b\d+\s*(?:hari|minggu|bulan|tahun|days?|weeks?|months?|years?)\b", re.I)
"""How long, which says nothing of the thing."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing asked for. words: roots that say what it is; acts: classes of act among them, lead: that of the first.

    product: kind of product, empty if none; done: class of the act that has been done to it, "none" if none; names:
    words of the office it comes from; short: those of them that stand for a whole name; group: number of the working
    group, as said; level: "central" or "regional" if said; regions: folded names; years: as written; passing: nothing
    is named but what comes by itself; said: "that one", named before; stands_for: "pronoun" or "generic" if only "it"
    or "the tool" is said; here: where the speaker is; every: all there are; new: one that is not there yet;
    follows: only that it comes after what was said before.
    """

    words: frozenset[str]
    lead: str
    acts: frozenset[str]
    product: str
    done: str
    names: frozenset[str]
    short: frozenset[str]
    group: str
    level: str
    regions: frozenset[str]
    slots: frozenset[tuple[str, str]]
    steps: frozenset[tuple[str, str]]
    years: frozenset[str]
    passing: bool
    said: bool
    stands_for: str
    here: bool
    every: bool
    new: bool
    follows: bool


def wanted(phrase: str, targets: Targets) -> Wanted:
    """Take the words of a mention apart."""
    tokens = words(_OWN.sub(" ", _TIME.sub(" ", without(phrase))))
    regions = targets.known.regions_in(tokens)
    names, origin = _names(tokens, _capitals(phrase), targets)
    leave = (
        names
        | {word for word in origin if targets.known.full(word)}
        | listed("office")
        | {word for own in regions.values() for word in own}
    )
    unsaid = leave | listed("completion") | listed("said") | listed("here")
    rest = [word for word in tokens if word not in unsaid]
    about = essence(" ".join(rest))
    told = [form.act for word in rest if (form := acts.form(word)) and form.act != acts.LIGHT]
    first = next((word for word in rest if word not in of_kind("function", "light", "modal")), "")
    lead = acts.form(first)
    level_words = listed("central") | listed("regional")
    things = [word for word in rest if word not in level_words and not (word.isdigit() and len(word) < 3)]
    things = [word for word in things if not _is_passive(word) and word not in listed("handing over")] or things
    return Wanted(
        words=frozenset(content(things) or content(rest)),
        lead=_lead(lead, _done(rest)),
        acts=frozenset(told),
        product=next((kind for word in rest if (kind := product(word))), ""),
        done=_done(rest),
        names=frozenset(names),
        short=frozenset(word for word in origin if word in names and targets.known.full(word)),
        group=group(phrase),
        level=_level(tokens, origin, bool(regions)),
        regions=frozenset(regions),
        slots=frozenset(about.slots),
        steps=frozenset(about.steps),
        years=frozenset(about.years),
        passing=_comes_by_itself(things),
        said=bool(listed("said") & set(tokens)),
        stands_for=_stands_for(things),
        here=not listed("here").isdisjoint(tokens),
        every=not listed("every").isdisjoint(tokens),
        new=not listed("new").isdisjoint(tokens),
        follows=_follows(tokens),
    )


def _lead(first: acts.Form | None, done: str) -> str:
    """The class of the act that is asked for, empty if none: the first named, but for one done to what it names.

    "Lembaga audit ditunjuk" asks for the appointing, "SKKNI ditetapkan" for whatever makes it.
    """
    if first is None or first.act == acts.LIGHT:
        return ""
    return first.act if done in ("none", acts.LIGHT) or acts.makes(done) else done


def _follows(tokens: Sequence[str]) -> bool:
    """Whether nothing is named but what was said before ("after that", "shall then")."""
    then = listed("then")
    return not then.isdisjoint(tokens) and set(tokens) - of_kind("function", "modal") <= then


def _comes_by_itself(things: Sequence[str]) -> bool:
    """Whether nothing is named but a season, a holiday, a meeting, which no item brings about."""
    said = set(things) - of_kind("function", "light")
    return bool(said) and said <= listed("passing")


def _stands_for(things: Sequence[str]) -> str:
    """Whether nothing is named but "it", or "the tool" that it takes."""
    if set(things[:1]) & listed("pronoun"):
        return "pronoun"
    said = [word for word in things if word not in of_kind("function", "light")]
    return "generic" if len(said) == 1 and set(said) <= listed("generic") else ""


def _names(tokens: Sequence[str], capitals: frozenset[str], targets: Targets) -> tuple[set[str], set[str]]:
    """Words of offices' names, and the words after "dari": those of an office even if the plan knows none."""
    origin = _origin(tokens)
    short = {word: full for word in origin if (full := targets.known.full(word))}
    if short:
        borne = {word for word in short if targets.bears(word)}
        return borne.union(*short.values()), set(origin)
    told = (word for word in name_words(" ".join(tokens)) if word in capitals or targets.known.alone(word))
    known = {word for word in told if targets.is_name(word)}
    known |= targets.known.offices_in(tokens)
    known |= {
        after for word, after in pairwise(tokens) if word in known and after.isalpha() and _is_new(after, targets)
    }
    level = listed("central") | listed("regional")
    known -= (
        level
        | listed("completion")
        | listed("pronoun")
        | listed("office")
        | {word for word in known if _is_passive(word)}
    )
    named = name_words(" ".join(origin)) - level
    if named and not named & known and any(targets.weights.count(word) for word in named):
        return known, set(origin)
    return known | named, set(origin)


def _capitals(phrase: str) -> frozenset[str]:
    """The words of a phrase that are written like names."""
    return frozenset(word.casefold() for word in _CAPITAL.findall(phrase))


def _origin(tokens: Sequence[str]) -> list[str]:
    marks = listed("from")
    begin = next((n + 1 for n, word in enumerate(tokens) if word in marks), len(tokens))
    found: list[str] = []
    for word in tokens[begin:]:
        if word in marks and not found:
            continue
        if word in _END or word in listed("completion"):
            break
        found.append(word)
    return found


def _is_new(word: str, targets: Targets) -> bool:
    """Whether a word that says something is no word of what the plan is about."""
    roots = content([word])
    return bool(roots) and not any(targets.weights.count(one) for one in {word, *roots})


def _is_passive(word: str) -> bool:
    """Whether a word says only that something has been done to the thing ("ditetapkan", "terpasang", "approved")."""
    return acts.form(word) is not None and (word.startswith(("di", "ter")) or word.endswith("ed"))


def _done(tokens: Sequence[str]) -> str:
    """The class of the act that has been done to a thing ("the certified warehouses", "kader yang telah dilatih")."""
    return next((form.act for word in tokens if _is_passive(word) and (form := acts.form(word))), "none")


def _level(tokens: Sequence[str], origin: set[str], place: bool) -> str:
    """The level said by "nasional", "dari pusat", "di provinsi"; a named region says it is regional by itself."""
    if place:
        return ""
    for kind in ("central", "regional"):
        if listed(kind) & set(tokens[-2:]) or listed(kind) & origin:
            return kind
    return ""
