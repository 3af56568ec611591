"""Questions of forms, with words of other headers in them."""

import pytest

from tasks.extraction.questions import asked_for, is_question
from tasks.extraction.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("What will your office commit to do? (one commitment per response)", "action"),
        ("What will your ministry deliver?", "action"),
        ("Which actions will your department take?", "action"),
        ("What is your organisation going to do?", "action"),
        ("What does your county pledge to do by the end of next year?", "action"),
        ("Apa yang akan dilakukan instansi Saudara?", "action"),
        ("Apa komitmen kantor Bapak/Ibu? (satu komitmen per jawaban)", "action"),
        ("What do you need from other agencies before you can proceed?", "depends"),
        ("Apa yang harus siap", "action"),
        ("Apa kegiatan yang akan dilakukan", "action"),
        ("What should be in place", "action"),
        ("Apa kendala yang harus diselesaikan", "obstacle"),
        ("Siapa yang bantu", "supporter"),
        ("What must happen before you can start?", "depends"),
        ("What needs to be in place before this can begin?", "depends"),
        ("Apa yang diperlukan dari K/L lain agar dapat berjalan?", "depends"),
        ("Who will you work with?", "supporter"),
        ("Which agencies will assist you?", "supporter"),
        ("Siapa saja yang terlibat?", "supporter"),
        ("Which office is in charge?", "owner"),
        ("Siapa yang bertanggung jawab?", "owner"),
        ("How much will it cost?", "budget"),
        ("Where will the money come from?", "fund"),
        ("Where will this take place?", "place"),
        ("When will it be completed?", "end"),
        ("Kapan dimulai?", "start"),
        ("What difficulties does your office face?", "obstacle"),
        ("What is stopping you?", "obstacle"),
        ("Masalah apa yang mau diselesaikan?", "obstacle"),
        ("Kenapa belum berjalan?", "obstacle"),
        ("Kenapa perlu? (masalah di lapangan)", "obstacle"),
        ("Why is this needed? (problem in the field)", "obstacle"),
        ("Why is this needed? (expected benefit)", "objective"),
        ("What outputs will your office deliver?", "output"),
    ],
)
def test_what_a_question_asks_for(question: str, field: str) -> None:
    word = vocabulary().look(question)
    assert (word.field if word else "") == field


def test_what_is_no_question_asks_for_nothing_by_its_grammar() -> None:
    assert not is_question("Office before start")
    assert asked_for("Kondisi sebelum kegiatan dimulai") == ""


def test_a_question_may_be_longer_than_a_header() -> None:
    question = (
        "What will your office do to help the towns along the river keep their registers up to date by next year?"
    )
    word = vocabulary().look(question)
    assert len(question) > 90
    assert (word.field if word else "") == "action"
