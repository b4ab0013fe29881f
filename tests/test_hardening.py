# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors

"""What the build has to give to programs that read mail from strangers."""

import pathlib
import re
import subprocess
import sys
import unittest

KIND, *PROGRAMS = sys.argv[1:]


class HardeningTest(unittest.TestCase):

    def assert_shown(self, programs, options, pattern):
        self.assertEqual([pathlib.Path(program).name for program in PROGRAMS], ["tandem", "tandem-cli"])
        for program in programs:
            text = subprocess.run(["readelf", "-W", *options, program],
                                  check=True, capture_output=True, text=True).stdout
            self.assertTrue(re.search(pattern, text), f"{program}: no {pattern} in what readelf shows")

    def test_they_are_loaded_anywhere(self):
        self.assert_shown(PROGRAMS, ["-h"], r"Type: +DYN")

    def test_their_tables_are_complete_and_closed_before_they_run(self):
        self.assert_shown(PROGRAMS, ["-l"], r"GNU_RELRO")
        self.assert_shown(PROGRAMS, ["-d"], r"\(FLAGS(_1)?\).*NOW")

    def test_their_stack_is_watched(self):
        self.assert_shown(PROGRAMS, ["--dyn-syms"], r"__stack_chk_fail")

    @unittest.skipUnless(KIND == "fortified", "it takes an optimizing compiler")
    def test_buffers_are_watched(self):
        """The command has none whose length the compiler can see."""
        self.assert_shown(PROGRAMS[:1], ["--dyn-syms"], r" __\w+_chk@")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
