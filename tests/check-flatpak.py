#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""What Flathub asks of a program, as far as it can be seen here: pictures in the
metainfo that are in data/screenshots, a finished release, a runtime that is
looked after, and the right to hear all screen savers that lock the notes."""

import json
import re
import sys
import xml.etree.ElementTree as tree

import checklib

RUNTIME_AT_LEAST = 50
GUARD = 'src/app/notes/tdm-notes-guard.c'
MANIFEST = 'flatpak/org.tandemapp.Tandem.json'
METAINFO = 'data/org.tandemapp.Tandem.metainfo.xml.in'


def metainfo_complaints(root):
    component = tree.parse(root / METAINFO).getroot()
    pictures = component.findall('screenshots/screenshot/image')
    if not pictures:
        yield f'{METAINFO}: no screenshots'
    for picture in pictures:
        name = picture.text.strip().rsplit('/', 1)[-1]
        if not picture.text.strip().startswith('https://') or not (root / 'data/screenshots' / name).is_file():
            yield f'{METAINFO}: {name} is not in data/screenshots, or has no https address'
    for shot in component.findall('screenshots/screenshot'):
        if not (shot.findtext('caption') or '').strip():
            yield f'{METAINFO}: a screenshot without a caption'
    for release in component.findall('releases/release'):
        if release.get('type', 'stable') != 'stable':
            yield f'{METAINFO}: release {release.get("version")} is no finished one'


def manifest_complaints(root):
    manifest = json.loads((root / MANIFEST).read_text(encoding='utf-8'))
    allowed = {arg.removeprefix('--talk-name=') for arg in manifest['finish-args']}
    if int(manifest['runtime-version']) < RUNTIME_AT_LEAST:
        yield f'{MANIFEST}: runtime {manifest["runtime-version"]} is older than {RUNTIME_AT_LEAST}'
    savers = re.findall(r'"(org\.\w+\.ScreenSaver)"', (root / GUARD).read_text(encoding='utf-8'))
    if not savers:
        yield f'{GUARD}: names no screen saver'
    for saver in savers:
        if saver not in allowed:
            yield f'{MANIFEST}: {saver} cannot be heard'


def complaints(root):
    return [*metainfo_complaints(root), *manifest_complaints(root)]


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
