"""The tables of the database. Every row belongs to a plan, so that several can share one database.

A version of a plan is read and written as a whole and never searched, so each of its tables is one packed cell: a
hundred thousand records are one row, on a server too, and not a hundred thousand.
"""

from typing import Final

import sqlalchemy as sa

HEAD: Final = "0003"
"""The revision of migrations/ that makes these tables."""

METADATA: Final = sa.MetaData()


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


BINDING: Final = sa.Table("binding", METADATA, _key("plan"), _key("fingerprint"), _text("item_id"))
"""Which record belonged to which item, for ever."""

DECISION: Final = sa.Table("decision", METADATA, _key("plan"), _number("place"), _text("kind"), _text("told"))
"""The decisions that the last run read, as JSON, in their order."""

HELD_LINK: Final = sa.Table(
    "held_link", METADATA, _key("plan"), _key("from_item"), _key("to_item"), _text("fingerprint")
)
LINK_END: Final = sa.Table("link_end", METADATA, _key("plan"), _key("item_id"), _text("told"))
"""The links of the last version that was issued, and the words of their ends as JSON."""

VERSION: Final = sa.Table(
    "version",
    METADATA,
    _key("plan"),
    _number("number"),
    _text("made"),
    _text("mark"),
    _text("language"),
    _text("as_of"),
    _text("digest"),
    sa.Column("issued", sa.Boolean, nullable=False),
)
"""made: when (ISO); mark: the hash of all that the run depended on; digest: of the contents; issued: whether its
documents have been put in their place."""

CONTENT: Final = sa.Table(
    "content",
    METADATA,
    _key("plan"),
    _number("number"),
    _key("name"),
    sa.Column("packed", sa.LargeBinary, nullable=False),
)
"""The tables of a version, packed."""

AUDIT: Final = sa.Table(
    "audit",
    METADATA,
    _key("plan"),
    _number("place"),
    _number("number"),
    _text("made"),
    _text("event"),
    _text("kind"),
    _text("told"),
)
"""What happened to decisions, in order: in which version, when, "made", "changed" or "withdrawn", and the decision."""

ISSUED: Final = sa.Table(
    "issued", METADATA, _key("plan"), _number("number"), _key("mark"), _text("name"), _text("digest")
)
"""The documents that were issued with each version: mark, name below the output folder, hash of the main part."""

BASELINE: Final = sa.Table(
    "baseline",
    METADATA,
    _key("plan"),
    _key("digest"),
    sa.Column("packed", sa.LargeBinary, nullable=False),
)
"""The main parts of issued documents, packed, each once."""

PROPOSAL: Final = sa.Table("proposal", METADATA, _key("plan"), _number("place"), _text("told"))
"""What reviewers propose and what was decided on it, as JSON; filled where several machines share the memory."""
