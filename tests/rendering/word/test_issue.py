"""What a document carries so that it can come back: a mark that follows from its words, and enforced tracking."""

from lxml import etree

from tasks.model.mark import PROPERTY, Kind, Mark, mark_in, plan_code, version_code
from tasks.rendering.catalogue import load
from tasks.rendering.group_sheets import group_sheets
from tasks.rendering.render import TEMPLATES, template_bytes
from tasks.rendering.word import issue, ooxml, package
from tasks.rendering.word.ooxml import w
from tests.rendering.plans import item, plan, plan_file, record

ITEM = item("A.1")
SOURCES = [{"file": "K1/Matriks.docx", "group": "K1", "status": "read", "blocks": "30", "records": "1"}]
SETTINGS = ooxml.parse(
    f'<w:settings xmlns:w="{ooxml.W_NS}"><w:zoom w:percent="100"/><w:mailMerge/><w:trackRevisions/>'
    '<w:documentProtection w:edit="readOnly"/><w:defaultTabStop w:val="720"/></w:settings>'.encode()
)


def parts(action: str = "Menyusun pedoman", owner: str = "Pustekkom") -> dict[str, bytes]:
    row = ITEM | {"action": action, "owners": owner}
    return package.read(plan_file(plan([row], [record("A.1")])))


def mark_of(made: dict[str, bytes]) -> Mark:
    found = mark_in(made[issue.PART].decode())
    assert found is not None
    return found


def test_the_mark_stands_in_the_properties_and_in_every_footer() -> None:
    made = parts()
    mark = mark_of(made)
    assert mark.kind == Kind.PLAN
    assert f'name="{PROPERTY}"' in made[issue.PART].decode()
    footers = [part for name, part in made.items() if name.startswith("word/footer")]
    assert len(footers) >= 2
    assert all(str(mark) in ooxml.text_of(ooxml.parse(footer)) for footer in footers)


def test_the_same_words_have_the_same_mark_and_others_another_of_the_same_plan() -> None:
    first, same, other = mark_of(parts()), mark_of(parts()), mark_of(parts(owner="LPMP Bali"))
    assert first == same
    assert first.plan == other.plan
    assert first.version != other.version


def test_a_group_sheet_has_a_mark_of_its_own() -> None:
    speak = load("id")
    template = template_bytes(TEMPLATES, "id", "lembar-kelompok.docx")
    marks = [
        mark_of(package.read(data))
        for _, data in group_sheets(plan([ITEM], [record("A.1")], sources=SOURCES), speak, template)
    ]
    assert marks
    assert {mark.kind for mark in marks} == {Kind.GROUP}


def test_changes_are_tracked_whoever_makes_them() -> None:
    settings = ooxml.parse(parts()["word/settings.xml"])
    names = [etree.QName(child).localname for child in settings]
    assert names.index("zoom") < names.index("trackRevisions") < names.index("defaultTabStop")
    protection = settings.find(w("documentProtection"))
    assert protection is not None
    assert (protection.get(w("edit")), protection.get(w("enforcement"))) == ("trackedChanges", "1")


def test_a_template_that_protects_itself_otherwise_is_overruled_and_the_order_of_settings_kept() -> None:
    kinds = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    relations = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    fixed = {
        "word/settings.xml": ooxml.serialise(SETTINGS), "[Content_Types].xml": kinds, "_rels/.rels": relations,
    }  # fmt: skip
    once = issue.prepared(fixed)
    names = [etree.QName(child).localname for child in ooxml.parse(once["word/settings.xml"])]
    assert names == ["zoom", "mailMerge", "trackRevisions", "documentProtection", "defaultTabStop"]
    assert issue.prepared(once) == once


def test_a_mark_is_found_in_running_text_and_nothing_else_is() -> None:
    mark = Mark(plan_code("Rapat"), version_code(["a"]), Kind.EXTRACT)
    assert mark_in(f"Halaman 3 dari 4 {mark} dan seterusnya") == mark
    assert mark_in(f"{mark}X RJ-1-2-G RJ-000000-00000000-Z") is None
