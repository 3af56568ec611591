"""How the levels of government look: a colour and, for eyes that tell none apart, a short name in letters."""

from dataclasses import dataclass

from tasks.model.values import Level

RED = "#C00000"
GREY = "#595959"
RULE = "#B9C2CF"
PALE = "#F4F6F9"
NAVY = "#1F3864"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a level: full, and pale behind words."""

    full: str
    pale: str


_LOOKS = {
    Level.CENTRAL: Look("#1F3864", "#E6ECF6"),
    Level.CENTRAL_UNIT: Look("#2B7BB9", "#E2F0FA"),
    Level.PROVINCE: Look("#2F7D5B", "#E4F2EA"),
    Level.DISTRICT: Look("#A8701A", "#FBF0DC"),
    Level.SCHOOL: Look("#6B4E9B", "#EEE9F7"),
    Level.OTHER: Look("#6B6B6B", "#EFEFEF"),
}


def level_of(code: str) -> Level:
    """The level that a code names; what names none is "other"."""
    return Level(code) if code in set(Level) else Level.OTHER


def look(code: str) -> Look:
    """The colours of a level."""
    return _LOOKS[level_of(code)]


def ink_on(colour: str, share: float) -> str:
    """Black or white, whichever is read more easily on so much of a colour on white (WCAG 2, contrast ratio)."""
    parts = [255 - share * (255 - int(colour[n : n + 2], 16)) for n in (1, 3, 5)]
    linear = [(c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in parts]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if (light + 0.05) / 0.05 > 1.05 / (light + 0.05) else "#FFFFFF"
