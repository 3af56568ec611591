"""Stand-ins for the work of the stages: a plan without documents, an engine that writes given files."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from flows.make import Job, Made
from flows.settings import Settings
from tasks.model.meeting import Meeting
from tasks.model.plan import Plan
from tasks.model.problem import Problem
from tasks.model.tables import ACCOUNTING, CONFLICTS, ITEMS, LINKS, RECORDS, SOURCES, frame

MAIN = "Rencana Kerja Terintegrasi.docx"


def plan(*problems: Problem) -> Plan:
    """A plan of one item from two files, one of them superseded."""
    row = {"record_id": "R1", "item_id": "RK-1", "action": "Menyusun SOP", "owners": "Dinas A"}
    sources = [{"file": "a.docx", "status": "read"}, {"file": "b.docx", "status": "superseded"}]
    return Plan(
        Meeting(name="Rapat"),
        date(2017, 2, 11),
        frame(RECORDS, [row]),
        frame(ITEMS, [{"item_id": "RK-1", "action": "Menyusun SOP"}]),
        frame(LINKS, []),
        frame(CONFLICTS, []),
        frame(ACCOUNTING, []),
        frame(SOURCES, sources),
        problems,
    )


def engine(files: Mapping[str, bytes], *problems: Problem, notes: tuple[Problem, ...] = ()) -> Callable[[Job], Made]:
    """An engine that writes these files and hands back `plan`."""

    def run(job: Job) -> Made:
        for name, data in files.items():
            with job.watch.stage("render") as done:
                job.work.write(name, data)
                done(name)
        return Made(plan(*problems), "direct", notes)

    return run


def settings(folder: Path) -> Settings:
    """Settings whose places lie below a folder of the test."""
    (folder / "templates").mkdir(exist_ok=True)
    return Settings(prefect_home=folder / "prefect", templates=folder / "templates", workers=2)


def content(folder: Path) -> dict[str, bytes]:
    """Every file below an output folder but run.json and Renja's own, by name."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    return {n: p.read_bytes() for n, p in names.items() if n != "run.json" and not n.startswith(".renja/")}
