"""Several things typed into one line of a form: tags, addresses, people with their roles.

Each is written back so that reading it again gives the same; what would be cut at a comma stands in quotes.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from followup_tui.domain.schema import CONTACT_ROLES
from followup_tui.domain.text import clean

_BY_COMMAS = re.compile(r'\s*((?:"[^"]*"|[^,;\n"])+)')
_BY_SPACES = re.compile(r'((?:"[^"]*"|[^,;\s"])+)')
_ASIDE = re.compile(r'"[^"]*"|\(([^()]*)\)|<([^<>]*)>')
_OTHER = "other"


class NamedPerson(NamedTuple):
    """Someone in a list of people. `role` is `other` where none was said."""

    name: str
    email: str | None = None
    role: str = _OTHER


class People(NamedTuple):
    """The people of a line, and a sentence for each of its parts that is not understood."""

    people: tuple[NamedPerson, ...]
    problems: tuple[str, ...]


def read_tags(text: str) -> tuple[str, ...]:
    """The tags of a line, with or without `#`, separated by spaces or commas; one with spaces stands in quotes."""
    parts = (_unquoted(part.removeprefix("#")).strip() for part in _BY_SPACES.findall(clean(text)))
    return tuple(dict.fromkeys(part for part in parts if part))


def write_tags(tags: Iterable[str]) -> str:
    """The line that `read_tags` reads as these."""
    return " ".join(f'"{tag}"' if re.search(r"[,;\s]", tag) else tag for tag in tags)


def read_list(text: str) -> tuple[str, ...]:
    """The entries of a line, separated by commas or semicolons, each once."""
    parts = (_unquoted(part).strip() for part in _BY_COMMAS.findall(clean(text)))
    return tuple(dict.fromkeys(part for part in parts if part))


def write_list(entries: Iterable[str]) -> str:
    """The line that `read_list` reads as these."""
    return ", ".join(_quoted(entry) for entry in entries)


def read_people(text: str) -> People:
    """The people of a line: `Ana Ruiz (recruiter), Ben Cho <ben@x.com>, "Sam Hill, Jr."`."""
    people: dict[str, NamedPerson] = {}
    problems = []
    for part in _BY_COMMAS.findall(clean(text)):
        person, problem = _person(part)
        if problem:
            problems.append(problem)
        if person is not None:
            people.setdefault(person.name, person)
    return People(tuple(people.values()), tuple(problems))


def write_people(people: Iterable[NamedPerson]) -> str:
    """The line that `read_people` reads as these."""
    return ", ".join(_written(person) for person in people)


def _person(part: str) -> tuple[NamedPerson | None, str]:
    """One person and, if something in the part means nothing, a sentence that says so."""
    email, role, problem = None, _OTHER, ""
    for match in _ASIDE.finditer(part):
        said, address = match[1], match[2]
        if said is not None and said.strip().casefold().replace(" ", "_") in CONTACT_ROLES:
            role = said.strip().casefold().replace(" ", "_")
        elif said is not None:
            roles = ", ".join(name.replace("_", " ") for name in CONTACT_ROLES)
            problem = f"({said}) is no role; the roles are {roles}."
        elif address is not None:
            email = address.strip() or None
    name = " ".join(_unquoted(_ASIDE.sub(_only_quoted, part)).split())
    if not name:
        return None, problem or (f"Who is {email}? Give the name first." if email else "")
    return NamedPerson(name, email, role), problem


def _only_quoted(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith('"') else " "


def _written(person: NamedPerson) -> str:
    role = f" ({person.role.replace('_', ' ')})" if person.role != _OTHER else ""
    return _quoted(person.name) + (f" <{person.email}>" if person.email else "") + role


def _quoted(text: str) -> str:
    return f'"{text}"' if re.search(r"[,;()<>]", text) and '"' not in text else text


def _unquoted(text: str) -> str:
    return text.replace('"', "")
