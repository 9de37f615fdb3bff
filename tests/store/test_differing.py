"""What changed from one version to the next, and why."""

from articles import written
from made_articles import made

from autobrief.differing import differences, in_words, said, sentences

HOURS = [f"2019-12-13 {hour}" for hour in ("00:30", "01:30", "02:30", "03:30", "04:30", "06:00")]


def test_a_changed_sentence_names_the_fact_with_both_values():
    change, = differences(made(1), made(1234))
    assert (change.id, change.how, change.of) == ("headline/nowhere", "changed", "sentence")
    assert (change.before, change.after) == ("1 of 1,000 seats declared", "1,234 of 1,000 seats declared")
    cause, = change.causes
    assert cause.fact == "ge2030/nowhere/declared" and (said(cause.before), said(cause.after)) == ("1", "1,234")


def test_sentences_that_come_go_and_move():
    first, last = made(1).blocks
    turned = made(1, blocks=(last, first))
    assert [(c.how, c.id) for c in differences(made(1), turned)] in ([("moved", "headline/nowhere")], [("moved", "method/nowhere")])
    without = made(1, blocks=(last,), facts={})
    assert [(c.how, c.id) for c in differences(made(1), without)] == [("removed", "headline/nowhere")]
    added, = differences(without, made(1))
    assert added.how == "added" and [said(m.before) + said(m.after) for m in added.causes] == ["–1"]
    assert differences(made(1), made(1)) == ()


def test_every_change_of_a_night_is_told_and_nothing_else():
    articles = [written(region="west-midlands", election="ge2019", as_of=hour)[3] for hour in HOURS]
    for before, after in zip(articles, articles[1:], strict=False):
        then, now = ({s.id: s.text for b in article.blocks for s in (*b.sentences, *([b.title] if b.title else ()))}
                     for article in (before, after))
        told = {c.id: (c.before, c.after) for c in differences(before, after) if c.of == "sentence" and c.how != "moved"}
        assert told == {id: (then.get(id, ""), now.get(id, "")) for id in {*then, *now} if then.get(id) != now.get(id)}
        assert sentences(after) == len(now)


def test_a_count_names_the_seats_that_moved_it():
    before, after = (written(region="west-midlands", election="ge2019", as_of=f"2019-12-13 {hour}")[3] for hour in ("02:50", "02:51"))
    words = in_words(differences(before, after))
    assert "declared of the West Midlands: 13 -> 14 (with Aldridge-Brownhills)" in words
    assert "no fact in it moved" not in words
