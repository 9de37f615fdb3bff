"""A PostgreSQL server of our own, on loopback, in a folder of its own, for as long as a test needs it."""

import glob
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

REQUIRED = "AUTOBRIEF_TEST_POSTGRES"
"""Set by `make test-postgres`: then a missing server is a failure, not a reason to skip."""


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`, or None."""
    found = [*sorted(glob.glob("/usr/lib/postgresql/*/bin"), reverse=True),
             *sorted(glob.glob("/opt/homebrew/opt/postgresql*/bin"), reverse=True)]
    on_path = shutil.which("initdb")
    if on_path:
        found.insert(0, str(Path(on_path).resolve().parent))
    return next((Path(folder) for folder in found if (Path(folder) / "postgres").exists()), None)


def owner() -> dict:
    """Whom the server runs as: it refuses root, so then somebody without rights."""
    if os.name != "posix" or os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            known = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": []}
    raise RuntimeError("the server cannot run as root, and there is neither a user postgres nor nobody")


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextmanager
def running():
    """The URL of a running server, stopped by its id at the end."""
    folder = Path(tempfile.mkdtemp(prefix="autobrief-postgres-"))
    who = owner()
    if who:
        os.chown(folder, who["user"], who["group"])
    try:
        port = _initialised(folder, who)
        log = open(folder.with_suffix(".log"), "wb")
        server = subprocess.Popen(
            [programs() / "postgres", "-D", folder / "data", "-p", str(port), "-c", "listen_addresses=127.0.0.1",
             "-c", f"unix_socket_directories={folder}", "-c", "fsync=off", "-c", "max_connections=40"],
            stdout=log, stderr=subprocess.STDOUT, cwd=folder, **who)
        try:
            url = f"postgresql://autobrief@127.0.0.1:{port}/postgres"
            _wait(url, server, Path(log.name))
            yield url
        finally:
            # SIGINT asks for the fast end: clients are cut off, the data is left in order.
            server.send_signal(signal.SIGINT)
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()
            log.close()
            os.unlink(log.name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _initialised(folder: Path, who: dict) -> int:
    subprocess.run([programs() / "initdb", "-D", folder / "data", "-U", "autobrief", "--auth=trust", "--encoding=UTF8",
                    "--no-locale", "--no-sync"], check=True, capture_output=True, cwd=folder, **who)
    return free_port()


def _wait(url: str, server: subprocess.Popen, log: Path) -> None:
    import time

    import psycopg
    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError(f"the server ended: {log.read_text('utf-8', 'replace')[-500:]}")
        try:
            psycopg.connect(url, connect_timeout=2).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer")


if __name__ == "__main__":
    sys.exit(programs() is None)
