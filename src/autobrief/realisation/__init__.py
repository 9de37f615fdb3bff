"""Surface realisation: sentence specs through templates to text, with the spans of every fact.

Nothing but facts and filtered facts may be printed: `finalize` refuses the rest.  One pass after
rendering turns the marks into plain text and character spans.
"""

import marshal
import re
from functools import cache, lru_cache

import jinja2

from .. import grammar
from ..errors import StylebookError
from ..model.style import Variant
from ..model.text import Sentence, Span
from .filters import FILTERS
from .voice import BASE, MARKED, OPEN, Slot, Voice, party_name

__all__ = ["ENVIRONMENT", "FILTERS", "Voice", "party_name", "render"]
SPACES = re.compile(r"\s+")


def finalize(value):
    """Let through only what carries a fact."""
    if isinstance(value, Slot):
        return str(value)
    if isinstance(value, str) and OPEN in value:
        return value
    raise StylebookError(f"only facts can be printed, not {value!r}")


def environment(kind: type[jinja2.Environment] = jinja2.Environment) -> jinja2.Environment:
    made = kind(undefined=jinja2.StrictUndefined, finalize=finalize, autoescape=False, cache_size=0, trim_blocks=True, lstrip_blocks=True)
    made.filters = FILTERS
    made.globals = {}
    made.tests = {"defined": jinja2.tests.TESTS["defined"]}
    return made


ENVIRONMENT = environment()


@cache
def sandbox() -> jinja2.Environment:
    """Where wordings of a house's own run; imported only when there are any."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    return environment(ImmutableSandboxedEnvironment)


@lru_cache(1 << 11)
def _template(code: bytes, own: bool) -> jinja2.Template:
    """A wording's template, which keeps nothing from one rendering to the next."""
    place = sandbox() if own else ENVIRONMENT
    return jinja2.Template.from_code(place, marshal.loads(code), place.globals)


def render(variant: Variant, message_id: str, facts: dict, voice: Voice) -> tuple[Sentence, ...]:
    """One message in one wording: each line of the template is a sentence.

    Raises StylebookError by file and line where the template asks for what is not there.
    """
    template = _template(variant.code, variant.own)
    try:
        # A name that a wording only tests for is None where the fact is absent; printing it is still refused.
        context = dict.fromkeys(variant.uses) | voice.slots(facts)
        marked = "".join(template.root_render_func(template.new_context(context)))
    except jinja2.UndefinedError as error:
        raise StylebookError(f"{variant.source}:{variant.line}: {error.message}") from error
    except StylebookError as error:
        raise StylebookError(f"{variant.source}:{variant.line}: {error}") from error
    except (TypeError, AttributeError, KeyError, ValueError, IndexError) as error:
        raise StylebookError(f"{variant.source}:{variant.line}: a filter is given what it cannot take: {error}",
                             hint=f"`autobrief preview {variant.kind}` shows each wording with real facts") from error
    lines = [line for line in marked.split("\n") if line.strip()]
    return tuple(unmark(line, f"{message_id}/{n}" if len(lines) > 1 else message_id, message_id, voice, variant.digest)
                 for n, line in enumerate(lines))


def unmark(marked: str, sentence_id: str, message_id: str, voice: Voice, digest: str) -> Sentence:
    """Marked text to plain text and the spans of its facts; the first letter becomes a capital."""
    text, spans, position = "", [], 0
    for found in MARKED.finditer(marked):
        text += _tidy(marked[position:found.start()], text)
        start = len(text)
        fact = voice.facts[ord(found.group(1)) - BASE]
        # A text from outside stands as it is.
        text += found.group(2) if text.strip() or fact.unit == "text" else _opening(found.group(2))
        spans.append(Span(start, len(text), fact.id))
        position = found.end()
    text = (text + _tidy(marked[position:], text)).rstrip()
    return Sentence(sentence_id, voice.quoted(grammar.sentence_case(text)), message_id, tuple(spans), digest)


def _opening(text: str) -> str:
    """No sentence opens with a figure."""
    count = re.match(r"\d{1,3}(?![\d,.%])", text)
    return grammar.spelled(int(count.group())) + text[count.end():] if count else text


def _tidy(piece: str, before: str) -> str:
    piece = SPACES.sub(" ", piece)
    return piece.lstrip() if not before or before.endswith(" ") else piece
