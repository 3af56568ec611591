"""Charts: words as paragraphs, data as a table."""

import datetime
import io
from typing import Any

import pptx.chart.data
from pptx.enum.chart import XL_CHART_TYPE

from tasks.model.blocks import Block, Table
from tests.reading.packages import drawn
from tests.reading.powerpoint.decks import NAMES, contents, deck, frame, related, slide, texts

MAKE: Any = pptx.chart.data  # it has no types
CHART = frame('<c:chart r:id="c1"/>')


def charted(data: Any, kind: XL_CHART_TYPE) -> tuple[Block, ...]:
    show = pptx.Presentation()
    shapes = show.slides.add_slide(show.slide_layouts[6]).shapes
    chart = shapes.add_chart(kind, 0, 0, 914400, 914400, data).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Judul"
    out = io.BytesIO()
    show.save(out)
    return contents(out.getvalue()).blocks


def grid(blocks: tuple[Block, ...]) -> list[list[str]]:
    (found,) = [block for block in blocks if isinstance(block, Table)]
    return drawn(found)


def test_categories_and_series() -> None:
    data = MAKE.CategoryChartData(number_format="0%")
    data.categories = ["Aceh", "Bali"]
    data.add_series("2018", (0.25, None))
    data.add_series("2019", (0.5, 1))
    found = charted(data, XL_CHART_TYPE.COLUMN_CLUSTERED)
    assert grid(found) == [["", "2018", "2019"], ["Aceh", "25%", "50%"], ["Bali", "", "100%"]]
    assert [block.locator for block in found] == ["slide 1, chart 1", "slide 1, chart 1, row 1"]
    assert texts(found) == ["Judul"]


def test_names_in_two_levels_cover_those_below_them() -> None:
    data = MAKE.CategoryChartData()
    centre, regions = data.add_category("Pusat"), data.add_category("Daerah")
    centre.add_sub_category("A")
    centre.add_sub_category("B")
    regions.add_sub_category("C")
    data.add_series("N", (1, 2, 3))
    found = grid(charted(data, XL_CHART_TYPE.BAR_CLUSTERED))
    assert found == [["", "", "N"], ["Pusat", "A", "1"], ["^", "B", "2"], ["Daerah", "C", "3"]]


def test_series_with_their_own_categories() -> None:
    data = MAKE.XyChartData()
    for name, x in (("P", 1), ("Q", 7)):
        data.add_series(name).add_data_point(x, x + 1)
    assert grid(charted(data, XL_CHART_TYPE.XY_SCATTER)) == [["", "P", "", "Q"], ["1", "2", "7", "8"]]


def test_bubbles_have_a_size() -> None:
    data = MAKE.BubbleChartData()
    data.add_series("B").add_data_point(1, 2, 10)
    assert grid(charted(data, XL_CHART_TYPE.BUBBLE)) == [["", "B", ""], ["1", "2", "10"]]


def test_dates_are_dates() -> None:
    data = MAKE.CategoryChartData()
    data.categories = [datetime.date(2019, 4, 1)]
    data.add_series("D", (3,))
    (found,) = [b for b in charted(data, XL_CHART_TYPE.LINE) if isinstance(b, Table)]
    assert found.cells[2].value in (datetime.date(2019, 4, 1), datetime.datetime(2019, 4, 1))  # noqa: DTZ001


def chart(inner: str, **parts: str) -> tuple[Block, ...]:
    xml = f"<c:chartSpace {NAMES}><c:chart><c:plotArea>{inner}</c:plotArea></c:chart></c:chartSpace>"
    data = deck(slide(CHART), links=(("c1", "chart", "../charts/chart1.xml"),), charts__chart1=xml, **parts)
    return contents(data).blocks


def values(text: str) -> str:
    return f'<c:numLit><c:pt idx="0"><c:v>{text}</c:v></c:pt></c:numLit>'


def test_labels_names_of_trends_and_titles_from_cells_are_words_of_the_chart() -> None:
    cached = "<c:strCache><c:pt idx='0'><c:v>Judul</c:v></c:pt></c:strCache>"
    title = f"<c:title><c:tx><c:strRef><c:f>A1</c:f>{cached}</c:strRef></c:tx></c:title>"
    rich = "<a:p><a:r><a:t>label</a:t></a:r><a:fld type='VALUE'><a:t>[VALUE]</a:t></a:fld></a:p>"
    label = f"<c:dLbls><c:dLbl><c:tx><c:rich>{rich}</c:rich></c:tx></c:dLbl></c:dLbls>"
    trend = "<c:trendline><c:name>tren</c:name></c:trendline>"
    bars = f"<c:errBars><c:plus>{values('5')}</c:plus></c:errBars>"
    found = chart(f"{title}<c:ser>{label}{trend}{bars}<c:val>{values('3')}</c:val></c:ser>")
    assert sorted(texts(found)) == ["Judul", "label", "tren"]
    assert {block.locator for block in found if block.kind != "table"} == {"slide 1, chart 1"}
    assert grid(found) == [[""], ["3"]]


def test_a_series_that_was_filtered_out_is_hidden() -> None:
    ser = f"<c:tx><c:v>lama</c:v></c:tx><c:val>{values('3')}</c:val>"
    found = chart(f'<c:extLst><c:ext><c15:ser xmlns:c15="urn:c15">{ser}</c15:ser></c:ext></c:extLst>')
    (shown,) = [block for block in found if isinstance(block, Table)]
    assert [(cell.text, cell.hidden) for cell in shown.cells] == [("lama", True), ("3", True)]


def test_broken_numbers_and_places_stay_words() -> None:
    assert grid(chart(f"<c:ser><c:val>{values('#N/A')}</c:val></c:ser>")) == [[""], ["#N/A"]]
    far = f"<c:ser><c:val>{values('nan').replace('0', '4000000000')}</c:val></c:ser>"
    assert grid(chart(far)) == [[""], ["nan"]]


def test_text_boxes_on_a_chart_belong_to_it() -> None:
    xml = f'<c:chartSpace {NAMES}><c:chart/><c:userShapes r:id="d1"/></c:chartSpace>'
    boxed = f"<c:userShapes {NAMES}><x><a:p><a:r><a:t>catatan</a:t></a:r></a:p></x></c:userShapes>"
    rels = related(("d1", "chartUserShapes", "../drawings/d.xml"))
    links = (("c1", "chart", "../charts/chart1.xml"),)
    data = deck(slide(CHART), links=links, charts__chart1=xml, charts__chart1_rels=rels, drawings__d=boxed)
    assert texts(contents(data).blocks) == ["catatan"]


def test_newer_charts() -> None:
    cx = "http://schemas.microsoft.com/office/drawing/2014/chartex"
    names = '<cx:lvl><cx:pt idx="0">Usul</cx:pt><cx:pt idx="1">Setuju</cx:pt></cx:lvl>'
    numbers = '<cx:lvl formatCode="General"><cx:pt idx="0">9</cx:pt><cx:pt idx="1">4</cx:pt></cx:lvl>'
    text = "<cx:tx><cx:txData><cx:v>{}</cx:v></cx:txData></cx:tx>"
    xml = (
        f'<cx:chartSpace xmlns:cx="{cx}"><cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:f>A1</cx:f>{names}'
        f'</cx:strDim><cx:numDim type="val">{numbers}</cx:numDim></cx:data></cx:chartData><cx:chart><cx:title>'
        f"{text.format('Corong')}</cx:title><cx:plotArea><cx:plotAreaRegion><cx:series>{text.format('Jumlah')}"
        '<cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>'
    )
    newer = frame(f'<cx:chart xmlns:cx="{cx}" r:id="c1"/>')
    shape = (
        f'<mc:AlternateContent><mc:Choice Requires="cx1">{newer}</mc:Choice><mc:Fallback><p:sp><p:txBody><a:p><a:r>'
        "<a:t>tidak tersedia</a:t></a:r></a:p></p:txBody></p:sp></mc:Fallback></mc:AlternateContent>"
    )
    links = (("c1", "chartEx", "../charts/chartEx1.xml"),)
    found = contents(deck(slide(shape), links=links, charts__chartEx1=xml)).blocks
    assert grid(found) == [["", "Jumlah"], ["Usul", "9"], ["Setuju", "4"]]
    assert texts(found) == ["Corong"]
