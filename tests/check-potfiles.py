#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Every file with strings to translate is in po/POTFILES, and every file named
there exists. xgettext itself says which files have strings.
"""

import sys

import checklib

FOLDERS = ('src', 'ui', 'data')
SUFFIXES = ('.c', '.h', '.c.in', '.h.in', '.ui', '.desktop.in', '.xml.in', '.gschema.xml')


def with_strings(root):
    """The files below FOLDERS in which xgettext finds a string."""
    candidates = [str(path) for path in checklib.files_below(root, FOLDERS, SUFFIXES)]
    if not candidates:
        return set()
    pot = checklib.xgettext(root, candidates, '--no-wrap')
    places = (word for line in pot.splitlines() if line.startswith('#: ')
              for word in line[3:].split())
    return {place.rsplit(':', 1)[0] for place in places}


def complaints(root):
    listed = checklib.read_list(root / 'po' / 'POTFILES')
    found = []
    for name in sorted(with_strings(root) - set(listed)):
        found.append(f'po/POTFILES: {name} has strings to translate; list it')
    for name in sorted(set(listed)):
        if not (root / name).is_file():
            found.append(f'po/POTFILES: {name} does not exist')
        if listed.count(name) > 1:
            found.append(f'po/POTFILES: {name} is listed twice')
    if not listed:
        found.append('po/POTFILES: lists nothing')
    return found


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
