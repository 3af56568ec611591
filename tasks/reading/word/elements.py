"""Small questions asked of WordprocessingML elements."""

from lxml import etree

from tasks.reading.ooxml.names import ALTERNATE, CONTROL, CONTROL_CONTENT, MC, VAL, W

_OFF = frozenset({"0", "false", "off", "none"})


def on(element: etree._Element | None) -> bool:
    """Whether a switch such as <w:b/> is there and not turned off."""
    return element is not None and element.get(VAL, "1").lower() not in _OFF


def value(parent: etree._Element | None, name: str) -> str | None:
    """The w:val of the child with this local name; None if there is no such child."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(VAL)


def contents(element: etree._Element) -> etree._Element:
    """What stands for a wrapper: the branch of an alternate content, the content of a control, or itself."""
    if element.tag == ALTERNATE:
        return branch(element)
    if element.tag == CONTROL:
        inner = element.find(CONTROL_CONTENT)
        return element if inner is None else inner
    return element


def branch(alternate: etree._Element) -> etree._Element:
    """The one branch of an mc:AlternateContent to read: the first choice that holds text, else the fallback."""
    fallback = alternate.find(MC + "Fallback")
    for choice in alternate.iterfind(MC + "Choice"):
        if fallback is None or next(choice.iter(W + "t", W + "sym"), None) is not None:
            return choice
    return alternate if fallback is None else fallback


def shows_placeholder(control: etree._Element) -> bool:
    """Whether a content control still shows its prompt ("Click here to enter text") instead of contents."""
    properties = control.find(W + "sdtPr")
    return properties is not None and on(properties.find(W + "showingPlcHdr"))
