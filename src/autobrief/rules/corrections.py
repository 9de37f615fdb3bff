"""What was given otherwise before: the dated lines of corrections."""

from .findings import Findings
from .registry import Told, rule


@rule("region", "nation", "seat", stages=("waiting", "partial", "complete"), compared=False, claims=("second",))
def correction(findings: Findings):
    """What a declared figure, name, party or winner is, where an earlier version had it otherwise."""
    known = ("date", "seat", "winner", "winner_was", "winner_party", "winner_party_was", "candidate", "party", "party_was", "name", "name_was",
             "label", "majority", "majority_was", "votes", "votes_was", "turnout", "turnout_was", "second", "second_was", "region", "share_party",
             "share", "share_was", "rise", "rise_was", "fall", "fall_was", "total_turnout", "total_turnout_was")
    for number, each in enumerate(findings.assignment.corrections):
        facts = {name: each.facts[name] for name in known if name in each.facts}
        yield Told(each.id, facts, (("the order they were made in", -number / 100),), part="top" if each.top else "")
