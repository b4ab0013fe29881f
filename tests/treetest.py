# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A test of a script that looks at files: a tree of its own, and the script."""

import importlib.util
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
sys.dont_write_bytecode = True


def load(name):
    spec = importlib.util.spec_from_file_location(name.replace('-', '_'), HERE / f'{name}.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TreeTest(unittest.TestCase):
    """A test with a tree of its own, and a check to look at it."""

    check = None

    def setUp(self):
        temp = tempfile.TemporaryDirectory()
        self.addCleanup(temp.cleanup)
        self.root = pathlib.Path(temp.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding='utf-8')

    def assertGood(self):
        self.assertEqual(self.check.complaints(self.root), [])

    def assertBad(self, *parts):
        """One complaint, with all the parts in it."""
        found = self.check.complaints(self.root)
        self.assertEqual(len(found), 1, found)
        for part in parts:
            self.assertIn(part, found[0])
