"""What the question of a form asks for, by its own grammar, whatever words of other headers stand in it.

"What will your office do?" asks for the action, though "office" alone would head the owners.
"""

import re

from tasks.extraction.phrases import alternatives, pattern, phrases

_ASKED = ("ignore", "remarks", "depends", "status", "proposer", "supporter", "obstacle", "aim")
"""Fields that questions ask for, those first that hold the words of others."""
_QUESTION = re.compile(
    r"(?:(?:and|dan|in|by|with|from|for|to|oleh|dari|dengan|di)\s+)?"
    r"(?:what|which|who|whom|whose|when|where|why|how|apa|apakah|siapa|kapan|mana|mengapa|kenapa|bagaimana|berapa)\b",
    re.IGNORECASE,
)
_CAN = r"(?:can|could|may|able|start\w*|begin\w*|proceed\w*|commenc\w*|dapat|bisa|(?:me|di)?mulai|(?:ber)?jalan)"
_FIRST = re.compile(
    rf"\b(?:before|prior\s+to|in\s+order\s+to|so\s+that|sebelum|agar|supaya)\b(?:\W+\w+){{0,5}}?\W+{_CAN}\b",
    re.IGNORECASE,
)
"""What has to come first: "… before you can proceed?", "… agar dapat berjalan?"."""
_OF_OTHERS = re.compile(
    r"\b(?:need|require|expect|butuh|perlu|harap)\w*|\b(?:mem|di)(?:butuhkan|perlukan|harapkan)\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:from|of)\s+(?:the\s+)?(?:others?|another)\b|\bdari\s+(?:\w+\W+){1,3}?lain(?:nya)?\b", re.IGNORECASE
)
_WILL = r"(?:will|shall|can|could|should|must|would|does|do|is|are)"
_ENGLISH = re.compile(
    rf"(?:what|which)\b(?P<noun>(?:\s+[\w/-]+){{0,3}}?)\s+{_WILL}\s+(?:[\w/'’()-]+\s+){{1,6}}?"
    rf"(?:to\s+)?(?P<verb>{alternatives(phrases('asked verb'))})\b",
    re.IGNORECASE,
)
_INDONESIAN = re.compile(
    rf"(?:apa(?:kah)?|hal(?:[-\s]hal)?)"
    rf"(?:(?P<noun>(?:\s+(?!ya?n?g\b)[\w/-]+){{0,3}})\s+(?:yang|yg)\b|(?:\s+saja)?)\s+"
    rf"(?:[\w/-]+\s+){{0,6}}?(?P<verb>{alternatives(phrases('asked verb'))})\b",
    re.IGNORECASE,
)
_STARTS = re.compile(r"\b(?:di)?mulai\b|\b(?:start|begin)", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:selesai|berakhir|rampung)\b|\b(?:end|finish|complete)", re.IGNORECASE)
_HELP = re.compile(
    r"\b(?:work|partner|coordinate|collaborate)\w*\s+with\b|\bwith\s+whom\b|\b(?:assist|help|support|involved|contribut)\w*"
    r"|\b(?:terlibat|dilibatkan|(?:mem|di)?bantu|(?:men|di)?dukung|bekerja\s*sama|(?:men)?dampingi)\b",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"(?:which|what)\s+(?:other\s+)?(?:agenc|office|institution|organi[sz]ation|ministr|partner|department|unit|bod)"
    r"|(?:instansi|unit|lembaga|pihak|opd|k/l)\s+(?:mana|apa)",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Whether a header asks something in a sentence."""
    return _QUESTION.match(text.strip()) is not None


def asked_for(text: str) -> str:
    """The field that a question asks for, "" if it is none or nobody can say. `text`: without brackets."""
    asks = phrases("asks")
    found = {asks[" ".join(m.group().casefold().split())] for m in pattern("asks").finditer(text)}
    named = next((field for field in _ASKED if field in found), "")
    return named or (_sentence(text.strip()) if is_question(text) else "")


def _sentence(text: str) -> str:
    if _FIRST.search(text) or (_OF_OTHERS.search(text) and _OTHERS.search(text)):
        return "depends"
    word = _question_word(text)
    if word == "owner" or _BODIES.match(text):
        return "supporter" if _HELP.search(text) else word
    if word == "time":
        return "start" if _STARTS.search(text) else "end" if _ENDS.search(text) else word
    return word or _doing(text)


def _question_word(text: str) -> str:
    found = pattern("question word").match(text)
    return phrases("question word")[" ".join(found.group().casefold().split())] if found is not None else ""


def asked_noun(text: str) -> str:
    """What a question asks for by a noun: "outputs" of "What outputs will your office deliver?", "" if by none."""
    found = _sentence_of_doing(text)
    return _noun(found) if found is not None else ""


def _doing(text: str) -> str:
    """By the verb: "What (actions) will your office take?"; a noun of another kind says itself what is asked for."""
    found = _sentence_of_doing(text)
    if found is None or (_noun(found) and not pattern("asked noun").search(_noun(found))):
        return ""
    return phrases("asked verb")[" ".join(found["verb"].casefold().split())]


def _noun(sentence: "re.Match[str]") -> str:
    return (sentence["noun"] or "").strip()


def _sentence_of_doing(text: str) -> "re.Match[str] | None":
    return _ENGLISH.match(text.strip()) or _INDONESIAN.match(text.strip())
