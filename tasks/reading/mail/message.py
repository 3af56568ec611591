"""Messages saved as .eml (RFC 5322 and MIME)."""

from email.message import Message
from typing import Final

from tasks.reading.containers.mime import charset, filename, header, parse_message, payload
from tasks.reading.contents import Contents
from tasks.reading.mail.letter import MAX_DEPTH, Attached, Body, Letter, choose, letter_contents
from tasks.reading.refusal import refused
from tasks.reading.text.encoding import decode, decode_as
from tasks.reading.web.html import page_text

_HEAD: Final = ("From", "Date", "To", "Cc")
_SIGNATURES: Final = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_REPORTS: Final = frozenset({"message/delivery-status", "text/rfc822-headers", "message/disposition-notification"})


def read_mail(data: bytes) -> Contents:
    """The contents of a message and of those attached to it. Raises CannotReadError."""
    try:
        return letter_contents(_letter(parse_message(data), 0))
    except RecursionError as error:
        raise refused("reading.too-deep") from error


def _letter(message: Message, depth: int) -> Letter:
    letter = Letter(header(message, "Subject"), [(name, header(message, name)) for name in _HEAD])
    _add(message, letter, depth)
    return letter


def _add(part: Message, letter: Letter, depth: int) -> None:
    """Adds a part and those within it."""
    kind = part.get_content_type()
    inner = [p for p in part.get_payload() if isinstance(p, Message)] if part.is_multipart() else []
    if kind == "multipart/alternative":
        _add_alternative(inner, letter, depth)
    elif kind == "multipart/related":
        _add_related(part, inner, letter, depth)
    elif kind == "message/rfc822" and inner:
        if depth < MAX_DEPTH:
            letter.letters.append(_letter(inner[0], depth + 1))
        else:
            letter.unopened.append(header(inner[0], "Subject") or kind)
    elif inner:
        for one in inner:
            _add(one, letter, depth)
    elif kind not in _SIGNATURES | _REPORTS:
        _add_leaf(part, kind, letter)


def _add_alternative(parts: list[Message], letter: Letter, depth: int) -> None:
    """The same words several times over: text and page are held against each other, others of no use."""
    versions = Letter()
    for part in parts:
        _add(part, versions, depth)
    texts = [body for body in versions.bodies if body.kind == "text"]
    pages = [body for body in versions.bodies if body.kind == "html"]
    if len(texts) == 1 and len(pages) == 1:
        chosen, repeated = choose(texts[0], pages[0])
        letter.bodies.append(chosen)
        letter.repeated += versions.repeated + repeated
    else:
        letter.bodies += pages or texts
        letter.repeated += versions.repeated + sum(len(body.text) for body in texts if pages)
    letter.attached += versions.attached
    letter.letters += versions.letters
    letter.unopened += [name for name in versions.unopened if name]


def _add_related(part: Message, inner: list[Message], letter: Letter, depth: int) -> None:
    """A page with its pictures: what it only shows is no attachment."""
    start = str(part.get_param("start", "") or "")
    root = next((p for p in inner if start and header(p, "Content-ID") == start), inner[0] if inner else None)
    for one in inner:
        if one is root or one.get_content_disposition() == "attachment" or not one.get("Content-ID"):
            _add(one, letter, depth)


def _add_leaf(part: Message, kind: str, letter: Letter) -> None:
    name = filename(part)
    attached = part.get_content_disposition() == "attachment" or bool(name)
    if kind == "text/plain" and not attached:
        flowed = str(part.get_param("format", "") or "").lower() == "flowed"
        letter.bodies.append(Body("text", _text(part), flowed))
    elif kind == "text/html" and not attached:
        letter.bodies.append(Body("html", page_text(payload(part), charset(part))))
    elif attached or not kind.startswith("text/"):
        letter.attached.append(Attached(name, payload(part)))


def _text(part: Message) -> str:
    data, name = payload(part), charset(part)
    return decode_as(data, name) if name else decode(data)
