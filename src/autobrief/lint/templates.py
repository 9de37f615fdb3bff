"""The static half of the proof: what a template says by itself must need no proof.

Literal text may hold no figure, no number word, no name; a word that claims something only where
the rule of that kind declares the claim.  Expressions may print facts and test for them, no more.
"""

import difflib
import re
from collections.abc import Iterator, Mapping

from .parsing import Reading, readings
from .reading import UNLESS, WHEN, Finding, Piece, Word, covered, listed, words
from .runs import Told, check_runs
from .syntax import names
from .words import is_claim, is_number, parts

FOLDER, SUFFIX = "prose/", ".j2"
MOST = {"terms": 40, "idioms": 20}


def check_templates(files: Mapping[str, bytes | str], tables: Mapping[str, dict], rules: Mapping,
                    supplied: Mapping[str, set[str]] | None = None) -> list[Finding]:
    """Every fault of every template, by file, line and column; a run of words is told in the later file of the two.

    `files` are templates by name (`prose/closest.j2`; others are passed over), `tables` the TOML
    tables by name, of which `fixed_terms` and `parties` are read, `rules` the register.  `supplied`
    says which facts a kind has been seen to supply; kinds that are not in it are not held to it.
    """
    terms = tables.get("fixed_terms", {})
    texts = {name: _decoded(text) for name, text in files.items() if name.startswith(FOLDER) and name.endswith(SUFFIX)}
    findings = [*_check_terms(terms), *_check_kinds(texts, rules)]
    told: list[Told] = []
    for file, text in texts.items():
        kind = _kind(file)
        claims = frozenset(rules[kind].claims) if kind in rules else frozenset()
        for read in readings(kind, file, text, findings):
            said = list(words(read.tokens))
            told.append(Told(kind, file, said))
            findings += _check_digits(file, read.tokens)
            findings += _check_words(file, said, claims, terms, tables.get("parties", {}))
            findings += _check_names(read, (supplied or {}).get(kind))
    findings += check_runs(told, terms.get("terms", []))
    return sorted(set(findings))


def _decoded(text: bytes | str) -> str:
    return text.decode("utf-8", "replace") if isinstance(text, bytes) else text


def _kind(file: str) -> str:
    return file.removeprefix(FOLDER).removesuffix(SUFFIX)


def _check_terms(terms: dict) -> Iterator[Finding]:
    """The exceptions are few, or they are none."""
    for name, most in MOST.items():
        if len(terms.get(name, ())) > most:
            yield Finding("stylebook/fixed_terms.toml", 1, 1, "too-many-terms",
                          f"{name} has {len(terms[name])} phrases, {most} at most", "reword templates and take some out")


def _check_kinds(texts: dict[str, str], rules: Mapping) -> Iterator[Finding]:
    """A template without a rule, and a rule without a template."""
    kinds = {_kind(file): file for file in texts}
    for kind in sorted(kinds.keys() - rules.keys()):
        yield Finding(kinds[kind], 1, 1, "no-rule", f"no rule is called {kind}", "name it as a rule is named")
    for kind in sorted(rules.keys() - kinds.keys()):
        yield Finding(f"{FOLDER}{kind}{SUFFIX}", 1, 1, "no-template", f"the rule {kind} has no template", "write this file")


def _check_digits(file: str, tokens: list[Piece]) -> Iterator[Finding]:
    """No figure in literal text, in a constant or in an expression."""
    for piece in tokens:
        if piece.kind not in ("data", "string", "integer", "float"):
            continue
        for found in re.finditer(r"\S+", piece.text):
            if any(c.isnumeric() for c in found[0]):
                before = piece.text[:found.start()]
                line = piece.line + before.count("\n")
                col = found.start() - before.rfind("\n") + (0 if "\n" in before else piece.col - 1)
                yield Finding(file, line, col, "digit", f"a figure in a template: {found[0]}", "print a fact instead")


def _check_words(file: str, said: list[Word], claims: frozenset, terms: dict, parties: dict) -> Iterator[Finding]:
    """Number words, claim words and capitals."""
    harmless = {i for start, size in covered(said, terms.get("idioms", [])).items() for i in range(start, start + size)}
    capitals, known = frozenset(terms.get("capitals", ())), _party_words(parties)
    for index, word in enumerate(said):
        at = (file, word.line, word.col)
        for part in parts(word.text) if index not in harmless else ():
            if part not in claims and is_number(part):
                yield Finding(*at, "number-word", f"a number in words: {word.text}",
                              "print a fact instead, or add the phrase to idioms in fixed_terms.toml")
            elif part not in claims and is_claim(part):
                yield Finding(*at, "claim", f"“{word.text}” claims what the rule does not", f"add {part!r} to the rule's claims, "
                              "or the phrase to idioms in fixed_terms.toml, or reword")
        name = word.text.replace("’", "'").removesuffix("'s").rstrip("'")
        if name in capitals or name.islower():
            continue
        if not word.opens:
            yield Finding(*at, "capital", f"a capital inside a sentence: {word.text}",
                          "print a fact instead, or add the word to capitals in fixed_terms.toml")
        elif name in known:
            yield Finding(*at, "name", f"a party by name: {word.text}", "print the party's fact instead")


def _party_words(parties: dict) -> frozenset[str]:
    """Words with a capital that open a party's name."""
    entries = [*parties.get("named", {}).values(), *(entry for key, entry in parties.items() if key != "named")]
    spoken = {entry.get(key, "").split(" ")[0] for entry in entries for key in ("name", "adjective", "short")}
    return frozenset(word for word in spoken if word and not word.islower())


def _check_names(read: Reading, supplied: set[str] | None) -> Iterator[Finding]:
    """Names that the rule has never been seen to supply."""
    if supplied is None:
        return
    variant, tokens = read.variant, read.tokens
    wanted = {name.name: variant.line + name.lineno - 1 for name in reversed(names(read.tree))}
    wanted |= listed(WHEN, tokens) | listed(UNLESS, tokens)
    for name, line in wanted.items():
        if name not in supplied:
            col = next((p.col for p in tokens if p.line == line and p.text == name), 1)
            near = difflib.get_close_matches(name, supplied, 1)
            yield Finding(variant.file, line, col, "unknown-name", f"the rule supplies no {name}",
                          f"did you mean {near[0]}?" if near else "the file's first comment lists what there is")
