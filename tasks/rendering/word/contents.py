"""The table of contents, written when the document is: entries, links and page numbers that Word would compute.

Word can renew it like its own (a TOC field), but need not: `w:updateFields`, which makes Word ask at every opening,
is never set.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from lxml import etree

from tasks.rendering.word import inline, ooxml
from tasks.rendering.word.inline import Inline
from tasks.rendering.word.numbering import Labels
from tasks.rendering.word.ooxml import BODY, P, w
from tasks.rendering.word.styles import Styles

PLACE = Inline("\ufdd2contents")
"""What the tag `{{ contents }}` writes; the entries take its paragraph's place."""
DEPTH = 2
_UNKNOWN = "\u00a0"


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading and where its page number stands in the contents."""

    heading: etree._Element
    page: etree._Element


def write_contents(root: etree._Element, styles: Styles, labels: Labels) -> list[Entry]:
    """Puts the entries where the template wants them, in the tree; without page numbers as yet."""
    body = root.find(BODY)
    paragraphs = [] if body is None else list(body.iterchildren(P))
    headings = [(p, styles.outline(p)) for p in paragraphs]
    kept = [(p, level) for p, level in headings if level is not None and level < DEPTH and ooxml.text_of(p).strip()]
    place = next((p for p in paragraphs if PLACE in ooxml.text_of(p)), None)
    if place is None:
        return []
    numbered = labels_of(root, styles, labels)
    look = [styles.named(f"toc {level}") or styles.own_style(place) for level in range(1, DEPTH + 1)]
    entries = _entries(kept, numbered, look, next_bookmark(root))
    return in_place(place, entries, f'\\o "1-{DEPTH}" \\h \\z \\u')


def labels_of(root: etree._Element, styles: Styles, labels: Labels) -> Mapping[etree._Element, str]:
    """The automatic numbers of the headings in the body of a document."""
    body = root.find(BODY)
    outlined = ((p, styles.outline(p)) for p in (() if body is None else body.iterchildren(P)))
    return labels.of([(p, level) for p, level in outlined if level is not None])


def next_bookmark(root: etree._Element) -> int:
    """The first free number of a bookmark."""
    numbers = [int(b.get(w("id"), "0")) for b in root.iter(w("bookmarkStart"))]
    return max(numbers, default=0) + 1


def _entries(
    headings: Sequence[tuple[etree._Element, int]],
    labels: Mapping[etree._Element, str],
    look: Sequence[str],
    first: int,
) -> list[tuple[etree._Element, etree._Element]]:
    """A heading and its entry each; `look`: the styles of the entries by level."""
    numbers = count(first)
    found = []
    labelled = {level for heading, level in headings if labels.get(heading)}
    for order, (heading, level) in enumerate(headings, 1):
        name = f"_Toc{order:08d}"
        bookmark(heading, name, next(numbers))
        label = labels.get(heading, "" if level not in labelled else None)
        found.append((heading, entry(look[level], label, ooxml.text_of(heading), name)))
    return found


def bookmark(heading: etree._Element, name: str, number: int) -> None:
    """Puts a bookmark around the words of a heading or caption."""
    start = etree.Element(w("bookmarkStart"), {w("id"): str(number), w("name"): name})
    # After a page break at its beginning, so that the bookmark lies on the page of the words.
    first = next((n for n, child in enumerate(heading) if next(child.iter(ooxml.T), None) is not None), len(heading))
    heading.insert(first, start)
    etree.SubElement(heading, w("bookmarkEnd"), {w("id"): str(number)})


def entry(style: str, label: str | None, title: str, name: str) -> etree._Element:
    """A line that leads to the bookmark `name`, in a style, its page still open.

    Without a number the title begins the line; a label of None sets it under the titles of those that have one.
    """
    lead = "" if label == "" else f"{_run(label) if label else ''}<w:r><w:tab/></w:r>"
    page = _field(f"PAGEREF {name} \\h", _UNKNOWN)
    settings = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return ooxml.parse(
        f'<w:p xmlns:w="{ooxml.W_NS}">{settings}'
        f'<w:hyperlink w:anchor="{name}" w:history="1">{lead}{_run(title)}<w:r><w:tab/></w:r>{page}</w:hyperlink></w:p>'
        .encode()
    )  # fmt: skip


def _run(text: str) -> str:
    return str(inline.plain(text))


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field(instruction: str, shown: str) -> str:
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{_mark('begin')}{code}{_mark('separate')}{_run(shown)}{_mark('end')}"


def in_place(place: etree._Element, entries: list[tuple[etree._Element, etree._Element]], code: str) -> list[Entry]:
    """Puts the lines in the place's stead, as one TOC field of these switches. Takes headings with their lines."""
    parent = place.getparent()
    if parent is None:
        return []
    for _, line in entries:
        place.addprevious(line)
    if entries:
        _wrap(entries[0][1], entries[-1][1], code)
        entries[-1][1].extend(ooxml.page_breaks(place))
    parent.remove(place)
    return [Entry(heading, _page(line)) for heading, line in entries]


def _wrap(first: etree._Element, last: etree._Element, code: str) -> None:
    """Makes the entries one TOC field, which Word can renew."""
    switches = f'<w:r><w:instrText xml:space="preserve"> TOC {code} </w:instrText></w:r>'
    opening = ooxml.parse(
        f'<w:p xmlns:w="{ooxml.W_NS}">{_mark("begin")}{switches}{_mark("separate")}</w:p>'.encode()
    )  # fmt: skip
    for position, run in enumerate(list(opening), 1):
        first.insert(position, run)
    closing = ooxml.parse(f'<w:p xmlns:w="{ooxml.W_NS}">{_mark("end")}</w:p>'.encode())
    last.extend(list(closing))


def _page(line: etree._Element) -> etree._Element:
    return [t for t in line.iter(ooxml.T) if t.text == _UNKNOWN][-1]


def number_pages(entries: Sequence[Entry], pages: Mapping[etree._Element, int]) -> None:
    """Writes the pages of the headings into the contents; without `pages` the entries stay mere links."""
    for line in entries:
        page = pages.get(line.heading)
        if page is not None:
            line.page.text = str(page)
            continue
        field = next(line.page.iterancestors(w("hyperlink")))
        for run in list(field)[list(field).index(_last_tab(field)) :]:
            field.remove(run)


def _last_tab(link: etree._Element) -> etree._Element:
    return [run for run in link if run.find(w("tab")) is not None][-1]
