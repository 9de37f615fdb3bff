"""Run by the site's own Python in its folder: users and tokens for the tests, then the site on a free port of loopback.

It ends when its standard input does, so that no server is left behind by tests that were killed.
"""

import json
import os
import sys
import threading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.dev")
sys.path.insert(0, os.getcwd())

import django  # noqa: E402

django.setup()

from django.contrib.auth.models import Group, User  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler  # noqa: E402
from wagtail.models import APIToken, Page, Workflow  # noqa: E402

ROLES = {"autobrief": "Editors", "moderator": "Moderators", "editor": "Editors", "human": "Moderators", "nobody": None, "gone": "Editors"}


def seed() -> tuple[dict[str, str], dict[str, int]]:
    tokens, users = {}, {}
    for name, role in ROLES.items():
        user, _ = User.objects.get_or_create(username=name)
        if role:
            user.groups.add(Group.objects.get(name=role))
        tokens[name] = APIToken.create_token(user=user, name="tests")[1]
        users[name] = user.pk
    User.objects.filter(username="gone").update(is_active=False)
    return tokens, users


def locked(page: Page) -> None:
    page.locked, page.locked_by = True, User.objects.get(username="human")
    page.save(update_fields=["locked", "locked_by"])


def unlocked(page: Page) -> None:
    page.locked, page.locked_by = False, None
    page.save(update_fields=["locked", "locked_by"])


def moderated(page: Page) -> None:
    Workflow.objects.get(name="Moderators approval").start(page, User.objects.get(username="human"))


def autosaved(page: Page) -> None:
    """As the editor's page does while somebody types: into the revision that is there, without a new one."""
    draft = page.get_latest_revision_as_object()
    draft.standfirst = f"{draft.standfirst} Typed on."
    draft.save_revision(user=page.get_latest_revision().user, overwrite_revision=page.get_latest_revision())


ORDERS = {"lock": locked, "unlock": unlocked, "moderate": moderated, "autosave": autosaved}


def obey() -> None:
    for line in sys.stdin:
        what, page = line.split()
        try:
            ORDERS[what](Page.objects.get(pk=int(page)).specific)
            print("done", flush=True)
        except Exception as error:  # Told to the tests, whatever it is.
            print(repr(error), flush=True)
    os._exit(0)


class Handler(WSGIRequestHandler):
    def log_message(self, *told) -> None:
        pass


if __name__ == "__main__":
    tokens, users = seed()
    server = ThreadedWSGIServer(("127.0.0.1", 0), Handler)
    server.set_app(WSGIHandler())
    told = {"url": f"http://127.0.0.1:{server.server_port}", "home": Page.objects.get(slug="home").pk, "tokens": tokens, "users": users}
    print(json.dumps(told), flush=True)
    threading.Thread(target=obey, daemon=True).start()
    server.serve_forever()
