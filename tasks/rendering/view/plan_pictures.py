"""The pictures of the plan: who does how much, who waits for whom, what happens when."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten

from babel.numbers import format_compact_decimal

from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.pictures.overview import Cell, Line, overview
from tasks.rendering.pictures.parts import Part, span
from tasks.rendering.pictures.shape import Arrow, Box, Svg
from tasks.rendering.pictures.swimlanes import swimlanes
from tasks.rendering.pictures.timeline import timeline
from tasks.rendering.view.items import Row, Rows
from tasks.rendering.view.pictured import arrows_of, boxes_of
from tasks.rendering.view.shape_pictures import Picture
from tasks.rendering.word.drawing import Image, drawing

_MOST_PROGRAMMES = 20
_MOST_LINK_PICTURES = 6
_MOST_ROWS = 105
_NAMED = 3
_LONGEST = 60  # letters of a programme in a caption


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures with a sentence on what they leave out, empty if they leave out nothing."""

    pictures: tuple[Picture, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanPictures:
    """All pictures of the plan; every kind is empty if there is nothing to show."""

    overview: Pictures
    links: Pictures
    schedule: Pictures


NONE = PlanPictures(Pictures(), Pictures(), Pictures())


def plan_pictures(rows: Rows, speak: Catalogue) -> PlanPictures:
    """The pictures of a plan, numbers of theirs bounded whatever its size."""
    if not rows.items:
        return NONE
    boxes = boxes_of(rows.items, speak)
    known = {box.code for box in boxes}
    arrows = [arrow for arrow in arrows_of(rows.links) if {arrow.before, arrow.after} <= known]
    programme = {row["item_id"]: _programme(row, speak) for row in rows.items}
    return PlanPictures(
        overview=_overview(rows, speak),
        links=_links(boxes, arrows, programme, speak),
        schedule=_schedule(rows, boxes, arrows, programme, speak),
    )


def picture(shown: Svg, title: str, zoom: float = 2.0) -> Picture:
    """An SVG with its caption; zoom: dots a point of the PNG."""
    return Picture(title, drawing(Image(shown.text, shown.width, shown.height, shown.alt, zoom)))


def _programme(row: Row, speak: Catalogue) -> str:
    return row["programme"] or speak.text("programme.none")


def _overview(rows: Rows, speak: Catalogue) -> Pictures:
    held: dict[str, list[Row]] = {}
    for row in rows.items:
        held.setdefault(_programme(row, speak), []).append(row)
    levels = sorted({level for row in rows.items for level in parts(row["levels"])}, key=wording.level_rank)
    if not levels:
        return Pictures()
    currency = _currency(rows.items)
    chosen = sorted(held, key=lambda name: -len(held[name]))[:_MOST_PROGRAMMES]
    rest = [row for name in held if name not in chosen for row in held[name]]
    lines = [_line(name, held[name], levels, currency, speak) for name in held if name in chosen]
    if rest:
        name = speak.text("picture.programmes-more", count=speak.number(len(held) - len(chosen)))
        lines.append(_line(name, rest, levels, currency, speak))
    total = _line(speak.text("summary.total"), rows.items, levels, currency, speak)
    title = speak.text("picture.overview.title-budget" if currency else "picture.overview.title")
    return Pictures((picture(overview(lines, total, speak), title),), _overview_note(rows.items, currency, speak))


def _overview_note(items: Iterable[Row], currency: str, speak: Catalogue) -> str:
    """How shared actions and other currencies are counted, where there are any."""
    rows = list(items)
    shared = [row for row in rows if len(set(parts(row["levels"]))) > 1]
    others = {name for row in rows for name in wording.amounts(row["budget"])} - {currency}
    said = [
        (bool(shared), "picture.overview.shared"),
        (currency and any(row["budget"] for row in shared), "picture.overview.shared-budget"),
        (currency and others, "picture.overview.currencies"),
    ]
    return " ".join(speak.text(key, currency=currency) for holds, key in said if holds)


def _currency(items: Iterable[Row]) -> str:
    """The currency in which most budgets are stated, empty for none."""
    counts = Counter(name for row in items for name in wording.amounts(row["budget"]))
    return min(counts, key=lambda name: (-counts[name], name), default="")


def _line(name: str, rows: Sequence[Row], levels: Sequence[str], currency: str, speak: Catalogue) -> Line:
    cells = {}
    for level in levels:
        own = [row for row in rows if level in parts(row["levels"])]
        cells[level] = Cell(
            len(own), _money([row for row in own if {*parts(row["levels"])} == {level}], currency, speak)
        )
    return Line(name, cells, Cell(len(rows), _money(rows, currency, speak)))


def _money(rows: Iterable[Row], currency: str, speak: Catalogue) -> str:
    """The sum of the budgets in few letters: "Rp1,2 M"."""
    amount = sum(wording.amounts(row["budget"])[currency] for row in rows) if currency else 0
    if not amount:
        return ""
    short = format_compact_decimal(amount, locale=speak.language, fraction_digits=1)
    return f"Rp{short}" if currency == wording.RUPIAH else f"{currency} {short}"


def _links(boxes: Sequence[Box], arrows: Sequence[Arrow], programme: Mapping[str, str], speak: Catalogue) -> Pictures:
    drawn = swimlanes(boxes, arrows, speak)
    critical = {box.code for box in boxes if box.critical}
    drawn.sort(key=lambda one: critical.isdisjoint(one.codes))
    chosen = drawn[:_MOST_LINK_PICTURES]
    shown = sum(any({a.before, a.after} <= {*one.codes} for one in chosen) for a in arrows)
    note = (
        speak.text("picture.links.note", shown=speak.number(shown), all=speak.number(len(arrows)))
        if 0 < shown < len(arrows)
        else ""
    )
    titles = _titles("picture.links.title", chosen, programme, speak)
    return Pictures(tuple(map(picture, chosen, titles)), note)


def _titles(key: str, drawn: Sequence[Svg], programme: Mapping[str, str], speak: Catalogue) -> list[str]:
    """A caption each, with the commonest programmes, numbered if there are several."""
    out = []
    for n, one in enumerate(drawn, 1):
        counts = Counter(programme[code] for code in one.codes)
        names = [shorten(name, _LONGEST, placeholder="…") for name, _ in counts.most_common(_NAMED)]
        told = "; ".join([*names, *(["…"] if len(counts) > _NAMED else [])])
        part = (
            speak.text("picture.part", number=speak.number(n), all=speak.number(len(drawn))) if len(drawn) > 1 else ""
        )
        out.append(speak.text(key, part=part, programmes=told))
    return out


def _schedule(
    rows: Rows, boxes: Sequence[Box], arrows: Sequence[Arrow], programme: Mapping[str, str], speak: Catalogue
) -> Pictures:
    dated = [box for box in boxes if span(box)]
    awaited = {arrow.before for arrow in arrows}
    chosen = _foremost(dated, awaited, {arrow.after for arrow in arrows})
    held: dict[str, list[Box]] = {}
    for box in dated:
        if box.code in chosen:
            held.setdefault(programme[box.code], []).append(box)
    listed = [Part(name, tuple(sorted(found, key=_begins))) for name, found in held.items()]
    drawn = timeline(listed, speak, awaited=awaited, today=rows.plan.as_of)
    note = (
        speak.text("picture.schedule.note", shown=speak.number(len(chosen)), all=speak.number(len(dated)))
        if len(chosen) < len(dated)
        else ""
    )
    titles = _titles("picture.schedule.title", drawn, programme, speak)
    return Pictures(tuple(map(picture, drawn, titles)), note)


def _begins(box: Box) -> tuple[str, str]:
    first, last = span(box) or (None, None)
    return str(first), str(last)


def _foremost(dated: Sequence[Box], awaited: Collection[str], waiting: Collection[str]) -> set[str]:
    """The codes that are shown: all if there is room, else those on the critical path, then awaited, then waiting."""
    ranked = sorted(dated, key=lambda box: (not box.critical, box.code not in awaited, box.code not in waiting))
    return {box.code for box in ranked[:_MOST_ROWS]}
