#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""A letter of a menu (“_Save”) that stands there twice chooses neither item, but goes from one to the other.  Each menu
of ui/*.ui is looked at in all languages, those of pages that end with the menu of all pages together with that one.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

import checklib

MAIN = 'ui/common/main-menu.ui'
KEY = re.compile(r'_(\w)')


def read_po(path):
    """What stands for a (context, text)"""
    def text(entry, name):
        found = re.search(rf'^{name}(?:\[0\])? ((?:"[^\n]*"\n?)+)', entry, re.M)
        return ''.join(re.findall(r'"(.*)"', found[1])) if found else ''
    entries = path.read_text(encoding='utf-8').split('\n\n')
    return {(text(entry, 'msgctxt'), text(entry, 'msgid')): text(entry, 'msgstr') for entry in entries}


def items_of(menu):
    """(context, label) of the items of a menu and its sections; those of a submenu have a menu of their own."""
    for child in menu:
        if child.tag == 'section':
            yield from items_of(child)
        elif child.tag in ('item', 'submenu'):
            for attribute in child.findall('attribute[@name="label"]'):
                yield attribute.get('context') or '', attribute.text or ''


def menus_in(root, path):
    tree = ElementTree.parse(root / path)
    return [(menu.get('id') or 'submenu', list(items_of(menu)))
            for tag in ('menu', 'submenu') for menu in tree.iter(tag)]


def ends_with_the_main_menu(root, path):
    source = root / 'src' / 'app' / path.parent.relative_to('ui') / f'tdm-{path.stem}.c'
    return source.exists() and 'tdm_main_menu_append (' in source.read_text(encoding='utf-8')


def complaints(root):
    languages = {'en': {}} | {po.stem: read_po(po) for po in sorted((root / 'po').glob('*.po'))}
    main = [item for _, items in menus_in(root, MAIN) for item in items] if (root / MAIN).exists() else []
    found, keys = [], 0
    for path in checklib.files_below(root, ['ui'], ['.ui']):
        more = main if ends_with_the_main_menu(root, path) else []
        for name, items in menus_in(root, path):
            for language, words in languages.items():
                seen = {}
                for item in items + (more if name == 'menu' else []):
                    label = words.get(item) or item[1]
                    key = KEY.search(label)
                    if not key:
                        continue
                    other = seen.setdefault(key[1].lower(), label)
                    keys += 1
                    if other != label:
                        found.append(f'{path}: “{other}” and “{label}” have one letter ({language}, {name})')
    return found if keys else ['ui: no menu was found']


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
