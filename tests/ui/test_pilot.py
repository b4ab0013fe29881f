# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The beginning of the pilot of tests/cli/test_pilot.py in a window, by keyboard alone: the file holds the same."""

import datetime
import sqlite3
import sys
from pathlib import Path

from keys_only import KeysOnly
from programme_case import ProgrammeCase

sys.path.append(str(Path(__file__).resolve().parent.parent / "cli"))

from pilot_story import PilotStory, mask  # noqa: E402

REASON = "Digitales Wissen fehlt und lässt sich nicht einkaufen: Es muss im Haus wachsen."
QUESTION = "Lernen Führungskräfte von Jüngeren, was ihnen kein Seminar zeigt?"


class Pilot(ProgrammeCase):
    def go_on(self, day):
        """Nine o'clock of another day: the window is opened anew."""
        self.app.env["TANDEM_NOW"] = f"{day}T09:00:00Z"
        self.app.restart()
        self.keys = KeysOnly(self.app)

    def begin(self, day):
        self.path = self.make_folder() / "pilot.tandem"
        self.app = self.start(env={"TANDEM_NOW": f"{day}T09:00:00Z"})
        self.keys = keys = KeysOnly(self.app)
        chooser = keys.open("New Programme", "Alt+c")
        name = chooser.find("entry", "Name:")
        self.app.wait_until(lambda: "focused" in name.states, "the name to have the focus")
        self.app.key("Control+a")
        self.app.type_text(str(self.path))
        self.app.wait_until(lambda: name.text == str(self.path), "the path")
        keys.close("Return")
        self.app.wait_until(lambda: "First round" in self.app.labels(), "the empty programme")

    def describe_programme(self):
        keys = self.keys
        self.app.window("Programme")
        for name, text in (("Title", "Perspektivwechsel"), ("Company", "Nordlicht AG"),
                           ("Why it exists Why it exists", REASON), ("Sponsor", "Dr. Ines Albrecht"),
                           ("Owner", "Talents & Culture"), ("Organizer", "Talents & Culture"),
                           ("E-mail of the organizer", "perspektivwechsel@example.org")):
            keys.write(name, text)
        keys.choose("Language of messages", "German")
        keys.close("Alt+s")

    def describe_round(self):
        keys = self.keys
        self.app.key("Alt+5")
        keys.menu("Edit Round…")
        self.app.window("Round")
        keys.write("Title", "Pilot")
        keys.choose("Type", "Pilot")
        keys.pick("Kick-off", datetime.date(2027, 2, 1))
        keys.pick("End", datetime.date(2027, 4, 30))
        keys.write("Test question Test question", QUESTION)
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
            keys.write("Strength Strength", str(strength))
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

    def go_to_round(self):
        self.app.key("Alt+5")
        self.go_to_menu("Main Menu")

    def take_in(self, button, name, role, source):
        keys = self.keys
        self.go_to_round()
        keys.press(button)
        if button == "Add People":
            self.app.find("menu item", "People of the Programme…")
            self.app.key("Return")
        self.app.window("Add People")
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
        self.app.window("New State of 2 People")
        self.keys.close("Return")
        self.toast(self.app, "Participation changed")
        self.change_all("Told Today")
        self.app.wait_until(lambda: "Not told yet" not in self.app.labels(), "both to be told")

    def of_the_cli(self):
        story = PilotStory()
        story.setUp()
        self.addCleanup(story.doCleanups)
        story.prepare()
        return story.show("2027-01-18")

    def test_from_an_empty_file_to_who_takes_part_as_by_the_cli(self):
        self.begin("2027-01-11")
        self.describe_programme()
        self.describe_round()
        self.add_person("Karin Möller", "karin.moeller@example.org", "Vertriebsleiterin", "Vertrieb", "Division management")
        self.add_person("Jonas Weber", "jonas.weber@example.org", "Auszubildender", "IT", "Apprentice")
        self.say_topics()
        self.take_in("Add People…", "Karin Möller", "Mentee", "Approached")
        self.take_in("Add People", "Jonas Weber", "Mentor", "Applied")
        self.go_on("2027-01-18")
        self.accept_both()

        with sqlite3.connect(f"file:{self.path}?mode=ro", uri=True) as db:
            programme, = db.execute("SELECT uid FROM programme").fetchone()
        self.maxDiff = None
        self.assertEqual(mask(self.cli(self.path, "show", programme, "--json").rstrip("\n")) + "\n", self.of_the_cli())
