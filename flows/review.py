"""`renja review`: copies that reviewers send back become a workbook in which the secretariat decides on each change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pandas as pd

from flows.folder import publish
from flows.folder.output import opened
from flows.folder.proposed import answered_together, share, workbooks
from flows.folder.remembering import place_of, settling
from flows.settings import Settings
from flows.speaking.usage import WrongUsageError
from tasks.memory.database import Place, Scope, held, reading
from tasks.memory.issued.earlier import take_over
from tasks.memory.issued.store import recall
from tasks.memory.versions import store as versions
from tasks.model.mark import Issued, Kind, mark_in
from tasks.model.proposals import Change, Gathered, Proposal, Ruled
from tasks.reading.refusal import CannotReadError
from tasks.rendering.catalogue import LANGUAGES, Catalogue, load
from tasks.rendering.messages import numbered
from tasks.rendering.proposals.sheet import proposals_file, proposals_name
from tasks.reviewing.gather import gathered, identity
from tasks.reviewing.recognise import Baseline, recognise
from tasks.reviewing.returned import Returned, open_returned
from tasks.reviewing.review import review


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a review came to.

    read: number of proposals by copy; rows: of the workbook, all there are by now; refused: why a copy is none, as a
    catalogue key, by copy; workbook: None if none was written.
    """

    read: Mapping[str, int]
    rows: Sequence[Ruled]
    refused: Mapping[str, str]
    workbook: Path | None


def reviewed(out: Path, copies: Sequence[Path], settings: Settings, speak: Catalogue) -> Outcome:
    """Read copies of the documents of the plan in a folder, and bring its workbook of proposals up to date.

    copies: Word files, or folders of them. Raises WrongUsageError with a sentence, and the errors of
    tasks.model.errors.
    """
    items = _items(place := place_of(out, settings))
    if items is None:
        raise WrongUsageError("reviewing.no-plan", folder=str(out))
    files = _files(copies)
    with opened(out, settling(place)), held(place):
        take_over(place)
        with reading(place) as scope:
            found, refused = _read(files, scope) if scope else ([], {})
        rows = _rows(found, answered_together(out, settings), {name for name, _ in found})
        workbook = _written(out, rows, items, speak) if rows and found else None
        if workbook:
            share(out, settings, rows, rows)
    return Outcome({name: len(proposals) for name, proposals in found}, rows, refused, workbook)


def lines(outcome: Outcome, speak: Catalogue) -> Iterator[str]:
    """What is said at the end; the last line is the path of the workbook."""
    for name, number in outcome.read.items():
        yield speak.text("reviewing.said.copy" if number else "reviewing.said.nothing", file=name, number=str(number))
    for name, cause in outcome.refused.items():
        yield speak.text("reviewing.said.refused", file=name, cause=f"@{cause}")
    rows = outcome.rows
    if rows:
        rivals = {row.gathered.rivals for row in rows if row.gathered.rivals}
        open_ = sum(row.verdict is None and row.gathered.proposal.change != Change.COMMENT for row in rows)
        yield speak.text("reviewing.said.sum", rows=str(len(rows)), open=str(open_), rivals=str(len(rivals)))
    if outcome.workbook is not None:
        yield str(outcome.workbook)


def _files(copies: Sequence[Path]) -> list[Path]:
    found = [file for path in copies for file in (sorted(path.rglob("*.docx")) if path.is_dir() else [path])]
    missing = next((path for path in found if not path.is_file()), None)
    if missing is not None:
        raise WrongUsageError("reviewing.no-file", file=str(missing))
    kept: dict[Path, Path] = {}
    for file in found:
        if not file.name.startswith(("~$", ".")):
            kept.setdefault(file.resolve(), file)
    return list(kept.values())


def _read(files: Sequence[Path], scope: Scope) -> tuple[list[tuple[str, list[Proposal]]], dict[str, str]]:
    """The proposals of each copy that can be read, and why others cannot."""
    current: list[Baseline] = []
    found: list[tuple[str, list[Proposal]]] = []
    refused: dict[str, str] = {}
    for file, name in zip(files, _names(files), strict=True):
        try:
            copy = open_returned(_bytes(file), name)
        except CannotReadError as error:
            refused[name] = error.cause
            continue
        baseline, sure = _baseline(copy, scope, current)
        if baseline is None:
            refused[name] = "reviewing.of-no-plan"
        else:
            found.append((name, review(baseline.body, copy, sure, _office(baseline.issued))))
    return found, refused


def _office(issued: Issued) -> str:
    """The institution whose sheet a document is; empty if it is nobody's, or that of all institutions of a region."""
    mark = mark_in(issued.mark)
    name = PurePosixPath(issued.name).stem
    several = any(name.startswith(load(lang).text("extract.province", region="").strip()) for lang in LANGUAGES)
    return name if mark is not None and mark.kind == Kind.EXTRACT and not several else ""


def _names(files: Sequence[Path]) -> list[str]:
    """What each copy is called: its name, with as many folders as tell it from the others."""
    parts = [file.absolute().parts for file in files]

    def called(place: int) -> str:
        own = parts[place]
        ends = (own[-length:] for length in range(1, len(own) + 1))
        alone = next(end for end in ends if [other[-len(end) :] for other in parts].count(end) == 1)
        return "/".join(alone)

    return [called(place) for place in range(len(parts))]


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CannotReadError("reading.no-permission") from error


def _baseline(copy: Returned, scope: Scope, current: list[Baseline]) -> tuple[Baseline | None, float]:
    """The issued document of a copy: by its mark, else the current one that is most like it."""
    held = recall(scope, str(copy.mark)) if copy.mark else []
    if held:
        return Baseline.of(held[0]), 1.0
    if not current:
        current += [Baseline.of(issued) for issued in recall(scope)]
    return recognise(copy, current)


def _rows(
    found: Sequence[tuple[str, list[Proposal]]], earlier: Sequence[Ruled], read: set[str]
) -> list[Ruled]:  # fmt: skip
    """The rows of the workbook: proposals of these copies and of others read before, with the answers given so far."""
    kept = [_without(row.gathered, read) for row in earlier]
    told_ = {identity(row.gathered.proposal): row for row in earlier}
    all_ = gathered([p for _, proposals in found for p in proposals], filter(None, kept))
    rows = []
    for one in all_:
        before = told_.get(identity(one.proposal))
        rows.append(
            Ruled(one, before.word, before.verdict, before.who, before.note) if before else Ruled(one, "", None)
        )
    return rows


def _without(one: Gathered, read: set[str]) -> Gathered | None:
    """A proposal of copies that are not read anew; None if it is of none."""
    files = tuple(file for file in one.files if file not in read)
    return Gathered(one.proposal, one.authors, files) if files else None


def _written(out: Path, rows: Sequence[Ruled], items: pd.DataFrame, speak: Catalogue) -> Path:
    """Write the workbook in one step. Raises WrongUsageError if it is open elsewhere."""
    actions = dict(zip(items["item_id"], items["action"], strict=True))
    target = out / proposals_name(speak)
    if not publish.put(target, proposals_file(rows, numbered(items), actions, speak), out / publish.OWN):
        raise WrongUsageError("reviewing.workbook-open", file=target.name)
    for other in workbooks(out):
        if other != target:
            other.unlink()
    return target


def _items(place: Place) -> pd.DataFrame | None:
    """The items of the last version; None without one. The folder itself may be empty yet, if the memory is shared."""
    with reading(place) as scope:
        done = versions.issued(scope) if scope else []
        return versions.tables(scope, done[-1].number)["items"] if scope and done else None
