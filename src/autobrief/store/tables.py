"""The tables of a store, and the triggers that keep them append-only.

Times are text in UTC with offset, so that both databases give back what was put in.
"""

from sqlalchemy import DDL, Column, ForeignKeyConstraint, Index, Integer, LargeBinary, MetaData, String, Table, Text, UniqueConstraint, event

FORM = 1
"""The form of these tables; a store of a later form is refused."""

tables = MetaData()

about = Table("autobrief_store", tables, Column("form", Integer, primary_key=True))

articles = Table(
    "articles", tables,
    Column("article", String(300), primary_key=True),
    Column("name", Text, nullable=False),
    Column("head", Integer, nullable=False))

versions = Table(
    "versions", tables,
    Column("article", String(300), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("digest", String(64), nullable=False),
    Column("content", String(64), nullable=False),
    Column("saved", String(40), nullable=False),
    Column("cause", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("generator", Text, nullable=False),
    Column("document", LargeBinary, nullable=False),
    ForeignKeyConstraint(["article"], ["articles.article"]))

states = Table(
    "states", tables,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("article", String(300), nullable=False),
    Column("number", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", String(40), nullable=False),
    ForeignKeyConstraint(["article", "number"], ["versions.article", "versions.number"]),
    Index("states_of", "article", "number"))

files = Table(
    "files", tables,
    Column("article", String(300), primary_key=True),
    Column("format", String(20), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("at", String(40), nullable=False))

deliveries = Table(
    "deliveries", tables,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("article", String(300), nullable=False),
    Column("target", Text, nullable=False),
    Column("external", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("sent", String(64), nullable=False),
    Column("returned", String(64), nullable=False),
    Column("state", String(20), nullable=False),
    Column("detail", Text, nullable=False),
    Column("at", String(40), nullable=False),
    ForeignKeyConstraint(["article", "number"], ["versions.article", "versions.number"]),
    Index("deliveries_of", "article", "target"))

alerts = Table(
    "alerts", tables,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("desk", String(64), nullable=False),
    Column("key", String(64), nullable=False),
    Column("body", Text, nullable=False),
    Column("at", String(40), nullable=False),
    UniqueConstraint("desk", "key"))

alerts_sent = Table(
    "alerts_sent", tables,
    Column("alert", Integer, primary_key=True, autoincrement=False),
    Column("way", String(20), primary_key=True),
    Column("at", String(40), nullable=False),
    ForeignKeyConstraint(["alert"], ["alerts.id"]))

KEPT = (versions, states, files, deliveries, alerts, alerts_sent)

_REFUSE = DDL("""CREATE OR REPLACE FUNCTION autobrief_refuse() RETURNS trigger AS
'BEGIN RAISE EXCEPTION ''a saved row is never changed''; END' LANGUAGE plpgsql""").execute_if(dialect="postgresql")
event.listen(tables, "before_create", _REFUSE)
for _table in KEPT:
    for _verb in ("UPDATE", "DELETE"):
        _name = f"{_table.name}_no_{_verb.lower()}"
        event.listen(_table, "after_create", DDL(
            f"CREATE TRIGGER {_name} BEFORE {_verb} ON {_table.name} BEGIN SELECT RAISE(ABORT, 'a saved row is never changed'); END"
        ).execute_if(dialect="sqlite"))
        event.listen(_table, "after_create", DDL(
            f"CREATE TRIGGER {_name} BEFORE {_verb} ON {_table.name} FOR EACH ROW EXECUTE FUNCTION autobrief_refuse()"
        ).execute_if(dialect="postgresql"))
