"""What is read in full when one opens it: an interview, a message, something that was sent along."""

from collections.abc import Mapping

from followup_tui.desk.look import Dossier, Given
from followup_tui.desk.timeline import Moment
from followup_tui.domain.records import Interview
from followup_tui.tui.dialogs.reading import Reading
from followup_tui.tui.screens.detail_here import Here
from followup_tui.tui.screens.detail_sections import interview_text
from followup_tui.tui.widgets.safe import shown

_NO_TEXT = "There is no text to this."


def reading_of(here: Here, stages: Mapping[str, str]) -> Reading | None:
    """All the words of what is at the cursor; None for what is opened otherwise. `stages` are the stages' names."""
    if here.moment is not None:
        return _moment(here.moment, here.dossier, stages)
    thing = here.line.thing if here.line is not None and here.follow_up is None else None
    if isinstance(thing, Interview):
        return _interview(thing, here.dossier, stages)
    if isinstance(thing, Given):
        text = "\n\n".join(filter(None, (thing.material.url, thing.material.text))) or _NO_TEXT
        return Reading(thing.material.title, shown(text, single_line=False))
    return None


def _moment(moment: Moment, dossier: Dossier, stages: Mapping[str, str]) -> Reading:
    interview = next((one for one in dossier.interviews if one.id == moment.record_id), None)
    if interview is not None:
        return _interview(interview, dossier, stages)
    title = moment.title[:1].upper() + moment.title[1:]
    return Reading(title, shown(moment.text or _NO_TEXT, single_line=False))


def _interview(interview: Interview, dossier: Dossier, stages: Mapping[str, str]) -> Reading:
    return Reading("Interview", interview_text(interview, dossier, stages))
