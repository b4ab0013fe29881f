# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Messages that people need, the ways they go, and the answers that come back."""

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
DTSTAMP:{stamp}
ATTENDEE;CN={name};PARTSTAT={answer}:mailto:{email}
{more}END:VEVENT
END:VCALENDAR
"""


class Outbox(ProgrammeCase):
    MENTEE = "Bönisch"

    def _check_application(self, app):
        """The picture is taken by now: what is open over the window closes first."""
        while len([child for child in app.children if child.name]) > 1:
            before = len(app.children)
            app.key("Escape")
            app.wait_until(lambda: len(app.children) < before, "the dialog to close")
        super()._check_application(app)

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

    def answer(self, invitation, person, answer, more="", stamp="20260714T120000Z"):
        """A file with the answer of one of the two people."""
        path = self.make_folder() / "answer.ics"
        uid = re.search(r"^UID:(.*)$", invitation, re.M)[1]
        sequence = re.search(r"^SEQUENCE:(.*)$", invitation, re.M)[1]
        path.write_text(REPLY.format(uid=uid, sequence=sequence, name=person["name"], email=person["email"],
                                     answer=answer, more=more, stamp=stamp).replace("\n", "\r\n"))
        return path

    def open_answers(self, app, path):
        app.key("Control+Shift+o")
        app.choose_file("Open Received Messages", path, "Open")

    def open_invited(self, **changes):
        app = self.start_sample(**changes)
        self.open_tandem(app, self.MENTEE)
        return app, self.export(app)

    def test_the_meetings_say_what_waits(self):
        folder = self.make_folder()
        app = self.start_sample()
        app.key("Alt+3")
        app.find("button", "4 messages to send").click()
        app.window("Messages to Send").find("button", "Save as Files…").click()
        app.choose_file("Folder for the Messages", folder, "Save")
        app.find("button", "All Passed On").click()
        app.wait_until(lambda: "Nothing to Send" in app.labels(), "all messages to be passed on")
        app.key("Escape")
        app.wait_gone("button", "4 messages to send")

    def test_save_as_files(self):
        folder = self.make_folder()
        app = self.start_sample()
        app.key("Control+Shift+m")
        app.window("Messages to Send").find("button", "Save as Files…").click()
        app.choose_file("Folder for the Messages", folder, "Save")
        saved = "Saved, not yet passed on"
        app.wait_until(lambda: app.labels().count(saved) == 4, "four messages that are saved")
        self.assertGreater(len(list(folder.glob("*.ics"))), 0)
        before = self.states()

        app.find_all("button", "Passed On")[0].click()
        app.wait_until(lambda: app.labels().count(saved) == 3, "one message less")
        app.find("button", "All Passed On").click()
        app.wait_until(lambda: "Nothing to Send" in app.labels(), "an empty outbox")
        self.assertNotEqual(self.states(), before)
        app.key("Escape")
        app.wait_gone("dialog", "Messages to Send")
        app.key("Control+z")
        app.key("Control+z")
        app.wait_until(lambda: self.states() == before, "everything as it was before")

    def states(self):
        return [meeting["state"] for meeting in self.listed(self.path, "meetings")]

    def test_a_moved_meeting_waits_to_be_sent(self):
        app, _ = self.open_invited()
        row = app.find("list item", re.compile("September 2026"), showing=False).scroll_into_view()
        row.find("button", "More About This Meeting").click()
        app.find("menu item", "Move…")
        app.key("Return")
        dialog = app.window("Move Meeting")
        dialog.find("spin button", "Start").fill("15:00")
        app.key("Tab")
        dialog.find("button", "Save").click()
        self.toast(app, "Meeting moved")
        app.wait_until(lambda: "Changed, not sent yet" in app.labels(), "what has to be sent")
        app.find("button", "Messages…", showing=False).scroll_into_view().click()
        app.window("Messages to Send").find("button", "Save as Files…")

    def test_one_declines_and_accepts_in_the_end(self):
        app, invitation = self.open_invited()
        mentee = self.pair()["mentee"]
        self.open_answers(app, self.answer(invitation, mentee, "DECLINED", "COMMENT:No time on Wednesdays\n"))
        self.toast(app, "1 answer taken over")
        declined = f"{mentee['name'].split()[0]} has declined"
        app.wait_until(lambda: declined in app.find("window").dump(), "who has declined")
        self.open_answers(app, self.answer(invitation, mentee, "ACCEPTED", stamp="20260714T130000Z"))
        app.wait_until(lambda: "Everyone has accepted" in app.find("window").dump(), "everybody to have accepted")
        app.find("list item", re.compile("September 2026"), showing=False).scroll_into_view()

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

    def test_the_text_of_an_answer_is_pasted(self):
        app, invitation = self.open_invited()
        self.copy(app, self.answer(invitation, self.pair()["mentor"], "ACCEPTED"), "UTF8_STRING")
        app.key("Control+Shift+v")
        self.toast(app, "1 answer taken over")

    def test_copied_files_are_pasted(self):
        app, invitation = self.open_invited()
        files = self.make_folder() / "files"
        files.write_text(self.answer(invitation, self.pair()["mentor"], "ACCEPTED").as_uri() + "\r\n")
        self.copy(app, files, "text/uri-list")
        app.key("Control+Shift+v")
        self.toast(app, "1 answer taken over")

    def test_an_answer_of_a_stranger_asks(self):
        app, invitation = self.open_invited()
        self.open_answers(app, self.answer(invitation, {"name": "Eve Stranger", "email": "eve@example.com"}, "DECLINED"))
        dialog = app.window("Received Messages")
        name = self.pair()["mentee"]["name"].split()[0]
        dialog.find("button", f"Of {name}").click()
        app.wait_until(lambda: "Answer noted" in dialog.labels(), "the answer to be noted")

    def test_a_broken_file_says_why(self):
        app = self.start_sample()
        path = self.make_folder() / "broken.ics"
        path.write_text("This is no calendar.")
        self.open_answers(app, path)
        dialog = app.window("Received Messages")
        app.wait_until(lambda: any("broken.ics" in label for label in dialog.labels()), "what is wrong")

    def test_an_answer_by_hand(self):
        app, _ = self.open_invited()
        row = app.find("list item", re.compile("September 2026"), showing=False).scroll_into_view()
        row.find("button", "More About This Meeting").click()
        app.find("menu item", "Answer of the Mentee").click()
        app.find("menu item", "Accepted").click()
        self.toast(app, "Answer noted")

    def start_mail_server(self, faults="no-login", number=0):
        """A real mail server; returns its port and the folder of its letters."""
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
        outbox.find("button", "Send by Mail").click()
        dialog = app.window("Mail Account")
        dialog.find("entry", "Server").fill("127.0.0.1")
        dialog.find("combo box", "Encryption").choose("None")
        dialog.find("spin button", "Port").fill(str(port))
        dialog.find("button", "Save").click()
        app.wait_until(lambda: "Mail Account" not in self.names(app), "the account to be kept")
        outbox.find("button", "Send by Mail").click()
        return outbox

    @staticmethod
    def names(app):
        return [window.name for window in app.children]

    def test_send_by_mail(self):
        port, letters = self.start_mail_server()
        app = self.start_sample()
        outbox = self.send(app, port)
        app.wait_until(lambda: "4 messages sent." in outbox.labels(), "all messages to be sent")
        self.assertEqual(len(list(letters.glob("*.eml"))), 4)
        self.assertIn("Nothing to Send", app.labels())

    def test_closing_stops_and_the_rest_goes_later(self):
        port, letters = self.start_mail_server("no-login+hang-before-data", 2)
        app = self.start_sample()
        outbox = self.send(app, port)
        app.wait_until(lambda: list(letters.glob("*.eml")), "the first message, after which the server hangs")
        app.key("Escape")
        app.wait_until(lambda: "Messages to Send" not in self.names(app), "the sending to stop")
        self.assertEqual(len(list(letters.glob("*.eml"))), 1)
        app.key("Control+Shift+m")
        outbox = app.window("Messages to Send")
        app.wait_until(lambda: "3 messages" in outbox.labels(), "the rest")
        outbox.find("button", "Send by Mail").click()
        app.wait_until(lambda: "3 messages sent." in outbox.labels(), "the rest to be sent")
        self.assertEqual(len(list(letters.glob("*.eml"))), 4)

    def test_open_in_the_mail_program(self):
        folder = self.make_folder()
        program = folder / "xdg-email"
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {folder}/asked\n')
        program.chmod(0o755)
        app = self.start_sample(env={"PATH": f"{folder}:{os.environ['PATH']}"})
        app.key("Control+Shift+m")
        outbox = app.window("Messages to Send")
        outbox.find_all("button", re.compile("^Open in the Mail Program"))[0].click()
        app.wait_until(lambda: any("opening the attachment helps" in label for label in outbox.labels()), "what to expect")
        asked = (folder / "asked").read_text()
        attached = Path(re.search(r"^--attach\n(.*)$", asked, re.M)[1])
        self.assertIn("BEGIN:VCALENDAR", attached.read_text())
        self.assertNotIn("@", asked, "everybody can read what a program is started with")
        self.assertTrue(any(re.search(r" [^ ]+@albris\.example", label) for label in outbox.labels()), outbox.labels())
        app.wait_until(lambda: "Opened in the mail program, perhaps not sent yet" in outbox.labels(), "what became of it")
        outbox.find("button", "Passed On").click()
        app.wait_until(lambda: "3 messages" in outbox.labels(), "one message less")

    def test_mail_account(self):
        app = self.start_sample()
        app.key("Control+Shift+m")
        app.window("Messages to Send").find("button", "Send by Mail").click()
        dialog = app.window("Mail Account")
        dialog.find("entry", "Server").fill("127.0.0.1")
        dialog.find("button", "Test Connection").click()
        app.wait_until(lambda: any("127.0.0.1" in label for label in dialog.labels()), "what went wrong")

    def test_the_password_of_the_mail_account_is_told_to_nobody(self):
        app = self.start_sample()
        app.key("Control+Shift+m")
        app.window("Messages to Send").find("button", "Send by Mail").click()
        dialog = app.window("Mail Account")
        heard = Listener(self, app)
        dialog.find("entry", "Password").fill("for the server")
        heard.expect_dots("for the server")

    def menu_of_a_meeting(self, app, item):
        row = app.find("list item", re.compile("September 2026"), showing=False).scroll_into_view()
        row.find("button", "More About This Meeting").click()
        app.find("menu item", item).click()

    def series(self):
        """Those that the meetings of the tandem belong to."""
        pair = self.pair()["uid"]
        return {meeting["series"] for meeting in self.listed(self.path, "meetings") if meeting["pair"] == pair}

    def test_this_and_following(self):
        app, _ = self.open_invited()
        before = self.series()
        self.menu_of_a_meeting(app, "This and Following…")
        dialog = app.window("This and Following Meetings")
        dialog.find("spin button", "Start").fill("15:00")
        app.key("Tab")
        dialog.find("button", "Change").click()
        self.toast(app, "Series changed")
        self.assertEqual(len(self.series()), len(before) + 1)
        app.wait_until(lambda: "Changed, not sent yet" in app.find("window").dump(), "what has to be sent")

    def test_somebody_takes_the_place_of_somebody(self):
        app, _ = self.open_invited()
        app.menu("Menu of the Tandem", "Change People…")
        dialog = app.window("Change People")
        dialog.find("list item", "Mentor (gives)").click()
        app.find("entry", "Search")
        app.type_text("Lindqv")
        app.key("Return")
        dialog.find("button", "Change").click()
        self.toast(app, "People changed")
        app.wait_until(lambda: "Jörn Bönisch learns from Fátima Lindqvister" in app.labels(), "the new mentor")

    def test_cancel_all(self):
        app, _ = self.open_invited()
        app.menu("Menu of the Tandem", "Cancel All Meetings")
        self.toast(app, "Series cancelled")
        app.key("Control+z")
        self.toast(app, "Undone: Series cancelled")
