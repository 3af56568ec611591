"""The programme of an item and the words of its tags."""

from tasks.merging.merge import merge
from tasks.merging.programmes import programme
from tests.frames import GROUPS, records

OWN = {"programme": "A", "inferred": "", "tags_from": "programme A: a; target SMA: SMA"}
TITLE = {"programme": "B", "inferred": "owners: proposer; programme: title", "tags_from": "programme B: b (title)"}
GROUP = {"programme": "C", "inferred": "programme: group", "tags_from": "programme C: c (group); medium radio: RRI"}


def test_the_surest_record_gives_the_programme() -> None:
    assert programme([GROUP, TITLE, OWN])["programme"] == "A"
    assert programme([GROUP, TITLE])["programme"] == "B"
    assert programme([GROUP, GROUP | {"programme": "D"}])["programme"] == "C"


def test_a_name_with_the_mark_that_parts_values() -> None:
    record = {"programme": "A; B", "inferred": "programme: group", "tags_from": "programme A, B: A, B (group)"}
    assert programme([record]) == {"programme": "A; B", "tags_from": "programme A, B: A, B (group)"}


def test_words_of_the_programmes_not_taken_are_left_out() -> None:
    assert programme([GROUP, OWN])["tags_from"] == "medium radio: RRI; programme A: a; target SMA: SMA"


def test_an_item_has_the_tags_of_all_its_records() -> None:
    same = {"action": "Penyusunan juknis BOS", "start": "2017-03-01", "end": "2017-03-31"}
    one = {**same, **OWN, "targets": "SMA", "theme": "merata"}
    other = {**same, **GROUP, "targets": "SMK; SMA", "media": "radio"}
    item = merge(records(one, other), GROUPS, {}).items.iloc[0]
    assert (item["programme"], item["targets"], item["media"], item["theme"]) == ("A", "SMA; SMK", "radio", "merata")
    assert item["group"] == "K1"
