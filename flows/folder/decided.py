"""The files in which people decide: which there are, what they hold, which of them may be replaced.

They are `keputusan.xlsx` (`decisions.xlsx` in English) in the output folder, what stands beside it because it was open
or because somebody saved it while a run was under way, and a file of either name in the inputs folder. Nothing large is
imported before one of them has to be read.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from flows.folder.run_record import LastRun
from tasks.model.decisions import Answers
from tasks.model.problem import Code, problem

NAMES: Final = ("keputusan.xlsx", "decisions.xlsx")
_OURS: Final = re.compile(r"(?:keputusan|decisions)(?: \((?:baru|new|(?P<edited>suntingan|edited))(?: \d+)?\))?\.xlsx")
_COPIES: Final = "decisions"


@dataclass(frozen=True, slots=True)
class Taken:
    """What people decided.

    seen: hash by name of the files in the output folder that were read, whose answers go into the new one; held: those
    that could not be read and must stay where they are.
    """

    answers: Answers
    seen: Mapping[str, str]
    held: tuple[str, ...]


def beside_inputs(folder: Path) -> list[Path]:
    """The files of decisions in an inputs folder."""
    return [folder / name for name in NAMES if (folder / name).is_file()]


def in_output(folder: Path) -> list[Path]:
    """The files of decisions in an output folder, those first that bear the plain names."""
    found = [path for path in folder.glob("*.xlsx") if _OURS.fullmatch(path.name) and path.is_file()]
    return sorted(found, key=lambda path: (path.name not in NAMES, path.name))


def touched(folder: Path, last: LastRun) -> bool:
    """Whether any file of decisions in an output folder is not as the last run left it."""
    return any(_hash(path) != last.outputs.get(path.name, "") for path in in_output(folder))


def taken(
    inputs: Path, out: Path, own: Path, last: LastRun | None, remembered: Answers, base: Answers | None = None
) -> Taken:
    """What all files say, those of the output folder first.

    remembered: of the last run; it holds if no file in the output folder can be read. base: what the files began with,
    if people have decided on another machine since. What was saved while a run was under way counts by what it changes
    of the answers that the run had read. A file that people have changed is copied into Renja's own folder
    (`own`) first. Raises OSError if that cannot be written.
    """
    seen: dict[str, str] = {}
    held: list[str] = []
    found: list[Answers] = []
    edited: list[Answers] = []
    for path in in_output(out):
        answers, data = _read(path)
        (edited if _is_edited(path) else found).append(answers)
        if data is None:
            held.append(path.name)
            continue
        seen[path.name] = hashlib.sha256(data).hexdigest()
        if last is None or last.outputs.get(path.name) != seen[path.name]:
            _copy(own / _COPIES, data)
    if edited:
        found = [_with_edited(edited, remembered if base is None else base, found)]
    if not seen:
        found.append(remembered)
    elif base is not None:
        from tasks.memory.decisions.joining import joined

        found = [joined(_together(found), base, remembered)]
    found += [_read(path)[0] for path in beside_inputs(inputs)]
    return Taken(_together(found), seen, tuple(held))


def _is_edited(path: Path) -> bool:
    named = _OURS.fullmatch(path.name)
    return named is not None and named["edited"] is not None


def _with_edited(edited: list[Answers], began: Answers, found: list[Answers]) -> Answers:
    """The answers of the files, and what the edited copies change of those with which they began."""
    from tasks.memory.decisions.joining import joined

    plain, copies = _together(found), _together(edited)
    return replace(joined(copies, began, plain), problems=(*plain.problems, *copies.problems))


def _read(path: Path) -> tuple[Answers, bytes | None]:
    """What a file holds and its bytes; no bytes if it cannot be read."""
    from tasks.memory.decisions.filled import answers
    from tasks.reading.folder.decisions_file import read_filled
    from tasks.reading.refusal import CannotReadError

    try:
        data = path.read_bytes()
        return answers(read_filled(data), path.name), data
    except (CannotReadError, OSError) as error:
        cause = error.cause if isinstance(error, CannotReadError) else "reading.no-permission"
        return Answers(problems=(problem(Code.DECISIONS_UNREADABLE, path.name, cause=f"@{cause}"),)), None


def _copy(folder: Path, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{hashlib.sha256(data).hexdigest()[:16]}.xlsx"
    part = target.with_suffix(".part")
    part.write_bytes(data)
    part.replace(target)


def _together(found: list[Answers]) -> Answers:
    return Answers(
        tuple(answer for answers in found for answer in answers.pairs),
        tuple(synonym for answers in found for synonym in answers.synonyms),
        tuple(problem for answers in found for problem in answers.problems),
        tuple(link for answers in found for link in answers.links),
        tuple(case for answers in found for case in answers.sources),
        tuple(case for answers in found for case in answers.values),
    )


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
