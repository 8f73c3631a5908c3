"""Tables of applications: the exports of trackers, and people's own spreadsheets."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import time
from typing import Final

from followup_tui.domain.records import ContactRole
from followup_tui.domain.text import fold
from followup_tui.exchange import dates, stage_words
from followup_tui.exchange.cells import (
    emails_in,
    link_in,
    page_in,
    people_in,
    phones_in,
    role_of,
    several,
    unlinked,
)
from followup_tui.exchange.column_names import folded
from followup_tui.exchange.columns import UNKNOWN
from followup_tui.exchange.company_and_role import apart
from followup_tui.exchange.contacts_csv import A_TOTAL, notes_of, unread_date
from followup_tui.exchange.found import FoundOpportunity, Passed, Person, Reading, Remark, Source, Unit, Unreadable
from followup_tui.exchange.stage_words import Standing
from followup_tui.exchange.table_rows import Body, Cell, Fields, body_of

_MORNING: Final = time(9)
_DATES: Final = ("applied_at", "decision_by")
_PRIORITIES: Final = {
    3: ("high", "highest", "top", "dream", "dream job", "urgent", "alta", "hoch", "haute", "élevée", "must have"),
    2: ("medium", "mid", "normal", "media", "mittel", "moyenne", "média"),
    1: ("low", "baja", "niedrig", "basse", "baixa"),
}
_PRIORITY_OF: Final = {fold(word): number for number, words in _PRIORITIES.items() for word in words}
_STARS: Final = frozenset("★⭐🌟*")
_SCALE: Final = re.compile(r"(\d)(?:\s*(?:/|of|out of)\s*(\d+))?(?: stars?)?")
_MOST_STARS, _USUAL_SCALE = 3, 5
_ORDERS: Final[tuple[dates.Order, ...]] = ("dmy", "mdy")
_ANSWERED: Final = frozenset(
    (
        "response",
        "reply",
        "answer",
        "answered",
        "feedback",
        "antwort",
        "ruckmeldung",
        "reponse",
        "respuesta",
        "resposta",
    )
)
_TICKS: Final = frozenset("✓✔✅☑")
_YES: Final = frozenset(
    (
        *("yes", "y", "x", "true", "1", "done", "ja", "j", "wahr", "erledigt", "oui", "vrai"),
        *("si", "verdadero", "hecho", "sim", "s", "verdadeiro"),
    )
)
_NO: Final = frozenset(("no", "n", "false", "0", "nein", "falsch", "non", "faux", "nao", "falso"))
_CURRENCY: Final = re.compile(r"[(\[ ]([A-Z]{3}|[$€£¥₹])[)\]]?$")


def read(source: Source, reading: Reading) -> Iterator[Unit]:
    """The opportunities in a table, each with its people."""
    table = body_of(source, "applications", reading, keeps_unknown=True)
    orders = table.orders(_DATES, reading)
    for row in table.rows():
        if isinstance(row, Unreadable):
            yield row
            continue
        if row.is_total():
            yield Passed(where=row.where, text=A_TOTAL)
            continue
        told = _Row(row, reading, orders).told(table)
        for remark in told.remarks:
            yield Remark(where=row.where, text=remark)
        yield told.found


class _Told:
    """What a row names, and what is to be said of it."""

    def __init__(self, found: FoundOpportunity | Unreadable, remarks: list[str]) -> None:
        self.found = found
        self.remarks = remarks


class _Row:
    """One row being read: what has no field of its own is kept for the notes."""

    def __init__(self, row: Fields, reading: Reading, orders: dict[str, dates.Order | None]) -> None:
        self._row = row
        self._reading = reading
        self._orders = orders
        self._kept: list[Cell] = list(row.all(UNKNOWN))
        self._remarks: list[str] = []

    def told(self, table: Body) -> _Told:
        """The opportunity, or why there is none."""
        row = self._row
        company, role, name = (unlinked(row.text(field)) for field in ("company", "role", "name"))
        if both := next(iter(row.all("company_role")), None):
            company, role = apart(both.title, unlinked(both.text), "applications")
        elif name and "company" not in table.fields:
            company, name = name, ""
        elif name and "role" not in table.fields:
            role, name = name, ""
        missing = " and no ".join(word for word, text in (("company", company), ("role", role)) if not text)
        if missing:
            return _Told(Unreadable(where=row.where, reason=f"has no {missing}"), [])
        people = self._people(name)
        standing = self._standing() or (self._reached() if table.has_stages_as_titles else None)
        applied = self._moment("applied_at")
        decision = self._moment("decision_by")
        if standing is None:
            standing = stage_words.APPLIED if applied else stage_words.LEAD
        priority, url, source = self._priority(), self._url(), unlinked(row.text("source"))
        if url is None and source == link_in(source):
            url, source = source, ""
        if row.extra:
            self._remarks.append("the row has more cells than there are titles; the last went to the notes")
            self._kept += [Cell("", cell) for cell in row.extra]
        found = FoundOpportunity(
            where=row.where,
            company=company,
            role=role,
            stage=standing.stage,
            outcome=standing.outcome,
            applied_at=applied.instant(self._reading.zone, _MORNING) if applied else None,
            decision_by=decision.day.isoformat() if decision else None,
            source=source or None,
            url=url,
            location=row.text("location") or None,
            compensation=_compensation(row),
            priority=priority,
            tags=_tags(row),
            people=people,
            notes=notes_of(row.all("notes"), self._kept),
        )
        return _Told(found, self._remarks)

    def _standing(self) -> Standing | None:
        """The stage; an outcome of its own column says more than the stage does."""
        found: Standing | None = None
        for cell in (*self._row.all("stage"), *self._row.all("outcome")):
            standing = stage_words.read(cell.text)
            if standing is None:
                self._kept.append(cell)
                self._remarks.append(f"{cell.title}: {cell.text!r} is no stage that is known; it went to the notes")
            elif found is None or standing.stage == "closed":
                found = Standing(standing.stage, standing.outcome or (found.outcome if found else None))
        return found

    def _reached(self) -> Standing | None:
        """The furthest of the stages by which columns are called and that are ticked off or dated; or the end."""
        cells = (*self._row.all(UNKNOWN), *self._row.all("applied_at"))
        named = ((stage_words.of_title(cell.title), cell.text) for cell in cells)
        reached = [stage for stage, text in named if stage is not None and _is_reached(text)]
        # How they answered says it too, where that is an end.
        answers = (
            stage_words.read(cell.text) for cell in cells if not _ANSWERED.isdisjoint(folded(cell.title).split())
        )
        return stage_words.furthest((*reached, *(one for one in answers if one is not None and one.outcome)))

    def _moment(self, field: str) -> dates.Moment | None:
        cells = self._row.all(field)
        self._kept += self._row.further(field)
        if not cells:
            return None
        moment = dates.read(cells[0].text, self._orders.get(cells[0].title), self._reading.today)
        if moment is None:
            self._kept.append(cells[0])
            if folded(cells[0].text) not in _NO and not _is_ticked(cells[0].text):
                self._remarks.append(unread_date(cells[0]))
        return moment

    def _url(self) -> str | None:
        """The first address of a page; what is none goes to the notes."""
        url = None
        for cell in (*self._row.all("url"), *filter(_is_advertisement, self._row.all("contact_linkedin"))):
            found = link_in(cell.text)
            if found is None or url is not None:
                self._kept.append(cell)
            url = url or found
        return url

    def _priority(self) -> int:
        cell = next(iter(self._row.all("priority")), None)
        if cell is None:
            return 0
        number = _stars(cell.text)
        if number is None:
            self._kept.append(cell)
        return number or 0

    def _people(self, name: str) -> tuple[Person, ...]:
        """The people in the cells for them; addresses in cells of their own are those of the person they fit."""
        people: list[tuple[str, Person]] = []
        for cell in (*self._row.all("contact"), *([Cell("", name)] if name else [])):
            found = people_in(cell.text, role_of(cell.title))
            people += [(cell.title, person) for person in found]
            if not found:
                self._kept.append(cell)
        for field in ("contact_email", "contact_phone", "contact_linkedin", "contact_title"):
            for cell in self._row.all(field):
                if field != "contact_linkedin" or not _is_advertisement(cell):
                    self._give(people, field, cell)
        return tuple(person for _, person in people)

    def _give(self, people: list[tuple[str, Person]], field: str, cell: Cell) -> None:
        """Give what a cell says to the person of a column with the same role, else to the first."""
        values = _DETAILS[field](cell.text)
        if not values:
            self._kept.append(cell)
            return
        role = role_of(cell.title)
        fitting = [number for number, (title, _) in enumerate(people) if role != "other" and role_of(title) == role]
        number = next(iter(fitting), 0 if people else None)
        if number is None:
            if field == "contact_title":
                self._kept.append(cell)
                return
            people.append((cell.title, _with(Person(role=role), field, values)))
            return
        people[number] = (people[number][0], _with(people[number][1], field, values))


def _is_reached(text: str) -> bool:
    """Whether a cell says that something has been: by a tick, or by a date, in whatever order."""
    return _is_ticked(text) or any(dates.read(text, order) is not None for order in _ORDERS)


def _is_ticked(text: str) -> bool:
    return folded(text) in _YES or not _TICKS.isdisjoint(text)


def _is_advertisement(cell: Cell) -> bool:
    """Whether a cell for somebody's page on LinkedIn has that of the vacancy."""
    return page_in(cell.text) is None and "linkedin.com/jobs/" in cell.text.casefold()


def _linkedin(text: str) -> tuple[str, ...]:
    page = page_in(text)
    return (page,) if page else ()


_DETAILS: Final[Mapping[str, Callable[[str], tuple[str, ...]]]] = {
    "contact_email": emails_in,
    "contact_phone": phones_in,
    "contact_linkedin": _linkedin,
    "contact_title": lambda text: (text,),
}


def _with(person: Person, field: str, values: tuple[str, ...]) -> Person:
    """The person with what a cell says of them; what was known before stays."""
    if field == "contact_email":
        return replace(person, emails=tuple(dict.fromkeys((*person.emails, *values))))
    if field == "contact_phone":
        return replace(person, phones=tuple(dict.fromkeys((*person.phones, *values))))
    if field == "contact_linkedin":
        return replace(person, linkedin=person.linkedin or values[0])
    role: ContactRole = person.role if person.role != "other" else role_of(values[0])
    return replace(person, title=person.title or values[0], role=role)


def _stars(text: str) -> int | None:
    """A priority from 0 to 3: in words, as stars, or as a number of five."""
    named = _PRIORITY_OF.get(folded(text))
    if named is not None:
        return named
    stars = sum(letter in _STARS for letter in text)
    if stars:
        return min(stars, _MOST_STARS)
    found = _SCALE.fullmatch(text.strip().casefold())
    if found is None:
        return None
    number, scale = int(found[1]), int(found[2] or 0)
    if not scale and number <= _MOST_STARS:
        return number
    return min(_MOST_STARS, round(number * _MOST_STARS / max(scale, _USUAL_SCALE if not scale else 1, number, 1)))


def _compensation(row: Fields) -> str | None:
    """The pay as it is written; of two columns, from one to the other."""
    cells = row.all("compensation")
    text = " – ".join(dict.fromkeys(" ".join(cell.text.split()) for cell in cells))
    in_title = next((found[1] for cell in cells if (found := _CURRENCY.search(cell.title))), "")
    currency = row.text("currency") or in_title
    if currency and text and not re.search(r"[A-Z]{3}|[$€£¥₹]", text):
        text = f"{text} {currency}"
    return text or None


def _tags(row: Fields) -> tuple[str, ...]:
    parts = (
        part.strip().lstrip("#") for cell in row.all("tags") for one in several(cell.text) for part in one.split(",")
    )
    return tuple(dict.fromkeys(filter(None, parts)))
