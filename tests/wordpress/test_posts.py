"""Articles as posts: made, left alone, brought up to date, by every role, with our plugin and without."""

from autobrief.cms.contract import Result


def test_made_left_alone_and_brought_up_to_date(either, desk, human, id):
    here = desk(either)
    done = here.send(id)
    assert done.result is Result.CREATED, done
    post = human.only(id)
    print(post["content"]["raw"]); print(post["title"], post["excerpt"], post["slug"], post["status"])
    assert here.send(id).result is Result.UNCHANGED
    assert here.send(id, "Ann Lee").result is Result.UPDATED
    assert human.only(id)["title"]["raw"] == "Ann Lee wins"
