"""Keys typed faster than they can be acted upon: each waits until the one before has done all it does.

Textual hands a key to whatever has the focus when it arrives, while the key before may still be on its way to move that
focus, or to open a dialog that is being loaded. So the second of two quick keys would reach the wrong field, or open a
second dialog over the first.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

from textual import events, on
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import NoActiveWorker, Worker, WorkerError, get_current_worker

_QUIET = "context copy import known link listing narrow paste recognise review search settle"
_QUIET_GROUPS: Final = frozenset(_QUIET.split())
"""Groups of workers that ask nothing: what they find out is shown whenever it is there, and no key waits for it."""
# The first round follows the key to the action it is bound to, the second what that action told others, the third what
# those ask of the app.
_ROUNDS: Final = 3
# A disk that hangs must not take the keyboard with it.
_AT_MOST_SECONDS: Final = 2.0

AnyScreen = Screen[object]
AnyWorker = Worker[object]


@dataclass
class Round(Message):
    """Goes the way that keys go, from what has the focus up to the app, behind everything that was sent before it."""

    number: int


@dataclass
class _Work:
    """What a key may have begun: everything that was not there when it came."""

    workers: frozenset[AnyWorker]
    asking: frozenset[AnyWorker]
    mode: str
    rounds_left: int = _ROUNDS
    round_number: int = 0
    deadline: asyncio.TimerHandle | None = None


class TypeAhead(App[str]):
    """An app that acts upon keys one after the other, those for a dialog on its way included."""

    def __init__(self) -> None:
        """An app to which nothing was typed yet. While it is being closed it has no screens, and keys mean nothing."""
        super().__init__()
        self._kept: deque[events.Key | events.Paste] = deque()
        self._work: _Work | None = None
        self._rounds = 0
        self._waiting: asyncio.Task[None] | None = None
        self._asked_by: WeakKeyDictionary[AnyScreen, AnyWorker] = WeakKeyDictionary()

    async def on_mount(self) -> None:
        """Hear of every screen that comes and goes."""
        self.screen_change_signal.subscribe(self, self._screen_changed, immediate=True)

    @property
    def is_acting(self) -> bool:
        """Whether something that was typed is not yet done."""
        return self._work is not None or bool(self._kept)

    async def on_event(self, event: events.Event) -> None:
        """Act upon a key, or keep it until the one before is done."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._kept.append(event)
        await self._go_on()

    async def _go_on(self) -> None:
        """Act upon the next key, unless one is being acted upon."""
        if self._work is not None or not self._kept or not self.screen_stack:
            return
        event = self._kept.popleft()
        asking = frozenset(self._asking())
        others = frozenset(worker for worker in self.workers if worker not in asking)
        work = self._work = _Work(others, asking, self.current_mode)
        work.deadline = asyncio.get_running_loop().call_later(_AT_MOST_SECONDS, self.call_later, self._done, work)
        screen, first = self.screen, self.focused or self.screen
        await super().on_event(event)
        if self.screen_stack:
            # What has the focus of a screen that is gone by now would pass nothing on.
            self._send_round(first if self.screen is screen else self.screen)

    def _send_round(self, first: Widget) -> None:
        work = self._work
        if work is not None:
            self._rounds += 1
            work.round_number = self._rounds
            first.post_message(Round(self._rounds))

    @on(Round)
    async def _round_ended(self, event: Round) -> None:
        """Everything that was sent before the round has arrived; see what it has begun."""
        work = self._work
        if work is None or event.number != work.round_number or not self.screen_stack:
            return
        work.rounds_left -= 1
        if work.rounds_left:
            self._send_round(self.focused or self.screen)
        elif (busy := self._busy(work)) is None:
            await self._done(work)
        else:
            self._waiting = asyncio.create_task(self._wait_for(busy, work))

    def _busy(self, work: _Work) -> AnyWorker | None:
        """A worker that the key has begun, or woken by answering it, and that may show something yet."""
        asking = set(self._asking())
        if self.current_mode != work.mode:
            asking |= work.asking  # their screens wait in the place that was left
        return next(
            (
                worker
                for worker in self.workers
                if not worker.is_finished
                and worker.group not in _QUIET_GROUPS
                and worker not in work.workers
                and worker not in asking
            ),
            None,
        )

    def _asking(self) -> Iterator[AnyWorker]:
        """The workers that wait for the answer to a dialog."""
        stack = set(self.screen_stack)
        return (worker for screen, worker in self._asked_by.items() if screen in stack)

    async def _wait_for(self, worker: AnyWorker, work: _Work) -> None:
        with suppress(WorkerError):
            await worker.wait()
        self._look_again(work)

    def _screen_changed(self, screen: AnyScreen) -> None:
        """A screen came to the front: the keys go there, once it has its fields."""
        with suppress(NoActiveWorker):
            if not screen.is_running:
                self._asked_by[screen] = get_current_worker()
        if self._work is not None:
            self._look_again(self._work)

    def _look_again(self, work: _Work) -> None:
        """Begin anew to find out whether all is done."""
        if work is self._work and self.screen_stack:
            work.rounds_left = _ROUNDS
            self._send_round(self.screen)

    async def _done(self, work: _Work) -> None:
        """Let the next key through."""
        if work.deadline is not None:
            work.deadline.cancel()
        if work is self._work:
            self._work = None
            await self._go_on()
