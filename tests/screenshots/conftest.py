"""A window is waited for as in its own tests."""

from tests.tui.quiet import _waits_for_what_is_to_be_done, _what_is_loaded_stays  # noqa: F401  for all tests here
