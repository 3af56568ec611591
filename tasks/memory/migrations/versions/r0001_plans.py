"""Tables with a plan in every row. What a ledger without it holds (bindings, decisions, links) is taken over."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_OLD = {
    "bound": ("binding", "fingerprint, item_id"),
    "decided": ("decision", "place, kind, told"),
    "linked": ("held_link", "from_item, to_item, fingerprint"),
    "link_end": ("link_end", "item_id, told"),
}
_ASIDE = "old_"


def upgrade() -> None:
    """Make the tables and fill them from the old ones, whose rows belong to the one plan of their file."""
    old = sorted(_OLD.keys() & set(sa.inspect(op.get_bind()).get_table_names()))
    for name in old:
        op.rename_table(name, _ASIDE + name)
    _make()
    for name in old:
        target, columns = _OLD[name]
        op.execute(f"INSERT INTO {target} (plan, {columns}) SELECT '', {columns} FROM {_ASIDE}{name}")  # noqa: S608
        op.drop_table(_ASIDE + name)


def _make() -> None:
    op.create_table("binding", *_keys("plan", "fingerprint"), *_texts("item_id"))
    op.create_table("decision", *_keys("plan"), _number("place"), *_texts("kind", "told"))
    op.create_table("held_link", *_keys("plan", "from_item", "to_item"), *_texts("fingerprint"))
    op.create_table("link_end", *_keys("plan", "item_id"), *_texts("told"))
    issued = sa.Column("issued", sa.Boolean, nullable=False)
    texts = _texts("made", "mark", "language", "as_of", "digest")
    op.create_table("version", *_keys("plan"), _number("number"), *texts, issued)
    packed = sa.Column("packed", sa.LargeBinary, nullable=False)
    op.create_table("content", *_keys("plan"), _number("number"), *_keys("name"), packed)
    texts = _texts("made", "event", "kind", "told")
    op.create_table("audit", *_keys("plan"), _number("place"), _number("number"), *texts)


def _keys(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, primary_key=True) for name in names]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]
