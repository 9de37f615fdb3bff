"""A real WordPress with a MariaDB of its own, on loopback, in a folder of its own, for as long as the tests need it."""

import json
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

REQUIRED = "AUTOBRIEF_TEST_WORDPRESS"
"""Set by `make test-wordpress`: then a missing WordPress is a failure, not a reason to skip."""
HERE = Path(__file__).parent
SOURCE = Path(os.environ.get("AUTOBRIEF_WORDPRESS", "/usr/share/wordpress"))
PLUGIN = HERE.parents[1] / "src/autobrief/cms/wordpress/autobrief.php"
WORKERS = "8"
SETTINGS = ("opcache.enable_cli=1", "opcache.revalidate_freq=0", "upload_max_filesize=16M", "post_max_size=17M", "display_errors=0")
CONFIG = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'wordpress'); define('DB_PASSWORD', 'tests');
define('DB_HOST', 'localhost:{socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $each) {{ define($each . '_KEY', md5($each)); define($each . '_SALT', md5("$each salt")); }}
$table_prefix = 'wp_';
define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}');
define('WP_ENVIRONMENT_TYPE', '{environment}');
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
if (!defined('ABSPATH')) {{ define('ABSPATH', __DIR__ . '/'); }}
require_once ABSPATH . 'wp-settings.php';
"""


class Running(NamedTuple):
    """The site, its folder, and the users by name: id, role, application password."""

    url: str
    folder: Path
    users: dict
    version: str

    def plugin(self, wanted: bool) -> None:
        """Put our must-use plugin there, or take it away."""
        place = self.folder / "site/wp-content/mu-plugins/autobrief.php"
        place.parent.mkdir(exist_ok=True)
        if wanted:
            shutil.copy(PLUGIN, place)
        else:
            place.unlink(missing_ok=True)

    def environment(self, kind: str) -> None:
        """What the site takes itself for: application passwords over http are for `local` alone."""
        (self.folder / "site/wp-config.php").write_text(CONFIG.format(socket=self.folder / "sock", url=self.url, environment=kind))


def missing() -> str:
    """What is not installed, "" where everything is."""
    wanted = [name for name in ("php", "mariadbd", "mariadb-install-db", "mariadb") if not shutil.which(name, path=_path())]
    wanted += [] if (SOURCE / "wp-load.php").is_file() else [str(SOURCE)]
    if not wanted:
        known = _run("php", "-m").lower().split()
        wanted += [f"php's {name}" for name in ("mysqli", "xml", "curl", "mbstring", "intl", "gd") if name not in known]
    return ", ".join(wanted)


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextmanager
def running():
    """The site, answering.  Every process is ended by its group at the end, whatever happened."""
    with ExitStack() as ends:
        ends.callback(signal.signal, signal.SIGTERM, signal.signal(signal.SIGTERM, _end))
        folder = Path(tempfile.mkdtemp(prefix="autobrief-wordpress-"))
        ends.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o755)
        _database(folder, ends)
        port = free_port()
        site = Running(f"http://127.0.0.1:{port}", folder, {}, "")
        _tree(folder)
        site.environment("local")
        told = json.loads(_run("php", "-d", "display_errors=0", HERE / "php/prepare.php", folder / "site"))
        settings = [each for setting in SETTINGS for each in ("-d", setting)]
        _started(ends, folder, "php", *settings, "-S", f"127.0.0.1:{port}", "-t", folder / "site", HERE / "php/router.php",
                 environment={"PHP_CLI_SERVER_WORKERS": WORKERS})
        _until(lambda: _answers(f"{site.url}/wp-json/"), folder / "php.log")
        yield site._replace(users=told["users"], version=told["version"])


def _end(*_) -> None:
    """Asked to end, the tests end as after a failure, and the servers with them."""
    raise KeyboardInterrupt("ended by SIGTERM")


def _database(folder: Path, ends: ExitStack) -> None:
    who = ["--user=mysql"] if os.geteuid() == 0 else []
    data = folder / "data"
    data.mkdir()
    if who:
        known = pwd.getpwnam("mysql")
        for path in (folder, data):
            os.chown(path, known.pw_uid, known.pw_gid)
    _run("mariadb-install-db", "--no-defaults", *who, f"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db")
    _started(ends, folder, "mariadbd", "--no-defaults", *who, f"--datadir={data}", f"--socket={folder / 'sock'}", "--skip-networking",
             f"--pid-file={folder / 'mariadbd.id'}", "--innodb-buffer-pool-size=64M", "--innodb-flush-log-at-trx-commit=0", "--skip-log-bin")
    client = ["mariadb", "--no-defaults", "-uroot", f"--socket={folder / 'sock'}", "-e"]
    _until(lambda: subprocess.run([*client, "select 1"], capture_output=True, env={"PATH": _path()}).returncode == 0, folder / "mariadbd.log")
    _run(*client, "create database wordpress character set utf8mb4; create user wordpress@localhost identified by 'tests'; "
                  "grant all on wordpress.* to wordpress@localhost")


def _tree(folder: Path) -> None:
    """WordPress's files, its own settings and links into the machine left out."""
    shutil.copytree(SOURCE, folder / "site", symlinks=True, ignore=lambda where, names: {"wp-config.php", ".htaccess"} & set(names))
    for name in ("uploads", "mu-plugins"):
        (folder / "site/wp-content" / name).mkdir(exist_ok=True)


def _started(ends: ExitStack, folder: Path, program: str, *arguments, environment=None) -> None:
    """A process with a group of its own, which is ended as a whole: PHP's server forks."""
    log = ends.enter_context(open(folder / f"{program}.log", "wb"))
    process = subprocess.Popen([shutil.which(program, path=_path()), *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=log,
                               stderr=subprocess.STDOUT, cwd=folder, start_new_session=True, env={"PATH": _path(), **(environment or {})})
    ends.callback(_ended, process)


def _ended(process: subprocess.Popen) -> None:
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(20)
        except ProcessLookupError:
            process.wait()
            return
        except subprocess.TimeoutExpired:
            continue
    process.wait()


def _run(program, *arguments) -> str:
    done = subprocess.run([shutil.which(program, path=_path()), *map(str, arguments)], capture_output=True, text=True, env={"PATH": _path()})
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _until(ready, log: Path) -> None:
    ends = time.monotonic() + 60
    while not ready():
        if time.monotonic() > ends:
            raise RuntimeError(f"not ready in a minute: {log.read_text(errors='replace')[-2000:]}")
        time.sleep(0.1)
