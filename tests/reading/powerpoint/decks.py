"""Presentations from a few lines of XML, for what no library writes."""

import io
import zipfile

from tasks.model.blocks import Block
from tasks.reading.contents import Contents
from tasks.reading.powerpoint.presentation import read_presentation
from tests.reading.packages import MC, package

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:c="{C}" xmlns:dgm="{DGM}"'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

Parts = dict[str, str | bytes]


def related(*rows: tuple[str, str, str]) -> str:
    """A .rels part: id, kind and target of each; targets with a scheme are external."""
    items = "".join(
        f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if '://' in target else ''}/>"
        for i, kind, target in rows
    )
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{items}</Relationships>'


def slide(shapes: str, attributes: str = "") -> str:
    """A slide with these shapes."""
    return (
        f"<p:sld {NAMES} {attributes}><p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>{shapes}</p:spTree></p:cSld></p:sld>"
    )


def deck(
    *slides: str, links: tuple[tuple[str, str, str], ...] = (), main: str = "", template: str = "", **parts: str
) -> bytes:
    """A .pptx. `links`: relationships of every slide; `main`, `template`: XML in the presentation part, the master.

    `parts`: further parts below ppt/, `/` in their names written `__`, without extension; `x_rels` is x's .rels.
    """
    files: Parts = {
        "_rels/.rels": related(("rId1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {NAMES}><p:sldIdLst>"
        + "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in range(1, len(slides) + 1))
        + f"</p:sldIdLst>{main}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": related(
            *((f"s{n}", "slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)),
            ("authors", "commentAuthors", "commentAuthors.xml"),
        ),
        "ppt/commentAuthors.xml": f'<p:cmAuthorLst {NAMES}><p:cmAuthor id="3" name="Ibu Sari"/></p:cmAuthorLst>',
        "ppt/slideLayouts/layout.xml": f"<p:sldLayout {NAMES}/>",
        "ppt/slideLayouts/_rels/layout.xml.rels": related(("m", "slideMaster", "../slideMasters/master.xml")),
        "ppt/slideMasters/master.xml": f"<p:sldMaster {NAMES}>{template}</p:sldMaster>",
        "ppt/slideMasters/_rels/master.xml.rels": related(("t", "theme", "../theme/theme1.xml")),
        "ppt/theme/theme1.xml": f'<a:theme {NAMES}><a:themeElements><a:clrScheme name="x">'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="4F81BD"/></a:accent1>'
        "</a:clrScheme></a:themeElements></a:theme>",
    }
    for n, text in enumerate(slides, 1):
        files[f"ppt/slides/slide{n}.xml"] = text
        files[f"ppt/slides/_rels/slide{n}.xml.rels"] = related(
            ("layout", "slideLayout", "../slideLayouts/layout.xml"), *links
        )
    files |= {_name(name): text for name, text in parts.items()}
    return package(files)


def with_parts(data: bytes, **parts: str | None) -> bytes:
    """A package with other parts below ppt/, named as in `deck`; None leaves one out. `_rels` means its .rels."""
    new = {_name(name): text for name, text in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            if item.filename not in new:
                target.writestr(item.filename, source.read(item))
        for name, text in new.items():
            if text is not None:
                target.writestr(name, text)
    return out.getvalue()


def _name(short: str) -> str:
    folder, _, base = ("ppt/" + short.removesuffix("_rels").replace("__", "/")).rpartition("/")
    return f"{folder}/_rels/{base}.xml.rels" if short.endswith("_rels") else f"{folder}/{base}.xml"


def read(*shapes: str, **rest: str) -> tuple[Block, ...]:
    """The blocks of a deck, a slide for each text; whatever is read is accounted for."""
    found = contents(deck(*map(slide, shapes), **rest))  # type: ignore[arg-type]
    return found.blocks


def contents(data: bytes) -> Contents:
    """What a deck gives; nothing of it is lost."""
    found = read_presentation(data)
    assert found.receipt.remainder == 0
    return found


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """The words of blocks that are no tables."""
    return [block.text for block in blocks if block.kind != "table"]


def p(text: str, properties: str = "", level: int = 0) -> str:
    """A paragraph of one run."""
    return f'<a:p><a:pPr lvl="{level}">{properties}</a:pPr><a:r><a:t>{text}</a:t></a:r></a:p>'


def place(x: int, y: int, width: int = 100_000, height: int = 100_000, turned: str = "") -> str:
    """Where a shape stands."""
    return f'<a:xfrm {turned}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def sp(paragraphs: str, where: str = "", holder: str = "", named: str = 'id="7" name=""', style: str = "") -> str:
    """A shape with text: its place, its placeholder, its own list style."""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr {named}/><p:cNvSpPr/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:spPr>{where}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle>{style}</a:lstStyle>{paragraphs}</p:txBody></p:sp>"
    )


def box(text: str, x: int, y: int, width: int = 100_000, height: int = 100_000, turned: str = "") -> str:
    """A text box with one paragraph."""
    return sp(p(text), place(x, y, width, height, turned))


def group(inner: str, outside: str, inside: str, turned: str = "") -> str:
    """A group: its place on the slide and its members' coordinates, each `x y width height`."""
    x, y, width, height = outside.split()
    cx, cy, wide, high = inside.split()
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name=""/></p:nvGrpSpPr><p:grpSpPr><a:xfrm {turned}><a:off x="{x}" '
        f'y="{y}"/><a:ext cx="{width}" cy="{height}"/><a:chOff x="{cx}" y="{cy}"/><a:chExt cx="{wide}" cy="{high}"/>'
        f"</a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def frame(inner: str, x: int = 0, y: int = 0) -> str:
    """A graphic frame around a table, chart or diagram."""
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name=""/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="100000" cy="100000"/></p:xfrm>'
        f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></p:graphicFrame>"
    )


def tc(text: str, attributes: str = "", properties: str = "") -> str:
    """A cell of one paragraph."""
    return (
        f"<a:tc {attributes}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody>"
        f"<a:tcPr>{properties}</a:tcPr></a:tc>"
    )


def tbl(*rows: str, properties: str = "") -> str:
    """A framed table of rows, each the XML of its cells."""
    return frame(f"<a:tbl>{properties}<a:tblGrid/>{''.join(f'<a:tr>{row}</a:tr>' for row in rows)}</a:tbl>")
