# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""Every shortcut of the program is pressed on a real keyboard: none may stop the program.

What each of them does is the subject of other tests; tests/app/test-every-action.c uses them on every page, and all
menus.
"""

import importlib.util
import re
import sys
from pathlib import Path

from programme_case import ProgrammeCase

TESTS = Path(__file__).resolve().parent.parent
LEAVING = {"app.quit", "window.close"}


def load_check():
    """check-names.py knows the table of shortcuts."""
    sys.path.insert(0, str(TESTS))
    spec = importlib.util.spec_from_file_location("check_names", TESTS / "check-names.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shortcuts():
    """{keys as the driver presses them: action}."""
    check = load_check()
    table = check.shortcut_keys(check.sources(TESTS.parent))

    def spell(part):
        return part[1].title() + "+" if part[1] else part[2].title()

    return {re.sub(r"<(.*?)>|(f\d+|left)$", spell, key): action for key, action in table.items()}


class Everything(ProgrammeCase):
    def settle(self, app):
        """Close whatever has opened; returns what it was."""
        opened = set()
        for _ in range(6):
            windows = app.children
            if len(windows) == 1:
                return opened
            opened |= {window.name for window in windows[1:]}
            app.key("Escape")
        self.fail(f"still open: {[window.name for window in app.children]}")

    def test_shortcuts_on_the_page_of_a_tandem_and_the_one_that_quits(self):
        app = self.start_sample()
        self.open_tandem(app, "Bönisch")
        app.find("button", "Menu of the Tandem")
        keys = [key for key, action in shortcuts().items() if action not in LEAVING]
        self.assertGreater(len(keys), 20)
        opened = set()
        for key in keys:
            app.key(key)
            opened |= self.settle(app)
        # GTK 4.18 gives it no name.
        self.assertTrue(opened & {"GtkShortcutsWindow", ""}, opened)
        app.desktop.keyboard.press("Control+q")
        self.assertEqual(app.process.wait(20), 0)
