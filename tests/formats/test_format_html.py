import json

import html5lib

from autobrief.formats import html
from autobrief.formats.layout import line

TAGS = {"html", "head", "meta", "title", "style", "body", "main", "article", "header", "h1", "h2", "p", "ul", "li", "div",
        "table", "caption", "thead", "tbody", "tr", "th", "td", "footer", "script"}


def parse(text: str):
    """The page's tree.  Raises where the page is not what the standard asks for."""
    return html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parse(text)


def said(tree, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in tree.findall(path)]


def test_hostile_names_are_text_and_nothing_else(hostile, name):
    tree, text = parse(html.render(hostile)), line(name)
    assert {element.tag for element in tree.iter()} <= TAGS
    assert said(tree, ".//title") == said(tree, ".//h1") == [text]
    assert said(tree, ".//h2") == [text, text]
    assert said(tree, ".//header/p") == [text, text]
    assert said(tree, ".//article/p") == [text, text]
    assert said(tree, ".//li") == [text, text]
    assert said(tree, ".//caption") == [text]
    assert said(tree, ".//th") == [text, "Votes", text, text, "–"]
    assert said(tree, ".//td") == ["12,345", text, "–", "–"]
    assert said(tree, ".//footer/p") == [text, text]
    assert tree.find(".//meta[@name='description']").get("content") == text
    assert tree.find(".//div").get("aria-label") == text


def test_the_one_script_is_data_that_no_name_can_leave(hostile, name):
    page = html.render(hostile)
    scripts = parse(page).findall(".//script")
    assert [script.get("type") for script in scripts] == ["application/ld+json"]
    assert json.loads(scripts[0].text)["headline"] == line(name)
    assert not {"<", ">", "&"} & set(scripts[0].text)


def test_no_attribute_runs_or_fetches_anything(hostile):
    names = {key for element in parse(html.render(hostile)).iter() for key in element.attrib}
    assert names == {"type", "lang", "charset", "name", "content", "class", "scope", "role", "tabindex", "aria-label"}


def test_the_page_says_what_it_is(real):
    tree = parse(html.render(real))
    assert tree.get("lang") == "en-GB"
    assert said(tree, ".//title") == said(tree, ".//main/article/header/h1") == [real.headline]
    assert tree.find(".//meta[@name='description']").get("content") == real.standfirst
    assert said(tree, ".//article/footer/p") == [real.block("method").text]
    assert said(tree, ".//article/p") == [b.text for b in real.blocks if b.kind in ("lead", "paragraph")]
    headings = [b.text for b in real.blocks if b.kind == "heading"]
    assert said(tree, ".//h2") == headings + [b.caption for b in real.blocks if b.kind == "list"]
    assert said(tree, ".//li") == [s.text for b in real.blocks if b.kind == "list" for s in b.sentences]


def test_tables_have_captions_and_headers_both_ways(real):
    tables = [block for block in real.blocks if block.kind == "table"]
    found = parse(html.render(real)).findall(".//table")
    assert len(found) == len(tables) > 0
    for element, table in zip(found, tables, strict=True):
        assert said(element, "caption") == [table.caption]
        assert said(element, "thead/tr/th[@scope='col']") == list(table.columns)
        assert said(element, "tbody/tr/th[@scope='row']") == [row[0].text for row in table.rows]
        assert said(element, "tbody/tr/td") == [cell.text for row in table.rows for cell in row[1:]]
