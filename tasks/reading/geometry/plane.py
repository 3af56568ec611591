"""Boxes, and maps between the coordinates of a page and of what stands on it."""

from typing import Final, NamedTuple


class Box(NamedTuple):
    """An upright rectangle; `top` grows downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Transform(NamedTuple):
    """An affine map from coordinates inside something to those around it: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "Transform") -> "Transform":
        """This transform of what `first` gives."""
        e, f = self.point(first.e, first.f)
        return Transform(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )

    def box(self, box: Box) -> Box:
        """The upright box around a transformed box."""
        corners = [self.point(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        across, down = zip(*corners, strict=True)
        return Box(min(across), min(down), max(across), max(down))


NO_TRANSFORM: Final = Transform()
NO_BOX: Final = Box(0, 0, 0, 0)


def around(boxes: list[Box]) -> Box:
    """The box around boxes."""
    if not boxes:
        return NO_BOX
    return Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )
