"""Counts that Word shows from its own memory until somebody renews them: the numbers of captions."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tasks.rendering.word.ooxml import T, w

_SIMPLE = w("fldSimple")
_MARK = w("fldChar")
_CODE = w("instrText")


def number_captions(root: etree._Element) -> None:
    """Writes the right number into every SEQ field of a part, in document order."""
    counts: Counter[str] = Counter()
    for name, text in list(_sequences(root)):
        counts[name] += 1
        text.text = str(counts[name])


def sequence_of(paragraph: etree._Element) -> str:
    """The sequence that numbers a caption, empty for other paragraphs."""
    return next((name for name, _ in _sequences(paragraph)), "")


def _sequences(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Name of the sequence and the text that shows its number, for every SEQ field."""
    instruction, shown = "", False
    for element in root.iter(_SIMPLE, _MARK, _CODE, T):
        if element.tag == _SIMPLE:
            name, text = _name(element.get(w("instr"), "")), element.find(f".//{T}")
            if name and text is not None:
                yield name, text
        elif element.tag == _MARK:
            kind = element.get(w("fldCharType"))
            instruction = "" if kind == "begin" else instruction
            shown = kind == "separate"
        elif element.tag == _CODE:
            instruction += element.text or ""
        elif shown and _name(instruction):
            yield _name(instruction), element
            shown = False


def _name(instruction: str) -> str:
    words = instruction.split()
    return words[1] if len(words) > 1 and words[0].upper() == "SEQ" else ""
