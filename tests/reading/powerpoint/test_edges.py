"""Date, footer and number of the slide."""

from tasks.model.blocks import Note
from tests.reading.powerpoint.decks import read, sp

FOOTER, NUMBER, DATE = ('<p:ph type="{}"/>'.format(kind) for kind in ("ftr", "sldNum", "dt"))  # noqa: UP032


def words(text: str, field: str = "") -> str:
    run = f"<a:r><a:t>{text}</a:t></a:r>" if text else ""
    return f"<a:p>{run}{field}</a:p>"


def number(shown: str) -> str:
    return f'<a:fld type="slidenum"><a:rPr/><a:t>{shown}</a:t></a:fld>'


def told(*slides: str) -> list[tuple[str, str]]:
    found = read(*slides)
    assert all(isinstance(block, Note) and block.note == "footer" for block in found)
    return [(block.locator, block.text) for block in found if isinstance(block, Note)]


def test_a_footer_is_told_once() -> None:
    same = sp(words("Rakor 2017"), holder=FOOTER)
    assert told(same, same, sp(words("Rakor 2018"), holder=FOOTER)) == [
        ("slide 1, footer", "Rakor 2017"),
        ("slide 3, footer", "Rakor 2018"),
    ]


def test_the_number_of_the_slide_is_known_already() -> None:
    assert told(sp(words("", number("1")), holder=NUMBER), sp(words("", number("‹#›")), holder=NUMBER)) == []


def test_a_box_of_its_own_with_the_number_stands_at_the_edge() -> None:
    assert told(sp(words("", number("&lt;number&gt;")))) == []


def test_words_beside_the_number_are_told_once() -> None:
    assert told(*(sp(words("Halaman ", number(n)), holder=NUMBER) for n in "12")) == [("slide 1, footer", "Halaman 1")]


def test_date_and_footer_of_a_slide_are_one_note() -> None:
    date = sp(words("", '<a:fld type="datetime1"><a:t>9/2/2017</a:t></a:fld>'), holder=DATE)
    assert told(date + sp(words("Depok"), holder=FOOTER)) == [("slide 1, footer", "9/2/2017\nDepok")]
