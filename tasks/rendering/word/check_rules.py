"""Shapes of WordprocessingML that must not occur (ECMA-376 part 1, chapter 17).

A shape is an element with the names of its children. A document of ten thousand rows has a few dozen shapes, so
that each rule is asked a few dozen times.
"""

from collections.abc import Callable
from functools import lru_cache

from tasks.rendering.word.ooxml import BODY, SECT, TBL, TC, TR, W_NS, P, R, T, w

Children = tuple[str, ...]
_WORDS = f"{{{W_NS}}}"
HYPERLINK, CONTROL, DELETED, INSERTED = (w(name) for name in ("hyperlink", "sdt", "del", "ins"))
HEADER, FOOTER = w("hdr"), w("ftr")
ROOTS = {"word/document.xml": w("document"), "word/styles.xml": w("styles"), "word/numbering.xml": w("numbering")}
CONTAINERS = (BODY, HEADER, FOOTER, TBL, TR, TC, P, R, HYPERLINK, CONTROL, DELETED, INSERTED)
_MARKS = frozenset(w(name) for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))
_FIRST = {P: w("pPr"), R: w("rPr"), TC: w("tcPr")}
RELATIONS = {"blip": "image", "svgBlip": "image", "hyperlink": "hyperlink"} | {
    f"{kind}Reference": kind for kind in ("header", "footer")
}
_IN_RUNS = {w(name) for name in ("tab", "br", "cr", "drawing", "fldChar", "instrText", "sym", "footnoteReference")}
_RUN_CONTENT = frozenset(map(w, (
    "rPr", "br", "t", "contentPart", "delText", "instrText", "delInstrText", "noBreakHyphen", "softHyphen",
    "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong", "annotationRef", "footnoteRef",
    "endnoteRef", "separator", "continuationSeparator", "sym", "pgNum", "cr", "tab", "object", "pict", "fldChar",
    "ruby", "footnoteReference", "endnoteReference", "commentReference", "drawing", "ptab", "lastRenderedPageBreak",
)))  # fmt: skip
_STRANGERS = {
    BODY: {TR, TC, R, T},
    HEADER: {TR, TC, R, T},
    FOOTER: {TR, TC, R, T},
    TC: {TR, TC, R, T},
    TR: {TR, P, R, T, TBL},
    TBL: {TBL, TC, P, R, T},
    P: {P, TBL, TR, TC, T, *_IN_RUNS},
    R: {P, TBL, TR, TC, R},
    HYPERLINK: {P, TBL, TR, TC, T, HYPERLINK, *_IN_RUNS},
    INSERTED: {TBL, TC, T},
    DELETED: {TBL, TC, T},
}


def _closed(children: Children) -> bool:
    """A cell ends with a paragraph, whatever marks follow it."""
    return bool(children) and next((c for c in reversed(children) if c not in _MARKS), "") in {P, CONTROL}


def _before(child: str, *others: str) -> Callable[[Children], bool]:
    """A child that is there stands before all these others."""

    def holds(children: Children) -> bool:
        seen = [n for n, name in enumerate(children) if name in others]
        return child not in children or not seen or children.index(child) < seen[0]

    return holds


def _story(children: Children) -> bool:
    return not {P, TBL, CONTROL}.isdisjoint(children)


_RULES: tuple[tuple[str, str, Callable[[Children], bool]], ...] = (
    ("cell-without-paragraph", TC, lambda c: not {P, CONTROL}.isdisjoint(c)),
    ("cell-not-closed-by-paragraph", TC, _closed),
    ("row-without-cell", TR, lambda c: not {TC, CONTROL}.isdisjoint(c)),
    ("table-without-row", TBL, lambda c: not {TR, CONTROL}.isdisjoint(c)),
    ("table-without-grid", TBL, lambda c: w("tblGrid") in c),
    ("table-properties-not-first", TBL, _before(w("tblPr"), w("tblGrid"), TR)),
    ("grid-after-row", TBL, _before(w("tblGrid"), TR)),
    ("body-without-section", BODY, lambda c: SECT in c),
    ("section-not-last", BODY, lambda c: SECT not in c[:-1]),
    ("header-without-paragraph", HEADER, _story),
    ("footer-without-paragraph", FOOTER, _story),
    ("unknown-element", R, lambda c: _RUN_CONTENT.issuperset(n for n in c if n.startswith(_WORDS))),
    ("control-without-content", CONTROL, lambda c: w("sdtContent") in c),
)


@lru_cache(maxsize=4_096)
def broken(tag: str, children: Children) -> tuple[str, ...]:
    """Names of the rules that a shape breaks."""
    rules = [name for name, parent, holds in _RULES if parent == tag and not holds(children)]
    if not _STRANGERS.get(tag, set()).isdisjoint(children):
        rules.append("misplaced-element")
    if _FIRST.get(tag) in children[1:]:
        rules.append("properties-not-first")
    return tuple(rules)
