"""Who waits for whom, as seen from one office: each row on its sheet has its mirror on the other's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tasks.model.values import Sense
from tasks.rendering import wording
from tasks.rendering.catalogue import Catalogue
from tasks.rendering.extracts.index import Index
from tasks.rendering.extracts.shape import Need, Taker, Turn
from tasks.rendering.view.items import Row
from tasks.rendering.view.linked import reason, verdict


class Waits:
    """The dependencies of the actions that an office leads. `names`: the office; `own`: codes of its actions, in order.

    A dependency stands among the `takers` of every office that leads its prerequisite, and among the `needs` of
    every office that leads its dependent, unless that office alone leads the other end. An end that nobody leads is
    told as well.
    """

    def __init__(self, names: Iterable[str], own: Sequence[str], index: Index, speak: Catalogue) -> None:
        self._names = frozenset(names)
        self._own = own
        self._index = index
        self._speak = speak

    def needs(self) -> tuple[Need, ...]:
        """What the office waits for, by its own actions."""
        items = self._index.around.items
        return tuple(
            Need(
                own=items[link["to_item"]],
                item=items[link["from_item"]],
                who=self._who(others),
                until=self._until(link["from_item"]),
                status=_standing(link, self._speak),
                basis=_basis(link, self._speak),
            )
            for link, others in self._outside(self._index.before, "from_item")
        )

    def takers(self) -> tuple[Taker, ...]:
        """Who waits for the office, by its own actions."""
        items = self._index.around.items
        return tuple(
            Taker(
                own=items[link["from_item"]],
                until=self._until(link["from_item"]),
                item=items[link["to_item"]],
                who=self._who(others),
                since=self._since(link["to_item"]),
                status=_standing(link, self._speak),
                basis=_basis(link, self._speak),
            )
            for link, others in self._outside(self._index.after, "to_item")
        )

    def turns(self) -> tuple[Turn, ...]:
        """What waits for another action of the same office."""
        items, mine = self._index.around.items, frozenset(self._own)
        return tuple(
            Turn(
                first=items[link["from_item"]],
                until=self._until(link["from_item"]),
                second=items[link["to_item"]],
                since=self._since(link["to_item"]),
                status=_standing(link, self._speak),
                basis=_basis(link, self._speak),
            )
            for link in self._links(self._index.after, "to_item")
            if link["to_item"] in mine
        )

    def _outside(self, held: Mapping[str, Sequence[Row]], end: str) -> Iterator[tuple[Row, list[str]]]:
        """Links at whose other end somebody else stands, with who that is, or nobody at all."""
        for link in self._links(held, end):
            owners = self._index.owners[link[end]]
            others = [name for name in owners if name not in self._names]
            if others or not owners:
                yield link, others

    def _links(self, held: Mapping[str, Sequence[Row]], end: str) -> Iterator[Row]:
        """The links of the office's actions in the plan's order, then in that of their other ends."""
        for code in self._own:
            yield from sorted(held.get(code, ()), key=lambda link: self._index.place[link[end]])

    def _who(self, names: Iterable[str]) -> str:
        return "\n".join(names) or self._speak.text("value.missing")

    def _until(self, code: str) -> str:
        """By when an action is promised; its words where they give no day at all."""
        row = self._index.rows[code]
        day = wording.iso(row["end"])
        if day or row["start"]:
            return self._speak.day(day) if day else self._speak.text("value.missing")
        return self._index.around.items[code].time

    def _since(self, code: str) -> str:
        """When an action begins; its time as it stands where only its end is promised."""
        row = self._index.rows[code]
        day = None if row["period_sense"] == Sense.BY else wording.iso(row["start"])
        return self._speak.day(day) if day else self._index.around.items[code].time


def _standing(link: Row, speak: Catalogue) -> str:
    return speak.text(f"link.{'accepted' if link['status'] == 'accepted' else 'proposed'}")


def _basis(link: Row, speak: Catalogue) -> str:
    kind = speak.text(f"basis.{'explicit' if link['kind'] == 'explicit' else 'inferred'}")
    told = ": ".join(filter(None, [kind, reason(link, speak)]))
    return "\n".join(filter(None, [told, verdict(link, speak)]))
