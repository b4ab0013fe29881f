# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""The base class of the window tests.

    class PairsTest(TandemCase):
        def test_a_new_tandem_is_listed(self):
            app = self.start("programme.tandem")
            app.find("button", "New Tandem").click()
            ...

At the end of every test the program is closed, must end with status 0 and
must have printed no warning.  The environment says what to test and where to
leave pictures:

    TANDEM_BINARY        the program to start
    TANDEM_SHOTS         a folder for pictures of every test's last moment, and of some before
    TANDEM_LOCALEDIR     the translations of the build (passed on)
    GSETTINGS_SCHEMA_DIR the compiled settings schema of the build (passed on)
    TANDEM_UI_TIMEOUT    seconds to wait for anything, 40 by default
"""

import dataclasses
import os
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

from desktop import Desktop
from settings import Settings


class TandemCase(unittest.TestCase):
    """A test with a desktop of its own, made by the first start()."""

    settings = Settings()
    """The desktop of the tests in this class; start() can change it for one."""

    desktop = None

    def start(self, *arguments, env=None, **changes):
        """Start Tandem with these arguments, and return it when its window is idle.

        changes are fields of Settings: language, dark, text_scale, size, home...
        They shape the desktop, so only the first start of a test may have them.
        """
        if self.desktop is None:
            settings = dataclasses.replace(self.settings, **changes)
            self.desktop = Desktop(settings).__enter__()
        elif changes:
            raise TypeError("the desktop of this test exists already")
        return self.desktop.start([program_path(), *arguments], env)

    def make_folder(self):
        """A folder that lasts as long as the test: for files, or as a home."""
        folder = Path(tempfile.mkdtemp(prefix="tandem-ui-files."))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder

    # The end of a test

    def run(self, result=None):
        """Run the test; its desktop outlives tearDown, and ends here in any case."""
        self.result = self.defaultTestResult() if result is None else result
        self.earlier_problems = self._problems()
        try:
            return super().run(self.result)
        finally:
            if self.desktop:
                self.desktop.close()
                self.desktop = None

    def tearDown(self):
        if self.desktop is None:
            return
        if self._problems() > self.earlier_problems:
            self._keep_evidence()
        else:
            self._check_end()

    def _check_end(self):
        """What every test asserts, and a picture of how it left the program."""
        self.save_picture()
        try:
            for app in self.desktop.applications:
                self._check_application(app)
        except AssertionError:
            self._keep_evidence()
            raise

    def _check_application(self, app):
        """Warnings are looked for twice: before closing there is still a picture to keep."""
        self.assertEqual(app.log.warnings(), [], "the program printed warnings")
        status = app.close() if app.is_running else app.exit_status
        self.assertEqual(app.log.warnings(), [], "the program printed warnings as it ended")
        if not app.was_killed:
            self.assertEqual(status, 0, f"exit status; output:\n{app.log.text}")

    def _problems(self):
        return len(self.result.failures) + len(self.result.errors)

    # Pictures and logs

    def save_picture(self, moment=""):
        """Save a picture for whoever looks at pictures; a story has several moments, each with a name."""
        folder = os.environ.get("TANDEM_SHOTS")
        running = [app for app in self.desktop.applications if app.is_running]
        if folder and running:
            Path(folder).mkdir(parents=True, exist_ok=True)
            running[-1].screenshot(Path(folder) / f"{self.id()}{moment and '-' + moment}.png")

    def _keep_evidence(self):
        """Keep the output, a picture and the widgets of a test that failed."""
        folder = self._evidence_folder()
        for number, app in enumerate(self.desktop.applications):
            shutil.copy(app.log.path, folder / f"output-{number}.txt")
            self._keep_view(app, folder, number)
        print(f"{self.id()}: output and picture are in {folder}", file=sys.stderr)

    def _keep_view(self, app, folder, number):
        """Best effort: a program that hangs must not hide why the test failed."""
        if not app.is_running:
            return
        try:
            app.screenshot(folder / f"picture-{number}.png")
            (folder / f"widgets-{number}.txt").write_text(app.dump())
        except Exception as error:
            print(f"no picture: {error}", file=sys.stderr)

    def _evidence_folder(self):
        shots = os.environ.get("TANDEM_SHOTS")
        if not shots:
            return Path(tempfile.mkdtemp(prefix="tandem-ui-failed."))
        folder = Path(shots) / f"{self.id()}.failed"
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def program_path():
    """The program to test; guessing one would test the wrong build some day."""
    path = os.environ.get("TANDEM_BINARY")
    if not path:
        raise AssertionError("TANDEM_BINARY must name the program to test")
    return path
