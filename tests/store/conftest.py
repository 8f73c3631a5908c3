"""What a simulated crash leaves open is closed, as the end of a real process would."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest


def descriptors() -> set[int]:
    """The file descriptors of this process that are open."""
    folder = Path("/dev/fd")
    return {int(entry.name) for entry in folder.iterdir()} if folder.exists() else set()


@pytest.fixture(autouse=True)
def _descriptors_end_with_their_test() -> Iterator[None]:
    before = descriptors()
    yield
    for descriptor in descriptors() - before:
        with suppress(OSError):
            os.close(descriptor)
