#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Every key that the manual lists as one that can be set is set, and the file holds the value."""

import json
import re
import unittest
from pathlib import Path

from cli_case import CliTest

MANUAL = Path(__file__).parents[2] / "data" / "tandem-cli.1"
NOW = "2026-11-02T09:00:00Z"

# Of each, the words that are given with it; what is not here takes the value that its kind has.
WITH = {
    "rounds.criterion": ["justification=A legitimate aim"],
    "rounds.justification": ["criterion=Not above 28"],
    "participations.told_on": ["state=accepted"],
    "participations.checked_on": ["criterion=met"],
    "pairs.end_reason": ["state=dissolved"],
    "meetings.outcome": ["state=held"],
}
VALUES = {
    "pairs.state": "paused", "pairs.end_reason": "time", "series.state": "cancelled", "meetings.state": "missed",
    "goals.position": "1", "steps.position": "1", "pairs.started_on": "2026-10-01",
    "history.happened_on": "2026-10-01",
}


def list_keys():
    """Type, key, and what the manual says that it takes; whether it is given when the record is made"""
    text = MANUAL.read_text().split("Begin of what test-manual")[1].split("End of what test-manual")[0]
    for section in text.split("\n.Ss ")[1:]:
        kind, _, rest = section.partition("\n")
        for entry in rest.split(".It Va ")[1:]:
            key, _, about = entry.partition("\n")
            about = re.split(r"\n\.(?:El|Pp)", about)[0]
            yield kind, key, re.split(r"\nMust not be|\nOnly with", about)[0].strip(), "Only with" in about


class Keys(CliTest):
    def words(self, *words):
        return self.run_cli(self.file, *words, now=NOW).stdout.rstrip("\n")

    def setUp(self):
        super().setUp()
        add = lambda *words: self.words("add", *words)
        programme = self.words("new", "--title", "Pilot")
        self.words("set", programme, "organizer_email=hr@example.org")
        round_ = json.loads(self.words("list", "rounds", "--json"))[0]["uid"]
        anna, bo = (add("person", f"name={name}") for name in ("Anna", "Bo"))
        pair = add("pair", f"round={round_}", f"mentee={anna}", f"mentor={bo}", "state=active",
                   "started_on=2026-09-01")
        goal = add("goal", f"pair={pair}", "title=Learn")
        series = add("series", f"pair={pair}", "local_start=2026-11-10T10:00", "rule=FREQ=MONTHLY;BYDAY=2TU;COUNT=2")
        meeting = json.loads(self.words("list", "meetings", "--json"))[0]["uid"]
        held = add("meeting", f"pair={pair}", "local_start=2026-10-13T10:00")
        self.words("set", held, "state=held")
        self.made = {
            "programme": programme, "rounds": round_, "people": anna, "pairs": pair, "goals": goal, "series": series,
            "meetings": meeting, "topics": add("topic", "title=Chat", "area=Digital"),
            "participations": add("participation", f"round={round_}", f"person={anna}"),
            "needs": add("need", f"person={anna}", "topic=Chat"),
            "offers": add("offer", f"person={anna}", "topic=Chat"),
            "interests": add("interest", f"person={anna}", "title=Sailing"),
            "steps": add("steps", f"goal={goal}", "title=Read"),
            "history": json.loads(self.words("show", pair, "--json"))["history"][0]["uid"],
            "attendees": json.loads(self.words("show", held, "--json"))["attendees"][0]["uid"],
        }
        # What is said of a meeting that is over
        self.made |= {"meetings.state": held, "meetings.outcome": held}
        self.other = add("person", "name=Cem")

    def choose(self, kind, key, about):
        """A value that the key may have, and the one that JSON has for it"""
        value = VALUES.get(f"{kind}.{key}")
        if value:
            return value, int(value) if value.isdigit() else value
        if about.startswith("Uid of"):
            target = about.split(".Cm ")[1].split()[0]
            uid = self.other if target == "people" else self.made[target]
            return uid, uid
        if about.startswith(".Cm"):
            word = re.split(r" ?\| ?", about.splitlines()[0].removeprefix(".Cm "))[-1]
            return ("yes", True) if about == ".Cm yes | no" else (word, word)
        if about.startswith("Number"):
            most = int(re.search(r"to (\d+)", about)[1])
            return str(min(most, 7)), min(most, 7)
        value = {"Day.": "2027-02-03", "Day and hour.": "2027-02-03T10:00:00", "Time zone.": "Europe/London",
                 "Address.": "new@example.org"}.get(about, "New words")
        return value, value

    def test_every_key(self):
        n_keys = 0
        for kind, key, about, only_first in list_keys():
            n_keys += 1
            if only_first:
                continue
            with self.subTest(f"{kind}.{key}"):
                value, expected = self.choose(kind, key, about)
                uid = self.made.get(f"{kind}.{key}", self.made[kind])
                # The next one finds the file as this one did.
                saved = self.file.read_bytes()
                try:
                    self.words("set", uid, f"{key}={value}", *WITH.get(f"{kind}.{key}", []))
                    found = json.loads(self.words("show", uid, "--json"))[key]
                finally:
                    self.file.write_bytes(saved)
                self.assertEqual(found["uid"] if isinstance(found, dict) else found, expected)
        self.assertGreater(n_keys, 100)


if __name__ == "__main__":
    unittest.main()
