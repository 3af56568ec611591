"""A plan whose documents change from version to version, by a seed, and what each change must be reported as."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from typing import Final

import pandas as pd

from tasks.linking.link import link
from tasks.memory.continuity import continued, heirs
from tasks.memory.database import Place
from tasks.memory.decisions.recognise import Earlier
from tasks.memory.decisions.resolve import resolve
from tasks.memory.decisions.review import review
from tasks.memory.links.suspect import suspected
from tasks.memory.memory import issue, recall, remember
from tasks.memory.versions.matching import same_records
from tasks.memory.versions.store import Run
from tasks.merging.merge import merge
from tasks.merging.reasons.doubts import fingerprints
from tasks.model.changes import Kind, Reason
from tasks.model.decisions import Answer, Remark, Ruling, Side
from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.model.tables import ACCOUNTING, SOURCES, frame
from tests.frames import GROUPS, records

_ACTS: Final = ("Menyusun pedoman", "Menyediakan perangkat", "Melatih guru", "Membangun portal", "Mengevaluasi layanan")
_OWNERS: Final = ("Pustekkom", "Puspendik", "Puskurbuk", "Balitbang", "Pusdatin")
_SOUNDS: Final = ("ba", "ki", "lu", "mo", "ne", "pa", "ri", "su", "to", "we", "ga", "di")
_FILES: Final = 12

Expected = tuple[Kind, str, Reason]
"""What must be reported: kind, the name of the work, the reason."""


@dataclass
class Work:
    """A row of a document. name: by which the test knows it, whatever becomes of its words."""

    name: str
    file: str
    action: str
    owners: str
    month: int
    budget: str
    output: str = ""
    waits: str = ""


@dataclass
class History:
    """The documents as they stand, the decisions, and what is expected of the next version."""

    seed: int
    works: list[Work] = field(default_factory=list)
    decided: list[tuple[str, str]] = field(default_factory=list)
    expected: Counter[Expected] = field(default_factory=Counter)
    edits: Counter[str] = field(default_factory=Counter)
    marks: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    made: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311
        for n in range(300):
            self.works.append(self._work(f"berkas {n % _FILES}.docx"))
        for work in self.random.sample(self.works[_FILES:], 40):
            work.waits = self.random.choice(self._before(work)).name

    def _before(self, work: Work) -> list[Work]:
        """What it may wait for: works of the same document that were there first, so that none waits in a ring."""
        return [w for w in self.works if w.file == work.file and int(w.name[1:]) < int(work.name[1:])]

    def _work(self, file: str) -> Work:
        self.made += 1
        topic = " ".join("".join(self.random.choices(_SOUNDS, k=4)) for _ in range(3))
        action = f"{self.random.choice(_ACTS)} {topic} untuk sekolah"
        return Work(f"w{self.made}", file, action, self.random.choice(_OWNERS), self.random.randint(3, 8), "1000000")

    def some(self, count: int) -> Iterator[Work]:
        """Works that nothing has happened to in this version and that no link or decision touches."""
        tied = {w.waits for w in self.works} | {name for pair in self.decided for name in pair} | self.touched
        free = [w for w in self.works if w.name not in tied and not w.waits]
        for work in self.random.sample(free, count):
            self.touched.add(work.name)
            yield work

    def edit(self, count: int, kind: Kind, label: str, change: Callable[[Work], None]) -> None:
        for work in self.some(count):
            change(work)
            self.expect(kind, work.name, Reason.FILE_CHANGED, label)

    def expect(self, kind: Kind, name: str, reason: Reason, label: str) -> None:
        self.expected[kind, name, reason] += 1
        self.edits[label] += 1

    def reword(self, work: Work) -> None:
        words = work.action.split()
        way = self.random.randrange(4)
        if way == 0:
            work.action += " secara bertahap"
        elif way == 1:
            work.action = " ".join([*words[:-2], "bagi satuan pendidikan"])
        elif way == 2:
            work.action = " ".join([words[0], words[1], "tentang", *words[2:]])
        else:
            work.action = " ".join([*words[:4], "".join(self.random.choices(_SOUNDS, k=4)), *words[5:]])

    def drop(self, count: int) -> None:
        for work in list(self.some(count)):
            self.works.remove(work)
            self.expect(Kind.DROPPED, work.name, Reason.FILE_CHANGED, "row removed")

    def add(self, count: int) -> None:
        for _ in range(count):
            self.works.append(self._work(self.random.choice(sorted({w.file for w in self.works}))))
            self.touched.add(self.works[-1].name)
            self.expect(Kind.NEW, self.works[-1].name, Reason.FILE_CHANGED, "row added")

    def add_file(self, name: str, count: int) -> None:
        for _ in range(count):
            self.works.append(self._work(name))
            self.touched.add(self.works[-1].name)
            self.expect(Kind.NEW, self.works[-1].name, Reason.FILE_ADDED, "file added")

    def remove_file(self, name: str) -> None:
        for work in [w for w in self.works if w.file == name]:
            self.works.remove(work)
            self.touched.add(work.name)
            self.expect(Kind.DROPPED, work.name, Reason.FILE_REMOVED, "file removed")

    def rename_file(self, old: str, new: str) -> None:
        for work in self.works:
            work.file = new if work.file == old else work.file
        self.marks[new] = self.marks.get(old, old)
        self.edits["file renamed"] += 1

    def reorder(self, file: str) -> None:
        mine = [w for w in self.works if w.file == file]
        self.works = [w for w in self.works if w.file != file]
        self.random.shuffle(mine)
        self.works += mine
        self.edits["rows reordered"] += len(mine)

    def unite(self, count: int) -> None:
        some = list(self.some(2 * count))
        for one, other in zip(some[::2], some[1::2], strict=True):
            self.decided.append((one.name, other.name))
            self.edits["decided: one work"] += 1

    def part(self) -> list[tuple[str, str]]:
        undone, self.decided = self.decided, []
        for _, other in undone:
            self.expect(Kind.SPLIT, other, Reason.DECISION, "decision undone")
        return undone

    def tie(self, count: int) -> None:
        for work in list(self.some(count)):
            near = self._before(work)
            if near:
                work.waits = self.random.choice(near).name
                self.expect(Kind.LINK_ADDED, work.name, Reason.FILE_CHANGED, "link added")

    def untie(self, count: int) -> None:
        tied = [w for w in self.works if w.waits and w.name not in self.touched]
        for work in self.random.sample(tied, count):
            work.waits = ""
            self.expect(Kind.LINK_REMOVED, work.name, Reason.FILE_CHANGED, "link removed")


@dataclass(frozen=True)
class Made:
    """A version that was made: its plan, its number, the item of each work, whether all decisions held."""

    plan: Plan
    number: int
    items: dict[str, str]
    held: bool


def build(history: History, place: Place, day: str) -> Made:
    """The next version, by the stages that decide about ids, and remembered."""
    memory = recall(place)
    table = _records(history)
    names = [w.name for w in history.works]
    rows = {name: row for row, name in enumerate(names)}
    prints = fingerprints(table)
    sides = {n: Side(history.works[rows[n]].action, prints=(prints[rows[n]],)) for p in history.decided for n in p}
    new = [Answer(sides[a], sides[b], Ruling.SAME, "sama", Remark("Ani")) for a, b in history.decided]
    kept = [a for a in memory.answers.pairs if history.decided]
    asked = {answer.a.prints[-1] for answer in kept}
    same = same_records(memory.records, table)
    earlier = Earlier(memory.known, heirs(memory.records, table, same))
    decided = resolve([*kept, *(a for a in new if not kept or a.a.prints[0] not in asked)], table, earlier)
    known = continued(memory.known, memory.records, table, same)
    merged = merge(table, GROUPS, known, decided.decisions, {})
    linked = link(merged.items, merged.records, GROUPS)
    links, _ = suspected(linked.links, merged.items, merged.records, memory.links, earlier)
    sources = [{"file": file, "sha256": _hash(history, file), "status": "read"} for file in sorted({*table["file"]})]
    plan = Plan(
        Meeting(name="Rapat"), date(2017, 2, 11), merged.records, merged.items, links, merged.conflicts,
        frame(ACCOUNTING, []), frame(SOURCES, sources), (), review(merged, decided, ()),
    )  # fmt: skip
    number = remember(place, plan, Run(day, day, "id"))
    issue(place, number, day)
    items = dict(zip(names, merged.records["item_id"].tolist(), strict=True))
    return Made(plan, number, items, all(items[a] == items[b] for a, b in history.decided))


def _records(history: History) -> pd.DataFrame:
    place: Counter[str] = Counter()
    number = {}
    for work in history.works:
        place[work.file] += 1
        number[work.name] = str(place[work.file])
    return records(*(_row(work, number) for work in history.works))


def _row(work: Work, number: dict[str, str]) -> dict[str, str]:
    return {
        "file": work.file,
        "locator": f"table 1, row {int(number[work.name]) + 1}",
        "number": number[work.name],
        "action": work.action,
        "output": work.output,
        "owners": work.owners,
        "start": f"{_month(work.month)}-01",
        "end": f"{_month(work.month)}-28",
        "budget": work.budget,
        "depends_text": f"setelah no. {number[work.waits]}" if work.waits in number else "",
    }


def _month(count: int) -> str:
    years, months = divmod(count - 1, 12)
    return f"{2017 + years}-{months + 1:02}"


def _hash(history: History, file: str) -> str:
    told = [repr(replace(work, file="")) for work in history.works if work.file == file]
    return sha256("\n".join(told).encode()).hexdigest()
