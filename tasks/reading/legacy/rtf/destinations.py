"""Where the text of a group goes: into the document, beside it, or nowhere (RTF 1.9.1, appendix of destinations)."""

from typing import Final, Literal

from tasks.model.receipt import Skipped

Target = Literal[
    "text", "header", "footer", "footnote", "comment", "box", "label", "instruction", "fonts", "styles", "authors",
    "author", "form", "entry", "colours", "nowhere",
]  # fmt: skip

CHANNELS: Final = frozenset({"header", "footer", "footnote", "comment", "box"})
"""Streams of text beside the one in which they begin."""
TABLES: Final = frozenset({"fonts", "styles", "authors", "colours"})
TARGETS: Final[dict[str, Target]] = {
    "annotation": "comment", "atnauthor": "author", "colortbl": "colours", "dptxbxtext": "box", "ffl": "entry",
    "fldinst": "instruction",
    "fonttbl": "fonts", "footer": "footer", "footerf": "footer", "footerl": "footer", "footerr": "footer",
    "footnote": "footnote", "formfield": "form", "header": "header", "headerf": "header", "headerl": "header",
    "headerr": "header", "listtext": "label", "pntext": "label", "revtbl": "authors", "shptxt": "box",
    "stylesheet": "styles",
}  # fmt: skip
TRANSPARENT: Final = frozenset({
    "fldrslt", "field", "result", "shp", "shpgrp", "shpinst", "nesttableprops", "do", "mmath", "moMath", "moMathPara",
    "ud", "rtf", "flddirty", "svb",
})  # fmt: skip
"""Groups, also among those that older programs may ignore, whose text stands where they do."""
NOWHERE: Final[dict[str, Skipped]] = {
    "aftncn": "not shown", "aftnsep": "not shown", "aftnsepc": "not shown", "ftncn": "not shown",
    "ftnsep": "not shown", "ftnsepc": "not shown", "nonesttables": "fallback", "nonshppict": "fallback",
    "shprslt": "fallback", "mmathPict": "fallback", "filetbl": "metadata", "info": "metadata", "pict": "metadata",
    "objdata": "metadata", "template": "metadata", "tc": "not shown", "tcn": "not shown", "xe": "not shown",
    "rxe": "not shown", "txe": "not shown", "upr": "repeated", "sn": "metadata", "sv": "metadata", "sp": "metadata",
}  # fmt: skip
