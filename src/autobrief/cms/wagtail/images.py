"""Pictures in Wagtail's library: each sent up once, and found again by the digest of its bytes in its title."""

from hashlib import sha256
from mimetypes import guess_type
from pathlib import PurePosixPath

from ..web import Web, json_of


class Images:
    """The library, as far as this run has looked into it: numbers by digest, and by the address in the article."""

    def __init__(self, web: Web):
        self.web, self.known, self.at = web, {}, {}

    def number(self, address: str, content: bytes, write: bool) -> int:
        """The image's number; 0 for one that is not there and is not to be sent up now."""
        digest = sha256(content).hexdigest()
        if digest not in self.known:
            title = f"{PurePosixPath(address).stem[:100]} {digest[:16]}"
            found = self._there(title) or (self._sent(address, content, title) if write else 0)
            if not found:
                return 0
            self.known[digest] = found
        self.at[address] = self.known[digest]
        return self.known[digest]

    def _there(self, title: str) -> int:
        listed = json_of(self.web.ask("GET", "/images/", params={"title": title}))["items"]
        return next((each["id"] for each in listed if each["title"] == title), 0)

    def _sent(self, address: str, content: bytes, title: str) -> int:
        name = PurePosixPath(address).name
        file = (name, content, guess_type(name)[0] or "application/octet-stream")
        return json_of(self.web.ask("POST", "/images/", data={"title": title}, files={"file": file}))["id"]
