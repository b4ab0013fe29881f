#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Every string of the program is translated in every language of po/LINGUAS,
none is marked fuzzy, and msgfmt finds no mistake (such as %s against %d).

The strings come from a fresh template, so a forgotten update of the po file is
found as well.
"""

import ast
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import checklib


def gettext_tool(*command):
    """(whether it succeeded, standard output, standard error)"""
    result = subprocess.run([str(part) for part in command], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env={**os.environ, 'LC_ALL': 'C', 'LANGUAGE': 'C'})
    return result.returncode == 0, result.stdout, result.stderr.strip()


def msgids(po):
    """The msgids of a po text, with their context, without the header's."""
    texts = re.findall(r'^(?:msgctxt ("[^\n]*"(?:\n"[^\n]*")*)\n)?msgid ("[^\n]*"(?:\n"[^\n]*")*)',
                       po, re.M)

    def text(quoted):
        return ''.join(ast.literal_eval(line) for line in quoted.splitlines())
    return [(f'{text(context)} | ' if context else '') + text(msgid)
            for context, msgid in texts if text(msgid)]


def language_complaints(name, pot, po, folder):
    merged = folder / po.name
    done, _, message = gettext_tool(
        'msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged, po, pot)
    if not done:
        return [f'{name}: {message}']
    found = []
    for what, option in (('not translated', '--untranslated'), ('fuzzy', '--only-fuzzy')):
        _, entries, _ = gettext_tool('msgattrib', option, '--no-obsolete', merged)
        found += [f'{name}: {what}: {msgid}' for msgid in msgids(entries)]
    done, _, message = gettext_tool('msgfmt', '--check', '--statistics', '-o', os.devnull, merged)
    if not done:
        found.append(f'{name}: {message}')
    elif not found and re.search(r'untranslated|fuzzy', message):
        found.append(f'{name}: {message}')
    return found


def complaints(root):
    strings = checklib.xgettext(root, checklib.read_list(root / 'po' / 'POTFILES'))
    if not strings:
        return ['po/POTFILES: no string to translate was found']
    languages = checklib.read_list(root / 'po' / 'LINGUAS')
    found = [] if languages else ['po/LINGUAS: lists no language']
    with tempfile.TemporaryDirectory() as temp:
        folder = pathlib.Path(temp)
        pot = folder / 'tandem.pot'
        pot.write_text(strings, encoding='utf-8')
        for language in ' '.join(languages).split():
            po = root / 'po' / f'{language}.po'
            found += language_complaints(f'po/{po.name}', pot, po, folder)
    return found


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
