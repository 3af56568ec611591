"""Edits of what stands in a cell: dates, owners, sums, texts."""

from collections.abc import Callable, Sequence

from tasks.model.changes import Kind
from tests.flows.history.places import Place
from tests.flows.history.wording import dearer, moved, reworded
from tests.flows.history.works import Meeting, Work

_REGIONS = ("Bali", "Gorontalo", "Maluku", "Papua")


def change(meeting: Meeting, count: int, column: str, say: Callable[[str], str], kind: Kind, field: str) -> None:
    """Change what stands in a column of RECORDS, where it stands once in the place of a work and is its alone."""
    for work, place in meeting.alone():
        old = work.cells[column]
        new = say(old) if old else ""
        if count and new not in ("", old) and place.count(old) == 1 and not _shared(meeting, work, place, column):
            place.swap(old, new)
            meeting.touch(work, f"{field} changed")
            meeting.expect(kind, work, field)
            count -= 1
    assert not count, f"{field}: {count} more wanted"


def budgets(meeting: Meeting, count: int) -> None:
    change(meeting, count, "budget_text", dearer, Kind.BUDGET, "budget")


def owners(meeting: Meeting, count: int, names: Sequence[str]) -> None:
    """Give works to other owners, of those that have no region."""

    def other(name: str) -> str:
        return meeting.random.choice([owner for owner in names if owner != name]) if name in names else ""

    change(meeting, count, "owners_text", other, Kind.OWNER, "owners")


def texts(meeting: Meeting, count: int, column: str, more: str) -> None:
    """Add words to an obstacle, an output, what has been reached."""
    change(meeting, count, column, lambda text: text + more, Kind.FIELD, column)


def periods(meeting: Meeting, count: int) -> None:
    """Move periods by months; begin and end may stand in cells of their own."""
    for work, place in meeting.alone():
        months = meeting.random.choice((-2, -1, 1, 2, 3))
        said = work.cells["period_text"]
        spots = [said] if place.count(said) == 1 else said.split(" – ")
        fits = all(place.count(text) == 1 and moved(text, months) for text in spots) and moved(said, months)
        if count and fits and not _shared(meeting, work, place, "period_text"):
            for text in sorted(spots, key=lambda text: text[3:5], reverse=months > 0):
                place.swap(text, moved(text, months))
            meeting.touch(work, "period moved")
            meeting.expect(Kind.MOVED, work, "end", months)
            count -= 1
    assert not count, f"periods: {count} more wanted"


def regions(meeting: Meeting, count: int) -> None:
    """Name a second region behind the first in the action."""
    for work, place in meeting.alone():
        name = work.cells["regions"].removeprefix("Kabupaten ").removeprefix("Kota ")
        if count and name and work.action.endswith(f" {name}") and "owner" not in work.cells["inferred"]:
            action = f"{work.action} dan {meeting.random.choice([r for r in _REGIONS if r != name])}"
            _say(meeting, work, place, action, "region added")
            meeting.expect(Kind.FIELD, work, "regions")
            count -= 1
    assert not count, f"regions: {count} more wanted"


def wordings(meeting: Meeting, count: int, decided: int) -> None:
    """Say works in other words, so many of them works that people have decided on."""
    tied = [(w, p) for w in meeting.tied if meeting.untouched(w) and (p := meeting.place(w)) is not None]
    chosen = [*meeting.random.sample(tied, min(decided, len(tied))), *meeting.alone()][:count]
    assert len(chosen) == count, f"wordings: {count - len(chosen)} more wanted"
    for work, place in chosen:
        _say(meeting, work, place, reworded(work.action, meeting.random), "reworded")


def _say(meeting: Meeting, work: Work, place: Place, action: str, label: str) -> None:
    place.swap(work.action, action)
    work.action = action
    meeting.touch(work, label)
    if sum(other.item == work.item for other in meeting.works) == 1:
        meeting.expect(Kind.WORDING, work, "action")
    else:
        meeting.loose.add(work.item)


def _shared(meeting: Meeting, work: Work, place: Place, column: str) -> bool:
    """Whether the cell of a work may be that of others too."""
    others = [
        w for w in meeting.works if w is not work and (w.file, w.cells[column]) == (work.file, work.cells[column])
    ]
    return any(place.spanned or other.row == work.row for other in others)
