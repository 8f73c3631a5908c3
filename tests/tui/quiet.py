"""When a window has done all it can do by itself: asked of the event loop, not guessed from the time that passes."""

import asyncio
import gc
import time
from typing import Any, Final

import pytest
from textual._context import active_app
from textual.app import App
from textual.screen import Screen

from followup_tui.tui.app import FollowupApp
from followup_tui.tui.type_ahead import _QUIET_GROUPS

DEADLINE_S: Final = 60.0
"""How long a test waits for what must come to be: only one that fails waits so long."""
_FOR_THREADS_S: Final = 0.001


async def quiet(app: App[Any]) -> None:
    """Wait until every message is handled, what changed is painted, and what was asked for is done.

    What threads bring of themselves, and clocks, is not waited for.
    """
    end = time.monotonic() + DEADLINE_S
    while _runs_on() or _holds_back(app) or _paints(app) or _acts(app):
        assert time.monotonic() < end, "the window never comes to rest"
        await asyncio.sleep(_FOR_THREADS_S if not _runs_on() and (_holds_back(app) or _acts(app)) else 0)


def _runs_on() -> bool:
    """Whether the event loop has anything to do at once."""
    return bool(asyncio.get_running_loop()._ready)  # type: ignore[attr-defined]  # nothing public tells


def _holds_back(app: App[Any]) -> bool:
    """Whether Textual paints nothing for a moment, as when it goes from one place to another."""
    return app.is_running and app._batch_count > 0


def _paints(app: App[Any]) -> bool:
    """Whether a new size was to be told, or anything to be painted: which is done now, not a few milliseconds later."""
    if app._resize_timer is not None:
        app._check_resize()
        return True
    screen: Screen[Any] | None = app.screen_stack[-1] if app.is_running and app._screen_stack else None
    if screen is None or not screen.is_running or not screen._update_timer._active.is_set():
        return False
    screen._on_timer_update()
    return True


def _acts(app: App[Any]) -> bool:
    """Whether something that was asked for is not yet done; an app that has ended acts no more."""
    return isinstance(app, FollowupApp) and app.is_running and (app.is_acting or _works(app))


def _works(app: FollowupApp) -> bool:
    """Whether anything is on its way that is not waiting for the answer to a dialog, and that keys wait for."""
    opened = {screen for stack in app._screen_stacks.values() for screen in stack}
    asking = {worker for screen, worker in app._asked_by.items() if screen in opened}
    return any(
        not worker.is_finished and worker.group not in _QUIET_GROUPS and worker not in asking for worker in app.workers
    )


async def _instead_of_idling(_min_sleep: float = 0, _max_sleep: float = 0) -> None:
    await quiet(active_app.get())


@pytest.fixture(scope="session", autouse=True)
def _what_is_loaded_stays() -> None:
    """As in the app, the collector need not go through what stays; but only once, or no window would ever be freed."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _waits_for_what_is_to_be_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual's pilot waits till the process uses little time, as one does too that is given none.

    For the same reason no key is let through before the one before is done; and what a window leaves is collected.
    """
    monkeypatch.setattr("textual.app.wait_for_idle", _instead_of_idling)
    monkeypatch.setattr("textual.pilot.wait_for_idle", _instead_of_idling)
    monkeypatch.setattr("followup_tui.tui.type_ahead._AT_MOST_SECONDS", DEADLINE_S)
    monkeypatch.setattr("gc.freeze", lambda: None)
