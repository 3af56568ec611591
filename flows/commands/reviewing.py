"""`renja review`: what it says at its end, and its exit code."""

from collections.abc import Sequence
from pathlib import Path

from flows.commands.session import DONE, NOTHING_BUILT, Session
from flows.folder.run_record import last_run
from flows.review import lines, reviewed
from tasks.rendering.catalogue import load


def command(session: Session, out: Path, copies: Sequence[Path], language: str) -> int:
    """Read copies of the plan in a folder; the exit code. language: empty for that of the plan."""
    last = last_run(out)
    speak = load(language or (last.language if last else session.catalogue.language))
    outcome = reviewed(out, copies, session.settings, speak)
    for line in lines(outcome, speak):
        session.say(line)
    return DONE if outcome.read else NOTHING_BUILT
