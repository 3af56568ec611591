"""Ambiguous columns."""

from tasks.extraction.columns import columns_of
from tasks.extraction.contents import Roles, like_actions
from tasks.extraction.roles import roles_of
from tasks.extraction.vocabulary import vocabulary
from tests.builders import cells
from tests.extraction.helpers import recognise


def roles(text: str) -> Roles:
    """Roles of the columns of a table whose first line is the header."""
    header, *rows = cells(text)
    columns = columns_of([(h,) if h else () for h in header], vocabulary())
    return roles_of(columns, lambda col: [r[col] for r in rows], recognise())


def named(text: str) -> list[str]:
    return [c.field for c in roles(text).columns]


def test_follow_up_beats_activity() -> None:
    assert named("Kegiatan | Permasalahan | Tindak Lanjut | PJ") == ["programme", "obstacle", "action", "owner"]


def test_recommendations_left_of_the_action_are_solutions() -> None:
    assert named("Masalah | Rekomendasi | Rencana Tindak Lanjut") == ["obstacle", "solution", "action"]


def test_a_column_of_buttons_is_no_action() -> None:
    assert named("Nama Usulan | Aksi\nPelatihan guru | Ubah Hapus\nBimtek | Ubah Hapus") == ["action", "ignore"]
    assert named("Isu | Aksi\nBanjir | Membangun tanggul") == ["programme", "action"]


def test_a_solution_is_the_action_where_there_is_no_other() -> None:
    found = roles("Masalah | Solusi | PJ\nBanjir | Membangun tanggul | Dinas PU")
    assert [c.field for c in found.columns] == ["obstacle", "action", "owner"]
    assert found.inferred == (("action", "column 'Solusi'"),)


def test_levels_with_marks_are_owners_with_text_actions() -> None:
    assert named("Kegiatan | Pusat | Provinsi\nMelatih | √ |\nMenata | | √")[1:] == ["owner mark", "owner mark"]
    assert named("Isu | Pusat | Provinsi\nData | Menyusun standar | Mengirim data")[1:] == ["action", "action"]


def test_the_institution_of_a_form_is_its_proposer() -> None:
    assert named("Timestamp | Nama Instansi | Usulan Kegiatan") == ["timestamp", "proposer", "action"]
    assert named("No | Nama Instansi | Kegiatan") == ["no", "owner", "action"]


def test_a_unit_is_an_owner_where_nothing_is_counted() -> None:
    assert named("Kegiatan | Unit") == ["action", "owner"]
    assert named("Kegiatan | Volume | Unit") == ["action", "volume", "unit"]


def test_numbered_columns_are_blocks() -> None:
    found = roles("Timestamp | Instansi | Kegiatan 1 | Waktu 1 | Kegiatan 2 | Waktu 2")
    assert [c.block for c in found.columns] == [0, 0, 1, 1, 2, 2]


def test_unknown_headers_are_judged_by_their_cells() -> None:
    found = roles("""
Kegiatan | Q    | R              | S
Melatih  | BPS  | 3 Mei 2026     | Rp 2 juta
Menata   | BPS  | Juni 2026      | Rp 300 ribu
""")
    assert [c.field for c in found.columns] == ["action", "owner", "time", "budget"]
    assert ("time", "contents of column 'R'") in found.inferred


def test_a_list_of_people_is_an_attendance_list() -> None:
    assert roles("No | Nama | Jabatan | Tanda Tangan").attendance
    assert not roles("Nama | Kegiatan | Waktu").attendance


def test_reading_like_actions() -> None:
    assert like_actions(["Menyusun a", "Pelatihan b", "", "lain"])
    assert not like_actions(["Listrik", "Konektivitas"])
    assert not like_actions([])


def test_levels_over_names_of_regions_are_places_even_if_no_gazetteer_knows_them() -> None:
    found = named("Province | District | Activity | Owner\nHill Province | Tarn District | Train | BPS")
    assert found == ["place", "place", "action", "owner"]
    assert named("Prov | Kab | Kegiatan | PJ\nProv. Baru | Kab. Lama | Menata arsip | BPS")[:2] == ["place", "place"]
    assert named("Provinsi | Kab/Kota | Kegiatan\nDinas Sosial Provinsi | Dinas Sosial | Menata arsip")[0] == "owner"


def test_levels_and_offices_that_are_ticked() -> None:
    columns = columns_of([("Tugas",), ("Pelaku", "Pusat"), ("Pelaku", "Provinsi")], vocabulary())
    ticks = ["Menyusun pedoman", "√", "x"]
    assert [c.field for c in roles_of(columns, lambda col: [ticks[col]], recognise()).columns] == [
        "action",
        "owner mark",
        "owner mark",
    ]
    assert named("Kegiatan | BPS | Bappenas\nMenyusun | x | \nMelatih | | x") == ["action", "owner mark", "owner mark"]


def test_an_issue_that_something_is_lacking_is_an_obstacle() -> None:
    assert named("Isu | Tindak Lanjut\nData belum padan | Memadankan data")[0] == "obstacle"
    assert named("Isu | Tindak Lanjut\nData dan informasi | Memadankan data")[0] == "programme"


def test_numbers_are_sums_where_a_title_says_so() -> None:
    columns = columns_of([("Tugas",), ("Gagrak",)], vocabulary())
    cell = ["Menyusun pedoman", "1.250"]
    assert roles_of(columns, lambda col: [cell[col]], recognise(), "juta").columns[1].field == "budget"
    assert roles_of(columns, lambda col: [cell[col]], recognise()).columns[1].field == ""


def test_the_action_column_that_reads_like_actions_wins() -> None:
    assert named("Kegiatan | Usulan | PJ\nPPS A | Membangun gudang | BPS\nPPS B | Membeli kapal | BPS")[1] == "action"


def test_what_is_to_be_done_by_somebody_some_time_is_an_action_whatever_its_header() -> None:
    found = roles("Obyek | PJ | Waktu\nGardu induk Malili | BPS | Mei 2026\nJaringan desa Wosu | BPS | Juni 2026")
    assert [c.field for c in found.columns] == ["action", "owner", "time"]
    assert found.inferred == (("action", "column 'Obyek'"),)
    assert named("Kode | PJ | Waktu\nA1 | BPS | Mei 2026\nA2 | BPS | Juni 2026")[0] != "action"
    assert named("Obyek | Waktu\nGardu induk Malili | Mei 2026\nJaringan desa Wosu | Juni 2026")[0] != "action"
