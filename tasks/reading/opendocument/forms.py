"""What form fields show that stands in no text: ticked boxes, chosen entries, typed values."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from tasks.reading.opendocument.names import EXTENDED, FIELD, FORM, XML_ID

_TICKED: Final = "☒"
_UNTICKED: Final = "☐"
_CHECKED: Final = frozenset({"checked", "true"})
_BOXES: Final = frozenset({FORM + "checkbox", FORM + "radio"})
_LABELLED: Final = frozenset({FORM + "fixed-text", FORM + "frame"})


def read_controls(forms: etree._Element) -> dict[str, str]:
    """What the fields of office:forms show, by the id by which the text refers to them."""
    found: dict[str, str] = {}
    for element in forms.iter():
        name = element.get(XML_ID) or element.get(FORM + "id")
        if name:
            found[name] = _shown(element)
    return found


def _shown(control: etree._Element) -> str:
    if control.tag in _BOXES:
        state = control.get(FORM + "current-state") or control.get(FORM + "state")
        chosen = state in _CHECKED or control.get(FORM + "current-selected") == "true"
        return f"{_TICKED if chosen else _UNTICKED} {control.get(FORM + 'label', '')}".rstrip()
    if control.tag == FORM + "listbox":
        options = control.findall(FORM + "option")
        chosen_options = [o for o in options if o.get(FORM + "current-selected") == "true"]
        chosen_options = chosen_options or [o for o in options if o.get(FORM + "selected") == "true"]
        return ", ".join(option.get(FORM + "label", "") for option in chosen_options)
    if control.tag in _LABELLED:
        return control.get(FORM + "label", "")
    return control.get(FORM + "current-value") or control.get(FORM + "value") or ""


def field_mark(element: etree._Element) -> str:
    """What an old form field of Word shows that LibreOffice keeps in parameters: a ticked box, the chosen entry."""
    given = [(p.get(FIELD + "name", ""), p.get(FIELD + "value", "")) for p in element.iterfind(FIELD + "param")]
    kind = element.get(FIELD + "type", "")
    values: Mapping[str, str] = dict(given)
    if kind.endswith("FORMCHECKBOX"):
        return _TICKED if values.get("Checkbox_Checked") in _CHECKED else _UNTICKED
    if kind.endswith("FORMDROPDOWN"):
        entries = [value for name, value in given if name == "Dropdown_ListEntry"]
        chosen = values.get("Dropdown_Selected", "0")
        return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""
    return ""


def is_prompt(element: etree._Element) -> bool:
    """Whether a content control still shows its prompt in place of contents."""
    return element.get(EXTENDED + "showing-place-holder") == "true"
