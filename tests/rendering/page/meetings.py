"""A plan with something of everything for the page: levels, links, what is impossible, missing and contradictory."""

from collections.abc import Iterable
from dataclasses import replace

from tasks.model.plan import Plan
from tasks.model.problem import Code, problem
from tests.rendering.plans import Row, item, late, link, plan, record

HOSTILE = (
    'A & B <img src=x onerror="document.title=1"> </script><script>document.title=2</script> "q" \u2028\u2029 {{ 7*7 }}'
)
LEVELS = ("central", "province", "district")
OWNERS = ("Pustekkom", "Dinas Pendidikan Provinsi Bali", "Dinas Pendidikan Kota Padang")
PROBLEMS = (
    late("RK-A2", "RK-A1"),
    problem(
        Code.PREREQUISITE_MISSING,
        "K1/Matriks.docx",
        "table 1, row 2",
        item="RK-B2",
        text="kontrak payung",
        competent="",
    ),
    problem(Code.FILE_EMPTY, "K1/kosong.docx"),
)


def rich(count: int = 12, more: Iterable[Row] = ()) -> Plan:
    """So many items in each of two programmes; those of B wait for those of A. `more`: further links."""
    items = [
        item(
            f"{letter}.{n}", owners=OWNERS[n % 3], levels=LEVELS[n % 3], programme=f"Program {letter}",
            regions="Bali" if n % 3 == 1 else "", supporters="Pustekkom" if n == 7 else "",
            action=f"Melatih café guru {letter}.{n}", obstacle="Jaringan lambat" if n == 5 else "",
            on_critical_path="yes" if n == 1 else "", earliest_start="2017-04-01", latest_finish="2017-08-31",
            slack_months="2", budget="5000000",
        )
        for letter in "AB"
        for n in range(1, count + 1)
    ]  # fmt: skip
    records = [record(row["number"], group="K1" if row["number"][0] == "A" else "K2") for row in items]
    links = [link(f"A.{n}", f"B.{n}", status="accepted" if n % 2 else "proposed") for n in range(1, count + 1)]
    links += [dict(one) for one in more]
    conflicts = [{"item_id": "RK-A3", "field": "end", "values": "2017-06-30; 2017-07-31"}]
    sources = [{"file": "K1/Matriks.docx", "group": "K1", "status": "read", "blocks": "30", "records": "24"}]
    return plan(items, records, links, conflicts, PROBLEMS, sources)


def hostile() -> Plan:
    """Texts that would be markup or script if the page did not escape them, everywhere that a text may stand."""
    texts = ("action", "output", "owners", "supporters", "regions", "programme", "budget", "obstacle", "period_text")
    items = [item("A.1", **dict.fromkeys(texts, HOSTILE), start="", end=""), item("A.2")]
    records = [record("A.1", file=HOSTILE, locator=HOSTILE, inferred=f"owners: {HOSTILE}")]
    what = plan(items, records, [link("A.1", "A.2", evidence=HOSTILE)], problems=[problem(Code.FILE_EMPTY, HOSTILE)])
    meeting = replace(what.meeting, name=HOSTILE, theme=HOSTILE, host=HOSTILE, place=HOSTILE)
    return replace(what, meeting=meeting)
