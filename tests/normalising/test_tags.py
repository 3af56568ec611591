"""Programme, theme, target groups and media of actions, with the words that give them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.model.meeting import Group, Inputs, Meeting
from tasks.model.tables import RAW, frame
from tasks.model.values import parts
from tasks.normalising.normalise import normalise
from tasks.normalising.owned import Owned
from tasks.normalising.regions import Gazetteer
from tasks.normalising.tag_words import Kind, TagWords, shown
from tasks.normalising.tags import Tagger

KINDS = ("programme", "targets", "media", "theme")
LEAST = {"programme": (0.97, 0.97), "targets": (0.98, 0.97), "media": (0.97, 0.96), "theme": (0.93, 0.97)}
"""Precision and recall on tags.txt that no change may fall below."""
GROUPS = (Group("K1", "Kelompok Satu"), Group("K2", "Infrastruktur dan Jaringan"))
MEETING = Meeting(year=2017, theme="TIK yang Merata dan Berkualitas", groups=GROUPS)
Row = dict[str, str]


def tags(*rows: Row, meeting: Meeting = MEETING, vocabulary: tuple[Row, ...] = ()) -> list[Row]:
    """The records of these raw rows."""
    raw = frame(RAW, [{"record_id": f"R{n}", "file": "a.docx"} | row for n, row in enumerate(rows)])
    made = normalise(raw, Inputs(Path(), meeting, (), {"vocabulary": vocabulary})).records
    return [{str(k): str(v) for k, v in row.items()} for row in made.to_dict("records")]


def tag(action: str, cells: Row | None = None, vocabulary: tuple[Row, ...] = ()) -> Row:
    return tags({"action": action, **(cells or {})}, vocabulary=vocabulary)[0]


def truths() -> Iterator[tuple[Meeting, list[list[str]]]]:
    """The meetings of tags.txt, each with its actions and their tags."""
    lines = (Path(__file__).parent / "tags.txt").read_text(encoding="utf-8").splitlines()
    meeting, held = Meeting(), list[list[str]]()
    for line in [*(line for line in lines if line and not line.startswith("#")), "= id | -"]:
        cells = ["" if cell.strip() == "-" else cell.strip() for cell in line.lstrip("= ").split("|")]
        if line.startswith("="):
            if held:
                yield meeting, held
            meeting, held = Meeting(year=2017, language=cells[0], theme=cells[1]), []
        else:
            held.append(cells)


@cache
def compared() -> tuple[tuple[str, str, frozenset[str], frozenset[str]], ...]:
    """Kind, action, right tags and tags given, for all of tags.txt."""
    found = []
    for meeting, rows in truths():
        made = tags(*({"action": action} for action, *_ in rows), meeting=meeting)
        for (action, *right), record in zip(rows, made, strict=True):
            for kind, cell in zip(KINDS, right, strict=True):
                found.append((kind, action, frozenset(parts(cell)), frozenset(parts(record[kind]))))
    return tuple(found)


@pytest.mark.parametrize("kind", KINDS)
def test_the_tags_of_the_table_are_found(kind: str) -> None:
    rows = [(action, right, given_) for k, action, right, given_ in compared() if k == kind]
    hits = sum(len(right & given_) for _, right, given_ in rows)
    precision, recall = hits / sum(len(g) for *_, g in rows), hits / sum(len(r) for _, r, _ in rows)
    wrong = [f"{action}: {sorted(right)} {sorted(given_)}" for action, right, given_ in rows if right != given_]
    assert (precision >= LEAST[kind][0], recall >= LEAST[kind][1]) == (True, True), (precision, recall, wrong)


def test_the_table_is_large_and_of_both_languages() -> None:
    counts = dict.fromkeys(("id", "en"), 0)
    for meeting, rows in truths():
        counts[meeting.language] += len(rows)
    assert counts["id"] > 120
    assert counts["en"] > 60


def test_the_words_of_every_tag_are_kept() -> None:
    made = tag("Pelatihan guru SMA dalam video pembelajaran", {"output": "Modul di internet", "group": "K1"})
    assert (made["programme"], made["targets"]) == ("Sumber daya manusia", "Guru; SMA")
    assert made["media"] == "multimedia; internet"
    assert made["tags_from"] == (
        "programme Sumber daya manusia: Pelatihan; target Guru: guru; target SMA: SMA; "
        "medium multimedia: video pembelajaran; medium internet: internet (output)"
    )
    assert made["inferred"] == ""


@pytest.mark.parametrize(
    ("cells", "programme", "source"),
    [
        ({"heading": "Bagian I › Penguatan SDM", "group": "K1"}, "Sumber daya manusia", "SDM (title)"),
        ({"heading": "SDM › A. Infrastruktur", "group": "K1"}, "Infrastruktur dan sarana", "Infrastruktur (title)"),
        ({"heading": "SDM › Data dan Infrastruktur"}, "Sumber daya manusia", "SDM (title)"),
        ({"group": "K2"}, "Infrastruktur dan sarana", "Infrastruktur (group)"),
        ({"group": "K1"}, "Kelompok Satu", "Kelompok Satu (group)"),
        ({"group": "X"}, "X", "X (group)"),
    ],
)
def test_where_the_action_tells_no_programme(cells: Row, programme: str, source: str) -> None:
    made = tag("Menindaklanjuti usulan", cells)
    assert (made["programme"], made["tags_from"]) == (programme, f"programme {programme}: {source}")
    assert made["inferred"] == "programme: " + source.rpartition("(")[2].rstrip(")")


def test_nothing_gives_no_programme_where_there_is_no_group() -> None:
    made = tag("Menindaklanjuti usulan")
    assert (made["programme"], made["tags_from"], made["inferred"]) == ("", "", "")


@pytest.mark.parametrize(
    ("action", "targets"),
    [
        ("Direktorat Pembinaan SMA menyusun modul", ""),
        ("Modul dari Direktorat Pembinaan SMA", ""),
        ("Pemasangan wifi di SMAN 1 Tual", "SMA"),
        ("Guru mengisi daftar", ""),
        ("Guru mengikuti pelatihan", "Guru"),
        ("Perbaikan saluran oleh kelompok tani", ""),
        ("Januari sd Maret", ""),
        ("Kelas bagi SD dan SMP", "SD; SMP"),
        ("Sekolah dan SMA menerima modul", "SMA"),
    ],
)
def test_names_of_offices_and_doers_are_no_targets(action: str, targets: str) -> None:
    assert tag(action)["targets"] == targets


def test_the_words_of_an_office_give_no_programme() -> None:
    assert tag("Balai Pelatihan Kesehatan Makassar menyusun pedoman")["programme"] == "Kebijakan dan regulasi"


@pytest.mark.parametrize(
    ("action", "programme"),
    [
        ("Draft the telehealth regulation", "Policy and regulation"),
        ("Monitor vaccination coverage", "Monitoring and evaluation"),
        ("Training for drivers of ambulances", "Human resources"),
        ("Laptops, training of users", "Infrastructure and facilities"),
    ],
)
def test_in_english_the_last_word_of_a_compound_says_what_it_is(action: str, programme: str) -> None:
    assert tags({"action": action}, meeting=Meeting(year=2017, language="en"))[0]["programme"] == programme


@pytest.mark.parametrize(
    ("theme", "themes"),
    [
        ("TIK yang Merata dan Berkeadilan", "berkeadilan; merata"),
        ("Sekolah Merata", "merata"),
        ("Layanan yang Cepat, Ramah", "ramah"),
        ("Kerja keras", ""),
        ("", ""),
    ],
)
def test_only_the_themes_of_the_meeting_are_given(theme: str, themes: str) -> None:
    meeting = Meeting(year=2017, theme=theme)
    action = "Layanan ramah bagi siswa tunanetra di daerah terpencil"
    assert tags({"action": action}, meeting=meeting)[0]["theme"] == themes


def test_the_vocabulary_of_the_meeting_adds_words_and_wins() -> None:
    own = (
        {"word": "kapal pustaka", "field": "Tag programme", "tag": "Literasi; baca"},
        {"word": "pelatihan", "field": "tag programme", "tag": "Diklat"},
        {"word": "nakhoda", "field": "tag target", "tag": "Awak kapal"},
        {"word": "laut", "field": "tag theme", "tag": "bahari"},
        {"word": "satelit", "field": "tag medium", "tag": "satelit"},
        {"word": "", "field": "tag medium", "tag": "x"},
        {"word": "Kegiatan", "field": "action"},
    )
    made = tag("Kapal pustaka dengan satelit bagi nakhoda di laut", vocabulary=own)
    assert [made[kind] for kind in KINDS] == ["Literasi, baca", "Awak kapal", "satelit", "bahari"]
    assert tag("Pelatihan guru", vocabulary=own)["programme"] == "Diklat"


def test_regions_of_a_supplied_list_are_remote_and_no_others() -> None:
    own = ({"word": "Kab. Asmat", "field": "tag region", "tag": "3T"},)
    made = tag("Bimtek guru", {"place_text": "Kabupaten Asmat"}, own)
    assert (made["targets"], made["inferred"]) == ("Guru; 3T", "targets: region")
    assert made["tags_from"].endswith("target 3T: Kabupaten Asmat (region)")
    assert tag("Bimtek guru", {"place_text": "Kabupaten Bogor"}, own)["targets"] == "Guru"
    told = tag("Bimtek guru daerah terpencil", {"place_text": "Kabupaten Asmat"}, own)
    assert (told["targets"], told["inferred"]) == ("Guru; 3T", "")


def test_english_names_are_given_in_english_meetings() -> None:
    assert shown(Kind.MEDIUM, "televisi", "en") == "television"
    assert shown(Kind.MEDIUM, "televisi", "id") == "televisi"
    assert shown(Kind.MEDIUM, "telegraf", "en") == "telegraf"


def test_short_abbreviations_count_in_capitals_alone_and_lines_do_not_part_phrases() -> None:
    words = TagWords(
        [{"phrase": "SD", "tag": "a"}, {"phrase": "VSAT", "tag": "b"}, {"phrase": "kelas maya", "tag": "c"}]
    )
    assert [(hit.tag, hit.text) for hit in words.find("SD sd vsat Kelas\n maya")] == [
        ("a", "SD"),
        ("b", "vsat"),
        ("c", "Kelas maya"),
    ]


PIECES = st.sampled_from([
    "Pelatihan", "guru", "SMA", "radio", "TV Edukasi", "internet", "daerah terpencil", "kompetensi", "x", ";", "di",
    "oleh", "jaringan", "SD", "sd", "\n", "–", "Dinas Pendidikan", "anak", "berkebutuhan khusus", "untuk", ",", "'",
])  # fmt: skip


@cache
def tagger() -> Tagger:
    return Tagger(MEETING, (), Gazetteer.load(2017))


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=10).map(" ".join))
def test_words_of_tags_stand_in_the_text_and_tags_are_stable(text: str) -> None:
    made = tagger().tags(text, text, text, "K1", Owned())
    assert made == tagger().tags(text, text, text, "K1", Owned())
    plain = " ".join(text.replace(";", ",").split())
    names = {f"programme {made.programme}", *(f"theme {t}" for t in made.themes)}
    names |= {f"target {t}" for t in made.targets} | {f"medium {m}" for m in made.media}
    assert {source.partition(": ")[0] for source in made.sources} == names
    for source in made.sources:
        said = source.partition(": ")[2]
        if not said.endswith("(group)"):
            assert all(word in plain for word in said.removesuffix(" (output)").removesuffix(" (title)").split(", "))


def test_a_group_whose_name_holds_the_mark_that_parts_values() -> None:
    meeting = Meeting(groups=(Group("K1", "Satu; Dua"),))
    made = Tagger(meeting, (), Gazetteer.load(2017)).tags("x", "", "", "K1", Owned())
    assert (made.programme, made.sources) == ("Satu; Dua", ("programme Satu, Dua: Satu, Dua (group)",))
