"""The names that a shell offers: of opportunities, people, drafts, letters, settings and backups.

They are read as `followup due` reads the book: nothing is loaded that takes long, and nothing is written.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from followup_tui.cli.context import Context
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.text import fold


class Candidate(NamedTuple):
    """A word that would fit, and what it is."""

    word: str
    detail: str = ""


SOURCES: Final[Mapping[tuple[str, str], str]] = {
    ("show", "name"): "either",
    ("move", "opportunity"): "opportunities",
    ("log", "to"): "contacts",
    ("log", "opportunity"): "opportunities",
    ("copy", "name"): "contacts",
    ("add", "contact"): "contacts",
    ("export", "what"): "parts",
    ("config", "key"): "settings",
    ("restore", "backup"): "backups",
    ("templates", "template"): "templates",
    ("templates", "like"): "templates",
}
"""Where the words come from by which a command's argument or option is known."""


def named(source: str, context: Context) -> Iterable[Candidate]:
    """The candidates of a source; none where book or settings cannot be read, for a shell has no place to say so."""
    try:
        return list(_FROM[source](context))
    except FollowupError:
        return []


def _records(context: Context, table: str) -> list[Mapping[str, Any]]:
    from followup_tui.store.reading import read_raw

    return list(read_raw(context.book_path).tables[table].values())


def _opportunities(context: Context) -> Iterator[Candidate]:
    """Those that are not closed first; by the company, or where that has several, by company and role."""
    records = _records(context, "opportunities")
    companies = Counter(fold(record["company"]) for record in records)
    both = Counter(fold(f"{record['company']} {record['role']}") for record in records)
    for record in sorted(records, key=lambda record: (record["stage"] == "closed", fold(record["company"]))):
        whole = f"{record['company']} {record['role']}"
        stage = context.config.stages.name(record["stage"])
        if companies[fold(record["company"])] == 1:
            yield Candidate(record["company"], f"{record['role']}, {stage}")
        elif both[fold(whole)] == 1:
            yield Candidate(whole, stage)
        else:
            yield Candidate(record["id"], f"{whole}, {stage}")


def _contacts(context: Context) -> Iterator[Candidate]:
    records = _records(context, "contacts")
    names = Counter(fold(record["name"]) for record in records)
    for record in sorted(records, key=lambda record: fold(record["name"])):
        about = ", ".join(text for text in (record["title"], record["company"]) if text)
        if names[fold(record["name"])] == 1:
            yield Candidate(record["name"], about)
        else:
            yield Candidate(record["id"], ", ".join(text for text in (record["name"], about) if text))


def _either(context: Context) -> Iterator[Candidate]:
    yield from _opportunities(context)
    yield from _contacts(context)


def _parts(context: Context) -> Iterator[Candidate]:
    from followup_tui.desk.exporting import REPORT
    from followup_tui.desk.tables_out import TABLES

    yield from (Candidate(part, "a table, for .csv") for part in TABLES)
    yield Candidate(REPORT, "of a period, for .md or .csv")
    yield from (each._replace(detail=f"{each.detail}; its dossier, for .md") for each in _opportunities(context))


def _settings(context: Context) -> Iterator[Candidate]:
    from followup_tui.cli.settings import effective, toml

    for name, value in effective(context.config).items():
        if not isinstance(value, dict):
            yield Candidate(name, toml(value) if value is not None else "")
            continue
        for key, inner in value.items():
            if not isinstance(inner, dict):
                yield Candidate(f"{name}.{key}", toml(inner) if inner is not None else "")
                continue
            yield from (Candidate(f"{name}.{key}.{one}", toml(each)) for one, each in inner.items())


def _backups(context: Context) -> Iterator[Candidate]:
    from followup_tui.store.backups import list_backups

    yield from (Candidate(one.path.name) for one in list_backups(context.book_path))


def _templates(context: Context) -> Iterator[Candidate]:
    from followup_tui.exchange.template_files import load_templates

    for template in load_templates(context.config_path.parent / "templates").templates:
        yield Candidate(template.id, template.name)


_FROM: Final = {
    "either": _either,
    "opportunities": _opportunities,
    "contacts": _contacts,
    "parts": _parts,
    "settings": _settings,
    "backups": _backups,
    "templates": _templates,
}
