"""Names that lost a word, nouns in the wrong number beside an adjective, parties and places without their “the”."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from .clauses import quoted
from .counts import FUNCTION, NUMBER, amount
from .lexicon import Lexicon, alternatives
from .lists import two_seats
from .nouns import PLURALS
from .patterns import every, match, search
from .registry import FULL, Found, rule

WORDS_OF_COUNTS = frozenset("few dozen hundred thousand million score couple good great lot many of or and record".split())


@cache
def _broken(seats: frozenset[str], given: frozenset[str]) -> Mapping[str, str]:
    """Names of seats without their “and” or a comma -> the name."""
    found = {}
    for name in seats:
        for mark in (" and ", ", "):
            short = name.replace(mark, " ")
            if short not in seats and short != name and (" and " in short or short.split()[0] not in given):
                found[short] = name
    return found


@rule("broken-name", kinds=FULL)
def broken_name(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A seat without its “and” or comma, or two people or seats without what joins them: “Crewe Nantwich”, “Jo Gideon Jonathan Gullis took”."""
    text = passage.text
    broken = _broken(lexicon.seats | lexicon.bare_places | lexicon.the_places, lexicon.given)
    for found in every(rf"(?<![\w'’-]){alternatives(frozenset(broken))}(?![\w'’-]| [A-Z])", text):
        yield Found(found.start(), f"write “{broken[found.group()]}”")
    people = r"(?P<one>[A-Z][\w'’-]+ [A-Z][\w'’-]+) (?P<two>[A-Z][\w'’-]+ [A-Z][\w'’-]+)(?![\w'’-])"
    for found in every(rf"(?<![\w'’-]){people}", text):
        if found["one"] in lexicon.people and found["two"] in lexicon.people:
            yield Found(found.start("two"), "two people without a comma or “and” between them")
    for found in two_seats(text, lexicon):
        before, after = text[:found.start()], text[found.end():]
        ends = match(r"\.(?:\s|$)|;", after) and search(r"(?:, |\bin |\bfor )$", before)
        opens = match(r" (?:went|are|were|changed|have)\b", after) and search(r"(?:, |^)$", before)
        if (ends or opens) and found.group() not in lexicon.seats and found["one"] not in lexicon.given:
            yield Found(found.start("two"), "two seats without a comma or “and” between them")


@rule("number", kinds=FULL)
def number_of_a_noun(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A noun in the wrong number with a word between: “16 Midlands seat”, “every general elections”, “a Commons majorities”, “9.1 point lower”."""
    text = passage.text
    ones = alternatives("seat member candidate MP constituency gain recount deposit voter party".split())
    for found in every(rf"(?<![\w.,'’£$€/:+–-])(?P<count>{NUMBER}) (?:[A-Z][\w'’]+ ){{1,2}}(?P<noun>seat|MP|member|candidate){FUNCTION}", text):
        value = amount(found["count"])
        if value and value > 1 and not re.fullmatch(r"1\d{3}|20\d\d", found["count"]) and not search(r"\b(?:the|a|an|No|in|number) $",
                                                                                                       text[:found.start()], re.I):
            yield Found(found.start("noun"), f"more than one: write “{lexicon.more(found['noun'])}”")
    for found in every(r"(?<![\w.,])\d+\.\d (?P<noun>point)(?= (?:to|lower|higher|down|up|more|less|behind|ahead|there|short|since|clear|in|"
                             r"of the|from)\b|\s*[.,;])|(?<![\w.,])\d[\d,]+ postal (?P<vote>vote)\b", text):
        yield Found(found.start("noun" if found["noun"] else "vote"), "more than one: write the plural")
    for found in every(rf"\ball (?:the|its|their|of the) (?:other |remaining )?(?P<noun>{ones}){FUNCTION}", text):
        if not search(r"[-’']", found.group()) and not text[:found.start()].endswith(" of ") \
                and not match(r" (?:has|had|was|is|said|won|and)\b", text[found.end():]):
            yield Found(found.start("noun"), "more than one: write the plural")
    plurals = alternatives(PLURALS - {"votes", "wins", "independents", "leaders", "shares"})
    for found in every(rf"\b(?P<det>[Ee]very|[Ee]ach|[Aa]nother|[Aa]n?|[Tt]he one|[Tt]his) (?P<adj>(?!(?:other|of|in|as|bit|than)\b)[\w-]+ )"
                             rf"(?P<noun>{plurals})(?![\w'’-])(?:{FUNCTION}|(?= first\b))", text):
        if found["adj"].strip() in WORDS_OF_COUNTS or amount(found["adj"]) is not None or search(r"[a-z](?:ed|s|t)$", found["adj"].strip()) \
                and found["det"].lower() in ("each", "this") or quoted(text, found.start()):
            continue
        yield Found(found.start("noun"), "one: write the singular")
    for found in every(rf"(?<!-)\b(?P<det>an?|[Tt]he one|(?:with|overturned|has|had|is|was|becomes) an?) (?P<noun>{plurals}|"
        rf"MPs)(?![\w'’-])(?= (?:first|he|she|"
                             r"that|who|which|since|for|of|in|by)\b|\s*[.,;])", text):
        yield Found(found.start("noun"), "one: write the singular")
    for found in every(r"\b(?:[Aa]n?|former|deputy) (?P<noun>parties|votes|seats|elections) (?=(?:leader|share|total|candidate|member)\b)", text):
        yield Found(found.start("noun"), f"write “{lexicon.single(found['noun'])}”")
    for found in every(r"\b(?:[Aa]n?|the|The) [\d.]+-(?P<noun>points|votes|seats) (?=\w)", text):
        yield Found(found.start("noun"), f"write “{found['noun'][:-1]}”")


@rule("no-the", kinds=FULL)
def no_the(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A name or noun without its “the”: “to Liberal Democrats' Ann Lee”, “Ian Blackford, SNP's leader”, “in region”, “held seat by”."""
    text = passage.text
    many = alternatives(lexicon.many & lexicon.articled)
    given = alternatives(lexicon.given)
    number = r"(?:one|two|three|four|five|six|seven|eight|nine|\d+)"
    for pattern in (
            rf"(?:^|(?<=[a-z,.;] ))(?P<at>{many})['’] (?={given} [A-Z])",
            rf"(?:(?<=, )|(?<=and ))(?P<at>{many}) {number}(?=,| and|\.)",
            rf"\b(?:[Ff]rom|New for|[Cc]ost|[Gg]ave|[Gg]iven|[Bb]rought) (?P<at>{many})(?= {number}\b|, Labour| is\b)",
            rf"\b(?:[Ff]or|[Ff]rom) (?P<at>{many}), (?={given} [A-Z])",
            rf"\b(?:second|third|fourth|elected|votes|was [A-Z][\w-]+ [A-Z][\w-]+) for (?P<at>{many})(?=\s*[.,;]| (?:with|in|by|and)\b)",
            rf"\b(?:share of|[\d,]+ (?:votes )?behind|[A-Z][\w-]+ [A-Z][\w-]+ (?:of|for)|re-elected for|rose for|"
            rf"fell for) (?P<at>{many})(?=\s*[.,;]|\s*$| (?:rose|fell|"
            rf"and|are|is|in|by)\b)",
            rf", and (?P<at>{many}) (?=(?:have|won|hold|held|took|lost|gained) (?:all|both|the|one|two|three|\d))",
            rf"\bLabour and (?P<at>{many}) (?=(?:have|has|won|held|hold|took|each|share)\b)",
            rf"\bthe (?:{many}|SNP|DUP)[^.;]*? to (?P<at>{many})(?=\s*[.,;]|['’]|$)",
            rf"\bthe {many} (?:lost|gained|won|were|had|have|are|took|fell|rose)[^.;]* and (?P<at>{many}) (?:lost|gained|won|were|had|have|are|"
            rf"took|up|down)\b",
            rf"(?:^|(?<=[.?!] ))(?P<at>{many}) (?=(?:are (?:up|down) by|end|ended)\b)",
            r"(?<=[a-z,] )(?<!the )(?<!The )(?P<at>(?:SNP|DUP|SDLP|UUP)['’]s) ",
            r"\b(?:in|across|throughout|of|for) (?P<at>region|county|constituency)(?=\s*[.,;]|\s*$| (?:was|is|were|are|has|had|have|by|won|"
            r"where|to|since|"
            r"with|as|swung|went|and)\b)",
            r"(?<![\w-])(?:held|lost|won|took|gained|kept|retained|regained) (?P<at>seat)(?= (?:by|in|since|from|with|to|for|that|he|she|it|on)\b|"
            r"\s*[.,])",
            r"\b(?:where|when|because|while|though|although|and) (?P<at>party|seat|region|county) (?=(?:had|has|was|is|won|lost|kept|held)\b)",
            r", (?P<at>seat|party|county) (?=(?:he|she|it|which|where|they|[A-Z]\w+) (?:had|has|once|first|lost|won|held)\b)",
            r"\b(?:of|in|for|from|to|by|with|was|were|is|are|than|over) (?P<at>(?:region|county|constituency|party)['’]s) ",
            r"\b(?:for|to|by) (?P<at>party) (?=(?:by|with|since|in|at) [\dA-Za-z])", r"^(?P<at>Speaker)(?=, [A-Z]| was | is )",
            r"\b(?:share|part|half|third|quarter|most|%|rest|cent) of (?P<at>vote|seats|electorate)(?= (?:in|was|and|to|here)\b|"
            r"\s*[.,;])(?<!share of seats)"
            r"(?<!most of seats)"):
        for found in every(pattern, text):
            before = text[:found.start("at")]
            if match(rf"{many} {number}", found.group()) and not search(r"\b[Tt]he [A-Z]", text):
                continue
            if not quoted(text, found.start()) and not search(r"\b[Tt]he (?:Scottish |Welsh |two )?$", before) and not (
                    found["at"] == "party" and search(r"\b(?:third|political)[ -]$", before)):
                yield Found(found.start("at"), f"write “the {found['at']}”")


@rule("owned", kinds=FULL)
def owned(passage, lexicon: Lexicon) -> Iterator[Found]:
    """“On it's list”, “the regions members”, “Lewis Atkinsons win”, “the Liberal Democrats only gain”."""
    text = passage.text
    for found in every(r"\b(?:of|to|with|from|over|on|for|in) (?P<at>it['’]s) (?=[a-z]+(?:\s*[.,;]|\s|$))(?!it['’]s (?:a|an|the|not|been|"
        r"too|so|being|in|"
                             r"on|to|no|about|all|like|never|always|going|got|only|very|more|as|at|for|still|just|also|now|most|\w+ing|\w+ly|"
                             r"\w+ed|own goal)\b)|\b(?P<but>[Ii]t['’]s) (?:result|winner|boundaries|voters|name|history|neighbours?|residents|"
                             r"population|electorate)"
                             r"\b|\b(?P<new>it['’]s) new (?:MP|member|leader)(?=\s*[.,;]|$)", text):
        at = next(found.start(name) for name in ("at", "but", "new") if found[name])
        if not search(r"\b(?:one|what|where|that|which|everything) (?:of|to|with|from|over|on|for|in) $", text[:at]):
            yield Found(at, "write “its”")
    for found in every(r"\b[Tt]he (?P<at>regions|countys|partys|citys|governments|constituencys|towns) (?=(?:members|seats|voters|MPs|"
        r"candidates?|"
                             r"majority|largest|smallest|biggest|only|two|three|four|five|six|\d+|first|last|result|leader|vote|share)\b)", text):
        if not match(r"\w+ (?:first|last|only|vote|result|leader|two|three)", text[found.start("at"):]):
            yield Found(found.start("at"), f"write “{found['at'][:-1]}'s”")
    for found in every(r"(?<![\w'’-])(?P<name>[A-Z][\w'’-]+ [A-Z][\w-]+)s (?=(?:win|majority|majorities|lead|seat|defeat|victory|share|"
        r"vote|margin|in \d{4}|"
                             r"party|successor|predecessor)\b)", text):
        if found["name"] in lexicon.people and found["name"] + "s" not in lexicon.people or found["name"] in ("Margaret Thatcher", "Tony Blair"):
            yield Found(found.end("name"), f"write “{found['name']}'s”")
    many = alternatives(lexicon.many & lexicon.articled)
    for found in every(rf"\b[Tt]he (?P<at>{many}) (?=(?:only|largest|smallest|first|best|sole) (?:gain|loss|seat|win|result|majority|"
        rf"defeat)(?: in| of|"
                             rf" was| here| so)\b|sitting members|former leader|deputy leader)", text):
        yield Found(found.end("at"), f"write “{found['at']}'”")


@rule("runs-on", kinds=FULL)
def runs_on(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A small word with a capital where no sentence begins: “decided by 132 votes In Kent, Labour”, “at 1.06am The Conservatives held it”."""
    text = passage.text
    many = alternatives(lexicon.articled)
    opening = r"(?:In|With|At|From|For|By|No|After|As|Among|Across|Where|Of|On|When|While|Nobody|Nothing|Every|Each|Only|Since|Although|Once|" \
        r"Outside|All|Most|" \
              r"Some|Two|Three|Four|That|What|Behind|Until|Then|His|Her|If)"
    for found in every(rf"(?<=[a-z\d%)] )(?!No \d)(?P<at>{opening})(?= [a-z\d]+ [a-z\d]| (?:the )?[A-Z][^.,;]{{2,40}}, )|"
        rf"(?<=[a-z\d%)] )The(?= {many} [a-z]| Speaker)|"
                             rf"(?<=[A-Z][a-z]{3} )(?:No(?= [a-z]+ [a-z])|In(?= [A-Z][^.,;]{{2,30}}, [A-Z][^.]*\b(?:won|lost|gained|was|is|took|"
                             rf"held|had|has)\b))",
                             text):
        before = text[:found.start()]
        if quoted(text, found.start()) or search(r"\b(?:[A-Z][a-z]+ (?:[A-Z][a-z]+ )*(?:of|and|the|in|for|to|on|at|by|with|from) |called |"
            r"named |titled |entitled |programme |film |book |song |"
                                                    r"group |campaign |band |newspaper )$", before) or match(
                r"(?:Three|Two|Four|All|On|Of|One) [A-Z]", text[found.start():]):
            continue
        yield Found(found.start(), "a capital inside a sentence: put a full stop before it, or write it small")
