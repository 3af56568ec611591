"""Defects seeded in a sound Word file: what makes Word repair, refuse or misread it is seen before it is written.

defects.csv holds them: the words of a part that are replaced, or no words at all for a part that is missing.
"""

import csv
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tasks.rendering.word import check, package
from tests.rendering.word import everything

_ROWS = list(csv.DictReader(io.StringIO((Path(__file__).parent / "defects.csv").read_text(encoding="utf-8"))))


def _faults(parts: Mapping[str, bytes]) -> list[str]:
    return [str(defect) for defect in check.defects(parts)]


def test_the_file_that_defects_are_seeded_in_has_none() -> None:
    assert _faults(everything.parts()) == []


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["defect"])
def test_a_defect_is_seen(row: Mapping[str, str]) -> None:
    assert _faults(_broken(row)) != []


def _broken(row: Mapping[str, str]) -> dict[str, bytes]:
    parts = everything.parts()
    whole = parts.pop(row["part"])
    if not row["old"]:
        return parts
    assert row["old"].encode() in whole
    return parts | {row["part"]: whole.replace(row["old"].encode(), row["new"].encode(), 1)}


@pytest.mark.parametrize("again", ["word/document.xml", "Word/Document.xml"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_seen(again: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in everything.parts().items():
            archive.writestr(name, part)
        archive.writestr(again, b"<a/>")
    with pytest.raises(package.PackageError):
        package.read(out.getvalue())
