"""A small sound Word file with one of everything that a document may hold, as parts to seed defects in."""

import base64

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SPACES = f"xmlns:w='{_W}' xmlns:r='{_R}'"
_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def _cell(text: str, properties: str = "") -> str:
    settings = f"<w:tcPr><w:tcW w:w='3000' w:type='dxa'/>{properties}</w:tcPr>"
    return f"<w:tc>{settings}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def _field(code: str, shown: str) -> str:
    marks = [f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}<w:r><w:t>{shown}</w:t></w:r>{marks[2]}"


def _picture(number: int) -> str:
    return (
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='9525' cy='9525'/>"
        f"<wp:docPr id='{number}' name='Gambar {number}' descr='Alur'/><a:graphic>"
        f"<a:graphicData uri='{_DRAWING}picture'><pic:pic><pic:nvPicPr><pic:cNvPr id='{number}' name='g{number}'/>"
        "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed='rIdP'/><a:stretch><a:fillRect/></a:stretch>"
        "</pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='9525' cy='9525'/></a:xfrm>"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></w:r></w:p>"
    )


_HEADING = (
    "<w:p><w:pPr><w:pStyle w:val='Heading1'/><w:keepNext/><w:jc w:val='left'/></w:pPr>"
    "<w:bookmarkStart w:id='1' w:name='_Toc1'/><w:r><w:t>Pendahuluan</w:t></w:r><w:bookmarkEnd w:id='1'/></w:p>"
)
_CONTENTS = (
    f"<w:p><w:hyperlink w:anchor='_Toc1'><w:r><w:t>Pendahuluan</w:t></w:r></w:hyperlink>"
    f"{_field('PAGEREF _Toc1', '1')}</w:p>"
)
_LIST = (
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    "<w:r><w:rPr><w:rStyle w:val='Kuat'/><w:b/><w:color w:val='1F3864'/><w:sz w:val='22'/></w:rPr>"
    "<w:t xml:space='preserve'>Satu </w:t></w:r><w:r><w:t>dua</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
)
_CAPTION = (
    "<w:p><w:bookmarkStart w:id='2' w:name='_Ref2'/><w:r><w:t xml:space='preserve'>Tabel </w:t></w:r>"
    f"{_field('SEQ Tabel', '1')}<w:bookmarkEnd w:id='2'/></w:p>"
)
_MERGED = ("<w:vMerge w:val='restart'/>", "<w:vMerge/>")
_SPAN = "<w:gridSpan w:val='2'/>"
_TABLE = (
    "<w:tbl><w:tblPr><w:tblStyle w:val='Matriks'/><w:tblW w:w='9000' w:type='dxa'/></w:tblPr>"
    "<w:tblGrid><w:gridCol w:w='3000'/><w:gridCol w:w='3000'/><w:gridCol w:w='3000'/></w:tblGrid>"
    f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cell('Kode')}{_cell('Kegiatan')}{_cell('Waktu')}</w:tr>"
    f"<w:tr>{_cell('Pusat', _MERGED[0])}{_cell('Melatih')}{_cell('Mei')}</w:tr>"
    f"<w:tr>{_cell('', _MERGED[1])}{_cell('Jumlah', _SPAN)}</w:tr></w:tbl>"
)
_REFERENCES = (
    f"<w:p>{_field('REF _Ref2', 'Tabel 1')}<w:hyperlink r:id='rIdL'><w:r><w:t>laman</w:t></w:r></w:hyperlink></w:p>"
)
_SECTION = (
    "<w:sectPr><w:headerReference w:type='default' r:id='rIdH'/><w:pgSz w:w='11906' w:h='16838'/>"
    "<w:pgMar w:top='1418' w:right='1417' w:bottom='1418' w:left='1701' w:header='709' w:footer='709' w:gutter='0'/>"
    "</w:sectPr>"
)
_BODY = (
    f"{_HEADING}{_CONTENTS}{_LIST}{_CAPTION}{_TABLE}{_picture(1)}{_picture(2)}{_REFERENCES}<w:p><w:pPr>{_SECTION}</w:pPr></w:p>"
    f"<w:p><w:r><w:t>Akhir</w:t></w:r></w:p>{_SECTION}"
)
_STYLES = (
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Heading1'><w:name w:val='heading 1'/><w:basedOn w:val='Normal'/></w:style>"
    "<w:style w:type='character' w:styleId='Kuat'><w:name w:val='Strong'/></w:style>"
    "<w:style w:type='table' w:styleId='Matriks'><w:name w:val='Matriks'/></w:style>"
)
_NUMBERS = (
    "<w:abstractNum w:abstractNumId='1'><w:multiLevelType w:val='multilevel'/><w:lvl w:ilvl='0'><w:start w:val='1'/>"
    "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
)
_FOOTNOTES = (
    "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    "<w:footnote w:type='continuationSeparator' w:id='1'><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
    "<w:footnote w:id='2'><w:p><w:r><w:t>Sumber</w:t></w:r></w:p></w:footnote>"
)
_CORE = (
    f"<cp:coreProperties xmlns:cp='{_PACKAGE}metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:dcterms='http://purl.org/dc/terms/' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
    "<dc:title>Rencana</dc:title>"
    "<dcterms:created xsi:type='dcterms:W3CDTF'>2017-02-20T00:00:00Z</dcterms:created></cp:coreProperties>"
)
_RELATIONS = {
    "rIdS": ("styles", "styles.xml"),
    "rIdN": ("numbering", "numbering.xml"),
    "rIdF": ("footnotes", "footnotes.xml"),
    "rIdH": ("header", "header1.xml"),
    "rIdP": ("image", "media/image1.png"),
}
_TYPES = {
    "/word/document.xml": f"{_WORD_TYPE}document.main+xml",
    "/word/styles.xml": f"{_WORD_TYPE}styles+xml",
    "/word/numbering.xml": f"{_WORD_TYPE}numbering+xml",
    "/word/footnotes.xml": f"{_WORD_TYPE}footnotes+xml",
    "/word/header1.xml": f"{_WORD_TYPE}header+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


def _relations(*rows: str) -> str:
    return f"<Relationships xmlns='{_PACKAGE}relationships'>{''.join(rows)}</Relationships>"


def _relation(ident: str, kind: str, target: str, mode: str = "") -> str:
    return f"<Relationship Id='{ident}' Type='{kind}' Target='{target}'{mode}/>"


def _content_types() -> str:
    overrides = "".join(f"<Override PartName='{part}' ContentType='{kind}'/>" for part, kind in _TYPES.items())
    defaults = (
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        "<Default Extension='xml' ContentType='application/xml'/>"
        "<Default Extension='png' ContentType='image/png'/>"
    )
    return f"<Types xmlns='{_PACKAGE}content-types'>{defaults}{overrides}</Types>"


def parts() -> dict[str, bytes]:
    """The parts of the sound file, by name."""
    drawing = f"xmlns:wp='{_DRAWING}wordprocessingDrawing' xmlns:a='{_DRAWING}main' xmlns:pic='{_DRAWING}picture'"
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            _relation("rId1", f"{_R}/officeDocument", "word/document.xml"),
            _relation("rId2", f"{_PACKAGE}relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            *(_relation(ident, f"{_R}/{kind}", target) for ident, (kind, target) in _RELATIONS.items()),
            _relation("rIdL", f"{_R}/hyperlink", "https://example.org/", " TargetMode='External'"),
        ),
        "word/document.xml": f"<w:document {_SPACES} {drawing}><w:body>{_BODY}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_SPACES}>{_STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_SPACES}>{_NUMBERS}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_SPACES}>{_FOOTNOTES}</w:footnotes>",
        "word/header1.xml": f"<w:hdr {_SPACES}><w:p><w:r><w:t>Renja</w:t></w:r></w:p></w:hdr>",
        "docProps/core.xml": _CORE,
    }
    return {name: text.encode() for name, text in texts.items()} | {"word/media/image1.png": _PIXEL}
