"""Damaged old files end in blocks or one refusal, and no text goes missing in silence."""

import random
from collections.abc import Callable

import pytest

from tasks.reading.contents import Contents
from tasks.reading.legacy.doc.document import read_doc_alone
from tasks.reading.legacy.rtf.document import read_rtf
from tasks.reading.legacy.xls.workbook import read_xls
from tasks.reading.refusal import CannotReadError
from tests.fuzzing.mutations import mutated
from tests.reading.packages import PATHOLOGIES

FOLDER = PATHOLOGIES / "legacy"
COPIES = 300
RTF = (
    rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1\fcharset2 Wingdings;}}{\stylesheet{\s1\outlinelevel0 Judul;}}"
    rb"{\header KOP\par}\s1 satu\par{\listtext 1.\tab}\ls1 dua{\footnote kaki}\par"
    rb"\trowd\clvmgf\cellx900\cellx1800\pard\intbl A\cell \u8730?\'e9\cell\row"
    rb"\trowd\clvmrg\cellx900\cellx1800\intbl \cell{\field{\*\fldinst PAGE}{\fldrslt x}}\cell\row\pard z\par}"
)


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (read_xls, (FOLDER / "X02_merged.xls").read_bytes()),
        (read_doc_alone, (FOLDER / "D03_header2.doc").read_bytes()),
        (read_doc_alone, (FOLDER / "D05_numbering.doc").read_bytes()),
        (read_rtf, RTF),
    ],
)
def test_damaged_files(read: Callable[[bytes], Contents], data: bytes) -> None:
    outcomes: list[int | None] = []
    for number in range(COPIES):
        copy = bytearray(mutated(data, random.Random(number)))  # noqa: S311  reproducible, not secret
        try:
            outcomes.append(read(bytes(copy)).receipt.remainder)
        except CannotReadError:
            outcomes.append(None)
    assert set(outcomes) <= {0, None}
    assert outcomes.count(0) > COPIES // 5
