"""Finding and opening a store: a file for one machine, a PostgreSQL database by URL for several desks."""

import os
import time
from contextlib import contextmanager
from pathlib import Path

from ..errors import AutobriefError

VARIABLE = "AUTOBRIEF_STORE"
DEFAULT = "autobrief.sqlite"
PATIENCE = 30.0
"""Seconds that one process waits for another to finish writing."""

INSTALL = "pip install 'autobrief[live]'"


class StoreError(AutobriefError):
    """A store that is not there, cannot be reached or is no store."""


def open_store(where: str | None = None, create: bool = False):
    """The store at this file or URL, else the one AUTOBRIEF_STORE names, else `autobrief.sqlite` here.

    With `create` it is made where there is none.  Raises StoreError where it cannot be used.  A store belongs to one
    thread; processes each open their own.
    """
    where = where or os.environ.get(VARIABLE) or DEFAULT
    try:
        import sqlalchemy
    except ModuleNotFoundError as error:
        raise StoreError("the store of versions needs SQLAlchemy, which is not installed", hint=INSTALL) from error
    from .keeping import Store
    url = _url(where, sqlalchemy)
    shown = where if "://" not in where else url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite" and not create and not (url.database and Path(url.database).is_file()):
        raise StoreError(f"there is no store of versions at {shown}",
                         hint=f"--store or {VARIABLE} names another; `autobrief watch` and `autobrief write --save` make one")
    with told(shown):
        engine = _engine(url, sqlalchemy)
        _prepare(engine, shown, create)
    return Store(engine, shown)


def is_there(where: str | None = None) -> bool:
    """There is such a file; of a database by URL only opening it tells, and this says yes."""
    where = where or os.environ.get(VARIABLE) or DEFAULT
    return "://" in where or Path(where).is_file()


def _url(where: str, sqlalchemy):
    """A file becomes an SQLite URL; `postgresql:` takes the driver that the extra installs."""
    if "://" not in where:
        return sqlalchemy.URL.create("sqlite", database=str(Path(where).absolute()))
    try:
        url = sqlalchemy.make_url(where)
    except (sqlalchemy.exc.ArgumentError, ValueError) as error:
        raise StoreError(f"{where.partition('://')[0]}://…: not a database URL",
                         hint="give a file, or postgresql://user:password@host/database") from error
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError(f"a store cannot be kept in {url.get_backend_name()}", hint="give a file, or postgresql://user:password@host/database")
    return url


def _engine(url, sqlalchemy):
    if url.get_backend_name() == "postgresql":
        url = url.update_query_dict({"connect_timeout": "10"}) if "connect_timeout" not in url.query else url
        return sqlalchemy.create_engine(url, pool_pre_ping=True)
    engine = sqlalchemy.create_engine(url, connect_args={"timeout": PATIENCE})

    @sqlalchemy.event.listens_for(engine, "connect")
    def _connected(connection, record):
        # The library's own BEGIN would take no lock until the first write, when it may be too late to wait.
        connection.isolation_level = None
        _in_turn(connection, "PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @sqlalchemy.event.listens_for(engine, "begin")
    def _begun(connection):
        reading = connection.get_execution_options().get("reading")
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


def _in_turn(connection, statement: str) -> None:
    """Run what SQLite refuses at once, without waiting, while another process does the same."""
    import sqlite3
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute(statement)
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > ends:
                raise
            time.sleep(0.05)


def _prepare(engine, shown: str, create: bool) -> None:
    """Make the tables where there are none; two processes that do so at once make them once."""
    import sqlalchemy

    from . import tables
    with engine.connect().execution_options(reading=True) as reading:
        found = _form(reading, sqlalchemy, tables)
        there = set(sqlalchemy.inspect(reading).get_table_names())
    if found == tables.FORM and not there.issuperset(tables.tables.tables):
        # A store made before some table was thought of; what is there stays as it is.
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(6178201)")
            tables.tables.create_all(connection)
    if found is None:
        if not create:
            raise StoreError(f"{shown} holds no store of versions", hint="`autobrief watch` and `autobrief write --save` make one")
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(6178201)")
            tables.tables.create_all(connection)
            found = _form(connection, sqlalchemy, tables)
            if found is None:
                connection.execute(tables.about.insert().values(form=tables.FORM))
                found = tables.FORM
    if found != tables.FORM:
        raise StoreError(f"{shown} has form {found}, and this program writes form {tables.FORM}", hint="use the newer program")


def _form(connection, sqlalchemy, tables) -> int | None:
    if not sqlalchemy.inspect(connection).has_table(tables.about.name):
        return None
    return connection.execute(sqlalchemy.select(tables.about.c.form)).scalar()


@contextmanager
def told(shown: str):
    """A database's own complaint as an error of ours, with what to do."""
    import sqlalchemy
    try:
        yield
    except ModuleNotFoundError as error:
        raise StoreError(f"a store in PostgreSQL needs {error.name}, which is not installed", hint=INSTALL) from error
    except sqlalchemy.exc.SQLAlchemyError as error:
        what = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise StoreError(f"{shown}: {what}", hint="see that the database is there, can be written to, and is a store of versions") from error
