"""What others ask of words that are no date by themselves: how long, and whether a date was meant at all."""

from followup_tui.domain.when.moment import NotUnderstoodError
from followup_tui.domain.when.spans import read_span
from followup_tui.domain.when.tokens import SHORT_UNITS, Number, NumberWord, Token, Unit, tokens

_OF_TIME = "today tomorrow tmrw yesterday tonight noon midnight morning afternoon evening eod eow eom ago soon asap"
_WORDS_OF_TIME = frozenset(_OF_TIME.split())
# These speak of time only where they come first: "interview next week", but "call the next witness".
_FIRST_WORDS_OF_TIME = frozenset(["now", "tom", "next", "last", "this"])
_LEADING = ("at", "@", "on", "by", "the")


def elapsed_minutes(text: str) -> int | None:
    """The minutes of `45 min`, `an hour and a half`, `2h`; None for anything else, and for none at all."""
    span, after = read_span(tokens(text)) or (None, ())
    if span is None or after:
        return None
    try:
        elapsed = span.elapsed
    except NotUnderstoodError:
        return None
    return int(elapsed.total_seconds()) // 60 if elapsed else None


def names_a_date(text: str) -> bool:
    """Whether `text` speaks of a date or a time, be it understood or not: `maybe tue`, `next friday or so`."""
    words = tokens(text)
    while words and words[0] in _LEADING:
        words = words[1:]
    if words and (isinstance(words[0], Number) or words[0] in _FIRST_WORDS_OF_TIME):
        return True
    return any(_speaks_of_time(word) for word in words)


def _speaks_of_time(word: Token) -> bool:
    if isinstance(word, str):
        return word in _WORDS_OF_TIME
    if isinstance(word, Unit):
        return word.written not in SHORT_UNITS
    return not isinstance(word, Number | NumberWord)
