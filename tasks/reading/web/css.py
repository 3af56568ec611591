"""Style sheets of web pages, as far as they say what a person sees: rules for a tag, a class, an id."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

Declarations = Mapping[str, str]

_USED: Final = frozenset(
    {"background", "background-color", "display", "font", "font-family", "font-weight", "list-style", "list-style-type",
     "mso-element", "mso-hide", "mso-list", "text-decoration", "text-decoration-line", "visibility", "white-space"}
)  # fmt: skip
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE: Final = re.compile(r"[{}]")
_SIMPLE: Final = re.compile(r"[\w-]*(?:[.#][\w-]+)?")
_ELSEWHERE: Final = re.compile(r"@(?!media\b)|@media\b(?!.*\b(?:screen|all)\b)", re.IGNORECASE | re.DOTALL)
_DEPTH: Final = 4
_HEX: Final = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\b")
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*(0?\.?\d+))?")
_WORD: Final = re.compile(r"[a-z]+")


class StyleSheet:
    """The rules of a page. Selectors that look at an element's surroundings are beyond it and match nothing."""

    def __init__(self, css: str = "") -> None:
        self._rules: dict[str, dict[str, str]] = {}
        for selectors, words in _rules(_COMMENT.sub("", css)):
            found = _declarations(words)
            for selector in selectors.split(",") if found else ():
                if _SIMPLE.fullmatch(selector.strip()):
                    self._rules.setdefault(_folded(selector.strip()), {}).update(found)

    def declared(self, element: etree._Element) -> Declarations:
        """What holds for an element by itself: rules of tag, class and id in this order, then its own style."""
        own = _declarations(element.get("style", ""))
        if not self._rules:
            return own
        tag = str(element.tag)
        classes = element.get("class", "").split()
        name = element.get("id", "")
        selectors = (tag, *(f".{c}" for c in classes), *(f"{tag}.{c}" for c in classes), f"#{name}", f"{tag}#{name}")
        found: dict[str, str] = {}
        for selector in selectors:
            found.update(self._rules.get(selector, {}))
        return {**found, **own}


def _declarations(words: str) -> dict[str, str]:
    """The declarations of a rule or a style attribute that matter here, names and values in lower case."""
    found = {}
    for part in words.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if colon and name in _USED:
            found[name] = value.replace("!important", "").strip().lower()
    return found


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of every rule for the screen."""
    heads: list[str] = []
    start = 0
    for brace in _BRACE.finditer(css):
        words = css[start : brace.start()]
        start = brace.end()
        if brace[0] == "{":
            heads.append(words.strip())
        elif heads:
            head = heads.pop()
            if len(heads) < _DEPTH and not head.startswith("@") and not any(map(_ELSEWHERE.match, heads)):
                yield head, words


def _folded(selector: str) -> str:
    """A selector whose tag is in lower case; classes and ids keep theirs."""
    cut = next((n for n, c in enumerate(selector) if c in ".#"), len(selector))
    return selector[:cut].lower() + selector[cut:]


def colour(words: str) -> str:
    """A colour as six hex digits; empty where a person sees none: white, transparent, a picture."""
    words = words.lower()
    hexadecimal = _HEX.search(words)
    if hexadecimal:
        digits = hexadecimal[1] if len(hexadecimal[1]) == 6 else "".join(c * 2 for c in hexadecimal[1])
        return _seen(digits.upper())
    channels = _RGB.search(words)
    if channels:
        clear = channels[4] is not None and not float(channels[4])
        return "" if clear else _seen("".join(f"{min(int(c), 255):02X}" for c in channels.group(1, 2, 3)))
    named = _named()
    return _seen(next((named[word] for word in _WORD.findall(words) if word in named), ""))


def _seen(digits: str) -> str:
    return "" if digits == "FFFFFF" else digits


@cache
def _named() -> Mapping[str, str]:
    with (Path(__file__).parent / "colours.csv").open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["rgb"] for row in csv.DictReader(lines)}
