"""Tokens of a period: lexemes with their meaning, from the words of months.csv, period_words.csv, calendar.csv."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from tasks.normalising.period_lexer import Token, lexemes
from tasks.normalising.reference import rows

_APOSTROPHES = frozenset("'’‘`´")
_WORDS_OF_TYPO = 5  # letters that a misspelt month has at least


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of a text; nothing but white space lies between them."""
    return _said_once(list(_numerals(_phrases(lexemes(text)))))


def _phrases(raw: Sequence[Token]) -> Iterator[Token]:
    position, longest = 0, _longest_phrase()
    while position < len(raw):
        for length in range(min(longest, len(raw) - position), 0, -1):
            group = raw[position : position + length]
            known = _lexicon().get(tuple(t.text for t in group))
            if known is not None and _is_words(group):
                yield _meant(group, *known)
                position += length
                break
        else:
            yield _unknown(raw[position])
            position += 1


def _is_words(group: Sequence[Token]) -> bool:
    return all(t.kind in {"word", "mark", "to", "dotted", "number"} for t in group)


def _meant(group: Sequence[Token], kind: str, value: str) -> Token:
    first, last = group[0], group[-1]
    text = " ".join(t.text for t in group)
    if kind in {"month", "weak month"}:
        month, _, language = value.partition(" ")
        return Token("month", first.start, last.end, text, language, (int(month),), kind == "weak month")
    numbers = (int(value),) if kind in {"ordinal", "odd", "next"} else ()
    roman = first.roman if len(group) == 1 else 0
    return Token(kind, first.start, last.end, text, value, numbers, roman=roman)


def _unknown(token: Token) -> Token:
    if token.kind == "mark" and token.text in _APOSTROPHES:
        return Token("apostrophe", token.start, token.end, token.text)
    if token.kind == "word":
        month = misspelt_month(token.text)
        if month:
            return Token("month", token.start, token.end, token.text, numbers=(month,), weak=True)
    kind = "other" if token.kind in {"word", "mark", "dotted"} else token.kind
    return Token(kind, token.start, token.end, token.text, token.value, token.numbers, roman=token.roman)


@lru_cache(maxsize=65536)
def misspelt_month(word: str) -> int:
    """The one month whose name is a slip of the pen away from this word, 0 if none or more than one is."""
    if len(word) < _WORDS_OF_TYPO:
        return 0
    near = {
        month
        for name, month in _full_names()
        if name[0] == word[0] and OSA.distance(name, word, score_cutoff=2) <= (1 if len(name) < 8 else 2)
    }
    return near.pop() if len(near) == 1 else 0


@cache
def _full_names() -> tuple[tuple[str, int], ...]:
    return tuple((row["word"], int(row["month"])) for row in rows("months") if len(row["word"]) >= _WORDS_OF_TYPO)


@cache
def _lexicon() -> dict[tuple[str, ...], tuple[str, str]]:
    known: dict[tuple[str, ...], tuple[str, str]] = {}
    for row in rows("months"):
        english = " en" if row["language"] == "en" else ""
        known[(row["word"],)] = ("month" if row["alone"] == "yes" else "weak month", row["month"] + english)
    for row in rows("period_words"):
        key = tuple(t.text for t in lexemes(row["phrase"]))
        known[key] = (row["class"], row["value"])
    for row in rows("calendar"):
        for name in row["variants"].split(";"):
            key = tuple(t.text for t in lexemes(name))
            known[key] = ("event", row["event"])
    return known


@cache
def _longest_phrase() -> int:
    return max(len(key) for key in _lexicon())


@cache
def _number_words() -> dict[str, tuple[int, str]]:
    return {row["word"]: (int(row["value"]), row["kind"]) for row in rows("number_words")}


def _numerals(found: Iterator[Token]) -> Iterator[Token]:
    """Numbers in words become numbers: "dua ribu tujuh belas" → 2017."""
    run: list[Token] = []
    for token in found:
        if token.kind == "other" and token.text in _number_words():
            run.append(token)
            continue
        if run:
            yield _spelt(run)
            run = []
        yield token
    if run:
        yield _spelt(run)


def _spelt(run: Sequence[Token]) -> Token:
    total, part = 0, 0
    for value, kind in (_number_words()[t.text] for t in run):
        if kind == "times" and value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif kind == "times":
            part = _times(part, value)
        elif value == 1000:
            total += 1000
        else:
            part += value
    return Token("number", run[0].start, run[-1].end, " ".join(t.text for t in run), numbers=(total + part,))


def _times(part: int, value: int) -> int:
    """The last digit said is the one that is multiplied: "dua ratus lima puluh"."""
    return part - part % 10 + part % 10 * value


def _said_once(found: Sequence[Token]) -> tuple[Token, ...]:
    """Numbers that are written and spelt out are said once: "14 (empat belas) hari"."""
    out: list[Token] = []
    i = 0
    while i < len(found):
        out.append(found[i])
        i += 4 if _repeated(found[i : i + 4]) else 1
    return tuple(out)


def _repeated(four: Sequence[Token]) -> bool:
    if [t.kind for t in four] != ["number", "bracket", "number", "bracket"]:
        return False
    return four[0].numbers == four[2].numbers and not four[2].text.isdigit()
