"""The plan in figures. A part that several levels or funds share is a line of its own: nothing is counted twice."""

from collections import Counter
from collections.abc import Callable, Iterable

from tasks.linking.related import RELATED
from tasks.model.plan import Plan
from tasks.model.problem import Code, code_list
from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.view.items import Row, Rows, group_name
from tasks.rendering.view.schedule import CRITICAL
from tasks.rendering.view.settling import open_conflicts
from tasks.rendering.view.shape_figures import Share, Summary, Tally

_NONE = "–"


def summary_view(data: Rows, speak: Catalogue) -> Summary:
    """All figures of the summary."""
    plan, rows = data.plan, data.items
    counts = {name: speak.number(count) for name, count in _counts(plan, rows).items()}
    total = _share(speak.text("summary.total"), rows, speak)
    sums = "" if total.budget == _NONE else total.budget
    return Summary(
        **counts,
        budget=wording.enumeration(filter(None, sums.split("\n")), speak),
        with_budget=total.with_budget,
        levels=_shares(rows, lambda row: level_name(row, speak), speak, level_order(speak)),
        working_groups=_shares(rows, lambda row: group_name(row, data, speak), speak),
        programmes=_shares(rows, lambda row: row["programme"] or speak.text("programme.none"), speak),
        funds=_shares([r for r in rows if r["budget"] or r["fund_sources"]], lambda row: fund_name(row, speak), speak),
        problems=_problems(plan, speak),
        total=total,
    )


def _counts(plan: Plan, rows: list[dict[str, str]]) -> dict[str, int]:
    status = Counter(plan.sources["status"])
    links = Counter(plan.links["status"][plan.links["relation"] != RELATED])
    severity = Counter(p.severity for p in plan.problems)
    codes = Counter(p.code for p in plan.problems)
    return {
        "files": len(plan.sources),
        "files_read": status["read"],
        "files_superseded": status["superseded"],
        "files_unread": len(plan.sources) - status["read"] - status["superseded"],
        "groups": len({g for g in plan.sources["group"] if g}),
        "records": len(plan.records),
        "items": len(rows),
        "merged": max(len(plan.records) - len(rows), 0),
        "institutions": len(_owners(rows)),
        "links": links["accepted"],
        "links_proposed": links["proposed"],
        "conflicts": len(open_conflicts(plan.conflicts)),
        "to_settle": severity["error"] + severity["warning"],
        "errors": severity["error"],
        "warnings": severity["warning"],
        "undated": sum(not (row["start"] or row["end"]) for row in rows),
        "unowned": sum(not row["owners"] for row in rows),
        "critical": sum(row["on_critical_path"].lower() in CRITICAL for row in rows),
        "infeasible": codes[Code.SCHEDULE_INFEASIBLE],
        "conditional": codes[Code.SCHEDULE_INFEASIBLE_IF],
        "missing": codes[Code.PREREQUISITE_MISSING],
        "cycles": codes[Code.DEPENDENCY_CYCLE] + codes[Code.DECISION_CLOSES_RING],
        "doubts": len(plan.review.doubts),
        "regions": len({region for row in rows for region in parts(row["regions"])}),
    }


def _owners(rows: Iterable[Row]) -> set[str]:
    return {owner for row in rows for owner in parts(row["owners"])}


def _share(name: str, rows: list[dict[str, str]], speak: Catalogue) -> Share:
    sums: Counter[str] = Counter()
    for row in rows:
        sums.update(wording.amounts(row["budget"]))
    stated = sum(bool(row["budget"]) for row in rows)
    return Share(
        name=name,
        items=speak.number(len(rows)),
        institutions=speak.number(len(_owners(rows))),
        with_budget=speak.number(stated),
        budget=wording.money(sums, speak) or _NONE,
    )


def _shares(
    rows: list[dict[str, str]],
    name: Callable[[Row], str],
    speak: Catalogue,
    rank: Callable[[str], tuple[bool, bool, int, str]] | None = None,
) -> tuple[Share, ...]:
    """The rows by the name of their part, in order of appearance unless ranked."""
    held: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        held.setdefault(name(row), []).append(row)
    names = sorted(held, key=rank) if rank else list(held)
    return tuple(_share(one, held[one], speak) for one in names)


def level_name(row: Row, speak: Catalogue) -> str:
    """The levels that share an item, as the part to which it is counted."""
    codes = sorted(set(parts(row["levels"])), key=wording.level_rank)
    return " + ".join(wording.level(code, speak) for code in codes) or speak.text("level.none")


def level_order(speak: Catalogue) -> Callable[[str], tuple[bool, bool, int, str]]:
    """The order of such parts: single levels from the centre down, then those of several."""
    order = [
        wording.level(code, speak) for code in ("central", "central-unit", "province", "district", "school", "other")
    ]
    return lambda name: (" + " in name, name not in order, order.index(name) if name in order else 0, name)


def fund_name(row: Row, speak: Catalogue) -> str:
    """The funds that share an item, as the part to which it is counted."""
    return " + ".join(parts(row["fund_sources"])) or speak.text("fund.none")


def _problems(plan: Plan, speak: Catalogue) -> tuple[Tally, ...]:
    counts = Counter(str(p.code) for p in plan.problems if p.severity != "info")
    codes = [row["code"] for row in code_list() if row["code"] in counts]
    codes.sort(key=lambda code: next(row["severity"] for row in code_list() if row["code"] == code) != "error")
    return tuple(Tally(speak.text(f"kind.{code}"), speak.number(counts[code])) for code in codes)
