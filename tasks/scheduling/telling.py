"""Chains as problems: what the sentence for people is made of, cause before effect."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.model.problem import Code, Problem, problem
from tasks.scheduling.chains import Chain
from tasks.scheduling.moments import day_of
from tasks.scheduling.network import Network
from tasks.scheduling.options import Kind, Option
from tasks.scheduling.windows import Window

OPTIONS = 4
"""As many options as a chain can have."""
SHOWN = 6
"""As many followers of a chain, and items at each end of it, as are told by name."""


@dataclass(frozen=True, slots=True)
class Words:
    """What items are called in a problem: their codes and their actions, by place."""

    ids: Sequence[str]
    actions: Sequence[str]


def told(net: Network, chain: Chain, offered: Sequence[Option], late: Sequence[int], say: Words) -> Problem:
    """The problem of a chain. Its details are words, days, intervals of days (ISO 8601) and keys of the catalogue."""
    first, item = chain.items[0], chain.items[-1]
    keys = [f"@scheduling.option.{option.kind}" for option in offered[:OPTIONS]]
    details = {
        "item": say.ids[item],
        "action": say.actions[item],
        "period": interval(net.windows[item]),
        "end": day_of(chain.end).isoformat(),
        "prerequisite": say.ids[first],
        "cause": say.actions[first],
        "cause_period": interval(net.windows[first]),
        "ready": f"@scheduling.ready.{_ready(net.windows[first], chain)}",
        "earliest": day_of(chain.earliest).isoformat(),
        "way": " → ".join(_shown([say.ids[n] for n in chain.items])),
        "through": "@scheduling.through" if len(chain.items) > 2 else "",
        "months": str(chain.months or chain.days),
        "short": f"@scheduling.short.{'months' if chain.months else 'days'}",
        "kind": f"@scheduling.kind.{'impossible' if chain.impossible else 'promised'}",
        "followers": ", ".join(say.ids[n] for n in late[:SHOWN]),
        "more": str(len(late) - SHOWN) if len(late) > SHOWN else "",
        "following": f"@scheduling.followers.{'more' if len(late) > SHOWN else 'all'}" if late else "",
    }
    numbered = {f"option_{n}": key for n, key in enumerate([*keys, *[""] * (OPTIONS - len(keys))], 1)}
    return problem(Code.SCHEDULE_INFEASIBLE, **details, **numbered, **_changes(offered, say))


def _shown(way: list[str]) -> list[str]:
    """Both ends of a long way."""
    return way if len(way) <= 2 * SHOWN else [*way[:SHOWN], "…", *way[-SHOWN:]]


def _ready(window: Window, chain: Chain) -> str:
    if window.recurring:
        return "first"
    return "promised" if chain.earliest == window.end else "starts"


def interval(window: Window) -> str:
    """The days of a window as an interval, ".." on a side that is open."""
    sides = (".." if at is None else day_of(at).isoformat() for at in (window.start, window.end))
    return "/".join(sides)


def _changes(offered: Sequence[Option], say: Words) -> dict[str, str]:
    """What the options change, by the name under which their sentences look for it."""
    found: dict[str, str] = {}
    for option in offered:
        end = "" if option.window.end is None else day_of(option.window.end).isoformat()
        if option.link is not None:
            a, b = (say.ids[n] for n in option.link)
            found |= {"cut_from": a, "cut_to": b, "evidence": option.evidence}
        elif option.kind == Kind.EARLIER:
            found["moved"] = interval(option.window)
        else:
            found["new_end" if option.kind in (Kind.END, Kind.REST) else "by"] = end
    return found
