"""The core properties of a document: title, subject, language, and a date that follows from the data alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tasks.model.mark import Kind, Mark, plan_code, version_code
from tasks.rendering.word import inline

if TYPE_CHECKING:  # a Word file needs no tables
    from tasks.model.plan import Plan

PART = "docProps/core.xml"
LANGUAGE_TAGS = {"id": "id-ID", "en": "en-US"}
DAY = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{creator}</dc:creator>\
<dc:language>{language}</dc:language>\
<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>"""


@dataclass(frozen=True, slots=True)
class Properties:
    """What stands in the properties of a document.

    day: its date of making for those who look it up; plan, kind: the code of its plan and what it is, for its mark.
    """

    title: str
    subject: str
    creator: str
    language: str
    day: date
    plan: str = ""
    kind: Kind = Kind.OTHER

    def part(self) -> bytes:
        """docProps/core.xml."""
        tag = LANGUAGE_TAGS.get(self.language, self.language)
        words = {"title": self.title, "subject": self.subject, "creator": self.creator, "language": tag}
        safe = {name: escape(inline.clean(text)) for name, text in words.items()}
        return _XML.format(**safe, day=f"{self.day.isoformat()}T00:00:00Z").encode()

    def mark(self, texts: Iterable[str]) -> Mark:
        """The mark of the document whose parts have these texts."""
        return Mark(self.plan or plan_code(), version_code([self.title, *texts]), self.kind)


def plan_properties(plan: "Plan", title: str, language: str, kind: Kind) -> Properties:
    """Those of a document of the plan, of this kind; its day is the meeting's last, the plan's own day without one."""
    meeting = plan.meeting
    subject = meeting.name
    day = meeting.end or meeting.start or (date(meeting.year, 1, 1) if meeting.year else plan.as_of)
    code = plan_code(meeting.name, meeting.host, str(meeting.year or ""))
    full = f"{title} – {subject}" if subject else title
    return Properties(full, meeting.theme, meeting.host, language, day, code, kind)
