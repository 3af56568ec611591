"""A Word file that staff edit becomes a template: its parts as Jinja sources, checked once, filled many times."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from tasks.model.errors import TemplateError
from tasks.model.problem import Code, problem
from tasks.model.shelf import key_of
from tasks.rendering.catalogue import Catalogue, load
from tasks.rendering.locators import localise_locator
from tasks.rendering.word import check, hostile, inline, issue, names, ooxml, package, properties, tidy
from tasks.rendering.word.heal import TagError
from tasks.rendering.word.source import index_of, pair, source
from tasks.rendering.word.styles import with_link_style
from tasks.rendering.word.tags import Found, prepare


class _Environment(SandboxedEnvironment):
    """A sandbox in which a template sees of a dataclass its fields alone."""

    def getattr(self, obj: object, attribute: str) -> object:
        known: Mapping[str, object] = getattr(type(obj), "__dataclass_fields__", _NONE)
        return getattr(obj, attribute) if attribute in known else super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        known: Mapping[str, object] | None = getattr(type(obj), "__dataclass_fields__", None)
        return super().is_safe_attribute(obj, attr, value) if known is None else attr in known


_NONE: Mapping[str, object] = {}
# Whatever a tag writes goes through `words`, which escapes it: Jinja's own escaping would do it once more.
ENVIRONMENT = _Environment(undefined=StrictUndefined, finalize=inline.words)
_STYLES = "word/styles.xml"
_OWN = (properties.PART, issue.PART)
"""Parts that every document writes for itself."""

_STORIES = (("word/header", "header"), ("word/footer", "footer"))


@dataclass(frozen=True)
class WordTemplate:
    """A template, ready to be filled: the parts with text as Jinja templates, all others also compressed already.

    digest: a hash of its file and language.
    """

    name: str
    digest: str
    texts: Mapping[str, Template]
    fixed: Mapping[str, bytes]
    packed: Mapping[str, package.Packed]

    @cached_property
    def sound(self) -> Mapping[str, etree._Element]:
        """The fixed parts, parsed and checked once for many documents. Raises DefectError if one breaks a rule."""
        return check.sound_parts({name: part for name, part in self.fixed.items() if name not in _OWN})


@lru_cache(maxsize=16)
def compile_template(data: bytes, name: str, language: str, words: type) -> WordTemplate:
    """The template in these bytes. `name` is for messages, `words` the dataclass of what it may write.

    Raises TemplateError (TEMPLATE_BROKEN): its cause is a sentence in `language` that names the place of the fault
    and, for a misspelt name, the nearest known one.
    """
    speak = load(language)
    try:
        parts = package.read(data)
    except package.PackageError as error:
        raise broken(name, speak.text(str(error))) from error
    for key, what in hostile.findings(parts):
        raise broken(name, speak.text(key, what=what))
    try:
        texts = {part: _compiled(parts[part], story, words) for part, story in _stories(parts)}
    except TagError as error:
        raise broken(name, _sentence(error, speak)) from error
    fixed = {part: tidy.tidied(part, content) for part, content in parts.items() if part not in texts}
    fixed = issue.prepared(fixed)
    if _STYLES in fixed:
        fixed[_STYLES] = with_link_style(fixed[_STYLES], inline.LINK_STYLE)
    digest = key_of("template", (data, language))
    return WordTemplate(name, digest, texts, fixed, {part: package.pack(content) for part, content in fixed.items()})


def broken(template: str, cause: str) -> TemplateError:
    """The error that says why a template cannot be used."""
    return TemplateError(problem(Code.TEMPLATE_BROKEN, template=template, cause=cause))


def _sentence(error: TagError, speak: Catalogue) -> str:
    near = error.details.get("near", "")
    hint = speak.text("template.hint", near=near) if near else ""
    place = localise_locator(error.place, speak.language)
    return speak.text(error.key, **{**error.details, "place": place, "hint": hint})


def _stories(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The parts that hold text, each with what it is called in a locator."""
    yield "word/document.xml", ""
    for part in sorted(parts):
        yield from ((part, story) for start, story in _STORIES if part.startswith(start) and part.endswith(".xml"))


def _compiled(part: bytes, story: str, words: type) -> Template:
    root = ooxml.parse(part)
    tidy.quieten(root)
    found = prepare(root, story)
    pair(found)
    tidy.set_in_order(root)
    text = source(root)
    for fault in names.faults(_tree(text, found), words, ENVIRONMENT):
        raise TagError(fault.key, found.places[index_of(found, fault.line)], name=fault.name, near=fault.near)
    return ENVIRONMENT.from_string(text)


def _tree(text: str, found: Found) -> nodes.Template:
    try:
        return ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        index = index_of(found, error.lineno)
        raise TagError("template.syntax", found.places[index], tag=found.texts[index]) from error
