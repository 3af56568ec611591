"""Lines of letters and reports that are no work: greetings, thanks, who signs or drafted, what becomes of the paper."""

import re

from tasks.extraction.action_words import starts_doing
from tasks.extraction.phrases import holds, pattern, starts
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
    """Whether a line is a label with people behind it and nothing else: "Drafting team: A Jacobs, L Maseko"."""
    return _PEOPLE.fullmatch(text.strip()) is not None
