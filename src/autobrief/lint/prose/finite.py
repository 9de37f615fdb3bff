"""Verbs that their subject leaves bare or gives an -s too many: its majority fall, Ms Lee, who lost, return, Conservatives wins both."""

from collections.abc import Iterator
from functools import cache

from .clauses import quoted
from .concord import starts
from .inflections import FORMS
from .lexicon import Lexicon, alternatives, plain
from .nouns import GROUPS, KNOWN_MANY, KNOWN_ONE, MEASURES
from .patterns import every, search
from .phrases import Reading, after_modifiers, low, noun_phrase, reading
from .registry import PROSE, Found, rule
from .tagging import ADJECTIVES, Tag, tags_of
from .verbs import third, to_many
from .words import ADVERBS, BE, DETERMINERS, PREPOSITIONS, Word, number_word, words_of

NOUNS_TOO = KNOWN_ONE | GROUPS | frozenset(
    "need support control struggle fight race return call claim demand focus attack appeal battle benefit block boast boost campaign challenge "
    "charge chase check cheer command comment contest cost count cover crash cross cry cut damage deal debate decline decrease defect delay desert "
    "dispute display divide doubt drift drive edge end escape estimate experience express face fail favour feature figure finish force form guess "
    "halt handle harm haul help highlight host hurry increase influence interview invite join jump judge knock land last laugh launch lead leap lift "
    "limit link list look love march mark match measure mention merit mirror miss move name notice offer open order outline pass pause pay phone "
    "pick plan play plot poach point poll pose post praise present press profit project promise protest pull push question quote raid rally reach "
    "rebel record reform regard regret release remark repeat reply report request rescue research reserve resort respect rest result retreat reverse "
    "reward rule rush sack sample save score search seat second sense separate set shape share shift shock shop shout show sight sign smash snatch "
    "sort sound spare spark speed split sport spot spread spring stage stake stand start state stay steal steer step sting stop storm strain "
    "stress stretch strike study stumble suit sum surge surprise surrender survey suspect swap sweep swing switch talk target taste tear test thank "
    "thrash threat throw tie tip tour trade trail train transfer travel treat trial trick trigger trim triumph trouble trust try turn twist upset "
    "urge use value view visit vote wait walk want warm watch wave welcome win wipe wish wonder work worry wound yield double treble triple "
    "quadruple "
    "triple fall rise drop gain loss hold dip jump plunge climb slip slide slump tumble squeeze squeak blow break change choice comeback make keep "
    "take say stay know live like own lie let put run clear total complete narrow close open present average elect select lower tighten "
    "bring advance approach average base better blame cast draw dash export fancy feed forecast gather grant grip hit hope hurt input kick "
    "lack lapse leave level lobby mount net neglect note overlap overturn pair pledge quit read rebound recall remain review sway treat witness "
    "back hand head broadcast stem top tempt ease even slim slow".split())
"""Base forms that may be a noun or an adjective after another noun: the party control of the council."""
NEVER_BARE = frozenset(FORMS.pasts) | frozenset(FORMS.participles) - {"come", "become"} | {"come"}
"""Forms that are no base alone: beat, cut, cast, run."""
THINGS = frozenset("it them him us her all both every each another no an a the its his their this that these those most some what how out".split())
MOVES = "fall rise drop jump slump climb grow shrink narrow halve double plunge soar dip slip tumble increase decrease treble widen collapse"
SEATED = frozenset("win hold keep take lose gain regain retain represent defend contest leave quit".split())
OPENED = frozenset("as while but when where because and though although whereas so".split())
SUBJUNCTIVE = frozenset(("that", "if", "whether", "lest", "unless"))


@rule("bare-verb", kinds=PROSE)
def bare_verb(passage, lexicon: Lexicon) -> Iterator[Found]:
    """A verb in the wrong form for one thing or many: “its majority fall by half”, “Ms Lee, who lost, win it back”, “as Tories wins both”."""
    text = passage.text
    words, tags = words_of(text, lexicon), tags_of(text, lexicon)
    for at, opening in (*starts(words), *_after_as(words)):
        if opening in SUBJUNCTIVE or not at < len(words) or quoted(text, words[at].at) or _asks(words, at):
            continue
        many = _many(words, at, opening, lexicon)
        if many is not None:
            yield Found(words[many].at, f"the subject is plural: write “{FORMS.thirds[words[many].low]}”")
        verb = _bare(words, tags, at, opening, lexicon, passage.kind)
        if verb is not None:
            yield Found(words[verb].at, f"the subject is singular: write “{third(words[verb].low)}”")
    yield from _measures(text, lexicon)
    yield from _surnames(passage, lexicon, tags)
    yield from _parties(text, lexicon)


def _after_as(words: tuple[Word, ...]) -> Iterator[tuple[int, str]]:
    """Where “as” opens a clause."""
    for at, word in enumerate(words[:-1]):
        if word.low in ("as", "but", "and") and at and low(words, at - 1) not in ("such", "same", "well", "long", "soon", "far", "much", "just",
                "not"):
            if word.low == "as" or low(words, at - 1) == ",":
                yield at + 1, word.low


def _asks(words: tuple[Word, ...], at: int) -> bool:
    return next((word.said for word in words[at:] if word.said in ".?!;"), "") == "?"


def _bare(words: tuple[Word, ...], tags: tuple[Tag, ...], at: int, opening: str, lexicon: Lexicon, kind: str) -> int | None:
    """Where the base form stands that should have an -s."""
    read = reading(words, at, lexicon)
    phrase = noun_phrase(words, at, lexicon)
    owned = isinstance(read, Reading) and read.head == "majority" and low(words, at) in ("his", "her", "its", "their")
    if phrase is None or phrase.number != 1 and not owned or phrase.kind not in ("name", "noun") or phrase.counted:
        return None
    if opening == "and" and kind == "heading":
        return None
    if isinstance(read, Reading) and read.head not in KNOWN_ONE and not owned or phrase.kind == "noun" and not phrase.determined:
        return None
    end, aside = _past_aside(words, phrase.end)
    if not aside:
        end = after_modifiers(words, phrase, lexicon, opening == "")
    if end is None:
        return None
    while low(words, end) in ADVERBS:
        end += 1
    base = low(words, end)
    if end >= len(words) or base not in FORMS.bases or base in NEVER_BARE and base != "become" or words[end].capital:
        return None
    strong = aside and _has_object(words, end)
    if base in NOUNS_TOO and not strong:
        named = phrase.kind == "name" and kind != "heading" and end == phrase.end
        seated = base in SEATED and phrase.kind == "name" and end == phrase.end
        if kind == "heading" and seated and _capital(words, end + 1) and not _finite_later(tags, end):
            return end
        led = named and opening in OPENED or phrase.kind == "name" and opening in OPENED - {"and"} and end == phrase.end
        goes_on = led and low(words, end + 1) in PREPOSITIONS | {"to"} - {"of"}
        if not (_takes(words, end) and (kind != "heading" or opening) or goes_on) or _finite_later(tags, end) and not _tells(words, end):
            return None
    return end


def _many(words: tuple[Word, ...], at: int, opening: str, lexicon: Lexicon) -> int | None:
    """Where a verb in -s stands after several: six surviving MPs meets on Monday."""
    phrase, read = noun_phrase(words, at, lexicon), reading(words, at, lexicon)
    if phrase is None or phrase.number != 2 or phrase.kind != "noun" or not isinstance(read, Reading):
        return None
    if read.head in MEASURES or read.head not in KNOWN_MANY:
        return None
    if not phrase.determined and at and words[at - 1].kind != "mark":
        return None
    end = after_modifiers(words, phrase, lexicon, opening == "")
    while end is not None and low(words, end) in ADVERBS:
        end += 1
    said = low(words, end) if end is not None else ""
    sure = said in FORMS.thirds and FORMS.thirds[said] not in NOUNS_TOO and said not in KNOWN_MANY | BE
    return end if sure and end + 1 < len(words) and words[end + 1].kind != "mark" and not words[end].capital else None


def _past_aside(words: tuple[Word, ...], at: int) -> tuple[int, bool]:
    """Past the clause about a person or thing between two commas: “, who lost in 2015,”; and whether there is one."""
    first = low(words, at + 1)
    if low(words, at) != "," or first not in ("who", "which", "whose", "the", "a", "an", "once", "now", "first", "with") and not (
            first in FORMS.participles and first not in FORMS.bases):
        return at, False
    for end in range(at + 2, min(len(words), at + 26)):
        if words[end].said in ".;:?!":
            break
        if words[end].said == ",":
            joined = low(words, end + 1) in ("and", "or", "but", "who", "which")
            return (at, False) if joined else (end + 1, end > at + 2)
    return at, False


def _has_object(words: tuple[Word, ...], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and (after.low in THINGS | PREPOSITIONS | {"to"} - {"of"} or number_word(after) is not None or after.capital)


def _takes(words: tuple[Word, ...], at: int) -> bool:
    """Whether what follows is the object of a verb, which no noun has."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and (after.low in THINGS - {"all", "no"} or after.low in DETERMINERS and after.low not in ("more", "fewer", "enough")
                                  or _tells(words, at))


def _capital(words: tuple[Word, ...], at: int) -> bool:
    return at < len(words) and words[at].capital


def _tells(words: tuple[Word, ...], at: int) -> bool:
    """Mrs May say she will."""
    return low(words, at) in ("say", "know", "think", "believe", "hope") and low(words, at + 1) in ("she", "he", "it", "they", "we", "there")


def _finite_later(tags: tuple[Tag, ...], at: int) -> bool:
    """Whether another verb follows in the clause, so that the base form may be a noun of its subject."""
    for number in range(at + 1, len(tags)):
        tag = tags[number]
        if tag.low in (".", ";", ":", "?", "!", "–", "—") or tag.low in OPENED - {"and", "so"} or tag.kind == "rel":
            return False
        if tag.kind in ("be", "have", "do", "modal", "third", "past", "pastpart", "part") or tag.kind == "nsv" and tags[number - 1].kind not in (
                "num", "adj", "det", "own", "p"):
            return True
    return False


def _measures(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Its majority fall by half to 3,595; turnout rise to 68 per cent; the SNP vote fall."""
    moves = "|".join(MOVES.split())
    owner = rf"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w-]+['’]s?|(?:the )?{alternatives(lexicon.adjectives)})"
    thing = r"(?:majority|turnout|Turnout|share|vote share|vote|lead|support|swing|margin|poll share|tally)"
    moved = r"(?:by|to|from) (?:just |only |nearly |almost |more |less |fewer |over |under |about |around |a |an )*(?:than )?(?:\d|half|third|" \
            r"quarter|" \
            r"tenth|fifth|zero|one|two|three|four|five|six|seven|eight|nine|ten|single|fraction|record|low)"
    starts_clause = r"(?:^|(?<=[.?!;:] )|(?<=, but )|(?<=, and )|(?<=\bas )|(?<=\bwhile )|(?<=\band )|(?<=\bwhere )|(?<=\bwhen )|(?<=\balthough ))"
    for found in every(rf"{starts_clause}(?:{owner} (?:[\w-]+ )?)?{thing} (?:in (?:(?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*|the (?:county|"
                       rf"region|city|country|capital|polls)) )?(?P<verb>{moves}) "
                       rf"(?={moved}|\d)", text):
        later = search(r"^[^.;:,]*(?=[.;:,]|$)", text[found.end():]).group()
        if not quoted(text, found.start()) and not search(
                r"\b(?:is|was|are|were|has|had|have|will|would|could|can|may|might|did|does|gave|made|left|cost|meant|means|put|saw|came|"
                r"[a-z]+(?<!ne)ed|[a-z]{3,}(?<!vote)(?<!point)(?<!seat)(?<!year)(?<!place)s)\b", later):
            yield Found(found.start("verb"), f"the subject is singular: write “{third(found['verb'])}”, or the past tense")
    for found in every(rf"\b(?:[Aa]s|[Ww]hile|but|where) (?:the )?{alternatives(lexicon.adjectives)} (?:vote|share|majority|lead|"
                       rf"support) (?P<verb>{moves})"
                       r"(?=,|\s*$)", text):
        yield Found(found.start("verb"), f"the subject is singular: write “{third(found['verb'])}”")
    for found in every(rf"\b(?:[Aa]s|[Ww]hile|but|where|[Ww]hen) (?:turnout|support) (?P<verb>{moves})(?=,|\s*$| (?:across|in|everywhere|"
                       rf"elsewhere)\b)", text):
        yield Found(found.start("verb"), f"the subject is singular: write “{third(found['verb'])}”")


@cache
def _surnames_of(people: frozenset[str], taken: frozenset[str]) -> frozenset[str]:
    last = {name.split()[-1] for name in people}
    return frozenset(name for name in last if len(name) > 3 and not name.endswith("s") and plain(name) not in taken
                     and name.lower() not in ADJECTIVES | NOUNS_TOO | FORMS.bases | frozenset(
                         "young rich poor old black white french english irish welsh moderate people cable field may might will mark".split()))


@cache
def _taken(names: frozenset[str]) -> frozenset[str]:
    return names | {word for name in names for word in name.split()}


def surnames(lexicon: Lexicon) -> frozenset[str]:
    """Family names of members that are nothing else."""
    return _surnames_of(lexicon.people, _taken(frozenset(lexicon.names)))


def _surnames(passage, lexicon: Lexicon, tags: tuple[Tag, ...]) -> Iterator[Found]:
    """Sturgeon lose Westminster leader; as Salmond return to Westminster."""
    if passage.kind not in ("heading", "paragraph"):
        return
    names = surnames(lexicon)
    for at, tag in enumerate(tags[:-2]):
        if tag.word.said not in names or quoted(passage.text, tag.word.at):
            continue
        before, base = tags[at - 1].low if at else "", tags[at + 1].low
        if base not in FORMS.bases or base in NEVER_BARE or tags[at + 1].word.capital or _asks(tuple(tag.word for tag in tags), at):
            continue
        opens = at == 0 or before in ("as", "while", "but", ";", ":") or before in ("when", "where", "because")
        after = tags[at + 2]
        sure = base not in NOUNS_TOO and (after.kind in ("det", "num", "own", "name", "to", "p", "adj", "noun", "x", "pron", "adv"))
        led = before in ("as", "while") and after.kind in ("to", "p", "det", "num", "name") and after.low != "of"
        if opens and (sure or led) and not _finite_later(tags, at + 1) and not (at == 0 and tag.word.said in lexicon.given):
            yield Found(tags[at + 1].word.at, f"one person: write “{third(base)}”")


def _parties(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """As Conservatives wins both; Independents wins in Wyre Forest; the nationalists, who led in 2017, wins."""
    verbs = alternatives(third(verb) for verb in (
        "win hold lose take keep gain regain retain come go fall stay lead need remain beat oust unseat defend sweep want say face see".split()))
    many = alternatives(lexicon.many | {"Independents", "Nationalists", "Unionists", "nationalists", "unionists", "independents", "Scottish Tories",
                                        "rebels", "Rebels"})
    after = r"(?= (?:[A-Z]|\d|both\b|all\b|every\b|the\b|an?\b|its\b|their\b|in\b|on\b|out\b|by\b|from\b|to\b|one\b|two\b|three\b|four\b|five\b|" \
            r"six\b|seven\b|eight\b|nine\b|ten\b|only\b|no\b|seats?\b|control\b|ground\b|second\b|third\b))"
    for found in every(rf"(?:^|(?<=[.?!;] )|\b(?:as|while|but|when|where|because|though|although),? )(?:[Tt]he )?{many} "
                       rf"(?:also |now |still |again )?(?P<verb>{verbs}){after}", text):
        if quoted(text, found.start()) or found["verb"] in ("gains", "holds", "takes", "leads", "falls", "needs", "wins") and search(
                r"^ (?:in|from|by|to)\b[^.;]*\b(?:were|are|was|is|have|had|include|came|left|mean|put)\b", text[found.end():]):
            continue
        if found["verb"] == "gains" and search(r"^ (?:in|from|by|of|to|on)\b", text[found.end():]):
            continue
        yield Found(found.start("verb"), f"the party is plural: write “{to_many(found['verb'])}”")
