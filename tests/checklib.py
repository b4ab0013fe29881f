# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright the Tandem authors
"""What the check-*.py scripts share.

Each of them has `complaints (root)`, which looks at a source tree and returns
one line for each thing that is wrong, and `run (complaints)` as its main.
"""

import pathlib
import subprocess
import sys

# Keywords as meson's i18n.gettext (preset: 'glib') has them.
XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments=Translators'] + [
    f'--keyword={keyword}' for keyword in (
        '_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3',
        'g_dpgettext2:2c,3')
] + [
    f'--flag={flag}:c-format' for flag in (
        'N_:1', 'C_:2', 'NC_:2', 'g_dngettext:2', 'g_strdup_printf:1',
        'g_string_printf:2', 'g_string_append_printf:2', 'g_error_new:3',
        'g_set_error:4')
] + ['--flag=_:1:pass-c-format', '--flag=ngettext:1:pass-c-format']


def xgettext(root, files, *options):
    """The pot text of some files (paths below root); '' when it is empty."""
    result = subprocess.run(
        [*XGETTEXT, f'--directory={root}', '--files-from=-', '--output=-', *options],
        input=''.join(f'{name}\n' for name in files), text=True,
        stdout=subprocess.PIPE, check=True)
    return result.stdout


def read_list(path):
    """The lines of a file like POTFILES, without comments and blank ones."""
    lines = (line.strip() for line in path.read_text(encoding='utf-8').splitlines())
    return [line for line in lines if line and not line.startswith('#')]


def files_below(root, folders, suffixes):
    """Paths relative to root of files in folders with one of the suffixes."""
    found = []
    for folder in folders:
        for path in sorted((root / folder).rglob('*')):
            if path.is_file() and path.name.endswith(tuple(suffixes)):
                found.append(path.relative_to(root))
    return found


def run(complaints):
    """main of a check: the tree is the argument, or the one it lies in."""
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1
                        else pathlib.Path(__file__).parent.parent).resolve()
    found = complaints(root)
    for complaint in found:
        print(complaint)
    if found:
        print(f'{pathlib.Path(sys.argv[0]).name}: {len(found)} to mend', file=sys.stderr)
    return 1 if found else 0
