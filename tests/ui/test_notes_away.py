# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Private notes of somebody who goes away: the screen, sleep, nobody there, and the keyring when they come back."""

import os
import subprocess

import bus
from logind import Logind
from notes_case import PASSPHRASE, NotesCase
from processes import Processes


class Away(NotesCase):
    """Somebody walks away from an open note."""

    def start_logind(self):
        """Its address, and it"""
        processes = Processes(subprocess.DEVNULL)
        self.addCleanup(processes.end_all)
        folder = self.make_folder()
        address = bus.start_bus(processes, folder, folder, (), dict(os.environ))
        logind = Logind(address)
        self.addCleanup(logind.stop)
        return address, logind

    def test_the_screen_is_locked_and_the_computer_sleeps_only_after_the_lock(self):
        address, logind = self.start_logind()
        app = self.start_open(env={"DBUS_SYSTEM_BUS_ADDRESS": address})
        app.wait_until(lambda: len(logind.asked) == 1, "the program to ask for a moment before sleep")
        self.assertEqual([logind.asked[0][0], logind.asked[0][3]], ["sleep", "delay"])
        self.lock_screen(app)
        app.find("label", "Your Notes Are Locked")
        self.unlock(app)
        app.find("button", "New Note").click()
        app.type_text("Half a sen")
        app.wait_until(lambda: not logind.may_sleep(), "the program to ask for a moment before sleep again")
        logind.prepare_for_sleep(True)
        app.find("label", "Your Notes Are Locked")
        app.wait_until(logind.may_sleep, "the computer to be allowed to sleep")
        logind.prepare_for_sleep(False)
        app.wait_until(lambda: not logind.may_sleep(), "the program to be ready for the next time")
        self.unlock(app)
        self.row(app, "Half a sen")

    def test_nobody_is_there_for_a_minute(self):
        app = self.start_open()
        self.write(app, "First talk", "text")
        app.menu("Menu of the Notes", "Keys and Protection…")
        keys = app.window("Keys and Protection")
        keys.find("spin button", "Minutes Without Typing or Pointing", showing=False).scroll_into_view().fill("1")
        app.key("Return")
        keys.find("button", "Close", index=-1)
        app.wait_until(lambda: "Your Notes Are Locked" in app.labels(), "the notes to be locked", 80)
        app.wait_until(lambda: len(app.children) == 1, "the dialog to be closed")
        self.assertNotIn("First talk", app.find("window").dump())


class Keyring(NotesCase):
    """GNOME's keyring opens the notes."""

    def switch_on(self, app):
        app.menu("Menu of the Notes", "Keys and Protection…")
        keys = app.window("Keys and Protection")
        self.push_keyring_switch(app, keys, PASSPHRASE)
        keys.find("label", "Your login opens the notes", showing=False)
        return keys

    def wait_for_switch(self, keys, is_on):
        switch = keys.find("check box", "Passphrase After Each Lock")
        keys.app.wait_until(lambda: ("checked" in switch.states) == is_on and "sensitive" in switch.states,
                            f"the switch to be {'on' if is_on else 'off'}")

    def lock(self, app):
        app.menu("Menu of the Notes", "Lock")
        app.find("label", "Your Notes Are Locked")

    def lock_and_need_the_passphrase(self, app):
        self.lock(app)
        self.assertEqual(app.find_all("button", "Open With the Keyring"), [])
        self.unlock(app)
        self.row(app, "First talk")

    def open_keys(self, app):
        app.menu("Menu of the Notes", "Keys and Protection…")
        return app.window("Keys and Protection")

    def close_keys(self, app, keys):
        keys.find("button", "Close", index=-1).click()
        app.wait_until(lambda: len(app.children) == 1, "the dialog to be closed")

    def restart(self, app):
        app.restart()
        app.key("Alt+4")

    def test_it_opens_the_notes_as_long_and_as_far_as_their_owner_wishes(self):
        app = self.start_open()
        self.start_keyring(app)
        self.write(app, "First talk", "text")
        self.close_keys(app, self.switch_on(app))
        self.restart(app)
        self.row(app, "First talk")                  # at the start it opens them
        self.lock_and_need_the_passphrase(app)

        keys = self.open_keys(app)
        self.push_lock_switch(app, keys, "somebody passing by")
        app.find("label", "This is not the right passphrase.")
        app.key("Escape")
        self.wait_for_switch(keys, is_on=True)
        self.close_keys(app, keys)
        self.lock_and_need_the_passphrase(app)

        keys = self.open_keys(app)
        self.push_lock_switch(app, keys, PASSPHRASE)
        self.wait_for_switch(keys, is_on=False)
        self.close_keys(app, keys)
        self.lock(app)
        app.find("button", "Open With the Keyring").click()
        self.row(app, "First talk")

        keys = self.open_keys(app)
        keys.find("check box", "Login Keyring").click()
        keys.find("label", "Your login does not open the notes", showing=False)
        self.close_keys(app, keys)
        self.restart(app)
        app.find("label", "Your Notes Are Locked")   # forgotten, it opens nothing
        self.unlock(app)
        self.row(app, "First talk")
