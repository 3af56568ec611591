"""References by number, as people print them: "no. 8", "butir 3 dan 4", "matriks Kel. 1 no. 1", "bagian A no. 5"."""

import re
from dataclasses import dataclass

from tasks.linking import patterns
from tasks.linking.mentions import closing

_ROMAN = {r: n for n, r in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1)}
_RANGE = re.compile(rf"(?<![\w.])(\d+)\s*{patterns.UNTIL}\s*(?:no\.?\s*)?(\d+)(?![\w.]*\d)", re.I)
_BARE = re.compile(rf"[(#]?{patterns.LIST}[).]?", re.I)
_CODE = re.compile(
    r"(?<![\w.,/-])(?:[A-Z]{1,4}(?:\d{1,2}[-./])?[-./]?\d{1,3}|\d{1,2}(?:\.\d{1,2}){1,2}|\d{1,2}\.?[a-z])"
    rf"(?![\w]|[.,]\d)(?={closing()})"
)
_MARK = re.compile(r"[(#]?\s*(?P<own>[a-z]|[ivx]+)\s*[).]?", re.I)
_LONGEST_RANGE = 20


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: numbers as printed; the group's number or letter, the part's letter and the kind of source named.

    source: words of which a document of that kind bears one, parted by `|`. text: the reference as written.
    """

    numbers: tuple[str, ...]
    group: str
    part: str
    source: str
    text: str


def references(text: str) -> list[Reference]:
    """The references by number in a text, none if it holds none; the number of a law is none."""
    found = [match for match in patterns.numbers().finditer(text) if not _cites_law(text, match)]
    ends = [0, *(match.end() for match in found)]
    begins = [*(match.start() for match in found[1:]), len(text)]
    return [_reference(text[start:stop], match, text) for match, start, stop in zip(found, ends, begins, strict=False)]


def bare(text: str) -> list[Reference]:
    """The reference of a text that is nothing but numbers ("1, 3 dan 4") or one letter ("(c)"), and their group."""
    told = patterns.named("group").sub(" ", text).strip(" ()")
    match, mark = _BARE.fullmatch(told), _MARK.fullmatch(told)
    numbers = _listed(match) if match else (mark["own"].casefold(),) if mark else ()
    return [Reference(numbers, group(text), "", "", text.strip())] if numbers else []


def codes(text: str) -> list[Reference]:
    """What may be a number as printed without a word for numbers before it: "1.2", "PH1", "huruf a", "(iv)"."""
    found = [
        Reference((m.group().casefold(),), "", "", _source_at(text[: m.start()]), m.group())
        for m in _CODE.finditer(text)
    ]
    return found + [
        Reference((m["name"].casefold(),), "", "", "", m.group())
        for one in (patterns.letters(), patterns.resolved(), patterns.bracketed())
        for m in one.finditer(text)
    ]


def _source_at(before: str) -> str:
    """The kind of source that a text ends with ("minutes 4.5")."""
    word = re.search(r"(\w+)\s*$", before)
    return patterns.means().get(word[1].casefold(), "") if word else ""


def _reference(near: str, match: re.Match[str], text: str) -> Reference:
    """A reference; group, part and source are those named nearest to it, else those of the whole text."""
    return Reference(
        numbers=_listed(match),
        group=group(near) or group(text),
        part=_after(near, "part") or _after(text, "part"),
        source=patterns.means().get(_word(near, "source") or _word(text, "source"), ""),
        text=_whole(text, match.start(), match.end()),
    )


def group(text: str) -> str:
    """The number, roman number or letter of the working group that a text names: "Kel. 3" is "3", "Pokja IV" "4"."""
    found = _after(text, "group")
    return str(_ROMAN[found]) if found in _ROMAN else found


def cites_law(text: str) -> bool:
    """Whether a text cites a law by its number ("UU 23/2014"): something that exists, not work of the plan."""
    return bool(patterns.law().search(text))


def without(text: str) -> str:
    """The text without its references to numbers, groups, parts and kinds of source, and the "see" before them."""
    for pattern in (
        patterns.numbers(),
        patterns.letters(),
        patterns.resolved(),
        patterns.named("group"),
        patterns.named("part"),
        patterns.sources(),
        patterns.any_of("see"),
    ):
        text = pattern.sub(" ", text)
    return text


def says_see(text: str) -> bool:
    """Whether a text only points to a place ("lihat no. 2")."""
    return bool(_word(text, "see"))


def points_to(text: str) -> str:
    """The words from one that only points to a place on ("lihat juga butir 3"), empty if there is none."""
    found = patterns.any_of("related").search(text)
    return text[found.start() :].strip(" .;()") if found else ""


def labelled(remarks: str) -> str:
    """The number that stands in a column kept as a remark ("Item: 4.5; Discussion: …"), empty if there is none."""
    found = patterns.label().search(remarks)
    return found["own"] if found else ""


def _listed(match: re.Match[str]) -> tuple[str, ...]:
    text = match["first"] + match["more"]
    found = [one.casefold() for one in re.findall(patterns.ONE, text, re.I)]
    for first, last in _RANGE.findall(text):
        if 0 < int(last) - int(first) <= _LONGEST_RANGE:
            found += [str(n) for n in range(int(first), int(last))]
    return tuple(dict.fromkeys(sorted(found, key=lambda n: (int(re.sub(r"\D", "", n)), n))))


def _cites_law(text: str, match: re.Match[str]) -> bool:
    words = re.findall(r"[\w-]+", text[: match.start()].casefold())
    after = re.match(r"\s*(?:/|tahun\b|thn\b|th\.|of\s+\d{4}|year\b)", text[match.end() :], re.I)
    return bool(after) or bool(words and words[-1] in patterns.words_of("law"))


def _whole(text: str, start: int, end: int) -> str:
    """The reference with what stands before it in its brackets or words of place."""
    begin = text.rfind("(", 0, start)
    if begin >= 0:
        return text[begin + 1 : end].strip()
    marks = [m.start() for kind in ("source", "group", "number") for m in patterns.any_of(kind).finditer(text[:end])]
    return text[min(marks, default=0) : end].strip()


def _after(text: str, kind: str) -> str:
    found = patterns.named(kind).search(text)
    return found["name"].casefold() if found else ""


def _word(text: str, kind: str) -> str:
    found = patterns.any_of(kind).search(text)
    return " ".join(found.group().casefold().split()) if found else ""
