"""What institutions and regions of records are found with."""

import re
from dataclasses import dataclass, field

from tasks.model.values import Region
from tasks.normalising.defined import Defined
from tasks.normalising.institutions import Directory
from tasks.normalising.regions import Gazetteer

_LABEL = re.compile(r"(?:^|(?<=› ))\(?(?:[A-Za-z]|\d{1,3}|[IVX]{2,5})[.)]\s+")
"""The letter or number before a title: "B. Wa West District"."""


@dataclass(frozen=True)
class Placing:
    """What regions are found with; `meeting_place`: where the meeting was, which its title names too.

    defined: what the documents say that short names stand for.
    """

    gazetteer: Gazetteer
    directory: Directory
    meeting_place: str = ""
    defined: Defined = field(default_factory=Defined)

    _headings: dict[str, list[Region]] = field(default_factory=dict, compare=False)

    def of_heading(self, heading: str) -> list[Region]:
        """Regions that the titles above a record name: not the place of the meeting, nor where an office has its seat.

        "Dinas Kesehatan Kota Palu" has a region that it governs, "Balai Pelatihan Bitung" only a seat.
        """
        if heading not in self._headings:
            self._headings[heading] = self._of_heading(_LABEL.sub("", heading))
        return self._headings[heading]

    def _of_heading(self, heading: str) -> list[Region]:
        here = {m.region.code for m in self.gazetteer.find(self.meeting_place, place=True)}
        named = [m for m in self.gazetteer.find(heading, place=True) if m.region.code not in here]
        houses = self.directory.find(heading) if named else []
        places = {(m.start, m.end) for m in named}
        seats = [s for m in houses if not m.institution.region and (s := (m.start, m.end)) not in places]
        return [m.region for m in named if not any(start <= m.start < end for start, end in seats)]
