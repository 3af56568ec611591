"""Definitions of documents: running text, lists below a title, tables."""

from tasks.extraction.definitions import noted_definitions
from tasks.model.blocks import Block, Document, Heading, Paragraph
from tasks.normalising.definitions import Definition
from tests.builders import table

GROUPS = {"a.docx": "K1"}


def told(*blocks: Block) -> list[Definition]:
    return [n.definition for n in noted_definitions([Document("a.docx", "docx", blocks)], GROUPS)]


def test_a_list_below_its_title_needs_no_letters_that_fit() -> None:
    title, line = (
        Heading("paragraph 1", "List of abbreviations", 1),
        Paragraph("paragraph 2", "GIZ: German Cooperation"),
    )
    after = Heading("paragraph 3", "Actions", 1)
    assert told(title, line) == [Definition("GIZ", "German Cooperation")]
    assert told(title, after, line) == []


def test_a_table_of_abbreviations_is_read_row_by_row() -> None:
    rows = """
    No | Singkatan | Kepanjangan
    1 | KNS | Komisi Nasional Sungai
    2 | XQ | Lembaga Air
    """
    assert told(table(rows)) == [Definition("KNS", "Komisi Nasional Sungai"), Definition("XQ", "Lembaga Air")]


def test_a_table_of_actions_defines_nothing_but_what_fits() -> None:
    rows = """
    Action | Owner | Output
    Clean wells | XQ | Lembaga Air
    Mark roads | NRB | National Roads Board
    """
    assert told(table(rows)) == [Definition("NRB", "National Roads Board")]


def test_file_and_group_stand_beside_a_definition() -> None:
    block = Paragraph("paragraph 1", "the National Roads Board (NRB)")
    (found,) = noted_definitions([Document("a.docx", "docx", (block,))], GROUPS)
    assert (found.file, found.group) == ("a.docx", "K1")
