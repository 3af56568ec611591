"""The extracts of a plan with many institutions: `python -m tests.benchmarks.extracts [institutions …] [--peer]`.

Each institution leads six actions, waits for three of others and is waited for as often: three to four landscape pages.
Measured is the whole way from the plan to the bytes of its extracts, words and checks included, in CPU seconds of one
process, the middle of three runs. With `--peer` (after `pip install -r tests/benchmarks/requirements-peers.txt`) beside
docxtpl, which puts the same words into the same template and checks nothing; in turn, in one run. With `--pictures`
the sixty busiest extracts bear a picture of their links, as they do unless meeting.yaml says otherwise.
"""

import argparse
import io
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import partial

from tasks.model import tables
from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.rendering.catalogue import load
from tasks.rendering.extracts.build import extract_view
from tasks.rendering.extracts.index import index_of
from tasks.rendering.extracts.offices import bodies
from tasks.rendering.extracts.sheets import EXTRACT_TEMPLATE, extract_sheets
from tasks.rendering.render import TEMPLATES, template_bytes
from tasks.rendering.word.artist import Artist
from tests.benchmarks.points import OWN, point

SIZES = (500, 5_000)
_LED = 6
_LINKS_AN_OFFICE = 3
_RUNS = 3
_SPEAK = load("id")
_WORDS = (
    "menyusun", "pedoman", "pemanfaatan", "dan", "pemeliharaan", "perangkat", "bagi", "satuan", "pendidikan", "di",
    "daerah", "khusus",
)  # fmt: skip


def plan(offices: int, seed: int = 7, *, pictures: bool = False) -> Plan:
    """A plan of so many institutions, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  reproducible, not secret
    items = [_item(office, n, offices, chance) for office in range(offices) for n in range(_LED)]
    links = [_link(office, offices, chance) for office in range(offices) for _ in range(_LINKS_AN_OFFICE)]
    rows = {(link["from_item"], link["to_item"]): link for link in links}
    return Plan(
        meeting=Meeting(
            "Rapat Koordinasi",
            "Tema",
            "Kementerian X",
            date(2024, 2, 5),
            date(2024, 2, 7),
            "Bogor",
            2024,
            without=() if pictures else ("extract_pictures",),
        ),
        as_of=date(2024, 2, 7),
        records=tables.frame(tables.RECORDS, ()),
        items=tables.frame(tables.ITEMS, items),
        links=tables.frame(tables.LINKS, rows.values()),
        conflicts=tables.frame(tables.CONFLICTS, ()),
        accounting=tables.frame(tables.ACCOUNTING, ()),
        sources=tables.frame(tables.SOURCES, ()),
        problems=(),
    )


def _item(office: int, number: int, offices: int, chance: random.Random) -> dict[str, str]:
    month = chance.randrange(1, 9)
    return {
        "item_id": _code(office, number),
        "number": f"A.{office * _LED + number + 1}",
        "action": " ".join(chance.choices(_WORDS, k=12)),
        "output": " ".join(chance.choices(_WORDS, k=5)),
        "owners": f"Badan {office}",
        "levels": "central",
        "supporters": f"Badan {chance.randrange(offices)}",
        "start": f"2024-{month:02d}-01",
        "end": f"2024-{month + chance.randrange(4):02d}-28",
        "period_sense": "within",
        "budget": str(chance.randrange(1, 500) * 1_000_000),
        "fund_sources": "APBN",
    }


def _link(office: int, offices: int, chance: random.Random) -> dict[str, str]:
    other = (office + chance.randrange(1, offices)) % offices
    ends = {"from_item": _code(other, chance.randrange(_LED)), "to_item": _code(office, chance.randrange(_LED))}
    fixed = {"kind": "explicit", "relation": "finish-start", "status": "accepted", "verdict": "fine"}
    return ends | fixed | {"evidence": " ".join(chance.choices(_WORDS, k=4))}


def _code(office: int, number: int) -> str:
    return f"RK-{office * _LED + number:06d}"


def rate(make: Callable[[], int]) -> float:
    """Documents a CPU second."""
    begin = time.process_time()
    return make() / (time.process_time() - begin)


def own(what: Plan) -> int:
    """Makes all extracts of a plan; how many."""
    with Artist() as artist:
        return sum(1 for _ in extract_sheets(what, _SPEAK, template_bytes(TEMPLATES, "id", EXTRACT_TEMPLATE), artist))


def peer(what: Plan, count: int) -> int:
    """Makes so many extracts with docxtpl: the same words in the same template."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    data = template_bytes(TEMPLATES, "id", EXTRACT_TEMPLATE)
    index = index_of(what, _SPEAK)
    for body in bodies(what, index.rows.values())[:count]:
        view = extract_view(body, index, _SPEAK)
        document = DocxTemplate(io.BytesIO(data))
        document.render({field.name: getattr(view, field.name) for field in fields(view)}, Environment(autoescape=True))
        document.save(io.BytesIO())
    return count


def main() -> None:
    """Prints documents a CPU second for each size, and beside the peer."""
    words = argparse.ArgumentParser()
    words.add_argument("institutions", type=int, nargs="*", default=SIZES)
    words.add_argument("--peer", action="store_true")
    words.add_argument("--pictures", action="store_true", help="with a picture in each extract, which takes longest")
    chosen = words.parse_args()
    for offices in chosen.institutions:
        what = plan(offices, pictures=chosen.pictures)
        makers = [partial(own, what), *([partial(peer, what, offices)] if chosen.peer else [])]
        rounds = [[rate(make) for make in makers] for _ in range(_RUNS)]
        mine, *others = (statistics.median(column) for column in zip(*rounds, strict=True))
        for engine, fast in zip((OWN, "docxtpl"), (mine, *others), strict=False):
            point("extracts in Word (documents)", offices, offices / fast, engine)
        beside = "".join(f"; docxtpl {theirs:.1f}, ratio {mine / theirs:.1f}" for theirs in others)
        print(f"{offices:6d} institutions: {mine:.0f} documents a CPU second{beside}")


if __name__ == "__main__":
    main()
