"""Moving an opportunity to another stage, with what that stage wants to know."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from followup_tui.desk.desk import Desk
from followup_tui.domain.phrases import OUTCOMES
from followup_tui.domain.records import Contact, Opportunity, Outcome, Stage
from followup_tui.tui.screens.clerk import Clerk
from followup_tui.tui.screens.wanted import DraftWanted, Target

if TYPE_CHECKING:
    from followup_tui.tui.dialogs.choose import Choice
    from followup_tui.tui.screens.forms import Held


async def choose_stage(clerk: Clerk, opportunity: "Held | None", people: Sequence[Contact]) -> None:
    """Ask for the stage, and move it there; `people` are those of whom one may want to keep in touch with some."""
    from followup_tui.desk.pipeline import describe
    from followup_tui.tui.dialogs.choose import Choice, Choose

    if not isinstance(opportunity, Opportunity):
        return
    here: dict[str, str] = {opportunity.stage: "it is here"}
    names = clerk.services.config.stages
    letters = names.letters()
    stages = [Choice(letters[name], names.name(name), here.get(name, ""), name) for name in names.order]
    following = min(names.order.index(opportunity.stage) + 1, len(stages) - 1)
    question = Choose(f"Move {describe(opportunity)} to", stages, at=following)
    stage = await clerk.app.push_screen_wait(question)
    if stage is not None:
        await move(clerk, opportunity, cast("Stage", stage), people)


async def move(clerk: Clerk, opportunity: Opportunity, stage: Stage, people: Sequence[Contact]) -> None:
    """Move an opportunity, asking what the stage wants to know."""
    from followup_tui.desk import pipeline

    if stage == "closed":
        label = await _close(clerk, opportunity, people)
    elif stage == "offer" and opportunity.stage != "offer":
        label = await _take_offer(clerk, opportunity)
    else:
        change = await clerk.perform(pipeline.move, opportunity.id, stage)
        label = change.label if change is not None else None
    if label is not None:
        clerk.tell_done(label)


async def _close(clerk: Clerk, opportunity: Opportunity, people: Sequence[Contact]) -> str | None:
    """Ask how it ended, and with whom to stay in touch; going back from either leaves it where it is."""
    from followup_tui.desk import moving
    from followup_tui.tui.dialogs.choose import Choose
    from followup_tui.tui.dialogs.stay_in_touch import StayInTouch

    title = f"How did it end with {opportunity.company}?"
    ending = await clerk.app.push_screen_wait(Choose(title, _endings()))
    if ending is None:
        return None
    others = [person for person in people if not person.keep_in_touch]
    kept = await clerk.app.push_screen_wait(StayInTouch(others)) if others else ()
    if kept is None:
        return None
    change = await clerk.perform(moving.close, opportunity.id, cast("Outcome", ending) or None, kept)
    if change is not None and ending == "rejected":
        await _offer_reply(clerk, opportunity)
    return change.label if change is not None else None


def _endings() -> "list[Choice[str]]":
    """How an opportunity can end."""
    from followup_tui.tui.dialogs.choose import Choice

    endings = [Choice(name[0], words, "", name) for name, words in OUTCOMES.items()]
    return [*endings, Choice("u", "unknown", "nothing is said about it", "")]


async def _offer_reply(clerk: Clerk, opportunity: Opportunity) -> None:
    """After a refusal: thanks and a request for feedback, written now or left to Today (G4)."""
    from followup_tui.tui.dialogs.choose import Choice, Choose

    reply = await clerk.services.desk.ask(Desk.follow_up, f"rejection_reply:{opportunity.id}")
    if reply is None:
        return
    choices = [
        Choice("d", "Write it now", "from a template; nothing is sent", value=True),
        Choice("l", "Later", "it stands on Today", value=False),
    ]
    if await clerk.app.push_screen_wait(Choose("Thank them, and ask what was missing?", choices)):
        clerk.app.post_message(DraftWanted(Target(reply, opportunity)))


async def _take_offer(clerk: Clerk, opportunity: Opportunity) -> str | None:
    """Ask till when they want an answer."""
    from followup_tui.desk import moving
    from followup_tui.tui.dialogs.offer import OfferDeadline

    config = clerk.services.config
    question = OfferDeadline(
        opportunity.company,
        clerk.services.times(),
        lambda day: moving.reminder_time(day, config.holidays, config.zone),
    )
    deadline = await clerk.app.push_screen_wait(question)
    if deadline is None:
        return None
    change = await clerk.perform(moving.offer, opportunity.id, deadline.day)
    return change.label if change is not None else None
