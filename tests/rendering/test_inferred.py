"""What was concluded, in words."""

import pytest

from tasks.rendering.catalogue import LANGUAGES, load
from tasks.rendering.view.inferred import inferred_words

REASONS = (
    "row above", "position in the cell", "column 'Upaya'", "contents of column 'Upaya'", "proposer",
    "head of the document", "place", "heading", "host", "owner",
)  # fmt: skip


def test_a_conclusion_a_line_with_its_field_and_reason() -> None:
    cell = "owners: proposer; action: column 'Upaya'; regions: owner"
    assert inferred_words(cell, load("id")).splitlines() == [
        "Penanggung jawab: dari pengusul",
        "Kegiatan: dari kolom 'Upaya', karena tidak ada kolom berjudul kegiatan",
        "Wilayah: dari penanggung jawab",
    ]


def test_what_has_no_words_stands_as_it_is() -> None:
    assert inferred_words("owners: the moon; odd", load("en")) == "Responsible institution: the moon\nodd"
    assert inferred_words("", load("en")) == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", REASONS)
def test_every_reason_has_words(language: str, why: str) -> None:
    said = inferred_words(f"period: {why}", load(language))
    assert said.startswith(load(language).text("field.period") + ": ")
    assert said != f"{load(language).text('field.period')}: {why}"
    assert ("Upaya" in said) == ("Upaya" in why)
