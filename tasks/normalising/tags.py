"""The columns of tags: programme, theme, target groups and media of an action, each with the words that give it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from tasks.model.meeting import Meeting
from tasks.normalising.owned import Owned
from tasks.normalising.region_fields import Placed
from tasks.normalising.regions import Gazetteer
from tasks.normalising.tag_actors import does, within_name
from tasks.normalising.tag_programmes import Programmes
from tasks.normalising.tag_themes import theme_words
from tasks.normalising.tag_words import Hit, Kind, TagWords, general, own_rows, tag_words

_COLUMNS = ("action", "output", "heading", "group")
Find = Callable[[str], list[Hit]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """Tags of a record. sources: "kind tag: words (place)", the action itself being no place that is named."""

    programme: str = ""
    themes: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tag:
    kind: Kind
    name: str
    words: str
    place: str = ""

    def source(self) -> str:
        where = f" ({self.place})" if self.place else ""
        return f"{self.kind} {self.name}: {self.words}{where}".replace(";", ",")


def tagged(
    raw: pd.DataFrame,
    owners: Sequence[Owned],
    regions: Sequence[Placed],
    meeting: Meeting,
    own: Iterable[Mapping[str, str]],
    gazetteer: Gazetteer,
) -> list[Tagged]:
    """Tags of every row of RAW. own: rows of the meeting's vocabulary."""
    tagger = Tagger(meeting, list(own), gazetteer)
    words = zip(*(raw[column] for column in _COLUMNS), strict=True)
    return [
        tagger.tags(action, output, heading, group, owned, at.regions)
        for (action, output, heading, group), owned, at in zip(words, owners, regions, strict=True)
    ]


class Tagger:
    """Finds the tags of a meeting's actions."""

    def __init__(self, meeting: Meeting, own: Sequence[Mapping[str, str]], gazetteer: Gazetteer) -> None:
        """own: rows of the meeting's vocabulary; gazetteer: by which its regions are known."""
        language = meeting.language
        self._programmes = Programmes(meeting, own)
        self._general = general(Kind.TARGET, language)
        self._others: dict[Kind, Find] = {
            Kind.THEME: theme_words(meeting.theme, own, language).find,
            Kind.TARGET: TagWords(tag_words(Kind.TARGET, own, language)).find,
            Kind.MEDIUM: TagWords(tag_words(Kind.MEDIUM, own, language)).find,
        }
        self._regions = _listed_regions(own, gazetteer)

    def tags(
        self, action: str, output: str, heading: str, group: str, owned: Owned, regions: Iterable[str] = ()
    ) -> Tagged:
        """Tags of one action; regions: the canonical names of those that it is about."""
        programme = self._programme(action, owned, heading, group)
        told = [tag for kind in self._others for tag in self._told(kind, action, output, owned)]
        listed = [_Tag(Kind.TARGET, tag, name, "region") for name in regions for tag in self._regions.get(name, ())]
        held = {tag.name for tag in told if tag.kind is Kind.TARGET}
        listed = [tag for tag in listed if tag.name not in held]
        found = [*programme, *told, *listed]
        inferred = [f"programme: {tag.place}" for tag in programme if tag.place]
        return Tagged(
            programme[0].name if programme else "",
            _names(found, Kind.THEME), _names(found, Kind.TARGET), _names(found, Kind.MEDIUM),
            tuple(dict.fromkeys(tag.source() for tag in found)),
            (*inferred, *(["targets: region"] if listed else [])),
        )  # fmt: skip

    def _programme(self, action: str, owned: Owned, heading: str, group: str) -> list[_Tag]:
        """From the action, else the nearest title above that names one, else the group; none if there is no group."""
        hits = [hit for hit in self._programmes.in_action(action) if not within_name(hit, owned)]
        if hits:
            best = self._programmes.deciding(action, hits)
            return [_Tag(Kind.PROGRAMME, best.tag, best.text)]
        titled = self._programmes.in_titles(heading)
        named = titled or self._programmes.of_group(group)
        return [_Tag(Kind.PROGRAMME, named.tag, named.text, "title" if titled else "group")] if named else []

    def _told(self, kind: Kind, action: str, output: str, owned: Owned) -> Iterator[_Tag]:
        """The tags of the action's words, and of the output's what the action does not tell."""
        find = self._others[kind]
        hits = [hit for hit in find(action) if _counts(kind, hit, action, owned)]
        known = {hit.tag for hit in hits}
        later = [hit for hit in find(output) if hit.tag not in known]
        covered = {self._general.get(hit.tag, "") for hit in (*hits, *later)}
        for place, found in (("", hits), ("output", later)):
            words: dict[str, list[str]] = {}
            for hit in found:
                words.setdefault(hit.tag, []).append(hit.text)
            for tag, texts in words.items():
                if tag not in covered:
                    yield _Tag(kind, tag, ", ".join(dict.fromkeys(texts)), place)


def _counts(kind: Kind, hit: Hit, action: str, owned: Owned) -> bool:
    """Whether words say something of the action, not of who does it; a broadcaster's name tells the medium."""
    if kind is Kind.TARGET:
        return not within_name(hit, owned, head=True) and not does(hit, action)
    return kind is Kind.MEDIUM or not within_name(hit, owned)


def _names(found: Iterable[_Tag], kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.name for tag in found if tag.kind is kind))


def _listed_regions(own: Iterable[Mapping[str, str]], gazetteer: Gazetteer) -> dict[str, list[str]]:
    """Target groups by the canonical name of the region that the meeting's vocabulary gives them to."""
    listed: dict[str, list[str]] = {}
    for row in own_rows("region", own):
        region = gazetteer.named(row["phrase"])
        if region is not None:
            listed.setdefault(region.name, []).append(row["tag"])
    return listed
