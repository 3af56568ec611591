"""One call of the command: what each command does, over settings and a language."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from flows.settings import Settings, default_out
from flows.speaking.usage import WrongUsageError
from flows.speaking.voice import Voice
from tasks.rendering.catalogue import Catalogue

DONE: Final = 0
NOTHING_BUILT: Final = 1
LOG: Final = "renja.log"


class Session:
    """A call under way. `log`: where the trace of an unexpected error goes."""

    def __init__(self, settings: Settings, catalogue: Catalogue, voice: Voice | None = None) -> None:
        self.settings = settings
        self.catalogue = catalogue
        self.voice = voice or Voice()
        self.log = Path(gettempdir()) / LOG

    def say(self, line: str) -> None:
        """A line of what was asked for."""
        self.voice.say(line)

    def complain(self, line: str) -> None:
        """A line about what went wrong."""
        self.voice.complain(line)

    def build(self, inputs: Path, out: Path | None, as_of: date | None, direct: bool) -> int:
        """Make the plan of a folder."""
        from flows.make import Request, make
        from flows.modes import engine
        from flows.report import facts, seconds, summary
        from flows.speaking.progress import watching

        target = out or default_out(inputs)
        if _among_documents(target, inputs):
            raise WrongUsageError("flows.usage.out", folder=str(target))
        self.log = target.absolute() / ".renja" / LOG
        request = Request(inputs, target, self.catalogue.language, as_of)
        with watching(self.catalogue, self.voice.quiet) as watch:
            outcome = make(request, self.settings, engine(direct), watch)
        *lines, document = summary(outcome, self.catalogue, self.voice.verbose)
        if self.voice.verbose:
            lines += seconds(watch.seconds, self.catalogue)
        self._told([document] if self.voice.quiet else [*lines, document])
        self.voice.note(**facts(outcome, self.catalogue))
        if outcome.flow_run:
            from flows.web.artifacts import of_build, send

            shown = of_build(target.absolute(), [*lines, document], outcome.unchanged, self.settings, self.catalogue)
            send(self.settings.server_url, outcome.flow_run, target.name, shown)
        return DONE

    def check(self, inputs: Path) -> int:
        """Say what is understood of a folder."""
        from flows.check import check, lines
        from flows.report import fact
        from flows.speaking.progress import watching

        with watching(self.catalogue, self.voice.quiet) as watch:
            extracted, problems = check(inputs, self.settings, watch)
        said = list(lines(extracted, problems, self.catalogue))
        self._told(said[-1:] if self.voice.quiet else said)
        self.voice.note(problems=[fact(problem, self.catalogue) for problem in problems])
        return DONE if len(extracted.raw) else NOTHING_BUILT

    def explain(self, item: str, out: Path | None, language: str) -> int:
        """Say how an item of a plan came about, in this language or, if it is empty, in that of the plan."""
        from flows.commands.explaining import lines, plan_of
        from flows.folder.remembering import place_of
        from tasks.memory.memory import recall

        folder, row = plan_of(item, out, default_out(Path(item)).parent)
        remembered = recall(place_of(folder, self.settings))
        for line in lines(folder, row, remembered.answers, self._catalogue_of(folder, language)):
            self.say(line)
        return DONE

    def whatif(self, plan: Path, item: str, move: str, language: str) -> int:
        """Say what slips if an item of a plan is moved, in this language or, if it is empty, in that of the plan."""
        from flows.commands.explaining import plan_of
        from flows.commands.moving import lines

        if not (plan / "tables").is_dir():
            raise WrongUsageError("flows.usage.no-plan-in", folder=str(plan))
        folder, row = plan_of(item, plan, plan)
        for line in lines(folder, row, move, self._catalogue_of(folder, language)):
            self.say(line)
        return DONE

    def history(self, plan: Path, language: str) -> int:
        """Name the versions of a plan."""
        from flows.commands.versions import history

        return self._told(history(plan, self.settings, self._catalogue_of(plan, language)))

    def diff(self, plan: Path, old: int, new: int, language: str) -> int:
        """Say what changed between two versions of a plan, the last two if both are 0, and write a report."""
        from flows.commands.versions import diff

        return self._told(diff(plan, old, new, self.settings, self._catalogue_of(plan, language)))

    def export(self, plan: Path | None, target: Path, language: str) -> int:
        """Write a plan with its memory into one file, or all of them if None is named."""
        from flows.commands.handover import export, export_all

        speak = self._catalogue_of(plan or Path(), language)
        if plan is None:
            return self._told(export_all(target, self.settings, speak))
        return self._told(export(plan, target, self.settings, speak))

    def _told(self, lines: Iterable[str]) -> int:
        for line in lines:
            self.say(line)
        return DONE

    def _catalogue_of(self, folder: Path, language: str) -> Catalogue:
        """The language asked for, else that of the plan in a folder, else that of the session."""
        from flows.folder.run_record import last_run
        from tasks.rendering.catalogue import load

        last = last_run(folder)
        return load(language or (last.language if last else self.catalogue.language))

    def new(self, name: str, groups: Sequence[str]) -> int:
        """Make the folder of a new meeting."""
        from flows.commands.new_meeting import create

        folder = create(name, groups, self.settings, self.catalogue)
        self.voice.note(document=str(folder / "meeting.yaml"))
        return self._told([self.catalogue.text("beginning.new.made", folder=str(folder))])

    def open(self, plan: Path | None) -> int:
        """Open the main document of a plan, of the newest one if None, or say where it is."""
        from flows.commands.opening import main_document, show

        document = main_document(plan)
        key = "beginning.open.opened" if show(document) else "beginning.open.by-hand"
        self.voice.note(document=str(document))
        return self._told([self.catalogue.text(key, document=str(document))])

    def doctor(self) -> int:
        """Say what is there and what is missing."""
        from flows.commands.doctor.checks import examine
        from flows.commands.doctor.report import facts, lines, sound

        found = list(examine(self.settings))
        self.voice.note(checks=facts(found, self.catalogue))
        self._told(lines(found, self.catalogue, not self.voice.quiet))
        return DONE if sound(found) else NOTHING_BUILT

    def completion(self, shell: str) -> int:
        """Write the script by which a shell completes commands."""
        from flows.commands.completion import script

        return self._told(script(shell, self.catalogue))


def _among_documents(out: Path, inputs: Path) -> bool:
    """Whether the next run would take the plan for one of the source documents."""
    documents = inputs / "documents"
    return out.resolve().is_relative_to((documents if documents.is_dir() else inputs).resolve())
