"""A window is waited for as in its own tests."""

from tests.tui.quiet import _waits_for_what_is_to_be_done  # noqa: F401  a fixture of all tests here
