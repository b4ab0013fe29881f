#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A programme may have words of its own for mentee and mentor.  A string that says one of these is said through
tdm_role_words_fill() or tdm_role_titles_fill_menu(), with another one for such programmes, and stands in SPOKEN; a
translation says them only where the string does.  Titles of fields and codes have a test of their own.
"""

import re
import sys

import checklib

# With a text for any other word beside them
SPOKEN = {
    'Mentee Has Been Asked', 'Mentor Has Been Asked', 'Mentees Have Been Asked', 'Mentors Have Been Asked',
    'Mentee asked', '%u mentees asked', 'Mentor asked', '%u mentors asked', 'Mentee asked since %s',
    'Mentor asked since %s', 'The mentee was asked before.', 'The mentor was asked before.',
    'Please ask the mentee first.', 'Criterion for mentors',
}
# The command line says what files and scripts say, as does src/model but for its titles.
ELSEWHERE = ('src/cli/', 'src/model/', 'data/')
ROLE = re.compile(r'\bment(ee|or(?!ing))', re.I)


def read_entries(po):
    """(msgids, msgstrs) of each entry, without the signs for keys"""
    def texts(entry, name):
        quoted = re.findall(rf'^{name}(?:_plural|\[\d\])? ((?:"[^\n]*"\n?)+)', entry, re.M)
        return [''.join(re.findall(r'"(.*)"', text)).replace('_', '') for text in quoted]
    return [(texts(entry, 'msgid'), texts(entry, 'msgstr')) for entry in po.split('\n\n')]


def complaints(root):
    files = [name for name in checklib.read_list(root / 'po' / 'POTFILES') if not name.startswith(ELSEWHERE)]
    strings = [text for ids, _ in read_entries(checklib.xgettext(root, files)) for text in ids]
    found = [] if any(strings) else ['po/POTFILES: no string was found']
    found += [f'“{text}” is not said in the words of the programme'
              for text in strings if ROLE.search(text) and text not in SPOKEN]
    for po in sorted((root / 'po').glob('*.po')):
        for ids, translations in read_entries(po.read_text(encoding='utf-8')):
            if not any(ROLE.search(text) for text in ids):
                found += [f'po/{po.name}: “{text}” says a role that “{ids[0]}” does not'
                          for text in translations if ids and ids[0] and ROLE.search(text)]
    return found


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
