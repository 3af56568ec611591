"""The Word file on what changed: a table of all changes with their causes, then the matrices as tracked changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from xml.sax.saxutils import escape

import pandas as pd

from tasks.model.changes import Change
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.changes.lines import cause, moment, what
from tasks.rendering.changes.redline import Cells, Marker, Pair, paired
from tasks.rendering.word import package
from tasks.rendering.word.inline import clean
from tasks.rendering.word.ooxml import W_NS
from tasks.rendering.word.properties import LANGUAGE_TAGS, Properties

_COLUMNS: Final = (
    ("versions.column.code", 1280),
    ("field.action", 3480),
    ("field.output", 2300),
    ("field.owners", 2350),
    ("field.supporters", 1900),
    ("field.period", 1490),
    ("field.budget", 1800),
)
"""The matrix: what heads a column, its width in twentieths of a point; A4 across less its margins."""

_SUMMARY: Final = (("field.action", 4600), ("versions.column.change", 6400), ("versions.column.cause", 3600))
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" '
    'w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_LINES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_FIXED: Final = {
    "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
    f'"application/xml"/><Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/><Override PartName='
    '"/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" '
    f'Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
}
_STYLES: Final = (
    ("Normal", "Normal", '<w:spacing w:before="20" w:after="20"/>', 18, ""),
    ("Title", "Title", '<w:spacing w:after="120"/>', 32, "<w:b/>"),
    ("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>', 26,
     "<w:b/>"),
    ("Kepala", "Kepala", "<w:keepNext/>", 18, "<w:b/>"),
)  # fmt: skip

_DEFAULT: Final = ' w:default="1"'


@dataclass(frozen=True)
class Compared:
    """Two versions of a plan. made: when each was (ISO); items: their items (schema ITEMS); changes: between them."""

    numbers: tuple[int, int]
    made: tuple[str, str]
    items: tuple[pd.DataFrame, pd.DataFrame]
    changes: Sequence[Change]
    names: Mapping[str, str]


def changes_name(compared: Compared, speak: Catalogue) -> str:
    """File name of the report on two versions."""
    old, new = map(str, compared.numbers)
    return speak.text("versions.document", old=old, new=new) + ".docx"


def changes_file(compared: Compared, speak: Catalogue) -> bytes:
    """The report as a Word file; its date is that of the later version."""
    when = datetime.fromisoformat(compared.made[1])
    old, new = map(str, compared.numbers)
    title = speak.text("versions.document", old=old, new=new)
    about = Properties(title, "", speak.text("versions.author"), speak.language, when.date())
    parts: dict[str, bytes | package.Packed] = {name: text.encode() for name, text in _FIXED.items()}
    parts["word/styles.xml"] = _styles(about.language).encode()
    parts["docProps/core.xml"] = about.part()
    parts["word/document.xml"] = package.pack_pieces(_document(compared, title, when, speak))
    return package.write(parts)


def _document(compared: Compared, title: str, when: datetime, speak: Catalogue) -> Iterator[str]:
    author, stamp = speak.text("versions.author"), f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    marker = Marker(author, stamp)
    made = [moment(text, speak) for text in compared.made]
    yield f'{_HEAD}<w:document xmlns:w="{W_NS}"><w:body>'
    yield marker.paragraph(title, title, "Title")
    yield _plain(speak.text("versions.between", old=made[0], new=made[1]))
    yield from _summary(compared, marker, speak)
    yield _plain(speak.text("versions.matrices"), "Heading1")
    yield _plain(speak.text("versions.how"))
    yield from matrices(*compared.items, marker, speak)
    yield f"{_PAGE}</w:body></w:document>"


def matrices(before: pd.DataFrame, after: pd.DataFrame, marker: Marker, speak: Catalogue) -> Iterator[str]:
    """The matrices of all groups, each below its name, as tracked changes between two versions (schema ITEMS)."""
    old, new = _by_group(before, speak), _by_group(after, speak)
    head = tuple(speak.text(key) for key, _ in _COLUMNS)
    widths = [_width(width) for _, width in _COLUMNS]
    for groups in paired({name: (name,) for name in old}, {name: (name,) for name in new}):
        (name,) = groups.new or groups.old or ("",)
        title = speak.text("versions.group", group=name) if name else speak.text("versions.no-group")
        yield marker.paragraph(title if groups.old else None, title if groups.new else None, "Heading1")
        yield _opening([width for _, width in _COLUMNS])
        yield marker.row(Pair(head if groups.old else None, head if groups.new else None), widths, head=True)
        rows = paired(old[name] if groups.old else {}, new[name] if groups.new else {})
        yield from (marker.row(pair, widths) for pair in rows)
        yield "</w:tbl>"
    yield "<w:p/>"


def _summary(compared: Compared, marker: Marker, speak: Catalogue) -> Iterator[str]:
    if not compared.changes:
        yield _plain(speak.text("versions.none"))
        return
    widths = [_width(width) for _, width in _SUMMARY]
    head = tuple(speak.text(key) for key, _ in _SUMMARY)
    yield _opening([width for _, width in _SUMMARY])
    yield marker.row(Pair(head, head), widths, head=True)
    for change in compared.changes:
        name = compared.names.get(change.item, change.item)
        cells = (f"{name}\n{change.action}", what(change, compared.names, speak), cause(change.cause, speak))
        yield marker.row(Pair(cells, cells), widths)
    yield "</w:tbl>"


def _by_group(items: pd.DataFrame, speak: Catalogue) -> dict[str, dict[str, Cells]]:
    """The cells of every item by its id, by group."""
    names = (
        "group", "item_id", "action", "output", "owners", "supporters", "start", "end", "period_sense", "period_text",
        "budget",
    )  # fmt: skip
    found: dict[str, dict[str, Cells]] = {}
    rows = zip(*(items[name].tolist() for name in names), strict=True)
    for group, item, action, output, owners, supporters, start, end, sense, text, cost in rows:
        when = wording.period(start, end, sense, text, speak)
        cells = (
            item, action, output, wording.lines(owners), wording.lines(supporters), when, wording.budget(cost, speak),
        )  # fmt: skip
        found.setdefault(group, {})[item] = tuple(clean(cell) for cell in cells)
    return found


def _opening(widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_LINES}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _width(width: int) -> str:
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'


def _plain(text: str, style: str = "") -> str:
    about = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{about}<w:r><w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r></w:p>'


def _styles(language: str) -> str:
    told = []
    for name, shown, layout, size, weight in _STYLES:
        first = name == _STYLES[0][0]
        told.append(
            f'<w:style w:type="paragraph"{_DEFAULT * first} w:styleId="{name}"><w:name w:val="{shown}"/>'
            + f'<w:basedOn w:val="{_STYLES[0][0]}"/>' * (not first)
            + f"<w:pPr>{layout}</w:pPr>" * bool(layout)
            + f'<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{weight}<w:sz w:val="{size}"/>'
            f'<w:lang w:val="{LANGUAGE_TAGS[language]}"/></w:rPr></w:style>'
        )
    return f'{_HEAD}<w:styles xmlns:w="{W_NS}">{"".join(told)}</w:styles>'
