"""What each group concluded: its proposals in figures and one by one, each with its place in the files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from tasks.model import locator
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator
from tasks.rendering.view.belonging import group_codes
from tasks.rendering.view.items import Row, Rows, groups_of_items, number_key, rows_of
from tasks.rendering.view.origins import file_numbers, group_title
from tasks.rendering.view.shape_annexes import Formulation, Handed, Origin
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline
from tasks.rendering.word.inline import Inline


@dataclass(frozen=True)
class _Known:
    """What the plan knows beside a group's own records. By item: words, budget; by file: its number."""

    items: Mapping[str, Item]
    budgets: Mapping[str, str]
    shared: Set[str]
    numbers: Mapping[str, str]


def formulation_views(rows: Rows, items: Mapping[str, Item], speak: Catalogue) -> tuple[Formulation, ...]:
    """The groups that handed something in, in the meeting's order."""
    shared = {item for item, codes in groups_of_items(rows).items() if len(codes) > 1}
    budgets = {row["item_id"]: row["budget"] for row in rows.items}
    known = _Known(items, budgets, shared, file_numbers(rows.plan))
    files = Counter(row["group"] for row in rows_of(rows.plan.sources))
    held: dict[str, list[Row]] = {}
    for row in rows.records:
        if row["item_id"] in items:
            held.setdefault(row["group"], []).append(row)
    codes = [code for code in group_codes(rows.plan) if code in held] + ([""] if "" in held else [])
    titles = (group_title(code, rows.plan) if code else speak.text("group.none") for code in codes)
    return tuple(
        _formulation(title, speak.number(files[code]), held[code], known, speak)
        for title, code in zip(titles, codes, strict=True)
    )


def _formulation(title: str, files: str, records: Sequence[Row], known: _Known, speak: Catalogue) -> Formulation:
    own = {row["item_id"] for row in records}
    sums: Counter[str] = Counter()
    for item in own:
        sums.update(wording.amounts(known.budgets[item]))
    return Formulation(
        title=title,
        files=files,
        records=speak.number(len(records)),
        items=speak.number(len(own)),
        shared=speak.number(len(own & known.shared)),
        undated=speak.number(sum(not (row["start"] or row["end"]) for row in records)),
        unowned=speak.number(sum(not row["owners"] for row in records)),
        budget=wording.enumeration(filter(None, wording.money(sums, speak).split("\n")), speak),
        origins=_origins(records, known.items, known.numbers, speak),
        handed=tuple(_handed(records, known.items, known.numbers, speak)),
    )


def _origins(
    records: Sequence[Row], items: Mapping[str, Item], numbers: Mapping[str, str], speak: Catalogue
) -> tuple[Origin, ...]:
    """The proposals by file, in the order of the files' numbers and of the places in each."""
    held: dict[str, list[Row]] = {}
    for row in records:
        held.setdefault(row["file"], []).append(row)
    ordered = sorted(held, key=lambda file: (int(numbers.get(file, "0")), file))
    return tuple(
        Origin(
            number=numbers.get(file, "–"),
            file=file.rsplit("/", 1)[-1],
            items=inline.joined((_placed(row, items, speak) for row in _by_place(held[file])), "; "),
        )
        for file in ordered
    )


def _by_place(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (locator.sort_key(row["locator"]), row["record_id"]))


def _placed(row: Row, items: Mapping[str, Item], speak: Catalogue) -> Inline:
    place = localise_locator(row["locator"], speak.language)
    return Inline(items[row["item_id"]].link + inline.plain(f" {place}"))


def _handed(
    records: Sequence[Row], items: Mapping[str, Item], numbers: Mapping[str, str], speak: Catalogue
) -> Iterator[Handed]:
    """The proposals in other words than the plan's, in the order of the items."""
    for row in sorted(_by_place(records), key=lambda row: number_key(items[row["item_id"]].number)):
        item = items[row["item_id"]]
        if row["action"].split() != item.action.split():
            place = localise_locator(row["locator"], speak.language)
            yield Handed(item, row["action"], f"[{numbers.get(row['file'], '–')}] {place}")
