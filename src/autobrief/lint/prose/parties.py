"""Names of parties with and without their article, and their possessives."""

import re
from collections.abc import Iterator

from .clauses import opens_clause, quoted
from .lexicon import Lexicon, alternatives
from .patterns import every, match, search
from .registry import FULL, PROSE, Found, rule

RESULT = r"(?:has|won|lost|held|gained|took|kept|retained|regained|had|hold|holds|takes|keeps|is|was|wins|loses|gains(?! (?:was|were|are|is|in|" \
    r"from|and|came)\b)|finished|came)"
DONE = r"(?:(?:have|had) (?:gained|won|lost|held|taken|kept|retained|regained|no|all|both|now|\d+|one|two|three|four|five|six|seven|eight|nine)|" \
    r"won|gained|lost|took|held|kept|has|was|is|retained)"
STOP = r"(?=\s*[.,;:)](?!\w)|\s*$| (?:to|in|by|with|since|after|has|had|was|is|won|lost|for|from|on|at|last|on)\b)"
GOES_ON = r"(?=\s*[.,;:)](?!\w)|\s*$| (?:to|in|by|with|since|after|has|had|was|is|won|lost|for|from|on|at|last|as|rose|fell|but|who|which|where|" \
    r"while|until|" \
          r"when|than|and (?:by|from|to|one|two|three|four|a|an|the|sitting|out|\d))\b)"


@rule("party-article", kinds=FULL)
def party_article(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A party without its “the”, or with one it does not have: “Liberal Democrats has”, “gained from SNP”, “the Labour won”."""
    text = passage.text
    one, many = lexicon.articled & lexicon.one, lexicon.articled & lexicon.many
    for names, verbs in ((one, RESULT), (many, DONE)):
        for found in every(rf"(?<![\w'’-])({alternatives(names)}) (?:also |now |still |since )?{verbs}(?![\w'’-])", text):
            before = text[:found.start()]
            after_and = search(r"\b(?:and|or|the|new|other|all|most|more|some|many|fewer) $", before, re.I)
            if search(r"^\d\d?[.:]\d\d\b[^.;]*: $", before):
                # 02:14 Foyle: SDLP hold: a note in a live report.
                continue
            if not after_and and not quoted(text, found.start()) and opens_clause(before):
                yield Found(found.start(), f"write “{'the' if before.strip() else 'The'} {found[1]}”")
    moved = r"\b(?:points|share|gained|gain|won|took|taken|lost|swing|seats?|passed|votes?|fell|swung|went|beaten|held|gains|losses|MPs?|" \
        r"majority|kept|" \
            r"second|third|behind|ahead|back)\b"
    for found in every(rf"\b(from|to|by|for|over|behind|of|between|against|than|with) ({alternatives(lexicon.articled)})(?! and\b|"
                             rf" or\b|'){GOES_ON}", text):
        before = text[max(0, found.start() - 60):found.start()]
        stood = found[1] == "for" and search(r"\b(?:stood|standing|stand|ran|sat|elected|MP|member|candidate|won|\d%|seats?|gains?|one|two|"
            r"three|losses|(?:won|held|gained|took|kept|"
                                                r"lost) (?:it|[A-Z][\w-]+|the seat)) $", before)
        acronym = found[2] in one and found[2].isupper() and not search(r"[A-Z][\w-]+(?:,| and) $", before)
        if stood or acronym or search(moved, before) and not (found[2] in many and found[1] in ("by", "of", "for", "with", "than", "between",
            "against")):
            yield Found(found.start(2), f"write “{found[1]} the {found[2]}”")
    yield from _without(text, many)
    plain = (lexicon.one | lexicon.many) - lexicon.articled - lexicon.adjectives | {name for name in lexicon.one - lexicon.articled}
    plain = {name for name in plain if name not in lexicon.many and f"the {name}" not in lexicon.words["the_parties"]}
    for found in every(rf"(?<![\w'’-])([Tt]he) ({alternatives(plain)})(?:(?=\s*[.;)](?!\w)|\s*$| (?:(?!hold (?:in|on|of|was|is|there|"
        rf"at)\b){RESULT}|have|are|were|"
                             rf"lead(?! (?:of|over|had|has|was|is|were|in|fell|rose|there|here|stood|by|at)\b)|"
                             rf"leads|to|by|from|in|for|at|since|after|with)(?![\w-])|(?= and (?:\d|the\b|one\b|two\b|"
                             rf"three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b)))|(?=, (?!and\b)[a-z])|(?= (?:one|two|three|four|five|six|"
                             rf"seven|eight|nine|\d+)[.,;])|"
                             rf"(?= (?:rose|fell|grew|polled|shrank|too|until)\b)|(?=, "
                             rf"(?:which|who|with|in|but)\b)|'s\b)", text):
        after = text[found.end():]
        if not match(rf" (?:to|by|from) (?:{alternatives(lexicon.adjectives | lexicon.many)}|"
                        rf"-)", after) and not match(r"'s (?=[A-Z])", after):
            yield Found(found.start(), f"{found[2]} has no “the”: write “{found[2]}”")


def _without(text: str, many: frozenset[str]) -> Iterator[Found]:
    """Won it for Conservatives; lost to Green Party."""
    for found in every(rf"\b(?:won|held|took|gained|kept|elected|returned|stood|gains?|sat|re-election|retained|%)(?!\w)[^.;]{{0,120}}? for "
        rf"({alternatives(many)})"
                             rf"(?=\s*[.,;]|\s*$| (?:at|in|across|by|with|since|after|but|and (?:\d|out|sitting|in|by|the|a|one|two))\b)", text):
        if not search(r"\b(?:night|results?|news|day|year|time|trouble|hope|blow|good|bad|vote|voted|votes|voting|the|chance|both|and|best|"
            r"worst) for ",
                         found.group()[-30:]):
            yield Found(found.start(1), f"write “the {found[1]}”")
    for found in every(rf"\b(?:[Gg]ain(?:s|ed|ing)?|[Tt]ook|[Tt]aken|[Tt]ak(?:es|ing)|[Ww]on|[Ww]inning|[Ss]eized|[Cc]aptured|[Ll]os[et]s?|[Ll]osing|"
                       rf"[Ss]wing|[Ss]eats?) (?:(?!from\b|to\b|for\b|which\b|that\b|who\b|in\b|and\b)[\w'’-]+ ){{0,4}}?(?:from|to) "
                       rf"({alternatives(many)})"
                       r"(?=\s*[.,;](?!\w)|\s*$| (?:in|by|with|at|since|after|but) (?:[A-Z\d]|the\b|an?\b)| and (?:two|three|four|five|one|six|\d|"
                       r"the\b))", text):
        if not quoted(text, found.start()) and not search(r"\b(?:both|between|against) ", found.group()):
            yield Found(found.start(1), f"write “the {found[1]}”")
    for found in every(rf"\b(?:lost|won|passed|went|beaten|gained|swing|seats?|votes?|stood|elected|second|third) (?:it )?(?:to|from|by|"
        rf"for|behind)"
                             rf" (?P<name>(?:(?:Green|Labour|Conservative|Brexit|Workers|Co-operative|Yorkshire|Alliance|Alba|Liberal|Scottish "
                             rf"National|Scottish Green|Democratic Unionist|Ulster Unionist) )Party){STOP}", text):
        yield Found(found.start("name"), f"write “the {found['name']}”")


@rule("possessive")
def party_possessive(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A wrong possessive: “Conservatives's”, “Labours'”, “the Conservatives majority”, “the Liberal Democrat's won”, “it's majority”."""
    text = passage.text
    for found in every(rf"(?<![\w'’-])({alternatives(lexicon.many)})(['’]s)\b", text):
        yield Found(found.start(2), f"write “{found[1]}'”")
    for found in every(rf"(?<![\w'’-])({alternatives({name for name in lexicon.one if name[-1] != 's'})})(s?['’]|s['’]s)(?![\w'’])", text):
        if found[2][0] != "s" and quoted(text, found.end()) or found[2] in "'’" and (quoted(text, found.start())
                or search(r"(?:^|[\s(])['‘][^'’]*$", text[:found.start()])):
            continue
        yield Found(found.start(2), f"write “{found[1]}'s”")
    singular = r"(?:majority|majorities|share|candidate|candidates|leader|manifesto|tally|total of|vote share|lead over|lead of|lead in|deputy)"
    for found in every(rf"(?<![\w'’-])([Tt]he) ({alternatives(lexicon.many & lexicon.articled)}) (?={singular}\b)", text):
        lead = match(r"(?:lead|share)\b", text[found.end():])
        if not (lead and (opens_clause(text[:found.start()]) or text[:found.start()].endswith(" and "))):
            yield Found(found.start(2), f"write “the {found[2]}'”")
    for found in every(rf"(?<![\w'’-])({alternatives({name for name in lexicon.one if name[-1] != 's'})})s (?={singular}\b)", text):
        yield Found(found.start(), f"write “{found[1]}'s”")
    people = {name[:-1] for name in lexicon.many if name.endswith("s")} | {"MP", "Tory", "member", "candidate", "seat", "vote", "independent",
            "voter", "minister"}
    numbered = r"(?:\b(?i:two|three|four|five|six|seven|eight|nine|ten|\d+|many|several|few|all|both|these|those|other|more|most|former|" \
               r"sitting) (?:[A-Z]\w+ )?|\b[Tt]he )"
    for found in every(rf"({numbered})({alternatives(people)})['’]s(?= (?:who|won|have|are|were|lost|took|held|gained|finished|in|elected|"
                             rf"beaten|stood|from|to|and|of|hold|changed|by|kept|lose|left|stayed|came|had)\b|\s*[.,;])", text):
        if found[1].lower() == "the " and not match(r"['’]?s? (?:won|have|are|were|lost|took|held|gained|kept|came|finished|hold|"
                                        r"had)\b", text[found.end() - 2:]):
            continue
        plural = lexicon.more(found[2])
        yield Found(found.start(2), f"no apostrophe in a plural: write “{plural}”")
    yield from _small_owners(text)


def _small_owners(text: str) -> Iterator[Found]:
    """“It's majority”, “who's seat”, “its' votes”, two apostrophes."""
    for found in every(r"\b([Ii])t['’]s (?=(?:majority|majorities|seats?|share|votes?|MPs?|candidates?|leader|own|members?|vote|"
                             r"lead|turnout|tally|biggest|largest|smallest|"
                             r"first (?:seat|MP|win|gain)|best|worst|lowest|highest|only (?:seat|MP|gain))\b)", text):
        if not match(r"(?:own goal|first|biggest|best|worst|only|largest) (?:that|who|which)", text[found.end():]) and not match(
                r"(?:biggest|largest|smallest|best|worst|lowest|highest)(?! (?:majority|share|seat|vote|total|number|tally|swing|"
                r"result))", text[found.end():]):
            yield Found(found.start(), f"write “{found[1]}ts”")
    for found in every(r"\b[Ww]ho['’]s (?=(?:majority|seat|share|vote|party|lead|predecessor|successor)\b)", text):
        yield Found(found.start(), "write “whose”")
    for found in every(r"\b[A-Za-z]+(?:[sx])['’]s['’]|\b\w+['’]s['’]s\b|\b\w+['’]['’]s\b|\b[A-Z]\w+['’] s\b", text):
        yield Found(found.start(), f"“{found.group()}”: write one apostrophe")
    for found in every(r"\b([Ii]t|their|her|your|our)s['’](?= [a-z])", text):
        yield Found(found.start(), f"write “{found[1]}s” without an apostrophe, or “{found[1]}”")


@rule("party-name", kinds=PROSE)
def party_name(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A party's name in the wrong case or number: “liberal democrats”, “Snp”, “the Liberal Democrat have”, “conservatives won”."""
    text = passage.text
    for found in every(r"(?<![\w.@#/-])(liberal democrats|lib dems|plaid cymru|sinn f[ée]in|reform uk|brexit party|"
                             r"Liberal democrats?|Reform uk|Plaid cymru|Lib dems?|"
                             r"Snp|Dup|Ld|Sdlp|Uup|Tuv|snp|dup|sdlp|ukip|uup|Mp|Mps|Uk|LABOUR|CONSERVATIVES?|LIBERAL DEMOCRATS?|torys|Torys|"
                             r"liberal Democrats?|plaid Cymru|sinn F[ée]in|reform UK|green Party|labour Party|"
                             r"conservative Party|brexit Party|Scottish national party|SNPs|Labours|Conservativess)(?![\w'’-]|\.\w)", text):
        word = found[1]
        if word.isupper() and (text.isupper() or quoted(text, found.start()) or search(r"\b(?!THE )[A-Z]{3,} ?$", text[:found.start()])) \
                or word == "dup" and "dup." in text:
            continue
        if word == "Ld" and match(r"\.? [A-Z]", text[found.end():]):
            continue
        right = {"mp": "MP", "mps": "MPs", "uk": "UK", "snps": "SNP", "torys": "Tories", "labours": "Labour",
                "conservativess": "Conservatives"}.get(word.lower()) \
            or next((name for name in sorted(lexicon.one | lexicon.many | lexicon.adjectives) if name.lower() == word.lower()),
                    "the name as it is written")
        yield Found(found.start(), f"write “{right}”")
    for found in every(r"\b(?:the )?(conservatives|labour|greens|tories) (?:won|gained|lost|held|took|kept) (?:[A-Z]|\d|seats|"
                             r"the seat|all|both|one|two|three|four|five|six|seven|eight|nine)", text):
        if not search(r"\b(?:small|social|[a-z]+) $", text[:found.start()]) or found.group().startswith("the"):
            yield Found(found.start(1), f"a party's name: write “{found[1].capitalize()}”")
    for found in every(r"\b(?:from|to|for|by) (labour|the conservatives|the greens)(?= (?:to|from|in [A-Z]|by \d)| ?[.,;])", text):
        if search(r"\b(?:seats?|swing|won|lost|gained|took|held|votes?)\b", text[:found.start()]):
            yield Found(found.start(1), f"a party's name: write “{found[1][:-len(found[1].split()[-1])]}{found[1].split()[-1].capitalize()}”")
    for found in every(rf"(?:^|(?<=[.?!;] ))The (Green|Conservative|Liberal Democrat|Lib Dem)(['’]s) (?={alternatives(lexicon.given)} "
                             rf"[A-Z])", text):
        yield Found(found.start(2), f"write “{found[1]}s'”")
    yield from _in_the_singular(text, lexicon)


def _in_the_singular(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """“The Conservative won three seats”, “Greens candidate Ann Lee”, “the greens came third”."""
    singular = alternatives({name[:-1] for name in lexicon.many & lexicon.articled if name.endswith("s") and not name.endswith("ies")} | {"Tory"})
    for found in every(rf"\b([Tt]he) ({singular}) (won|lost|held|gained|took|kept) (?:all|both|[a-z]+|\d{{1,2}}) (?:seats|MPs|of (?:its|"
                             rf"their))\b", text):
        yield Found(found.start(2), f"write “{lexicon.more(found[2])}”")
    for found in every(r"(?:^|(?<=[.?!;] )|(?<=, )|(?<=\bthe ))(Conservatives|Greens|Tories) (?=(?:candidate|MP|councillor|leader) "
                             r"[A-Z])", text):
        yield Found(found.start(1), f"write “{ {'Tories': 'Tory'}.get(found[1]) or found[1][:-1]}”")
    for found in every(r"\b[Tt]he (greens|conservatives|tories) (?=(?:came|finished|polled|fell|won|lost) (?:first|second|third|fourth|"
                             r"fifth|last|to|in|by|\d|their))",
                             text):
        yield Found(found.start(1), f"a party's name: write “{found[1].capitalize()}”")
    for found in every(rf"\b([Tt]he) ({singular}) (have|are|were|(?:hold|gain|lose|win|keep|take|need)(?= (?:only|all|both|one|two|three|"
                             rf"four|five|"
                             r"\d)))\b", text):
        if opens_clause(text[:found.start()]):
            yield Found(found.start(2), f"write “{lexicon.more(found[2])}”")


@rule("party-noun", kinds=PROSE)
def party_noun(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A party's name where its adjective belongs: “a Conservatives majority”, “a Greens gain”, “three Conservatives seats”."""
    nouns = r"(?:majority|gain|hold|seat|seats|MP|MPs|candidate|candidates|vote|lead|win|member|members|majorities|gains|losses|loss|" \
            r"vote share|councillor)"
    for found in every(rf"\b((?i:an?|one|two|three|four|five|six|seven|eight|nine|\d+|former|"
                             rf"sitting)) ({alternatives(lexicon.many)}) (?={nouns}\b)", passage.text):
        adjective = {"Conservatives": "Conservative", "Tories": "Tory", "Greens": "Green"}.get(found[2], found[2][:-1])
        yield Found(found.start(2), f"write “{found[1]} {adjective}”")
