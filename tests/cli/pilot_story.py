# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""The steps of a pilot by tandem-cli alone, and what two files with the same content have in common."""

import json
import re

from cli_case import CliTest

UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


PARTS = ("describe", "add_people", "take_in", "bring_together", "meet_informally", "plan", "meet")
"""The methods that tell the story, in their order"""


def mask(text):
    """Uids by the order in which they come: the same file content gives the same text."""
    known = {}
    return UID.sub(lambda uid: known.setdefault(uid[0], f"uid-{len(known) + 1}"), text)


class PilotStory(CliTest):
    """Its steps, day by day; without a test of its own, so that the window tests can go the same way."""

    def at(self, day, *words):
        return self.run_cli(self.file, *words, now=f"{day}T09:00:00Z").stdout.rstrip("\n")

    def describe(self):
        """Reason and sponsor, the pilot and its question"""
        day = "2027-01-11"
        self.programme = self.at(day, "new", "--title", "Perspektivwechsel", "--language", "de", "--zone",
                                 "Europe/Berlin")
        self.at(day, "set", self.programme, "company=Nordlicht AG", "sponsor=Dr. Ines Albrecht",
                "owner=Talents & Culture",
                "reason=Digitales Wissen fehlt und lässt sich nicht einkaufen: Es muss im Haus wachsen.",
                "organizer_name=Talents & Culture", "organizer_email=perspektivwechsel@example.org")
        self.round = json.loads(self.at(day, "list", "rounds", "--json"))[0]["uid"]
        self.at(day, "set", self.round, "title=Pilot", "type=pilot", "kickoff=2027-02-01", "end_date=2027-04-30",
                "question=Lernen Führungskräfte von Jüngeren, was ihnen kein Seminar zeigt?", "minutes=60")

    def add_people(self):
        """Two people, and what they need and can pass on"""
        day = "2027-01-11"
        self.mentee = self.at(day, "add", "person", "name=Karin Möller", "email=karin.moeller@example.org",
                              "department=Vertrieb", "job_title=Vertriebsleiterin", "level=2")
        self.mentor = self.at(day, "add", "person", "name=Jonas Weber", "email=jonas.weber@example.org",
                              "department=IT", "job_title=Auszubildender", "level=7")
        self.at(day, "add", "need", f"person={self.mentee}", "topic=KI im Alltag", "strength=3", "source=feedback_talk")
        self.at(day, "add", "offer", f"person={self.mentor}", "topic=ki im alltag", "strength=3")
        self.at(day, "add", "need", f"person={self.mentor}", "topic=Verhandeln")
        self.at(day, "add", "offer", f"person={self.mentee}", "topic=Verhandeln", "strength=3")

    def take_in(self):
        """Both take part, and are told"""
        day = "2027-01-11"
        for person, role, source in ((self.mentee, "mentee", "approached"), (self.mentor, "mentor", "applied")):
            part = self.at(day, "add", "participation", f"round={self.round}", f"person={person}", f"role={role}",
                           f"source={source}", "state=applied")
            self.at("2027-01-18", "set", part, "state=accepted", "told_on=2027-01-18")

    def bring_together(self):
        """One tandem: proposed, both asked, confirmed, and active from the kick-off"""
        self.pair = self.at("2027-01-18", "add", "pair", f"round={self.round}", f"mentee={self.mentee}",
                            f"mentor={self.mentor}", "topic=KI im Alltag")
        for day, state in (("2027-01-19", "asked"), ("2027-01-21", "asked"), ("2027-01-25", "confirmed")):
            self.at(day, "set", self.pair, f"state={state}")
        self.at("2027-02-01", "set", self.round, "state=running")
        self.at("2027-02-01", "set", self.pair, "state=active")
        self.goal = self.at("2027-02-01", "add", "goal", f"pair={self.pair}", "side=mentee",
                            "title=Angebote mit KI vorbereiten", "output=Eine Vorlage, die das Team nutzt")
        for title in ("Drei Angebote sammeln", "Eine Vorlage entwerfen"):
            self.at("2027-02-01", "add", "goal_step", f"goal={self.goal}", f"title={title}")

    def meet_informally(self):
        """A first meeting without a topic, which was a good one"""
        informal = self.at("2027-02-01", "add", "meeting", f"pair={self.pair}", "local_start=2027-02-04T12:00",
                           "kind=informal", "place=Kantine")
        self.at("2027-02-05", "set", informal, "state=held", "outcome=yes")

    def plan(self):
        """Monthly meetings"""
        self.at("2027-02-05", "add", "series", f"pair={self.pair}", "local_start=2027-02-16T10:00",
                "rule=FREQ=MONTHLY;BYDAY=3TU;COUNT=3", "place=Raum 4.12")
        self.monthly = [m["uid"] for m in json.loads(self.at("2027-02-05", "list", "meetings", "--json"))][1:]
        self.at("2027-02-05", "set", self.monthly[0], "kind=topic")

    def meet(self):
        """Two of them with a topic and a goal each, which is reached"""
        for uid, day, topic, wish in ((self.monthly[0], "2027-02-17", "KI im Alltag", "Drei Beispiele ausprobieren"),
                                      (self.monthly[1], "2027-03-17", "Ein gutes Angebot", "Eine Vorlage entwerfen")):
            self.at("2027-02-05", "set", uid, f"topic={topic}", f"session_goal={wish}", f"goal={self.goal}",
                    "question=Woran merken wir, dass es hilft?")
            self.at(day, "set", uid, "state=held", "outcome=yes")

    def build(self):
        for part in PARTS:
            getattr(self, part)()
        return self.show("2027-03-17")

    def show(self, day):
        return mask(self.at(day, "show", self.programme, "--json")) + "\n"
