"""A WordPress site's REST API: where it is, who we are there, pages of a listing, terms."""

from functools import cached_property
from html import unescape

from ..failing import Declined
from ..web import Web, json_of

PAGE = 100


class Site:
    """The site at `url`, for `user` by an application password."""

    def __init__(self, url: str, user: str, secret: str, patience: float):
        self.web, self.url, self.user = Web(url, auth=(user, secret), patience=patience, secret=secret), url, user

    @cached_property
    def root(self) -> dict:
        """What the API says of itself, found at its pretty address or at the plain one."""
        for path in ("/wp-json/", "/?rest_route=/"):
            answer = self.web.ask("GET", path, may=(404,))
            if answer.status_code != 404:
                found = json_of(answer)
                if isinstance(found, dict) and "namespaces" in found:
                    return found | {"pretty": path == "/wp-json/"}
        raise Declined(f"{self.url}: no WordPress REST API is found here", 404)

    @property
    def plugin(self) -> bool:
        """Our must-use plugin is there."""
        return "autobrief/v1" in self.root["namespaces"]

    @cached_property
    def me(self) -> dict:
        """The user, with roles and capabilities."""
        return self.get("/wp/v2/users/me", context="edit")

    def ask(self, method: str, path: str, params=None, **more):
        """One request; with lists in `params` as WordPress takes them."""
        told = [(f"{key}[]", each) for key, value in (params or {}).items() if isinstance(value, (list, tuple)) for each in value]
        told += [(key, value) for key, value in (params or {}).items() if not isinstance(value, (list, tuple))]
        if self.root["pretty"]:
            return self.web.ask(method, f"/wp-json{path}", params=told, **more)
        return self.web.ask(method, "/", params=[("rest_route", path), *told], **more)

    def get(self, path: str, **params):
        return json_of(self.ask("GET", path, params))

    def post(self, path: str, told: dict, **more):
        return json_of(self.ask("POST", path, json=told, **more))

    def every(self, path: str, **params) -> list[dict]:
        """Every page of a listing."""
        found, page = [], 1
        while True:
            answer = self.ask("GET", path, {**params, "per_page": PAGE, "page": page})
            found += json_of(answer)
            if page >= int(answer.headers.get("X-WP-TotalPages") or 1):
                return found
            page += 1

    def terms(self, kind: str, names: tuple[str, ...]) -> list[int]:
        """The ids of categories or tags by name, made where they are missing."""
        return [self._term(kind, name) for name in names]

    def term(self, kind: str, name: str) -> int | None:
        """The id of the category or tag of this very name, None where there is none."""
        found = self.every(f"/wp/v2/{kind}", search=name)
        return next((each["id"] for each in found if unescape(each["name"]).casefold() == name.casefold()), None)

    def _term(self, kind: str, name: str) -> int:
        known = self.term(kind, name)
        if known is not None:
            return known
        # One of the same name by other letters, or made this very moment, is told by its id.
        answer = self.ask("POST", f"/wp/v2/{kind}", json={"name": name}, may=(400, 403))
        told = json_of(answer)
        if answer.status_code == 400 and told.get("code") == "term_exists":
            return told["data"]["term_id"]
        if not answer.is_success:
            raise Declined(f"{self.url}: there is no {name!r} among the {kind}, and {self.user} may not make it: {told.get('message', '')} "
                           "Make it there, or leave it out of the target", answer.status_code, told.get("code", ""))
        return told["id"]

    def person(self, told: str) -> int:
        """The id of the user of this id, slug or name."""
        if told.isdecimal():
            return int(told)
        found = self.every("/wp/v2/users", search=told, who="authors")
        ids = [each["id"] for each in found if told.casefold() in (each["slug"].casefold(), each["name"].casefold())]
        if len(ids) != 1:
            raise Declined(f"{self.url}: {len(ids) or 'no'} users are called {told!r}; give the id as the target's author")
        return ids[0]
