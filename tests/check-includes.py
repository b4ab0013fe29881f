#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""Every folder under src/ includes only what its row in the table of layers
allows: of the project and of libraries. A public header passes nothing of
another layer on, and the vault is named in its own folder and in the notebook
only. HACKING.md explains the layers.
"""

import posixpath
import re
import sys

import checklib

# layer: (layers it may use, libraries it may use besides those in EVERYWHERE)
LAYERS = {
    'base': ((), ()),
    'model': (('base',), ()),
    'database': (('base',), ('sqlite3',)),
    'store': (('base', 'database', 'model'), ('sqlite3',)),
    'keyring': (('base',), ('libsecret',)),
    'vault': (('base', 'database'), ('sqlite3', 'libsodium')),
    'calendar': (('base', 'model'), ('libical', 'icu')),
    'edits': (('base', 'model', 'calendar'), ()),
    'method': (('base', 'model', 'calendar'), ()),
    'messages': (('base', 'model', 'calendar', 'edits'), ()),
    'exchange': (('base', 'model', 'calendar', 'method', 'edits'), ('libcsv', 'cairo', 'pango')),
    'sample': (('base', 'model', 'calendar'), ()),
    'mail': (('base', 'keyring', 'model'), ('gmime', 'libcurl')),
    'workspace': (('base', 'database', 'model', 'store', 'calendar'), ()),
    'inbox': (('base', 'model', 'calendar', 'edits', 'messages', 'exchange', 'mail', 'workspace'), ()),
    'delivery': (('base', 'model', 'calendar', 'edits', 'messages', 'keyring', 'mail', 'workspace'), ()),
    'notebook': (('base', 'database', 'keyring', 'vault'), ()),
    'app': (('base', 'model', 'calendar', 'edits', 'method', 'messages', 'exchange', 'sample', 'workspace', 'inbox',
             'delivery', 'notebook'), ('gtk4', 'libadwaita')),
    'cli': (('base', 'model', 'calendar', 'edits', 'method', 'messages', 'exchange', 'sample', 'workspace', 'inbox',
             'delivery'), ('json-glib',)),
}
MAIN = {'main.c': (('app', 'tdm-wipe.h'), ()), 'tdm-wipe.c': (('base', 'tdm-wipe.h'), ()), 'tdm-wipe.h': ((), ())}

# library: how the names of its headers begin
LIBRARIES = {
    'glib': ('glib', 'gobject/', 'gmodule'),
    'gio': ('gio/',),
    'sqlite3': ('sqlite3',),
    'libsodium': ('sodium',),
    'libsecret': ('libsecret/',),
    'libical': ('libical/', 'ical'),
    'icu': ('unicode/',),
    'json-glib': ('json-glib/',),
    'gmime': ('gmime/',),
    'libcurl': ('curl/',),
    'libcsv': ('csv.h',),
    'cairo': ('cairo',),
    'pango': ('pango/',),
    'gtk4': ('gtk/', 'gdk/', 'gsk/', 'graphene'),
    'libadwaita': ('adwaita', 'adw-'),
}
EVERYWHERE = ('glib', 'gio')

# What a public header may pass on to whoever includes it.
PASSED_ON = ('base', 'model')

# Words that only some layers know, so that no declaration of one's own gets round the table.
WORDS = {'vault': (re.compile(r'\b(?:tdm_vault|TdmVault|TDM_VAULT)\w*'), ('vault', 'notebook'))}

# Headers of C and POSIX, free for all.
SYSTEM = set('''
    assert ctype errno fcntl fenv float inttypes iso646 langinfo libintl limits locale malloc math
    setjmp signal stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn
    string strings tgmath time uchar unistd wchar wctype
'''.split())

COMMENT = re.compile(r'/\*.*?\*/', re.S)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)
SOURCES = ('.c', '.h', '.inc', '.c.in', '.h.in')


def find_cycle(layers):
    """The layers that may use each other, in a circle, or None."""
    left = {layer: set(used) for layer, (used, _) in layers.items()}
    while left and (free := {layer for layer, used in left.items() if not used or not is_used(layer, left)}):
        left = {layer: used - free for layer, used in left.items() if layer not in free}
    return sorted(left) or None


def is_used(layer, layers):
    return any(layer in used for used in layers.values())


def library_of(header):
    for library, beginnings in LIBRARIES.items():
        if header.startswith(beginnings):
            return library
    return None


def is_system(header):
    return header.startswith('sys/') or header.removesuffix('.h') in SYSTEM


def layer_of(header, source, names):
    """The layer a project header belongs to, None when it is not the
    project's. `names` maps the names of all headers to the layers having one.
    """
    own = source.parts[1]
    if header.startswith('.'):
        header = posixpath.normpath(posixpath.join(*source.parts[1:-1], header))
    first, *rest = header.split('/')
    if rest and first in LAYERS:
        return first
    if header == 'config.h':
        return own
    if rest and own == 'app' and rest[-1].startswith('tdm-'):
        return own
    if not rest and first.startswith('tdm-'):
        layers = names.get(first, {own})
        return own if own in layers else min(layers)
    return None


def why_not(quote, header, source, names):
    """What is wrong with one #include, or None."""
    own = source.parts[1]
    layers, libraries = LAYERS.get(own) or MAIN[own]
    layer = layer_of(header, source, names) if quote == '"' else None
    if layer is not None and layer != own:
        if layer not in layers:
            return f'{own} may not use {layer}'
        if header.endswith('-private.h'):
            return f'is private to {layer}'
        if is_public(source) and layer not in PASSED_ON:
            return f'a public header of {own} passes {layer} on'
    if layer is not None:
        return None
    library = library_of(header)
    if library is not None:
        return None if library in (*EVERYWHERE, *libraries) else f'{own} may not use {library}'
    if quote == '<' and is_system(header):
        return None
    return 'is in no row of the table of layers'


def is_public(source):
    return source.name.endswith('.h') and not source.name.endswith('-private.h') and len(source.parts) > 2


def foreign_words(text, source):
    """(position, what is wrong) for each name that is another layer's alone"""
    for layer, (pattern, knowing) in WORDS.items():
        if source.parts[1] not in knowing:
            for match in pattern.finditer(text):
                yield match.start(), f'{match[0]}: {source.parts[1]} may not know {layer}'


def features_used(sources, root):
    """{folder of app: (the other folders of app that it includes, ())}"""
    used = {}
    for source in sources:
        if source.parts[1] == 'app' and len(source.parts) > 3:
            found = used.setdefault(source.parts[2], (set(), ()))[0]
            text = COMMENT.sub('', (root / source).read_text(encoding='utf-8'))
            found.update(match[2].split('/')[1] for match in INCLUDE.finditer(text)
                         if match[2].startswith('app/') and match[2].count('/') == 2)
            found.discard(source.parts[2])
    return {feature: (found & set(used), ()) for feature, (found, _) in used.items()}


def headers_by_name(sources):
    names = {}
    for source in sources:
        names.setdefault(source.name.removesuffix('.in'), set()).add(source.parts[1])
    return names


def complaints(root):
    sources = checklib.files_below(root, ['src'], SOURCES)
    names = headers_by_name(sources)
    found = [] if sources else ['src: there is nothing to check']
    if cycle := find_cycle(LAYERS):
        found.append(f'src: these layers may use each other: {", ".join(cycle)}')
    if cycle := find_cycle(features_used(sources, root)):
        found.append(f'src/app: these folders use each other: {", ".join(cycle)}')
    for source in sources:
        if source.parts[1] not in LAYERS and source.parts[1] not in MAIN:
            found.append(f'{source}: {source.parts[1]} is no layer')
            continue
        text = (root / source).read_text(encoding='utf-8')
        text = COMMENT.sub(lambda match: '\n' * match[0].count('\n'), text)
        reasons = [(match.start(2), f'{match[2]}: {reason}') for match in INCLUDE.finditer(text)
                   if (reason := why_not(match[1], match[2], source, names))]
        for position, reason in (*reasons, *foreign_words(text, source)):
            found.append(f'{source}:{text.count(chr(10), 0, position) + 1}: {reason}')
    return found


if __name__ == '__main__':
    sys.exit(checklib.run(complaints))
