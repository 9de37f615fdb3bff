"""The number of a noun that no list knows, by its ending."""

UNSURE = frozenset((
    "worth"
    " news series species means headquarters police people media data press public youth elite establishment faithful elderly young old rich poor "
    "dead sick few many rest other latter former first second third fourth fifth last next same only more most less least such own various past "
    "cattle clergy folk company firm club band union army navy church parish community school association class cast middle base core grassroots "
    "gallows works barracks crossroads odds outskirts premises remains savings proceeds whereabouts thanks sweepstakes united left right centre "
    "wealthy brave homeless jobless unemployed retired electorate world country city town village squad force bureau commission committee council "
    "court pack gang flock herd mob minority duo trio quartet quintet lot bunch half none welsh french english british irish dutch scots swiss "
    "so-called big small safe new early late north south east west").split())
"""Words whose ending misleads, and those with either verb."""


def guess_number(noun: str) -> int:
    """1 or 2 by the ending of a noun that is not known; 0 where the ending does not tell."""
    if noun in UNSURE or noun.endswith(("ed", "ing", "est", "er", "ly", "ics", "ese", "ish", "ful", "ous", "able", "ible", "al", "ive", "ic",
                                          "ary", "ent")):
        return 0
    if noun.endswith("s"):
        return 0 if noun.endswith(("ss", "us", "is", "os", "as")) else 2
    return 1 if len(noun) > 2 and "'" not in noun else 0
