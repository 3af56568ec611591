"""Notes of documents on how budget years run."""

from tasks.extraction.budget_notes import noted_budget_years
from tasks.model.blocks import Document, Paragraph
from tasks.normalising.fiscal_years import BudgetYear


def document(*texts: str) -> Document:
    return Document("a.docx", "docx", tuple(Paragraph(f"paragraph {n}", text) for n, text in enumerate(texts, 1)))


def test_notes_are_found_in_running_text_each_once() -> None:
    one = document("Action matrix", "Quarters are those of the financial year (Q1 = July – Sept 2024).")
    other = document("FY: 1 July – 30 June", "Q1 = Jul-Sep")
    assert noted_budget_years([one, other]) == (BudgetYear(7, quarters=True), BudgetYear(7))


def test_dates_alone_are_no_note() -> None:
    assert noted_budget_years([document("Train in Q1 (July 2024)", "by the end of FY 2024/25")]) == ()
