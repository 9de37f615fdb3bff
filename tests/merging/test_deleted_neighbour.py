"""A sentence taken out never leaves the next one with a pronoun, a connective or a surname that hangs in the air."""

import json

import pytest
from articles import written
from merging.documents import Document, article

from autobrief.formats.json import kept, render
from autobrief.formats.restoring import restore
from autobrief.merging import merge
from autobrief.merging.pieces import parts
from autobrief.merging.reading import plain, read

HANGING = ("But ", "By contrast, ", "He ", "His ", "She ", "Her ")
NIGHTS = [(dict(region="midlands", election="ge2019"), None, None), (dict(region="london", election="ge2019"), "2019-12-13T04:00", None),
          (dict(region="midlands", election="ge2019"), "2019-12-13T03:00", "2019-12-13T03:10"),
          (dict(region="scotland", election="ge2017"), "2017-06-09T03:30", "2017-06-09T05:00"),
          (dict(region="united-kingdom", election="ge2010"), None, None), (dict(seat="Bolsover", election="ge2019"), None, None)]


def copy(made) -> list[tuple]:
    return [part.pieces for part in parts(made) if part.form.kind == "prose" and not part.form.before]


def of(text: str) -> list[str]:
    """The paragraphs of a file's copy, in plain words."""
    return [plain(part.text) for part in read(text).parts if part.form.kind == "prose" and not part.form.before]


def before(paragraphs: list[str], sentence: str) -> str:
    """What stands before a sentence in its paragraph."""
    found = [each for each in paragraphs if sentence in each]
    assert len(found) == 1, sentence
    return found[0].partition(sentence)[0].strip()


def held_up(after, text: str, deleted: set[str]) -> None:
    """Every sentence of the next version that is left stands as it should."""
    found = of(text)
    for pieces in copy(after):
        for one, piece in zip((None, *pieces), pieces, strict=False):
            if piece.id in deleted:
                continue
            cut_off = one is not None and one.id in deleted and bool(piece.alone)
            said = plain(piece.alone if cut_off else piece.text)
            if cut_off or not piece.alone:
                assert any(said in each for each in found), said
            if plain(piece.text).startswith(HANGING) and any(plain(piece.text) in each for each in found):
                assert before(found, plain(piece.text)).endswith(plain(one.text))
    assert not [each for each in found if each.startswith(HANGING)]


@pytest.mark.parametrize("asked, first, then", NIGHTS, ids=lambda each: each.get("region") or each["seat"] if isinstance(each, dict) else str(each))
def test_any_one_sentence_taken_out_and_then_updated(asked, first, then):
    base = article(**asked, as_of=first) if first else article(**asked)
    # As it comes back from where versions are kept.
    base = restore(json.loads(json.dumps(kept(base))))
    after = article(**asked, as_of=then) if then else article(**asked)
    taken_out = 0
    for pieces in copy(base):
        for piece in pieces:
            document = Document(base)
            for stretch in document.copy():
                stretch.bits = [bit for bit in stretch.bits if bit.id != piece.id]
            done = merge(base, after, document.text())
            gone = {now for now in {each.id for paragraph in copy(after) for each in paragraph}
                    if now == piece.id or piece.message == next(e.message for paragraph in copy(after) for e in paragraph if e.id == now)}
            if piece.block == "lead" and piece.id not in gone:
                continue
            held_up(after, done.text, gone)
            taken_out += 1
            # What stands alone is no edit of anybody's: another update changes nothing, and one back to the base neither.
            again = merge(after, after, done.text)
            assert again.text == done.text
            assert not [each for each in done.kept if each.what in ("edited", "added")]
    assert taken_out


def test_what_is_put_back_is_leaned_on_again():
    """The sentence that had a surname alone has it again when the one before it is there again."""
    base, one, other = next(
        (base, one, other) for election in ("ge2019", "ge2010", "ge2024")
            for region in ("south-east", "wales", "london", "north-west", "scotland", "cleveland")
        for base in (article(region=region, election=election),) for pieces in copy(base) for one, other in zip(pieces, pieces[1:], strict=False)
        if any(name.split()[-1] in other.text and name in one.text for name in other.named))
    document = Document(base)
    whole = document.text()
    for stretch in document.copy():
        stretch.bits = [bit for bit in stretch.bits if bit.id != one.id]
    done = merge(base, base, document.text())
    assert other.alone in done.text and f". {other.text}" not in done.text
    restored = done.text.replace(other.alone, f"{one.text} {other.alone}")
    assert merge(base, base, restored).text == whole


def test_readers_of_the_json_see_nothing_of_it():
    assigned = written(region="midlands", election="ge2019")
    assert '"alone"' not in render(assigned[3])
