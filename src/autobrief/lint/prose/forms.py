"""Wrong forms of verbs, comparatives and small words that copying and merging leave behind."""

import re
from collections.abc import Iterator

from .clauses import quoted
from .counts import NUMBER
from .lexicon import Lexicon
from .patterns import every, match, search
from .registry import PROSE, Found, rule

PARTICIPLES = {"took": "taken", "fell": "fallen", "grew": "grown", "went": "gone", "shrank": "shrunk", "gave": "given", "chose": "chosen",
        "began": "begun", "rose": "risen", "knew": "known",
               "saw": "seen", "drew": "drawn", "threw": "thrown", "wrote": "written", "spoke": "spoken", "swung": None, "did": "done",
                       "broke": "broken", "ran": "run", "came": "come", "became": "become", "overtook": "overtaken", "withdrew": "withdrawn",
               "drove": "driven", "wore": "worn", "shook": "shaken", "stole": "stolen", "forgot": "forgotten", "ate": "eaten", "rang": "rung"}
BASES = {"win": "won", "lose": "lost", "keep": "kept", "take": "taken", "elect": "elected", "rise": "risen", "retain": "retained",
        "regain": "regained", "hold": "held", "fall": "fallen",
         "gain": "gained", "grow": "grown", "choose": "chosen", "return": "returned", "see": "seen", "make": "made", "leave": "left",
         "bring": "brought",
         "tell": "told", "beat": "beaten", "give": "given", "begin": "begun", "find": "found", "stand": "stood",
         "build": "built", "send": "sent", "draw": "drawn"}
PAST = {"won": "win", "lost": "lose", "held": "hold", "took": "take", "kept": "keep", "gained": "gain", "fell": "fall", "rose": "rise",
        "stood": "stand", "was": "be", "were": "be",
        "had": "have", "has": "have", "is": "be", "are": "be", "grew": "grow", "went": "go", "came": "come", "wins": "win", "loses": "lose",
                "holds": "hold", "takes": "take", "keeps": "keep", "gains": "gain"}


@rule("verb-form", kinds=PROSE)
def verb_form(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A wrong form of a verb: “has took”, “have win”, “did not won”, “will lost”, “would of”."""
    text = passage.text
    for found in every(rf"\b(?:has|have|had|having) (?:now |also |not |since |never |"
                             rf"already )?({'|'.join(key for key, value in PARTICIPLES.items() if value)})(?![\w-])", text):
        if quoted(text, found.start()):
            continue
        if found[1] == "rose" and not match(r" (?:by|to|from|in|since|again|sharply)\b|"
                                               r"\s*[.,;]", text[found.end():]) or found[1] in ("saw", "did") and match(r" (?:mill|not)",
                                                       text[found.end():]):
            continue
        yield Found(found.start(1), f"write “{PARTICIPLES[found[1]]}”")
    yield from _base_forms(text)
    modal = r"(?:will|would|can|could|should|must|did|does|do|cannot|didn't|won't|couldn't|wouldn't|doesn't|to)"
    for found in every(rf"(?<![\w-])({modal}) (?:not |also |never |now )?({'|'.join(PAST)})(?![\w'’-])", text):
        before = text[:found.start()].rstrip()
        if found[1] == "to" and (found[2] not in ("won", "held", "took", "kept", "gained", "fell", "stood", "was", "were", "has", "wins", "loses",
                "holds", "takes", "keeps", "gains") or not search(
                r"\b(?:failed|able|hoping|hoped|seeking|expected|wants?|wanted|likely|managed|needed|first|last|only \w+|tried|continued|"
                r"set|due|unable|bid|aim|aiming|chance|party|candidate|woman|man|person|Conservative|independent)$", before)):
            continue
        if found[1] == "do" and search(r"\b(?:could|can|would|should|might|may|must|will|to)$", before):
            # "All it could do was wait."
            continue
        if found[1] in ("will", "can", "must", "do", "does") and search(r"\b(?:the|a|an|his|her|their|its|free|political|good|ill|this|"
            r"that|a must|of|in)$", before, re.I) or found[1] in ("do", "did") and before.endswith("to") or found[2] in ("gains", "takes",
                    "holds") and found[1] in ("do", "to"):
            continue
        if found[1] in ("did", "do", "does", "would", "could", "should") and search(r"\b(?:as|than|what|whatever|all|so|much as|it|"
            r"they|he|she|we|who|which|[A-Z]\w+|the \w+)$", before) and found[2] in ("was", "were", "is", "are", "has", "had"):
            continue
        yield Found(found.start(2), f"write “{PAST[found[2]]}”")
    for found in every(r"(?<![\w'’-])(?:has|have|had) (?:also |now )?(loses|wins|holds|takes|keeps|gains)(?= (?:\d|the\b|all\b|both\b|its\b|"
                             r"[a-z]+ seats\b|[A-Z]))", text):
        yield Found(found.start(1), f"write “{BASES[PAST[found[1]]]}”")
    for found in every(r"\b(?:said|says|that|where|when|because|and) (?:he|she|it) (were)(?= [\"“]|(?: \w+ed\b))(?<!as if)", text):
        if not search(r"\b(?:if|wish\w*|though|unless)\b", text[max(0, found.start() - 40):found.start()]):
            yield Found(found.start(1), "write “was”")
    yield from _after_have_and_be(text)


def _base_forms(text: str) -> Iterator[Found]:
    """Has win the seat, has lose control, did not expected."""
    for found in every(rf"\b(?:has|have|had) (?:now |also |not |since |never |already )?({'|'.join(BASES)})(?= (?:the|all|both|its|"
                             rf"their|his|her|it|them|him|this|every|each|no|another|more|most|just|only|some|an?|nearly|twice|once|again|"
                       rf"before|here|there|down|out|back|off|almost|over|about|seats|by|in|from [\dA-Z]|[A-Z]|{NUMBER}))", text):
        if not search(r"\b(?:must|to|what|who|may|might) (?:has|have|"
                         r"had)", found.group()) and not (found[1] in ("hold", "fall", "rise", "gain", "return")
                                 and match(r" (?:of|over|in|from [A-Z])", text[found.end():])):
            yield Found(found.start(1), f"write “{BASES[found[1]]}”")
    for found in every(r"\b(?:has|have|had) (?:now |also |not |since |never |already )?"
                       r"(lose|elect|choose|retain|regain|bring|tell|build|send)(?= \w|[.,;])", text):
        yield Found(found.start(1), f"write “{BASES[found[1]]}”")
    for found in every(r"\b(?:did|does|do|would|could|will|can|should|must) not (?:\w+ly )?(\w+[^\We]ed)(?![\w'’-])|"
                       r"\b(?:did|does|do|would|could|wo|should|ca)n['’]t (\w+[^\We]ed)(?![\w'’-])", text):
        said = found[1] or found[2]
        if said not in ("shed", "wed", "embed", "bed", "red", "led", "sled", "united", "only", "limited"):
            yield Found(found.end() - len(said), f"“{said}”: write the base form")


def _after_have_and_be(text: str) -> Iterator[Found]:
    """Would of, was win, has losing, the majority fallen, has was, has represent."""
    yield from _regular(text)
    for found in every(r"\b([Ww]ould|[Cc]ould|[Ss]hould|[Mm]ight|[Mm]ust) of(?! course| late)\b(?= (?:been|won|lost|held|taken|kept|"
                             r"had|gone|gained|the))", text):
        yield Found(found.start(), f"write “{found[1]} have”")
    for found in every(r"\b(?:was|were|been|being) (win|lose|take|took|hold|gain|elect|keep|fell|beat by|beat in|chose|gave|"
                             r"defeat)(?= (?:by|in|from|for)\b|\s*[.,;]|$| (?:by|in))|\b(?:was|were) (beat)(?= by| in)", text):
        base = (found[1] or found[2]).split()[0]
        right = {"took": "taken", "beat": "beaten", "chose": "chosen", "gave": "given", "defeat": "defeated"}.get(base) or BASES.get(base, "")
        if right and not (base in ("lose", "hold", "gain", "keep", "defeat") and match(r" for", text[found.end():])):
            yield Found(found.start(1) if found[1] else found.start(2), f"write “{right}”")
    for found in every(r"\b(?:has|have|had) (losing|winning|holding|taking|gaining|keeping|falling|rising)(?= (?:\d|the\b|all\b|"
                             r"both\b|its\b|by\b|to\b|from\b|one\b|two\b|three\b|seats\b|[A-Z]))", text):
        yield Found(found.start(1), "write the participle: lost, won, held, taken, gained, kept, fallen, risen")
    for found in every(r"(?:^|(?<=[.?!] ))(?:The|Its|His|Her|Their|[A-Z]\w+'s) (?:\w+ ){0,2}?(?:majority|turnout|share|swing|vote|"
                             r"lead|party|seats|votes) (fallen|risen|grown|shrunk|taken|given|begun)(?= (?:to|by|from|in|the|over)\b|[.,])", text):
        if not search(r"[^,.]*, (?:is|was|has|are)\b", text[found.end():]):
            yield Found(found.start(1), f"write “has {found[1]}”, or the past tense")
    for found in every(r"(?<![\w-])(?:has|have|had) (?:has|have)(?![\w-])|(?<![\w-])(?:is|was) (?:has|was|were|are)(?![\w-])|"
                             r"(?<![\w-])(?:are|were) (?:have|is|was|are)(?![\w-])|(?<![\w-])(?:is|was|are|were) (?:had|have)(?![\w-])|"
                             r"(?<![\w-])(?:has|have) (?:is|was|are|were)(?![\w-])", text):
        before = text[:found.start()]
        if search(r"\b[a-z]+ (?:(?:the|its|their|his|her) (?:[\w'’-]+ )?[\w'’-]+|it|they|he|she|we|you|Labour|[A-Z]\w+(?: [A-Z]\w+)?)(?: "
            r"\w+ly)? $",
                     before) and found.group().split()[0] != found.group().split()[1] and search(
                         r"\b(?:seats?|votes?|one|ones|thing|things|all|majority|majorities|MPs?|members?|lead|share|ground|places?|chance|most|"
                         r"least|best|more|gains?|holds?) (?:(?:that|which) )?(?:the|its|their|his|her|it|they|he|she|we|you|[A-Z])", before):
            continue
        if not search(r"\b(?:what|who|how|where|which|that|it|all|why|whatever|as|this|there|than|when|one|once|ever|"
                         r"\w+s?)(?: \w+){0,6} $", before) or found.group().split()[0] == found.group().split()[1] or \
                not search(r"\b(?:what|who|how|where|which|that|all|why|whatever|as|than|when|whoever|everything)\b", before, re.I):
            yield Found(found.start(), f"“{found.group()}”: write one verb")


def _regular(text: str) -> Iterator[Found]:
    """Has represent, was elect, she seen."""
    regular = "reduce increase widen delay announce create abolish expect select recount double halve confirm defer re-elect".split()
    for found in every(rf"\b(?:was|were|been|being) ({'|'.join(regular)})(?= (?:to|by|from|in|at|until|on|for|with)\b|\s*[.,;])", text):
        yield Found(found.start(1), f"write “{found[1]}{'d' if found[1][-1] == 'e' else 'ed'}”")
    for found in every(r"\b(?:an|the|his|her|its|their|with|a) (increase|reduce) (?=(?:majority|share|vote share|turnout|lead|"
                             r"number)\b)", text):
        yield Found(found.start(1), f"write “{found[1]}d”")
    plain = {"represent": "represented", "elect": "elected", "declare": "declared", "retain": "retained", "serve": "served", "contest": "contested",
             "defend": "defended", "switch": "switched", "join": "joined", "become": None, "defeat": "defeated", "vote": "voted", "change": "changed"}
    for found in every(rf"\b(?:has|have|had) (?:now |also |not |since |never |already |always "
        rf")?({'|'.join(key for key in plain if plain[key])})"
                             r"(?= (?:the|a|in|for|by|to|from|since|here|there|hands|it|[A-Z])\b| [A-Z]|\s*[.,;])", text):
        if found[1] not in ("defeat", "contest", "switch") or match(r" (?:the|[A-Z])", text[found.end():]):
            yield Found(found.start(1), f"write “{plain[found[1]]}”")
    for found in every(r"(?<![Tt]here )\b(?:was|were|been) (represent|elect|declare|retain|defend|contest|defeat)"
                       r"(?= (?:in|by|for|to|at|as|on|with|the|an?|MP|[A-Z]\w+)\b|\s*[.,;])", text):
        yield Found(found.start(1), f"write “{plain[found[1]]}”")
    for found in every(r"(?<![\w'’-])([Ss]he|[Hh]e|[Tt]hey|[Ii]t|[Ww]e) (seen|done|gone|taken|fallen|risen|grown|given|known|shown|begun|"
        r"chosen|been)"
                             r"(?![\w'’-])", text):
        if not search(r"\b(?:has|have|had|was|were|is|are|be|been|being|having|got|get|hasn't|hadn't|haven't)(?: \w+)? $", text[:found.start()],
            re.I):
            yield Found(found.start(2), f"write “has {found[2]}” or “had {found[2]}”, or the past tense")


@rule("twice-named", kinds=PROSE)
def twice_named(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A subject and its pronoun: “Mr Corbyn he won”, “Labour it has”."""
    done = r"(?:won|lost|held|kept|took|gained|has|had|was|is|said|came|beat|saw|fell)"
    for found in every(rf"(?:^|(?<=[.?!] ))(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame) [A-Z][\w'’-]+|[A-Z][\w'’-]+ [A-Z][\w'’-]+|Labour|The [a-z]+) "
                             rf"(he|she|it|they) {done}"
                             r"(?= (?:[A-Z]|\d|the\b|by\b|to\b|a\b|second\b|third\b))", passage.text):
        if not search(r", |\b(?:was|is|were|did|does)\b", passage.text[found.end():found.end() + 60]) and not match(
                r"(?:The|In|At|On|By|For|With|From|Once|When|After|Before|If|This|That|What|Only|So|Next|Last|Then|Here|There)\b(?! \w+ (?:he|"
                r"she) won by)", found.group()):
            yield Found(found.start(1), f"“{found[1]}” says again who it was: take it out")


@rule("comparative", kinds=PROSE)
def comparative(passage, lexicon: Lexicon) -> Iterator[Found]:
    """More with a comparative, most with a superlative, then for than: “more bigger”, “most narrowest”, “larger then”."""
    text = passage.text
    better = r"(?:bigger|larger|smaller|closer|higher|lower|narrower|wider|better|worse|greater|fewer|easier|harder|stronger|weaker|" \
             r"longer|shorter|slimmer|tighter|safer)"
    for found in every(rf"\b([Mm]ore|less) ({better})\b", text):
        before = text[:found.start()].rstrip()
        if search(r"\b(?:a|an|the|even|much|far|was|is|were|are|slightly|no|not|became|"
                     r"it)$", before) and not match(r" \w+s\b(?! (?:than|in|"
                                                       r"of))", text[found.end():]) or match(r" than\b|\s*[.,;]|$", text[found.end():]):
            yield Found(found.start(), f"write “{found[2]}”")
    for found in every(r"\b[Mm]ore (biggest|largest|smallest|closest|highest|lowest|narrowest|widest|best|worst|greatest|tightest)\b", text):
        yield Found(found.start(), f"write “{found[1]}”")
    for found in every(r"\b[Mm]ost (biggest|largest|smallest|closest|highest|lowest|narrowest|widest|best|worst|greatest|fewest|"
                             r"slimmest|tightest|safest)\b", text):
        yield Found(found.start(), f"write “{found[1]}”")
    for found in every(rf"\b([Mm]ore|[Ff]ewer|[Ll]ess|{better}|rather|other) then (?=\d|the\b|a\b|an\b|any\b|in\b|it\b|its\b|half\b|"
                             rf"last\b|expected\b|usual\b|ever\b|average\b|thought\b|predicted\b|those\b|most\b|one\b|two\b|three\b|four\b|"
                             rf"five\b|six\b|seven\b|eight\b|nine\b|ten\b|[A-Z])", text):
        if not search(r"\b(?:grew|got|became|grow|get|and|or|no) $", text[:found.start()]):
            yield Found(found.start() + len(found[1]) + 1, f"write “{found[1]} than”")
    for found in every(r"\b(?:one|two|three|\d+) (?:more|fewer|less) (then)(?= )|\b(?:more|fewer|less) (?:votes|seats|MPs|support|members|"
                             r"gains|losses|ground) (then)(?= (?:her|his|its|their|any|"
                             r"in|at|the|"
                             r"\d|all|Labour|ever)\b)", text):
        yield Found(found.end() - 4, "write “than”")
    for found in every(r"\b(\w+est) than\b", text):
        if found[1].lower() in ("smallest", "largest", "biggest", "closest", "highest", "lowest", "narrowest", "widest", "fewest", "greatest"):
            yield Found(found.start(), "a superlative with “than”: write the comparative")
    for found in every(r"\b(bigger|larger|smaller|closer|higher|lower|narrower|wider|fewer) of all\b", text):
        yield Found(found.start(), "write the superlative")


@rule("small-words", kinds=PROSE)
def small_words(passage, lexicon: Lexicon) -> Iterator[Found]:
    """Small words that do not go together: “who which”, “the a”, “and and”, “, and.”, “but and”."""
    text = passage.text
    for found in every(r"(?<![\w'’&-])(?:who which|which who|who that|that who|where which|which where|the a|the an|a the|an the|"
                             r"a an|an a|the his|the her|the its|the their|its the|their the|his the|a his|"
                             r"a its|a their|and but|but and|and or|or and|of of|is are|was were|are is|were was|has have|have has|in at|"
                             r"at in|in on|on in|by by|from by|a one of|the one of the the|which which|who who|"
                             r"and also and|while while|its their|their its|he she|she he|she they|it they|they it|an a|none no|no none|"
                             r"not none|all none|both all|with without|by over by|from from|and as well as)(?![\w'’-])", text):
        before, after, said = text[:found.start()].rstrip(), text[found.end():], found.group()
        if search(r"[\"“'‘]$", before) or match(r"[\"”'’]", after):
            continue
        if said == "on in" and search(r"\b(?:held|hold|holds|hung|hang|hangs|hanging|holding|clung|cling|carry|carried|stay\w*|lived?|"
            r"moved|went|kept|keep|so|later|early|go\w*)$", before) or said in (
                "that who", "who that", "in on", "on in", "in at", "and or", "at in",
            "and but") and search(r"\b(?:\w+ed|sworn|handed|brought|taken|given|gone|put|set|led|run|going|come|came|"
            r"let|be|is|was|went|go|got|get|look|call|called|drop|log|join|and|so|moved|close|in|on|carry|carried|those|say|says|"
            r"said)$", before) or said in ("is are", "the her", "the its", "it they", "was were", "has have"):
            if said not in ("was were", "is are", "has have") or search(r"\b(?:what|who|which|as|how|that|it|there)\b", before):
                continue
        if said in ("his the", "her the", "its the", "their the") and match(r" (?:\d+(?:st|nd|rd|th)|[a-z]+(?:th|est)|first|second|third|last)\b",
                after):
            # Hers was the 22nd and his the 111th.
            continue
        if said in ("a a", "the a") and match(r"(?:-|s? )(?:team|list|road|level)", after):
            continue
        yield Found(found.start(), f"“{said}”: write one of the two, or what is missing between them")
    for found in every(r",? (?:and|or|but)(?=\s*[.;)]|(?<!but):)(?!\s*\.\.)|, and,(?! (?:we|I|they|he|she|it|some|so|if|in|as|to|of|for|at|with|"
                       r"by|after|although|when|"
                             r"while|because|perhaps|on|since|though|once|given|from|like|unlike|despite|under|before|until|where|unless)\b)", text):
        if search(r",? (?:and|or|but)(?=\s*[.;:)])", found.group() + text[found.end():found.end() + 2]) and found.group().strip(" ,") in ("and",
                "or", "but") and not match(r"\s*[.;:)]", text[found.end():]):
            if not found.group().endswith(","):
                continue
        if found.group().endswith("but") and search(r"\b(?:anything|nothing|all|everything)$", text[:found.start()]):
            continue
        word = search(r"(?:and|or|but),?$", found.group())
        yield Found(found.start() + (word.start() if word else 0), "the list or sentence breaks off: write what comes after it")
