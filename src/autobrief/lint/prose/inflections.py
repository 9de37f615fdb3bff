"""Verbs of the news with their forms: take, takes, took, taken, taking."""

from .verbs import third

IRREGULAR = (
    "beat beat beaten, become became become, begin began begun, bring brought brought, build built built, buy bought bought, "
    "catch caught caught, cling clung clung, choose chose chosen, come came come, cost cost cost, cut cut cut, deal dealt dealt, do did done, "
    "draw drew drawn, "
    "drive drove driven, eat ate eaten, fall fell fallen, feel felt felt, fight fought fought, find found found, fly flew flown, forget forgot "
    "forgotten, "
    "forgive forgave forgiven, get got got, give gave given, go went gone, grow grew grown, hang hung hung, hear heard heard, hide hid hidden, "
    "hit hit hit, hold held held, hurt hurt hurt, keep kept kept, know knew known, lay laid laid, lead led led, leave left left, lend lent lent, "
    "let let let, lie lay lain, lose lost lost, make made made, mean meant meant, meet met met, outdo outdid outdone, overcome overcame overcome, "
    "oversee oversaw overseen, overtake overtook overtaken, overthrow overthrew overthrown, pay paid paid, put put put, quit quit quit, redraw "
    "redrew redrawn, "
    "read read read, rebuild rebuilt rebuilt, retake retook retaken, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said said, "
    "see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken, show showed shown, shrink shrank shrunk, "
    "sing sang sung, sink sank sunk, sit sat sat, sleep slept slept, slide slid slid, speak spoke spoken, spend spent spent, split split split, "
    "spread spread spread, spring sprang sprung, stand stood stood, steal stole stolen, stick stuck stuck, strike struck struck, swear swore sworn, "
    "sweep swept swept, swing swung swung, take took taken, teach taught taught, tear tore torn, tell told told, think thought thought, "
    "throw threw thrown, undergo underwent undergone, understand understood understood, wake woke woken, wear wore worn, win won won, "
    "withdraw withdrew withdrawn, withstand withstood withstood, write wrote written, break broke broken, bear bore borne, bet bet bet, "
    "dig dug dug, drink drank drunk, foresee foresaw foreseen, freeze froze frozen, uphold upheld upheld, undo undid undone, shut shut shut, "
    "cast cast cast, forecast forecast forecast, broadcast broadcast broadcast, upset upset upset, rerun reran rerun, shed shed shed"
)
REGULAR = (
    "accept accuse achieve act add address admit admire adopt advance agree aim allow announce answer apologise appeal appear apply appoint "
    "approach argue arrange arrive ask attack attract await back ban base believe belong benefit blame block boast book boost call campaign "
    "cancel capture care carry cause celebrate challenge change chase check cheer claim clear climb clinch close collapse collect come combine "
    "command comment commit compare complain complete concede concern conclude conduct confirm congratulate consider consist contain contest "
    "continue contribute control count cover create criticise cross crush dash decide declare decline decrease defeat defect defend defy "
    "delay deliver demand deny depart depend describe deserve desert destroy determine devote differ disappear disappoint discuss dismiss "
    "display dispute dissolve divide dominate doubt double drift drop earn ease echo edge elect eliminate embarrass emerge encourage end endorse "
    "endure enjoy enter erode escape establish estimate exceed expect explain express extend face fade fail favour fear feature field figure "
    "finish flip "
    "focus follow force form gain gather govern grab grant greet guess halve hand happen haul head help highlight hope host humiliate hurry ignore "
    "improve include increase indicate inflict inherit insist inspire intend interview introduce invite join jump last laugh launch lean leap lift "
    "like limit link list live lodge look love maintain manage mark match matter measure mention merge miss mount move multiply mirror name "
    "narrow need "
    "nominate note notice nudge obtain occupy offer open oppose order organise oust outline outnumber outperform outpoll outstrip outvote overturn "
    "owe own pass pause persuade phone pick pile place plan play pledge plunge point poll pose post postpone pour praise predict prefer prepare "
    "present "
    "preserve press prevail prevent produce promise prompt propose protect prove provide publish pull punish push qualify question quote raise "
    "reach react realise recall receive reclaim recognise recommend record recover reduce refer reflect refuse regain regard register "
    "reject relate release rely remain remember remove repeat replace reply report represent require resign resist resolve respond rest restore "
    "result retain retire return reveal reverse rout rule rush sack sail sample save score scrape seal secure seem seize separate serve settle "
    "shape share shift shock shout sign signal slash slip slump smash soar spare spark squeeze squeak stage start state stay stem step stop "
    "storm stretch struggle stumble stun submit succeed suffer suggest sum support suppose surge surprise surrender survive suspect suspend switch "
    "talk target tend thank threaten thrash tighten tip top total touch trail transfer transform travel trigger triple triumph trounce try "
    "tumble turn "
    "unite unseat urge use vacate vanish vary vote visit vow wait walk want warn watch weaken welcome whittle widen wipe wish wonder work worry "
    "yield expel elevate quadruple treble redouble retake compete comprise confront console defer deprive dent dip displace embrace "
    "exist flock hail hinder impress lack linger loom occur overhaul overshadow overlap poach ponder rebound relinquish resume shore "
    "shrug slice snatch swap tempt topple trim underline usher veer verify wane witness"
).split()
DOUBLED = frozenset(
    "ban plan drop flip grab slip stem step stop stun sum swap tip top trim dip shrug commit submit admit defer refer prefer transfer occur expel "
    "control cancel signal total travel outstrip overlap begin cut forget get hit let put run set sit split win bet dig shut upset rerun quit".split()
)
"""Those that double their last letter before -ed and -ing."""


class Forms:
    """Every form of the verbs, each with its base; a form may be several things."""

    def __init__(self) -> None:
        self.bases: set[str] = set()
        self.thirds: dict[str, str] = {}
        self.pasts: dict[str, str] = {}
        self.participles: dict[str, str] = {}
        self.gerunds: dict[str, str] = {}
        for triple in IRREGULAR.split(", "):
            self._add(*triple.split())
        for base in REGULAR:
            if base not in self.bases:
                past = _past(base)
                self._add(base, past, past)

    def _add(self, base: str, past: str, participle: str) -> None:
        self.bases.add(base)
        self.thirds[third(base)] = base
        self.pasts[past] = base
        self.participles[participle] = base
        self.gerunds[_gerund(base)] = base


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if base in DOUBLED else "") + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if base in DOUBLED else "") + "ing"


FORMS = Forms()
