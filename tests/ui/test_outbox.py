# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Messages that go by mail, and answers from other programs.

For the rest see test-outbox-shown.c and test-invited.c in tests/app.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from listener import Listener
from programme_case import ProgrammeCase

MAIL_SERVER = Path(__file__).resolve().parent.parent / "mail" / "smtp_server.py"

REPLY = """BEGIN:VCALENDAR
PRODID:-//Example//Mail//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:20260714T120000Z
ATTENDEE;CN={name};PARTSTAT=ACCEPTED:mailto:{email}
END:VEVENT
END:VCALENDAR
"""


class Outbox(ProgrammeCase):
    MENTEE = "Bönisch"

    def pair(self):
        return next(p for p in self.listed(self.path, "pairs") if self.MENTEE in p["mentee"]["name"]
                    and p["state"] == "active")

    def export(self, app):
        """The invitation of the tandem that is open, as the calendar file has it."""
        out = self.make_folder() / "invitation.ics"
        app.key("Control+e")
        app.choose_file("Export Invitation", out, "Export")
        self.toast(app, "Invitation exported")
        return out.read_text().replace("\r\n ", "").replace("\r\n", "\n")

    def answer(self, invitation, person):
        """A file in which one of the two people accepts."""
        path = self.make_folder() / "answer.ics"
        uid = re.search(r"^UID:(.*)$", invitation, re.M)[1]
        sequence = re.search(r"^SEQUENCE:(.*)$", invitation, re.M)[1]
        path.write_text(REPLY.format(uid=uid, sequence=sequence, name=person["name"],
                                     email=person["email"]).replace("\n", "\r\n"))
        return path

    def open_invited(self):
        app = self.start_sample()
        self.open_tandem(app, self.MENTEE)
        return app, self.export(app)

    def copy(self, app, path, target):
        """Another program has this file, or a list of files, in the clipboard."""
        owner = subprocess.Popen(["xclip", "-quiet", "-selection", "clipboard", "-target", target, "-in", path],
                                 env={**os.environ, **app.desktop.env}, stderr=subprocess.PIPE, text=True)
        self.addCleanup(owner.stderr.close)
        self.addCleanup(owner.wait, 10)
        self.addCleanup(owner.terminate)
        while "number 1" not in owner.stderr.readline():
            self.assertIsNone(owner.poll())
        app.wait_idle()                                       # the window asks what there is

    def test_answers_are_pasted(self):
        """The text of one, and then a file that was copied"""
        app, invitation = self.open_invited()
        self.copy(app, self.answer(invitation, self.pair()["mentor"]), "UTF8_STRING")
        app.key("Control+Shift+v")
        app.wait_until(lambda: any(re.match("Answer taken over: .* accepts: ", label) for label in app.labels()),
                       "whose answer it is")
        files = self.make_folder() / "files"
        files.write_text(self.answer(invitation, self.pair()["mentee"]).as_uri() + "\r\n")
        self.copy(app, files, "text/uri-list")
        app.key("Control+Shift+v")
        app.wait_until(lambda: "Everyone has accepted" in app.find("window").dump(), "both answers to be there")

    def start_mail_server(self, faults, number):
        """A real e-mail server; returns its port and the folder of its letters."""
        folder = self.make_folder()
        server = subprocess.Popen([sys.executable, MAIL_SERVER, folder, "none", "127.0.0.1", faults, str(number)],
                                  text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(server.stdout.close)
        self.addCleanup(server.wait, 10)
        self.addCleanup(server.stdin.close)
        return int(server.stdout.readline().split()[1]), folder

    def send(self, app, port):
        """Set up an account, and send what waits."""
        app.key("Control+Shift+m")
        outbox = app.window("Messages to Send")
        outbox.find("button", "Send by E-Mail").click()
        dialog = app.window("E-Mail Account")
        dialog.find("entry", "Server").fill("127.0.0.1")
        dialog.find("combo box", "Encryption").choose("None")
        dialog.find("spin button", "Port").fill(str(port))
        dialog.find("button", "Save").click()
        app.wait_closed("E-Mail Account")
        outbox.find("button", "Send by E-Mail").click()
        return outbox

    def test_closing_stops_and_the_rest_goes_later(self):
        port, letters = self.start_mail_server("no-login+hang-before-data", 2)
        app = self.start_sample()
        outbox = self.send(app, port)
        app.wait_until(lambda: list(letters.glob("*.eml")), "the first message, after which the server hangs")
        app.key("Escape")
        app.wait_closed("Messages to Send")
        self.assertEqual(len(list(letters.glob("*.eml"))), 1)
        app.key("Control+Shift+m")
        outbox = app.window("Messages to Send")
        app.wait_until(lambda: "5 messages" in outbox.labels(), "the rest")
        outbox.find("button", "Send by E-Mail").click()
        app.wait_until(lambda: "5 messages sent." in outbox.labels(), "the rest to be sent")
        self.assertEqual(len(list(letters.glob("*.eml"))), 6)
        self.assertIn("Nothing to Send", app.labels())

    def test_open_in_the_mail_program(self):
        folder = self.make_folder()
        program = folder / "xdg-email"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {folder}/asked\n')
        program.chmod(0o755)
        app = self.start_sample(env={"PATH": f"{folder}:{os.environ['PATH']}"})
        app.key("Control+Shift+m")
        outbox = app.window("Messages to Send")
        outbox.find_all("button", re.compile("^Open in the E-Mail Program"))[0].click()
        app.wait_until(lambda: any("opening the attachment helps" in label for label in outbox.labels()),
                       "what to expect")
        asked = (folder / "asked").read_text()
        attached = Path(re.search(r"^--attach\n(.*)$", asked, re.M)[1])
        self.assertIn("BEGIN:VCALENDAR", attached.read_text())
        self.assertNotIn("@", asked, "everybody can read what a program is started with")
        self.assertTrue(any(re.search(r" [^ ]+@albris\.example", label) for label in outbox.labels()), outbox.labels())
        app.wait_until(lambda: "Opened in the e-mail program, perhaps not sent yet" in outbox.labels(),
                       "what became of it")
        outbox.find("button", "Handed Over").click()
        app.wait_until(lambda: "5 messages" in outbox.labels(), "one message less")

    def test_the_password_of_the_mail_account_is_told_to_nobody(self):
        app = self.start_sample()
        app.key("Control+Shift+m")
        app.window("Messages to Send").find("button", "Send by E-Mail").click()
        dialog = app.window("E-Mail Account")
        heard = Listener(self, app)
        dialog.find("entry", "Password").fill("for the server")
        heard.expect_dots("for the server")
        dialog.find("button", "Cancel").click()
