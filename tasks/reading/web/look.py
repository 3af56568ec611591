"""How text inside an element of a web page looks, and whether a person sees it at all."""

import re
from typing import Final, Literal, NamedTuple

from lxml import etree

from tasks.model.receipt import Skipped
from tasks.reading.web.css import Declarations, StyleSheet, colour

_SILENT: Final[dict[str, Skipped]] = {
    "script": "script",
    "style": "script",
    "head": "metadata",
    "title": "metadata",
    "xml": "metadata",
    "noscript": "fallback",
    "noframes": "fallback",
    "noembed": "fallback",
    "iframe": "fallback",
    "template": "not shown",
    "datalist": "not shown",
    "rt": "phonetic",
    "rp": "phonetic",
}
_STRUCK: Final = frozenset({"del", "s", "strike"})
_BOLD: Final = frozenset({"b", "strong", "th"})
_PREFORMATTED: Final = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
_PARTS_OF_TABLES: Final = frozenset({"td", "th", "tr", "thead", "tbody", "tfoot"})
_BACKGROUNDS: Final = ("background-color", "background")
_DECORATIONS: Final = ("text-decoration", "text-decoration-line")
_LIST_STYLES: Final = ("list-style-type", "list-style")
_BOLD_FROM: Final = 600
_MARK: Final = re.compile(r"#_mso(?:com|anchor)_\d")
_SIZE: Final = re.compile(r"\d(?:pt|px|em|rem|%)\S*\s")


class Change(NamedTuple):
    """Who inserted or struck out a text, and when."""

    author: str = ""
    date: str = ""


class Look(NamedTuple):
    """What holds for the text inside an element, handed down from those around it.

    `silent`: why a person does not see the text at all; `label`: it is the number or bullet that Word wrote out.
    """

    struck: Change | None = None
    inserted: Change | None = None
    hidden: bool = False
    bold: bool = False
    preformatted: bool = False
    link: str = ""
    font: str = ""
    style: str = ""
    label: bool = False
    silent: Skipped | Literal[""] = ""


PLAIN: Final = Look()


class Own(NamedTuple):
    """What an element says by itself: None or empty where it says nothing. `fill` is empty where that is white."""

    bold: bool | None = None
    struck: bool = False
    hidden: bool = False
    preformatted: bool | None = None
    font: str = ""
    style: str = ""
    silent: Skipped | Literal[""] = ""
    label: bool = False
    block: bool = False
    fill: str | None = None
    bullet: str = ""
    mso: str = ""


_NOTHING: Final = Own()


class Looks:
    """Looks of the elements of one page; most of them are like many others, so what they say is kept."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[str, ...], Own] = {}

    def own(self, element: etree._Element) -> Own:
        """What this element says by itself."""
        get = element.get
        key = (str(element.tag), get("class", ""), get("id", ""), get("style", ""), get("bgcolor", ""),
               get("hidden", "-"), get("face", ""))  # fmt: skip
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _own(element, self._sheet.declared(element))
        return found

    def below(self, look: Look, own: Own, element: etree._Element) -> Look:
        """The look of the text inside an element, given the look around it."""
        tag = element.tag
        if tag == "a" and element.get("href"):
            look = _linked(look, element.get("href", ""))
        elif tag == "ins":
            look = look._replace(inserted=_change(element))
        elif tag == "del":
            look = look._replace(struck=_change(element))
        return look if own is _NOTHING else _joined(look, own)


def _linked(look: Look, target: str) -> Look:
    """A link; the mark "[A1]" that Word puts where a comment hangs is none of the text."""
    return look._replace(silent="markup") if _MARK.match(target) else look._replace(link=target)


def _joined(look: Look, own: Own) -> Look:
    return look._replace(
        struck=look.struck or (Change() if own.struck else None),
        hidden=look.hidden or own.hidden,
        bold=look.bold if own.bold is None else own.bold,
        preformatted=look.preformatted if own.preformatted is None else own.preformatted,
        font=own.font or look.font,
        style=own.style or look.style,
        label=look.label or own.label,
        silent=own.silent or look.silent,
    )


def _own(element: etree._Element, declared: Declarations) -> Own:
    tag = str(element.tag)
    list_note = declared.get("mso-list", "")
    display = declared.get("display", "")
    found = Own(
        bold=_bold(tag, declared),
        struck=tag in _STRUCK or any("line-through" in declared.get(name, "") for name in _DECORATIONS),
        hidden=element.get("hidden") is not None or _hides(declared),
        preformatted=_preformatted(tag, declared),
        font=_font(declared) or element.get("face", "").split(",")[0].strip(),
        style="quoted" if tag == "blockquote" else "caption" if tag == "caption" else "",
        silent=_SILENT.get(tag, ""),
        label=list_note == "ignore",
        block=display.split(" ")[0] in {"block", "flex", "grid", "list-item"},
        fill=_fill(element, declared) if tag in _PARTS_OF_TABLES else None,
        bullet=next((declared[name] for name in _LIST_STYLES if name in declared), ""),
        mso=declared.get("mso-element", "") or ("" if list_note == "ignore" else list_note),
    )
    return _NOTHING if found == _NOTHING else found


def _font(declared: Declarations) -> str:
    """The first font of a list; it stands last in the shorthand, behind the size."""
    shorthand = _SIZE.split(declared.get("font", ""), maxsplit=1)
    fonts = declared.get("font-family") or (shorthand[1] if len(shorthand) > 1 else "")
    return fonts.split(",")[0].strip(" \"'")


def _bold(tag: str, declared: Declarations) -> bool | None:
    weight = declared.get("font-weight")
    if weight is None:
        return True if tag in _BOLD else None
    return weight.startswith("bold") or (weight.isdecimal() and int(weight[:4]) >= _BOLD_FROM)


def _hides(declared: Declarations) -> bool:
    return (
        declared.get("display") == "none"
        or declared.get("visibility") in {"hidden", "collapse"}
        or declared.get("mso-hide") in {"all", "screen"}
    )


def _preformatted(tag: str, declared: Declarations) -> bool | None:
    said = declared.get("white-space")
    if said is None:
        return True if tag in _PREFORMATTED else None
    return said.startswith("pre")


def _fill(element: etree._Element, declared: Declarations) -> str | None:
    said = next((declared[name] for name in _BACKGROUNDS if name in declared), None)
    if said is not None:
        return colour(said)
    named = element.get("bgcolor")
    return None if named is None else colour(named) or colour(f"#{named}")


def _change(element: etree._Element) -> Change:
    return Change(element.get("cite", "").removeprefix("mailto:"), element.get("datetime", ""))
