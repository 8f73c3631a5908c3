"""Who the user is, as the config file's `[user]` says."""

from typing import NamedTuple


class Profile(NamedTuple):
    """The user: the name letters are signed with, their own address, what they are good at, and a signature."""

    name: str = ""
    email: str = ""
    strengths: tuple[str, ...] = ()
    signature: str = ""
