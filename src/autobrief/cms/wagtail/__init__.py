"""Wagtail, by its API v3: an article is a page of the site's own type, known by a unique field, its body a StreamField.

docs/cms/wagtail.md says what the page type needs.  Wagtail has no conditional writes, so that each write is a draft first; only
when its revisions show that nobody was between is it published.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from ..settings import Common, Words
from .system import Wagtail

FORBID = ConfigDict(extra="forbid", frozen=True, strict=True)


class Fields(BaseModel):
    """What the page type calls its fields; "" for a standfirst or byline that it has not."""

    model_config = FORBID
    id: Words = "autobrief_id"
    standfirst: str = "standfirst"
    byline: str = "byline"
    body: Words = "body"
    tags: str = "tags"


class Blocks(BaseModel):
    """What the body calls its blocks."""

    model_config = FORBID
    heading: Words = "heading"
    paragraph: Words = "paragraph"
    table: Words = "table"
    image: Words = "image"


class Settings(Common):
    """`parent` is the page that articles are put under: its path on the site, or its number."""

    kind: Literal["wagtail"]
    page_type: str = Field(default="news.ArticlePage", pattern=r"^\w+\.\w+$")
    parent: str = Field(default="/", pattern=r"^(/.*|\d+)$")
    fields: Fields = Fields()
    blocks: Blocks = Blocks()

    @field_validator("categories", "author")
    @classmethod
    def _none(cls, told):
        if told:
            raise ValueError("a Wagtail page has none that every site knows; leave it to the editor")
        return told


def adapter(settings: Settings, secret: str) -> Wagtail:
    return Wagtail(settings, secret)
