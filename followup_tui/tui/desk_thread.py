"""The desk in a thread of its own: a slow disk, or another process that holds the book, never stops a key."""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Concatenate, ParamSpec, TypeVar

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class DeskThread:
    """Runs functions of the desk one after another in one thread, to which the desk belongs.

    The book is opened by the first of them. Screens `await ask(...)`; only what cannot wait (a signal, the end of the
    app) calls `ask_and_wait`.
    """

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        self._executor = ThreadPoolExecutor(1, "desk")
        self._open_desk = open_desk
        self._desk: Future[Desk] = Future()
        self._waiting: deque[Callable[[Desk], object]] = deque()
        self._prepared: dict[tuple[Any, ...], Future[Any]] = {}
        self._closed = False
        self.knows_part = False
        """Whether something was answered from a part of the book, and the book has yet to be asked."""

    def _opened(self) -> Desk:
        """The desk, opened if it is not yet, and told what waited for that. Only in its thread."""
        if not self._desk.done():
            try:
                self._desk.set_result(self._open_desk())
            except BaseException as error:  # noqa: BLE001 - told to everybody who asks, as often as they do
                self._desk.set_exception(error)
        desk = self._desk.result()
        while self._waiting:
            self._waiting.popleft()(desk)
        return desk

    def prepare(
        self, question: Callable[..., Answer], *args: object, look: Callable[[], Answer | None] = lambda: None
    ) -> None:
        """Answer `question(desk, …)` soon: who asks it first need not wait for the thread.

        `look` may know the answer before the book is open; then it is opened when something else is asked.
        """

        def answer() -> Answer:
            known = look()
            self.knows_part = known is not None
            return question(self._opened(), *args) if known is None else known

        self._prepared[question, *args] = self._executor.submit(answer)

    def wait_till_ready(self) -> None:
        """Wait until what was to be prepared is; else till the book is open. Raises what opening the book raised."""
        if not self._prepared:
            self._submit(lambda _desk: None).result()
        wait(self._prepared.values())
        self.raise_failure()

    def raise_failure(self) -> None:
        """Raise what opening the book raised, if it was tried."""
        if self._desk.done():
            self._desk.result()

    def when_open(self, tell: Callable[[Desk], object]) -> None:
        """Have the desk do something before anything that is asked from now on, once the book is open."""
        self._waiting.append(tell)
        if self._desk.done():
            self._submit(lambda _desk: None)

    @property
    def revision(self) -> int:
        """Grows with every change of the book; 0 as long as it is not open."""
        return self._desk.result().revision if self.is_open else 0

    @property
    def is_open(self) -> bool:
        """Whether the book is open."""
        return self._desk.done() and self._desk.exception() is None

    async def ask(
        self,
        question: Callable[Concatenate[Desk, Arguments], Answer],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Answer:
        """The answer of `question(desk, …)`. Raises what it raises, and FollowupError once the desk is closed."""
        if self._prepared and not kwargs and (prepared := self._prepared.pop((question, *args), None)) is not None:
            return await asyncio.wrap_future(prepared) if not prepared.done() else prepared.result()
        return await asyncio.wrap_future(self._submit(question, *args, **kwargs))

    def ask_and_wait(
        self,
        question: Callable[Concatenate[Desk, Arguments], Answer],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Answer:
        """As `ask`, for those who are not on the event loop or are about to leave it."""
        return self._submit(question, *args, **kwargs).result()

    def _submit(
        self,
        question: Callable[Concatenate[Desk, Arguments], Answer],
        *args: Arguments.args,
        **kwargs: Arguments.kwargs,
    ) -> Future[Answer]:
        try:
            return self._executor.submit(lambda: question(self._opened(), *args, **kwargs))
        except RuntimeError as error:
            # All that the executor refuses is what comes after its end.
            raise FollowupError("The book is closed already, so nothing was done.") from error

    def close(self) -> tuple[str, ...]:
        """Leave the book, after all that was asked before; all that it had to say of its files. Idempotent."""
        if not self._closed:
            self._closed = True
            self._executor.submit(self._leave).result()
            self._executor.shutdown()
        return self._desk.result().book.notices if self.is_open else ()

    def _leave(self) -> None:
        if self.is_open:
            self._desk.result().close()
