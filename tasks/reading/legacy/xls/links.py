"""Addresses that cells lead to ([MS-OSHARED] 2.3.7.1)."""

from typing import Final

_HEAD: Final = 24
_MONIKER: Final = 0x001
_NAME: Final = 0x010
_FRAME: Final = 0x080
_ADDRESS: Final = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")


def read_address(data: bytes) -> str:
    """The address on the web in a hyperlink; empty if it leads elsewhere."""
    flags = int.from_bytes(data[20:24], "little")
    at = _HEAD
    for flag in (_NAME, _FRAME):
        if flags & flag:
            at += 4 + 2 * int.from_bytes(data[at : at + 4], "little")
    if not flags & _MONIKER or data[at : at + 16] != _ADDRESS:
        return ""
    size = int.from_bytes(data[at + 16 : at + 20], "little")
    return data[at + 20 : at + 20 + size].decode("utf-16-le", "replace").partition("\0")[0]
