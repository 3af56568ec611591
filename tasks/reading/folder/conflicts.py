"""Copies that a service for shared folders made because two people changed one document at the same time."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tasks.model.problem import Code, Problem, problem

_MARK: Final = re.compile(
    # Dropbox, Nextcloud
    r"\s*\((?:[^()]*\W)?(?:conflicted copy|case conflict|salinan (?:yang )?konflik)(?:\W[^()]*)?\)$"
    r"|\.sync-conflict-\d{8}-\d{6}-\w+$"  # Syncthing
    r"|-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{4,}$",  # OneDrive: the name that Windows gives a computer
    re.IGNORECASE,
)


def conflicted(files: Iterable[str]) -> Iterator[Problem]:
    """The copies among these files, by their names, each with the one that it is a copy of: both are read."""
    names = {file.casefold(): file for file in files}
    for file in names.values():
        stem, point, suffix = file.rpartition(".")
        bare = _MARK.sub("", stem)
        original = names.get(f"{bare}{point}{suffix}".casefold())
        if bare != stem and original:
            yield problem(Code.FILE_CONFLICTED, file, original=original)
