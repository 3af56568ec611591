"""The fingerprint of a link tells whether the text of one of its ends has changed."""

import pytest

from tests.linking.plans import linked

GUIDE = {"action": "Menyusun pedoman kurasi konten", "number": "3"}
NEXT = {"action": "Melatih kurator daerah", "depends_text": "setelah no. 3", "file": "berkas 1.docx"}


def fingerprint(before: dict[str, str], after: dict[str, str]) -> list[str]:
    [cell] = linked(before, after)[0].links["fingerprint"]
    return str(cell).split("/")


@pytest.mark.parametrize(
    ("cells", "same"),
    [
        ({"action": "Melatih  KURATOR daerah."}, True),
        ({"end": "2017-12-31", "owners": "Dinas Pendidikan Bali"}, True),
        ({"action": "Melatih kurator pusat"}, False),
        ({"output": "30 kurator"}, False),
    ],
)
def test_only_another_text_changes_it_and_only_on_its_side(cells: dict[str, str], same: bool) -> None:
    before, after = fingerprint(GUIDE, NEXT)
    assert before != after
    assert fingerprint(GUIDE, NEXT | cells) == [before, after] if same else fingerprint(GUIDE, NEXT | cells)[1] != after
    assert fingerprint(GUIDE, NEXT | cells)[0] == before
