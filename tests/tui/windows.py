"""What the tests of windows share: a moment, a user, and how to wait."""

import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from textual import events
from textual.pilot import Pilot

from followup_tui.domain.profile import Profile
from followup_tui.tui.app import FollowupApp
from tests.tui.quiet import DEADLINE_S, quiet

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=MADRID)
USER = Profile(name="Sam Vega", email="sam@example.com", strengths=("calm under pressure",))

NAMED = {" ": "space", ",": "comma", "*": "asterisk"}
"""What Textual calls the keys of some characters."""

MakeApp = Callable[..., FollowupApp]


async def settle(pilot: Pilot[str]) -> None:
    """Wait until all that a key set off is done: the handlers, the answers of the desk, what those set off."""
    app = pilot.app
    assert isinstance(app, FollowupApp)
    for _ in range(3):
        await quiet(app)
        await app.services.desk.ask(lambda _desk: None)
    await quiet(app)


async def until(pilot: Pilot[str], fulfilled: Callable[[], bool]) -> None:
    """Wait for what a thread is doing; the deadline is there only so that a failing test ends."""
    end = time.monotonic() + DEADLINE_S
    while not fulfilled():
        assert time.monotonic() < end, "it never came to be"
        await pilot.pause(0.01)


async def type_at_once(pilot: Pilot[str], *keys: str) -> None:
    """Press keys faster than any of them can be acted upon, as a paste or a quick hand does; then wait for it all."""
    for key in keys:
        pilot.app.post_message(events.Key(NAMED.get(key, key), key if len(key) == 1 else None))
    await settle(pilot)
