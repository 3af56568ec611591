"""Text from bytes of any encoding."""

import pytest

from tasks.reading.text.encoding import decode, decode_as

TEXT = "Kegiatan;Penanggung jawab\nMenyusun pedoman – “juknis”;Pustekkom\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8", "cp1252", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_a_letter_cut_in_two_at_the_end_does_not_spoil_the_rest() -> None:
    assert decode("“satu” – “dua” …".encode()[:-1]).startswith("“satu” – “dua” ")


def test_a_stray_byte_in_utf_8_is_read_as_cp1252() -> None:
    assert decode("“satu” – ".encode() + b"caf\xe9" + " – dua".encode()) == "“satu” – café – dua"


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("“x”".encode(), "iso-8859-1", "“x”"),
        ("“x”".encode("cp1252"), "utf-8", "“x”"),
        ("“x”".encode("utf-8-sig"), "shift_jis", "“x”"),
        ("日本".encode("shift_jis"), "shift_jis", "日本"),
        ("č".encode("iso-8859-2"), "ISO-8859-2", "č"),
        (b"caf\xe9", "no such thing", "café"),
        (b"caf\xe9", "rot13", "café"),
        (b"caf\xe9", "idna", "café"),
        (b"caf\xe9", "nul\0", "café"),
    ],
)
def test_what_is_declared_counts_unless_the_bytes_contradict(data: bytes, declared: str, text: str) -> None:
    assert decode_as(data, declared) == text
