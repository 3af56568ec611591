"""Old form fields of Word: what they show stands in no run of text."""

from lxml import etree

from tasks.reading.ooxml.names import VAL, W
from tasks.reading.word.elements import on, value
from tasks.reading.xml import number


def form_value(form: etree._Element | None) -> str:
    """What an old form field shows that stands in no run: its ticked box or the chosen entry of its list."""
    if form is None:
        return ""
    box = form.find(W + "checkBox")
    if box is not None:
        checked = box.find(W + "checked")
        return "☒" if on(box.find(W + "default") if checked is None else checked) else "☐"
    choices = form.find(W + "ddList")
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.iterfind(W + "listEntry")]
    chosen = number(value(choices, "result") or value(choices, "default"))
    return entries[chosen] if 0 <= chosen < len(entries) else ""
