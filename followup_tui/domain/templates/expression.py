"""Reads what stands between `{{` and `}}`: a field, then filters, `or` and `ask`, each after a `|`."""

import re
from typing import NamedTuple

from followup_tui.domain.templates.fields import FIELDS, Shape
from followup_tui.domain.templates.filters import FILTERS, Argument
from followup_tui.domain.templates.nodes import Apply, OrField, Slot
from followup_tui.domain.templates.problems import Report

# Nobody writes a longer one, and no reading of it can then be slow.
MAX_LENGTH = 300
_TOKEN = re.compile(
    r"(?P<quoted>\"[^\"]*\"|“[^”]*”)|(?P<number>\d+)|(?P<name>[^\W\d]\w*(?:\.\w+)*)|(?P<pipe>\|)|(?P<bad>\S)"
)
_PLAIN = frozenset((Shape.TEXT, Shape.PROSE))


class _Token(NamedTuple):
    sort: str
    text: str
    offset: int

    @property
    def value(self) -> Argument:
        """What it means as an argument."""
        if self.sort == "quoted":
            return self.text[1:-1].strip()
        return int(self.text) if self.sort == "number" else self.text


class Refused(Exception):
    """The expression is wrong at `offset`; the rest of it is not looked at, since it hangs on what is wrong."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset


def read_slot(text: str, offset: int, report: Report) -> Slot | None:
    """The slot that `text`, at `offset` of its file, describes. None, and a problem in `report`, if it is wrong."""
    try:
        return _read(text, offset)
    except Refused as refused:
        report.add(refused.offset, str(refused))
        return None


def _read(text: str, offset: int) -> Slot:
    if len(text) > MAX_LENGTH:
        raise Refused(offset, f"more than {MAX_LENGTH} characters between {{{{ and }}}}")
    (head, *rest), *steps = _segments(text, offset)
    if head.sort == "name" and head.text == "ask":
        return Slot(None, label=_words("ask", head, rest, steps))
    slot = _field(head, rest, text)
    for index, (step, *arguments) in enumerate(steps):
        slot = _with_step(slot, step, arguments, steps[index + 1 :])
    return slot


def _segments(text: str, offset: int) -> list[list[_Token]]:
    """The tokens between the pipes; none of the segments is empty."""
    segments: list[list[_Token]] = [[]]
    for match in _TOKEN.finditer(text):
        token = _Token(match.lastgroup or "", match.group(), offset + match.start())
        if token.sort == "bad":
            raise Refused(token.offset, _about_bad(token.text))
        if token.sort != "pipe":
            segments[-1].append(token)
        elif not segments[-1]:
            raise Refused(token.offset, "nothing stands before this |")
        else:
            segments.append([])
    if not segments[-1]:
        raise Refused(
            offset, "nothing stands between {{ and }}" if len(segments) == 1 else "nothing follows the last |"
        )
    return segments


def _about_bad(character: str) -> str:
    if character in '"“':
        return "this quotation mark is not closed"
    return (
        f"{character} means nothing here; between {{{{ and }}}} stand a field and filters, such as {{{{today | date}}}}"
    )


def _field(head: _Token, rest: list[_Token], text: str) -> Slot:
    if rest or head.sort != "name":
        words = text.partition("|")[0].strip().strip('"“”')
        raise Refused(
            head.offset, f'“{words}” is no field; to leave it to be filled by hand write {{{{ask "{words}"}}}}'
        )
    _check_known(head, head.text)
    field = FIELDS[head.text]
    return Slot(head.text, (), field.shape, None, field.label, required=True)


def _check_known(token: _Token, path: str) -> None:
    if path not in FIELDS:
        raise Refused(token.offset, f"there is no field {path}{_instead(path, list(FIELDS))}")


def _instead(word: str, known: list[str]) -> str:
    from difflib import get_close_matches  # only a mistake needs it

    near = get_close_matches(word[:MAX_LENGTH], known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


def _with_step(slot: Slot, step: _Token, arguments: list[_Token], later: list[list[_Token]]) -> Slot:
    if step.sort != "name":
        raise Refused(step.offset, "a filter's name is missing here")
    if step.text == "ask":
        return slot._replace(label=_words("ask", step, arguments, later), required=False)
    if step.text == "or":
        return _with_or(slot, step, arguments, later)
    return _with_filter(slot, step, arguments)


def _with_or(slot: Slot, step: _Token, arguments: list[_Token], later: list[list[_Token]]) -> Slot:
    if len(arguments) != 1 or arguments[0].sort != "name":
        return slot._replace(fallback=_words("or", step, arguments, later), required=False)
    path = arguments[0].text
    _check_known(arguments[0], path)
    shape = FIELDS[path].shape
    if shape is not slot.shape and not {shape, slot.shape} <= _PLAIN:
        raise Refused(arguments[0].offset, f"{path} is {shape.value}, but {slot.shape.value} is needed here")
    return slot._replace(steps=(*slot.steps, OrField(path)))


def _words(name: str, step: _Token, arguments: list[_Token], later: list[list[_Token]]) -> str:
    """The quoted words after `ask` or `or`, which end their expression."""
    if len(arguments) != 1 or arguments[0].sort != "quoted":
        also = " or one field" if name == "or" else ""
        raise Refused(step.offset, f'{name} takes words in quotation marks{also}, such as {name} "your words"')
    words = str(arguments[0].value)
    if not words and name == "ask":
        raise Refused(arguments[0].offset, "ask needs to say what to fill in")
    if any(brace in words for brace in "{}"):
        raise Refused(arguments[0].offset, f"the words after {name} cannot have braces in them")
    if later:
        raise Refused(later[0][0].offset, f"nothing can follow the words after {name}")
    return words


def _with_filter(slot: Slot, step: _Token, arguments: list[_Token]) -> Slot:
    known = FILTERS.get(step.text)
    if known is None:
        raise Refused(step.offset, f"there is no filter {step.text}{_instead(step.text, [*FILTERS, 'or', 'ask'])}")
    if slot.shape not in known.takes:
        takes = " or ".join(shape.value for shape in Shape if shape in known.takes)
        raise Refused(step.offset, f"{step.text} takes {takes}, and this is {slot.shape.value}")
    argument = _argument(step, arguments)
    return slot._replace(steps=(*slot.steps, Apply(known, argument)), shape=known.makes or slot.shape)


def _argument(step: _Token, arguments: list[_Token]) -> Argument:
    """The one argument that the filter takes, or None."""
    known = FILTERS[step.text]
    if not arguments and not known.required:
        return None
    takes = "a number" if known.number else "one of " + ", ".join(known.words) if known.words else "nothing"
    where = arguments[0] if arguments else step
    value = where.value if arguments else None
    fits = isinstance(value, int) and value > 0 if known.number else value in known.words
    if len(arguments) != 1 or not fits:
        raise Refused(where.offset, f"{step.text} takes {takes} after it")
    return value
