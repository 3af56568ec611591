"""Number formats of OpenDocument as the format codes that workbooks have: "#,##0.00", "dd/mm/yyyy" (ODF 1.3, 16.29)."""

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from tasks.reading.opendocument.names import NUMBER, STYLE
from tasks.reading.xml import number

_LONG: Final = NUMBER + "style"
_TEXTUAL: Final = NUMBER + "textual"
_MOST_DIGITS: Final = 20
_INDONESIAN: Final = "[$-421]"
_POSITIVE: Final = frozenset({"value()>=0", "value()>0"})
_DATES: Final = frozenset({NUMBER + "date-style", NUMBER + "time-style"})


def format_code(name: str, styles: Mapping[str, etree._Element]) -> str:
    """The format code of a data style; empty if it is unknown or the general format."""
    element = styles.get(name)
    if element is None:
        return ""
    for rule in element.iterfind(STYLE + "map"):
        other = styles.get(rule.get(STYLE + "apply-style-name", ""))
        if other is not None and element.tag == NUMBER + "text-style":
            # The style itself is then the one for text.
            return _section(other)
        if other is not None and rule.get(STYLE + "condition", "").replace(" ", "") in _POSITIVE:
            # The style itself is then the one for negative numbers.
            return f"{_section(other)};{_section(element)}"
    return _section(element)


def _section(style: etree._Element) -> str:
    elapsed = style.get(NUMBER + "truncate-on-overflow") == "false"
    codes = [_CODES[str(e.tag)](e) if e.tag in _CODES else "" for e in style]
    if elapsed:
        codes = _elapsed(codes)
    code = "".join(codes)
    if style.tag in _DATES and style.get(NUMBER + "language") == "id":
        return _INDONESIAN + code
    return "" if code == "0" and _is_general(style) else code


def _elapsed(codes: list[str]) -> list[str]:
    """The largest unit of a duration goes beyond a day or an hour."""
    for index, code in enumerate(codes):
        if code in {"h", "hh", "m", "mm", "s", "ss"}:
            return [*codes[:index], f"[{code}]", *codes[index + 1 :]]
    return codes


def _is_general(style: etree._Element) -> bool:
    element = style.find(NUMBER + "number")
    return element is not None and element.get(NUMBER + "decimal-places") is None


def _digits(element: etree._Element) -> str:
    whole = "0" * min(max(number(element.get(NUMBER + "min-integer-digits"), 1), 0), _MOST_DIGITS)
    if element.get(NUMBER + "grouping") == "true":
        whole = "#,##" + (whole or "#") if len(whole) < 2 else f"#,{whole}"
    places = min(max(number(element.get(NUMBER + "decimal-places"), 0), 0), _MOST_DIGITS)
    return whole + ("." + "0" * places if places else "")


def _scientific(element: etree._Element) -> str:
    return f"{_digits(element)}E+{'0' * min(max(number(element.get(NUMBER + 'min-exponent-digits'), 2), 1), 3)}"


def _literal(element: etree._Element) -> str:
    words = element.text or ""
    return words if all(c in " /-:.,%" for c in words) else '"' + words.replace('"', "") + '"'


def _currency(element: etree._Element) -> str:
    return f"[${(element.text or '').replace(']', '')}]"


def _month(element: etree._Element) -> str:
    if element.get(_TEXTUAL) == "true":
        return "mmmm" if element.get(_LONG) == "long" else "mmm"
    return "mm" if element.get(_LONG) == "long" else "m"


def _part(short: str, long: str) -> Callable[[etree._Element], str]:
    return lambda element: long if element.get(_LONG) == "long" else short


_CODES: Final[Mapping[str, Callable[[etree._Element], str]]] = {
    NUMBER + "number": _digits,
    NUMBER + "scientific-number": _scientific,
    NUMBER + "fraction": lambda element: "# ?/?",
    NUMBER + "text": _literal,
    NUMBER + "text-content": lambda element: "@",
    NUMBER + "currency-symbol": _currency,
    NUMBER + "day": _part("d", "dd"),
    NUMBER + "month": _month,
    NUMBER + "year": _part("yy", "yyyy"),
    NUMBER + "day-of-week": _part("ddd", "dddd"),
    NUMBER + "hours": _part("h", "hh"),
    NUMBER + "minutes": _part("m", "mm"),
    NUMBER + "seconds": _part("s", "ss"),
    NUMBER + "am-pm": lambda element: "AM/PM",
}
