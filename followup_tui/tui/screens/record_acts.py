"""What can be done anywhere with the record at the cursor: edited, deleted, starred, tagged, its link opened."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from followup_tui.domain.records import Contact, Opportunity
from followup_tui.tui.screens.clerk import Clerk

if TYPE_CHECKING:
    from followup_tui.tui.screens.forms import Held


# In a form


async def edit(clerk: Clerk, record: "Held | None") -> None:
    """Show the form of a record, which stores what is changed."""
    from followup_tui.tui.screens.forms import form_of

    if record is not None and await clerk.app.push_screen_wait(await form_of(clerk.services, record)) is not None:
        clerk.tell_done("Saved")


async def delete(clerk: Clerk, ids: Sequence[str]) -> None:
    """Delete records, once the user knows what goes with them."""
    from followup_tui.desk import deleting
    from followup_tui.tui.dialogs.delete import Delete

    doomed = await clerk.perform(deleting.deletion, ids)
    if doomed is None or not doomed.records:
        return
    if await clerk.app.push_screen_wait(Delete(doomed, clerk.services.key("undo"))):
        change = await clerk.perform(deleting.delete, ids)
        if change is not None:
            clerk.tell_done(change.label)


# With one key


async def star(clerk: Clerk, record: "Held | None") -> None:
    """One more star for an opportunity; after three, none."""
    from followup_tui.desk import marks

    if isinstance(record, Opportunity):
        await clerk.perform(marks.star, record.id)


async def tag(clerk: Clerk, record: "Held | None") -> None:
    """Change the tags of an opportunity or a contact."""
    from followup_tui.desk import marks
    from followup_tui.desk.pipeline import describe
    from followup_tui.tui.dialogs.tags import Tags

    if not isinstance(record, Opportunity | Contact):
        return
    known = await clerk.services.desk.ask(marks.known_tags)
    tags = await clerk.app.push_screen_wait(Tags(f"Tags of {describe(record)}", record.tags, known))
    if tags is not None:
        await clerk.perform(marks.tag, record.id, tags)


def link_of(record: "Held | None") -> str | None:
    """The page of an opportunity, or of a contact."""
    if isinstance(record, Opportunity):
        return record.url
    return record.linkedin if isinstance(record, Contact) else None


async def open_link(clerk: Clerk, record: "Held | None") -> None:
    """Open its link in the browser: a web page only, whatever else the link may say."""
    from followup_tui.desk.browser import is_web_page, open_page

    link = (link_of(record) or "").strip()
    if not is_web_page(link):
        clerk.tell(f"{link} is not a link to a web page; only http and https are opened.", "warning")
    elif await asyncio.to_thread(open_page, link):
        clerk.tell(f"Opened {link}")
    else:
        clerk.tell(f"No browser could be started here. The link: {link}", "warning")


def copy_address(clerk: Clerk, people: Sequence[Contact]) -> None:
    """Copy the e-mail address of the first of these people who has one."""
    address = next((person.email for person in people if person.email), None)
    if address is not None:
        clerk.app.copy_to_clipboard(address)
    elif people:
        key = clerk.services.key("edit")
        clerk.tell(f"No e-mail address of {people[0].name} is known; {key} adds one.", "warning")
