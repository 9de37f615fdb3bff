"""The shape of the stylebook's tables, checked with pydantic when a stylebook is compiled."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=False)


class House(Strict):
    percent: Literal["%", "per cent"]
    clock: Literal[12, 24]
    words_up_to: Literal[9, 10]
    quotes: Literal["straight", "curly"]
    speaker: Literal["opposed", "left-out"]
    baseline: Literal["general-election", "sitting-member"]
    byline: str


class PartyEntry(Strict):
    name: str
    article: Literal["", "the"] = ""
    adjective: str = ""
    plural: bool = False
    short: str = ""
    people: str = ""


def check_tables(tables: dict) -> list[str]:
    """Every fault, as `file: key: what`."""
    faults = _faults(House, tables["house"], "house.toml")
    for key, entry in tables["parties"].items():
        entries = entry.items() if key == "named" else [(key, entry)]
        for name, value in entries:
            faults += _faults(PartyEntry, value, f"parties.toml: {name}")
    for table in ("thresholds", "weights"):
        faults += [f"{table}.toml: {key}: {value!r} is not a number" for key, value in tables[table].items()
                   if isinstance(value, bool) or not isinstance(value, (int, float))]
    faults += [f"nouns.toml: {key}: its plural must be text" for key, value in tables["nouns"].items() if not isinstance(value, str)]
    return faults


def _faults(model, value, where: str) -> list[str]:
    try:
        model.model_validate(value)
    except ValidationError as error:
        return [f"{where}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    return []
