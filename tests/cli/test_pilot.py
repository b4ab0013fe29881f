#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""The pilot of a programme, from an empty file to its third meeting, by tandem-cli alone.

Why there is a programme and who sponsors it, a pilot of three months with its question, people with what they need and
can pass on, one tandem that is proposed, asked and agrees, an informal meeting before any topic, then one a month, each
with its goal, and whether that was reached. What the file holds then is compared with pilot.json; after a change that
is wanted, `TANDEM_CLI=build/src/cli/tandem-cli python3 tests/cli/test_pilot.py --golden > tests/cli/pilot.json`.
"""

import sys
import unittest
from pathlib import Path

from pilot_story import PilotStory

GOLDEN = Path(__file__).with_name("pilot.json")


class Pilot(PilotStory):
    def test_the_file_holds_what_the_golden_file_says(self):
        self.maxDiff = None
        self.assertEqual(self.build(), GOLDEN.read_text())
        self.run_cli(self.file, "check")


if __name__ == "__main__":
    if sys.argv[1:] == ["--golden"]:
        pilot = Pilot()
        pilot.setUp()
        sys.stdout.write(pilot.build())
        pilot.doCleanups()
    else:
        unittest.main()
