"""The actions of one group as they were read, place by place, the words of the files beside what was understood."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tasks.model import locator
from tasks.model.values import parts
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator
from tasks.rendering.view.group_shape import Entry
from tasks.rendering.view.inferred import inferred_words
from tasks.rendering.view.items import Row
from tasks.rendering.view.shape_item import Item
from tasks.rendering.word import inline

Read = tuple[Row, Entry]
"""A row of RECORDS and its words."""


def file_names(files: Iterable[str]) -> dict[str, str]:
    """What each file is called in a sheet: its name without folders, the whole path where two bear the same."""
    held = list(dict.fromkeys(files))
    times = Counter(_base(file) for file in held)
    return {file: _base(file) if times[_base(file)] == 1 else file for file in held}


def _base(file: str) -> str:
    return file.rsplit("/", 1)[-1]


def read_entries(
    records: Iterable[Row],
    items: Mapping[str, Item],
    shared: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
    speak: Catalogue,
) -> list[Read]:
    """The records of a group in the order of its files and of the places in them. `shared`: groups by item."""
    rows = sorted(records, key=lambda r: (r["file"], locator.sort_key(r["locator"]), r["record_id"]))
    marks = _bookmarks(rows)
    out = []
    for number, (row, mark) in enumerate(zip(rows, marks, strict=True), 1):
        others = ", ".join(code for code in shared.get(row["item_id"], ()) if code != row["group"])
        out.append((row, _entry(row, number, mark, items.get(row["item_id"]), names[row["file"]], others, speak)))
    return out


def _bookmarks(rows: Sequence[Row]) -> Iterator[str]:
    """A bookmark a record, made from its id, so that a returned sheet can be told row by row."""
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        name = inline.bookmark_name(row["record_id"])
        yield name if name not in seen else f"{name[:30]}_{number}"
        seen.add(name)


def _entry(
    row: Row, number: int, mark: str, item: Item | None, file: str, others: str, speak: Catalogue
) -> Entry:  # fmt: skip
    shown = speak.number(number)
    owners = wording.lines(row["owners"]) or speak.text("value.missing")
    time = _time(row, speak)
    budget = wording.budget(row["budget"], speak)
    return Entry(
        number=shown,
        anchor=inline.anchor(shown, mark, number),
        link=inline.link(shown, mark),
        item=item.number if item else "",
        code=item.code if item else "",
        file=file,
        place=localise_locator(row["locator"], speak.language),
        action=row["action"],
        output=row["output"],
        progress=row["progress"],
        obstacle=row["obstacle"],
        solution=row["solution"],
        owners=owners,
        owners_written=_written(row["owners_text"], row["owners"]),
        supporters=wording.lines(row["supporters"]),
        regions=", ".join(parts(row["regions"])),
        time=time,
        time_written=_written(row["period_text"], time),
        budget=budget,
        budget_written=_written(row["budget_text"], budget),
        funds=", ".join(parts(row["fund_sources"])),
        depends="" if row["depends_text"] in row["remarks"] else row["depends_text"],
        priority=row["priority"],
        remarks=row["remarks"],
        inferred=inferred_words(row["inferred"], speak),
        shared_with=others,
    )


def _time(row: Row, speak: Catalogue) -> str:
    """The days understood; where words gave none, that there are none."""
    if row["start"] or row["end"] or not row["period_text"]:
        return wording.period(row["start"], row["end"], row["period_sense"], "", speak)
    return speak.text("period.no-days")


def _written(text: str, understood: str) -> str:
    """The words of a file, empty if they are those understood, spaces and capitals apart."""
    return "" if _bare(text) == _bare(understood) else text.strip()


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
