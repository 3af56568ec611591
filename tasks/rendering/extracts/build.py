"""An extract in words: what an office does, for whom it waits, who waits for it, what it has to answer."""

from collections import Counter
from collections.abc import Sequence

from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.extracts.matters import matter_views
from tasks.rendering.extracts.offices import Body
from tasks.rendering.extracts.pictured import ego_picture
from tasks.rendering.extracts.shape import Duty, ExtractView, Institution, Matter, Member, Need, Taker, Totals
from tasks.rendering.extracts.waits import Waits
from tasks.rendering.view.build import meeting_view
from tasks.rendering.view.schedule import CRITICAL


def extract_view(body: Body, index: Index, speak: Catalogue, *, drawn: bool = False) -> ExtractView:
    """Everything that the template of an extract may write; `drawn`: with a picture of its links."""
    own = _in_order([code for name in body.names for code in index.leads.get(name, ())], index)
    helped = _in_order([code for name in body.names for code in index.supports.get(name, ())], index)
    supported = [code for code in helped if code not in set(own)]
    waits = Waits(body.names, own, index, speak)
    needs, takers = waits.needs(), waits.takers()
    matters = matter_views(body.names, own, index, speak)
    return ExtractView(
        meeting=meeting_view(index.plan.meeting, speak),
        institution=Institution(body.name, _level(body, speak)),
        as_of=speak.day(index.plan.as_of),
        totals=_totals(own, supported, needs, takers, matters, index, speak),
        members=tuple(_member(one, index, speak) for one in body.members),
        duties=tuple(_duty(code, body, index) for code in own),
        needs=needs,
        takers=takers,
        turns=waits.turns(),
        supported=tuple(index.around.items[code] for code in supported),
        matters=matters,
        pictures=(ego_picture(body, own, index, speak),) if drawn else (),
    )


def _in_order(codes: Sequence[str], index: Index) -> list[str]:
    """Codes of items in the plan's order, each once."""
    return sorted(set(codes), key=lambda code: index.place[code])


def _level(body: Body, speak: Catalogue) -> str:
    return wording.level(body.level, speak) if body.known else ""


def _member(one: Body, index: Index, speak: Catalogue) -> Member:
    leads, supports = (len(held.get(one.name, ())) for held in (index.leads, index.supports))
    return Member(one.name, _level(one, speak), speak.number(leads), speak.number(supports))


def _duty(code: str, body: Body, index: Index) -> Duty:
    owners = index.owners[code]
    leads = [name for name in owners if name in body.names]
    return Duty(
        item=index.around.items[code],
        leads="\n".join(leads) if body.members else "",
        partners="\n".join(name for name in owners if name not in leads),
        critical=index.rows[code]["on_critical_path"].lower() in CRITICAL,
    )


def _totals(
    own: Sequence[str],
    supported: Sequence[str],
    needs: Sequence[Need],
    takers: Sequence[Taker],
    matters: Sequence[Matter],
    index: Index,
    speak: Catalogue,
) -> Totals:
    rows = [index.rows[code] for code in own]
    sums: Counter[str] = Counter()
    for row in rows:
        sums.update(wording.amounts(row["budget"]))
    return Totals(
        leads=speak.number(len(own)),
        supports=speak.number(len(supported)),
        needs=speak.number(len(needs)),
        takers=speak.number(len(takers)),
        undated=speak.number(sum(not (row["start"] or row["end"]) for row in rows)),
        matters=speak.number(len(matters)),
        budget="; ".join(wording.money(sums, speak).splitlines()),
    )
