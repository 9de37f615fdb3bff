"""How a call to a content system fails: worth another try, refused for good, or somebody was there before us."""


class Unreached(Exception):
    """No answer, or one that says to come again: a transport error, 429, 5xx.  `after` are the seconds that it asked for, if any."""

    def __init__(self, why: str, after: float | None = None):
        self.why, self.after = why, after
        super().__init__(why)


class Declined(Exception):
    """An answer that the same request will get again.  `waits` where a human must decide, not only mend."""

    def __init__(self, why: str, status: int = 0, code: str = "", waits: bool = False):
        self.why, self.status, self.code, self.waits = why, status, code, waits
        super().__init__(why)


class Moved(Exception):
    """The system says that the article is no longer as it was read: read again, decide again."""


class Conflict(Exception):
    """A human must decide: what was found, and what to do."""


class Several(Conflict):
    """More than one there bears the id: for good, or until another writer has taken its own back."""
