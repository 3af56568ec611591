"""Edits of whole rows and documents: dropped, added, moved, divided, put together, renamed, revised, copied."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from tasks.model.changes import Kind, Reason
from tests.flows.history.places import File, Place
from tests.flows.history.wording import parted
from tests.flows.history.works import Expected, Meeting, Work

_HEAD = ("No", "Kegiatan", "Penanggung Jawab", "Waktu")


def drop(meeting: Meeting, count: int) -> None:
    for work, file, place in _some(meeting, count):
        file.drop(place)
        meeting.touch(work, "row dropped")
        meeting.leave(work)
        meeting.expect(Kind.DROPPED, work)


def add(meeting: Meeting, actions: Sequence[str]) -> None:
    """New rows like others, with these actions."""
    for (work, file, place), action in zip(_some(meeting, len(actions), _doubles), actions, strict=True):
        new = file.doubled(place)
        new.swap(work.action, action)
        meeting.expect(Kind.NEW, meeting.put(work, action, new, "row added"))


def divide(meeting: Meeting, count: int) -> None:
    """One row becomes two, each of them a part of it."""
    for work, file, place in _some(meeting, count, _doubles):
        one, other = parted(work.action, meeting.random)
        new = file.doubled(place)
        place.swap(work.action, one)
        new.swap(work.action, other)
        work.action = one
        meeting.touch(work, "row divided")
        part = meeting.put(work, other, new, "row divided")
        meeting.expect(Kind.WORDING, work, "action")
        meeting.expected.append(Expected(Kind.SPLIT, part, other=work))


def unite(meeting: Meeting, count: int) -> None:
    """Two rows of one table, of one verb, owner and region, become one."""
    rows = list(meeting.rows())
    for work, file, place in rows:
        left = [(w, p) for w, f, p in rows if f is file and meeting.untouched(w)] if meeting.untouched(work) else []
        near = [(w, p) for w, p in left if _like(work, w) and file.together(place, p)]
        other, gone = next(iter(near), (work, place))
        if count and other is not work:
            action = f"{work.action} dan {other.action.partition(' ')[2]}"
            place.swap(work.action, action)
            work.action = action
            file.drop(gone)
            meeting.leave(other)
            for one in (work, other):
                meeting.touch(one, "rows united")
            meeting.expected.append(Expected(Kind.WORDING, work, "action", other=other))
            meeting.expected.append(Expected(Kind.MERGED, other, other=work))
            count -= 1


def _like(work: Work, other: Work) -> bool:
    same = all(work.cells[name] == other.cells[name] for name in ("owners", "regions"))
    texts = (work.action, other.action)
    return (
        work is not other and same and len({t.split()[0] for t in texts}) == 1 and not any(" dan " in t for t in texts)
    )


def reorder(meeting: Meeting, count: int) -> None:
    """Rows of one table take each other's place."""
    by_file: dict[str, list[tuple[Work, File, Place]]] = defaultdict(list)
    for row in meeting.rows():
        by_file[row[0].file].append(row)
    pairs = [pair for own in by_file.values() for pair in zip(own[::2], own[1::2], strict=False)]
    for (one, file, here), (other, _, there) in [p for p in pairs if p[0][1].together(p[0][2], p[1][2])][:count]:
        file.exchange(here, there)
        for work in (one, other):
            meeting.touch(work, "row moved")


def rename(meeting: Meeting, old: str, new: str, label: str) -> None:
    """Another name or folder for a document, and likewise for the earlier version that lies beside it."""
    meeting.save()
    was, now = meeting.documents / old, meeting.documents / new
    now.parent.mkdir(parents=True, exist_ok=True)
    for path in sorted(was.parent.glob(f"*{was.suffix}")):
        if path.stem.partition("_")[0] in was.stem:
            path.rename(now.with_name(now.name.replace(was.stem, path.stem)))
    meeting.follow(old, new)
    meeting.renamed.add(new)
    meeting.edits[label] += 1


def revise(meeting: Meeting, old: str) -> None:
    """A later version beside a document: what is edited from now on is edited in it."""
    new = str(PurePosixPath(old).with_stem(f"{PurePosixPath(old).stem}_rev2"))
    (meeting.documents / new).write_bytes((meeting.documents / old).read_bytes())
    meeting.follow(old, new)
    meeting.edits["successor"] += 1


def remove(meeting: Meeting, name: str) -> None:
    """A document is there no more."""
    (meeting.documents / name).unlink()
    gone = [work for work in meeting.works if work.file == name]
    meeting.works = [work for work in meeting.works if work.file != name]
    left = {work.item for work in meeting.works}
    meeting.loose |= {work.item for work in gone} & left
    for item in {work.item: work for work in gone if work.item not in left}.values():
        meeting.expected.append(Expected(Kind.DROPPED, item, reason=Reason.FILE_REMOVED))
    meeting.others.add(name)
    meeting.edits["file removed"] += 1


def supplement(meeting: Meeting, name: str, copies: int, actions: Sequence[str]) -> None:
    """A new document that says again what others say, and some works of its own."""
    taken = [w for w, _ in meeting.alone() if w.cells["period_text"] and w.cells["owners_text"]][:copies]
    like = [replace(taken[0], action=action) for action in actions]
    with (meeting.documents / name).open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(_HEAD)
        for number, work in enumerate([*taken, *like], 1):
            table.writerow((number, work.action, work.cells["owners_text"], work.cells["period_text"]))
    meeting.others.add(name)
    for work in taken:
        meeting.works.append(Work(work.cells, work.action, name, work.item))
        meeting.edits["said again"] += 1
    for work in like:
        meeting.works.append(Work(work.cells, work.action, name))
        meeting.expected.append(Expected(Kind.NEW, meeting.works[-1], reason=Reason.FILE_ADDED))
        meeting.edits["new file"] += 1


Rows = Iterator[tuple[Work, File, Place]]


def _doubles(work: Work) -> bool:
    return Path(work.file).suffix in (".docx", ".csv")


def _some(meeting: Meeting, count: int, fits: Callable[[Work], bool] = lambda _: True) -> Rows:
    found = [row for row in meeting.rows() if fits(row[0])]
    assert len(found) >= count, f"{count - len(found)} more rows wanted"
    yield from found[:count]
