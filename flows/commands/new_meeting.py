"""A folder for a new meeting: meeting.yaml with every field explained, an empty list of institutions, documents/."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from flows.folder.output import told
from flows.settings import PROJECT, Settings
from flows.speaking.usage import WrongUsageError
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.file_names import safe_name, unique_names

_NAME: Final = "@name@"
_GROUPS: Final = "@groups@"


def create(name: str, groups: Sequence[str], settings: Settings, catalogue: Catalogue) -> Path:
    """Make the folder, with a subfolder for each group; where it is. A bare name is one below `inputs`.

    Raises WrongUsageError if a folder may not be called so or is there already, OutputError if it cannot be made.
    """
    folder = _place(name)
    if folder.exists():
        raise WrongUsageError("beginning.new.exists", folder=str(folder))
    homes = _homes(groups, catalogue)
    files = {
        "meeting.yaml": _meeting(folder.name, groups, homes, settings.templates / catalogue.language).encode(),
        "institutions.xlsx": _institutions(catalogue),
    }
    with told(folder):
        for home in homes or [""]:
            (folder / "documents" / home).mkdir(parents=True)
        for file, data in files.items():
            (folder / file).write_bytes(data)
    return folder


def _place(name: str) -> Path:
    path = Path(name)
    if not path.name or safe_name(path.name) != path.name:
        raise WrongUsageError("beginning.new.name", word=path.name or name, near=safe_name(path.name) or "rakor-2018")
    inputs = Path("inputs") if Path.cwd() == PROJECT else PROJECT / "inputs"
    return path if len(path.parts) > 1 else inputs / path


def _homes(groups: Sequence[str], catalogue: Catalogue) -> list[str]:
    """A folder for each group: "Kelompok 1 - Kebijakan"."""
    wanted = (catalogue.text("beginning.new.home", number=str(n), name=group) for n, group in enumerate(groups, 1))
    return unique_names(wanted, catalogue.text("beginning.new.home", number="", name=""))


def _meeting(name: str, groups: Sequence[str], homes: Sequence[str], templates: Path) -> str:
    try:
        text = (templates / "meeting.yaml").read_text(encoding="utf-8")
    except OSError as error:
        raise WrongUsageError("beginning.new.template", folder=str(templates)) from error
    listed = "".join(
        f"- code: K{n}\n  name: {_quoted(group)}\n  files:\n  - {_quoted(f'{home}/')}\n"
        for n, (group, home) in enumerate(zip(groups, homes, strict=True), 1)
    )
    return text.replace(_NAME, _quoted(name)).replace(_GROUPS, f"groups:\n{listed}".rstrip() if listed else "")


def _quoted(text: str) -> str:
    """As a string of YAML, of which those of JSON are a kind."""
    return json.dumps(text, ensure_ascii=False)


def _institutions(catalogue: Catalogue) -> bytes:
    """The empty list; its header is what the reader of such tables looks for."""
    from tasks.model.values import Level
    from tasks.rendering.sheets.cells import Column, Sheet, Style
    from tasks.rendering.sheets.workbook import workbook

    label, title, introduction, hint, refusal = (
        catalogue.text(f"beginning.institutions.{part}") for part in ("label", "title", "about", "hint", "refusal")
    )
    columns = (
        Column("canonical", 60, Style.INPUT),
        Column("level", 16, Style.INPUT, tuple(Level)),
        Column("region", 28, Style.INPUT),
        Column("variants", 48, Style.INPUT),
    )
    sheet = Sheet(label, title, introduction, columns, [("",) * len(columns)] * 40, hint, refusal)
    return workbook([sheet], catalogue.text("decisions.page"))
