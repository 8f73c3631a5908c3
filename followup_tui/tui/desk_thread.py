"""The desk in a thread of its own: a slow disk, or another process that holds the book, never stops a key."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Concatenate, ParamSpec, TypeVar

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class DeskThread:
    """Runs functions of the desk one after another in one thread, to which the desk belongs.

    Screens `await ask(...)`; only what cannot wait (a signal, the end of the app) calls `ask_and_wait`.
    """

    def __init__(self, open_desk: Callable[[], Desk]) -> None:
        self._executor = ThreadPoolExecutor(1, "desk")
        self._desk: Future[Desk] = self._executor.submit(open_desk)
        self._prepared: dict[tuple[Any, ...], Future[Any]] = {}
        self._closed = False

    def prepare(self, question: Callable[..., object], *args: object) -> None:
        """Answer `question(desk, …)` as soon as the book is open: who asks it first need not wait for the thread."""
        self._prepared[question, *args] = self._submit(question, *args)

    def wait_till_ready(self) -> None:
        """Wait until the book is open, and what was to be prepared is. Raises what opening the book raised."""
        self._desk.result()
        wait(self._prepared.values())

    @property
    def revision(self) -> int:
        """Grows with every change of the book."""
        return self._desk.result().revision

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
            return self._executor.submit(lambda: question(self._desk.result(), *args, **kwargs))
        except RuntimeError as error:
            # All that the executor refuses is what comes after its end.
            raise FollowupError("The book is closed already, so nothing was done.") from error

    def close(self) -> tuple[str, ...]:
        """Leave the book, after all that was asked before; all that it had to say of its files. Idempotent."""
        if not self._closed:
            self._closed = True
            if self._desk.exception() is None:
                self._executor.submit(self._desk.result().close).result()
            self._executor.shutdown()
        return self._desk.result().book.notices if self._desk.exception() is None else ()
