#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""tandem-cli as a script sees it: exit codes, output, files."""

import fcntl
import json
import re
import sqlite3
import unittest

from cli_case import DONE, FAILED, USAGE, CliTest, dump


class Words(CliTest):
    def test_help_and_version(self):
        self.assertIn("Usage: tandem-cli FILE VERB", self.run_cli("--help").stdout)
        self.assertRegex(self.run_cli("--version").stdout, r"^tandem-cli \d+\.\d+\.\d+\n$")

    def test_wrong_words_are_exit_code_2(self):
        for words in ([], ["f"], ["f", "dance"], ["f", "list"], ["f", "list", "ponies"], ["f", "backup"],
                      ["f", "sample", "--scale", "0"], ["f", "sample", "--date", "14.7.2026"],
                      ["f", "sample", "--language", "fr"], ["f", "check", "--loud"], ["f", "invite"], ["f", "reply"],
                      ["f", "join"], ["f", "join", "i.ics", "--as", "boss"]):
            with self.subTest(words):
                got = self.run_cli(*words, expect=USAGE)
                self.assertIn("Usage", got.stderr)
                self.assertEqual(got.stdout, "")

    def test_a_failure_is_one_line_and_exit_code_1(self):
        for words in (["check"], ["list", "pairs"], ["backup", "--out", self.folder / "b"]):
            with self.subTest(words):
                got = self.run_cli(self.file, *words, expect=FAILED)
                self.assertEqual(got.stderr.count("\n"), 1)
        self.assertFalse(self.file.exists())


class Sample(CliTest):
    def test_same_words_same_content(self):
        self.sample()
        first = dump(self.file)
        self.file.unlink()
        self.sample()
        self.assertEqual(first, dump(self.file))
        self.assertGreater(len(first), 100_000)

    def test_four_rounds_and_twenty_tandems(self):
        self.sample()
        rounds = self.listed("rounds")
        self.assertEqual([r["state"] for r in rounds], ["archived", "followup", "running", "draft"])
        pairs = self.listed("pairs", "--round", rounds[2]["uid"])
        self.assertEqual(len(pairs), 21)
        self.assertEqual(len([p for p in pairs if p["state"] != "dissolved"]), 20)

    def test_a_day_too_far_away_leaves_no_file(self):
        got = self.run_cli(self.file, "sample", "--date", "2099-12-31", expect=FAILED)
        self.assertIn("too far away", got.stderr)
        self.assertFalse(self.file.exists())

    def test_a_file_with_a_programme_stays(self):
        self.sample()
        before = dump(self.file)
        self.run_cli(self.file, "sample", expect=FAILED)
        self.assertEqual(before, dump(self.file))


class Listing(CliTest):
    def setUp(self):
        super().setUp()
        self.sample()

    def test_keys_are_the_columns(self):
        with sqlite3.connect(self.file) as db:
            for what, table, extra in (("rounds", "round", set()), ("people", "person", set()),
                                       ("pairs", "pair", set()), ("goals", "goal", {"steps"}),
                                       ("meetings", "meeting", {"end"})):
                columns = {row[1] for row in db.execute(f"PRAGMA table_info({table})")} - {"id"}
                records = self.listed(what)
                self.assertEqual(len(records), db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
                for record in records:
                    self.assertEqual(set(record), columns | extra)

    def test_every_table_can_be_listed(self):
        with sqlite3.connect(self.file) as db:
            tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            self.assertGreater(len(tables), 15)
            for table in tables:
                uids = {row[0] for row in db.execute(f"SELECT uid FROM {table}")}
                records = self.listed(table)
                self.assertEqual(len(records), len(uids), table)
                self.assertEqual({record["uid"] for record in records}, uids, table)
            for need in self.listed("need"):
                row = db.execute("SELECT person.uid, topic.uid, strength FROM need JOIN person ON person.id = person"
                                 " JOIN topic ON topic.id = topic WHERE need.uid = ?", (need["uid"],)).fetchone()
                self.assertEqual((need["person"], need["topic"], need["strength"]), row)
        lines = self.run_cli(self.file, "list", "need").stdout.splitlines()
        self.assertEqual(len(lines), len(self.listed("need")))

    def test_what_belongs_to_a_round(self):
        rounds = self.listed("rounds")
        for what in ("people", "pairs", "goals", "meetings", "pair_event"):
            of = [{record["uid"] for record in self.listed(what, "--round", one["uid"])} for one in rounds]
            every = {record["uid"] for record in self.listed(what)}
            self.assertEqual(set.union(*of) | (every if what == "people" else set()), every, what)
            self.assertTrue(of[1] and of[1] < every, what)
        self.run_cli(self.file, "list", "topic", "--round", rounds[0]["uid"], expect=USAGE)

    def test_people_of_a_pair(self):
        people = {p["uid"]: p for p in self.listed("people")}
        pairs = self.listed("pairs")
        self.assertGreater(len(pairs), 40)
        for pair in pairs:
            for side in ("mentee", "mentor"):
                self.assertEqual(set(pair[side]), {"uid", "name", "email"})
                self.assertEqual(pair[side]["name"], people[pair[side]["uid"]]["name"])

    def test_times_of_a_meeting(self):
        from datetime import datetime, timedelta
        from zoneinfo import ZoneInfo
        meetings = self.listed("meetings")
        self.assertGreater(len(meetings), 400)
        for m in meetings:
            start = datetime.strptime(m["start"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=ZoneInfo("UTC"))
            end = datetime.strptime(m["end"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=ZoneInfo("UTC"))
            local = datetime.fromisoformat(m["local_start"]).replace(tzinfo=ZoneInfo(m["zone"]))
            self.assertEqual(start, local.astimezone(ZoneInfo("UTC")))
            self.assertEqual(end - start, timedelta(minutes=m["minutes"]))
        self.assertEqual([m["start"] for m in meetings], sorted(m["start"] for m in meetings))

    def test_steps_come_in_their_order(self):
        goals = [g for g in self.listed("goals") if g["steps"]]
        self.assertGreater(len(goals), 20)
        for goal in goals:
            places = [s["position"] for s in goal["steps"]]
            self.assertEqual(places, sorted(places))

    def test_links_lead_somewhere_whatever_the_order_of_rows(self):
        with sqlite3.connect(self.file) as db:
            # Somebody who came first reports to somebody who came last.
            first, last = (db.execute(f"SELECT {which}(id) FROM person").fetchone()[0] for which in ("min", "max"))
            db.execute("UPDATE person SET reports_to = ?, assistant = ? WHERE id = ?", (last, last, first))
            db.commit()
            for what, table, links in (("meetings", "meeting", {"goal": "goal", "series": "series", "pair": "pair"}),
                                       ("people", "person", {"reports_to": "person", "assistant": "person"}),
                                       ("pairs", "pair", {"topic": "topic", "round": "round"}),
                                       ("goals", "goal", {"pair": "pair"})):
                records = {record["uid"]: record for record in self.listed(what)}
                for link, target in links.items():
                    rows = db.execute(f"SELECT a.uid, b.uid FROM {table} a "
                                      f"JOIN {target} b ON b.id = a.{link}").fetchall()
                    self.assertTrue(rows, link)
                    for uid, wanted in rows:
                        self.assertEqual(records[uid][link], wanted, f"{link} of {table} {uid}")

    def test_lines(self):
        lines = self.run_cli(self.file, "list", "pairs").stdout.splitlines()
        self.assertEqual(len(lines), len(self.listed("pairs")))

    def test_unknown_round(self):
        self.assertIn("no round", self.run_cli(self.file, "list", "pairs", "--round", "Mars", expect=FAILED).stderr)


class Care(CliTest):
    def test_a_sound_file(self):
        self.sample()
        self.assertEqual(json.loads(self.run_cli(self.file, "check", "--json").stdout), {"ok": True, "problems": []})
        self.assertIn("sound", self.run_cli(self.file, "check").stdout)

    def test_a_damaged_file_is_found_and_left(self):
        self.sample()
        content = bytearray(self.file.read_bytes())
        content[40960:45056] = b"\x5a" * 4096
        self.file.write_bytes(content)
        got = self.run_cli(self.file, "check", "--json", expect=FAILED)
        self.assertFalse(json.loads(got.stdout)["ok"])
        self.assertEqual(self.file.read_bytes(), bytes(content))

    def test_a_moment_that_is_not_that_of_its_time_is_found(self):
        self.sample()
        meeting = self.listed("meetings")[7]
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE meeting SET start = start + 3600 WHERE uid = ?", (meeting["uid"],))
        got = self.run_cli(self.file, "check", "--json", expect=FAILED)
        problem, = json.loads(got.stdout)["problems"]
        self.assertTrue(problem.endswith(f"not {meeting['start']}"), problem)

    def test_a_zone_that_is_none_is_found(self):
        self.sample()
        with sqlite3.connect(self.file) as db:
            db.execute("UPDATE meeting SET zone = 'Europe/Atlantis' WHERE id = (SELECT max(id) FROM meeting)")
        problem, = json.loads(self.run_cli(self.file, "check", "--json", expect=FAILED).stdout)["problems"]
        self.assertIn("“Europe/Atlantis”", problem)

    def test_backup_has_everything(self):
        self.sample()
        copy = self.folder / "copy.tandem"
        self.run_cli(self.file, "backup", "--out", copy)
        self.assertEqual(dump(self.file), dump(copy))
        self.assertEqual(copy.stat().st_mode & 0o777, 0o600)
        self.run_cli(copy, "check")

    def test_backup_replaces_nothing(self):
        self.sample()
        letter = self.folder / "letter.txt"
        letter.write_text("Dear Bo")
        self.run_cli(self.file, "backup", "--out", letter, expect=FAILED)
        self.assertEqual(letter.read_text(), "Dear Bo")


class Invite(CliTest):
    def setUp(self):
        super().setUp()
        self.sample()
        self.out = self.folder / "out"

    def test_a_round_into_a_folder(self):
        running = self.listed("rounds")[2]
        got = self.run_cli(self.file, "invite", "--out", self.out, "--round", running["title"], "--passed-on")
        files = sorted(self.out.iterdir())
        self.assertRegex(got.stdout, rf"^{len(files)} invitations written\n$")
        self.assertGreater(len(files), 15)
        for file in files:
            self.assertRegex(file.name, r"^tandem-[a-z0-9-]+\.ics$")
            self.assertIn(b"METHOD:REQUEST\r\n", file.read_bytes())
        invited = self.issued_pairs()
        self.assertGreater(len(invited), 15)
        for meeting in self.listed("meetings", "--round", running["uid"]):
            if meeting["pair"] in invited:
                self.assertNotEqual(meeting["state"], "planned")

    def test_files_that_nobody_passed_on_invite_nobody(self):
        before = self.issued_pairs()
        self.run_cli(self.file, "invite", "--out", self.out)
        self.assertEqual(self.issued_pairs(), before)
        with sqlite3.connect(self.file) as db:
            n_saved, = db.execute("SELECT count (*) FROM calendar_message WHERE delivery = 'saved'").fetchone()
        self.assertGreater(n_saved, 15)

    def issued_pairs(self):
        with sqlite3.connect(self.file) as db:
            return {uid for (uid,) in db.execute("SELECT pair.uid FROM pair JOIN series ON series.pair = pair.id"
                                                 " WHERE series.state = 'issued'")}

    def test_one_tandem(self):
        pair = [p for p in self.listed("pairs") if p["state"] == "active"][0]
        self.run_cli(self.file, "invite", "--out", self.out, "--pair", pair["uid"])
        text = next(self.out.iterdir()).read_text()
        unfolded = re.sub(r"\r?\n[ \t]", "", text)
        self.assertIn(f"mailto:{pair['mentee']['email']}", unfolded)
        self.assertIn(f"mailto:{pair['mentor']['email']}", unfolded)

    def test_a_second_time_only_the_stamp_differs(self):
        self.run_cli(self.file, "invite", "--out", self.out)
        first = {f.name: f.read_text() for f in self.out.iterdir()}
        self.run_cli(self.file, "invite", "--out", self.out)
        stamps = re.compile(r"^(DTSTAMP|CREATED|LAST-MODIFIED):.*$", re.M)
        for file in self.out.iterdir():
            self.assertEqual(stamps.sub("", file.read_text()), stamps.sub("", first[file.name]))

    def test_a_file_that_something_else_writes(self):
        with open(self.file, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self.run_cli(self.file, "invite", "--out", self.out, expect=FAILED)
            self.run_cli(self.file, "list", "pairs")
        self.assertFalse(self.out.exists())

    def test_unknown_tandem(self):
        got = self.run_cli(self.file, "invite", "--out", self.out, "--pair", "nobody", expect=FAILED)
        self.assertIn("“nobody”", got.stderr)
        self.assertFalse(self.out.exists())

    def test_a_folder_that_cannot_be(self):
        got = self.run_cli(self.file, "invite", "--out", f"{self.file}/out", expect=FAILED)
        self.assertEqual(got.stderr.count("\n"), 1)


if __name__ == "__main__":
    unittest.main()
