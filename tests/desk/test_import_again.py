"""Whatever files come in together, in whatever order: the same files again change nothing."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.desk.desk import Desk
from followup_tui.desk.importing.run import Wish, prepare, store
from followup_tui.store.book import Book
from tests.tui.windows import MADRID, NOW, USER

NAMES = ("Ana Ruiz", "Ben Cho", "Eva Li", "Globex Jobs", "Initech")
COMPANIES = ("Globex", "Initech", "Hooli")
HOSTS = ("globex.example", "initech.example", "gmail.com", "jobs.example")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    clock = Clock(MADRID, NOW, frozen=True)
    book = Book.open(tmp_path / "book.json", stamp=clock.now)
    yield Desk(book, Config(zone=MADRID, user=USER), clock)
    book.close()


def address(chance: random.Random) -> str:
    return f"{chance.choice(('a', 'b', 'x', 'no-reply'))}@{chance.choice(HOSTS)}"


def mailbox(chance: random.Random) -> str:
    return "".join(message(chance) for _ in range(chance.randint(1, 12)))


def message(chance: random.Random) -> str:
    others = [f"{chance.choice(NAMES)} <{address(chance)}>" for _ in range(2)]
    sender, to = others[0], USER.email
    if chance.random() < 0.4:
        sender, to = USER.email, ", ".join(others)
    headers = [f"From: {sender}", f"To: {to}", f"Date: {chance.randint(1, 17)} Nov 2026 10:00:00 +0100"]
    headers.append(f"Message-ID: <{chance.randint(1, 12)}@mail.example>")
    headers.append(f"Subject: {chance.choice(('Hello', 'Your application to Globex', 'Re: Initech'))}")
    headers += ["Auto-Submitted: auto-replied"] * (chance.random() < 0.3) + ["List-Id: x"] * (chance.random() < 0.3)
    return "From a@b Tue Nov 17 15:00:00 2026\n" + "\n".join(headers) + "\n\nCould you come?\n\n"


def invitations(chance: random.Random) -> str:
    events = ""
    for _ in range(chance.randint(1, 4)):
        people = "".join(
            f"ATTENDEE;CN={chance.choice(NAMES)}:mailto:{address(chance)}\n" for _ in range(chance.randint(0, 3))
        )
        title = chance.choice(("Interview Globex", "SRE at Initech", "A chat with Sam Vega"))
        numbers = f"UID:{chance.randint(1, 4)}\nSEQUENCE:{chance.randint(0, 2)}\n"
        status = "STATUS:CANCELLED\n" if chance.random() < 0.3 else ""
        start = f"DTSTART:202612{chance.randint(10, 20)}T140000Z\n"
        events += f"BEGIN:VEVENT\n{numbers}{start}SUMMARY:{title}\n{people}{status}END:VEVENT\n"
    return f"BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"


def applications(chance: random.Random) -> str:
    rows = "Company,Role,Status,Applied,Contact,Contact email\n"
    for _ in range(chance.randint(1, 6)):
        standing = chance.choice(("Applied", "Saved", "Rejected"))
        applied, email = chance.choice(("", "2026-11-01", "2026-10-01")), chance.choice(("", address(chance)))
        rows += f"{chance.choice(COMPANIES)},{chance.choice(('SRE', 'Chef'))},{standing},{applied},"
        rows += f"{chance.choice(('', *NAMES))},{email}\n"
    return rows


def people(chance: random.Random) -> str:
    rows = "Name,Company,Email\n"
    for _ in range(chance.randint(1, 5)):
        email = chance.choice(("", address(chance)))
        rows += f"{chance.choice(NAMES)},{chance.choice(('', *COMPANIES))},{email}\n"
    return rows


@pytest.mark.parametrize("seed", range(40))
def test_the_same_files_again_change_nothing(desk: Desk, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for group in range(chance.randint(1, 2)):
        paths = []
        for number in range(chance.randint(1, 3)):
            path = tmp_path / f"{group}-{number}"
            path.write_text(chance.choice((mailbox, mailbox, invitations, applications, people))(chance))
            paths.append(path)
        wish = Wish(tuple(paths))
        store(desk, prepare(desk, wish))
        assert prepare(desk, wish).records == {}
