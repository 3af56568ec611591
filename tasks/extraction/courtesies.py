"""Lines of letters and reports that are no work: greetings, thanks, who signs or drafted, what becomes of the paper."""

import re

from tasks.extraction.action_words import starts_doing
from tasks.extraction.phrases import after, holds, pattern, starts
from tasks.extraction.sentences import sentences

_ITSELF = re.compile(
    r"(?:(?:this|these|the\s+(?:above|present))\s+(?:draft\s+)?(?:reports?|minutes|documents?|matrix|summary|records?|notes?|paper|list)"
    r"\s+(?:will|shall|is\s+to|are\s+to|has\s+been|have\s+been|was|were|is|are)\b"
    r"|(?:laporan|notulen|notula|risalah|dokumen|catatan|matriks|rumusan|berita\s+acara|hasil\s+rapat)\s+ini\s+"
    r"(?:akan|telah|sudah|di\w+|merupakan|adalah|kami|agar\s+menjadi)\b)",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:(?:[A-Z](?:\.\s?|\s)){1,3}(?:van\s+(?:der\s+)?|de\s+|bin\s+)?[A-Z][\w'’-]+|[A-Z][\w'’-]+\s+(?:[A-Z]\.\s?)+)"
)
_PEOPLE = re.compile(rf"[^:]{{3,40}}:\s*{_PERSON}(?:\s*(?:,|;|&|and|dan)\s*{_PERSON})*\.?")
_TITLED = re.compile(r"(?:[A-Z][\w.'’-]*\.?\s+){1,5}?[A-Z][\w'’-]+\s*[,(–-]\s*(?P<post>.+)")
_SIGNED = re.compile(
    r"\s+(?:date|day|time|signature|signed|place|tanggal|tgl|hari|tempat|lokasi|ttd|tanda\s+tangan)\b[\w /]{0,20}:.*$",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.\s?)+[A-Z]?[A-Za-z]{0,4}\.?|Ph\.?D\.?|MBA|MPH|MSc|BSc")
_SAID_OF = re.compile(r"\s*\([^()]*\)$")
_NAME = re.compile(r"(?:[A-Z][\w'’-]*\.?\s+){0,3}[A-Z][\w'’-]*\.?")
_APART = re.compile(r"\s*[,;]\s+|\s+(?:&|and|dan)\s+")
_LABEL_WORDS = 4
_LONGEST_SIGNATURE = 14  # words


def is_courtesy(text: str) -> bool:
    """Whether a line greets, thanks or takes leave: "Thanks for the good discussions", "Dengan hormat".

    Not one whose further sentences ask for something.
    """
    first, *more = sentences(text) or [text]
    if not starts("courtesy", first) or pattern("modal", "decided").search(first) is not None:
        return False
    return not any(starts_doing(s) or pattern("modal", "decided").search(s) for s in more)


def is_about_itself(text: str) -> bool:
    """Whether a line says what becomes of the paper that it stands in: "This report will be tabled at the forum"."""
    return _ITSELF.match(text) is not None


def is_signature(text: str) -> bool:
    """Whether a line is who signs: a person with a title and a post ("Mr T. Dlamini, Chairperson: Group 3")."""
    found = _TITLED.fullmatch(text.strip(" ."))
    if found is None or len(text.split()) > _LONGEST_SIGNATURE or not starts("person title", text):
        return False
    return holds("role", found["post"]) or starts("end", found["post"])


def lists_people(text: str) -> bool:
    """Whether a line is a label with people behind it and nothing else: "Drafting team: A Jacobs, L Maseko".

    When they signed may follow: "Team: Mr. A. Banda (leader), Ms. C. Phiri   Date: 22/02/2024".
    """
    bare = _SIGNED.sub("", text.strip())
    return _PEOPLE.fullmatch(bare) is not None or _all_titled(bare)


def _all_titled(text: str) -> bool:
    """Whether all behind a label are persons, of whom at least one has a title or a degree before or behind."""
    label, colon, rest = text.partition(":")
    if not colon or len(label.split()) > _LABEL_WORDS:
        return False
    parts = [_SAID_OF.sub("", part).strip() for part in _APART.split(rest.strip(" ."))]
    named = [part for part in parts if _DEGREE.fullmatch(part) is None]
    told = len(named) < len(parts) or any(starts("person title", part) for part in named)
    return told and bool(named) and all(_NAME.fullmatch(_untitled(part)) for part in named)


def _untitled(part: str) -> str:
    """A name without the titles before it."""
    bare = after("person title", part)
    return part if bare == part else _untitled(bare.lstrip(". "))
