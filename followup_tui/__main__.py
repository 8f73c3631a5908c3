"""`python -m followup_tui`, and what the command `followup` calls."""

import gc
import sys


def main() -> int:
    """Run the command line; the answer is the exit status."""
    # What is loaded at the start is no garbage; who makes some looks for it later.
    gc.disable()
    arguments = sys.argv[1:]
    from followup_tui.cli.plainly import plainly

    options = plainly(arguments)
    if options is not None and options.command == "due":
        _answer_and_leave(arguments)
    from followup_tui.cli.main import run

    return run(arguments)


def _answer_and_leave(arguments: list[str]) -> None:
    """Say what is due and end the process at once: a prompt waits for it, and there is nothing to tidy up.

    Looking for garbage, and giving back every object before the end, take a fifth of the whole time.
    """
    import os

    from followup_tui.cli.main import run

    status = run(arguments)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            status = status or 3
    os._exit(status)


if __name__ == "__main__":
    sys.exit(main())
