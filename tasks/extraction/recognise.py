"""The recognisers of the stage that normalises, as this stage asks them: where in a text something stands."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from tasks.extraction.action_words import first_verb, starts_doing
from tasks.extraction.actors import like_actors
from tasks.extraction.owed import own_times
from tasks.extraction.phrases import holds
from tasks.extraction.texts import fold
from tasks.model.meeting import Inputs
from tasks.normalising.fiscal_years import BudgetYear
from tasks.normalising.funds import find_funds, is_abroad
from tasks.normalising.institution_times import year_of_names
from tasks.normalising.institutions import Directory
from tasks.normalising.matches import Match, match
from tasks.normalising.money import find_money
from tasks.normalising.money_units import INDONESIAN, Usage
from tasks.normalising.periods import PeriodContext, find_periods, parse_period
from tasks.normalising.plan_country import country_said
from tasks.normalising.regions import Gazetteer

_ANY_YEAR = 2000  # when the meeting names none: here only where a period stands matters, not when it is
_NOISE = re.compile(
    r"\b(?:dana|sumber|dari|anggaran|dengan|dan|fund|funds|budget|the|from|dibiayai|pendanaan|alokasi)\b"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_LINKING = re.compile(
    r"\b(?:dan|bersama|dengan|dgn|dg|serta|and|with|the|seluruh|semua|masing|se-?Indonesia|all|beserta|yg|yang)\b",
    re.IGNORECASE,
)
_WORDS_OF_PERIOD = 3  # words that may stand around a date in a text about time alone
_DASH = re.compile(r"\s(?:--?|–|—)\s+")
_NUMBER_BEFORE = re.compile(r"\d{1,2},\s+")
_NUMERAL_BEFORE = re.compile(r"[IVX]+\s+[–—-]+\s+(?=[^\W\d_]{2,})")
_SHORT_NAME = re.compile(
    r"(?:[A-Z][\w&.-]*\s+){0,3}[A-Z][A-Z0-9&-]{2,}(?:\s+(?:[A-Z][\w&.-]*|[IVX\d]{1,3})){0,3}|[A-Z][a-z]\w+\s+[A-Z]{2}"
)
_FROM_TO = re.compile(
    r"\w\s*[–—]\s*\w|\w\s-\s\w|\d-\d|[a-z]{3}-[a-z]{3}|\b(?:s\.?\s?[/.]?d\.?|sampai|hingga|sd|dan|until|till|to|through|and|within|during|throughout|sepanjang|selama|dalam)\b|[&+,;]",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?:(?:tahun|thn|ta|year)\s+)?(?:19|20)\d{2},?\s+(?=paling|selambat|sebelum|pada|by\b|before|not?\s+later)",
    re.IGNORECASE,
)
_OBJECT_BEFORE = re.compile(r"(?:schedules?|timelines?|calendars?|jadwal|kalender)\s+(?=\w)", re.IGNORECASE)
_BEFORE = (_NUMBER_BEFORE, _YEAR_BEFORE, _NUMERAL_BEFORE)
_SOME_BUDGET_YEAR = BudgetYear(7)
_OF = frozenset({"of", "for", "untuk", "in", "on"})
_WORDS_OF_OFFICE = 9  # words of an office's name at most
_WORDS_OF_REGION = 4  # words of a region's name at most, with "Province" or "Kab."
_WORDS_OF_PLACE = 8  # words of a place with the region that it lies in
_WORDS_OF_FUND = 5  # words of a text that names a fund and nothing else


@dataclass(frozen=True, eq=False)
class Recognisers:
    """Finds periods, money, funds and institutions in text. `find_institutions` depends on the meeting's directory."""

    year: int
    find_institutions: Callable[[str], Sequence[Match]]
    find_regions: Callable[[str], Sequence[Match]]
    find_levels: Callable[[str], Sequence[str]]
    usage: Usage = INDONESIAN
    _known: dict[str, tuple[Match, ...]] = field(default_factory=dict, repr=False)

    def institutions(self, text: str) -> tuple[Match, ...]:
        """Where institutions are named."""
        if text not in self._known:
            self._known[text] = tuple(_before_a_period(m) for m in self.find_institutions(text))
        return self._known[text]

    def only_institutions(self, text: str) -> bool:
        """Whether a text names institutions and hardly anything else."""
        named = self.institutions(text)
        rest = text
        for found in reversed(named):
            rest = rest[: found.start] + rest[found.end :]
        known = bool(named) and len(_LETTERS.findall(_LINKING.sub(" ", rest))) <= 1
        return known or _like_an_office(text) or like_actors(text)

    def short_name(self, text: str) -> bool:
        """Whether a text looks like a name with a short form that no directory knows ("BPPP Tegal")."""
        if _SHORT_NAME.fullmatch(text.strip()) is None or starts_doing(text):
            return False
        return not (self.funds(text) or self.money(text) or find_periods(text))

    def with_place(self, text: str) -> bool:
        """Whether a short name ends with the name of a place, as that of a branch does."""
        return self.short_name(text) and any(
            m.end == len(text.rstrip()) and m.start > 0 for m in self.find_regions(text)
        )

    def only_regions(self, text: str) -> bool:
        """Whether a text of a place column names regions and hardly anything else ("Kab. Brebes", "NTT")."""
        rest = text
        for found in reversed(self.find_regions(text)):
            rest = rest[: found.start] + rest[found.end :]
        return (rest != text and not _LETTERS.search(_LINKING.sub(" ", rest))) or _like_a_region(text)

    def ends_in_region(self, text: str) -> bool:
        """Whether a short text is a place that names its region last: "Mandalika, NTB", "Labuan Bajo, Kab. Y"."""
        named = self.find_regions(text)
        ends = bool(named) and named[-1].end == len(text.rstrip(" .)"))
        return ends and len(text.split()) <= _WORDS_OF_PLACE and not self.institutions(text)

    def place_levels(self, text: str) -> frozenset[str]:
        """Levels of government of the regions that a text of a place column names."""
        return frozenset(self.find_levels(text))

    def periods(self, text: str) -> list[Match]:
        """Where periods stand, with the words that introduce them.

        "butir 1, Mei 2017" names no first of May, "iuran tahun 2016, paling lambat Mei 2017" no year, and "menyusun
        jadwal paling lambat Mei 2017" has a schedule for its object.
        """
        found = []
        for period in find_periods(text):
            number = next((m for before in _BEFORE if (m := before.match(period.text))), None)
            if number is None and text[: period.start].rstrip()[-1:].isalnum():
                number = _OBJECT_BEFORE.match(period.text)
            found.append(match(text, period.start + number.end(), period.end, period.introduced) if number else period)
        return own_times(text, found)

    def is_period(self, text: str) -> bool:
        """Whether a text is about time and nothing else ("2018", "paling lambat Mei", "secepatnya")."""
        rest = text
        for found in reversed(find_periods(text)):
            rest = rest[: found.start] + rest[found.end :]
        if len(_LETTERS.findall(rest)) > _WORDS_OF_PERIOD or first_verb(rest) >= 0:
            return False
        return parse_period(text, self._any_time()) is not None

    def is_point(self, text: str) -> bool:
        """Whether a text names one day, week, month, quarter or year, rather than a stretch between two of them."""
        found = parse_period(text, self._any_time())
        if found is None or not found.start or not found.end or found.sense == "recurring":
            return False
        return found.start == found.end or _FROM_TO.search(text) is None

    def _any_time(self) -> PeriodContext:
        """What shows whether a text is about time, when budget years begin being of no matter here."""
        return PeriodContext(self.year, budget=_SOME_BUDGET_YEAR)

    def money(self, text: str) -> list[Match]:
        """Where sums of money stand."""
        return find_money(text, self.usage)

    def funds(self, text: str) -> list[str]:
        """Names of the funds that a text names."""
        return find_funds(text, abroad=is_abroad(self.usage.language, self.usage.currency))

    def only_fund(self, text: str) -> bool:
        """Whether a short text names a fund and hardly anything else ("DIPA LPMP", "dana APBD Prov")."""
        if not self.funds(text) or self.money(text):
            return False
        return len(_NOISE.sub(" ", fold(text)).split()) <= _WORDS_OF_FUND


def _before_a_period(named: Match) -> Match:
    """A name without the time that stands behind a dash after it: "Pusat Data – Agustus 2019"."""
    dash = _DASH.search(named.text)
    later = find_periods(named.text[dash.end() :]) if dash is not None else []
    if dash is None or not later or later[0].start > 0:
        return named
    return replace(named, end=named.start + dash.start(), text=named.text[: dash.start()])


def _like_an_office(text: str) -> bool:
    """Whether a text is written like the name of an office that no directory knows: "Forum Relawan Banten"."""
    words = _LINKING.sub(" ", text).split()
    capital = all(w[0].isupper() or w[0] in "(&/" or w.casefold() in _OF for w in words)
    return (
        bool(words) and words[0][0].isupper() and len(words) <= _WORDS_OF_OFFICE and capital and holds("office", text)
    )


def _like_a_region(text: str) -> bool:
    """Whether a text is written like the name of a region that no gazetteer knows: "Lake Province", "Kab. Baru"."""
    words = text.split()
    named = [w for w in words if not holds("level", w.rstrip("."))]
    return 0 < len(named) < len(words) <= _WORDS_OF_REGION and all(w[0].isupper() and not w.isupper() for w in named)


def recognisers(inputs: Inputs, told: Mapping[str, str] = MappingProxyType({})) -> Recognisers:
    """The recognisers for a meeting, with the institutions and regions of its own side tables.

    told: what its documents say that short names stand for.
    """
    meeting = inputs.meeting
    year = meeting.year or (meeting.start.year if meeting.start else _ANY_YEAR)
    side = inputs.side_tables.get("regions", ())
    gazetteer = Gazetteer.load(year, side, meeting.language, country=country_said(meeting))
    own = inputs.side_tables.get("institutions", ())
    directory = Directory.load(gazetteer, own, meeting.language, meeting.host, told=told, year=year_of_names(meeting))
    return Recognisers(
        year,
        lambda text: [match(text, m.start, m.end) for m in directory.find(text)],
        lambda text: [match(text, m.start, m.end) for m in gazetteer.find(text, place=True)],
        lambda text: [m.region.level for m in gazetteer.find(text, place=True)],
        Usage(meeting.language, meeting.currency),
    )
