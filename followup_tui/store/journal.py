"""The file that each change is appended to: durable before the call returns, or cut back to what it was.

After an fsync that failed, nobody can say what of the file is on the medium, and asking again would answer "all well"
without it being so. The file is then never written again: the next change makes a new one with the same lines.
"""

import os
from contextlib import suppress

from followup_tui.store.disk import Disk, Stamp, write_all, write_atomically
from followup_tui.store.places import Places


class Journal:
    """The journal of one book, as far as this process has read it. Write to it only while the change lock is held.

    `end` is where the last line ends that was taken in, `count` how many there are, `inode` the file they stand in.
    """

    def __init__(self, disk: Disk, places: Places) -> None:
        self._disk = disk
        self._places = places
        self._descriptor: int | None = None
        # An fsync or a cut failed: this file is not to be trusted with another line.
        self._distrusted = False
        # What stands in the file belongs to a snapshot of the past, or was torn at its very start. It is not written
        # over in place, because a power cut in the middle of that would leave a mixture of old and new.
        self._leftover = False
        self._leftover_size = 0
        self._foreign = False
        self.end = 0
        self.count = 0
        self.inode: int | None = None

    def take(self, *, end: int, count: int, stamp: Stamp | None, foreign: bool = False) -> None:
        """This much of the file with this stamp was read.

        `foreign`: the lines in it belong to a snapshot that is not here; they are set aside before the first change.
        """
        self.close()
        self.end, self.count = end, count
        self.inode = stamp.inode if stamp is not None else None
        self._leftover_size = stamp.size if stamp is not None and end == 0 else 0
        self._leftover = self._leftover_size > 0
        self._foreign = foreign

    def take_more(self, *, size: int, count: int, stamp: Stamp) -> None:
        """`size` more bytes, `count` more lines of the file with this stamp were read."""
        self.end += size
        self.count += count
        self.inode = stamp.inode

    @property
    def is_leftover(self) -> bool:
        """Whether the file is there, but none of its lines count, because the snapshot has them."""
        return self._leftover and not self._foreign

    def has_grown(self, stamp: Stamp | None) -> bool | None:
        """Whether the file has more than was read; None when it is another file, or a shorter one."""
        if stamp is None:
            return False if self.inode is None else None
        if self.inode is None:
            return stamp.size > 0
        if stamp.inode != self.inode or stamp.size < self.end:
            return None
        if self._leftover:
            return False if stamp.size == self._leftover_size else None
        return stamp.size > self.end

    def append(self, line: bytes) -> None:
        """Adds one line, durably. Raises OSError; then the line is not there, as far as the disk still obeys."""
        if self._foreign:
            self._move_aside()
        if self._distrusted or self._leftover:
            self._write_anew(line)
        else:
            self._write_behind(line)
        self.end += len(line)
        self.count += 1

    def _write_behind(self, line: bytes) -> None:
        descriptor, is_first = self._open()
        try:
            if self._disk.stamp_of(descriptor).size > self.end:
                self._disk.truncate(descriptor, self.end)  # a line that another process could not finish
            write_all(self._disk, descriptor, line)
        except OSError:
            self._cut_back(descriptor)
            raise
        try:
            self._disk.fsync(descriptor)
            if is_first:
                # Also for a file that was there: whoever made it may have been killed before it did this.
                self._disk.fsync_directory(self._places.directory)
        except OSError:
            self._distrusted = True
            self._cut_back(descriptor)
            raise

    def _open(self) -> tuple[int, bool]:
        """The descriptor to append to, and whether nothing was made durable through it yet."""
        if self._descriptor is not None:
            return self._descriptor, False
        self._descriptor = self._disk.open(self._places.journal, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        self.inode = self._disk.stamp_of(self._descriptor).inode
        return self._descriptor, True

    def _cut_back(self, descriptor: int) -> None:
        try:
            self._disk.truncate(descriptor, self.end)
        except OSError:
            self._distrusted = True
        if not self._distrusted:
            self.close()  # so that the next line makes the file's name durable, if this one had to
        # A distrusted file is closed when the new one stands in its place.

    def _write_anew(self, line: bytes) -> None:
        kept = self._disk.read(self._places.journal)[0][: self.end] if self.end else b""
        self.close()  # Windows replaces no file that is open
        write_atomically(self._disk, self._places, self._places.journal, kept + line)
        stamp = self._disk.stamp(self._places.journal)
        self.inode = stamp.inode if stamp is not None else None
        self._distrusted = self._leftover = False

    def _move_aside(self) -> None:
        self.close()
        self._disk.replace(self._places.journal, self._places.beside(f"journal-{os.urandom(4).hex()}"))
        self._disk.fsync_directory(self._places.directory)
        self.inode = None
        self._foreign = self._leftover = False

    def drop(self) -> None:
        """Its changes are all in the snapshot now: the file goes. If it stays, it is known to be of the past."""
        self.close()
        try:
            self._disk.unlink(self._places.journal)
            stamp = None
        except FileNotFoundError:
            stamp = None
        except OSError:
            stamp = Stamp(0, 1, 0)  # it is still there: the next change makes a new file in its place
        self.take(end=0, count=0, stamp=stamp)

    def close(self) -> None:
        """Gives up the descriptor."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            with suppress(OSError):  # what was acknowledged was made durable before
                self._disk.close(descriptor)
