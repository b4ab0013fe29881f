# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""The letters of write-letters.c, as Python's mail library reads them: a judge that shares no code with GMime."""

import email
import email.policy
import email.utils
import pathlib
import subprocess
import sys
import tempfile
import unittest

WRITER = sys.argv.pop()
HEADERS = ["date", "from", "message-id", "mime-version", "subject", "to", "content-type"]
LETTERS = ["cancel", "injected", "long", "plain"]
EVIL = 'x Bcc: victim@example.org <b>body</b> . QUIT'


class LettersTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([WRITER, folder], check=True)
            cls.bytes = {path.stem: path.read_bytes() for path in pathlib.Path(folder).iterdir()}
        cls.letters = {name: email.message_from_bytes(text, policy=email.policy.default)
                       for name, text in cls.bytes.items()}

    def parts(self, name):
        mixed = self.letters[name]
        both, attachment = mixed.iter_parts()
        text, invitation = both.iter_parts()
        self.assertEqual((mixed.get_content_type(), both.get_content_type()),
                         ("multipart/mixed", "multipart/alternative"))
        return text, invitation, attachment

    def text(self, name):
        return self.parts(name)[0].get_content().replace("\r\n", "\n")

    def test_all_are_there(self):
        self.assertEqual(sorted(self.letters), LETTERS)

    def test_nothing_is_damaged(self):
        for name, letter in self.letters.items():
            for part in letter.walk():
                self.assertFalse(part.defects, name)
                for header, value in part.items():
                    self.assertFalse(value.defects, (name, header, value))

    def test_these_headers_and_no_others(self):
        for name, letter in self.letters.items():
            self.assertEqual(sorted(key.lower() for key in letter.keys()), sorted(HEADERS), name)
            self.assertEqual(len(list(letter.walk())), 5, name)
            for part in letter.walk():
                if part is not letter:
                    self.assertLessEqual({key.lower() for key in part.keys()},
                                         {"content-type", "content-transfer-encoding", "content-disposition"}, name)

    def test_lines(self):
        for name, text in self.bytes.items():
            self.assertNotIn(b"\n", text.replace(b"\r\n", b""), name)
            self.assertNotIn(b"\r", text.replace(b"\r\n", b""), name)
            self.assertTrue(text.endswith(b"\r\n"), name)
            self.assertTrue(text.isascii(), name)
            self.assertLessEqual(max(map(len, text.split(b"\r\n"))), 998, name)

    def test_who_and_what(self):
        letter = self.letters["plain"]
        sender, = letter["from"].addresses
        recipient, = letter["to"].addresses
        self.assertEqual((sender.display_name, sender.addr_spec), ("Tandem Büro, Köln", "office@tandem.example"))
        self.assertEqual((recipient.display_name, recipient.addr_spec), ("Anna Müller", "anna@example.org"))
        self.assertEqual(letter["subject"], "Tandem: Anna Müller und Bo Chen – monatlich")
        self.assertEqual(letter["message-id"], "<6f1d9a8e-0@tandem.example>")
        self.assertEqual(letter["mime-version"], "1.0")
        self.assertEqual(letter["date"].datetime.timestamp(), 1795324395)

    def test_text(self):
        text, _, _ = self.parts("plain")
        self.assertEqual((text.get_content_type(), text.get_content_charset()), ("text/plain", "utf-8"))
        self.assertEqual(self.text("plain"), "Guten Tag,\n\n.Dienstag, 1. Dezember 2026, 10:00 Uhr (Europe/Berlin)\n"
                                             "From Köln = schön\n")

    def test_calendar(self):
        for name, method, file in [("plain", "REQUEST", "tandem-anna-mueller.ics"),
                                   ("cancel", "CANCEL", 'Köln "1"; x=\\y.ics')]:
            _, invitation, attachment = self.parts(name)
            self.assertEqual(invitation.get_content_type(), "text/calendar")
            self.assertEqual(invitation["content-type"].params, {"charset": "UTF-8", "method": method})
            self.assertEqual(invitation["content-transfer-encoding"], "base64")
            self.assertNotIn("content-disposition", invitation)
            self.assertEqual(attachment.get_content_type(), "application/ics")
            self.assertEqual(attachment["content-type"].params["name"], file)
            self.assertEqual(attachment.get_content_disposition(), "attachment")
            self.assertEqual(attachment.get_filename(), file)
            calendar = invitation.get_payload(decode=True)
            self.assertEqual(calendar, attachment.get_payload(decode=True))
            self.assertTrue(calendar.startswith(b"BEGIN:VCALENDAR\r\n"))
            self.assertTrue(calendar.endswith(b"END:VCALENDAR\r\n"))
            self.assertIn("SUMMARY:Anna Müller und Bo Chen\r\n".encode(), calendar)

    def test_injected_text_stays_where_it_was_put(self):
        letter = self.letters["injected"]
        self.assertEqual(letter["subject"], EVIL)
        self.assertEqual([address.display_name for address in letter["from"].addresses], [EVIL])
        self.assertEqual([address.display_name for address in letter["to"].addresses], [EVIL])
        _, _, attachment = self.parts("injected")
        self.assertEqual(attachment.get_filename(), EVIL)
        self.assertIn("Bcc: victim@example.org\n\n", self.text("injected"))

    def test_nameless_people(self):
        letter = self.letters["cancel"]
        self.assertEqual((str(letter["from"]), str(letter["to"])), ("office@tandem.example", "anna@example.org"))
        self.assertEqual(letter["subject"], "")


if __name__ == "__main__":
    unittest.main()
