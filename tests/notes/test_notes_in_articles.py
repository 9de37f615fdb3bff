"""What an editor adds stands where it belongs, with its proof, and changes nothing else."""

from pathlib import Path

import pytest

from autobrief.checking.proof import prove

EXAMPLE = (Path(__file__).parents[2] / "docs" / "examples" / "midlands-2019-notes.toml").read_text("utf-8")
MIDLANDS = {"region": "midlands", "election": "ge2019"}


def quotation(text="It rained", who="a voter", **more) -> str:
    return "[[quotation]]\n" + "".join(f"{key} = {value!r}\n" for key, value in {"text": text, "who": who, **more}.items())


def colour(text="It rained", source="our reporter", **more) -> str:
    return "[[colour]]\n" + "".join(f"{key} = {value!r}\n" for key, value in {"text": text, "source": source, **more}.items())


def before(article, words: str) -> str:
    """The text of the block before the one that has these words."""
    blocks = list(article.blocks)
    return blocks[next(n for n, block in enumerate(blocks) if words in block.text) - 1].text


def said(article, words: str) -> str:
    return next(block.text for block in article.blocks if words in block.text)


@pytest.mark.parametrize("asked", [
    MIDLANDS, MIDLANDS | {"length": "brief"}, MIDLANDS | {"as_of": "2019-12-13 03:05"}, MIDLANDS | {"as_of": "2019-12-12 22:05"},
    {"region": "united-kingdom", "election": "ge2019"}, {"seat": "Telford", "election": "ge2019"},
    {"region": "stoke-on-trent", "election": "ge2019"}])
@pytest.mark.parametrize("quotes", ["straight", "curly"])
def test_every_printed_note_is_proved(noted, stylebook, asked, quotes):
    house = stylebook._replace(house=stylebook.house | {"quotes": quotes})
    article, plan = noted(EXAMPLE, house, **asked)
    without = prove(*noted(None, house, **asked), house)
    assert [fault for fault in prove(article, plan, house) if fault not in without] == []
    facts = [fact for id, fact in article.facts.items() if id.startswith("notes/")]
    assert facts and all(fact.sources[0].table == "notes.toml" and fact.sources[0].rows[0] > 0 for fact in facts)


@pytest.mark.parametrize("asked", [MIDLANDS, {"region": "scotland", "election": "ge2010"}, {"seat": "Telford", "election": "ge2019"}])
def test_notes_change_no_other_sentence(noted, asked):
    without, _ = noted(**asked)
    article, _ = noted(EXAMPLE, **asked)
    ours = ("quotation/", "local_colour/", "picture/", "links")
    rest = [block for block in article.blocks if not any(s.message.startswith(ours) for s in block.sentences) and block.kind != "links"]
    assert rest == list(without.blocks)


def test_the_sources_are_lines_of_the_file(noted):
    article, _ = noted("\n" + quotation(where="in Telford", seat="Telford"), **MIDLANDS)
    sources = {fact.kind: fact.sources[0] for id, fact in article.facts.items() if id.startswith("notes/")}
    assert {kind: (source.rows, source.column) for kind, source in sources.items()} == {
        "quotation": ((3,), "text"), "who": ((4,), "who"), "where": ((5,), "where")}
    digest = dict(article.inputs)["notes.toml"]
    assert len(digest) == 64 and all(source.digest == digest for source in sources.values())


@pytest.mark.parametrize("belongs, tells", [
    ({"seat": "Bolsover"}, "Bolsover"), ({"person": "Dennis Skinner"}, "Dennis Skinner"), ({"seat": "Stoke-on-Trent Central"}, "Stoke-on-Trent"),
    ({"person": "Mark Fletcher"}, "Bolsover"), ({"person": "Boris Johnson"}, "Boris Johnson"),
    ({"seat": "Gedling", "person": "Vernon Coaker"}, "Gedling")])
def test_a_quotation_follows_the_paragraph_that_tells_of_its_subject(noted, belongs, tells):
    article, _ = noted(quotation(**belongs), **MIDLANDS)
    assert tells in before(article, "It rained")


def test_colour_follows_its_place_or_seat(noted):
    article, _ = noted(colour(place="Stoke-on-Trent"), **MIDLANDS)
    assert "Stoke-on-Trent Central and North" in before(article, "It rained")
    article, _ = noted(colour(place="midlands"), **MIDLANDS)
    assert before(article, "It rained") == article.block("lead").text


def test_what_is_told_nowhere_stands_near_the_end_before_the_national_frame(noted):
    for note in (quotation(seat="Telford"), quotation()):
        article, _ = noted(note, **MIDLANDS)
        at = next(n for n, block in enumerate(article.blocks) if "It rained" in block.text)
        assert article.blocks[at + 1].id == "heading_national/national" and article.blocks[at - 1].kind == "paragraph"


def test_notes_that_share_a_place_keep_the_editors_order(noted):
    texts = ["Delta", "Alpha", "Charlie", "Bravo"]
    article, _ = noted("".join(quotation(text, seat="Bolsover") for text in texts), **MIDLANDS)
    told = [text for block in article.blocks for text in texts if f'"{text}' in block.text]
    assert told == texts


@pytest.mark.parametrize("given, expected", [
    ({"text": "It rained."}, ['"It rained," said a voter.', 'A voter said: "It rained."']),
    ({"text": "Did it rain?"}, ['"Did it rain?" said a voter.', 'A voter said: "Did it rain?"']),
    ({"text": "It rained...", "who": "Pat Farr"}, ['"It rained..." said Pat Farr.', 'Pat Farr said: "It rained..."']),
    ({"who": "A Telford voter, name supplied"},
     ['"It rained," said a Telford voter, name supplied.', 'A Telford voter, name supplied, said: "It rained."']),
    ({"who": "The clerk", "role": "who counted", "where": "at the hall"},
     ['"It rained," said the clerk, who counted, at the hall.', 'The clerk, who counted, at the hall, said: "It rained."']),
    ({"text": "It ‘rained’ on\n  Ashfield’s 16 tents"},
     ['"It \'rained\' on Ashfield\'s 16 tents," said a voter.', 'A voter said: "It \'rained\' on Ashfield\'s 16 tents."']),
])
def test_a_quotation_reads_as_one(noted, given, expected):
    found = set()
    for seat in ("Telford", "Bolsover", "Ashfield", "Gedling", "Lincoln", "Worcester"):
        text = given.get("text", "It rained").replace("\n", " \\n ").replace('"', '\\"')
        lines = {key: f'"{value}"' for key, value in ({"who": "a voter"} | given | {"text": text, "seat": seat}).items()}
        article, _ = noted("[[quotation]]\n" + "\n".join(f"{k} = {v}" for k, v in lines.items()), **MIDLANDS)
        found.add(next(block.text for block in article.blocks if "rain" in block.text))
    assert found == set(expected)


def test_colour_gives_its_source(noted):
    found = {said(noted(colour("It was a long wait.", seat=seat), **MIDLANDS)[0], "long wait")
             for seat in ("Telford", "Bolsover", "Ashfield", "Gedling", "Lincoln", "Worcester")}
    assert found == {"It was a long wait, according to our reporter.", "It was a long wait (source: our reporter)."}


def test_the_byline_is_the_editors_else_the_houses(noted, stylebook):
    house = stylebook._replace(house=stylebook.house | {"byline": "By the desk"})
    assert noted(None, house, **MIDLANDS)[0].byline == "By the desk"
    article, _ = noted('byline = "By Jo O\'Neill"', house._replace(house=house.house | {"quotes": "curly"}), **MIDLANDS)
    assert article.byline == "By Jo O’Neill"
    assert article.facts["notes/byline"].sources[0].rows == (1,)


def test_the_first_picture_without_a_seat_opens_the_copy(noted):
    picture = '[[picture]]\nurl = "https://example.org/{}.jpg"\nalt = "x"\ncaption = "Tents."\ncredit = "J. Farr"\n'
    article, _ = noted(picture.format(1) + picture.format(2), **MIDLANDS)
    kinds = [block.kind for block in article.blocks]
    assert kinds[2:4] == ["lead", "picture"] and kinds.count("picture") == 2
    shown = article.block("picture")
    assert (shown.text, shown.alt.text, shown.addresses[0].text) == ("Tents (picture: J. Farr)", "x", "https://example.org/1.jpg")
    assert article.facts[shown.alt.fact].value == "x" and article.facts[shown.addresses[0].fact].value == shown.addresses[0].text


def test_links_stand_together_under_a_caption(noted):
    more = '[[link]]\ntitle = "More"\nurl = "https://example.org/?a=1&b=2"\n'
    article, _ = noted('[[link]]\ntitle = "10 seats to watch"\nurl = "a b.html"\n' + more, **MIDLANDS)
    block = article.block("links")
    assert [s.text for s in block.sentences] == ["10 seats to watch", "More"] and block.caption == "Related"
    assert [cell.text for cell in block.addresses] == ["a%20b.html", "https://example.org/?a=1&b=2"]


def test_ids_stay_when_others_come(noted):
    one, _ = noted(quotation(seat="Telford"), **MIDLANDS)
    two, _ = noted(quotation("First", seat="Telford") + quotation(seat="Telford"), **MIDLANDS)
    assert {b.id for b in one.blocks} <= {b.id for b in two.blocks}


def test_a_house_outline_of_its_own_still_has_room_for_notes(noted, stylebook):
    orders = {name: blocks if name == "notes" else blocks[:3] for name, blocks in stylebook.outline["order"].items()}
    house = stylebook._replace(outline=stylebook.outline | {"order": orders})
    article, _ = noted(quotation(), house, **MIDLANDS)
    assert "It rained" in article.blocks[3].text
