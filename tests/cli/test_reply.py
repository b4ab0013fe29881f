#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""tandem-cli takes over answers: one line each, and what asks is left."""

import fcntl
import sqlite3
import unittest
from email.message import EmailMessage

from cli_case import FAILED, USAGE, CliTest, dump


def make_calendar(uid, email, answer="ACCEPTED", sequence=0, stamp="20260716T100000Z"):
    return "\r\n".join([
        "BEGIN:VCALENDAR", "PRODID:-//Example//Calendar//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT",
        f"UID:{uid}", f"DTSTAMP:{stamp}", f"SEQUENCE:{sequence}", f"ATTENDEE;PARTSTAT={answer}:mailto:{email}",
        "SUMMARY:Treffen", "END:VEVENT", "END:VCALENDAR", ""])


def make_mail(calendar, sender):
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = sender, "Zusage", "Thu, 16 Jul 2026 12:00:00 +0200"
    mail.set_content("Ich komme gern.")
    mail.add_alternative(calendar, subtype="calendar", params={"method": "REPLY"})
    return mail.as_string()


class Reply(CliTest):
    def setUp(self):
        super().setUp()
        self.sample()
        self.run_cli(self.file, "invite", "--out", self.folder / "out")
        with sqlite3.connect(self.file) as db:
            self.rows = db.execute(
                "SELECT series.uid, mentee.email, mentor.email, series.sequence FROM series"
                " JOIN pair ON series.pair = pair.id JOIN person AS mentee ON pair.mentee = mentee.id"
                " JOIN person AS mentor ON pair.mentor = mentor.id"
                " WHERE series.state = 'issued' AND pair.state = 'active'").fetchall()
        self.assertGreater(len(self.rows), 5)

    def answer(self, number, **words):
        uid, mentee, _, sequence = self.rows[number]
        return make_calendar(uid, words.pop("email", mentee), sequence=words.pop("sequence", sequence), **words)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def replies(self):
        with sqlite3.connect(self.file) as db:
            return db.execute("SELECT count(*) FROM attendee WHERE replied = 1784196000").fetchone()[0]

    def test_a_mail_a_calendar_and_a_mailbox(self):
        mail = self.write("a.eml", make_mail(self.answer(0), self.rows[0][1]))
        calendar = self.write("b.ics", self.answer(1))
        mails = [make_mail(self.answer(i), "x@y.example") for i in (2, 3)]
        box = self.write("c.mbox", "".join(f"From x Thu Jul 16 10:00:00 2026\n{text}\n" for text in mails))
        got = self.run_cli(self.file, "reply", mail, calendar, box)
        self.assertEqual(got.stdout.count("\n"), 4)
        for line in got.stdout.splitlines():
            self.assertRegex(line, r"^\+ .* accepts: all meetings of ")
        self.assertEqual(got.stderr, "")
        self.assertEqual(self.replies(), 4)
        self.run_cli(self.file, "check")

    def test_a_mailbox_of_any_size(self):
        photo = "Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n" + ("/9j/" * 18 + "\n") * 20000
        mails = [make_mail(self.answer(0), "x@y.example"), *[photo] * 16, make_mail(self.answer(1), "x@y.example")]
        box = self.write("Inbox.mbox", "".join(f"From x Thu Jul 16 10:00:00 2026\n{text}\n\n" for text in mails))
        self.assertGreater(box.stat().st_size, 20 * 1024 * 1024)
        self.assertEqual(self.run_cli(self.file, "reply", box).stdout.count("\n"), 2)
        self.assertEqual(self.replies(), 2)

    def test_a_terminal_is_told_nothing_but_text(self):
        got = self.run_cli(self.file, "reply", self.folder / "\x1b[31mred\x9b31m.ics", expect=FAILED)
        self.assertIn("red", got.stdout)
        self.assertNotRegex(got.stdout + got.stderr, "[\x1b\x9b]")

    def test_the_same_file_twice_changes_nothing(self):
        calendar = self.write("b.ics", self.answer(1))
        self.run_cli(self.file, "reply", calendar)
        before = dump(self.file)
        self.assertRegex(self.run_cli(self.file, "reply", calendar).stdout, r"^= This answer of .* is out of date")
        self.assertEqual(before, dump(self.file))

    def test_what_asks_is_left(self):
        good = self.write("good.ics", self.answer(1))
        stranger = self.write("stranger.ics", self.answer(2, email="someone@elsewhere.example"))
        got = self.run_cli(self.file, "reply", good, stranger, expect=FAILED)
        self.assertRegex(got.stdout, r"(?m)^\? someone@elsewhere.example .*: whose answer is it\?$")
        self.assertRegex(got.stdout, r"(?m)^\+ ")
        self.assertEqual(got.stderr, "tandem-cli: 1 message was left as it is; see above.\n")
        self.assertEqual(self.replies(), 1)

    def test_what_cannot_be_read_is_said(self):
        before = dump(self.file)
        broken = self.write("broken.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")
        photo = self.folder / "photo.jpg"
        photo.write_bytes(b"\xff\xd8\xff\xe0")
        got = self.run_cli(self.file, "reply", broken, photo, self.folder / "missing.eml", self.folder, expect=FAILED)
        self.assertEqual(got.stdout.count("\n"), 4)
        for line in got.stdout.splitlines():
            self.assertRegex(line, "^! “")
        self.assertEqual(got.stderr.count("\n"), 1)
        self.assertEqual(before, dump(self.file))

    def test_a_file_that_something_else_writes(self):
        before = dump(self.file)
        calendar = self.write("b.ics", self.answer(1))
        with open(self.file, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            got = self.run_cli(self.file, "reply", calendar, expect=FAILED)
        self.assertEqual((got.stdout, got.stderr.count("\n")), ("", 1))
        self.assertEqual(before, dump(self.file))

    def test_no_programme(self):
        calendar = self.write("b.ics", self.answer(1))
        got = self.run_cli(self.folder / "nothing.tandem", "reply", calendar, expect=FAILED)
        self.assertEqual(got.stderr.count("\n"), 1)
        self.assertFalse((self.folder / "nothing.tandem").exists())

    def test_wrong_words(self):
        self.run_cli(self.file, "reply", expect=USAGE)
        self.run_cli(self.file, "reply", "--loud", "x.eml", expect=USAGE)


if __name__ == "__main__":
    unittest.main()
