"""When to follow up, and why: `plan(facts, settings, now)`, pure and computed, never stored."""

from followup_tui.domain.cadence.follow_up import URGENCIES, FollowUp, Urgency
from followup_tui.domain.cadence.planner import Planner, plan

__all__ = ["URGENCIES", "FollowUp", "Planner", "Urgency", "plan"]
