# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The pilot of tests/cli/test_pilot.py in a window, by keyboard alone: the file holds the same.

Each test goes through a part of the story.  It begins with the file that the command has made up to there, the first
one with an empty file, and ends with what the command makes of that part; the last one with the golden file, as the
command does.
"""

import datetime
import sys
from pathlib import Path

from keys_only import KeysOnly
from programme_case import ProgrammeCase, at_nine

sys.path.append(str(Path(__file__).resolve().parent.parent / "cli"))

from pilot_story import PARTS, PilotStory, mask  # noqa: E402

GOLDEN = Path(__file__).resolve().parent.parent / "cli" / "pilot.json"

REASON = "Digitales Wissen fehlt und lässt sich nicht einkaufen: Es muss im Haus wachsen."
QUESTION = "Lernen Führungskräfte von Jüngeren, was ihnen kein Seminar zeigt?"


class Pilot(ProgrammeCase):
    def go_on(self, day):
        """Nine o'clock of another day: the window is opened anew."""
        self.restart_on(self.app, day)
        self.keys = KeysOnly(self.app)

    def begin(self, day):
        self.path = self.make_folder() / "pilot.tandem"
        self.app = self.start(env={"TANDEM_NOW": at_nine(day)})
        self.keys = keys = KeysOnly(self.app)
        chooser = keys.open("New Programme", "Alt+c")
        name = chooser.find("entry", "Name:")
        self.app.wait_until(lambda: "focused" in name.states, "the name to have the focus")
        self.app.key("Control+a")
        self.app.type_text(str(self.path))
        self.app.wait_until(lambda: name.text == str(self.path), "the path")
        keys.close("Return")

    def describe_programme(self):
        keys = self.keys
        keys.dialog("Programme")
        for name, text in (("Title", "Perspektivwechsel"), ("Company", "Nordlicht AG"),
                           ("Why it exists", REASON), ("Sponsor", "Dr. Ines Albrecht"),
                           ("Owner", "Talents & Culture"), ("Organizer", "Talents & Culture"),
                           ("E-mail of the organizer", "perspektivwechsel@example.org")):
            keys.write(name, text)
        keys.choose("Language of messages", "German")
        keys.close("Alt+s")
        self.app.wait_until(lambda: "First round" in self.app.labels(), "the empty programme")

    def describe_round(self):
        keys = self.keys
        self.app.key("Alt+5")
        keys.menu("Edit Round…")
        keys.dialog("Round")
        keys.write("Title", "Pilot")
        keys.choose("Type", "Pilot")
        keys.pick("Kick-off", datetime.date(2027, 2, 1))
        keys.pick("End", datetime.date(2027, 4, 30))
        keys.write("Test question", QUESTION)
        keys.close("Alt+s")

    def add_person(self, name, email, job, department, level):
        keys = self.keys
        keys.open("New Person", "Control+Shift+n")
        for field, text in (("Name", name), ("E-mail", email), ("Job title", job), ("Department", department)):
            keys.write(field, text)
        keys.choose("Level", level)
        keys.close("Alt+a")

    def go_to_person(self, name):
        self.app.key("Alt+2", "Control+f", "Control+a")
        self.app.type_text(name)
        self.app.wait_until(lambda: "1 person" in self.app.labels(), f"{name} alone")
        self.app.key("Down")
        self.app.key("Return")
        self.app.wait_until(lambda: "Wants to Learn" in self.app.labels(), f"the page of {name}")
        self.go_to_menu("Menu of the Person")

    def add_topic(self, entry, topic, strength=None, source=None):
        keys = self.keys
        keys.write(entry, topic)
        self.app.key("Return")
        if strength:
            keys.go_to("More", key="Shift+Tab")
            keys.menu("Edit…", "space")
            self.app.wait_until(lambda: len(self.app.children) == 2, "the dialog of a topic")
            keys.count("Strength", str(strength))
            if source:
                keys.choose("Source", source)
            keys.close("Alt+s")

    def say_topics(self):
        self.go_to_person("Karin")
        self.add_topic("Add a topic to learn", "KI im Alltag", 3, "Feedback talk")
        self.add_topic("Add a topic to pass on", "Verhandeln", 3)
        self.app.key("Alt+Left")
        self.go_to_person("Jonas")
        self.add_topic("Add a topic to learn", "Verhandeln")
        self.add_topic("Add a topic to pass on", "ki im alltag", 3)
        self.app.key("Alt+Left")

    def go_to_menu(self, button):
        """To the page: once its menu has closed again, the focus is on the button of the menu."""
        self.app.key("F10")
        self.app.wait_until(lambda: getattr(self.keys.told(), "role", "") == "menu item", "the menu")
        self.app.key("Escape")
        self.app.wait_until(lambda: getattr(self.keys.told(), "name", "") == button, "the focus in the page")

    def go_to_page(self, key):
        self.app.key(key)
        self.go_to_menu("Main Menu")

    def go_to_tandem(self):
        self.app.key("Alt+1", "Control+f", "Control+a")
        self.app.type_text("Karin")
        self.app.wait_until(lambda: "1 tandem" in self.app.labels(), "one tandem")
        self.app.key("Down")
        self.app.key("Return")
        self.app.wait_until(lambda: "Goals of Karin Möller" in self.app.labels(), "the page of the tandem")
        self.go_to_menu("Menu of the Tandem")

    def take_in(self, button, name, role, source):
        keys = self.keys
        self.go_to_page("Alt+5")
        keys.press(button)
        if button == "Add People":
            self.app.find("menu item", "People of the Programme…")
            self.app.key("Return")
        keys.dialog("Add People")
        keys.choose("Role", role)
        keys.choose("How They Came", source)
        keys.choose("State", "Applied")
        keys.press(name, "check box")
        keys.close("Alt+a")

    def change_all(self, item):
        self.keys.menu("Select People")
        self.keys.press("Select All or None")
        self.keys.go_to("Change…")
        self.keys.menu(item, "space")

    def accept_both(self):
        self.app.key("Alt+5")
        self.app.wait_until(lambda: "2 participations" in self.app.labels(), "who takes part")
        self.change_all("State…")
        self.keys.dialog("New State of 2 People")
        self.keys.close("Return")
        self.toast(self.app, "Participation changed")
        self.change_all("Told Today")
        self.app.wait_until(lambda: "Not told yet" not in self.app.labels(), "both to be told")

    def bring_together(self):
        keys = self.keys
        keys.open("New Tandem", "Control+n")
        keys.search("Mentee (learns)", "Karin Möller")
        keys.search("Mentor (gives)", "Jonas Weber")
        keys.write("Topic (can be chosen later)", "KI im Alltag")
        keys.close("Alt+a")
        self.toast(self.app, "Tandem added")
        for day, item, done in (("2027-01-19", "Mentee Has Been Asked", "Mentee asked"),
                                ("2027-01-21", "Mentor Has Been Asked", "Mentor asked"),
                                ("2027-01-25", "Confirm", "Tandem confirmed")):
            self.go_on(day)
            self.go_to_tandem()
            self.keys.menu(item)
            self.toast(self.app, done)

    def kick_off(self):
        keys = self.keys
        self.go_to_page("Alt+5")
        keys.go_to("Other States")
        keys.menu("Start the Round", "space")
        self.toast(self.app, "Round changed")
        self.go_to_tandem()
        keys.menu("Activate…")
        keys.dialog("Activate the Tandem")
        keys.close("Return")
        self.toast(self.app, "Tandem active")

    def add_goal(self):
        keys = self.keys
        keys.go_to("Add a goal")
        self.app.type_text("Angebote mit KI vorbereiten")
        self.app.key("Return")
        self.app.wait_until(lambda: "Angebote mit KI vorbereiten" in self.app.labels(), "the goal")
        keys.go_to("More", key="Shift+Tab")
        keys.menu("Details…", "space")
        keys.dialog("Goal")
        keys.write("Result", "Eine Vorlage, die das Team nutzt")
        keys.close("Alt+s")
        keys.go_to("Add a step")
        for step in ("Drei Angebote sammeln", "Eine Vorlage entwerfen"):
            self.app.type_text(step)
            self.app.key("Return")
            self.app.wait_until(lambda: step in self.app.labels(), step)

    def plan_informal(self):
        keys = self.keys
        self.go_to_tandem()
        keys.menu("Plan Meetings…")
        keys.dialog("Plan Meetings")
        keys.pick("First Date", datetime.date(2027, 2, 4))
        keys.count("Start", "12:00")
        keys.choose("Repeat", "Once")
        keys.write("Place", "Kantine")
        keys.choose("First Meeting", "Informal")
        keys.close("Alt+p")
        self.toast(self.app, "Meeting planned")

    def plan_monthly(self):
        keys = self.keys
        self.go_to_tandem()
        keys.menu("Plan Meetings…")
        keys.dialog("Plan Meetings")
        keys.pick("First Date", datetime.date(2027, 2, 16))
        keys.count("Number of Meetings", "3")
        keys.write("Place", "Raum 4.12")
        keys.choose("First Meeting", "Topic meeting")
        keys.close("Alt+p")
        self.toast(self.app, "Meetings planned")

    def took_place(self):
        """Record the only meeting that waits for it."""
        self.go_to_page("Alt+3")
        self.keys.go_to("To Record (1)", key="Shift+Tab")
        self.app.key("space")
        self.keys.press("Took Place")
        self.toast(self.app, "Meeting took place")

    def open_meeting(self, view, number=0):
        """The details of one of the meetings in a view, counted from the first"""
        self.go_to_page("Alt+3")
        self.keys.go_to(view, key="Shift+Tab")
        self.app.key("space")
        self.keys.go_to("", "list item")
        self.app.key(*["Down"] * number, "Alt+Return")
        self.keys.dialog("Meeting")

    def note_that_it_was_good(self):
        self.open_meeting("All")
        self.keys.choose("Outcome", "Goal reached")
        self.keys.close("Alt+s")
        self.toast(self.app, "Meeting changed")

    def prepare_meeting(self, number, topic, wish):
        keys = self.keys
        self.open_meeting("Upcoming", number)
        keys.write("Topic", topic)
        keys.write("Goal of the meeting", wish)
        keys.search("Goal of the Tandem That It Serves", "Angebote mit KI vorbereiten")
        keys.write("Agenda", "Woran merken wir, dass es hilft?")
        keys.close("Alt+s")
        self.toast(self.app, "Meeting changed")

    def reached(self):
        self.took_place()
        self.app.wait_until(lambda: "Goal reached?" in self.app.labels(), "the question")
        self.app.key("Alt+y")
        self.toast(self.app, "Outcome noted")

    def tell(self, until):
        """The story as the command tells it, up to this part and with it"""
        story = PilotStory()
        story.setUp()
        self.addCleanup(story.doCleanups)
        for part in PARTS[:PARTS.index(until) + 1]:
            getattr(story, part)()
        return story

    def go_on_after(self, part, day):
        """A window on the file that the command has made up to this part"""
        self.path = self.tell(part).file
        self.app = self.start(self.path, env={"TANDEM_NOW": at_nine(day)})
        self.keys = KeysOnly(self.app)

    def expect(self, expected):
        (programme,), = self.sql("SELECT uid FROM programme")
        self.maxDiff = None
        self.assertEqual(mask(self.cli(self.path, "show", programme, "--json").rstrip("\n")) + "\n", expected)

    def expect_as_told(self, part, day):
        self.expect(self.tell(part).show(day))

    def test_from_an_empty_file_to_a_round_with_its_question(self):
        self.begin("2027-01-11")
        self.describe_programme()
        self.describe_round()
        self.expect_as_told("describe", "2027-01-11")

    def test_two_people_and_what_they_need_and_can_pass_on(self):
        self.go_on_after("describe", "2027-01-11")
        self.add_person("Karin Möller", "karin.moeller@example.org", "Vertriebsleiterin", "Vertrieb",
                        "Division management")
        self.add_person("Jonas Weber", "jonas.weber@example.org", "Auszubildender", "IT", "Apprentice")
        self.say_topics()
        self.expect_as_told("add_people", "2027-01-11")

    def test_both_take_part_and_are_told(self):
        self.go_on_after("add_people", "2027-01-11")
        self.take_in("Add People…", "Karin Möller", "Mentee", "Approached")
        self.take_in("Add People", "Jonas Weber", "Mentor", "Applied")
        self.go_on("2027-01-18")
        self.accept_both()
        self.expect_as_told("take_in", "2027-01-18")

    def test_one_tandem_from_proposed_to_active_and_its_goal(self):
        self.go_on_after("take_in", "2027-01-18")
        self.bring_together()
        self.go_on("2027-02-01")
        self.kick_off()
        self.add_goal()
        self.expect_as_told("bring_together", "2027-02-01")

    def test_an_informal_meeting_that_was_good(self):
        self.go_on_after("bring_together", "2027-02-01")
        self.plan_informal()
        self.go_on("2027-02-05")
        self.took_place()
        self.note_that_it_was_good()
        self.expect_as_told("meet_informally", "2027-02-05")

    def test_monthly_meetings(self):
        self.go_on_after("meet_informally", "2027-02-05")
        self.plan_monthly()
        self.expect_as_told("plan", "2027-02-05")

    def test_what_meetings_are_about_and_whether_they_reached_it(self):
        self.go_on_after("plan", "2027-02-05")
        self.prepare_meeting(0, "KI im Alltag", "Drei Beispiele ausprobieren")
        self.prepare_meeting(1, "Ein gutes Angebot", "Eine Vorlage entwerfen")
        for day in ("2027-02-17", "2027-03-17"):
            self.go_on(day)
            self.reached()
        self.expect(GOLDEN.read_text())
