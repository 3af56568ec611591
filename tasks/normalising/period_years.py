"""Years in a period expression: alone, behind an atom, cut to two digits."""

from collections.abc import Sequence

from tasks.normalising.period_lexer import Token, full_year

Tokens = Sequence[Token]

_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def kind(toks: Tokens, i: int) -> str:
    """Kind of a token, empty behind the last."""
    return toks[i].kind if 0 <= i < len(toks) else ""


def value(toks: Tokens, i: int) -> str:
    """Value of a token, empty behind the last."""
    return toks[i].value if 0 <= i < len(toks) else ""


def text(toks: Tokens, i: int) -> str:
    """Folded text of a token, empty behind the last."""
    return toks[i].text if 0 <= i < len(toks) else ""


def skip(toks: Tokens, i: int, *texts: str) -> int:
    """Index of the first token from i on that has none of these texts."""
    while text(toks, i) in texts:
        i += 1
    return i


def is_year(toks: Tokens, i: int) -> bool:
    """A number of four digits that can be a year of a plan."""
    return kind(toks, i) == "number" and _FIRST_YEAR <= toks[i].numbers[0] <= _LAST_YEAR and len(toks[i].text) >= 4


def year_after(toks: Tokens, i: int) -> tuple[int, int]:
    """The year said behind an atom ("2017", "th 2017", "'17", ", 2017", "TA 2017"): (year, next), (0, i) if none."""
    j = skip(toks, i, ",", ".", ")", "of", "in", "-", "/", "the")
    if kind(toks, j) == "budget year" or (kind(toks, j) == "unit" and value(toks, j) == "year"):
        j = skip(toks, j + 1, ".", ":")
        tied = True
    else:
        tied = j == i
    if is_year(toks, j) and (tied or j == i + 1) and not _belongs_on(toks, i, j):
        return toks[j].numbers[0], j + 1
    if kind(toks, j) == "apostrophe" and two_digits(toks, j + 1):
        return full_year(toks[j + 1].numbers[0]), j + 2
    return 0, i


def two_years(toks: Tokens, i: int, named: bool) -> tuple[int, int, int] | None:
    """Both years of one that runs over two, and the index behind: "2017/2018", "tahun ajaran 2017-2018", "FY 17/18".

    named: a word for such a year stands before it, without which a dash makes a range and two digits are no year.
    """
    if kind(toks, i) == "pair":
        first, second = toks[i].numbers
        return first, second, i + 1
    short = two_digits(toks, i)
    if not named or not (is_year(toks, i) or short) or text(toks, i + 1) not in {"/", "-", "–"}:
        return None
    first = full_year(toks[i].numbers[0])
    if two_digits(toks, i + 2):
        second = first // 100 * 100 + toks[i + 2].numbers[0]
        return (first, second, i + 3) if second == first + 1 or not short else None
    return (first, toks[i + 2].numbers[0], i + 3) if is_year(toks, i + 2) and not short else None


def budget_year(toks: Tokens, i: int) -> tuple[int, bool, int] | None:
    """A budget year as English plans name it: its year, whether it is named by both its years, the index behind.

    "FY 2024/25", "financial year 2025", "FY'25", "the 2024/25 financial year".
    """
    j = skip(toks, i, "the")
    if kind(toks, j) != "budget year" or value(toks, j) != "fiscal":
        return _named_behind(toks, j)
    j = skip(toks, j + 1, ".", ":", "of")
    pair = two_years(toks, j, named=True)
    if pair is not None:
        return (pair[0], True, pair[2]) if pair[1] == pair[0] + 1 else None
    j = j + 1 if kind(toks, j) == "apostrophe" else j
    found = is_year(toks, j) or two_digits(toks, j)
    return (full_year(toks[j].numbers[0]), False, j + 1) if found else None


def year_of_month(toks: Tokens, i: int) -> tuple[int, bool, int] | None:
    """The budget or school year that a month belongs to, as `budget_year` gives it: "Jan 2020/21", "May FY 2021"."""
    j = skip(toks, i, ",", "of", "the", "(")
    found = budget_year(toks, j)
    if found is None:
        j = j + 1 if kind(toks, j) in {"school year", "budget year"} else j
        if kind(toks, j) != "pair" or toks[j].numbers[1] != toks[j].numbers[0] + 1:
            return None
        found = toks[j].numbers[0], True, j + 1
    first, both, end = found
    return first, both, end + (text(toks, j - 1) == "(" and text(toks, end) == ")")


def _named_behind(toks: Tokens, i: int) -> tuple[int, bool, int] | None:
    if kind(toks, i + 1) != "budget year" or value(toks, i + 1) != "fiscal":
        return None
    if kind(toks, i) == "pair":
        first, second = toks[i].numbers
        return (first, True, i + 2) if second == first + 1 else None
    stated = kind(toks, i + 2) == "pair" or is_year(toks, i + 2) or two_digits(toks, i + 2)
    return (toks[i].numbers[0], False, i + 2) if is_year(toks, i) and not stated else None


def _belongs_on(toks: Tokens, i: int, j: int) -> bool:
    """A year behind a comma or dash that begins the next member of a list or range ("Mei - 2018-2019")."""
    joined = j > i and text(toks, i) in {"-", "/", ","}
    return joined and text(toks, j + 1) in {"-", "–", "/"} and is_year(toks, j + 2)


def two_digits(toks: Tokens, i: int) -> bool:
    """A number written with two digits."""
    return kind(toks, i) == "number" and len(toks[i].text) == 2 and toks[i].text.isdigit()


def short_year(toks: Tokens, i: int) -> tuple[int, int]:
    """Two digits behind a month as Excel and hurried people write them: "Sep-17", "Okt/17", "Mei 17" (not a day)."""
    j = skip(toks, i, "-", "–", "/", ".")
    if j - i > 1 or not two_digits(toks, j) or not 10 <= toks[j].numbers[0] <= 60 or kind(toks, j + 1) == "month":
        return 0, i
    glued = j > i and toks[i - 1].end == toks[i].start and toks[i].end == toks[j].start
    later = kind(toks, j + 2) == "month" or is_year(toks, j + 1) or is_year(toks, j + 2)
    return (full_year(toks[j].numbers[0]), j + 1) if glued or not later else (0, i)
