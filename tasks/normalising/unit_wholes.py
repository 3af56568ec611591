"""Units of bodies of the state in English with the one whose part they are: "Budget Division, Ministry of Finance".

Such a unit bears the name of its body behind its own, and is of its level and region.
"""

from collections.abc import Callable, Mapping, Sequence

from tasks.model.values import Institution, Level
from tasks.normalising.english_names import is_short_form
from tasks.normalising.institution_heads import Named
from tasks.normalising.listed_subjects import (
    PROGRAMMES,
    UNITS,
    listing_end,
    past_short_form,
    subject_end,
    without_short_forms,
)
from tasks.normalising.owner_roles import LINKS, is_role_word
from tasks.normalising.short_forms import fits
from tasks.normalising.words import Word, words

Read = Callable[[str, Sequence[Word], int], list[Named]]
"""Reads the institutions that begin at a word of a cell."""
Known = Callable[[Sequence[Word], int], bool]
_FOR = frozenset({"of", "for", "on"})
_MINISTRIES = ("Ministry ", "Federal Ministry ")
_ABOVE = {"department": _MINISTRIES, "dept": _MINISTRIES, "bureau": (*_MINISTRIES, "Department ")}
"""What alone may stand above a body whose name begins with a word, since it may be a ministry's or an agency's, too."""
_DASHES = frozenset({"-", "–", "—"})
_ENDS = frozenset({";", "\n", ")"})


class Wholes:
    """Reads units with the bodies whose parts they are."""

    def __init__(self, read: Read, known: Known, listed: Callable[[str], bool], told: Mapping[str, str], host: str):
        """known: whether an institution or a region begins at a word; listed: whether the directory has a name.

        told: short names that the plan explains; host: the ministry that holds the meeting, "" if none.
        """
        self._read, self._known, self._listed, self._told, self._host = read, known, listed, told, host

    def at(self, text: str, said: Sequence[Word], i: int, named: Sequence[Named]) -> list[Named]:
        """The unit that begins at a word, with its body; none if either is not told. named: what is read there."""
        if named and named[-1].end == len(said) and said[-1].text not in UNITS:
            return self._short_behind(text, said, i, named) if self._told else []
        end = i + 1 if self._full(text, said, i) else self._unit_end(said, i, named)
        if end == i:
            return self._short_behind(text, said, i, named)
        body = self._body(text, said, end, " ".join(text[said[i].start : said[end - 1].end].split()))
        above = _ABOVE.get(said[i].text, ())
        if body is None or (above and not body.institution.name.startswith(above)):
            return []
        first, *rest = without_short_forms(text[said[i].start : said[end - 1].end]).split()
        return [_of(" ".join([self._told.get(first, first), *rest]), body.institution, body.end)]

    def _unit_end(self, said: Sequence[Word], i: int, named: Sequence[Named]) -> int:
        """The index behind the unit's own name; the word itself if none begins there."""
        if not named:
            end = listing_end(said, i, lambda j: self._known(said, j))
            end = end if end > i else subject_end(said, i)
            return end if end - i > 1 and _is_unit(said[i:end]) else i
        found = named[0]
        front = said[i].text in UNITS | {"bureau"} and i + 1 < len(said) and said[i + 1].text in _FOR
        open_ = found.institution.level in {Level.CENTRAL, Level.OTHER} and not found.institution.region
        is_part = len(named) == 1 and open_ and (front or _is_unit(said[i : found.end]))
        return found.end if is_part and not self._listed(found.institution.name) else i

    def _body(self, text: str, said: Sequence[Word], end: int, unit: str) -> Named | None:
        """The body behind a unit: behind a comma, a dash or "of", or in brackets."""
        inside = end + 1 < len(said) and said[end].text == "(" and past_short_form(said, end) > end
        if inside and not fits(text[said[end + 1].start : said[end + 1].end], unit):
            found = self._body_at(text, said, end + 1)
            if found is not None and self._read(text, said, end + 1) and said[found.end].text == ")":
                return found._replace(end=found.end + 1)
        start = past_short_form(said, end)
        if start >= len(said):
            return None
        if said[start].text in {",", "/", "of"}:
            start += 1
        elif text[said[start - 1].end : said[start].start].strip() not in _DASHES:
            return None
        if start < len(said) and said[start].text == "the":
            start += 1
        return self._body_at(text, said, start)

    def _body_at(self, text: str, said: Sequence[Word], i: int) -> Named | None:
        """The body that begins at a word: a known one, the host's ministry, or a short form with which a cell ends."""
        read = self._read(text, said, i) if i < len(said) and said[i].capital else []
        if len(read) == 1 and _closed(said, read[0].end):
            return read[0] if _is_body(read[0].institution) else None
        if read or i >= len(said) or is_role_word(said, i):
            return None
        last = i + 1 == len(said) or said[i + 1].text in _ENDS
        if said[i].text == "ministry" and self._host and _closed(said, i + 1):
            return Named(Institution(self._host, Level.CENTRAL), i + 1)
        written = text[said[i].start : said[i].end]
        return Named(Institution(written, Level.CENTRAL), i + 1) if last and is_short_form(said[i]) else None

    def _short_behind(self, text: str, said: Sequence[Word], start: int, named: Sequence[Named]) -> list[Named]:
        """A unit by its short form behind its body: "MoE/PPRD", "MoE - PPRD"."""
        if len(named) != 1:
            return []
        i = named[0].end
        joined = i < len(said) and said[i].text == "/"
        i = i + 1 if joined else i if self._full(text, said, i) else i - 1
        body = named if i >= named[0].end else self._read_up_to(text, said, start, i)
        full = self._full(text, said, i)
        if not full or len(body) != 1 or not _is_body(body[0].institution) or not _closed(said, i + 1):
            return []
        return [_of(full, body[0].institution, i + 1)]

    def _full(self, text: str, said: Sequence[Word], i: int) -> str:
        """The name of the unit whose short form stands at a word, "" if none does."""
        full = self._told.get(text[said[i].start : said[i].end], "") if i < len(said) else ""
        return full if full and _is_unit(words(full)) else ""

    def _read_up_to(self, text: str, said: Sequence[Word], start: int, end: int) -> list[Named]:
        """What the words before another one name together."""
        read = self._read(text[: said[end - 1].end], said[:end], start) if start < end else []
        return read if read and read[-1].end == end else []


def _of(unit: str, body: Institution, end: int) -> Named:
    return Named(Institution(f"{unit}, {body.name}", body.level, body.region), end)


def _is_unit(part: Sequence[Word]) -> bool:
    if part[-1].text in UNITS | PROGRAMMES:
        return True
    return any(word.text in PROGRAMMES and part[n + 1].text in _FOR for n, word in enumerate(part[:-1]))


def _is_body(institution: Institution) -> bool:
    """Whether an institution may have units: one of the state that is no unit itself."""
    of_state = institution.level is Level.CENTRAL or (institution.level is not Level.OTHER and institution.region != "")
    unit = institution.name.split()[-1].casefold() in UNITS and not institution.region
    return of_state and not unit and ", " not in institution.name.partition(" of ")[0]


def _closed(said: Sequence[Word], i: int) -> bool:
    return i >= len(said) or said[i].is_mark or said[i].text in LINKS or is_role_word(said, i)
