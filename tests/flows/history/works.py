"""A meeting's own documents as they stand in a version, the works in them, and what the next must be reported as."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tasks.merging.words import plain
from tasks.model.changes import Kind, Reason
from tests.flows.history.kinds import opened
from tests.flows.history.places import File, Place

Cells = Mapping[str, str]


@dataclass(eq=False)
class Work:
    """A record as the test knows it, whatever becomes of its words and its place.

    cells: as last read; item, before: the item that it belongs to, and belonged to in the version before; first: that
    of the first version.
    """

    cells: Cells
    action: str
    file: str
    item: str = ""
    before: str = ""
    first: str = ""

    @property
    def row(self) -> tuple[str, str]:
        """The file and the row, paragraph or line in which it stands."""
        return self.file, self.cells["locator"].partition(", item")[0].partition(", column")[0]


@dataclass(frozen=True)
class Expected:
    """A change that must be reported of a work's item. other: the work that it was split from or merged into."""

    kind: Kind
    work: Work
    field: str = ""
    months: int | None = None
    other: Work | None = None
    reason: Reason = Reason.FILE_CHANGED


@dataclass
class Meeting:
    """The documents.

    tied: works that people have decided on, which are reworded at most; united: the ids between which decisions on one
    work may exchange works; loose: items of which several records speak, so that what an edit of one does to them is
    seen from the tables alone; renamed, others: documents that have another name, that have come or gone.
    """

    documents: Path
    seed: int
    works: list[Work] = field(default_factory=list)
    tied: list[Work] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    edits: Counter[str] = field(default_factory=Counter)
    renamed: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    loose: set[str] = field(default_factory=set)
    united: list[set[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311
        self._touched: set[Work] = set()
        self._edited: set[str] = set()
        self._files: dict[str, File | None] = {}
        self._places: dict[Work, Place] = {}

    def settle(self, records: Sequence[Cells]) -> list[Work]:
        """Find the works in the records of the version that was made, and begin with the next; those not found."""
        found: dict[tuple[str, str], list[Cells]] = defaultdict(list)
        for row in records:
            found[row["file"], " ".join(plain(row["action"]))].append(row)
        lost = []
        for work in self.works:
            work.before = work.item
            if rows := found[work.file, " ".join(plain(work.action))]:
                work.cells = rows.pop(0)
                work.action, work.item = work.cells["action"], work.cells["item_id"]
                work.first = work.first or work.item
            else:
                lost.append(work)
        return lost

    def begin(self) -> None:
        """The next version."""
        for done in (self.expected, self.renamed, self.others, self.loose):
            done.clear()
        for left in (self._touched, self._edited, self._files, self._places):
            left.clear()

    @property
    def edited(self) -> frozenset[str]:
        """The documents that are no longer what they were, by name."""
        return frozenset(self._edited)

    def expect(self, kind: Kind, work: Work, field: str = "", months: int | None = None) -> None:
        self.expected.append(Expected(kind, work, field, months))

    def touch(self, work: Work, label: str) -> None:
        """Something has been done to a work and its document."""
        self._touched.add(work)
        self._edited.add(work.file)
        self.edits[label] += 1

    def leave(self, work: Work) -> None:
        """A work is in no document any more."""
        work.before = work.item
        self.works.remove(work)

    def untouched(self, work: Work) -> bool:
        return work not in self._touched

    def file(self, name: str) -> File | None:
        if name not in self._files:
            self._files[name] = opened(self.documents / name)
        return self._files[name]

    def place(self, work: Work) -> Place | None:
        """Where a work's action stands, if it can be edited there."""
        if work not in self._places and (file := self.file(work.file)):
            place = file.place(work.cells["locator"])
            if place is not None and place.count(work.action) == 1:
                self._places[work] = place
        return self._places.get(work)

    def put(self, like: Work, action: str, place: Place, label: str) -> Work:
        """A work that is new, at this place in the document of another."""
        work = Work(like.cells, action, like.file)
        self.works.append(work)
        self._places[work] = place
        self.touch(work, label)
        return work

    def alone(self) -> Iterator[tuple[Work, Place]]:
        """Works that are items of their own and can be edited, undecided, to which nothing has happened yet."""
        sharing = Counter(work.item for work in self.works)
        works = [work for work in self.works if sharing[work.item] == 1 and work not in self.tied]
        self.random.shuffle(works)
        for work in works:
            place = self.place(work) if self.untouched(work) else None
            if place is not None:
                yield work, place

    def rows(self) -> Iterator[tuple[Work, File, Place]]:
        """Works among these whose row is theirs alone and can be dropped, doubled and moved."""
        held = Counter(work.row for work in self.works)
        for work, place in self.alone():
            file = self.file(work.file)
            if file is not None and held[work.row] == 1 and file.movable(place):
                yield work, file, place

    def save(self) -> None:
        """Write the documents that were edited."""
        for name in sorted(self._edited):
            if file := self._files.get(name):
                file.save(self.documents / name)

    def follow(self, old: str, new: str) -> None:
        """A document has another name."""
        if old in self._files:
            self._files[new] = self._files.pop(old)
        if old in self._edited:
            self._edited = self._edited - {old} | {new}
        for work in self.works:
            work.file = new if work.file == old else work.file
