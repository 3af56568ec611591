"""The page as its readers use it, in a real browser. Every test fails on an error in the console or on any request."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tasks.model.plan import Plan
from tasks.model.values import parts
from tests.rendering.page.browsers import DESK, PHONE
from tests.rendering.page.conftest import Open
from tests.rendering.page.meetings import HOSTILE, hostile, rich
from tests.rendering.plans import item, link, plan

PARTS = ("summary", "items", "timeline", "links", "decide")
LONG = "x" * 300


def shown(page: Page) -> list[str]:
    """The codes of the items in the list that are visible."""
    return [str(row.get_attribute("id")) for row in page.locator(".item:visible").all()]


def codes(what: Plan) -> list[str]:
    return [str(code) for code in what.items["item_id"]]


def marked(page: Page, wanted: int) -> set[str]:
    """The words that stand out in the page, folded, as soon as so many places do."""
    for _ in range(100):
        words: list[str] = page.evaluate("[...(CSS.highlights.get('found') ?? [])].map(String).map(fold)")
        if len(words) == wanted:
            break
        page.wait_for_timeout(50)
    assert len(words) == wanted
    return set(words)


def visit(page: Page, part: str) -> None:
    """Follow a link to a part of the page."""
    page.evaluate("(part) => { location.hash = part; }", part)
    name = part.partition("/")[0]
    expect(page.locator(f"#h-{name}" if name in PARTS else f"#{name}")).to_be_visible()


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_part_opens_by_its_address(show: Open, language: str) -> None:
    for part in PARTS:
        page = show(rich(2), part, PHONE if language == "en" else DESK, language)
        expect(page.locator(f"#h-{part}")).to_be_visible()
        expect(page.locator("nav [aria-current]")).to_have_attribute("href", f"#{part}")
        assert page.locator("main > section:visible").count() == (2 if part == "summary" else 1)
        assert page.evaluate("scrollY") == 0


def test_a_phone_never_scrolls_sideways(show: Open) -> None:
    what = rich()
    what.items.loc[1, ["action", "output", "owners", "regions", "programme"]] = LONG
    page = show(what, "", PHONE)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for part in (*PARTS, "RK-B2", "links/RK-B2"):
        visit(page, part)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0], part


def test_a_finger_hits_what_it_aims_at(show: Open) -> None:
    page = show(rich(), "", PHONE)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for part in (*PARTS, "links/RK-B2"):
        visit(page, part)
        small = page.evaluate(
            """[...document.querySelectorAll("a, button, input, select, summary")]
            .filter((one) => one.checkVisibility() && !one.matches(".skip"))
            .map((one) => [one.outerHTML.slice(0, 80), Math.round(one.getBoundingClientRect().height)])
            .filter(([, height]) => height < 40)"""
        )
        assert small == [], part


def test_search_folds_case_and_accents_and_wants_every_word(show: Open) -> None:
    page = show(rich(), "items")
    searches = {
        "CAFE guru a.1": ["RK-A1", "RK-A10", "RK-A11", "RK-A12"],
        "lambat jaringan": ["RK-A5", "RK-B5"],
        "tidak-ada-di-mana-pun": [],
    }
    for words, expected in searches.items():
        page.get_by_label("Cari", exact=True).fill(words)
        expect(page.locator(".item:visible")).to_have_count(len(expected))
        assert shown(page) == expected
    page.get_by_role("button", name="Hapus saringan").click()
    expect(page.locator(".item:visible")).to_have_count(24)


@pytest.mark.parametrize("institution", ["Pustekkom", "Dinas Pendidikan Kota Padang"])
def test_an_institution_sees_exactly_its_items(show: Open, institution: str) -> None:
    what = rich()
    page = show(what, "items")
    option = page.locator("#f-institution option", has_text=institution).get_attribute("value")
    page.get_by_label("Instansi").select_option(option)
    rows = what.items.to_dict("records")
    own = [r["item_id"] for r in rows if institution in parts(r["owners"]) + parts(r["supporters"])]
    expect(page.locator("#count")).to_have_text(f"{len(own)} dari 24 kegiatan")
    expect(page.locator(".item:visible")).to_have_count(len(own))
    assert shown(page) == own


def test_what_was_searched_for_stands_out(show: Open) -> None:
    page = show(rich(), "items")
    page.get_by_label("Cari", exact=True).fill("cafe")
    assert marked(page, 24) == {"cafe"}
    page.get_by_label("Cari", exact=True).fill("")
    assert marked(page, 0) == set()


def test_filters_reach_list_and_timeline(show: Open) -> None:
    page = show(rich(), "items")
    choices = {
        "Tingkat": ("Provinsi (8)", 8),
        "Wilayah": ("Bali (8)", 8),
        "Program": ("Program A (12)", 12),
        "Kelompok kerja": ("K2 – Infrastruktur (12)", 12),
        "Status": ("Jadwal mustahil (1)", 1),
    }
    for label, (choice, expected) in choices.items():
        visit(page, "items")
        page.get_by_label(label, exact=True).select_option(label=choice)
        expect(page.locator(".item:visible")).to_have_count(expected)
        visit(page, "timeline")
        expect(page.locator(".chart li:visible")).to_have_count(expected)
        page.get_by_role("button", name="Hapus saringan").click()


def test_a_figure_leads_to_its_items(show: Open) -> None:
    page = show(rich())
    page.locator(".figures a[data-status='0']").click()
    expect(page.locator("#count")).to_have_text("2 dari 24 kegiatan")


def test_a_prerequisite_is_one_step_away_even_if_it_was_filtered_out(show: Open) -> None:
    page = show(rich(60), "items")
    page.get_by_label("Program", exact=True).select_option(label="Program B (60)")
    expect(page.locator(".item:visible")).to_have_count(60)
    page.locator("#RK-B55 .waits a").click()
    target = page.locator("#RK-A55")
    expect(target).to_be_in_viewport()
    expect(target).to_be_focused()
    expect(target.locator("details")).to_have_attribute("open", "")
    page.go_back()
    expect(page.locator("#h-items")).to_be_visible()


def test_a_matter_opens_from_its_item(show: Open) -> None:
    page = show(rich(), "RK-A3")
    page.locator("#RK-A3 dd a[href^='#m']").click()
    expect(page.locator("#decide, [data-name='decide']")).to_be_visible()
    expect(page.locator("li.here")).to_be_in_viewport()


def test_the_graph_stands_in_lanes_and_boxes_lead_on(show: Open) -> None:
    page = show(rich(), "links/RK-B1")
    boxes = page.locator(".box")
    expect(boxes).to_have_count(2)
    expect(page.locator("#graph path.edge.critical")).to_have_count(1)
    upper, lower = (boxes.nth(n).bounding_box() for n in (0, 1))
    assert upper
    assert lower
    assert upper["y"] + upper["height"] < lower["y"]
    assert page.locator(".lanes span:visible").all_inner_texts() == ["Pusat", "Provinsi", "Kabupaten/Kota"]
    page.get_by_role("link", name="Buka rincian: B.1").click()
    expect(page.locator("#RK-B1")).to_be_focused()


def test_a_ring_of_dependencies_is_drawn(show: Open) -> None:
    what = plan([item("A.1"), item("A.2")], [], [link("A.1", "A.2"), link("A.2", "A.1")])
    page = show(what, "links")
    expect(page.locator(".box")).to_have_count(2)
    expect(page.locator("#graph path.edge.ring")).to_have_count(1)


def test_hostile_texts_are_shown_as_they_are(show: Open) -> None:
    page = show(hostile())
    for part in PARTS:
        visit(page, part)
        assert page.title().endswith(HOSTILE)
        assert page.locator("img").count() == 0
    assert page.locator("#RK-A1 .action").text_content() == HOSTILE


def test_hostile_texts_are_found_and_drawn(show: Open) -> None:
    page = show(hostile(), "links")
    expect(page.locator(".box")).to_have_count(2)
    page.locator("nav a[href='#items']").click()
    page.get_by_label("Cari", exact=True).fill("<img ONERROR {{ 7*7")
    expect(page.locator(".item:visible")).to_have_count(1)


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_without_script_the_whole_list_can_be_read(show: Open, size: tuple[int, int]) -> None:
    what = rich()
    page = show(what, "", size, script=False)
    assert shown(page) == codes(what)
    assert page.locator("main > section:visible").count() == 6
    expect(page.locator("form")).to_be_hidden()
    page.locator("#RK-A5 summary").click()
    expect(page.locator("#RK-A5 dl")).to_contain_text("Jaringan lambat")


def test_the_keyboard_reaches_parts_search_and_filters_in_order(show: Open) -> None:
    page = show(rich(), "items")
    page.locator(".skip").focus()
    reached = []
    for _ in range(14):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.hash"))
    tabs = [f"#{part}" for part in PARTS]
    filters = [f"f-{name}" for name in ("institution", "level", "region", "programme", "group", "status")]
    assert [one for one in reached if one in {*tabs, "query", *filters}] == [*tabs, "query", *filters]


def test_headings_and_landmarks_are_in_order(show: Open) -> None:
    page = show(rich())
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map((one) => Number(one.localName[1]))")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1


def test_the_list_is_a_table_for_those_who_hear_it(show: Open) -> None:
    page = show(rich(), "items", PHONE)
    table = page.get_by_role("table", name="Kegiatan")
    expect(table.get_by_role("columnheader")).to_have_count(6)
    expect(table.get_by_role("rowheader", name="A.1", exact=True)).to_have_count(1)


def test_an_empty_plan_opens(show: Open) -> None:
    page = show(plan())
    for part in PARTS:
        visit(page, part)


def test_a_graph_of_many_shows_the_nearest_and_says_so(show: Open) -> None:
    numbers = [f"A.{n}" for n in range(1, 62)]
    what = plan([item(number) for number in numbers], [], [link("A.1", number) for number in numbers[1:]])
    page = show(what, "links")
    expect(page.locator(".box")).to_have_count(40)
    expect(page.locator(".box").first).to_have_attribute("aria-current", "true")
    expect(page.locator("#chain-note")).to_contain_text("40 dari 61 kegiatan")


def test_lines_never_run_behind_a_box(show: Open) -> None:
    more = [link("A.1", f"B.{n}") for n in range(2, 7)] + [link("A.1", "A.6"), link("A.6", "B.5"), link("B.5", "B.6")]
    for size in (DESK, PHONE):
        page = show(rich(6, more), "links/RK-A1", size)
        assert page.locator(".box").count() > 6
        crossed = page.evaluate(
            """[...document.querySelectorAll("#graph path")].flatMap((path) => {
                const frame = GRAPH.getBoundingClientRect();
                const steps = [...Array(200).keys()].map((n) => path.getPointAtLength(path.getTotalLength() * n / 200));
                return [...document.querySelectorAll(".box")].filter((box) => {
                    const edge = box.getBoundingClientRect();
                    return steps.some(({ x, y }) => x + frame.left > edge.left + 2 && x + frame.left < edge.right - 2
                        && y + frame.top > edge.top + 2 && y + frame.top < edge.bottom - 2);
                }).map((box) => `${path.dataset.ends} behind ${box.dataset.place}`);
            })"""
        )
        assert crossed == []


def test_what_is_printed_is_the_part_that_is_shown(show: Open) -> None:
    page = show(rich(), "items")
    page.get_by_label("Program", exact=True).select_option(label="Program B (12)")
    expect(page.locator(".item:visible")).to_have_count(12)
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.locator("form")).to_be_hidden()
    assert shown(page) == [f"RK-B{n}" for n in range(1, 13)]
