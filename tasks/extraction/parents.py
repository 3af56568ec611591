"""An action that ends in a colon, and the points below it: each the same for one place, one who acts, one thing.

"Menetapkan SK trayek setelah juknis terbit:" over "Kota A, Juni 2026, 3 koridor" and "Kota B, Juli 2026".
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from tasks.extraction.action_words import starts_doing
from tasks.extraction.clauses import read_actions, read_point
from tasks.extraction.offices import of_places
from tasks.extraction.texts import Line, block_line
from tasks.extraction.walk import EVIDENCE, Action, Parent, Place, Walk
from tasks.model.blocks import ListItem, Text
from tasks.model.values import joined

_NAMED = re.compile(r"([^:,;]{2,60}?)\s*(?::|\s[–—-])\s+(?=\S)")
"""What stands before a colon or dash at the beginning of a point."""
_TOLD = (*EVIDENCE, "output")


def over_parts(block: Text, line: Line, following: Text | None, walk: Walk) -> bool:
    """Whether a point is such an action: it says what is to be done, and what follows below does not."""
    if not line.text.endswith(":") or following is None or not line.label:
        return False
    bare = line.text.rstrip(" :")
    if not starts_doing(bare) and not read_actions(bare, walk.tools.recognise):
        return False
    below = block_line(following)
    if not _below(following, below, _level(block), _kind(line)):
        return False
    return bool(_part(below.text, {"action": bare}, walk))


def parent_of(action: Action | None, line: Line) -> Parent | None:
    """An action that was just begun as one over parts, None if none was."""
    return None if action is None else Parent(action, _kind(line))


def of_parent(walk: Walk, block: Text, line: Line) -> bool:
    """A point below such an action: the action once more, with what the point says; False for all other lines."""
    parent = walk.parent
    if parent is None or not _below(block, line, parent.action.level, parent.kind):
        walk.parent = None
        return False
    said = _part(line.text, parent.action.said, walk)
    if not said:
        walk.parent = parent if _level(block) > parent.action.level else None
        return False
    told = any(said.get(name) != parent.action.said.get(name) for name in _TOLD)
    if walk.last is parent.action and not told and not _office(said, walk):
        _placed(walk, parent, block, said)
        return True
    walk.last = None if walk.last is parent.action else walk.last
    walk.close()
    place = Place(block.locator, -1, _level(block))
    walk.last = replace(parent.action, place=place, said=said, places=(block.locator, *parent.action.places))
    return True


def _placed(walk: Walk, parent: Parent, block: Text, said: Mapping[str, str]) -> None:
    """A place of which no more is said is one of several of the action itself."""
    places = (*parent.action.places, block.locator)
    walk.last = replace(parent.action, said={**parent.action.said, **said}, places=places)
    walk.parent = replace(parent, action=walk.last)


def _part(text: str, above: Mapping[str, str], walk: Walk) -> dict[str, str]:
    """What a point says, over what the action above says; nothing if it is an action of its own or adds nothing."""
    recognise = walk.tools.recognise
    if starts_doing(text) or any(f.get("owners_text") for f in read_actions(text, recognise)):
        return {}
    found = _NAMED.match(text)
    named = found is not None and (
        recognise.only_regions(found[1])
        or recognise.only_institutions(found[1])
        or bool(of_places(_above(walk), found[1], recognise))
    )
    told = read_point(f"{found[1]}, {text[found.end() :]}" if found is not None and named else text, recognise)
    head = told.pop("action", "").rstrip(" :")
    fields = {name: words for name, words in told.items() if words}
    depends = joined([above.get("depends_text", ""), fields.pop("depends_text", "")])
    both = {**above, **fields, **({"depends_text": depends} if depends else {})}
    if recognise.only_regions(head) or of_places(_above(walk), head, recognise):
        return {**both, "place_text": joined([above.get("place_text", ""), head]) if not fields else head}
    if recognise.only_institutions(head):
        return {**both, "owners_text": joined([head, fields.get("owners_text", "")])}
    return {**both, "action": f"{above['action'].rstrip(' :')}: {head}"} if fields else {}


def _office(said: Mapping[str, str], walk: Walk) -> str:
    """The office of the place of a point, if the title above names a kind of office."""
    return of_places(_above(walk), said.get("place_text", ""), walk.tools.recognise)


def _above(walk: Walk) -> str:
    """The office or kind of office that the titles above name."""
    return walk.addressee.words if walk.addressee is not None else walk.office


def place_before(walk: Walk, text: str) -> tuple[str, str]:
    """The place before a colon or dash whose office, of the kind that the title names, does what follows; the rest."""
    found = _NAMED.match(text)
    if (
        found is None
        or not starts_doing(text[found.end() :])
        or not of_places(_above(walk), found[1], walk.tools.recognise)
    ):
        return "", text
    return found[1], text[found.end() :]


def _below(block: Text, line: Line, level: int, kind: str) -> bool:
    """Whether a point may stand below one of this level and kind of label; bullets may have lost their depth."""
    own = _level(block)
    return isinstance(block, ListItem) and (own > level or (own == level and (_kind(line) != kind or kind == "dash")))


def _level(block: Text) -> int:
    return block.level if isinstance(block, ListItem) else 0


def _kind(line: Line) -> str:
    """The kind of a label: number, letter or dash; "" without one."""
    first = line.label[:1]
    return "" if not first else "number" if first.isdigit() else "letter" if first.isalpha() else "dash"
