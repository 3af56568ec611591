"""Synthetic English items with known duplicates, and the figures of merging them.

    python -m tests.benchmarks.synth_english [NUMBER] [--seed 1]

A cluster is one piece of work: act, object, place, phase, number, office, period, sum. With chance HARD a new one
copies an earlier one and changes one of these. Each cluster is told one to four times: with verb or noun, in other
words of the act and the object, with details left out, months moved, letters slipped. Words are the project's own; same
seed, same items.
"""

import argparse
import random
from dataclasses import dataclass, replace

import numpy as np

from tasks.merging.arrays import Ints
from tasks.merging.matching.engine import matched
from tasks.merging.matching.mentions import OPEN, Mentions, Party, day, numbered
from tests.benchmarks.merging import figures, reviewed

HARD, SLIP = 0.5, 0.05
YEARS = (2022, 2023, 2024)

ACTS = {
    "build": ("build", "construct", "construction of", "building of", "the construction of"),
    "restore": ("rehabilitate", "rehabilitation of", "renovate", "renovation of"),
    "buy": ("procure", "purchase", "procurement of", "buying of"),
    "hand out": ("distribute", "distribution of", "deliver", "delivery of"),
    "train": ("train staff on", "training of staff on", "conduct staff training on", "hold a training for staff on"),
    "inspect": ("inspect", "inspection of", "carry out an inspection of"),
    "evaluate": ("evaluate", "evaluation of", "assess", "undertake an assessment of"),
    "map": ("map", "mapping of", "undertake the mapping of"),
    "insure": ("insure", "conduct the insurance of"),
    "certify": ("certify", "certification of"),
}
OBJECTS = (
    ("rural health posts", "health posts in rural areas", "rural health post facilities"),
    ("cold storage rooms", "rooms for cold storage"),
    ("solar water pumps", "solar-powered water pumps", "solar pumps for water"),
    ("flood barriers", "barriers against flood"),
    ("school kitchens", "kitchens of schools"),
    ("mobile laboratory vans", "vans with mobile laboratory"),
    ("fishing harbours", "harbours for fishing"),
    ("timber warehouses", "warehouses for timber"),
    ("weather radar stations", "stations with weather radar"),
    ("bicycle lanes", "lanes for bicycles"),
    ("ambulance radios", "radios of ambulances"),
    ("court archives", "archives of courts"),
    ("tea nurseries", "nurseries of tea"),
    ("bus shelters", "shelters at bus stops"),
    ("grazing corridors", "corridors for grazing"),
    ("heritage gates", "gates of heritage value"),
)
PLACES = ("Arun", "Belmora", "Corvale", "Dunmere", "Eskdale", "Farwick", "Glenhope", "Harlow", "Inverlea", "Jorvik")
OFFICES = ("Ministry of Works", "Ministry of Health", "Water Agency", "Department of Forests", "Ports Bureau")
EXTRAS = ("", "", "", " as a priority", " in line with the national strategy", " to support the sector plan")


@dataclass(frozen=True)
class Work:
    """One piece of work. phase, number: 0 if there is none; month: in which it begins, counted from the year 0."""

    act: str
    thing: int
    place: str
    phase: int
    number: int
    office: str
    month: int
    budget: int


def works(number: int, chance: random.Random) -> list[Work]:
    """Distinct pieces of work."""
    made: dict[Work, None] = {}
    while len(made) < number:
        fresh = _fresh(chance)
        if made and chance.random() < HARD:
            name = chance.choice(("act", "thing", "place", "phase", "office"))
            fresh = replace(chance.choice(list(made)[-200:]), **{name: getattr(fresh, name)})
        made.setdefault(fresh)
    return list(made)


def items(number: int, seed: int) -> tuple[Mentions, Ints]:
    """About so many mentions, and the true group of each."""
    chance = random.Random(seed)  # noqa: S311
    told = [(n, work) for n, work in enumerate(_distinct(works(number, chance))) for _ in range(chance.randint(1, 4))]
    told = told[:number]
    chance.shuffle(told)
    offices = [f"{work.office} {work.place} Branch".casefold() for _, work in told]
    party, parties = numbered([Party((office,), (), (), True) for office in offices])
    starts = [work.month + chance.choice((0, 0, 0, 1, -1)) for _, work in told]
    known = [chance.random() < 0.8 for _ in told]
    start, end = (
        np.array([_day(month + more) if there else OPEN for month, there in zip(starts, known, strict=True)], np.int64)
        for more in (0, 3)
    )
    sums = np.array([work.budget if chance.random() < 0.6 else OPEN for _, work in told], np.int64)
    texts = [_said(work, chance) for _, work in told]
    return Mentions(texts, party, parties, np.full(len(told), -1), start, end, sums), np.array([n for n, _ in told])


def _fresh(chance: random.Random) -> Work:
    return Work(
        act=chance.choice(list(ACTS)),
        thing=chance.randrange(len(OBJECTS)),
        place=chance.choice(PLACES),
        phase=chance.choice((0, 0, 0, 1, 2, 3)),
        number=chance.choice((0, 0, 4, 12, 60, 250, 3000)),
        office=chance.choice(OFFICES),
        month=12 * chance.choice(YEARS) + chance.randint(1, 7),
        budget=1_000_000 * chance.randint(1, 900),
    )


def _distinct(some: list[Work]) -> list[Work]:
    """The first of those that differ in sums, numbers and months alone: nothing in the words tells them apart."""
    first: dict[tuple[str, int, str, int, str], Work] = {}
    for work in some:
        first.setdefault((work.act, work.thing, work.place, work.phase, work.office), work)
    return list(first.values())


def _day(month: int) -> int:
    return day(f"{month // 12:04}-{month % 12 + 1:02}-01")


def _said(work: Work, chance: random.Random) -> str:
    thing = chance.choice(OBJECTS[work.thing])
    number = f"{work.number:,} " if work.number >= 1000 and chance.random() < 0.5 else f"{work.number} "
    phase = chance.choice((f", batch {work.phase}", f" (batch {work.phase})")) if work.phase else ""
    where = f" in {work.place}" if chance.random() < 0.7 else ""
    counted = number if work.number and chance.random() < 0.7 else ""
    whole = f"{chance.choice(ACTS[work.act])} {counted}{thing}{where}{phase}{chance.choice(EXTRAS)}"
    return _slipped(whole[0].upper() + whole[1:], chance)


def _slipped(text: str, chance: random.Random) -> str:
    if chance.random() >= SLIP:
        return text
    place = chance.randrange(1, len(text) - 1)
    return text[:place] + text[place + 1 :] if text[place].isalpha() else text


def measured(number: int, seed: int) -> dict[str, float]:
    """Precision, recall, recall after all questions are answered right, and questions for each 1,000 items."""
    mentions, truth = items(number, seed)
    found = matched(mentions)
    after = figures(reviewed(found, truth), truth)["recall"]
    return figures(found.group, truth) | {"recall_reviewed": after}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print("  ".join(f"{name} {value:.5g}" for name, value in measured(asked.number, asked.seed).items()))


if __name__ == "__main__":
    main()
