# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What a program tells the accessibility bus, and what it answers about a text when asked."""

import re
import subprocess
import threading

from gi.repository import GLib

from accessible import TEXT
from polling import wait_until

REGISTRY = "org.a11y.atspi.Registry"
TEXT_CHANGED = re.compile(r"^\S+: org\.a11y\.atspi\.Event\.Object\.TextChanged (\(.*\))$", re.MULTILINE)


class Listener:
    """Another program on the accessibility bus, from now to the end of the test."""

    def __init__(self, test, app):
        self.test, self.lines = test, []
        # GTK 4.18 tells nothing that nobody has asked for.
        app.desktop.bus.call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent",
                             GLib.Variant("(sass)", ("object:text-changed", [], "")))
        self.process = subprocess.Popen(
            ["gdbus", "monitor", "--address", app.desktop.bus.address, "--dest", app.bus_name],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.reader = threading.Thread(target=lambda: self.lines.extend(iter(self.process.stdout.readline, "")))
        self.reader.start()
        test.addCleanup(self._end)
        wait_until(lambda: "is owned by" in self.heard, "the listener to listen")

    @property
    def heard(self):
        """All that was told, as text"""
        return "".join(list(self.lines))

    def changes(self):
        """(kind, text) of everything that was inserted or deleted"""
        events = [GLib.Variant.parse(None, event, None, None).unpack() for event in TEXT_CHANGED.findall(self.heard)]
        return [(kind.split(":")[0], text) for kind, _, _, text, *_ in events]

    def wait_for_keys(self, number):
        """Until so many characters were told to be inserted"""
        wait_until(lambda: sum(len(text) for kind, text in self.changes() if kind == "insert") >= number,
                   f"{number} characters to be told")

    def expect_dots(self, *secrets, shown=""):
        """All keys of these secrets were told, and not which they were; and what is shown by then, as a whole."""
        self.wait_for_keys(sum(len(secret) for secret in (*secrets, shown)))
        told = [text for _, text in self.changes() if not shown or text != shown]
        self.test.assertEqual(set("".join(told)), {"●"})
        for secret in secrets:
            self.test.assertNotIn(secret, self.heard)

    def _end(self):
        self.process.terminate()
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()


def ask_for_text(widget):
    """Everything that the bus answers about the text of a widget, as one string"""
    characters = widget.app.desktop.bus.call_all(
        [(widget.app.bus_name, widget.path, TEXT, "GetCharacterAtOffset", GLib.Variant("(i)", (at,)))
         for at in range(len(widget.text))])
    words = widget.ask(TEXT, "GetStringAtOffset", GLib.Variant("(iu)", (1, 1)))
    return "".join(map(chr, characters)) + "|" + widget.text + "|" + str(words)
