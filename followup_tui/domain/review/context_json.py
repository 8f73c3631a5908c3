"""`CONTEXT.json` of the command line as a `Context`: every key optional, what is wrong said in a sentence."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import parse_instant
from followup_tui.domain.review.model import Context, Earlier, Other, Person


def context_from_json(data: Mapping[str, Any]) -> Context:
    """The context that `data` describes. Raises FollowupError that names the key and what was expected."""
    if not isinstance(data, Mapping):
        raise FollowupError(f"The context must be an object, not {_kind(data)}.")
    user, contact = _object(data, "user"), _object(data, "contact")
    opportunity, interview = _object(data, "opportunity"), _object(data, "interview")
    return Context(
        now=_instant(data, "now"),
        user_name=_text(user, "name", "user."),
        strengths=_texts(user, "strengths", "user."),
        contact=Person(
            _text(contact, "name", "contact."),
            _text(contact, "title", "contact."),
            _text(contact, "company", "contact."),
        ),
        company=_text(opportunity, "company", "opportunity."),
        role=_text(opportunity, "role", "opportunity."),
        interview_id=_text(interview, "id", "interview.") or None,
        interview_at=_instant(interview, "starts_at", "interview."),
        talking_points=_texts(interview, "talking_points", "interview."),
        subject=None if data.get("subject") is None else _text(data, "subject"),
        material_ids=_texts(data, "material_ids"),
        other_companies=_texts(data, "other_companies"),
        others=tuple(_other(entry, f"others[{index}]") for index, entry in enumerate(_list(data, "others"))),
        earlier=tuple(_earlier(entry, f"earlier[{index}]") for index, entry in enumerate(_list(data, "earlier"))),
        words=_texts(data, "words"),
        book=_book(contact, opportunity, interview),
    )


def _other(entry: Any, where: str) -> Other:
    fields = _entry(entry, where)
    interview = _text(fields, "interview_id", f"{where}.") or None
    return Other(_text(fields, "contact", f"{where}."), _text(fields, "body", f"{where}."), interview)


def _earlier(entry: Any, where: str) -> Earlier:
    fields = _entry(entry, where)
    return Earlier(_text(fields, "body", f"{where}."), _instant(fields, "at", f"{where}."))


def _book(*records: Mapping[str, Any]) -> tuple[str, ...]:
    """Further texts of the records whose words are known: place, e-mail address, notes, tags."""
    keys = ("location", "email", "notes", "source", "linkedin")
    texts = [record[key] for record in records for key in keys if isinstance(record.get(key), str)]
    tags = [tag for record in records for tag in record.get("tags") or () if isinstance(tag, str)]
    return (*texts, *tags)


def _entry(entry: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(entry, Mapping):
        raise FollowupError(f"In the context, {where} must be an object, not {_kind(entry)}.")
    return entry


def _object(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    return {} if value is None else _entry(value, key)


def _list(data: Mapping[str, Any], key: str, where: str = "") -> list[Any]:
    value = data.get(key)
    if value is None:
        return []
    if not isinstance(value, list | tuple):
        raise FollowupError(f"In the context, {where}{key} must be a list, not {_kind(value)}.")
    return list(value)


def _text(data: Mapping[str, Any], key: str, where: str = "") -> str:
    value = data.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise FollowupError(f"In the context, {where}{key} must be text, not {_kind(value)}.")
    return value


def _texts(data: Mapping[str, Any], key: str, where: str = "") -> tuple[str, ...]:
    values = _list(data, key, where)
    for value in values:
        if not isinstance(value, str):
            raise FollowupError(f"In the context, {where}{key} must be a list of texts: it holds {_kind(value)}.")
    return tuple(values)


def _instant(data: Mapping[str, Any], key: str, where: str = "") -> datetime | None:
    text = _text(data, key, where)
    if not text:
        return None
    try:
        return parse_instant(text)
    except ValueError:
        message = f"In the context, {where}{key} must be an instant like 2026-11-17T15:00:00+01:00, not {text!r}."
        raise FollowupError(message) from None


def _kind(value: Any) -> str:
    names: dict[type, str] = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list"}
    return "null" if value is None else names.get(type(value), "an object")
