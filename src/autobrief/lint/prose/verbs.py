"""Verbs in the singular and in the plural."""

TO_ONE = {"have": "has", "are": "is", "were": "was", "do": "does", "haven't": "hasn't", "aren't": "isn't", "weren't": "wasn't", "don't": "doesn't",
          "haven’t": "hasn’t", "aren’t": "isn’t", "weren’t": "wasn’t", "don’t": "doesn’t"}
"""Those that are two words: have -> has."""
TO_MANY = {one: many for many, one in TO_ONE.items()}


def third(verb: str) -> str:
    """hold -> holds, go -> goes, carry -> carries."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("o", "s", "x", "ch", "sh")) else "s")


def to_one(verb: str) -> str:
    """The singular of a verb in the plural: have -> has, hold -> holds."""
    return TO_ONE.get(verb) or third(verb)


def to_many(verb: str) -> str:
    """The plural of a verb in the singular: has -> have, goes -> go."""
    return TO_MANY.get(verb) or (verb[:-2] if verb == "goes" else verb[:-1])
