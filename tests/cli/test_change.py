#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A programme that is begun and changed by tandem-cli: new, add, set, remove and show."""

import sqlite3
import unicodedata
import unittest

from change_case import ChangeTest
from cli_case import FAILED, USAGE, dump


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
        for words, name in ((["mentee_label=Guide", "mentor_label=guide"], "Guide"),
                            (["mentor_label=Mentee"], "Mentee")):
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
