"""The cadence a second time, from its text alone and as plainly as it can be said: the oracle for `plan`.

It reads an interchange object, compares everything with everything, and shares no code with the package. Times are
UTC; follow-ups are dictionaries without `reason`.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from tests.domain.cadence.naive_book import HOUR, NaiveBook, Record, utc

ORDER = ["overdue", "due", "open", "upcoming", "later", "held"]
PATIENT = ["status_check", "application_check", "connect", "keep_in_touch"]


class Naive(NaiveBook):
    """The rules, patience, decisions and urgency over one book at one `now`."""

    # Rules: each yields key, rule, kind, opportunity, contact, interview, channel, attempt, window, lapse

    def follow_up(self, rule: str, kind: str, key: str, window: list[datetime], **more: Any) -> Record:
        contact_id = more.get("contact_id")
        return {
            "key": f"{kind}:{key}",
            "rule": rule,
            "kind": kind,
            "opportunity_id": None,
            "contact_id": None,
            "interview_id": None,
            "channel": self.channel(contact_id),
            "attempt": 1,
            "opens_at": window[0],
            "due_at": window[1],
            "overdue_at": window[2],
            "lapses_at": None,
            **more,
        }

    def r1(self) -> Iterator[Record]:
        for i in self.interviews():
            o = self.opportunity(i["opportunity_id"])
            if o is not None and o["stage"] == "closed":
                continue
            for c in list(dict.fromkeys(i.get("contact_ids", []))):
                if any(self.thanks(t, i, c) for t in self.touchpoints()):
                    continue
                yield self.follow_up(
                    "R1",
                    "thank_you",
                    f"{i['id']}:{c}",
                    self.hours(self.end(i), "thank_you"),
                    lapses_at=self.days(self.end(i), self.n["thank_you_lapse_d"]),
                    opportunity_id=i["opportunity_id"],
                    contact_id=c,
                    interview_id=i["id"],
                )

    def thanks(self, t: Record, i: Record, c: str) -> bool:
        if t["direction"] != "out" or t["kind"] != "thank_you" or t.get("contact_id") != c:
            return False
        if t.get("interview_id") == i["id"]:
            return True
        if t.get("interview_id") is not None:
            return False
        if t.get("opportunity_id") not in (None, i["opportunity_id"]):
            return False
        later = [
            utc(j["starts_at"])
            for j in self.interviews()
            if j["opportunity_id"] == i["opportunity_id"]
            and c in j.get("contact_ids", [])
            and utc(j["starts_at"]) > utc(i["starts_at"])
        ]
        return utc(i["starts_at"]) <= utc(t["at"]) and all(utc(t["at"]) < start for start in later)

    def r2_and_r4(self) -> Iterator[Record]:
        for o in self.table("opportunities"):
            own = [i for i in self.interviews() if i["opportunity_id"] == o["id"]]
            if o["stage"] in ("offer", "closed") or any(self.end(i) > self.now for i in own):
                continue
            anchors = [(self.end(i), 0, i["id"]) for i in own]
            anchors += [(utc(t["at"]), 1, t["id"]) for t in self.answers(self.its(o["id"]))]
            if not anchors:
                continue
            a, from_answer, anchor_id = max(anchors)
            since = [t for t in self.its(o["id"]) if utc(t["at"]) > a]
            attempts = sorted(utc(t["at"]) for t in self.sent(since, "status_check"))
            k = len(attempts) + 1
            c = self.primary(o)
            if k > self.n["max_status_checks"]:
                b = attempts[-1] if attempts else a
                if any(utc(t["at"]) > b for t in self.sent(self.its(o["id"]), "close_out")):
                    continue
                window = self.window(
                    b, self.n["close_out_open_d"], self.n["close_out_due_d"], self.n["close_out_overdue_d"]
                )
                key = f"{o['id']}:{anchor_id}"
                yield self.follow_up("R4", "close_out", key, window, opportunity_id=o["id"], contact_id=c, channel=None)
                continue
            window = self.check_window(o, a, from_answer, attempts, self.sent(since, "thank_you"))
            key = f"{o['id']}:{anchor_id}:{k}"
            yield self.follow_up("R2", "status_check", key, window, opportunity_id=o["id"], contact_id=c, attempt=k)

    def check_window(
        self, o: Record, a: datetime, from_answer: int, attempts: list[datetime], thanks: list[Record]
    ) -> list[datetime]:
        if attempts:
            b = attempts[-1]
        elif from_answer:
            b = a
        else:
            b = max((utc(t["at"]) for t in thanks), default=a)
        usual = self.window(b, self.n["check_open_d"], self.n["check_due_d"], self.n["check_overdue_d"])
        if o.get("decision_by") is None or date.fromisoformat(o["decision_by"]) < self.wall(a).date():
            return usual
        d = date.fromisoformat(o["decision_by"])
        promised = [
            self.at(self.bd(d, self.n["promise_open_bd"]), 9),
            self.at(self.bd(d, self.n["promise_due_bd"]), 17),
            self.at(self.bd(d, self.n["promise_overdue_bd"]), 17),
        ]
        if attempts and promised[0] <= self.roll(self.days(b, self.n["check_open_d"])):
            return usual
        return promised

    def r3(self) -> Iterator[Record]:
        for o in self.table("opportunities"):
            own = self.its(o["id"])
            if o["stage"] != "applied" or o.get("applied_at") is None or self.answers(own):
                continue
            if self.sent(own, "application_check"):
                continue
            if any(i["opportunity_id"] == o["id"] for i in self.interviews()):
                continue
            applied = utc(o["applied_at"])
            yield self.follow_up(
                "R3",
                "application_check",
                o["id"],
                self.window(
                    applied,
                    self.n["application_open_d"],
                    self.n["application_due_d"],
                    self.n["application_overdue_d"],
                ),
                lapses_at=self.days(applied, self.n["application_lapse_d"]),
                opportunity_id=o["id"],
                contact_id=self.primary(o),
            )

    def answered_later(self, t: Record) -> bool:
        for other in self.touchpoints():
            if other["direction"] != "out" or utc(other["at"]) <= utc(t["at"]):
                continue
            if t.get("contact_id") is not None:
                if other.get("contact_id") == t["contact_id"]:
                    return True
            elif t.get("opportunity_id") is not None and other.get("opportunity_id") == t["opportunity_id"]:
                return True
        return False

    def r5_and_r10(self) -> Iterator[Record]:
        for t in self.touchpoints():
            if self.answered_later(t):
                continue
            who = {"opportunity_id": t.get("opportunity_id"), "contact_id": t.get("contact_id")}
            at = utc(t["at"])
            if t["direction"] == "in" and t.get("needs_reply", False):
                yield self.follow_up("R5", "reply", t["id"], self.hours(at, "reply"), **who)
            if t["kind"] == "met":
                lapse = self.days(at, self.n["event_lapse_d"])
                yield self.follow_up("R10", "event_follow_up", t["id"], self.hours(at, "event"), lapses_at=lapse, **who)

    def r6(self) -> Iterator[Record]:
        for i in self.interviews():
            o = self.opportunity(i["opportunity_id"])
            if self.end(i) > self.now or (o is not None and o["stage"] == "closed"):
                continue
            for p in i.get("promises", []):
                if p.get("kept_at") is not None:
                    continue
                people = i.get("contact_ids", [])
                to = p.get("contact_id")
                if to is None and people:
                    to = people[0]
                if p.get("due_on") is not None:
                    due = max(self.at(date.fromisoformat(p["due_on"]), 17), self.end(i))
                else:
                    due = self.end(i) + 48 * HOUR
                yield self.follow_up(
                    "R6",
                    "promise",
                    p["id"],
                    [self.end(i), due, due + 24 * HOUR],
                    opportunity_id=i["opportunity_id"],
                    contact_id=to,
                    interview_id=i["id"],
                )

    def r7(self) -> Iterator[Record]:
        for o in self.table("opportunities"):
            changed = utc(o["stage_changed_at"])
            replies = [t for t in self.sent(self.its(o["id"]), "offer_reply") if utc(t["at"]) >= changed]
            if o["stage"] == "offer" and not replies:
                yield self.follow_up(
                    "R7",
                    "offer_reply",
                    o["id"],
                    self.hours(changed, "offer"),
                    opportunity_id=o["id"],
                    contact_id=self.primary(o),
                )

    def r8(self) -> Iterator[Record]:
        for o in self.table("opportunities"):
            if o["stage"] != "closed" or o.get("outcome") != "rejected":
                continue
            changed = utc(o["stage_changed_at"])
            talks = [self.end(i) for i in self.interviews() if i["opportunity_id"] == o["id"]]
            talks = [end for end in talks if end <= self.now]
            talks += [utc(t["at"]) for t in self.answers(self.its(o["id"]))]
            if not any(moment <= changed for moment in talks):
                continue
            if any(utc(t["at"]) >= changed for t in self.sent(self.its(o["id"]), "rejection_reply")):
                continue
            yield self.follow_up(
                "R8",
                "rejection_reply",
                o["id"],
                self.hours(changed, "rejection"),
                lapses_at=self.days(changed, self.n["rejection_lapse_d"]),
                opportunity_id=o["id"],
                contact_id=self.primary(o),
            )

    def r9(self) -> Iterator[Record]:
        for c in self.table("contacts"):
            if c.get("linkedin_connected_at") is not None:
                continue
            if any(t.get("contact_id") == c["id"] for t in self.sent(self.touchpoints(), "connect")):
                continue
            last = self.last_ended(i for i in self.interviews() if c["id"] in i.get("contact_ids", []))
            if last is None:
                continue
            e = self.end(last)
            yield self.follow_up(
                "R9",
                "connect",
                c["id"],
                [self.days(e, self.n[f"connect_{part}_d"]) for part in ("open", "due", "overdue")],
                lapses_at=self.days(e, self.n["connect_lapse_d"]),
                opportunity_id=last["opportunity_id"],
                contact_id=c["id"],
                channel="linkedin",
            )

    def r11(self) -> Iterator[Record]:
        for c in self.table("contacts"):
            going_on = [
                o
                for o in self.table("opportunities")
                if o["stage"] != "closed"
                and (c["id"] in o.get("contact_ids", []) or o.get("primary_contact_id") == c["id"])
            ]
            if not c.get("keep_in_touch", False) or going_on:
                continue
            n = c.get("keep_in_touch_days")
            if n is None:
                n = self.n["keep_in_touch_days"]
            starts = [
                utc(t["at"]) for t in self.touchpoints() if t.get("contact_id") == c["id"] and t["kind"] != "notice"
            ]
            if c.get("keep_in_touch_since") is not None:
                starts.append(utc(c["keep_in_touch_since"]))
            b = max(starts) if starts else utc(c["created_at"])
            yield self.follow_up(
                "R11",
                "keep_in_touch",
                f"{c['id']}:{self.wall(b).date()}",
                self.window(b, n, n + self.n["keep_in_touch_due_d"], n + self.n["keep_in_touch_overdue_d"]),
                contact_id=c["id"],
            )

    def r12(self) -> Iterator[Record]:
        for r in self.table("reminders"):
            if r.get("done_at") is not None:
                continue
            at = utc(r["at"])
            channel = r.get("channel")
            if channel is None and r.get("contact_id") is not None:
                channel = self.channel(r["contact_id"])
            yield self.follow_up(
                "R12",
                "reminder",
                r["id"],
                [at, at, at + 24 * HOUR],
                opportunity_id=r.get("opportunity_id"),
                contact_id=r.get("contact_id"),
                channel=channel,
            )

    # Patience and decisions

    def gap(self, f: Record) -> None:
        if f["kind"] not in PATIENT or f["contact_id"] is None:
            return
        with_them = [t for t in self.touchpoints() if t.get("contact_id") == f["contact_id"]]
        out = [t for t in with_them if t["direction"] == "out"]
        if f["kind"] == "connect":
            out = [t for t in out if t["kind"] != "thank_you"]
        if not out:
            return
        last = max(utc(t["at"]) for t in out)
        if any(utc(t["at"]) > last for t in self.answers(with_them)):
            return
        if f["opens_at"] < self.days(last, self.n["gap_d"]):
            opens = self.roll(self.days(last, self.n["gap_d"]))
            by = opens - f["opens_at"]
            f["opens_at"] = opens
            f["due_at"] = self.roll(f["due_at"] + by)
            f["overdue_at"] = max(self.roll(f["overdue_at"] + by), f["due_at"])

    def held(self, f: Record) -> bool:
        if f["kind"] not in PATIENT or f["opportunity_id"] is None:
            return False
        own = self.its(f["opportunity_id"])
        answered = [utc(t["at"]) for t in self.answers(own)]
        count = [
            t
            for t in own
            if t["direction"] == "out"
            and t["kind"] not in ("thank_you", "connect")
            and (not answered or utc(t["at"]) > max(answered))
        ]
        return len(count) >= int(self.n["cap"])

    def settle(self, f: Record) -> Record | None:
        decisions = [d for d in self.table("decisions") if d["key"] == f["key"] and utc(d["at"]) <= self.now]
        decision = max(decisions, key=lambda d: (utc(d["at"]), d["id"]), default=None)
        if decision is not None and decision["action"] == "skip":
            return None
        self.gap(f)
        f["snoozed_until"] = None
        if decision is not None:
            u = utc(decision["until"])
            f["opens_at"] = max(f["opens_at"], u)
            f["due_at"] = max(f["due_at"], u)
            f["overdue_at"] = max(f["overdue_at"], u + 24 * HOUR)
            if f["lapses_at"] is not None:
                f["lapses_at"] = max(f["lapses_at"], self.days(u, 7))
            if u > self.now:
                f["snoozed_until"] = u
        if f["lapses_at"] is not None and (self.now > f["lapses_at"] or f["opens_at"] > f["lapses_at"]):
            return None
        f["held"] = self.held(f)
        f["urgency"] = self.urgency(f)
        return f

    def urgency(self, f: Record) -> str:
        if f["held"]:
            return "held"
        if self.now > f["overdue_at"]:
            return "overdue"
        if self.now >= f["due_at"]:
            return "due"
        if self.now >= f["opens_at"]:
            return "open"
        return "upcoming" if f["opens_at"] <= self.now + self.n["horizon_days"] * 24 * HOUR else "later"

    def plan(self) -> list[Record]:
        rules = (
            self.r1,
            self.r2_and_r4,
            self.r3,
            self.r5_and_r10,
            self.r6,
            self.r7,
            self.r8,
            self.r9,
            self.r11,
            self.r12,
        )
        settled = [self.settle(follow_up) for rule in rules for follow_up in rule()]
        planned = [follow_up for follow_up in settled if follow_up is not None]
        return sorted(planned, key=lambda f: (ORDER.index(f["urgency"]), f["due_at"], f["key"]))
