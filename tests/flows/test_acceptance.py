"""What accepted rows, corrections and answers come to in the next plan, and that all of it can be undone."""

import csv
from copy import deepcopy
from pathlib import Path

import pytest

from flows.cli import main
from tests.flows.test_review import PLAN, WORKBOOK, Said, asked, built, codes, filled, items, review
from tests.reviewing.word_xml import Writer, cells, rows, run_of, runs, text_of

FIRST, SECOND, THIRD = "Menyusun pedoman kurasi konten", "Melatih kurator daerah", "Mencetak buku panduan guru"


@pytest.fixture
def out(tmp_path: Path, capsys: Said) -> Path:
    """A plan of two groups: two sources that disagree, an action without a time."""
    folder = tmp_path / "rapat"
    for group, text in {
        "K1": f"1,{FIRST},Pustekkom,Maret 2017\n2,{SECOND},LPMP Bali,April 2017\n",
        "K2": f"1,{THIRD},Puskurbuk,\n2,{FIRST},Pustekkom,April 2017\n",
    }.items():
        (folder / group).mkdir(parents=True)
        (folder / group / "usulan.csv").write_text(f"No,Kegiatan,Penanggung Jawab,Waktu\n{text}", encoding="utf-8")
    groups = "groups:\n- {code: K1, name: Konten}\n- {code: K2, name: Buku}\n"
    (folder / "meeting.yaml").write_text(f"name: Rapat\nyear: 2017\n{groups}", encoding="utf-8")
    assert main(["build", str(folder), "--out", str(tmp_path / "hasil"), "--direct"]) == 0
    capsys.readouterr()
    return tmp_path / "hasil"


def tables(out: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted((out / "tables").glob("*.csv"))}


def table(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def desk(document: Path) -> Writer:
    return Writer(document.read_bytes(), "Ani")


def returned(out: Path, writer: Writer) -> Path:
    target = out.parent / "ani.docx"
    target.write_bytes(writer.saved())
    return target


def row_of(writer: Writer, words: str):  # type: ignore[no-untyped-def]  # elements have no type of their own
    """The first row with these words among the actions."""
    found = (row for t in writer.tables() for row in rows(t) if words in text_of(row) and "RK-" in text_of(row))
    return next(found)


def read_back(out: Path, capsys: Said) -> list[str]:
    """What copies of all documents say that nobody has edited, under other names."""
    copies = out.parent / "baru"
    for number, file in enumerate(sorted(out.rglob("*.docx"))):
        copies.mkdir(exist_ok=True)
        (copies / f"{number}.docx").write_bytes(file.read_bytes())
    (out / WORKBOOK).unlink()
    capsys.readouterr()
    return [line for line in review(capsys, out, copies)[1] if not line.endswith("tidak ada perubahan.")]


def test_a_deleted_row_leaves_the_plan_and_comes_back_exactly(out: Path, capsys: Said) -> None:
    before, ids = tables(out), {row["item_id"] for row in items(out).values()}
    writer = desk(out / PLAN)
    writer.delete_row(row_of(writer, SECOND))
    review(capsys, out, returned(out, writer))
    filled(out / WORKBOOK, "terima")
    built(out)
    assert set(items(out)) == {FIRST, THIRD}
    assert {row["item_id"] for row in table(out, "records")} < ids
    (gone,) = [row for row in table(out, "accounting") if row["fate"] == "superseded"]
    assert (gone["file"], gone["locator"], gone["record_id"]) == ("K1/usulan.csv", "row 3", "")
    assert gone["reason"].startswith("ditarik atas usul penelaah: Ani, 2017-02-20, ani.docx, tabel ")
    assert [row["code"] for row in table(out, "problems") if row["code"] == "item-withdrawn"] == ["item-withdrawn"]
    capsys.readouterr()
    assert main(["diff", str(out)]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if SECOND in line]
    assert "Ani, 2017-02-20" in line or "Ani, 20 Februari 2017" in line
    filled(out / WORKBOOK, "")
    built(out)
    assert tables(out) == before


def test_a_withdrawn_item_stays_away_and_keeps_its_id_when_it_is_reworded(out: Path, capsys: Said) -> None:
    item = items(out)[SECOND]["item_id"]
    writer = desk(out / PLAN)
    writer.delete_row(row_of(writer, SECOND))
    review(capsys, out, returned(out, writer))
    filled(out / WORKBOOK, "terima")
    built(out)
    source = out.parent / "rapat" / "K1" / "usulan.csv"
    source.write_text(source.read_text(encoding="utf-8").replace(SECOND, f"{SECOND} di Bali"), encoding="utf-8")
    built(out)
    assert set(items(out)) == {FIRST, THIRD}
    assert "proposal-not-applied" not in codes(out)
    assert [row[0] for row in asked(out)] == [SECOND]
    filled(out / WORKBOOK, "")
    built(out)
    assert items(out)[f"{SECOND} di Bali"]["item_id"] == item


def test_an_added_row_is_an_item_with_its_own_origin_read_like_any_other(out: Path, capsys: Said) -> None:
    before, ids = tables(out), {row["item_id"] for row in items(out).values()}
    writer = desk(out / PLAN)
    row = deepcopy(row_of(writer, SECOND))
    words = {"Kegiatan": "Menghimpun praktik baik kurator", "Waktu": "Mei 2017"}
    for head, cell in zip(cells(rows(row_of(writer, SECOND).getparent())[0]), cells(row), strict=True):
        for run in list(runs(cell)):
            run.getparent().remove(run)  # type: ignore[union-attr]
        next(cell.iter("{*}p")).append(run_of(words.get(text_of(head), ""), None))
        if text_of(head).startswith("Penanggung jawab"):
            next(cell.iter("{*}p")).append(run_of("Dinas Pendidikan Prov. Bali", None))
    row_of(writer, SECOND).addnext(row)
    writer.insert_row(row)
    review(capsys, out, returned(out, writer))
    filled(out / WORKBOOK, "terima")
    built(out)
    item = items(out)[words["Kegiatan"]]
    assert (item["number"], item["owners"]) == ("A.3", "Dinas Pendidikan Provinsi Bali")
    assert (item["start"], item["end"], item["latest_finish"] != "") == ("2017-05-01", "2017-05-31", True)
    (record,) = [row for row in table(out, "records") if row["file"] == "ani.docx"]
    assert (record["item_id"] not in ids, record["group"]) == (True, "K1")
    assert record["locator"].startswith("table ")
    assert "action: reviewer 'Ani, 2017-02-20'" in record["inferred"]
    (account,) = [row for row in table(out, "accounting") if row["file"] == "ani.docx"]
    assert (account["fate"], account["reason"]) == ("record", "ditambahkan penelaah: Ani, 2017-02-20")
    filled(out / WORKBOOK, "tolak")
    built(out)
    assert tables(out) == before
    filled(out / WORKBOOK, "terima")
    built(out)
    assert items(out)[words["Kegiatan"]]["item_id"] == item["item_id"]
    assert read_back(out, capsys) == []


def test_a_correction_beside_what_was_read_settles_a_conflict_and_stands_in_the_sheet(out: Path, capsys: Said) -> None:
    assert {row["field"] for row in table(out, "conflicts")} == {"start", "end"}
    sheet = next((out / "kelompok").glob("K1*"))
    writer = desk(sheet)
    row = row_of(writer, FIRST)
    heads = [text_of(cell) for cell in cells(rows(row.getparent())[0])]
    writer.insert(None, next(cells(row)[heads.index("Koreksi")].iter("{*}p")), "Waktu seharusnya Mei 2017")
    review(capsys, out, returned(out, writer))
    filled(out / WORKBOOK, "terima")
    built(out)
    assert (items(out)[FIRST]["start"], items(out)[FIRST]["end"]) == ("2017-05-01", "2017-05-31")
    settled = {row["field"]: (row["chosen"], row["settled_by"], row["settled_on"], row["settled_why"])
               for row in table(out, "conflicts")}  # fmt: skip
    assert settled["end"] == ("2017-05-31", "Ani", "2017-02-20", "ani.docx")
    assert not any(row["code"] == "fields-conflict" for row in table(out, "problems"))
    assert "Mei 2017" in text_of(row_of(desk(sheet), FIRST))
    assert read_back(out, capsys) == []


@pytest.mark.parametrize("document", ["kelompok/K2*", "instansi/*/Puskurbuk*"])
def test_an_answer_fills_in_a_missing_time(out: Path, capsys: Said, document: str) -> None:
    assert "period-missing" in {row["code"] for row in table(out, "problems")}
    writer = desk(next(out.glob(document)))
    row = next(row for t in writer.tables() for row in rows(t) if "Belum ada waktu" in text_of(row))
    writer.insert(None, next(cells(row)[-1].iter("{*}p")), "Juli 2017")
    review(capsys, out, returned(out, writer))
    filled(out / WORKBOOK, "terima")
    built(out)
    assert items(out)[THIRD]["end"] == "2017-07-31"
    assert "period-missing" not in {row["code"] for row in table(out, "problems")}
    assert read_back(out, capsys) == []


def test_a_row_moved_into_the_matrix_of_another_group_belongs_to_it(out: Path, capsys: Said) -> None:
    writer = desk(out / PLAN)
    row = row_of(writer, SECOND)
    row_of(writer, THIRD).addnext(row)
    review(capsys, out, returned(out, writer))
    filled(out / WORKBOOK, "terima")
    built(out)
    assert (items(out)[SECOND]["group"], items(out)[SECOND]["number"]) == ("K2", "B.2")
    assert {row["group"] for row in table(out, "records") if row["action"] == SECOND} == {"K1"}
    assert THIRD in text_of(row_of(desk(out / PLAN), SECOND).getparent())
    assert read_back(out, capsys) == []
