"""Somebody who uses the program for the first time: a meeting of theirs, and what the command tells them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.cli import main
from tests.builders import word
from tests.flows.fakes import MAIN, engine

MATRIX = """
No | Kegiatan | Penanggung Jawab | Waktu
1 | Menyusun juknis pemanfaatan TIK | Pustekkom | Maret 2017
2 | Sosialisasi juknis pemanfaatan TIK ke sekolah | Dinas Pendidikan Provinsi Bali | Mei 2017
"""

_ENGLISH = re.compile(
    r"\b(?:the|error|no such|exception|invalid|denied|expected|unexpected|cannot|errno)\b", re.IGNORECASE
)
_INDONESIAN = re.compile(
    r"\b(?:tidak|belum|yang|bukan|sedang|ada|dan|kosong|sudah|berupa|lalu|misalnya|sebelumnya|isinya)\b", re.IGNORECASE
)
_STEPS = (
    "periksa", "sebutkan", "ekstrak", "tutup", "letakkan", "simpan", "mintalah", "pasang", "perbaiki", "pulihkan",
    "tulis", "pilih", "kosongkan", "tunggu", "ubah", "hapus", "buka", "jalankan", "lihat", "ganti", "bandingkan",
    "apit", "mungkin maksudnya", "beri", "ulangi", "salin", "dibaca menurut isinya",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What the command said, and its exit code."""

    code: int
    out: list[str]
    complaints: list[str]

    @property
    def all(self) -> str:
        """Everything, as one text."""
        return "\n".join([*self.out, *self.complaints])

    def sentence(self, *words: str) -> str:
        """The one line that holds all these words; it is Indonesian, has a next step, and is no trace."""
        found = [line for line in [*self.complaints, *self.out] if all(word in line for word in words)]
        assert len(found) == 1, f"{words} stand in {len(found)} lines of:\n{self.all}"
        (line,) = found
        assert "Traceback" not in self.all
        assert "\n" not in line
        assert _INDONESIAN.search(line), line
        assert not _ENGLISH.search(line), line
        assert any(step in line.lower() for step in _STEPS), line
        return line


@dataclass(frozen=True)
class Newcomer:
    """Works in a folder of the test."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def meeting(self, name: str = "rapat", documents: Mapping[str, bytes] | None = None) -> Path:
        """An inputs folder; without documents named, with a matrix of two actions."""
        folder = self.folder / name
        (folder / "documents").mkdir(parents=True)
        for file, data in (documents or {"Matriks.docx": word(MATRIX)}).items():
            (folder / "documents" / file).write_bytes(data)
        return folder

    def run(self, *words: str | Path) -> Told:
        """Run the command."""
        code = main([*map(str, words)])
        said = self.capsys.readouterr()
        return Told(code, said.out.splitlines(), said.err.splitlines())

    def check(self, file: str, data: bytes) -> Told:
        """What `renja check` says of a meeting with one document."""
        return self.run("check", self.meeting(documents={file: data}))

    def pretend(self) -> None:
        """From here on the plan is not made in earnest; all around it is."""
        self.monkeypatch.setattr("flows.modes.engine", lambda direct: engine({MAIN: b"plan"}))
