"""PDF files with bytes changed, cut and moved: each ends as a document or as a problem."""

import random
from collections import Counter
from pathlib import Path

import pytest

from tasks.model.problem import Code
from tasks.reading.pdf import document
from tasks.reading.read import read_file
from tests.reading.packages import PATHOLOGIES, source

FILES = sorted((PATHOLOGIES / "pdf").glob("*.pdf"))


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changes of one kind."""
    out = bytearray(data)
    kind = chance.choice(("change", "cut", "copy"))
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(20, len(out))
        length = chance.randint(1, 60)
        if kind == "change":
            out[at] = chance.randrange(256)
        elif kind == "cut":
            del out[at : at + length]
        else:
            start = chance.randrange(len(out))
            out[at:at] = out[start : start + length]
    return bytes(out)


def test_every_mutation_ends_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "installed", lambda: False)
    seen: Counter[str] = Counter()
    for seed in range(150):
        chance = random.Random(seed)  # noqa: S311  reproducible
        path = tmp_path / "rusak.pdf"
        path.write_bytes(mutated(chance.choice(FILES).read_bytes(), chance))
        found = read_file(source(path))
        codes = {problem.code for problem in found.problems}
        assert not codes & {Code.TEXT_UNACCOUNTED, Code.INTERNAL}
        assert found.blocks or codes
        assert dict(found.problems[0].details).get("cause") != "@reading.too-large" if codes else True
        seen["read" if found.blocks else "refused"] += 1
    assert min(seen["read"], seen["refused"]) > 10
