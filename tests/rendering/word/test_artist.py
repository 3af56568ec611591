"""Pictures drawn beside: the same bytes as here, whatever becomes of the process that draws."""

import sys

import pytest

from tasks.rendering.word import artist as room
from tasks.rendering.word.artist import Artist
from tasks.rendering.word.drawing import Image
from tasks.rendering.word.raster import png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="9"><text x="1" y="8">é</text></svg>'
IMAGES = [Image(SVG.format(width), width, 9, "", 2.0) for width in (20, 30, 40)]


def test_what_is_drawn_beside_is_what_is_drawn_here() -> None:
    with Artist() as artist:
        artist.ahead([*IMAGES, IMAGES[0]])
        drawn = [artist.png(image.svg, image.zoom) for image in reversed(IMAGES)]
    assert drawn == [png(image.svg, image.zoom) for image in reversed(IMAGES)]


def test_what_was_not_begun_is_drawn_too() -> None:
    with Artist() as artist:
        assert artist.png(IMAGES[0].svg, 1.0) == png(IMAGES[0].svg, 1.0)


def test_a_process_that_is_gone_costs_time_alone() -> None:
    with Artist() as artist:
        artist.ahead(IMAGES[:1])
        artist.png(IMAGES[0].svg, 2.0)
        assert artist._child is not None
        artist._child.kill()
        artist._child.wait()
        artist.ahead(IMAGES[1:])
        assert [artist.png(i.svg, i.zoom) for i in IMAGES[1:]] == [png(i.svg, i.zoom) for i in IMAGES[1:]]


@pytest.mark.parametrize("start", ["raise SystemExit(1)", "print('no frame')"])
def test_a_process_that_does_not_draw_costs_time_alone(monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.setattr(room, "_START", start)
    with Artist() as artist:
        artist.ahead(IMAGES[:1])
        assert artist.png(IMAGES[0].svg, 2.0) == png(IMAGES[0].svg, 2.0)


def test_no_program_to_start_costs_time_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Artist() as artist:
        artist.ahead(IMAGES[:1])
        assert artist.png(IMAGES[0].svg, 2.0) == png(IMAGES[0].svg, 2.0)


def test_what_is_no_svg_is_told_when_it_is_asked_for() -> None:
    with Artist() as artist:
        artist.ahead([Image("<svg", 1, 1, "", 1.0)])
        with pytest.raises(ValueError):
            artist.png("<svg", 1.0)


def test_without_pictures_nothing_is_started() -> None:
    with Artist() as artist:
        artist.ahead([])
        assert artist._child is None
