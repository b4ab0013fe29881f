# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What window tests of private notes have in common."""

import os
import re
import subprocess

from programme_case import NOW, ProgrammeCase

PASSPHRASE = "correct horse battery"


class NotesCase(ProgrammeCase):
    """What somebody does who has private notes."""

    real_keys = False
    """Whether passphrases take as long as they do for a user: only where what is left in memory or on disk is the
    subject."""

    @property
    def key_env(self):
        return {} if self.real_keys else {"LD_PRELOAD": os.environ["TANDEM_CHEAP_KEYS"]}

    def start(self, *arguments, env=None, **changes):
        return super().start(*arguments, env={**self.key_env, **(env or {})}, **changes)

    def make_notes(self):
        """A home folder in which private notes are set up, without a window."""
        home = self.make_folder()
        folder = home / ".local/share/tandem"
        folder.mkdir(mode=0o700, parents=True)
        subprocess.run([os.environ["TANDEM_MAKE_VAULT"], folder / "notes.vault", PASSPHRASE], check=True,
                       capture_output=True, env={**os.environ, **self.key_env, "TANDEM_NOW": NOW})
        return home

    def start_notes(self, **changes):
        app = self.start_sample(**changes)
        app.key("Alt+4")
        return app

    def set_up(self, app):
        """As somebody does for the first time; returns the recovery code."""
        app.find("button", "Set Up…").click()
        dialog = app.window("Set Up Private Notes")
        dialog.find("entry", "New Passphrase").fill(PASSPHRASE)
        dialog.find("entry", "Once More").fill(PASSPHRASE)
        dialog.find("button", "Next").click()
        code = dialog.find("label", re.compile("^[0-9A-Z]{4}-")).name
        dialog.find("button", "Next").click()
        dialog.find("entry", re.compile("^Group"))
        for entry in dialog.find_all("entry", re.compile("^Group")):
            entry.fill(code.split("-")[int(entry.name.split()[1]) - 1].lower())
        dialog.find("button", "Begin").click()
        app.find("button", "New Note")
        return code

    def set_up_in_german(self, app):
        app.find("button", "Einrichten …").click()
        dialog = app.window("Private Notizen einrichten")
        dialog.find("entry", "Neue Passphrase").fill(PASSPHRASE)
        dialog.find("entry", "Noch einmal").fill(PASSPHRASE)
        dialog.find("button", "Weiter").click()
        code = dialog.find("label", re.compile("^[0-9A-Z]{4}-")).name
        dialog.find("button", "Weiter").click()
        for entry in dialog.find_all("entry", re.compile("^Gruppe")):
            entry.fill(code.split("-")[int(entry.name.split()[1]) - 1])
        dialog.find("button", "Beginnen").click()
        app.find("button", "Neue Notiz")

    def write(self, app, title, text):
        app.find("button", "New Note").click()
        app.find("entry", "Title")
        app.type_text(title)
        app.key("Return")
        app.type_text(text)
        app.wait_until(lambda: any(label.startswith("Saved") for label in app.labels()), "the note to be saved")

    def unlock(self, app, passphrase=PASSPHRASE):
        app.find("entry", "Passphrase").fill(passphrase)
        app.find("button", "Unlock").click()

    def row(self, app, title):
        """The note in the list, as it is read out."""
        return app.find("panel", re.compile(f"^(Question: )?{title}, "))

    def open_note(self, app, title):
        self.row(app, title).click()
        app.wait_until(lambda: app.find("entry", "Title").text == title, f"the note {title!r}")

    def text(self, app):
        return app.find("entry", "Text of the Note").text

    def start_open(self, **changes):
        """The window with notes that were set up before, and are open."""
        app = self.start_notes(home=self.make_notes(), **changes)
        self.unlock(app)
        app.find("button", "New Note")
        return app

    def type_back(self, dialog, code):
        dialog.find("entry", re.compile("^Group"))
        for entry in dialog.find_all("entry", re.compile("^Group")):
            entry.fill(code.split("-")[int(entry.name.split()[1]) - 1])

    def push_keyring_switch(self, app, keys, passphrase):
        """Switch the login keyring on in Keys and Protection, as somebody who knows this passphrase."""
        keys.find("check box", "Login Keyring").click()
        app.find("label", "Open With the Login Keyring?")
        app.find("entry", "Passphrase").fill(passphrase)
        app.find("button", "Switch On").click()

    def push_lock_switch(self, app, keys, passphrase):
        """Want no passphrase after a lock, as somebody who knows this passphrase."""
        keys.find("check box", "Passphrase After Each Lock").click()
        app.find("label", "Open Without the Passphrase After a Lock?")
        app.find("entry", "Passphrase").fill(passphrase)
        app.find("button", "Switch Off").click()

    def focus(self, app, name):
        """Tab until the widget with this name has the keyboard."""
        for _ in range(12):
            widgets = app.find_all("list item", name) + app.find_all("button", name)
            if any("focused" in widget.states for widget in widgets):
                return
            app.key("Tab")
        self.fail(f"{name!r} is not reached with Tab")

    def lock_screen(self, app):
        subprocess.run(["gdbus", "emit", "--session", "--object-path", "/org/gnome/ScreenSaver", "--signal",
                        "org.gnome.ScreenSaver.ActiveChanged", "true"],
                       check=True, env={**os.environ, **app.desktop.env}, timeout=10)

    def start_keyring(self, app):
        env = {**os.environ, **app.desktop.env}
        keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"],
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
        self.addCleanup(keyring.wait)
        self.addCleanup(keyring.kill)
        keyring.stdin.write(b"login")
        keyring.stdin.close()
        subprocess.run(["gdbus", "wait", "--session", "--timeout", "10", "org.freedesktop.secrets"],
                       check=True, env=env)
