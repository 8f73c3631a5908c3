"""A reading command plans without loading what takes long to load."""

import subprocess
import sys

import pytest

SLOW = ("msgspec", "dataclasses", "pendulum", "platformdirs", "filelock", "tinydb", "textual", "inspect", "zoneinfo")
MODULES = ("cadence", "facts", "rows", "settings")


@pytest.mark.parametrize("module", MODULES)
def test_the_cadence_loads_nothing_slow(module: str) -> None:
    program = f"import sys, followup_tui.domain.{module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not set(SLOW) & set(done.stdout.split())
