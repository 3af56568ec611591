"""Pictures drawn in a process beside this one while documents are written: who draws lets no other thread work.

The process is a plain child that imports the drawing alone, so it starts in a tenth of a second; whatever happens to
it, the picture is then drawn here. The bytes are the same either way.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import IO, Final

from tasks.model.shelf import Shelf, key_of
from tasks.rendering.word import raster
from tasks.rendering.word.drawing import Image

Draw = Callable[[str, float], bytes]
"""The PNG of an SVG with so many dots a point."""

_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from tasks.rendering.word.raster import serve; serve()"
)


class Artist:
    """Draws what is asked for ahead; use it in a `with` statement. Without any picture no process is started.

    What lies on the shelf already is not drawn again.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        self.shelf: Shelf = {} if shelf is None else shelf
        self._thread = ThreadPoolExecutor(1)
        self._begun: dict[tuple[str, float], Future[bytes]] = {}
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Artist":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leaves what has not been begun, and ends the process."""
        self._thread.shutdown(cancel_futures=True)
        if self._child is not None:
            _end(self._child)

    def ahead(self, images: Iterable[Image]) -> None:
        """Begin to draw pictures that will be asked for, in their order."""
        for image in images:
            asked = (image.svg, image.zoom)
            if asked not in self._begun:
                self._begun[asked] = self._thread.submit(self._drawn, *asked)

    def png(self, svg: str, zoom: float) -> bytes:
        """The PNG of an SVG, waited for if it was begun. Raises ValueError for what is no SVG."""
        begun = self._begun.pop((svg, zoom), None)
        return raster.png(svg, zoom) if begun is None else begun.result()

    def _drawn(self, svg: str, zoom: float) -> bytes:
        key = key_of("picture", (svg, str(zoom)))
        data = self.shelf.get(key)
        if data is None:
            data = self.shelf[key] = self._drawn_now(svg, zoom)
        return data

    def _drawn_now(self, svg: str, zoom: float) -> bytes:
        with suppress(OSError):
            self._child = self._child or _started()
            if data := _asked(self._child, svg, zoom):
                return data
        return raster.png(svg, zoom)


def _started() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603  our own interpreter and our own words
        [sys.executable, "-c", _START, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _asked(child: "subprocess.Popen[bytes]", svg: str, zoom: float) -> bytes:
    """What the process draws; empty if it could not, or is gone. Raises OSError if it cannot be reached."""
    pipe = _pipe(child.stdin)
    pipe.write(json.dumps([svg, zoom]).encode("ascii") + b"\n")
    pipe.flush()
    return raster.received(_pipe(child.stdout))


def _end(child: "subprocess.Popen[bytes]") -> None:
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):
            _pipe(pipe).close()
    child.kill()
    child.wait()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OSError("no pipe")
    return pipe
