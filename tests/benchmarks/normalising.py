"""The engines of normalising over 100,000 expressions: `python -m tests.benchmarks.normalising`.

The expressions are those of the tables of the tests. "repeated": the table over and over, as columns are; "distinct":
its rows with other years and numbers until no two are the same; for institutions, heads of offices with the districts
of the country, one in a cell and two of near places. CPU seconds of one process, collector off; reference data and the
calendar of holidays are loaded before.
"""

import gc
import itertools
import re
import time
from collections.abc import Callable, Iterable, Iterator

from tasks.normalising.money import parse_money
from tasks.normalising.periods import PeriodContext, parse_period
from tasks.normalising.reference import rows
from tests.normalising import test_institution_table, test_money, test_periods

COUNT = 100_000
_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_DAY = re.compile(r"(?<![\d/.\-])\d{1,2}(?= [A-Za-z])")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?=[.,\s]|$)")
_HEADS = (
    "Dinas Pendidikan", "Dinkes", "Disdikbud", "Bappeda", "Diskominfo", "RSUD", "Dinas Pertanian", "Disdukcapil",
    "Dinas Sosial", "Dishub", "Dinas Perindustrian dan Perdagangan", "Disnaker", "Dinas PUPR", "BPBD", "Satpol PP",
    "Inspektorat", "BKD", "Dinas Lingkungan Hidup", "Dinas Perpustakaan dan Kearsipan", "BPKAD", "DPMPTSP", "Dispora",
    "Kantor Kementerian Agama", "Kejaksaan Negeri", "Kantor Pertanahan", "KPPN", "TP PKK", "Disbudpar", "Distan",
    "Dinas Ketahanan Pangan", "Dinas Perikanan", "Dinas Koperasi dan UKM", "DP3A",
)  # fmt: skip
_NEIGHBOURS = 40  # offices beside which each stands in a cell of two


def repeated(texts: list[str]) -> list[str]:
    """The texts over and over."""
    return list(itertools.islice(itertools.cycle(texts), COUNT))


def distinct(ways: Iterable[str]) -> list[str]:
    """The first texts of these ways of writing that differ from each other."""
    return list(itertools.islice(dict.fromkeys(ways), COUNT))


def other_periods() -> Iterator[str]:
    """The rows of the table with other years and days."""
    for step in range(2000):
        for text, _ in test_periods.table():
            yield _moved(_DAY, _moved(_YEAR, text, 2000, 50, step), 1, 28, step // 50)


def other_sums() -> Iterator[str]:
    """The rows of the table with other numbers."""
    for step in range(2000):
        for text, *_ in test_money.table():
            yield _moved(_NUMBER, text, 1, 998, step)


def _moved(numbers: "re.Pattern[str]", text: str, least: int, count: int, step: int) -> str:
    """A text with its numbers moved on by so many, within `count` numbers from the least."""
    return numbers.sub(lambda found: str(least + (int(found[0]) - least + step) % count), text)


def offices() -> Iterator[str]:
    """Offices of all districts."""
    districts = [row["name"] for row in rows("regions") if row["type"] == "district" and row["vintage"] == "2017"]
    ways = ("{} {}", "Kepala {} {}", "seluruh {} {}", "{} {} (koordinator)", "{} {}.", "{} di {}")
    return (way.format(head, district) for way in ways for head in _HEADS for district in districts)


def pairs(mark: str) -> Iterator[str]:
    """Two offices in a cell, with this mark between them."""
    single = list(offices())
    beside = (
        (single[i], single[i + step]) for i in range(len(single) - _NEIGHBOURS) for step in range(1, _NEIGHBOURS + 1)
    )
    return (f"{one}{mark}{other}" for one, other in beside)


def measure(name: str, texts: list[str], read: Callable[[str], object]) -> None:
    """Reads all texts and prints what it took."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    for text in texts:
        read(text)
    cpu = time.process_time() - begin
    gc.enable()
    print(f"{name:<24} {len(set(texts)):>7,} different among {len(texts):,} {cpu:7.2f} CPU s")


if __name__ == "__main__":
    plan = PeriodContext(2017, test_periods.CONTEXT.meeting_start, test_periods.CONTEXT.meeting_end)
    for year in range(2000, 2050):
        parse_period(f"Lebaran {year}", plan)
    periods = [text for text, _ in test_periods.table()]
    measure("periods, distinct", distinct(other_periods()), lambda text: parse_period(text, plan))
    measure("periods, repeated", repeated(periods), lambda text: parse_period(text, plan))
    sums = [text for text, *_ in test_money.table()]
    measure("money, distinct", distinct(other_sums()), parse_money)
    measure("money, repeated", repeated(sums), parse_money)
    directory = test_institution_table.directory("2017 | id | Pustekkom Kemdikbud")
    directory.split("LKPP")
    cells = [cell.text for cell in test_institution_table.TABLE]
    measure("one owner, distinct", distinct(offices()), directory.split)
    measure("two owners, distinct", distinct(pairs("; ")), directory.split)
    measure("two with a comma", distinct(pairs(", ")), directory.split)
    measure("owners, repeated", repeated(cells), directory.split)
