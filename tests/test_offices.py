"""What an office is called: by its title where the record has a telling one, one phrase a person, right in every case."""

import csv
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from articles import the_stylebook

from autobrief.grammar import article
from autobrief.model.world import Office
from autobrief.realisation.offices import bare, office_words
from autobrief.record.people import offices
from autobrief.rules.common import highest_office, office_weight
from autobrief.sources.offices import MOST_WORDS, check_offices

RECORD = Path(__file__).parents[1] / "data" / "record"
ELECTIONS = ("ge2010", "ge2015", "ge2017", "ge2019", "ge2024")
TABLE = the_stylebook().offices


def findings(election):
    """The posts of everyone on record before an election, as rules see them; and who has which number."""
    with (RECORD / "roles" / f"{election}.csv").open(encoding="utf-8", newline="") as lines:
        rows = [tuple(row[key] for key in ("mnis", "rank", "order", "title", "in_post")) for row in csv.DictReader(lines)]
    with (RECORD / "members" / f"{election}.csv").open(encoding="utf-8", newline="") as lines:
        names = {row["name"]: row["mnis"] for row in csv.DictReader(lines)}
    held = offices(rows, f"roles/{election}.csv", set(names.values()))
    return SimpleNamespace(assignment=SimpleNamespace(offices=held), ranks=TABLE["ranks"]), names


ALL = {election: findings(election) for election in ELECTIONS}


def told(election, name):
    found, names = ALL[election]
    return office_words(TABLE, highest_office(found, names[name]))


@pytest.mark.parametrize(("election", "name", "words"), [
    ("ge2010", "Phil Hope", "the minister for the East Midlands"),
    ("ge2010", "Jim Knight", "the employment minister"),
    ("ge2010", "Gillian Merron", "the public health minister"),
    ("ge2010", "Mike O'Brien", "a health minister"),
    ("ge2010", "Vernon Coaker", "a schools minister"),
    ("ge2010", "Tessa Jowell", "the Olympics minister"),
    ("ge2010", "George Osborne", "the shadow chancellor"),
    ("ge2010", "Andrew Mitchell", "a member of the shadow cabinet"),
    ("ge2010", "Nicholas Brown", "the government chief whip"),
    ("ge2010", "Hilary Armstrong", "a former government chief whip"),
    ("ge2010", "Patricia Hewitt", "a former health secretary"),
    ("ge2010", "John Gummer", "a former environment secretary"),
    ("ge2017", "Benedict Gummer", "the minister for the Cabinet Office"),
    ("ge2017", "John Hayes", "a transport minister"),
    ("ge2017", "Alex Salmond", "a former SNP leader"),
    ("ge2017", "Harriet Harman", "a former acting Labour leader"),
    ("ge2017", "Oliver Letwin", "a former cabinet minister"),
    ("ge2019", "Ian Lavery", "the Labour Party chair"),
    ("ge2019", "Julian Lewis", "the chair of the Commons defence committee"),
    ("ge2019", "Kemi Badenoch", "a children's minister"),
    ("ge2024", "Robert Courts", "the solicitor general"),
    ("ge2024", "Damian Hinds", "the schools minister"),
    ("ge2024", "Oliver Dowden", "the deputy prime minister"),
    ("ge2024", "Kemi Badenoch", "the business secretary"),
    ("ge2024", "Esther McVey", "a minister attending cabinet"),
    ("ge2024", "Theresa Villiers", "a former Northern Ireland secretary"),
    ("ge2024", "Maria Miller", "a former culture secretary"),
])
def test_the_office_that_readers_know_a_member_by(election, name, words):
    assert told(election, name) == words


def test_a_serving_minister_is_told_as_such_and_weighs_what_the_cabinet_weighed():
    found, names = ALL["ge2024"]
    assert office_weight(found, names["Damian Hinds"]) == TABLE["ranks"]["former cabinet minister"]["weight"]
    assert office_weight(found, names["Robert Courts"]) == TABLE["ranks"]["minister"]["weight"]


@pytest.mark.parametrize("election", ELECTIONS)
def test_every_phrase_stands_after_a_name_and_a_definite_one_has_one_bearer(election):
    found, _ = ALL[election]
    bearers = {}
    for mnis in found.assignment.offices:
        office = highest_office(found, mnis)
        if office:
            words = office_words(TABLE, office)
            bearers.setdefault(words, set()).add(mnis)
            assert words.startswith("a former ") == (not office.in_post), (office.title, words)
    for words, people in bearers.items():
        assert len(words.split()) <= MOST_WORDS and "," not in words and "{" not in words
        assert not re.search(r"\b[A-Z][a-z]+[A-Z]|\b[A-Z]{3,}\b(?<!SNP|DUP)(?<!SDLP)", words), words
        if words.startswith(("a ", "an ")):
            assert words == f"{article(bare(words))} {bare(words)}"
        else:
            assert len(people) == 1, words


@pytest.mark.parametrize("election", ELECTIONS)
def test_a_title_on_record_has_words_or_is_known_to_have_none(election):
    """Titles that say less than the words of their rank, or that the source has wrongly, are told by rank."""
    vague = {"Minister without Portfolio", "Lord President of the Council",
             "Shadow Secretary of State (Home Office)", "Shadow Lord President of the Council", "Shadow Minister without Portfolio (Cabinet Office)",
             "Deputy National Campaign Co-ordinator (in the shadow cabinet)", "Shadow Minister without Portfolio and Deputy Party Chair",
             "Chair, High Speed Rail (London - West Midlands) Bill (Commons) Committee"}
    found, _ = ALL[election]
    by_rank = {office.title for mnis in found.assignment.offices if (office := highest_office(found, mnis))
               and office.rank not in ("whip", "speaker or deputy") and office_words(TABLE, office) == TABLE["ranks"][office.rank]["words"]
               and office.title not in TABLE["titles"]}
    assert by_rank <= vague


@pytest.mark.parametrize(("title", "rank", "words"), [
    ("Secretary of State for Sport", "cabinet", "the sport secretary"),
    ("Secretary of State for Work, Rest and Play", "cabinet", "a cabinet minister"),
    ("Secretary of State for the Seaside", "cabinet", "a cabinet minister"),
    ("Secretary of State for DFX", "cabinet", "a cabinet minister"),
    ("Minister of State, DHSC", "minister", "a health minister"),
    ("Minister of State, DfE", "minister", "an education minister"),
    ("Parliamentary Under-Secretary of State, XYZ", "minister", "a minister"),
    ("Minister for the Seaside", "minister", "a minister"),
])
def test_a_title_that_nobody_has_written_words_for(title, rank, words):
    assert office_words(TABLE, Office("1", rank, 4, title, True)) == words


def test_a_title_that_two_have_is_indefinite_and_one_held_before_is_former():
    office = Office("1", "minister", 4, "Minister for Employment", True, shared=True)
    assert office_words(TABLE, office) == "an employment minister"
    assert office_words(TABLE, office._replace(in_post=False, rank="former cabinet minister")) == "a former employment minister"


@pytest.mark.parametrize(("changed", "code", "says"), [
    ({"titles": {"Minister for Sport": "sports minister"}}, "article", 'write "the sports minister"'),
    ({"titles": {"Minister for Health": "an health minister"}}, "article", 'write "a health minister"'),
    ({"titles": {"Minister for Sport": "the sports, gambling and civil society minister"}}, "length", "at most 8 words"),
    ({"former": {"First Secretary of State": "the first secretary of state"}}, "former", 'begin with "a former "'),
    ({"ranks": {"cabinet": {"weight": 9, "words": "minister"}}}, "article", '"a minister"'),
    ({"patterns": {"Minister for ": "a minister"}}, "pattern", "write {}"),
])
def test_a_fault_in_the_words_for_offices_is_named(changed, code, says):
    [flaw] = check_offices(TABLE | changed)
    assert flaw.code == code and says in flaw.fix


def test_the_shipped_words_have_no_fault():
    assert not list(check_offices(TABLE))
