"""A target's password or token: from the environment, a file of the owner's alone, or the keyring.  Never in the targets' file.

No error here repeats what it read.
"""

import os
import stat
from pathlib import Path

from ..errors import InputError

FORMS = 'write secret = "env:NAME", "file:PATH" (of mode 0600) or "keyring:SERVICE/USER"'


def is_reference(told: str) -> bool:
    """It says where the secret is, and is not the secret itself."""
    kind, colon, place = told.partition(":")
    return bool(colon and place) and kind in READERS and not (kind == "keyring" and "/" not in place)


def secret(told: str, target: str) -> str:
    """The secret that is meant.  Raises InputError that says where it was looked for."""
    kind, _, place = told.partition(":")
    found = READERS[kind](place, target).strip("\r\n ")
    if not found:
        raise InputError(f"{target}: its secret in {told} is empty", hint="put the password or token there")
    if not found.isascii() or not found.isprintable():
        raise InputError(f"{target}: its secret in {told} has characters that no password or token of a content system has",
                         hint="put nothing but the password or token there, on one line")
    return found


def _environment(name: str, target: str) -> str:
    if name not in os.environ:
        raise InputError(f"{target}: its secret is to be in the environment variable {name}, which is not set", hint=f"export {name}=…")
    return os.environ[name]


def _file(place: str, target: str) -> str:
    path = Path(place).expanduser()
    try:
        with path.open("rb") as file:
            mode = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
            if os.name == "posix" and mode & 0o077:
                raise InputError(f"{target}: others may read its secret in {path}, which has mode {mode:04o}", hint=f"chmod 600 {path}")
            return file.read(10_000).decode("utf-8", "replace")
    except OSError as error:
        raise InputError(f"{target}: its secret is to be in {path}: {error.strerror}", hint=f"put it there alone, and chmod 600 {path}") from error


def _keyring(place: str, target: str) -> str:
    service, _, user = place.partition("/")
    try:
        import keyring
    except ModuleNotFoundError as error:
        raise InputError(f"{target}: its secret is to be in the keyring, which needs a library that is not installed",
                         hint="pip install 'autobrief[cms]', or use env: or file:") from error
    try:
        found = keyring.get_password(service, user)
    except Exception as error:
        # Every backend has errors of its own; none of them is to end the program.
        raise InputError(f"{target}: the keyring could not be read: {type(error).__name__}",
                         hint="use env: or file: on a machine without one") from error
    if found is None:
        raise InputError(f"{target}: the keyring has nothing for {user} under {service}", hint=f"keyring set {service} {user}")
    return found


READERS = {"env": _environment, "file": _file, "keyring": _keyring}
