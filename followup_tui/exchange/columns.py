"""Which column of a table is which field, seen by its title, or else by what stands in it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from followup_tui.exchange import dates, stage_words
from followup_tui.exchange.column_names import (
    APPLICATION_COLUMNS,
    CONTACT_COLUMNS,
    LEFT_OUT,
    TableKind,
    folded,
    names_of,
)
from followup_tui.exchange.company_and_role import BOTH, PARTS, is_of_both

NO_FIELD: Final = ""
"""What a column is that nothing is taken from."""
UNKNOWN: Final = "?"
"""What a column is that was not matched: its cells go to the notes, with its title."""

# May be in several columns; of another field the first column counts.
_SEVERAL: Final = frozenset(
    {NO_FIELD, "email", "phone", "title", "notes", "tags", "contact", "contact_email", "contact_phone"}
    | {"contact_linkedin", "compensation", "url"}
)
TABLES: Final[dict[str, dict[str, str]]] = {"contacts": CONTACT_COLUMNS, "applications": APPLICATION_COLUMNS}
"""The kinds of table whose columns are matched by their titles, with the fields and their titles."""
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^]]*\]")
# `Ansprechpartner:in`, `Recruteur·euse` and `Reclutador/a` begin with the name that is known.
_BETWEEN_NAMES: Final = re.compile(r"[/|,;&:*·]| or | and ", re.IGNORECASE)
_NEW_WORD: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OF_CONTACTS: Final = (
    (re.compile(r"(\w+ )?e ?mails?( address(es)?)?( \d+)?( value| address)?"), "email"),
    (re.compile(r"(\w+ )?((tele)?phones?|mobile|cell)( numbers?)?( \d+)?( value)?"), "phone"),
    (re.compile(r"(website|web page)( \d+)?( value)?"), "linkedin"),
)
# A title that has these words means this field, where no other column does; the first that fits counts.
_BY_WORDS: Final[dict[TableKind, tuple[tuple[frozenset[str], str], ...]]] = {
    "contacts": (
        (frozenset({"linkedin"}), "linkedin"),
        *(
            (frozenset({word}), "phone")
            for word in (
                *("phone", "telephone", "mobile", "telefon", "mobil", "mobiltelefon", "handy"),
                *("telefono", "movil", "celular", "portable", "telefone", "telemovel"),
            )
        ),
    ),
    "applications": tuple(
        (frozenset(words.split()), field)
        for field, several in (
            ("decision_by", "deadline decision"),
            (
                "applied_at",
                (
                    "date applied, application date, applied, beworben, bewerbung am, bewerbung datum, versandt, "
                    "verschickt, abgeschickt, date candidature, date envoi, postule, fecha postulacion, "
                    "fecha candidatura, fecha solicitud, fecha aplicacion, data candidatura, data aplicacao"
                ),
            ),
            ("url", "job link, job url"),
            ("contact_linkedin", "linkedin"),
            ("contact_email", "email, e mail, mail, courriel, correo"),
            ("contact_phone", "phone, telephone, telefon, telefono, telefone"),
            ("url", "link, url, lien, enlace, anzeige, annonce"),
            (
                "contact",
                (
                    "recruiter, hiring manager, interviewers, ansprechpartner, ansprechpartnerin, ansprechperson, "
                    "recruteur, recruteuse, reclutador, reclutadora, recrutador, recrutadora"
                ),
            ),
            ("source", "found, find, gefunden, trouve, trouvee, portal, platform, plattform, plataforma, plateforme"),
            ("compensation", "salary, compensation, gehalt, salaire, salario, salarial, remuneration"),
            ("company", "company, employer, firma, unternehmen, arbeitgeber, entreprise, societe, empresa"),
            ("role", "job title, position, role, stelle, poste, puesto, vaga"),
            ("stage", "status, stage, stand, statut, etat, estado, etapa"),
        )
        for words in several.split(", ")
    ),
}
# With one of these, a title is of something else: when an answer came, a link to a curriculum.
_OF_ELSE: Final = frozenset(
    (
        *("cv", "resume", "curriculum", "lebenslauf", "letter", "anschreiben", "lettre", "carta", "portfolio"),
        *("interview", "entretien", "entrevista", "gesprach", "meeting", "response", "reply", "reponse", "respuesta"),
        *("resposta", "ruckmeldung", "antwort", "follow", "relance", "next", "last", "days", "contacted", "method"),
        *("fax", "assistant", "assistent", "assistentin", "asistente", "assistente"),
    )
)
_OF_A_DAY: Final = frozenset({"date", "datum", "fecha", "data"})
"""Alone, such a word says of which day only where no other column says it."""
_DAYS: Final = frozenset({"applied_at", "decision_by"})
# One word is the whole name or a part of it, as other columns have it.
_NAME_WORDS: Final = {
    "first_name": frozenset({"nombre", "nome"}),
    "last_name": frozenset({"nom", "name"}),
}
_ADDRESS: Final = re.compile(r"(mailto:)?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]{2,}", re.IGNORECASE)


def _is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None


def _is_stage(text: str) -> bool:
    return stage_words.read(text) is not None


# What stands in most of a column can say what its title does not.
_BY_CONTENT: Final[dict[TableKind, tuple[tuple[str, Callable[[str], bool]], ...]]] = {
    "contacts": (("email", _is_address),),
    "applications": (
        ("stage", _is_stage),
        ("contact_email", _is_address),
    ),
}
_ENOUGH_VALUES: Final = 3
_MOST: Final = 0.6
_LOOKS_EMPTY: Final = " \t-–—?"
_FORMATS: Final = re.compile(r".* (type|label|display name|yomi)")


@cache
def _fields(kind: TableKind) -> Mapping[str, str]:
    """Fields by the folded titles of their columns."""
    found: dict[str, str] = {}
    for field, titles in TABLES[kind].items():
        for title in names_of(titles):
            found.setdefault(title, field)
    return found


@cache
def _left_out() -> frozenset[str]:
    return frozenset(names_of(LEFT_OUT))


def fields_of(kind: TableKind) -> tuple[str, ...]:
    """The fields that a column may be."""
    return tuple(TABLES[kind])


def match(titles: Sequence[str], kind: TableKind, corrected: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """For each column its field, `NO_FIELD` for one that is left out, or `UNKNOWN`.

    `corrected` gives fields by title, as a person corrected them; a field that is none of the kind's is not taken.
    """
    corrected = corrected or {}
    chosen = [_corrected(title, kind, corrected) for title in titles]
    taken = {field: folded(title) for field, title in zip(chosen, titles, strict=True) if field}
    for find in (_whole, _in_parts, _by_words, _of_a_day):
        for number, title in enumerate(titles):
            if chosen[number] is None:
                field = find(title, kind)
                # Of columns with one title, the first that says something counts in each row.
                if field is not None and (field in _SEVERAL or taken.get(field, folded(title)) == folded(title)):
                    chosen[number] = field
                    taken[field] = folded(title)
    return _with_names_told([UNKNOWN if field is None else field for field in chosen], titles, kind)


def _corrected(title: str, kind: TableKind, corrected: Mapping[str, str]) -> str | None:
    field = corrected.get(title)
    return field if field in (None, NO_FIELD, UNKNOWN) or field in TABLES[kind] else None


def _whole(title: str, kind: TableKind) -> str | None:
    name = folded(title)
    if not name or name in _left_out():
        return NO_FIELD
    if is_of_both(title, kind):
        return BOTH[kind]
    known = _fields(kind).get(name) if name not in _OF_A_DAY else None
    if known is not None or kind != "contacts":
        return known
    if _FORMATS.fullmatch(name):
        return NO_FIELD
    return next((field for pattern, field in _OF_CONTACTS if pattern.fullmatch(name)), None)


def _in_parts(title: str, kind: TableKind) -> str | None:
    """A title that says more than a name: `Salary (EUR)`, `Job title / role`, `Company name:`; or `companyName`."""
    bare = _IN_BRACKETS.sub(" ", title)
    for part in (bare, *_BETWEEN_NAMES.split(bare), _NEW_WORD.sub(" ", bare)):
        field = _fields(kind).get(folded(part))
        if field is not None:
            return field
    return None


def _by_words(title: str, kind: TableKind) -> str | None:
    words = set(folded(_NEW_WORD.sub(" ", title)).split()) | set(folded(title).split())
    if not words.isdisjoint(_OF_ELSE):
        return None
    field = next((field for needed, field in _BY_WORDS[kind] if needed <= words), None)
    return field if field in _DAYS or words.isdisjoint(_OF_A_DAY) else None


def _of_a_day(title: str, kind: TableKind) -> str | None:
    name = folded(title)
    return _fields(kind).get(name) if name in _OF_A_DAY else None


def _with_names_told(fields: list[str], titles: Sequence[str], kind: TableKind) -> tuple[str, ...]:
    """`Nom` beside `Prénom` is the last name, `Nombre` beside `Apellidos` the first; Outlook's `Title` is Mr or Mrs."""
    if BOTH[kind] in fields:
        # One of the two has a column of its own: then this is the other, and neither where both have.
        missing = [field for field in PARTS[kind] if field not in fields]
        if len(missing) < len(PARTS[kind]):
            fields[fields.index(BOTH[kind])] = next(iter(missing), UNKNOWN)
    if kind == "contacts":
        names = [folded(title) for title in titles]
        if "title" in names and "job title" in names:
            fields[names.index("title")], fields[names.index("job title")] = "prefix", "title"
        for part, other in (("first_name", "last_name"), ("last_name", "first_name")):
            for number, title in enumerate(titles):
                if folded(title) in _NAME_WORDS[part] and other in fields and part not in fields:
                    fields[number] = part
    return tuple(fields)


def match_by_content(
    fields: Sequence[str],
    titles: Sequence[str],
    rows: Iterable[Sequence[str]],
    kind: TableKind,
    corrected: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The `fields` of `match`, and for columns that have none the one that their cells show: a stage, an address.

    Only a field that no column has yet, and never for a title that a person has corrected. `rows` are some of the
    table's.
    """
    told, cells = list(fields), columns_of(rows, len(titles))
    for field, fits in _BY_CONTENT[kind]:
        for number, title in enumerate(titles):
            if told[number] == UNKNOWN and field not in told and title not in (corrected or {}):
                told[number] = field if _are_mostly(cells[number], fits) else UNKNOWN
    return tuple(told)


def columns_of(rows: Iterable[Sequence[str]], width: int) -> list[list[str]]:
    """The cells of each of the first columns that say something."""
    cells: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for column, cell in zip(cells, row, strict=False):
            if text := cell.strip(_LOOKS_EMPTY):
                column.append(text)
    return cells


def are_dates(cells: Sequence[str]) -> bool:
    """Whether most cells of a column are dates."""
    return _are_mostly(cells, lambda text: dates.read(text) is not None)


def _are_mostly(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    count = sum(map(fits, cells))
    return bool(cells) and (count >= _MOST * len(cells) if len(cells) >= _ENOUGH_VALUES else count == len(cells))


def score(fields: Iterable[str]) -> int:
    """How many different fields were found."""
    return len(set(fields) - {NO_FIELD, UNKNOWN})
