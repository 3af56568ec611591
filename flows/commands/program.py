"""The words of the command line: which commands and options there are. Help texts stand in the catalogue."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from flows.commands.session import DONE, NOTHING_BUILT, Session
from flows.speaking.language import LANGUAGES
from flows.speaking.usage import Command, Group, WrongUsageError

_Lang = Annotated[str, typer.Option("--lang")]
_Debug = Annotated[bool, typer.Option("--debug")]
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_EXAMPLE: Final = "2017-02-11"


def program(session: Session) -> typer.Typer:
    """The command `renja`, its help in the session's language. Each command returns its exit code."""
    text = session.catalogue.text
    renja = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None)
    renja.callback(help=text("flows.help"))(_nothing)

    @renja.command(cls=Command, help=text("flows.help.build"))
    def build(
        inputs: Path,
        out: Annotated[Path | None, typer.Option("--out")] = None,
        lang: _Lang = "",
        as_of: Annotated[str, typer.Option("--as-of")] = "",
        direct: Annotated[bool, typer.Option("--direct")] = False,
        debug: _Debug = False,
    ) -> int:
        _known(lang)
        return session.build(inputs, out, _day(as_of), direct)

    @renja.command(cls=Command, help=text("flows.help.check"))
    def check(inputs: Path, lang: _Lang = "", debug: _Debug = False) -> int:
        _known(lang)
        return session.check(inputs)

    @renja.command(cls=Command, help=text("flows.help.explain"))
    def explain(
        item: str,
        out: Annotated[Path | None, typer.Option("--out")] = None,
        lang: _Lang = "",
        debug: _Debug = False,
    ) -> int:
        _known(lang)
        return session.explain(item, out, lang)

    # A move may begin with "-", which is no option then.
    @renja.command(cls=Command, help=text("flows.help.whatif"), context_settings={"ignore_unknown_options": True})
    def whatif(plan: Path, item: str, move: list[str], lang: _Lang = "", debug: _Debug = False) -> int:
        _known(lang)
        return session.whatif(plan, item, " ".join(move), lang)

    @renja.command(cls=Command, help=text("reviewing.help"))
    def review(plan: Path, returned: list[Path], lang: _Lang = "", debug: _Debug = False) -> int:
        _known(lang)
        from flows.commands.reviewing import command

        return command(session, plan, returned, lang)

    @renja.command(cls=Command, help=text("opendata.help"))
    def merge(
        table: Path,
        out: Annotated[Path | None, typer.Option("--out")] = None,
        lang: _Lang = "",
        debug: _Debug = False,
    ) -> int:
        _known(lang)
        from flows.commands.open_data import command

        return command(session, table, out)

    _looking_back(renja, session)
    _first_steps(renja, session)

    @renja.command(cls=Command, help=text("flows.help.serve"))
    def serve(lang: _Lang = "", debug: _Debug = False) -> int:
        _known(lang)
        from flows.serve import serve as served

        return DONE if served(session.settings, session.catalogue, session.say) else NOTHING_BUILT

    return renja


def _looking_back(renja: typer.Typer, session: Session) -> None:
    """The commands about the versions of a plan."""
    text = session.catalogue.text

    @renja.command(cls=Command, help=text("versions.help.history"))
    def history(plan: Path, lang: _Lang = "", debug: _Debug = False) -> int:
        _known(lang)
        return session.history(plan, lang)

    @renja.command(cls=Command, help=text("versions.help.diff"))
    def diff(
        plan: Path,
        old: Annotated[int, typer.Argument()] = 0,
        new: Annotated[int, typer.Argument()] = 0,
        lang: _Lang = "",
        debug: _Debug = False,
    ) -> int:
        _known(lang)
        return session.diff(plan, old, new, lang)

    @renja.command(cls=Command, help=text("versions.help.export"))
    def export(
        words: list[Path],
        everything: Annotated[bool, typer.Option("--all")] = False,
        lang: _Lang = "",
        debug: _Debug = False,
    ) -> int:
        _known(lang)
        if len(words) != (1 if everything else 2):
            raise WrongUsageError("versions.usage.export")
        return session.export(None if everything else words[0], words[-1], lang)

    @renja.command(cls=Command, help=text("versions.help.restore"))
    def restore(
        file: Path,
        folder: Annotated[Path | None, typer.Argument()] = None,
        replace: Annotated[bool, typer.Option("--replace")] = False,
        lang: _Lang = "",
        debug: _Debug = False,
    ) -> int:
        _known(lang)
        from flows.commands.restoring import command

        return command(session, file, folder, replace)


def _first_steps(renja: typer.Typer, session: Session) -> None:
    """The commands of somebody who has just begun."""
    text = session.catalogue.text

    @renja.command(cls=Command, help=text("beginning.help.new"))
    def new(
        name: str,
        groups: Annotated[list[str] | None, typer.Argument()] = None,
        lang: _Lang = "",
        debug: _Debug = False,
    ) -> int:
        _known(lang)
        return session.new(name, groups or [])

    @renja.command(name="open", cls=Command, help=text("beginning.help.open"))
    def show(plan: Annotated[Path | None, typer.Argument()] = None, lang: _Lang = "", debug: _Debug = False) -> int:
        _known(lang)
        return session.open(plan)

    @renja.command(cls=Command, help=text("beginning.help.doctor"))
    def doctor(lang: _Lang = "", debug: _Debug = False) -> int:
        _known(lang)
        return session.doctor()

    @renja.command(cls=Command, help=text("beginning.help.completion"))
    def completion(shell: str, lang: _Lang = "", debug: _Debug = False) -> int:
        _known(lang)
        return session.completion(shell)


def _nothing() -> None:
    """The program has no options of its own."""


def _known(language: str) -> None:
    if language and language not in LANGUAGES:
        raise WrongUsageError("flows.usage.language", word=language)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise WrongUsageError("flows.usage.day", word=text, near=_iso(text)) from error


def _iso(text: str) -> str:
    """A day that is written the other way round, as it is to be written; else an example."""
    found = _DAY_FIRST.fullmatch(text.strip())
    try:
        return date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else _EXAMPLE
    except ValueError:
        return _EXAMPLE
