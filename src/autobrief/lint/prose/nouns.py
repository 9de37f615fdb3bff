"""Nouns that the head of a subject may be, with the number that each has whatever stands around it."""

SINGULARS = frozenset(
    "turnout swing seat share region county city result party lead vote margin election constituency gain loss town contest figure change "
    "picture poll gap country count recount difference victory defeat majority report MP member candidate leader minister winner runner-up "
    "successor predecessor independent decision reason night campaign manifesto name place battle race borough district declaration tally record "
    "pattern trend message boundary increase decrease rise fall drop average referendum by-election deposit ballot question answer outcome tie "
    "exception village valley hold move councillor rival opponent incumbent nation coalition parliament win successor speaker lead Commons".split())
"""With an article or another such word before them."""
ANY_ONE = frozenset("turnout swing gap margin difference result contest picture victory defeat report lead outcome".split())
"""Those that take no other thing as well by “and” in what follows them: the gap between Labour and the SNP."""
ONES = SINGULARS | frozenset("question problem story lesson road".split())
PLURALS = frozenset(
    "seats votes members candidates MPs majorities gains losses results elections recounts deposits parties constituencies counties cities "
    "ministers leaders voters contests changes defeats victories swings winners councillors boundaries towns regions figures declarations "
    "independents rivals margins turnouts shares changes communities by-elections supporters".split())
