"""Messages saved as .eml: head, words in every wrapping, older messages, attachments, messages inside messages."""

import contextlib
from email.message import EmailMessage

import pytest
from hypothesis import given, settings

from tasks.model.blocks import Block, Heading, ListItem, Paragraph, Table
from tasks.model.problem import Code
from tasks.reading.contents import Contents
from tasks.reading.mail.message import read_mail
from tasks.reading.refusal import CannotReadError
from tasks.reading.sniff import sniff
from tests.reading.mail.damage import damaged
from tests.reading.packages import drawn

HEAD = "From: Budi <budi@contoh.go.id>\nTo: Ani <ani@contoh.go.id>\nSubject: Tindak lanjut\nMIME-Version: 1.0\n"
TABLE = "<table><tr><td>No<td>Kegiatan<tr><td>1<td>Menyusun</table>"


def read(data: bytes) -> Contents:
    found = read_mail(data)
    assert found.receipt.read > 0
    assert found.receipt.remainder == 0
    return found


def built(text: str = "", page: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Budi <budi@contoh.go.id>"
    message["Subject"] = "Rapat"
    if text:
        message.set_content(text)
    if page and text:
        message.add_alternative(page, subtype="html")
    elif page:
        message.set_content(page, subtype="html")
    return message


def lines(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.locator, block.text) for block in blocks if not isinstance(block, Table)]


def named(found: Contents) -> list[str]:
    assert {problem.code for problem in found.problems} <= {Code.READ_IN_PART}
    return [dict(problem.details)["names"] for problem in found.problems]


def test_the_head_counts_with_the_words() -> None:
    found = read((HEAD + "Date: Thu, 9 Feb 2017 10:00:00 +0700\n\nMohon:\n- susun pedoman\n").encode())
    assert lines(found.blocks) == [
        ("message 1, line 1", "Tindak lanjut"),
        ("message 1, line 2", "From: Budi <budi@contoh.go.id>"),
        ("message 1, line 3", "Date: Thu, 9 Feb 2017 10:00:00 +0700"),
        ("message 1, line 4", "To: Ani <ani@contoh.go.id>"),
        ("message 1, line 5", "Mohon:"),
        ("message 1, line 6", "susun pedoman"),
    ]
    assert isinstance(found.blocks[0], Heading)
    assert isinstance(found.blocks[5], ListItem)
    assert found.blocks[4].at.part == "message 1"
    assert found.problems == ()


def test_a_page_counts_paragraphs_and_tables() -> None:
    found = read(built(page=f"<p>Terlampir:</p>{TABLE}<p>Salam").as_bytes())
    assert [block.locator for block in found.blocks] == [
        "message 1, paragraph 1",
        "message 1, paragraph 2",
        "message 1, paragraph 3",
        "message 1, table 1, row 1",
        "message 1, paragraph 4",
    ]


def test_the_text_is_read_once_of_two_versions() -> None:
    found = read(built("Halo\n", "<p>Halo</p>").as_bytes())
    assert [text for _, text in lines(found.blocks)].count("Halo") == 1
    assert found.blocks[2].locator == "message 1, line 3"
    assert dict(found.receipt.skipped)["repeated"] == len("Halo\n")


def test_the_page_is_read_where_it_holds_a_table() -> None:
    found = read(built("No Kegiatan 1 Menyusun\n", TABLE).as_bytes())
    (table,) = [block for block in found.blocks if isinstance(block, Table)]
    assert drawn(table) == [["No", "Kegiatan"], ["1", "Menyusun"]]
    assert "No Kegiatan 1 Menyusun" not in [text for _, text in lines(found.blocks)]


@pytest.mark.parametrize(
    ("headers", "body", "text"),
    [
        (
            "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable",
            b"a=E2=80=93b=\nc",
            "a–bc",
        ),
        ("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64", b"YeKAk2I=", "a–b"),
        ("Content-Type: text/plain; charset=iso-8859-2", "čaj".encode("iso-8859-2"), "čaj"),
        ("Content-Type: text/plain; charset=tidak-ada", "a–b".encode("cp1252"), "a–b"),
        ("Content-Type: text/plain", "a–b".encode(), "a–b"),
        ("Content-Type: text/plain; format=flowed", b"satu \ndua\n", "satu dua"),
        ("Content-Type: aneh", b"isi", "isi"),
    ],
)
def test_encodings_of_the_words(headers: str, body: bytes, text: str) -> None:
    found = read(f"{HEAD}{headers}\n\n".encode() + body)
    assert lines(found.blocks)[-1][1] == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("=?utf-8?Q?Rapat_=E2=80=93_hari?= =?utf-8?B?IGluaQ==?=", "Rapat – hari ini"),
        ("Rapat\n  hari ini", "Rapat hari ini"),
        ("Rapat – hari ini", "Rapat – hari ini"),
        ("=?tidak-ada?Q?caf=E9?=", "café"),
        ("=?utf-8?B?!!?=", ""),
    ],
)
def test_headers(raw: str, text: str) -> None:
    found = read_mail(f"Subject: {raw}\nMIME-Version: 1.0\n\nisi".encode())
    first = found.blocks[0]
    assert isinstance(first, Heading) is bool(text)
    assert not text or lines(found.blocks)[0][1] == text


@pytest.mark.parametrize(
    "older",
    [
        "> satu\n> dua\n",
        "On Thu, Feb 9, 2017 at 10:00 AM Budi <budi@contoh.go.id> wrote:\nsatu\n",
        "Pada tanggal 9 Feb 2017 pukul 10.00, Budi <budi@contoh.go.id>\nmenulis:\nsatu\n",
        "-----Original Message-----\nsatu\n- dua\n",
        "Dari: Budi\nDikirim: Kamis, 09 Februari 2017\nKepada: Ani\nPerihal: Rapat\n\nsatu\n",
        "From: Budi\nSent: Thursday\nTo: Ani\n\nsatu\n",
    ],
)
def test_older_messages_are_recognisable(older: str) -> None:
    found = read(f"{HEAD}\nbaru\n\n{older}".encode()).blocks
    styles = {block.text: block.style for block in found if isinstance(block, Paragraph | ListItem)}
    assert styles["satu"] == "quoted"
    assert styles["baru"] == ""
    assert styles.get("dua", "quoted") == "quoted"


@pytest.mark.parametrize(
    "words",
    [
        "---------- Forwarded message ---------\nFrom: Budi\nDate: Thu\nSubject: x\nTo: Ani\n\nsatu\n",
        "Dari: Dinas Pendidikan\nsatu\n",
        "Yang akan menulis:\nsatu\n",
    ],
)
def test_what_only_looks_like_an_older_message_is_not_quoted(words: str) -> None:
    found = read(f"{HEAD}\n{words}".encode()).blocks
    assert "quoted" not in {block.style for block in found if isinstance(block, Paragraph)}


def test_an_older_message_in_a_page() -> None:
    page = "<p>baru</p><div><b>From:</b> Budi<br><b>Sent:</b> Thursday<br><b>To:</b> Ani</div><p>lama</p>"
    found = read(built(page=page).as_bytes()).blocks
    assert [block.style for block in found if isinstance(block, Paragraph)][1:] == ["", *["quoted"] * 4]


def test_documents_are_named_and_texts_are_read() -> None:
    message = built("Terlampir\n")
    message.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf", filename="Surat – undangan.pdf")
    message.add_attachment("- susun pedoman\n", filename="catatan.txt")
    message.add_attachment(b"No;Kegiatan;PJ\n1;a;b\n2;c;d\n", maintype="text", subtype="csv", filename="m.csv")
    message.add_attachment("<p>hasil</p>", subtype="html", filename="hasil.html")
    message.add_attachment(b"", maintype="application", subtype="octet-stream", filename="kosong.bin")
    found = read(message.as_bytes())
    assert named(found) == ["Surat – undangan.pdf"]
    assert [block.locator for block in found.blocks][3:] == [
        "message 1, attachment 2, line 1",
        "message 1, attachment 3, row 1",
        "message 1, attachment 4, paragraph 1",
    ]
    table = found.blocks[4]
    assert isinstance(table, Table)
    assert table.cells[0].blocks[0].locator == "message 1, attachment 3, row 1"


def test_pictures_that_a_page_shows_are_no_attachments() -> None:
    message = built("Halo\n", "<p>Halo<img src='cid:logo'></p>")
    _, page = message.iter_parts()
    assert isinstance(page, EmailMessage)
    page.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="foto.png")
    assert named(read(message.as_bytes())) == ["foto.png"]


def test_messages_inside_messages_are_read_to_a_depth() -> None:
    message = built("paling dalam\n")
    for level in range(12):
        outer = built(f"tingkat {level}\n")
        outer.add_attachment(message)
        message = outer
    found = read(message.as_bytes())
    assert lines(found.blocks)[2:6] == [
        ("message 1, line 3", "tingkat 11"),
        ("message 2, line 1", "Rapat"),
        ("message 2, line 2", "From: Budi <budi@contoh.go.id>"),
        ("message 2, line 3", "tingkat 10"),
    ]
    assert "paling dalam" not in {text for _, text in lines(found.blocks)}
    assert named(found) == ["Rapat"]


def test_no_locator_comes_twice() -> None:
    data = (
        f"{HEAD}Content-Type: multipart/mixed; boundary=N\n\n--N\n\nsatu\ndua\n--N\nContent-Type: text/html\n\n<p>tiga"
        "<p>empat\n--N\n\nlima\r\renam\n--N--\n"
    )
    found = [locator for locator, _ in lines(read(data.encode()).blocks)]
    assert len(set(found)) == len(found)
    assert len(found) > 6


def test_the_format_is_known_by_the_contents() -> None:
    assert sniff(built("Halo\n").as_bytes(), "x") == "eml"


def test_deep_nesting_is_refused() -> None:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=N{n}\n\n--N{n}\n" for n in range(3000))
    with pytest.raises(CannotReadError):
        read_mail(parts.encode())


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(CannotReadError):
        read_mail(b"Content-Type: multipart/mixed; boundary=N\n\n" + b"--N\n\nx\n" * 3000)


MESSAGE = built("Halo\n\n> lama\n", f"<p>Halo {TABLE}")
MESSAGE.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf", filename="Surat – undangan.pdf")
MESSAGE.add_attachment(built("dalam"))
DATA = MESSAGE.as_bytes()


@settings(max_examples=150)
@given(damaged(DATA, 200))
def test_damage_never_does_more_than_make_it_unreadable(data: bytes) -> None:
    with contextlib.suppress(CannotReadError):
        assert read_mail(data).receipt.remainder == 0
