"""A desk that delivers to a real Wagtail, and people who work on its pages meanwhile."""

import itertools
from datetime import timedelta

from full import full_article
from moments import START

numbers = itertools.count(1)
PICTURE = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
                        "0000000049454e44ae426082")
ADDRESS = "pictures/a b.png"


class Desk:
    """A store, a target at the end of the line, and an article of its own for each test."""

    def __init__(self, store, newsroom, url, user="autobrief", id="", terms=None, patience=None, **settings):
        from autobrief.cms.delivery import Api
        from autobrief.cms.ledger import Ledger
        from autobrief.cms.sending import Patience, Terms
        from autobrief.cms.wagtail import Settings, adapter
        self.store, self.id = store, id or f"ge2030/seat/E{next(numbers):08}"
        told = {"kind": "wagtail", "url": url, "secret": "env:TOKEN", "timeout": 20, **settings}
        self.adapter = adapter(Settings.model_validate(told), newsroom.tokens.get(user, user))
        self.api = Api("wagtail", self.adapter, Ledger(store, "wagtail"), terms or Terms(), patience or Patience(6, 0.02, 0.3, 60.0))

    def consign(self, name="Mo Farr", seconds=0, pictured=True, content=PICTURE, **changes):
        from autobrief.cms.contract import Consignment
        from autobrief.formats.particulars import Issue
        article = full_article(name, ADDRESS if pictured else "", id=self.id)
        now = START + timedelta(seconds=seconds)
        number = self.store.save(article, "test").version.number
        return Consignment(article, {ADDRESS: content} if pictured else {}, Issue(now, now), number=number, **changes)

    def send(self, name="Mo Farr", dry_run=False, **changes):
        return self.api.deliver(self.consign(name, **changes), dry_run)


    def stopped(self, moment: int, name: str) -> bool:
        """A run that ends after its so manieth answer, whatever it was about to do; False where it ended before."""
        client, left = self.adapter.web.client, [moment]
        asked = client.request

        def counted(*told, **more):
            answer = asked(*told, **more)
            left[0] -= 1
            if not left[0]:
                raise Stopped
            return answer
        client.request = counted
        try:
            self.send(name, pictured=False)
        except Stopped:
            return True
        finally:
            client.request = asked
        return False


class Stopped(BaseException):
    """As an interrupt is: nobody catches it."""


class People:
    """The API as somebody else's hand, past the proxy."""

    def __init__(self, newsroom):
        import httpx
        self.site, self.client = newsroom, httpx.Client(base_url=newsroom.url + "/api/v3", timeout=60)

    def ask(self, who: str, method: str, path: str, **more):
        answer = self.client.request(method, path, headers={"Authorization": f"Bearer {self.site.tokens[who]}"}, **more)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    def page(self, id: str, version: str = "draft") -> dict:
        return self.ask("human", "GET", f"/pages/{id}/", params={"version": version})

    def pages(self, external: str) -> list[str]:
        listed = self.ask("human", "GET", "/pages/", params={"type": "news.ArticlePage", "autobrief_id": external})
        return [str(each["id"]) for each in listed["items"]]

    def edit(self, id: str, who: str = "human", **fields) -> dict:
        return self.ask(who, "PATCH", f"/pages/{id}/", json=fields)

    def publish(self, id: str) -> None:
        self.ask("human", "POST", f"/pages/{id}/actions/publish/")

    def unpublish(self, id: str) -> None:
        self.ask("human", "POST", f"/pages/{id}/actions/unpublish/", json={})

    def delete(self, id: str) -> None:
        self.ask("human", "DELETE", f"/pages/{id}/")
