#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Counts what `meson test` left in build folders and ends with one line:
"N passed, N failed".

A skipped test is a failed one, whether meson reports it or a test says so in
its own output, unless MAY_SKIP names it. So is a folder in which no test ran.
"""

import argparse
import json
import pathlib
import re
import sys

# Names as meson prints them, for example "tandem:store / disk-full", each
# with the reason why it may be skipped.
MAY_SKIP = {
    'tandem:cli / file_systems': 'some systems let nobody but root mount anything, even apart from the others',
}

PASSED = {'OK', 'EXPECTEDFAIL'}
OWN_SKIP = re.compile(r'^\s*ok\b[^\n]*#\s*skip\b|\bskipped=[1-9]', re.I | re.M)


def verdict(test):
    """'passed', or why the test counts as failed."""
    if test['result'] == 'SKIP':
        skipped = True
    elif test['result'] in PASSED:
        output = (test.get('stdout') or '') + (test.get('stderr') or '')
        skipped = OWN_SKIP.search(output)
    else:
        return test['result'].lower()
    return 'skipped' if skipped and test['name'] not in MAY_SKIP else 'passed'


def read_log(folder):
    log = pathlib.Path(folder, 'meson-logs', 'testlog.json')
    if not log.is_file():
        return []
    return [json.loads(line) for line in log.read_text().splitlines() if line]


def count(folders, trouble=()):
    """(number passed, list of complaints)"""
    passed, complaints = 0, list(trouble)
    for folder in folders:
        tests = read_log(folder)
        if not tests:
            complaints.append(f'{folder}: no test ran')
        for test in tests:
            result = verdict(test)
            if result == 'passed':
                passed += 1
            else:
                complaints.append(f'{folder}: {test["name"]}: {result}')
    return passed, complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--trouble', action='append', default=[],
                        help='something that counts as one failure')
    parser.add_argument('folder', nargs='*', help='a build folder')
    args = parser.parse_args()
    passed, complaints = count(args.folder, args.trouble)
    for complaint in complaints:
        print(f'FAILED {complaint}')
    print(f'{passed} passed, {len(complaints)} failed')
    return 1 if complaints or passed == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
