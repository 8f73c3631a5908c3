"""Today: the interviews on top, below them who should hear from the user next, and beside it why and what to say."""

from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from followup_tui.desk import interviews
from followup_tui.desk import today as day
from followup_tui.desk.standing import Standing
from followup_tui.desk.today import Appointment, Context, Task
from followup_tui.domain.phrases import full_words
from followup_tui.tui.dialogs.moved import Moved
from followup_tui.tui.screens.after import AFTER_KEY, AfterInterviews
from followup_tui.tui.screens.base import DeskScreen
from followup_tui.tui.screens.today_context import about_appointment, about_task
from followup_tui.tui.screens.today_rows import (
    FOLD,
    SHOWN,
    appointment_row,
    clear_words,
    folded_words,
    is_clear,
    task_rows,
)
from followup_tui.tui.screens.wanted import DetailWanted, Target
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.queue import Queue
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.text_pane import TextPane


class TodayScreen(DeskScreen):
    """Two lists, of which the keys act on the one that has the focus; up and down go from one into the other."""

    PLACE = "Today"
    LINES_ARE_FOLLOW_UPS = True
    CSS_PATH = "today.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-narrow"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - declared so by Textual
        (0, "-short"),
        (24, "-middling"),
        (40, "-roomy"),
    ]

    BINDINGS: ClassVar[list[BindingType]] = [
        AFTER_KEY,
        Binding("enter", "open", "Open", tooltip="Open it, with everything about it", id="today.open"),
        Binding("m", "move", "Moved", tooltip="The interview was moved: to when?", id="today.move"),
        Binding("c", "cancel", "Cancelled", tooltip="The interview was cancelled", id="today.cancel"),
    ]

    def __init__(self, services: Services) -> None:
        """The day of the desk's book."""
        super().__init__(services)
        self._after = AfterInterviews(self.clerk)
        self._appointments: dict[str, Appointment] = {}
        self._tasks: dict[str, Task] = {}
        self._unfolded = False
        self._on_appointments = False
        """Which list the keys act on: the one that had the focus last."""

    def compose_body(self) -> ComposeResult:
        """Interviews, queue, context."""
        with Vertical(id="appointments-part", classes="part"):
            yield Queue(id="appointments")
        with Horizontal(id="parts"):
            with Vertical(id="tasks-part", classes="part"):
                yield Static(id="clear")
                yield Queue(id="tasks")
            yield TextPane(id="context", classes="part")

    @property
    def appointments(self) -> Queue:
        """The list of interviews."""
        return self.query_one("#appointments", Queue)

    @property
    def tasks(self) -> Queue:
        """The queue of follow-ups."""
        return self.query_one("#tasks", Queue)

    async def on_mount(self) -> None:
        """The cursor starts on what is most urgent."""
        self.tasks.focus()

    # What is shown

    async def reload(self) -> Standing:
        """Show the day anew."""
        seen = await self.services.desk.ask(day.today)
        now = seen.standing.now
        self._appointments = {one.interview.id: one for one in seen.appointments}
        self._tasks = {task.follow_up.key: task for task in seen.tasks}
        self.appointments.set_rows([appointment_row(one, now, self.services.key) for one in seen.appointments])
        part = self.query_one("#appointments-part")
        part.display = bool(seen.appointments)
        part.border_title = shown(f"Interviews · {len(seen.appointments)}")
        self._show_tasks(seen)
        if not seen.appointments and self._on_appointments:
            self.tasks.focus()
        self._show_context()
        return seen.standing

    def _show_tasks(self, seen: day.Today) -> None:
        now = seen.standing.now
        self.tasks.set_rows(task_rows(seen.tasks, now, self.services.key, unfolded=self._unfolded))
        count = sum(task.follow_up.urgency in SHOWN for task in seen.tasks)
        self.query_one("#tasks-part").border_title = shown(f"Next · {count}" if count else "Next")
        clear = self.query_one("#clear", Static)
        clear.display = is_clear(seen)
        if clear.display:
            clear.update(clear_words(seen))

    @on(Queue.RowHighlighted)
    def _cursor_moved(self) -> None:
        self._show_context()
        self.refresh_bindings()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The keys, and what stands beside the queue, go with the list that has the focus."""
        if not isinstance(event.widget, Queue):
            return
        self._on_appointments = event.widget is self.appointments
        self._show_context()
        self.refresh_bindings()

    @work(exclusive=True, group="context")
    async def _show_context(self) -> None:
        """Show what is to be known about the line at the cursor."""
        appointment, task = self._appointment_here(), self._task_here()
        dense, now, key_of = self.has_class("-narrow"), self.services.now(), self.services.key
        title, text, key = "", Content(""), ""
        if appointment is not None:
            key = appointment.interview.id
            title, text = "Interview", about_appointment(appointment, now, key_of, dense=dense)
        elif task is not None:
            key = task.follow_up.key
            context: Context = await self.services.desk.ask(day.context, task.follow_up)
            title, text = "Why and what to say", about_task(task, context, now, key_of, dense=dense)
        elif self._tasks:
            title, text = "Later", folded_words(self._tasks.values(), now)
        pane = self.query_one("#context", TextPane)
        pane.border_title = shown(title)
        pane.show(text, key)

    # What the keys act on

    def _appointment_here(self) -> Appointment | None:
        """The interview at the cursor, while the keys act on interviews."""
        if not self.is_mounted or not self._on_appointments:
            return None
        row = self.appointments.highlighted
        return self._appointments.get(row.key) if row else None

    def _task_here(self) -> Task | None:
        """The follow-up at the cursor, while the keys act on follow-ups."""
        if not self.is_mounted or self._on_appointments:
            return None
        row = self.tasks.highlighted
        return self._tasks.get(row.key) if row else None

    def target(self) -> Target:
        """The follow-up at the cursor with its person, or the interview's people."""
        appointment, task = self._appointment_here(), self._task_here()
        if appointment is not None:
            return Target(None, appointment.opportunity, appointment.contacts)
        if task is not None:
            return Target(task.follow_up, task.opportunity, (task.contact,) if task.contact else ())
        return Target()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of interviews are there only on one."""
        if action in ("move", "cancel"):
            return self._appointment_here() is not None
        if action == "after":
            return self._asking() is not None
        return super().check_action(action, parameters)

    def _asking(self) -> str | None:
        """The interview that asks how it went: the one at the cursor, else the first that does."""
        here = self._appointment_here()
        ended = [one for one in ([here] if here is not None else self._appointments.values()) if one.has_ended]
        return ended[0].interview.id if ended else None

    def place(self) -> int:
        """The line of the queue that the cursor is on."""
        return self.tasks.cursor

    async def go_on_from(self, place: int) -> None:
        """To the one that takes its place: the one put off waits further down."""
        await self.show_anew()
        self.tasks.go_to(place)

    # Keys

    @on(Queue.EdgeReached)
    def _edge_reached(self, event: Queue.EdgeReached) -> None:
        """From the end of one list into the other."""
        if event.queue is self.tasks and event.step < 0 and self._appointments:
            self.appointments.focus()
        elif event.queue is self.appointments and event.step > 0:
            self.tasks.focus()

    @on(Queue.RowSelected)
    def _row_clicked(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """The minute after an interview; the opportunity of what is at the cursor, else the contact; or the fold."""
        appointment, row = self._appointment_here(), self.tasks.highlighted
        if appointment is not None and appointment.has_ended:
            self.action_after()
        elif appointment is None and row is not None and row.key == FOLD:
            self._unfolded = not self._unfolded
            self.run_worker(self.show_anew())
        else:
            self._open(self.target())

    def _open(self, target: Target) -> None:
        if target.opportunity is not None:
            self.post_message(DetailWanted(target.opportunity.id, None))
        elif target.contacts:
            self.post_message(DetailWanted(None, target.contacts[0].id))
        else:
            self.action_why()

    @work
    async def action_after(self) -> None:
        """Ask how an interview went, what was said, what was promised, when they decide."""
        interview_id = self._asking()
        if interview_id is not None:
            await self._after.ask(interview_id)

    @work
    async def action_move(self) -> None:
        """The interview at the cursor takes place at another time."""
        appointment = self._appointment_here()
        if appointment is None:
            return
        now = self.services.now()
        explanation = f"It was {full_words(appointment.starts_at, now)}. When is it now?"
        starts_at = await self.app.push_screen_wait(
            Moved("The interview was moved", explanation, self.services.times())
        )
        if starts_at is None:
            return
        change = await self.clerk.perform(interviews.move, appointment.interview.id, starts_at)
        if change is not None:
            self.clerk.tell_done(change.label)

    async def action_cancel(self) -> None:
        """The interview at the cursor does not take place."""
        appointment = self._appointment_here()
        if appointment is not None:
            change = await self.clerk.perform(interviews.cancel, appointment.interview.id)
            if change is not None:
                self.clerk.tell_done(change.label)
