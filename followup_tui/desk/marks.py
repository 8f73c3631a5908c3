"""What one key sets: stars and tags."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.pipeline import describe
from followup_tui.domain.errors import NotFound
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.domain.text import clean

_MOST_STARS: Final = 3


def star(desk: Desk, opportunity_id: str) -> int:
    """Give an opportunity one more star; after three, none; answers how many it has."""
    opportunity = desk.get(Opportunity, opportunity_id)
    priority = (opportunity.priority + 1) % (_MOST_STARS + 1)
    stars = "★" * priority or "no star"
    changed = msgspec.structs.replace(opportunity, priority=priority, updated_at=desk.clock.stamp())
    desk.change(f"Gave {describe(opportunity)} {stars}", put=[changed])
    return priority


def tag(desk: Desk, record_id: str, tags: Sequence[str]) -> None:
    """Give an opportunity or a contact these tags, and no others."""
    record = desk.book.get(record_id)
    if not isinstance(record, Opportunity | Contact):
        raise NotFound("That is no longer in the book; it may have been deleted elsewhere.")
    tags = tuple(dict.fromkeys(clean(one).strip() for one in tags if one.strip()))
    if tags != record.tags:
        changed = msgspec.structs.replace(record, tags=tags, updated_at=desk.clock.stamp())
        desk.change(f"Tagged {describe(record)}", put=[changed])


def known_tags(desk: Desk) -> tuple[str, ...]:
    """Every tag in the book, those first that stand most often."""
    counts = Counter(one for record in desk.records(Opportunity).values() for one in record.tags)
    counts.update(one for record in desk.records(Contact).values() for one in record.tags)
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))
