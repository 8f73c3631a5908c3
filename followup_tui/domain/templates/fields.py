"""The fields a template can name: what each holds, and what stands in its place when the book does not know."""

from enum import Enum
from typing import NamedTuple


class Shape(Enum):
    """What a field holds, and so which filters it takes."""

    TEXT = "a text"
    PROSE = "a text of several lines"
    DATE = "a date"
    LIST = "a list"


class Field(NamedTuple):
    """One field: what it holds, the placeholder's words when it is missing, and what it means."""

    shape: Shape
    label: str
    meaning: str


_TEXT, _PROSE, _DATE, _LIST = Shape.TEXT, Shape.PROSE, Shape.DATE, Shape.LIST

FIELDS: dict[str, Field] = {
    "contact.first_name": Field(_TEXT, "first name", "what to call them: Ana; Dr. Ruiz when no first name is known"),
    "contact.formal_name": Field(_TEXT, "name", "for a formal greeting: Dr. Ruiz, or Ana Ruiz without a title"),
    "contact.name": Field(_TEXT, "name", "their name as it stands in the book"),
    "contact.title": Field(_TEXT, "their title", "what they do, such as Engineering Manager"),
    "contact.company": Field(_TEXT, "their company", "where they work"),
    "contact.email": Field(_TEXT, "their e-mail address", "their e-mail address"),
    "opportunity.company": Field(_TEXT, "company", "the company applied to"),
    "opportunity.role": Field(_TEXT, "role", "the position applied for"),
    "opportunity.location": Field(_TEXT, "place", "where the position is"),
    "company": Field(_TEXT, "company", "the opportunity's company, else the contact's"),
    "applied_on": Field(_DATE, "date of the application", "when the user applied"),
    "decision_by": Field(_DATE, "date of their decision", "when they said they would decide"),
    "interview.date": Field(_DATE, "date of the interview", "when the interview was, in the user's zone"),
    "interview.talking_points": Field(_LIST, "talking points", "everything worth coming back to"),
    "talking_point": Field(_TEXT, "talking point", "the first talking point that no message has used yet"),
    "promise.text": Field(_TEXT, "what you promised", "what the user said they would send"),
    "promise.due_on": Field(_DATE, "date you promised", "when it was promised for"),
    "event": Field(_TEXT, "event", "where the user met them"),
    "event_on": Field(_DATE, "date of the event", "when the user met them"),
    "their_last_message": Field(_PROSE, "their message", "the last message from them, or the one to answer"),
    "their_last_subject": Field(_TEXT, "subject of their message", "its subject, without Re:"),
    "their_last_message_on": Field(_DATE, "date of their message", "when it came"),
    "my_last_message_on": Field(_DATE, "date of your last message", "when the user last wrote to them"),
    "material.title": Field(_TEXT, "something worth sending", "a material they have not had yet"),
    "material.url": Field(_TEXT, "link", "its address"),
    "article.title": Field(_TEXT, "article", "an article they have not had yet"),
    "article.url": Field(_TEXT, "link to the article", "its address"),
    "accomplishment": Field(_TEXT, "accomplishment", "an accomplishment they have not heard of yet"),
    "reminder.title": Field(_TEXT, "what this is about", "the reminder's own words"),
    "user.name": Field(_TEXT, "your name", "the user's name"),
    "user.first_name": Field(_TEXT, "your first name", "the user's first name"),
    "user.email": Field(_TEXT, "your e-mail address", "the user's own address"),
    "user.strengths": Field(_LIST, "what you are good at", "what the user is good at"),
    "user.sign_off": Field(_PROSE, "your name", "the user's name, and the signature if there is one"),
    "today": Field(_DATE, "date", "today's date in the user's zone"),
}
