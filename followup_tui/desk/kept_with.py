"""What is kept with a draft beyond its own fields: when it was handed over, and which findings are to be left alone.

It stands among the keys that other programs may add to a record, and is gone with the draft.
"""

from typing import Any

import msgspec
from msgspec import UNSET

from followup_tui.desk.desk import Desk
from followup_tui.domain.records import Contact, Draft


def kept(draft: Draft, key: str) -> Any:
    """What is kept under a key; None where nothing is."""
    return None if draft.unknown is UNSET else draft.unknown.get(key)


def keep(desk: Desk, draft: Draft, key: str, value: Any, said: str, session: str | None = None) -> Draft:
    """Keep a value with a draft, and return what is stored. Raises NotFound if the draft is not saved.

    `said` is what the list of changes calls it, before the name of whom the letter goes to. In a `session` of writing
    it is part of that step of undo.
    """
    stored = desk.get(Draft, draft.id)
    others = {} if stored.unknown is UNSET else stored.unknown
    noted = msgspec.structs.replace(stored, unknown={**others, key: value})
    contact = desk.find(Contact, draft.contact_id)
    whom = f" to {contact.name}" if contact else ""
    desk.change(f"{said}{whom}", put=[noted], session=session)
    return noted
