"""What screens are given when they are made: the desk, the clock, the settings, the clipboard, the letters."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.config_file import ConfigFile
from followup_tui.tui.desk_thread import DeskThread
from followup_tui.tui.key_names import key_now

if TYPE_CHECKING:
    from followup_tui.domain.templates import Template
    from followup_tui.domain.when import Understood
    from followup_tui.tui.widgets.when_field import Times


class Services:
    """Handed to every screen by the app; a screen reaches for nothing else."""

    def __init__(
        self,
        desk: DeskThread,
        clock: Clock,
        config: Config,
        load_templates: "Callable[[], tuple[Sequence[Template], Sequence[object]]]",
        settings: ConfigFile,
    ) -> None:
        """The letters, and what is wrong with the user's own, are read when one is written, not at the start."""
        self.desk = desk
        self.clock = clock
        self.config = config
        """What holds now; the app puts another one here when a setting is changed."""
        self.load_templates = load_templates
        self.settings = settings
        """Where a changed setting is written to."""
        self.template_problems: tuple[str, ...] = ()
        """What was wrong with the user's own letters when they were read last: each with file, line and column."""
        self.asked_for_name = False
        """Whether the user was asked already what letters are signed with."""
        self.asked_for_email = False
        """Whether the user was asked already which address is theirs."""
        self._templates: Sequence[Template] = ()

    @property
    def templates(self) -> "Sequence[Template]":
        """The letters there are, the user's own among them. The first call reads files: not for the event loop."""
        if not self._templates:
            self.read_templates()
        return self._templates

    def read_templates(self) -> None:
        """Read the letters anew, since the user may have written one meanwhile. It reads files."""
        self._templates, problems = self.load_templates()
        self.template_problems = tuple(map(str, problems))

    def key(self, name: str) -> str:
        """What the key of a binding is called now; for sentences, by one of the ids that `key_names` lists."""
        return key_now(name, self.config.keys)

    def now(self) -> datetime:
        """This moment in the user's zone."""
        return self.clock.now()

    def times(self, *, past: bool = False) -> "Times":
        """How dates in words are read now: ahead, or behind where something is logged."""
        from followup_tui.domain.when import understand
        from followup_tui.tui.widgets.when_field import Times

        config = self.config

        def read(text: str) -> "Understood":
            return understand(
                text, self.now(), past=past, zone=config.zone, holidays=config.holidays, date_order=config.date_order
            )

        return Times(read, self.now, config.zone, past)
