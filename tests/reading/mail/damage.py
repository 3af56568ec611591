"""Damage to the bytes of a file."""

from hypothesis import strategies as st


def damaged(data: bytes, least: int) -> st.SearchStrategy[bytes]:
    """The bytes with pieces of them written over and their end cut off; so many at least stay."""
    pieces = st.lists(st.tuples(st.integers(0, len(data)), st.binary(max_size=5)), max_size=8)
    return st.builds(lambda damage, end: _written_over(data, damage)[:end], pieces, st.integers(least, len(data)))


def _written_over(data: bytes, damage: list[tuple[int, bytes]]) -> bytes:
    for at, piece in damage:
        data = data[:at] + piece + data[at + len(piece) :]
    return data
