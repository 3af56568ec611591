"""Word files as packages."""

import io
import zipfile

import pytest

from tasks.rendering.word import package

PARTS = {"word/document.xml": b"<a/>", "[Content_Types].xml": b"<t/>", "word/styles.xml": b"s" * 5000}


def test_what_is_written_can_be_read_by_others() -> None:
    with zipfile.ZipFile(io.BytesIO(package.write(PARTS))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == PARTS


def test_content_types_come_first_and_the_date_is_fixed() -> None:
    with zipfile.ZipFile(io.BytesIO(package.write(PARTS))) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_order_of_parts_and_packing_beforehand_change_nothing() -> None:
    turned = dict(reversed(PARTS.items()))
    packed = {name: package.pack(part) for name, part in PARTS.items()}
    assert package.write(PARTS) == package.write(turned) == package.write(packed)


def test_reading_gives_the_parts_back() -> None:
    assert package.read(package.write(PARTS)) == PARTS


@pytest.mark.parametrize("data", [b"", b"PK\3\4 cut off", package.write({"mimetype": b"x"})])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(package.PackageError, match=r"template\.not-word"):
        package.read(data)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = package.write(PARTS | {"word/media/a": bytes(package.MAX_BYTES)})
    assert len(bomb) < 100_000
    with pytest.raises(package.PackageError, match=r"template\.too-large"):
        package.read(bomb)


def test_a_template_with_a_name_that_is_no_text_is_told_as_none() -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/dokumén.xml", b"<a/>")
    whole = data.getvalue()
    place = whole.find("é".encode())
    with pytest.raises(package.PackageError):
        package.read(whole[:place] + b"\xff" + whole[place + 1 :])
