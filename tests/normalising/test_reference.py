"""The reference data that ships: complete, with sources, without contradictions."""

from datetime import date

import pytest

from tasks.model.values import Level
from tasks.normalising.institution_heads import patterns
from tasks.normalising.period_context import event_span
from tasks.normalising.period_tokens import tokens
from tasks.normalising.reference import rows
from tasks.normalising.regions import Gazetteer
from tasks.normalising.words import key, words

TABLES = [
    "calendar", "funds", "institution_patterns", "institutions", "money_words", "months", "number_words", "owner_words",
    "medium_words", "period_words", "programme_words", "region_aliases", "tags", "target_words", "theme_words",
    "institution_times", "name_endings", "name_short_forms", "no_fund_words", "place_words", "vague_words",
    "world_words", "region_kinds", "place_kinds", "country_institutions",
]  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_every_row_names_its_source(name: str) -> None:
    assert rows(name)
    for row in rows(name):
        assert set(row) == set(rows(name)[0])
        if row.get("class") not in {"dash", "and", "comma", "article", "bracket", "noise", "dots"}:
            assert row["source"]


def test_levels_and_regions_of_institutions_exist() -> None:
    gazetteer = Gazetteer.load(2017)
    for row in rows("institutions"):
        assert row["level"] in set(Level)
        assert not row["region"] or gazetteer.by_name(row["region"]) is not None
        assert not row["from"] or not row["to"] or int(row["from"]) <= int(row["to"])


def test_levels_of_patterns_exist_and_their_heads_are_found() -> None:
    for row in rows("institution_patterns"):
        assert not row["level"] or row["level"] in set(Level)
        assert row["where"] in {"", "cell"}
        for head in row["heads"].split(";"):
            assert patterns().at(words(head), 0) is not None


def test_aliases_of_regions_point_to_regions() -> None:
    names = {row["name"] for row in rows("regions")}
    for row in rows("region_aliases"):
        assert row["kind"].split()[0] in {"alias", "english", "display", "word", "capital", "place", "abroad"}
        assert row["kind"] in {"word", "capital"} or row["kind"].startswith("abroad") or row["name"] in names


@pytest.mark.parametrize("year", [2017, 2026])
def test_every_event_of_the_calendar_has_days(year: int) -> None:
    for row in rows("calendar"):
        span = event_span(row["event"], year)
        assert span is not None
        assert span[0] <= span[1]
        assert span[0].year == year


def test_the_row_of_a_year_wins_over_the_general_one() -> None:
    general, special = event_span("Tahun ajaran baru", 2020), event_span("Tahun ajaran baru", 2017)
    assert special is not None
    assert special[0] == date(2017, 7, 17)
    assert general != special


def test_every_period_word_is_read_as_its_class() -> None:
    for row in rows("period_words"):
        read = tokens(row["phrase"])
        assert read[0].kind in {row["class"], "apostrophe"}
        assert len(read) == 1


def test_no_head_of_an_office_is_a_linking_word() -> None:
    linking = {key(row["phrase"]) for row in rows("owner_words")} | {key(word) for word in ("dan", "atau", "untuk")}
    for row in rows("institution_patterns"):
        assert linking.isdisjoint(key(head) for head in row["heads"].split(";"))


@pytest.mark.parametrize("kind", ["programme", "theme", "target", "medium"])
def test_tag_words_give_tags_of_the_list(kind: str) -> None:
    known = {row["tag"] for row in rows("tags") if row["kind"] == kind}
    assert {row["tag"] for row in rows(f"{kind}_words")} - {""} == known
    assert {row["under"] for row in rows("tags") if row["kind"] == kind} - {""} <= known
    said = [(row["phrase"].casefold(), row["tag"], row.get("where", "")) for row in rows(f"{kind}_words")]
    assert len(said) == len(set(said))


def test_every_tag_has_an_english_name_of_its_own() -> None:
    names = [(row["kind"], row["english"]) for row in rows("tags")]
    assert all(name for _, name in names)
    assert len(names) == len(set(names))


def test_ranks_places_and_classes_of_programme_words_are_known() -> None:
    for row in rows("programme_words"):
        assert row["rank"] in {"1", "2", "3"}
        assert row["where"] in {"", "action", "title"}
        assert row["class"] in {"", "verb"}
    assert {row["names"] for row in rows("theme_words")} == {"", "yes"}
