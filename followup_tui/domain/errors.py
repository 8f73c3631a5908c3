"""The errors that reach a person. Each message is one sentence that says what to do."""


class FollowupError(Exception):
    """Something was refused and nothing was changed; `str()` is one sentence for a person.

    The command line prints it on stderr and ends with status 2; a window shows it as a notice.
    """


class NothingToDo(FollowupError):
    """What was asked for is so already: nothing was changed, and nothing is wrong; on the command line status 0."""


class NotFound(FollowupError):
    """A name or id fits nothing in the book."""


class Ambiguous(FollowupError):
    """A name fits several records; `candidates` are `(id, description)` pairs, none was taken."""

    def __init__(self, message: str, candidates: list[tuple[str, str]]) -> None:
        super().__init__(message)
        self.candidates = candidates
