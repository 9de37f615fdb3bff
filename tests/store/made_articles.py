"""Small articles by hand, for the store: a headline that says a text, resting on one fact."""

from autobrief.model.text import Article, Block, Cell, Fact, Sentence, Source, Span

SOURCE = Source("elections/ge2030/nowhere.contests.csv", "ab" * 32, (2,), "votes")


def made(number: int, id: str = "ge2030/region/nowhere", **changes) -> Article:
    """The article at which `number` seats were declared."""
    fact = Fact("ge2030/nowhere/declared", "declared", number, "seats", sources=(SOURCE,))
    text = f"{number:,} of 1,000 seats declared"
    blocks = (Block("headline", "headline", (Sentence("headline/nowhere", text, "headline/nowhere",
                                                      (Span(0, len(f"{number:,}"), fact.id),), "0" * 16),)),
              Block("method", "method", (Sentence("method/nowhere", "Written automatically.", "method/nowhere"),)))
    known = dict(id=id, kind="region", election="ge2030", subject="nowhere", subject_name="Nowhere", date="2030-05-02", as_of=None,
                 stage="partial", baseline=None, length="standard", language="en-GB", blocks=blocks, facts={fact.id: fact},
                 inputs=(("stylebook", "cd" * 32),))
    return Article(**known | changes)


HELD = (Cell("a charge is mentioned", ""),)
