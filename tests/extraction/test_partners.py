"""The institution with which something is done helps; the one with which something is shared does not."""

import pytest

from tasks.extraction.stated import partner
from tests.extraction.helpers import recognise


@pytest.mark.parametrize(
    ("action", "helper"),
    [
        ("negotiate fees with the Ministry of Health", "Ministry of Health"),
        ("share crash data with the Ministry of Health", ""),
        ("negotiate fees with care", ""),
    ],
)
def test_with_whom_something_is_done(action: str, helper: str) -> None:
    assert partner(action, recognise("en")) == helper
