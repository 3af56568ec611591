"""Random plans against an independent solver: `python -m tests.fuzzing.schedules`.

Options for a chain that ends within a ring are tried out with the ring settled in favour of that link.
Options: `--plans 10000`, `--seed 2017`. Ends with 1 if for any plan the schedule and Bellman–Ford on its difference
constraints do not agree on whether it can be kept, as promised or at all; if a chain is not true or not minimal; or if
an option does not remove its chain, or makes anything late that was not said to become late.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import networkx as nx
import pandas as pd

from tasks.model.values import Sense
from tasks.scheduling.chains import Chain, chains, followers, sides
from tasks.scheduling.moments import day_of, moment_of
from tasks.scheduling.network import Network, network
from tasks.scheduling.options import Around, Evidence, Kind, Option, options
from tasks.scheduling.windows import Window

TODAY = date(2019, 1, 15)
_FIRST = date(2019, 1, 1)
_LAGS = ("", "", "", "", "", "P1M", "P2M", "P14D", "P2W", "P30D", "P1M10D")
_SENSES = (Sense.WITHIN, Sense.WITHIN, Sense.WITHIN, Sense.WHOLE, Sense.RECURRING)
_ITEM = ("item_id", "start", "end", "period_sense")
_LINK = ("from_item", "to_item", "status", "relation", "lag")
Row = Mapping[str, str]
Constraint = tuple[str, str, int]
"""x, y, c: y is not before x + c. The origin is ""; time is told in days of months that all have 31."""


@dataclass(frozen=True)
class Plan:
    """Rows of ITEMS and LINKS."""

    items: list[dict[str, str]]
    links: list[dict[str, str]]

    def network(self) -> Network:
        """The plan as the product sees it."""
        return network(_table(self.items, _ITEM), _table(self.links, _LINK))


def _table(rows: Iterable[Row], names: Iterable[str]) -> pd.DataFrame:
    """Some columns of a table; thousands of whole ones would take most of the time."""
    held = list(rows)
    return pd.DataFrame({name: pd.Series([row.get(name, "") for row in held], dtype=object) for name in names})


def random_plan(seed: int, number: int) -> Plan:
    """Up to a dozen items with periods of every kind, and links, some of them in rings; the same for the same seed."""
    chance = random.Random(f"{seed} {number}")  # noqa: S311  reproducible, not secret
    size = chance.randrange(2, 13)
    items = [{"item_id": f"I{n}", **_period(chance)} for n in range(size)]
    links = {}
    for _ in range(chance.randrange(1, 2 * size)):
        a, b = sorted(chance.sample(range(size), 2))
        if chance.random() < 0.03:
            a, b = b, a
        links[a, b] = _link(f"I{a}", f"I{b}", chance)
    return Plan(items, list(links.values()))


def _period(chance: random.Random) -> dict[str, str]:
    kind = chance.choices(("both", "by", "from", "none"), (6, 2, 1, 2))[0]
    if chance.random() < 0.7:
        first = _month(chance.randrange(12))
        last = _month(first.month - 1 + chance.choice((0, 0, 0, 1, 2, 5)), end=True)
    else:
        first = _FIRST + timedelta(days=chance.randrange(360))
        last = first + timedelta(days=chance.choice((0, 1, 5, 40)))
    sense = {"both": chance.choice(_SENSES), "by": Sense.BY, "from": Sense.FROM, "none": Sense.NONE}[kind]
    return {
        "start": first.isoformat() if kind in ("both", "from") else "",
        "end": last.isoformat() if kind in ("both", "by") else "",
        "period_sense": str(sense),
    }


def _month(number: int, end: bool = False) -> date:
    first = date(2019 + number // 12, number % 12 + 1, 1)
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if end else first


def _link(a: str, b: str, chance: random.Random) -> dict[str, str]:
    status = chance.choices(("accepted", "proposed"), (9, 1))[0]
    fixed = {"kind": "explicit", "relation": "finish-start", "confidence": chance.choice(("0.95", "0.80"))}
    return {"from_item": a, "to_item": b, "status": status, "lag": chance.choice(_LAGS)} | fixed


def feasible(constraints: Iterable[Constraint]) -> bool:
    """Whether there are times that keep all constraints: no way round gains time (Bellman 1958, Ford 1956)."""
    rows = list(constraints)
    at = dict.fromkeys((end for a, b, _ in rows for end in (a, b)), 0)
    for _ in range(len(at) + 1):
        changed = False
        for a, b, c in rows:
            if at[a] + c > at[b]:
                at[b], changed = at[a] + c, True
        if not changed:
            return True
    return False


def of_items(rows: Iterable[Row], as_promised: bool) -> Iterator[Constraint]:
    """The constraints of the items' own periods."""
    for row in rows:
        name, start, end = row["item_id"], slot(row["start"]), slot(row["end"])
        again = row["period_sense"] == Sense.RECURRING
        if start is not None:
            yield "", name, start
        if end is not None:
            yield name, "", -end
            if not again and (as_promised or row["period_sense"] == Sense.WHOLE):
                yield "", name, end


def of_links(plan: Plan, rings: bool = False) -> Iterator[Constraint]:
    """The constraints of the accepted links that are on no ring, or of all."""
    rows = [row for row in plan.links if row["status"] == "accepted"]
    graph = nx.DiGraph((row["from_item"], row["to_item"]) for row in rows)
    ring = {item: n for n, items in enumerate(nx.strongly_connected_components(graph)) for item in items}
    for row in rows:
        if rings or ring[row["from_item"]] != ring[row["to_item"]]:
            yield row["from_item"], row["to_item"], _wait(row["lag"])


def slot(day: str) -> int | None:
    """A day by its number if all months had 31 days, the last of each being its 31st."""
    if not day:
        return None
    year, month, number = map(int, day.split("-"))
    last = (date(year, month, number) + timedelta(days=1)).day == 1
    return (year * 12 + month) * 31 + (31 if last else number)


def _wait(lag: str) -> int:
    return {"": 0, "P1M": 31, "P2M": 62, "P14D": 14, "P2W": 14, "P30D": 31, "P1M10D": 41}[lag]


def faults(plan: Plan) -> Iterator[str]:
    """What is wrong with what the schedule says of a plan."""
    net = plan.network()
    bounds = sides(net)
    found = chains(net, bounds)
    free = [chain for chain in found if chain.last in net.links]
    for as_promised, late in ((True, bool(free)), (False, any(chain.impossible for chain in free))):
        if feasible([*of_items(plan.items, as_promised), *of_links(plan)]) == late:
            yield f"feasibility, as promised: {as_promised}"
    known = _said_to_be_late(net, found)
    for chain in found:
        if not true_and_minimal(plan, net, chain):
            yield f"chain {[net.ids[n] for n in chain.items]}"
        offered = options(net, bounds, chain, around(plan, net))
        if chain.last in net.links:
            yield from _faults_of_options(plan, net, chain, offered, known)
        else:
            settled = without_ring(plan, net, chain)
            left = settled.network()
            known_then = _said_to_be_late(left, chains(left, sides(left)))
            yield from _faults_of_options(settled, left, chain, offered, known_then)


def _said_to_be_late(net: Network, found: tuple[Chain, ...]) -> set[str]:
    held = followers(net, sides(net), found, "ID")
    places = {chain.items[-1] for chain in found} | {n for several in held.values() for n in several}
    return {net.ids[n] for n in places}


def without_ring(plan: Plan, net: Network, chain: Chain) -> Plan:
    """The plan with its rings settled: of their links the last of the chain alone holds."""
    gone = {(net.ids[a], net.ids[b]) for a, b in net.rings if (a, b) != chain.last}
    return Plan(plan.items, [row for row in plan.links if (row["from_item"], row["to_item"]) not in gone])


def around(plan: Plan, net: Network) -> Around:
    """What the options depend on: links with weak evidence are those that say so."""
    places = {item: n for n, item in enumerate(net.ids)}
    weak = {
        (places[row["from_item"]], places[row["to_item"]]): Evidence(0.8, "")
        for row in plan.links
        if row["confidence"] == "0.80"
    }
    return Around(moment_of(TODAY), "ID", weak)


def true_and_minimal(plan: Plan, net: Network, chain: Chain) -> bool:
    """Whether one date of the first item, the links and the end of the last contradict each other, and no fewer do."""
    names = [net.ids[n] for n in chain.items]
    rows = {row["item_id"]: row for row in plan.items}
    ends = [slot(rows[names[0]][side]) for side in ("start", "end")]
    links = {(a, b): c for a, b, c in of_links(plan, rings=True)}
    first = chain.earliest - moment_of(_FIRST) + (slot(_FIRST.isoformat()) or 0)
    last = slot(rows[names[-1]]["end"])
    if first not in ends or last is None or any(pair not in links for pair in pairwise(names)):
        return False
    steps = [(a, b, links[a, b]) for a, b in pairwise(names)]
    parts: list[Constraint] = [("", names[0], first), *steps, (names[-1], "", -last)]
    return not feasible(parts) and all(feasible(parts[:n] + parts[n + 1 :]) for n in range(len(parts)))


def _faults_of_options(
    plan: Plan, net: Network, chain: Chain, offered: tuple[Option, ...], known: set[str]
) -> Iterator[str]:
    if len(offered) < 2:
        yield f"only {len(offered)} options"
    pair = tuple(net.ids[n] for n in chain.last)
    for option in offered:
        after = applied(plan, net, chain, option).network()
        late = [tuple(after.ids[n] for n in left.last) for left in chains(after, sides(after))]
        if pair in late or any(item.partition("/")[2] for _, item in late):
            yield f"option {option.kind} for {pair} does not remove it"
        if not {item for _, item in late} <= known:
            yield f"option {option.kind} for {pair} makes {late} late, known were {sorted(known)}"


def applied(plan: Plan, net: Network, chain: Chain, option: Option) -> Plan:
    """The plan after the change that an option proposes."""
    name = net.ids[option.item]
    first, last = (net.ids[chain.items[n]] for n in (0, -1))
    if option.kind == Kind.CUT:
        a, b = (net.ids[n] for n in option.link or ())
        return Plan(plan.items, [row for row in plan.links if (row["from_item"], row["to_item"]) != (a, b)])
    if option.kind == Kind.FIRST_PART:
        part, following = f"{name}/1", net.ids[chain.items[1]]
        binding = {(net.ids[a], net.ids[b]) for a, b in net.links}
        waits = [row for row in plan.links if (row["from_item"], row["to_item"]) in binding and row["to_item"] == name]
        own = [row | {"to_item": part} for row in waits]
        links = [_led(row, (first, following), {"from_item": part}) for row in plan.links]
        return Plan([*plan.items, _dated(plan, name, option.window) | {"item_id": part}], links + own)
    if option.kind == Kind.REST:
        rest, pair = f"{name}/2", (net.ids[chain.items[-2]], last)
        links = [_led(row, pair, {"to_item": rest}) for row in plan.links]
        return Plan([*plan.items, _dated(plan, name, option.window) | {"item_id": rest}], links)
    changed = _dated(plan, name, option.window)
    return Plan([changed if row["item_id"] == name else row for row in plan.items], plan.links)


def _led(row: dict[str, str], pair: tuple[str, str], other: dict[str, str]) -> dict[str, str]:
    return row | other if (row["from_item"], row["to_item"]) == pair else row


def _dated(plan: Plan, name: str, window: Window) -> dict[str, str]:
    row = next(row for row in plan.items if row["item_id"] == name)
    days = (("start", window.start), ("end", window.end))
    return row | {side: "" if at is None else day_of(at).isoformat() for side, at in days}


def main() -> int:
    """Draws the plans and prints how many could be kept and what was wrong."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--plans", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=2017)
    chosen = arguments.parse_args()
    counts: Counter[str] = Counter()
    wrong = []
    for number in range(chosen.plans):
        plan = random_plan(chosen.seed, number)
        net = plan.network()
        found = chains(net, sides(net))
        counts["can be kept" if not found else "impossible" if any(c.impossible for c in found) else "promised"] += 1
        counts["chains"] += len(found)
        wrong += [(number, fault) for fault in faults(plan)]
    print(", ".join(f"{name}: {count}" for name, count in sorted(counts.items())))
    for number, fault in wrong[:20]:
        print(f"plan {number}: {fault}")
    print(f"{chosen.plans} plans, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
