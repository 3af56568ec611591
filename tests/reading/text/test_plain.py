"""Plain text as people type it: points, boxes, titles, Markdown, tables, chats, lines broken to a width."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.model.blocks import Block, Heading, ListItem, Paragraph, Span, Table
from tasks.reading.contents import Tally
from tasks.reading.text.builder import Place
from tasks.reading.text.plain import read_plain_text, read_text
from tests.reading.packages import drawn


def blocks(text: str) -> tuple[Block, ...]:
    found = read_plain_text(text.encode())
    assert found.receipt.read == len(text)
    assert found.receipt.remainder == 0
    return found.blocks


def lines(text: str) -> list[tuple[int, str, str]]:
    """Number, label and words of every line that is in no table."""
    return [
        (int(block.locator.removeprefix("line ")), getattr(block, "label", ""), block.text)
        for block in blocks(text)
        if not isinstance(block, Table)
    ]


def points(text: str) -> list[tuple[str, int, str]]:
    return [(block.label, block.level, block.text) for block in blocks(text) if isinstance(block, ListItem)]


def table(text: str) -> Table:
    (found,) = [block for block in blocks(text) if isinstance(block, Table)]
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_is_a_block_empty_ones_too(end: str) -> None:
    assert lines(f"satu{end}{end}  dua {end}") == [(1, "", "satu"), (2, "", ""), (3, "", "dua")]
    assert lines(f"satu{end}dua") == [(1, "", "satu"), (2, "", "dua")]


def test_a_block_has_its_path() -> None:
    assert [block.at.path for block in blocks("a\n\nb")] == ["l1", "l2", "l3"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- satu\n* dua\n• tiga\n– empat\no lima\n-> enam", [(s, 0) for s in ("-", "*", "•", "–", "o", "->")]),
        (
            "1. satu\n2) dua\n(3) tiga\na. empat\nb) lima\n(iv) enam",
            [(s, 0) for s in ("1.", "2)", "(3)", "a.", "b)", "(iv)")],
        ),
        ("1.1. satu\n1.2.3 dua", [("1.1.", 0), ("1.2.3", 0)]),
        ("- a\n  - b\n    - c\n  - d\n- e", [("-", 0), ("-", 1), ("-", 2), ("-", 1), ("-", 0)]),
        ("1. a\n\ta. b\n\t\t- c\n2. d", [("1.", 0), ("a.", 1), ("-", 2), ("2.", 0)]),
        ("  - a\n\n  - b\nteks\n    - c", [("-", 0), ("-", 0), ("-", 0)]),
    ],
)
def test_points_with_label_and_level(text: str, found: list[tuple[str, int]]) -> None:
    assert [(label, level) for label, level, _ in points(text)] == found


@pytest.mark.parametrize(
    "line",
    ["1.500 orang hadir", "2.5 km jalan", "12.30 makan siang", "A. PENDAHULUAN", "1. LATAR BELAKANG", "II. Hasil",
     "-5 derajat", "Hari : Senin", "*) catatan kaki", "a.n. Kepala Dinas", "-", "1."],
)  # fmt: skip
def test_what_is_no_point_stays_as_it_is(line: str) -> None:
    assert lines(line) == [(1, "", line)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[ ] susun", "[ ] susun"),
        ("- [x] susun", "[x] susun"),
        ("* [ ] susun", "[ ] susun"),
        ("☐ susun", "☐ susun"),
        ("☑ susun", "☑ susun"),
        ("[✓] susun", "[✓] susun"),
    ],
)
def test_the_box_of_a_check_list_stays_in_the_words(line: str, words: str) -> None:
    assert points(line) == [("", 0, words)]


def test_a_tick_alone_is_a_bullet() -> None:
    assert points("✓ susun") == [("✓", 0, "susun")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Hasil\n### Rapat ###", [(1, "Hasil"), (3, "Rapat")]),
        ("Hasil\n=====\n\nRapat\n-----\nisi", [(1, "Hasil"), (2, "Rapat")]),
        ("HASIL RAPAT\n===", [(1, "HASIL RAPAT")]),
        ("Judul\n=====\nAnak\n----", [(1, "Judul"), (2, "Anak")]),
        ("Salam hormat dari kami semua di sini\n---\nBudi", []),
        ("baris satu\nbaris dua\n=========", []),
        ("- butir\n-------", []),
        ("#tagar\n123\n===", []),
    ],
)
def test_titles(text: str, found: list[tuple[int, str]]) -> None:
    assert [(block.level, block.text) for block in blocks(text) if isinstance(block, Heading)] == found


@pytest.mark.parametrize(
    ("line", "words", "spans"),
    [
        ("**PJ**: *Pustekkom* dan _PANDI_", "PJ: Pustekkom dan PANDI", ()),
        ("~~batal~~ jadi", "batal jadi", (Span(0, 5, "struck"),)),
        ("a ~batal~", "a batal", (Span(2, 7, "struck"),)),
        ("lihat [juknis](http://x/y) ini", "lihat juknis ini", (Span(6, 12, "link", target="http://x/y"),)),
        ("**a ~~b~~**", "a b", (Span(2, 3, "struck"),)),
        ("pakai `sch.id`", "pakai sch.id", ()),
        ("3 * 4 * 5", "3 * 4 * 5", ()),
        ("nama_file_ini dan a*b*c", "nama_file_ini dan a*b*c", ()),
        ("Nama: ______ dan _____", "Nama: ______ dan _____", ()),
        ("*** / ***", "*** / ***", ()),
        ("~~**~~", "~~**~~", ()),
        ("kira-kira ~5 juta sampai ~6 juta", "kira-kira ~5 juta sampai ~6 juta", ()),
    ],
)
def test_signs_are_taken_off_the_words(line: str, words: str, spans: tuple[Span, ...]) -> None:
    (block,) = blocks(line)
    assert isinstance(block, Paragraph)
    assert (block.text, block.spans) == (words, spans)


def test_quotations_and_code() -> None:
    found = blocks("> satu\n> > - dua\n```python\n- x **y**\n```\n```\nz")
    assert [(block.text, block.style) for block in found if isinstance(block, Paragraph | ListItem)] == [
        ("satu", "quoted"),
        ("dua", "quoted"),
        ("- x **y**", "code"),
        ("```", ""),
        ("z", ""),
    ]


def test_a_table_of_markdown_keeps_the_numbers_of_its_lines() -> None:
    found = table(
        "Matriks\n\n| No | Kegiatan | PJ |\n|----|:--------:|---:|\n| 1 | **susun** a\\|b | X |\n| 2 | c |\n\nisi"
    )
    assert drawn(found) == [["No", "Kegiatan", "PJ"], ["", "", ""], ["1", "susun a|b", "X"], ["2", "c", ""]]
    assert [found.row_locator(n) for n in (1, 3, 4)] == ["line 3", "line 5", "line 6"]
    assert found.cells[-1].blocks[0].locator == "line 6"


def test_a_table_without_outer_bars() -> None:
    assert drawn(table("No | Kegiatan\n--- | ---\n1 | susun")) == [["No", "Kegiatan"], ["", ""], ["1", "susun"]]


@pytest.mark.parametrize("bars", ["+-|", "┼─│"])
def test_boxes_with_edges_between_all_rows(bars: str) -> None:
    text = "+---+-----+\n| a | b   |\n+---+-----+\n| 1 | x   |\n|   | y   |\n+---+-----+\n| 2 | z   |\n+---+-----+\n"
    found = table(text.translate(str.maketrans("+-|", bars)))
    assert [row for row in drawn(found) if any(row)] == [["a", "b"], ["1", "x\ny"], ["^", "^"], ["2", "z"]]
    assert {cell.text: found.row_locator(cell.row) for cell in found.cells}["z"] == "line 7"


def test_a_box_with_edges_around_the_head_alone() -> None:
    found = table("+---+---+\n| a | b |\n+---+---+\n| 1 | x |\n| 2 | y |\n+---+---+")
    assert [row for row in drawn(found) if any(row)] == [["a", "b"], ["1", "x"], ["2", "y"]]


def test_columns_aligned_by_spaces() -> None:
    text = (
        "No   Kegiatan          PJ\n1    Susun pedoman     Pustekkom\n"
        "2    Latih guru\n     di daerah         LPMP\nSekian."
    )
    assert drawn(table(text)) == [
        ["No", "Kegiatan", "PJ"],
        ["1", "Susun pedoman", "Pustekkom"],
        ["2", "Latih guru", ""],
        ["", "di daerah", "LPMP"],
    ]
    assert lines(text) == [(5, "", "Sekian.")]


def test_columns_parted_by_tabs() -> None:
    assert drawn(table("a\tb\tc\n1\t\t3\n\t2\t4\n")) == [["a", "b", "c"], ["1", "", "3"], ["", "2", "4"]]


@pytest.mark.parametrize(
    "text",
    [
        "Hari    :  Senin\nTempat  :  Jakarta\nPukul   :  09.00\n",
        "Hari\t: Senin\nTempat\t: Jakarta\nPukul\t: 09.00\n",
        "Satu kalimat  dengan dua spasi.\nDua  kalimat lagi di sini.\nTiga kalimat di  sini juga.\n",
        "pusat | daerah\nsekolah | dinas\n",
        "a | b | c\nd | e\nf | g | h\n",
        "Pustekkom   PANDI   LPMP\n1           2       3\n",
        "----------\n==========\n",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert not any(isinstance(block, Table) for block in blocks(text))


CHAT = [
    "[09/02/17 21.15.03] Budi: *tolong* susun pedoman",
    "sebelum Juni",
    "- butir satu",
    "[09/02/17 21.16.03] \u200eBudi menambahkan Anda",
    "09/02/17 21.17 - Ani: <Media tidak disertakan>",
    "9/2/2017, 9:18\u202fPM - Ani S., M.Pd: jam 10: siap",
]


def test_a_message_is_a_paragraph_with_sender_and_time() -> None:
    found = blocks("\n".join(CHAT))
    assert [
        (block.locator, getattr(block, "style", ""), block.text) for block in found if not isinstance(block, Table)
    ] == [
        ("line 1", "message", "[09/02/17 21.15.03] Budi: tolong susun pedoman\nsebelum Juni"),
        ("line 3", "", "butir satu"),
        ("line 4", "notice", "[09/02/17 21.16.03] \u200eBudi menambahkan Anda"),
        ("line 5", "message", "09/02/17 21.17 - Ani: <Media tidak disertakan>"),
        ("line 6", "message", "9/2/2017, 9:18\u202fPM - Ani S., M.Pd: jam 10: siap"),
    ]


def test_one_line_with_a_date_is_no_chat() -> None:
    (first, _) = blocks("09/02/17 21.15 - Ani: susun\nlanjut")
    assert isinstance(first, Paragraph)
    assert (first.text, first.style) == ("09/02/17 21.15 - Ani: susun", "")


WRAPPED = """Rapat koordinasi menyepakati bahwa pedoman pembelajaran akan disusun
bersama oleh Pustekkom dan dinas pendidikan provinsi, dan selesai pada
akhir bulan Juni supaya dapat dipakai oleh sekolah pada tahun ajaran
baru.

- Menyusun pedoman pembelajaran untuk daerah terpencil yang belum ada
  jaringan (Pustekkom, Juni 2017)
"""


def test_lines_broken_to_a_width_go_on() -> None:
    found = lines(WRAPPED)
    assert [number for number, _, _ in found] == [1, 5, 6]
    assert found[0][2].endswith(
        "selesai pada akhir bulan Juni supaya dapat dipakai oleh sekolah pada tahun ajaran baru."
    )
    assert found[2][2].endswith("yang belum ada jaringan (Pustekkom, Juni 2017)")


def test_lines_ended_by_hand_stay_apart() -> None:
    text = "Pustekkom menyiapkan server untuk semua provinsi di wilayah timur\nDinas mengirim data\nLPMP melatih guru\n"
    assert [number for number, _, _ in lines(text)] == [1, 2, 3]


def test_labels_below_a_point_stay_lines() -> None:
    assert lines("1. Susun pedoman\n   PJ: Pustekkom\n   Waktu: Juni 2017") == [
        (1, "1.", "Susun pedoman"),
        (2, "", "PJ: Pustekkom"),
        (3, "", "Waktu: Juni 2017"),
    ]


def test_a_flowed_text_goes_on_behind_a_space() -> None:
    tally = Tally()
    text = "satu \ndua\n> tiga \nempat\n-- \nBudi"
    found = read_text(text, Place("message 1, ", 4, "message 1"), tally, flowed=True)
    assert [(block.locator, block.text) for block in found if not isinstance(block, Table)] == [
        ("message 1, line 4", "satu dua"),
        ("message 1, line 6", "tiga"),
        ("message 1, line 7", "empat"),
        ("message 1, line 8", "--"),
        ("message 1, line 9", "Budi"),
    ]
    assert tally.receipt().remainder == 0


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("- \n| a | b |\n|---|---|", [["-", "a", "b"]]),
        ("No\tUraian\tPJ \nlagi\n1\tx\ty\n2\tx\ty", [["No", "Uraian", "PJ lagi"], ["1", "x", "y"], ["2", "x", "y"]]),
    ],
)
def test_lines_that_flow_into_a_table_lose_nothing(text: str, rows: list[list[str]]) -> None:
    tally = Tally()
    (found,) = read_text(text, Place(), tally, flowed=True)
    assert isinstance(found, Table)
    assert [row for row in drawn(found) if any(row)] == rows
    assert tally.receipt().remainder == 0


def rows_of(block: Block) -> list[str]:
    return [block.row_locator(n) for n in range(1, block.rows + 1)] if isinstance(block, Table) else [block.locator]


PIECES = (
    "- @* @1. @a) @[x] @| a | b |@|---|---|@+---+---+@\t@   @kata @**@~~@`@_@[t](u)@# @===@---@> @\n@\n\n@\r\n@\r@```"
    "@09/02/17 21.15 - A: @[09/02/17 21.15.03] B: x@Susun pedoman pembelajaran @PJ: X@é@\u200e@│@ x  y  z @( ) @☐ "
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("@")), max_size=40).map("".join), st.booleans())
def test_no_character_is_lost_and_no_line_comes_twice(text: str, flowed: bool) -> None:
    tally = Tally()
    found = read_text(text, Place(), tally, flowed=flowed)
    assert tally.receipt().remainder == 0
    places = [place for block in found for place in rows_of(block)]
    assert len(set(places)) == len(places)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert read_plain_text(data).receipt.remainder == 0
