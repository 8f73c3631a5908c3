"""Our own JSON: each sentence of what it promises, on small books held in a dict."""

import codecs
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from followup_tui.domain.codec import to_plain
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import BY_TABLE, Contact, Interview, Opportunity, Record
from followup_tui.exchange import interchange
from followup_tui.exchange.interchange import FORMAT, VERSION, Incoming, dump, parse, read_files

AT, LATER = "2026-11-17T15:00:00+01:00", "2026-11-18T09:30:00Z"
DATA = Path(__file__).parents[1] / "data"


class Book:
    """A book in memory, which files are imported into."""

    def __init__(self, *records: Record) -> None:
        self.records = {record.id: record for record in records}

    def read(self, *files: bytes | Mapping[str, Any]) -> Incoming:
        """What importing files called a.json, b.json, … would do."""
        data = {
            Path(f"{chr(ord('a') + number)}.json"): file if isinstance(file, bytes) else json.dumps(file).encode()
            for number, file in enumerate(files)
        }
        return read_files(data, self.records.get, data.__getitem__)

    def take(self, *files: bytes | Mapping[str, Any]) -> Incoming:
        """Import files."""
        incoming = self.read(*files)
        self.records |= {record.id: record for record in incoming.put}
        return incoming

    def refuse(self, *files: bytes | Mapping[str, Any]) -> str:
        """The sentence with which files are refused, without what all of them end with."""
        before = dict(self.records)
        with pytest.raises(FollowupError) as raised:
            self.take(*files)
        assert self.records == before
        sentence = str(raised.value)
        assert "; nothing was imported" in sentence
        return sentence.partition("; nothing was imported")[0]

    def dump(self) -> str:
        tables: dict[str, list[Record]] = {table: [] for table in BY_TABLE}
        for record in self.records.values():
            tables[record.table].append(record)
        return dump(tables)


def document(**tables: Any) -> dict[str, Any]:
    return {"format": FORMAT, "version": VERSION, **tables}


def opportunity(record_id: str = "o1", **fields: Any) -> dict[str, Any]:
    times = {"stage_changed_at": AT, "created_at": AT, "updated_at": AT}
    return {"id": record_id, "company": "Acorn", "role": "Nurse", "stage": "lead", **times, **fields}


def contact(record_id: Any = "c1", **fields: Any) -> dict[str, Any]:
    return {"id": record_id, "name": "Ana Ruiz", "created_at": AT, "updated_at": AT, **fields}


def interview(record_id: Any = "i1", **fields: Any) -> dict[str, Any]:
    return {"id": record_id, "opportunity_id": "o1", "starts_at": AT, "created_at": AT, "updated_at": AT, **fields}


def only(incoming: Incoming) -> Any:
    (record,) = incoming.put
    return record


def counts(incoming: Incoming) -> tuple[int, int, int]:
    return incoming.added.total(), incoming.changed.total(), incoming.left.total()


# What is taken


def test_any_table_may_be_missing() -> None:
    assert Book().read(document()).put == ()
    assert counts(Book().read(document(contacts=[]))) == (0, 0, 0)


def test_absent_optional_fields_of_a_new_record_get_their_default() -> None:
    record = only(Book().read(document(contacts=[contact()])))
    assert record == Contact(id="c1", name="Ana Ruiz", created_at=AT, updated_at=AT)
    assert (record.role, record.tags, record.keep_in_touch) == ("other", (), False)


def test_for_an_id_that_is_there_the_fields_in_the_file_replace_and_absent_ones_stay() -> None:
    book = Book()
    book.take(document(contacts=[contact(email="ana@example.com", tags=["a", "b"], phone="1")]))
    incoming = book.take(document(contacts=[{"id": "c1", "phone": None, "tags": ["c"], "title": "Matron"}]))
    assert counts(incoming) == (0, 1, 0)
    assert to_plain(book.records["c1"]) == to_plain(
        Contact(
            id="c1",
            name="Ana Ruiz",
            created_at=AT,
            updated_at=AT,
            email="ana@example.com",
            tags=("c",),
            title="Matron",
        )
    )


def test_importing_twice_changes_nothing_the_second_time() -> None:
    book, file = Book(), document(contacts=[contact(), contact("c2", tags=["x"])], opportunities=[opportunity()])
    assert counts(book.take(file)) == (3, 0, 0)
    incoming = book.take(file)
    assert counts(incoming) == (0, 0, 3)
    assert incoming.put == ()


def test_what_was_done_is_told_by_table() -> None:
    book = Book()
    book.take(document(contacts=[contact()], opportunities=[opportunity()]))
    incoming = book.read(
        document(
            contacts=[contact(), contact("c2")], opportunities=[opportunity(role="Matron")], interviews=[interview()]
        )
    )
    assert incoming.added == {"contacts": 1, "interviews": 1}
    assert incoming.changed == {"opportunities": 1}
    assert incoming.left == {"contacts": 1}


def test_files_are_read_one_after_another() -> None:
    book = Book()
    first, second = document(contacts=[contact(phone="1")]), document(contacts=[{"id": "c1", "phone": "2"}])
    incoming = book.take(first, second)
    assert counts(incoming) == (1, 1, 0)
    assert only(incoming).phone == "2"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'"contacts":[' + b",".join([b'{"id":"c"}'] * 600_000) + b"]", "more than 250,000 records"),
        (b'"contacts":[{"id":"c","tags":[' + b'"",' * 10_000_001 + b'""]}]', "more lists or values than any book"),
        (b'"contacts":[{"id":"c","x":[' + b"[]," * 3_000_001 + b"[]]}]", "more lists or values than any book"),
    ],
    ids=["records", "values", "lists"],
)
def test_more_than_a_book_has_is_refused_before_it_is_built(data: bytes, reason: str) -> None:
    with pytest.raises(FollowupError, match=f"^in.json: .*{reason}"):
        parse(b'{"format":"followup-tui","version":1,' + data + b"}", "in.json")


def test_references_to_records_that_do_not_exist_are_no_error() -> None:
    assert counts(Book().read(document(interviews=[interview(contact_ids=["nobody"])]))) == (1, 0, 0)


def test_contacts_repeated_within_a_list_are_read_once() -> None:
    book = Book()
    ids = ["c2", "c1", "c2", "c3", "c1"]
    book.take(document(opportunities=[opportunity(contact_ids=ids)], interviews=[interview(contact_ids=ids)]))
    found = [record.contact_ids for record in book.records.values() if isinstance(record, Opportunity | Interview)]
    assert found == [("c2", "c1", "c3")] * 2


def test_other_lists_may_repeat() -> None:
    assert only(Book().read(document(contacts=[contact(tags=["a", "a"], contact_ids=["b", "b"])]))).tags == ("a", "a")


@pytest.mark.parametrize("text", [AT, LATER, "2026-11-17T15:00:00.250000+05:45", "2026-11-17T15:00:00-00:00"])
def test_instants_are_kept_as_they_were_written(text: str) -> None:
    book = Book()
    book.take(document(opportunities=[opportunity(applied_at=text)]))
    assert json.loads(book.dump())["opportunities"][0]["applied_at"] == text


# Closed and its outcome


@pytest.mark.parametrize("stage", ["lead", "applied", "screening", "interviewing", "offer"])
def test_leaving_closed_clears_the_outcome(stage: str) -> None:
    book = Book()
    book.take(document(opportunities=[opportunity(stage="closed", outcome="rejected")]))
    assert only(book.take(document(opportunities=[{"id": "o1", "stage": stage}]))).outcome is None


def test_staying_closed_keeps_it_and_closed_without_outcome_is_allowed() -> None:
    book = Book()
    book.take(
        document(opportunities=[opportunity(stage="closed", outcome="rejected"), opportunity("o2", stage="closed")])
    )
    assert (
        only(book.take(document(opportunities=[{"id": "o1", "stage": "closed", "notes": "!"}]))).outcome == "rejected"
    )
    assert only(book.take(document(opportunities=[{"id": "o2", "outcome": "withdrawn"}]))).outcome == "withdrawn"


def test_an_outcome_outside_closed_is_refused() -> None:
    told = "a.json: opportunities[0]: outcome: expected null, because the stage is not closed, found 'rejected'"
    book = Book()
    assert book.refuse(document(opportunities=[opportunity(stage="offer", outcome="rejected")])) == told
    book.take(document(opportunities=[opportunity(stage="closed", outcome="rejected"), opportunity("o2")]))
    left = document(opportunities=[{"id": "o1", "stage": "lead", "outcome": "rejected"}])
    assert book.refuse(left) == told
    assert book.refuse(document(opportunities=[{"id": "o2", "outcome": "rejected"}])) == told


def test_a_stage_that_is_no_opportunity_s_clears_nothing() -> None:
    record = only(Book().read(document(contacts=[contact(stage="lead")])))
    assert record.unknown == {"stage": "lead"}


# Keys that are not known


def test_unknown_keys_survive_in_records_and_entries() -> None:
    book = Book()
    unknown: dict[str, Any] = {"later": {"a": [1, None, {"b": 2.5}]}, "unknown": True, "": "", "version": 9}
    promise = {"id": "p1", "text": "the plan", "colour": "red"}
    book.take(document(interviews=[interview(promises=[promise], **unknown)]))
    exported = json.loads(book.dump())["interviews"][0]
    assert {key: exported[key] for key in unknown} == unknown
    assert exported["promises"] == [{**promise, "contact_id": None, "due_on": None, "kept_at": None}]
    book.take(document(interviews=[{"id": "i1", "notes": "!", "later": 3}]))
    exported = json.loads(book.dump())["interviews"][0]
    assert {key: exported[key] for key in unknown} == unknown | {"later": 3}


def test_whole_numbers_of_any_size_survive() -> None:
    book = Book()
    book.take(document(contacts=[contact(big=10**300, small=-(10**30), exact=0.1)]))
    exported = json.loads(book.dump())["contacts"][0]
    assert (exported["big"], exported["small"], exported["exact"]) == (10**300, -(10**30), 0.1)


# The round trip


def test_export_writes_every_field_of_every_table() -> None:
    book = Book()
    book.take(document(contacts=[contact()]))
    exported = json.loads(book.dump())
    assert list(exported) == ["format", "version", *BY_TABLE]
    assert (exported["format"], exported["version"]) == ("followup-tui", 1)
    assert exported["contacts"][0].keys() == set(Contact.__struct_fields__) - {"unknown"}
    assert exported["contacts"][0]["email"] is None
    assert exported["contacts"][0]["tags"] == []


@pytest.mark.parametrize("path", sorted((DATA / "cadence").glob("*.json")), ids=lambda path: path.stem)
def test_the_round_trip_is_exact(path: Path) -> None:
    book, other = Book(), Book()
    book.take(json.loads(path.read_text(encoding="utf-8"))["book"])
    assert book.records
    other.take(book.dump().encode())
    assert other.records == book.records
    assert other.dump() == book.dump()
    assert counts(book.read(book.dump().encode()))[:2] == (0, 0)


HOSTILE = [case["s"] for case in json.loads((DATA / "hostile_strings.json").read_text(encoding="utf-8"))]


def test_hostile_texts_come_out_as_they_went_in() -> None:
    book, again = Book(), Book()
    texts = [text for text in HOSTILE if "\r" not in text and not any("\ud800" <= one <= "\udfff" for one in text)]
    assert len(texts) > 100
    book.take(document(contacts=[contact(f"c{number:04}", name=text) for number, text in enumerate(texts)]))
    assert [record["name"] for record in json.loads(book.dump())["contacts"]] == texts
    again.take(book.dump().encode())
    assert again.records == book.records


def test_line_ends_and_half_characters_are_mended_in_values_keys_and_entries() -> None:
    file = (
        rb'{"format": "followup-tui", "version": 1, "interviews": [{"id": "i\r\n1", "opportunity_id": "o1", '
        rb'"starts_at": "2026-11-17T15:00:00Z", "created_at": "2026-11-17T15:00:00Z", '
        rb'"updated_at": "2026-11-17T15:00:00Z", "talking_points": ["a\rb"], "k\ud800": {"x\r": "\udfff"}, '
        rb'"promises": [{"id": "p1", "text": "c\r\nd"}]}]}'
    )
    record = only(Book().read(file))
    assert (record.id, record.talking_points, record.promises[0].text) == ("i\n1", ("a\nb",), "c\nd")
    assert record.unknown == {"k\ufffd": {"x\n": "\ufffd"}}


def test_an_empty_book_is_written_and_read() -> None:
    assert counts(Book().read(Book().dump().encode())) == (0, 0, 0)


# What is refused: all or nothing, and the error names file, table, index, field and what was expected

INSTANT = "an instant with T, seconds and an offset, like 2026-11-17T15:00:00+01:00, of the years 1900 to 2200"
DATE = "a date, like 2026-11-27, of the years 1900 to 2200"
ID = "text that is not empty"

BAD_RECORDS: list[tuple[dict[str, Any], str]] = [
    ({"contacts": [contact(), contact("c2", name=None)]}, "contacts[1]: name: expected text, found null"),
    ({"contacts": [5]}, "contacts[0]: expected an object, found 5"),
    ({"contacts": [[]]}, "contacts[0]: expected an object, found a list"),
    ({"contacts": [{}]}, f"contacts[0]: id: expected {ID}, found nothing"),
    ({"contacts": [contact(7)]}, f"contacts[0]: id: expected {ID}, found 7"),
    ({"contacts": [contact([])]}, f"contacts[0]: id: expected {ID}, found a list"),
    ({"contacts": [contact("")]}, f"contacts[0]: id: expected {ID}, found ''"),
    ({"contacts": [{"id": "new"}]}, "contacts[0]: name: expected text, found nothing"),
    (
        {"opportunities": [opportunity(created_at="2026-11-17T15:00:00")]},
        f"opportunities[0]: created_at: expected {INSTANT}, found '2026-11-17T15:00:00'",
    ),
    (
        {"opportunities": [opportunity(stage_history=[{"stage": "lead", "at": "2026-11-17"}])]},
        f"opportunities[0]: stage_history[0].at: expected {INSTANT}, found '2026-11-17'",
    ),
    (
        {"opportunities": [opportunity(contact_ids=["c1", 5, "c1"])]},
        "opportunities[0]: contact_ids: expected a list of texts, found a list",
    ),
    (
        {"interviews": [interview(promises=[{"id": "p1", "text": "x", "due_on": "friday"}])]},
        f"interviews[0]: promises[0].due_on: expected {DATE}, or null, found 'friday'",
    ),
    (
        {"contacts": [contact("x"), contact("x")]},
        "contacts[1]: id: expected an id of its own, found that of contacts[0] ('x')",
    ),
    (
        {"interviews": [interview("x")], "contacts": [contact("x")]},
        "interviews[0]: id: expected an id of its own, found that of contacts[0] ('x')",
    ),
    (
        {"interviews": [interview("i1", promises=[{"id": "i1", "text": "x"}])]},
        "interviews[0]: promises[0].id: expected an id of its own, found that of interviews[0] ('i1')",
    ),
]


@pytest.mark.parametrize(("tables", "told"), BAD_RECORDS)
def test_a_bad_record_is_told_with_its_place_and_nothing_is_taken(tables: dict[str, Any], told: str) -> None:
    assert Book().refuse(document(materials=[], **tables)) == f"a.json: {told}"


def test_an_id_of_another_table_of_the_book_is_refused() -> None:
    book = Book()
    book.take(document(contacts=[contact("x")]))
    told = "interviews[0]: id: expected an id of its own, found that of one of the contacts ('x')"
    assert book.refuse(document(interviews=[interview("x")])) == f"a.json: {told}"
    assert Book().refuse(document(contacts=[contact("x")]), document(interviews=[interview("x")])) == f"b.json: {told}"


def test_one_bad_file_refuses_the_whole_command() -> None:
    good, bad = document(contacts=[contact()]), document(contacts=[contact("c2", role="boss")])
    assert Book().refuse(good, bad).startswith("b.json: contacts[0]: role: expected one of recruiter, ")
    assert Book().refuse(bad, good).startswith("a.json: contacts[0]: role: ")


HEAD = 'format: expected an object with "format": "followup-tui"'
TABLES_TOLD = "(opportunities, contacts, interviews, touchpoints, drafts, materials, reminders, decisions)"

BAD_DOCUMENTS: list[tuple[Any, str]] = [
    ([], HEAD),
    (5, HEAD),
    ("text", HEAD),
    (None, HEAD),
    ({}, HEAD),
    ({"version": 1}, HEAD),
    ({"format": "trello", "version": 1}, HEAD),
    ({"format": ["followup-tui"], "version": 1}, HEAD),
    ({"format": FORMAT}, "version: expected 1, found null"),
    ({"format": FORMAT, "version": 2}, "version: expected 1, found 2"),
    ({"format": FORMAT, "version": "1"}, "version: expected 1, found '1'"),
    ({"format": FORMAT, "version": True}, "version: expected 1, found true"),
    (document(contacts={}), "contacts: expected a list, found an object"),
    (document(contacts=None), "contacts: expected a list, found null"),
    (document(contact=[]), f"contact: is not a table of this version {TABLES_TOLD}"),
]


@pytest.mark.parametrize(("given", "told"), BAD_DOCUMENTS)
def test_what_is_no_book_of_this_version_is_told(given: Any, told: str) -> None:
    assert Book().refuse(json.dumps(given).encode()) == f"a.json: {told}"


WHOLE = json.dumps(document(contacts=[contact()]), indent=1)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "line 1: is not JSON (Expecting value)"),
        (b"\n\n{", "line 3: is not JSON (Expecting property name enclosed in double quotes)"),
        (WHOLE.replace('"name"', "name").encode(), "line 7: is not JSON (Expecting property name enclosed in double"),
        (WHOLE[:-1].encode(), "line 12: is not JSON (Expecting ',' delimiter)"),
        ((WHOLE + "x").encode(), "line 12: is not JSON (Extra data)"),
        (WHOLE.replace('"Ana Ruiz"', '"Jos\u00e9"').encode("latin-1"), "is not UTF-8 text (byte "),
        (WHOLE.encode("utf-16"), "is not UTF-8 text (byte 0)"),
        (b"\x00\x01\x02", "line 1: is not JSON (Expecting value)"),
        (WHOLE.replace('"Ana Ruiz"', "NaN").encode(), "is not JSON that can be read (NaN is no JSON number)"),
        (WHOLE.replace('"Ana Ruiz"', "-Infinity").encode(), "is not JSON that can be read (-Infinity is no JSON"),
        (WHOLE.replace('"Ana Ruiz"', "1e999").encode(), "is not JSON that can be read (1e999 is too large a number)"),
        (WHOLE.replace('"Ana Ruiz"', "9" * 5000).encode(), "is not JSON that can be read (Exceeds the limit (4300"),
    ],
)
def test_what_is_no_json_is_told_with_its_line_or_place(data: bytes, told: str) -> None:
    assert Book().refuse(data).startswith(f"a.json: {told}")


@pytest.mark.parametrize(
    ("first", "twice", "told"),
    [
        ('"name": "Ana Ruiz"', '"name": "Ben Cho", "name": "Ana Ruiz"', "contacts[0]: name"),
        ('"contacts": [', '"contacts": [], "contacts": [', "contacts"),
        ('"name"', '"more": [{"a": [{"b": 1, "c": 1, "b": 2}]}], "name"', "contacts[0]: more[0].a[0].b"),
        ('"name"', '"more": {"a": 1, "a": 2}, "more": 1, "name"', "contacts[0]: more"),
    ],
)
def test_a_key_that_stands_twice_in_an_object_is_told_with_its_place(first: str, twice: str, told: str) -> None:
    data = WHOLE.replace(first, twice).encode()
    assert data != WHOLE.encode()
    assert Book().refuse(data) == f"a.json: {told}: expected once in its object, found more often"


def test_a_byte_order_mark_is_no_matter() -> None:
    assert counts(Book().read(codecs.BOM_UTF8 + WHOLE.encode())) == (1, 0, 0)


@pytest.mark.parametrize("depth", [200, 990, 5_000, 100_000])
@pytest.mark.parametrize("brackets", ["[]", "{}"])
def test_what_is_nested_too_deeply_is_refused(depth: int, brackets: str) -> None:
    opening = "[" if brackets == "[]" else '{"a":'
    nested = opening * depth + "0" + brackets[1] * depth
    told = "a.json: is not JSON that can be read (it is nested too deeply)"
    assert Book().refuse(WHOLE.replace('"Ana Ruiz"', nested).encode()) == told
    assert Book().refuse(WHOLE.replace('"name"', f'"more": {nested}, "name"').encode()) == told


def test_what_is_nested_as_a_person_might_survives() -> None:
    nested: Any = 0
    for _ in range(90):
        nested = [nested]
    book = Book()
    book.take(document(contacts=[contact(nested=nested)]))
    assert json.loads(book.dump())["contacts"][0]["nested"] == nested


# Large files


def test_more_than_100_mb_are_refused_and_100_mb_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert interchange.MAX_BYTES == 100_000_000
    monkeypatch.setattr(interchange, "MAX_BYTES", len(WHOLE))
    assert parse(WHOLE.encode(), "a.json")["contacts"]
    assert Book().refuse(WHOLE.encode() + b" ") == "a.json: is larger than 100 MB"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"[" + b"[]," * 2_000_000 + b"0]", "Expected `object`, got `array`"),
        (b'{"contacts":[' + b"{}," * 2_000_000 + b"0]}", "Object missing required field `id` - at `$.contacts[0]`"),
        (b'{"contacts":[' + b"0," * 3_000_000 + b"0]}", "Expected `object`, got `int` - at `$.contacts[0]`"),
        (b'{"contacts":"' + b"x" * 6_000_000 + b'"}', "Expected `array`, got `str` - at `$.contacts`"),
        (b'{"x":[' + b"0," * 3_000_000 + b"0]}", "Object missing required field `format`"),
    ],
)
def test_a_large_file_that_is_no_book_is_refused_before_it_is_built(
    data: bytes, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json, "loads", None)
    assert Book().refuse(data) == f"a.json: is not a book of this version ({told})"


def test_a_large_book_is_read_like_a_small_one() -> None:
    large = WHOLE.replace('"Ana Ruiz"', '"' + "x" * 6_000_000 + '"')
    assert len(only(Book().read(large.encode())).name) == 6_000_000
    assert Book().refuse(large[:-1].encode()) == "a.json: line 12: is not JSON (Expecting ',' delimiter)"
