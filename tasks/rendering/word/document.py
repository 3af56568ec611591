"""Fills a template: text rendered, contents and captions numbered, the result checked, one Word file as bytes."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass

from jinja2 import TemplateError as JinjaError
from lxml import etree

from tasks.model.shelf import Shelf, key_of
from tasks.rendering.catalogue import load
from tasks.rendering.word import captions, check, contents, drawing, issue, ooxml, package, properties, raster
from tasks.rendering.word.artist import Draw
from tasks.rendering.word.compile import WordTemplate, broken
from tasks.rendering.word.fields import number_captions
from tasks.rendering.word.links import unlink
from tasks.rendering.word.numbering import Labels
from tasks.rendering.word.paginate import heading_pages
from tasks.rendering.word.rendered import Rendered, render
from tasks.rendering.word.running_on import run_on
from tasks.rendering.word.styles import Styles

MAIN = "word/document.xml"
_FOOTER = "word/footer"
_SEQUENCE, _PICTURE = "SEQ ", "<wp:docPr "
_PLACES = (contents.PLACE, captions.TABLES, captions.FIGURES)


def fill(
    template: WordTemplate,
    view: object,
    about: properties.Properties,
    images: Iterable[drawing.Image] = (),
    draw: Draw = raster.png,
    shelf: Shelf | None = None,
) -> bytes:
    """The Word file of a template and the words for it (a dataclass as given to `compile_template`).

    images: the pictures that the words may show; only those that the template writes are drawn, by `draw`. shelf: where
    the file may lie already.
    Raises TemplateError if the template asks for something that cannot be worked out, DefectError if the result
    would break a rule of the format.
    """
    parts = _rendered(template, view, about.language)
    texts = (word for name in sorted(parts) for word in (name, parts[name].text))
    key = key_of("document", (template.digest, repr(about), *texts))
    data = None if shelf is None else shelf.get(key)
    if data is None:
        data = _made(template, parts, about, images, draw)
        if shelf is not None:
            shelf[key] = data
    return data


def _made(
    template: WordTemplate,
    parts: dict[str, Rendered],
    about: properties.Properties,
    images: Iterable[drawing.Image],
    draw: Draw,
) -> bytes:
    mark = about.mark(parts[name].text for name in sorted(parts))
    parts = {name: issue.footed(part, mark) if name.startswith(_FOOTER) else part for name, part in parts.items()}
    roots = {name: ooxml.parse(part.shape.encode()) for name, part in parts.items()}
    filled = {name: unlink(part).encode() for name, part in parts.items()} | {
        properties.PART: about.part(),
        issue.PART: issue.properties(mark),
    }
    for name in [name for name, part in parts.items() if _worked_on(part.shape)]:
        roots[name] = ooxml.parse(filled[name])
        number_captions(roots[name])
        if name == MAIN:
            _contents(roots[name], template.fixed)
            media, changed = drawing.embed(roots[name], template.fixed, images, draw)
            roots |= changed
            filled |= media | {part: ooxml.serialise(root) for part, root in changed.items()}
        filled[name] = ooxml.serialise(roots[name])
    defects = list(check.defects({**template.fixed, **filled}, roots, template.sound))
    if defects:
        raise check.DefectError(defects)
    return package.write({**template.packed, **filled})


def _worked_on(shape: str) -> bool:
    """Whether numbers, contents or pictures are to be put into a part."""
    return any(mark in shape for mark in (_SEQUENCE, _PICTURE, *_PLACES))


def _rendered(template: WordTemplate, view: object, language: str) -> dict[str, Rendered]:
    words = {f.name: getattr(view, f.name) for f in fields(view)} if is_dataclass(view) else {}
    try:
        return {part: render(text, words) for part, text in template.texts.items()}
    except (JinjaError, TypeError, ArithmeticError) as error:
        cause = load(language).text("template.not-computed", cause=str(error))
        raise broken(template.name, cause) from error


def _contents(root: etree._Element, fixed: Mapping[str, bytes]) -> None:
    styles = Styles(fixed.get("word/styles.xml"))
    labels = Labels(fixed.get("word/numbering.xml"), styles)
    entries = captions.write_lists(root, styles)
    entries += contents.write_contents(root, styles, labels)
    if entries:
        numbers = contents.labels_of(root, styles, labels)
        run_on(root, styles, numbers)
        pages = heading_pages(root, styles, [entry.heading for entry in entries], numbers)
        contents.number_pages(entries, pages)
