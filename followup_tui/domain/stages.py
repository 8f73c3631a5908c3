"""The stages as the user calls and orders them; what is stored are always the six of `schema.STAGES`."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from followup_tui.domain.schema import STAGES
from followup_tui.domain.settings import SettingError
from followup_tui.domain.text import clean

_LONGEST_NAME = 40
# What moves through a list, and what is left for a name of which every letter is taken.
_LIST_KEYS, _MORE_LETTERS = "jk", "123456"
_DEFAULT_NAMES = {stage: stage.capitalize() for stage in STAGES}


class Stages(NamedTuple):
    """The columns of the pipeline: their names by stage, and their order."""

    names: Mapping[str, str] = _DEFAULT_NAMES
    order: tuple[str, ...] = STAGES

    @property
    def titles(self) -> dict[str, str]:
        """The names by stage, in the order of the columns."""
        return {stage: self.names[stage] for stage in self.order}

    def letters(self) -> dict[str, str]:
        """A letter for each stage, of its name as far as there are enough, to choose it by; never `j` or `k`."""
        letters: dict[str, str] = {}
        for stage, title in self.titles.items():
            free = (letter for letter in f"{title}{stage}".casefold() + _MORE_LETTERS if letter not in letters.values())
            letters[stage] = next(letter for letter in free if letter.isalnum() and letter not in _LIST_KEYS)
        return letters

    def name(self, stage: str) -> str:
        """What the user calls a stage."""
        return self.names.get(stage, stage)


def read_stages(given: Mapping[str, Any]) -> Stages:
    """The `[stages]` of the settings. Raises SettingError, naming the key."""
    for key in given:
        if key not in Stages._fields:
            raise SettingError(key, "is not a setting; the settings are names and order")
    return Stages(_names(given.get("names", {})), _order(given.get("order", list(STAGES))))


def _names(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        raise SettingError("names", 'expected a table, like {lead = "Wishlist"}')
    for stage, name in given.items():
        if stage not in STAGES:
            raise SettingError(f"names.{stage}", f"is not a stage; the stages are {', '.join(STAGES)}")
        if not isinstance(name, str) or not name.strip() or len(name) > _LONGEST_NAME:
            raise SettingError(f"names.{stage}", f"expected a name of at most {_LONGEST_NAME} letters")
    names = _DEFAULT_NAMES | {stage: clean(name).strip() for stage, name in given.items()}
    twice = [stage for stage in given if list(names.values()).count(names[stage]) > 1]
    if twice:
        raise SettingError(f"names.{twice[0]}", "is the name of another stage too; give each its own")
    return names


def _order(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list) or sorted(map(str, given)) != sorted(STAGES):
        raise SettingError("order", f"expected each of {', '.join(STAGES)} once, in the order of the columns")
    return tuple(given)
