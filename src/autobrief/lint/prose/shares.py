"""A share and what it is of: 51.3% of the vote."""

from collections.abc import Iterator

from .patterns import every
from .registry import FULL, Found, rule

FIGURE = r"\d{1,2}(?:\.\d+)?"
END = r"(?=\s*[.,;)](?!\w)|\s*$| (?:in|to|and|at|for|on|with|than|last|from|was|went|here|there|compared)\b)"


@rule("share", kinds=FULL)
def share(passage, lexicon) -> Iterator[Found]:
    """A share that lacks a word or has one too many: “51.3 of the vote”, “51.3% of vote”, “51.3% the vote”, “a 51.3% of the vote”."""
    text = passage.text
    unit = r"(?:%| per cent)"
    for pattern, right in ((rf"(?<![\w.,£-]){FIGURE} (?P<at>of) the (?:popular |total |valid |party |whole )?(?:vote|poll|electorate){END}", "%"),
                           (rf"\d{unit} (?P<at>of) (?:vote|electorate|poll){END}", "of the"), (rf"\d{unit} (?P<at>the) (?:vote|votes|poll|"
                                        rf"electorate){END}", "of the"),
                           (rf"(?<![\w'’-])(?P<at>[Aa]n?) {FIGURE}{unit} of (?:the|its|those|all)\b", "the figure without its article"),
                           (r"(?:^|(?<=[.?!] ))(?:She|He|They) (?P<at>with) \d", "the verb before this")):
        for found in every(pattern, text):
            yield Found(found.start("at"), f"a share lacks its unit or a small word, or has one too many: write "
                                        f"“{right}”" if " " not in right or right == "of the"
                        else f"write {right}")
