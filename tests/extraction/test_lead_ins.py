"""What leads into a sentence before those who are to act."""

import pytest

from tasks.extraction.lead_ins import Undirected, led, undirected
from tasks.extraction.subjects import asked
from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    ("sentence", "text", "before"),
    [
        ("Demikian pula BPS akan mendata", "BPS akan mendata", ""),
        ("Selain itu, BPS akan mendata", "BPS akan mendata", ""),
        ("That the Fund pays", "the Fund pays", ""),
        ("On seed, it was agreed that the Fund pays", "the Fund pays", "On seed"),
        ("The Fund was requested to pay", "The Fund was requested to pay", ""),
        ("Next generation networks", "Next generation networks", ""),
    ],
)
def test_words_that_announce_or_report_are_taken_off(sentence: str, text: str, before: str) -> None:
    assert undirected(sentence) == Undirected(text, before)


@pytest.mark.parametrize("text", ["Soal dana, BPS", "Setelah pedoman terbit, BPS", "Upon approval, the Fund"])
def test_words_lead_up_to_whoever_acts(text: str) -> None:
    assert led(text)


@pytest.mark.parametrize(
    ("sentence", "language", "owner", "body", "before"),
    [
        ("Soal pasar, rapat sepakat BPS menyusun daftar", "id", "BPS", "menyusun daftar", "Soal pasar, rapat sepakat"),
        ("Setelah pedoman terbit, BPS menyusun daftar", "id", "BPS", "menyusun daftar", "Setelah pedoman terbit"),
        (
            "On data, the NTB and the Works Ministry shall sign it",
            "en",
            "the NTB and the Works Ministry",
            "sign it",
            "On data",
        ),
        ("Members agreed that PKO and KMS jointly train 300 dealers", "en", "PKO and KMS", "train 300 dealers", ""),
    ],
)
def test_who_is_asked_behind_a_lead_in(sentence: str, language: str, owner: str, body: str, before: str) -> None:
    found = asked(sentence, recognise(language))
    assert found is not None
    assert (found.owner, found.body, found.before) == (owner, body, before)


@pytest.mark.parametrize(
    "sentence", ["The suggestion to realign the budget is noted", "Usulan Dinas Kesehatan agar anggaran ditambah"]
)
def test_what_was_proposed_acts_nowhere(sentence: str) -> None:
    found = asked(sentence, recognise("en" if sentence.startswith("The") else "id"))
    assert found is None or not found.owner
