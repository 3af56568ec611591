"""Pieces of a Word paragraph that plain text cannot be: links to items and the bookmarks they lead to."""

import hashlib
import re
from collections.abc import Iterable

from markupsafe import Markup

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'
LINK_STYLE = "Hyperlink"
_LONGEST_BOOKMARK = 40
_FIRST_BOOKMARK = 10_000  # below lie the numbers of bookmarks that a template brings along


class Inline(Markup):
    """Runs of WordprocessingML, ready to stand between the runs of a paragraph; written by `{{r name }}`."""


def clean(text: str) -> str:
    """Text without the characters that XML forbids, and without noncharacters, which mark places in templates."""
    return _ILLEGAL.sub("", text)


def words(value: object) -> "Words":
    """What a tag writes: text made safe, a new line as a line break; pieces of markup as they are."""
    if type(value) is not str:
        return _words_of(value)
    if value.isprintable() and not ("&" in value or "<" in value or ">" in value):
        return Words(value)
    text = clean(value).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Words(text.replace("\n", _NEW_LINE).replace("\t", _TAB))


def _words_of(value: object) -> "Words":
    if isinstance(value, Markup):
        return Elements(value if isinstance(value, Inline) else clean(value))
    return value if isinstance(value, Words) else words("" if value is None else f"{value}")


class Words(str):
    """What a tag writes: a text with its breaks, which may stand in any run."""

    __slots__ = ()

    def __str__(self) -> "Words":
        return self


class Elements(Words):
    """What a tag writes that is more than words: runs, links, bookmarks, pictures."""

    __slots__ = ()


def bookmark_name(item_id: str) -> str:
    """The bookmark of an item's row: `RK_` and its code; Word allows 40 letters, digits and low lines."""
    bare = re.sub(r"[^A-Za-z0-9]", "_", item_id.removeprefix("RK-"))
    name = f"RK_{bare}"
    if len(name) <= _LONGEST_BOOKMARK:
        return name
    digest = hashlib.sha256(item_id.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST_BOOKMARK - 9]}_{digest}"


def anchor(text: str, name: str, number: int) -> Inline:
    """Text with a bookmark around it; `number` (from 0) is unique in the document."""
    ident = _FIRST_BOOKMARK + number
    return Inline(
        f'<w:bookmarkStart w:id="{ident}" w:name="{name}"/>{_run(text)}<w:bookmarkEnd w:id="{ident}"/>'
    )  # fmt: skip


def link(text: str, name: str) -> Inline:
    """Text that leads to the bookmark of this name."""
    return Inline(f'<w:hyperlink w:anchor="{name}" w:history="1">{_run(text, LINK_STYLE)}</w:hyperlink>')


def plain(text: str) -> Inline:
    """Text as a run of its own."""
    return Inline(_run(text))


def joined(pieces: Iterable[Inline], between: str = ", ") -> Inline:
    """Pieces one after another."""
    return Inline(plain(between).join(pieces))


def _run(text: str, style: str = "") -> Markup:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return Markup(f'<w:r>{look}<w:t xml:space="preserve">{words(text)}</w:t></w:r>')  # noqa: S704 - words() escapes
