"""`python -m followup_tui`, and what the command `followup` calls."""

import gc
import sys


def main() -> int:
    """Run the command line; the answer is the exit status."""
    # What starting makes is kept: looking through it again and again finds nothing.
    gc.disable()
    from followup_tui.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
