"""The books that are measured: 20 opportunities, 200, and the big one, made once for a run."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

NOW = "2026-11-21T10:00:00+01:00"
_BIGBOOK = Path(__file__).parents[1] / "bigbook.py"
_SMALL = (
    "--opportunities",
    "20",
    "--active",
    "20",
    "--contacts",
    "30",
    "--keep-in-touch",
    "5",
    "--interviews",
    "12",
    "--touchpoints",
    "40",
)
_MIDDLE = (
    "--opportunities",
    "200",
    "--active",
    "200",
    "--contacts",
    "300",
    "--keep-in-touch",
    "20",
    "--interviews",
    "120",
    "--touchpoints",
    "400",
)


class Books(NamedTuple):
    """Where they are, and the command that opens one."""

    folder: Path
    config: Path
    small: Path
    middle: Path
    big: Path

    def command(self, book: Path, *arguments: str) -> list[str]:
        """`followup` on one of the books, as of `NOW`."""
        program = str(Path(sys.executable).with_name("followup"))
        return [program, "--data", str(book), "--config", str(self.config), "--now", NOW, *arguments]


def make_books(folder: Path, environment: Mapping[str, str]) -> Books:
    """Write and import them."""
    config = folder / "config.toml"
    config.write_text('timezone = "Europe/Madrid"\n[user]\nname = "Sam Vega"\n')
    books = Books(folder, config, folder / "small.json", folder / "middle.json", folder / "big.json")
    for book, sizes in ((books.small, _SMALL), (books.middle, _MIDDLE), (books.big, ())):
        source = folder / f"{book.stem}-source.json"
        subprocess.run(
            [sys.executable, str(_BIGBOOK), str(source), "--now", NOW, "--seed", "7", *sizes],
            check=True,
            env=dict(environment),
        )
        subprocess.run(
            books.command(book, "import", str(source)), check=True, env=dict(environment), stdout=subprocess.DEVNULL
        )
    return books
