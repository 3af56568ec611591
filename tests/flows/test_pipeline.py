"""The pipeline over stages that only say what they were given."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from flows.pipeline import Stages, default_day, run
from flows.watch import Watch
from flows.work import Work, Write
from tasks.extraction.extract import Extraction
from tasks.linking.link import Linked
from tasks.merging.merge import Merged
from tasks.model.blocks import Document
from tasks.model.errors import InputError
from tasks.model.meeting import Group, Inputs, Meeting, Source
from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tasks.model.shelf import Shelf
from tasks.model.tables import ACCOUNTING, CONFLICTS, ITEMS, LINKS, RAW, RECORDS, SOURCES, frame
from tasks.normalising.normalise import Normalised
from tasks.normalising.notes import Notes
from tasks.scheduling.schedule import Scheduled

MEETING = Meeting(name="Rapat", end=date(2017, 2, 11), year=2017, groups=(Group("K1", "Satu"),))
FOUND = {code: problem(code, "a.docx") for code in (Code.FILE_MISTYPED, Code.TABLE_NOT_UNDERSTOOD, Code.RECORDS_NONE)}


class Stage:
    """Stages over one action; `calls` is what each was given besides tables."""

    def __init__(self, actions: Sequence[str] = ("Menyusun SOP",)) -> None:
        self.raw = frame(RAW, [{"record_id": f"R{n}", "action": action} for n, action in enumerate(actions)])
        self.calls: dict[str, Any] = {}

    def stages(self) -> Stages:
        return Stages(self.read, self.extract, self.normalise, self.merge, self.link, self.schedule, self.render)

    def read(self, sources: Sequence[Source], done: Callable[[str], None]) -> Sequence[Document]:
        for source in sources:
            done(source.file)
        return [Document(source.file, "docx") for source in sources]

    def extract(self, documents: Sequence[Document], inputs: Inputs, shelf: Shelf) -> Extraction:
        self.calls["extract"] = [document.file for document in documents]
        found = (FOUND[Code.TABLE_NOT_UNDERSTOOD],)
        return Extraction(self.raw, frame(ACCOUNTING, []), frame(SOURCES, []), found)

    def normalise(self, raw: pd.DataFrame, inputs: Inputs, noted: Notes) -> Normalised:
        rows = [{"record_id": row["record_id"], "action": row["action"]} for row in raw.to_dict("records")]
        return Normalised(frame(RECORDS, rows), MEETING, (FOUND[Code.RECORDS_NONE],))

    def merge(self, records: pd.DataFrame, groups: Sequence[Group], known: Any, decisions: Any, aliases: Any) -> Merged:
        self.calls["merge"] = ([group.code for group in groups], known)
        items = frame(ITEMS, [{"item_id": "RK-1", "action": "Menyusun SOP"}])
        return Merged(records.assign(item_id="RK-1"), items, frame(CONFLICTS, []), ())

    def link(
        self, items: pd.DataFrame, records: pd.DataFrame, groups: Sequence[Group], country: str, decisions: Any
    ) -> Linked:
        self.calls["link"] = list(records["item_id"])
        return Linked(frame(LINKS, []), (FOUND[Code.RECORDS_NONE],))

    def schedule(
        self, items: pd.DataFrame, links: pd.DataFrame, as_of: date, currency: str, records: pd.DataFrame
    ) -> Scheduled:
        self.calls["schedule"] = (as_of, list(records["item_id"]))
        return Scheduled(items.assign(slack_months="2"), (), links)

    def render(self, plan: Plan, language: str, templates: Path, write: Write, shelf: Shelf) -> None:
        write(f"{language}.docx", "; ".join(plan.items["slack_months"]).encode())


class Seen(Watch):
    """Remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    @contextmanager
    def shown(self, name: str, total: int | None) -> Iterator[Callable[[str], None]]:
        self.told.append(f"{name} {total}")
        yield lambda _: None


def work(written: dict[str, bytes], as_of: date | None = None) -> Work:
    sources = tuple(Source(Path(name), name, "0", "K1") for name in ("a.docx", "b.docx"))
    inputs = Inputs(Path("rapat"), MEETING, sources, problems=(FOUND[Code.FILE_MISTYPED],))
    return Work(inputs, "id", as_of, Path("templates"), {"f": "RK-1"}, written.__setitem__)


def test_each_stage_gets_what_the_one_before_has_made() -> None:
    fake, written = Stage(), dict[str, bytes]()
    run(fake.stages(), work(written), Watch())
    assert fake.calls == {
        "extract": ["a.docx", "b.docx"],
        "merge": (["K1"], {"f": "RK-1"}),
        "link": ["RK-1"],
        "schedule": (date(2017, 2, 11), ["RK-1"]),
    }
    assert written == {"id.docx": b"2"}


def test_the_plan_holds_the_problems_of_all_stages_once_in_their_order() -> None:
    plan = run(Stage().stages(), work({}), Watch())
    assert [found.code for found in plan.problems] == list(FOUND)


def test_the_day_asked_for_wins() -> None:
    fake = Stage()
    assert run(fake.stages(), work({}, date(2018, 1, 5)), Watch()).as_of == date(2018, 1, 5)
    assert fake.calls["schedule"] == (date(2018, 1, 5), ["RK-1"])


def test_without_a_single_action_nothing_is_built() -> None:
    written: dict[str, bytes] = {}
    with pytest.raises(InputError) as caught:
        run(Stage([]).stages(), work(written), Watch())
    assert caught.value.problem == problem(Code.NOTHING_TO_BUILD, files="2")
    assert written == {}


def test_whoever_looks_on_hears_of_every_stage() -> None:
    seen = Seen()
    run(Stage().stages(), work({}), seen)
    names = ["extract", "normalise", "merge", "link", "schedule", "render"]
    assert seen.told == ["read 2", *(f"{name} None" for name in names)]
    assert list(seen.seconds) == ["read", *names]


def test_the_day_of_the_plan_is_never_today() -> None:
    assert default_day(Meeting(start=date(2017, 2, 8), end=date(2017, 2, 11), year=2018)) == date(2017, 2, 11)
    assert default_day(Meeting(year=2018)) == date(2018, 1, 1)
