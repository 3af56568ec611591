"""Questions are answered in the workbook, hold in the next runs, and can be undone."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from flows.cli import main
from flows.folder.output import Output
from flows.folder.publish import Published
from flows.folder.run_record import Record
from tasks.model.decision_keys import PAIR, SYNONYM

WORKBOOK = "keputusan.xlsx"
EDITED = "keputusan (suntingan).xlsx"
HEADER = 3
WHOLE = "Kegiatan,Penanggung Jawab,Waktu\n"
FIRST = "Menyusun modul literasi digital,Pustekkom,Maret 2017"
SECOND = "Menyusun modul literasi digital SD,Pustekkom,Maret 2017"
THIRD = "Menyusun modul literasi digital SMP,Pustekkom,Maret 2017"

Build = Callable[..., dict[str, dict[str, str]]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An inputs folder of three groups, one action each."""
    write(tmp_path / "rapat", {"k1": FIRST, "k2": SECOND, "k3": "Pelatihan operator jaringan,LPMP Bali,Juli 2017"})
    (tmp_path / "rapat" / "meeting.yaml").write_text("name: Rapat\nyear: 2017\n", encoding="utf-8")
    return tmp_path / "rapat"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "hasil"


@pytest.fixture
def build(folder: Path, out: Path) -> Build:
    """Builds the plan; its records by action."""

    def run(*options: str) -> dict[str, dict[str, str]]:
        assert main(["build", str(folder), "--out", str(out), "--direct", *options]) == 0
        return {row["action"]: row for row in table(out, "records")}

    return run


def write(folder: Path, lines: Mapping[str, str]) -> None:
    for name, line in lines.items():
        path = folder / "documents" / name / "usulan.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WHOLE + line + "\n", encoding="utf-8")


def action(line: str) -> str:
    return line.split(",")[0]


def column(sheet: Worksheet, header: str) -> int:
    return next(cell.column for cell in sheet[HEADER] if cell.value == header)


def rows(path: Path, place: int) -> list[dict[str, str]]:
    """The rows of a sheet, counted from 0, by header."""
    sheet = openpyxl.load_workbook(path).worksheets[place]
    headers = [str(cell.value) for cell in sheet[HEADER]]
    found = sheet.iter_rows(min_row=HEADER + 1, values_only=True)
    return [dict(zip(headers, (str(value or "") for value in row), strict=True)) for row in found if any(row)]


def answer(path: Path, word: str | None, place: int = 0, row: int = 0, **others: str) -> None:
    """Write an answer as somebody does in Excel."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[place]
    for header, value in {"Jawaban": word, **others}.items():
        sheet.cell(HEADER + 1 + row, column(sheet, header)).value = value
    book.properties.lastModifiedBy = "Ani"
    book.save(path)


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def told(out: Path, code: str) -> list[str]:
    return [row["message"] for row in table(out, "problems") if row["code"] == code]


def test_a_doubtful_case_is_asked_about_with_both_texts_places_and_the_reason(
    build: Build, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    assert "1 kasus meragukan menunggu keputusan" in capsys.readouterr().out
    (asked,) = rows(out / WORKBOOK, 0)
    texts = {asked["Kegiatan pertama"], asked["Kegiatan kedua"]}
    assert texts == {action(FIRST), action(SECOND)}
    assert "hanya satu menyebut jenjang" in asked["Alasan"]
    assert len(asked["Alasan"].split()) <= 20
    cells = "".join(asked.values())
    assert "k1/usulan.csv, baris 2" in cells
    assert "k2/usulan.csv, baris 2" in cells


def test_answered_the_same_they_are_one_item_and_not_asked_about_again(build: Build, out: Path) -> None:
    build()
    answer(out / WORKBOOK, "sama", Catatan="sudah dicek")
    found = build()
    assert found[action(FIRST)]["item_id"] == found[action(SECOND)]["item_id"]
    assert rows(out / WORKBOOK, 0) == []
    (decided,) = rows(out / WORKBOOK, 1)
    assert (decided["Jawaban"], decided["Oleh"], decided["Catatan"]) == ("sama", "Ani", "sudah dicek")
    assert len(decided["Tanggal"]) == len("2017-02-11")
    assert decided["Keadaan"] == "berlaku"


def test_answered_different_they_stay_two_and_are_not_asked_about_again(build: Build, out: Path) -> None:
    build()
    answer(out / WORKBOOK, "Beda.")
    found = build()
    assert found[action(FIRST)]["item_id"] != found[action(SECOND)]["item_id"]
    assert rows(out / WORKBOOK, 0) == []
    assert rows(out / WORKBOOK, 1)[0]["Jawaban"] == "beda"


def test_answered_family_they_stay_two_of_one_family(build: Build, out: Path) -> None:
    build()
    answer(out / WORKBOOK, "keluarga")
    found = build()
    first, second = found[action(FIRST)], found[action(SECOND)]
    assert first["item_id"] != second["item_id"]
    assert first["family_id"] == second["family_id"] != ""


def test_the_same_answers_give_the_same_bytes(build: Build, out: Path) -> None:
    build()
    answer(out / WORKBOOK, "sama")
    build()
    before = (out / WORKBOOK).read_bytes()
    (out / "run.json").unlink()
    build()
    assert (out / WORKBOOK).read_bytes() == before


def test_an_emptied_cell_undoes_the_decision(build: Build, out: Path) -> None:
    build()
    before = (out / WORKBOOK).read_bytes()
    answer(out / WORKBOOK, "sama")
    build()
    answer(out / WORKBOOK, None, place=1, Oleh="", Tanggal="")
    found = build()
    assert found[action(FIRST)]["item_id"] != found[action(SECOND)]["item_id"]
    assert (out / WORKBOOK).read_bytes() == before


def test_a_decision_survives_other_names_order_and_wording_of_the_sources(
    build: Build, folder: Path, out: Path
) -> None:
    build()
    answer(out / WORKBOOK, "sama")
    build()
    for name in ("k1", "k2"):
        (folder / "documents" / name).rename(folder / "documents" / f"z{name}")
    changed = "Menyusun modul literasi digital jenjang SD,Pustekkom,Maret 2017"
    (folder / "documents" / "zk1" / "usulan.csv").write_text(
        f"{WHOLE}Rapat kerja,Pustekkom,April 2017\n{FIRST}\n", encoding="utf-8"
    )
    write(folder, {"zk2": changed})
    found = build()
    assert found[action(FIRST)]["item_id"] == found[action(changed)]["item_id"]
    assert rows(out / WORKBOOK, 0) == []
    assert "ditulis ulang" in rows(out / WORKBOOK, 1)[0]["Keadaan"]


def test_contradicting_decisions_are_told_in_one_sentence_and_keep_apart(build: Build, folder: Path, out: Path) -> None:
    write(folder, {"k3": THIRD})
    build()
    asked = rows(out / WORKBOOK, 0)
    assert len(asked) == 2
    answer(out / WORKBOOK, "sama", row=0)
    answer(out / WORKBOOK, "sama", row=1)
    build()
    book = openpyxl.load_workbook(out / WORKBOOK)
    sheet = book.worksheets[1]
    key, word = column(sheet, PAIR), column(sheet, "Jawaban")
    first, second = (str(sheet.cell(HEADER + 1 + n, key).value) for n in (0, 1))
    sheet.cell(HEADER + 3, key).value = crossed(first, second)
    sheet.cell(HEADER + 3, word).value = "beda"
    book.save(out / WORKBOOK)
    build()
    (sentence,) = told(out, "decisions-contradict")
    assert sentence.count("=") == 2
    assert sentence.count("≠") == 1
    assert sum("bertentangan" in row["Keadaan"] for row in rows(out / WORKBOOK, 1)) == 2


def crossed(first: str, second: str) -> str:
    """The key of the two texts that these two keys do not share."""
    from tasks.model.decision_keys import pair_key, pair_of

    sides = [*pair_of(first), *pair_of(second)]
    a, b = [side for side in sides if [s.action for s in sides].count(side.action) == 1]
    return pair_key(a, b)


def test_an_unknown_answer_is_told_and_stays_in_its_cell(build: Build, out: Path) -> None:
    build()
    answer(out / WORKBOOK, "mungkin", Catatan="tanya Budi")
    build()
    assert "'mungkin'" in told(out, "decision-not-understood")[0]
    (asked,) = rows(out / WORKBOOK, 0)
    assert (asked["Jawaban"], asked["Catatan"]) == ("mungkin", "tanya Budi")


def test_a_broken_file_is_never_overwritten_and_the_decisions_hold(build: Build, out: Path) -> None:
    build()
    answer(out / WORKBOOK, "sama")
    build()
    (out / WORKBOOK).write_bytes(b"PK\x03\x04 cut off")
    found = build()
    assert (out / WORKBOOK).read_bytes() == b"PK\x03\x04 cut off"
    assert found[action(FIRST)]["item_id"] == found[action(SECOND)]["item_id"]
    assert len(told(out, "decisions-unreadable")) == 1
    assert len(rows(out / "keputusan (baru).xlsx", 1)) == 1


def test_a_workbook_that_is_open_is_read_and_the_new_one_stands_beside_until_it_is_closed(
    build: Build, out: Path
) -> None:
    build()
    answer(out / WORKBOOK, "sama")
    lock = out / f"~${WORKBOOK}"
    lock.touch()
    build()
    assert len(rows(out / "keputusan (baru).xlsx", 1)) == 1
    lock.unlink()
    build()
    assert len(rows(out / WORKBOOK, 1)) == 1
    assert not (out / "keputusan (baru).xlsx").exists()


def test_every_answered_workbook_is_kept_as_it_was_saved(build: Build, out: Path) -> None:
    build()
    answer(out / WORKBOOK, "sama")
    saved = (out / WORKBOOK).read_bytes()
    build()
    assert [path.read_bytes() for path in (out / ".renja" / "decisions").iterdir()] == [saved]


def test_decisions_beside_the_inputs_hold_too_and_in_another_language(build: Build, folder: Path, out: Path) -> None:
    build()
    answer(out / WORKBOOK, "sama")
    (out / WORKBOOK).rename(folder / "decisions.xlsx")
    found = build("--lang", "en")
    assert found[action(FIRST)]["item_id"] == found[action(SECOND)]["item_id"]
    assert rows(out / "decisions.xlsx", 1)[0]["Answer"] == "same"


def test_words_of_the_meetings_own_list_count_as_one(build: Build, folder: Path) -> None:
    lines = [f"Perbaikan {word} balai desa,Dinas Pendidikan Provinsi Bali,Mei 2017" for word in ("gawai", "peranti")]
    write(folder, {f"kx{n}": line for n, line in enumerate(lines)})
    assert len({build()[action(line)]["item_id"] for line in lines}) == 2
    (folder / "vocabulary.csv").write_text("word,field,tag\nperanti,alias,gawai\n", encoding="utf-8")
    assert len({build()[action(line)]["item_id"] for line in lines}) == 1


def test_two_words_that_answers_take_for_one_are_proposed_and_hold_once_approved(
    build: Build, folder: Path, out: Path
) -> None:
    lines = (
        "Lokakarya pemeliharaan {} perpustakaan,Pustekkom,Maret 2017",
        "Pengadaan {} laboratorium bahasa,LPMP Bali,Juli 2017",
    )
    write(folder, {f"k{n}{word}": line.format(word) for n, line in enumerate(lines) for word in ("gawai", "peranti")})
    build()
    for n, _ in enumerate(rows(out / WORKBOOK, 0)):
        answer(out / WORKBOOK, "sama", row=n)
    build()
    (proposed,) = rows(out / WORKBOOK, 2)
    assert (proposed["Kata"], proposed["Dibaca sebagai"]) == ("peranti", "gawai")
    assert SYNONYM in proposed
    third = [f"Perbaikan {word} balai desa,Dinas Pendidikan Provinsi Bali,Mei 2017" for word in ("gawai", "peranti")]
    write(folder, {f"kx{n}": line for n, line in enumerate(third)})
    assert len({build()[action(line)]["item_id"] for line in third}) == 2
    answer(out / WORKBOOK, "setuju", place=2)
    assert len({build()[action(line)]["item_id"] for line in third}) == 1
    assert rows(out / WORKBOOK, 2)[0]["Jawaban"] == "setuju"


def meanwhile(monkeypatch: pytest.MonkeyPatch, build: Build, folder: Path, out: Path, word: str, place: int) -> None:
    """A run over changed documents, before whose end somebody saves an answer in the workbook."""
    plain = Output.publish

    def publish(self: Output, record: Record, language: str) -> Published:
        answer(out / WORKBOOK, word, place)
        return plain(self, record, language)

    write(folder, {"k4": "Membeli genset,Dinas Pendidikan Provinsi Bali,Mei 2017"})
    with monkeypatch.context() as patched:
        patched.setattr(Output, "publish", publish)
        build()
    assert (out / EDITED).is_file()


def test_what_is_saved_while_a_run_is_under_way_counts_in_the_next(
    build: Build, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    meanwhile(monkeypatch, build, folder, out, "sama", 0)
    found = build()
    assert found[action(FIRST)]["item_id"] == found[action(SECOND)]["item_id"]
    assert rows(out / WORKBOOK, 0) == []
    assert not (out / EDITED).exists()


def test_an_answer_that_is_changed_while_a_run_is_under_way_replaces_the_one_that_the_run_had(
    build: Build, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    answer(out / WORKBOOK, "sama")
    build()
    meanwhile(monkeypatch, build, folder, out, "beda", 1)
    found = build()
    assert found[action(FIRST)]["item_id"] != found[action(SECOND)]["item_id"]
    assert told(out, "decisions-contradict") == []
    assert rows(out / WORKBOOK, 1)[0]["Jawaban"] == "beda"
    assert not (out / EDITED).exists()
