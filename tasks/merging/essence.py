"""What an action is about, apart from its wording: the act, its object, and the slots that tell like work apart."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from tasks.merging import acts
from tasks.merging.lists import column, rows
from tasks.merging.voice import turned
from tasks.merging.words import fold, straight, words

SLOTS = ("level", "qualifier", "audience", "subject", "medium")
YEAR = re.compile(r"19\d\d|20(?!00)\d\d")
ROMAN = {r: str(n) for n, r in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)}
STEP_WORDS = frozenset({"ganjil", "genap", "gasal"})
"""Words that number a step, besides numbers and single letters."""
STEP_JOINTS = frozenset({"s", "d", "dan", "sampai"})
"""Words between the numbers of steps ("tahap 1 dan 2")."""
PASSIVE = re.compile("di|ter|.*ed$")
"""How a verb begins or ends that says what becomes of a product named before it ("pedoman diterbitkan")."""
ANDS = (("dan",), ("serta",), ("and",))
"""Words, each as a tuple, behind which a second act stands beside the first."""
MEANS = frozenset({"melalui", "lewat", "through", "via", "by"})
"""Words behind which an act stands by means of which the first is done."""
_ALSO = ("dan", "serta")
"""Words behind which a verb with "-nya" says what is then done with the same thing."""
LARGE = 2
"""How many digits a number has that tells something, whatever it counts."""
REACH = 3
"""How many words after a vague verb its product may stand."""
FAR = 5
"""How many words after a verb that gives way another may stand ("conducts the national FMD vaccination")."""
GIVE_WAY = frozenset({acts.LIGHT, "complete"})
"""Acts that give way to another close behind."""
THINGS = frozenset({"plan", "plans"})
"""Forms of acts that are rather things behind another act ("complete the control plan")."""
WRITTEN = frozenset({"issue", "draft", "agree", "propose", "study"})
"""Acts of which a product is a text: one that is named without any act is to be written."""
VAGUE_MAKING = frozenset({"make", "complete", "submit", "prepare", "provide"})
"""Acts that become what their product asks for."""


@dataclass(frozen=True, slots=True)
class Essence:
    """An action taken apart; every tuple is sorted and without doubles, pairs are (name, value).

    act: class of acts.csv, empty if none is named; object: roots of the words that say what is acted upon; tail:
    roots of what follows (purpose, condition); head: kind of product acted upon; products: all kinds named; slots:
    see SLOTS; steps: phases, versions, semesters; years; quantities: (noun, number), of large numbers without noun too.
    """

    act: str
    object: tuple[str, ...]
    tail: tuple[str, ...]
    head: str
    products: tuple[str, ...]
    slots: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, str], ...]
    years: tuple[str, ...]
    quantities: tuple[tuple[str, str], ...]


@lru_cache(maxsize=65536)
def essence(action: str, names: tuple[str, ...] = ()) -> Essence:
    """Take an action apart. `names` (owners, regions) say who and where; their words are no part of the object."""
    core, tail = split(turned(words(straight(fold(action)))))
    act, used = _act(core)
    who = frozenset().union(*map(_roots_of_name, names))
    steps, numbers = _steps(core)
    left_out = {used} | numbers | _amounts(core) | _beside(core, used)
    rest = tuple(word for n, word in enumerate(core) if n not in left_out)
    return Essence(
        act=act,
        object=_roots(rest, who),
        tail=_roots(tail, who),
        head=next((kind for word in core[used + 1 : used + 2 + REACH] if (kind := product(word))), ""),
        products=_distinct(kind for word in core if (kind := product(word))),
        slots=slots(core),
        steps=steps,
        years=_distinct(word for word in core if word.isdigit() and YEAR.fullmatch(word)),
        quantities=_quantities(core, numbers),
    )


@lru_cache(maxsize=65536)
def _roots_of_name(name: str) -> frozenset[str]:
    return frozenset(map(acts.root, words(name)))


def slots(tokens: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The slots that these words fill: (slot, value)."""
    text = f" {' '.join(tokens)} "
    begun = _slots_from().keys() & set(text.split())
    return tuple(sorted({pair for first in begun for phrase, pair in _slots_from()[first] if phrase in text}))


@lru_cache(maxsize=65536)
def product(word: str) -> str:
    """The kind of product that a word names ("pedoman": guideline), empty if none."""
    return column("products", "word", "product").get(word, "")


def split(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is done, and what follows: why, after what, and what is then done with the same thing ("dan mengajukannya").

    A leading "X agar" is dropped; "pada tahun 2018 agar" says when or where, and stays.
    """
    modal, tails = of_kind("modal"), _tails_from()
    start = next((n + 1 for n, word in enumerate(tokens) if word in modal), 0)
    if any(acts.form(word) for word in tokens[: max(start - 1, 0)]) or tokens[:1] in opening():
        start = 0
    for place in range(start + 2, len(tokens)):
        if (tokens[place] in tails or tokens[place] in _ALSO) and _follows(tokens, place):
            return tokens[start:place], tokens[place:]
    return tokens[start:], ()


def _follows(tokens: tuple[str, ...], place: int) -> bool:
    if tokens[place] in _ALSO and place + 1 < len(tokens):
        after = tokens[place + 1]
        return after.endswith("nya") and acts.form(after) is not None
    return any(tokens[place : place + len(tail)] == tail for tail in _tails_from().get(tokens[place], ()))


@cache
def of_kind(*kinds: str) -> frozenset[str]:
    """The words of stopwords.csv of these kinds."""
    return frozenset(row["word"] for row in rows("stopwords") if row["kind"] in kinds)


@cache
def opening() -> frozenset[tuple[str]]:
    """Words that open a clause of time, place or purpose, each as a tuple."""
    return frozenset((row["word"],) for row in rows("openings"))


@cache
def strict_steps() -> frozenset[str]:
    """The nouns of steps ("tahap") of which one side's silence is a difference."""
    return frozenset(row["word"] for row in rows("slots") if row["slot"] == "step" and row["value"] == "strict")


def numbers_step(value: str) -> bool:
    """Whether a word, Roman numerals put in digits, numbers a step."""
    return value.isdigit() or len(value) == 1 or value in STEP_WORDS


@cache
def _step_nouns() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("slots") if row["slot"] == "step")


@cache
def _slots_from() -> dict[str, list[tuple[str, tuple[str, str]]]]:
    """The phrases that fill a slot, between spaces, by their first word."""
    found: dict[str, list[tuple[str, tuple[str, str]]]] = defaultdict(list)
    for row in rows("slots"):
        if row["slot"] in SLOTS:
            found[row["word"].split()[0]].append((f" {row['word']} ", (row["slot"], row["value"])))
    return dict(found)


@cache
def _tails_from() -> dict[str, list[tuple[str, ...]]]:
    """What opens a tail, by its first word."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows("tails"):
        tail = tuple(row["word"].split())
        found[tail[0]].append(tail)
    return dict(found)


def _act(core: tuple[str, ...]) -> tuple[str, int]:
    """The act and the place of its word; a light or vague verb gives way to what follows it."""
    found = [(n, form.act) for n, word in enumerate(core) if (form := acts.form(word))]
    if not found:
        written = column("products", "word", "made_by").get(core[0], "") if core else ""
        return written if written in WRITTEN else "", -1
    place, act = found[0]
    if place == 1 and product(core[0]) and not PASSIVE.match(core[1]):
        return column("products", "word", "made_by").get(core[0], ""), -1
    if act in GIVE_WAY and core[place + 1 : place + 2] not in ANDS:
        ahead = range(place + 1, min(place + 1 + FAR, len(core)))
        last = next((n for n in ahead if product(core[n])), place + FAR)
        later = [(n, other) for n, other in found[1:] if n <= last and other != acts.LIGHT and core[n] not in THINGS]
        place, act = later[0] if later else (place, act)
    if act in VAGUE_MAKING:
        made = [column("products", "word", "made_by").get(word, "") for word in core[place + 1 : place + 1 + REACH]]
        act = next((maker for maker in made if maker), act)
    return act, place


def _roots(tokens: tuple[str, ...], leave: Collection[str]) -> tuple[str, ...]:
    return _distinct(root for word in tokens if (root := _telling(word)) and root not in leave)


@lru_cache(maxsize=65536)
def _telling(word: str) -> str:
    """The root of a word that says what is acted upon, empty for any other."""
    empty = word in of_kind("function", "light", "modal", "amount") or word.isdigit() or _is_light(word)
    return "" if empty else acts.root(word)


def _beside(core: tuple[str, ...], used: int) -> set[int]:
    """The place of an act behind "and" behind the act."""
    second = core[used + 2 : used + 3] if used >= 0 and core[used + 1 : used + 2] in ANDS else ()
    return {used + 2} if second and acts.form(second[0]) else set()


def _amounts(core: tuple[str, ...]) -> set[int]:
    """The places of "sebanyak 30 orang": how much is no part of the object."""
    marks = of_kind("amount")
    begins = [n for n, word in enumerate(core[:-1]) if word in marks and core[n + 1].isdigit()]
    return {place for n in begins for place in range(n, n + 3)}


def _is_light(word: str) -> bool:
    found = acts.form(word)
    return found is not None and found.act in GIVE_WAY


def _steps(core: tuple[str, ...]) -> tuple[tuple[tuple[str, str], ...], set[int]]:
    found: set[tuple[str, str]] = set()
    places: set[int] = set()
    nouns = _step_nouns()
    for n, word in enumerate(core[:-1]):
        if word in nouns:
            for place in range(n + 1, min(n + 4, len(core))):
                value = ROMAN.get(core[place], core[place])
                if not numbers_step(value):
                    if value not in STEP_JOINTS:
                        break
                    continue
                found.add((word, value))
                places.add(place)
    return tuple(sorted(found)), places


def _quantities(core: tuple[str, ...], taken: set[int]) -> tuple[tuple[str, str], ...]:
    if not any(map(str.isdigit, core)):
        return ()
    pairs = {
        (acts.root(noun), number)
        for n, (number, noun) in enumerate(pairwise(core))
        if _is_number(number) and n not in taken and not noun.isdigit() and len(noun) > 1
    }
    large = {("", word) for n, word in enumerate(core) if _is_number(word) and len(word) >= LARGE and n not in taken}
    return tuple(sorted(pairs | large))


def _is_number(word: str) -> bool:
    return word.isdigit() and not YEAR.fullmatch(word)


def _distinct(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))
