"""PANDUAN.html: the guide for a double click, its pictures beside it. `python -m tests.guide.page` makes it anew."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt

ROOT: Final = Path(__file__).resolve().parents[2]
SOURCE, PAGE = ROOT / "PANDUAN.md", ROOT / "PANDUAN.html"
RENEW: Final = "python -m tests.guide.page"
_LOOKS: Final = """
body{font:16px/1.55 Calibri,Carlito,Arial,sans-serif;color:#1f2937;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1,h2,h3{color:#1f3864;line-height:1.25;margin-top:2em}h2{border-bottom:1px solid #cbd5e1}a{color:#1d4e89}
img{max-width:100%;height:auto}table{border-collapse:collapse;width:100%;font-size:.93em;margin:1em 0}
th,td{border:1px solid #cbd5e1;padding:.3em .5em;text-align:left;vertical-align:top}th{background:#dbe5f1}
code{font:.9em Consolas,"Liberation Mono",monospace;background:#f1f5f9;padding:0 .2em;overflow-wrap:anywhere}
pre{background:#f1f5f9;padding:.7em 1em;overflow:auto}pre code{padding:0}
@page{size:A4;margin:16mm}
@media print{body{margin:0;max-width:none;font-size:10.5pt}h1{margin-top:0}h2,h3{break-after:avoid}
tr,img,pre{break-inside:avoid}#isi~ul:nth-of-type(-n+2){columns:2;margin:.3em 0}
#prosedur-satu-halaman,[id="1-siapkan-folder"]{break-before:page;margin-top:0}
#prosedur-satu-halaman+p+table{font-size:9pt;line-height:1.3}}
"""


def anchor(head: str) -> str:
    """The name by which a heading is linked to, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-")


def page(text: str) -> str:
    """The guide as a page for a browser, from its Markdown."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = reader.parse(text)
    for opened, said in pairwise(tokens):
        if opened.type == "heading_open":
            opened.attrSet("id", anchor(said.content))
    body = reader.renderer.render(tokens, reader.options, {})
    title = tokens[1].content
    return (
        f'<!doctype html>\n<html lang="id">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_LOOKS}</style>\n{body}</html>\n"
    )


def main() -> None:
    """Write it."""
    PAGE.write_text(page(SOURCE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
