"""Small feeds in every form, made from the record's own contests."""

from xml.sax.saxutils import quoteattr

from autobrief.record.feeds import Piece
from autobrief.replay.night import HEADER, rows

AGENCY = {"con": "C", "lab": "Lab", "ld": "LD", "spk": "Speaker", "ind": "Ind", "reform": "Brexit", "apni": "Alliance"}
ROOTS = {"nominations": "FirstPastThePostNominations", "rush": "FirstPastThePostRush", "result": "FirstPastThePostResult", "recount": "Recount"}


def piece(name: str, text: str | bytes) -> Piece:
    content = text if isinstance(text, bytes) else text.encode("utf-8")
    return Piece(name, (content,), lambda: content)


def results(feed, files: dict[str, str | bytes]):
    """The results of files given as name -> text, nothing remembered of files of these names before."""
    feed._files.clear()
    return feed.take([piece(name, text) for name, text in files.items()])


def codes(results) -> list[str]:
    return [refusal.code for refusal in results.refusals]


def plain(*contests, **more) -> str:
    return HEADER + "".join(rows(contest, **more) for contest in contests)


def agency_name(name: str) -> str:
    """A seat's name as the agency turns it round: Devon North, Durham, City of."""
    for point in ("North", "South", "East", "West", "Mid", "Central"):
        if name.startswith(f"{point} ") and " and " not in name:
            return f"{name.removeprefix(point + ' ')} {point}"
    if name.startswith("City of "):
        return f"{name.removeprefix('City of ')}, City of"
    return name.replace(" and ", " & ").replace("Kingston upon ", "")


def message(contest, kind: str, revision: int = 1, *, date: str = "2019-12-12", poll: str = "G", election: str = "General Election",
            surname: str = "", votes: dict | None = None, number: str = "17", elected: int = 0, recount: int = 2, name: str | None = None,
            electorate: int | None = None, turnout: int | None = None) -> str:
    """One message of the agency's XML; `votes` by place in the list put figures otherwise."""
    counts = [c.votes if (votes or {}).get(n) is None else votes[n] for n, c in enumerate(contest.candidacies)]
    candidates = []
    for n, c in enumerate(contest.candidacies if kind != "recount" else ()):
        figure = f' votes="{counts[n]}" percentageShare="1.00"' if kind == "result" else ""
        won = ' elected="*"' if kind in ("rush", "result") and n == elected else ""
        short = quoteattr(AGENCY.get(c.party.id, c.party.abbreviation))
        candidates.append(f'<Candidate{won} paId="{n + 1}" firstName={quoteattr(c.person.given)} surname={quoteattr(c.person.family + surname)}>'
                          f'<Party paId="9" name={quoteattr(c.party.name)} abbreviation={short}{figure} />'
                          "</Candidate>")
    ordered = sorted(counts, reverse=True)
    sums = (f' turnout="{turnout if turnout is not None else sum(counts)}" majority="{ordered[0] - ordered[1]}"' if kind == "result" else "")
    again = f' recount="{recount}"' if kind == "recount" else ""
    declared = f' declarationTime="{contest.declared.isoformat()}"' if kind == "result" else ""
    seat = quoteattr(name or agency_name(contest.name))
    return (f'<?xml version="1.0" encoding="UTF-8"?>\r\n<{ROOTS[kind]} revision="{revision}"{declared}>\r\n'
            f'<Election name="{election}" date="{date}" type="{poll}"><Constituency number="{number}" name={seat} '
            f'electorate="{electorate or contest.electorate}"{sums}{again}>{"".join(candidates)}</Constituency></Election></{ROOTS[kind]}>\r\n')


def file_name(contest, kind: str, revision: int = 1, election: str = "General_Election") -> str:
    folder = "nominations" if kind == "nominations" else "results"
    seat = agency_name(contest.name).replace("&", "and").replace(" ", "_")
    return f"{folder}/{election}_{kind}_{seat}_{revision}.xml"


def democracy_club(*contests, undeclared=()) -> str:
    lines = ["person_id,person_name,election_id,ballot_paper_id,election_date,party_name,party_id,gss,post_label,cancelled_poll,votes_cast,elected,"
             "tied_vote_winner,turnout_reported,total_electorate"]
    for contest in contests:
        for n, c in enumerate(contest.candidacies):
            known = contest not in undeclared
            name = f'"{c.person.name}"' if "," in c.person.name else c.person.name
            lines.append(f'{n},{name},parl.2019-12-12,parl.{contest.seat.lower()}.2019-12-12,2019-12-12,"{c.party.name}",,{contest.seat},'
                         f'"{contest.name}",f,{c.votes if known else ""},{"tf"[n > 0] if known else ""},,,{contest.electorate}')
    return "\n".join(lines) + "\n"


def parliament(*contests, header: bool = True) -> dict[str, str]:
    """constituencies.csv and candidacies.csv."""
    place = "ONS ID,ONS region ID,Constituency name,County name,Region name,Country name,Constituency type"
    first = [f"{place},Declaration time,Member first name,Member surname,Member gender,Result,First party,Second party,Electorate,Valid votes,"
             "Invalid votes,Majority,Con,Lab,LD,BRX,Green,SNP,PC,DUP,SF,SDLP,UUP,APNI,All other candidates"]
    second = [f"{place},Party name,Party abbreviation,Electoral Commission party ID,MNIS party ID,Electoral Commission adjunct party ID,"
              "Candidate first name,Candidate surname,Candidate gender,Sitting MP,Former MP,Member MNIS ID,Votes,Share,Change"]
    for contest in contests:
        region = contest.region.replace("-", " ").title()
        where = f'{contest.seat},E12000004,"{contest.name}",{contest.county},{region},{contest.country},County'
        won, other = contest.candidacies[:2]
        total = sum(c.votes for c in contest.candidacies)
        first.append(f"{where},{contest.declared:%d/%m/%Y %H:%M},{won.person.given},{won.person.family},x,x,{won.party.abbreviation},"
                     f"{other.party.abbreviation},{contest.electorate},{total},9,{won.votes - other.votes},,,,,,,,,,,,,")
        second += [f'{where},"{c.party.name}",{c.party.abbreviation},,,,{c.person.given},{c.person.family},x,No,No,,{c.votes},0.1,[x]'
                   for c in contest.candidacies]
    if not header:
        first, second = first[1:], second[1:]
    return {"constituencies.csv": "\n".join(first) + "\n", "candidacies.csv": "\n".join(second) + "\n"}
