"""The lists and catalogues agree with the code."""

from typing import get_args

import pytest

from tasks.extraction.draft import Reason
from tasks.extraction.phrases import rows
from tasks.model.tables import FATES
from tasks.rendering.catalogue import LANGUAGES, load
from tests.extraction.helpers import fates


@pytest.mark.parametrize("name", ["phrases", "actions"])
def test_lists_have_sources_and_no_doubles(name: str) -> None:
    listed = [tuple(row.values())[:2] for row in rows(name)]
    assert len(set(listed)) == len(listed)
    assert all(row["source"] and row["language"] in {"id", "en"} for row in rows(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence(language: str) -> None:
    catalogue = load(language)
    assert all(catalogue.text(f"extraction.{name}") for name in get_args(Reason))


def test_no_sentence_without_a_reason() -> None:
    keys = {key for key in load("id")._sentences if key.startswith("extraction.")}
    assert keys == {f"extraction.{name}" for name in get_args(Reason)}


def test_fates_are_those_of_the_contract() -> None:
    found = fates("""
# Rekomendasi

1. Bappeda menyusun peta jalan, Mei 2026

No | Kegiatan | PJ
1 | Melatih kader | Dinkes
Jumlah | |
""")
    assert {fate for fate, _ in found.values()} <= set(FATES)
    assert found["table 1, row 3"] == ("total", "total")
