"""What the tests of windows share: a moment, a user, and how to wait."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from followup_tui.domain.profile import Profile
from followup_tui.tui.app import FollowupApp

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 11, 21, 10, 0, tzinfo=MADRID)
USER = Profile(name="Sam Vega", email="sam@example.com", strengths=("calm under pressure",))

MakeApp = Callable[..., FollowupApp]


async def settle(pilot: Pilot[str]) -> None:
    """Wait until all that a key set off is done: the handlers, the answers of the desk, what those set off."""
    app = pilot.app
    assert isinstance(app, FollowupApp)
    for _ in range(3):
        await pilot.pause()
        await app.services.desk.ask(lambda _desk: None)
        await pilot.pause()
