"""What a run shows in Prefect's web page: its summary, documents, problems, questions and pictures.

All of it is read from the output folder, which holds the truth, and sent to the server's API as it stands.
"""

import csv
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unicodedata import normalize
from urllib.parse import quote

from flows.folder.decided import in_output
from flows.folder.run_record import last_run
from flows.servers.server import DOCUMENTS, answer
from flows.settings import Settings, outputs
from tasks.reading.folder.decisions_file import FilledSheet, read_filled
from tasks.reading.refusal import CannotReadError
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.locators import localise_locator
from tasks.rendering.word.shown import pictures

_GRAVITY: Final = ("error", "warning", "info")
_MOST_ROWS: Final = 1000
"""A table in the page is for looking; the whole stands in the output folder."""

_KEY: Final = "renja:"
"""How the hidden column of a sheet of questions is headed."""

Rows = Sequence[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Artifact:
    """Something to show: a text in Markdown or the rows of a table.

    name: the end of its key; about: a line above it.
    """

    name: str
    data: str | Rows
    about: str = ""


def of_build(
    out: Path, lines: Sequence[str], unchanged: bool, settings: Settings, speak: Catalogue
) -> Iterator[Artifact]:
    """What a build shows; of an unchanged plan no more than that and where it stands. lines: its summary."""
    yield Artifact(speak.text("flows.shown.summary"), _listed(lines[:-1]))
    yield Artifact(speak.text("flows.shown.documents"), "\n\n".join(_documents(out, settings, speak)))
    if unchanged:
        return
    yield from _table("problems", _problems(out, speak), speak)
    yield from _questions(out, speak)
    yield from _pictures(out, speak)


def of_review(
    out: Path, lines: Sequence[str], workbook: Path | None, settings: Settings, speak: Catalogue
) -> Iterator[Artifact]:
    """What a review shows: what was read, and the workbook to decide in."""
    where = [f"\n\n{_linked(out, workbook.name, settings)}\n\n`{workbook}`"] if workbook else []
    yield Artifact(speak.text("flows.shown.review"), _listed(lines[:-1] if workbook else lines) + "".join(where))


def send(api: str, flow_run: str, plan: str, artifacts: Iterable[Artifact]) -> None:
    """Hand artifacts of a flow run to the server. plan: the name of the output folder, which tells them from others."""
    for one in artifacts:
        table = not isinstance(one.data, str)
        answer(
            f"{api}/artifacts/",
            {
                "key": key(f"{plan} {one.name}"),
                "type": "table" if table else "markdown",
                "description": one.about or None,
                "data": json.dumps(one.data, ensure_ascii=False) if table else one.data,
                "flow_run_id": flow_run,
            },
        )


def key(words: str) -> str:
    """Words as Prefect wants a key: small letters, digits, dashes."""
    plain = normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "renja"


def _listed(lines: Sequence[str]) -> str:
    """Lines of a summary in Markdown; those that are indented become points."""
    points = (f"- {line.strip()}" if line.startswith(" ") else f"\n{line}\n" for line in lines)
    return "\n".join(_escaped(point) for point in points).strip()


def _escaped(line: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", line)


def _documents(out: Path, settings: Settings, speak: Catalogue) -> Iterator[str]:
    """The files of the plan, those at the top each with a line, of the others the folders."""
    last = last_run(out)
    names = list(last.outputs) if last else []
    yield speak.text("flows.shown.folder", folder=f"`{out}`")
    if last:
        yield f"**{_linked(out, last.main, settings)}**"
    alone = [name for name in names if "/" not in name and last and name != last.main]
    yield "\n".join(f"- {_linked(out, name, settings)}" for name in alone)
    for folder in dict.fromkeys(name.split("/")[0] for name in names if "/" in name):
        inside = [name for name in names if name.startswith(f"{folder}/")]
        links = "\n".join(f"- {_linked(out, name, settings, name.removeprefix(f'{folder}/'))}" for name in inside)
        yield f"### {_escaped(folder)} ({len(inside)})\n\n{links}"


def _linked(out: Path, name: str, settings: Settings, words: str = "") -> str:
    """A link that a browser follows: pages may not open files, so the server hands out those of its own folder."""
    words = _escaped(words or name)
    if out.resolve().parent != outputs().resolve():
        return words
    page = settings.server_url.removesuffix("/api")
    return f"[{words}]({page}{DOCUMENTS}{quote(out.name)}/{quote(name)})"


def _table(name: str, rows: Rows, speak: Catalogue) -> Iterator[Artifact]:
    """A table with its heading, cut to what a page can bear; nothing without rows."""
    if rows:
        about = speak.text(f"flows.shown.{name}.about", rows=speak.number(len(rows)))
        yield Artifact(speak.text(f"flows.shown.{name}"), list(rows[:_MOST_ROWS]), about)


def _problems(out: Path, speak: Catalogue) -> Rows:
    """The problems of the plan, the gravest first."""
    try:
        with (out / "tables" / "problems.csv").open(encoding="utf-8", newline="") as file:
            found = sorted(csv.DictReader(file), key=lambda row: _GRAVITY.index(row["severity"]))
    except (OSError, KeyError, ValueError):
        return []
    return [_problem(row, speak) for row in found]


def _problem(row: dict[str, str], speak: Catalogue) -> dict[str, str]:
    place = localise_locator(row["locator"], speak.language) if row["locator"] else ""
    severity = speak.text(f"flows.shown.{row['severity']}")
    cells = {"severity": severity, "message": row["message"], "file": row["file"], "locator": place}
    return {speak.text(f"flows.shown.column.{name}"): cell for name, cell in cells.items()}


def _questions(out: Path, speak: Catalogue) -> Iterator[Artifact]:
    """The open questions of the workbooks of decisions, a table a sheet."""
    for path in in_output(out):
        try:
            sheets = read_filled(path.read_bytes()).sheets
        except (CannotReadError, OSError):
            continue
        for sheet in sheets:
            rows = list(_open_rows(sheet))
            if rows:
                about = speak.text("flows.shown.questions.about", file=f"`{path}`", rows=speak.number(len(rows)))
                yield Artifact(sheet.name, rows[:_MOST_ROWS], about)


def _open_rows(sheet: FilledSheet) -> Iterator[dict[str, str]]:
    """The rows that have a number: those that are decided have none."""
    heads: dict[int, str] = {}
    for _, words in sheet.rows:
        if any(word.startswith(_KEY) for word in words.values()) and not heads:
            heads = {column: word for column, word in words.items() if not word.startswith(_KEY)}
        elif heads and words.get(1, "").isdecimal():
            yield {head: words.get(column, "") for column, head in heads.items()}


def _pictures(out: Path, speak: Catalogue) -> Iterator[Artifact]:
    """The pictures of the plan within the text, so that they show without a further request."""
    last = last_run(out)
    try:
        found = list(pictures((out / last.main).read_bytes())) if last else []
    except (OSError, CannotReadError):
        return
    shown = [f"![{_escaped(one.about)}](data:image/svg+xml;base64,{b64encode(one.svg).decode()})" for one in found]
    if shown:
        yield Artifact(speak.text("flows.shown.pictures"), "\n\n".join(shown))
