"""The page's template with its style and its scripts, which staff can restyle; filled into one file."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import StrictUndefined
from jinja2 import TemplateError as BrokenTemplate
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from tasks.rendering.catalogue import Catalogue
from tasks.rendering.page.shape import PageView
from tasks.rendering.word.compile import broken

FOLDER: Final = "page"
PAGE: Final = "page.html.j2"
STYLE: Final = "page.css"
SCRIPTS: Final = ("filter.js", "highlight.js", "views.js", "graph.js", "drawing.js", "start.js")
_CONTROLS: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What may not stand in the text of an HTML document (HTML Standard, 13.1 and 13.2.3.5)."""


def fill_page(view: PageView, templates: Path, speak: Catalogue) -> bytes:
    """The page. Raises TemplateError if the template in `templates`/page is missing or broken."""
    style = _read(templates, STYLE, speak)
    script = "".join(_read(templates, name, speak) for name in SCRIPTS)
    try:
        template = _environment().from_string(_read(templates, PAGE, speak))
        text = template.render(
            view=view, text=speak.text, style=Markup(style), script=Markup(script), data=Markup(view.data),  # noqa: S704
            style_hash=_hash(style), script_hash=_hash(script),
        )  # fmt: skip
    except (BrokenTemplate, KeyError) as error:
        raise broken(PAGE, str(error)) from error
    return f"{text.rstrip()}\n".encode()


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_clean, trim_blocks=True, lstrip_blocks=True
    )  # fmt: skip


def _clean(value: object) -> object:
    """A text without control characters."""
    return _CONTROLS.sub("", value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _read(templates: Path, name: str, speak: Catalogue) -> str:
    try:
        return (templates / FOLDER / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise broken(name, speak.text("template.not-found")) from error


def _hash(content: str) -> str:
    """The name by which a policy for contents (CSP) allows exactly this style or script."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
