"""What institutions and regions of records are found with."""

from dataclasses import dataclass

from tasks.model.values import Region
from tasks.normalising.institutions import Directory
from tasks.normalising.regions import Gazetteer


@dataclass(frozen=True)
class Placing:
    """What regions are found with; `meeting_place`: where the meeting was, which its title names too."""

    gazetteer: Gazetteer
    directory: Directory
    meeting_place: str = ""

    def of_heading(self, heading: str) -> list[Region]:
        """Regions that the titles above a record name, not the place of the meeting."""
        here = {m.region.code for m in self.gazetteer.find(self.meeting_place, place=True)}
        return [m.region for m in self.gazetteer.find(heading, place=True) if m.region.code not in here]
