"""A Wagtail body, which is a StreamField: passages as its blocks and back, and what it sets by itself taken out."""

import json
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

from ..passages import HEADING, IMAGE, KEPT, LIST, NUMBERED, PARAGRAPH, TABLE, Passage
from ..passages.markup import Node, canonical, html, parse, passages, words

PROSE = (PARAGRAPH, LIST, NUMBERED)


def blocks(found: Sequence[Passage], names: Mapping[str, str], image: Callable[[Passage], int]) -> list[dict]:
    """Passages as blocks, those that follow one another as prose in one rich text."""
    done, prose = [], []
    for each in found:
        if each.kind in PROSE or each.kind == HEADING and each.level > 2 or each.kind == KEPT and each.level:
            prose.append(each)
            continue
        done += _rich(prose, names)
        prose = []
        done.append(json.loads(each.kept) if each.kind == KEPT else _block(each, names, image))
    return done + _rich(prose, names)


def _rich(prose: list[Passage], names: Mapping[str, str]) -> list[dict]:
    return [{"type": names["paragraph"], "value": html(prose)}] if prose else []


def _block(each: Passage, names: Mapping[str, str], image: Callable[[Passage], int]) -> dict:
    if each.kind == HEADING:
        return {"type": names["heading"], "value": each.text}
    if each.kind == IMAGE:
        return {"type": names["image"], "value": {"image": image(each), "alt_text": each.text, "decorative": not each.text}}
    return {"type": names["table"], "value": {
        "data": [list(row) for row in each.rows], "table_caption": each.text, "table_header_choice": "both",
        "first_row_is_table_header": True, "first_col_is_header": True}}


def read(body: list[dict], names: Mapping[str, str]) -> list[Passage]:
    """Blocks as passages; a block that is not ours to read is kept whole, with level 0 since it stands by itself."""
    kinds = {name: kind for kind, name in names.items()}
    return [each for block in body for each in _read(block, kinds.get(block["type"], ""))]


def _read(block: dict, kind: str) -> list[Passage]:
    value = block["value"]
    if kind == "heading" and isinstance(value, str):
        return [Passage(HEADING, text=value)]
    if kind == "paragraph" and isinstance(value, str):
        return passages(value)
    if kind == "table" and isinstance(value, dict) and not set(value) & {"cell", "mergeCells"} and value.get("data"):
        rows = tuple(tuple(str(cell or "") for cell in row) for row in value["data"])
        headed = value.get("table_header_choice") == "both"
        return [Passage(TABLE, text=value.get("table_caption") or "", rows=rows)] if headed else [_kept(block)]
    if kind == "image" and isinstance(value, dict):
        return [Passage(IMAGE, text=value.get("alt_text") or "", address=str(value.get("image")))]
    return [_kept(block)]


def _kept(block: dict) -> Passage:
    return Passage(KEPT, text=_words(block["value"]), level=0, kept=json.dumps(block, ensure_ascii=False))


def _words(value) -> str:
    """Whatever words are in a block that is not ours."""
    if isinstance(value, dict):
        return " ".join(map(_words, value.values()))
    return " ".join(map(_words, value)) if isinstance(value, list) else words(parse(value)) if isinstance(value, str) else ""


def told(body: list[dict]) -> str:
    """The blocks as text that is the same from read to read: without ids and the keys that rich text gets at each save."""
    return json.dumps([_settled(block) for block in body], ensure_ascii=False, sort_keys=True)


def _settled(value):
    if isinstance(value, dict):
        return {name: _settled(each) for name, each in value.items() if name != "id" or "type" not in value}
    if isinstance(value, list):
        return [_settled(each) for each in value]
    return canonical(_tidy(parse(value))) if isinstance(value, str) and value.startswith("<") and "data-block-key" in value else value


def _tidy(nodes: list) -> list:
    return [each if isinstance(each, str) else Node(each.tag, each.attributes, _tidy(each.children)) for each in nodes]


def with_ids(new: list[dict], old: list[dict]) -> list[dict]:
    """The new blocks under the ids of the old ones that they stand for: editors' comments hang on these."""
    found = [dict(block) for block in new]
    before, after = [told([block]) for block in old], [told([block]) for block in new]
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how in ("equal", "replace"):
            for one, other in zip(old[a:b], found[c:d], strict=False):
                if one["type"] == other["type"] and one.get("id"):
                    other["id"] = one["id"]
    return found
