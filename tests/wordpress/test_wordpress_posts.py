"""Articles as posts of a real WordPress: by every role, with our plugin and without, and what editors do to them."""

from datetime import UTC, datetime, timedelta

import pytest
from failing_proxy import between
from hostile import HOSTILE
from moments import PICTURE
from wordpress_desk import PNG

from autobrief.cms.contract import Result

SAID = ["Mo Farr", *HOSTILE[::3], HOSTILE[33]]


@pytest.mark.parametrize("user", ["stringer", "desk", "chief"])
@pytest.mark.parametrize("said", ["Mo Farr", "Ely & Co's \"best\" 5 < 6 \\ back\\slash – Ŵ 😀 é", *HOSTILE[:4]])
def test_made_left_alone_and_brought_up_to_date(either, desk, human, id, user, said):
    here = desk(either, user)
    done = here.send(id, said)
    assert done.result is Result.CREATED, done
    post = human.only(id)
    assert post["status"] == "draft" and post["id"] and here.send(id, said).result is Result.UNCHANGED
    assert human.only(id)["modified_gmt"] == post["modified_gmt"]
    elsewhere = desk(either, user, "elsewhere")
    assert elsewhere.send(id, said).result is Result.UNCHANGED, "what WordPress made of it is known for what was sent"
    done = here.send(id, f"{said} Ann")
    assert done.result is Result.UPDATED, done
    assert "Ann wins" in human.only(id)["title"]["rendered"] and human.only(id)["id"] == post["id"]


def test_an_editor_s_words_are_merged_and_stay(either, desk, human, id):
    here = desk(either)
    here.send(id)
    post = human.only(id)
    content = post["content"]["raw"].replace("<p>Labour lost.</p>", "<p>Labour lost <strong>badly</strong>.</p>").replace(
        "<!-- wp:table -->", "<!-- wp:paragraph -->\n<p>The count was quiet.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:table -->")
    human.edit(post, content=content, title="Farr &amp; co take it")
    for name in ("Ann Lee", "Bo Peep"):
        done = here.send(id, name)
        assert done.result is Result.UPDATED, done
        now = human.only(id)
        assert "badly</strong>" in now["content"]["raw"] and "The count was quiet." in now["content"]["raw"]
        assert now["title"]["raw"] == "Farr &amp; co take it" and f"{name} table" in now["content"]["raw"] and "Mo Farr" not in now["content"]["raw"]
    before = human.only(id)["modified_gmt"]
    assert here.send(id, "Bo Peep").result is Result.UNCHANGED and human.only(id)["modified_gmt"] == before


def test_blocks_that_an_editor_put_in_stay_where_they_are(either, desk, human, id):
    here = desk(either)
    here.send(id)
    post = human.only(id)
    embed = '<!-- wp:embed {"url":"https://example.org/v","type":"video"} -->\n<figure class="wp-block-embed is-type-video"><div ' \
            'class="wp-block-embed__wrapper">\nhttps://example.org/v\n</div></figure>\n<!-- /wp:embed -->'
    centred = '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">Centre of the night.</p>\n<!-- /wp:paragraph -->'
    human.edit(post, content=post["content"]["raw"].replace("<!-- wp:table -->", f"{embed}\n\n{centred}\n\n<!-- wp:table -->"))
    assert here.send(id, "Ann Lee").result is Result.UPDATED
    now = human.only(id)["content"]["raw"]
    assert embed in now and centred in now and now.index(embed) < now.index("<!-- wp:table -->") and "Ann Lee table" in now


def test_what_cannot_be_merged_is_left_and_told(either, desk, human, id):
    here = desk(either)
    here.send(id)
    post = human.only(id)
    human.edit(post, content="<p>All of it anew, in the classic editor.</p>")
    done = here.send(id, "Ann Lee")
    assert done.result is Result.CONFLICT and done.waits and "cannot be merged" in done.why
    assert human.only_by(post)["content"]["raw"] == "<p>All of it anew, in the classic editor.</p>"


def test_where_edits_are_only_to_be_reported(either, desk, human, id):
    here = desk(either, on_edit="report")
    here.send(id)
    human.edit(human.only(id), title="Mine")
    done = here.send(id, "Ann Lee")
    assert done.result is Result.CONFLICT and human.only(id)["title"]["raw"] == "Mine"


def test_a_trashed_post_stays_in_the_trash(either, desk, human, id):
    here = desk(either)
    here.send(id)
    post = human.only(id)
    human.ask("DELETE", f"/posts/{post['id']}")
    for desk_ in (here, desk(either, "desk", "elsewhere")):
        done = desk_.send(id, "Ann Lee")
        assert done.result is Result.CONFLICT and "trash" in done.why, done
    assert [each["status"] for each in human.of(id)] == ["trash"]
    human.edit(post, status="draft")
    assert here.send(id, "Ann Lee").result is Result.UPDATED
    human.ask("DELETE", f"/posts/{post['id']}", params={"force": True})
    assert here.send(id, "Bo").result is Result.CONFLICT and human.of(id) == []
    here.api.anew(id, here.consign(id, "Bo").number)
    assert here.send(id, "Bo").result is Result.CREATED and len(human.of(id)) == 1


def test_a_post_in_the_trash_is_made_anew_only_when_asked(either, desk, human, id):
    here = desk(either)
    here.send(id)
    human.ask("DELETE", f"/posts/{human.only(id)['id']}")
    here.api.anew(id, here.consign(id).number)
    assert here.send(id).result is Result.CREATED
    assert sorted(each["status"] for each in human.of(id)) == ["draft", "trash"]
    assert here.send(id, "Ann").result is Result.UPDATED


def test_a_lost_store_and_a_changed_slug(either, desk, human, id):
    desk(either).send(id)
    human.edit(human.only(id), slug="the-editors-own-address")
    assert desk(either, "desk", "elsewhere").send(id).result is Result.UNCHANGED
    assert len(human.of(id)) == 1


def test_a_post_that_another_user_took_over(either, desk, human, id, site):
    here = desk(either, "stringer")
    here.send(id)
    human.edit(human.only(id), author=human.id)
    done = here.send(id, "Ann Lee")
    assert done.result is Result.FAILED and "post" in done.why and len(human.of(id)) == 1, done
    assert desk(either, "desk", "elsewhere").send(id).result is Result.UNCHANGED


def test_readers_see_it_when_it_is_approved(either, desk, human, id):
    here = desk(either)
    assert here.send(id, publish=True).result is Result.CONFLICT and human.of(id) == []
    assert here.send(id, publish=True, approved=True).result is Result.CREATED and human.only(id)["status"] == "publish"
    assert here.send(id, "Ann").result is Result.CONFLICT and human.only(id)["title"]["raw"] == "Mo Farr wins"
    assert here.send(id, "Ann", publish=True, approved=True).result is Result.UPDATED and human.only(id)["title"]["raw"] == "Ann wins"


def test_a_contributor_may_not_publish(either, desk, human, id):
    here = desk(either, "trainee")
    assert here.send(id).result is Result.CREATED
    done = here.send(id, publish=True, approved=True)
    assert done.result is Result.FAILED and "not allowed" in done.why and human.only(id)["status"] == "draft"


def test_a_time_to_publish_is_in_utc_whatever_the_site_s_clock(either, desk, human, id, site):
    at = datetime(datetime.now(UTC).year + 1, 7, 1, 6, 0, tzinfo=UTC)
    here = desk(either)
    assert here.send(id, publish=True, approved=True, at=at).result is Result.CREATED
    post = human.only(id)
    assert (post["status"], post["date_gmt"], post["date"]) == ("future", f"{at:%Y-%m-%dT%H:%M:%S}", f"{at + timedelta(hours=1):%Y-%m-%dT%H:%M:%S}")
    assert here.send(id, "Ann").result is Result.CONFLICT, "nobody has to touch it again before readers see it"
    assert here.send(id, "Ann", publish=True, approved=True).result is Result.UPDATED
    post = human.only(id)
    assert (post["status"], post["date_gmt"], post["title"]["raw"]) == ("future", f"{at:%Y-%m-%dT%H:%M:%S}", "Ann wins")


def test_categories_tags_and_author_are_sent_once(either, desk, human, id):
    here = desk(either, categories=["Elections & polls", f"New {id}"], tags=["Mo's"], author="stringer")
    assert here.send(id).result is Result.CREATED
    post = human.only(id)
    assert len(post["categories"]) == 2 and len(post["tags"]) == 1
    assert post["author"] == either.users["stringer"]["id"]
    again = desk(either, store="second", categories=["elections & POLLS", f"new {id}"], tags=["mo's"])
    again.send(id + "/brief")
    assert human.only(id + "/brief")["categories"] == post["categories"] and human.only(id + "/brief")["tags"] == post["tags"]
    human.edit(post, categories=[1], tags=[], author=human.id)
    assert here.send(id, "Ann").result is Result.UPDATED
    post = human.only(id)
    assert (post["categories"], post["tags"], post["author"]) == ([1], [], human.id)


def test_a_picture_goes_up_once_and_stands_above_its_article(either, desk, human, id):
    here = desk(either)
    done = here.send(id, pictures={"pictures/a b.png": PNG}, address="pictures/a b.png")
    assert done.result is Result.CREATED, done
    post = human.only(id)
    shown = human.ask("GET", f"/media/{post['featured_media']}", params={"context": "edit"})
    assert shown["alt_text"] == "Mo Farr alt" and "Mo Farr credit" in shown["caption"]["raw"] and "<img" not in post["content"]["raw"]
    here.send(id + "/brief", pictures={"pictures/a b.png": PNG}, address="pictures/a b.png")
    assert human.only(id + "/brief")["featured_media"] == post["featured_media"]
    assert len(human.ask("GET", "/media", params={"search": shown["slug"]})) == 1
    human.edit(post, featured_media=0)
    assert here.send(id, "Ann", pictures={"pictures/a b.png": PNG}, address="pictures/a b.png").result is Result.UPDATED
    assert human.only(id)["featured_media"] == 0, "sent once, and then the editor's"


@pytest.mark.parametrize("path, content, says", [("a.svg", b"<svg/>", "WordPress takes no .svg"), ("a.exe", PICTURE, "WordPress takes no .exe"),
                                                 ("gone.png", None, "is not there")])
def test_a_picture_that_is_not_taken_is_told_and_no_article_goes_without(either, desk, human, id, path, content, says):
    done = desk(either).send(id, pictures={path: content} if content else {}, address=path)
    assert done.result is Result.FAILED and says in done.why and human.of(id) == [], done


def test_wrong_credentials_are_said_plainly_and_never_repeated(site, desk, id):
    done = desk(site, password="abcd efgh ijkl mnop").send(id)
    assert done.result is Result.FAILED and "401" in done.why and "abcd" not in done.why


def test_an_address_that_is_no_wordpress(desk, site, id):
    with between(site.url) as proxy:
        proxy.fault = lambda method, path: "404"
        done = desk(site, url=proxy.url).send(id)
    assert done.result is Result.FAILED and "no WordPress REST API" in done.why


def test_a_listing_of_a_hundred_and_none_of_them_written(either, desk, id):
    here = desk(either)
    sent = [here.consign(f"{id}/{n}") for n in range(30)]
    assert {each.result for each in here.api.deliver_all(sent)} == {Result.CREATED}
    asked = []
    web = here.api.adapter.site.web
    ask = web.ask
    web.ask = lambda method, path, **more: asked.append((method, path)) or ask(method, path, **more)
    assert {each.result for each in here.api.deliver_all(sent)} == {Result.UNCHANGED}
    assert len(asked) == 1, asked


# The preflight -----------------------------------------------------------------------------------

def test_the_preflight_finds_nothing_where_all_is_well(site, desk):
    site.plugin(True)
    try:
        found = desk(site).api.check()
        assert all(each.well for each in found), found
    finally:
        site.plugin(False)


@pytest.mark.parametrize("user, more, says, fatal", [
    ("trainee", {}, "too low to send pictures", False), ("trainee", {"status": "publish"}, "too low to publish", True),
    ("stringer", {"categories": ["No such category"]}, "may not make it", True), ("desk", {}, "not registered as meta", False),
    ("desk", {"password": "wrong wrong"}, "is not let in", True)])
def test_the_preflight_says_what_is_missing(site, desk, user, more, says, fatal):
    found = desk(site, user, **more).api.check()
    assert [each.fatal for each in found if not each.well and says in each.what] == [fatal], found
    assert all(each.do for each in found if not each.well)


def test_the_preflight_where_application_passwords_are_off(site, desk):
    site.environment("production")
    try:
        found = desk(site).api.check()
    finally:
        site.environment("local")
    assert [each.do for each in found if "off over http" in each.what and each.fatal] == ["use https"], found


# The editor's own word on it ---------------------------------------------------------------------

def test_the_block_editor_takes_every_block_for_valid(either, desk, human, site, id, validator, articles):
    """What was written, what WordPress made of it for an author, and what merging made of an editor's hand."""
    contents = {}
    for user in ("desk", "stringer"):
        here = desk(either, user, user)
        for number, said in enumerate(SAID):
            assert here.send(f"{id}/{user}/{number}", said).result is Result.CREATED
        for number, article in enumerate(articles):
            article = article._replace(id=f"{article.id}/{id}/{user}")
            told = here.consign(id)._replace(article=article, number=here.store.save(article, "test").version.number)
            assert here.api.deliver(told).result is Result.CREATED
            contents[f"{user} {number}"] = human.only(told.article.id)["content"]["raw"]
        for number, _ in enumerate(SAID):
            contents[f"{user} hostile {number}"] = human.only(f"{id}/{user}/{number}")["content"]["raw"]
    here.send(id)
    post = human.only(id)
    human.edit(post, content=post["content"]["raw"].replace("Labour lost.", "Labour <em>lost</em> & <a href=\"https://example.org/\">more</a>."))
    assert here.send(id, "Ann Lee").result is Result.UPDATED
    contents["merged"] = human.only(id)["content"]["raw"]
    found = validator(contents)
    assert found["types"] > 50
    wrong = {name: [each for each in blocks if not each["valid"]] for name, blocks in found["contents"].items()}
    assert not any(wrong.values()), {name: each for name, each in wrong.items() if each}
    assert all(len(blocks) > 3 for blocks in found["contents"].values())


def test_the_validator_knows_a_fault(validator):
    found = validator({"level": "<!-- wp:heading -->\n<h3>x</h3>\n<!-- /wp:heading -->", "loose": "<p>x</p>"})["contents"]
    assert [each["valid"] for each in found["level"]] == [False] and [each["valid"] for each in found["loose"]] == [False]
