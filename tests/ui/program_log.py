# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What a program printed, and what of it must never appear."""

import re

FORBIDDEN = re.compile(
    r"-(WARNING|CRITICAL|ERROR) \*\*|\b(WARNING|CRITICAL) \*\*|Sanitizer|runtime error:")


class ProgramLog:
    """The output of a program, over all its restarts."""

    def __init__(self, path):
        self.path = path

    def open(self):
        """A file for the next run of the program to write into."""
        return open(self.path, "ab")

    @property
    def text(self):
        return self.path.read_text(errors="replace") if self.path.exists() else ""

    def warnings(self):
        """The lines by GLib or a sanitizer that tell of a mistake."""
        return [line for line in self.text.splitlines() if FORBIDDEN.search(line)]
