"""Names in the copy: in full at the first mention, then the surname."""

from .copy import Copy
from .finding import Found, Measured, found


def full_then_surname(copy: Copy) -> Measured:
    """A person's first mention in the copy is the full name; after that it is not, unless two share a surname."""
    people = {known.value["name"]: known.value for known in copy.facts.values()
              if known.unit == "person" and isinstance(known.value, dict) and known.value.get("family")}
    families = [value["family"] for value in people.values()]
    breaches: list[Found] = []
    met: set[str] = set()
    for told in copy.body:
        if told.block == "quoted":
            continue
        for start, end, fact in sorted(told.spans or ()):
            known = copy.facts.get(fact)
            value = known.value if known and known.unit == "person" else None
            if not isinstance(value, dict) or not value.get("family"):
                continue
            shown = told.text[start:end].replace("’", "'").removesuffix("'s").rstrip("'")
            full, surname = value["name"] in shown, value["family"] in shown
            if not surname:
                continue
            if value["name"] not in met and not full:
                breaches.append(found("name-first", 1, f"{shown}, at the first mention", told, copy))
            elif value["name"] in met and full and families.count(value["family"]) == 1:
                breaches.append(found("name-again", 1, f"{shown} in full again", told, copy))
            met.add(value["name"])
    return Measured(len(breaches), tuple(breaches))
