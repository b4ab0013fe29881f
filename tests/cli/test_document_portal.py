#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""tandem-cli on documents that the portal of the desktop hands out, as it does to programs in a sandbox."""

import os
import subprocess
import time
import unittest
from pathlib import Path

from cli_case import FAILED, CliTest
from gi.repository import Gio, GLib

PORTAL = Path("/usr/libexec/xdg-document-portal")
PERMISSIONS = PORTAL.with_name("xdg-permission-store")
NAME, OBJECT = "org.freedesktop.portal.Documents", "/org/freedesktop/portal/documents"
WITHIN = 10
A_FOLDER = 8


def can_mount():
    return PORTAL.exists() and os.access("/dev/fuse", os.R_OK | os.W_OK)


@unittest.skipUnless(can_mount(), "there is no document portal here, or nothing may be mounted by it")
class DocumentPortal(CliTest):
    def setUp(self):
        super().setUp()
        run = self.folder / "run"
        run.mkdir(mode=0o700)
        self.env = {**os.environ, "XDG_RUNTIME_DIR": str(run), "HOME": str(self.folder)}
        bus = self.start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE)
        address = bus.stdout.readline().decode().strip()
        self.addCleanup(bus.stdout.close)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)
        self.start(str(PERMISSIONS))
        self.start(str(PORTAL))
        self.documents = run / "doc"
        self.wait_until(lambda: (self.documents / "by-app").exists())
        self.wait_until(lambda: self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                         "NameHasOwner", GLib.Variant("(s)", (NAME,)))[0])

    def start(self, *words, **options):
        process = subprocess.Popen(words, env=self.env, stderr=subprocess.DEVNULL, **options)
        self.addCleanup(process.wait)
        self.addCleanup(process.terminate)
        return process

    def wait_until(self, condition):
        end = time.monotonic() + WITHIN
        while not condition():
            self.assertLess(time.monotonic(), end)
            time.sleep(0.02)

    def ask(self, name, path, interface, method, arguments, descriptors=None):
        answer, _ = self.bus.call_with_unix_fd_list_sync(name, path, interface, method, arguments, None, 0, -1,
                                                         descriptors, None)
        return answer

    def hand_out(self, path, method, make_arguments):
        descriptors = Gio.UnixFDList()
        descriptor = os.open(path, os.O_PATH)
        handle = descriptors.append(descriptor)
        os.close(descriptor)
        answer = self.ask(NAME, OBJECT, NAME, method, make_arguments(handle), descriptors)
        return self.documents / (answer[0] if isinstance(answer[0], str) else answer[0][0])

    def hand_out_file(self):
        """What an open dialog gives."""
        return self.hand_out(self.file, "AddFull", lambda handle: GLib.Variant("(ahusas)", ([handle], 0, "", []))) / (
            self.file.name)

    def hand_out_new(self, name):
        """What a save dialog gives: there is no file yet."""
        return self.hand_out(self.folder, "AddNamed", lambda handle: GLib.Variant(
            "(haybb)", (handle, name.encode() + b"\0", False, False))) / name

    def test_a_file_can_be_read_and_says_why_no_more(self):
        self.sample()
        there = self.hand_out_file()
        self.assertEqual(self.run_cli(there, "list", "people").stdout, self.run_cli(self.file, "list", "people").stdout)
        self.assertIn("without its folder", self.run_cli(there, "add", "person", "name=Ada", expect=FAILED).stderr)
        self.run_cli(self.file, "check")

    def test_no_programme_begins_where_it_could_be_lost(self):
        there = self.hand_out_new("new.tandem")
        self.assertIn("place in your documents", self.run_cli(there, "new", "--title", "New", expect=FAILED).stderr)
        self.assertFalse((self.folder / "new.tandem").exists())

    def test_a_folder_keeps_what_is_written_or_says_why_not(self):
        """Only portals since 1.18.1 have the locks that SQLite needs."""
        folder = self.folder / "Mentoring"
        folder.mkdir()
        there = self.hand_out(folder, "AddFull", lambda handle: GLib.Variant(
            "(ahusas)", ([handle], A_FOLDER, "", []))) / folder.name / "p.tandem"
        try:
            self.run_cli(there, "new", "--title", "New")
        except AssertionError:
            said = self.run_cli(there, "new", "--title", "New", expect=FAILED).stderr
            self.assertIn("choose another folder", said)
            self.assertEqual(list(folder.iterdir()), [])
            return
        self.run_cli(there, "add", "person", "name=Ada")
        self.assertIn("Ada", self.run_cli(folder / "p.tandem", "list", "people").stdout)

    def test_a_backup_lands_under_its_name(self):
        self.sample()
        self.run_cli(self.file, "backup", "--out", self.hand_out_new("copy.tandem"))
        self.run_cli(self.folder / "copy.tandem", "check")
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith(".xdp")], [])


if __name__ == "__main__":
    unittest.main()
