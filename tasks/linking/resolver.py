"""What records say of one another, resolved to items: by number as printed, by "that one", by name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from tasks.linking.claims import Claim, claims
from tasks.linking.doers import doer
from tasks.linking.fits import is_past
from tasks.linking.mentions import Mention, joined, parted
from tasks.linking.missing import is_missing
from tasks.linking.names import Found, choose, find
from tasks.linking.nearby import Nearby
from tasks.linking.numbers import Reference, bare, cites_law, codes, references
from tasks.linking.printed import Printed
from tasks.linking.said import inside, told
from tasks.linking.targets import Target, Targets
from tasks.linking.wanted import Wanted, wanted
from tasks.model.meeting import Group
from tasks.model.problem import Code, Problem, problem

Row = Mapping[str, str]


class Resolver:
    """The plan while its mentions are resolved."""

    def __init__(self, items: pd.DataFrame, records: pd.DataFrame, groups: Sequence[Group]) -> None:
        self.targets = Targets(items, records)
        self.rows = self.targets.rows
        self.printed = Printed(self.rows, groups)
        self.nearby = Nearby(self.rows, self.targets)
        self._wanted: dict[str, Wanted] = {}
        self._answers: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n, row in enumerate(self.rows):
            if row["depends_text"]:
                self._answers[_answer(row)].append(n)

    def _asked(self, mention: Mention) -> Wanted:
        """What a mention asks for, worked out once for each phrase."""
        if mention.phrase not in self._wanted:
            self._wanted[mention.phrase] = wanted(mention.phrase, self.targets)
        return self._wanted[mention.phrase]

    def of_record(self, place: int) -> Iterator[Claim | Problem]:
        """Links and problems from what a record says."""
        for mention in told(self.rows[place]):
            if mention.evidence in self.rows[place]["depends_text"] and self._of_another(mention, place):
                continue
            found = list(self._resolved(mention, place))
            if not any(isinstance(thing, Claim) for thing in found):
                inner = (thing for part in inside(mention) for thing in self._resolved(part, place))
                found = [thing for thing in inner if isinstance(thing, Claim)] or found
            yield from found

    def _of_another(self, mention: Mention, place: int) -> bool:
        """Whether one answer stands for several actions of a row, and speaks of what only others are about."""
        several = self._answers[_answer(self.rows[place])]
        asked = self._asked(mention).words if len(several) > 1 else frozenset()
        about = {n: self.targets.all[self.rows[n]["item_id"]].words & asked for n in several if asked}
        return bool(asked) and not about[place] and any(about.values())

    def _resolved(self, mention: Mention, place: int) -> Iterator[Claim | Problem]:
        said = (one for one in references(mention.phrase) if not all(map(self.printed.is_group, one.numbers)))
        numbered = list(said) or self._bare(mention, place) or self._coded(mention, place)
        for one in numbered:
            yield from self._by_number(mention, self._asked(mention), one, place)
        rest = parted(mention, numbered[-1].text) if numbered else mention
        if rest and not cites_law(rest.phrase):
            found = list(self._by_name(rest, place))
            yield from [thing for thing in found if isinstance(thing, Claim)] if numbered else found

    def _bare(self, mention: Mention, place: int) -> list[Reference]:
        """Numbers alone in a cell for prerequisites; with letters only if such numbers are printed ("A3", not "Q3").

        Behind a word for waiting they must be printed in the file or be said to be another group's ("after 3").
        """
        found = bare(mention.phrase) if mention.phrase == mention.evidence or mention.strength == "hard" else []
        if mention.phrase != mention.evidence:
            return [one for one in found if all(one.group or self.printed.in_file(n, place) for n in one.numbers)]
        known = (one for one in found if not all(n.isalpha() for n in one.numbers))
        return [one for one in known if all(n.isdigit() or self.printed.bears(n) for n in one.numbers)]

    def _coded(self, mention: Mention, place: int) -> list[Reference]:
        """Numbers that need no word before them ("after 1.2", "minutes 4.5"), as the file or a source prints them.

        One that begins with the code of its group ("K2/03") may be printed anywhere.
        """
        found = [one for one in codes(mention.phrase) if not self.printed.is_group(one.numbers[0])]
        return [said for said in found if said.source or self._prints(said.numbers[0], place)]

    def _prints(self, said: str, place: int) -> bool:
        """Whether the file prints a number, or any does one that holds its group."""
        return self.printed.in_file(said, place) or ("/" in said and self.printed.bears(said))

    def _by_number(self, mention: Mention, asked: Wanted, said: Reference, place: int) -> Iterator[Claim | Problem]:
        row = self.rows[place]
        own = self.targets.all[row["item_id"]]
        group = said.group or self.printed.named(mention.phrase)
        for one in said.numbers:
            single = Reference((one,), group, said.part, said.source, said.text)
            hits = [self.rows[n]["item_id"] for n in self.printed.find(single, place)]
            others = [item for item in hits if item != own.item_id]
            found = choose(asked, own, others, self.targets)
            if not hits:
                named = find(mention, asked, own, self.printed.code(asked.group, ""), self.targets)
                lost = _problem(Code.REFERENCE_NOT_FOUND, row, text=said.text)
                yield from [lost] if named.doubtful or not named.items else claims(mention, named, own.item_id, "weak")
            elif found.doubtful:
                yield _problem(Code.REFERENCE_AMBIGUOUS, row, text=said.text, candidates=", ".join(found.items))
            else:
                yield from claims(mention, found, own.item_id, "number")

    def _by_name(self, mention: Mention, place: int) -> Iterator[Claim | Problem]:
        row = self.rows[place]
        own = self.targets.all[row["item_id"]]
        asked = self._asked(mention)
        found = self._named(mention, asked, place)
        if found.doubtful:
            if mention.strength != "weak":
                listed = ", ".join(found.items)
                yield _problem(Code.REFERENCE_AMBIGUOUS, row, text=mention.phrase, candidates=listed)
        elif found.items and not self._itself(mention, found, own):
            yield from claims(mention, found, own.item_id, mention.strength)
            yield from self._besides(mention, found, place)
        elif not found.items:
            parts = list(self._besides(mention, found, place))
            yield from parts
            if not parts and not is_past(asked, own) and is_missing(mention, asked, row["remarks"]):
                yield _problem(Code.PREREQUISITE_MISSING, row, text=mention.phrase)

    def _besides(self, mention: Mention, found: Found, place: int) -> Iterator[Claim]:
        """Claims of the other things that a strong mention names, of which the items found say nothing."""
        row = self.rows[place]
        own = self.targets.all[row["item_id"]]
        for part in joined(mention) if mention.strength == "hard" else ():
            asked = self._asked(part)
            if any(asked.words <= self.targets.all[item].words for item in found.items):
                continue
            other = self._named(part, asked, place)
            akin = all(self.targets.all[item].subject & own.subject - asked.words for item in other.items)
            if not other.doubtful and (akin or len(asked.words) > 1):
                yield from claims(part, other, own.item_id, mention.strength)

    def _itself(self, mention: Mention, found: Found, own: Target) -> bool:
        """Whether words that hardly tell of waiting name what the item itself does, as another record has it."""
        return mention.strength == "weak" and all(self.nearby.same(own, self.targets.all[item]) for item in found.items)

    def _named(self, mention: Mention, asked: Wanted, place: int) -> Found:
        if asked.follows or asked.said or asked.stands_for:
            return self._pointed(mention, asked, place)
        if asked.passing:
            return Found(())
        own = self.targets.all[self.rows[place]["item_id"]]
        found = self._found(mention, asked, own)
        if not found.items and asked.steps and not asked.product and mention.strength == "hard":
            return self.nearby.stage(asked, place)
        told = asked.product or mention.strength == "hard" or (asked.acts and mention.strength != "weak")
        if not found.items and told and len(asked.words) == 1:
            return self.nearby.before(asked, place, related=True)
        return self.nearby.closest(found, asked, place) if found.doubtful and asked.words else found

    def _pointed(self, mention: Mention, asked: Wanted, place: int) -> Found:
        """What a mention means that names nothing by itself: "after that", "that guideline", "it"."""
        if asked.follows:
            return self.nearby.previous(place)
        if asked.said:
            return self.nearby.before(asked, place, yielding=mention.strength == "weak")
        return self.nearby.own(asked, place)

    def _found(self, mention: Mention, asked: Wanted, own: Target) -> Found:
        """The items meant by the words as they stand, else with names written out, else by what does the thing."""
        found = find(mention, asked, own, self.printed.code(asked.group, ""), self.targets)
        for phrase in () if found.items else self._otherwise(mention):
            other = replace(mention, phrase=phrase)
            asked = self._asked(other)
            found = find(other, asked, own, self.printed.code(asked.group, ""), self.targets)
            if found.items:
                break
        return found

    def _otherwise(self, mention: Mention) -> Iterator[str]:
        """Other words for what a mention names."""
        said = mention.phrase
        full = self.targets.initials.written_out(said)
        acting = doer(full) if mention.strength == "hard" and mention.direction == "after" else ""
        yield from (phrase for phrase in (full, acting) if phrase and phrase != said)


def _answer(row: Row) -> tuple[str, ...]:
    """What the actions of one row of a form share: the row, without its columns, and the answer."""
    return row["file"], row["locator"].partition(", column")[0], row["depends_text"]


def _problem(code: Code, row: Row, **details: str) -> Problem:
    return problem(code, row["file"], row["locator"], item=row["item_id"], **details)
