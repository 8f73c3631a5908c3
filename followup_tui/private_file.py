"""A file that only the user can read, written in one step: nobody ever sees half of it, or somebody else's.

The book's own files are written by `store.disk`, of which a test makes every call fail.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def put_private(path: Path, data: bytes) -> None:
    """Write a file into a folder that is there. Raises OSError; then all there is as it was."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".followup-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):  # the error that brought us here is the one to tell
            Path(name).unlink(missing_ok=True)
        raise


def write_private(path: Path, data: bytes) -> None:
    """Write a file and, where they are missing, its folders, for the user alone to look into. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    put_private(path, data)
