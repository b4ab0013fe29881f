#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""tandem-cli with a file that another program changed: check names it, list gives out nothing of it."""

import sqlite3
import unittest

from cli_case import FAILED, USAGE, CliTest

ALTERED = {
    "an unknown state": ("pairs", "UPDATE round SET state = 'frozen' WHERE id = 3", "round 3: “State” has a value"),
    "bytes that are no text": ("goals", "UPDATE goal SET title = CAST(x'416e6e61ff' AS TEXT) WHERE id = 3",
                               "goal 3: “Goal” has characters"),
    "control characters": ("people", "UPDATE person SET name = 'Anna' || char(27) || '[31m' WHERE id = 3",
                           "person 3: “Name” has characters"),
    "a link to nowhere": ("pairs", "UPDATE pair SET mentor = 99999 WHERE id = 3", "pair 3: “Mentor” leads nowhere"),
    "a tandem of one": ("pairs", "UPDATE pair SET mentor = mentee WHERE id = 3",
                        "pair 3: One person has both roles of the tandem"),
    "a meeting of years": ("meetings", "UPDATE meeting SET minutes = 1000000000000 WHERE id = 3",
                           "meeting 3: “Length” is outside"),
    "a further table": ("rounds", "CREATE TABLE more (a)", "“table more” was not made by Tandem"),
    "a trigger": ("rounds", "CREATE TRIGGER t AFTER INSERT ON goal BEGIN DELETE FROM pair; END",
                  "“trigger t” was not made by Tandem"),
}


class Altered(CliTest):
    def alter(self, sql):
        with sqlite3.connect(self.file) as db:
            db.execute("PRAGMA ignore_check_constraints = ON")
            db.execute(sql)
        db.close()

    def test_it_is_named_and_not_given_out(self):
        self.sample()
        content = self.file.read_bytes()
        for what, (listed, sql, fault) in ALTERED.items():
            with self.subTest(what):
                self.file.write_bytes(content)
                self.alter(sql)
                altered = self.file.read_bytes()
                got = self.run_cli(self.file, "check", expect=FAILED)
                self.assertIn(fault, got.stdout)
                for options in ([], ["--json"]):
                    got = self.run_cli(self.file, "list", listed, *options, expect=FAILED)
                    self.assertEqual((got.stdout, got.stderr.count("\n")), ("", 1))
                    self.assertIn(fault, got.stderr)
                self.assertEqual(self.file.read_bytes(), altered)

    def test_no_line_of_a_calendar_is_smuggled_in(self):
        """A uid goes into calendar files as it is."""
        self.sample()
        out = self.folder / "out"
        for sql in ("UPDATE series SET uid = substr('a' || char(13, 10) || 'X-EVIL:1' || uid, 1, 36) WHERE id = 1",
                    "UPDATE series SET calendar_uid = 'a' || char(13, 10) || 'X-EVIL:1'"):
            with self.subTest(sql):
                self.alter(sql)
                self.run_cli(self.file, "invite", "--out", out, expect=FAILED)
                self.assertFalse(out.exists())

    def test_a_terminal_is_told_nothing_but_text(self):
        self.sample()
        got = self.run_cli(self.file, "list", "pairs", "--round", "\x1b[31mred", expect=FAILED)
        self.assertIn("red", got.stderr)
        self.assertNotIn("\x1b", got.stderr)
        got = self.run_cli(self.file, "list", "pairs", "--\x1b[31mred", expect=USAGE)
        self.assertIn("red", got.stderr)
        self.assertNotIn("\x1b", got.stderr)
        self.alter('CREATE TABLE "\x1b[31mred\x9b31m" (a)')
        for options in [], ["--json"]:
            got = self.run_cli(self.file, "check", *options, expect=FAILED)
            self.assertIn("red", got.stdout)
            self.assertNotRegex(got.stdout + got.stderr, "[\x1b\x9b]")

    def test_nothing_turns_a_line_round(self):
        """A document of JSON has every character, but none that a terminal obeys."""
        self.sample()
        self.alter("UPDATE person SET name = 'Anna' || char(0x202e) || 'kceB' WHERE id = 3")
        got = self.run_cli(self.file, "list", "people", "--json")
        self.assertIn("Anna\\u202ekceB", got.stdout)
        self.assertNotIn("\u202e", got.stdout + self.run_cli(self.file, "list", "people").stdout)
        self.assertIn("Anna\u202ekceB", [person["name"] for person in self.listed("people")])

    def test_a_copy_is_as_the_file(self):
        self.sample()
        self.alter("UPDATE pair SET mentor = mentee WHERE id = 3")
        copy = self.folder / "copy.tandem"
        self.run_cli(self.file, "backup", "--out", copy)
        self.assertIn("pair 3:", self.run_cli(copy, "check", expect=FAILED).stdout)


if __name__ == "__main__":
    unittest.main()
