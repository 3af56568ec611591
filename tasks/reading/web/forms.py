"""Forms of a web page: what a person sees in their fields."""

from typing import Final

from lxml import etree

_UNSEEN: Final = frozenset({"hidden", "button", "submit", "reset", "image", "file", "password"})
_BOXES: Final = frozenset({"checkbox", "radio"})
_ICON: Final = 3  # letters of a picture's text that stands for a sign


def shown(element: etree._Element) -> str:
    """What an element without text shows: a box, ticked or not, the value of a field, a sign drawn as a picture."""
    if element.tag == "img":
        words = element.get("alt", "").strip()
        return words if 0 < len(words) <= _ICON and not any(c.isascii() or c.isalnum() for c in words) else ""
    kind = element.get("type", "text").lower()
    if kind in _BOXES:
        return "☐" if element.get("checked") is None else "☑"
    return "" if kind in _UNSEEN else element.get("value", "")


def chosen(select: etree._Element) -> frozenset[etree._Element]:
    """The options of a list that are chosen; in a drop-down one always is."""
    options = list(select.iter("option"))
    said = [option for option in options if option.get("selected") is not None]
    if select.get("multiple") is not None:
        return frozenset(said)
    return frozenset(said[-1:] or options[:1])
