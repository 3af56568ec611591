"""Short names are written out where the plan, or the language, has one name for them."""

import pytest

from tasks.linking.initials import Initials

ACTIONS = [
    "Prepare the Harbour Road Improvement Plan 2030",
    "Sign the Memorandum of Understanding on fisheries",
    "Menyusun Peta Jalan Literasi",
    "Adopt the Port Jetty List",
]


@pytest.mark.parametrize(
    ("said", "full"),
    [
        ("once HRIP is approved", "once Harbour Road Improvement Plan is approved"),
        ("HRIP", "Harbour Road Improvement Plan"),
        ("after the XYZ is approved", "after the XYZ is approved"),
        ("hrip", "hrip"),
        ("PJL", "PJL"),
        ("juknis magang DN", "juknis magang dalam negeri"),
    ],
)
def test_a_short_name_is_written_out_if_one_name_has_its_letters(said: str, full: str) -> None:
    assert Initials(ACTIONS).written_out(said) == full
