"""The command `renja`: words in, sentences and an exit code out.

Exit codes: 0 the plan was written, 1 nothing could be built, 2 wrong usage, 130 stopped with Ctrl+C. A person never
sees a trace unless they ask with --debug. Nothing large is imported here: a run in which nothing has changed is over
in less than half a second.
"""

import gc
import io
import logging
import os
import sys
import traceback
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from flows.commands.completion import COMPLETING, NAME, ready
from flows.commands.program import program
from flows.commands.session import DONE, LOG, NOTHING_BUILT, Session
from flows.settings import Settings
from flows.speaking.language import asked_for, spoken
from flows.speaking.usage import CommandLineError, WrongUsageError, explain, unusable
from flows.speaking.voice import Voice, voice_of
from tasks.model.errors import RenjaError
from tasks.model.problem import Code, Problem, problem
from tasks.rendering.catalogue import load

WRONG_USAGE: Final = 2
STOPPED: Final = 130
_RARELY: Final = (100_000, 50, 100)
"""How many new objects, and rounds of the younger ones, go before Python looks for rings that nobody holds any more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these words (default: those of the command line); the exit code."""
    asked = list(sys.argv[1:] if arguments is None else arguments)
    _prepare_streams()
    if "--debug" not in asked:
        _hush()
    voice, words = voice_of(asked)
    code = _said(voice, words)
    voice.end(code)
    return code


def _said(voice: Voice, words: list[str]) -> int:
    try:
        settings = Settings()
    except ValueError as error:
        voice.complain(unusable(error, load(asked_for(words) or "id")))
        return WRONG_USAGE
    session = Session(settings, load(spoken(words, settings.language)), voice)
    ready()
    if not words and COMPLETING not in os.environ:
        session.complain(session.catalogue.text("flows.help").rstrip())
        return WRONG_USAGE
    return _run(session, words, "--debug" in words)


def _run(session: Session, words: list[str], debug: bool) -> int:
    try:
        code = program(session)(words, prog_name=NAME, standalone_mode=False)
    except KeyboardInterrupt:
        code = STOPPED
    except (WrongUsageError, CommandLineError) as error:
        session.complain(explain(error, session.catalogue, words))
        return WRONG_USAGE
    except Exception as error:
        code = _failed(session, error)
        if debug:
            traceback.print_exc()
    if code == STOPPED:  # typer turns Ctrl+C into this code
        session.complain(session.catalogue.text("flows.stopped"))
    return code if isinstance(code, int) else DONE


def _failed(session: Session, error: Exception) -> int:
    from flows.report import fact, sentence, worst

    found = error.problem if isinstance(error, RenjaError) else _of_the_system(error)
    if found is None:
        found = problem(Code.INTERNAL, cause=type(error).__name__, log=str(_logged(session.log)))
    because = error.because if isinstance(error, RenjaError) else ()
    session.complain(sentence(found, session.catalogue))
    for cause in worst(because):
        session.complain(f"  {sentence(cause, session.catalogue)}")
    session.voice.note(problems=[fact(one, session.catalogue) for one in (found, *because)])
    return NOTHING_BUILT


def _of_the_system(error: Exception) -> Problem | None:
    """What a disk or a file system refused, if that is what went wrong and people can do something about it."""
    if not isinstance(error, OSError) or not error.filename:
        return None
    from flows.folder.output import refusal

    return refusal(Path(str(error.filename)), error.errno or 0)


def _logged(log: Path) -> Path:
    """Append the trace of the error at hand to the log, or to one in the temporary folder; where it is."""
    with suppress(OSError), log.open("a", encoding="utf-8") as lines:
        traceback.print_exc(file=lines)
        return log
    log = Path(gettempdir()) / LOG
    with suppress(OSError), log.open("a", encoding="utf-8") as lines:
        traceback.print_exc(file=lines)
    return log


def _prepare_streams() -> None:
    """UTF-8 where the other side takes it; on a console that does not, a question mark instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _hush() -> None:
    """Libraries speak English and to developers: their warnings and log lines are not for the screen."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())


def run() -> None:
    """The command as a program.

    A run makes millions of objects that live to its end: looking through them for rings again and again costs a tenth
    of its time, and taking them apart at the end most of a second; the system takes back their memory at once.
    """
    gc.set_threshold(*_RARELY)
    code = main()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
