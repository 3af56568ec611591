r"""The encodings of fonts by their number of character set (RTF 1.9.1, \fcharset)."""

from typing import Final

SYMBOL: Final = 2
_CHARSETS: Final = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip


def charset(number: int, default: str) -> str:
    """The encoding of a character set; the document's own for those that name none."""
    return _CHARSETS.get(number, "latin-1" if number == SYMBOL else default)


def code_page(number: int) -> str:
    """The encoding of a code page; Western European for those that Python does not know."""
    name = {10000: "mac-roman", 65001: "utf-8", 1361: "johab"}.get(number, f"cp{number}")
    try:
        b"".decode(name)
    except LookupError:
        return "cp1252"
    return name
