#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A line of C or Python has no more than 120 characters, as .clang-format has it: longer ones are cut off where they
are read."""

import sys

import checklib

MOST = 120


def complaints(root):
    found = []
    files = checklib.files_below(root, ['src', 'tests', 'data', 'po', 'flatpak'], ['.c', '.h', '.py'])
    for path in files:
        for number, line in enumerate((root / path).read_text(encoding='utf-8').splitlines(), 1):
            if len(line) > MOST:
                found.append(f'{path}:{number}: {len(line)} characters')
    if not files:
        found.append('no files to look at')
    return found


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
