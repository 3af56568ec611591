"""Notes beside a list that say what some of its rows wait for: "Catatan: no. 3 dan 4 dilaksanakan setelah …"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tasks.extraction.phrases import pattern
from tasks.model.blocks import Document, ListItem, Paragraph
from tasks.model.values import joined

_UNTIL = r"(?:s\.?d\.?|s/d|sampai|hingga|to|through|-|–)"
_NUMBERS = rf"\d{{1,3}}(?:\s*(?:,|dan|and|&|{_UNTIL})\s*(?:no\.?\s*)?\d{{1,3}})*"
_NOTE = re.compile(
    r"\W*(?:(?:catatan|keterangan|ket|nb|notes?|remarks?)\s*[:.]\s*)?(?:untuk\s+|for\s+)?"
    r"(?:(?:kegiatan|usulan|aksi|activit(?:y|ies)|actions?)\s+)?"
    rf"(?:no|nos|nomor|butir|poin|items?|rows?|points?)\.?\s*(?P<numbers>{_NUMBERS})\s+(?P<said>.+)",
    re.IGNORECASE | re.DOTALL,
)
_RANGE = re.compile(rf"(\d+)\s*{_UNTIL}\s*(\d+)", re.IGNORECASE)
_FEW = 4
"""How many words may stand between the numbers and what is waited for ("dilaksanakan", "can only start")."""
_LONGEST = 20

Fields = dict[str, str]


def noted(document: Document, records: Sequence[Fields], taken: Iterable[str]) -> list[Fields]:
    """The records of a document with what its notes say that they wait for.

    taken: places of what is a record itself. A number that several records of the document bear means none.
    """
    left_out = frozenset(taken)
    notes = [
        (number, said)
        for block in document.blocks
        if isinstance(block, Paragraph | ListItem) and block.locator not in left_out
        for number, said in _waiting(block.text)
    ]
    if not notes:
        return list(records)
    bearers = [_plain(record.get("number", "")) for record in records]
    sure = [(number, said) for number, said in notes if bearers.count(number) == 1]
    return [
        _with(record, [said for number, said in sure if number == own])
        for record, own in zip(records, bearers, strict=True)
    ]


def _with(record: Mapping[str, str], said: Sequence[str]) -> Fields:
    return {**record, "depends_text": joined([record.get("depends_text", ""), *said])} if said else dict(record)


def _waiting(text: str) -> Iterator[tuple[str, str]]:
    """The numbers that a note names, each with the words from the one for waiting on."""
    note = _NOTE.match(text)
    waits = pattern("depends").search(note["said"]) if note else None
    if note and waits and len(note["said"][: waits.start()].split()) <= _FEW:
        for number in _listed(note["numbers"]):
            yield number, note["said"][waits.start() :].strip(" .")


def _listed(numbers: str) -> list[str]:
    found = re.findall(r"\d+", numbers)
    for first, last in _RANGE.findall(numbers):
        if int(last) - int(first) <= _LONGEST:
            found += [str(n) for n in range(int(first) + 1, int(last))]
    return list(dict.fromkeys(found))


def _plain(number: str) -> str:
    return number.strip(" .()")
