"""What the Tab key offers in a shell: the script for it, and where people put that."""

import os
from collections.abc import Iterator
from typing import Final

from flows.speaking.usage import WrongUsageError
from tasks.rendering.catalogue import Catalogue

NAME: Final = "renja"
COMPLETING: Final = "_RENJA_COMPLETE"
"""Set by the script when a shell asks what may follow."""

_PLACES: Final = {
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/completions/renja.fish",
    "powershell": "$PROFILE",
}


def script(shell: str, catalogue: Catalogue) -> Iterator[str]:
    """The script for a shell; its first line is a comment that says what to do with it. Raises WrongUsageError."""
    from typer._completion_shared import get_completion_script

    if shell not in _PLACES:
        raise WrongUsageError("flows.usage.shell", word=shell, known=", ".join(_PLACES))
    yield f"# {catalogue.text('flows.completion', shell=shell, place=_PLACES[shell])}"
    yield get_completion_script(prog_name=NAME, complete_var=COMPLETING, shell=shell)


def ready() -> None:
    """Answer if a shell is asking: typer knows the languages of shells only after this."""
    if COMPLETING in os.environ:
        from typer._completion_classes import completion_init

        completion_init()
