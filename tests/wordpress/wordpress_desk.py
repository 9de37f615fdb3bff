"""A desk that sends articles to the site, and a person who works in it by hand."""

import httpx
from full import full_article
from moments import START
from real_wordpress import Running

from autobrief.cms.contract import Consignment
from autobrief.cms.delivery import Api
from autobrief.cms.ledger import Ledger
from autobrief.cms.sending import Patience, Terms
from autobrief.cms.wordpress import Settings, adapter
from autobrief.formats.particulars import Issue
from autobrief.store import open_store

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082")
"""A picture of one pixel."""
TARGETS = """[targets.site]
kind = "wordpress"
url = "{url}"
user = "desk"
secret = "file:secret"
tags = ["election night"]
tries = 3
patience = 20
"""
QUICK = Patience(6, 0.05, 0.3, 20.0)


class Person:
    """Somebody who is logged in, and uses the REST API as the editor in a browser does."""

    def __init__(self, site: Running, name: str):
        told = site.users[name]
        self.id = told["id"]
        self.web = httpx.Client(base_url=f"{site.url}/wp-json/wp/v2", auth=(name, told["password"]), timeout=30)

    def ask(self, method: str, path: str, **told):
        answer = self.web.request(method, path, **told)
        assert answer.is_success, answer.text[:500]
        return answer.json()

    def posts(self, word: str) -> list[dict]:
        """Every post with the word in its slug or text, the trash too."""
        return self.ask("GET", "/posts", params={"status": "publish,future,draft,pending,private,trash", "context": "edit", "search": word,
                                                 "per_page": 100})

    def of(self, id: str) -> list[dict]:
        """Every post of an article."""
        from autobrief.cms.wordpress import name
        return self.posts(name(id))

    def only(self, id: str) -> dict:
        [post] = self.of(id)
        return post

    def only_by(self, post: dict) -> dict:
        return self.ask("GET", f"/posts/{post['id']}", params={"context": "edit"})

    def edit(self, post: dict, **fields) -> dict:
        return self.ask("POST", f"/posts/{post['id']}", json=fields)


class Desk:
    """A store, a target, and articles to send there."""

    def __init__(self, site: Running, store, user: str = "desk", url: str = "", terms: Terms | None = None, password: str = "",
                 patience: Patience = QUICK, timeout: float = 20.0, **settings):
        told = {"kind": "wordpress", "url": url or site.url, "user": user, "secret": "env:X", "timeout": timeout} | settings
        found = Settings.model_validate(told)
        self.store = open_store(str(store), create=True)
        terms = terms or Terms(found.auto_publish, found.on_edit == "merge", found.once())
        self.api = Api("site", adapter(found, password or site.users[user]["password"]), Ledger(self.store, "wordpress site"), terms, patience)

    def close(self) -> None:
        self.store.close()

    def consign(self, id: str, name: str = "Mo Farr", pictures=None, publish=False, approved=False, at=None, **changes) -> Consignment:
        article = full_article(name, id=id, **changes)
        number = self.store.save(article, "test").version.number
        return Consignment(article, pictures or {}, Issue(START, START), publish, approved, at, number)

    def send(self, id: str, name: str = "Mo Farr", dry_run: bool = False, **changes):
        return self.api.deliver(self.consign(id, name, **changes), dry_run)
