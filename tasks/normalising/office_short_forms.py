"""The words of a text in which an office beside a place is looked for: short forms, their ends, what follows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tasks.normalising.directory_rows import Entry
from tasks.normalising.english_names import is_short_form
from tasks.normalising.owner_roles import is_role_word
from tasks.normalising.short_forms import is_short_form as is_written_short
from tasks.normalising.words import Word

EntryAt = Callable[[int], tuple[Entry, int] | None]
"""The known spelling that begins at a word, and the index behind it."""
_LINKS = frozenset({"and", "dan", "with", "or", "to", "for", "in"})
_LONGEST = 8  # letters of a short form with small ones


@dataclass(frozen=True, slots=True)
class ShortForms:
    """Finds short forms in the words of a text. entry_at: known spellings."""

    said: Sequence[Word]
    text: str
    entry_at: EntryAt

    def is_short(self, i: int, end: int) -> bool:
        """Whether the words up to an index end in a short form."""
        return end > i and is_written_short(self.text[self.said[end - 1].start : self.said[end - 1].end])

    def end(self, i: int) -> int:
        """The index behind a short form in capitals at a word, "DEA&DP" being one; the word itself if none begins."""
        said = self.said
        if i >= len(said) or not (is_short_form(said[i]) or _has_capitals(self.text[said[i].start : said[i].end])):
            return i
        end = i + 1
        while end + 1 < len(said) and self.text[said[end - 1].end : said[end + 1].start] == "&" and said[end + 1].upper:
            end += 2
        return end

    def closed(self, end: int) -> bool:
        """Whether no name goes on at a word."""
        said = self.said
        return end >= len(said) or said[end].is_mark or said[end].text in _LINKS or is_role_word(said, end)

    def written(self, i: int, end: int) -> str:
        """The words from one index to another, as written."""
        return " ".join(self.text[self.said[i].start : self.said[end - 1].end].split())


def _has_capitals(word: str) -> bool:
    """Whether a word is a short form by a capital within it: "DoH", not "eThekwini"."""
    return len(word) <= _LONGEST and word[0].isupper() and any(letter.isupper() for letter in word[1:])
