#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Does the count of the tests say what failed, and that nothing was run?"""

import json
import unittest

from treetest import TreeTest, load


class Tally(TreeTest):
    check = load('tally')

    def log(self, *tests):
        self.write('build/meson-logs/testlog.json', ''.join(
            json.dumps({'name': 'a', 'result': 'OK', 'stdout': '', **test}) + '\n'
            for test in tests))

    def assertTally(self, passed, failed, trouble=()):
        count, found = self.check.count([self.root / 'build'], trouble)
        self.assertEqual((count, len(found)), (passed, failed), found)

    def test_passed(self):
        self.log({}, {'result': 'EXPECTEDFAIL'}, {'stdout': '1..1\nok 1 /a/skip'})
        self.assertTally(3, 0)

    def test_failed(self):
        self.log({}, *({'result': result} for result in (
            'FAIL', 'TIMEOUT', 'ERROR', 'INTERRUPT', 'UNEXPECTEDPASS', 'UNKNOWN')))
        self.assertTally(1, 6)

    def test_skipped(self):
        self.log({'result': 'SKIP'}, {'stdout': '1..2\nok 1 /a # SKIP no disk\nok 2 /b'},
                 {'stderr': 'Ran 3 tests in 0.1s\n\nOK (skipped=1)'})
        self.assertTally(0, 3)

    def test_skip_declared(self):
        self.log({'result': 'SKIP'})
        self.check.MAY_SKIP['a'] = 'for this test'
        self.addCleanup(self.check.MAY_SKIP.clear)
        self.assertTally(1, 0)

    def test_no_test_ran(self):
        self.assertTally(0, 1)
        self.log()
        self.assertTally(0, 1)

    def test_trouble(self):
        self.log({})
        self.assertTally(1, 1, ['does not build'])


if __name__ == '__main__':
    unittest.main()
