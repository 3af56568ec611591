"""Links within a document: those whose aim a template does not write are plain words."""

import re

from tasks.rendering.word import inline
from tasks.rendering.word.rendered import Rendered

_LINK = re.compile(r'<w:hyperlink [^>]*w:anchor="([^"]*)"[^>]*>(.*?)</w:hyperlink>', re.DOTALL)
_MARK = re.compile(r'<w:bookmarkStart [^>]*w:name="([^"]*)"')
_LOOK = f'<w:rStyle w:val="{inline.LINK_STYLE}"/>'


def unlink(part: Rendered) -> str:
    """The text of a part with every link to a bookmark that it does not hold turned into the words that it shows."""
    if "<w:hyperlink " not in part.shape:
        return part.text
    names = {*_MARK.findall(part.text), "", "_top"}
    return _LINK.sub(lambda link: link[0] if link[1] in names else link[2].replace(_LOOK, ""), part.text)
