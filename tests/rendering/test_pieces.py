"""The pieces of a plan's documents, put together, are what is made at one go, to the byte."""

import pickle
from dataclasses import replace

import pytest

from tasks.model.errors import TemplateError
from tasks.rendering.pieces import made, pieces, task
from tasks.rendering.render import TEMPLATES, render
from tests.rendering.test_shelf import linked


@pytest.mark.parametrize("hands", [1, 3])
def test_pieces_that_were_sent_give_what_is_made_at_one_go(hands: int) -> None:
    sent = pickle.dumps(task(linked(), "id", TEMPLATES))
    found = [document for piece in pieces(hands) for document in made(pickle.loads(sent), piece)]  # noqa: S301
    assert found == list(render(linked(), "id"))


def test_a_broken_template_is_told_and_the_error_survives_the_way_back() -> None:
    whole = task(linked(), "id", TEMPLATES)
    broken = replace(whole, templates={**whole.templates, "id/lembar-kelompok.docx": b"no zip"})
    with pytest.raises(TemplateError) as told:
        [made(broken, piece) for piece in pieces(1)]
    back = pickle.loads(pickle.dumps(told.value))  # noqa: S301
    assert back.problem == told.value.problem
    assert dict(back.problem.details)["template"] == "lembar-kelompok.docx"
