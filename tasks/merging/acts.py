"""What is done: Indonesian and English verb forms and their nouns, brought to one class of act.

The forms of a root are made from it (me-, pe-…-an, di-, ter-, per-…-an with their sound changes), so that
acts.csv holds roots only; those of an English verb likewise, its nouns too unless its kind is "regular" ("plantation",
"organisation" are things). Source of the sound changes: the common grammar of Indonesian (morfofonemik meN-, peN-).
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from tasks.merging.lists import column, rows
from tasks.merging.words import squeezed

LIGHT = "hold"
"""The act that says no more than that something is done."""

AUTHORED = frozenset({"authored", "bettered"})
"""Groups of akin acts that bring about one thing: who drafts, issues or signs a guideline, or makes it better."""

_SUFFIXES = ("", "kan", "i")
_NASAL = {"p": ("m", "mp"), "t": ("n", "nt"), "k": ("ng", "ngk"), "s": ("ny", "ns")}
_BEFORE = {"b": "m", "f": "m", "v": "m", "d": "n", "c": "n", "j": "n", "z": "n", "g": "ng", "h": "ng"}


@dataclass(frozen=True, slots=True)
class Form:
    """A word form of an act: its class and its root."""

    act: str
    root: str


@lru_cache(maxsize=131072)
def form(word: str) -> Form | None:
    """The act that a word names, None if it names none. Doubled letters and -nya do not matter."""
    found = forms().get(squeezed(word))
    if found is None and word.endswith("nya"):
        found = forms().get(squeezed(word.removesuffix("nya")))
    return found


def root(word: str) -> str:
    """The root of an act's word form; any other word as it is, without -nya."""
    found = form(word)
    if found is not None:
        return found.root
    return word.removesuffix("nya") if len(word) > 6 else word


@cache
def near(act: str) -> frozenset[str]:
    """The groups of acts that may be the same work in other words; acts that share one may be one."""
    return frozenset(column("act_groups", "act", "near").get(act, act).split())


@cache
def akin(act: str) -> frozenset[str]:
    """The groups of acts that people may mean the same work by; only they can tell if acts share no other."""
    return frozenset(column("act_groups", "act", "asked").get(act, "").split())


@cache
def family(act: str) -> str:
    """The group of acts that make one kind of work."""
    return column("act_groups", "act", "family").get(act, act)


@cache
def yields(act: str) -> bool:
    """Whether something exists after this act that another may wait for."""
    return act == "" or column("act_groups", "act", "yields").get(act) == "yes"


@cache
def makes(act: str) -> bool:
    """Whether the act brings its object into being, or into force; one that is not named may."""
    return act == "" or column("act_groups", "act", "makes").get(act) == "yes"


@cache
def forms() -> dict[str, Form]:
    """Every word form of every act; the first row of acts.csv that makes a form holds."""
    makers = {
        "root": _root_forms,
        "bound": _bound_forms,
        "noun": _noun_forms,
        "verb": lambda word: _english_forms(word) + _english_nouns(word),
        "regular": _english_forms,
    }
    found: dict[str, Form] = {}
    for row in rows("acts"):
        for word in makers.get(row["kind"], _as_it_is)(row["word"]):
            found.setdefault(squeezed(word), Form(row["act"], row["word"]))
    return found


def _as_it_is(word: str) -> list[str]:
    return [word]


def _root_forms(word: str) -> list[str]:
    return [word + suffix for suffix in _SUFFIXES] + _bound_forms(word)


def _bound_forms(word: str) -> list[str]:
    stems = _nasalised(word)
    verbs = ["me" + stem for stem in stems] + [prefix + word for prefix in ("di", "ter", "memper", "diper")]
    nouns = ["pe" + stem for stem in stems] + ["per" + word, "pember" + word]
    return [verb + suffix for verb in verbs for suffix in _SUFFIXES] + [noun + "an" for noun in nouns] + [word + "kan"]


def _noun_forms(word: str) -> list[str]:
    return [word, *_bound_forms(word), *_bound_forms(word.removesuffix("si") + "s" if word.endswith("si") else word)]


def _nasalised(word: str) -> list[str]:
    first = word[0]
    if first in _NASAL:
        dropped, kept = _NASAL[first]
        return [dropped + word[1:], kept + word[1:]]
    if first in "aeiou":
        return ["ng" + word]
    return [_BEFORE.get(first, "") + word]


def _english_forms(word: str) -> list[str]:
    head, _, rest = word.partition(" ")
    stem = head.removesuffix("e")
    made = [head, head + "s", head + "es", stem + "ed", stem + "ing", head + "ing", head + head[-1] + "ing"]
    if head.endswith("y"):
        made += [head[:-1] + "ies", head[:-1] + "ied"]
    return [f"{form} {rest}".strip() for form in made]


def _english_nouns(word: str) -> list[str]:
    """Nouns of doing what a verb says: -ment, -ion, -ation, -ance, -ication."""
    stem = word.removesuffix("e")
    made = [
        word + "ment",
        stem + "ion",
        stem + "ation",
        stem + "ance",
        *([word[:-1] + "ication"] if word.endswith("fy") else []),
    ]
    return [form for noun in made for form in (noun, noun + "s")] if " " not in word else []
