"""What is missing before a site can be delivered to, in plain words."""

from collections.abc import Iterator

from ..adapter import Finding
from ..failing import Declined
from .site import Site

LONDON = "Europe/London"


def check(site: Site, settings) -> list[Finding]:
    """Everything that can be asked without writing."""
    try:
        root = site.root
    except Declined as error:
        return [Finding(False, error.why, "give the address at which the site's own front page stands", True)]
    found = [Finding(True, f"WordPress answers at {site.url}: {root.get('name') or 'without a name'}")]
    try:
        me = site.me
    except Declined as error:
        return [*found, *_shut_out(site, root, error)]
    found.append(Finding(True, f"{site.user} may log in by an application password, as {', '.join(me.get('roles') or ['nobody'])}"))
    return [*found, *_rights(me, settings), *_terms(site, me, settings), *_plugin(site), *_clock(root)]


def _shut_out(site: Site, root: dict, error: Declined) -> list[Finding]:
    if not root.get("authentication"):
        plainly = site.url.startswith("http://")
        return [Finding(False, f"application passwords are off{' over http' if plainly else ''}",
                        "use https" if plainly else "switch them on: a security plugin or the site's own code keeps them off", True)]
    return [Finding(False, f"{site.user} is not let in: {error.why}",
                    "make an application password under Users > Profile (the login password is none), and see that the server "
                    "passes on the Authorization header", True)]


def _rights(me: dict, settings) -> Iterator[Finding]:
    can = {right for right, given in (me.get("capabilities") or {}).items() if given}
    role = ", ".join(me.get("roles") or ["nobody"])
    for right, what, needed in (("edit_posts", "write drafts", True), ("upload_files", "send pictures", False),
                                ("publish_posts", "publish", settings.status == "publish" or settings.auto_publish),
                                ("edit_others_posts", "bring up to date what another user made or took over", bool(settings.author))):
        if right in can:
            yield Finding(True, f"it may {what}")
        else:
            yield Finding(False, f"its role ({role}) is too low to {what}", "make it an author for drafts, or an editor", needed)
    if "unfiltered_html" not in can:
        yield Finding(True, "WordPress tidies its markup (no unfiltered_html); what is sent passes unharmed")


def _terms(site: Site, me: dict, settings) -> Iterator[Finding]:
    may = (me.get("capabilities") or {}).get("manage_categories")
    for category in settings.categories:
        if site.term("categories", category) is None and not may:
            yield Finding(False, f"there is no category {category!r}, and the user may not make it", "make it there", True)


def _plugin(site: Site) -> Iterator[Finding]:
    if site.plugin:
        yield Finding(True, "autobrief's must-use plugin is there, and the article's id and version are registered as meta")
    else:
        yield Finding(False, "the article's id is not registered as meta: it is known by its number, slug and class",
                      "safe as it is; with the must-use plugin several desks can write at once (`autobrief publish --plugin wordpress`)")


def _clock(root: dict) -> Iterator[Finding]:
    zone = root.get("timezone_string") or f"UTC{float(root.get('gmt_offset') or 0):+g}"
    if zone == LONDON:
        yield Finding(True, f"the site's time zone is {LONDON}")
    else:
        yield Finding(False, f"the site's time zone is {zone}, so its editors see other hours than London's; what is sent is in UTC, and right",
                      f"choose {LONDON} under Settings > General")
