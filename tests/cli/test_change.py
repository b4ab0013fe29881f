#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A programme that is begun and changed by tandem-cli: new, add, set, remove and show."""

import json
import sqlite3
import unicodedata
import unittest

from cli_case import FAILED, USAGE, CliTest, dump

NOW = "2026-11-02T09:00:00Z"


class ChangeTest(CliTest):
    def setUp(self):
        super().setUp()
        self.programme = self.words("new", "--title", "Pilot", "--language", "de", "--zone", "Europe/Berlin")
        self.round = self.listed("rounds")[0]["uid"]

    def words(self, *words, **options):
        return self.run_cli(self.file, *words, now=NOW, **options).stdout.rstrip("\n")

    def add(self, what, **values):
        return self.words("add", what, *(f"{key}={value}" for key, value in values.items()))

    def set(self, uid, **values):
        self.assertEqual(self.words("set", uid, *(f"{key}={value}" for key, value in values.items())), "")

    def refused(self, *words, language=""):
        before = dump(self.file)
        got = self.run_cli(self.file, *words, expect=FAILED, now=NOW, language=language)
        self.assertEqual(got.stdout, "")
        self.assertEqual(got.stderr.count("\n"), 1)
        self.assertEqual(dump(self.file), before)
        return got.stderr.removeprefix("tandem-cli: ").rstrip("\n")

    def record(self, uid):
        return json.loads(self.words("show", uid, "--json"))

    def add_two(self):
        return self.add("person", name="Anna Beck"), self.add("people", name="Bo Chen")

    def add_pair(self):
        mentee, mentor = self.add_two()
        return self.add("pair", round=self.round, mentee=mentee, mentor=mentor)


class New(ChangeTest):
    def test_a_programme_with_a_first_round(self):
        programme = self.record(self.programme)
        self.assertEqual((programme["title"], programme["language"], programme["zone"]),
                         ("Pilot", "de", "Europe/Berlin"))
        self.assertEqual([r["kickoff"] for r in programme["rounds"]], ["2026-11-02"])
        self.words("check")

    def test_the_first_round_is_named_in_the_language_of_the_programme(self):
        self.assertEqual(self.words("list", "rounds").split("\t")[0], "Erste Runde")
        self.file = self.folder / "other.tandem"
        self.words("new", "--title", "Pilot", "--language", "en", language="de")
        self.assertEqual(self.words("list", "rounds").split("\t")[0], "First round")

    def test_a_file_with_a_programme_stays(self):
        self.assertIn("already", self.refused("new", "--title", "Another"))

    def test_what_is_wrong_leaves_no_file(self):
        self.file = self.folder / "other.tandem"
        for words, key in ((["--title", "  "], "title"), (["--title", "A", "--language", "fr"], "language"),
                           (["--title", "A", "--zone", "Europe/Atlantis"], "zone"), (["--title", "x" * 201], "title")):
            got = self.run_cli(self.file, "new", *words, expect=FAILED)
            self.assertTrue(got.stderr.startswith(f"tandem-cli: {key}: "), got.stderr)
            self.assertFalse(self.file.exists())
        self.run_cli(self.file, "new", expect=USAGE)
        self.assertFalse(self.file.exists())


class Kinds(ChangeTest):
    """One value of each kind, as it may be and as it may not."""

    def test_texts_are_cleaned_as_in_the_window(self):
        uid = self.add("person", name="A\x1b[31mnna\u202e\tBeck ", job_title=unicodedata.normalize("NFD", "Köchin"))
        self.assertEqual(self.record(uid)["name"], "A [31mnna Beck")
        self.assertEqual(self.record(uid)["job_title"], "Köchin")
        self.set(self.programme, reason="One\nTwo\x07")
        self.assertEqual(self.record(self.programme)["reason"], "One\nTwo")

    def test_both_roles_have_a_word_of_their_own(self):
        for words, name in ((["mentee_label=Guide", "mentor_label=guide"], "Guide"), (["mentor_label=Mentee"], "Mentee")):
            self.assertEqual(self.refused("set", self.programme, *words), f"Both roles are called “{name}”.")
        self.set(self.programme, mentee_label="Explorer", mentor_label="Guide")

    def test_a_text_has_a_length(self):
        self.assertEqual(self.refused("add", "person", "name=" + "ä" * 10_000),
                         "name: at most 200 characters are possible.")
        self.assertEqual(self.refused("set", self.programme, "reason=" + "x\n" * 5_000),
                         "reason: at most 2000 characters are possible.")
        self.set(self.programme, reason="ä" * 2000)

    def test_a_text_is_utf_8(self):
        self.assertEqual(self.refused("add", "person", b"name=\xff\xfe".decode("utf-8", "surrogateescape")),
                         "name: this is no text in UTF-8.")

    def test_an_empty_value_takes_away(self):
        uid = self.add("person", name="Anna", department="Sales", reports_to=self.add("person", name="Bo"))
        self.set(uid, department="", reports_to="")
        self.assertEqual((self.record(uid)["department"], self.record(uid)["reports_to"]), ("", None))
        self.assertEqual(self.refused("set", uid, "name="), "name: “Name” must not be empty.")

    def test_a_value_may_have_an_equals_sign(self):
        self.set(self.programme, reason="a=b=c")
        self.assertEqual(self.record(self.programme)["reason"], "a=b=c")

    def test_days(self):
        self.set(self.round, kickoff="2028-02-29")
        self.assertEqual(self.record(self.round)["kickoff"], "2028-02-29")
        for value in ("29.2.2028", "2027-02-29", "tomorrow"):
            self.assertEqual(self.refused("set", self.round, f"kickoff={value}"),
                             "kickoff: please enter a day such as 2027-03-31.")
        self.set(self.round, kickoff="")
        self.assertIsNone(self.record(self.round)["kickoff"])

    def test_codes_are_the_words_of_the_file(self):
        self.set(self.round, type="pilot")
        self.assertEqual(self.record(self.round)["type"], "pilot")
        for value in ("Pilot", "pilots", ""):
            self.assertEqual(self.refused("set", self.round, f"type={value}"),
                             "type: please choose one of regular, pilot.")

    def test_numbers_have_a_range(self):
        self.set(self.round, minutes="90")
        for value in ("4", "601", "an hour", "", "60.5", "9" * 30):
            self.assertEqual(self.refused("set", self.round, f"minutes={value}"),
                             "minutes: please enter a whole number from 5 to 600.")

    def test_yes_and_no(self):
        uid = self.add("person", name="Anna")
        for value, expected in (("yes", True), ("no", False), ("1", True), ("0", False), ("true", True),
                                ("false", False)):
            self.set(uid, external=value)
            self.assertIs(self.record(uid)["external"], expected)
        self.assertIn("yes, no", self.refused("set", uid, "external=perhaps"))

    def test_addresses(self):
        self.assertIn("email: “a@b” is not an e-mail address",
                      self.refused("add", "person", "name=A", "email=a@b"))

    def test_zones(self):
        self.assertEqual(self.refused("set", self.programme, "zone=Mars"),
                         "zone: please enter a time zone such as Europe/Berlin.")
        self.set(self.programme, zone="Asia/Calcutta")
        self.assertEqual(self.record(self.programme)["zone"], "Asia/Kolkata")

    def test_links(self):
        anna, bo = self.add_two()
        self.set(anna, reports_to=bo)
        self.assertEqual(self.record(anna)["reports_to"], bo)
        self.assertEqual(self.refused("set", anna, "reports_to=Bo Chen"),
                         "reports_to: please enter a uid that “list people --json” prints.")
        self.assertEqual(self.refused("set", anna, f"reports_to={self.round}"),
                         "reports_to: this uid is one of “list rounds”; please enter one of “list people”.")

    def test_times_of_the_wall_clock(self):
        pair = self.add_pair()
        self.set(self.programme, organizer_email="hr@example.org")
        for value in ("2027-01-12", "2027-01-12T25:00", "2027-01-12T10:60", "2027-01-12T10:00Z", "2027-02-29T10:00",
                      "2027-01-12T10:00:30", "2027-01-12T1000", "2027-01-12Tä0:00", "tomorrow"):
            self.assertEqual(self.refused("add", "meeting", f"pair={pair}", f"local_start={value}"),
                             "local_start: please enter a day and an hour such as 2027-03-31T10:00.")
        self.assertIn("clocks go forward",
                      self.refused("add", "meeting", f"pair={pair}", "local_start=2027-03-28T02:30"))


class Keys(ChangeTest):
    def test_a_hyphen_is_an_underscore(self):
        uid = self.add("person", name="Anna", **{"job-title": "Cook"})
        self.assertEqual(self.record(uid)["job_title"], "Cook")

    def test_the_last_value_counts(self):
        self.words("set", self.programme, "title=First", "title=Second")
        self.assertEqual(self.record(self.programme)["title"], "Second")

    def test_an_unknown_key_names_those_there_are(self):
        got = self.refused("set", self.programme, "colour=red")
        self.assertTrue(got.endswith("zone, language."), got)
        self.assertNotIn("self", got)
        self.refused("set", self.programme, "=red")

    def test_what_is_missing_is_named(self):
        for words, message in ((["person"], "name: “Name” must not be empty."),
                               (["need", f"topic={self.add('topic', title='Chat')}"],
                                "person: “Person” must not be empty."),
                               (["pair", f"round={self.round}"], "mentee: “Mentee” must not be empty."),
                               (["goal", "title=A"], "pair: “Tandem” must not be empty."),
                               (["step", "title=A"], None), (["series"], "pair: “Tandem” must not be empty.")):
            if message:
                self.assertEqual(self.refused("add", *words), message)
            else:
                self.run_cli(self.file, "add", *words, expect=USAGE)

    def test_what_the_program_keeps_is_refused_with_a_reason(self):
        pair = self.add_pair()
        self.set(self.programme, organizer_email="hr@example.org")
        meeting = self.add("meeting", pair=pair, local_start="2027-01-12T10:00")
        self.assertIn("Tandem keeps it", self.refused("set", meeting, "sequence=3"))
        self.assertIn("it follows", self.refused("set", meeting, "start=3"))
        self.assertIn("chosen once", self.refused("set", pair, f"round={self.round}"))
        for key in ("uid", "id"):
            self.assertIn(f"no key “{key}”", self.refused("set", pair, f"{key}=1"))

    def test_wrong_words_are_exit_code_2(self):
        for words in (["add"], ["add", "ponies"], ["add", "person", "Anna"], ["set"], ["set", self.round],
                      ["set", self.round, "minutes"], ["remove"], ["remove", self.round, self.round], ["show"],
                      ["show", "--loud", self.round], ["new"]):
            with self.subTest(words):
                before = dump(self.file)
                self.run_cli(self.file, *words, expect=USAGE)
                self.assertEqual(dump(self.file), before)

    def test_one_wrong_value_changes_nothing(self):
        self.refused("set", self.programme, "title=New", "zone=Mars")

    def test_errors_are_in_the_language_of_the_program(self):
        self.assertEqual(self.refused("set", self.round, "minutes=4", language="de"),
                         "minutes: bitte eine ganze Zahl von 5 bis 600 angeben.")
        self.assertEqual(self.refused("set", self.round, "title=", language="de"),
                         "title: „Titel“ darf nicht leer sein.")
        uid = self.add("person", name="Anna")
        self.words("set", uid, "external=ja", language="de")
        self.assertIs(self.record(uid)["external"], True)


class Ways(ChangeTest):
    """A value does what it does in the window, and is refused where the window refuses it."""

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
        self.assertEqual([(e["happened_on"], e["kind"], e["to_state"], e["until"], e["note"]) for e in record["history"]],
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
                (["state=paused", "happened_on=2026-11-03"], "This day is still to come. Please note it when it is there."),
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


class CopyRound(ChangeTest):
    def copy(self, *options):
        return self.words("copy-round", self.round, "--kickoff", "2027-03-30", *options)

    def test_dates_move_and_nobody_comes_along(self):
        anna = self.add("person", name="Anna")
        self.add("participation", round=self.round, person=anna)
        self.set(self.round, kickoff="2027-03-23", end_date="2027-06-30", minutes=90, question="Is it worth it?")
        before = self.record(self.round)
        copy = self.record(self.copy())
        self.assertEqual((copy["kickoff"], copy["end_date"], copy["minutes"], copy["number"], copy["question"]),
                         ("2027-03-30", "2027-07-07", 90, 2, ""))
        self.assertEqual(copy["participations"], [])
        self.assertEqual(self.record(self.round), before)

    def test_who_is_named_comes_along(self):
        anna, bo = self.add_two()
        for person, state in ((anna, "alumni"), (bo, "matched")):
            self.add("participation", round=self.round, person=person, state=state)
        copy = self.record(self.copy("--with", anna, "--with", bo, "--with", anna))
        self.assertEqual([(p["person"], p["state"]) for p in copy["participations"]],
                         [(anna, "alumni"), (bo, "invited")])
        self.assertIn(f"Nobody with the uid “{self.round}”",
                      self.refused("copy-round", self.round, "--kickoff", "2027-03-30", "--with", self.round))

    def test_wrong_words(self):
        for words in ([self.round], [self.round, "--kickoff", "30.3.2027"], ["--kickoff", "2027-03-30"]):
            self.run_cli(self.file, "copy-round", *words, expect=USAGE)
        self.assertIn("no round", self.refused("copy-round", "Mars", "--kickoff", "2027-03-30"))


class Verbs(ChangeTest):
    def test_nothing_with_that_uid(self):
        for uid in ("00000000-0000-4000-8000-000000000000", "Anna", ""):
            for words in (["set", uid, "title=A"], ["remove", uid], ["show", uid]):
                self.assertIn(f"nothing with the uid “{uid}”", self.refused(*words))

    def test_there_is_no_other_way_to_history(self):
        pair = self.add_pair()
        event = self.record(pair)["history"][0]["uid"]
        self.assertIn("by itself", self.refused("add", "history", f"pair={pair}"))
        self.assertIn("by itself", self.refused("remove", event))
        self.set(event, note="As agreed on the telephone", happened_on="2026-10-01")
        self.assertEqual([(e["note"], e["happened_on"]) for e in self.listed("history")],
                         [("As agreed on the telephone", "2026-10-01")])
        self.assertEqual(self.refused("set", event, "happened_on=2026-11-03"),
                         "happened_on: This day is still to come. Please note it when it is there.")
        self.assertIn("follows", self.refused("set", event, "until=2026-12-01"))
        self.assertIn("by itself", self.refused("add", "programme", "title=A"))
        self.assertIn("the file itself", self.refused("remove", self.programme))

    def test_people_of_a_tandem_stay(self):
        pair = self.record(self.add_pair())
        self.assertIn("belongs to a tandem and its history", self.refused("remove", pair["mentee"]["uid"]))
        self.words("remove", pair["uid"])
        self.words("remove", pair["mentee"]["uid"])
        self.assertEqual(self.listed("history"), [])

    def test_a_goal_and_its_steps_come_last_and_can_be_moved(self):
        goal = self.add("goal", pair=self.add_pair(), side="joint", title="Learn")
        steps = [self.add("step" "s", goal=goal, title=title) for title in ("One", "Two", "Three")]
        self.set(steps[2], position=1)
        self.set(steps[0], done="yes")
        record = self.record(goal)
        self.assertEqual([step["title"] for step in record["steps"]], ["Three", "One", "Two"])
        self.assertEqual((record["side"], record["state"]), ("joint", "in_progress"))
        other = self.add("goal", pair=self.record(goal)["pair"], title="Another")
        self.add("steps", goal=other, title="Open")
        self.assertEqual(self.record(other)["state"], "open")
        self.add("steps", goal=other, title="Done", done="yes")
        self.assertEqual((self.record(other)["state"], self.record(other)["position"]), ("in_progress", 1))
        self.set(goal, side="mentor", output="A list", due="2027-03-01", state="partly")
        record = self.record(goal)
        self.assertEqual((record["side"], record["output"], record["due"], record["state"]),
                         ("mentor", "A list", "2027-03-01", "partly"))
        self.assertIn("one after the other", self.refused("set", goal, "position=1", "title=A"))
        self.assertEqual(self.refused("set", steps[0], "position=4"),
                         "position: please enter a whole number from 1 to 3.")

    def test_a_place_is_one_among_the_goals_of_a_side(self):
        pair = self.add_pair()
        own = self.add("goal", pair=pair, title="One")
        first, second = (self.add("goal", pair=pair, side="mentor", title=title) for title in ("Two", "Three"))
        self.assertEqual(self.refused("set", own, "position=2"),
                         "position: please enter a whole number from 1 to 1.")
        self.set(first, position=2)
        self.assertEqual([goal["title"] for goal in self.record(pair)["goals"]], ["One", "Three", "Two"])
        for words in (["goal", f"pair={pair}"], ["steps", f"goal={second}"]):
            self.assertEqual(self.refused("add", *words, "title=New", "position=1"),
                             "position: please move and change one after the other.")

    def test_a_series_has_its_meetings(self):
        pair = self.add_pair()
        words = ["add", "series", f"pair={pair}", "local_start=2027-01-12T10:00", "rule=FREQ=MONTHLY;BYDAY=2TU;COUNT=3"]
        self.assertEqual(self.refused(*words[:-1], "rule=FREQ=MONTHLY;BYDAY=1TU;COUNT=3"),
                         "rule: The first date does not fit the repetition.")
        self.assertIn("rule: ", self.refused(*words[:-1], "rule=FREQ=HOURLY"))
        self.assertIn("state: ", self.refused(*words, "state=cancelled"))
        series = self.words(*words, "summary_mode=topic", "place=Library")
        self.assertEqual(self.record(series)["summary_mode"], "topic")
        self.assertEqual([m["local_start"] for m in self.listed("meetings")],
                         ["2027-01-12T10:00:00", "2027-02-09T10:00:00", "2027-03-09T10:00:00"])
        self.assertEqual([m["kind"] for m in self.listed("meetings")], ["getting_to_know", "topic", "topic"])
        self.set(series, state="cancelled")
        self.assertEqual({m["state"] for m in self.listed("meetings")}, {"cancelled"})

    def test_a_meeting_is_moved_recorded_and_cancelled_as_in_the_window(self):
        self.set(self.programme, organizer_email="hr@example.org")
        meeting = self.add("meeting", pair=self.add_pair(), local_start="2027-01-12 10:00", kind="informal",
                           zone="Europe/London")
        self.set(meeting, local_start="2027-07-12T10:00", topic="Chat")
        record = self.record(meeting)
        self.assertEqual((record["start"], record["zone"], record["kind"], record["topic"]),
                         ("2027-07-12T09:00:00Z", "Europe/London", "informal", "Chat"))
        self.assertEqual(record["recurrence_id"], "2027-01-12T10:00:00")
        self.run_cli(self.file, "set", meeting, "state=held", "outcome=yes", now="2027-07-12T11:00:00Z")
        record = self.record(meeting)
        self.assertEqual((record["state"], record["outcome"]), ("held", "yes"))
        self.assertEqual({a["took_part"] for a in record["attendees"]}, {"yes"})
        self.assertIn("invitation", self.refused("set", meeting, "state=invited"))
        self.assertIn("cancelled", self.refused("remove", meeting))

    def test_who_answers_by_telephone(self):
        self.set(self.programme, organizer_email="hr@example.org")
        series = self.add("series", pair=self.add_pair(), local_start="2027-01-12T10:00")
        attendee = self.record(series)["attendees"][0]
        self.set(attendee["uid"], reply="accepted")
        self.assertEqual(self.record(attendee["uid"])["reply"], "accepted")
        self.assertNotEqual(self.record(attendee["uid"])["replied"], 0)

    def test_what_belongs_to_a_record_is_shown_with_it(self):
        anna = self.add("person", name="Anna")
        topic = self.add("topic", title="Chat", area="Digital")
        need = self.add("need", person=anna, topic=topic, strength=3)
        interest = self.add("interest", person=anna, title="Sailing")
        self.assertEqual([n["uid"] for n in self.record(anna)["needs"]], [need])
        self.assertEqual([n["uid"] for n in self.record(topic)["needs"]], [need])
        whole = self.record(self.programme)
        self.assertEqual(whole["people"][0]["needs"][0]["topic"], topic)
        self.assertEqual(whole["people"][0]["interests"][0]["uid"], interest)
        self.assertEqual(whole["topics"][0]["needs"], [])
        lines = self.words("show", anna).splitlines()
        self.assertIn("Name\tAnna", lines)
        self.assertIn(f"need\t{need}", lines)

    def test_lists_for_people(self):
        anna, bo = self.add_two()
        topic = self.add("topic", title="Chat", area="Digital")
        need = self.add("need", person=anna, topic=topic, noted_on="")
        offer = self.add("offer", person=bo, topic=topic, strength=3, source="manager", noted_on="")
        interest = self.add("interest", person=anna, title="Sailing")
        pair = self.add("pair", round=self.round, mentee=anna, mentor=bo)
        self.assertEqual(self.words("list", "topics"), f"Digital\tChat\t{topic}")
        self.assertEqual(self.words("list", "needs"), f"Anna Beck\tChat\t2\tOwn assessment\t\t{need}")
        self.assertEqual(self.words("list", "offers"), f"Bo Chen\tChat\t3\tManager\t\t{offer}")
        self.assertEqual(self.words("list", "interests"), f"Anna Beck\tSailing\t{interest}")
        event = self.record(pair)["history"][0]["uid"]
        self.assertEqual(self.words("list", "history"), f"2026-11-02\tAnna Beck\tBo Chen\tProposed\t{event}")
        self.assertEqual(self.words("list", "needs", "--round", self.round), self.words("list", "needs"))
        other = self.add("round", number=2, title="Next", minutes=60)
        for what in ("needs", "offers", "interests", "history"):
            self.assertEqual(self.words("list", what, "--round", other), "")

    def test_needs_are_listed_in_a_file_without_a_programme(self):
        anna = self.add("person", name="Anna")
        topic = self.add("topic", title="Chat")
        need = self.add("need", person=anna, topic=topic)
        with sqlite3.connect(self.file) as db:
            db.execute("DELETE FROM programme")
        self.assertEqual([record["uid"] for record in self.listed("needs")], [need])
        self.assertEqual([record["uid"] for record in self.record(topic)["needs"]], [need])


if __name__ == "__main__":
    unittest.main()
