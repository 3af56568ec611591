"""Damaged and hostile decks: a clear refusal or the best that can be read, never anything else."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from tasks.reading.powerpoint.presentation import read_presentation
from tasks.reading.refusal import CannotReadError
from tests.reading.packages import PATHOLOGIES
from tests.reading.powerpoint.decks import NAMES, box, contents, deck, group, p, slide, sp, tbl, tc, texts

ROUNDS = 25
FILES = sorted((PATHOLOGIES / "pptx").glob("*.pptx"))
WORDS = (b"-1", b"999999999999", b"x", b"", b"0", b"1", b"4294967296", "é".encode())


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A deck in whose slides, layouts and charts a few bytes, attributes or elements were changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            text = source.read(item)
            if item.filename.startswith("ppt/") and item.filename.endswith((".xml", ".rels")) and chance.random() < 0.3:
                text = _changed(text, chance)
            target.writestr(item, text)
    return out.getvalue()


def _changed(text: bytes, chance: random.Random) -> bytes:
    kind = chance.randrange(4)
    at = chance.randrange(len(text))
    if kind == 0:
        return text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]
    if kind == 1:
        parts = text.split(b'"')
        index = chance.randrange(1, max(len(parts), 2), 2)
        parts[index : index + 1] = [chance.choice(WORDS)]
        return b'"'.join(parts)
    tags = text.split(b"<")
    index = chance.randrange(1, len(tags))
    if kind == 2:
        del tags[index]
    else:
        tags.insert(index, chance.choice(tags[1:]))
    return b"<".join(tags)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_mutated_parts_end_in_a_refusal_or_in_contents(path: Path) -> None:
    chance = random.Random(path.stem)  # noqa: S311  reproducible, not secret
    data = path.read_bytes()
    read = 0
    for _ in range(ROUNDS):
        try:
            found = read_presentation(mutated(data, chance))
        except CannotReadError:
            continue
        read += 1
        assert found.receipt.emitted <= found.receipt.read
    assert read


def test_deep_groups_are_read_or_refused() -> None:
    shapes = box("dasar", 0, 0)
    for _ in range(40):
        shapes = group(shapes, "0 0 100 100", "0 0 100 100")
    assert texts(contents(deck(slide(shapes))).blocks) == ["dasar"]
    for _ in range(400):
        shapes = group(shapes, "0 0 100 100", "0 0 100 100")
    with pytest.raises(CannotReadError):
        read_presentation(deck(slide(shapes)))


def test_a_table_of_two_million_cells_is_refused() -> None:
    rows = [tc("a") * 3_000] + [tc("b")] * 700
    with pytest.raises(CannotReadError):
        read_presentation(deck(slide(tbl(*rows))))


def test_absurd_places_and_levels_are_clamped() -> None:
    where = '<a:xfrm rot="x"><a:off x="1e999" y="999999999999999999999"/><a:ext cx="-5" cy="NaN"/></a:xfrm>'
    shape = sp(p("a", level=99), where) + group(box("b", 0, 0), "0 0 0 0", "0 0 0 0", 'rot="abc"')
    assert sorted(texts(contents(deck(slide(shape))).blocks)) == ["a", "b"]


def test_pretty_printed_parts_lose_nothing() -> None:
    data = deck(slide("\n  " + box("a", 0, 0) + "\n\t" + tbl("\n" + tc("b") + "\n")))
    assert dict(contents(data).receipt.skipped)["white space"] > 3


def test_words_of_unknown_shapes_are_kept() -> None:
    shape = f"<x:neu xmlns:x='urn:x' {NAMES}><a:p><a:r><a:t>baru</a:t></a:r></a:p></x:neu>"
    assert texts(contents(deck(slide(shape))).blocks) == ["baru"]
