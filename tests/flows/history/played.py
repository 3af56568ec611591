"""The sample meeting's history: its versions made by the command itself, each judged."""

import csv
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from flows.cli import main
from tasks.memory.database import Place
from tasks.memory.past import difference
from tests.flows.history.decided import Decisions
from tests.flows.history.judge import Tables, Verdict, judged
from tests.flows.history.works import Meeting, Work

SAMPLE = Path(__file__).parents[3] / "inputs" / "rakor-tik-2017"
_TABLES = ("records", "items", "links", "problems")


@dataclass
class History:
    """A copy of the sample and its plan, made once."""

    root: Path
    seed: int
    verdicts: list[Verdict] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.inputs, self.out = self.root / "rapat", self.root / "hasil"
        shutil.copytree(SAMPLE, self.inputs)
        self.meeting = Meeting(self.inputs / "documents", self.seed)
        self.decisions = Decisions(self.meeting, self.out / "keputusan.xlsx")
        self.tables = self.build()
        self.meeting.works = [Work(row, row["action"], row["file"]) for row in self.tables["records"]]
        assert not self.meeting.settle(self.tables["records"])
        self.ever = {row["item_id"] for row in self.tables["items"]}

    def build(self) -> Tables:
        assert main(["build", str(self.inputs), "--out", str(self.out), "--direct"]) == 0
        return {name: self._table(name) for name in _TABLES}

    def version(self, edit: Callable[["History"], None]) -> Verdict:
        """The next version: the documents edited and saved, the plan made anew, and judged."""
        self.meeting.begin()
        edit(self)
        self.meeting.save()
        before, self.tables = self.tables, self.build()
        lost = self.meeting.settle(self.tables["records"])
        found = difference(Place(self.out / ".renja" / "memory.db"))
        assert found is not None
        verdict = judged(self.meeting, found.changes, before, self.tables, self.ever)
        verdict.wrong += [f"not found: {work.file}: {work.action}" for work in lost]
        verdict.wrong += self.decisions.wrong(self.tables, found.changes)
        self.ever |= {row["item_id"] for row in self.tables["items"]}
        self.verdicts.append(verdict)
        return verdict

    def _table(self, name: str) -> list[dict[str, str]]:
        with (self.out / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
