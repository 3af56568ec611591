"""Mistakes of the first hour: each ends in one sentence in Indonesian that names what is meant and the next step."""

import errno
import io
import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from openpyxl import load_workbook
from reportlab.lib.pdfencrypt import StandardEncryption

from flows.make import Job, Made
from tests.builders import word, workbook
from tests.conftest import ROOT
from tests.flows.fakes import MAIN
from tests.flows.newcomer import MATRIX, Newcomer, Told
from tests.reading.pdf.pages import lines, pdf
from tests.reading.pdf.test_scan import scanned

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HTML = b"<html><body><table><tr><td>No<td>Kegiatan<td>Waktu<tr><td>1<td>Menyusun juknis<td>Mei 2017</table>"
DOC = ROOT / "inputs" / "rakor-tik-2017" / "documents" / "Kelompok 5" / "RTL LP2KS-LPMP.doc"


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Newcomer:
    return Newcomer(tmp_path, monkeypatch, capsys)


# What is given as the folder


def test_a_folder_that_is_not_there(user: Newcomer) -> None:
    told = user.run("build", user.folder / "rakor 2O18")
    told.sentence("rakor 2O18 tidak ditemukan", "Periksa ejaan")
    assert (told.code, told.out) == (1, [])


@pytest.mark.parametrize("file, words", [("Matriks.docx", "Sebutkan folder"), ("rapat.zip", "Ekstrak dahulu")])
def test_a_file_instead_of_a_folder(user: Newcomer, file: str, words: str) -> None:
    (user.folder / file).write_bytes(b"PK")
    told = user.run("build", user.folder / file)
    told.sentence(file, words)
    assert told.code == 1


@pytest.mark.parametrize(
    "names, words",
    [([], "tidak berisi dokumen. Letakkan"), (["~$triks.docx", ".~lock.a.odt#"], "(berkas kunci dari dokumen yang")],
)
def test_a_folder_without_documents(user: Newcomer, names: list[str], words: str) -> None:
    folder = user.folder / "kosong"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"x")
    told = user.run("build", folder)
    told.sentence("kosong", words)
    assert told.code == 1


def test_a_name_with_spaces_that_nobody_quoted(user: Newcomer) -> None:
    told = user.run("build", user.folder / "Rapat", "Kerja", "2018")
    told.sentence("Ada kata yang berlebih", "tanda kutip")
    assert told.code == 2


# What the documents are


@pytest.mark.parametrize(
    "file, data, words",
    [
        ("kosong.docx", b"", "Berkas kosong"),
        ("awan.docx", bytes(4096), "Berkas kosong"),
        ("potong.docx", word(MATRIX)[:9000], "terpotong atau rusak"),
        ("rapat.rar", b"Rar!\x1a\x07\x01\x00" + b"x" * 99, "arsip seperti zip atau rar"),
        ("kunci.docx", OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "terkunci kata sandi"),
        ("kunci.pdf", pdf(lines(["rahasia"]), encrypt=StandardEncryption("kunci")), "terkunci kata sandi"),
    ],
)
def test_a_document_that_gives_nothing(user: Newcomer, file: str, data: bytes, words: str) -> None:
    folder = user.meeting(documents={file: data})
    told = user.run("build", folder, "--out", user.folder / "hasil", "--direct")
    assert told.complaints[0].startswith("Tidak ada satu pun kegiatan")
    told.sentence(file, words)
    assert told.code == 1


@pytest.mark.parametrize(
    "file, data, words",
    [
        ("lama.docx", DOC.read_bytes(), "Nama berakhiran .docx, tetapi isinya doc"),
        ("rekap.xls", HTML, "Nama berakhiran .xls, tetapi isinya html"),
    ],
)
def test_a_document_named_after_another_kind_is_read_all_the_same(
    user: Newcomer, file: str, data: bytes, words: str
) -> None:
    told = user.check(file, data)
    told.sentence(words)
    assert told.code == 0
    assert f"{file}: dibaca" in told.all


@pytest.mark.parametrize(
    "data",
    [
        "Kegiatan,Penanggung Jawab,Waktu\nUji “siaran” – tahap 1,BPMR Yogyakarta,Agustus 2017\n".encode("cp1252"),
        "Kegiatan;Penanggung Jawab;Waktu\nUji “siaran” – tahap 1;BPMR Yogyakarta;Agustus 2017\n".encode(),
    ],
    ids=["cp1252", "semicolon"],
)
def test_the_tables_of_excel_are_no_mistake(user: Newcomer, data: bytes) -> None:
    told = user.check("usulan.csv", data)
    assert told.code == 0
    assert "usulan.csv: dibaca, format csv, 1 usulan kegiatan" in told.all


def test_a_scan_without_the_program_that_reads_it(user: Newcomer) -> None:
    user.monkeypatch.setenv("PATH", str(user.folder))
    told = user.check("pindai.pdf", pdf(scanned(lines(["Kegiatan", "Menyusun juknis"]))))
    told.sentence("tesseract", "Pasang")
    assert told.code == 1


def test_a_document_that_is_not_downloaded(user: Newcomer) -> None:
    folder = user.meeting(documents={".Matriks.docx.icloud": b"bplist"})
    told = user.run("build", folder)
    told.sentence("masih di awan", "Selalu simpan di perangkat ini")
    assert told.code == 1


def test_copies_of_a_shared_folder(user: Newcomer) -> None:
    copy = "Matriks-DESKTOP-ABC123.docx"
    told = user.run("check", user.meeting(documents={"Matriks.docx": word(MATRIX), copy: word(MATRIX)}))
    told.sentence("dua orang mengubah Matriks.docx", "Bandingkan")
    assert told.code == 0


# What the secretariat wrote


@pytest.mark.parametrize(
    "text, place, words",
    [
        ("name: Rapat\n\tyear: 2017\n", "baris teks 2", "ada tab di baris itu"),
        ("name: Rapat\nstart: 8 Februari 2017\n", "baris teks 2", "'8 Februari 2017' pada 'start' bukan tanggal"),
        ("name: Rapat\ngroups: Kebijakan\n", "baris teks 2", "seharusnya berupa daftar"),
        ("name: [Rapat\n", "baris teks 2", "bukan YAML yang benar"),
    ],
)
def test_a_meeting_file_that_cannot_be_used(user: Newcomer, text: str, place: str, words: str) -> None:
    folder = user.meeting()
    (folder / "meeting.yaml").write_text(text, encoding="utf-8")
    told = user.run("build", folder)
    assert told.sentence("meeting.yaml", words).startswith(f"meeting.yaml, {place}: ")
    assert told.code == 1


def test_a_field_that_nobody_knows(user: Newcomer) -> None:
    folder = user.meeting()
    (folder / "meeting.yaml").write_text("nama: Rapat\nyear: 2017\n", encoding="utf-8")
    told = user.run("check", folder)
    told.sentence("'nama' dalam meeting.yaml bukan isian", "Tulis sebagai gantinya: name")
    assert told.code == 0


@pytest.mark.parametrize("sheet, words", [("Dinas A | province", "tidak ada kolom 'canonical'"), ("", "kosong")])
def test_a_list_of_institutions_without_its_header(user: Newcomer, sheet: str, words: str) -> None:
    folder = user.meeting()
    workbook({"Instansi": sheet}, folder / "institutions.xlsx")
    user.run("check", folder).sentence("institutions.xlsx tidak dipakai", words)


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting, and its plan with a question about a link."""
    folder = tmp_path_factory.mktemp("keputusan")
    word(MATRIX, folder / "rapat" / "documents" / "Matriks.docx")
    from flows.cli import main

    assert main(["build", str(folder / "rapat"), "--out", str(folder / "hasil"), "--direct", "--quiet"]) == 0
    return folder


def _unknown_answer(sheet: Any) -> None:
    sheet.cell(4, 9, "mungkin")


def _no_key(sheet: Any) -> None:
    sheet.cell(4, 9, "ya")
    sheet.delete_cols(14)


def _no_answers(sheet: Any) -> None:
    sheet.delete_cols(9)


@pytest.mark.parametrize(
    "spoil, words",
    [
        (_unknown_answer, "Jawaban 'mungkin'"),
        (_no_key, "salah satu kolomnya terhapus"),
        (_no_answers, "salah satu kolomnya terhapus"),
    ],
)
def test_decisions_that_are_not_understood(
    user: Newcomer, decided: Path, spoil: Callable[[Any], None], words: str
) -> None:
    shutil.copytree(decided, user.folder / "salinan")
    out = user.folder / "salinan" / "hasil"
    book = load_workbook(out / "keputusan.xlsx")
    spoil(book["Keterkaitan"])
    book.save(out / "keputusan.xlsx")
    told = user.run("build", user.folder / "salinan" / "rapat", "--out", out, "--direct", "--verbose")
    told.sentence("keputusan.xlsx", words)
    assert told.code == 0


@pytest.mark.parametrize(
    "text, words",
    [
        ('bahasa = "id"\n', "Pengaturan 'bahasa' dalam renja.toml tidak dikenal"),
        ("worker = 2\n", "Tulis sebagai gantinya".lower()),
        ("language = id\n", "penulisannya bukan TOML"),
        ("workers = 1000\n", "Pengaturan workers tidak dapat dipakai"),
    ],
)
def test_settings_that_cannot_be_used(user: Newcomer, text: str, words: str) -> None:
    user.monkeypatch.chdir(user.folder)
    (user.folder / "renja.toml").write_text(text, encoding="utf-8")
    told = user.run("check", user.meeting())
    told.sentence("renja.toml", words)
    assert (told.code, told.out) == (2, [])


# What the template became


@pytest.fixture
def templates(user: Newcomer) -> Path:
    """Templates of the user's own."""
    folder = user.folder / "templates"
    shutil.copytree(ROOT / "templates", folder)
    user.monkeypatch.setenv("RENJA_TEMPLATES", str(folder))
    return folder / "id" / "rencana-kerja.docx"


def _misspelt(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"meeting.name", b"meting.name") if name.endswith("document.xml") else part)
    return made.getvalue()


@pytest.mark.parametrize("spoilt", [True, False], ids=["misspelt tag", "deleted"])
def test_a_template_that_cannot_be_used(user: Newcomer, templates: Path, spoilt: bool) -> None:
    if spoilt:
        templates.write_bytes(_misspelt(templates.read_bytes()))
    else:
        templates.unlink()
    told = user.run("build", user.meeting(), "--out", user.folder / "hasil", "--direct")
    told.sentence("rencana-kerja.docx", "mungkin maksudnya 'meeting'" if spoilt else "tidak ada")
    assert told.code == 1


# Where the results go


def test_results_among_the_documents(user: Newcomer) -> None:
    folder = user.meeting()
    told = user.run("build", folder, "--out", folder / "documents" / "hasil")
    told.sentence("documents/hasil", "Pilih folder lain")
    assert told.code == 2


def test_a_document_that_is_open_elsewhere(user: Newcomer) -> None:
    folder, out = user.meeting(), user.folder / "hasil"
    user.pretend()
    user.run("build", folder, "--out", out)
    (out / f".~lock.{MAIN}#").touch()
    (folder / "documents" / "lagi.docx").write_bytes(word(MATRIX))
    told = user.run("build", folder, "--out", out)
    told.sentence(MAIN, "sedang dibuka di program lain", "Tutup dokumen itu")
    assert told.code == 0
    assert told.out[-1].endswith("(baru).docx")


@pytest.mark.parametrize(
    "number, at, words",
    [
        (errno.ENOSPC, "write_bytes", "Tidak ada ruang lagi"),
        (errno.EACCES, "mkdir", "tidak ada hak menulis"),
        (errno.EROFS, "mkdir", "hanya dapat dibaca"),
    ],
)
def test_a_disk_that_takes_nothing(user: Newcomer, number: int, at: str, words: str) -> None:
    folder = user.meeting()
    user.pretend()

    def refused(path: Path, *_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number), str(path))

    with user.monkeypatch.context() as broken:
        broken.setattr(Path, at, refused)
        told = user.run("build", folder, "--out", user.folder / "hasil")
    told.sentence("hasil", words)
    assert told.code == 1
    assert user.run("build", folder, "--out", user.folder / "hasil").code == 0


def test_a_file_where_the_results_are_to_go(user: Newcomer) -> None:
    (user.folder / "hasil.docx").write_bytes(b"x")
    told = user.run("build", user.meeting(), "--out", user.folder / "hasil.docx")
    told.sentence("hasil.docx", "sudah dipakai sebuah berkas", "--out")
    assert told.code == 1


def test_a_name_that_is_too_long(user: Newcomer) -> None:
    told = user.run("build", user.meeting(), "--out", user.folder / ("x" * 300))
    told.sentence("namanya terlalu panjang", "--out")
    assert told.code == 1


@pytest.mark.parametrize("name", ["Rapat Kerja & (uji) 'A' 100%", "Rapat é 学 →", "/".join(["panjang" * 12] * 4)])
def test_names_that_are_no_mistake(user: Newcomer, name: str) -> None:
    user.pretend()
    folder = user.meeting(name)
    told = user.run("build", folder, "--out", user.folder / "hasil" / name)
    assert (told.code, told.complaints) == (0, [])
    assert Path(told.out[-1]).is_file()
    assert len(str(folder)) > 260 or len(name) < 100


def test_two_runs_of_one_plan(user: Newcomer) -> None:
    (user.folder / "hasil" / ".renja").mkdir(parents=True)
    with FileLock(user.folder / "hasil" / ".renja" / "lock"):
        told = user.run("build", user.meeting(), "--out", user.folder / "hasil")
    told.sentence("hasil", "sedang diproses", "Tunggu")
    assert told.code == 1


def test_a_run_that_is_interrupted(user: Newcomer) -> None:
    folder = user.meeting()

    def stopped(job: Job) -> Made:
        job.work.write(MAIN, b"half")
        raise KeyboardInterrupt

    user.monkeypatch.setattr("flows.modes.engine", lambda direct: stopped)
    told = user.run("build", folder, "--out", user.folder / "hasil")
    told.sentence("Dihentikan", "jalankan lagi")
    assert told.code == 130
    user.pretend()
    assert user.run("build", folder, "--out", user.folder / "hasil").code == 0


# What the clock says


@pytest.fixture
def zone() -> Iterator[Callable[[str], None]]:
    """Sets the zone of the clock; afterwards it is as before."""
    before = os.environ.get("TZ")

    def to(name: str) -> None:
        os.environ["TZ"] = name
        time.tzset()

    yield to
    os.environ.pop("TZ", None) if before is None else to(before)
    time.tzset()


def test_a_clock_that_is_wrong_changes_no_plan(user: Newcomer, zone: Callable[[str], None]) -> None:
    folder, out = user.meeting(), user.folder / "hasil"
    user.pretend()
    zone("Asia/Jayapura")
    assert user.run("build", folder, "--out", out).code == 0
    zone("America/Los_Angeles")
    user.monkeypatch.setattr("flows.make.now", lambda: "1980-01-01T00:00:00-08:00")
    os.utime(folder / "documents" / "Matriks.docx", (0, 0))
    assert "Tidak ada yang berubah" in user.run("build", folder, "--out", out).all
    (folder / "documents" / "lagi.docx").write_bytes(word(MATRIX))
    assert user.run("build", folder, "--out", out).code == 0


# How the command is written


@pytest.mark.parametrize(
    "words, sentence",
    [
        (["bulid", "rapat"], ("Perintah 'bulid' tidak ada", "mungkin maksudnya 'build'")),
        (["Check", "rapat"], ("Perintah 'Check' tidak ada", "mungkin maksudnya 'check'")),
        (["susun", "rapat"], ("Perintah 'susun' tidak ada", "build", "history")),
        (["."], ("Perintahnya belum disebut", 'renja build "."')),
        (["build"], ("Sebutkan folder berkas rapat",)),
        (["build", "rapat", "--dirct"], ("Pilihan --dirct tidak dikenal", "--direct")),
        (["build", "rapat", "--cepat"], ("Pilihan --cepat tidak dikenal", "renja --help")),
        (["build", "rapat", "--as-of", "31-12-2017"], ("'31-12-2017' bukan tanggal", "--as-of 2017-12-31")),
        (["build", "rapat", "--lang", "fr"], ("Bahasa 'fr' tidak tersedia", "--lang id")),
        (["new", "CON"], ("'CON' tidak dapat menjadi nama folder", "CON_")),
        (["completion", "cmd"], ("Pelengkapan untuk 'cmd' tidak ada", "bash")),
    ],
)
def test_a_command_that_is_misspelt(user: Newcomer, words: list[str], sentence: tuple[str, ...]) -> None:
    told = user.run(*words)
    assert (told.code, told.out, len(told.complaints)) == (2, [], 1)
    told.sentence(*sentence)


def test_a_port_that_somebody_else_has(user: Newcomer) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        user.monkeypatch.setenv("RENJA_SERVER_URL", f"http://127.0.0.1:{other.getsockname()[1]}/api")
        user.monkeypatch.setenv("RENJA_PREFECT_HOME", str(user.folder / "prefect"))
        told = user.run("serve")
    told.sentence("alamatnya dipakai program lain", "server_url")
    assert told.code == 1


@pytest.mark.parametrize("page", ["cp1252", "cp437"])
def test_a_window_with_an_old_code_page(user: Newcomer, page: str) -> None:
    words = [sys.executable, "-m", "flows.cli", "build", str(user.folder / "rapat 学 → é")]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, env={"PYTHONIOENCODING": page}, check=False)
    told = Told(done.returncode, [], done.stderr.decode(page).splitlines())
    told.sentence("rapat ? ? é tidak ditemukan")
    assert told.code == 1
