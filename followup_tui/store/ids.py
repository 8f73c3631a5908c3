"""Ids that sort by time, are short enough to type, and that no two processes make alike."""

from collections.abc import Callable
from datetime import datetime
from random import Random

# Crockford's base 32: no letter that looks like a digit, and the order of the characters is that of their values.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_TIME_LENGTH = 7
_RANDOM_LENGTH = 6
_RANDOM_RANGE = 32**_RANDOM_LENGTH


class IdMaker:
    """Makes ids like `opp-1m3k9fq2m7c1a`: the second, then a random number, counted up within one second."""

    def __init__(self, stamp: Callable[[], datetime], random: Random) -> None:
        self._stamp = stamp
        self._random = random
        self._second = 0
        self._time = ""
        self._number = 0

    def new(self, prefix: str) -> str:
        """The next id; each sorts behind the one before, as long as the clock is not set back."""
        second = int(self._stamp().timestamp())
        if second == self._second:
            self._number = (self._number + 1) % _RANDOM_RANGE
        else:
            self._second, self._time = second, _base32(second, _TIME_LENGTH)
            self._number = self._random.randrange(_RANDOM_RANGE)
        return f"{prefix}-{self._time}{_base32(self._number, _RANDOM_LENGTH)}"


def _base32(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, digit = divmod(number, 32)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))
