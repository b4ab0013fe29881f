#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A value that is set does what it does in the window, and is refused where the window refuses it."""

import unicodedata
import unittest

from change_case import ChangeTest


class Ways(ChangeTest):
    def test_a_topic_that_is_typed_is_one_topic(self):
        anna, bo = self.add_two()
        need = self.add("need", person=anna, topic="AI  prompts")
        for value in ("ai Prompts", "AI prompts ", unicodedata.normalize("NFD", "AI prompts")):
            self.assertIn("in the list already", self.refused("add", "need", f"person={anna}", f"topic={value}"))
        self.add("offer", person=bo, topic="ai PROMPTS", strength=3)
        self.assertEqual([topic["title"] for topic in self.listed("topics")], ["AI prompts"])
        self.assertIn("already", self.refused("add", "topic", "title=AI Prompts"))
        self.assertEqual((self.record(need)["strength"], self.record(need)["noted_on"]), (2, "2026-11-02"))
        self.set(need, topic="Straße")
        self.set(need, topic="STRASSE")
        self.assertEqual([topic["title"] for topic in self.listed("topics")], ["AI prompts", "Straße"])
        self.assertEqual(self.refused("set", need, "topic="), "topic: “Topic” must not be empty.")
        self.assertEqual(self.refused("set", need, "topic=" + "x" * 10_000), "topic: “Title” is too long.")

    def test_an_interest_is_there_once(self):
        anna = self.add("person", name="Anna")
        first, other = (self.add("interest", person=anna, title=title) for title in ("Sailing", "Chess"))
        self.assertIn("already", self.refused("add", "interest", f"person={anna}", "title=sailing"))
        self.assertIn("already", self.refused("set", other, "title=SAILING"))
        self.set(first, title="Rowing")
        self.assertEqual([i["title"] for i in self.record(anna)["interests"]], ["Rowing", "Chess"])

    def test_nobody_is_their_own_manager(self):
        anna, bo = self.add_two()
        self.set(anna, reports_to=bo)
        self.assertIn("already", self.refused("set", bo, f"reports_to={anna}"))
        self.assertIn("themselves", self.refused("set", anna, f"reports_to={anna}"))

    def test_a_state_of_a_round_begins_on_a_day(self):
        self.set(self.round, state="call", selection_on="2026-12-01")
        record = self.record(self.round)
        self.assertEqual((record["call_on"], record["selection_on"]), ("2026-11-02", "2026-12-01"))
        self.set(self.round, state="selection")
        self.assertEqual(self.record(self.round)["selection_on"], "2026-11-02")

    def test_a_round_has_rules(self):
        self.assertIn("justification", self.refused("set", self.round, "criterion=Not above 28"))
        self.set(self.round, criterion="Not above 28", justification="Digital natives are asked for")
        self.assertIn("before its kick-off", self.refused("set", self.round, "end_date=2026-01-01"))
        self.assertIn("manager_rule: please choose one of forbid, warn, allow",
                      self.refused("set", self.round, "manager_rule=never"))
        other = self.add("round", title="Another", state="selection")
        record = self.record(other)
        self.assertEqual((record["number"], record["minutes"], record["selection_on"]), (2, 60, "2026-11-02"))
        self.words("remove", other)
        self.assertEqual(len(self.listed("rounds")), 1)

    def test_taking_part(self):
        anna = self.add("person", name="Anna")
        uid = self.add("participation", round=self.round, person=anna, role="mentor", source="applied")
        self.assertIn("already", self.refused("add", "participations", f"round={self.round}", f"person={anna}",
                                              "role=mentor"))
        self.assertTrue(self.refused("set", uid, "told_on=2026-11-02").startswith("told_on: Nothing is decided"))
        self.run_cli(self.file, "set", uid, "state=accepted", "reason=Convincing", "told_on=2026-12-05",
                     "motives=giveback,leadership", "criterion=met", now="2026-12-01T09:00:00Z")
        record = self.record(uid)
        self.assertEqual((record["state"], record["since"], record["told_on"], record["reason"]),
                         ("accepted", "2026-12-01", "2026-12-05", "Convincing"))
        self.assertEqual((record["motives"], record["checked_on"]), ("leadership, giveback", "2026-12-01"))
        self.set(uid, state="withdrawn")
        record = self.record(uid)
        self.assertEqual((record["since"], record["told_on"], record["reason"]), ("2026-11-02", None, ""))
        self.set(uid, since="2026-01-01")
        self.set(uid, since="2026-11-02")
        self.assertEqual(self.refused("set", uid, "motives=fame"),
                         "motives: please choose one of leadership, inspiration, giveback.")
        self.assertEqual(self.words("list", "participations"),
                         f"Erste Runde\tAnna\tMentor\tWithdrawn\t2026-11-02\t{uid}")
        self.assertEqual([p["uid"] for p in self.listed("people", "--round", self.round)], [anna])
        self.words("remove", uid)
        self.assertEqual(self.listed("people", "--round", self.round), [])

    def test_a_tandem_comes_about_step_by_step(self):
        mentee, mentor = self.add_two()
        for person, role in ((mentee, "mentee"), (mentor, "mentor")):
            self.add("participation", round=self.round, person=person, role=role, state="accepted")
        pair = self.add("pair", round=self.round, mentee=mentee, mentor=mentor, topic="AI prompts")
        self.assertEqual(self.record(pair)["state"], "proposed")
        self.assertIn("ask the mentee first", self.refused("set", pair, "state=confirmed"))
        for day, state in (("10", "asked"), ("11", "asked"), ("12", "confirmed"), ("13", "active")):
            self.run_cli(self.file, "set", pair, f"state={state}", now=f"2026-11-{day}T09:00:00Z")
        record = self.record(pair)
        self.assertEqual((record["mentee_asked_on"], record["mentee_agreed_on"], record["mentor_asked_on"],
                          record["mentor_agreed_on"], record["started_on"]),
                         ("2026-11-10", "2026-11-11", "2026-11-11", "2026-11-12", "2026-11-13"))
        self.assertEqual([event["kind"] for event in record["history"]],
                         ["state", "mentee_asked", "mentor_asked", "state", "state"])
        self.assertEqual({p["state"] for p in self.listed("participations")}, {"matched"})
        topic, = self.listed("topics")
        self.assertEqual((record["topic"], topic["title"]), (topic["uid"], "AI prompts"))
        self.assertIn("follows", self.refused("set", pair, "mentee_asked_on=2026-11-01"))

    def test_a_tandem_pauses_ends_and_is_taken_up_again(self):
        self.set(self.programme, organizer_email="hr@example.org")
        mentee, mentor = self.add_two()
        pair = self.add("pair", round=self.round, mentee=mentee, mentor=mentor, state="active",
                        started_on="2026-10-01", planned_end="2027-01-01")
        meeting = self.add("meeting", pair=pair, local_start="2027-01-12T10:00")
        self.set(pair, state="paused")
        self.set(pair, state="active")
        self.set(pair, planned_end="2027-03-01", topic="Chat")
        self.set(pair, started_on="2026-10-02")
        self.set(pair, constellation="mutual", constellation_since="2026-10-20")
        self.assertEqual(self.refused("set", pair, "state=completed"),
                         "end_reason: please choose one of goals_reached, round_end.")
        self.assertIn("end_reason: please choose one of time,", self.refused("set", pair, "state=dissolved",
                                                                              "end_reason=round_end"))
        self.assertIn("A new tandem is", self.refused("add", "pair", f"round={self.round}", f"mentee={mentor}",
                                                      f"mentor={mentee}", "end_reason=time"))
        self.assertEqual(self.refused("set", pair, "end_reason=time"), "end_reason: please set the state with it.")
        self.assertIn("one after the other", self.refused("set", pair, "state=paused", "planned_end=2027-04-01"))
        self.assertIn("present state", self.refused("set", pair, "state=proposed"))
        self.set(pair, state="dissolved", end_reason="time")
        record = self.record(pair)
        self.assertEqual((record["ended_on"], record["end_reason"], record["constellation"], record["planned_end"],
                          record["started_on"]), ("2026-11-02", "time", "mutual", "2027-03-01", "2026-10-02"))
        self.assertEqual([(e["kind"], e["until"]) for e in record["history"] if e["kind"] != "state"],
                         [("mutual", None), ("extended", "2027-03-01")])
        self.assertEqual(self.record(meeting)["state"], "cancelled")
        self.set(pair, state="active")
        self.assertEqual((self.record(pair)["ended_on"], self.record(pair)["end_reason"]), (None, "none"))

    def test_what_happened_to_a_tandem_may_be_put_down_later(self):
        self.set(self.programme, organizer_email="hr@example.org")
        mentee, mentor = self.add_two()
        pair = self.add("pair", round=self.round, mentee=mentee, mentor=mentor, state="asked", happened_on="2026-09-01")
        self.assertEqual(self.record(pair)["mentee_asked_on"], "2026-09-01")
        self.set(pair, state="asked", happened_on="2026-09-02")
        self.set(pair, state="confirmed", happened_on="2026-09-04", note="By telephone")
        self.set(pair, state="active", happened_on="2026-09-15")
        meeting = self.add("meeting", pair=pair, local_start="2027-01-12T10:00")
        self.set(pair, state="paused", happened_on="2026-10-01", until="2027-02-01", note="Away")
        self.set(pair, state="active", happened_on="2026-10-20")
        self.set(pair, planned_end="2027-03-01", happened_on="2026-10-21")
        self.set(pair, planned_end="2027-02-28")
        self.set(pair, constellation="mutual", happened_on="2026-10-22")
        self.set(pair, state="dissolved", end_reason="time", happened_on="2026-10-30")
        self.set(pair, state="active", happened_on="2026-10-31")
        self.set(pair, started_on="2026-09-14")
        record = self.record(pair)
        keys = ("happened_on", "kind", "to_state", "until", "note")
        self.assertEqual([tuple(event[key] for key in keys) for event in record["history"]],
                         [("2026-09-01", "mentee_asked", "asked", None, ""),
                          ("2026-09-02", "mentor_asked", "asked", None, ""),
                          ("2026-09-04", "state", "confirmed", None, "By telephone"),
                          ("2026-09-14", "state", "active", None, ""),
                          ("2026-10-01", "state", "paused", "2027-02-01", "Away"),
                          ("2026-10-20", "state", "active", None, ""),
                          ("2026-10-21", "planned_end", "active", "2027-03-01", ""),
                          ("2026-10-22", "mutual", "active", None, ""),
                          ("2026-10-30", "state", "dissolved", None, ""),
                          ("2026-10-31", "state", "active", None, ""),
                          ("2026-11-02", "planned_end", "active", "2027-02-28", "")])
        self.assertEqual((record["mentor_agreed_on"], record["started_on"], record["constellation_since"]),
                         ("2026-09-04", "2026-09-14", "2026-10-22"))
        self.assertEqual(self.record(meeting)["state"], "cancelled")

    def test_a_day_of_the_history_that_does_not_fit_is_refused(self):
        mentee, mentor = self.add_two()
        people = [f"round={self.round}", f"mentee={mentee}", f"mentor={mentor}"]
        self.assertIn("still to come", self.refused("add", "pair", *people, "state=asked", "happened_on=2026-11-03"))
        pair = self.words("add", "pair", *people, "state=active", "started_on=2026-10-01")
        for words, message in (
                (["state=paused", "happened_on=2026-11-03"],
                 "This day is still to come. Please note it when it is there."),
                (["state=paused", "happened_on=2026-09-30"],
                 "On that day the tandem was not in its present state yet."),
                (["state=paused", "happened_on=yesterday"], "happened_on: please enter a day such as 2027-03-31."),
                (["state=paused", "happened_on="], "happened_on: “Date” must not be empty."),
                (["state=paused", "until=2026-11-02"], "Please choose a day that is still to come."),
                (["state=dissolved", "end_reason=time", "until=2027-01-01"],
                 "until: only a pause has a day until which meetings are cancelled."),
                (["started_on=2026-10-02", "happened_on=2026-10-02"], "happened_on: please give one day, not two."),
                (["topic=Chat", "happened_on=2026-10-02"],
                 "happened_on: with this, nothing happens that stands in the history."),
                (["note=Nice"], "note: with this, nothing happens that stands in the history.")):
            with self.subTest(words):
                self.assertEqual(self.refused("set", pair, *words), message)
        self.assertIn("happened_on, until, note", self.refused("set", pair, "colour=red"))

    def test_no_value_is_dropped_in_a_state_that_does_not_take_it(self):
        mentee, mentor = self.add_two()
        people = [f"round={self.round}", f"mentee={mentee}", f"mentor={mentor}"]
        for state in ([], ["state=proposed"], ["state=asked"], ["state=confirmed"]):
            self.assertEqual(self.refused("add", "pair", *people, *state, "started_on=2026-10-01"),
                             "started_on: The tandem has not begun yet.")
        pair = self.words("add", "pair", *people, "started_on=")
        for state in ("asked", "confirmed", "declined"):
            self.assertEqual(self.refused("set", pair, f"state={state}", "end_reason=time"),
                             "end_reason: only a tandem that ends has a reason for that.")
        self.assertTrue(self.refused("set", pair, "state=active", "end_reason=time").startswith("end_reason: "))
        self.set(pair, state="active", started_on="2026-10-01")
        self.assertTrue(self.refused("set", pair, "state=paused", "end_reason=other").startswith("end_reason: "))
        self.set(pair, state="paused")
        self.assertIn("one after the other", self.refused("set", pair, "state=active", "started_on=2026-10-05"))
        self.set(pair, state="dissolved", end_reason="time")
        got = self.refused("set", pair, "state=active", "started_on=2026-10-05")
        self.assertTrue(got.startswith("started_on: State, people, constellation and days"), got)
        self.set(pair, state="active")
        self.set(pair, started_on="2026-10-05")

    def test_a_tandem_that_is_over_stays_as_it_was(self):
        self.set(self.programme, organizer_email="hr@example.org")
        mentee, mentor = self.add_two()
        pair = self.add("pair", round=self.round, mentee=mentee, mentor=mentor, state="active", constellation="mutual",
                        started_on="2026-10-01")
        self.assertEqual(self.record(pair)["constellation_since"], "2026-10-01")
        self.set(pair, state="dissolved", end_reason="time")
        other = self.add("person", name="Cem Demir")
        for words in (["set", pair, f"mentor={other}"], ["set", pair, "planned_end=2027-01-01"],
                      ["add", "meeting", f"pair={pair}", "local_start=2027-01-12T10:00"],
                      ["add", "series", f"pair={pair}", "local_start=2027-01-12T10:00"]):
            self.assertEqual(self.refused(*words), "The tandem has ended or was declined.")

    def test_another_person_takes_a_place(self):
        pair = self.add_pair()
        other = self.add("person", name="Cem Demir")
        self.assertEqual(self.refused("set", pair, f"mentor={other}", "note=Ill"),
                         "note: the history says here who takes the place of whom.")
        self.assertIn("two different people", self.refused("set", pair, f"mentor={self.record(pair)['mentee']['uid']}"))
        self.set(pair, mentor=other)
        self.assertEqual(self.record(pair)["mentor"]["uid"], other)

    def test_what_is_not_over_is_not_recorded_and_what_is_recorded_stays_when_it_was(self):
        self.set(self.programme, organizer_email="hr@example.org")
        pair = self.add_pair()
        over = self.add("meeting", pair=pair, local_start="2026-10-13T10:00")
        ahead = self.add("meeting", pair=pair, local_start="2027-01-12T10:00")
        self.assertEqual(self.refused("set", ahead, "state=held"),
                         "What became of a meeting can be recorded when it is over.")
        self.set(over, state="missed")
        for words in (["state=cancelled"], ["local_start=2027-01-13T10:00"], ["minutes=30"]):
            self.assertEqual(self.refused("set", over, *words), "This meeting is recorded or cancelled already.")
        self.set(over, state="held")
        self.assertEqual(self.refused("set", ahead, "state=planned"), "Nothing is recorded of this meeting.")
        self.set(ahead, state="cancelled")
        self.assertEqual(self.refused("set", ahead, "state=held"), "This meeting is cancelled.")

    def test_a_cancelled_meeting_takes_place_after_all(self):
        self.set(self.programme, organizer_email="hr@example.org")
        meeting = self.add("meeting", pair=self.add_pair(), local_start="2027-01-12T10:00")
        self.set(meeting, state="cancelled")
        self.set(meeting, state="planned")
        self.assertEqual(self.record(meeting)["state"], "planned")

    def test_an_outcome_is_that_of_a_meeting_that_took_place(self):
        self.set(self.programme, organizer_email="hr@example.org")
        pair = self.add_pair()
        meeting = self.add("meeting", pair=pair, local_start="2026-10-13T10:00")
        self.assertTrue(self.refused("set", meeting, "outcome=yes").startswith("outcome: What came of a meeting"))
        self.assertIn("outcome: ", self.refused("set", meeting, "state=missed", "outcome=yes"))
        self.assertIn("state: please add the meeting first",
                      self.refused("add", "meeting", f"pair={pair}", "local_start=2027-01-13T10:00", "state=held"))
        goal = self.add("goal", pair=self.add("pair", round=self.round, mentee=self.add("person", name="C"),
                                              mentor=self.add("person", name="D")), title="Other")
        self.assertEqual(self.refused("set", meeting, f"goal={goal}"), "goal: This goal is one of another tandem.")
        self.assertEqual(self.refused("add", "meeting", f"pair={pair}", "local_start=2027-02-12T10:00", f"goal={goal}"),
                         "goal: This goal is one of another tandem.")
        self.set(meeting, state="held", outcome="partly", question="How?")
        absent = next(a for a in self.record(meeting)["attendees"])
        self.set(absent["uid"], took_part="no")
        self.assertEqual(sorted(a["took_part"] for a in self.record(meeting)["attendees"]), ["no", "yes"])


    def test_the_topic_of_a_topic_meeting_comes_to_be_in_the_catalogue_whatever_else_is_said(self):
        self.set(self.programme, organizer_email="hr@example.org")
        pair = self.add_pair()
        self.add("topic", title="Chat")
        first = self.add("meeting", pair=pair, local_start="2027-01-12T10:00", kind="topic", topic="AI  prompts")
        self.assertEqual(self.record(first)["topic"], "AI prompts")
        moved, held = (self.add("meeting", pair=pair, local_start=f"{day}T10:00", kind="topic")
                       for day in ("2027-02-12", "2026-10-13"))
        self.set(moved, local_start="2027-02-13T10:00", topic="Straße")
        self.set(held, state="held", outcome="yes", topic="STRASSE")
        self.assertEqual((self.record(moved)["topic"], self.record(held)["topic"]), ("Straße", "Straße"))
        informal = self.add("meeting", pair=pair, local_start="2027-04-12T10:00", kind="informal", topic="CHAT")
        self.assertEqual(self.record(informal)["topic"], "Chat")
        self.set(informal, local_start="2027-04-13T10:00", topic="A coffee")
        self.assertEqual([topic["title"] for topic in self.listed("topics")], ["Chat", "AI prompts", "Straße"])


class Rules(ChangeTest):
    def test_own_manager_is_no_partner_where_the_round_forbids_it(self):
        anna, bo = self.add_two()
        self.set(bo, reports_to=anna)
        self.assertIn("Bo Chen reports to Anna Beck",
                      self.refused("add", "pair", f"round={self.round}", f"mentee={anna}", f"mentor={bo}"))
        carla = self.add("person", name="Carla")
        pair = self.add("pair", round=self.round, mentee=anna, mentor=carla)
        self.assertIn("Bo Chen reports to Anna Beck", self.refused("set", pair, f"mentor={bo}"))
        self.set(self.round, manager_rule="warn")
        self.set(pair, mentor=bo)

    def test_a_topic_stands_once_with_a_person(self):
        anna, _ = self.add_two()
        self.add("need", person=anna, topic="One")
        two = self.add("need", person=anna, topic="Two")
        self.assertIn("in the list already", self.refused("set", two, "topic=ONE"))


if __name__ == "__main__":
    unittest.main()
