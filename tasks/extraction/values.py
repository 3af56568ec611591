"""The cells about one action become the fields of a record: which text is the output, what is money, what is left."""

import re
from collections.abc import Mapping

from tasks.extraction.columns import Column
from tasks.extraction.owners import owners_and_supporters
from tasks.extraction.ownership import owned
from tasks.extraction.phrases import alternatives, equals, holds, phrases, starts
from tasks.extraction.recognise import Recognisers
from tasks.extraction.role_letters import helps, leads
from tasks.extraction.setting import Setting
from tasks.extraction.texts import blank, tidy
from tasks.extraction.ticks import chosen
from tasks.model.values import SEPARATOR, joined
from tasks.normalising.date_orders import hinted

Cells = Mapping[str, list[tuple[Column, str]]]
"""Texts about one action, by field, left to right."""

_OUTPUTS = ("output", "target", "aim", "volume")
"""Fields that may name what comes out, best first; those not chosen are kept as remarks."""
_LEFT_OVER = ("", "objective", "code")
_SUM = re.compile(r"\d")
_SCALED = re.compile(rf"\d[\d.,]*\s*(?:{alternatives(phrases('scale'))})\b|\d[\d.,]{{5,}}", re.IGNORECASE)
"""A number with a word that scales it, or as long as sums are: "95 juta (APBN)"."""
_LONGEST_MARK = 2  # letters of a sign in a month column; what is longer says something


def completed(
    base: Mapping[str, str], said: Mapping[str, str], cells: Cells, setting: Setting, recognise: Recognisers
) -> dict[str, str]:
    """The fields of RAW for one action. What its own words say (`said`) counts where no column says it.

    base: fields that do not come from cells; setting: what holds for the whole table or list.
    """
    output, rest = _output(cells)
    money, parts = _money(cells, setting.unit, recognise)
    left = _left_over(cells, base.get("number", ""))
    remarks = joined([*_texts(cells, "remarks"), *rest, *left, *parts])
    fields = {
        "output": output,
        **{name: " ".join(_texts(cells, name)) for name in ("obstacle", "solution", "priority")},
        "progress": " ".join(map(chosen, _texts(cells, "progress") or _status(cells))),
        **_who(cells),
        "place_text": ", ".join(_texts(cells, "place")),
        **_when(cells, recognise),
        **money,
        "depends_text": joined(
            [*_texts(cells, "depends"), *(t for t in _texts(cells, "remarks") if holds("refers", t))]
        ),
        "remarks": remarks,
        "proposer_text": joined(_texts(cells, "proposer")),
        "date_order": _date_order(cells),
    }
    return owned(_merged({**base, **fields}, said), setting, recognise)


def _texts(cells: Cells, field: str) -> list[str]:
    return list(dict.fromkeys(tidy(t) for _, t in cells.get(field, []) if not blank(t)))


def _status(cells: Cells) -> list[str]:
    """What columns of the status say; "no" to the question whether it is done says nothing, nor does "open"."""
    told = [(c, tidy(t)) for c, t in cells.get("status", []) if not blank(t)]
    said = [t for c, t in told if not (c.path and holds("asks", c.path[-1]) and equals("no answer", t))]
    return [t for t in said if not equals("still open", t)]


def _merged(fields: dict[str, str], said: Mapping[str, str]) -> dict[str, str]:
    out = dict(fields)
    for name, text in said.items():
        if name == "depends_text":
            out[name] = joined([out.get(name, ""), text])
        elif not out.get(name):
            out[name] = text
    return out


def _output(cells: Cells) -> tuple[str, list[str]]:
    """The text of the best field that names a product, and the others with the words over them."""
    named: list[tuple[int, int, str, Column]] = []
    for place, field in enumerate(_OUTPUTS):
        for column, text in cells.get(field, []):
            if field == "volume" and not column.sure:
                continue
            words = tidy(text)
            if field in {"target", "volume"} and not re.search(r"[^\W\d]", words):
                words = " ".join([words, *_texts(cells, "unit")])
            named.append((place, column.rank, words, column))
    named.sort(key=lambda n: n[:2])
    if not named:
        return "", []
    return named[0][2], [_with_title(column, words) for _, _, words, column in named[1:] if words != named[0][2]]


def _with_title(column: Column, text: str) -> str:
    title = tidy(column.path[-1]) if column.path else ""
    return f"{title.rstrip(' :')}: {text}" if title else text


def _left_over(cells: Cells, number: str) -> list[str]:
    """What no field takes, with the words over it; a code that serves as the number is told already."""
    counted = [(c, t) for c, t in cells.get("volume", []) if not c.sure]
    other = [pair for field in _LEFT_OVER for pair in cells.get(field, [])]
    left = [_with_title(c, tidy(t)) for c, t in [*counted, *other] if not blank(t) and not _is_number(c, t, number)]
    months = [f"{c.month}: {tidy(t)}" for c, t in cells.get("month", []) if len(t.strip()) > _LONGEST_MARK]
    return [*left, *months]


def _is_number(column: Column, text: str, number: str) -> bool:
    return column.field == "code" and tidy(text).rstrip(".)") == number


def _who(cells: Cells) -> dict[str, str]:
    marks = [(tidy(c.path[-1]), text) for c, text in cells.get("owner mark", []) if c.path]
    marked = [name for name, text in marks if leads(text)]
    owners, supporters = owners_and_supporters(SEPARATOR.join([*_lines(cells, "owner"), *marked]))
    helping = [tidy(c.path[-1]) for c, _ in cells.get("supporter mark", []) if c.path]
    helping += [name for name, text in marks if helps(text)]
    return {"owners_text": owners, "supporters_text": joined([supporters, *_lines(cells, "supporter"), *helping])}


def _lines(cells: Cells, field: str) -> list[str]:
    return [tidy(line) for _, text in cells.get(field, []) for line in text.split("\n") if not blank(line)]


def _when(cells: Cells, recognise: Recognisers) -> dict[str, str]:
    """Period, start and end. One day, month or quarter below "Batas waktu" says by when, not from when.

    Beside a column of starts alone, the last of the marked months is the end; beside one of ends, the first the start.
    """
    period, start, end = (" ".join(_texts(cells, name)) for name in ("time", "start", "end"))
    months = [] if period else list(dict.fromkeys(c.month for c, _ in cells.get("month", [])))
    if months and (start or end):
        start, end = start or months[0], end or months[-1]
    asked = [c for c, _ in cells.get("time", []) if c.path and _asks_by_when(c.path[-1])]
    by_then = period if len(asked) == len(cells.get("time", [])) == 1 and recognise.is_point(period) else ""
    return {"period_text": period or SEPARATOR.join(months), "start_text": start, "end_text": end or by_then}


def _asks_by_when(header: str) -> bool:
    """Whether a header asks by when, and for nothing else: "Deadline", not "Deadline / Timeline"."""
    return all(holds("deadline", part) for part in header.split("/"))


def _date_order(cells: Cells) -> str:
    """Headers of the columns of time that say how dates are written ("mm/dd/yyyy"), and the form's own time."""
    headers = [c.title for name in ("time", "start", "end") for c, _ in cells.get(name, []) if hinted(c.title)]
    return joined([*dict.fromkeys(headers), *_texts(cells, "timestamp")])


def _money(cells: Cells, unit: str, recognise: Recognisers) -> tuple[dict[str, str], list[str]]:
    """Sums and funds told apart line by line, since a column "Pendanaan" may hold both; and sums that are parts.

    Of several sums the one that is called the total counts, else the first.
    """
    sums: list[tuple[str, str]] = []
    funds = [*_texts(cells, "fund"), *(tidy(c.path[-1]) for c, _ in cells.get("fund mark", []))]
    for column, text in cells.get("budget", []):
        for line in (tidy(part) for part in text.split("\n") if not blank(part)):
            named = recognise.funds(line)
            if _SUM.search(line) and not (named and recognise.only_fund(line) and not _SCALED.search(line)):
                sums.append((line, column.unit))
            if named or not re.search(r"\d", line):
                funds.append(line)
            elif column.path and recognise.only_fund(column.path[-1]):
                funds.append(tidy(column.path[-1]))
    total = next((s for s in sums if starts("total", s[0])), sums[0] if sums else ("", ""))
    scale = total[1] or next((scale for _, scale in sums if scale), "") or unit
    parts = [line for line, _ in sums if line != total[0]]
    money = {"budget_text": total[0], "budget_unit": scale if sums else "", "fund_text": joined(funds)}
    return money, parts
