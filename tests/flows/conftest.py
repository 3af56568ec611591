"""A small meeting with real documents, and one Prefect server for all tests that need it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import word, workbook

MATRIX = """
# Kelompok 1 Kebijakan

No | Kegiatan | Penanggung Jawab | Waktu | Anggaran
1 | Menyusun juknis pemanfaatan TIK | Pustekkom | Maret 2017 | Rp 50.000.000
2 | Sosialisasi juknis pemanfaatan TIK ke sekolah setelah kegiatan 1 | Dinas Pendidikan Provinsi Bali | Mei 2017 |
"""
PLAN = {
    "RTL": """
No | Kegiatan | Penanggung Jawab | Waktu
1 | Pengadaan bandwidth sekolah | Dinas Pendidikan Kabupaten Badung | Juni 2017
2 | Pelatihan operator jaringan | LPMP Bali | Juli 2017
"""
}


@pytest.fixture
def rapat(tmp_path: Path) -> Path:
    """An inputs folder: a meeting of two groups, a Word matrix, a workbook, a CSV file, one that cannot be read."""
    return meeting_in(tmp_path)


def meeting_in(folder: Path) -> Path:
    """Make it below a folder; where it is."""
    documents = folder / "rapat" / "documents"
    word(MATRIX, documents / "kel 1" / "Matriks.docx")
    workbook(PLAN, documents / "kel 2" / "RTL.xlsx")
    (documents / "kel 2" / "usulan.csv").write_text(
        "Kegiatan,Penanggung Jawab,Waktu\nUji coba siaran radio,BPMR Yogyakarta,Agustus 2017\n", encoding="utf-8"
    )
    (documents / "kel 2" / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0 no text here")
    meeting = "name: Rapat Uji\nstart: 2017-02-08\nend: 2017-02-11\nyear: 2017\nlanguage: id\n"
    (folder / "rapat" / "meeting.yaml").write_text(meeting, encoding="utf-8")
    return folder / "rapat"


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the database of the session's server lies."""
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def server(prefect_home: Path) -> Iterator[str]:
    """The address of a Prefect server that runs as long as the session."""
    from flows.servers.prefect_environment import prepare
    from flows.servers.server import free_port, started
    from flows.settings import Settings

    log = prefect_home / "prefect.log"
    prepare(Settings(prefect_home=prefect_home), log)
    with started(free_port(), prefect_home, log, {}) as own:
        from flows.build import sent_at_the_end

        with sent_at_the_end():
            yield own.ready()
