"""Comments on slides, of older and newer versions."""

from tasks.model.blocks import Note
from tests.reading.powerpoint.decks import NAMES, contents, deck, p, related, slide, sp, with_parts

NEW = "http://schemas.microsoft.com/office/powerpoint/2018/8/main"
LINKS = (("k1", "comments", "../comments/c1.xml"),)


def notes(xml: str) -> list[Note]:
    shapes = sp(p("Rencana aksi") + p("pusat"), named='id="4" name=""')
    authors = f'<k:authorLst xmlns:k="{NEW}"><k:author id="{{A}}" name="Pak Budi"/></k:authorLst>'
    rels = related(
        ("s1", "slide", "slides/slide1.xml"),
        ("a", "commentAuthors", "commentAuthors.xml"),
        ("b", "authors", "authors.xml"),
    )
    data = with_parts(deck(slide(shapes), links=LINKS, comments__c1=xml, authors=authors), presentation_rels=rels)
    return [block for block in contents(data).blocks if isinstance(block, Note)]


def test_older_comments_and_their_answers() -> None:
    answer = (
        '<p:extLst><p:ext><p15:threadingInfo xmlns:p15="urn:p15"><p15:parentCm authorId="3" idx="1"/>'
        "</p15:threadingInfo></p:ext></p:extLst>"
    )
    xml = (
        f'<p:cmLst {NAMES}><p:cm authorId="3" dt="2017-02-09T10:00:00" idx="1"><p:pos x="1" y="1"/>'
        '<p:text>Siapa PJ?</p:text></p:cm><p:cm authorId="9" idx="1">'
        f"<p:text>Pustekkom</p:text>{answer}</p:cm></p:cmLst>"
    )
    first, second = notes(xml)
    assert (first.locator, first.note, first.text) == ("slide 1, comment 1", "comment", "Siapa PJ?")
    assert (first.author, first.date, first.id) == ("Ibu Sari", "2017-02-09T10:00:00", "3-1")
    assert (second.locator, second.author, second.reply_to) == ("slide 1, comment 2", "", "3-1")


def thread(marks: str, status: str = "active") -> list[Note]:
    body = "<k:txBody><a:bodyPr/>{}</k:txBody>".format
    return notes(
        f'<k:cmLst xmlns:k="{NEW}" {NAMES}><k:cm id="{{1}}" authorId="{{A}}" created="2022-01-02T03:04:05" '
        f'status="{status}">{marks}<k:replyLst><k:reply id="{{2}}" authorId="{{A}}" created="2022-01-03T00:00:00">'
        f"{body(p('sudah'))}</k:reply></k:replyLst>{body(p('mohon') + p('diubah'))}</k:cm></k:cmLst>"
    )


def test_newer_comments_and_their_answers() -> None:
    first, reply = thread("", "resolved")
    assert (first.locator, first.text, first.author) == ("slide 1, comment 1", "mohon\ndiubah", "Pak Budi")
    assert (first.date, first.resolved, first.anchor) == ("2022-01-02T03:04:05", True, "")
    assert (reply.locator, reply.text, reply.reply_to) == ("slide 1, comment 2", "sudah", first.id)


def test_a_comment_knows_the_words_it_is_about() -> None:
    marks = '<x:m xmlns:x="urn:x"><x:spMk id="4"/>{}</x:m>'.format
    assert thread(marks(""))[0].anchor == "Rencana aksi\npusat"
    assert thread(marks('<x:txMk cp="8" len="4"/>'))[0].anchor == "aksi"
    assert thread(marks('<x:txMk cp="-5" len="x"/>'))[0].anchor == ""
