"""No character goes missing: the receipt of every sample document and of every pathology adds up."""

from pathlib import Path

import pytest

from tasks.model.problem import Code
from tasks.model.receipt import Receipt
from tasks.reading.read import read_file
from tasks.reading.storage.encoding import from_json, to_json
from tests.fuzzing.readers import originals
from tests.reading.packages import source

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(path for path in (ROOT / "inputs").glob("*/documents/**/*") if path.is_file())
TEMPLATES = sorted((ROOT / "templates").rglob("*.docx"))


@pytest.mark.parametrize("path", [*SAMPLES, *TEMPLATES], ids=lambda path: path.name)
def test_every_sample_document_adds_up_and_comes_back_from_the_store(path: Path) -> None:
    document = read_file(source(path))
    assert document.blocks != ()
    assert document.receipt is not None
    assert document.receipt.read > 0
    assert document.receipt.remainder == 0
    assert Code.TEXT_UNACCOUNTED not in {problem.code for problem in document.problems}
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize("path", originals(), ids=lambda path: path.name)
def test_every_pathology_adds_up_or_is_refused(path: Path) -> None:
    document = read_file(source(path))
    refused = {Code.FILE_REFUSED, Code.FILE_UNREADABLE, Code.FILE_ENCRYPTED, Code.FILE_EMPTY}
    if document.receipt is None:
        assert refused & {problem.code for problem in document.problems}
    else:
        assert document.receipt.remainder == 0


def test_a_remainder_is_what_nobody_accounts_for() -> None:
    assert Receipt(10, 6, (("deleted", 3),)).remainder == 1
    assert Receipt(10, 12).remainder == -2
