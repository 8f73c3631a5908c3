"""The clipboard says where a text is, and is right about it, whatever stands on PATH as xclip."""

import os
import select
import shutil
import signal
import stat
from pathlib import Path

import pytest

from followup_tui.desk.clipboard import FILE_NAME, TERMINAL_LIMIT, Clipboard

TEXT = "Dear Ana,\n\nthank you for your time — 谢谢 ★\n"

GOOD = """
case "$*" in
  *-o*) cat "$STORE" ;;
  *) cat > "$STORE" ;;
esac
"""
# What a real one does: the parent returns, a child stays and holds all that it inherited.
STAYING = """
case "$*" in
  *-o*) cat "$STORE" ;;
  *) cat > "$STORE"; sleep 30 & echo $! > "$STORE.pid" ;;
esac
"""
DEAD = 'echo "Error: Can\'t open display: :99" >&2; exit 1'
HUNG = 'echo $$ > "$STORE.pid"; exec sleep 30'
LYING = 'case "$*" in *-o*) echo something else ;; *) cat > /dev/null ;; esac'
NOISY = f"echo a warning >&2; case $* in *-o*) ;; *) echo a word ;; esac; {GOOD}"
EMPTY = "true"


class Machine:
    """A machine whose xclip is a script of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "store"
        self.store.write_bytes(b"")
        self.sent: list[str] = []
        self.terminal = True
        (folder / "bin").mkdir()
        for tool in ("cat", "sleep"):  # and nothing else of the system's: it may have an xclip of its own
            (folder / "bin" / tool).symlink_to(shutil.which(tool) or tool)

    def xclip(self, script: str | None, *, seconds: float = 10.0, folder: Path | None = None) -> Clipboard:
        if script is not None:
            program = self.folder / "bin" / "xclip"
            program.write_text(f"#!/bin/sh\n{script}\n")
            program.chmod(0o755)
        environ = {
            "PATH": str(self.folder / "bin"),
            "DISPLAY": ":99",
            "STORE": str(self.store),
        }
        return Clipboard(folder or self.folder / "out", osc52=self.send, seconds=seconds, environ=environ)

    def send(self, text: str) -> bool:
        if self.terminal:
            self.sent.append(text)
        return self.terminal

    def stayed(self) -> int:
        return int(Path(f"{self.store}.pid").read_text())


def has_ended(process: int) -> bool:
    """Whether the process ends: it was killed, which on a busy machine takes effect a moment later."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        return bool(poll.poll(10_000))
    finally:
        os.close(handle)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.mark.parametrize("script", [GOOD, NOISY], ids=["quiet", "noisy"])
def test_a_working_xclip_gets_the_exact_text(machine: Machine, capfd: pytest.CaptureFixture[str], script: str) -> None:
    outcome = machine.xclip(script).copy(TEXT)
    assert (outcome.where, outcome.sentence) == ("system", "Copied to the clipboard.")
    assert machine.store.read_text("utf-8") == TEXT
    assert capfd.readouterr() == ("", "")


def test_an_xclip_that_stays_in_the_background_is_not_waited_for_and_lives_on(machine: Machine) -> None:
    # Waited for, it would be given up like one that hangs.
    assert machine.xclip(STAYING).copy(TEXT).where == "system"
    os.kill(machine.stayed(), signal.SIGTERM)  # raises if it is gone


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (None, "There is no system clipboard here"),
        (DEAD, "The system clipboard did not take it"),
        (LYING, "The system clipboard did not take it"),
        (EMPTY, "The system clipboard did not take it"),
    ],
    ids=["missing", "dead", "lying", "empty"],
)
def test_without_a_clipboard_the_terminal_is_asked_and_nothing_is_promised(
    machine: Machine, capfd: pytest.CaptureFixture[str], script: str | None, reason: str
) -> None:
    outcome = machine.xclip(script).copy(TEXT)
    assert outcome.where == "terminal"
    assert outcome.sentence == f"{reason}: sent to the terminal, cannot be checked; paste it somewhere to see."
    assert machine.sent == [TEXT]
    assert capfd.readouterr() == ("", "")


def test_a_hung_xclip_is_given_up_and_ended(machine: Machine) -> None:
    clipboard = machine.xclip(HUNG, seconds=3.0)
    outcome = clipboard.copy(TEXT)
    assert (outcome.where, machine.sent) == ("terminal", [TEXT])
    assert outcome.sentence.startswith("The system clipboard did not answer: ")
    assert has_ended(machine.stayed())


def test_the_time_a_clipboard_may_take_is_below_two_seconds() -> None:
    assert Clipboard(Path("unused"))._seconds < 2


def test_without_a_terminal_the_text_goes_to_a_file_only_the_user_can_read(machine: Machine) -> None:
    machine.terminal = False
    outcome = machine.xclip(None).copy(TEXT)
    path = machine.folder / "out" / FILE_NAME
    assert (outcome.where, outcome.path) == ("file", path)
    assert outcome.sentence == f"There is no system clipboard here: the text is in {path}."
    assert path.read_text("utf-8") == TEXT
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_what_is_too_long_for_a_terminal_goes_to_a_file(machine: Machine) -> None:
    assert machine.xclip(None).copy("é" * (TERMINAL_LIMIT // 2)).where == "terminal"
    outcome = machine.xclip(None).copy("é" * (TERMINAL_LIMIT // 2 + 1))
    assert (outcome.where, len(machine.sent)) == ("file", 1)


def test_a_long_text_reaches_a_working_xclip(machine: Machine) -> None:
    text = "a line of a long text\n" * 50_000
    assert machine.xclip(GOOD).copy(text).where == "system"
    assert machine.store.read_text("utf-8") == text


def test_where_nothing_can_be_written_the_user_is_told(machine: Machine) -> None:
    machine.terminal = False
    blocked = machine.folder / "blocked"
    blocked.write_text("a file, not a folder")
    outcome = machine.xclip(None, folder=blocked / "out").copy(TEXT)
    assert (outcome.where, outcome.path) == ("nowhere", None)
    assert outcome.sentence.endswith(" could not be written (Not a directory).")


def test_the_user_can_ask_for_the_file(machine: Machine) -> None:
    outcome = machine.xclip(GOOD).write_file(TEXT)
    assert outcome.where == "file"
    assert outcome.path is not None
    assert outcome.path.read_text("utf-8") == TEXT
    assert outcome.sentence == f"The text is in {outcome.path}."


def test_a_file_written_before_is_replaced_and_nothing_else_is_left(machine: Machine) -> None:
    clipboard = machine.xclip(GOOD)
    clipboard.write_file("first")
    clipboard.write_file("second")
    assert [path.read_text() for path in (machine.folder / "out").iterdir()] == ["second"]


def test_a_lone_surrogate_is_replaced_and_a_line_end_is_one(machine: Machine) -> None:
    assert machine.xclip(GOOD).copy("a\ud800b\r\nc").where == "system"
    assert machine.store.read_text("utf-8") == "a\ufffdb\nc"


def test_nothing_is_not_copied(machine: Machine) -> None:
    outcome = machine.xclip(DEAD).copy("")
    assert (outcome.where, outcome.sentence, machine.sent) == ("nowhere", "There is nothing to copy.", [])


def test_a_module_in_the_current_folder_is_not_taken_for_pyperclip(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine.folder / "pyperclip.py").write_text("raise SystemExit(0)")
    monkeypatch.chdir(machine.folder)
    assert machine.xclip(None).copy(TEXT).where == "terminal"


def test_paste_gives_what_was_copied(machine: Machine) -> None:
    clipboard = machine.xclip(STAYING)
    clipboard.copy(TEXT)
    os.kill(machine.stayed(), signal.SIGTERM)
    assert clipboard.paste() == TEXT


def test_paste_is_clean(machine: Machine) -> None:
    machine.store.write_bytes(b"a\r\nb\x1b")
    assert machine.xclip(GOOD).paste() == "a\nb\x1b"


@pytest.mark.parametrize("script", [None, HUNG], ids=["missing", "hung"])
def test_paste_without_a_clipboard_gives_nothing(machine: Machine, script: str | None) -> None:
    assert machine.xclip(script, seconds=1.0).paste() is None
