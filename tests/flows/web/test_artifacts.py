"""What a run shows, and the files that the server hands out."""

import json
from pathlib import Path
from typing import Any

import pytest

from flows.folder.run_record import write_json
from flows.servers.documents import route
from flows.servers.pages import Pages
from flows.settings import Settings
from flows.web.artifacts import key, of_build, send
from tasks.rendering.catalogue import load
from tests.flows.fakes import MAIN

ID = load("id")
PROBLEMS = """file,locator,severity,code,message
b.docx,,info,x,Sekadar diketahui
a.docx,"table 1, row 2",error,x,"Tidak | terbaca"
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """An output folder that a run has left: a page, a sheet of an institution, problems."""
    out = tmp_path / "outputs" / "rakor"
    files = {MAIN: "", "rencana.html": "<p>isi</p>", "instansi/Dinas #1.docx": "sheet", "tables/problems.csv": PROBLEMS}
    for name, text in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8")
    empty: dict[str, Any] = {"left": {}, "figures": {}, "problems": {}, "fingerprint": "", "language": "id"}
    write_json(out / "run.json", {**empty, "main": MAIN, "outputs": dict.fromkeys(files, "")})
    (out / ".renja").mkdir()
    (out / ".renja" / "memory.db").write_text("ours")
    return out


def shown(out: Path, *, unchanged: bool) -> dict[str, Any]:
    """What a build of the plan shows, by name."""
    lines = ["Dibaca: 1 berkas.", "  a_b.docx: <b>", str(out / MAIN)]
    return {one.name.lower(): one.data for one in of_build(out, lines, unchanged, Settings(), ID)}


def test_a_run_shows_its_summary_its_files_and_its_problems(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.web.artifacts.outputs", lambda: plan.parent)
    found = shown(plan, unchanged=False)
    assert found["ringkasan"] == r"Dibaca: 1 berkas." + "\n\n" + r"- a\_b.docx: \<b\>"
    assert f"`{plan}`" in found["dokumen"]
    assert "[Dinas \\#1.docx](http://127.0.0.1:4200/dokumen/rakor/instansi/Dinas%20%231.docx)" in found["dokumen"]
    assert [list(row.values()) for row in found["masalah"]] == [
        ["Kesalahan", "Tidak | terbaca", "a.docx", "tabel 1, baris 2"],
        ["Keterangan", "Sekadar diketahui", "b.docx", ""],
    ]
    assert set(shown(plan, unchanged=True)) == {"ringkasan", "dokumen"}


def test_elsewhere_files_are_named_and_not_linked(plan: Path) -> None:
    assert "](" not in shown(plan, unchanged=True)["dokumen"]


def test_what_is_shown_goes_to_the_server_under_keys_that_it_takes(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr("flows.web.artifacts.answer", lambda _url, wish: sent.append(wish))
    send("http://x/api", "run-1", "Rakor Kesehatan (2018) é", of_build(plan, ["x", "y"], False, Settings(), ID))
    assert [one["key"] for one in sent] == [f"rakor-kesehatan-2018-e-{n}" for n in ("ringkasan", "dokumen", "masalah")]
    assert {one["flow_run_id"] for one in sent} == {"run-1"}
    assert len(json.loads(sent[-1]["data"])) == 2
    assert key("語") == "renja"


@pytest.mark.filterwarnings("ignore:Using `httpx`")
def test_the_server_hands_out_what_the_run_left_and_nothing_else(plan: Path) -> None:
    from starlette.applications import Starlette
    from starlette.responses import HTMLResponse
    from starlette.routing import Route
    from starlette.testclient import TestClient

    pages = Route("/page", lambda _request: HTMLResponse("<p>Prefect</p>"))
    client = TestClient(Pages(Starlette(routes=[route(plan.parent), pages])))
    sheet = client.get("/dokumen/rakor/instansi/Dinas%20%231.docx")
    assert (sheet.status_code, sheet.text) == (200, "sheet")
    assert sheet.headers["content-disposition"].startswith("attachment")
    page = client.get("/dokumen/rakor/rencana.html")
    assert page.headers["content-disposition"].startswith("inline")
    assert page.headers["content-security-policy"].startswith("sandbox")
    for name in ("run.json", ".renja/memory.db", "../rakor/run.json", "none.docx"):
        assert client.get(f"/dokumen/rakor/{name}").status_code == 404
    assert client.get("/dokumen/none/x.docx").status_code == 404
    assert client.get("/page").headers["content-security-policy"].startswith("default-src 'self'")
    assert "content-security-policy" not in sheet.headers
