"""What stands on a screen: the plan's page at the desk and on the phone, the lines of a run in a terminal."""

import html
import io
from collections.abc import Iterator
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.guide.picture import Picture, pictured
from tests.guide.story import PLAN, Story
from tests.rendering.page.browsers import DESK, PHONE

_TERMINAL: Final = """<meta charset="utf-8"><style>body{{margin:0;background:#0c0c0c}}
pre{{margin:0;padding:16px;color:#e6e6e6;font:15px/1.35 "Liberation Mono",monospace;white-space:pre-wrap}}</style>
<pre>&gt; {}</pre>"""


def screens(browser: Browser, story: Story) -> Iterator[Picture]:
    """The pictures."""
    for name, size, width in (("halaman", DESK, 900), ("ponsel", PHONE, 390)):
        with browser.new_page(viewport={"width": size[0], "height": size[1]}) as page:
            page.goto((story.desk / f"{PLAN}.html").as_uri())
            yield seen(page, name, width)
    with browser.new_page(viewport={"width": 1000, "height": 300}) as page:
        page.set_content(_TERMINAL.format(html.escape(story.said)))
        yield seen(page, "terminal", 900, whole=True)


def seen(page: Page, name: str, width: int, whole: bool = False) -> Picture:
    """A picture of a page as it stands; whole: also what lies below the window."""
    image = Image.open(io.BytesIO(page.screenshot(full_page=whole)))
    return pictured(name, image, page.inner_text("body"), width)
