#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Names that the compiler does not know, and that stop or mute the program when one is wrong:

- A resource path ends the program if no gresource.xml has the file under that path.
- An icon that neither the theme nor the program has is shown as a broken picture.
- A button or shortcut whose action no class has does nothing.
- A shortcut that the overlay tells of must exist, and each that exists must be told of.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import checklib

PREFIX = '/org/tandemapp/Tandem/'
THEMES = [pathlib.Path('/usr/share/icons/Adwaita'), pathlib.Path('/usr/share/icons/hicolor')]
ICON = re.compile(r'"((?:[a-z0-9]+-)+symbolic)"')
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
ACTION = re.compile(r'([a-z][a-z-]*)\.([a-z][a-z-]*)(?:::.*)?')
TRIGGERED = re.compile(r'action\(([^)]*)\)')
INSTALLED = re.compile(r'install_(?:property_)?action \(widget_class, "([^"]+)"')
ENTRY = re.compile(r'\.name = "([^"]+)", \.activate')
GROUP = re.compile(r'insert_action_group \([^,]+, "([a-z]+)"')
SETTING = re.compile(r'g_settings_create_action \([^,]+, "([^"]+)"\)')
SHORTCUT = re.compile(r'\{ "([a-z]+\.[a-z-]+(?:::[a-z]+)?)", \{ ([^}]*) \} \}')
# What GTK itself gives every window, text and list
GTK_ACTIONS = {'window.close', 'default.activate', 'text.undo', 'text.redo', 'list.scroll-to-item', 'list.select-item',
               'clipboard.copy', 'clipboard.cut', 'clipboard.paste'}


def text_of(element):
    return (element.text or '').strip()


def sources(root, suffixes=('.c', '.h')):
    """(path, text) of the program's C files."""
    return [(path, (root / path).read_text(encoding='utf-8'))
            for path in checklib.files_below(root, ['src'], suffixes)]


def interfaces(root):
    """(path, root element) of all .ui files."""
    return [(path, ElementTree.parse(root / path).getroot())
            for path in checklib.files_below(root, ['ui'], ['.ui'])]


# Resources

def resource_paths(root):
    """Every path under which a file can be found at run time."""
    found = set()
    for listing in checklib.files_below(root, ('ui', 'data', 'src'), ['.gresource.xml']):
        for group in ElementTree.parse(root / listing).iter('gresource'):
            found |= {f'{group.get("prefix")}/{file.get("alias") or text_of(file)}' for file in group.iter('file')}
    return found


def resource_complaints(root, texts, uis):
    there = resource_paths(root)
    named = [(path, name) for path, text in texts for name in STRING.findall(text)]
    named += [(path, text_of(element)) for path, ui in uis for element in ui.iter('property')
              if element.get('name') == 'resource']
    for path, name in named:
        if not name.startswith(PREFIX):
            continue
        # The code adds a name to what ends with a slash.
        if name not in there and not (name.endswith('/') and any(path.startswith(name) for path in there)):
            yield f'{path}: no gresource.xml has {name}'


# Icons

def icons_there(root):
    found = {path.name.split('.svg')[0].split('.symbolic')[0].split('.png')[0]
             for folder in [*THEMES, root / 'data/icons', root / 'ui/icons'] for path in folder.rglob('*')}
    return found | {'org.tandemapp.Tandem'}


def icon_complaints(root, texts, uis):
    there = icons_there(root)
    named = [(path, name) for path, text in texts for name in ICON.findall(text)]
    named += [(path, text_of(element)) for path, ui in uis for element in ui.iter('property')
              if element.get('name') in ('icon-name', 'primary-icon-name', 'secondary-icon-name') and text_of(element)]
    for path, name in named:
        if name not in there:
            yield f'{path}: no theme has the icon {name}'


# Actions

def actions_there(texts):
    found = set(GTK_ACTIONS)
    for _, text in texts:
        found |= set(INSTALLED.findall(text))
        # Those of a group are listed where it is put into widgets.
        found |= {f'{group}.{name}' for group in GROUP.findall(text) or ['app'] for name in ENTRY.findall(text)}
        found |= {f'win.{name}' for name in SETTING.findall(text)}
    return found


def actions_named(texts, uis, groups):
    """(path, action) wherever code or a .ui file calls an action."""
    for path, text in texts:
        for name in STRING.findall(text if 'app' in path.parts else ''):
            match = ACTION.fullmatch(name)
            if match and match.group(1) in groups:
                yield path, f'{match.group(1)}.{match.group(2)}'
    for path, ui in uis:
        for element in ui.iter():
            if element.get('name') in ('action-name', 'action') and element.tag in ('property', 'attribute'):
                name = text_of(element)
                triggered = TRIGGERED.fullmatch(name)
                yield path, (triggered.group(1) if triggered else name).split('::')[0]


def action_complaints(texts, uis):
    there = actions_there(texts)
    groups = {name.split('.')[0] for name in there}
    for path, name in actions_named(texts, uis, groups):
        if name and name not in there:
            yield f'{path}: no class has the action {name}'


# Shortcuts

def plain_key(key):
    """<Primary>F and <Control>f are one key."""
    return key.replace('<Primary>', '<Control>').lower()


def shortcut_keys(texts):
    """{key: action} of the table in the application."""
    return {plain_key(key): action for _, text in texts for action, keys in SHORTCUT.findall(text)
            for key in STRING.findall(keys)}


def keys_told(uis):
    """The keys in the overlay."""
    for path, ui in uis:
        for element in ui.iter('object'):
            if element.get('class') == 'GtkShortcutsShortcut':
                for key in element.findall("property[@name='accelerator']"):
                    yield from ((path, plain_key(part)) for part in text_of(key).split())


def keys_elsewhere(texts, uis):
    """Keys that a class or a .ui file binds itself, without the keys held with them."""
    found = {key.lower() for _, text in texts for key in re.findall(r'GDK_KEY_(\w+)', text)}
    triggers = (text_of(element) for _, ui in uis for element in ui.iter('property')
                if element.get('name') == 'trigger')
    return found | {plain_key(key) for trigger in triggers for key in trigger.split('|')}


def shortcut_complaints(texts, uis):
    keys, elsewhere = shortcut_keys(texts), keys_elsewhere(texts, uis)
    told = list(keys_told(uis))
    for path, key in told:
        if key not in keys and key not in elsewhere and key.split('>')[-1] not in elsewhere:
            yield f'{path}: nothing has the shortcut {key}'
    told_keys = {key for _, key in told}
    for key, action in keys.items():
        if key not in told_keys:
            yield f'the overlay does not tell of the shortcut {key} of {action}'


def complaints(root):
    texts, uis = sources(root), interfaces(root)
    found = [] if texts and uis else ['src and ui: there is nothing to check']
    return found + [*resource_complaints(root, texts, uis), *icon_complaints(root, texts, uis),
                    *action_complaints(texts, uis), *shortcut_complaints(texts, uis)]


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
