"""Tokens of a period: lexemes with their meaning, from the words of months.csv, period_words.csv, calendar.csv."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from tasks.normalising.period_lexer import Token, lexemes
from tasks.normalising.period_weekdays import joined_weekdays
from tasks.normalising.reference import rows
from tasks.normalising.spelt_numbers import number_words, spelt

_APOSTROPHES = frozenset("'’‘`´")
_BESIDE = frozenset({"pra", "pasca", "pre", "post", "paska", "jelang"})
_HALF = 2  # tokens from the second half of a name to the first
_LETTERS_OF_TYPO = 5  # letters that a misspelt month has at least
_MONTHS = 12
_WORDS = frozenset({"word", "mark", "to", "dotted", "number"})
_UNMEANT = frozenset({"word", "mark", "dotted"})


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of a text; nothing but white space lies between them."""
    raw, out, i = lexemes(text), list[Token](), 0
    while i < len(raw):
        i = _phrase(raw, i, out)
    if any(t.kind == "other" and t.text in number_words() for t in out):
        out = _said_once(list(_numerals(iter(out))))
    if any(t.kind == "short date" for t in out):
        out = [_dated(out, n) for n in range(len(out))]
    return joined_weekdays(out)


def _dated(toks: Sequence[Token], i: int) -> Token:
    """A day written "30.11.23" as a date; one that may be a code ("08.02.17") only beside words of a time."""
    if toks[i].kind != "short date":
        return toks[i]
    near = {t.kind for t in toks[max(i - 2, 0) : i + 3] if t is not toks[i] and t.kind != "dash"}
    sure = toks[i].numbers[-1] > _MONTHS or bool(near - {"other", "number"})
    return toks[i]._replace(kind="date" if sure else "other")


def _phrase(raw: Sequence[Token], i: int, out: list[Token]) -> int:
    """Adds what the longest known phrase at this lexeme means, or the lexeme itself; the index behind it."""
    first = raw[i]
    if first.kind in _WORDS:
        for length in _lengths().get(first.text, ()):
            group = raw[i : i + length]
            known = _lexicon().get(tuple(t.text for t in group))
            if known is not None and all(t.kind in _WORDS for t in group) and not _in_name(raw, i, known[0]):
                out.append(_meant(group, *known))
                return i + length
    if first.kind == "check":
        out.append(first)  # the end of the month by which something is checked, which the month behind it tells
        out.append(Token("month", first.start, first.end, first.text, "", first.numbers, True))
    else:
        out.append(_unknown(first))
    return i + 1


def _in_name(raw: Sequence[Token], i: int, kind: str) -> bool:
    """Whether the name of an event is the second half of another name: "KwaZulu-Natal", not "pra-Lebaran"."""
    if kind != "event" or i < _HALF or raw[i - 1].text not in {"-", "–"} or raw[i - 1].end != raw[i].start:
        return False
    before = raw[i - _HALF]
    joined = before.kind == "word" and before.end == raw[i - 1].start
    return joined and len(before.text) > 1 and before.text not in _BESIDE and (before.text,) not in _lexicon()


def _meant(group: Sequence[Token], kind: str, value: str) -> Token:
    first, last = group[0], group[-1]
    text = first.text if first is last else " ".join(t.text for t in group)
    if kind in {"month", "weak month"}:
        month, _, language = value.partition(" ")
        return Token("month", first.start, last.end, text, language, (int(month),), kind == "weak month")
    numbers = (int(value),) if kind in {"ordinal", "odd", "next"} else ()
    return Token(kind, first.start, last.end, text, value, numbers, False, first.roman if first is last else 0)


def _unknown(token: Token) -> Token:
    if token.kind == "mark" and token.text in _APOSTROPHES:
        return Token("apostrophe", token.start, token.end, token.text)
    month = misspelt_month(token.text) if token.kind == "word" else 0
    if month:
        return Token("month", token.start, token.end, token.text, "", (month,), True)
    return token._replace(kind="other") if token.kind in _UNMEANT else token


@lru_cache(maxsize=65536)
def misspelt_month(word: str) -> int:
    """The one month whose name is a slip of the pen away from this word, 0 if none or more than one is."""
    if len(word) < _LETTERS_OF_TYPO:
        return 0
    near = {
        month
        for name, month in _full_names()
        if name[0] == word[0] and OSA.distance(name, word, score_cutoff=2) <= (1 if len(name) < 8 else 2)
    }
    return near.pop() if len(near) == 1 else 0


@cache
def _full_names() -> tuple[tuple[str, int], ...]:
    return tuple((row["word"], int(row["month"])) for row in rows("months") if len(row["word"]) >= _LETTERS_OF_TYPO)


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
def _lengths() -> dict[str, tuple[int, ...]]:
    """Lengths of the known phrases by their first word, the longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in _lexicon():
        lengths.setdefault(phrase[0], set()).add(len(phrase))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


def _numerals(found: Iterator[Token]) -> Iterator[Token]:
    """Numbers in words become numbers: "dua ribu tujuh belas" → 2017."""
    run: list[Token] = []
    for token in found:
        if token.kind == "other" and token.text in number_words():
            run.append(token)
            continue
        if run:
            yield _spelt(run)
            run = []
        yield token
    if run:
        yield _spelt(run)


def _spelt(run: Sequence[Token]) -> Token:
    said = [t.text for t in run]
    return Token("number", run[0].start, run[-1].end, " ".join(said), "", (spelt(said),))


def _said_once(found: Sequence[Token]) -> list[Token]:
    """Numbers that are written and spelt out are said once: "14 (empat belas) hari"."""
    out: list[Token] = []
    i = 0
    while i < len(found):
        out.append(found[i])
        i += 4 if _repeated(found[i : i + 4]) else 1
    return out


def _repeated(four: Sequence[Token]) -> bool:
    if [t.kind for t in four] != ["number", "bracket", "number", "bracket"]:
        return False
    return four[0].numbers == four[2].numbers and not four[2].text.isdigit()
