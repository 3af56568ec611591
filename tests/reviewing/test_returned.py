"""Files that come back: known by their marks, or by their rows; damaged ones are refused in one sentence."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.mark import Issued, Kind, Mark
from tasks.reading.refusal import CannotReadError
from tasks.rendering.catalogue import LANGUAGES, load
from tasks.reviewing.recognise import Baseline, recognise
from tasks.reviewing.returned import open_returned
from tasks.reviewing.review import review
from tests.reviewing.documents import document, packed, paragraph, plain_rows, returned, row, table

MARK = Mark("4K7QZ2", "8MZ41XQ3", Kind.GROUP)
MAIN = document(table(plain_rows()))
FOOTER = f'<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{paragraph(str(MARK))}</w:ftr>'
BOMB = '<!DOCTYPE a [<!ENTITY b "ha">]>' + MAIN


def test_the_mark_is_found_in_the_properties_and_in_a_footer() -> None:
    custom = f'<p xmlns="c"><property name="RenjaMark"><v>{MARK}</v></property></p>'
    assert open_returned(packed(MAIN, {"docProps/custom.xml": custom}), "a").mark == MARK
    assert open_returned(packed(MAIN, {"word/footer1.xml": FOOTER}), "a").mark == MARK
    assert open_returned(packed(MAIN), "a").mark is None


def test_a_copy_without_a_mark_is_known_by_its_rows() -> None:
    other = document(table([row("B.1 RK-B1", "Lain sama sekali", "2018", "")]))
    issued = [Baseline.of(Issued(str(n), "x", main.encode())) for n, main in enumerate((other, MAIN))]
    found, sure = recognise(returned(table(plain_rows()[1:])), issued)
    assert found is issued[1]
    assert sure < 1
    assert recognise(returned(table([row("Z.1", "Tak dikenal", "", "")])), issued) == (None, 0.0)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"not a file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", packed("<a/>"), packed("<w:document"),
     packed(BOMB), packed(MAIN)[:-40]],
)  # fmt: skip
def test_what_is_no_sound_document_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(CannotReadError) as caught:
        open_returned(data, "a.docx")
    for language in LANGUAGES:
        assert load(language).text("reviewing.said.refused", file="a.docx", cause=f"@{caught.value.cause}")


def test_damaged_comments_take_nothing_else_with_them() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x/comments" Target="comments.xml"/></Relationships>'
    )
    parts = {"word/_rels/document.xml.rels": relations, "word/comments.xml": "<w:comm"}
    copy = open_returned(packed(MAIN, parts), "a")
    assert copy.comments is None
    assert len(copy.body.tables) == 1


@given(st.integers(0, 2**32))
def test_no_damage_leads_to_anything_but_a_refusal_or_proposals(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seed, no secret
    words = list(MAIN)
    for _ in range(chance.randrange(1, 12)):
        place = chance.randrange(len(words))
        words[place : place + chance.randrange(4)] = chance.choice(
            ["<", "w:del", "/>", "", "A.9", "</w:tc>", "<w:tr/>"]
        )
    issued = Baseline.of(Issued("m", "x", MAIN.encode())).body
    try:
        copy = open_returned(packed("".join(words)), "a")
    except CannotReadError:
        return
    assert all(proposal.file == "a" for proposal in review(issued, copy))
